//! A table with named columns, wherever it stands on its sheet: headers one to
//! three rows deep, a row of column numbers below them, columns in any order,
//! headers repeated on every printed page.

use std::collections::BTreeMap;

use super::foot;
use super::headers::{self, Column};
use super::{is_placeholder, numbering, printable};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Pos};
use crate::workbook::text;

/// How many non-empty rows are tried as the first row of the header.
const TRIED_ROWS: usize = 60;
/// Deepest header.
const DEEPEST: u32 = 3;
/// Columns that are looked at; no office's table is wider.
const WIDEST: u32 = 256;
/// How far from the end of the sheet a foot is looked for, in rows.
const FOOT_ROWS: u32 = 40;

/// A table on a sheet.
pub(super) struct Table<'a> {
    /// Its sheet.
    pub(super) grid: &'a Grid,
    /// First and last row of the header.
    pub(super) header: (u32, u32),
    /// The known columns, left to right.
    pub(super) columns: Vec<(u32, Column)>,
    /// Header cells with a typing error, and the name that is meant.
    pub(super) misspelt: Vec<(Pos, &'static str)>,
    /// First and last row of the body.
    pub(super) rows: (u32, u32),
    /// What stands below it.
    pub(super) foot: Option<foot::Found>,
    cells: HeaderCells,
}

impl<'a> Table<'a> {
    /// The table whose header names most columns; at least two.
    pub(super) fn of(grid: &'a Grid) -> Option<Self> {
        let mut rows: Vec<u32> = grid.cells().map(|(pos, _)| pos.row).take(TRIED_ROWS * WIDEST as usize).collect();
        rows.dedup();
        rows.truncate(TRIED_ROWS);
        let cells = HeaderCells::of(grid, *rows.last()? + DEEPEST);
        let mut header = (0, 0);
        let mut columns = Vec::new();
        let mut most = 1;
        for depth in 0..DEEPEST {
            for first in &rows {
                let found = cells.columns(grid, (*first, first + depth));
                let mut kinds: Vec<Column> = found.iter().map(|(_, column)| *column).collect();
                kinds.sort_unstable();
                kinds.dedup();
                // Equal finds keep the shallower and higher header.
                if kinds.len() > most {
                    (header, columns, most) = ((*first, first + depth), found, kinds.len());
                }
            }
        }
        if columns.is_empty() {
            return None;
        }
        let misspelt = cells.misspelt(grid, header, &mut columns);
        let first = body_start(grid, header.1);
        let foot = foot::find(grid, header.1.max(grid.last_row().saturating_sub(FOOT_ROWS)));
        let last = foot.as_ref().map_or(grid.last_row(), |foot| foot.first_row - 1);
        Some(Self { grid, header, columns, misspelt, rows: (first, last), foot, cells })
    }

    /// The first column of a kind.
    pub(super) fn column(&self, wanted: Column) -> Option<u32> {
        self.columns.iter().find(|(_, column)| *column == wanted).map(|(col, _)| *col)
    }

    /// Whether there is a column of a kind.
    pub(super) fn has(&self, wanted: Column) -> bool {
        self.column(wanted).is_some()
    }

    /// The body's rows, without repeated headers and rows of column numbers.
    pub(super) fn body(&self) -> impl Iterator<Item = u32> {
        (self.rows.0..=self.rows.1).filter(|row| !self.is_header_again(*row) && !is_column_numbers(self.grid, *row))
    }

    /// A cell's text and place; `None` where it is empty or only a mark for
    /// "nothing".
    pub(super) fn text(&self, row: u32, col: Option<u32>) -> Option<Located<String>> {
        let pos = Pos::new(row, col?);
        let text = printable(self.grid.get(pos)?)?;
        (!is_placeholder(&text)).then(|| Located::new(text, self.grid.place(pos)))
    }

    /// As [`Self::text`], on one line.
    pub(super) fn line(&self, row: u32, col: Option<u32>) -> Option<Located<String>> {
        self.text(row, col).map(|located| Located::new(text::one_line(&located.value), located.place))
    }

    /// The lines that tell of header cells with a typing error.
    pub(super) fn misspelt_findings(&self) -> impl Iterator<Item = Finding> {
        self.misspelt.iter().map(|(pos, meant)| reading::misspelt_label(self.grid.place(*pos), meant))
    }

