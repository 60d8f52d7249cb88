//! Bytes → grids. A workbook's parts are compressed, which hides them from a
//! fuzzer; so most inputs are one part, put into a workbook of stored parts.
//!
//! The readers of the formats are other people's, and are known to panic now
//! and then: that is why the program reads in a child process. Such a panic is
//! let through here; one in our own code is not.

#![no_main]

use std::panic;

use libfuzzer_sys::fuzz_target;
use perjakin::workbook::limits;

#[allow(dead_code)]
#[path = "../../../src/workbook/testing.rs"]
mod testing;

fuzz_target!(
    init: {
        let stop = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if info.location().is_some_and(|at| !at.file().contains("/.cargo/") && !at.file().contains("/rustc/")) {
                stop(info);
            }
        }));
    },
    |data: &[u8]| {
        let Some((choice, rest)) = data.split_first() else { return };
        let _ = panic::catch_unwind(|| read(*choice, rest));
    }
);

fn read(choice: u8, rest: &[u8]) {
    let bytes = match choice {
        b'w' => xlsx_with("xl/workbook.xml", rest),
        b's' => xlsx_with("xl/worksheets/sheet1.xml", rest),
        b't' => xlsx_with("xl/sharedStrings.xml", rest),
        b'r' => xlsx_with("xl/_rels/workbook.xml.rels", rest),
        b'o' => testing::zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b"<manifest/>"),
            ("content.xml", rest),
        ]),
        _ => rest.to_vec(),
    };
    match perjakin::workbook::read_bytes("uji.xlsx", bytes) {
        Ok(grids) => {
            for (pos, cell) in grids.iter().flat_map(|grid| grid.cells()) {
                assert!((1..=limits::ROWS).contains(&pos.row) && (1..=limits::COLUMNS).contains(&pos.col));
                assert!(cell.text().is_none_or(|text| text.chars().count() <= limits::CHARACTERS));
            }
        }
        Err(error) => assert!(error.to_string().starts_with("uji.xlsx: ")),
    }
}

/// A small workbook with one of its parts replaced.
fn xlsx_with(name: &str, part: &[u8]) -> Vec<u8> {
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">\
                 <c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>";
    let shared = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>a</t></si></sst>";
    let mut parts = testing::xlsx_parts();
    parts.push((testing::SHEET, sheet.to_owned()));
    parts.push(("xl/sharedStrings.xml", shared.to_owned()));
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(own, text)| (*own, if *own == name { part } else { text.as_bytes() }))
        .collect();
    testing::zip(&parts)
}
