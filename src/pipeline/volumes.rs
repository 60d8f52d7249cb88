//! The print volumes: which sheets of a run stand together in one file, for
//! the office to print, hand out and have signed.
//!
//! A volume is made from finished sheets only. Drafts, and sheets that are
//! signed electronically, are named on its cover and left out; so is a sheet
//! that cannot be printed, for one sheet must not keep a unit from its volume.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Reading;
use super::cover::{Cover, Group, Item, Left, copies};
use super::tracked::Tracked;
use super::turns::Turns;
use crate::document::{Card, Settings};
use crate::finding::{Finding, Severity};
use crate::project::{Cetak, Jilid, UrutanRangkap};
use crate::publish::volume::{self, MOST, Split, Volume};
use crate::typeset::{Begun, Engine, Job, Jobs, Laid, Leaf, Pdf, PdfSettings, TypesetError, pool, printable_data};
use crate::workbook::place::Place;

/// The template that lays the cover out.
const TEMPLATE: &str = "jilid.typ";

/// Volumes that are in the making at once, for the sake of memory.
const AT_ONCE: usize = 2;

/// Reasons that are given for one sheet before the rest is only counted.
const REASONS: usize = 3;

/// The sheets of a volume that cannot be printed, and why.
type Failed = BTreeMap<usize, TypesetError>;

/// The volumes of a run; each is composed when its turn comes.
pub struct Volumes<'a> {
    tracked: &'a Tracked<'a>,
    config: Cetak,
    /// What is wrong, by cell.
    galat: BTreeMap<&'a Place, Vec<&'a Finding>>,
    list: Vec<Volume>,
    turns: Turns,
}

impl<'a> Volumes<'a> {
    /// The volumes that the office wants; none that would be empty.
    pub fn new(config: Cetak, reading: &'a Reading, tracked: &'a Tracked<'a>) -> Self {
        let mut galat: BTreeMap<&Place, Vec<&Finding>> = BTreeMap::new();
        for finding in reading.findings.iter().filter(|finding| finding.severity == Severity::Galat) {
            finding.places().for_each(|place| galat.entry(place).or_default().push(finding));
        }
        let mut volumes = Self { tracked, config, galat, list: Vec::new(), turns: Turns::new(AT_ONCE) };
        let split = match config.jilid {
            Jilid::Unit => Split::Unit,
            Jilid::Jenjang => Split::Jenjang,
            Jilid::Semua => Split::All,
            Jilid::TidakAda => return volumes,
        };
        let list = volume::volumes(tracked.entries(), split, (MOST / config.rangkap).max(1));
        volumes.list = list.into_iter().filter(|volume| volume.sheets.iter().any(|&one| volumes.prints(one))).collect();
        volumes
    }

    /// Whether a sheet is to be printed and signed by hand.
    fn prints(&self, sheet: usize) -> bool {
        !self.tracked.sheets.is_draft(sheet) && !self.tracked.sheets.is_electronic(sheet)
    }

    /// The sheets that a volume prints, in its order.
    fn printed(&self, volume: &Volume, failed: &Failed) -> Vec<usize> {
        let printed = volume.sheets.iter().copied();
        printed.filter(|&sheet| self.prints(sheet) && !failed.contains_key(&sheet)).collect()
    }

    fn settings(&self) -> &Settings {
        self.tracked.sheets.settings()
    }

    fn pdf_settings(&self, volume: &Volume) -> PdfSettings {
        PdfSettings { ident: volume.path.clone(), date: self.settings().tanggal.ymd(), archival: true }
    }

