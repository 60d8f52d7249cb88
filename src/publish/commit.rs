//! A batch of finished documents takes its place: looked at once more,
//! announced in the journal, synced together, renamed one by one.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atomic::{
    Seen, Witness, digest_of, is_held_open, look, remove, rename_new, rename_over, sync_batch, temporary, witness,
};
use super::error::PublishError;
use super::folders::Folders;
use super::journal::{Journal, Line};
use super::manifest::{Entry, Manifest};
use super::path::with_note;
use super::plan::{Target, Task};
use super::summary::{LeftAlone, Pending, Reason, Summary};

/// A document whose temporary file is written.
#[derive(Debug)]
pub(super) struct Made {
    /// The index of its task.
    pub(super) task: usize,
    /// What the manifest will say of it.
    pub(super) entry: Entry,
}

/// Whether a fault of the system is about this one file, so that the others
/// can go on; a full or failing disk is not.
pub(super) fn concerns_one_file(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    let kinds = [
        Kind::PermissionDenied,
        Kind::AlreadyExists,
        Kind::ResourceBusy,
        Kind::ExecutableFileBusy,
        Kind::IsADirectory,
        Kind::NotADirectory,
        Kind::DirectoryNotEmpty,
        Kind::NotFound,
        Kind::InvalidFilename,
    ];
    kinds.contains(&error.kind()) || is_held_open(error)
}

/// Where a document goes.
enum Place {
    /// Here, over our own file with this witness or where there is nothing.
    At { path: Arc<str>, over: Option<Witness>, entry: Entry },
    /// The very same bytes are here already, whoever put them there.
    Found { path: Arc<str>, entry: Entry },
    /// Nowhere: there are too many versions beside it already.
    Blocked,
}

/// Puts batches into place.
pub(super) struct Committer<'a> {
    pub(super) folders: &'a mut Folders,
    pub(super) manifest: &'a mut Manifest,
    pub(super) journal: &'a mut Journal,
    /// What the plan wants written.
    pub(super) tasks: &'a [Task],
    /// As [`super::plan::Plan::taken`].
    pub(super) taken: &'a mut BTreeSet<Arc<str>>,
    pub(super) summary: &'a mut Summary,
}

