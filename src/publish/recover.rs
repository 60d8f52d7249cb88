//! After an interrupted run: the manifest is brought up to what really
//! happened, and what lies about half done is cleared away. The journal says
//! what was begun, the digests of the files say how far it came. Interrupted
//! itself, a recovery is simply done again.

use super::atomic::{Seen, digest_of, look, remove, remove_empty_folders, sync_batch, temporary};
use super::error::PublishError;
use super::folders::Folders;
use super::journal::{self, Line};
use super::manifest::{CURRENT, Entry, Loaded, Manifest};
use super::path::{JOURNAL, parent};
use super::store;

/// A recovery that took place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recovered {
    /// Whether the manifest from before the interrupted run is kept already.
    pub(super) kept: bool,
}

/// Recovers, if there is something to recover from. The journal stays until
/// the run that goes on from here replaces or ends it.
pub(super) fn recover(folders: &mut Folders, loaded: &mut Loaded) -> Result<Option<Recovered>, PublishError> {
    let root = folders.root().to_owned();
    let unborn = temporary(&root, JOURNAL);
    if look(&unborn)? != Seen::Missing {
        remove(&unborn).map_err(|error| PublishError::io(&unborn, error))?;
    }
    let Some(lines) = journal::read(&root)? else { return Ok(None) };
    store::sweep(&root)?;
    let current = digest_of(&root.join(CURRENT));
    let (mut kept, mut changed) = (false, false);
    for line in &lines {
        match line {
            // The manifest is replaced only once the one before is kept.
            Line::Begin(begin) => kept = begin.kept || begin.before != current,
            Line::Write(path) => folders.check(path)?,
            Line::Publish(path, entry) => {
                folders.check(path)?;
                changed |= published(folders, &mut loaded.manifest, path, entry)?;
            }
            Line::Copy(path, entry) => {
                folders.check(path)?;
                let happened = digest_of(&folders.at(path)) == Some(entry.sha256);
                let news = happened && loaded.manifest.archive.get(path.as_str()) != Some(entry);
                if news {
                    loaded.manifest.archive.insert(path.as_str().into(), entry.clone());
                }
                changed |= news;
            }
            Line::Retire(from, to) => {
                folders.check(from)?;
                folders.check(to)?;
                changed |= retired(folders, &mut loaded.manifest, from, to)?;
            }
        }
    }
    if changed {
        sync_batch(&root, std::iter::empty()).map_err(|error| PublishError::io(&root, error))?;
        if loaded.damage.is_some() {
            store::set_aside(&root)?;
        } else if !kept {
            store::rotate(&root)?;
        }
        store::save(&root, &loaded.manifest)?;
        kept = true;
    }
    for line in &lines {
        match line {
            Line::Write(path) => {
                let left = temporary(&root, path);
                if look(&left)? != Seen::Missing {
                    remove(&left).map_err(|error| PublishError::io(&left, error))?;
                }
            }
            Line::Retire(from, _) => remove_empty_folders(&root, parent(from)),
            _ => {}
        }
    }
    Ok(Some(Recovered { kept }))
}

/// Whether an announced document took its place; then it is in the manifest.
fn published(folders: &Folders, manifest: &mut Manifest, path: &str, entry: &Entry) -> Result<bool, PublishError> {
    let place = folders.at(path);
    let digest = digest_of(&place);
    let known = manifest.files.get(path).map(|entry| entry.sha256);
    let waiting = temporary(folders.root(), entry.beside.as_deref().unwrap_or(path));
    let happened = if digest == Some(entry.sha256) {
        true
    } else if digest.is_none() || digest == known {
        false
    } else {
        // Neither the old one nor the new one. Where the temporary file is
        // gone it was renamed, and somebody has signed it since.
        look(&waiting)? == Seen::Missing
    };
    if happened && manifest.files.get(path) != Some(entry) {
        manifest.files.insert(path.into(), entry.clone());
        return Ok(true);
    }
    Ok(false)
}

/// Whether an announced move to the archive happened; then it is in the
/// manifest.
fn retired(folders: &Folders, manifest: &mut Manifest, from: &str, to: &str) -> Result<bool, PublishError> {
    let Some(entry) = manifest.files.get(from) else { return Ok(false) };
    if look(&folders.at(from))? != Seen::Missing || digest_of(&folders.at(to)) != Some(entry.sha256) {
        return Ok(false);
    }
    manifest.archive.insert(to.into(), entry.clone());
    manifest.files.remove(from);
    Ok(true)
}
