//! A sheet as a sparse map of located cells: what the reader hands to the
//! recognisers, whatever format the workbook had.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::place::{Place, Pos, Source};

/// What a cell holds. Text is normalised (see [`super::text`]).
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text as the office typed it, normalised for print.
    Text(String),
    /// A number cell; Excel keeps 15 significant digits and no more.
    Number(f64),
    /// A TRUE/FALSE cell.
    Bool(bool),
    /// A date cell, as the workbook's serial day number.
    Date(f64),
    /// An error value such as `#REF!`, by its Excel name.
    Error(String),
    /// A formula for which the workbook keeps no computed value.
    FormulaWithoutValue,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// The text before normalisation, where that changed it.
    pub raw: Option<String>,
}

impl Cell {
    /// The cell as text: text itself, or a number written plainly without
    /// grouping; `None` where nothing can be printed (errors, lost formulas).
    pub fn text(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) => Some(text.clone()),
            Value::Number(number) if number.is_finite() => Some(number.to_string()),
            Value::Bool(true) => Some("TRUE".into()),
            Value::Bool(false) => Some("FALSE".into()),
            _ => None,
        }
    }
}

/// A merged range, both corners included; 1-based as in [`Pos`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Upper left cell; the only one of the range that holds a value.
    pub first: Pos,
    /// Lower right cell.
    pub last: Pos,
}

impl Merge {
    /// Whether the cell lies inside.
    pub fn contains(&self, pos: Pos) -> bool {
        (self.first.row..=self.last.row).contains(&pos.row) && (self.first.col..=self.last.col).contains(&pos.col)
    }
}

/// One sheet: its non-empty cells in row order, and its merged ranges.
#[derive(Debug, Clone)]
pub struct Grid {
    source: Arc<Source>,
    cells: BTreeMap<Pos, Cell>,
    merges: Vec<Merge>,
    /// Where cells stood before they were moved; see [`super::segments`].
    origins: BTreeMap<Pos, Pos>,
    /// How cells with a number show it, where the file tells.
    formats: BTreeMap<Pos, Arc<str>>,
    /// Index into `merges` by upper left cell, where values stand.
    merged_cells: BTreeMap<Pos, usize>,
    /// Whether the sheet is shown in the workbook; hidden ones are read but
    /// never taken for the matrix on their own.
    pub visible: bool,
    /// How many cells could not be placed on the sheet (beyond its last row or
    /// column, or without a readable address) and are left out.
    pub lost_cells: u32,
    /// Whether the format keeps merged ranges (xlsx and xls do; xlsb, ods and
    /// text do not), so that "no merge" can be told from "not known".
    pub knows_merges: bool,
}

impl Grid {
    /// An empty sheet of a workbook, visible and with merges known.
    pub fn new(workbook: impl Into<Box<str>>, sheet: impl Into<Box<str>>) -> Self {
        Self {
            source: Source::new(workbook, sheet),
            cells: BTreeMap::new(),
            merges: Vec::new(),
            origins: BTreeMap::new(),
            formats: BTreeMap::new(),
            merged_cells: BTreeMap::new(),
            visible: true,
            lost_cells: 0,
            knows_merges: true,
        }
    }

    /// The sheet's name.
    pub fn sheet(&self) -> &str {
        &self.source.sheet
    }

    /// The workbook's file name.
    pub fn workbook(&self) -> &str {
        &self.source.workbook
    }

    /// Puts a cell; a later one at the same position replaces an earlier.
    pub fn insert(&mut self, pos: Pos, cell: Cell) {
        self.cells.insert(pos, cell);
    }

    /// Adds a merged range.
    pub fn merge(&mut self, merge: Merge) {
        self.merged_cells.insert(merge.first, self.merges.len());
        self.merges.push(merge);
    }

    /// Says how a cell shows its number: a format as [`super::number_format`]
    /// reads it.
    pub fn set_format(&mut self, pos: Pos, code: Arc<str>) {
        self.formats.insert(pos, code);
    }

    /// How a cell shows its number; `None` where that is as usual or not known.
    pub fn format(&self, pos: Pos) -> Option<&str> {
        self.formats.get(&pos).map(|code| &**code)
    }

    /// All formats that are known, in the order of the cells.
    pub(super) fn formats(&self) -> impl Iterator<Item = (Pos, &Arc<str>)> {
        self.formats.iter().map(|(pos, code)| (*pos, code))
    }

    /// The cell at a position, if it is not empty.
    pub fn get(&self, pos: Pos) -> Option<&Cell> {
        self.cells.get(&pos)
    }

    /// The text at a position, if there is any to print.
    pub fn text(&self, pos: Pos) -> Option<String> {
        self.get(pos).and_then(Cell::text).filter(|text| !text.is_empty())
    }

    /// All non-empty cells, row by row and left to right.
    pub fn cells(&self) -> impl Iterator<Item = (Pos, &Cell)> {
        self.cells.iter().map(|(pos, cell)| (*pos, cell))
    }

    /// The non-empty cells of one 1-based row, left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (Pos, &Cell)> {
        self.cells.range(Pos::new(row, 0)..=Pos::new(row, u32::MAX)).map(|(pos, cell)| (*pos, cell))
    }

    /// The non-empty cells from a 1-based row on.
    pub fn cells_from(&self, row: u32) -> impl Iterator<Item = (Pos, &Cell)> {
        self.cells.range(Pos::new(row, 0)..).map(|(pos, cell)| (*pos, cell))
    }

    /// The non-empty cells of a row from one column to another, both included.
    pub fn row_between(&self, row: u32, (first, last): (u32, u32)) -> impl Iterator<Item = (Pos, &Cell)> {
        self.cells.range(Pos::new(row, first)..=Pos::new(row, last.max(first))).map(|(pos, cell)| (*pos, cell))
    }

    /// The merged ranges, in the workbook's order.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// The merged range that a cell lies in, if any. Quick for the upper left
    /// cell of a range, where its value stands; a search for the others.
    pub fn merge_at(&self, pos: Pos) -> Option<Merge> {
        self.merge_from(pos).or_else(|| self.merges.iter().copied().find(|merge| merge.contains(pos)))
    }

    /// The merged range whose upper left cell this is, if any.
    pub fn merge_from(&self, pos: Pos) -> Option<Merge> {
        self.merged_cells.get(&pos).map(|index| self.merges[*index])
    }

    /// The first and last column that a cell with a value covers: its own, or
    /// its merge's.
    pub fn columns_at(&self, pos: Pos) -> (u32, u32) {
        self.merge_from(pos).map_or((pos.col, pos.col), |merge| (merge.first.col, merge.last.col))
    }

    /// The last row that holds anything, 1-based; 0 for an empty sheet.
    pub fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |pos| pos.row)
    }

    /// Puts a cell that stands elsewhere in the file; its [`Place`] stays
    /// where the office finds it.
    pub fn insert_moved(&mut self, pos: Pos, origin: Pos, cell: Cell) {
        self.origins.insert(pos, origin);
        self.insert(pos, cell);
    }

    /// The full address of one of this sheet's cells, as the office sees it.
    pub fn place(&self, pos: Pos) -> Place {
        let pos = self.origins.get(&pos).copied().unwrap_or(pos);
        Place { source: self.source.clone(), pos }
    }
}
