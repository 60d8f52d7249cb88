//! The cells of a header: what stands over each column, and what it means.

use std::collections::BTreeMap;

use super::headers::{self, Column};
use super::table::{DEEPEST, WIDEST};
use super::years::{self, Dated};
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Pos};

/// How the quarters are called under a heading that does not say so.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// Header cells, in every cell that they stand over: those of their merged
/// range, and the blank ones to their right, since headings are often typed
/// over their columns without merging, and some formats do not keep merges.
pub(super) struct HeaderCells {
    covered: BTreeMap<Pos, Pos>,
    last_column: u32,
}

impl HeaderCells {
    /// The header cells of the rows down to `last_row`.
    pub(super) fn of(grid: &Grid, last_row: u32) -> Self {
        let mut covered = BTreeMap::new();
        let mut last_column = 1;
        for (pos, _) in grid.cells().take_while(|(pos, _)| pos.row <= last_row) {
            let Some(merge) = grid.merge_from(pos) else {
                last_column = last_column.max(pos.col);
                continue;
            };
            let (right, bottom) = (merge.last.col.min(pos.col + WIDEST), merge.last.row.min(pos.row + DEEPEST));
            last_column = last_column.max(right);
            for row in pos.row..=bottom {
                covered.extend((pos.col..=right).map(|col| (Pos::new(row, col), pos)));
            }
        }
        let mut cells = Self { covered, last_column: last_column.min(WIDEST) };
        cells.spread(grid, last_row);
        cells
    }

    /// Lets every cell stand over the blank ones between it and the next.
    fn spread(&mut self, grid: &Grid, last_row: u32) {
        let mut before: Option<Pos> = None;
        let filled: Vec<Pos> = grid.cells().map(|(pos, _)| pos).take_while(|pos| pos.row <= last_row).collect();
        for pos in filled.into_iter().chain([Pos::new(last_row + 1, 1)]) {
            if let Some(left) = before.replace(pos) {
                let first = grid.columns_at(left).1 + 1;
                let end = if pos.row == left.row { pos.col } else { self.last_column + 1 };
                for blank in (first..end.min(WIDEST + 1)).map(|col| Pos::new(left.row, col)) {
                    if self.covered.contains_key(&blank) || self.is_below_another(grid, left, blank) {
                        break;
                    }
                    self.covered.insert(blank, left);
                }
            }
        }
    }

    /// Whether a blank cell belongs to the column named above it and not to the
    /// group of columns that a cell on its row stands in.
    fn is_below_another(&self, grid: &Grid, left: Pos, blank: Pos) -> bool {
        let Some(row) = blank.row.checked_sub(1).filter(|row| *row > 0) else { return false };
        let above = self.cell(row, blank.col);
        above.col == blank.col
            && above != self.cell(row, left.col)
            && grid.text(above).is_some_and(|text| headers::column(&[text]).is_some())
    }

    /// The cell whose text shows at a position.
    pub(super) fn cell(&self, row: u32, col: u32) -> Pos {
        let pos = Pos::new(row, col);
        self.covered.get(&pos).copied().unwrap_or(pos)
    }

    fn path(&self, grid: &Grid, (first, last): (u32, u32), col: u32) -> Vec<String> {
        let mut cells: Vec<Pos> = (first..=last).map(|row| self.cell(row, col)).collect();
        cells.dedup();
        cells.into_iter().filter_map(|pos| grid.text(pos)).collect()
    }

    /// The header with the rows below it that name nothing by themselves but
    /// belong to it: over which its cells are merged, and rows of years.
    pub(super) fn deepened(&self, grid: &Grid, (first, mut last): (u32, u32), columns: &[(u32, Column)]) -> (u32, u32) {
        while last + 1 - first < DEEPEST {
            let next = last + 1;
            let merged = columns.iter().any(|(col, _)| {
                let top = self.cell(last, *col);
                grid.merge_from(top).is_some_and(|merge| merge.last.row >= next)
            });
            let mut years = grid.row(next).peekable();
            let dated = years.peek().is_some()
                && years.all(|(_, cell)| cell.text().is_some_and(|text| years::year(&text).is_some()));
            if !merged && !dated && !self.grouped(grid, last) {
                break;
            }
            last = next;
        }
        (first, last)
    }

