//! Binary Excel workbooks, written by hand: no program that is free to use
//! writes them. Records and their numbers are those of MS-XLSB 2.3 and 2.4.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::grid::{Grid, Value};
use super::place::Pos;
use super::testing::zip;
use super::{read, read_bytes};

/// The sample's matrix as a binary workbook, for the tests of all formats.
const FIXTURE: &str = "tests/end_to_end/berkas/matriks.xlsb";

/// A stream of records: number, length, content.
#[derive(Default)]
struct Records(Vec<u8>);

impl Records {
    fn add(&mut self, number: u16, content: &[u8]) {
        let low = (number & 0x7f) as u8;
        if number < 0x80 {
            self.0.push(low)
        } else {
            self.0.extend([low | 0x80, (number >> 7) as u8])
        }
        let mut length = content.len();
        while length > 0x7f {
            self.0.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        self.0.push(length as u8);
        self.0.extend(content);
    }

    fn numbers(&mut self, number: u16, numbers: &[u32]) {
        self.add(number, &bytes(numbers));
    }
}

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// An XLWideString: its length in UTF-16 units, then these.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = (units.len() as u32).to_le_bytes();
    length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// A workbook with one sheet of texts and numbers, and its merged ranges.
fn xlsb(grid: &Grid) -> Vec<u8> {
    let mut strings: Vec<String> = Vec::new();
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let last = grid.cells().fold(Pos::new(1, 1), |last, (pos, _)| Pos::new(pos.row, last.col.max(pos.col)));
    let mut sheet = Records::default();
    sheet.add(0x81, &[]);
    sheet.numbers(0x94, &[0, last.row - 1, 0, last.col - 1]);
    sheet.add(0x91, &[]);
    let mut row = 0;
    for (pos, cell) in grid.cells() {
        if pos.row != row {
            row = pos.row;
            // BrtRowHdr: row, style, height 15 pt, flags, no spans.
            sheet.add(0x00, &[bytes(&[row - 1, 0]), vec![0x2c, 0x01, 0, 0, 0], bytes(&[0])].concat());
        }
        let at = bytes(&[pos.col - 1, 0]);
        match &cell.value {
            Value::Text(text) => {
                let text = cell.raw.as_ref().unwrap_or(text);
                let index = *known.entry(text.clone()).or_insert_with(|| {
                    strings.push(text.clone());
                    strings.len() as u32 - 1
                });
                sheet.add(0x07, &[at, bytes(&[index])].concat());
            }
            Value::Number(number) => sheet.add(0x05, &[at, number.to_le_bytes().to_vec()].concat()),
            other => panic!("no record for {other:?}"),
        }
    }
    sheet.add(0x92, &[]);
    sheet.numbers(0xb1, &[grid.merges().len() as u32]);
    for merge in grid.merges() {
        sheet.numbers(0xb0, &[merge.first.row - 1, merge.last.row - 1, merge.first.col - 1, merge.last.col - 1]);
    }
    sheet.add(0xb2, &[]);
    sheet.add(0x82, &[]);

    let mut table = Records::default();
    table.numbers(0x9f, &[strings.len() as u32, strings.len() as u32]);
    strings.iter().for_each(|text| table.add(0x13, &[vec![0], wide(text)].concat()));
    table.add(0xa0, &[]);

    let mut book = Records::default();
    book.add(0x83, &[]);
    book.add(0x8f, &[]);
    book.add(0x9c, &[bytes(&[0, 1]), wide("rId1"), wide(grid.sheet())].concat());
    book.add(0x90, &[]);
    book.add(0x84, &[]);
    package(&book.0, &sheet.0, &table.0)
}

/// The parts in their zip (ECMA-376 part 2).
fn package(book: &[u8], sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    const TYPES: &str = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>\
        <Override PartName=\"/xl/worksheets/sheet1.bin\" ContentType=\"application/vnd.ms-excel.worksheet\"/>\
        <Override PartName=\"/xl/sharedStrings.bin\" ContentType=\"application/vnd.ms-excel.sharedStrings\"/></Types>";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: u32, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inside: String| {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!("<?xml version=\"1.0\"?><Relationships xmlns=\"{package}\">{inside}</Relationships>")
    };
    let root = relations(relation(1, "officeDocument", "xl/workbook.bin"));
    let inner = relations(
        relation(1, "worksheet", "worksheets/sheet1.bin") + &relation(2, "sharedStrings", "sharedStrings.bin"),
    );
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", inner.as_bytes()),
        ("xl/worksheets/sheet1.bin", sheet),
        ("xl/sharedStrings.bin", strings),
    ])
}

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn sample() -> Grid {
    read(&root("input/dinsos-bekasi-2026/matriks.xlsx")).unwrap().remove(0)
}

#[test]
fn every_cell_comes_back_and_merged_ranges_are_not_known() {
    let mut sample = sample();
    sample.insert(Pos::new(200, 3), super::grid::Cell { value: Value::Number(0.1 + 0.2), raw: None });
    let bytes = xlsb(&sample);
    assert_eq!(super::sniff::kind(&bytes), super::sniff::Kind::Xlsb);
    let back = read_bytes("matriks.xlsb", bytes).unwrap().remove(0);
    assert_eq!(back.sheet(), "Matriks");
    assert_eq!(back.cells().collect::<Vec<_>>(), sample.cells().collect::<Vec<_>>());
    assert!(!sample.merges().is_empty() && back.merges().is_empty() && !back.knows_merges);
}

#[test]
fn a_binary_workbook_that_breaks_off_is_told() {
    let bytes = package(&[0x83, 0x01, 0x00, 0x9c], &[], &[]);
    let error = read_bytes("matriks.xlsb", bytes).unwrap_err();
    assert!(error.to_string().starts_with("matriks.xlsb: buku kerja tidak dapat dibaca"), "{error}");
}

#[test]
fn the_sample_as_a_binary_workbook_is_up_to_date() {
    assert!(std::fs::read(root(FIXTURE)).unwrap() == xlsb(&sample()), "write it anew: cargo test -- --ignored xlsb");
}

#[test]
#[ignore = "writes tests/end_to_end/berkas/matriks.xlsb anew"]
fn the_binary_workbook_xlsb_is_written() {
    std::fs::write(root(FIXTURE), xlsb(&sample())).unwrap();
}
