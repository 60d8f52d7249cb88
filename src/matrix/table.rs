//! A table with named columns, wherever it stands on its sheet: headers one to
//! three rows deep, a row of column numbers below them, columns in any order,
//! headers repeated on every printed page.

use super::foot;
use super::header_cells::HeaderCells;
use super::headers::Column;
use super::years::{self, Choice};
use super::{is_placeholder, numbering, printable};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Pos};
use crate::workbook::text;

/// How many non-empty rows are tried as the first row of the header.
const TRIED_ROWS: usize = 60;
/// Deepest header.
pub(super) const DEEPEST: u32 = 3;
/// Columns that are looked at; no office's table is wider.
pub(super) const WIDEST: u32 = 256;
/// How far from the end of the sheet a foot is looked for, in rows.
const FOOT_ROWS: u32 = 40;

/// How a row of sums begins where a number or a jabatan is expected.
const SUMS: &[&str] = &["JUMLAH", "TOTAL", "SUBTOTAL"];
/// How a remark below a table begins.
const REMARKS: &[&str] = &["CATATAN", "KETERANGAN", "KET", "SUMBER"];

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
    /// The agreement's year, where it is known.
    tahun: Option<u16>,
    years: Choice,
    cells: HeaderCells,
}

impl<'a> Table<'a> {
    /// The table whose header names most columns; at least two. Of columns of
    /// several years those of `tahun` count, where that is known.
    pub(super) fn of(grid: &'a Grid, tahun: Option<u16>) -> Option<Self> {
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
        let deeper = cells.deepened(grid, header, &columns);
        if deeper != header {
            (header, columns) = (deeper, cells.columns(grid, deeper));
        }
        let misspelt = cells.misspelt(grid, header, &mut columns);
        let years = years::choose(&cells.dated(grid, header, &columns), tahun);
        columns.retain(|(col, _)| !years.passed_over.iter().any(|(other, _)| other == col));
        let first = body_start(grid, header.1);
        let column = |wanted| columns.iter().find(|(_, column)| *column == wanted).map(|(col, _)| *col);
        let people = column(Column::Nama).zip(column(Column::Nip));
        let joint = column(Column::NamaNip).zip(column(Column::Jabatan));
        let person = people.and_then(|(nama, nip)| foot::last_person(grid, nama, nip));
        let person = person.max(joint.and_then(|(person, jabatan)| foot::last_holder(grid, person, jabatan)));
        let foot = foot::find(grid, header.1.max(grid.last_row().saturating_sub(FOOT_ROWS)).max(person.unwrap_or(0)));
        let last = foot.as_ref().map_or(grid.last_row(), |foot| foot.first_row - 1);
        Some(Self { grid, header, columns, misspelt, rows: (first, last), foot, tahun, years, cells })
    }

    /// The first column of a kind.
    pub(super) fn column(&self, wanted: Column) -> Option<u32> {
        self.columns.iter().find(|(_, column)| *column == wanted).map(|(col, _)| *col)
    }

    /// Whether there is a column of a kind, be it one of another year.
    pub(super) fn names(&self, wanted: Column) -> bool {
        self.has(wanted) || self.years.passed_over.iter().any(|(_, column)| *column == wanted)
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

    /// What a row says, if it is a sum of the rows above or a remark on the
    /// table, and no row of it.
    pub(super) fn remark(&self, row: u32) -> Option<Located<String>> {
        let mut cells = self.grid.row(row).filter(|(_, cell)| cell.text().is_some());
        let (pos, cell) = cells.next()?;
        let text = text::one_line(&cell.text()?);
        let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let first = word.to_uppercase();
        let column = self.columns.iter().find(|(col, _)| *col == pos.col).map(|(_, column)| *column);
        // "Jumlah laporan" is how many an indikator begins.
        let heads = matches!(column, None | Some(Column::Nomor | Column::Jabatan | Column::Unit));
        let sums = heads && SUMS.contains(&first.as_str());
        let alone = cells.next().is_none();
        let remark =
            REMARKS.contains(&first.as_str()) && (heads || text[word.len()..].trim_start().starts_with(':')) && alone;
        (sums || remark || (alone && text.starts_with("*)"))).then(|| Located::new(text, self.grid.place(pos)))
    }

    /// What there is to tell of a table beside the matrix: what its columns
    /// have wrong, and another year in its title.
    pub(super) fn header_findings(&self) -> Vec<Finding> {
        self.column_findings().into_iter().chain(self.of_other_year()).collect()
    }

    /// The finding of a title that names another year than the agreement's,
    /// unless the columns name the right one.
    fn of_other_year(&self) -> Option<Finding> {
        let tahun = self.tahun?;
        let header = (self.header.0..=self.header.1).flat_map(|row| self.grid.row(row));
        if header.filter_map(|(_, cell)| cell.text()).any(|text| years::year(&text) == Some(tahun)) {
            return None;
        }
        let above = self.grid.cells().take_while(|(pos, _)| pos.row < self.header.0);
        let lines =
            above.filter_map(|(pos, cell)| Some(Located::new(text::one_line(&cell.text()?), self.grid.place(pos))));
        let (year, title) = years::of_title(lines, tahun)?;
        let read = self.columns.iter().filter(|(_, column)| years::has_years(*column)).map(|(col, _)| *col);
        let read: Vec<u32> = read.collect();
        let cells = self.body().flat_map(|row| read.iter().map(move |col| Pos::new(row, *col)));
        let cells = cells.filter(|pos| self.grid.text(*pos).is_some()).map(|pos| self.grid.place(pos));
        Some(reading::sheet_of_other_year(title, year, tahun, cells.collect()))
    }

    /// What there is to tell of the columns: typing errors, and other years.
    pub(super) fn column_findings(&self) -> Vec<Finding> {
        let misspelt = self.misspelt.iter();
        let misspelt = misspelt.map(|(pos, meant)| reading::misspelt_label(self.grid.place(*pos), meant));
        misspelt.chain(self.years.findings.iter().cloned()).collect()
    }

    /// Which of several columns of targets was chosen, for `periksa` to show.
    pub(super) fn chosen(&self) -> Option<String> {
        let header = self.years.target.as_ref()?;
        Some(format!("target dari kolom \"{}\" di {}", text::one_line(&header.value), header.place.pos))
    }

    /// The header cells that name no known column.
    pub(super) fn unknown_headers(&self) -> Vec<Pos> {
        let row = self.header.1;
        let mut cells: Vec<Pos> = (1..=self.cells.last_column())
            .filter(|col| !self.columns.iter().any(|(known, _)| known == col))
            .filter(|col| !self.years.passed_over.iter().any(|(other, _)| other == col))
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
