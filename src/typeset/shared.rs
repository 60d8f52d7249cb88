//! What all documents share: the library, the fonts and the template files.

use std::collections::{BTreeSet, HashMap};

use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

use super::fonts::Fonts;
use super::templates::TemplateSet;

/// Where a template finds its data. One path for all documents: Typst keeps
/// every path for the life of the process and has room for 65,535.
pub(super) const DATA_PATH: &str = "/data.json";

/// The id of a path below the virtual root.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What all documents share. Immutable, so threads may share it too.
pub(super) struct Shared {
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: Fonts,
    pub(super) sources: HashMap<FileId, Source>,
    pub(super) files: HashMap<FileId, Bytes>,
    pub(super) names: BTreeSet<String>,
    /// Those among them that are pictures and that somebody names.
    pub(super) pictures: BTreeSet<String>,
    pub(super) data_id: FileId,
}

impl Shared {
    /// Parses the templates and loads the fonts.
    pub(super) fn new(templates: &TemplateSet) -> Self {
        let mut sources = HashMap::new();
        let mut files = HashMap::new();
        for (name, bytes) in templates.iter() {
            let Some(id) = file_id(&format!("/{name}")) else { continue };
            if let (true, Ok(text)) = (name.ends_with(".typ"), std::str::from_utf8(bytes)) {
                // Notepad puts a mark before the text, which is not part of it.
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                sources.insert(id, Source::new(id, text.to_owned()));
            }
            files.insert(id, Bytes::new(bytes.to_vec()));
        }
        // The path is a constant without dots, so it always has an id.
        let data_id = file_id(DATA_PATH).expect("a constant path");
        let names = templates.iter().map(|(name, _)| name.to_owned()).collect();
        let pictures = templates.named_pictures().map(str::to_owned).collect();
        // Templates may say of a table's cell whether it is a header.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = LazyHash::new(Library::builder().with_features(features).build());
        Self { library, fonts: Fonts::shipped(), sources, files, names, pictures, data_id }
    }
}
