//! A small agency for this room's tests, built like a sentence.

use std::collections::BTreeSet;

use super::{Pimpinan, Settings, Sheets, Tanggal, wording::Wording};
use crate::cascade::{Anggaran, Cascade, Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Pegawai, Sasaran};
use crate::typeset::{Job, Jobs as _, TemplateSet};
use crate::workbook::place::{Located, Place, Pos, Source};

/// A cell of the test's matrix, by its row.
pub fn cell(row: u32) -> Place {
    Place { source: Source::new("matriks.xlsx", "Matriks"), pos: Pos::new(row, 1) }
}

/// A text in a cell.
pub fn text(row: u32, text: &str) -> Located<String> {
    Located::new(text.to_owned(), cell(row))
}

/// A sasaran in a cell.
pub fn sasaran(row: u32, uraian: &str) -> Sasaran {
    Sasaran { nomor: None, uraian: uraian.to_owned(), place: cell(row) }
}

/// An indikator in a cell.
pub fn indikator(row: u32, uraian: &str) -> Indikator {
    Indikator { nomor: None, uraian: uraian.to_owned(), place: cell(row), satuan: None, target: None, triwulan: None }
}

/// A person on a post, with a sound sample NIP in the row below the name.
pub fn pegawai(row: u32, nama: &str, jabatan: usize) -> Pegawai {
    Pegawai {
        nip: Some(text(row + 1, "199001012015011001")),
        pangkat: Some(text(row + 2, "Penata")),
        golongan: Some(text(row + 3, "III/c")),
        ..Pegawai::new(text(row, nama), jabatan)
    }
}

/// The agency: posts in cells 10, 20, 30 … with one sasaran and one indikator
/// each in the two cells below; each post under the one before it.
pub struct Agency {
    pub posts: Vec<Jabatan>,
    pub people: Vec<Pegawai>,
    pub money: Vec<Anggaran>,
    pub settings: Settings,
    pub galat: BTreeSet<Place>,
}

impl Agency {
    /// Kepala Dinas, Sekretaris, Perencana; nobody known by name.
    pub fn new() -> Self {
        let posts = [
            ("KEPALA DINAS CONTOH", Jenjang::Jpt),
            ("SEKRETARIS", Jenjang::Administrator),
            ("Perencana Ahli Muda", Jenjang::Fungsional),
        ];
        let posts = posts.into_iter().zip(0u32..).map(|((nama, jenjang), tingkat)| {
            let row = 10 * (tingkat + 1);
            let above = (tingkat as usize).checked_sub(1);
            Jabatan {
                id: JabatanId(format!("j{tingkat}")),
                nama: nama.to_owned(),
                jenjang,
                tingkat,
                unit: "Sekretariat".to_owned(),
                induk: above,
                atasan: above,
                place: cell(row),
                tujuan: Vec::new(),
                kelompok: vec![Kelompok {
                    sasaran: vec![sasaran(row + 1, &format!("Sasaran contoh {tingkat}"))],
                    indikator: vec![indikator(row + 2, &format!("Indikator contoh {tingkat}"))],
                }],
            }
        });
        let head = Pimpinan { jabatan: "Wali Kota Contoh".into(), nama: String::new() };
        let date = Tanggal { hari: None, bulan: 1, tahun: 2026 };
        Self {
            posts: posts.collect(),
            people: Vec::new(),
            money: Vec::new(),
            settings: Settings::new("Pemerintah Kota Contoh", "Contoh", date, Some(head)),
            galat: BTreeSet::new(),
        }
    }

    /// With a person.
    pub fn with(mut self, person: Pegawai) -> Self {
        self.people.push(person);
        self
    }

    /// The jobs with the shipped wording.
    pub fn jobs(&self) -> Vec<Job> {
        self.jobs_with(&TemplateSet::builtin())
    }

    /// The jobs with another wording.
    pub fn jobs_with(&self, templates: &TemplateSet) -> Vec<Job> {
        let cascade = self.cascade();
        let sheets = self.composed(&cascade, templates);
        (0..sheets.count()).map(|index| sheets.job(index).into_owned()).collect()
    }

    /// The sheets with another wording.
    pub fn composed<'a>(&self, cascade: &'a Cascade, templates: &'a TemplateSet) -> Sheets<'a> {
        let wording = Wording::new(templates).unwrap();
        Sheets::new(cascade, self.settings.clone(), wording, self.galat.clone()).unwrap()
    }

    /// The cascade.
    pub fn cascade(&self) -> Cascade {
        let cascade = Cascade::new("Dinas Contoh".into(), 2026, self.posts.clone(), self.people.clone()).unwrap();
        cascade.with_anggaran(self.money.clone()).unwrap()
    }

    /// The data of the jobs.
    pub fn sheets(&self) -> Vec<serde_json::Value> {
        self.jobs().iter().map(|job| serde_json::from_slice(&job.data).unwrap()).collect()
    }
}
