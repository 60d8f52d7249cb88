//! Money: a table of program, kegiatan and sub kegiatan with their anggaran
//! and the jabatan that answers for each, as a sheet of the matrix's workbook
//! or a workbook of its own; and the money that a flat list carries beside its
//! indikator.

use super::headers::{self, Column};
use super::table::{Spanning, Table};
use super::{numbering, unused, values};
use crate::finding::Finding;
use crate::finding::rules::money;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Place};

/// The money of one sheet.
#[derive(Debug, Clone)]
pub struct Money {
    /// Workbook and sheet.
    pub source: String,
    /// One entry a line with an amount, in the sheet's order.
    pub lines: Vec<Line>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

/// What a line of money is for (Permendagri 90/2019), the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tingkat {
    /// Program.
    Program,
    /// Kegiatan.
    Kegiatan,
    /// Sub kegiatan.
    SubKegiatan,
}

/// One line with an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The jabatan that answers for it; filled down from the rows above.
    pub jabatan: Option<Located<String>>,
    /// The header cell of the jabatan's block, where the row stands in the
    /// matrix itself.
    pub blok: Option<Place>,
    /// What it is for.
    pub tingkat: Tingkat,
    /// The name of the line that it is a part of, where its own row names it.
    pub induk: Option<Located<String>>,
    /// Its name.
    pub uraian: Located<String>,
    /// The amount, as it is to be printed.
    pub pagu: Located<String>,
    /// The remark.
    pub keterangan: Option<Located<String>>,
}

/// The columns, the highest first.
const COLUMNS: [(Column, Tingkat); 3] = [
    (Column::Program, Tingkat::Program),
    (Column::Kegiatan, Tingkat::Kegiatan),
    (Column::SubKegiatan, Tingkat::SubKegiatan),
];

/// How a name begins where one column holds all three, in capitals, the longer
/// beginning first.
const BEGINNINGS: &[(&str, Tingkat)] = &[
    ("SUB KEGIATAN", Tingkat::SubKegiatan),
    ("SUBKEGIATAN", Tingkat::SubKegiatan),
    ("KEGIATAN", Tingkat::Kegiatan),
    ("PROGRAM", Tingkat::Program),
];

/// How many numbers the code before a name has (`1.06.02.2.01.0001`).
const CODES: &[(usize, Tingkat)] = &[(3, Tingkat::Program), (5, Tingkat::Kegiatan), (6, Tingkat::SubKegiatan)];

/// What stands before a total, in capitals.
const TOTALS: &[&str] = &["JUMLAH", "TOTAL", "SUB TOTAL", "SUBTOTAL"];

/// Reads a sheet as money, that of a year where it has several; `None` where
/// it is none.
pub fn recognise(grid: &Grid, tahun: Option<u16>) -> Option<Money> {
    let table = Table::of(grid, tahun)?;
    let named = COLUMNS.iter().any(|(column, _)| table.has(*column));
    if !named || !table.names(Column::Anggaran) || !table.has(Column::Jabatan) || table.has(Column::Indikator) {
        return None;
    }
    let mut found = Money { source: super::source(grid), lines: Vec::new(), findings: table.header_findings() };
    found.findings.extend(unused::columns(&table, &[]));
    let mut reader = Reader::new(&table);
    let mut jabatan: Option<Located<String>> = None;
    for row in table.body() {
        if is_total(&table, row) {
            continue;
        }
        jabatan = table.line(row, table.column(Column::Jabatan)).or(jabatan);
        if let Some(line) = reader.line(row, &mut found.findings) {
            found.lines.push(Line { jabatan: jabatan.clone(), ..line });
        }
    }
    found.findings.extend(reader.finish());
    (!found.lines.is_empty()).then_some(found)
}

/// A row whose first text is the word for a total.
pub(super) fn is_total(table: &Table, row: u32) -> bool {
    let Some(first) = table.grid.row(row).find_map(|(_, cell)| cell.text()) else { return false };
    let first = first.to_uppercase();
    TOTALS.iter().any(|word| {
        first.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) && first.len() < 40
    })
}