impl Committer<'_> {
    /// Puts a batch into place. After an error none of what is still under
    /// its temporary name counts; it is taken away.
    pub(super) fn commit(&mut self, batch: Vec<Made>) -> Result<(), PublishError> {
        let waiting: Vec<_> = batch.iter().map(|made| self.temporary(made.task)).collect();
        let result = self.try_commit(batch);
        if result.is_err() {
            for path in waiting {
                let _ = remove(&path);
            }
        }
        result
    }

    fn try_commit(&mut self, batch: Vec<Made>) -> Result<(), PublishError> {
        let mut ready = Vec::new();
        let mut lines = Vec::new();
        for made in batch {
            let new = self.temporary(made.task);
            match self.place(made)? {
                Place::At { path, over, entry } => {
                    lines.push(Line::Publish(path.to_string(), entry.clone()));
                    ready.push((new, path, over, entry));
                }
                Place::Found { path, entry } => {
                    self.discard(&new)?;
                    self.manifest.files.insert(path, entry);
                    self.summary.unchanged += 1;
                }
                Place::Blocked => self.discard(&new)?,
            }
        }
        if ready.is_empty() {
            return Ok(());
        }
        self.journal.append(&lines)?;
        let root = self.folders.root().to_owned();
        sync_batch(&root, ready.iter().map(|(new, ..)| new.as_path()))
            .map_err(|error| PublishError::io(&root, error))?;
        #[cfg(not(target_os = "linux"))]
        self.journal.sync()?;
        for (new, path, over, entry) in ready {
            self.rename(new, path, over, entry)?;
        }
        Ok(())
    }

    fn rename(
        &mut self,
        new: PathBuf,
        path: Arc<str>,
        over: Option<Witness>,
        entry: Entry,
    ) -> Result<(), PublishError> {
        let place = self.folders.at(&path);
        let renamed = match over {
            None => rename_new(&new, &place),
            Some(before) if witness(&place) == Some(before) => rename_over(&new, &place),
            Some(_) => Err(io::Error::other("berkas lama berubah sewaktu hendak diganti")),
        };
        match renamed {
            Ok(()) => {
                self.summary.written += 1;
                self.summary.bytes += entry.size;
                self.summary.pages += entry.pages;
                self.manifest.files.insert(path, entry);
                Ok(())
            }
            Err(error) if concerns_one_file(&error) || over.is_some_and(|before| witness(&place) != Some(before)) => {
                self.discard(&new)?;
                self.summary.pending.push(Pending { path: path.to_string(), why: error.to_string() });
                Ok(())
            }
            Err(error) => Err(PublishError::io(&place, error)),
        }
    }

    /// Where the document of a task goes, now that its bytes are known.
    fn place(&mut self, made: Made) -> Result<Place, PublishError> {
        let task = &self.tasks[made.task];
        let path = task.wanted.path.clone();
        let here = self.folders.at(&path);
        let entry = made.entry;
        let reason = match task.target {
            Target::Taken(reason) => reason,
            Target::Free | Target::Ours(_) => {
                let before = witness(&here);
                match (look(&here)?, task.target) {
                    (Seen::Missing, _) => return Ok(Place::At { path, over: None, entry }),
                    (Seen::File(_), Target::Ours(digest)) if digest_of(&here) == Some(digest) => {
                        // Made from something else, and yet the same pages.
                        if entry.sha256 == digest {
                            return Ok(Place::Found { path, entry });
                        }
                        return Ok(Place::At { path, over: before, entry });
                    }
                    // It happened while the run was at work.
                    (_, Target::Ours(_)) => Reason::Changed,
                    _ => Reason::Foreign,
                }
            }
        };
        if digest_of(&here) == Some(entry.sha256) {
            self.taken.remove(&path);
            return Ok(Place::Found { path, entry });
        }
        self.taken.insert(path.clone());
        let place = self.beside(&path, entry)?;
        let beside = match &place {
            Place::At { path, .. } | Place::Found { path, .. } => Some(path.to_string()),
            Place::Blocked => None,
        };
        self.summary.left_alone.push(LeftAlone { path: path.to_string(), beside, reason });
        Ok(place)
    }

    /// The place beside a path that is taken: that of our own earlier
    /// stand-in, or the first free one.
    fn beside(&self, taken: &str, entry: Entry) -> Result<Place, PublishError> {
        let entry = Entry { beside: Some(taken.to_owned()), ..entry };
        for number in 1..1000 {
            let note = if number == 1 { "versi baru".to_owned() } else { format!("versi baru {number}") };
            let path = Arc::<str>::from(with_note(taken, &note));
            let here = self.folders.at(&path);
            let known = self.manifest.files.get(&path);
            if known.is_some_and(|known| known.beside.as_deref() != Some(taken) || known.edition.is_some()) {
                continue;
            }
            match look(&here)? {
                Seen::Missing => return Ok(Place::At { path, over: None, entry }),
                Seen::Other => {}
                Seen::File(_) => {
                    let before = witness(&here);
                    let digest = digest_of(&here);
                    if digest == Some(entry.sha256) {
                        return Ok(Place::Found { path, entry });
                    }
                    if digest.is_some() && digest == known.map(|known| known.sha256) {
                        return Ok(Place::At { path, over: before, entry });
                    }
                }
            }
        }
        Ok(Place::Blocked)
    }

    fn temporary(&self, task: usize) -> PathBuf {
        temporary(self.folders.root(), &self.tasks[task].wanted.path)
    }

    fn discard(&self, path: &Path) -> Result<(), PublishError> {
        remove(path).map_err(|error| PublishError::io(path, error))
    }
}
