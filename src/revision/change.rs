//! What changed, as plain data: one [`Change`] for each thing that an office
//! would call a change, with both cells, under its jabatan or its pegawai, and
//! the list of who must sign.

use super::kind::Kind;
use super::words::{self, Kata};
use crate::cascade::Seat;
use crate::workbook::place::Place;

/// One side of a change: a text and its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The text; empty where it must not be shown (a NIP).
    pub teks: String,
    /// Its cell; `None` for what the configuration says.
    pub place: Option<Place>,
}

impl Side {
    /// A text of a cell.
    pub fn new(teks: impl Into<String>, place: &Place) -> Self {
        Self { teks: teks.into(), place: Some(place.clone()) }
    }

    /// A text that has no cell.
    pub fn plain(teks: impl Into<String>) -> Self {
        Self { teks: teks.into(), place: None }
    }
}

/// One change. A side that is missing means that the thing is new or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub kind: Kind,
    /// The thing that the change belongs to: the indikator of a target, the
    /// jabatan of a status.
    pub pada: Option<String>,
    /// Before.
    pub semula: Option<Side>,
    /// After.
    pub menjadi: Option<Side>,
}

impl Change {
    /// A change of a thing of its own.
    pub fn new(kind: Kind, semula: Option<Side>, menjadi: Option<Side>) -> Self {
        Self { kind, pada: None, semula, menjadi }
    }

    /// Names the thing that the change belongs to.
    pub fn at(mut self, pada: impl Into<String>) -> Self {
        self.pada = Some(pada.into());
        self
    }

    /// Both texts as runs of words that stayed, went and came. A pairing is
    /// described, not quoted: its words are not compared.
    pub fn words(&self) -> Vec<Kata> {
        if let (Kind::Kelompok, Some(semula), Some(menjadi)) = (self.kind, &self.semula, &self.menjadi) {
            return vec![Kata::Hapus(semula.teks.clone()), Kata::Tambah(menjadi.teks.clone())];
        }
        let text = |side: &Option<Side>| side.as_ref().map_or(String::new(), |side| side.teks.clone());
        words::compare(&text(&self.semula), &text(&self.menjadi))
    }
}

/// Whether a jabatan or a pegawai was there before and is there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// In both editions.
    Tetap,
    /// Only in the new one.
    Baru,
    /// Only in the old one.
    Hilang,
}

/// The changes of one jabatan; of the new edition, unless it is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JabatanChanges {
    /// Its id, and the old id where that differs.
    pub id: String,
    /// The id in the old edition; `None` for a new jabatan.
    pub id_lama: Option<String>,
    /// Its name as the matrix has it.
    pub nama: String,
    /// The unit it belongs to.
    pub unit: String,
    /// The names of those who hold it.
    pub pemegang: Vec<String>,
    /// Whether it is new or gone.
    pub keadaan: Keadaan,
    /// What changed, in reading order; not empty.
    pub changes: Vec<Change>,
}

/// The changes of one person's own data and posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PegawaiChanges {
    /// The name; of the new edition, unless the person left.
    pub nama: String,
    /// Whether the person is new or left.
    pub keadaan: Keadaan,
    /// What changed; not empty.
    pub changes: Vec<Change>,
}

/// A sheet that someone has to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Whose sheet; `None` where the holder of the jabatan is not known.
    pub nama: Option<String>,
    /// The jabatan.
    pub jabatan: String,
    /// The jabatan's id.
    pub id: String,
    /// Its unit.
    pub unit: String,
    /// The same as indices into the new cascade; into the old one for a sheet
    /// that is no longer needed.
    pub seat: Seat,
    /// Why, each reason once.
    pub alasan: Vec<String>,
}

/// Who has to do something, in the order of the cascade.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MustSign {
    /// Who signed before and must sign again.
    pub ulang: Vec<Signer>,
    /// Who signs such a sheet for the first time.
    pub baru: Vec<Signer>,
    /// Whose sheet is no longer needed.
    pub keluar: Vec<Signer>,
}

impl MustSign {
    /// Whether nobody has to do anything.
    pub fn is_empty(&self) -> bool {
        self.ulang.is_empty() && self.baru.is_empty() && self.keluar.is_empty()
    }
}

/// The name of an edition, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The agency.
    pub instansi: String,
    /// The year.
    pub tahun: u16,
}

/// Everything that changed between two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The old edition.
    pub lama: Head,
    /// The new edition.
    pub baru: Head,
    /// What concerns the whole agency: its name, the year, the head of region.
    pub umum: Vec<Change>,
    /// The jabatan that changed, in the order of the new cascade, then those
    /// that are gone.
    pub jabatan: Vec<JabatanChanges>,
    /// The people who changed, in the order of the new roster, then those who left.
    pub pegawai: Vec<PegawaiChanges>,
    /// Who must sign.
    pub must_sign: MustSign,
}

impl Revision {
    /// Every change, in the order of the report.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        let jabatan = self.jabatan.iter().flat_map(|jabatan| &jabatan.changes);
        let pegawai = self.pegawai.iter().flat_map(|pegawai| &pegawai.changes);
        self.umum.iter().chain(jabatan).chain(pegawai)
    }

    /// Whether the editions say the same.
    pub fn is_empty(&self) -> bool {
        self.changes().next().is_none()
    }
}
