//! The roster: a table of people with their jabatan, as a sheet of the
//! matrix's workbook or a workbook of its own; and the people that a flat list
//! names beside its jabatan.

use super::headers::Column;
use super::names;
use super::table::{Spanning, Table};
use crate::finding::Finding;
use crate::finding::rules::{people, reading};
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::{Located, Place, Pos};

/// The people of one sheet.
#[derive(Debug, Clone)]
pub struct Roster {
    /// Workbook and sheet.
    pub source: String,
    /// One entry a row, in the sheet's order.
    pub people: Vec<Person>,
    /// The jabatan of rows that say that nobody holds it.
    pub vacant: Vec<Located<String>>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

/// What stands in the place of a name where nobody holds the post, in capitals
/// and without brackets.
const VACANT: &[&str] = &["LOWONG", "KOSONG", "VACANT", "VAKAN", "VAKANSI", "NIHIL", "N/A"];

/// The same as the beginning of a sentence, which no name is: "Belum ada
/// pejabat definitif".
const NOBODY: &[&str] = &["BELUM ADA ", "BELUM DIISI ", "BELUM TERISI ", "TIDAK ADA ", "TIDAK TERISI "];

/// What is said to be vacant before it: "Formasi kosong".
const PLACES: &[&str] = &["FORMASI ", "JABATAN ", "POSISI "];

/// One row of a roster; every value as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name with gelar.
    pub nama: Located<String>,
    /// NIP or NI PPPK.
    pub nip: Option<Nip>,
    /// Pangkat; some offices write the golongan into the same cell.
    pub pangkat: Option<Located<String>>,
    /// Golongan.
    pub golongan: Option<Located<String>>,
    /// The jabatan held, as the roster names it.
    pub jabatan: Option<Located<String>>,
    /// The unit.
    pub unit: Option<Located<String>>,
    /// The superior's jabatan or name.
    pub atasan: Option<Located<String>>,
    /// Plt., Plh., Pj.
    pub status: Option<Located<String>>,
    /// Whether the person signs electronically.
    pub tte: Option<Located<String>>,
    /// Remarks.
    pub keterangan: Option<Located<String>>,
    /// The jabatan's stable key, where the sheet is the program's own.
    pub id: Option<Located<String>>,
    /// The header cell of the jabatan's block, where the row stands in the
    /// matrix itself.
    pub blok: Option<Place>,
}

/// A NIP cell. A number cell has lost digits already: Excel keeps 15.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nip {
    /// As text, exactly as written.
    Text(Located<String>),
    /// As a number; what it shows is not to be trusted and not kept.
    Number(Place),
}

/// Reads a sheet as a roster; `None` where it is none.
pub fn recognise(grid: &Grid) -> Option<Roster> {
    let table = Table::of(grid, None)?;
    let others = [Column::Nip, Column::Jabatan, Column::Pangkat, Column::Golongan];
    if !table.has(Column::Nama)
        || table.has(Column::Indikator)
        || others.iter().filter(|column| table.has(**column)).count() < 2
    {
        return None;
    }
    let mut found = Roster {
        source: super::source(grid),
        people: Vec::new(),
        vacant: Vec::new(),
        findings: table.header_findings(),
    };
    let mut jabatan = Spanning::new(table.column(Column::Jabatan));
    let mut unit = Spanning::new(table.column(Column::Unit));
    let mut atasan = Spanning::new(table.column(Column::Atasan));
    for row in table.body() {
        let (jabatan, unit) = (jabatan.line(&table, row), unit.line(&table, row));
        let atasan = atasan.line(&table, row);
        let own = people_of(&table, row, &mut found.findings);
        if own.is_empty() {
            found.findings.extend(nameless(&table, row));
            let name = table.column(Column::Nama).and_then(|col| grid.get(Pos::new(row, col)));
            let name = name.and_then(super::printable);
            found.vacant.extend(jabatan.clone().filter(|_| name.is_some_and(|name| is_vacant(&name))));
        }
        let place = |person| Person { jabatan: jabatan.clone(), unit: unit.clone(), atasan: atasan.clone(), ..person };
        found.people.extend(own.into_iter().map(place));
    }
    Some(found)
}

