//! The logo that `perjakin.toml` names: whether there is such a picture among
//! the office's templates. Told at its place in the configuration, before a
//! template that shows it would be blamed.

use std::fs;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeTable;

use super::discover::{CONFIG_FILE, Instansi, ProjectError};
use super::error::ConfigError;
use super::near::near;
use super::source::{self, Source};
use crate::{system, typeset};

impl Instansi {
    /// Whether the logo that the configuration names can be shown.
    ///
    /// # Errors
    /// A mistake in the configuration, at the logo's name.
    pub fn check_logo(&self, templates: &[PathBuf]) -> Result<(), ProjectError> {
        let Some(logo) = self.config.kop.logo.as_deref() else { return Ok(()) };
        let Some((message, hint)) = fault(logo, templates) else { return Ok(()) };
        let path = self.folder.join(CONFIG_FILE);
        let bytes = fs::read(&path).unwrap_or_default();
        let mistake = located(&bytes, message, hint);
        Err(ProjectError::Config(path, vec![mistake]))
    }
}

/// What is wrong with the logo, and what to do.
fn fault(logo: &str, templates: &[PathBuf]) -> Option<(String, String)> {
    // Folders that come later are asked first, as for every template.
    let Some(found) = templates.iter().rev().map(|folder| folder.join(logo)).find(|path| path.exists()) else {
        let folders: Vec<String> = templates.iter().rev().map(|folder| folder.display().to_string()).collect();
        let pictures = pictures(templates);
        let hint = match near(logo, pictures.iter().map(String::as_str)) {
            Some(near) => format!("Mungkin maksudnya \"{near}\"?"),
            None => format!("Taruh gambarnya di {}, atau hapus baris ini bila kop tanpa lambang.", folders[0]),
        };
        return Some((format!("berkas \"{logo}\" tidak ada di {}", folders.join(" atau ")), hint));
    };
    let resave = "Simpan ulang gambarnya sebagai SVG atau PNG.".to_owned();
    let bytes = match fs::read(&found) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("{} tidak dapat dibaca: {}", found.display(), system::told(&error));
            return Some((message, "Periksa izin baca berkas itu.".to_owned()));
        }
    };
    let svg = found.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let kind = if svg { "SVG" } else { "PNG" };
    let sound = typeset::is_picture(svg, &bytes);
    (!sound).then(|| (format!("{} rusak, atau bukan gambar {kind}", found.display()), resave))
}

/// The pictures in the folders, by name.
fn pictures(folders: &[PathBuf]) -> Vec<String> {
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let picture = |name: &String| {
        let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| matches!(&*ending, "svg" | "png"))
    };
    let mut names: Vec<String> = names.filter(picture).collect();
    names.sort();
    names
}

/// The mistake at the logo's name in the configuration.
fn located(bytes: &[u8], message: String, hint: String) -> ConfigError {
    let text = source::text(bytes).unwrap_or_default();
    let (table, _) = DeTable::parse_recoverable(&text);
    let kop = table.get_ref().get("kop").and_then(|kop| kop.get_ref().as_table());
    let span = kop.and_then(|kop| kop.get("logo")).map(Spanned::span).unwrap_or_default();
    Source(&text).mistake(span, message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::instansi;

    const CONFIG: &str = "instansi = \"Dinas Contoh\"\npemda = \"Pemerintah Kota Contoh\"\ntahun = 2026\n\
                          tempat = \"Contoh\"\ntanggal = \"Januari 2026\"\n[kop]\nbaris = [\"DINAS\"]\n\
                          logo = \"lambang.svg\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\n";

    const SVG: &[u8] =
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"5\" height=\"5\"/></svg>";

    /// What is said of a logo when these files lie in the template folder.
    fn told(files: &[(&str, &[u8])]) -> Option<(String, String)> {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("input");
        fs::create_dir_all(input.join("templates")).unwrap();
        fs::write(input.join("perjakin.toml"), CONFIG).unwrap();
        fs::write(input.join("m.xlsx"), "").unwrap();
        for (name, bytes) in files {
            fs::write(input.join("templates").join(name), bytes).unwrap();
        }
        let one = instansi(&input, None).unwrap().remove(0);
        one.check_logo(&[one.templates()]).err().map(|error| error.told().remove(0))
    }

    #[test]
    fn a_picture_that_can_be_shown_is_no_mistake() {
        assert_eq!(told(&[("lambang.svg", SVG)]), None);
    }

    #[test]
    fn what_is_wrong_with_a_logo_is_told_at_its_name_in_the_configuration() {
        for (files, message, hint) in [
            (&[][..], "berkas \"lambang.svg\" tidak ada di ", "Taruh gambarnya di "),
            (
                &[("lamban.svg", &b"<svg/>"[..])],
                "berkas \"lambang.svg\" tidak ada",
                "Mungkin maksudnya \"lamban.svg\"?",
            ),
            (&[("lambang.svg", b"")], "lambang.svg rusak, atau bukan gambar SVG", "Simpan ulang gambarnya"),
        ] {
            let (what, what_to_do) = told(files).unwrap();
            assert!(what.contains("perjakin.toml: baris 8, kolom 8: ") && what.contains(message), "{what}");
            assert!(what.contains("8 | logo = \"lambang.svg\"") && what_to_do.starts_with(hint), "{what} {what_to_do}");
        }
    }
}
