//! Workbooks of XML parts, streamed cell by cell into the sparse grid.
//!
//! The reader never asks for a rectangle: a sheet with one cell in each corner
//! would fill memory. A cell that cannot be read costs that cell alone.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::WorkbookError;
use super::error::{BROKEN_ARCHIVE, BROKEN_PART, MACRO_SHEET, MISSING_PART};
use super::grid::{Cell, Grid, Merge, Value};
use super::limits;
use super::place::Pos;
use super::text;
use crate::tanggal;

type Bytes = Cursor<Vec<u8>>;

/// The folder of the sheets that hold macros of Excel 4.
pub(super) const MACRO_SHEETS: &str = "macrosheets/";

/// Reads all worksheets; chart and macro sheets are passed over.
pub(super) fn read(file: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, WorkbookError> {
    let mut workbook: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(|error| explain(file, &error))?;
    let sheets: Vec<_> = workbook.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    let mut budget = Budget { cells: limits::CELLS, merges: limits::MERGES };
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut grid = Grid::new(file, sheet.name.as_str());
        grid.visible = sheet.visible == SheetVisible::Visible;
        match read_sheet(&mut workbook, &sheet.name, &mut grid, &mut budget) {
            Ok(()) => grids.push(grid),
            // A sheet of the list whose part is missing or is no worksheet.
            Err(SheetError::Xlsx(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_))) => {}
            Err(SheetError::Xlsx(error)) => return Err(explain(file, &error)),
            Err(SheetError::TooMany) => {
                return Err(WorkbookError::TooManyCells { file: file.to_owned(), sheet: sheet.name.clone() });
            }
        }
    }
    Ok(grids)
}

/// What is left of the caps, over all sheets.
struct Budget {
    cells: usize,
    merges: usize,
}

enum SheetError {
    Xlsx(XlsxError),
    TooMany,
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Xlsx(error)
    }
}

fn read_sheet(workbook: &mut Xlsx<Bytes>, name: &str, grid: &mut Grid, budget: &mut Budget) -> Result<(), SheetError> {
    let unreadable = stream(&mut workbook.worksheet_cells_reader(name)?, grid, budget)?;
    if !unreadable.is_empty() {
        locate(&mut workbook.worksheet_cells_reader(name)?, &unreadable, grid, budget)?;
    }
    formats(&mut workbook.worksheet_cells_reader(name)?, grid);
    for range in workbook.merge_cells_by_sheet_name(name).unwrap_or_default() {
        let (Some(first), Some(last)) = (position(range.start), position(range.end)) else { continue };
        if first.row > last.row || first.col > last.col {
            continue;
        }
        budget.merges = budget.merges.checked_sub(1).ok_or(SheetError::TooMany)?;
        grid.merge(Merge { first, last });
    }
    Ok(())
}

/// How the cells with a number show it: a pass of its own, for the one that
/// tells formulas from blanks tells no style. A fault in it costs formats only.
fn formats(reader: &mut XlsxCellReader<'_, Bytes>, grid: &mut Grid) {
    let code = |style: &calamine::Style| {
        let code = style.number_format.as_ref().map(|format| format.format_code.as_str());
        code.filter(|code| !["", "General", "@"].contains(code)).map(Arc::from)
    };
    let codes: Vec<Option<Arc<str>>> = reader.styles().iter().map(code).collect();
    let is_number = |cell: &Cell| matches!(cell.value, Value::Number(_));
    if codes.iter().all(Option::is_none) || !grid.cells().any(|(_, cell)| is_number(cell)) {
        return;
    }
    while let Ok(Some((row, col, style))) = reader.next_style_id() {
        if let (Some(pos), Some(Some(code))) = (position((row, col)), codes.get(style))
            && grid.get(pos).is_some_and(is_number)
        {
            grid.set_format(pos, Arc::clone(code));
        }
    }
}

/// Takes every cell that reads; returns the others by their ordinal number in
/// the stream, with the error value to show for them.
fn stream(
    reader: &mut XlsxCellReader<'_, Bytes>,
    grid: &mut Grid,
    budget: &mut Budget,
) -> Result<Vec<(usize, String)>, SheetError> {
    let mut unreadable = Vec::new();
    for index in 0usize.. {
        match reader.next_cell_with_formula_metadata() {
            Ok(None) => break,
            Ok(Some(record)) => {
                if let Some(cell) = cell(record.value, record.formula.is_some()) {
                    put(grid, record.pos, cell, budget)?;
                }
            }
            Err(error) => match cell_error(&error) {
                Some(_) if unreadable.len() >= budget.cells => return Err(SheetError::TooMany),
                Some(name) => unreadable.push((index, name)),
                None => return Err(error.into()),
            },
        }
    }
    Ok(unreadable)
}

