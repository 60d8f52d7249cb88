//! Which cell stands above another, merged ranges included.

use std::collections::BTreeMap;

use crate::workbook::grid::Grid;
use crate::workbook::place::Pos;

/// Widest merge that is entered column by column; wider ones count with their
/// first columns.
const WIDEST: u32 = 512;
/// In a sheet with more merges than this, which no block layout has, wide ones
/// are not entered column by column: it would cost hundreds of cells each.
const MANY_MERGES: usize = 10_000;

/// The cells that hold something, by every column that they cover.
pub(super) struct Columns {
    by_column: BTreeMap<u32, Vec<Pos>>,
}

impl Columns {
    pub(super) fn of(grid: &Grid) -> Self {
        let mut by_column: BTreeMap<u32, Vec<Pos>> = BTreeMap::new();
        let widest = if grid.merges().len() > MANY_MERGES { 1 } else { WIDEST };
        for (pos, _) in grid.cells() {
            let (first, last) = grid.columns_at(pos);
            for col in first..=last.min(first + widest - 1) {
                by_column.entry(col).or_default().push(pos);
            }
        }
        Self { by_column }
    }

    /// The lowest cell above a row that covers one of the columns; of several
    /// on one row the leftmost.
    pub(super) fn above(&self, row: u32, (first, last): (u32, u32)) -> Option<Pos> {
        self.by_column
            .range(first..=last)
            .filter_map(|(_, cells)| cells[..cells.partition_point(|pos| pos.row < row)].last().copied())
            .reduce(|best, pos| if pos.row > best.row { pos } else { best })
    }
}
