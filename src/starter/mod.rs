//! A starter folder for an office that begins: a commented configuration, a
//! workbook with a few rows of an invented office, the templates to edit, and
//! three steps to follow. As it lies there it is read, checked and printed.

mod folder;
mod rows;
mod workbook;

use crate::typeset::TemplateSet;
use crate::workbook::writer::WriteError;

pub use self::folder::{StarterError, lay};

/// The commented configuration; `{tahun}` stands for the year.
const CONFIG: &str = include_str!("perjakin.toml");
/// The instructions.
const README: &str = include_str!("baca-saya.txt");

/// A file of the starter folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name below the folder, with forward slashes.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// All files of a starter folder for a year.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn files(tahun: u16) -> Result<Vec<File>, WriteError> {
    let file = |name: &str, bytes: Vec<u8>| File { name: name.to_owned(), bytes };
    let mut files = vec![
        file(crate::project::README_FILE, for_notepad(README)),
        file(crate::project::CONFIG_FILE, for_notepad(&CONFIG.replace("{tahun}", &tahun.to_string()))),
        file("matriks.xlsx", workbook::matriks()?),
    ];
    files.extend(TemplateSet::builtin().iter().map(|(name, bytes)| file(&format!("templates/{name}"), bytes.to_vec())));
    Ok(files)
}

/// With the line ends that every Notepad shows.
fn for_notepad(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Config;

    #[test]
    fn the_configuration_is_sound_and_names_every_table() {
        let text = CONFIG.replace("{tahun}", "2026");
        let config = Config::parse(&text).unwrap();
        assert_eq!((config.tahun, config.tanggal.as_str()), (2026, "Januari 2026"));
        let schema: serde_json::Value = serde_json::from_str(&crate::project::schema()).unwrap();
        for (name, property) in schema["properties"].as_object().unwrap() {
            let written = if property["type"] == "object" { format!("[{name}") } else { format!("{name} = ") };
            assert!(text.contains(&written), "{name}");
        }
    }

    #[test]
    fn what_is_commented_out_is_sound_as_well() {
        let lines = CONFIG.lines().map(|line| line.strip_prefix("#: ").unwrap_or(line));
        let text = lines.collect::<Vec<_>>().join("\n").replace("{tahun}", "2026");
        let config = Config::parse(&text).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
        assert!(config.tte.aktif && config.bagan.pemegang && !config.struktur.is_empty());
    }

    #[test]
    fn the_files_are_the_same_every_time() {
        assert_eq!(files(2026).unwrap(), files(2026).unwrap());
    }
}