    /// The cover, its pages still unknown.
    fn cover(&self, volume: &Volume, failed: &Failed) -> Cover {
        let (cascade, settings) = (self.tracked.sheets.cascade(), self.settings());
        let title = self.tracked.title();
        let part = if volume.of > 1 { format!(", jilid {} dari {}", volume.number, volume.of) } else { String::new() };
        let himpunan = match self.config.jilid {
            Jilid::Unit => Some(("Unit", volume.name.clone())),
            Jilid::Jenjang => Some(("Jenjang", volume.name.clone())),
            Jilid::Semua | Jilid::TidakAda => None,
        };
        let name = himpunan.as_ref().map_or("semua lembar", |(_, name)| name.as_str());
        let mut cover = Cover {
            judul_dokumen: format!("Jilid cetak {title}: {name}{part}"),
            tanggal: settings.tanggal.ymd(),
            kertas: settings.kertas_mm,
            huruf: settings.huruf.clone(),
            judul: vec!["JILID CETAK".to_owned(), title.to_uppercase()],
            instansi: cascade.instansi().to_owned(),
            jilid: (volume.number, volume.of),
            bolak_balik: self.config.bolak_balik,
            rangkap: self.config.rangkap,
            rangkap_berturut: self.config.urutan_rangkap == UrutanRangkap::Lembar,
            halaman: None,
            isi: Vec::new(),
            lain: Vec::new(),
            himpunan,
        };
        let mut nomor = 0;
        for &sheet in &volume.sheets {
            let Card { nama, jabatan, unit, .. } = self.tracked.sheets.card(sheet);
            if !self.prints(sheet) {
                cover.lain.push(Left { nama, jabatan, sebab: self.reasons(sheet) });
                continue;
            }
            if let Some(error) = failed.get(&sheet) {
                // Where in a template, the summary says; paper is for those who sign.
                let told = error.diagnostics.iter().map(|one| format!("tidak tercetak: {}", one.message));
                let mut sebab: Vec<String> = told.take(REASONS).collect();
                sebab.dedup();
                cover.lain.push(Left { nama, jabatan, sebab });
                continue;
            }
            nomor += 1;
            let sidik = self.tracked.digest(sheet).to_string();
            let item = Item { nomor, nama, jabatan, halaman: None, sidik };
            match cover.isi.last_mut() {
                Some(group) if group.nama.as_ref() == Some(&unit) => group.lembar.push(item),
                _ => cover.isi.push(Group { nama: Some(unit), lembar: vec![item] }),
            }
        }
        if let [only] = &mut cover.isi[..] {
            only.nama = None;
        }
        cover
    }

