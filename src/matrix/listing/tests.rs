use super::*;
use crate::matrix::draft::{Item, Superior};
use crate::matrix::testing::grid;

fn list(items: &[Item]) -> Vec<(Option<usize>, &str)> {
    items.iter().map(|item| (item.group, item.uraian.as_str())).collect()
}

fn levels(draft: &Draft) -> Vec<(u32, &str)> {
    draft.blocks.iter().map(|block| (block.level, block.nama.value.as_str())).collect()
}

#[test]
fn a_flat_list_reads_with_columns_in_any_order() {
    let sheet = recognise(
        &grid(&[
            ("A1", "MATRIKS CONTOH"),
            ("A3", "Indikator Kinerja"),
            ("B3", "Target"),
            ("C3", "Sasaran"),
            ("D3", "Atasan Langsung"),
            ("E3", "Nama Jabatan"),
            ("F3", "Satuan"),
            ("A4", "(1)"),
            ("B4", "(2)"),
            ("C4", "(3)"),
            ("A5", "Indikator satu"),
            ("B5", "85 (A)"),
            ("C5", "Sasaran satu"),
            ("E5", "Kepala Contoh"),
            ("A6", "1. Indikator dua"),
            ("C6", "Sasaran dua"),
            ("D6", "Kepala Contoh"),
            ("E6", "Sekretaris"),
            ("F6", "Dokumen"),
            ("A7", "2. Indikator tiga"),
            ("A8", "Indikator empat"),
            ("C8", "Sasaran tiga"),
            ("A9", "Indikator lima"),
            ("C9", "Sasaran empat"),
            ("D9", "Sekretaris"),
            ("E9", "Perencana"),
        ]),
        None,
    )
    .unwrap();
    let draft = sheet.draft;
    assert_eq!(draft.layout.kind, LayoutKind::FlatList);
    assert_eq!(levels(&draft), [(0, "Kepala Contoh"), (1, "Sekretaris"), (2, "Perencana")]);
    let sekretaris = &draft.blocks[1];
    assert_eq!(list(&sekretaris.sasaran), [(Some(0), "Sasaran dua"), (Some(1), "Sasaran tiga")]);
    let expected = [(Some(0), "Indikator dua"), (Some(0), "Indikator tiga"), (Some(1), "Indikator empat")];
    assert_eq!(list(&sekretaris.indikator), expected);
    assert_eq!(sekretaris.indikator[1].nomor.as_deref(), Some("2"));
    assert_eq!(sekretaris.indikator[0].satuan.as_ref().unwrap().value, "Dokumen");
    assert_eq!(draft.blocks[0].indikator[0].target.as_ref().unwrap().value, "85 (A)");
    assert!(matches!(&sekretaris.superior, Some(Superior::Named(name)) if name.place.pos.to_string() == "D6"));
    assert_eq!(draft.title.unwrap().value, "MATRIKS CONTOH");
}

#[test]
fn a_list_that_repeats_the_jabatan_on_every_row_has_one_block_for_it() {
    let sheet = recognise(
        &grid(&[
            ("A1", "Jabatan"),
            ("B1", "Sasaran"),
            ("C1", "Indikator"),
            ("A2", "Jabatan A"),
            ("B2", "Satu"),
            ("C2", "I1"),
            ("A3", "Jabatan B"),
            ("B3", "Dua"),
            ("C3", "I2"),
            ("A4", "Jabatan A"),
            ("B4", "Satu"),
            ("C4", "I3"),
            ("A5", "Jabatan A"),
            ("B5", "Satu"),
            ("C5", "I3"),
        ]),
        None,
    )
    .unwrap();
    assert_eq!(sheet.draft.blocks.len(), 2);
    assert_eq!(list(&sheet.draft.blocks[0].sasaran), [(Some(0), "Satu")]);
    assert_eq!(list(&sheet.draft.blocks[0].indikator), [(Some(0), "I1"), (Some(0), "I3"), (Some(0), "I3")]);
}

#[test]
fn merged_jabatan_of_one_name_are_two_posts() {
    let sheet = recognise(
        &grid(&[
            ("A1", "Jabatan"),
            ("B1", "Sasaran"),
            ("C1", "Indikator"),
            ("A2:A3", "Pengadministrasi"),
            ("B2:B3", "Satu"),
            ("C2", "I1"),
            ("C3", "I2"),
            ("A4:A5", "Pengadministrasi"),
            ("B4:B5", "Dua"),
            ("C4", "I3"),
            ("C5", "I4"),
        ]),
        None,
    )
    .unwrap();
    assert_eq!(sheet.draft.blocks.len(), 2);
    assert_eq!(list(&sheet.draft.blocks[1].indikator), [(Some(0), "I3"), (Some(0), "I4")]);
}

