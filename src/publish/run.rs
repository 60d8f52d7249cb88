//! One run: bring an output folder up to date with a list of documents.
//!
//! Lock, recover, plan. Where there is nothing to do the run ends here and
//! has written nothing. Else the journal is begun, documents are made on all
//! cores and put into place in batches, leavers move to the archive, and the
//! manifest is written last.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::archive::{leavers, retire};
use super::atomic::{digest_of, sync_batch};
use super::commit::Committer;
use super::edition::{is_current, keep_reprints, lost_sheets};
use super::error::PublishError;
use super::fingerprint::{Digest, Fingerprint, Fingerprints};
use super::folders::Folders;
use super::journal::{self, Begin, Journal, Line};
use super::lock::{Holder, Lock};
use super::making::make;
use super::manifest::{self, CURRENT, Manifest};
use super::path::is_inside;
use super::plan::{Planner, Source, Wanted};
use super::proof::proof;
use super::recover::recover;
use super::store;
use super::summary::{LeftAlone, Noted, Progress, Reason, Summary};
use crate::typeset::{Brief, Engine, Jobs};

/// A file that another room has finished: a workbook, a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// Where it goes, relative to the output folder, with forward slashes.
    pub path: String,
    /// Its bytes; the same content must give the same bytes.
    pub bytes: Vec<u8>,
}

/// How a run is to go about it.
#[derive(Debug)]
pub struct Options<'a> {
    /// How many documents are made at once.
    pub threads: usize,
    /// The edition that the documents belong to, "murni": either not frozen
    /// yet or the last one that is. Its archive takes what is retired.
    pub edition: &'a str,
    /// Only some documents are wanted; the others stay as they are.
    pub partial: bool,
    /// Write again what only the templates or the program changed, though
    /// signed files are among it.
    pub refresh_templates: bool,
    /// Who is at work, for a second run to name.
    pub holder: Holder,
    /// Raised to stop after the documents in hand.
    pub cancel: &'a AtomicBool,
}

/// Brings `folder`, the output folder of one instansi, up to date: `jobs` are
/// typeset and published, `ready` published as they are, and what neither
/// wants any more is archived.
///
/// # Errors
/// When the folder cannot be used or the disk fails. What was published until
/// then stands complete and the next run goes on from there. What concerns
/// single documents is in the summary instead.
pub fn run<J: Jobs + ?Sized>(
    folder: &Path,
    jobs: &J,
    ready: &[Ready],
    engine: &Engine,
    options: &Options,
    progress: &dyn Progress,
) -> Result<Summary, PublishError> {
    if !is_inside(options.edition) || options.edition.contains('/') {
        return Err(PublishError::Place { path: options.edition.to_owned() });
    }
    let mut folders = Folders::open(folder)?;
    let _lock = Lock::take(folder)?;
    let mut loaded = manifest::load(folder)?;
    let recovered = recover(&mut folders, &mut loaded)?;
    let mut summary = Summary { recovered: recovered.is_some(), ..Summary::default() };
    let mut manifest = loaded.manifest;
    if !is_current(&manifest.editions, options.edition) {
        return Err(PublishError::OtherEdition { folder: folder.to_owned() });
    }
    let before = digest_of(&folder.join(CURRENT));

    let mut planner = Planner::new(&mut folders, &mut manifest, &mut summary, progress, options.refresh_templates);
    want(&mut planner, jobs, ready, engine)?;
    let mut plan = planner.finish()?;
    if !options.partial {
        let told: BTreeSet<String> = summary.left_alone.iter().map(|left| left.path.clone()).collect();
        let lost = lost_sheets(&folders, &manifest)?.into_iter().filter(|path| !told.contains(path));
        summary.left_alone.extend(lost.map(|path| LeftAlone { path, beside: None, reason: Reason::Lost }));
    }
    let leaving = leavers(&mut folders, &manifest, &plan, options.partial, options.edition)?;
    let idle = plan.tasks.is_empty() && leaving.intact.is_empty() && leaving.gone.is_empty();
    if idle && before == Some(store::digest(&manifest)) {
        if summary.recovered {
            journal::end(folder)?;
        }
        let stay = leaving.changed.into_iter();
        summary.left_alone.extend(stay.map(super::archive::stays));
        summary.noted = noted(&manifest);
        return Ok(summary);
    }

    proof(engine, jobs, &plan, &manifest)?;
    let kept = recovered.is_some_and(|recovered| recovered.kept);
    let begin = Begin::new(options.holder.clone(), before, kept);
    let mut lines = vec![Line::Begin(begin)];
    lines.extend(plan.tasks.iter().map(|task| Line::Write(task.wanted.path.to_string())));
    let mut journal = Journal::begin(folder, &lines)?;
    drop(lines);
    summary.manifest_damage = loaded.damage;
    if summary.manifest_damage.is_some() {
        store::set_aside(folder)?;
    }

    let mut committer = Committer {
        folders: &mut folders,
        manifest: &mut manifest,
        journal: &mut journal,
        tasks: &plan.tasks,
        taken: &mut plan.taken,
        summary: &mut summary,
    };
    let published = make(&mut committer, jobs, ready, engine, options, progress);
    summary.cancelled = options.cancel.load(Ordering::Relaxed);
    let archived = if published.is_ok() && !summary.cancelled {
        let leaving = leavers(&mut folders, &manifest, &plan, options.partial, options.edition);
        leaving.and_then(|leaving| {
            retire(&mut folders, &mut manifest, &mut journal, leaving, options.edition, &mut summary)
        })
    } else {
        Ok(())
    };
    if published.is_ok() && archived.is_ok() && !summary.cancelled {
        keep_reprints(&mut manifest, options.edition);
    }
    // Even after an error: what took its place belongs into the manifest. If
    // that fails as well, the journal stays and the next run sees to it.
    summary.noted = noted(&manifest);
    let closed = close(folder, &manifest, journal, before, kept);
    published.and(archived).and(closed).map(|()| summary)
}

