//! Editions: what the office has signed, and what must never be lost of it.
//!
//! When an edition is frozen (`perjakin tetapkan`), its sheets are never
//! touched again, its other files (charts, reports) are copied to
//! `_arsip/<edition>/`, and beside them goes the edition's *record*: whatever
//! a later run needs to tell what changed since. This room keeps the record
//! and does not read it.
//!
//! Print volumes and copies for a website are made from the sheets: they stay
//! as they are while the frozen edition is the one that counts, and give way to
//! those of the next.
//!
//! The sheets of the next edition go to a folder of its own,
//! `pk-perubahan-1/`, so that nothing signed is in the way.
//!
//! Grounds and manner of a revision: PermenPAN-RB 53/2014, Lampiran I.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::archive::place;
use super::atomic::{Seen, create, digest_of, look, remove, rename_new, sync_batch, temporary};
use super::error::PublishError;
use super::fingerprint::{Digest, Fingerprint};
use super::folders::Folders;
use super::journal::{self, Begin, Journal, Line};
use super::lock::{Holder, Lock};
use super::manifest::{self, CURRENT, Entry, Files, Manifest};
use super::path::{ARCHIVE, is_inside};
use super::recover::recover;
use super::store;
use crate::typeset::Jobs;

/// The folder of the sheets of the first edition.
pub const SHEETS: &str = "pk/";

/// The name of the edition before all revisions; also the archive's folder
/// while no edition is frozen.
const FIRST: &str = "murni";

/// How the names of revisions begin.
const REVISION: &str = "perubahan-";

/// The folder of print volumes. They are copies of sheets, so no edition keeps
/// its own in the archive.
const VOLUMES: &str = "cetak/";

/// How the folders of copies for a website begin.
const COPIES: &str = "publikasi";

/// The record's name in the archive.
pub(super) const RECORD: &str = "edisi.json";

/// An edition that the office has signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its name, "murni" or "perubahan-1"; also its folder in the archive.
    #[serde(rename = "nama")]
    pub name: String,
    /// The date of signing.
    #[serde(rename = "tanggal")]
    pub date: String,
    /// How many sheets were signed.
    #[serde(rename = "lembar")]
    pub sheets: usize,
    /// Where its record lies, below the output folder.
    #[serde(rename = "catatan")]
    pub record: String,
}

/// The name of an edition by its revision: "murni" for 0, "perubahan-2" for 2.
pub fn name_of(revision: usize) -> String {
    if revision == 0 { FIRST.to_owned() } else { format!("{REVISION}{revision}") }
}

/// The name of the edition that follows another one.
pub fn next_name(last: &str) -> String {
    name_of(revision_of(last).unwrap_or_default() + 1)
}

/// The other way round; `None` for what is no edition's name.
fn revision_of(name: &str) -> Option<usize> {
    let number = || name.strip_prefix(REVISION)?.parse().ok().filter(|number| *number > 0);
    if name == FIRST { Some(0) } else { number() }
}

/// Whether an edition may come after the frozen ones: the first of a folder
/// may be any, for the office may have made those before in another way.
fn follows(frozen: &[Edition], name: &str) -> bool {
    match frozen.last() {
        Some(last) => next_name(&last.name) == name,
        None => revision_of(name).is_some(),
    }
}

/// The folder of an edition's sheets, `pk` or `pk-perubahan-1`.
pub fn sheet_folder(edition: &str) -> String {
    if edition == FIRST { "pk".to_owned() } else { format!("pk-{edition}") }
}

/// Whether a run may work on an edition: on the one that is not frozen yet,
/// or on the last one that is, while nothing has changed since.
pub(super) fn is_current(frozen: &[Edition], name: &str) -> bool {
    follows(frozen, name) || frozen.last().is_some_and(|last| last.name == name)
}

/// Whether a file is a sheet, of whatever edition.
pub(super) fn is_sheet(path: &str) -> bool {
    path.starts_with(SHEETS) || path.starts_with("pk-")
}

