//! Money of the posts: program, kegiatan, sub kegiatan (Permendagri 90/2019).

use serde::{Deserialize, Serialize};

use crate::workbook::place::Located;

/// The level of a line of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TingkatAnggaran {
    /// Program: the head of the agency answers for it.
    Program,
    /// Kegiatan: Sekretaris and Kepala Bidang.
    Kegiatan,
    /// Sub kegiatan: Kepala Subbagian and Kepala Seksi.
    Subkegiatan,
}

impl TingkatAnggaran {
    /// All of them, the highest first.
    pub const ALL: [Self; 3] = [Self::Program, Self::Kegiatan, Self::Subkegiatan];
}

/// A line of money of a jabatan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anggaran {
    /// Index of the jabatan that answers for it.
    pub jabatan: usize,
    /// Whether it is a program, a kegiatan or a sub kegiatan.
    pub tingkat: TingkatAnggaran,
    /// Index of the line it is a part of, where one is.
    pub induk: Option<usize>,
    /// The name of the program, kegiatan or sub kegiatan.
    pub uraian: Located<String>,
    /// The amount in rupiah, as written.
    pub pagu: Located<String>,
    /// The remark ("APBD").
    pub keterangan: Option<Located<String>>,
}