/// Documents whose digests are asked for together, on all cores.
const BRIEFS: usize = 1_000;

/// Hands every wanted document to the planner.
fn want<J: Jobs + ?Sized>(
    planner: &mut Planner,
    jobs: &J,
    ready: &[Ready],
    engine: &Engine,
) -> Result<(), PublishError> {
    let mut fingerprints = Fingerprints::new(engine);
    for start in (0..jobs.count()).step_by(BRIEFS) {
        let some = start..jobs.count().min(start + BRIEFS);
        let briefs: Vec<Brief> = some.into_par_iter().map(|index| jobs.brief(index)).collect();
        for (index, Brief { path, main, draft, digest }) in (start..).zip(briefs) {
            let fingerprint = Fingerprint { data: Digest(digest), tools: fingerprints.recipe(&main) };
            planner.add(Wanted { source: Source::Job(index), path, fingerprint, draft })?;
        }
    }
    for (index, file) in ready.iter().enumerate() {
        let fingerprint = Fingerprint { data: Digest::of(&file.bytes), tools: Digest::of(b"") };
        planner.add(Wanted {
            source: Source::File(index),
            path: file.path.as_str().into(),
            fingerprint,
            draft: false,
        })?;
    }
    Ok(())
}

/// What the templates noticed of the documents that stand there now.
fn noted(manifest: &Manifest) -> Vec<Noted> {
    let files = manifest.files.iter();
    files
        .flat_map(|(path, entry)| entry.notes.iter().map(|note| Noted { path: path.to_string(), note: note.clone() }))
        .collect()
}

/// Ends the run: renames to the disk, then the manifest, then no journal.
fn close(
    folder: &Path,
    manifest: &Manifest,
    journal: Journal,
    before: Option<Digest>,
    kept: bool,
) -> Result<(), PublishError> {
    sync_batch(folder, std::iter::empty()).map_err(|error| PublishError::io(folder, error))?;
    if before != Some(store::digest(manifest)) {
        if !kept {
            store::rotate(folder)?;
        }
        store::save(folder, manifest)?;
    }
    journal.end()
}