/// Reads the lines of a table, row by row from the top.
pub(super) struct Reader<'a> {
    table: &'a Table<'a>,
    names: [Spanning; 3],
    /// Whether one column holds program, kegiatan and sub kegiatan.
    together: bool,
    /// A name without an amount: a heading, if a part of it follows.
    bare: Option<(Tingkat, Located<String>)>,
    /// The name of the latest line, which lists repeat without its amount.
    latest: String,
    /// What there is to tell of the amounts together, until it is told.
    doubts: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(table: &'a Table<'a>) -> Self {
        let together = COLUMNS.iter().filter(|(column, _)| table.has(*column)).count() == 1;
        let names = COLUMNS.map(|(column, _)| Spanning::new(table.column(column)));
        Self { table, names, together, bare: None, latest: String::new(), doubts: doubts(table) }
    }

    /// The line of a row: the deepest name on it, and the amount beside it.
    pub(super) fn line(&mut self, row: u32, findings: &mut Vec<Finding>) -> Option<Line> {
        findings.append(&mut self.doubts);
        let table = self.table;
        let mut names = self.names.iter_mut().map(|column| column.line(table, row));
        let names: Vec<(Tingkat, Located<String>)> =
            COLUMNS.iter().filter_map(|(_, tingkat)| Some((*tingkat, names.next()??))).collect();
        let pagu = values::amount_at(table, row, table.column(Column::Anggaran));
        let Some((column, uraian)) = names.last().cloned() else {
            findings.extend(pagu.map(|pagu| {
                let message = "anggaran ini tidak punya nama program, kegiatan atau sub kegiatan di barisnya";
                Finding::new(&money::NO_NAME, pagu.place, message).quote(&pagu.value)
            }));
            return None;
        };
        let tingkat = if self.together { tingkat(&uraian.value).unwrap_or(column) } else { column };
        findings.extend(self.bare.take().filter(|(above, _)| *above >= tingkat).map(without_amount));
        let Some(pagu) = pagu else {
            self.bare = (self.latest != uraian.value).then_some((tingkat, uraian));
            return None;
        };
        self.latest.clone_from(&uraian.value);
        // Only the column right above counts: a program beside a sub kegiatan
        // does not say which of its kegiatan is meant.
        let above = COLUMNS.iter().rev().find(|(own, tingkat)| *tingkat < column && table.has(*own));
        let induk = names.iter().find(|(tingkat, _)| above.is_some_and(|(_, above)| above == tingkat));
        let induk = induk.map(|(_, name)| name.clone());
        let keterangan = table.line(row, table.column(Column::Keterangan));
        Some(Line { jabatan: None, blok: None, tingkat, induk, uraian, pagu, keterangan })
    }

    /// What is left to say after the last row.
    pub(super) fn finish(self) -> Option<Finding> {
        self.bare.map(without_amount)
    }
}

/// What makes all amounts of a table doubtful: a scale that is not rupiah, and
/// several columns of money. The findings name the amounts, so that whatever
/// prints them is a draft.
fn doubts(table: &Table) -> Vec<Finding> {
    let Some(col) = table.column(Column::Anggaran) else { return Vec::new() };
    let amounts = || table.body().filter_map(|row| Some(values::amount_at(table, row, Some(col))?.place));
    let mut findings = Vec::new();
    if let Some(header) = scale(table, col) {
        let message = "kolom anggaran ini tidak berisi rupiah penuh, dan angkanya dicetak seperti tertulis";
        findings.push(Finding::new(&money::SCALED, header.place, message).quote(header.value).others(amounts()));
    }
    if let Some((used, others)) = unused::rivals(table, Column::Anggaran) {
        let names: Vec<String> =
            others.iter().map(|other| format!("\"{}\" di {}", other.value, other.place.pos)).collect();
        let message = format!("yang dicetak kolom \"{}\" ini, bukan {}", used.value, names.join(", "));
        findings.push(Finding::new(&money::SEVERAL_COLUMNS, used.place, message).others(amounts()));
    }
    findings
}