/// Whether a run for the edition `at_hand` leaves a published file as it is,
/// wanted or not: a sheet of a frozen edition for ever, its print volumes and
/// copies while that edition is the one that counts.
pub(super) fn is_kept(path: &str, entry: &Entry, at_hand: &str) -> bool {
    entry.edition.as_deref().is_some_and(|edition| edition == at_hand || is_sheet(path))
}

/// Notes of the print volumes and copies that a run has left there that they
/// belong to the edition at hand, where that one is frozen.
pub(super) fn keep_reprints(manifest: &mut Manifest, at_hand: &str) {
    if manifest.editions.last().is_some_and(|last| last.name == at_hand) {
        reprints_of(&mut manifest.files).for_each(|entry| entry.edition = Some(at_hand.to_owned()));
    }
}

/// The entries of print volumes and copies, stand-ins left out.
fn reprints_of(files: &mut Files) -> impl Iterator<Item = &mut Entry> {
    let reprints = files.iter_mut().filter(|(path, _)| path.starts_with(VOLUMES) || path.starts_with(COPIES));
    reprints.map(|(_, entry)| entry).filter(|entry| entry.beside.is_none())
}

/// The sheets of frozen editions that are no longer there.
pub(super) fn lost_sheets(folders: &Folders, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
    let mut lost = Vec::new();
    for (path, _) in manifest.files.iter().filter(|(path, entry)| entry.edition.is_some() && is_sheet(path)) {
        if look(&folders.at(path))? == Seen::Missing {
            lost.push(path.to_string());
        }
    }
    Ok(lost)
}

/// The frozen editions of an output folder.
#[derive(Debug)]
pub struct Editions<'a> {
    folder: &'a Path,
    manifest: Manifest,
}

impl<'a> Editions<'a> {
    /// As the folder's manifest has them.
    ///
    /// # Errors
    /// When the manifest cannot be used.
    pub fn of(folder: &'a Path) -> Result<Self, PublishError> {
        Ok(Self { folder, manifest: manifest::load(folder)?.manifest })
    }

    /// All of them, the earliest first.
    pub fn list(&self) -> &[Edition] {
        &self.manifest.editions
    }

    /// The record of one of them, as it was kept.
    ///
    /// # Errors
    /// When it is gone or is not what was kept.
    pub fn record(&self, edition: &Edition) -> Result<Vec<u8>, PublishError> {
        let path = self.folder.join(&edition.record);
        let kept = self.manifest.archive.get(edition.record.as_str()).map(|entry| entry.sha256);
        let bytes = fs::read(&path).ok().filter(|bytes| kept == Some(Digest::of(bytes)));
        bytes.ok_or(PublishError::Record { path })
    }
}

/// Why an edition cannot be frozen yet, with the sheets concerned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Obstacles {
    /// Sheets that are marked DRAF.
    pub draft: Vec<String>,
    /// Signed sheets with a newer version beside them.
    pub unsettled: Vec<String>,
    /// Sheets that are not published yet, or whose data changed since.
    pub outdated: Vec<String>,
    /// Sheets that are published and no longer wanted.
    pub unwanted: Vec<String>,
}

impl Obstacles {
    fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// What became of a wish to freeze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frozen {
    /// Done; so many sheets were signed.
    Done(usize),
    /// Nothing was written, because of these.
    Not(Obstacles),
    /// Nothing was written: this very edition is frozen already.
    Already(Edition),
}

/// What is to be frozen.
#[derive(Debug)]
pub struct Freeze<'a, J: ?Sized> {
    /// The edition's name.
    pub name: &'a str,
    /// The date of signing.
    pub date: &'a str,
    /// The sheets to be signed in this edition, as a run would print them now.
    pub sheets: &'a J,
    /// What a later run will ask for.
    pub record: &'a [u8],
}

