use super::*;
use crate::workbook::read_bytes;
use crate::workbook::testing;
use crate::workbook::writer::{Look, WorkbookWriter};

fn grids(workbook: WorkbookWriter) -> Vec<Grid> {
    read_bytes("uji.xlsx", workbook.finish().unwrap()).unwrap()
}

fn at(a1: &str) -> Pos {
    Pos::from_a1(a1).unwrap()
}

#[test]
fn cells_merges_and_hidden_sheets_come_back() {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Matriks").unwrap();
    sheet.merge(at("A1"), at("D1"), "KEPALA DINAS CONTOH", Look::Header).unwrap();
    sheet.text(at("B3"), "Jumlah\u{a0}Laporan ", Look::Body).unwrap();
    sheet.number(at("A3"), 2.0, Look::Body).unwrap();
    workbook.sheet("Lama").unwrap().hide();
    let grids = grids(workbook);
    assert_eq!(
        grids.iter().map(|grid| (grid.sheet(), grid.visible)).collect::<Vec<_>>(),
        [("Matriks", true), ("Lama", false)]
    );
    let grid = &grids[0];
    assert_eq!(grid.text(at("A1")).unwrap(), "KEPALA DINAS CONTOH");
    assert_eq!(grid.columns_at(at("A1")), (1, 4));
    assert_eq!(grid.text(at("A3")).unwrap(), "2");
    let cell = grid.get(at("B3")).unwrap();
    assert_eq!(cell.value, Value::Text("Jumlah Laporan".into()));
    assert_eq!(cell.raw.as_deref(), Some("Jumlah\u{a0}Laporan "));
}

#[test]
fn two_far_cells_cost_two_cells() {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Jauh").unwrap();
    sheet.text(at("A1"), "awal", Look::Body).unwrap();
    sheet.text(at("XFD1048576"), "akhir", Look::Body).unwrap();
    let grid = &grids(workbook)[0];
    assert_eq!(grid.cells().count(), 2);
    assert_eq!(grid.last_row(), 1_048_576);
}

/// A workbook of one sheet whose rows are given as XML: what no honest writer
/// makes.
fn with_rows(rows: &str) -> Vec<u8> {
    testing::xlsx(&format!("<sheetData>{rows}</sheetData>"), None)
}

#[test]
fn a_bad_cell_costs_that_cell_alone() {
    let bytes = with_rows(
        "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\" t=\"str\"><v>baik</v></c>\
         <c r=\"C1\" t=\"s\"><v>99</v></c><c r=\"D1\" t=\"zz\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#REF!</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\"><v>1e999</v></c></row>",
    );
    let grid = &read_bytes("uji.xlsx", bytes).unwrap()[0];
    let value = |a1: &str| grid.get(at(a1)).map(|cell| cell.value.clone());
    assert_eq!(value("A1"), Some(Value::Error("#SPILL!".into())));
    assert_eq!(value("B1"), Some(Value::Text("baik".into())));
    assert_eq!(value("C1"), Some(Value::Error("#RUSAK".into())));
    assert_eq!(value("D1"), Some(Value::Error("#RUSAK".into())));
    assert_eq!(value("E1"), Some(Value::Error("#REF!".into())));
    assert_eq!(value("A2"), Some(Value::FormulaWithoutValue));
    assert_eq!(value("B2"), Some(Value::Error("#NUM!".into())));
}

#[test]
fn cells_beyond_the_sheet_are_counted_and_left_out() {
    let bytes = with_rows(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"1048577\"><c><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>3</v></c></row>",
    );
    let grid = &read_bytes("uji.xlsx", bytes).unwrap()[0];
    assert_eq!(grid.cells().count(), 2);
    assert!(grid.lost_cells > 0);
}

#[test]
fn a_sheet_of_old_macros_is_named() {
    let parts = testing::xlsx_parts();
    let parts: Vec<(&str, Vec<u8>)> = parts
        .iter()
        .map(|(name, text)| {
            let text = text.replace("relationships/worksheet", "relationships/xlMacrosheet");
            (*name, text.replace("worksheets/sheet1.xml", "macrosheets/sheet1.xml").into_bytes())
        })
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (*name, data.as_slice())).collect();
    let error = super::read("uji.xlsm", testing::zip(&parts)).unwrap_err();
    assert!(error.to_string().contains("lembar makro Excel 4"), "{error}");
}

#[test]
fn a_truncated_workbook_is_one_clear_error() {
    let mut workbook = WorkbookWriter::new("Uji");
    workbook.sheet("Matriks").unwrap().text(at("A1"), "x", Look::Body).unwrap();
    let bytes = workbook.finish().unwrap();
    let error = read_bytes("uji.xlsx", bytes[..bytes.len() / 2].to_vec()).unwrap_err();
    assert!(matches!(error, WorkbookError::Corrupt { .. }));
    assert!(error.to_string().starts_with("uji.xlsx: buku kerja tidak dapat dibaca"), "{error}");
}

#[test]
fn a_number_cell_keeps_the_format_that_shows_it() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, code) in [(0, "0%"), (1, "0.0\"%\""), (2, "General"), (3, "d mmmm yyyy")] {
        let format = rust_xlsxwriter::Format::new().set_num_format(code);
        sheet.write_number_with_format(row, 0, 0.5, &format).unwrap();
        sheet.write_string_with_format(row, 1, "teks", &format).unwrap();
    }
    let grids = read_bytes("uji.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    let formats: Vec<_> = grids[0].formats().map(|(pos, code)| (pos.to_string(), code.to_string())).collect();
    assert_eq!(formats, [("A1".to_owned(), "0%".to_owned()), ("A2".to_owned(), "0.0\"%\"".to_owned())]);
    assert!(matches!(grids[0].get(at("A4")).unwrap().value, Value::Date(_)));
}

#[test]
fn a_length_of_time_is_a_number_of_days_with_its_format() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let format = rust_xlsxwriter::Format::new().set_num_format("[h]:mm");
    workbook.add_worksheet().write_number_with_format(0, 0, 1.5, &format).unwrap();
    let grid = read_bytes("uji.xlsx", workbook.save_to_buffer().unwrap()).unwrap().remove(0);
    assert_eq!(grid.get(at("A1")).unwrap().value, Value::Number(1.5));
    assert_eq!(grid.format(at("A1")), Some("[h]:mm"));
}

#[test]
fn a_date_that_is_written_out_is_a_date() {
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"d\"><v>{text}</v></c>");
    let row = [cell("A1", "2026-12-31T00:00:00"), cell("B1", "besok")].concat();
    let bytes = testing::xlsx(&format!("<sheetData><row r=\"1\">{row}</row></sheetData>"), None);
    let grid = read_bytes("uji.xlsx", bytes).unwrap().remove(0);
    assert_eq!(grid.get(at("A1")).unwrap().value, Value::Date(46_387.0));
    assert_eq!(grid.get(at("B1")).unwrap().value, Value::Text("besok".into()));
}
