//! The data of one PK as the layout gets it: one JSON value for one file.

use serde::Serialize;

use super::balance::Breaking;
use super::budget::Budget;
use super::extent::{AttachmentExtents, Extent, StatementExtents};
use super::group::Group;
use super::party::SignatureLine;
use super::qr::Qr;
use super::settings::Kop;
use super::signing::Anchors;
use super::wording::Labels;

/// One sheet. Field names are those that `templates/pk.typ` reads.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// Title in the file's metadata.
    pub judul_dokumen: String,
    /// Year, month and day in the file's metadata.
    pub tanggal: (i32, u8, u8),
    /// Width and height of the paper in mm, upright.
    pub kertas: (f64, f64),
    /// The type family.
    pub huruf: String,
    /// Whether the sheet is a draft.
    pub draf: bool,
    /// Whether the layout is the one that its estimates were made for; if not,
    /// it measures.
    pub taksir: bool,
    /// The short texts of `label.txt`.
    pub label: Labels,
    /// The letterhead, if any.
    pub kop: Option<Kop>,
    /// Without one, the room in mm that is left for a printed one.
    pub ruang_kop: f64,
    /// The first page.
    pub pernyataan: Statement,
    /// What stands above the signatures, on both pages.
    pub tempat_tanggal: String,
    /// Pihak Kedua, on the left; `None` where a head of region signs alone.
    pub kiri: Option<Signature>,
    /// Pihak Pertama, on the right.
    pub kanan: Signature,
    /// The pages with the targets.
    pub lampiran: Attachment,
    /// What stands at the foot of every page.
    pub kaki: Footer,
    /// The anchors of an electronic signature; `null` for ink and on a draft.
    pub jangkar: Option<Anchors>,
}

impl Sheet {
    /// How many indikator have no target.
    pub fn targets_missing(&self) -> usize {
        let rows = self.lampiran.kelompok.iter().flat_map(|group| &group.indikator);
        rows.filter(|row| row.target.is_none()).count()
    }
}

/// The statement page.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// The lines of the title.
    pub judul: Vec<String>,
    /// The opening sentence.
    pub pembuka: String,
    /// The one or two parties.
    pub pihak: Vec<PartyLines>,
    /// The promises, a paragraph each.
    pub janji: Vec<String>,
    /// How much room the texts need.
    pub em: StatementExtents,
}

/// A party in the statement.
#[derive(Debug, Clone, Serialize)]
pub struct PartyLines {
    /// The name; `null` leaves dotted room.
    pub nama: Option<String>,
    /// The jabatan.
    pub jabatan: String,
    /// "selanjutnya disebut …".
    pub penutup: String,
}

/// A signature block.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// "Pihak Pertama,".
    pub sebutan: String,
    /// The jabatan.
    pub jabatan: String,
    /// The jabatan in one line, two lines and so on.
    pub pecahan: Vec<Breaking>,
    /// The name; `null` leaves dotted room.
    pub nama: Option<String>,
    /// How much room the name needs.
    pub em: Extent,
    /// What stands below the name.
    pub baris: Vec<SignatureLine>,
}

/// The pages with the targets.
#[derive(Debug, Clone, Serialize)]
pub struct Attachment {
    /// The lines of the title.
    pub judul: Vec<String>,
    /// Label and value of the lines below the title.
    pub kepala: Vec<(String, String)>,
    /// Which columns the table has.
    pub kolom: Columns,
    /// The groups of sasaran and indikator, in order.
    pub kelompok: Vec<Group>,
    /// The money table, where there is one.
    pub anggaran: Option<Budget>,
    /// How much room the texts need.
    pub em: AttachmentExtents,
}

/// The columns that a form may have beside number, sasaran, indikator and
/// target.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Columns {
    /// A column for the satuan.
    pub satuan: bool,
    /// Columns for TW I–IV; the pages lie across then.
    pub triwulan: bool,
    /// A row of column numbers under the header.
    pub nomor: bool,
}

/// The foot of every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Footer {
    /// The stamp of the edition, with the page number beside it.
    pub edisi: Option<String>,
    /// The QR code that names the edition, left of it.
    pub qr: Option<Qr>,
    /// The sentence of the certification authority, with electronic
    /// signatures only, and not on a draft.
    pub elektronik: Option<String>,
}
