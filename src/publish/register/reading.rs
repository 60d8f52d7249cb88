//! The office's own copy of the register, read back: which sheets are signed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::mark::{Mark, mark};
use super::workbook::{
    COLUMNS, DATE_COLUMN, INITIALS_COLUMN, KEY_COLUMN, NAME_COLUMN, NIP_COLUMN, POST_COLUMN, SIGNED_COLUMN,
};
use super::{Key, Marked, Person, Signed};
use crate::finding::Finding;
use crate::finding::rules::reading::{register_mark, register_without_column};
use crate::tanggal;
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::Pos;

/// Rows that are tried as the row of the headings.
const TRIED: u32 = 30;

/// Headings of the register that no roster has; so many of them make a sheet
/// one, whatever became of the others.
const OWN: usize = 4;

/// So many do where a column holds keys of sheets.
const FEW: usize = 2;

/// A sheet read as a register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copy {
    /// The rows that say of a sheet that it is signed.
    pub rows: Vec<Marked>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// Reads a sheet as a register that this program wrote; `None` where it is
/// none. Columns may have moved or been renamed, and rows may be sorted or gone.
pub fn recognise(grid: &Grid) -> Option<Copy> {
    let (row, headings) = headings(grid)?;
    let column = |name| headings.iter().find(|(_, text)| *text == folded(name)).map(|(column, _)| *column);
    let mut copy = Copy::default();
    let date = column(DATE_COLUMN);
    let signed = column(SIGNED_COLUMN).or_else(|| renamed(&headings, date));
    let key = column(KEY_COLUMN).or_else(|| key_column(grid, row));
    let (Some(signed), Some(key)) = (signed, key) else {
        let missing = if key.is_none() { KEY_COLUMN } else { SIGNED_COLUMN };
        let heading = grid.place(Pos::new(row, headings.first().map_or(1, |(column, _)| *column)));
        copy.findings.push(register_without_column(heading, missing));
        return Some(copy);
    };
    let mut rows: Vec<u32> = grid.cells_from(row + 1).map(|(pos, _)| pos.row).collect();
    rows.dedup();
    for row in rows {
        let text = |column: Option<u32>| column.and_then(|column| text(grid, row, column)).unwrap_or_default();
        let kunci = Key::parse(&text(Some(key)));
        let at = Pos::new(row, signed);
        match mark(grid, at) {
            Mark::Signed { tanggal } => {
                let tanggal = tanggal.unwrap_or_else(|| text(date));
                let signed = Signed { tanggal, paraf: text(column(INITIALS_COLUMN)) };
                let person = Person::new(&text(column(NAME_COLUMN)), &text(column(NIP_COLUMN)));
                // A line of totals names nobody.
                if kunci.is_none() && person.is_none() && text(column(POST_COLUMN)).is_empty() {
                    continue;
                }
                copy.rows.push(Marked { place: grid.place(at), kunci, person, signed });
            }
            // Without a key it may be a line of the office's own.
            Mark::Unknown if kunci.is_some() => copy.findings.push(register_mark(grid.place(at))),
            Mark::Unknown | Mark::NotSigned => {}
        }
    }
    Some(copy)
}

/// The row of the headings and what they say, by column.
fn headings(grid: &Grid) -> Option<(u32, Vec<(u32, String)>)> {
    let own: Vec<String> = COLUMNS.iter().map(|(name, _)| folded(name)).filter(|name| !of_rosters(name)).collect();
    let rows = (1..=grid.last_row().min(TRIED)).map(|row| {
        let cells = grid.row(row).filter_map(|(pos, cell)| Some((pos.col, folded(&cell.text()?))));
        (row, cells.collect::<Vec<_>>())
    });
    let known = |cells: &[(u32, String)]| own.iter().filter(|name| cells.iter().any(|(_, text)| text == *name)).count();
    let (row, cells) = rows.max_by_key(|(row, cells)| (known(cells), Reverse(*row)))?;
    let is_register = known(&cells) >= OWN || known(&cells) >= FEW && key_column(grid, row).is_some();
    is_register.then_some((row, cells))
}

/// Headings that rosters have as well.
fn of_rosters(name: &str) -> bool {
    ["no", "nama", "nip", "jabatan", "unit", "catatan"].contains(&name)
}

/// The column of marks under another heading: one that speaks of signing, else
/// the one before the date.
fn renamed(headings: &[(u32, String)], date: Option<u32>) -> Option<u32> {
    let speaks = |text: &str| ["tanda tangan", "tandatangan", "ttd", "tte"].iter().any(|word| text.contains(word));
    let spoken = headings.iter().find(|(_, text)| speaks(text)).map(|(column, _)| *column);
    spoken.or_else(|| headings.iter().map(|(column, _)| *column).filter(|column| Some(*column) < date).max())
}

