//! What is to be done, decided before anything is touched: which documents
//! are up to date, which are to be written, and over what.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::atomic::{Seen, digest_of, look};
use super::edition::is_sheet;
use super::error::PublishError;
use super::fingerprint::{Digest, Fingerprint};
use super::folders::Folders;
use super::manifest::{Entry, Manifest};
use super::path::is_publishable;
use super::register::WORKBOOK as REGISTER;
use super::summary::{LeftAlone, Progress, Reason, Summary, Why};

/// Where a document's bytes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// The job with this index is to be typeset.
    Job(usize),
    /// The finished file with this index is to be taken as it is.
    File(usize),
}

/// A document that somebody wants published.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) source: Source,
    pub(super) path: Arc<str>,
    pub(super) fingerprint: Fingerprint,
    pub(super) draft: bool,
}

/// What stands in the place of a document to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Nothing.
    Free,
    /// Our own file with this digest.
    Ours(Digest),
    /// Somebody's file, for this reason: the document goes beside it.
    Taken(Reason),
}

/// A document to be written.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) wanted: Wanted,
    pub(super) target: Target,
}

/// The plan of a run.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What is to be written, the jobs first and in their order.
    pub(super) tasks: Vec<Task>,
    /// All paths that are wanted.
    pub(super) claimed: BTreeSet<Arc<str>>,
    /// Those among them that somebody else's file occupies.
    pub(super) taken: BTreeSet<Arc<str>>,
}

