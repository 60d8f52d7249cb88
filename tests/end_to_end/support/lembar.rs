//! A workbook's sheet taken apart, changed and written anew: the office's
//! mistakes, made on purpose.

use std::path::Path;

use perjakin::workbook::grid::{Cell, Grid, Value};
use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};

/// The rows of a sheet, each with its cells by column; the first row is row 1.
pub type Rows = Vec<Vec<Option<Value>>>;

/// Changes the rows of a workbook's first sheet. Merged cells stay where their
/// first cell is and are single cells afterwards.
pub fn edit(path: &Path, change: impl FnOnce(&mut Rows)) {
    let mut sheets: Vec<(String, Rows)> = perjakin::workbook::read(path).unwrap().iter().map(taken_apart).collect();
    change(&mut sheets[0].1);
    let mut workbook = WorkbookWriter::new("Uji");
    for (name, rows) in &sheets {
        let mut sheet = workbook.sheet(name).unwrap();
        for (row, cells) in (1..).zip(rows) {
            for (col, value) in (1..).zip(cells) {
                let at = Pos::new(row, col);
                match value {
                    Some(Value::Number(number)) => sheet.number(at, *number, Look::Body).unwrap(),
                    Some(Value::Text(text)) => sheet.text(at, text, Look::Body).unwrap(),
                    _ => {}
                }
            }
        }
    }
    std::fs::write(path, workbook.finish().unwrap()).unwrap();
}

fn taken_apart(grid: &Grid) -> (String, Rows) {
    let mut rows = Rows::new();
    for (pos, Cell { value, .. }) in grid.cells() {
        let (row, col) = (pos.row as usize, pos.col as usize);
        if rows.len() < row {
            rows.resize(row, Vec::new());
        }
        let cells = &mut rows[row - 1];
        if cells.len() < col {
            cells.resize(col, None);
        }
        cells[col - 1] = Some(value.clone());
    }
    (grid.sheet().to_owned(), rows)
}

/// A text cell.
pub fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.to_owned()))
}
