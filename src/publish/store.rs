//! The manifest on the disk: keeping the previous one, setting a damaged one
//! aside, writing the new one.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::atomic::{New, Seen, create_of, look, remove, rename_new, rename_over, sync, sync_folder, temporary};
use super::error::PublishError;
use super::fingerprint::Digest;
use super::manifest::{CURRENT, Manifest, PREVIOUS};
use super::path::with_note;

/// Bytes of a manifest that are written together.
const PIECE: usize = 1 << 16;

/// Hashes what is written.
struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The digest that the manifest's file will have.
pub(super) fn digest(manifest: &Manifest) -> Digest {
    let mut hashing = Hashing(Sha256::new());
    // Hashing cannot fail, and neither can the manifest's plain types.
    let _ = manifest.write(&mut hashing);
    Digest(hashing.0.finalize().into())
}

/// Keeps the manifest as `manifest.lama.json` before it is replaced.
pub(super) fn rotate(folder: &Path) -> Result<(), PublishError> {
    let path = folder.join(CURRENT);
    if !matches!(look(&path)?, Seen::File(_)) {
        return Ok(());
    }
    place(folder, PREVIOUS, |new| io::copy(&mut File::open(&path)?, new).map(drop))
}

/// Writes the manifest as `manifest.lama.json`, in place of an earlier one
/// that must not be gone back to.
pub(super) fn save_previous(folder: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    place(folder, PREVIOUS, |new| manifest.write(new))
}

/// Moves a damaged manifest out of the way; nothing of it is lost.
pub(super) fn set_aside(folder: &Path) -> Result<(), PublishError> {
    let path = folder.join(CURRENT);
    if look(&path)? == Seen::Missing {
        return Ok(());
    }
    let notes = std::iter::once("rusak".to_owned()).chain((2..1000).map(|number| format!("rusak {number}")));
    for aside in notes.map(|note| folder.join(with_note(CURRENT, &note))) {
        if look(&aside)? == Seen::Missing {
            return rename_new(&path, &aside).map_err(|error| PublishError::io(&aside, error));
        }
    }
    Err(PublishError::io(&path, io::ErrorKind::AlreadyExists.into()))
}

/// Writes the manifest. Everything that it names must be on the disk already.
pub(super) fn save(folder: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    place(folder, CURRENT, |new| manifest.write(new))
}

/// Removes what an interrupted save left behind.
pub(super) fn sweep(folder: &Path) -> Result<(), PublishError> {
    for name in [CURRENT, PREVIOUS] {
        let left = temporary(folder, name);
        if look(&left)? != Seen::Missing {
            remove(&left).map_err(|error| PublishError::io(&left, error))?;
        }
    }
    Ok(())
}

fn place(
    folder: &Path,
    name: &str,
    fill: impl FnOnce(&mut BufWriter<&mut New>) -> io::Result<()>,
) -> Result<(), PublishError> {
    let (path, new): (PathBuf, PathBuf) = (folder.join(name), temporary(folder, name));
    if look(&path)? == Seen::Other {
        return Err(PublishError::ForeignFolder { path });
    }
    let filled = create_of(&new, |file| {
        let mut pieces = BufWriter::with_capacity(PIECE, file);
        fill(&mut pieces)?;
        pieces.flush()
    });
    filled.map_err(|error| PublishError::io(&path, error))?;
    let placed = sync(&new).and_then(|()| rename_over(&new, &path)).and_then(|()| sync_folder(folder));
    placed.map_err(|error| {
        let _ = remove(&new);
        PublishError::io(&path, error)
    })
}