/// Decides document by document.
pub(super) struct Planner<'a> {
    pub(super) folders: &'a mut Folders,
    pub(super) manifest: &'a mut Manifest,
    pub(super) summary: &'a mut Summary,
    pub(super) progress: &'a dyn Progress,
    pub(super) refresh_templates: bool,
    plan: Plan,
    /// Paths as a file system without case or normal form sees them.
    places: HashSet<String>,
    /// Up to date but for templates or program.
    stale: Vec<Wanted>,
    /// Stand-ins by the path they stand in for.
    beside: BTreeMap<String, Vec<String>>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(
        folders: &'a mut Folders,
        manifest: &'a mut Manifest,
        summary: &'a mut Summary,
        progress: &'a dyn Progress,
        refresh_templates: bool,
    ) -> Self {
        let mut beside: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (path, entry) in &manifest.files {
            if let Some(replaced) = &entry.beside {
                beside.entry(replaced.clone()).or_default().push(path.to_string());
            }
        }
        Self {
            folders,
            manifest,
            summary,
            progress,
            refresh_templates,
            plan: Plan::default(),
            places: HashSet::new(),
            stale: Vec::new(),
            beside,
        }
    }

    /// Decides about one document.
    pub(super) fn add(&mut self, wanted: Wanted) -> Result<(), PublishError> {
        let place = wanted.path.nfc().collect::<String>().to_lowercase();
        let shadows = self.manifest.files.get(&*wanted.path).is_some_and(|entry| entry.beside.is_some());
        if !is_publishable(&wanted.path) || shadows || !self.places.insert(place) {
            return Err(PublishError::Place { path: wanted.path.to_string() });
        }
        self.folders.check(&wanted.path)?;
        self.summary.draft += usize::from(wanted.draft);
        self.plan.claimed.insert(wanted.path.clone());
        let seen = look(&self.folders.at(&wanted.path))?;
        let Some(entry) = self.manifest.files.get(&*wanted.path).cloned() else {
            match seen {
                Seen::Missing => self.task(wanted, Target::Free, Why::New),
                _ => self.taken(wanted, Reason::Foreign)?,
            }
            return Ok(());
        };
        match seen {
            _ if entry.edition.is_some() && is_sheet(&wanted.path) => self.frozen(&wanted, &entry, seen),
            Seen::Missing => self.task(wanted, Target::Free, Why::Missing),
            Seen::Other => self.taken(wanted, Reason::Foreign)?,
            Seen::File(size) if entry.fingerprint == wanted.fingerprint => {
                self.summary.unchanged += 1;
                self.summary.signed += usize::from(size != entry.size);
                // Marks in it count only where they are read: in the office's copy.
                if &*wanted.path == REGISTER && !self.intact(&wanted.path, &entry, size) {
                    self.leave(&wanted, Reason::FilledIn);
                }
            }
            Seen::File(_) if entry.fingerprint.data == wanted.fingerprint.data => self.stale.push(wanted),
            Seen::File(size) => match self.intact(&wanted.path, &entry, size) {
                true => self.task(wanted, Target::Ours(entry.sha256), Why::Data),
                false => self.taken(wanted, Reason::Changed)?,
            },
        }
        Ok(())
    }

    /// Ends the planning.
    pub(super) fn finish(mut self) -> Result<Plan, PublishError> {
        // Looked up only now: signed sheets among them hold all of them back.
        let stale = std::mem::take(&mut self.stale);
        let mut decided = Vec::new();
        for wanted in stale {
            let entry = self.manifest.files[&*wanted.path].clone();
            let intact = match look(&self.folders.at(&wanted.path))? {
                Seen::File(size) => self.intact(&wanted.path, &entry, size),
                _ => false,
            };
            decided.push((wanted, intact.then_some(entry.sha256)));
        }
        let signed = decided.iter().any(|(_, intact)| intact.is_none());
        for (wanted, intact) in decided {
            match intact {
                _ if signed && !self.refresh_templates => {
                    self.summary.held_back += 1;
                    self.summary.unchanged += 1;
                }
                Some(sha256) => self.task(wanted, Target::Ours(sha256), Why::Tools),
                None => self.taken(wanted, Reason::Changed)?,
            }
        }
        self.plan.tasks.sort_by_key(|task| task.wanted.source);
        Ok(self.plan)
    }

    fn intact(&self, path: &str, entry: &Entry, size: u64) -> bool {
        size == entry.size && digest_of(&self.folders.at(path)) == Some(entry.sha256)
    }

    fn task(&mut self, wanted: Wanted, target: Target, why: Why) {
        self.progress.planned(&wanted.path, why);
        self.plan.tasks.push(Task { wanted, target });
    }

    /// A file of a signed edition is never written again, whatever became of
    /// it.
    fn frozen(&mut self, wanted: &Wanted, entry: &Entry, seen: Seen) {
        if seen == Seen::Missing {
            self.leave(wanted, Reason::Lost);
        } else if entry.fingerprint.data == wanted.fingerprint.data {
            self.summary.unchanged += 1;
        } else {
            self.leave(wanted, Reason::Frozen);
        }
    }

    fn leave(&mut self, wanted: &Wanted, reason: Reason) {
        self.summary.left_alone.push(LeftAlone { path: wanted.path.to_string(), beside: None, reason });
    }

    /// The place is taken: either an earlier run put the same document beside
    /// it already, or it is to be put there now.
    fn taken(&mut self, wanted: Wanted, reason: Reason) -> Result<(), PublishError> {
        let stand_ins = self.beside.get(&*wanted.path).cloned().unwrap_or_default();
        if self.promote(&wanted.path, &stand_ins) {
            // Somebody put our new version in the old one's place.
            self.plan.claimed.remove(&wanted.path);
            self.places.remove(&wanted.path.nfc().collect::<String>().to_lowercase());
            self.summary.draft -= usize::from(wanted.draft);
            return self.add(wanted);
        }
        self.plan.taken.insert(wanted.path.clone());
        for stand_in in stand_ins {
            let current = self.manifest.files[stand_in.as_str()].fingerprint == wanted.fingerprint;
            if current && matches!(look(&self.folders.at(&stand_in))?, Seen::File(_)) {
                self.summary.unchanged += 1;
                self.summary.left_alone.push(LeftAlone {
                    path: wanted.path.to_string(),
                    beside: Some(stand_in),
                    reason,
                });
                return Ok(());
            }
        }
        self.task(wanted, Target::Taken(reason), Why::Taken);
        Ok(())
    }

    /// Whether the file at a path is byte for byte one of its stand-ins; its
    /// entry then moves there.
    fn promote(&mut self, path: &str, stand_ins: &[String]) -> bool {
        if stand_ins.is_empty() {
            return false;
        }
        let Some(digest) = digest_of(&self.folders.at(path)) else { return false };
        let Some(same) = stand_ins.iter().find(|stand_in| self.manifest.files[stand_in.as_str()].sha256 == digest)
        else {
            return false;
        };
        let entry = Entry { beside: None, ..self.manifest.files[same.as_str()].clone() };
        // Else it would be found again, and nothing would have been gained.
        let news = self.manifest.files.get(path).is_none_or(|old| old.sha256 != entry.sha256);
        self.manifest.files.insert(path.into(), entry);
        news
    }
}