/// The cell that says that amounts are thousands or millions: in the column's
/// header, or in a note above the table, "(dalam ribuan rupiah)".
fn scale(table: &Table, col: u32) -> Option<Located<String>> {
    let own = (table.header.0..=table.header.1).filter_map(|row| table.heading(row, col));
    let above = table.grid.cells().take_while(|(pos, _)| pos.row < table.header.0);
    let mut notes = above.filter_map(|(pos, cell)| Some(Located::new(cell.text()?, table.grid.place(pos))));
    let mut own = own.filter(|cell| headers::is_scaled(&cell.value));
    own.next().or_else(|| notes.find(|note| headers::is_scale_note(&note.value)))
}

fn without_amount((_, name): (Tingkat, Located<String>)) -> Finding {
    Finding::new(&money::NO_AMOUNT, name.place, "baris ini belum beranggaran").quote(&name.value)
}

/// What a name says of itself, by its first word or by its code.
fn tingkat(name: &str) -> Option<Tingkat> {
    let upper = name.to_uppercase();
    let begins = |(word, _): &&(&str, Tingkat)| upper.starts_with(word);
    if let Some((_, tingkat)) = BEGINNINGS.iter().find(begins) {
        return Some(*tingkat);
    }
    let code = upper.split_whitespace().next()?.trim_end_matches('.');
    let numbers: Vec<&str> = code.split('.').collect();
    let is_code = numbers.iter().all(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let known = CODES.iter().find(|(count, _)| is_code && *count == numbers.len());
    known.map(|(_, tingkat)| *tingkat).or_else(|| tingkat_after_number(name))
}

/// "1. Kegiatan …": the number is the list's own.
fn tingkat_after_number(name: &str) -> Option<Tingkat> {
    let (number, rest) = numbering::split_number(name);
    number.and_then(|_| tingkat(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::testing::{at, grid};
    use crate::workbook::grid::{Cell, Value};

    fn number(sheet: &mut Grid, address: &str, value: f64) {
        sheet.insert(at(address), Cell { value: Value::Number(value), raw: None });
    }

    fn shown(line: &Line) -> (&str, Tingkat, &str, &str) {
        let jabatan = line.jabatan.as_ref().map_or("", |cell| &cell.value);
        (jabatan, line.tingkat, &line.uraian.value, &line.pagu.value)
    }

    #[test]
    fn a_row_is_its_deepest_name_and_blanks_mean_as_above() {
        let mut sheet = grid(&[
            ("A1", "Jabatan"),
            ("B1", "Program"),
            ("C1", "Kegiatan"),
            ("D1", "Sub Kegiatan"),
            ("E1", "Pagu Anggaran (Rp)"),
            ("F1", "Ket."),
            ("A2", "Kepala Dinas"),
            ("B2", "Program Contoh"),
            ("F2", "APBD"),
            ("A3", "Kepala Bidang"),
            ("C3", "Kegiatan Contoh"),
            ("E3", "Rp 10.000.000,-"),
            ("D4", "Sub Kegiatan Contoh"),
            ("E4", "2.500.000"),
            ("A5", "Jumlah"),
            ("E5", "22.500.000"),
        ]);
        number(&mut sheet, "E2", 10_000_000.0);
        let found = recognise(&sheet, None).unwrap();
        let lines: Vec<_> = found.lines.iter().map(shown).collect();
        assert_eq!(
            lines,
            [
                ("Kepala Dinas", Tingkat::Program, "Program Contoh", "10.000.000"),
                ("Kepala Bidang", Tingkat::Kegiatan, "Kegiatan Contoh", "Rp 10.000.000,-"),
                ("Kepala Bidang", Tingkat::SubKegiatan, "Sub Kegiatan Contoh", "2.500.000"),
            ]
        );
        assert_eq!(found.lines[0].keterangan.as_ref().unwrap().value, "APBD");
        assert!(found.findings.is_empty(), "{:?}", found.findings);
    }

    #[test]
    fn in_one_column_the_first_word_or_the_code_tells_the_level() {
        for (name, expected) in [
            ("Program Contoh", Some(Tingkat::Program)),
            ("1. Kegiatan Contoh", Some(Tingkat::Kegiatan)),
            ("Sub Kegiatan Contoh", Some(Tingkat::SubKegiatan)),
            ("1.06.02 Contoh", Some(Tingkat::Program)),
            ("1.06.02.2.01 Contoh", Some(Tingkat::Kegiatan)),
            ("1.06.02.2.01.0001 Contoh", Some(Tingkat::SubKegiatan)),
            ("Pengadaan Contoh", None),
        ] {
            assert_eq!(tingkat(name), expected, "{name}");
        }
    }

    #[test]
    fn a_name_without_amount_is_a_heading_or_a_finding() {
        let sheet = grid(&[
            ("A1", "Jabatan"),
            ("B1", "Program"),
            ("C1", "Kegiatan"),
            ("D1", "Anggaran"),
            ("A2", "Kepala Bidang"),
            ("B2:B4", "Program Contoh"),
            ("C3", "Kegiatan Satu"),
            ("D3", "1.000"),
            ("C4", "Kegiatan Dua"),
            ("D5", "5.000"),
        ]);
        let found = recognise(&sheet, None).unwrap();
        assert_eq!(found.lines.len(), 1);
        assert_eq!(found.lines[0].induk.as_ref().unwrap().value, "Program Contoh");
        let told: Vec<_> = found.findings.iter().map(|one| (one.code, one.place.clone().unwrap().pos)).collect();
        assert_eq!(told, [("ANGGARAN-05", at("D5")), ("ANGGARAN-06", at("C4"))]);
    }

    #[test]
    fn a_program_beside_a_sub_kegiatan_does_not_say_which_kegiatan_it_is_of() {
        let sheet = grid(&[
            ("A1", "Penanggung Jawab"),
            ("B1", "Program"),
            ("C1", "Kegiatan"),
            ("D1", "Sub Kegiatan"),
            ("E1", "Anggaran"),
            ("A2", "Sekretaris"),
            ("B2:B4", "Program Contoh"),
            ("C2", "Kegiatan Contoh"),
            ("E2", "2.000"),
            ("D3", "Sub Kegiatan Satu"),
            ("E3", "1.000"),
            ("C4", "Kegiatan Contoh"),
            ("D4", "Sub Kegiatan Dua"),
            ("E4", "1.000"),
        ]);
        let lines = recognise(&sheet, None).unwrap().lines;
        let above: Vec<_> = lines.iter().map(|line| line.induk.as_ref().map(|name| &*name.value)).collect();
        assert_eq!(above, [Some("Program Contoh"), None, Some("Kegiatan Contoh")]);
    }

    #[test]
    fn amounts_that_are_no_plain_rupiah_or_stand_in_two_columns_are_told_with_their_cells() {
        let told = |headers: [&str; 2], above: &str| {
            let mut cells =
                vec![("A3", "Jabatan"), ("B3", "Program"), ("C3", headers[0]), ("C4", "1.000"), ("A4", "x")];
            cells.extend([("A1", above), ("B4", "Program Contoh"), ("D3", headers[1]), ("D4", "2.000")]);
            let cells: Vec<_> = cells.into_iter().filter(|(_, text)| !text.is_empty()).collect();
            let found = recognise(&grid(&cells), None).unwrap();
            let cells = |one: &Finding| (one.code, one.places().map(|place| place.pos.to_string()).collect());
            found.findings.iter().map(cells).collect::<Vec<(_, Vec<String>)>>()
        };
        let at = |code, header: &str| vec![(code, vec![header.to_owned(), "C4".to_owned()])];
        assert_eq!(told(["Anggaran (Ribu Rp)", "Nomor"], ""), at("ANGGARAN-10", "C3"));
        assert_eq!(told(["Anggaran", "Nomor"], "(dalam jutaan rupiah)"), at("ANGGARAN-10", "A1"));
        assert_eq!(told(["Pagu Indikatif", "Pagu Definitif"], ""), at("ANGGARAN-11", "C3"));
        assert_eq!(told(["Anggaran", "Anggaran Perubahan"], ""), at("ANGGARAN-11", "C3"));
        assert_eq!(told(["Anggaran", "Nomor"], "RENCANA KERJA"), []);
    }

    #[test]
    fn money_without_a_jabatan_column_is_not_taken() {
        let sheet = grid(&[("A1", "Program"), ("B1", "Anggaran"), ("A2", "Program Contoh"), ("B2", "1.000")]);
        assert!(recognise(&sheet, None).is_none());
    }
}
