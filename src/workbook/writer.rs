//! New workbooks in memory: text, numbers, merges, widths, lists to choose
//! from, links, in a handful of named looks. The only place that knows
//! `rust_xlsxwriter`; what is written reads back through [`super::read`].
//!
//! The same calls give the same bytes: the creation date is fixed.

use std::fmt;

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Note, Url, Workbook, Worksheet, XlsxError,
};

pub use self::look::Look;
use super::limits;
use super::place::Pos;

mod look;

/// A workbook that could not be written.
#[derive(Debug)]
pub struct WriteError {
    detail: String,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "buku kerja tidak dapat disusun ({})", self.detail)
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self { detail: error.to_string() }
    }
}

/// A workbook in the making.
pub struct WorkbookWriter {
    workbook: Workbook,
}

impl WorkbookWriter {
    /// An empty workbook with a title in its properties.
    pub fn new(title: &str) -> Self {
        let mut properties = DocProperties::new().set_title(title).set_author("perjakin");
        // Any fixed day will do; this one is always valid.
        if let Ok(date) = ExcelDateTime::from_ymd(2020, 1, 1) {
            properties = properties.set_creation_datetime(&date);
        }
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties);
        Self { workbook }
    }

    /// Adds a sheet after the others.
    ///
    /// # Errors
    /// When the name is not one that Excel takes: empty, longer than 31
    /// characters, or with one of `[]:*?/\`.
    pub fn sheet(&mut self, name: &str) -> Result<SheetWriter<'_>, WriteError> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?;
        Ok(SheetWriter { sheet })
    }

    /// The workbook's bytes.
    ///
    /// # Errors
    /// When two sheets have the same name, or merged ranges overlap.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// One sheet in the making. Positions are 1-based, as everywhere.
pub struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
}

impl SheetWriter<'_> {
    /// Writes a text cell; an empty text leaves an empty cell with its look.
    ///
    /// # Errors
    /// Outside the sheet, or longer than Excel's 32,767 characters.
    pub fn text(&mut self, at: Pos, text: &str, look: Look) -> Result<(), WriteError> {
        let (row, col) = zero_based(at)?;
        if text.is_empty() {
            self.sheet.write_blank(row, col, &look.format())?;
        } else {
            self.sheet.write_string_with_format(row, col, text, &look.format())?;
        }
        Ok(())
    }

    /// Writes a number cell.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn number(&mut self, at: Pos, number: f64, look: Look) -> Result<(), WriteError> {
        let (row, col) = zero_based(at)?;
        self.sheet.write_number_with_format(row, col, number, &look.format())?;
        Ok(())
    }

    /// Writes a formula and the text it shows until it is computed anew.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn formula(&mut self, at: Pos, formula: &str, shown: &str, look: Look) -> Result<(), WriteError> {
        let (row, col) = zero_based(at)?;
        self.sheet.write_formula_with_format(row, col, Formula::new(formula).set_result(shown), &look.format())?;
        Ok(())
    }

    /// Merges a range and writes a text into it; a range of one cell is only
    /// written.
    ///
    /// # Errors
    /// Outside the sheet, or across another merged range.
    pub fn merge(&mut self, first: Pos, last: Pos, text: &str, look: Look) -> Result<(), WriteError> {
        if first == last {
            return self.text(first, text, look);
        }
        let ((row, col), (last_row, last_col)) = (zero_based(first)?, zero_based(last)?);
        self.sheet.merge_range(row, col, last_row, last_col, text, &look.format())?;
        Ok(())
    }

    /// Writes a text that leads to a cell of another workbook or of this one:
    /// `target` is `../matriks.xlsx#Matriks!C19`, relative to where this
    /// workbook will lie, or `#Matriks!C19`.
    ///
    /// # Errors
    /// Outside the sheet, or when the address is too long for Excel.
    pub fn link(&mut self, at: Pos, text: &str, target: &str) -> Result<(), WriteError> {
        let (row, col) = zero_based(at)?;
        let address = match target.strip_prefix('#') {
            Some(inside) => format!("internal:{inside}"),
            // Stored as a relative path all the same.
            None => format!("file:///{target}"),
        };
        let url = Url::new(address).set_text(text);
        self.sheet.write_url_with_format(row, col, url, &Look::Link.format())?;
        Ok(())
    }

    /// Pins a note to a cell, shown when the pointer rests on it; one a cell.
    ///
    /// # Errors
    /// Outside the sheet, or longer than Excel's 32,767 characters.
    pub fn note(&mut self, at: Pos, text: &str) -> Result<(), WriteError> {
        let (row, col) = zero_based(at)?;
        // Pixels: about six lines of fifty characters.
        let note = Note::new(text).set_author("perjakin").add_author_prefix(false).set_width(320).set_height(110);
        self.sheet.insert_note(row, col, &note)?;
        Ok(())
    }

    /// Offers a list to choose from in a range of cells.
    ///
    /// # Errors
    /// When the list is longer than Excel's 255 characters; use
    /// [`Self::choose_from`] then.
    pub fn choose(&mut self, first: Pos, last: Pos, choices: &[&str]) -> Result<(), WriteError> {
        self.validate(first, last, DataValidation::new().allow_list_strings(choices)?)
    }

    /// Offers the values of other cells to choose from: `source` is
    /// `=Jabatan!$B$2:$B$40`.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn choose_from(&mut self, first: Pos, last: Pos, source: &str) -> Result<(), WriteError> {
        self.validate(first, last, DataValidation::new().allow_list_formula(Formula::new(source)))
    }

    fn validate(&mut self, first: Pos, last: Pos, validation: DataValidation) -> Result<(), WriteError> {
        let ((row, col), (last_row, last_col)) = (zero_based(first)?, zero_based(last)?);
        self.sheet.add_data_validation(row, col, last_row, last_col, &validation)?;
        Ok(())
    }

    /// Sets a column's width, in characters of the default font.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn width(&mut self, col: u32, characters: f64) -> Result<(), WriteError> {
        let (_, col) = zero_based(Pos::new(1, col))?;
        self.sheet.set_column_width(col, characters)?;
        Ok(())
    }

    /// Sets a row's height, in points.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn height(&mut self, row: u32, points: f64) -> Result<(), WriteError> {
        let (row, _) = zero_based(Pos::new(row, 1))?;
        self.sheet.set_row_height(row, points)?;
        Ok(())
    }

    /// Keeps the rows above a 1-based row in sight while scrolling, and
    /// repeats them on every printed page.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn freeze_above(&mut self, row: u32) -> Result<(), WriteError> {
        let (row, _) = zero_based(Pos::new(row, 1))?;
        self.sheet.set_freeze_panes(row, 0)?;
        if row > 0 {
            self.sheet.set_repeat_rows(0, row - 1)?;
        }
        Ok(())
    }

    /// Puts filter buttons on a header row and the rows below it.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn filter(&mut self, first: Pos, last: Pos) -> Result<(), WriteError> {
        let ((row, col), (last_row, last_col)) = (zero_based(first)?, zero_based(last)?);
        self.sheet.autofilter(row, col, last_row, last_col)?;
        Ok(())
    }

    /// Sets up printing: landscape, as many pages high as needed, one wide.
    pub fn print_landscape(&mut self) {
        self.sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    }

    /// Prints only a range of cells.
    ///
    /// # Errors
    /// Outside the sheet.
    pub fn print_only(&mut self, first: Pos, last: Pos) -> Result<(), WriteError> {
        let ((row, col), (last_row, last_col)) = (zero_based(first)?, zero_based(last)?);
        self.sheet.set_print_area(row, col, last_row, last_col)?;
        Ok(())
    }

    /// Hides the sheet.
    pub fn hide(&mut self) {
        self.sheet.set_hidden(true);
    }
}

