//! How many pages the published files have, for lists that tell of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::fingerprint::Fingerprint;
use super::manifest;

/// The pages of published files, with what each was made from.
#[derive(Debug, Default)]
pub struct Published(BTreeMap<Arc<str>, (Fingerprint, usize)>);

impl Published {
    /// What the manifest of an output folder says; nothing where it cannot be
    /// used.
    pub fn load(folder: &Path) -> Self {
        let files = manifest::load(folder).map(|loaded| loaded.manifest.files).unwrap_or_default();
        Self(files.into_iter().map(|(path, entry)| (path, (entry.fingerprint, entry.pages))).collect())
    }

    /// What a file was made from, and its pages.
    pub fn of(&self, path: &str) -> Option<&(Fingerprint, usize)> {
        self.0.get(path)
    }

    /// The pages of a file, where it was made from just this.
    pub fn pages(&self, path: &str, from: &Fingerprint) -> Option<usize> {
        self.0.get(path).filter(|(known, _)| known == from).map(|(_, pages)| *pages)
    }
}
