//! `perjakin verifikasi`: holds an output folder against its manifest.

use std::path::Path;

use serde::Serialize;

use super::atomic::{Seen, digest_of, look};
use super::error::PublishError;
use super::manifest::{self, Entry};
use super::path::{JOURNAL, OWN};

/// What an output folder looks like beside its manifest. Paths are relative
/// to the folder, with forward slashes, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Verification {
    /// How many files are as published.
    #[serde(rename = "utuh")]
    pub intact: usize,
    /// How many of them are in the archive.
    #[serde(rename = "arsip")]
    pub archived: usize,
    /// Files that were signed or changed after they were published.
    #[serde(rename = "berubah")]
    pub changed: Vec<String>,
    /// Files that are gone.
    #[serde(rename = "hilang")]
    pub missing: Vec<String>,
    /// Files that the program did not make.
    #[serde(rename = "asing")]
    pub foreign: Vec<String>,
    /// Whether a run was interrupted; the next `perjakin cetak` ends it.
    #[serde(rename = "terputus")]
    pub interrupted: bool,
    /// Why `manifest.json` itself could not be used and the previous one was.
    #[serde(rename = "manifest_rusak")]
    pub manifest_damage: Option<String>,
}

impl Verification {
    /// Whether every published file is there as it was published and no run
    /// was interrupted. Foreign files do no harm.
    pub fn is_sound(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && !self.interrupted && self.manifest_damage.is_none()
    }

    /// The program's exit code: 6 where somebody has to look.
    pub fn exit_code(&self) -> u8 {
        if self.is_sound() { 0 } else { 6 }
    }
}

/// Holds the output folder of one instansi against its manifest. Writes
/// nothing.
///
/// # Errors
/// When the manifest cannot be used or the folder cannot be read.
pub fn verify(folder: &Path) -> Result<Verification, PublishError> {
    let loaded = manifest::load(folder)?;
    let manifest = loaded.manifest;
    let mut found = Verification {
        manifest_damage: loaded.damage,
        interrupted: look(&folder.join(JOURNAL))? != Seen::Missing,
        ..Verification::default()
    };
    for (path, entry) in &manifest.files {
        found.intact += usize::from(check(folder, path, entry, &mut found)?);
    }
    for (path, entry) in &manifest.archive {
        let intact = usize::from(check(folder, path, entry, &mut found)?);
        found.intact += intact;
        found.archived += intact;
    }
    for item in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let item = item.map_err(|error| PublishError::io(folder, error.into()))?;
        if item.file_type().is_dir() {
            continue;
        }
        let parts = item.path().strip_prefix(folder).unwrap_or(item.path());
        let parts: Vec<_> = parts.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let path = parts.join("/");
        let known = manifest.files.contains_key(path.as_str()) || manifest.archive.contains_key(path.as_str());
        if !known && !OWN.contains(&path.as_str()) {
            found.foreign.push(path);
        }
    }
    Ok(found)
}

fn check(folder: &Path, path: &str, entry: &Entry, found: &mut Verification) -> Result<bool, PublishError> {
    let here = folder.join(path);
    match look(&here)? {
        Seen::Missing => found.missing.push(path.to_owned()),
        Seen::File(size) if size == entry.size && digest_of(&here) == Some(entry.sha256) => return Ok(true),
        _ => found.changed.push(path.to_owned()),
    }
    Ok(false)
}
