//! A sheet with named columns in the making: header, rows, lists to choose
//! from.

use super::marks::Marks;
use crate::matrix::normal::form::HEADER_ROW;
use crate::workbook::place::{Place, Pos};
use crate::workbook::writer::{Look, SheetWriter, WorkbookWriter, WriteError};

/// Empty rows below the last one that still offer their lists.
const ROOM: u32 = 200;

/// A column: its name, its width in characters, its look.
pub(super) type Column = (&'static str, f64, Look);

/// A sheet and the row being written.
pub(super) struct Table<'w, 'm, 'f> {
    sheet: SheetWriter<'w>,
    columns: &'static [Column],
    marks: &'m mut Marks<'f>,
    row: u32,
}

impl<'w, 'm, 'f> Table<'w, 'm, 'f> {
    /// A new sheet with its header, which stays in sight.
    pub(super) fn new(
        workbook: &'w mut WorkbookWriter,
        name: &str,
        columns: &'static [Column],
        marks: &'m mut Marks<'f>,
    ) -> Result<Self, WriteError> {
        let mut sheet = workbook.sheet(name)?;
        for (col, (name, width, _)) in (1..).zip(columns) {
            sheet.width(col, *width)?;
            sheet.text(Pos::new(HEADER_ROW, col), name, Look::Header)?;
        }
        sheet.freeze_above(HEADER_ROW + 1)?;
        sheet.print_landscape();
        Ok(Self { sheet, columns, marks, row: HEADER_ROW })
    }

    /// Begins the next row; cells that are not written have their look.
    pub(super) fn next_row(&mut self) -> Result<(), WriteError> {
        self.row += 1;
        for (col, (_, _, look)) in (1..).zip(self.columns) {
            self.sheet.text(Pos::new(self.row, col), "", *look)?;
        }
        Ok(())
    }

    /// Writes a text that stood in a cell of the office's matrix, marked where
    /// that cell has findings.
    pub(super) fn located(&mut self, column: &str, text: &str, place: &Place) -> Result<(), WriteError> {
        let (at, plain) = self.at(column);
        let mark = self.marks.mark(place, plain);
        self.sheet.text(at, text, mark.as_ref().map_or(plain, |mark| mark.look))?;
        mark.map_or(Ok(()), |mark| self.sheet.note(at, &mark.note))
    }

    /// Writes a text of the program's own.
    pub(super) fn text(&mut self, column: &str, text: &str) -> Result<(), WriteError> {
        let (at, look) = self.at(column);
        self.sheet.text(at, text, look)
    }

    /// Writes a number.
    pub(super) fn number(&mut self, column: &str, number: u32) -> Result<(), WriteError> {
        let (at, look) = self.at(column);
        self.sheet.number(at, number.into(), look)
    }

    /// Offers words to choose from in a column.
    pub(super) fn choose(&mut self, column: &str, words: &[&str]) -> Result<(), WriteError> {
        let (first, last) = self.room(column);
        self.sheet.choose(first, last, words)
    }

    /// Offers the cells of another sheet to choose from in a column.
    pub(super) fn choose_from(&mut self, column: &str, source: &str) -> Result<(), WriteError> {
        let (first, last) = self.room(column);
        self.sheet.choose_from(first, last, source)
    }

    /// Whether a finding of this code is about a cell.
    pub(super) fn doubts(&self, place: &Place, code: &str) -> bool {
        self.marks.has(place, code)
    }

    /// Puts filter buttons on the header.
    pub(super) fn finish(mut self) -> Result<(), WriteError> {
        let last = Pos::new(self.row.max(HEADER_ROW + 1), self.columns.len() as u32);
        self.sheet.filter(Pos::new(HEADER_ROW, 1), last)
    }

    fn room(&self, column: &str) -> (Pos, Pos) {
        let (at, _) = self.at(column);
        let last = self.row.saturating_add(ROOM).min(crate::workbook::limits::ROWS);
        (Pos::new(HEADER_ROW + 1, at.col), Pos::new(last, at.col))
    }

    /// A column's cell in this row, and its look; the first for a name that
    /// the sheet does not have.
    fn at(&self, column: &str) -> (Pos, Look) {
        let index = self.columns.iter().position(|(name, ..)| *name == column).unwrap_or_default();
        (Pos::new(self.row, index as u32 + 1), self.columns[index].2)
    }
}
