//! Editions: what the office has signed, and what that leaves to sign again.
//!
//! When an edition is frozen (`perjakin tetapkan`), its sheets are never
//! touched again, its other files (charts, reports) are copied to
//! `_arsip/<edition>/`, and the manifest keeps a digest of what each sheet
//! promises. A later run holds its documents against these digests: only what
//! changed is printed, titled PERUBAHAN, in a folder of its own.
//!
//! The digests are taken of *neutral* jobs, made as if there were no editions:
//! with one fixed title and one fixed date. Else every sheet would count as
//! changed the day the title or the date does.
//!
//! Grounds and manner of a revision: PermenPAN-RB 53/2014, Lampiran I.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::atomic::{Seen, create, digest_of, look, remove, rename_new, sync_batch, temporary};
use super::error::PublishError;
use super::fingerprint::{Digest, data_digest};
use super::folders::Folders;
use super::journal::{self, Begin, Journal, Line};
use super::lock::{Holder, Lock};
use super::manifest::{self, CURRENT, Entry, Manifest};
use super::path::{ARCHIVE, is_inside};
use super::recover::recover;
use super::store;
use crate::typeset::Jobs;

/// The folder of the sheets of the first edition.
pub const SHEETS: &str = "pk/";

/// The name of the first edition; also the archive's folder while no edition
/// is frozen.
pub const FIRST: &str = "murni";

/// An edition that the office has signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its name, "murni" or "perubahan-1"; also its folder in the archive.
    #[serde(rename = "nama")]
    pub name: String,
    /// The date of signing as its sheets print it.
    #[serde(rename = "tanggal")]
    pub date: String,
    /// What each sheet promised, by the path of its neutral job.
    #[serde(rename = "lembar")]
    pub sheets: BTreeMap<String, Digest>,
}

/// What a later state of the data means for those who signed an edition.
/// Indices are those of the jobs, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    /// Sheets whose promise stands: nothing to print.
    pub unchanged: Vec<usize>,
    /// Sheets that must be signed again.
    pub changed: Vec<usize>,
    /// Sheets that nobody has signed yet.
    pub new: Vec<usize>,
    /// Paths of sheets that were signed and are no longer wanted.
    pub left: Vec<String>,
}

impl Revision {
    /// Whether everything that was signed stands, and nothing else is wanted.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.new.is_empty() && self.left.is_empty()
    }
}

impl Edition {
    /// Holds neutral jobs against what was signed. Templates and program do
    /// not count: a promise is not changed by its typography.
    pub fn compare<J: Jobs + ?Sized>(&self, neutral: &J) -> Revision {
        let mut revision = Revision::default();
        let mut left: BTreeMap<_, _> = self.sheets.iter().collect();
        for index in 0..neutral.count() {
            let job = neutral.job(index);
            if !job.path.starts_with(SHEETS) {
                continue;
            }
            match left.remove(&job.path) {
                None => revision.new.push(index),
                Some(&signed) if signed == data_digest(&job) => revision.unchanged.push(index),
                Some(_) => revision.changed.push(index),
            }
        }
        revision.left = left.into_keys().cloned().collect();
        revision
    }
}

/// The name of the edition that follows those already frozen.
pub fn next_name(frozen: &[Edition]) -> String {
    if frozen.is_empty() { FIRST.to_owned() } else { format!("perubahan-{}", frozen.len()) }
}

/// Where a sheet of an edition goes: in its first edition to the neutral
/// job's own path, later to a folder of the edition's own,
/// `pk-perubahan-1/…`, so that nothing signed is in the way.
pub fn sheet_path(edition: &str, neutral: &str) -> String {
    match neutral.strip_prefix(SHEETS) {
        Some(rest) if edition != FIRST => format!("pk-{edition}/{rest}"),
        _ => neutral.to_owned(),
    }
}

/// The frozen editions of an output folder, the earliest first.
///
/// # Errors
/// When the manifest cannot be used.
pub fn editions(folder: &Path) -> Result<Vec<Edition>, PublishError> {
    Ok(manifest::load(folder)?.manifest.editions)
}

/// Why an edition cannot be frozen yet, with the sheets concerned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Obstacles {
    /// Sheets that are marked DRAF.
    pub draft: Vec<String>,
    /// Signed sheets with a newer version beside them.
    pub unsettled: Vec<String>,
    /// Sheets that are not published yet, or published and no longer wanted.
    pub outdated: Vec<String>,
}

impl Obstacles {
    fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// What became of a wish to freeze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frozen {
    /// Done; so many sheets belong to the edition, earlier ones that still
    /// hold included.
    Done(usize),
    /// Nothing was written, because of these.
    Not(Obstacles),
    /// Nothing was written, for nothing changed since the last edition.
    Unchanged,
}

