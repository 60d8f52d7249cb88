use super::*;
use crate::matrix::draft::Superior;
use crate::matrix::testing::grid;

fn read(cells: &[(&str, &str)]) -> (Draft, Vec<Finding>) {
    let sheet = recognise(&grid(cells)).expect("a block layout");
    (sheet.draft, sheet.findings)
}

fn list(items: &[crate::matrix::draft::Item]) -> Vec<(Option<&str>, &str)> {
    items.iter().map(|item| (item.nomor.as_deref(), item.uraian.as_str())).collect()
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn blocks_stand_anywhere_and_are_of_any_width() {
    let (draft, findings) = read(&[
        ("C4:K4", "KEPALA CONTOH"),
        ("C5:K5", "SASARAN"),
        ("C6:K6", "Satu"),
        ("C7:K7", "INDIKATOR"),
        ("C8:K8", "Dua"),
        ("C9:D9", "Jabatan A"),
        ("E9", "Jabatan B"),
        ("F9:K9", "Jabatan C"),
        ("C10:D10", "SASARAN"),
        ("E10", "SASARAN"),
        ("F10:K10", "SASARAN"),
        ("C11", "1."),
        ("D11", "Tiga"),
        ("E11", "a. Empat"),
        ("F11:K11", "1) Lima"),
        ("C12:D12", "INDIKATOR"),
        ("E12", "INDIKATOR"),
        ("F12:K12", "INDIKATOR"),
        ("C13", "Enam"),
        ("E14", "Tujuh"),
        ("F15", "Delapan"),
    ]);
    let blocks: Vec<_> = draft.blocks.iter().map(|b| (b.nama.value.as_str(), b.level, b.columns)).collect();
    assert_eq!(
        blocks,
        [("KEPALA CONTOH", 0, (3, 11)), ("Jabatan A", 1, (3, 4)), ("Jabatan B", 1, (5, 5)), ("Jabatan C", 1, (6, 11))]
    );
    assert_eq!(list(&draft.blocks[1].sasaran), [(Some("1"), "Tiga")]);
    assert_eq!(list(&draft.blocks[2].sasaran), [(Some("a"), "Empat")]);
    assert_eq!(list(&draft.blocks[3].sasaran), [(Some("1"), "Lima")]);
    assert!(draft.blocks[1..].iter().all(|b| b.superior == Some(Superior::Merged(0))));
    assert_eq!(codes(&findings), Vec::<&str>::new());
}

#[test]
fn a_blank_inside_a_list_does_not_end_it() {
    let (draft, _) = read(&[
        ("A1", "Jabatan A"),
        ("A2", "SASARAN"),
        ("A3", "1 Satu"),
        ("A6", "2 Dua"),
        ("A7", "INDIKATOR"),
        ("A9", "1 Tiga"),
        ("A12", "2 Empat"),
    ]);
    assert_eq!(list(&draft.blocks[0].sasaran), [(Some("1"), "Satu"), (Some("2"), "Dua")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(Some("1"), "Tiga"), (Some("2"), "Empat")]);
}

#[test]
fn sasaran_side_by_side_take_their_headings_number() {
    for merged in [true, false] {
        let span = |cell: &'static str, range: &'static str| if merged { range } else { cell };
        let mut sheet = grid(&[
            (span("A1", "A1:H1"), "KEPALA CONTOH"),
            (span("A2", "A2:C2"), "SASARAN 1"),
            (span("D2", "D2:H2"), "SASARAN 2"),
            (span("A3", "A3:C3"), "Satu"),
            (span("D3", "D3:H3"), "Dua"),
            (span("A4", "A4:H4"), "INDIKATOR SASARAN"),
            (span("A5", "A5:H5"), "Tiga"),
        ]);
        sheet.knows_merges = merged;
        let draft = recognise(&sheet).unwrap().draft;
        assert_eq!(draft.blocks.len(), 1, "merged: {merged}");
        assert_eq!(list(&draft.blocks[0].sasaran), [(Some("1"), "Satu"), (Some("2"), "Dua")]);
        assert_eq!(list(&draft.blocks[0].indikator), [(None, "Tiga")]);
        assert_eq!(draft.blocks[0].sasaran[1].group, None);
    }
}

#[test]
fn sasaran_with_indikator_of_their_own_are_paired_by_the_sheet() {
    let stacked = [
        ("A1", "KEPALA CONTOH"),
        ("A2", "SASARAN 1"),
        ("A3", "Satu"),
        ("A4", "INDIKATOR"),
        ("A5", "Dua"),
        ("A6", "SASARAN 2"),
        ("A7", "Tiga"),
        ("A8", "INDIKATOR"),
        ("A9", "Empat"),
    ];
    let beside = [
        ("A1:B1", "KEPALA CONTOH"),
        ("A2", "SASARAN 1"),
        ("B2", "SASARAN 2"),
        ("A3", "Satu"),
        ("B3", "Tiga"),
        ("A4", "INDIKATOR"),
        ("B4", "INDIKATOR"),
        ("A5", "Dua"),
        ("B5", "Empat"),
    ];
    for cells in [&stacked, &beside] {
        let (draft, _) = read(cells);
        assert_eq!(draft.blocks.len(), 1);
        let groups = |items: &[crate::matrix::draft::Item]| items.iter().map(|item| item.group).collect::<Vec<_>>();
        assert_eq!(groups(&draft.blocks[0].sasaran), [Some(0), Some(1)]);
        assert_eq!(groups(&draft.blocks[0].indikator), [Some(0), Some(1)]);
    }
}

#[test]
fn a_tujuan_is_not_taken_for_a_header() {
    let (draft, _) = read(&[
        ("A1", "KEPALA CONTOH"),
        ("A2", "TUJUAN"),
        ("A3", "Tujuan satu"),
        ("A4", "SASARAN"),
        ("A5", "Satu"),
        ("A6", "INDIKATOR"),
        ("A7", "Dua"),
    ]);
    assert_eq!(draft.blocks[0].nama.value, "KEPALA CONTOH");
    assert_eq!(list(&draft.blocks[0].tujuan), [(None, "Tujuan satu")]);
}

#[test]
fn a_number_left_of_an_unmerged_block_counts_its_text() {
    let (draft, findings) = read(&[
        ("A1", "Jabatan A"),
        ("C1", "Jabatan B"),
        ("A2", "SASARAN"),
        ("C2", "SASARAN"),
        ("A3", "Satu"),
        ("C3", "Dua"),
        ("A4", "INDIKATOR"),
        ("C4", "INDIKATOR"),
        ("A5", "1 Tiga"),
        ("B6", "5"),
        ("C6", "Empat"),
    ]);
    assert_eq!(list(&draft.blocks[1].indikator), [(Some("5"), "Empat")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(Some("1"), "Tiga")]);
    assert_eq!(codes(&findings), Vec::<&str>::new());
}

#[test]
fn a_broken_sentence_is_joined_and_told() {
    let (draft, findings) = read(&[
        ("A1", "Jabatan A"),
        ("A2", "SASARAN"),
        ("A3", "Satu"),
        ("A4", "INDIKATOR"),
        ("A5", "3 Jumlah Dokumen Anggaran dan Pembiayaan"),
        ("A6", "Pembangunan"),
    ]);
    let expected = [(Some("3"), "Jumlah Dokumen Anggaran dan Pembiayaan Pembangunan")];
    assert_eq!(list(&draft.blocks[0].indikator), expected);
    assert_eq!(codes(&findings), ["BACA-07"]);
    assert_eq!(findings[0].others[0].pos.to_string(), "A6");
}

#[test]
fn ragged_columns_keep_their_levels() {
    let (draft, _) = read(&[
        ("A1:B1", "KEPALA CONTOH"),
        ("A2:B2", "SASARAN"),
        ("A3", "Satu"),
        ("A4:B4", "INDIKATOR"),
        ("A5", "Dua"),
        ("A6", "Jabatan A"),
        ("A7", "SASARAN"),
        ("A8", "Tiga"),
        ("A9", "INDIKATOR"),
        ("A10", "Empat"),
        ("A11", "Jabatan A1"),
        ("A12", "SASARAN"),
        ("A13", "Lima"),
        ("A14", "INDIKATOR"),
        ("A15", "Enam"),
        ("B8", "Jabatan B"),
        ("B9", "SASARAN"),
        ("B10", "Tujuh"),
        ("B12", "INDIKATOR"),
        ("B13", "Delapan"),
    ]);
    let levels: Vec<_> = draft.blocks.iter().map(|b| (b.nama.value.as_str(), b.level)).collect();
    assert_eq!(levels, [("KEPALA CONTOH", 0), ("Jabatan A", 1), ("Jabatan B", 1), ("Jabatan A1", 2)]);
    assert_eq!(draft.blocks[3].superior, Some(Superior::Column(1)));
}

#[test]
fn a_block_without_header_is_an_error_with_its_cell() {
    let (draft, findings) = read(&[
        ("A1", "Jabatan A"),
        ("B1", "Jabatan B"),
        ("A2", "SASARAN"),
        ("B2", "SASARAN"),
        ("A3", "Satu"),
        ("B3", "Dua"),
        ("A4", "INDIKATOR"),
        ("B4", "INDIKATOR"),
        ("A5", "Tiga"),
        ("B5", "Empat"),
        ("A6", "Jabatan A1"),
        ("A7", "SASARAN"),
        ("B7", "SASARAN"),
        ("A8", "Lima"),
        ("B8", "Enam"),
        ("A9", "INDIKATOR"),
        ("B9", "INDIKATOR"),
        ("A10", "Tujuh"),
        ("B10", "Delapan"),
    ]);
    assert_eq!(codes(&findings), ["BACA-10"]);
    assert_eq!(findings[0].place.as_ref().unwrap().to_string(), "Matriks!B7");
    assert_eq!(list(&draft.blocks[1].indikator), [(None, "Empat")]);
}

#[test]
fn notes_beside_the_blocks_are_told_and_not_lost_in_silence() {
    let (_, findings) = read(&[
        ("A1:B1", "Jabatan A"),
        ("A2:B2", "SASARAN"),
        ("A3:B3", "Satu"),
        ("A4:B4", "INDIKATOR"),
        ("A5:B5", "Dua"),
        ("D3", "periksa lagi"),
    ]);
    assert_eq!(codes(&findings), ["BACA-14"]);
}

#[test]
fn placeholders_lone_numbers_and_lists_in_one_cell_are_told() {
    let (draft, findings) = read(&[
        ("A1:B1", "Jabatan A"),
        ("A2:B2", "SASRAN"),
        ("A3:B3", "1. Satu\n2. Dua"),
        ("A4:B4", "INDIKATOR"),
        ("A5:B5", "-"),
        ("A6", "4"),
        ("A7:B7", "Tiga"),
    ]);
    assert_eq!(list(&draft.blocks[0].sasaran), [(Some("1"), "Satu"), (Some("2"), "Dua")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(None, "Tiga")]);
    assert_eq!(codes(&findings), ["BACA-11", "BACA-13", "BACA-12", "BACA-08"]);
}

#[test]
fn a_table_with_columns_of_these_names_is_no_block_layout() {
    assert!(
        recognise(&grid(&[("A1", "Jabatan"), ("B1", "Sasaran"), ("C1", "Indikator"), ("A2", "x"), ("B2", "y")]))
            .is_none()
    );
    assert!(
        recognise(&grid(&[("A1", "No"), ("B1:C1", "Sasaran"), ("B2", "Uraian"), ("C2", "Indikator"), ("B3", "y")]))
            .is_none()
    );
    assert!(recognise(&grid(&[])).is_none());
}

/// Two levels; the cells over the second one are as told.
fn under_a_list(heading: &[(&'static str, &'static str)]) -> (Draft, Vec<Finding>) {
    let above =
        [("A1:B1", "KEPALA"), ("A2", "SASARAN"), ("A3", "Satu"), ("A4", "INDIKATOR"), ("A5", "Dua"), ("A6", "Tiga")];
    let below = ["A", "B"].map(|col| ["SASARAN", "Empat", "INDIKATOR", "Lima"].map(|text| (col, text)));
    let rows = ["11", "12", "13", "14"];
    let below = below
        .into_iter()
        .flat_map(|cells| cells.into_iter().zip(rows))
        .map(|((col, text), row)| (format!("{col}{row}"), text));
    let cells: Vec<(String, &str)> = above
        .into_iter()
        .chain(heading.iter().copied())
        .map(|(cell, text)| (cell.to_owned(), text))
        .chain(below)
        .collect();
    read(&cells.iter().map(|(cell, text)| (cell.as_str(), *text)).collect::<Vec<_>>())
}

fn names(draft: &Draft) -> Vec<(u32, &str)> {
    draft.blocks.iter().map(|block| (block.level, block.nama.value.as_str())).collect()
}

#[test]
fn a_heading_over_two_cells_is_one_jabatan_on_the_level_of_its_neighbour() {
    let (draft, findings) = under_a_list(&[("A9", "KEPALA BIDANG"), ("A10", "LAYANAN"), ("B10", "SEKRETARIS")]);
    assert_eq!(names(&draft), [(0, "KEPALA"), (1, "KEPALA BIDANG LAYANAN"), (1, "SEKRETARIS")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(None, "Dua"), (None, "Tiga")]);
    assert_eq!(codes(&findings), ["BACA-07"]);
}

#[test]
fn a_person_below_the_heading_is_no_jabatan() {
    let (draft, findings) = under_a_list(&[
        ("A9", "SEKRETARIS"),
        ("A10", "Pegawai Contoh 01, S.E., M.M."),
        ("B8", "Perencana Ahli Muda"),
        ("B9", "Ir. Pegawai Contoh 02"),
        ("B10", "NIP. 19900101 201501 1 001"),
    ]);
    assert_eq!(names(&draft), [(0, "KEPALA"), (1, "SEKRETARIS"), (1, "Perencana Ahli Muda")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(None, "Dua"), (None, "Tiga")]);
    assert_eq!(codes(&findings), ["BACA-32", "BACA-32", "BACA-32"]);
    assert!(findings.iter().all(|finding| finding.quote.is_none()));
}

#[test]
fn the_label_of_a_level_is_no_indikator() {
    let (draft, findings) = under_a_list(&[("A8:B8", "ESELON III"), ("A10", "SEKRETARIS"), ("B10", "KABID")]);
    assert_eq!(names(&draft), [(0, "KEPALA"), (1, "SEKRETARIS"), (1, "KABID")]);
    assert_eq!(list(&draft.blocks[0].indikator), [(None, "Dua"), (None, "Tiga")]);
    assert_eq!(codes(&findings), ["BACA-29"]);
    let (draft, _) = under_a_list(&[("A9", "Tingkat Kepuasan"), ("A10", "SEKRETARIS"), ("B10", "KABID")]);
    assert_eq!(draft.blocks[0].indikator.len(), 3);
}

#[test]
fn a_text_that_may_be_a_heading_or_an_indikator_is_told() {
    let (_, findings) = under_a_list(&[("A9", "ANALIS KEBIJAKAN"), ("A10", "AHLI MUDA"), ("B10", "SEKRETARIS")]);
    let finding = findings.iter().find(|finding| finding.code == "BACA-31").unwrap();
    assert_eq!(
        (finding.place.as_ref().unwrap().pos.to_string(), finding.others[0].pos.to_string()),
        ("A9".into(), "A10".into())
    );
    let (_, findings) = under_a_list(&[("A10", "Pegawai Contoh 01, S.E."), ("B10", "SEKRETARIS")]);
    assert!(codes(&findings).contains(&"BACA-31"));
}
