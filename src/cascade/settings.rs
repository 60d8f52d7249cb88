//! What the configuration tells the cascade, as small values of its own.

use super::model::Jenjang;

/// The office's statements that the matrix cannot make.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The agency's full name, "Dinas Sosial Kota Bekasi".
    pub instansi: String,
    /// The year of the agreement.
    pub tahun: u16,
    /// Confirmed superiors, in the order of the file.
    pub struktur: Vec<Confirmed>,
    /// Who signs as Pihak Kedua, by the jenjang of Pihak Pertama: the nearest
    /// post above of that jenjang. The parent where there is no rule.
    pub atasan: Vec<(Jenjang, Jenjang)>,
}

/// A superior that the office confirmed. Each side is a jabatan as the matrix
/// writes it, or `Nama (Lembar!Sel)` where the name occurs more than once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// Who reports.
    pub bawahan: String,
    /// To whom.
    pub atasan: String,
    /// The 1-based line of `perjakin.toml` that says so.
    pub baris: usize,
}
