//! The register of agreements, which is also the receipt list: one row a
//! sheet, with room to note who has signed.
//!
//! `workbook` writes it for the office to fill in; `reading` reads the office's
//! own copy back, and `notes` finds the sheets that it means. What was noted of a sheet is carried into the next register
//! as long as the sheet promises what it promised when it was signed.

mod mark;
mod notes;
mod reading;
mod workbook;

use serde::Serialize;

use super::fingerprint::Digest;

pub use self::notes::{Known, Marked, Notes, Person};
pub use self::reading::{Copy, recognise};
pub use self::workbook::workbook;

/// Where the register lies in the output folder; a filled in copy belongs to
/// the workbooks that are read.
pub const WORKBOOK: &str = "laporan/register.xlsx";

/// One sheet in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its running number, counted from 1.
    pub nomor: usize,
    /// The holder's name; `None` while it is not known.
    pub nama: Option<String>,
    /// NIP or NI PPPK as printed; a text, never a number.
    pub nip: Option<String>,
    /// The holder's jabatan.
    pub jabatan: String,
    /// The jabatan of Pihak Kedua.
    pub atasan: Option<String>,
    /// The name of Pihak Kedua, where it is known.
    pub nama_atasan: Option<String>,
    /// The unit.
    pub unit: String,
    /// The sheet's pages; `None` where it could not be printed.
    pub halaman: Option<usize>,
    /// Whether it is marked DRAF and must not be signed yet.
    pub draf: bool,
    /// What the office noted of it.
    pub catatan: Noted,
    /// The sheet's file, relative to the output folder.
    #[serde(skip)]
    pub berkas: String,
    /// What it is recognised by when the office's copy is read back.
    #[serde(skip)]
    pub kunci: Key,
}

/// What the office noted of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Noted {
    /// Nothing.
    #[default]
    #[serde(rename = "belum")]
    Nothing,
    /// That it is signed, as it is.
    #[serde(rename = "sudah")]
    Signed(Signed),
    /// That it is signed; but it promised something else then.
    #[serde(rename = "berubah")]
    Changed,
}

/// What the office noted of a sheet that is signed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Signed {
    /// The date, as written.
    pub tanggal: String,
    /// The initials, as written.
    pub paraf: String,
}

/// A sheet and its content: whose it is, and a digest of what it promises.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The sheet's key, as in its file's name.
    pub lembar: String,
    /// The first digits of its content's digest.
    pub isi: String,
}

impl Key {
    /// Digits of the digest that are written down: enough to tell the editions
    /// of one sheet apart.
    const DIGITS: usize = 12;

    /// The key of a sheet with this content.
    pub fn new(lembar: &str, isi: Digest) -> Self {
        Self { lembar: lembar.to_owned(), isi: isi.to_string().chars().take(Self::DIGITS).collect() }
    }

    /// Reads what [`Display`](std::fmt::Display) writes.
    fn parse(text: &str) -> Option<Self> {
        // Keys have no capitals; who typed one may have used them.
        let text = text.trim().to_lowercase();
        let (lembar, isi) = text.rsplit_once('-')?;
        let known = !lembar.is_empty() && isi.len() == Self::DIGITS && isi.bytes().all(|b| b.is_ascii_hexdigit());
        known.then(|| Self { lembar: lembar.to_owned(), isi: isi.to_owned() })
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}-{}", self.lembar, self.isi)
    }
}

/// What stands above the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// "REGISTER PERJANJIAN KINERJA TAHUN 2026".
    pub title: String,
    /// The agency's name.
    pub instansi: String,
}

/// How far the signing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Sheets in all.
    pub sheets: usize,
    /// Sheets that are signed as they are.
    pub signed: usize,
    /// Sheets that changed after they were signed.
    pub again: usize,
}

impl FromIterator<Noted> for Progress {
    fn from_iter<T: IntoIterator<Item = Noted>>(notes: T) -> Self {
        notes.into_iter().fold(Self::default(), |Self { sheets, signed, again }, noted| Self {
            sheets: sheets + 1,
            signed: signed + usize::from(matches!(noted, Noted::Signed(_))),
            again: again + usize::from(noted == Noted::Changed),
        })
    }
}

impl Progress {
    /// In words: "12 dari 22 sudah ditandatangani".
    pub fn describe(&self) -> String {
        format!("{} dari {} sudah ditandatangani", self.signed, self.sheets)
    }
}

/// Rows as tests have them.
#[cfg(test)]
pub(super) fn rows(count: usize) -> Vec<Row> {
    let row = |n: usize| Row {
        nomor: n + 1,
        nama: Some(format!("Pegawai Contoh {n:02}")),
        nip: Some("19700101 199501 1 001".into()),
        jabatan: "Penata Layanan".into(),
        atasan: Some("Kepala Bidang A".into()),
        nama_atasan: None,
        unit: "Bidang A".into(),
        halaman: Some(2),
        draf: n == 1,
        catatan: Noted::Nothing,
        berkas: format!("pk/Bidang A/{n}.pdf"),
        kunci: Key::new(&format!("k{n}"), Digest::of(&[n as u8])),
    };
    (0..count).map(row).collect()
}