#[test]
fn a_long_table_has_a_level_for_every_group_of_columns() {
    let sheet = recognise(
        &grid(&[
            ("A1:B1", "KEPALA DINAS CONTOH"),
            ("C1:E1", "ESELON III"),
            ("F1:H1", "ESELON IV"),
            ("A2", "Sasaran Strategis"),
            ("B2", "Indikator"),
            ("C2", "Jabatan"),
            ("D2", "Sasaran Program"),
            ("E2", "Indikator"),
            ("F2", "Jabatan"),
            ("G2", "Sasaran Kegiatan"),
            ("H2", "Indikator"),
            ("A3:A6", "Satu"),
            ("B3:B6", "I1"),
            ("C3:C4", "Sekretaris"),
            ("D3:D4", "Dua"),
            ("E3:E4", "I2"),
            ("F3", "Kasubbag A"),
            ("G3", "Tiga"),
            ("H3", "I3"),
            ("F4", "Kasubbag B"),
            ("G4", "Empat"),
            ("H4", "I4"),
            ("C5:C6", "Kabid"),
            ("D5:D6", "Lima"),
            ("E5:E6", "I5"),
            ("F5", "Kasi"),
            ("G5", "Enam"),
            ("H5", "I6"),
            ("H6", "-"),
        ]),
        None,
    )
    .unwrap();
    let draft = sheet.draft;
    assert_eq!(draft.layout.kind, LayoutKind::LongTable);
    assert_eq!(
        levels(&draft),
        [
            (0, "KEPALA DINAS CONTOH"),
            (1, "Sekretaris"),
            (1, "Kabid"),
            (2, "Kasubbag A"),
            (2, "Kasubbag B"),
            (2, "Kasi")
        ]
    );
    let superiors: Vec<_> = draft.blocks.iter().map(|block| block.superior.clone()).collect();
    assert_eq!(
        superiors,
        [
            None,
            Some(Superior::Column(0)),
            Some(Superior::Column(0)),
            Some(Superior::Merged(1)),
            Some(Superior::Merged(1)),
            Some(Superior::Merged(2))
        ]
    );
    assert_eq!(list(&draft.blocks[0].indikator), [(Some(0), "I1")]);
    assert_eq!(list(&draft.blocks[5].indikator), [(Some(0), "I6")]);
}

#[test]
fn a_circle_of_superiors_ends() {
    let sheet = recognise(
        &grid(&[
            ("A1", "Jabatan"),
            ("B1", "Atasan"),
            ("C1", "Sasaran"),
            ("D1", "Indikator"),
            ("A2", "X"),
            ("B2", "Y"),
            ("C2", "s"),
            ("D2", "i"),
            ("A3", "Y"),
            ("B3", "X"),
            ("C3", "s"),
            ("D3", "i"),
        ]),
        None,
    )
    .unwrap();
    assert_eq!(sheet.draft.blocks.len(), 2);
}

#[test]
fn a_misspelt_header_is_taken_and_told() {
    let sheet = recognise(
        &grid(&[("A1", "Jabatan"), ("B1", "Sasaran"), ("C1", "Indikatr"), ("A2", "X"), ("B2", "s"), ("C2", "i")]),
        None,
    )
    .unwrap_or_else(|| panic!("not recognised"));
    assert_eq!(sheet.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["BACA-11"]);
}

fn measures(draft: &Draft) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let items = draft.blocks.iter().flat_map(|block| &block.indikator);
    items.map(|item| (item.uraian.as_str(), shown(&item.target), shown(&item.satuan))).collect()
}

fn shown(cell: &Option<Located<String>>) -> Option<&str> {
    cell.as_ref().map(|cell| cell.value.as_str())
}

fn codes(sheet: &Sheet) -> Vec<&'static str> {
    sheet.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_level_of_a_long_table_has_the_targets_of_its_own_columns() {
    let headers = ["Jabatan", "Sasaran", "Indikator", "Target", "Satuan"];
    let cells: Vec<(String, &str)> =
        ('A'..='J').map(|col| format!("{col}1")).zip(headers.into_iter().cycle()).collect();
    let mut cells: Vec<(&str, &str)> = cells.iter().map(|(cell, text)| (cell.as_str(), *text)).collect();
    cells.extend([("A2", "Kepala"), ("B2", "Satu"), ("C2", "I1"), ("D2", "3,5"), ("E2", "Indeks")]);
    cells.extend([("F2", "Sekretaris"), ("G2", "Dua"), ("H2", "I2"), ("I2", "90"), ("J2", "Persen")]);
    let draft = recognise(&grid(&cells), None).unwrap().draft;
    let expected = [("I1", Some("3,5"), Some("Indeks")), ("I2", Some("90"), Some("Persen"))];
    assert_eq!(measures(&draft), expected);
}

/// A flat list of one jabatan, its columns from the indikator on as told.
fn flat(cells: &[(&str, &str)]) -> Sheet {
    let head = [("A1", "Jabatan"), ("B1", "Sasaran"), ("A2", "Kepala"), ("B2", "Satu")];
    recognise(&grid(&head.iter().chain(cells).copied().collect::<Vec<_>>()), None).unwrap()
}

