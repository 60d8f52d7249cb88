//! What lies below the input folder: configurations, workbooks, and what was
//! meant to be a configuration.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::discover::{CONFIG_FILE, ProjectError, README_FILE, TEMPLATES};

/// File name endings that a workbook may have. What a file really is, its
/// content decides.
const WORKBOOK_ENDINGS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", NOTES];

/// The ending of tables among others; with nothing else beside them they are
/// more likely the office's notes.
const NOTES: &str = "txt";

/// A name this similar (0 to 1) was meant to be that of the configuration.
const NEAR: f64 = 0.92;

/// The files below an input folder, each kind by name.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The folders with a configuration, and what each is called by.
    pub found: Vec<(String, PathBuf)>,
    /// The files that were meant to be one, and what their folders are called
    /// by.
    pub misnamed: Vec<(String, PathBuf)>,
    /// The workbooks.
    pub stray: Vec<PathBuf>,
}

impl Walk {
    /// Looks at all folders but the hidden ones.
    ///
    /// # Errors
    /// The first folder that cannot be read.
    pub(super) fn below(input: &Path) -> Result<Self, ProjectError> {
        let mut all = Self::default();
        let walk = WalkDir::new(input).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry));
        for entry in walk {
            let entry = entry
                .map_err(|error| ProjectError::Unreadable(error.path().unwrap_or(input).to_owned(), error.into()))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let folder = entry.path().parent().unwrap_or(input).to_owned();
            if entry.file_name() == CONFIG_FILE {
                all.found.push((name_below(input, &folder), folder));
            } else if is_misnamed(&entry.file_name().to_string_lossy()) {
                all.misnamed.push((name_below(input, &folder), entry.into_path()));
            } else if is_workbook(entry.path()) {
                all.stray.push(entry.into_path());
            }
        }
        Ok(all)
    }
}

/// The folders that hold workbooks and belong to no instansi: there is no
/// configuration in them nor above them, so nothing of theirs is read. What
/// lies below an instansi's own folder is its office's affair.
pub fn passed_over(input: &Path) -> Vec<PathBuf> {
    // Who asks has read the folder; what is wrong with it was told there.
    let Walk { found, stray, .. } = Walk::below(input).unwrap_or_default();
    let matrices = stray.iter().filter(|path| !has_ending(path, NOTES));
    let mut folders: Vec<PathBuf> = matrices.filter_map(|path| path.parent().map(Path::to_owned)).collect();
    folders.retain(|folder| !found.iter().any(|(_, instansi)| folder.starts_with(instansi)));
    folders.sort();
    folders.dedup();
    folders
}

/// What an instansi is called by: its folder below the input folder.
fn name_below(input: &Path, folder: &Path) -> String {
    let below = folder.strip_prefix(input).unwrap_or(folder).components();
    below.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// Lock files of an open workbook, dot files, hidden folders, the templates
/// and the instructions.
pub(super) fn hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let templates = entry.file_type().is_dir() && name == TEMPLATES;
    let ours = templates || name.eq_ignore_ascii_case(README_FILE);
    entry.depth() > 0 && (ours || name.starts_with('.') || name.starts_with("~$"))
}

/// Whether a file was meant to be the configuration: capital letters, a second
/// ending that Windows hides, a copy's number.
fn is_misnamed(name: &str) -> bool {
    let lower = name.to_lowercase();
    let Some((stem, endings)) = lower.split_once('.') else { return false };
    let meant = stem == "perjakin" || strsim::jaro_winkler(stem, "perjakin") >= NEAR;
    meant && matches!(endings, "toml" | "txt" | "toml.txt" | "toml.toml" | "tml" | "toml.bak" | "ini" | "conf")
}

/// Whether a file may be a workbook, by its name.
pub(super) fn is_workbook(path: &Path) -> bool {
    WORKBOOK_ENDINGS.iter().any(|known| has_ending(path, known))
}

fn has_ending(path: &Path, wanted: &str) -> bool {
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn workbooks_without_a_configuration_are_passed_over_and_told() {
        let input = tempfile::tempdir().unwrap();
        let write = |names: &[&str]| {
            for path in names.iter().map(|name| input.path().join(name)) {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "").unwrap();
            }
        };
        write(&["a/perjakin.toml", "a/matriks.xlsx", "a/lama/matriks.xlsx", "b/catatan.txt"]);
        write(&[".git/matriks.xlsx", "templates/matriks.xlsx"]);
        assert_eq!(passed_over(input.path()), [""; 0].map(PathBuf::from));
        write(&["c/matriks.xlsx", "c/pegawai.ODS", "c/dalam/matriks.csv", "rekap.xlsx"]);
        assert_eq!(passed_over(input.path()), ["", "c", "c/dalam"].map(|name| input.path().join(name)));
        write(&["perjakin.toml"]);
        assert_eq!(passed_over(input.path()), [""; 0].map(PathBuf::from));
    }
}
