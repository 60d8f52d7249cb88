//! The register of a run's sheets: `laporan/register.xlsx` for the office to
//! fill in, and `laporan/register.pdf` to lay beside the stacks of paper.

use std::borrow::Cow;

use serde::Serialize;

use super::Reading;
use super::tracked::Tracked;
use super::volumes::json;
use crate::document::Card;
use crate::publish::Digest;
use crate::publish::register::{Heading, Key, Noted, Person, Progress, Row, WORKBOOK, workbook};
use crate::publish::volume::signing_order;
use crate::typeset::{Begun, Engine, Job, Jobs, Leaf, Pdf, PdfSettings, TypesetError};

/// The template that lays the list out.
const TEMPLATE: &str = "register.typ";

/// Rows of one printed list at most; a longer one is several files, for its
/// pages stand in memory together.
const FILE: usize = 900;

/// Rows that are laid out together, cut between units where that can be.
const PART: usize = 150;

/// The register of a run.
pub struct Register<'a> {
    tracked: &'a Tracked<'a>,
    reading: &'a Reading,
    /// The sheets in signing order.
    order: Vec<usize>,
}

/// The data of one part of the printed list.
#[derive(Serialize)]
struct Part<'a> {
    judul_dokumen: &'a str,
    tanggal: (i32, u8, u8),
    kertas: (f64, f64),
    huruf: &'a str,
    judul: [String; 2],
    instansi: &'a str,
    ringkasan: &'a str,
    /// Whether the title stands above it.
    awal: bool,
    /// Pages before it, and in all where there are other parts.
    halaman_sebelum: usize,
    halaman_semua: Option<usize>,
    unit: Vec<Unit<'a>>,
    /// A digest of the whole list, where it stands for all parts.
    sidik: Option<String>,
}

/// The rows of a unit.
#[derive(Serialize)]
struct Unit<'a> {
    nama: &'a str,
    lembar: &'a [Row],
}

impl<'a> Register<'a> {
    /// The register of all sheets.
    pub fn new(reading: &'a Reading, tracked: &'a Tracked<'a>) -> Self {
        Self { tracked, reading, order: signing_order(tracked.entries()) }
    }

    /// Whether the office noted any sheet as signed, in whatever edition.
    pub fn has_marks(&self) -> bool {
        !self.reading.signed.is_empty()
    }

    /// How far the signing is, as the office's copy of the register says.
    pub fn progress(&self) -> Progress {
        self.order.iter().map(|&sheet| self.noted(sheet)).collect()
    }

    /// The files of the sheets that are not noted as signed as they are, in
    /// signing order.
    pub fn unsigned(&self) -> Vec<&str> {
        let unsigned = self.order.iter().filter(|&&sheet| !matches!(self.noted(sheet), Noted::Signed(_)));
        unsigned.map(|&sheet| self.tracked.sheets.path(sheet)).collect()
    }

    /// What the office noted of a sheet.
    fn noted(&self, sheet: usize) -> Noted {
        let Tracked { sheets, .. } = self.tracked;
        let person = || {
            let Card { nama, nip, .. } = sheets.card(sheet);
            Person::new(&nama.unwrap_or_default(), &nip.unwrap_or_default())
        };
        self.reading.signed.of(sheets.key(sheet), || self.tracked.promise(sheet), person)
    }

    /// How many printed lists there are.
    fn files(&self) -> usize {
        self.order.len().div_ceil(FILE).max(1)
    }

    /// The sheets of a printed list, counted from 0, with their running numbers.
    fn listed(&self, file: usize) -> impl Iterator<Item = (usize, usize)> {
        let share = self.order.len().div_ceil(self.files()).max(1);
        (1..).zip(self.order.iter().copied()).skip(file * share).take(share)
    }

    fn row(&self, (nomor, sheet): (usize, usize), engine: &Engine) -> Row {
        let sheets = self.tracked.sheets;
        let Card { nama, nip, jabatan, atasan, nama_atasan, unit, .. } = sheets.card(sheet);
        Row {
            nomor,
            nama,
            nip,
            jabatan,
            atasan,
            nama_atasan,
            unit,
            halaman: self.tracked.pages(sheet, engine),
            draf: sheets.is_draft(sheet),
            catatan: self.noted(sheet),
            berkas: sheets.path(sheet).to_owned(),
            kunci: Key::new(sheets.key(sheet), self.tracked.promise(sheet)),
        }
    }

