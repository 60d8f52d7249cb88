//! The model: jabatan in a tree, each with its kelompok of sasaran and
//! indikator, and the pegawai who hold them. Plain data that cannot be built
//! wrong: there is one root, it comes first, and a jabatan's superior always
//! stands before it, so that no cycle can exist.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::anggaran::Anggaran;
use super::pegawai::Pegawai;
use crate::workbook::place::{Located, Place};

/// The stable key of a jabatan: made from its path of names in the cascade,
/// never from its row, so that an inserted row renames nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct JabatanId(pub String);

impl fmt::Display for JabatanId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The kind of a post (PermenPAN-RB 53/2014; UU 20/2023 names the groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Jenjang {
    /// Jabatan Pimpinan Tinggi: the head of the perangkat daerah.
    Jpt,
    /// Sekretaris, Kepala Bidang.
    Administrator,
    /// Kepala Subbagian, Kepala Seksi, Kepala UPTD.
    Pengawas,
    /// Jabatan Fungsional, Ahli and Terampil.
    Fungsional,
    /// Everyone else.
    Pelaksana,
}

impl Jenjang {
    /// All of them, the highest first.
    pub const ALL: [Self; 5] = [Self::Jpt, Self::Administrator, Self::Pengawas, Self::Fungsional, Self::Pelaksana];

    /// The jenjang that a word of [`Jenjang::key`] stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|jenjang| jenjang.key() == key)
    }

    /// The word that stands for it in data and templates, `jpt`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Jpt => "jpt",
            Self::Administrator => "administrator",
            Self::Pengawas => "pengawas",
            Self::Fungsional => "fungsional",
            Self::Pelaksana => "pelaksana",
        }
    }
}

/// A tujuan: its text and cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tujuan {
    /// The text, word for word.
    pub uraian: String,
    /// Its cell.
    pub place: Place,
}

/// A sasaran as one cell of the matrix holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sasaran {
    /// The office's number, if it gave one.
    pub nomor: Option<String>,
    /// The text, word for word, without the number.
    pub uraian: String,
    /// Its cell.
    pub place: Place,
}

/// An indikator as one cell of the matrix holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indikator {
    /// The office's number, if it gave one.
    pub nomor: Option<String>,
    /// The text, word for word, without the number.
    pub uraian: String,
    /// Its cell.
    pub place: Place,
    /// Unit of the target.
    pub satuan: Option<Located<String>>,
    /// The year's target, as it is to be printed.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV, as they are to be printed. Apart, for few
    /// indikator have any, and a city has many indikator.
    pub triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

/// A set of sasaran with the indikator that measure them: one to one, one to
/// many, or many to many where the matrix does not say which belongs to which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kelompok {
    /// The sasaran, repeated ones as often as the matrix has them.
    pub sasaran: Vec<Sasaran>,
    /// The indikator, repeated ones as often as the matrix has them.
    pub indikator: Vec<Indikator>,
}

/// One post in the cascade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jabatan {
    /// Stable key.
    pub id: JabatanId,
    /// The header as the matrix has it.
    pub nama: String,
    /// The kind of post.
    pub jenjang: Jenjang,
    /// Depth in the matrix, 0 at the top.
    pub tingkat: u32,
    /// The unit it belongs to ("Bidang Rehabilitasi Sosial").
    pub unit: String,
    /// Index of the parent in the cascade; always smaller than the own index.
    pub induk: Option<usize>,
    /// Index of the post that signs as Pihak Kedua; `None` for the root, whose
    /// superior is the head of region.
    pub atasan: Option<usize>,
    /// The header's cell.
    pub place: Place,
    /// The tujuan, root only as a rule.
    pub tujuan: Vec<Tujuan>,
    /// Sasaran and indikator, paired.
    pub kelompok: Vec<Kelompok>,
}

/// The whole cascade of one instansi for one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cascade {
    instansi: String,
    tahun: u16,
    jabatan: Vec<Jabatan>,
    pegawai: Vec<Pegawai>,
    anggaran: Vec<Anggaran>,
}

