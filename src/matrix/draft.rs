//! What a recogniser hands over: the blocks of a matrix as they were found,
//! before anything is decided about superiors, pairing or people.

use crate::workbook::place::{Located, Place};

/// The matrix as found on one sheet.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The title above the table, if any.
    pub title: Option<Located<String>>,
    /// How the sheet was read, and why so.
    pub layout: Layout,
    /// The blocks, level by level from the top and left to right.
    pub blocks: Vec<Block>,
    /// Place, date and signatory below the table.
    pub foot: Foot,
}

/// The recogniser that took the sheet, and the reason in Indonesian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Which layout it is.
    pub kind: LayoutKind,
    /// Workbook and sheet, `matriks.xlsx, lembar Matriks`.
    pub source: String,
    /// Why this layout was chosen, for `periksa` to show.
    pub reason: String,
}

/// The layouts that offices keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutKind {
    /// Blocks side by side in bands, one band a level.
    Blocks,
    /// A long table, superiors and sasaran merged over their rows.
    LongTable,
    /// A flat list, a row an indikator, with a column for the jabatan.
    FlatList,
    /// The workbook that `perjakin normalkan` writes.
    Normal,
}

/// A sheet that claims a deeper level than this is mistaken: no office has so
/// many.
pub const DEEPEST_LEVEL: u32 = 99;

/// One jabatan's block.
#[derive(Debug, Clone)]
pub struct Block {
    /// The header as written, and its cell.
    pub nama: Located<String>,
    /// The band it stands in, counted from 0 at the top.
    pub level: u32,
    /// First and last 1-based column that the block covers.
    pub columns: (u32, u32),
    /// What the sheet itself says of the superior.
    pub superior: Option<Superior>,
    /// The kind of post, where the sheet says it: `jpt` … `pelaksana`.
    pub jenjang: Option<Located<String>>,
    /// The unit, where the sheet says it.
    pub unit: Option<Located<String>>,
    /// The tujuan, top post only as a rule.
    pub tujuan: Vec<Item>,
    /// The sasaran, one entry a cell, repeated ones as often as written.
    pub sasaran: Vec<Item>,
    /// The indikator, one entry a cell, repeated ones as often as written.
    pub indikator: Vec<Item>,
    /// The cells that say of a group that its pairing is open.
    pub open: Vec<Place>,
}

impl Block {
    /// A block of which only the header is known, on level 0.
    pub fn new(nama: Located<String>) -> Self {
        let col = nama.place.pos.col;
        Self {
            nama,
            level: 0,
            columns: (col, col),
            superior: None,
            jenjang: None,
            unit: None,
            tujuan: Vec::new(),
            sasaran: Vec::new(),
            indikator: Vec::new(),
            open: Vec::new(),
        }
    }
}

/// What a sheet tells about the superior of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Superior {
    /// The block with this index stands over it and is merged across it and
    /// its siblings: a statement of the office.
    Merged(usize),
    /// The block with this index stands above it in the same column: a draft
    /// only, since a column is not a reporting line.
    Column(usize),
    /// A cell names the superior.
    Named(Located<String>),
    /// A cell names the superior, and the block with this index is meant.
    Stated(usize),
}

/// One tujuan, sasaran or indikator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The number before the text, without its dot or bracket.
    pub nomor: Option<String>,
    /// The text without its number, word for word.
    pub uraian: String,
    /// The cell of the text.
    pub place: Place,
    /// Where sasaran and indikator are paired by the sheet itself (merged
    /// rows), both carry the same group.
    pub group: Option<usize>,
    /// Unit of the target, as written.
    pub satuan: Option<Located<String>>,
    /// The year's target, as it is to be printed.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV, as they are to be printed.
    pub triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

impl Item {
    /// An item with nothing but its number, text and cell.
    pub fn new(nomor: Option<String>, uraian: impl Into<String>, place: Place) -> Self {
        Self { nomor, uraian: uraian.into(), place, group: None, satuan: None, target: None, triwulan: None }
    }
}

/// What stands below the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foot {
    /// "Bekasi, Januari 2026".
    pub place_and_date: Option<Located<String>>,
    /// The signatory's jabatan, its lines joined by a blank.
    pub jabatan: Option<Located<String>>,
    /// The signatory's name with gelar.
    pub nama: Option<Located<String>>,
    /// The signatory's pangkat, as written, mostly with the golongan.
    pub pangkat: Option<Located<String>>,
    /// The signatory's NIP: what stands after "NIP.", never changed.
    pub nip: Option<Located<String>>,
}
