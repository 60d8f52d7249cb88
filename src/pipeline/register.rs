//! The register of a run's sheets: `laporan/register.xlsx` for the office to
//! fill in, and `laporan/register.pdf` to lay beside the stacks of paper.

use std::borrow::Cow;

use serde::Serialize;

use super::edition::Form;
use super::tracked::Tracked;
use super::volumes::{entries, json, title};
use super::{ComposeError, Reading, settings};
use crate::document::{Card, Settings};
use crate::project::Instansi;
use crate::publish::Digest;
use crate::publish::register::{Heading, Key, Progress, Row, workbook};
use crate::publish::volume::signing_order;
use crate::typeset::{Engine, Job, Jobs, Leaf, Pdf, PdfSettings, TypesetError};

/// The template that lays the list out.
const TEMPLATE: &str = "register.typ";

/// The two files of the register.
const FILES: [&str; 2] = ["laporan/register.xlsx", "laporan/register.pdf"];

/// Rows that are laid out together; a city's list is cut between its units.
const PART: usize = 400;

/// The register of a run.
pub struct Register<'a> {
    tracked: &'a Tracked<'a>,
    reading: &'a Reading,
    settings: Settings,
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
    judul: [&'a str; 2],
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
    ///
    /// # Errors
    /// When the configuration has a mistake.
    pub fn new(
        instansi: &Instansi,
        reading: &'a Reading,
        form: &Form,
        tracked: &'a Tracked<'a>,
    ) -> Result<Self, ComposeError> {
        let settings = settings::document(&instansi.config, form)?;
        Ok(Self { tracked, reading, settings, order: signing_order(&entries(tracked)) })
    }

    /// How far the signing is, as the office's copy of the register says.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for &sheet in &self.order {
            let key = Key::new(self.tracked.sheets.key(sheet), self.tracked.digest(sheet));
            progress.count(self.reading.signed.of(&key), self.reading.signed.is_outdated(&key));
        }
        progress
    }

    /// The rows; with their pages where an engine is given to count them.
    fn rows(&self, engine: Option<&Engine>) -> Vec<Row> {
        let sheets = self.tracked.sheets;
        let row = |(nomor, &sheet): (usize, &usize)| {
            let Card { nama, nip, jabatan, atasan, nama_atasan, unit, .. } = sheets.card(sheet);
            let kunci = Key::new(sheets.key(sheet), self.tracked.digest(sheet));
            Row {
                nomor,
                nama,
                nip,
                jabatan,
                atasan,
                nama_atasan,
                unit,
                halaman: engine.and_then(|engine| self.tracked.pages(sheet, engine)),
                draf: sheets.is_draft(sheet),
                tanda: self.reading.signed.of(&kunci).cloned(),
                berubah: self.reading.signed.is_outdated(&kunci),
                berkas: sheets.path(sheet).to_owned(),
                kunci,
            }
        };
        (1..).zip(&self.order).map(row).collect()
    }

    fn title(&self) -> String {
        format!("Register {}", title(&self.settings, self.reading.cascade.tahun()))
    }

    fn pdf_settings(&self) -> PdfSettings {
        PdfSettings { ident: FILES[1].to_owned(), date: self.settings.tanggal.ymd(), archival: true }
    }

    /// The data of a part that has only its heading yet.
    fn part<'b>(&'b self, title: &'b str, judul: &'b str, ringkasan: &'b str) -> Part<'b> {
        Part {
            judul_dokumen: title,
            tanggal: self.settings.tanggal.ymd(),
            kertas: self.settings.kertas_mm,
            huruf: &self.settings.huruf,
            judul: [judul, "DAN TANDA TERIMA"],
            instansi: self.reading.cascade.instansi(),
            ringkasan,
            awal: true,
            halaman_sebelum: 0,
            halaman_semua: None,
            unit: Vec::new(),
            sidik: None,
        }
    }

    fn print(&self, engine: &Engine) -> Result<Pdf, TypesetError> {
        let rows = self.rows(Some(engine));
        let (title, ringkasan) = (self.title(), summary(&rows));
        let judul = title.to_uppercase();
        let mut parts: Vec<Part> = Vec::new();
        for units in parts_of(&rows) {
            let awal = parts.is_empty();
            parts.push(Part { awal, unit: units, ..self.part(&title, &judul, &ringkasan) });
        }
        if let [only] = &parts[..] {
            return engine.render(TEMPLATE, json(only), &self.pdf_settings());
        }
        let mut pages = Vec::new();
        for part in &parts {
            pages.push(engine.lay(TEMPLATE, json(part))?.pages());
            engine.evict();
        }
        let (all, mut before) = (pages.iter().sum(), 0);
        let mut leaves = Vec::new();
        for (mut part, pages) in parts.into_iter().zip(pages) {
            (part.halaman_sebelum, part.halaman_semua) = (before, Some(all));
            before += pages;
            let laid = engine.lay(TEMPLATE, json(&part))?;
            let bookmarks = part.unit.iter().take(1).map(|unit| (1, unit.nama.to_owned())).collect();
            leaves.push(Leaf { laid, bookmarks, recto: false });
            engine.evict();
        }
        engine.bind(leaves, &self.pdf_settings())
    }
}

