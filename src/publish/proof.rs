//! A proof print before anything is written: a template that fails for every
//! document it is tried with is broken itself, and the office wants to hear
//! that once, with file and line, instead of for each of its documents. One
//! that has made a published document is not: of a run before, only what fails
//! by its data may be left to do.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;

use super::error::PublishError;
use super::fingerprint::Digest;
use super::manifest::Manifest;
use super::plan::{Plan, Source};
use crate::typeset::{Engine, Job, Jobs, TypesetError, pool};

/// Documents that each template is tried with; with fewer than two, a mistake
/// cannot be told from one in the data.
const TRIED: std::ops::RangeInclusive<usize> = 2..=3;

/// Tries every template that has made nothing yet with its first few
/// documents.
pub(super) fn proof<J: Jobs + ?Sized>(
    engine: &Engine,
    jobs: &J,
    plan: &Plan,
    manifest: &Manifest,
) -> Result<(), PublishError> {
    let proven: BTreeSet<Digest> = manifest.files.values().map(|entry| entry.fingerprint.tools).collect();
    // A template is known by its recipe here: asking every job would compose it.
    let mut tried: Vec<(Digest, Vec<usize>)> = Vec::new();
    for task in &plan.tasks {
        let (Source::Job(index), tools) = (task.wanted.source, task.wanted.fingerprint.tools) else { continue };
        if proven.contains(&tools) {
            continue;
        }
        match tried.iter_mut().find(|(known, _)| *known == tools) {
            Some((_, list)) if list.len() == *TRIED.end() => {}
            Some((_, list)) => list.push(index),
            None => tried.push((tools, vec![index])),
        }
    }
    for indices in tried.into_iter().map(|(_, indices)| indices).filter(|indices| TRIED.contains(&indices.len())) {
        // Not as the list makes them: of what is bound from many documents, the
        // template's own pages are enough.
        let tried: Vec<Job> = indices.iter().map(|&index| jobs.job(index).into_owned()).collect();
        let errors: Mutex<Vec<TypesetError>> = Mutex::new(Vec::new());
        pool::render(engine, &tried, 1, &AtomicBool::new(false), |_, result| {
            let Err(error) = result else { return false };
            errors.lock().unwrap_or_else(PoisonError::into_inner).push(error);
            true
        });
        let errors = errors.into_inner().unwrap_or_else(PoisonError::into_inner);
        if errors.len() == tried.len()
            && let Some(first) = errors.into_iter().next()
        {
            return Err(PublishError::Template(first));
        }
    }
    Ok(())
}
