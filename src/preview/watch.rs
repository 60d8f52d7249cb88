//! What changed on disk: times and sizes of the few files that a sheet is
//! made from, compared with those of the last look.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// Folders below a template folder that are followed. Deeper ones are no
/// office's, and a folder chosen by mistake must not take long to look at.
const DEPTH: usize = 8;

/// What a file shows without being opened.
type Stamp = (Option<SystemTime>, u64);

/// Looks after one instansi's files.
#[derive(Debug)]
pub struct Watch {
    folder: PathBuf,
    templates: Vec<PathBuf>,
    data: BTreeMap<PathBuf, Stamp>,
    layout: BTreeMap<PathBuf, Stamp>,
}

/// What is not as it was at the last look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// A workbook or `perjakin.toml`.
    pub data: bool,
    /// A template or the wording.
    pub templates: bool,
}

impl Watch {
    /// Takes note of the files as they are: those that lie in the instansi's
    /// folder itself, and those of the template folders with all below them.
    /// A template folder need not exist yet.
    pub fn new(folder: PathBuf, templates: Vec<PathBuf>) -> Self {
        let mut watch = Self { folder, templates, data: BTreeMap::new(), layout: BTreeMap::new() };
        watch.look();
        watch
    }

    /// The template folders, whether they exist or not.
    pub fn templates(&self) -> &[PathBuf] {
        &self.templates
    }

    /// What changed since the last look. A file that comes or goes is a change.
    pub fn look(&mut self) -> Change {
        let data = stamps(&self.folder, 1).collect();
        let layout = self.templates.iter().flat_map(|folder| stamps(folder, DEPTH)).collect();
        let change = Change { data: data != self.data, templates: layout != self.layout };
        (self.data, self.layout) = (data, layout);
        change
    }
}

/// The files below a folder. What cannot be looked at now counts as absent,
/// and is a change when it is back. Lock files and the like are not counted:
/// an open workbook makes and removes them all the time.
fn stamps(folder: &Path, depth: usize) -> impl Iterator<Item = (PathBuf, Stamp)> {
    WalkDir::new(folder)
        .max_depth(depth)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with(['.', '~']))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            Some((entry.into_path(), (metadata.modified().ok(), metadata.len())))
        })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const NOTHING: Change = Change { data: false, templates: false };

    fn watched() -> (tempfile::TempDir, Watch) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("dinas")).unwrap();
        fs::write(folder.path().join("dinas/matriks.xlsx"), "a").unwrap();
        let templates = [folder.path().join("templates"), folder.path().join("dinas/templates")];
        let watch = Watch::new(folder.path().join("dinas"), templates.into());
        (folder, watch)
    }

    #[test]
    fn each_change_is_seen_once_and_told_apart() {
        let (folder, mut watch) = watched();
        let write = |name: &str, text: &str| {
            fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            fs::write(folder.path().join(name), text).unwrap();
        };
        assert_eq!(watch.look(), NOTHING);
        for (name, text, data, templates) in [
            ("dinas/matriks.xlsx", "ab", true, false),
            ("dinas/perjakin.toml", "a", true, false),
            ("templates/pk.typ", "a", false, true),
            ("templates/redaksi/judul.txt", "a", false, true),
            ("templates/redaksi/judul.txt", "ab", false, true),
            ("dinas/templates/redaksi/judul.txt", "a", false, true),
        ] {
            write(name, text);
            assert_eq!(watch.look(), Change { data, templates }, "{name}");
            assert_eq!(watch.look(), NOTHING, "{name}");
        }
        fs::remove_file(folder.path().join("templates/pk.typ")).unwrap();
        assert_eq!(watch.look(), Change { data: false, templates: true });
    }

    #[test]
    fn the_same_size_at_another_time_is_a_change() {
        let (folder, mut watch) = watched();
        let file = fs::File::options().write(true).open(folder.path().join("dinas/matriks.xlsx")).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert!(watch.look().data);
    }

    #[test]
    fn lock_files_and_hidden_files_are_nobody_s_work() {
        let (folder, mut watch) = watched();
        for name in ["dinas/~$matriks.xlsx", "dinas/.perjakin.toml.swp"] {
            fs::write(folder.path().join(name), "x").unwrap();
            assert_eq!(watch.look(), NOTHING, "{name}");
        }
    }
}
