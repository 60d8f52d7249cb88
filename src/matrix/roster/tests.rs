//! Rosters as offices keep them.

use super::*;
use crate::matrix::testing::{at, grid};
use crate::workbook::grid::Cell;

#[test]
fn people_are_read_under_any_names_and_order_of_columns() {
    let mut sheet = grid(&[
        ("A1:G1", "DAFTAR PEGAWAI DINAS CONTOH"),
        ("A3", "No"),
        ("B3", "NIP/NI PPPK"),
        ("C3", "Nama Pegawai"),
        ("D3", "Pangkat/Gol"),
        ("E3", "Nama Jabatan"),
        ("F3", "Ket"),
        ("A4", "(1)"),
        ("B4", "(2)"),
        ("C4", "(3)"),
        ("A5", "1"),
        ("B5", "199001012015011001"),
        ("C5", "Pegawai Contoh 01, S.Sos."),
        ("D5", "Penata, III/c"),
        ("E5", "Penata Layanan\nOperasional"),
        ("F5", "-"),
        ("C6", "Pegawai Contoh 02"),
    ]);
    sheet.insert(at("B6"), Cell { value: Value::Number(1.990_010_120_150_11e17), raw: None });
    let roster = recognise(&sheet).unwrap();
    assert_eq!(roster.people.len(), 2);
    let first = &roster.people[0];
    assert_eq!(first.nama.value, "Pegawai Contoh 01, S.Sos.");
    assert_eq!(first.nip, Some(Nip::Text(Located::new("199001012015011001".into(), sheet.place(at("B5"))))));
    assert_eq!(first.jabatan.as_ref().unwrap().value, "Penata Layanan Operasional");
    assert_eq!(first.keterangan, None);
    assert_eq!(roster.people[1].nip, Some(Nip::Number(sheet.place(at("B6")))));
}

#[test]
fn a_merged_jabatan_is_held_by_everyone_beside_it_and_vacant_rows_are_nobody() {
    let sheet = grid(&[
        ("A1", "Nama"),
        ("B1", "NIP"),
        ("C1", "Jabatan"),
        ("A2:C2", "SEKRETARIAT"),
        ("A3", "Pegawai Contoh 01"),
        ("C3:C4", "Staf"),
        ("A4", "Pegawai Contoh 02"),
        ("A5", "Pegawai Contoh 03"),
        ("A6", "Lowong (pensiun)"),
        ("C6", "Arsiparis"),
        ("B7", "199001012015011001"),
    ]);
    let roster = recognise(&sheet).unwrap();
    let jabatan: Vec<_> = roster.people.iter().map(|one| one.jabatan.as_ref().map(|cell| &*cell.value)).collect();
    assert_eq!(jabatan, [Some("Staf"), Some("Staf"), None]);
    let found: Vec<_> = roster.findings.iter().map(|one| (one.code, one.place.clone().unwrap().pos)).collect();
    assert_eq!(found, [("ORANG-11", at("B7"))]);
}

#[test]
fn several_names_in_one_cell_are_people_of_their_own() {
    let sheet = grid(&[
        ("A1", "Jabatan"),
        ("B1", "Nama"),
        ("C1", "NIP"),
        ("D1", "Golongan"),
        ("A2", "Arsiparis"),
        ("B2", "1. Pegawai Contoh 01\n2. Pegawai Contoh 02\n3. (lowong)"),
        ("C2", "1. 199001012015011001\n2. 199101012016011002\n3. -"),
        ("D2", "III/a\nIII/b\n-"),
        ("A3", "Staf"),
        ("B3", "1. Pegawai Contoh 03\n2. Pegawai Contoh 04"),
        ("C3", "199001012015011003"),
    ]);
    let roster = recognise(&sheet).unwrap();
    let text = |cell: &Option<Located<String>>| cell.as_ref().map(|cell| cell.value.clone()).unwrap_or_default();
    let shown: Vec<_> = roster
        .people
        .iter()
        .map(|one| {
            let nip = match &one.nip {
                Some(Nip::Text(nip)) => nip.value.clone(),
                _ => String::new(),
            };
            [one.nama.value.clone(), nip, text(&one.golongan), text(&one.jabatan)]
        })
        .collect();
    assert_eq!(
        shown,
        [
            ["Pegawai Contoh 01", "199001012015011001", "III/a", "Arsiparis"],
            ["Pegawai Contoh 02", "199101012016011002", "III/b", "Arsiparis"],
            ["Pegawai Contoh 03", "", "", "Staf"],
            ["Pegawai Contoh 04", "", "", "Staf"],
        ]
    );
    let codes: Vec<_> = roster.findings.iter().map(|one| (one.code, one.place.clone().unwrap().pos)).collect();
    assert_eq!(codes, [("BACA-13", at("B2")), ("BACA-13", at("B3")), ("ORANG-14", at("C3"))]);
}

#[test]
fn a_matrix_is_no_roster() {
    let sheet =
        grid(&[("A1", "Jabatan"), ("B1", "Nama"), ("C1", "NIP"), ("D1", "Indikator"), ("A2", "x"), ("B2", "y")]);
    assert!(recognise(&sheet).is_none());
}

/// Every person as "name|NIP|jabatan|atasan", and the codes of what was told.
fn people(cells: &[(&str, &str)]) -> (Vec<String>, Vec<&'static str>) {
    let roster = recognise(&grid(cells)).unwrap();
    let text = |cell: &Option<Located<String>>| cell.as_ref().map(|cell| cell.value.clone()).unwrap_or_default();
    let shown = |one: &Person| {
        let nip = match &one.nip {
            Some(Nip::Text(nip)) => nip.value.clone(),
            _ => String::new(),
        };
        [one.nama.value.clone(), nip, text(&one.jabatan), text(&one.atasan)].join("|")
    };
    (roster.people.iter().map(shown).collect(), roster.findings.iter().map(|one| one.code).collect())
}