/// The column of keys, told by its cells: what else looks like one?
fn key_column(grid: &Grid, headings: u32) -> Option<u32> {
    let mut keys: BTreeMap<u32, usize> = BTreeMap::new();
    for (pos, cell) in grid.cells_from(headings + 1) {
        if cell.text().is_some_and(|text| Key::parse(&text).is_some()) {
            *keys.entry(pos.col).or_default() += 1;
        }
    }
    keys.into_iter().max_by_key(|(column, count)| (*count, Reverse(*column))).map(|(column, _)| column)
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
    use super::super::{Heading, Known, Noted, Notes, Row, rows, workbook};
    use super::*;
    use crate::publish::fingerprint::Digest;
    use crate::workbook::grid::Cell;
    use crate::workbook::read_bytes;

    fn register(rows: &[Row]) -> Grid {
        let heading = Heading { title: "REGISTER".into(), instansi: "Dinas Contoh".into() };
        read_bytes("register.xlsx", workbook(&heading, rows).unwrap()).unwrap().remove(0)
    }

    /// What is noted in a register of the agency's own sheets.
    fn notes(grid: &Grid) -> Notes {
        let mut notes = Notes::default();
        let known = Known::new((0..9).map(|n| (format!("k{n}"), None)));
        assert_eq!(notes.add(recognise(grid).unwrap().rows, &known), []);
        notes
    }

    fn of(notes: &Notes, lembar: &str, isi: &[u8]) -> Noted {
        notes.of(lembar, || Digest::of(isi), || None)
    }

    fn fill(grid: &mut Grid, a1: (u32, u32), value: Value) {
        grid.insert(Pos::new(a1.0, a1.1), Cell { value, raw: None });
    }

    #[test]
    fn what_the_office_fills_in_is_read_back() {
        let rows = rows(4);
        let mut grid = register(&rows);
        assert!(notes(&grid).is_empty());
        fill(&mut grid, (6, 9), Value::Text(" Sudah ".into()));
        fill(&mut grid, (6, 10), Value::Date(46_027.0));
        fill(&mut grid, (6, 11), Value::Text("PC".into()));
        fill(&mut grid, (9, 9), Value::Text("v".into()));
        assert_eq!(recognise(&grid).unwrap().rows.len(), 2);
        let notes = notes(&grid);
        let expected = Signed { tanggal: "5 Januari 2026".into(), paraf: "PC".into() };
        assert_eq!(of(&notes, "k0", &[0]), Noted::Signed(expected));
        assert_eq!(of(&notes, "k3", &[3]), Noted::Signed(Signed::default()));
        assert_eq!(notes.of("k2", || panic!("nothing is noted of it"), || None), Noted::Nothing);
    }

    #[test]
    fn a_sheet_that_promises_something_else_is_no_longer_signed() {
        let mut rows = rows(2);
        rows[0].catatan = Noted::Signed(Signed::default());
        let notes = notes(&register(&rows));
        assert_eq!(of(&notes, "k0", b"lain"), Noted::Changed);
        assert_eq!(of(&notes, "k", b"lain"), Noted::Nothing);
    }

    #[test]
    fn a_key_is_the_same_in_capitals_and_one_that_is_cut_is_none() {
        let mut grid = register(&rows(3));
        let key = grid.get(Pos::new(6, 14)).unwrap().text().unwrap();
        fill(&mut grid, (6, 14), Value::Text(key.to_uppercase()));
        fill(&mut grid, (7, 14), Value::Text("k1-01".into()));
        for row in [6, 7] {
            fill(&mut grid, (row, 9), Value::Text("sudah".into()));
        }
        let found = recognise(&grid).unwrap().rows;
        let keys: Vec<_> = found.iter().map(|row| row.kunci.as_ref().map(|key| key.lembar.as_str())).collect();
        assert_eq!(keys, [Some("k0"), None]);
        assert_eq!(found[1].place, grid.place(Pos::new(7, 9)));
        assert_eq!(found[1].person, Person::new("", "19700101 199501 1 001"));
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

    #[test]
    fn a_word_of_the_register_in_a_list_makes_no_register() {
        let mut grid = Grid::new("rapi.xlsx", "Target");
        fill(&mut grid, (3, 1), Value::Text("staf-0123456789ab".into()));
        fill(&mut grid, (2, 2), Value::Text("Berkas".into()));
        assert_eq!(recognise(&grid), None);
    }

    #[test]
    fn renamed_headings_leave_a_register_what_it_is() {
        for (column, name) in [(9, "TTD?"), (9, "Sudah/Belum"), (14, "Kode"), (14, "")] {
            let mut grid = register(&rows(3));
            fill(&mut grid, (5, column), Value::Text(name.into()));
            fill(&mut grid, (7, 9), Value::Text("sudah".into()));
            let copy = recognise(&grid).unwrap();
            assert_eq!((copy.rows.len(), copy.findings.len()), (1, 0), "{column} {name}");
        }
        // The keys are gone: still no roster, and what is missing is told.
        let mut grid = register(&rows(3));
        for row in 5..9 {
            fill(&mut grid, (row, 14), Value::Text("-".into()));
        }
        let copy = recognise(&grid).unwrap();
        assert_eq!((copy.rows.len(), copy.findings[0].code), (0, "BACA-24"));
    }
}
