//! Laying the files into a folder that is new or empty.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use super::File;
use crate::project::new_file;
use crate::system;

/// Why a starter folder was not made.
#[derive(Debug)]
pub enum StarterError {
    /// There is something in the folder already: its first entry by name.
    NotEmpty(PathBuf, String),
    /// There is a file of that name.
    NotAFolder(PathBuf),
    /// The system refused to read or write.
    Io(PathBuf, io::Error),
}

impl StarterError {
    /// What to do about it, in Indonesian.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NotEmpty(..) => "Pilih nama folder yang belum ada, misalnya: perjakin mulai input/nama-dinas",
            Self::NotAFolder(_) => "Pilih nama lain untuk folder awal.",
            Self::Io(..) => "Periksa izin menulis dan ruang di diska.",
        }
    }
}

impl fmt::Display for StarterError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotEmpty(folder, entry) => {
                write!(f, "folder {} sudah berisi ({entry}), jadi tidak ada yang ditulis", folder.display())
            }
            Self::NotAFolder(path) => write!(f, "{} adalah berkas, bukan folder", path.display()),
            Self::Io(path, error) => write!(f, "{} tidak dapat ditulis: {}", path.display(), system::told(error)),
        }
    }
}

impl std::error::Error for StarterError {}

/// Writes the files into a folder, which is made where it does not exist.
/// No existing file is ever written over.
///
/// # Errors
/// When the folder has anything in it, or cannot be written.
pub fn lay(folder: &Path, files: &[File]) -> Result<(), StarterError> {
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |error| StarterError::Io(path, error)
    };
    if folder.exists() {
        if !folder.is_dir() {
            return Err(StarterError::NotAFolder(folder.to_owned()));
        }
        let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(refused(folder))?.collect();
        let names = entries.map_err(refused(folder))?.into_iter().map(|entry| entry.file_name());
        if let Some(first) = names.min() {
            return Err(StarterError::NotEmpty(folder.to_owned(), first.to_string_lossy().into_owned()));
        }
    }
    fs::create_dir_all(folder).map_err(refused(folder))?;
    for file in files {
        let path = folder.join(&file.name);
        new_file(&path, &file.bytes).map_err(refused(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Vec<File> {
        vec![File { name: "a/b.txt".into(), bytes: b"isi".to_vec() }]
    }

    #[test]
    fn a_new_and_an_empty_folder_are_filled() {
        let folder = tempfile::tempdir().unwrap();
        lay(folder.path(), &one()).unwrap();
        lay(&folder.path().join("baru/dalam"), &one()).unwrap();
        assert_eq!(fs::read(folder.path().join("baru/dalam/a/b.txt")).unwrap(), b"isi");
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("catatan.txt"), "milik kantor").unwrap();
        let error = lay(folder.path(), &one()).unwrap_err();
        assert!(matches!(&error, StarterError::NotEmpty(_, entry) if entry == "catatan.txt"));
        assert!(!folder.path().join("a").exists());
        assert!(matches!(lay(&folder.path().join("catatan.txt"), &one()), Err(StarterError::NotAFolder(_))));
    }
}