#[test]
fn a_nip_typed_with_its_word_is_a_nip_and_no_foot() {
    let (people, _) = people(&[
        ("A1", "Nama"),
        ("B1", "NIP"),
        ("C1", "Jabatan"),
        ("A2", "Pegawai Contoh 01"),
        ("B2", "NIP. 199001012015011001"),
        ("C2", "Sekretaris"),
        ("A3", "Pegawai Contoh 02"),
        ("B3", "NIP. 199001012015011002"),
        ("C3", "Staf"),
        ("C5", "Bekasi, 5 Januari 2026"),
        ("C6", "Kepala Dinas"),
        ("C7", "Pegawai Contoh 09"),
        ("C8", "NIP. 199001012015011009"),
    ]);
    assert_eq!(
        people,
        ["Pegawai Contoh 01|199001012015011001|Sekretaris|", "Pegawai Contoh 02|199001012015011002|Staf|"]
    );
}

#[test]
fn the_columns_below_pejabat_penilai_are_the_superiors() {
    let (people, findings) = people(&[
        ("A1", "Nama"),
        ("B1", "NIP"),
        ("C1", "Jabatan"),
        ("D1:E1", "Pejabat Penilai"),
        ("F1", "Golongan"),
        ("D2", "Nama"),
        ("E2", "NIP"),
        ("A3", "Pegawai Contoh 01"),
        ("B3", "199001012015011001"),
        ("C3", "Sekretaris"),
        ("D3", "Pegawai Contoh 09"),
        ("E3", "199001012015011009"),
        ("F3", "III/d"),
    ]);
    assert_eq!(people, ["Pegawai Contoh 01|199001012015011001|Sekretaris|Pegawai Contoh 09"]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn below_jabatan_the_name_is_the_jabatan_and_the_tmt_is_not() {
    let (people, findings) = people(&[
        ("A1", "NAMA"),
        ("B1", "NIP"),
        ("C1:D1", "JABATAN"),
        ("C2", "NAMA"),
        ("D2", "TMT"),
        ("A3", "Pegawai Contoh 01"),
        ("B3", "199001012015011001"),
        ("C3", "SEKRETARIS"),
        ("D3", "01-01-2023"),
    ]);
    assert_eq!((people, findings), (vec!["Pegawai Contoh 01|199001012015011001|SEKRETARIS|".into()], vec!["BACA-18"]));
}

#[test]
fn gelar_and_nip_are_joined_to_the_name_or_cut_from_it() {
    let (people, _) = people(&[
        ("A1", "Gelar Depan"),
        ("B1", "Nama / NIP"),
        ("C1", "Gelar Belakang"),
        ("D1", "Jabatan Saat Ini"),
        ("A2", "Dr."),
        ("B2", "Pegawai Contoh 01\nNIP. 19900101 201501 1 001"),
        ("C2", "M.Si."),
        ("D2", "Sekretaris"),
    ]);
    assert_eq!(people, ["Dr. Pegawai Contoh 01, M.Si.|19900101 201501 1 001|Sekretaris|"]);
}

#[test]
fn units_and_totals_are_nobody() {
    let (people, findings) = people(&[
        ("A1", "No"),
        ("B1", "Nama"),
        ("C1", "NIP"),
        ("D1", "Jabatan"),
        ("A2", "A"),
        ("B2", "Tata Usaha"),
        ("A3", "1"),
        ("B3", "Pegawai Contoh 01"),
        ("C3", "199001012015011001"),
        ("D3", "Sekretaris"),
        ("B4", "BIDANG CONTOH"),
        ("A5", "2"),
        ("B5", "Pegawai Contoh 02"),
        ("A6", "JUMLAH"),
        ("B6", "5"),
    ]);
    assert_eq!(people, ["Pegawai Contoh 01|199001012015011001|Sekretaris|", "Pegawai Contoh 02|||"]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn columns_that_are_used_for_nothing_are_told() {
    let cells =
        [("A1", "Nama"), ("B1", "Nomor Pegawai Lengkap"), ("C1", "Jabatan"), ("D1", "Pangkat"), ("E1", "Jabatan Baru")];
    let rows = [("A2", "Pegawai Contoh 01"), ("B2", "199001012015011001"), ("C2", "Staf"), ("E2", "Arsiparis")];
    let more = [("F1", "Pendidikan"), ("F2", "S1"), ("G1", "Umur")];
    let (people, findings) = people(&[&cells[..], &rows, &more].concat());
    assert_eq!(people, ["Pegawai Contoh 01||Staf|"]);
    assert_eq!(findings, ["BACA-35", "BACA-18", "BACA-35"]);
}

#[test]
fn the_words_for_a_vacant_post_are_told_from_names() {
    for text in [
        "(lowong)",
        "Kosong - belum ada SK",
        "Vacant",
        "N/A",
        "Formasi Kosong",
        "Jabatan kosong",
        "Tidak ada",
        "(belum ada)",
        "Belum ada pejabat definitif",
        "BELUM TERISI",
        "-",
        "........",
    ] {
        assert!(is_vacant(text), "{text}");
    }
    for text in ["Pegawai Contoh 01", "Kosong Contoh", "Nadia Contoh", "Vakanda", "Jabatan", "0"] {
        assert!(!is_vacant(text), "{text}");
    }
}