/// The people of a row, mostly one; none where it has no name, says that the
/// post is vacant, or is a heading that runs over the other columns.
pub(super) fn people_of(table: &Table, row: u32, findings: &mut Vec<Finding>) -> Vec<Person> {
    let Some(col) = table.column(Column::Nama) else { return Vec::new() };
    let Some(cell) = table.text(row, Some(col)) else { return Vec::new() };
    let (_, last) = table.grid.columns_at(Pos::new(row, col));
    if table.columns.iter().any(|(other, _)| (col + 1..=last).contains(other)) {
        return Vec::new();
    }
    let nips = table.text(row, table.column(Column::Nip));
    let names = names::split(&cell.value, nips.as_ref().map_or(0, |nips| names::lines(&nips.value).len()));
    let one = |name: &String| person(table, row, Located::new(name.clone(), cell.place.clone()));
    if let [name] = &names[..] {
        return Some(one(name)).filter(|_| !is_vacant(name)).into_iter().collect();
    }
    findings.push(reading::several_names(cell.place.clone(), names.len()));
    let people = names.iter().enumerate().map(|(index, name)| {
        let nth = |column| nth(table.text(row, table.column(column))?, index, names.len());
        let shared = one(name);
        let nip = match shared.nip {
            Some(Nip::Text(_)) => nth(Column::Nip).map(Nip::Text),
            // One cell is told once.
            number => number.filter(|_| index == 0),
        };
        Person { nip, pangkat: nth(Column::Pangkat), golongan: nth(Column::Golongan), ..shared }
    });
    let people: Vec<Person> = people.filter(|person| !is_vacant(&person.nama.value)).collect();
    if let Some(nips) = nips.filter(|nips| names::lines(&nips.value).len() != names.len()) {
        let message = format!("sel NIP ini tidak memuat {} NIP, sebanyak namanya", names.len());
        findings.push(Finding::new(&people::NIP_COUNT, nips.place, message).others([cell.place.clone()]));
    }
    people
}

/// A remark may follow: "Lowong (pensiun)", "Kosong - belum ada SK". Dots and
/// dashes alone are nobody either.
fn is_vacant(name: &str) -> bool {
    let upper = format!("{} ", name.to_uppercase());
    let start = upper.trim_start_matches(|c: char| !c.is_alphabetic());
    let start = PLACES.iter().find_map(|place| start.strip_prefix(place)).unwrap_or(start).trim_start();
    let ends = |rest: &str| rest.trim_start().chars().next().is_none_or(|c| !c.is_alphabetic());
    let letters: String = start.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    !name.chars().any(char::is_alphanumeric)
        || NOBODY.iter().any(|phrase| letters.starts_with(phrase))
        || VACANT.iter().filter_map(|word| start.strip_prefix(word)).any(ends)
}

/// The line of a cell that belongs to one of several names; `None` where the
/// cell has not as many lines.
fn nth(cell: Located<String>, index: usize, count: usize) -> Option<Located<String>> {
    let lines = names::lines(&cell.value);
    let line = lines.get(index).filter(|line| lines.len() == count && !super::is_placeholder(line))?;
    Some(Located::new((*line).to_owned(), cell.place))
}

/// A NIP that stands on a row without a name.
fn nameless(table: &Table, row: u32) -> Option<Finding> {
    let col = table.column(Column::Nip)?;
    let place = match nip(table.grid, Pos::new(row, col))? {
        Nip::Text(text) if text.value.chars().any(|c| c.is_ascii_digit()) => text.place,
        Nip::Number(place) => place,
        Nip::Text(_) => return None,
    };
    Some(Finding::new(&people::NO_NAME, place, "NIP ini tidak punya nama di barisnya"))
}

/// A row's own cells about the person of that name.
fn person(table: &Table, row: u32, nama: Located<String>) -> Person {
    let value = |column| table.line(row, table.column(column));
    Person {
        nama,
        nip: table.column(Column::Nip).and_then(|col| nip(table.grid, Pos::new(row, col))),
        pangkat: value(Column::Pangkat),
        golongan: value(Column::Golongan),
        jabatan: value(Column::Jabatan),
        unit: value(Column::Unit),
        atasan: value(Column::Atasan),
        status: value(Column::Status),
        tte: value(Column::Tte),
        keterangan: value(Column::Keterangan),
        id: value(Column::Id),
        blok: None,
    }
}

