//! The office's own copy of the register, read back: which sheets are signed.

use std::collections::BTreeMap;

use super::workbook::{DATE_COLUMN, INITIALS_COLUMN, KEY_COLUMN, SIGNED_COLUMN, SIGNED_WORD};
use super::{Key, Noted, Signed};
use crate::publish::fingerprint::Digest;
use crate::tanggal;
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::Pos;

/// Rows that are tried as the row of the headings.
const TRIED: u32 = 30;

/// Other ways to say that a sheet is signed.
const ALSO_SIGNED: &[&str] = &["ya", "v", "√", "✓", "selesai", "ttd"];

/// What the office noted, by sheet and content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes(BTreeMap<Key, Signed>);

impl Notes {
    /// What was noted of a sheet. What it promises is asked only where
    /// something was.
    pub fn of(&self, lembar: &str, promise: impl FnOnce() -> Digest) -> Noted {
        let first = Key { lembar: lembar.to_owned(), isi: String::new() };
        if self.0.range(first..).next().is_none_or(|(noted, _)| noted.lembar != lembar) {
            return Noted::Nothing;
        }
        self.0.get(&Key::new(lembar, promise())).map_or(Noted::Changed, |signed| Noted::Signed(signed.clone()))
    }

    /// Adds the notes of another copy.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// How many sheets are noted as signed.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reads a sheet as a register that this program wrote; `None` where it is
/// none. Columns may have moved and rows may be sorted or gone.
pub fn recognise(grid: &Grid) -> Option<Notes> {
    let mut headings: Option<(u32, BTreeMap<String, u32>)> = None;
    for (pos, cell) in grid.cells().take_while(|(pos, _)| pos.row <= TRIED) {
        let Some(text) = cell.text() else { continue };
        match &mut headings {
            Some((row, columns)) if *row == pos.row => {
                columns.insert(folded(&text), pos.col);
            }
            Some((_, columns)) if is_register(columns) => break,
            _ => headings = Some((pos.row, [(folded(&text), pos.col)].into())),
        }
    }
    let (row, columns) = headings.filter(|(_, columns)| is_register(columns))?;
    let column = |name| columns.get(&folded(name)).copied();
    let (signed, key) = (column(SIGNED_COLUMN)?, column(KEY_COLUMN)?);
    let mut notes = Notes::default();
    let mut rows: Vec<u32> = grid.cells_from(row + 1).map(|(pos, _)| pos.row).collect();
    rows.dedup();
    for row in rows {
        let text = |column: Option<u32>| column.and_then(|column| text(grid, row, column)).unwrap_or_default();
        let Some(key) = Key::parse(&text(Some(key))) else { continue };
        if is_signed(&text(Some(signed))) {
            let noted = Signed { tanggal: text(column(DATE_COLUMN)), paraf: text(column(INITIALS_COLUMN)) };
            notes.0.insert(key, noted);
        }
    }
    Some(notes)
}

fn is_register(columns: &BTreeMap<String, u32>) -> bool {
    [SIGNED_COLUMN, KEY_COLUMN].iter().all(|name| columns.contains_key(&folded(name)))
}

fn is_signed(text: &str) -> bool {
    let word = folded(text);
    word == SIGNED_WORD || ALSO_SIGNED.contains(&word.as_str())
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A cell's text; a date as Indonesians write it.
fn text(grid: &Grid, row: u32, column: u32) -> Option<String> {
    let cell = grid.get(Pos::new(row, column))?;
    match cell.value {
        Value::Date(day) => tanggal::of_serial(day),
        _ => cell.text().map(|text| text.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Heading, Row, rows, workbook};
    use super::*;
    use crate::workbook::grid::Cell;
    use crate::workbook::read_bytes;

    fn register(rows: &[Row]) -> Grid {
        let heading = Heading { title: "REGISTER".into(), instansi: "Dinas Contoh".into() };
        read_bytes("register.xlsx", workbook(&heading, rows).unwrap()).unwrap().remove(0)
    }

    fn fill(grid: &mut Grid, a1: (u32, u32), value: Value) {
        grid.insert(Pos::new(a1.0, a1.1), Cell { value, raw: None });
    }

    #[test]
    fn what_the_office_fills_in_is_read_back() {
        let rows = rows(4);
        let mut grid = register(&rows);
        assert!(recognise(&grid).unwrap().is_empty());
        fill(&mut grid, (6, 9), Value::Text(" Sudah ".into()));
        fill(&mut grid, (6, 10), Value::Date(46_027.0));
        fill(&mut grid, (6, 11), Value::Text("PC".into()));
        fill(&mut grid, (9, 9), Value::Text("v".into()));
        let notes = recognise(&grid).unwrap();
        assert_eq!(notes.count(), 2);
        let expected = Signed { tanggal: "5 Januari 2026".into(), paraf: "PC".into() };
        assert_eq!(notes.of("k0", || Digest::of(&[0])), Noted::Signed(expected));
        assert_eq!(notes.of("k3", || Digest::of(&[3])), Noted::Signed(Signed::default()));
        assert_eq!(notes.of("k2", || panic!("nothing is noted of it")), Noted::Nothing);
    }

    #[test]
    fn a_sheet_that_promises_something_else_is_no_longer_signed() {
        let mut rows = rows(2);
        rows[0].catatan = Noted::Signed(Signed::default());
        let notes = recognise(&register(&rows)).unwrap();
        assert_eq!(notes.of("k0", || Digest::of(b"lain")), Noted::Changed);
        assert_eq!(notes.of("k", || Digest::of(b"lain")), Noted::Nothing);
    }

    #[test]
    fn a_roster_is_no_register() {
        let mut grid = Grid::new("pegawai.xlsx", "Pegawai");
        for (column, name) in (1..).zip(["No", "Nama", "NIP", "Jabatan", "Tanda tangan"]) {
            fill(&mut grid, (1, column), Value::Text(name.into()));
        }
        assert_eq!(recognise(&grid), None);
        assert_eq!(recognise(&Grid::new("a.xlsx", "A")), None);
    }
}
