//! Targets: a table of indikator with satuan, target and TW I–IV, as a sheet
//! of the matrix's workbook or a workbook of its own.

use super::headers::Column;
use super::measure::{Measures, Promised};
use super::table::{Spanning, Table};
use super::{names, numbering, values};
use crate::finding::Finding;
use crate::workbook::grid::Grid;
use crate::workbook::place::Located;

/// The targets of one sheet.
#[derive(Debug, Clone)]
pub struct Targets {
    /// Workbook and sheet.
    pub source: String,
    /// Which of several columns of targets was read.
    pub chosen: Option<String>,
    /// One entry a row, in the sheet's order.
    pub rows: Vec<Target>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

/// One row: an indikator and what it is to reach. Jabatan and sasaran are
/// filled down from the rows above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The stable key, where the sheet is the program's own.
    pub id: Option<Located<String>>,
    /// The jabatan whose indikator it is.
    pub jabatan: Option<Located<String>>,
    /// The sasaran that it measures.
    pub sasaran: Option<Located<String>>,
    /// The name or NIP of the person whose own target it is.
    pub pegawai: Option<Located<String>>,
    /// The NIP, where it stands beside the name.
    pub nip: Option<Located<String>>,
    /// The number before the indikator.
    pub nomor: Option<String>,
    /// The indikator without its number.
    pub indikator: Located<String>,
    /// Unit of the target.
    pub satuan: Option<Located<String>>,
    /// The year's target, as it is to be printed.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV, as they are to be printed.
    pub triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

/// Reads a sheet as targets; `None` where it is none. A flat list with targets
/// is one as well: whoever asks decides which sheet is the matrix. Of targets
/// of several years those of `tahun` are read, where that is known.
pub fn recognise(grid: &Grid, tahun: Option<u16>) -> Option<Targets> {
    let table = Table::of(grid, tahun)?;
    let quarters = (0..4).any(|index| table.names(Column::Triwulan(index)));
    if !table.has(Column::Indikator) || !(table.names(Column::Target) || quarters) {
        return None;
    }
    let (chosen, findings) = (table.chosen(), table.header_findings());
    let mut found = Targets { source: super::source(grid), chosen, rows: Vec::new(), findings };
    let (mut jabatan, mut sasaran) = (None, None);
    let mut name = Spanning::new(table.column(Column::Nama).or_else(|| table.column(Column::NamaNip)));
    let mut nip = Spanning::new(table.column(Column::Nip));
    let mut measures = Measures::of(&table);
    for row in table.body() {
        let value = |column| table.line(row, table.column(column));
        if let Some(own) = value(Column::Jabatan) {
            (jabatan, sasaran) = (Some(own), None);
        }
        sasaran = value(Column::Sasaran).map(without_number).or(sasaran);
        // Of one column alone it does not matter which it is.
        let (pegawai, nip) = match (name.line(&table, row), nip.line(&table, row)) {
            (None, nip) => (nip, None),
            (Some(name), None) => {
                let (name, nip) = names::located(name);
                (Some(name), nip)
            }
            both => both,
        };
        let Some(text) = value(Column::Indikator) else { continue };
        let Some(whole) = table.text(row, table.column(Column::Indikator)) else { continue };
        let parts = parts(&text.value, &whole.value);
        let promised =
            Promised { indikator: &text, numbers: parts.iter().map(|(nomor, _)| nomor.as_deref()).collect() };
        let read = measures.read(row, &promised, &mut found.findings);
        for ((nomor, rest), mut measure) in parts.iter().zip(read) {
            // A dash beside a name says that the person does not promise it.
            if pegawai.is_some() && measure.target.is_none() {
                measure.target = values::dash_at(&table, row, table.column(Column::Target));
            }
            found.rows.push(Target {
                id: value(Column::Id),
                jabatan: jabatan.clone(),
                sasaran: sasaran.clone(),
                pegawai: pegawai.clone(),
                nip: nip.clone(),
                nomor: nomor.clone(),
                indikator: Located::new(rest.clone(), text.place.clone()),
                satuan: measure.satuan,
                target: measure.target,
                triwulan: measure.triwulan,
            });
        }
    }
    found.findings.extend(measures.finish());
    (!found.rows.is_empty()).then_some(found)
}

/// The indikator of a cell. One that no list of numbered texts is stays as its
/// line reads.
fn parts(line: &str, whole: &str) -> Vec<(Option<String>, String)> {
    let parts = numbering::split_list(whole);
    if parts.len() > 1 {
        return parts;
    }
    let (nomor, rest) = numbering::split_number(line);
    vec![(nomor, rest.to_owned())]
}

fn without_number(text: Located<String>) -> Located<String> {
    Located::new(numbering::split_number(&text.value).1.to_owned(), text.place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::testing::{at, grid};
    use crate::workbook::grid::{Cell, Value};

    #[test]
    fn a_heading_stands_over_the_blank_cells_beside_it_where_nothing_is_merged() {
        let sheet = grid(&[
            ("A1", "TARGET DINAS CONTOH"),
            ("A3", "Indikator"),
            ("B3", "Target Tahun 2026"),
            ("C3", "Target Triwulan"),
            ("G3", "Keterangan"),
            ("C4", "I"),
            ("D4", "II"),
            ("E4", "III"),
            ("F4", "IV"),
            ("A5", "Jumlah contoh"),
            ("B5", "4"),
            ("C5", "1"),
            ("D5", "2"),
            ("E5", "3"),
            ("F5", "4"),
            ("G5", "kumulatif"),
        ]);
        let row = &recognise(&sheet, None).unwrap().rows[0];
        let quarters = row.triwulan.as_ref().unwrap().each_ref().map(|cell| cell.as_ref().unwrap().value.as_str());
        assert_eq!((row.target.as_ref().unwrap().value.as_str(), quarters), ("4", ["1", "2", "3", "4"]));
    }

    #[test]
    fn targets_are_read_under_a_header_of_two_rows() {
        let mut sheet = grid(&[
            ("A1:A2", "Jabatan"),
            ("B1:B2", "Indikator Kinerja"),
            ("C1:C2", "Satuan"),
            ("D1:D2", "Target 2026"),
            ("E1:H1", "Target Triwulan"),
            ("E2", "I"),
            ("F2", "II"),
            ("G2", "III"),
            ("H2", "IV"),
            ("E3", "-"),
            ("A3", "Jabatan A"),
            ("B3", "1. Persentase contoh"),
            ("C3", "Persen"),
            ("B4", "2. Opini"),
            ("D4", "WTP"),
        ]);
        sheet.insert(at("D3"), Cell { value: Value::Number(0.85), raw: None });
        sheet.insert(at("H3"), Cell { value: Value::Number(0.85), raw: None });
        let found = recognise(&sheet, None).unwrap();
        let first = &found.rows[0];
        assert_eq!((first.nomor.as_deref(), first.indikator.value.as_str()), (Some("1"), "Persentase contoh"));
        assert_eq!(first.target.as_ref().unwrap().value, "85");
        let quarters = first.triwulan.as_ref().unwrap();
        let shown = |index: usize| quarters[index].as_ref().map(|cell| cell.value.as_str());
        assert_eq!([shown(0), shown(1), shown(3)], [Some("-"), None, Some("85")]);
        assert_eq!(found.rows[1].jabatan.as_ref().unwrap().value, "Jabatan A");
        assert_eq!(found.rows[1].target.as_ref().unwrap().value, "WTP");
        assert_eq!(found.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["BACA-17", "BACA-17"]);
    }
}