#[test]
fn quarters_may_stand_under_a_heading_that_only_says_target() {
    let sheet = grid(&[
        ("A1", "Jabatan"),
        ("B1", "Sasaran"),
        ("C1", "Indikator"),
        ("D1:H1", "Target"),
        ("I1", "Satuan"),
        ("D2", "Tahunan"),
        ("E2", "I"),
        ("F2", "II"),
        ("G2", "III"),
        ("H2", "IV"),
        ("A3", "Kepala"),
        ("B3", "Satu"),
        ("C3", "I1"),
        ("D3", "4"),
        ("E3", "1"),
        ("F3", "2"),
        ("G3", "3"),
        ("H3", "4"),
        ("I3", "Dokumen"),
    ]);
    let draft = recognise(&sheet, None).unwrap().draft;
    let item = &draft.blocks[0].indikator[0];
    let quarters = item.triwulan.as_ref().unwrap().each_ref().map(shown);
    assert_eq!((shown(&item.target), shown(&item.satuan)), (Some("4"), Some("Dokumen")));
    assert_eq!(quarters, [Some("1"), Some("2"), Some("3"), Some("4")]);
}

#[test]
fn merged_satuan_and_targets_count_for_every_row_they_cover() {
    let sheet = flat(&[
        ("C1", "Indikator"),
        ("D1", "Satuan"),
        ("E1", "Target"),
        ("C2", "I1"),
        ("C3", "I2"),
        ("C4", "I3"),
        ("D2:D4", "Dokumen"),
        ("E2:E3", "4"),
        ("E4", "5"),
    ]);
    let expected =
        [("I1", Some("4")), ("I2", Some("4")), ("I3", Some("5"))].map(|(i, target)| (i, target, Some("Dokumen")));
    assert_eq!(measures(&sheet.draft), expected);
    assert_eq!(codes(&sheet), ["BACA-26"]);
    assert_eq!(sheet.findings[0].others.len(), 2);
}

#[test]
fn numbered_targets_in_one_cell_belong_to_the_numbered_indikator() {
    let of = |satuan: &'static str, target: &'static str| {
        flat(&[
            ("C1", "Indikator"),
            ("D1", "Satuan"),
            ("E1", "Target"),
            ("C2", "1. Jumlah A\n2. Jumlah B"),
            ("D2", satuan),
            ("E2", target),
        ])
    };
    for target in ["1. 4\n2. 1", "1) 4\n2) 1", "4\n1"] {
        let sheet = of("Dokumen", target);
        let expected = [("Jumlah A", Some("4"), Some("Dokumen")), ("Jumlah B", Some("1"), Some("Dokumen"))];
        assert_eq!(measures(&sheet.draft), expected, "{target}");
        assert_eq!(codes(&sheet), ["BACA-13"]);
    }
    let sheet = of("1. Dokumen\n2. Orang", "1 Berkas\n2 Orang");
    let expected = [("Jumlah A", Some("1 Berkas"), Some("Dokumen")), ("Jumlah B", Some("2 Orang"), Some("Orang"))];
    assert_eq!(measures(&sheet.draft), expected);
    for target in ["4", "1. 4\n2. 1\n3. 5", "2. 4\n1. 1"] {
        assert!(codes(&of("Dokumen", target)).contains(&"BACA-27"), "{target}");
    }
}

#[test]
fn several_targets_beside_one_indikator_are_told() {
    let of = |target: &'static str| flat(&[("C1", "Indikator"), ("D1", "Target"), ("C2", "Jumlah A"), ("D2", target)]);
    assert_eq!(codes(&of("4\n5")), ["BACA-27"]);
    assert_eq!(codes(&of("85\n(A)")), [] as [&str; 0]);
}

#[test]
fn an_indikator_on_the_rows_of_two_people_is_one_and_their_targets_must_agree() {
    let of = |second: &'static str| {
        flat(&[
            ("C1", "Indikator"),
            ("D1", "Nama"),
            ("E1", "Target"),
            ("C2", "Jumlah A"),
            ("D2", "Pegawai Contoh 01"),
            ("E2", "7"),
            ("A3", "Kepala"),
            ("B3", "Satu"),
            ("C3", "Jumlah A"),
            ("D3", "Pegawai Contoh 02"),
            ("E3", second),
        ])
    };
    assert_eq!(codes(&of("7")), [] as [&str; 0]);
    let sheet = of("9");
    assert_eq!(measures(&sheet.draft), [("Jumlah A", Some("7"), None)]);
    assert_eq!(codes(&sheet), ["TARGET-13"]);
    let cells: Vec<_> = sheet.findings[0].others.iter().map(|place| place.pos.to_string()).collect();
    assert_eq!(cells, ["C2", "E2"]);
}

#[test]
fn sums_and_remarks_are_no_items() {
    let sheet = flat(&[
        ("C1", "Indikator"),
        ("D1", "Target"),
        ("C2", "Jumlah A"),
        ("A3", "JUMLAH INDIKATOR"),
        ("C3", "1"),
        ("B4", "Catatan: data per Januari"),
        ("D5", "8"),
    ]);
    assert_eq!(list(&sheet.draft.blocks[0].sasaran), [(Some(0), "Satu")]);
    assert_eq!(list(&sheet.draft.blocks[0].indikator), [(Some(0), "Jumlah A")]);
    assert_eq!(codes(&sheet), ["BACA-29", "BACA-29", "BACA-28"]);
}