/// Freezes what is published as the next edition, signed on `date`. `neutral`
/// are the sheets as the data stand now.
///
/// # Errors
/// When the folder cannot be used or the disk fails; then nothing is frozen
/// and the wish can be repeated.
pub fn freeze<J: Jobs + ?Sized>(
    folder: &Path,
    date: &str,
    neutral: &J,
    holder: &Holder,
) -> Result<Frozen, PublishError> {
    let mut folders = Folders::open(folder)?;
    let _lock = Lock::take(folder)?;
    let mut loaded = manifest::load(folder)?;
    let recovered = recover(&mut folders, &mut loaded)?;
    if let Some(why) = loaded.damage {
        return Err(PublishError::Damaged { path: folder.join(CURRENT), why });
    }
    let mut manifest = loaded.manifest;
    let name = next_name(&manifest.editions);
    let nothing = Edition { name: String::new(), date: String::new(), sheets: BTreeMap::new() };
    let revision = manifest.editions.last().unwrap_or(&nothing).compare(neutral);
    let obstacles = obstacles(&manifest, &name, neutral, &revision);
    let refusal = if !obstacles.is_empty() {
        Some(Frozen::Not(obstacles))
    } else if !manifest.editions.is_empty() && revision.is_empty() {
        Some(Frozen::Unchanged)
    } else {
        None
    };
    if let Some(refusal) = refusal {
        if recovered.is_some() {
            journal::end(folder)?;
        }
        return Ok(refusal);
    }
    let kept = recovered.is_some_and(|recovered| recovered.kept);
    let copies = snapshot(&mut folders, &manifest, &name)?;
    let begin = Begin::new(holder.clone(), digest_of(&folder.join(CURRENT)), kept);
    let mut lines = vec![Line::Begin(begin)];
    lines.extend(copies.iter().map(|(_, to, _)| Line::Write(to.clone())));
    lines.extend(copies.iter().map(|(_, to, entry)| Line::Copy(to.clone(), entry.clone())));
    let journal = Journal::begin(folder, &lines)?;
    copy(&mut folders, &copies)?;
    manifest.archive.extend(copies.into_iter().map(|(_, to, entry)| (to, entry)));

    let own_folder = sheet_path(&name, SHEETS);
    for (path, entry) in &mut manifest.files {
        if path.starts_with(&own_folder) && entry.edition.is_none() {
            entry.edition = Some(name.clone());
        }
    }
    let sheets: BTreeMap<_, _> = (0..neutral.count())
        .map(|index| neutral.job(index))
        .filter(|job| job.path.starts_with(SHEETS))
        .map(|job| (job.path.clone(), data_digest(&job)))
        .collect();
    let count = sheets.len();
    manifest.editions.push(Edition { name, date: date.to_owned(), sheets });
    if !kept {
        store::rotate(folder)?;
    }
    store::save(folder, &manifest)?;
    journal.end()?;
    Ok(Frozen::Done(count))
}

/// What stands against freezing: in the edition's own folder there must be
/// the sheets that are to be signed, all of them and no others.
fn obstacles<J: Jobs + ?Sized>(manifest: &Manifest, name: &str, neutral: &J, revision: &Revision) -> Obstacles {
    let mut found = Obstacles::default();
    let own_folder = sheet_path(name, SHEETS);
    let to_sign = revision.changed.iter().chain(&revision.new);
    let mut missing: BTreeSet<_> = to_sign.map(|&index| sheet_path(name, &neutral.job(index).path)).collect();
    for (path, entry) in manifest.files.range(own_folder.clone()..) {
        if !path.starts_with(&own_folder) {
            break;
        }
        match &entry.beside {
            Some(signed) => found.unsettled.push(signed.clone()),
            None if !missing.remove(path) => found.outdated.push(path.clone()),
            None if entry.draft => found.draft.push(path.clone()),
            None => {}
        }
    }
    found.outdated.extend(missing);
    found
}

/// The files that are no sheets, with their place in the edition's archive.
fn snapshot(
    folders: &mut Folders,
    manifest: &Manifest,
    name: &str,
) -> Result<Vec<(String, String, Entry)>, PublishError> {
    let mut copies = Vec::new();
    for (path, entry) in &manifest.files {
        if path.starts_with("pk/") || path.starts_with("pk-") || !is_inside(path) {
            continue;
        }
        folders.check(path)?;
        let to = format!("{ARCHIVE}/{name}/{path}");
        folders.check(&to)?;
        // Only what is as published; the office's own changes stay where they are.
        if digest_of(&folders.at(path)) == Some(entry.sha256) && look(&folders.at(&to))? == Seen::Missing {
            copies.push((path.clone(), to, entry.clone()));
        }
    }
    Ok(copies)
}

fn copy(folders: &mut Folders, copies: &[(String, String, Entry)]) -> Result<(), PublishError> {
    let root = folders.root().to_owned();
    let mut written = Vec::new();
    for (from, to, _) in copies {
        folders.make(to)?;
        let here = folders.at(from);
        let new = temporary(&root, to);
        let bytes = fs::read(&here).map_err(|error| PublishError::io(&here, error))?;
        let result = create(&new, &bytes).map_err(|error| PublishError::io(&new, error));
        written.push(new);
        if result.is_err() {
            // The journal stays: the next run clears up what is left.
            written.iter().for_each(|new| drop(remove(new)));
            return result;
        }
    }
    let synced = sync_batch(&root, written.iter().map(std::path::PathBuf::as_path));
    synced.map_err(|error| PublishError::io(&root, error))?;
    for (new, (_, to, _)) in written.iter().zip(copies) {
        let there = folders.at(to);
        rename_new(new, &there).map_err(|error| PublishError::io(&there, error))?;
    }
    sync_batch(&root, std::iter::empty()).map_err(|error| PublishError::io(&root, error))
}