/// Why a list of jabatan is no cascade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CascadeError {
    /// There is no jabatan at all.
    Empty,
    /// The jabatan with this index has no parent and is not the first one, or
    /// is the first one and has a parent.
    Root(usize),
    /// The parent or superior of the jabatan with this index does not stand
    /// before it.
    Order(usize),
    /// Two jabatan have the same id; the index of the second.
    Twin(usize),
    /// The pegawai with this index holds a jabatan that does not exist.
    Holder(usize),
    /// The line of money with this index belongs nowhere.
    Money(usize),
}

impl Cascade {
    /// Puts a cascade together, root first and every superior before its
    /// subordinates.
    ///
    /// # Errors
    /// When the parts do not make one tree.
    pub fn new(
        instansi: String,
        tahun: u16,
        jabatan: Vec<Jabatan>,
        pegawai: Vec<Pegawai>,
    ) -> Result<Self, CascadeError> {
        if jabatan.is_empty() {
            return Err(CascadeError::Empty);
        }
        let mut ids = BTreeSet::new();
        for (index, post) in jabatan.iter().enumerate() {
            if post.induk.is_none() != (index == 0) {
                return Err(CascadeError::Root(index));
            }
            if post.induk.into_iter().chain(post.atasan).any(|above| above >= index) {
                return Err(CascadeError::Order(index));
            }
            if !ids.insert(&post.id) {
                return Err(CascadeError::Twin(index));
            }
        }
        Self { instansi, tahun, jabatan, pegawai: Vec::new(), anggaran: Vec::new() }.with_pegawai(pegawai)
    }

    /// The same cascade with these people on its posts.
    ///
    /// # Errors
    /// When a person holds, or signs with, a jabatan that does not exist.
    pub fn with_pegawai(mut self, pegawai: Vec<Pegawai>) -> Result<Self, CascadeError> {
        let exists = |index: usize| index < self.jabatan.len();
        if let Some(index) = pegawai.iter().position(|p| !exists(p.jabatan) || p.atasan.is_some_and(|a| !exists(a))) {
            return Err(CascadeError::Holder(index));
        }
        self.pegawai = pegawai;
        Ok(self)
    }

    /// The same cascade with these lines of money; a line's part comes after it.
    ///
    /// # Errors
    /// When a line belongs to a jabatan, or is part of a line, that does not
    /// exist.
    pub fn with_anggaran(mut self, anggaran: Vec<Anggaran>) -> Result<Self, CascadeError> {
        let wrong = |(index, line): (usize, &Anggaran)| {
            line.jabatan >= self.jabatan.len() || line.induk.is_some_and(|induk| induk >= index)
        };
        if let Some(index) = anggaran.iter().enumerate().position(wrong) {
            return Err(CascadeError::Money(index));
        }
        self.anggaran = anggaran;
        Ok(self)
    }

    /// The same cascade with each indikator changed by `change`, which cannot
    /// touch the tree.
    pub(super) fn map_indikator(mut self, mut change: impl FnMut(&mut Indikator)) -> Self {
        for post in &mut self.jabatan {
            post.kelompok.iter_mut().flat_map(|group| &mut group.indikator).for_each(&mut change);
        }
        self
    }

    /// The agency's full name, "Dinas Sosial Kota Bekasi".
    pub fn instansi(&self) -> &str {
        &self.instansi
    }

    /// The year of the agreement.
    pub fn tahun(&self) -> u16 {
        self.tahun
    }

    /// All jabatan; the root first, a superior always before its subordinates.
    pub fn jabatan(&self) -> &[Jabatan] {
        &self.jabatan
    }

    /// All pegawai, in the roster's order.
    pub fn pegawai(&self) -> &[Pegawai] {
        &self.pegawai
    }

    /// All lines of money, in the workbook's order.
    pub fn anggaran(&self) -> &[Anggaran] {
        &self.anggaran
    }

    /// The indices of the direct subordinates in the cascade, in order.
    pub fn bawahan(&self, jabatan: usize) -> impl Iterator<Item = usize> {
        self.jabatan.iter().enumerate().filter(move |(_, j)| j.induk == Some(jabatan)).map(|(index, _)| index)
    }

    /// The people on a post.
    pub fn pemegang(&self, jabatan: usize) -> impl Iterator<Item = &Pegawai> {
        self.pegawai.iter().filter(move |p| p.jabatan == jabatan)
    }
}
