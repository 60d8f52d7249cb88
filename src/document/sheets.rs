//! All sheets of an instansi, composed one by one when they are asked for: a
//! city's 50,000 never stand in memory together. Paths, drafts and missing
//! targets are known beforehand, and every wording file has been tried.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::compose::{Composer, TEMPLATE};
use super::index::Index;
use super::naming;
use super::settings::Settings;
use super::subject::Subject;
use super::wording::{Wording, WordingError};
use crate::cascade::{Cascade, Seat};
use crate::typeset::{Brief, Job, Jobs, Ruler};
use crate::workbook::place::Place;

/// The sheets of a cascade: one a holder, or one a jabatan whose holder is not
/// known. A sheet is a draft exactly when one of the cells it prints is in
/// error.
pub struct Sheets<'a> {
    cascade: &'a Cascade,
    settings: Settings,
    wording: Wording<'a>,
    galat: BTreeSet<Place>,
    index: Index,
    ruler: Ruler,
    entries: Vec<Entry>,
    printed_galat: BTreeSet<Place>,
}

/// What is known of a sheet without composing it again.
struct Entry {
    seat: Seat,
    key: Box<str>,
    path: Arc<str>,
    draft: bool,
    digest: [u8; 32],
    targets_missing: usize,
    other_anchors: bool,
}

impl<'a> Sheets<'a> {
    /// Composes every sheet once, to learn its path and whether it is a draft.
    ///
    /// # Errors
    /// The first mistake in a wording file; then there is nothing to print.
    pub fn new(
        cascade: &'a Cascade,
        settings: Settings,
        wording: Wording<'a>,
        galat: BTreeSet<Place>,
    ) -> Result<Self, WordingError> {
        let ruler = Ruler::new(&settings.huruf);
        let index = Index::new(cascade);
        let (entries, printed_galat) = (Vec::new(), BTreeSet::new());
        let mut sheets = Self { cascade, settings, wording, galat, index, ruler, entries, printed_galat };
        let seats = sheets.seats();
        let entries = seats.into_par_iter().map(|(seat, key)| sheets.entry(seat, key));
        // Of several mistakes the first is told, whichever thread comes first.
        let entries: Vec<Result<(Entry, Vec<Place>), WordingError>> = entries.collect();
        for entry in entries {
            let (entry, galat) = entry?;
            sheets.entries.push(entry);
            sheets.printed_galat.extend(galat);
        }
        Ok(sheets)
    }

    /// Who gets a sheet, and its key. Twins (two people of one name on one
    /// post) get a number behind their key; there is no other way to tell them
    /// apart without a NIP.
    fn seats(&self) -> Vec<(Seat, String)> {
        let mut taken = BTreeSet::new();
        let key = |seat| {
            let own = self.subject(seat).key();
            let mut key = own.clone();
            let mut twin = 1;
            while !taken.insert(key.clone()) {
                twin += 1;
                key = format!("{own}-{twin}");
            }
            (seat, key)
        };
        Seat::all(self.cascade).into_iter().map(key).collect()
    }

    /// What is known of a sheet, and the cells it prints that have an error.
    fn entry(&self, seat: Seat, key: String) -> Result<(Entry, Vec<Place>), WordingError> {
        let composed = self.composer(seat).compose()?;
        let path = naming::sheet_path(&self.settings.folder, &composed.unit, &composed.file, &key);
        let (targets_missing, other_anchors) = (composed.sheet.targets_missing(), composed.other_anchors);
        let (job, galat) = composed.job(&path, &key);
        let (draft, digest) = (job.draft, job.digest());
        let (key, path) = (key.into(), path.into());
        Ok((Entry { seat, key, path, draft, digest, targets_missing, other_anchors }, galat))
    }

