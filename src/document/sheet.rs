//! The data of one PK as the layout gets it: one JSON value for one file, and
//! the cells that it prints.

use std::collections::BTreeSet;

use serde::Serialize;

use super::party::SignatureLine;
use super::settings::Kop;
use super::wording::Labels;
use crate::cascade::{Indikator, Kelompok};
use crate::workbook::place::{Located, Place};

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
    /// The short texts of `label.txt`.
    pub label: Labels,
    /// The letterhead, if any.
    pub kop: Option<Kop>,
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
    /// Every cell that the sheet prints.
    #[serde(skip)]
    pub places: BTreeSet<Place>,
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
    /// The name; `null` leaves dotted room.
    pub nama: Option<String>,
    /// What stands below the name.
    pub baris: Vec<SignatureLine>,
}

/// The pages with the targets.
#[derive(Debug, Clone, Serialize)]
pub struct Attachment {
    /// The lines of the title.
    pub judul: Vec<String>,
    /// The agency.
    pub perangkat_daerah: String,
    /// The jabatan of Pihak Pertama.
    pub jabatan: String,
    /// The groups of sasaran and indikator, in order.
    pub kelompok: Vec<Group>,
}

/// A kelompok as rows of the table.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The sasaran, each text once.
    pub sasaran: Vec<String>,
    /// The indikator, a row each.
    pub indikator: Vec<Row>,
}

/// An indikator as a row of the table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Row {
    /// The text; `null` where a sasaran has no indikator.
    pub uraian: Option<String>,
    /// Unit of the target.
    pub satuan: Option<String>,
    /// The year's target; `null` leaves dotted room.
    pub target: Option<String>,
    /// The targets of TW I–IV; `null` leaves dotted room.
    pub triwulan: [Option<String>; 4],
}

impl Group {
    /// A kelompok for print. Its repeated sasaran are printed once, its
    /// indikator all, and a sasaran without indikator has an empty row.
    pub(super) fn new(kelompok: &Kelompok) -> Self {
        let mut seen = BTreeSet::new();
        let texts = kelompok.sasaran.iter().map(|sasaran| sasaran.uraian.as_str());
        let sasaran = texts.filter(|text| seen.insert(*text)).map(str::to_owned).collect();
        let mut indikator: Vec<Row> = kelompok.indikator.iter().map(Row::new).collect();
        if indikator.is_empty() {
            indikator.push(Row::default());
        }
        Self { sasaran, indikator }
    }
}

impl Row {
    fn new(indikator: &Indikator) -> Self {
        let text = |cell: &Option<Located<String>>| cell.as_ref().map(|cell| cell.value.clone());
        Self {
            uraian: Some(indikator.uraian.clone()),
            satuan: text(&indikator.satuan),
            target: text(&indikator.target),
            triwulan: indikator.triwulan.as_ref().map(|quarters| quarters.each_ref().map(text)).unwrap_or_default(),
        }
    }
}

/// The cells that the rows of a kelompok come from.
pub(super) fn places(kelompok: &Kelompok) -> impl Iterator<Item = &Place> {
    let sasaran = kelompok.sasaran.iter().map(|sasaran| &sasaran.place);
    let indikator = kelompok.indikator.iter().flat_map(|indikator| {
        let quarters = indikator.triwulan.iter().flatten();
        let cells = [&indikator.satuan, &indikator.target].into_iter().chain(quarters).flatten();
        std::iter::once(&indikator.place).chain(cells.map(|cell| &cell.place))
    });
    sasaran.chain(indikator)
}
