//! Why a workbook could not be read, in words for the person who keeps it.

use std::fmt;
use std::io;

use serde::{Deserialize, Serialize};

use super::limits;
use super::sniff::Kind;

/// Why a workbook is damaged, where its archive or container is.
pub(super) const BROKEN_ARCHIVE: &str = "wadahnya terpotong atau rusak";
/// Why a workbook is damaged, where a part of it is missing.
pub(super) const MISSING_PART: &str = "salah satu bagian wajibnya tidak ada";
/// Why a workbook is damaged, where a part breaks the rules of its format.
pub(super) const BROKEN_PART: &str = "salah satu bagiannya menyalahi format";
/// Why a workbook cannot be read that has macros of Excel 4, on sheets of
/// their own.
pub(super) const MACRO_SHEET: &str = "ada lembar makro Excel 4 di dalamnya";

/// A file that cannot be read as a workbook. Each names the file; what to do
/// is the hint's matter. None holds a text of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkbookError {
    /// There is no such file.
    Missing {
        /// File name.
        file: String,
    },
    /// The operating system does not let us read it.
    Unreadable {
        /// File name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// The file has no content.
    Empty {
        /// File name.
        file: String,
    },
    /// Larger than [`limits::FILE_BYTES`].
    TooLarge {
        /// File name.
        file: String,
    },
    /// Its parts unpack to more than [`limits::UNPACKED_BYTES`], or there are
    /// more than [`limits::ARCHIVE_ENTRIES`] of them.
    Bomb {
        /// File name.
        file: String,
    },
    /// It holds more cells than [`limits::CELLS`].
    TooManyCells {
        /// File name.
        file: String,
        /// The sheet in which the cap was reached.
        sheet: String,
    },
    /// It opens with a password only.
    Password {
        /// File name.
        file: String,
    },
    /// It is something else than a workbook.
    Foreign {
        /// File name.
        file: String,
        /// What it is, in Indonesian: "dokumen PDF".
        seen: String,
    },
    /// It is damaged, or has a part that the reader of its format does not
    /// know.
    Corrupt {
        /// File name.
        file: String,
        /// In what way, as a short Indonesian clause.
        detail: String,
    },
    /// Reading it took more memory or time than any real workbook does.
    Exhausted {
        /// File name.
        file: String,
    },
}

impl WorkbookError {
    /// The file that could not be read.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing { file }
            | Self::Unreadable { file, .. }
            | Self::Empty { file }
            | Self::TooLarge { file }
            | Self::Bomb { file }
            | Self::TooManyCells { file, .. }
            | Self::Password { file }
            | Self::Foreign { file, .. }
            | Self::Corrupt { file, .. }
            | Self::Exhausted { file } => file,
        }
    }

    /// What to do about it, as one plain sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "Periksa nama berkas dan foldernya.",
            Self::Unreadable { .. } => "Tutup berkas di Excel dan periksa hak aksesnya, lalu jalankan lagi.",
            Self::Empty { .. } => "Salin ulang berkas dari sumbernya.",
            Self::TooLarge { .. } | Self::TooManyCells { .. } => {
                "Simpan hanya lembar matriks ke buku kerja baru, tanpa gambar dan tanpa baris kosong berformat."
            }
            Self::Bomb { .. } | Self::Corrupt { .. } => {
                "Buka berkas di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx."
            }
            Self::Exhausted { .. } => {
                "Tutup program lain dan jalankan sekali lagi; bila tetap begini, buka berkas di Excel atau LibreOffice, \
                 lalu simpan ulang sebagai .xlsx."
            }
            Self::Password { .. } => "Buka berkas dengan kata sandinya, lalu simpan salinan tanpa kata sandi.",
            Self::Foreign { .. } => "Simpan matriks sebagai buku kerja .xlsx dari Excel atau LibreOffice.",
        }
    }

    pub(super) fn from_io(file: &str, error: &io::Error) -> Self {
        let file = file.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { file },
            io::ErrorKind::PermissionDenied => Self::Unreadable { file, reason: "akses ditolak".into() },
            io::ErrorKind::IsADirectory => Self::Foreign { file, seen: "folder".into() },
            kind => Self::Unreadable { file, reason: kind.to_string() },
        }
    }

    /// The refusal of a kind that no reader takes.
    pub(super) fn from_kind(file: &str, kind: Kind) -> Self {
        let file = file.to_owned();
        match kind {
            Kind::Empty => Self::Empty { file },
            Kind::Encrypted => Self::Password { file },
            Kind::BrokenArchive => {
                Self::Corrupt { file, detail: "daftar isi arsip zip tidak ditemukan atau terpotong".into() }
            }
            other => Self::Foreign { file, seen: other.label().into() },
        }
    }

    /// The same error about the file of this name.
    pub(super) fn named(mut self, name: &str) -> Self {
        match &mut self {
            Self::Missing { file }
            | Self::Unreadable { file, .. }
            | Self::Empty { file }
            | Self::TooLarge { file }
            | Self::Bomb { file }
            | Self::TooManyCells { file, .. }
            | Self::Password { file }
            | Self::Foreign { file, .. }
            | Self::Corrupt { file, .. }
            | Self::Exhausted { file } => name.clone_into(file),
        }
        self
    }

    pub(super) fn corrupt(file: &str, detail: impl fmt::Display) -> Self {
        Self::Corrupt { file: file.to_owned(), detail: detail.to_string() }
    }
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: ", self.file())?;
        match self {
            Self::Missing { .. } => f.write_str("berkas tidak ditemukan"),
            Self::Unreadable { reason, .. } => write!(f, "berkas tidak dapat dibuka ({reason})"),
            Self::Empty { .. } => f.write_str("berkas kosong (0 bita)"),
            Self::TooLarge { .. } => write!(f, "berkas lebih besar dari {} MB", limits::FILE_BYTES >> 20),
            Self::Bomb { .. } => write!(
                f,
                "isi berkas yang dimampatkan melebihi {} MB atau {} bagian",
                limits::UNPACKED_BYTES >> 20,
                limits::ARCHIVE_ENTRIES
            ),
            Self::TooManyCells { sheet, .. } => {
                write!(f, "lembar {sheet} membuat jumlah sel melebihi {} juta", limits::CELLS / 1_000_000)
            }
            Self::Password { .. } => f.write_str("buku kerja dilindungi kata sandi"),
            Self::Foreign { seen, .. } => write!(f, "berkas ini bukan buku kerja, melainkan {seen}"),
            Self::Corrupt { detail, .. } => write!(f, "buku kerja tidak dapat dibaca: {detail}"),
            Self::Exhausted { .. } => {
                f.write_str(
                "buku kerja menghabiskan memori atau waktu yang disediakan; isinya tidak wajar, atau komputer sedang sibuk",
            )
            }
        }
    }
}

impl std::error::Error for WorkbookError {}
