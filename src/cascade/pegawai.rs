//! People on posts, and what they promise of their own.

use serde::{Deserialize, Serialize};

use crate::tanggal::bulan;
use crate::workbook::place::{Located, Place};

/// How a person holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusJabatan {
    /// Appointed to it.
    Definitif,
    /// Pelaksana Tugas.
    Plt,
    /// Pelaksana Harian.
    Plh,
    /// Penjabat.
    Pj,
}

/// A person on a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pegawai {
    /// Name with gelar, as written.
    pub nama: Located<String>,
    /// NIP or NI PPPK exactly as written; whether it is sound is a finding.
    pub nip: Option<Located<String>>,
    /// Pangkat, as written.
    pub pangkat: Option<Located<String>>,
    /// Golongan, as written.
    pub golongan: Option<Located<String>>,
    /// How the person holds the post.
    pub status: StatusJabatan,
    /// Index of the jabatan held.
    pub jabatan: usize,
    /// The jabatan as the roster writes it for this person, where a roster
    /// does: one of two that a block names, or a fuller title.
    pub sebutan: Option<Located<String>>,
    /// Index of the post that signs as Pihak Kedua for this person, where the
    /// roster says another than the jabatan's.
    pub atasan: Option<usize>,
    /// The name of the one who signs as Pihak Kedua, where the roster says
    /// which of several holders of that post it is.
    pub pihak_kedua: Option<Located<String>>,
    /// Whether the head of region signs as Pihak Kedua, as for a secretary who
    /// is Plt. of the head of the agency.
    pub kepada_pimpinan: bool,
    /// The roster's remark ("mutasi per Juli").
    pub keterangan: Option<Located<String>>,
    /// Whether the person's sheet is signed electronically; as its form has it
    /// where this is `None`.
    pub elektronik: Option<bool>,
    /// Targets of this person's own, in place of the jabatan's.
    pub khusus: Vec<TargetKhusus>,
}

impl Pegawai {
    /// A person on a post with a name and nothing else known.
    pub fn new(nama: Located<String>, jabatan: usize) -> Self {
        Self {
            nama,
            nip: None,
            pangkat: None,
            golongan: None,
            status: StatusJabatan::Definitif,
            jabatan,
            sebutan: None,
            atasan: None,
            pihak_kedua: None,
            kepada_pimpinan: false,
            keterangan: None,
            elektronik: None,
            khusus: Vec::new(),
        }
    }
}

impl Pegawai {
    /// The part of the year in which the person holds the post, where the
    /// remark is one: "Januari s.d. Juni 2026" begins with a month and names a
    /// second one.
    pub fn masa(&self) -> Option<&Located<String>> {
        self.keterangan.as_ref().filter(|remark| is_period(&remark.value))
    }
}

fn is_period(text: &str) -> bool {
    let is_month = |word: &str| bulan(word).is_some();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.next().is_some_and(is_month) && words.any(is_month)
}

/// What one person promises for one indikator of the jabatan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetKhusus {
    /// The indikator, by its cell in the matrix.
    pub indikator: Place,
    /// Whether the person does not promise it at all ("-" as target).
    pub dikecualikan: bool,
    /// Unit of the target, where it differs.
    pub satuan: Option<Located<String>>,
    /// The year's target, as it is to be printed.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV, as they are to be printed.
    pub triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_told_from_other_remarks() {
        for text in ["Januari s.d. Juni 2026", "juli - desember 2026", "Januari–Maret"] {
            assert!(is_period(text), "{text}");
        }
        for text in ["mutasi per Juli 2026", "Juli 2026", "", "cuti Januari s.d. Juni"] {
            assert!(!is_period(text), "{text}");
        }
    }
}