    /// The header cells that name no known column.
    pub(super) fn unknown_headers(&self) -> Vec<Pos> {
        let row = self.header.1;
        let mut cells: Vec<Pos> = (1..=self.cells.last_column)
            .filter(|col| !self.columns.iter().any(|(known, _)| known == col))
            .map(|col| self.cells.cell(row, col))
            .filter(|pos| self.grid.text(*pos).is_some())
            .filter(|pos| !self.columns.iter().any(|(known, _)| self.cells.cell(row, *known) == *pos))
            .collect();
        cells.dedup();
        cells
    }

    /// The cell that shows over a column on a header row, or on the row above
    /// the header.
    pub(super) fn heading(&self, row: u32, col: u32) -> Option<Located<String>> {
        let pos = self.cells.cell(row, col);
        Some(Located::new(text::one_line(&self.grid.text(pos)?), self.grid.place(pos)))
    }

    /// Whether a row repeats the header's lowest row, as printed pages do.
    fn is_header_again(&self, row: u32) -> bool {
        let value = |row, col| self.grid.get(Pos::new(row, col)).map(|cell| &cell.value);
        let same = self.columns.iter().filter(|(col, _)| {
            let own = value(row, *col);
            own.is_some() && own == value(self.header.1, *col)
        });
        same.count() >= 2
    }
}

/// A column whose merged cells stand for every row that they cover.
pub(super) struct Spanning {
    col: Option<u32>,
    /// The merged cell above, and the last row that it covers.
    above: Option<(Located<String>, u32)>,
}

impl Spanning {
    pub(super) fn new(col: Option<u32>) -> Self {
        Self { col, above: None }
    }

    /// The row's own line, or that of a merged cell over it; rows are to be
    /// asked for from the top down.
    pub(super) fn line(&mut self, table: &Table, row: u32) -> Option<Located<String>> {
        let pos = Pos::new(row, self.col?);
        if let Some(own) = table.line(row, self.col) {
            self.above = table.grid.merge_from(pos).map(|merge| (own.clone(), merge.last.row));
            return Some(own);
        }
        self.above.as_ref().filter(|(_, last)| row <= *last).map(|(line, _)| line.clone())
    }
}

/// Header cells, in every cell that they stand over: those of their merged
/// range, and the blank ones to their right, since headings are often typed
/// over their columns without merging, and some formats do not keep merges.
struct HeaderCells {
    covered: BTreeMap<Pos, Pos>,
    last_column: u32,
}

impl HeaderCells {
    fn of(grid: &Grid, last_row: u32) -> Self {
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
                    if self.covered.contains_key(&blank) {
                        break;
                    }
                    self.covered.insert(blank, left);
                }
            }
        }
    }

    /// The cell whose text shows at a position.
    fn cell(&self, row: u32, col: u32) -> Pos {
        let pos = Pos::new(row, col);
        self.covered.get(&pos).copied().unwrap_or(pos)
    }

    fn path(&self, grid: &Grid, (first, last): (u32, u32), col: u32) -> Vec<String> {
        let mut cells: Vec<Pos> = (first..=last).map(|row| self.cell(row, col)).collect();
        cells.dedup();
        cells.into_iter().filter_map(|pos| grid.text(pos)).collect()
    }

    fn columns(&self, grid: &Grid, header: (u32, u32)) -> Vec<(u32, Column)> {
        let found = |col| headers::column(&self.path(grid, header, col)).map(|column| (col, column));
        let mut columns: Vec<(u32, Column)> = (1..=self.last_column).filter_map(found).collect();
        // A merged header over unnamed columns names only the first of them.
        columns.dedup_by(|b, a| a.1 == b.1 && self.cell(header.1, a.0) == self.cell(header.1, b.0));
        columns
    }

    /// Adds columns whose name has a typing error.
    fn misspelt(&self, grid: &Grid, header: (u32, u32), columns: &mut Vec<(u32, Column)>) -> Vec<(Pos, &'static str)> {
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

/// The row after the header and its column numbers.
fn body_start(grid: &Grid, header_end: u32) -> u32 {
    let next = grid.cells_from(header_end + 1).next().map_or(header_end + 1, |(pos, _)| pos.row);
    if is_column_numbers(grid, next) { next + 1 } else { next }
}

/// A row of "(1) (2) (3)", as forms carry it under their header.
fn is_column_numbers(grid: &Grid, row: u32) -> bool {
    let mut count = 0;
    let mut last = 0;
    for (_, cell) in grid.row(row) {
        let Some(text) = cell.text() else { continue };
        // "(7)=(5)/(6)" counts as 7.
        let number = numbering::number_only(text.split('=').next().unwrap_or_default());
        match number.and_then(|number| number.parse::<u32>().ok()) {
            Some(number) if number > last => (last, count) = (number, count + 1),
            _ => return false,
        }
    }
    count >= 3
}
