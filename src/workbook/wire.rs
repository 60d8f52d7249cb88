//! How the guarded reader answers: one line of JSON a sheet, then one that
//! says how it ended. Lines, so that neither side holds everything twice.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::WorkbookError;
use super::delimited;
use super::grid::{Cell, Grid, Merge, Value};
use super::place::Pos;

/// Longest answer that is listened to, in bytes.
const ANSWER: u64 = 1 << 30;

#[derive(Serialize, Deserialize)]
enum Line {
    Sheet(Sheet),
    Done,
    Failed(WorkbookError),
}

#[derive(Serialize, Deserialize)]
struct Sheet {
    name: String,
    visible: bool,
    knows_merges: bool,
    lost_cells: u32,
    /// Row, column, value, raw text.
    cells: Vec<(u32, u32, Plain, Option<String>)>,
    merges: Vec<[u32; 4]>,
    /// The number formats in use, and row, column and index of cells that have
    /// one.
    codes: Vec<String>,
    formats: Vec<(u32, u32, usize)>,
}

/// A value; numbers as their bits, since JSON would round them.
#[derive(Serialize, Deserialize)]
enum Plain {
    T(String),
    N(u64),
    B(bool),
    D(u64),
    E(String),
    F,
}

/// Writes an answer.
pub(super) fn send(output: &mut impl Write, result: &Result<Vec<Grid>, WorkbookError>) -> io::Result<()> {
    let last = match result {
        Ok(grids) => {
            for grid in grids {
                line(output, &Line::Sheet(sheet(grid)))?;
            }
            Line::Done
        }
        Err(error) => Line::Failed(error.clone()),
    };
    line(output, &last)
}

fn line(output: &mut impl Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut *output, line)?;
    output.write_all(b"\n")
}

/// Listens to an answer about `file`.
///
/// # Errors
/// When it breaks off before its last line.
pub(super) fn receive(input: impl BufRead, file: &str) -> io::Result<Result<Vec<Grid>, WorkbookError>> {
    let mut input = input.take(ANSWER);
    let mut grids = Vec::new();
    let mut text = Vec::new();
    loop {
        text.clear();
        if input.read_until(b'\n', &mut text)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match serde_json::from_slice(&text)? {
            Line::Sheet(sheet) => grids.push(grid(sheet, file)),
            Line::Done => return Ok(Ok(grids)),
            Line::Failed(error) => return Ok(Err(error.named(file))),
        }
    }
}

fn sheet(grid: &Grid) -> Sheet {
    let cells = grid.cells().map(|(pos, cell)| (pos.row, pos.col, plain(&cell.value), cell.raw.clone()));
    let merges = grid.merges().iter().map(|merge| [merge.first.row, merge.first.col, merge.last.row, merge.last.col]);
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut codes = Vec::new();
    let mut formats = Vec::new();
    for (pos, code) in grid.formats() {
        let index = *known.entry(code).or_insert_with(|| {
            codes.push(code.to_string());
            codes.len() - 1
        });
        formats.push((pos.row, pos.col, index));
    }
    Sheet {
        name: grid.sheet().to_owned(),
        visible: grid.visible,
        knows_merges: grid.knows_merges,
        lost_cells: grid.lost_cells,
        cells: cells.collect(),
        merges: merges.collect(),
        codes,
        formats,
    }
}

fn grid(sheet: Sheet, file: &str) -> Grid {
    // A text file has no sheets; its only one is called after the file, whose
    // name the child does not know.
    let name = if sheet.name.is_empty() { delimited::sheet_name(file) } else { sheet.name };
    let mut grid = Grid::new(file, name);
    grid.visible = sheet.visible;
    grid.knows_merges = sheet.knows_merges;
    grid.lost_cells = sheet.lost_cells;
    for (row, col, value, raw) in sheet.cells {
        grid.insert(Pos::new(row, col), Cell { value: value.value(), raw });
    }
    for [row, col, last_row, last_col] in sheet.merges {
        grid.merge(Merge { first: Pos::new(row, col), last: Pos::new(last_row, last_col) });
    }
    let codes: Vec<Arc<str>> = sheet.codes.into_iter().map(Arc::from).collect();
    for (row, col, index) in sheet.formats {
        if let Some(code) = codes.get(index) {
            grid.set_format(Pos::new(row, col), Arc::clone(code));
        }
    }
    grid
}

fn plain(value: &Value) -> Plain {
    match value {
        Value::Text(text) => Plain::T(text.clone()),
        Value::Number(number) => Plain::N(number.to_bits()),
        Value::Bool(truth) => Plain::B(*truth),
        Value::Date(day) => Plain::D(day.to_bits()),
        Value::Error(name) => Plain::E(name.clone()),
        Value::FormulaWithoutValue => Plain::F,
    }
}

impl Plain {
    fn value(self) -> Value {
        match self {
            Self::T(text) => Value::Text(text),
            Self::N(bits) => Value::Number(f64::from_bits(bits)),
            Self::B(truth) => Value::Bool(truth),
            Self::D(bits) => Value::Date(f64::from_bits(bits)),
            Self::E(name) => Value::Error(name),
            Self::F => Value::FormulaWithoutValue,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(result: &Result<Vec<Grid>, WorkbookError>) -> Result<Vec<Grid>, WorkbookError> {
        let mut bytes = Vec::new();
        send(&mut bytes, result).unwrap();
        receive(&bytes[..], "uji.xlsx").unwrap()
    }

    #[test]
    fn grids_arrive_as_they_were_sent() {
        let mut grid = Grid::new("uji.xlsx", "Matriks");
        let values = [
            Value::Text("baris\nkedua \u{2028}".into()),
            Value::Number(0.1 + 0.2),
            Value::Bool(true),
            Value::Date(46_000.5),
            Value::Error("#REF!".into()),
            Value::FormulaWithoutValue,
        ];
        for (index, value) in values.into_iter().enumerate() {
            let raw = (index == 0).then(|| " mentah ".to_owned());
            grid.insert(Pos::new(index as u32 + 1, 3), Cell { value, raw });
        }
        grid.merge(Merge { first: Pos::new(1, 1), last: Pos::new(2, 8) });
        grid.visible = false;
        grid.lost_cells = 7;
        grid.set_format(Pos::new(2, 3), "0.0%".into());
        let back = &through(&Ok(vec![grid.clone()])).unwrap()[0];
        assert_eq!(back.cells().collect::<Vec<_>>(), grid.cells().collect::<Vec<_>>());
        assert_eq!((back.merges(), back.visible, back.lost_cells), (grid.merges(), false, 7));
        assert_eq!(back.format(Pos::new(2, 3)), Some("0.0%"));
        assert_eq!((back.workbook(), back.sheet()), ("uji.xlsx", "Matriks"));
    }

    #[test]
    fn an_error_gets_the_name_that_the_child_did_not_know() {
        let error = through(&Err(WorkbookError::Password { file: String::new() })).unwrap_err();
        assert_eq!(error, WorkbookError::Password { file: "uji.xlsx".into() });
    }

    #[test]
    fn an_answer_that_breaks_off_is_no_answer() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Ok(vec![Grid::new("", "A")])).unwrap();
        let cut = bytes.len() - "\"Done\"\n".len();
        assert!(receive(&bytes[..cut], "uji.xlsx").is_err());
        assert!(receive(&bytes[..10], "uji.xlsx").is_err());
    }
}