    /// The title of a printed list, counted from 0.
    fn title(&self, file: usize) -> String {
        let part =
            if self.files() > 1 { format!(", bagian {} dari {}", file + 1, self.files()) } else { String::new() };
        format!("Register {}{part}", self.tracked.title())
    }

    /// The workbook comes first; the printed lists have its name.
    fn path(&self, index: usize) -> String {
        match index {
            0 => WORKBOOK.to_owned(),
            1 => WORKBOOK.replace("xlsx", "pdf"),
            _ => WORKBOOK.replace(".xlsx", &format!("-{index}.pdf")),
        }
    }

    fn pdf_settings(&self, index: usize) -> PdfSettings {
        PdfSettings { ident: self.path(index), date: self.tracked.sheets.settings().tanggal.ymd(), archival: true }
    }

    /// The data of a part that has only its heading yet.
    fn part<'b>(&'b self, title: &'b str, ringkasan: &'b str) -> Part<'b> {
        let settings = self.tracked.sheets.settings();
        Part {
            judul_dokumen: title,
            tanggal: settings.tanggal.ymd(),
            kertas: settings.kertas_mm,
            huruf: &settings.huruf,
            judul: [title.to_uppercase(), "DAN TANDA TERIMA".to_owned()],
            instansi: self.tracked.sheets.cascade().instansi(),
            ringkasan,
            awal: true,
            halaman_sebelum: 0,
            halaman_semua: None,
            unit: Vec::new(),
            sidik: None,
        }
    }

    fn print(&self, index: usize, engine: &Engine) -> Result<Pdf, TypesetError> {
        let rows: Vec<Row> = self.listed(index - 1).map(|entry| self.row(entry, engine)).collect();
        let (title, ringkasan) = (self.title(index - 1), summary(&rows));
        let mut parts: Vec<Part> = Vec::new();
        for unit in parts_of(&rows) {
            let awal = parts.is_empty();
            parts.push(Part { awal, unit, ..self.part(&title, &ringkasan) });
        }
        if let [only] = &parts[..] {
            return engine.render(TEMPLATE, json(only), &self.pdf_settings(index));
        }
        // Laid out twice, for the number of all pages stands on each of them.
        let mut pages = Vec::new();
        for part in &parts {
            pages.push(engine.lay(TEMPLATE, json(part))?.pages());
            engine.evict();
        }
        let (all, mut before) = (pages.iter().sum(), 0);
        let (mut leaves, mut last) = (Vec::new(), None);
        for (mut part, pages) in parts.into_iter().zip(pages) {
            (part.halaman_sebelum, part.halaman_semua) = (before, Some(all));
            before += pages;
            let laid = engine.lay(TEMPLATE, json(&part))?;
            let bookmarks = opens(&part.unit, last).map(|unit| (1, unit.to_owned())).into_iter().collect();
            last = part.unit.last().map(|unit| unit.nama);
            leaves.push(Leaf { laid, bookmarks, recto: false });
            engine.evict();
        }
        engine.bind(leaves, &self.pdf_settings(index))
    }
}

impl Jobs for Register<'_> {
    fn count(&self) -> usize {
        1 + self.files()
    }

    /// The heading with a digest of the list stands for the whole. Pages are not
    /// in it: they follow from what the sheets are made from and from their
    /// template.
    fn job(&self, index: usize) -> Cow<'_, Job> {
        let sheets = self.tracked.sheets;
        let line = |(nomor, sheet): (usize, usize)| {
            let unit = sheets.subject_of(sheet).unit();
            (nomor, sheets.path(sheet), unit, self.tracked.digest(sheet).to_string(), self.noted(sheet))
        };
        let lines: Vec<_> = match index.checked_sub(1) {
            Some(file) => self.listed(file).map(line).collect(),
            None => (1..).zip(self.order.iter().copied()).map(line).collect(),
        };
        let title = self.title(index.saturating_sub(1));
        let sidik = Some(Digest::of(&json(&lines)).to_string());
        Cow::Owned(Job {
            path: self.path(index),
            main: TEMPLATE.to_owned(),
            data: json(&Part { sidik, ..self.part(&title, "") }),
            settings: self.pdf_settings(index),
            draft: false,
        })
    }

    fn begin<'e>(&self, index: usize, engine: &'e Engine) -> Result<Begun<'e>, TypesetError> {
        if index > 0 {
            return self.print(index, engine).map(Begun::Made);
        }
        let title = format!("Register {}", self.tracked.title()).to_uppercase();
        let heading = Heading { title, instansi: self.tracked.sheets.cascade().instansi().to_owned() };
        let rows: Vec<Row> = (1..).zip(self.order.iter().copied()).map(|entry| self.row(entry, engine)).collect();
        let bytes = workbook(&heading, &rows).map_err(|error| TypesetError::plain(error.to_string()))?;
        Ok(Begun::Made(Pdf { bytes, ..Pdf::default() }))
    }
}

