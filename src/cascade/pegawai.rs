//! People on posts, and what they promise of their own.

use serde::Serialize;

use crate::workbook::place::{Located, Place};

/// How a person holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
            keterangan: None,
            elektronik: None,
            khusus: Vec::new(),
        }
    }
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
    pub triwulan: Option<[Option<Located<String>>; 4]>,
}
