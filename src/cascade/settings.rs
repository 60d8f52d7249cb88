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
    /// Where lists are two in one, in the order of the file.
    pub pisah: Vec<Pisah>,
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

/// A list of the matrix that is two, because two columns of the office's sheet
/// came into one: from a cell on it is another jabatan's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pisah {
    /// The cell of the sasaran or indikator that the second list begins with,
    /// `Matriks!G46`.
    pub sel: String,
    /// The name of the second jabatan; it may be the first one's. Lists of one
    /// block under the same name become one jabatan.
    pub jabatan: String,
    /// The 1-based line of `perjakin.toml` that says so.
    pub baris: usize,
}
