//! The other workbook formats: Excel 97–2003 (.xls), binary Excel (.xlsb),
//! OpenDocument (.ods). Their readers build a sheet in memory before we see
//! it, so the caps hold afterwards, and the guarded process before.

use std::io::Cursor;

use calamine::{Data, DataRef, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError};

use super::WorkbookError;
use super::error::{BROKEN_ARCHIVE, BROKEN_PART, MACRO_SHEET, MISSING_PART};
use super::grid::{Cell, Grid, Merge, Value};
use super::limits;
use super::number_format;
use super::place::Pos;
use super::xlsx::{MACRO_SHEETS, date_cell, number_value, position, text_cell};

type Bytes = Cursor<Vec<u8>>;

/// What is left of the cap on cells, over all sheets.
struct Budget<'a> {
    file: &'a str,
    cells: usize,
}

impl Budget<'_> {
    fn put(&mut self, grid: &mut Grid, pos: Option<Pos>, cell: Option<Cell>) -> Result<(), WorkbookError> {
        let Some(cell) = cell else { return Ok(()) };
        let Some(left) = self.cells.checked_sub(1) else {
            return Err(WorkbookError::TooManyCells { file: self.file.to_owned(), sheet: grid.sheet().to_owned() });
        };
        self.cells = left;
        match pos {
            Some(pos) => grid.insert(pos, cell),
            None => grid.lost_cells += 1,
        }
        Ok(())
    }
}

fn new_grid(file: &str, sheet: &Sheet) -> Option<Grid> {
    if sheet.typ != SheetType::WorkSheet {
        return None;
    }
    let mut grid = Grid::new(file, sheet.name.as_str());
    grid.visible = sheet.visible == SheetVisible::Visible;
    Some(grid)
}

