use super::testing::{at, grid, named};
use super::*;
use crate::matrix::draft::LayoutKind;

const BLOCK: &[(&str, &str)] =
    &[("A1", "Jabatan A"), ("A2", "SASARAN"), ("A3", "Satu"), ("A4", "INDIKATOR"), ("A5", "Dua")];

fn codes(recognised: &Recognised) -> Vec<&str> {
    recognised.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn the_visible_sheet_with_most_items_is_the_matrix() {
    let mut hidden = named("Lama", &[BLOCK, &[("A6", "Tiga"), ("A7", "Empat")]].concat());
    hidden.visible = false;
    let notes = named("Catatan", &[("A1", "Rapat hari Senin")]);
    let recognised = recognise(&[notes, hidden, named("Matriks", BLOCK)]).unwrap();
    assert_eq!(recognised.draft.layout.source, "uji.xlsx, lembar Matriks");
    assert!(recognised.draft.layout.reason.starts_with("susunan blok: 1 jabatan"));
    assert_eq!(codes(&recognised), ["BACA-04", "BACA-05"]);
    assert!(recognised.findings[1].message.contains("isinya berbeda"));
}

#[test]
fn a_second_copy_is_told_and_the_first_is_used() {
    let recognised = recognise(&[named("Matriks", BLOCK), named("Matriks (2)", BLOCK)]).unwrap();
    assert_eq!(recognised.draft.layout.source, "uji.xlsx, lembar Matriks");
    assert_eq!(codes(&recognised), ["BACA-05"]);
}

/// The matrix with another target or text, in a workbook of its own.
fn elsewhere(file: &str, cells: &[(&str, &str)]) -> Grid {
    let mut grid = Grid::new(file, "Matriks");
    for (address, text) in cells {
        grid.insert(at(address), Cell { value: Value::Text((*text).to_owned()), raw: None });
    }
    grid
}

#[test]
fn two_matrices_that_differ_are_an_error_until_the_office_names_one() {
    let other = elsewhere("b.xlsx", &[BLOCK, &[("A6", "Tiga")]].concat());
    let grids = [elsewhere("a.xlsx", BLOCK), other];
    let told = |wanted: Wanted| {
        let recognised = recognise_for(&grids, wanted).unwrap();
        let finding = recognised.findings.into_iter().next().unwrap();
        (recognised.draft.layout.source, finding.code, finding.message)
    };
    let (used, code, message) = told(Wanted::default());
    assert_eq!((used.as_str(), code), ("b.xlsx, lembar Matriks", "BACA-22"));
    assert!(message.contains("b.xlsx, lembar Matriks (yang dibaca sekarang) dan a.xlsx, lembar Matriks"), "{message}");
    for (file, expected) in [("A.XLSX", "BACA-05"), ("c.xlsx", "BACA-22")] {
        let (used, code, message) = told(Wanted { berkas: Some(file), ..Wanted::default() });
        assert_eq!((used.starts_with("a.xlsx"), code), (file == "A.XLSX", expected), "{message}");
    }
    assert_eq!(told(Wanted { lembar: Some("Matriks"), ..Wanted::default() }).1, "BACA-22");
}

#[test]
fn a_copy_with_other_targets_is_no_copy() {
    let list = |target: &'static str| {
        let header = [("A1", "Jabatan"), ("B1", "Sasaran"), ("C1", "Indikator"), ("D1", "Target")];
        [&header[..], &[("A2", "Jabatan A"), ("B2", "Satu"), ("C2", "Dua"), ("D2", target)]].concat()
    };
    let code = |one: &'static str, other: &'static str| {
        let grids = [elsewhere("a.xlsx", &list(one)), elsewhere("b.xlsx", &list(other))];
        recognise(&grids).unwrap().findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(code("9", "9"), ["BACA-05"]);
    assert_eq!(code("9", "10"), ["BACA-22"]);
}

#[test]
fn a_hidden_matrix_is_read_only_where_there_is_no_other() {
    let mut hidden = named("Lama", BLOCK);
    hidden.visible = false;
    assert_eq!(codes(&recognise(&[hidden]).unwrap()), ["BACA-06"]);
}

#[test]
fn roster_and_targets_beside_the_matrix_are_no_strangers() {
    let roster = named("Pegawai", &[("A1", "Nama"), ("B1", "NIP"), ("C1", "Jabatan"), ("A2", "Pegawai Contoh 01")]);
    let targets = named("Target", &[("A1", "Indikator"), ("B1", "Target"), ("A2", "Dua"), ("B2", "85")]);
    let money =
        named("Pagu", &[("A1", "Jabatan"), ("B1", "Program"), ("C1", "Pagu"), ("A2", "x"), ("B2", "y"), ("C2", "1")]);
    let recognised = recognise(&[named("Matriks", BLOCK), roster, targets, money]).unwrap();
    assert_eq!(codes(&recognised), Vec::<&str>::new());
    let described: Vec<String> = recognised.companions.iter().map(Companion::describe).collect();
    assert_eq!(
        described,
        [
            "pegawai: uji.xlsx, lembar Pegawai, 1 orang",
            "target: uji.xlsx, lembar Target, 1 baris target",
            "anggaran: uji.xlsx, lembar Pagu, 1 baris anggaran",
        ]
    );
}

#[test]
fn who_stands_in_two_rows_is_one_person() {
    let header = [("A1", "Nama"), ("B1", "NIP"), ("C1", "Jabatan")];
    let rows = [
        ("A2", "Pegawai Contoh 01"),
        ("B2", "1990 0101"),
        ("C2", "x"),
        ("A3", "Pegawai Contoh 01"),
        ("B3", "19900101"),
        ("C3", "Plt. y"),
        ("A4", "Pegawai Contoh 02"),
    ];
    let roster = named("Pegawai", &[&header[..], &rows].concat());
    let recognised = recognise(&[named("Matriks", BLOCK), roster]).unwrap();
    assert_eq!(recognised.companions[0].describe(), "pegawai: uji.xlsx, lembar Pegawai, 2 orang dalam 3 baris");
}

#[test]
fn a_hidden_roster_is_told_and_not_used() {
    let mut roster = named("Lama", &[("A1", "Nama"), ("B1", "NIP"), ("C1", "Jabatan"), ("A2", "Pegawai Contoh 01")]);
    roster.visible = false;
    let recognised = recognise(&[named("Matriks", BLOCK), roster]).unwrap();
    assert!(recognised.companions.is_empty());
    assert_eq!(codes(&recognised), ["BACA-04"]);
    assert!(recognised.findings[0].message.contains("disembunyikan"));
}

#[test]
fn a_list_with_targets_is_the_targets_of_a_matrix_without_them() {
    let cells: &[(&str, &str)] = &[
        ("A1", "Jabatan"),
        ("B1", "Sasaran"),
        ("C1", "Indikator"),
        ("D1", "Target"),
        ("A2", "Jabatan A"),
        ("B2", "Satu"),
        ("C2", "Dua"),
        ("D2", "9"),
    ];
    let recognised = recognise(&[named("Matriks", BLOCK), named("Target", cells)]).unwrap();
    assert_eq!((codes(&recognised).len(), recognised.companions.len()), (0, 1));
    // Beside a matrix that has its own targets it is another copy.
    let recognised = recognise(&[named("Matriks", cells), named("Lain", cells)]).unwrap();
    assert_eq!((codes(&recognised), recognised.companions.len()), (vec!["BACA-05"], 0));
}

#[test]
fn people_and_money_that_are_not_used_are_told_louder_than_other_sheets() {
    let nips = named("Data", &[("A1", "NIP"), ("A2", "199001012015011001")]);
    let money =
        [("A1", "Program"), ("B1", "Anggaran"), ("C1", "Bidang"), ("A2", "x"), ("B2", "1.000.000"), ("C2", "y")];
    let empty = [("A1", "Nama"), ("B1", "NIP"), ("C1", "Jabatan"), ("B2", "199001012015011001"), ("C2", "Staf")];
    let notes = named("Catatan", &[("A1", "Rapat"), ("A3", "Pegawai Contoh 01"), ("A4", "NIP. 199001012015011001")]);
    for (sheet, code) in [(nips, "BACA-34"), (named("Pagu", &money), "BACA-34"), (notes, "BACA-04")] {
        assert_eq!(codes(&recognise(&[named("Matriks", BLOCK), sheet]).unwrap()), [code]);
    }
    let recognised = recognise(&[named("Matriks", BLOCK), named("Pegawai", &empty)]).unwrap();
    assert_eq!(codes(&recognised), ["ORANG-11", "BACA-34"]);
}

#[test]
fn money_on_a_list_of_targets_is_told() {
    let header = [("A1", "Penanggung Jawab"), ("B1", "Program"), ("C1", "Indikator Program"), ("D1", "Target")];
    let rows = [("E1", "Anggaran"), ("A2", "x"), ("B2", "y"), ("C2", "Dua"), ("D2", "95"), ("E2", "1.000")];
    let targets = named("Target", &[&header[..], &rows].concat());
    let recognised = recognise(&[named("Matriks", BLOCK), targets]).unwrap();
    assert_eq!(codes(&recognised), ["ANGGARAN-12"]);
    assert_eq!(recognised.findings[0].place.as_ref().unwrap().pos, at("E1"));
}

#[test]
fn bad_cells_keep_their_place_in_the_list() {
    let mut sheet = grid(BLOCK);
    sheet.insert(at("A5"), Cell { value: Value::Error("#REF!".into()), raw: None });
    sheet.insert(at("A6"), Cell { value: Value::FormulaWithoutValue, raw: None });
    sheet.insert(at("A7"), Cell { value: Value::Text("Tiga".into()), raw: Some("Ti\u{202e}ga".into()) });
    let recognised = recognise(&[sheet]).unwrap();
    assert_eq!(codes(&recognised), ["BACA-01", "BACA-02", "BACA-03"]);
    let texts: Vec<_> = recognised.draft.blocks[0].indikator.iter().map(|item| item.uraian.as_str()).collect();
    assert_eq!(texts, ["#REF!", "(rumus tanpa nilai)", "Tiga"]);
}

#[test]
fn the_strictest_layout_that_fits_is_taken() {
    let list =
        grid(&[("A1", "Jabatan"), ("B1", "Sasaran"), ("C1", "Indikator"), ("A2", "X"), ("B2", "s"), ("C2", "i")]);
    assert_eq!(recognise(&[list]).unwrap().draft.layout.kind, LayoutKind::FlatList);
    assert_eq!(recognise(&[grid(BLOCK)]).unwrap().draft.layout.kind, LayoutKind::Blocks);
}

#[test]
fn what_was_seen_and_what_was_looked_for_is_said() {
    let sheet = grid(&[("A1", "Jabatan A"), ("A2", "Sasarn"), ("A3", "Satu"), ("B7", "INDIKATOR"), ("C7", "Jabatan")]);
    let text = recognise(&[sheet, named("Kosong", &[])]).unwrap_err().to_string();
    assert!(text.starts_with("matriks kinerja tidak dikenali. Yang dicari: judul jabatan"), "{text}");
    assert!(text.contains("uji.xlsx, lembar Matriks: 5 sel berisi, ada INDIKATOR di B7, Jabatan di C7"), "{text}");
    assert!(text.contains("apakah A2 dimaksudkan sebagai SASARAN?"), "{text}");
    assert!(text.contains("lembar Kosong: kosong"), "{text}");
    assert!(recognise(&[]).unwrap_err().to_string().contains("tidak punya lembar"));
}

#[test]
fn a_workbook_of_many_strange_sheets_is_told_of_in_a_few_lines() {
    let sheets: Vec<Grid> =
        (0..40).map(|index| named(&format!("L{index}"), &[("A1", "Jumlah"), ("B1", "Status")])).collect();
    let text = recognise(&sheets).unwrap_err().to_string();
    assert!(text.ends_with("dan 32 lembar lain") && text.lines().count() == 10, "{text}");
    assert!(!text.contains("dimaksudkan"), "{text}");
}