impl Jobs for Register<'_> {
    fn count(&self) -> usize {
        FILES.len()
    }

    /// The heading with a digest of the list stands for the whole. Pages are not
    /// in it: they follow from what the sheets say and from their template.
    fn job(&self, index: usize) -> Cow<'_, Job> {
        let rows = self.rows(None);
        let keys: Vec<_> = rows.iter().map(|row| (row.kunci.to_string(), &row.berkas, row)).collect();
        let (title, ringkasan) = (self.title(), summary(&rows));
        let judul = title.to_uppercase();
        let sidik = Some(Digest::of(&json(&keys)).to_string());
        Cow::Owned(Job {
            path: FILES[index].to_owned(),
            main: TEMPLATE.to_owned(),
            data: json(&Part { sidik, ..self.part(&title, &judul, &ringkasan) }),
            settings: self.pdf_settings(),
            draft: false,
        })
    }

    fn make(&self, index: usize, engine: &Engine) -> Result<Pdf, TypesetError> {
        if index > 0 {
            return self.print(engine);
        }
        let title = self.title().to_uppercase();
        let heading = Heading { title, instansi: self.reading.cascade.instansi().to_owned() };
        let bytes = workbook(&heading, &self.rows(Some(engine)));
        let bytes = bytes.map_err(|error| TypesetError::plain(error.to_string()))?;
        Ok(Pdf { bytes, ..Pdf::default() })
    }
}

/// What stands under the title.
fn summary(rows: &[Row]) -> String {
    let mut progress = Progress::default();
    rows.iter().for_each(|row| progress.count(row.tanda.as_ref(), row.berubah));
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
        let pieces = unit.len().div_ceil(PART).max(1);
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
            tanda: None,
            berubah: false,
            berkas: String::new(),
            kunci: Key::new("k", Digest::of(b"")),
        };
        units.iter().flat_map(|(unit, count)| std::iter::repeat_n(row(unit), *count)).collect()
    }

    #[test]
    fn a_long_list_is_cut_between_units_and_loses_no_row() {
        let cut = |units: &[(&str, usize)]| -> Vec<Vec<(String, usize)>> {
            let rows = rows(units);
            let parts = parts_of(&rows);
            parts
                .iter()
                .map(|part| part.iter().map(|unit| (unit.nama.to_owned(), unit.lembar.len())).collect())
                .collect()
        };
        let own = |name: &str, count| (name.to_owned(), count);
        assert_eq!(cut(&[]), [vec![]]);
        assert_eq!(cut(&[("A", 150), ("B", 250)]), [vec![own("A", 150), own("B", 250)]]);
        assert_eq!(cut(&[("A", 150), ("B", 251)]), [vec![own("A", 150)], vec![own("B", 251)]]);
        assert_eq!(cut(&[("A", 801)]), [vec![own("A", 267)], vec![own("A", 267)], vec![own("A", 267)]]);
    }
}