    fn composer(&self, seat: Seat) -> Composer<'_> {
        let Subject { post, holder, .. } = self.subject(seat);
        Composer {
            cascade: self.cascade,
            settings: &self.settings,
            wording: &self.wording,
            galat: &self.galat,
            index: &self.index,
            ruler: &self.ruler,
            post,
            holder,
        }
    }

    /// The cascade that they are of.
    pub fn cascade(&self) -> &'a Cascade {
        self.cascade
    }

    /// The settings that they are composed with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What the sheet with this index is made from.
    pub(super) fn composer_of(&self, index: usize) -> Composer<'_> {
        self.composer(self.seat(index))
    }

    fn subject(&self, seat: Seat) -> Subject<'a> {
        Subject::at(self.cascade, seat)
    }

    /// Keeps only some sheets; their paths stay what they are among all.
    pub fn select(&mut self, keep: &dyn Fn(&Subject) -> bool) {
        let cascade = self.cascade;
        self.entries.retain(|entry| keep(&Subject::at(cascade, entry.seat)));
    }

    /// The same, by seats.
    pub fn select_seats(&mut self, seats: &BTreeSet<Seat>) {
        self.entries.retain(|entry| seats.contains(&entry.seat));
    }

    /// Keeps only the sheets that are no drafts, as for a website.
    pub fn keep_final(&mut self) {
        self.entries.retain(|entry| !entry.draft);
    }

    /// Whom the sheet with this index is for.
    pub fn subject_of(&self, index: usize) -> Subject<'a> {
        self.subject(self.seat(index))
    }

    /// The same as indices into the cascade.
    pub fn seat(&self, index: usize) -> Seat {
        self.entries[index].seat
    }

    /// The path of the sheet with this index, as its job has it.
    pub fn path(&self, index: usize) -> &str {
        &self.entries[index].path
    }

    /// The key of the sheet with this index: the same from run to run, whatever
    /// its row, its unit or its file's name.
    pub fn key(&self, index: usize) -> &str {
        &self.entries[index].key
    }

    /// The digest of what the sheet with this index is made from, as
    /// [`Job::digest`].
    pub fn digest(&self, index: usize) -> [u8; 32] {
        self.entries[index].digest
    }

    /// Whether the sheet with this index is a draft.
    pub fn is_draft(&self, index: usize) -> bool {
        self.entries[index].draft
    }

    /// How many sheets are drafts.
    pub fn drafts(&self) -> usize {
        self.entries.iter().filter(|entry| entry.draft).count()
    }

    /// The cells with an error that any sheet prints, the sheets that are not
    /// kept among them.
    pub fn printed_galat(&self) -> &BTreeSet<Place> {
        &self.printed_galat
    }

    /// How many sheets have other anchors than the office wished, because its
    /// own stand in their texts.
    pub fn other_anchors(&self) -> usize {
        self.entries.iter().filter(|entry| entry.other_anchors).count()
    }

    /// How many sheets have dotted room for a target, and for how many targets
    /// together.
    pub fn open_targets(&self) -> (usize, usize) {
        let open = self.entries.iter().map(|entry| entry.targets_missing).filter(|missing| *missing > 0);
        open.fold((0, 0), |(sheets, targets), missing| (sheets + 1, targets + missing))
    }

    /// How many indikator of the sheet with this index have no target: each
    /// prints dotted room.
    pub fn targets_missing(&self, index: usize) -> usize {
        self.entries[index].targets_missing
    }
}

impl Jobs for Sheets<'_> {
    fn count(&self) -> usize {
        self.entries.len()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        let Entry { seat, key, path, .. } = &self.entries[index];
        // `new` composed this very sheet from the same data without a mistake.
        let composed = self.composer(*seat).compose().expect("a sheet that was composed before");
        Cow::Owned(composed.job(path, key).0)
    }

    fn brief(&self, index: usize) -> Brief {
        let Entry { path, draft, digest, .. } = &self.entries[index];
        Brief { path: path.clone(), main: TEMPLATE.to_owned(), draft: *draft, digest: *digest }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Agency, pegawai, text};
    use super::*;
    use crate::typeset::TemplateSet;

    fn agency() -> Agency {
        let mut agency =
            Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1)).with(pegawai(110, "Pegawai Contoh 02", 1));
        // A handover: in January the first of the two signs for those below.
        for (person, masa) in agency.people.iter_mut().zip(["Januari s.d. Juni", "Juli s.d. Desember"]) {
            person.keterangan = Some(text(97, masa));
        }
        agency.posts[1].kelompok[0].indikator[0].target = Some(text(29, "85"));
        agency.galat = [super::super::fixture::cell(111)].into();
        agency
    }

    #[test]
    fn what_is_said_beforehand_is_what_the_job_has() {
        let (agency, templates) = (agency(), TemplateSet::builtin());
        let cascade = agency.cascade();
        let sheets = agency.composed(&cascade, &templates);
        assert_eq!((sheets.count(), sheets.drafts()), (4, 1));
        for index in 0..sheets.count() {
            let job = sheets.job(index);
            assert_eq!((job.path.as_str(), job.draft), (sheets.path(index), index == 2));
            assert_eq!(sheets.brief(index), job.brief());
            let open = String::from_utf8_lossy(&job.data).matches("\"target\":null").count();
            assert_eq!(sheets.targets_missing(index), open);
        }
        assert_eq!((0..4).map(|index| sheets.targets_missing(index)).sum::<usize>(), 2);
        assert_eq!(sheets.open_targets(), (2, 2));
    }

    #[test]
    fn copies_for_the_website_are_made_of_final_sheets_only() {
        let (mut agency, templates) = (agency(), TemplateSet::builtin());
        agency.settings = agency.settings.publication();
        let cascade = agency.cascade();
        let mut copies = agency.composed(&cascade, &templates);
        copies.keep_final();
        assert_eq!((copies.count(), copies.drafts()), (3, 0));
        assert!((0..3).all(|index| copies.path(index).starts_with("publikasi/") && !copies.job(index).draft));
        agency.settings.folder = "pk-perubahan-1".into();
        assert_eq!(agency.settings.publication().folder, "publikasi-perubahan-1");
    }

    #[test]
    fn a_selection_changes_no_path() {
        let (mut agency, templates) = (agency(), TemplateSet::builtin());
        agency.people[1].nama = agency.people[0].nama.clone();
        let cascade = agency.cascade();
        let mut sheets = agency.composed(&cascade, &templates);
        let twin = sheets.path(2).to_owned();
        sheets.select(&|subject| subject.holder.is_some_and(|person| person.nip == agency.people[1].nip));
        sheets.select(&|subject| subject.matches("contoh 01"));
        assert!((0..sheets.count()).any(|index| sheets.path(index) == twin && sheets.job(index).path == twin));
        sheets.select(&|_| false);
        assert_eq!(sheets.count(), 0);
    }
}
