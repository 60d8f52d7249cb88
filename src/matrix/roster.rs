//! The roster: a table of people with their jabatan, as a sheet of the
//! matrix's workbook or a workbook of its own; and the people that a flat list
//! names beside its jabatan.

use super::headers::Column;
use super::table::{Spanning, Table};
use super::{anggaran, foot, gelar, names, unused};
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

/// How the name of a unit begins that stands over its people, in capitals.
const UNITS: &[&str] = &["SEKRETARIAT", "BIDANG", "BAGIAN", "SUBBAG", "SUB BAGIAN", "SEKSI", "UPT", "UPTD", "DINAS"];

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
    let others = [Column::Nip, Column::NamaNip, Column::Jabatan, Column::Pangkat, Column::Golongan];
    if name_column(&table).is_none()
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
    found.findings.extend(unused::columns(&table, USED));
    let mut jabatan = Spanning::new(table.column(Column::Jabatan));
    let mut unit = Spanning::new(table.column(Column::Unit));
    let mut atasan = Spanning::new(table.column(Column::Atasan).or_else(|| table.column(Column::NamaAtasan)));
    for row in table.body() {
        let (jabatan, unit) = (jabatan.line(&table, row), unit.line(&table, row));
        let atasan = atasan.line(&table, row);
        if jabatan.is_none() && is_heading(&table, row) {
            continue;
        }
        let own = people_of(&table, row, &mut found.findings);
        if own.is_empty() {
            found.findings.extend(nameless(&table, row));
            let name = name_column(&table).and_then(|col| grid.get(Pos::new(row, col)));
            let name = name.and_then(super::printable);
            found.vacant.extend(jabatan.clone().filter(|_| name.is_some_and(|name| is_vacant(&name))));
        }
        let place = |person| Person { jabatan: jabatan.clone(), unit: unit.clone(), atasan: atasan.clone(), ..person };
        found.people.extend(own.into_iter().map(place));
    }
    if found.people.is_empty() {
        found.findings.extend(unused::sheet(grid));
    }
    Some(found)
}

/// Columns of which a row has one value.
const USED: &[Column] = &[Column::Nama, Column::Nip, Column::Jabatan, Column::Pangkat, Column::Golongan];

fn name_column(table: &Table) -> Option<u32> {
    table.column(Column::Nama).or_else(|| table.column(Column::NamaNip))
}

/// A total, or the name of a unit over its people: a row without NIP, jabatan
/// and pangkat, under which nobody's number stands.
fn is_heading(table: &Table, row: u32) -> bool {
    if anggaran::is_total(table, row) {
        return true;
    }
    let told = [Column::Nip, Column::Jabatan, Column::Pangkat, Column::Golongan];
    if told.iter().any(|column| table.text(row, table.column(*column)).is_some()) {
        return false;
    }
    let is_unit = |text: &str| {
        let upper = text.to_uppercase();
        let begins =
            |unit: &&str| upper.strip_prefix(*unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        UNITS.iter().any(begins)
    };
    let name = table.line(row, name_column(table));
    let number = table.line(row, table.column(Column::Nomor));
    let lettered = number.is_some_and(|number| !number.value.contains(|c: char| c.is_ascii_digit()));
    lettered || name.is_some_and(|name| is_unit(&name.value))
}

/// The people of a row, mostly one; none where it has no name, says that the
/// post is vacant, or is a heading that runs over the other columns.
pub(super) fn people_of(table: &Table, row: u32, findings: &mut Vec<Finding>) -> Vec<Person> {
    let Some(col) = name_column(table) else { return Vec::new() };
    let Some(cell) = table.text(row, Some(col)) else { return Vec::new() };
    let (_, last) = table.grid.columns_at(Pos::new(row, col));
    if table.columns.iter().any(|(other, _)| (col + 1..=last).contains(other)) {
        return Vec::new();
    }
    let (cell, nips) = match table.column(Column::Nip) {
        None => names::located(cell),
        nip => (cell, table.text(row, nip)),
    };
    let names = names::split(&cell.value, nips.as_ref().map_or(0, |nips| names::lines(&nips.value).len()));
    let one = |name: &str, index: usize| {
        let full = gelar::with(table, row, name, index, names.len());
        let own = person(table, row, Located::new(full, cell.place.clone()));
        // A NIP in the name's cell stands in no column of its own.
        let beside = nips.clone().filter(|_| table.column(Column::Nip).is_none()).map(Nip::Text);
        Person { nip: own.nip.or(beside), ..own }
    };
    if let [name] = &names[..] {
        return Some(one(name, 0)).filter(|_| !is_vacant(name)).into_iter().collect();
    }
    findings.push(reading::several_names(cell.place.clone(), names.len()));
    let people = names.iter().enumerate().map(|(index, name)| {
        let nth = |column| nth(table.text(row, table.column(column))?, index, names.len());
        let shared = one(name, index);
        let nip = match shared.nip {
            Some(Nip::Text(_)) => nips
                .clone()
                .and_then(|nips| self::nth(nips, index, names.len()))
                .map(|nip| Nip::Text(Located::new(without_word(&nip.value), nip.place))),
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
    Some(Nip::Text(Located::new(without_word(&text), grid.place(pos))))
}

/// A NIP without the word that some type before it: "NIP. 1990…".
fn without_word(nip: &str) -> String {
    foot::after_nip_word(nip).filter(|rest| !rest.is_empty()).unwrap_or(nip).to_owned()
}

#[cfg(test)]
mod tests;
