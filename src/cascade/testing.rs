//! A matrix written by hand for tests: `matrix().post(0, "KEPALA").sasaran("1
//! Meningkatnya …")`. Each post takes a column of its own; a leading number
//! is taken off the text as the reader would.

use super::roster::RosterRow;
use crate::matrix::draft::{Block, Draft, Foot, Item, Layout, LayoutKind, Superior};
use crate::workbook::place::{Located, Place, Pos, Source};

/// An empty matrix on the sheet "Matriks".
pub(crate) fn matrix() -> Matrix {
    Matrix {
        draft: Draft {
            title: None,
            layout: Layout { kind: LayoutKind::Blocks, source: "contoh.xlsx".into(), reason: "uji".into() },
            blocks: Vec::new(),
            foot: Foot::default(),
        },
    }
}

/// A cell of the sheet "Matriks".
pub(crate) fn cell(a1: &str) -> Place {
    Place { source: Source::new("contoh.xlsx", "Matriks"), pos: Pos::from_a1(a1).unwrap() }
}

/// A text in a cell of the sheet "Matriks".
pub(crate) fn text(value: &str, a1: &str) -> Located<String> {
    Located::new(value.to_owned(), cell(a1))
}

/// A row of a roster with a name in A2, a jabatan in E2, and nothing else.
pub(crate) fn row(nama: &str, jabatan: &str) -> RosterRow {
    RosterRow {
        nama: text(nama, "A2"),
        nip: None,
        pangkat: None,
        golongan: None,
        jabatan: text(jabatan, "E2"),
        unit: None,
        atasan: None,
        status: None,
        tte: None,
        keterangan: None,
        kunci: None,
    }
}

/// A draft in the making; the last post takes what follows.
#[derive(Clone)]
pub(crate) struct Matrix {
    draft: Draft,
}

impl Matrix {
    /// The draft.
    pub(crate) fn draft(&self) -> Draft {
        self.draft.clone()
    }

    /// A post on a level, in the next column, ten rows a level.
    pub(crate) fn post(mut self, level: u32, nama: &str) -> Self {
        let col = self.draft.blocks.len() as u32 + 1;
        let mut place = cell("A1");
        place.pos = Pos::new(level * 20 + 1, col);
        self.draft.blocks.push(Block { level, ..Block::new(Located::new(nama.to_owned(), place)) });
        self
    }

    /// The post's header stands in this cell instead.
    pub(crate) fn at(mut self, a1: &str) -> Self {
        self.last().nama.place = cell(a1);
        self
    }

    /// What the sheet says of the post's superior.
    pub(crate) fn under(mut self, superior: Superior) -> Self {
        self.last().superior = Some(superior);
        self
    }

    /// The sheet's column says this block is the superior.
    pub(crate) fn below(self, block: usize) -> Self {
        self.under(Superior::Column(block))
    }

    /// A sasaran of the post.
    pub(crate) fn sasaran(mut self, text: &str) -> Self {
        let item = self.item(text);
        self.last().sasaran.push(item);
        self
    }

    /// An indikator of the post.
    pub(crate) fn indikator(mut self, text: &str) -> Self {
        let item = self.item(text);
        self.last().indikator.push(item);
        self
    }

    /// Any other change of the draft.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Draft)) -> Self {
        change(&mut self.draft);
        self
    }

    fn last(&mut self) -> &mut Block {
        self.draft.blocks.last_mut().unwrap()
    }

    fn item(&mut self, text: &str) -> Item {
        let block = self.last();
        let mut place = block.nama.place.clone();
        place.pos.row += 1 + (block.sasaran.len() + block.indikator.len()) as u32;
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let (nomor, uraian) = text.split_at(digits);
        Item::new((!nomor.is_empty()).then(|| nomor.to_owned()), uraian.trim(), place)
    }
}