fn zero_based(at: Pos) -> Result<(u32, u16), WriteError> {
    let outside = || WriteError { detail: format!("sel {at} berada di luar lembar") };
    if !(1..=limits::ROWS).contains(&at.row) || !(1..=limits::COLUMNS).contains(&at.col) {
        return Err(outside());
    }
    Ok((at.row - 1, u16::try_from(at.col - 1).map_err(|_| outside())?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::read_bytes;

    fn written() -> Vec<u8> {
        let mut workbook = WorkbookWriter::new("Uji");
        let mut sheet = workbook.sheet("Daftar").unwrap();
        sheet.merge(Pos::new(1, 1), Pos::new(1, 3), "Judul", Look::Title).unwrap();
        sheet.text(Pos::new(2, 1), "=1+1", Look::Body).unwrap();
        sheet.number(Pos::new(2, 2), 0.85, Look::Body).unwrap();
        sheet.link(Pos::new(2, 3), "Matriks!C19", "matriks.xlsx#Matriks!C19").unwrap();
        sheet.choose(Pos::new(3, 1), Pos::new(9, 1), &["Plt", "Plh"]).unwrap();
        sheet.choose_from(Pos::new(3, 2), Pos::new(9, 2), "=Daftar!$A$1:$A$9").unwrap();
        sheet.note(Pos::new(2, 2), "Periksa angka ini.").unwrap();
        sheet.width(1, 40.0).unwrap();
        sheet.freeze_above(2).unwrap();
        workbook.finish().unwrap()
    }

    #[test]
    fn what_is_written_reads_back() {
        let grid = &read_bytes("uji.xlsx", written()).unwrap()[0];
        let texts: Vec<_> = grid.cells().filter_map(|(pos, cell)| Some((pos.to_string(), cell.text()?))).collect();
        let expected = [("A1", "Judul"), ("A2", "=1+1"), ("B2", "0.85"), ("C2", "Matriks!C19")];
        assert_eq!(texts, expected.map(|(a1, text)| (a1.to_owned(), text.to_owned())));
        assert_eq!(grid.columns_at(Pos::new(1, 1)), (1, 3));
    }

    #[test]
    fn the_same_calls_give_the_same_bytes() {
        assert_eq!(written(), written());
    }

    #[test]
    fn a_cell_outside_the_sheet_is_refused_in_plain_words() {
        let mut workbook = WorkbookWriter::new("Uji");
        let error = workbook.sheet("A").unwrap().text(Pos::new(0, 1), "x", Look::Body).unwrap_err();
        assert_eq!(error.to_string(), "buku kerja tidak dapat disusun (sel A0 berada di luar lembar)");
    }
}
