//! The template files an engine works with: the built-in ones, overridden
//! file by file from a folder of the office's own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::system;

/// Names with the bytes of the files below `templates/`.
macro_rules! embedded {
    ($($name:literal)*) => { &[$(($name, include_bytes!(concat!("../../templates/", $name)))),*] };
}

/// The built-in files, embedded so that the program is one file. Names are
/// relative to `templates/`, with forward slashes.
const BUILTIN: &[(&str, &[u8])] = embedded! {
    "bagan-garis.typ"
    "bagan-kotak.typ"
    "bagan-perabot.typ"
    "bagan-sambung.typ"
    "bagan.typ"
    "gaya.typ"
    "isi-tabel.typ"
    "jilid.typ"
    "kaki.typ"
    "kop.typ"
    "lampiran.typ"
    "matriks.typ"
    "penggaris.typ"
    "pernyataan.typ"
    "perubahan.typ"
    "pk.typ"
    "redaksi/janji.txt"
    "redaksi/judul-bagan.txt"
    "redaksi/judul-dokumen.txt"
    "redaksi/judul-matriks.txt"
    "redaksi/judul.txt"
    "redaksi/kaki-edisi.txt"
    "redaksi/kaki-elektronik.txt"
    "redaksi/kode-qr.txt"
    "redaksi/label-bagan.txt"
    "redaksi/label.txt"
    "redaksi/lampiran.txt"
    "redaksi/nama-berkas.txt"
    "redaksi/pembuka.txt"
    "redaksi/pihak-kedua.txt"
    "redaksi/pihak-pertama.txt"
    "redaksi/tempat-tanggal.txt"
    "register.typ"
    "tabel.typ"
    "tanda-tangan.typ"
};

/// Endings of layout and wording.
const TEXTS: [&str; 2] = ["typ", "txt"];

/// Endings of pictures that Typst shows.
const PICTURES: [&str; 7] = ["gif", "jpeg", "jpg", "pdf", "png", "svg", "webp"];

/// A file of more than this many bytes is no template.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Named template files, text and images alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSet {
    files: BTreeMap<String, Vec<u8>>,
    /// Files that the configuration names.
    named: BTreeSet<String>,
}

/// The office's template folder cannot be read.
#[derive(Debug)]
pub struct TemplateError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "berkas templat {} tidak dapat dibaca: {}", self.path.display(), system::told(&self.source))
    }
}

impl std::error::Error for TemplateError {}

impl TemplateSet {
    /// The files that ship with the program.
    pub fn builtin() -> Self {
        let files = BUILTIN.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        Self { files, named: BTreeSet::new() }
    }

    /// Adds the files of a folder, each taking the place of the built-in one
    /// of the same name. A folder that does not exist changes nothing.
    ///
    /// # Errors
    /// When a file in the folder cannot be read or is too large.
    pub fn with_overrides(mut self, folder: &Path) -> Result<Self, TemplateError> {
        if !folder.is_dir() {
            return Ok(self);
        }
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| TemplateError {
                path: error.path().unwrap_or(folder).to_owned(),
                source: error.into(),
            })?;
            if !entry.file_type().is_file() {
                continue;
            }
            let path = entry.path();
            let fail = |source| TemplateError { path: path.to_owned(), source };
            let name: Vec<_> = path
                .strip_prefix(folder)
                .unwrap_or(path)
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            if name.iter().any(|part| part.starts_with(['.', '~'])) {
                continue;
            }
            if entry.metadata().map_err(|error| fail(error.into()))?.len() > MAX_BYTES {
                return Err(fail(io::Error::other("lebih dari 8 MiB")));
            }
            let bytes = fs::read(path).map_err(fail)?;
            if path.extension().is_some_and(|ending| ending == "typ") && std::str::from_utf8(&bytes).is_err() {
                let what = "bukan teks UTF-8; simpan ulang dari Notepad dengan pengodean UTF-8";
                return Err(fail(io::Error::other(what)));
            }
            self.files.insert(name.join("/"), bytes);
        }
        Ok(self)
    }

    /// Adds or replaces one file, as a preview or a test does.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), bytes.into());
    }

    /// Notes a file that the configuration names: templates find its name in
    /// their data.
    pub fn name(&mut self, file: impl Into<String>) {
        self.named.insert(file.into());
    }

    /// The pictures that somebody names: the configuration, or a text of the
    /// set.
    pub(super) fn named_pictures(&self) -> impl Iterator<Item = &str> {
        let pictures = self.files.keys().filter(|name| ending(name).is_some_and(|end| PICTURES.contains(&&*end)));
        pictures.filter(|name| self.named.contains(*name) || self.is_mentioned(name)).map(String::as_str)
    }

    /// Whether another text of the office's own has the name of a file in it,
    /// with its folder or without. Built-in texts name only each other.
    pub(super) fn is_mentioned(&self, name: &str) -> bool {
        let base = name.rsplit('/').next().unwrap_or(name);
        let texts = self.files.iter().filter(|(other, _)| *other != name && is_text(other) && !self.is_builtin(other));
        texts.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).any(|text| text.contains(base))
    }

    /// A file's bytes.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// Whether a file is the one that ships with the program.
    pub fn is_builtin(&self, name: &str) -> bool {
        BUILTIN.iter().any(|(known, bytes)| *known == name && self.bytes(name) == Some(bytes))
    }

    /// A file's text, if there is such a file and it is UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.bytes(name).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// All files in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// The ending of a file's name in small letters.
pub(super) fn ending(name: &str) -> Option<String> {
    name.rsplit('/').next()?.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}

/// Whether the program reads a file as text: layout or wording.
pub(super) fn is_text(name: &str) -> bool {
    ending(name).is_some_and(|ending| TEXTS.contains(&&*ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_overrides_file_by_file() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("redaksi")).unwrap();
        fs::write(folder.path().join("gaya.typ"), "lain").unwrap();
        fs::write(folder.path().join("redaksi/baru.txt"), "baru").unwrap();
        fs::write(folder.path().join(".rahasia"), "x").unwrap();
        let set = TemplateSet::builtin().with_overrides(folder.path()).unwrap();
        assert_eq!(set.text("gaya.typ"), Some("lain"));
        assert_eq!(set.text("redaksi/baru.txt"), Some("baru"));
        assert_eq!(set.text(".rahasia"), None);
        assert_eq!(set.iter().count(), TemplateSet::builtin().iter().count() + 1);
    }

    #[test]
    fn a_layout_in_another_encoding_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("kop.typ"), b"\xff\xfe#\0").unwrap();
        let error = TemplateSet::builtin().with_overrides(folder.path()).unwrap_err().to_string();
        assert!(error.contains("kop.typ tidak dapat dibaca: bukan teks UTF-8"), "{error}");
    }

    #[test]
    fn no_folder_is_no_override() {
        let set = TemplateSet::builtin().with_overrides(Path::new("tidak/ada")).unwrap();
        assert_eq!(set.iter().count(), BUILTIN.len());
    }
}
