//! Making the documents of a plan: workers typeset them and write them under
//! their temporary names, this thread puts them into place batch by batch.
//! Typesetting goes on while a batch is synced.

use std::borrow::Cow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use super::atomic::{create, remove, temporary};
use super::commit::{Committer, Made, concerns_one_file};
use super::error::PublishError;
use super::fingerprint::Digest;
use super::manifest::Entry;
use super::plan::{Source, Task, Wanted};
use super::run::{Options, Ready};
use super::summary::{Failed, Pending, Progress};
use crate::typeset::{Begun, Engine, Job, Jobs, Pdf, TypesetError, pool};

/// Documents that are synced and renamed together.
const BATCH: usize = 256;

/// Documents that may wait, under their temporary names, for the disk.
const QUEUE: usize = 2 * BATCH;

/// Some of the jobs, numbered anew.
struct Tasks<'a, J: ?Sized> {
    jobs: &'a J,
    indices: Vec<usize>,
}

impl<J: Jobs + ?Sized> Jobs for Tasks<'_, J> {
    fn count(&self) -> usize {
        self.indices.len()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        self.jobs.job(self.indices[index])
    }

    fn begin<'e>(&self, index: usize, engine: &'e Engine) -> Result<Begun<'e>, TypesetError> {
        self.jobs.begin(self.indices[index], engine)
    }

    fn made(&self, index: usize, pdf: &Pdf) {
        self.jobs.made(self.indices[index], pdf);
    }
}

/// What became of a task on its worker.
enum Outcome {
    Made(Made),
    Failed(TypesetError),
    /// The temporary file could not be written.
    Disk(PublishError),
    /// The same, but it concerns this document only.
    Pending(String),
}

/// Makes all documents of the plan and puts them into place.
pub(super) fn make<J: Jobs + ?Sized>(
    committer: &mut Committer,
    jobs: &J,
    ready: &[Ready],
    engine: &Engine,
    options: &Options,
    progress: &dyn Progress,
) -> Result<(), PublishError> {
    let plan = committer.tasks;
    for task in plan {
        committer.folders.make(&task.wanted.path)?;
    }
    let root = committer.folders.root().to_owned();
    let (mut indices, mut files) = (Vec::new(), Vec::new());
    // Jobs come first, so a job's place in the pool is its place in the plan.
    for (task, Task { wanted, .. }) in plan.iter().enumerate() {
        match wanted.source {
            Source::Job(index) => indices.push(index),
            Source::File(index) => files.push((task, index)),
        }
    }
    let tasks = Tasks { jobs, indices };
    let stop = AtomicBool::new(false);
    let (sender, receiver) = sync_channel(QUEUE);
    thread::scope(|scope| {
        let (root, tasks, stop) = (&root, &tasks, &stop);
        scope.spawn(move || {
            if tasks.count() > 0 {
                pool::render(engine, tasks, options.threads, options.cancel, |task, result| {
                    let outcome = match result {
                        Ok(pdf) => write(root, task, &plan[task].wanted, &pdf),
                        Err(error) => Outcome::Failed(error),
                    };
                    sender.send((task, outcome)).is_ok() && !stop.load(Ordering::Relaxed)
                });
            }
            for (task, index) in files {
                if stop.load(Ordering::Relaxed) || options.cancel.load(Ordering::Relaxed) {
                    break;
                }
                let file = Pdf { bytes: ready[index].bytes.clone(), ..Pdf::default() };
                let _ = sender.send((task, write(root, task, &plan[task].wanted, &file)));
            }
        });
        let result = collect(committer, &receiver, progress);
        if result.is_err() {
            stop.store(true, Ordering::Relaxed);
            // What still comes in is not wanted any more.
            for (task, outcome) in receiver {
                if let Outcome::Made(_) = outcome {
                    let _ = remove(&temporary(root, &plan[task].wanted.path));
                }
            }
        }
        result
    })
}

/// Receives finished documents and commits them in batches. After a fault of
/// the disk those that are complete are still put into place, if that works.
fn collect(
    committer: &mut Committer,
    receiver: &Receiver<(usize, Outcome)>,
    progress: &dyn Progress,
) -> Result<(), PublishError> {
    let tasks = committer.tasks;
    let mut batch = Vec::new();
    progress.advanced(0, tasks.len());
    for (done, (task, outcome)) in receiver.iter().enumerate() {
        let path = || tasks[task].wanted.path.to_string();
        match outcome {
            Outcome::Made(made) => batch.push(made),
            Outcome::Failed(error) => committer.summary.failed.push(Failed { path: path(), error }),
            Outcome::Pending(why) => committer.summary.pending.push(Pending { path: path(), why }),
            Outcome::Disk(error) => {
                let _ = committer.commit(batch);
                return Err(error);
            }
        }
        progress.advanced(done + 1, tasks.len());
        if batch.len() >= BATCH {
            committer.commit(std::mem::take(&mut batch))?;
        }
    }
    let result = committer.commit(batch);
    // Workers finish in any order; the summary does not show it.
    committer.summary.failed.sort_by(|a, b| a.path.cmp(&b.path));
    committer.summary.pending.sort_by(|a, b| a.path.cmp(&b.path));
    committer.summary.left_alone.sort_by(|a, b| a.path.cmp(&b.path));
    result
}

/// Writes a document down under its temporary name.
fn write(root: &Path, task: usize, wanted: &Wanted, pdf: &Pdf) -> Outcome {
    let new = temporary(root, &wanted.path);
    if let Err(error) = create(&new, &pdf.bytes) {
        return match concerns_one_file(&error) {
            true => Outcome::Pending(error.to_string()),
            false => Outcome::Disk(PublishError::io(&new, error)),
        };
    }
    let entry = Entry {
        sha256: Digest::of(&pdf.bytes),
        size: pdf.bytes.len() as u64,
        pages: pdf.pages,
        fingerprint: wanted.fingerprint,
        draft: wanted.draft,
        notes: pdf.notes.clone(),
        anchors: pdf.anchors.clone(),
        beside: None,
        edition: None,
    };
    Outcome::Made(Made { task, entry })
}