/// Finds the addresses of cells that failed: the failing call itself does not
/// tell them, a second pass that looks at no value does.
fn locate(
    reader: &mut XlsxCellReader<'_, Bytes>,
    unreadable: &[(usize, String)],
    grid: &mut Grid,
    budget: &mut Budget,
) -> Result<(), SheetError> {
    let mut wanted = unreadable.iter().peekable();
    for index in 0usize.. {
        let Some((next, name)) = wanted.peek() else { break };
        match reader.next_formula() {
            Ok(None) => break,
            Ok(Some(found)) if index == *next => {
                let cell = Cell { value: Value::Error(name.clone()), raw: None };
                put(grid, found.get_position(), cell, budget)?;
            }
            Ok(Some(_)) => {}
            Err(error) if cell_error(&error).is_some() => grid.lost_cells += u32::from(index == *next),
            Err(error) => return Err(error.into()),
        }
        if index == *next {
            wanted.next();
        }
    }
    Ok(())
}

fn put(grid: &mut Grid, at: (u32, u32), cell: Cell, budget: &mut Budget) -> Result<(), SheetError> {
    budget.cells = budget.cells.checked_sub(1).ok_or(SheetError::TooMany)?;
    match position(at) {
        Some(pos) => grid.insert(pos, cell),
        None => grid.lost_cells += 1,
    }
    Ok(())
}

/// A zero-based position as ours, if it lies on a sheet at all.
pub(super) fn position((row, col): (u32, u32)) -> Option<Pos> {
    (row < limits::ROWS && col < limits::COLUMNS).then(|| Pos::new(row + 1, col + 1))
}

fn cell(value: DataRef, formula: bool) -> Option<Cell> {
    let value = match value {
        DataRef::Empty if formula => Value::FormulaWithoutValue,
        DataRef::Empty => return None,
        DataRef::Int(number) => Value::Number(number as f64),
        DataRef::Float(number) => number_value(number),
        DataRef::Bool(truth) => Value::Bool(truth),
        DataRef::DateTime(date) => date_value(date),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::DateTimeIso(iso) => return date_cell(&iso),
        DataRef::String(raw) | DataRef::DurationIso(raw) => return text_cell(&raw),
        DataRef::SharedString(raw) => return text_cell(raw),
    };
    Some(Cell { value, raw: None })
}

/// A number, or the error that Excel would show where there is none.
pub(super) fn number_value(number: f64) -> Value {
    if number.is_finite() { Value::Number(number) } else { Value::Error("#NUM!".into()) }
}

/// A date, or a length of time such as 36:00, which is a number of days.
pub(super) fn date_value(date: ExcelDateTime) -> Value {
    if date.is_duration() { number_value(date.as_f64()) } else { Value::Date(date.as_f64()) }
}

/// A cell whose date is written out, `2026-12-31T00:00:00`.
pub(super) fn date_cell(iso: &str) -> Option<Cell> {
    match tanggal::serial(iso) {
        Some(day) => Some(Cell { value: Value::Date(day), raw: None }),
        None => text_cell(iso),
    }
}

/// A text cell; `None` where nothing visible is left of it.
pub(super) fn text_cell(raw: &str) -> Option<Cell> {
    if raw.chars().count() > limits::CHARACTERS {
        return Some(Cell { value: Value::Error("#TERLALU-PANJANG".into()), raw: None });
    }
    let normalised = text::normalise(raw);
    (!normalised.text.is_empty())
        .then(|| Cell { value: Value::Text(normalised.text), raw: normalised.changed.then(|| raw.to_owned()) })
}

/// The error value of a cell that could not be read; `None` where the stream
/// itself is broken and no further cell will come.
fn cell_error(error: &XlsxError) -> Option<String> {
    match error {
        XlsxError::CellError(name) => Some(name.clone()),
        XlsxError::CellTAttribute(_)
        | XlsxError::ParseFloat(_)
        | XlsxError::ParseInt(_)
        | XlsxError::Unexpected(_)
        | XlsxError::UnexpectedNode(_)
        | XlsxError::Unrecognized { .. }
        | XlsxError::Alphanumeric(_)
        | XlsxError::NumericColumn(_)
        | XlsxError::RangeWithoutColumnComponent
        | XlsxError::RangeWithoutRowComponent
        | XlsxError::ColumnNumberOverflow
        | XlsxError::RowNumberOverflow
        | XlsxError::DimensionCount(_) => Some("#RUSAK".into()),
        _ => None,
    }
}

/// The reader's own messages are English and may quote the workbook, so they
/// are sorted into a few plain ones.
fn explain(file: &str, error: &XlsxError) -> WorkbookError {
    WorkbookError::corrupt(
        file,
        match error {
            XlsxError::Password => return WorkbookError::Password { file: file.to_owned() },
            XlsxError::Io(_) | XlsxError::Zip(_) => BROKEN_ARCHIVE,
            XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => MISSING_PART,
            XlsxError::Unrecognized { val, .. } if val.contains(MACRO_SHEETS) => MACRO_SHEET,
            _ => BROKEN_PART,
        },
    )
}

#[cfg(test)]
mod tests;