/// Reads an Excel 97–2003 workbook; it keeps merged ranges.
pub(super) fn read_xls(file: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, WorkbookError> {
    let explain = |error: XlsError| match error {
        XlsError::Password => WorkbookError::Password { file: file.to_owned() },
        XlsError::Io(_) | XlsError::Cfb(_) => WorkbookError::corrupt(file, BROKEN_ARCHIVE),
        _ => WorkbookError::corrupt(file, BROKEN_PART),
    };
    let mut workbook: Xls<Bytes> = Xls::new(Cursor::new(bytes)).map_err(explain)?;
    let mut budget = Budget { file, cells: limits::CELLS };
    let mut grids = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        let Some(mut grid) = new_grid(file, &sheet) else { continue };
        let range = workbook.worksheet_range(&sheet.name).map_err(explain)?;
        copy(&range, &mut grid, &mut budget)?;
        for merge in
            workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default().into_iter().take(limits::MERGES)
        {
            if let (Some(first), Some(last)) = (position(merge.start), position(merge.end))
                && first.row <= last.row
                && first.col <= last.col
            {
                grid.merge(Merge { first, last });
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

/// Reads an OpenDocument spreadsheet; merged ranges are not told.
pub(super) fn read_ods(file: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, WorkbookError> {
    let explain = |error: OdsError| match error {
        OdsError::Password => WorkbookError::Password { file: file.to_owned() },
        OdsError::Io(_) | OdsError::Zip(_) => WorkbookError::corrupt(file, BROKEN_ARCHIVE),
        _ => WorkbookError::corrupt(file, BROKEN_PART),
    };
    let mut workbook: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(explain)?;
    let mut budget = Budget { file, cells: limits::CELLS };
    let mut grids = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        let Some(mut grid) = new_grid(file, &sheet) else { continue };
        grid.knows_merges = false;
        let range = workbook.worksheet_range(&sheet.name).map_err(explain)?;
        copy(&range, &mut grid, &mut budget)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// Reads a binary Excel workbook, cell by cell; merged ranges are not told.
pub(super) fn read_xlsb(file: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, WorkbookError> {
    let explain = |error: XlsbError| match error {
        XlsbError::Password => WorkbookError::Password { file: file.to_owned() },
        XlsbError::Io(_) | XlsbError::Zip(_) => WorkbookError::corrupt(file, BROKEN_ARCHIVE),
        XlsbError::FileNotFound(_) => WorkbookError::corrupt(file, MISSING_PART),
        XlsbError::Unrecognized { val, .. } if val.contains(MACRO_SHEETS) => WorkbookError::corrupt(file, MACRO_SHEET),
        _ => WorkbookError::corrupt(file, BROKEN_PART),
    };
    let mut workbook: Xlsb<Bytes> = Xlsb::new(Cursor::new(bytes)).map_err(explain)?;
    let mut budget = Budget { file, cells: limits::CELLS };
    let mut grids = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        let Some(mut grid) = new_grid(file, &sheet) else { continue };
        grid.knows_merges = false;
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(explain)?;
        while let Some(cell) = reader.next_cell().map_err(explain)? {
            let pos = position(cell.get_position());
            match cell.get_value() {
                DataRef::SharedString(raw) => budget.put(&mut grid, pos, text_cell(raw))?,
                other => put(&Data::from(other.clone()), pos, &mut grid, &mut budget)?,
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn copy(range: &calamine::Range<Data>, grid: &mut Grid, budget: &mut Budget) -> Result<(), WorkbookError> {
    let (row0, col0) = range.start().unwrap_or_default();
    for (row, col, data) in range.used_cells() {
        let absolute =
            |start: u32, offset: usize| u32::try_from(offset).ok().and_then(|offset| start.checked_add(offset));
        let pos = absolute(row0, row).zip(absolute(col0, col)).and_then(position);
        put(data, pos, grid, budget)?;
    }
    Ok(())
}

fn put(data: &Data, pos: Option<Pos>, grid: &mut Grid, budget: &mut Budget) -> Result<(), WorkbookError> {
    let elapsed = match data {
        Data::DateTime(date) if date.is_duration() => Some(date.as_f64()),
        Data::DurationIso(iso) => number_format::days(iso),
        _ => None,
    };
    let Some(days) = elapsed else { return budget.put(grid, pos, from_data(data)) };
    budget.put(grid, pos, Some(Cell { value: number_value(days), raw: None }))?;
    if let Some(pos) = pos {
        grid.set_format(pos, number_format::of_elapsed(days).into());
    }
    Ok(())
}

fn from_data(data: &Data) -> Option<Cell> {
    let value = match data {
        Data::Empty => return None,
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => number_value(*number),
        Data::Bool(truth) => Value::Bool(*truth),
        Data::DateTime(date) => Value::Date(date.as_f64()),
        Data::Error(error) => Value::Error(error.to_string()),
        Data::DateTimeIso(iso) => return date_cell(iso),
        Data::String(raw) | Data::DurationIso(raw) => return text_cell(raw),
    };
    Some(Cell { value, raw: None })
}

#[cfg(test)]
mod tests {
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    use super::*;

    #[test]
    fn a_length_of_time_is_a_number_of_days_with_a_format() {
        let excel = |days| Data::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::TimeDelta, false));
        for (data, days, format) in [
            (excel(1.5), 1.5, "[h]:mm"),
            (Data::DurationIso("PT36H00M00S".into()), 1.5, "[h]:mm"),
            (Data::DurationIso("PT00H00M45S".into()), 45.0 / 86_400.0, "[h]:mm:ss"),
        ] {
            let (mut grid, at) = (Grid::new("uji.ods", "Target"), Pos::new(1, 1));
            put(&data, Some(at), &mut grid, &mut Budget { file: "uji.ods", cells: 9 }).unwrap();
            assert_eq!((&grid.get(at).unwrap().value, grid.format(at)), (&Value::Number(days), Some(format)));
        }
        let (mut grid, at) = (Grid::new("uji.ods", "Target"), Pos::new(1, 1));
        let text = Data::DurationIso("P1Y".into());
        put(&text, Some(at), &mut grid, &mut Budget { file: "uji.ods", cells: 9 }).unwrap();
        assert_eq!(grid.get(at).unwrap().value, Value::Text("P1Y".into()));
    }
}
