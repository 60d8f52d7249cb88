//! One sheet of the normalised workbook: columns by name, in any order.

use std::collections::BTreeMap;

use super::form::HEADER_ROW;
use crate::matrix::printable;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Place, Pos};

/// A sheet with its columns.
pub(super) struct Sheet<'a> {
    pub(super) grid: &'a Grid,
    columns: BTreeMap<String, u32>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a name; `None` where it, or a column that it needs, is
    /// missing.
    pub(super) fn of(grids: &[&'a Grid], name: &str, needed: &[&str]) -> Option<Self> {
        let grid = *grids.iter().find(|grid| grid.sheet() == name)?;
        let columns: BTreeMap<String, u32> =
            grid.row(HEADER_ROW).filter_map(|(pos, cell)| Some((cell.text()?, pos.col))).collect();
        needed.iter().all(|column| columns.contains_key(*column)).then_some(Self { grid, columns })
    }

    /// The rows below the column names.
    pub(super) fn rows(&self) -> std::ops::RangeInclusive<u32> {
        HEADER_ROW + 1..=self.grid.last_row()
    }

    /// The text of a cell, exactly as it stands.
    pub(super) fn text(&self, row: u32, column: &str) -> Option<Located<String>> {
        let pos = self.pos(row, column)?;
        Some(Located::new(printable(self.grid.get(pos)?)?, self.grid.place(pos)))
    }

    /// A cell's position, where the sheet has the column.
    pub(super) fn pos(&self, row: u32, column: &str) -> Option<Pos> {
        Some(Pos::new(row, *self.columns.get(column)?))
    }

    /// A cell's address; the row's first cell where there is no such column.
    pub(super) fn place(&self, row: u32, column: &str) -> Place {
        self.grid.place(self.pos(row, column).unwrap_or(Pos::new(row, 1)))
    }
}
