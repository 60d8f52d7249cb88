//! The engine: made once from templates and fonts, then asked for documents.

use std::collections::{BTreeSet, HashMap};

use typst::diag::Warned;
use typst::foundations::{Bytes, Datetime, Label, Selector, Smart};
use typst::introspection::{Introspector, MetadataElem};
use typst::syntax::{FileId, Source};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::diagnostic::TypesetError;
use super::fonts::Fonts;
use super::job::Job;
use super::layout::PageText;
use super::templates::TemplateSet;
use super::world::{DATA_PATH, DocumentWorld, file_id};

/// What all documents share. Immutable, so threads may share it too.
pub(super) struct Shared {
    pub(super) library: LazyHash<Library>,
    pub(super) fonts: Fonts,
    pub(super) sources: HashMap<FileId, Source>,
    pub(super) files: HashMap<FileId, Bytes>,
    pub(super) names: BTreeSet<String>,
    pub(super) data_id: FileId,
}

/// Turns data and a template into PDF. Make one and share it by reference;
/// every call is independent of the others.
pub struct Engine {
    pub(super) shared: Shared,
}

/// How a PDF is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfSettings {
    /// A key of the document that stays the same from run to run; only its
    /// hash goes into the file.
    pub ident: String,
    /// Year, month and day for the file's metadata. A fixed date, never the
    /// clock's, so that the same data gives the same bytes.
    pub date: (i32, u8, u8),
    /// PDF/A-2a and PDF/UA-1 with tags; without, a plain untagged PDF.
    pub archival: bool,
}

/// A finished PDF.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The number of pages.
    pub pages: usize,
    /// What the template noticed: the texts of its `metadata` labelled
    /// `<catatan>`, in the order of the pages.
    pub notes: Vec<String>,
}

impl Engine {
    /// Parses the templates and loads the fonts.
    pub fn new(templates: &TemplateSet) -> Self {
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
        let library = LazyHash::new(Library::default());
        Self { shared: Shared { library, fonts: Fonts::shipped(), sources, files, names, data_id } }
    }

    /// Whether a shipped family can print a character.
    pub fn covers(&self, family: &str, c: char) -> bool {
        self.shared.fonts.covers(family, c)
    }

    /// Makes the file of a job: a PDF, or the first page as SVG where the
    /// path says so.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn make(&self, job: Job) -> Result<Pdf, TypesetError> {
        if job.path.ends_with(".svg") {
            let pages = self.svg(&job.main, job.data)?;
            return Ok(Pdf {
                pages: pages.len(),
                bytes: pages.into_iter().next().unwrap_or_default().into_bytes(),
                notes: Vec::new(),
            });
        }
        self.render(&job.main, job.data, &job.settings)
    }

    /// Typesets one document: `main` names the template (`pk.typ`), `data` is
    /// the JSON it finds at `/data.json`.
    ///
    /// # Errors
    /// When the template is missing or wrong, when Typst so much as warns,
    /// and when the result breaks the PDF standard (a character without a
    /// glyph, for one).
    pub fn render(&self, main: &str, data: Vec<u8>, settings: &PdfSettings) -> Result<Pdf, TypesetError> {
        let world = self.world(main, data)?;
        let document = compile(&world)?;
        let options = options(settings)?;
        let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| TypesetError::from_typst(&world, &errors))?;
        Ok(Pdf { bytes, pages: document.pages().len(), notes: notes(&document) })
    }

    /// Typesets a document only to see where its text stands.
    ///
    /// # Errors
    /// As [`Self::render`], but for the PDF standard.
    pub fn layout(&self, main: &str, data: Vec<u8>) -> Result<Vec<PageText>, TypesetError> {
        let world = self.world(main, data)?;
        Ok(compile(&world)?.pages().iter().map(|page| PageText::new(&page.frame)).collect())
    }

    pub(super) fn world(&self, main: &str, data: Vec<u8>) -> Result<DocumentWorld<'_>, TypesetError> {
        let main = file_id(&format!("/{main}"))
            .filter(|id| self.shared.sources.contains_key(id))
            .ok_or_else(|| TypesetError::plain(format!("templat {main} tidak ada")))?;
        Ok(DocumentWorld { shared: &self.shared, main, data: Bytes::new(data) })
    }

    /// Lays a document out and writes nothing: the mistakes of its template show
    /// here. What the PDF standard refuses, such as a character without a
    /// glyph, is a matter of the data and shows in [`Engine::render`] only.
    ///
    /// # Errors
    /// When the template is missing or wrong, and when Typst so much as warns.
    pub fn prove(&self, main: &str, data: Vec<u8>) -> Result<(), TypesetError> {
        compile(&self.world(main, data)?).map(drop)
    }

    /// Forgets memoised results that the last few documents did not use. To
    /// be called every 30 documents or so, after failures too; without it
    /// memory grows with the number of documents.
    pub fn evict(&self) {
        typst::comemo::evict(1);
    }
}

/// Compiles; a warning is an error, for the paper will be signed.
pub(super) fn compile(world: &DocumentWorld) -> Result<PagedDocument, TypesetError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let document = output.map_err(|errors| TypesetError::from_typst(world, errors.iter().chain(&warnings)))?;
    if !warnings.is_empty() {
        return Err(TypesetError::from_typst(world, &warnings));
    }
    Ok(document)
}

/// The label of a template's notes to the program.
const NOTES: &str = "catatan";

fn notes(document: &PagedDocument) -> Vec<String> {
    let Some(label) = Label::new(PicoStr::intern(NOTES)) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let texts = found.iter().filter_map(|note| note.to_packed::<MetadataElem>()?.value.clone().cast::<String>().ok());
    texts.collect()
}

pub(super) fn options(settings: &PdfSettings) -> Result<PdfOptions, TypesetError> {
    let (year, month, day) = settings.date;
    let date = Datetime::from_ymd(year, month, day)
        .ok_or_else(|| TypesetError::plain(format!("tanggal {year}-{month}-{day} tidak ada")))?;
    let standards: &[PdfStandard] =
        if settings.archival { &[PdfStandard::A_2a, PdfStandard::Ua_1] } else { &[PdfStandard::V_1_7] };
    Ok(PdfOptions {
        ident: Smart::Custom(settings.ident.clone()),
        creator: Smart::Custom(Some("perjakin".into())),
        timestamp: Some(Timestamp::new_utc(date)),
        page_ranges: None,
        standards: PdfStandards::new(standards).map_err(|error| TypesetError::plain(error.message().to_string()))?,
        tagged: settings.archival,
        pretty: false,
    })
}