    /// Why a sheet is left out.
    fn reasons(&self, sheet: usize) -> Vec<String> {
        if !self.tracked.sheets.is_draft(sheet) {
            return vec!["ditandatangani secara elektronik".to_owned()];
        }
        let mut reasons: Vec<String> = Vec::new();
        for place in self.tracked.sheets.errors(sheet) {
            for finding in self.galat.get(&place).into_iter().flatten() {
                // Each matter once, at the cell that the finding names first.
                let at = finding.place.as_ref().unwrap_or(&place);
                let reason = format!("{} ({at}): {}", finding.code, finding.message);
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        if reasons.is_empty() {
            reasons.push("tidak ada tanda yang tersisa untuk tanda tangan elektronik".to_owned());
        }
        if reasons.len() > REASONS {
            let rest = reasons.split_off(REASONS).len();
            reasons.push(format!("dan {rest} galat lain"));
        }
        reasons
    }

    /// The cover laid out, with the pages of the sheets behind it.
    fn lay_cover(
        &self,
        volume: &Volume,
        failed: &Failed,
        pages: &[usize],
        engine: &Engine,
    ) -> Result<Laid, TypesetError> {
        let mut cover = self.cover(volume, failed);
        let mut own = 1;
        loop {
            cover.number(own, pages);
            let laid = engine.lay(TEMPLATE, json(&cover))?;
            // Numbers of other pages make it no longer; should they ever, the
            // longest cover counts.
            if laid.pages() <= own {
                return Ok(laid);
            }
            own = laid.pages();
        }
    }

    /// The volume without what has failed or now fails to be laid out.
    fn make(&self, volume: &Volume, failed: &mut Failed, engine: &Engine) -> Result<Pdf, TypesetError> {
        let sheets = self.each(volume, failed, engine, |job| engine.lay(&job.main, job.data));
        let printed = self.printed(volume, failed);
        if printed.is_empty() {
            return Err(TypesetError::plain("tidak satu pun lembar dalam jilid ini dapat dicetak"));
        }
        let pages: Vec<usize> = sheets.iter().map(Laid::pages).collect();
        for (&sheet, &pages) in printed.iter().zip(&pages) {
            self.tracked.remember(sheet, pages);
        }
        let cover = self.lay_cover(volume, failed, &pages, engine)?;
        // What is forgotten here need not be copied to be bound.
        engine.evict();
        let by_unit = self.config.jilid != Jilid::Unit;
        let recto = self.config.bolak_balik;
        let mut leaves = vec![Leaf { laid: cover, bookmarks: vec![(1, "Daftar isi jilid".to_owned())], recto }];
        let order = copies(printed.len(), self.config.rangkap, self.config.urutan_rangkap == UrutanRangkap::Lembar);
        let mut before = None;
        let mut left: Vec<usize> = vec![self.config.rangkap; printed.len()];
        let mut sheets: Vec<Option<Laid>> = sheets.into_iter().map(Some).collect();
        for sheet in order {
            let first = left[sheet] == self.config.rangkap;
            left[sheet] -= 1;
            let laid = if left[sheet] == 0 { sheets[sheet].take() } else { sheets[sheet].clone() };
            let bookmarks = if first { self.bookmarks(printed[sheet], before, by_unit) } else { Vec::new() };
            before = Some(printed[sheet]);
            leaves.extend(laid.map(|laid| Leaf { laid, bookmarks, recto }));
        }
        pool::guarded(|| engine.bind(leaves, &self.pdf_settings(volume)))
    }

    /// Does something with each sheet that is to be printed and has not failed;
    /// in which it fails now, it has failed.
    fn each<T>(
        &self,
        volume: &Volume,
        failed: &mut Failed,
        engine: &Engine,
        work: impl Fn(Job) -> Result<T, TypesetError>,
    ) -> Vec<T> {
        let mut done = Vec::new();
        for (number, sheet) in (1..).zip(self.printed(volume, failed)) {
            match pool::guarded(|| work(self.tracked.sheets.job(sheet).into_owned())) {
                Ok(one) => done.push(one),
                Err(error) => drop(failed.insert(sheet, error)),
            }
            if number % pool::EVICT_EVERY == 0 {
                engine.evict();
            }
        }
        done
    }

    /// Makes each sheet by itself to see which of them cannot be written as a
    /// PDF. Whether there is any that was not known to fail.
    fn try_alone(&self, volume: &Volume, failed: &mut Failed, engine: &Engine) -> bool {
        let known = failed.len();
        self.each(volume, failed, engine, |job| engine.make(job).map(drop));
        failed.len() > known
    }

    /// The bookmarks of a sheet: its holder, below its unit where there are
    /// several.
    fn bookmarks(&self, sheet: usize, before: Option<usize>, by_unit: bool) -> Vec<(usize, String)> {
        let card = self.tracked.sheets.card(sheet);
        let own = card.nama.map_or_else(|| card.jabatan.clone(), |nama| format!("{nama} — {}", card.jabatan));
        if !by_unit {
            return vec![(1, own)];
        }
        let unit_goes_on = before.is_some_and(|before| self.tracked.sheets.card(before).unit == card.unit);
        if unit_goes_on { vec![(2, own)] } else { vec![(1, card.unit), (2, own)] }
    }
}

impl Jobs for Volumes<'_> {
    fn count(&self) -> usize {
        self.list.len()
    }

    /// The cover with the digests of the sheets stands for the whole.
    fn job(&self, index: usize) -> Cow<'_, Job> {
        let volume = &self.list[index];
        Cow::Owned(Job {
            path: volume.path.clone(),
            main: TEMPLATE.to_owned(),
            data: json(&self.cover(volume, &Failed::new())),
            settings: self.pdf_settings(volume),
            draft: false,
        })
    }

    fn begin<'e>(&self, index: usize, engine: &'e Engine) -> Result<Begun<'e>, TypesetError> {
        let _turn = self.turns.take();
        let volume = &self.list[index];
        let mut failed = Failed::new();
        let made = self.make(volume, &mut failed, engine).or_else(|error| {
            // Whoever writes the whole file does not say whose page it is.
            if self.try_alone(volume, &mut failed, engine) {
                self.make(volume, &mut failed, engine)
            } else {
                Err(error)
            }
        });
        let mut pdf = made?;
        if !failed.is_empty() {
            pdf.notes.push(format!("{} lembar tidak tercetak; sebabnya di halaman pertama jilid ini", failed.len()));
        }
        Ok(Begun::Made(pdf))
    }
}

/// Data for a template.
pub(super) fn json(data: &impl serde::Serialize) -> Vec<u8> {
    // Strings, numbers and lists of them: there is nothing that JSON cannot hold.
    // These lists name drafts too, and what cannot be printed in a draft.
    printable_data(serde_json::to_vec(data).expect("plain data"))
}