fn nip(grid: &Grid, pos: Pos) -> Option<Nip> {
    let cell = grid.get(pos)?;
    if matches!(cell.value, Value::Number(_) | Value::Date(_)) {
        return Some(Nip::Number(grid.place(pos)));
    }
    let text = super::printable(cell).filter(|text| !super::is_placeholder(text))?;
    Some(Nip::Text(Located::new(text, grid.place(pos))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::testing::{at, grid};
    use crate::workbook::grid::Cell;

    #[test]
    fn people_are_read_under_any_names_and_order_of_columns() {
        let mut sheet = grid(&[
            ("A1:G1", "DAFTAR PEGAWAI DINAS CONTOH"),
            ("A3", "No"),
            ("B3", "NIP/NI PPPK"),
            ("C3", "Nama Pegawai"),
            ("D3", "Pangkat/Gol"),
            ("E3", "Nama Jabatan"),
            ("F3", "Ket"),
            ("A4", "(1)"),
            ("B4", "(2)"),
            ("C4", "(3)"),
            ("A5", "1"),
            ("B5", "199001012015011001"),
            ("C5", "Pegawai Contoh 01, S.Sos."),
            ("D5", "Penata, III/c"),
            ("E5", "Penata Layanan\nOperasional"),
            ("F5", "-"),
            ("C6", "Pegawai Contoh 02"),
        ]);
        sheet.insert(at("B6"), Cell { value: Value::Number(1.990_010_120_150_11e17), raw: None });
        let roster = recognise(&sheet).unwrap();
        assert_eq!(roster.people.len(), 2);
        let first = &roster.people[0];
        assert_eq!(first.nama.value, "Pegawai Contoh 01, S.Sos.");
        assert_eq!(first.nip, Some(Nip::Text(Located::new("199001012015011001".into(), sheet.place(at("B5"))))));
        assert_eq!(first.jabatan.as_ref().unwrap().value, "Penata Layanan Operasional");
        assert_eq!(first.keterangan, None);
        assert_eq!(roster.people[1].nip, Some(Nip::Number(sheet.place(at("B6")))));
    }

    #[test]
    fn a_merged_jabatan_is_held_by_everyone_beside_it_and_vacant_rows_are_nobody() {
        let sheet = grid(&[
            ("A1", "Nama"),
            ("B1", "NIP"),
            ("C1", "Jabatan"),
            ("A2:C2", "SEKRETARIAT"),
            ("A3", "Pegawai Contoh 01"),
            ("C3:C4", "Staf"),
            ("A4", "Pegawai Contoh 02"),
            ("A5", "Pegawai Contoh 03"),
            ("A6", "Lowong (pensiun)"),
            ("C6", "Arsiparis"),
            ("B7", "199001012015011001"),
        ]);
        let roster = recognise(&sheet).unwrap();
        let jabatan: Vec<_> = roster.people.iter().map(|one| one.jabatan.as_ref().map(|cell| &*cell.value)).collect();
        assert_eq!(jabatan, [Some("Staf"), Some("Staf"), None]);
        let found: Vec<_> = roster.findings.iter().map(|one| (one.code, one.place.clone().unwrap().pos)).collect();
        assert_eq!(found, [("ORANG-11", at("B7"))]);
    }

    #[test]
    fn the_words_for_a_vacant_post_are_told_from_names() {
        for text in [
            "(lowong)",
            "Kosong - belum ada SK",
            "Vacant",
            "N/A",
            "Formasi Kosong",
            "Jabatan kosong",
            "Tidak ada",
            "(belum ada)",
            "Belum ada pejabat definitif",
            "BELUM TERISI",
            "-",
            "........",
        ] {
            assert!(is_vacant(text), "{text}");
        }
        for text in ["Pegawai Contoh 01", "Kosong Contoh", "Nadia Contoh", "Vakanda", "Jabatan", "0"] {
            assert!(!is_vacant(text), "{text}");
        }
    }

    #[test]
    fn several_names_in_one_cell_are_people_of_their_own() {
        let sheet = grid(&[
            ("A1", "Jabatan"),
            ("B1", "Nama"),
            ("C1", "NIP"),
            ("D1", "Golongan"),
            ("A2", "Arsiparis"),
            ("B2", "1. Pegawai Contoh 01\n2. Pegawai Contoh 02\n3. (lowong)"),
            ("C2", "1. 199001012015011001\n2. 199101012016011002\n3. -"),
            ("D2", "III/a\nIII/b\n-"),
            ("A3", "Staf"),
            ("B3", "1. Pegawai Contoh 03\n2. Pegawai Contoh 04"),
            ("C3", "199001012015011003"),
        ]);
        let roster = recognise(&sheet).unwrap();
        let text = |cell: &Option<Located<String>>| cell.as_ref().map(|cell| cell.value.clone()).unwrap_or_default();
        let shown: Vec<_> = roster
            .people
            .iter()
            .map(|one| {
                let nip = match &one.nip {
                    Some(Nip::Text(nip)) => nip.value.clone(),
                    _ => String::new(),
                };
                [one.nama.value.clone(), nip, text(&one.golongan), text(&one.jabatan)]
            })
            .collect();
        assert_eq!(
            shown,
            [
                ["Pegawai Contoh 01", "199001012015011001", "III/a", "Arsiparis"],
                ["Pegawai Contoh 02", "199101012016011002", "III/b", "Arsiparis"],
                ["Pegawai Contoh 03", "", "", "Staf"],
                ["Pegawai Contoh 04", "", "", "Staf"],
            ]
        );
        let codes: Vec<_> = roster.findings.iter().map(|one| (one.code, one.place.clone().unwrap().pos)).collect();
        assert_eq!(codes, [("BACA-13", at("B2")), ("BACA-13", at("B3")), ("ORANG-14", at("C3"))]);
    }

    #[test]
    fn a_matrix_is_no_roster() {
        let sheet =
            grid(&[("A1", "Jabatan"), ("B1", "Nama"), ("C1", "NIP"), ("D1", "Indikator"), ("A2", "x"), ("B2", "y")]);
        assert!(recognise(&sheet).is_none());
    }
}