/// What stands under the title.
fn summary(rows: &[Row]) -> String {
    let progress: Progress = rows.iter().map(|row| row.catatan.clone()).collect();
    let drafts = rows.iter().filter(|row| row.draf).count();
    let mut words = vec![format!("{} lembar", rows.len())];
    if drafts > 0 {
        words.push(format!("{drafts} masih DRAF"));
    }
    if progress.signed + progress.again > 0 {
        words.push(progress.describe());
    }
    words.join(" · ")
}

/// The rows by unit, in parts that are laid out together. A unit is cut only
/// where it alone is too long.
fn parts_of(rows: &[Row]) -> Vec<Vec<Unit<'_>>> {
    let mut parts: Vec<Vec<Unit>> = Vec::new();
    let mut room = 0;
    for unit in rows.chunk_by(|a, b| a.unit == b.unit) {
        let pieces = unit.len().div_ceil(PART);
        for lembar in unit.chunks(unit.len().div_ceil(pieces)) {
            if lembar.len() > room || parts.is_empty() {
                parts.push(Vec::new());
                room = PART;
            }
            room -= lembar.len();
            if let Some(part) = parts.last_mut() {
                part.push(Unit { nama: &unit[0].unit, lembar });
            }
        }
    }
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    parts
}

/// The unit that a part opens with, unless it goes on from the `last` of the
/// part before.
fn opens<'a>(part: &[Unit<'a>], last: Option<&str>) -> Option<&'a str> {
    part.first().map(|unit| unit.nama).filter(|unit| last != Some(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(units: &[(&str, usize)]) -> Vec<Row> {
        let row = |unit: &str| Row {
            nomor: 1,
            nama: None,
            nip: None,
            jabatan: "Penata".into(),
            atasan: None,
            nama_atasan: None,
            unit: unit.to_owned(),
            halaman: None,
            draf: false,
            catatan: Noted::Nothing,
            berkas: String::new(),
            kunci: Key::new("k", Digest::of(b"")),
        };
        units.iter().flat_map(|(unit, count)| std::iter::repeat_n(row(unit), *count)).collect()
    }

    #[test]
    fn a_long_list_is_cut_between_units_and_loses_no_row() {
        let cut = |units: &[(&str, usize)]| -> Vec<Vec<(String, usize)>> {
            let rows = rows(units);
            let told = |unit: &Unit| (unit.nama.to_owned(), unit.lembar.len());
            parts_of(&rows).iter().map(|part| part.iter().map(told).collect()).collect()
        };
        let own = |name: &str, count| (name.to_owned(), count);
        assert_eq!(cut(&[]), [vec![]]);
        assert_eq!(cut(&[("A", 50), ("B", 100)]), [vec![own("A", 50), own("B", 100)]]);
        assert_eq!(cut(&[("A", 50), ("B", 101)]), [vec![own("A", 50)], vec![own("B", 101)]]);
        assert_eq!(cut(&[("A", 301)]), [vec![own("A", 101)], vec![own("A", 101)], vec![own("A", 99)]]);
    }

    #[test]
    fn a_unit_that_is_cut_has_one_bookmark() {
        let rows = rows(&[("A", 301), ("B", 120)]);
        let mut last = None;
        let opened: Vec<_> = parts_of(&rows)
            .iter()
            .map(|part| {
                let unit = opens(part, last);
                last = part.last().map(|unit| unit.nama);
                unit
            })
            .collect();
        assert_eq!(opened, [Some("A"), None, None, Some("B")]);
    }
}