/// Freezes what is published as an edition that is signed.
///
/// # Errors
/// When the folder cannot be used or the disk fails; then nothing is frozen
/// and the wish can be repeated.
pub fn freeze<J: Jobs + ?Sized>(folder: &Path, wish: &Freeze<J>, holder: &Holder) -> Result<Frozen, PublishError> {
    let mut folders = Folders::open(folder)?;
    let _lock = Lock::take(folder)?;
    let mut loaded = manifest::load(folder)?;
    let recovered = recover(&mut folders, &mut loaded)?;
    if let Some(why) = loaded.damage {
        return Err(PublishError::Unmended { path: folder.join(CURRENT), why });
    }
    let mut manifest = loaded.manifest;
    if let Some(refusal) = refusal(&folders, &manifest, wish)? {
        if recovered.is_some() {
            journal::end(folder)?;
        }
        return Ok(refusal);
    }
    let kept = recovered.is_some_and(|recovered| recovered.kept);
    let (copies, record) = snapshot(&mut folders, &manifest, wish)?;
    let begin = Begin::new(holder.clone(), digest_of(&folder.join(CURRENT)), kept);
    let mut lines = vec![Line::Begin(begin)];
    lines.extend(copies.iter().map(|copy| Line::Write(copy.to.clone())));
    lines.extend(copies.iter().map(|copy| Line::Copy(copy.to.clone(), copy.entry.clone())));
    let journal = Journal::begin(folder, &lines)?;
    write(&mut folders, &copies)?;
    manifest.archive.extend(copies.into_iter().map(|copy| (copy.to.into(), copy.entry)));

    for entry in sheets_of(&mut manifest.files, wish.name) {
        entry.edition = Some(wish.name.to_owned());
    }
    let count = wish.sheets.count();
    manifest.editions.push(Edition { name: wish.name.to_owned(), date: wish.date.to_owned(), sheets: count, record });
    keep_reprints(&mut manifest, wish.name);
    // The manifest from before does not know what was signed. Should this one
    // be damaged some day, that one must not take its place.
    store::save_previous(folder, &manifest)?;
    store::save(folder, &manifest)?;
    journal.end()?;
    Ok(Frozen::Done(count))
}

/// Why nothing is frozen, if so.
fn refusal<J: Jobs + ?Sized>(
    folders: &Folders,
    manifest: &Manifest,
    wish: &Freeze<J>,
) -> Result<Option<Frozen>, PublishError> {
    if let Some(last) = manifest.editions.last().filter(|last| last.name == wish.name) {
        return Ok(Some(Frozen::Already(last.clone())));
    }
    if !follows(&manifest.editions, wish.name) {
        return Err(PublishError::OtherEdition { folder: folders.root().to_owned() });
    }
    let obstacles = obstacles(folders, manifest, wish)?;
    Ok((!obstacles.is_empty()).then_some(Frozen::Not(obstacles)))
}

/// The manifest's entries in an edition's own folder.
fn sheets_of<'a>(files: &'a mut Files, edition: &str) -> impl Iterator<Item = &'a mut Entry> {
    let folder = sheet_folder(edition) + "/";
    let from = files.range_mut::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded));
    from.take_while(move |(path, _)| path.starts_with(&folder)).map(|(_, entry)| entry)
}

