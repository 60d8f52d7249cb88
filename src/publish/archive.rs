//! Documents that are no longer wanted move to `_arsip/<edition>/`, under
//! their old path; nothing is deleted. One that was signed or changed stays
//! where it is and is reported instead.

use std::sync::Arc;

use super::atomic::{Seen, Witness, digest_of, look, remove_empty_folders, rename_new, rename_over, witness};
use super::edition::{is_kept, is_sheet};
use super::error::PublishError;
use super::folders::Folders;
use super::journal::{Journal, Line};
use super::manifest::{Entry, Manifest};
use super::path::{ARCHIVE, parent, with_note};
use super::plan::Plan;
use super::summary::{LeftAlone, Pending, Reason, Summary};

/// What has become of the documents that nobody wants any more.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Leavers {
    /// As published: they move.
    pub(super) intact: Vec<Arc<str>>,
    /// Already gone: only the manifest knows them.
    pub(super) gone: Vec<Arc<str>>,
    /// Signed or changed: they stay.
    pub(super) changed: Vec<Arc<str>>,
}

/// Finds them, in a run for an edition. With `partial` the run wants only some
/// documents and says nothing about the others.
pub(super) fn leavers(
    folders: &mut Folders,
    manifest: &Manifest,
    plan: &Plan,
    partial: bool,
    edition: &str,
) -> Result<Leavers, PublishError> {
    let mut found = Leavers::default();
    for (path, entry) in &manifest.files {
        let wanted = match &entry.beside {
            // A stand-in stays while the place it stands in for is taken.
            Some(replaced) => {
                plan.taken.contains(replaced.as_str()) || partial && !plan.claimed.contains(replaced.as_str())
            }
            None => partial || plan.claimed.contains(path),
        };
        let kept = is_kept(path, entry, edition);
        if wanted || kept && is_sheet(path) {
            continue;
        }
        folders.check(path)?;
        let here = folders.at(path);
        let list = match look(&here)? {
            Seen::Missing => &mut found.gone,
            _ if kept => continue,
            Seen::File(size) if size == entry.size && digest_of(&here) == Some(entry.sha256) => &mut found.intact,
            _ => &mut found.changed,
        };
        list.push(path.clone());
    }
    Ok(found)
}

/// How a leaver that must not move is reported.
pub(super) fn stays(path: Arc<str>) -> LeftAlone {
    LeftAlone { path: path.to_string(), beside: None, reason: Reason::Retired }
}

/// One move, announced and then made.
struct Move {
    from: Arc<str>,
    to: Arc<str>,
    /// Whether the very same bytes lie there already.
    twin: bool,
    entry: Entry,
    witness: Option<Witness>,
}

/// Moves the leavers into the archive of an edition.
pub(super) fn retire(
    folders: &mut Folders,
    manifest: &mut Manifest,
    journal: &mut Journal,
    leavers: Leavers,
    edition: &str,
    summary: &mut Summary,
) -> Result<(), PublishError> {
    for path in leavers.gone {
        manifest.files.remove(&path);
    }
    summary.left_alone.extend(leavers.changed.into_iter().map(stays));
    let mut moves = Vec::new();
    for from in leavers.intact {
        let Some(entry) = manifest.files.get(&from).cloned() else { continue };
        let witness = witness(&folders.at(&from));
        let (to, twin) = place(folders, manifest, &home(manifest, edition, &from, &entry), &entry)?;
        folders.make(&to)?;
        moves.push(Move { from, to: to.into(), twin, entry, witness });
    }
    if moves.is_empty() {
        return Ok(());
    }
    let lines: Vec<_> = moves.iter().map(|step| Line::Retire(step.from.to_string(), step.to.to_string())).collect();
    journal.append(&lines)?;
    journal.sync()?;
    for Move { from, to, twin, entry, witness: before } in moves {
        let (here, there) = (folders.at(&from), folders.at(&to));
        if before.is_none() || witness(&here) != before {
            summary.pending.push(Pending { path: from.to_string(), why: "berubah sewaktu hendak diarsipkan".into() });
            continue;
        }
        match if twin { rename_over(&here, &there) } else { rename_new(&here, &there) } {
            Ok(()) => {
                manifest.files.remove(&from);
                manifest.archive.insert(to, entry);
                summary.retired += 1;
                remove_empty_folders(folders.root(), parent(&from));
            }
            Err(error) if super::commit::concerns_one_file(&error) => {
                summary.pending.push(Pending { path: from.to_string(), why: error.to_string() });
            }
            Err(error) => return Err(PublishError::io(&there, error)),
        }
    }
    Ok(())
}

/// Where a leaver belongs: to the frozen edition that has the very same file
/// in its archive, else to the one at work.
fn home(manifest: &Manifest, edition: &str, path: &str, entry: &Entry) -> String {
    let frozen = manifest.editions.iter().rev().map(|frozen| format!("{ARCHIVE}/{}/{path}", frozen.name));
    let mut same =
        frozen.filter(|to| manifest.archive.get(to.as_str()).is_some_and(|kept| kept.sha256 == entry.sha256));
    same.next().unwrap_or_else(|| format!("{ARCHIVE}/{edition}/{path}"))
}

/// A free place in the archive, or the place of the very same file.
pub(super) fn place(
    folders: &mut Folders,
    manifest: &Manifest,
    path: &str,
    entry: &Entry,
) -> Result<(String, bool), PublishError> {
    folders.check(path)?;
    for number in 1..10_000 {
        let to = if number == 1 { path.to_owned() } else { with_note(path, &number.to_string()) };
        let there = folders.at(&to);
        if look(&there)? == Seen::Missing {
            return Ok((to, false));
        }
        let ours = manifest.archive.get(to.as_str()).is_some_and(|old| old.sha256 == entry.sha256);
        if ours && digest_of(&there) == Some(entry.sha256) {
            return Ok((to, true));
        }
    }
    Err(PublishError::io(&folders.at(path), std::io::ErrorKind::AlreadyExists.into()))
}
