//! Why a run could not go on. What concerns single documents is no error but
//! part of the summary.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::lock::Holder;
use crate::system::told;
use crate::typeset::TypesetError;

/// The output folder cannot be used, or not any further. Whatever was
/// published before stands complete; the next run goes on from there.
#[derive(Debug)]
pub enum PublishError {
    /// Another run is at work in the folder.
    Locked {
        /// The output folder.
        folder: PathBuf,
        /// Who, where it has said so already.
        holder: Option<Holder>,
    },
    /// The disk or the quota is full.
    Full {
        /// The file that found no room.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder may not be written.
    NotWritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Some other fault of disk or system.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder on the way is a symlink or no folder at all.
    ForeignFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A newer program wrote the manifest or journal.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema number.
        schema: u64,
    },
    /// The manifest is damaged and so is the previous one, or there is none.
    Damaged {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The manifest cannot be used, and the previous one has not taken its
    /// place yet.
    Unmended {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The manifest names a file outside the folder.
    Outside {
        /// The manifest.
        path: PathBuf,
        /// The path it names.
        entry: String,
    },
    /// The record of a frozen edition is gone, or not what was kept.
    Record {
        /// The record.
        path: PathBuf,
    },
    /// Another process froze an edition meanwhile.
    OtherEdition {
        /// The output folder.
        folder: PathBuf,
    },
    /// A job wants to go to a place where no document may go, or where
    /// another one goes.
    Place {
        /// The path it asked for.
        path: String,
    },
    /// A template is wrong; nothing was written.
    Template(TypesetError),
}

impl PublishError {
    /// Sorts a fault of the system into its kind.
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_owned();
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full { path, source },
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::NotWritable { path, source },
            _ => Self::Io { path, source },
        }
    }

    /// The program's exit code.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Place { .. } | Self::Template(_) => 2,
            _ => 5,
        }
    }

    /// What to do about it, as one Indonesian sentence.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "Tunggu sampai proses itu selesai, lalu jalankan lagi.",
            Self::Full { .. } => {
                "Kosongkan ruang di disk, lalu jalankan lagi; dokumen yang sudah terbit tetap utuh dan tidak dicetak ulang."
            }
            Self::NotWritable { .. } => "Periksa izin tulis folder itu, atau pilih folder lain dengan --output.",
            Self::Io { .. } => {
                "Periksa disk dan sambungannya, lalu jalankan lagi; dokumen yang sudah terbit tetap utuh."
            }
            Self::ForeignFolder { .. } => "Pindahkan atau ganti namanya, lalu jalankan lagi.",
            Self::Newer { .. } => "Pakai versi perjakin yang lebih baru, atau pilih folder lain dengan --output.",
            Self::Damaged { .. } => {
                "Pindahkan berkas itu ke luar folder, lalu jalankan lagi; berkas yang sudah terbit dikenali dari isinya."
            }
            Self::Unmended { .. } => {
                "Jalankan perjakin lebih dulu: daftar itu dipulihkan dari manifest.lama.json. Lalu tetapkan lagi."
            }
            Self::Outside { .. } => "Berkas itu telah diubah orang: pulihkan dari cadangan, atau pilih folder lain.",
            Self::Record { .. } => {
                "Pulihkan berkas itu dari cadangan: hanya di situ tercatat apa yang telah ditandatangani."
            }
            Self::OtherEdition { .. } => "Jalankan lagi.",
            Self::Template(_) => "Perbaiki templat itu di folder templates; belum ada yang ditulis.",
            Self::Place { .. } => "Laporkan kesalahan program ini beserta nama berkasnya.",
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Locked { folder, holder: Some(holder) } => {
                let Holder { pid, since } = holder;
                write!(f, "folder {} sedang dipakai perjakin lain (proses {pid}, mulai {since})", folder.display())
            }
            Self::Locked { folder, holder: None } => {
                write!(f, "folder {} sedang dipakai perjakin lain", folder.display())
            }
            Self::Full { path, source } => {
                write!(f, "tidak ada ruang lagi untuk {} ({})", path.display(), told(source))
            }
            Self::NotWritable { path, source } => {
                write!(f, "{} tidak boleh ditulis ({})", path.display(), told(source))
            }
            Self::Io { path, source } => {
                write!(f, "{} gagal dibaca atau ditulis ({})", path.display(), told(source))
            }
            Self::ForeignFolder { path } => {
                write!(f, "{} bukan folder biasa (tautan atau berkas), jadi tidak dipakai", path.display())
            }
            Self::Newer { path, schema } => {
                write!(f, "{} ditulis perjakin yang lebih baru (skema {schema})", path.display())
            }
            Self::Damaged { path, why } => write!(f, "{} rusak: {why}", path.display()),
            Self::Unmended { path, why } => write!(f, "{} tidak dapat dipakai: {why}", path.display()),
            Self::Outside { path, entry } => write!(f, "{} menyebut berkas di luar foldernya: {entry}", path.display()),
            Self::Record { path } => {
                write!(f, "{}, catatan edisi yang telah ditetapkan, hilang atau telah diubah", path.display())
            }
            Self::OtherEdition { folder } => {
                write!(f, "edisi di {} ditetapkan oleh perjakin lain pada saat yang sama", folder.display())
            }
            Self::Template(error) => write!(f, "templat salah, tidak satu dokumen pun jadi: {error}"),
            Self::Place { path } => write!(f, "dokumen tidak dapat diterbitkan sebagai \"{path}\""),
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Full { source, .. } | Self::NotWritable { source, .. } | Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
