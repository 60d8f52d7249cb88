//! Texts that mean something to an engine somewhere on the way, in every
//! column: they are printed as they stand, and nothing is opened.

use std::collections::BTreeSet;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};

use crate::support::pdf::{ReadBack, squeeze};
use crate::support::project::Project;

/// One for every engine that a text passes: Typst, minijinja, Excel, XML,
/// terminals.
const TEXTS: [&str; 8] = [
    "#read(\"/etc/passwd\")",
    "#import \"@preview/x:1.0.0\"",
    "{{ 7 * 7 }} {% raw %}",
    "\"] #panic() [ $x$ /* <label> @ref `a`",
    "=cmd|' /C calc'!A0",
    "\\u{41} \\n %s ${HOME}",
    "<script>alert(1)</script> &amp;",
    "= judul _x_ *y* C# a@b.go.id",
];

const COLUMNS: [&str; 14] = [
    "Jabatan",
    "Atasan",
    "Unit",
    "Tujuan",
    "Sasaran",
    "Indikator",
    "Satuan",
    "Target",
    "TW I",
    "TW II",
    "Nama",
    "Pangkat",
    "Program",
    "Anggaran",
];

/// A list whose every cell is such a text, apart by a number; the head is
/// plain, so that there is one.
fn workbook() -> Vec<u8> {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Matriks").unwrap();
    let head = ["Kepala Dinas Contoh", "", "", "", "Meningkatnya mutu layanan", "Indeks mutu layanan"];
    for (col, name) in (1..).zip(COLUMNS) {
        sheet.text(Pos::new(1, col), name, Look::Header).unwrap();
    }
    for (col, text) in (1..).zip(head) {
        sheet.text(Pos::new(2, col), text, Look::Body).unwrap();
    }
    for (row, text) in (3..).zip(TEXTS) {
        for (col, name) in (1..).zip(COLUMNS) {
            let text = if name == "Atasan" { head[0].to_owned() } else { format!("{text} {col}") };
            sheet.text(Pos::new(row, col), &text, Look::Body).unwrap();
        }
    }
    workbook.finish().unwrap()
}

#[test]
fn every_text_is_printed_as_it_stands_and_no_file_is_read() {
    let config = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/input/contoh/perjakin.toml")).unwrap();
    let project = Project::new().write("input/contoh/perjakin.toml", config).write("input/contoh/uji.xlsx", workbook());
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let printed: Vec<String> = project.pdfs("output/contoh").iter().map(|path| ReadBack::open(path).text()).collect();
    let everything = printed.concat();
    for (text, col) in TEXTS.iter().flat_map(|text| [1, 5, 6, 7, 8, 11].map(|col| (text, col))) {
        let expected = squeeze(&format!("{text} {col}"));
        assert!(everything.contains(&expected), "{expected}");
    }
    assert!(!everything.contains("root:"), "a file was read");
    // Reports and file names are made from the same texts.
    let names: BTreeSet<String> = project
        .files("output")
        .iter()
        .map(|path| path.strip_prefix(project.path("output")).unwrap().to_string_lossy().into_owned())
        .collect();
    assert!(names.iter().all(|name| !name.contains("..") && !name.contains(['<', '>', '|', '"', '*', '\\'])));
    for file in names.iter().filter(|name| name.ends_with(".xlsx")) {
        let grids = perjakin::workbook::read(&project.path("output").join(file)).unwrap();
        assert!(grids.iter().any(|grid| grid.cells().count() > 0), "{file}");
    }
}

#[test]
fn the_name_of_a_sheet_does_not_reach_the_terminal_as_it_is() {
    for cells in [&["Jabatan", "Sasaran", "Indikator"][..], &["Bukan", "Apa", "Apa"]] {
        let mut workbook = WorkbookWriter::new("Uji");
        let mut sheet = workbook.sheet("Matriks \u{202e}x").unwrap();
        for (row, end) in [(1, ""), (2, " contoh ini")] {
            for (col, text) in (1..).zip(cells) {
                sheet.text(Pos::new(row, col), &format!("{text}{end}"), Look::Body).unwrap();
            }
        }
        let config = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/input/contoh/perjakin.toml")).unwrap();
        let project = Project::new().write("input/contoh/perjakin.toml", config);
        let project = project.write("input/contoh/uji.xlsx", workbook.finish().unwrap());
        let run = project.run(&["periksa"]);
        let said = run.stdout + &run.stderr;
        assert!(said.contains("lembar Matriks \u{fffd}x") && !said.contains('\u{202e}'), "{said}");
    }
}

#[test]
fn directions_and_controls_do_not_reach_the_terminal() {
    let list = "Jabatan;Atasan;Sasaran;Indikator\nKepala;;Mutu \u{202e}naik\u{1b}[31m;Indeks \u{7}yg mutu\n";
    let config = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/input/contoh/perjakin.toml")).unwrap();
    let project = Project::new().write("input/contoh/perjakin.toml", config).write("input/contoh/uji.csv", list);
    let run = project.run(&["periksa"]);
    assert!(run.stdout.contains("BACA-03") && run.stdout.contains("BAHASA-01"), "{}", run.stdout);
    assert!(!run.stdout.contains(['\u{202e}', '\u{1b}', '\u{7}']), "{}", run.stdout);
}
