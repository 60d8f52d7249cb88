//! What a run did, as data; `cli` puts it into words.

use super::register::WORKBOOK as REGISTER;
use crate::typeset::TypesetError;

/// The folder of reports, which offices fill in.
const REPORTS: &str = "laporan/";

/// Why a document is written, or why it is not simply overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was never published before, or had been retired.
    New,
    /// The published file is gone.
    Missing,
    /// Its data changed.
    Data,
    /// The templates, the fonts or the program changed.
    Tools,
    /// Its place is taken by a file that was signed, changed, or made by
    /// someone else.
    Taken,
}

impl Why {
    /// The reason as the office reads it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::New => "baru",
            Self::Missing => "berkasnya hilang",
            Self::Data => "data, redaksi atau pengaturannya berubah",
            Self::Tools => "templat atau program berubah",
            Self::Taken => "berkasnya telah ditandatangani atau diubah orang",
        }
    }
}

/// Why a file was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its data changed, but it was signed or changed after it was published.
    Changed,
    /// Something that the program did not make stands in its place.
    Foreign,
    /// Its document is no longer wanted, but it was signed or changed.
    Retired,
    /// It belongs to an edition that the office has signed.
    Frozen,
    /// It belongs to such an edition, and it is gone.
    Lost,
    /// It is the register, changed where it lies; its own data did not change.
    FilledIn,
}

impl Reason {
    /// The reason as the office reads it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Changed => {
                "telah ditandatangani atau diubah setelah terbit, sedangkan data, redaksi atau tata letaknya kini lain"
            }
            Self::Foreign => "bukan buatan program ini",
            Self::Retired => "tidak lagi ada dalam data, tetapi telah ditandatangani atau diubah",
            Self::Frozen => "milik edisi yang telah ditetapkan",
            Self::Lost => "milik edisi yang telah ditetapkan, tetapi berkasnya hilang",
            Self::FilledIn => "diisi atau disimpan di tempatnya; catatan di situ tidak dihitung",
        }
    }
}

/// A file that the program did not dare to touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAlone {
    /// The file.
    pub path: String,
    /// The new version beside it, where there is one.
    pub beside: Option<String>,
    /// Why.
    pub reason: Reason,
}

impl LeftAlone {
    /// What to do about it, in Indonesian.
    pub fn hint(&self) -> &'static str {
        match self.reason {
            _ if self.path == REGISTER => {
                "Pindahkan register yang telah diisi itu ke folder instansi di input, di sebelah matriks: di situ \
                 catatannya dibaca. Lalu jalankan perjakin lagi."
            }
            Reason::Changed | Reason::Retired if self.path.starts_with(REPORTS) => {
                "Pindahkan laporan yang telah diisi itu ke luar folder output, lalu jalankan perjakin lagi; isilah \
                 salinannya, bukan berkas di output."
            }
            Reason::Changed | Reason::FilledIn => {
                "Pilih satu: ganti berkas itu dengan versi barunya, lalu tandatangani lagi; atau kembalikan data, \
                 redaksi atau tata letaknya. Lalu jalankan perjakin lagi."
            }
            Reason::Foreign => "Pindahkan berkas itu ke luar folder output, lalu jalankan perjakin lagi.",
            Reason::Retired => "Pindahkan berkas itu sendiri ke folder lain, lalu jalankan perjakin lagi.",
            Reason::Frozen => "Biarkan berkas itu; perubahannya dicetak dalam edisi berikutnya.",
            Reason::Lost => "Pulihkan berkas itu dari cadangan: yang telah ditandatangani tidak dicetak ulang.",
        }
    }
}

/// A document whose file could not be put in its place this time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The file.
    pub path: String,
    /// What stood in the way.
    pub why: String,
}

/// A document that could not be typeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The file it would have become.
    pub path: String,
    /// What Typst says.
    pub error: TypesetError,
}

/// A document of which its template noticed something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The file.
    pub path: String,
    /// What, as the template says it.
    pub note: String,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files newly written.
    pub written: usize,
    /// Files that were up to date.
    pub unchanged: usize,
    /// Among the latter: signed or changed since, with their data unchanged.
    pub signed: usize,
    /// Files moved to the archive.
    pub retired: usize,
    /// Documents among all that are marked DRAF.
    pub draft: usize,
    /// Documents whose templates or program changed, held back because signed
    /// files are among them.
    pub held_back: usize,
    /// Bytes written.
    pub bytes: u64,
    /// Pages written.
    pub pages: usize,
    /// Files that another program holds open or the system protects.
    pub pending: Vec<Pending>,
    /// Files that were not touched.
    pub left_alone: Vec<LeftAlone>,
    /// Documents that could not be typeset.
    pub failed: Vec<Failed>,
    /// Published documents of which their template noticed something, written
    /// in this run or before.
    pub noted: Vec<Noted>,
    /// Why the manifest could not be used, where the previous one served.
    pub manifest_damage: Option<String>,
    /// Whether an interrupted run was brought to its end first.
    pub recovered: bool,
    /// Whether the run was cut short by the user.
    pub cancelled: bool,
}

impl Summary {
    /// The program's exit code for this outcome.
    pub fn exit_code(&self) -> u8 {
        if self.cancelled {
            130
        } else if !self.failed.is_empty() || !self.pending.is_empty() {
            1
        } else if !self.left_alone.is_empty() || self.held_back > 0 {
            6
        } else {
            0
        }
    }
}

/// Hears of a run's progress, on the thread that runs it.
pub trait Progress {
    /// A document is going to be written, for this reason.
    fn planned(&self, _path: &str, _why: Why) {}

    /// So many documents of so many are done. Called first with 0.
    fn advanced(&self, _done: usize, _total: usize) {}
}

/// Nobody listens.
impl Progress for () {}
