//! The output folder and the folders in it. A symlink among them would let a
//! run write somewhere else, so each is looked at before it is used.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{Seen, look, make_folder};
use super::error::PublishError;
use super::path::parent;

/// The output folder of one instansi.
#[derive(Debug)]
pub(super) struct Folders {
    root: PathBuf,
    checked: BTreeSet<String>,
    made: BTreeSet<String>,
}

impl Folders {
    /// Opens the output folder, making it and those above it where missing.
    pub(super) fn open(root: &Path) -> Result<Self, PublishError> {
        let mut missing: Vec<&Path> = Vec::new();
        for folder in root.ancestors().take_while(|folder| !folder.as_os_str().is_empty()) {
            // Above the output folder, symlinks are the office's own affair.
            if folder != root && fs::metadata(folder).is_ok() || folder.symlink_metadata().is_ok() {
                break;
            }
            missing.push(folder);
        }
        for folder in missing.into_iter().rev() {
            made(make_folder(folder)).map_err(|source| PublishError::io(folder, source))?;
        }
        match root.symlink_metadata() {
            Ok(found) if found.is_dir() => {
                Ok(Self { root: root.to_owned(), checked: BTreeSet::new(), made: BTreeSet::new() })
            }
            Ok(_) => Err(PublishError::ForeignFolder { path: root.to_owned() }),
            Err(error) => Err(PublishError::io(root, error)),
        }
    }

    /// The output folder itself.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a path of the manifest lies.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Makes sure that every folder on the way to a file is a real folder, or
    /// missing.
    pub(super) fn check(&mut self, path: &str) -> Result<(), PublishError> {
        let folder = parent(path);
        if folder.is_empty() || self.checked.contains(folder) {
            return Ok(());
        }
        self.check(folder)?;
        let here = self.at(folder);
        match here.symlink_metadata() {
            Ok(found) if !found.is_dir() => return Err(PublishError::ForeignFolder { path: here }),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(PublishError::io(&here, error)),
            _ => {}
        }
        self.checked.insert(folder.to_owned());
        Ok(())
    }

    /// Makes the folders on the way to a file.
    pub(super) fn make(&mut self, path: &str) -> Result<(), PublishError> {
        let folder = parent(path);
        if folder.is_empty() || self.made.contains(folder) {
            return Ok(());
        }
        self.check(path)?;
        self.make(folder)?;
        let here = self.at(folder);
        if look(&here)? == Seen::Missing {
            made(make_folder(&here)).map_err(|source| PublishError::io(&here, source))?;
        }
        self.made.insert(folder.to_owned());
        Ok(())
    }
}

/// Someone else may have made it in between; what matters is that it is there.
fn made(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_folders_are_made_for_their_owner_only() {
        let top = tempfile::tempdir().unwrap();
        let mut folders = Folders::open(&top.path().join("a/b")).unwrap();
        folders.make("pk/Unit/x.pdf").unwrap();
        assert!(folders.at("pk/Unit").is_dir());
        #[cfg(unix)]
        for folder in ["a", "a/b", "a/b/pk", "a/b/pk/Unit"] {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(top.path().join(folder)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{folder}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_symlinked_folder_is_refused_at_any_depth() {
        let top = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), top.path().join("pk")).unwrap();
        let mut folders = Folders::open(top.path()).unwrap();
        for path in ["pk/a.pdf", "pk/Unit/a.pdf"] {
            assert!(matches!(folders.check(path), Err(PublishError::ForeignFolder { .. })), "{path}");
            assert!(matches!(folders.make(path), Err(PublishError::ForeignFolder { .. })), "{path}");
        }
        let link = top.path().join("pk");
        assert!(matches!(Folders::open(&link), Err(PublishError::ForeignFolder { .. })));
        assert_eq!(elsewhere.path().read_dir().unwrap().count(), 0);
    }
}
