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
