//! The sheets of a run as the lists made from them need them: what each says,
//! learnt while it is planned, and how many pages it has, learnt while it is
//! printed. So volumes and register cost no sheet a second time unless they
//! are written themselves.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::cascade::Jenjang;
use crate::document::{Card, Promises, Sheets};
use crate::publish::edition::{name_of, sheet_folder};
use crate::publish::volume::Sheet;
use crate::publish::{Digest, Fingerprint, Published};
use crate::typeset::{Brief, Engine, Job, Jobs, Pdf};

/// The jenjang by the names that volumes bear, the highest first.
const JENJANG: [(Jenjang, &str); 5] = [
    (Jenjang::Jpt, "Pimpinan Tinggi"),
    (Jenjang::Administrator, "Administrator"),
    (Jenjang::Pengawas, "Pengawas"),
    (Jenjang::Fungsional, "Fungsional"),
    (Jenjang::Pelaksana, "Pelaksana"),
];

/// The sheets of a run. Made into jobs, they are those of [`Sheets`].
pub struct Tracked<'a> {
    /// The sheets themselves.
    pub sheets: &'a Sheets<'a>,
    folder: PathBuf,
    frozen: bool,
    pages: Vec<OnceLock<usize>>,
    published: OnceLock<Published>,
    recipe: OnceLock<Digest>,
    promises: OnceLock<Promises<'a>>,
    entries: OnceLock<Vec<Sheet>>,
}

impl<'a> Tracked<'a> {
    /// The sheets of an instansi whose output folder this is; of a `frozen`
    /// edition they stay as they were published.
    pub fn new(sheets: &'a Sheets<'a>, folder: PathBuf, frozen: bool) -> Self {
        Self {
            sheets,
            folder,
            frozen,
            pages: (0..sheets.count()).map(|_| OnceLock::new()).collect(),
            published: OnceLock::new(),
            recipe: OnceLock::new(),
            promises: OnceLock::new(),
            entries: OnceLock::new(),
        }
    }

    /// "Perjanjian Kinerja Tahun 2026".
    pub fn title(&self) -> String {
        let perubahan = if self.sheets.settings().perubahan { " Perubahan" } else { "" };
        format!("Perjanjian Kinerja{perubahan} Tahun {}", self.sheets.cascade().tahun())
    }

    /// What the sheets are sorted by, in their own order.
    pub fn entries(&self) -> &[Sheet] {
        let entry = |index| {
            let Card { nama, jabatan, jenjang, tingkat, .. } = self.sheets.card(index);
            let place = JENJANG.iter().position(|(known, _)| *known == jenjang).unwrap_or(JENJANG.len() - 1);
            Sheet {
                path: self.sheets.path(index).to_owned(),
                jenjang: (place, JENJANG[place].1),
                level: tingkat,
                name: nama.unwrap_or(jabatan),
            }
        };
        self.entries.get_or_init(|| (0..self.sheets.count()).map(entry).collect())
    }

    /// A digest of what a sheet promises in its edition, whatever its date and
    /// layout: what was promised and signed before is to be signed again where
    /// a later edition promises it anew.
    pub fn promise(&self, index: usize) -> Digest {
        let settings = self.sheets.settings();
        let promises = self.promises.get_or_init(|| Promises::new(self.sheets.cascade(), settings));
        let mut promise = promises.of(self.sheets.seat(index));
        if settings.folder != sheet_folder(&name_of(0)) {
            promise.push_str(&settings.folder);
        }
        Digest::of(promise.as_bytes())
    }

    /// A digest of what a sheet is made from.
    pub fn digest(&self, index: usize) -> Digest {
        self.frozen_as(index).map_or_else(|| self.own_digest(index), |(from, _)| from.data)
    }

    fn own_digest(&self, index: usize) -> Digest {
        Digest(self.sheets.digest(index))
    }

    fn published(&self) -> &Published {
        self.published.get_or_init(|| Published::load(&self.folder))
    }

    /// What a sheet of a frozen edition was made from, and its pages.
    fn frozen_as(&self, index: usize) -> Option<&(Fingerprint, usize)> {
        self.published().of(self.sheets.path(index)).filter(|_| self.frozen)
    }

    /// Whether sheets of a frozen edition would look otherwise by now, though
    /// they promise the same: the layout, the wording or the program changed.
    /// What is made from them now would differ from what was signed.
    pub fn drifted(&self, engine: &Engine) -> bool {
        let differs = |index: usize| {
            let now = Fingerprint { data: self.own_digest(index), tools: self.recipe(index, engine) };
            self.frozen_as(index).is_none_or(|(from, _)| *from != now)
        };
        self.frozen && (0..self.sheets.count()).any(differs)
    }

    /// The digest of the template, which all sheets share.
    fn recipe(&self, index: usize, engine: &Engine) -> Digest {
        *self.recipe.get_or_init(|| Digest(engine.recipe(&self.sheets.brief(index).main)))
    }

    /// The pages of a sheet: as printed in this run, as published before, or as
    /// they would be; `None` where it cannot be laid out.
    pub fn pages(&self, index: usize, engine: &Engine) -> Option<usize> {
        if let Some(pages) = self.pages[index].get() {
            return Some(*pages);
        }
        if let Some((_, pages)) = self.frozen_as(index) {
            return Some(*pages);
        }
        let tools = self.recipe(index, engine);
        let Job { path, main, data, .. } = self.sheets.job(index).into_owned();
        let known = self.published().pages(&path, &Fingerprint { data: self.own_digest(index), tools });
        let pages = known.or_else(|| engine.lay(&main, data).ok().map(|laid| laid.pages()))?;
        Some(*self.pages[index].get_or_init(|| pages))
    }

    /// Remembers the pages of a sheet that was laid out.
    pub fn remember(&self, index: usize, pages: usize) {
        // Whoever came first counted the same pages.
        let _ = self.pages[index].set(pages);
    }
}

impl Jobs for Tracked<'_> {
    fn count(&self) -> usize {
        self.sheets.count()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        self.sheets.job(index)
    }

    fn brief(&self, index: usize) -> Brief {
        self.sheets.brief(index)
    }

    fn made(&self, index: usize, pdf: &Pdf) {
        self.remember(index, pdf.pages);
    }
}