    /// Whether the row below names the columns of groups: it has words only, and
    /// each below a heading that is merged over several columns.
    fn grouped(&self, grid: &Grid, above: u32) -> bool {
        let mut below = grid.row(above + 1).filter_map(|(pos, cell)| Some((pos, cell.text()?))).peekable();
        let several = grid.row(above + 1).count() > 1;
        several
            && below.peek().is_some()
            && below.all(|(pos, text)| {
                let (first, last) = grid.columns_at(self.cell(above, pos.col));
                last > first && !text.contains(|c: char| c.is_ascii_digit())
            })
    }

    /// The columns with the year that the lowest of their header cells names.
    pub(super) fn dated(&self, grid: &Grid, (first, last): (u32, u32), columns: &[(u32, Column)]) -> Vec<Dated> {
        let cells = |col| {
            let cells = (first..=last).rev().map(move |row| self.cell(row, col));
            cells.filter_map(|pos| Some(Located::new(grid.text(pos)?, grid.place(pos))))
        };
        let year = |col| cells(col).find_map(|cell| years::year(&cell.value).map(|year| (year, cell)));
        let span = |col| cells(col).find(|cell| years::is_span(&cell.value));
        let dated = |(col, column): &(u32, Column)| {
            let year = year(*col);
            Dated { col: *col, column: *column, span: span(*col).filter(|_| year.is_none()), year }
        };
        columns.iter().map(dated).collect()
    }

    /// The last column that any of them stands over.
    pub(super) fn last_column(&self) -> u32 {
        self.last_column
    }

    /// The columns that a header names, left to right.
    pub(super) fn columns(&self, grid: &Grid, header: (u32, u32)) -> Vec<(u32, Column)> {
        let found = |col| headers::column(&self.path(grid, header, col)).map(|column| (col, column));
        let mut columns: Vec<(u32, Column)> = (1..=self.last_column).filter_map(found).collect();
        self.bare_quarters(grid, header, &mut columns);
        // A merged header over unnamed columns names only the first of them.
        columns.dedup_by(|b, a| a.1 == b.1 && self.cell(header.1, a.0) == self.cell(header.1, b.0));
        columns
    }

    /// Four columns side by side that one heading of targets calls I to IV are
    /// the quarters. One alone is not: forms also count their columns so.
    fn bare_quarters(&self, grid: &Grid, (first, last): (u32, u32), columns: &mut [(u32, Column)]) {
        if first == last {
            return;
        }
        for four in (3..columns.len()).map(|end| end - 3..=end) {
            let [start, ..] = columns[four.clone()] else { continue };
            let above = self.cell(last - 1, start.0);
            let bare =
                columns[four.clone()].iter().zip(QUARTERS).zip(start.0..).all(|(((col, column), name), next)| {
                    *col == next
                        && *column == Column::Target
                        && self.cell(last - 1, *col) == above
                        && grid.text(self.cell(last, *col)).is_some_and(|text| text.trim() == name)
                });
            if bare {
                for (index, (_, column)) in (0..).zip(&mut columns[four]) {
                    *column = Column::Triwulan(index);
                }
            }
        }
    }

    /// Adds columns whose name has a typing error.
    pub(super) fn misspelt(
        &self,
        grid: &Grid,
        header: (u32, u32),
        columns: &mut Vec<(u32, Column)>,
    ) -> Vec<(Pos, &'static str)> {
        let mut found = Vec::new();
        for col in 1..=self.last_column {
            let pos = self.cell(header.1, col);
            if pos.col != col || columns.iter().any(|(known, _)| *known == col) {
                continue;
            }
            if let Some((name, column)) = grid.text(pos).and_then(|text| headers::misspelt(&text))
                && !columns.iter().any(|(_, known)| *known == column)
            {
                columns.push((col, column));
                found.push((pos, name));
            }
        }
        columns.sort_unstable();
        found
    }
}
