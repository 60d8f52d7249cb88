//! The journal of a run in progress: one JSON value a line, on the disk
//! before the deed that it announces. It exists only while a run is at work
//! or after one was cut off; the next run reads it and brings the manifest up
//! to what really happened (see `recover`).

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{own_only, remove, rename_over, size_limit, sync_folder, temporary};
use super::error::PublishError;
use super::fault::{self, Step};
use super::fingerprint::Digest;
use super::lock::Holder;
use super::manifest::Entry;
use super::path::{JOURNAL, is_inside};

const SCHEMA: u64 = 1;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Line {
    /// The run begins.
    #[serde(rename = "awal")]
    Begin(Begin),
    /// A document for this path is going to be written; its temporary file
    /// may exist from now on.
    #[serde(rename = "tulis")]
    Write(String),
    /// The temporary file of `beside`, or else of the path itself, is complete
    /// and is going to take its place.
    #[serde(rename = "jadi")]
    Publish(String, Entry),
    /// A retired file is going to move.
    #[serde(rename = "arsip")]
    Retire(String, String),
    /// A copy for the archive is complete and is going to take its place.
    #[serde(rename = "salin")]
    Copy(String, Entry),
}

/// How a run began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Begin {
    #[serde(rename = "skema")]
    schema: u64,
    /// Who is at work.
    #[serde(flatten)]
    pub(super) holder: Holder,
    /// The manifest's digest before.
    #[serde(rename = "manifest")]
    pub(super) before: Option<Digest>,
    /// Whether the previous manifest is kept already, because this run goes on
    /// where another was cut off.
    #[serde(rename = "disimpan")]
    pub(super) kept: bool,
}

impl Begin {
    pub(super) fn new(holder: Holder, before: Option<Digest>, kept: bool) -> Self {
        Self { schema: SCHEMA, holder, before, kept }
    }
}

/// The journal of the run at work.
#[derive(Debug)]
pub(super) struct Journal {
    folder: PathBuf,
    path: PathBuf,
    file: File,
    length: u64,
}

impl Journal {
    /// Begins a journal with the run's plan, in place of one that was left
    /// behind, and brings it to the disk.
    pub(super) fn begin(folder: &Path, lines: &[Line]) -> Result<Self, PublishError> {
        let path = folder.join(JOURNAL);
        let new = temporary(folder, JOURNAL);
        let fail = |source| PublishError::io(&path, source);
        remove(&new).map_err(fail)?;
        fault::step(Step::Create, &new).map_err(fail)?;
        let file = own_only(OpenOptions::new().append(true).create_new(true)).open(&new).map_err(fail)?;
        let mut journal = Self { folder: folder.to_owned(), path: path.clone(), file, length: 0 };
        let ready = journal.append(lines).and_then(|()| journal.sync()).and_then(|()| {
            let place = rename_over(&new, &path).and_then(|()| sync_folder(folder));
            place.map_err(|source| PublishError::io(&path, source))
        });
        if let Err(error) = ready {
            let _ = remove(&new);
            return Err(error);
        }
        Ok(journal)
    }

    /// Adds lines, not yet synced. After an error nothing may follow.
    pub(super) fn append(&mut self, lines: &[Line]) -> Result<(), PublishError> {
        let fail = |source| PublishError::io(&self.path, source);
        let mut text = Vec::new();
        for line in lines {
            serde_json::to_writer(&mut text, line).map_err(|error| fail(error.into()))?;
            text.push(b'\n');
        }
        self.length += text.len() as u64;
        if self.length > size_limit() {
            return Err(fail(io::ErrorKind::FileTooLarge.into()));
        }
        fault::write(&mut self.file, &text, Step::Append, &self.path).map_err(fail)
    }

    /// Brings what was appended to the disk.
    pub(super) fn sync(&mut self) -> Result<(), PublishError> {
        let synced = fault::step(Step::Sync, &self.path).and_then(|()| self.file.sync_all());
        synced.map_err(|source| PublishError::io(&self.path, source))
    }

    /// Ends the journal: everything it announced is in the manifest.
    pub(super) fn end(self) -> Result<(), PublishError> {
        drop(self.file);
        end(&self.folder)
    }
}

/// Removes the journal of a folder.
pub(super) fn end(folder: &Path) -> Result<(), PublishError> {
    let path = folder.join(JOURNAL);
    let ended = remove(&path).and_then(|()| sync_folder(folder));
    ended.map_err(|source| PublishError::io(&path, source))
}

/// Reads the journal of a folder, if there is one. A line that was cut off is
/// left out: what it announced was never begun.
pub(super) fn read(folder: &Path) -> Result<Option<Vec<Line>>, PublishError> {
    let path = folder.join(JOURNAL);
    let mut bytes = Vec::new();
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(found) if !found.is_file() => return Err(PublishError::ForeignFolder { path }),
        _ => {}
    }
    let read = File::open(&path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|error| PublishError::io(&path, error))?;
    let mut lines = Vec::new();
    for text in bytes.split(|&byte| byte == b'\n') {
        let Ok(line) = serde_json::from_slice::<Line>(text) else { continue };
        let inside = match &line {
            Line::Begin(Begin { schema, .. }) if *schema > SCHEMA => {
                return Err(PublishError::Newer { path, schema: *schema });
            }
            Line::Begin(_) => true,
            Line::Write(path) => is_inside(path),
            Line::Publish(path, entry) => is_inside(path) && entry.beside.as_deref().is_none_or(is_inside),
            Line::Copy(path, _) => is_inside(path),
            Line::Retire(from, to) => is_inside(from) && is_inside(to),
        };
        if inside {
            lines.push(line);
        }
    }
    Ok(Some(lines))
}

/// Who is at work in a folder, as its journal says.
pub(super) fn holder(folder: &Path) -> Option<Holder> {
    let lines = read(folder).ok()??;
    lines.into_iter().find_map(|line| match line {
        Line::Begin(begin) => Some(begin.holder),
        _ => None,
    })
}