/// What stands against freezing: in the edition's own folder there must be
/// the sheets that are to be signed, as they are to be signed, and no others.
fn obstacles<J: Jobs + ?Sized>(
    folders: &Folders,
    manifest: &Manifest,
    wish: &Freeze<J>,
) -> Result<Obstacles, PublishError> {
    let mut found = Obstacles::default();
    let own_folder = sheet_folder(wish.name) + "/";
    let published = manifest.files.range::<str, _>((Bound::Included(own_folder.as_str()), Bound::Unbounded));
    let mut published: BTreeMap<&str, &Entry> =
        published.take_while(|(path, _)| path.starts_with(&own_folder)).map(|(path, entry)| (&**path, entry)).collect();
    published.retain(|_, entry| {
        found.unsettled.extend(entry.beside.clone());
        entry.beside.is_none()
    });
    for index in 0..wish.sheets.count() {
        let brief = wish.sheets.brief(index);
        let path = &*brief.path;
        let entry = published.remove(path);
        if found.unsettled.iter().any(|signed| signed == path) {
            continue;
        }
        let current = entry.filter(|entry| entry.fingerprint.data == Digest(brief.digest));
        match current {
            Some(_) if look(&folders.at(path))? == Seen::Missing => found.outdated.push(path.to_owned()),
            Some(entry) if entry.draft => found.draft.push(path.to_owned()),
            Some(_) => {}
            None => found.outdated.push(path.to_owned()),
        }
    }
    found.unwanted.extend(published.into_keys().map(str::to_owned));
    Ok(found)
}

/// A file on its way into the edition's archive.
struct Copy<'a> {
    source: Source<'a>,
    to: String,
    entry: Entry,
}

/// Where its bytes come from.
enum Source<'a> {
    File(PathBuf),
    Bytes(&'a [u8]),
}

/// The files that are no sheets with their place in the edition's archive,
/// the record first, and where the record will lie.
fn snapshot<'a, J: ?Sized>(
    folders: &mut Folders,
    manifest: &Manifest,
    wish: &Freeze<'a, J>,
) -> Result<(Vec<Copy<'a>>, String), PublishError> {
    let mut copies = Vec::new();
    let entry = record_entry(wish.record);
    let home = format!("{ARCHIVE}/{}", wish.name);
    let (record, kept) = place(folders, manifest, &format!("{home}/{RECORD}"), &entry)?;
    if !kept {
        copies.push(Copy { source: Source::Bytes(wish.record), to: record.clone(), entry });
    }
    for (path, entry) in &manifest.files {
        if is_sheet(path) || path.starts_with(VOLUMES) || !is_inside(path) {
            continue;
        }
        folders.check(path)?;
        let here = folders.at(path);
        // Only what is as published; the office's own changes stay where they are.
        if digest_of(&here) == Some(entry.sha256) {
            let (to, kept) = place(folders, manifest, &format!("{home}/{path}"), entry)?;
            if !kept {
                copies.push(Copy { source: Source::File(here), to, entry: entry.clone() });
            }
        }
    }
    Ok((copies, record))
}

fn record_entry(bytes: &[u8]) -> Entry {
    let sha256 = Digest::of(bytes);
    Entry {
        sha256,
        size: bytes.len() as u64,
        pages: 0,
        fingerprint: Fingerprint { data: sha256, tools: Digest::of(b"") },
        draft: false,
        notes: Vec::new(),
        anchors: Vec::new(),
        beside: None,
        edition: None,
    }
}

fn write(folders: &mut Folders, copies: &[Copy]) -> Result<(), PublishError> {
    let root = folders.root().to_owned();
    let mut written = Vec::new();
    for copy in copies {
        folders.make(&copy.to)?;
        let bytes = match &copy.source {
            Source::File(here) => Cow::Owned(fs::read(here).map_err(|error| PublishError::io(here, error))?),
            Source::Bytes(bytes) => Cow::Borrowed(*bytes),
        };
        let new = temporary(&root, &copy.to);
        let result = create(&new, &bytes).map_err(|error| PublishError::io(&new, error));
        written.push(new);
        if result.is_err() {
            // The journal stays: the next run clears up what is left.
            written.iter().for_each(|new| drop(remove(new)));
            return result;
        }
    }
    let synced = sync_batch(&root, written.iter().map(PathBuf::as_path));
    synced.map_err(|error| PublishError::io(&root, error))?;
    for (new, copy) in written.iter().zip(copies) {
        let there = folders.at(&copy.to);
        rename_new(new, &there).map_err(|error| PublishError::io(&there, error))?;
    }
    sync_batch(&root, std::iter::empty()).map_err(|error| PublishError::io(&root, error))
}
