//! What a sheet says, from the cascade to the JSON and to the page.

use std::collections::BTreeSet;

use super::fixture::{Agency, cell, indikator, pegawai, sasaran, text};
use crate::cascade::{Kelompok, StatusJabatan};
use crate::typeset::{Engine, TemplateSet};

#[test]
fn without_a_roster_there_is_a_sheet_a_jabatan_with_room_for_the_names() {
    let sheets = Agency::new().sheets();
    assert_eq!(sheets.len(), 3);
    let sheet = &sheets[1];
    assert_eq!(sheet["judul_dokumen"], "Perjanjian Kinerja Tahun 2026 – Sekretaris Dinas Contoh");
    assert_eq!(sheet["kanan"]["jabatan"], "Sekretaris Dinas Contoh");
    assert!(sheet["kanan"]["nama"].is_null());
    assert_eq!(sheet["kanan"]["baris"].as_array().unwrap().len(), 2);
    assert_eq!(sheet["kiri"]["jabatan"], "Kepala Dinas Contoh");
    assert_eq!(sheet["label"]["kolom_sasaran"], "Sasaran Program");
    assert!(sheet["lampiran"]["kelompok"][0]["indikator"][0]["target"].is_null());
}

#[test]
fn the_head_of_region_signs_without_pangkat_and_nip() {
    let sheets = Agency::new().sheets();
    assert_eq!(sheets[0]["kiri"]["jabatan"], "Wali Kota Contoh");
    assert_eq!(sheets[0]["kiri"]["baris"].as_array().unwrap().len(), 0);
}

#[test]
fn a_root_without_superior_signs_alone() {
    let mut agency = Agency::new();
    agency.settings.pimpinan = None;
    let sheet = &agency.sheets()[0];
    assert!(sheet["kiri"].is_null());
    assert_eq!(sheet["pernyataan"]["pihak"].as_array().unwrap().len(), 1);
    assert_eq!(sheet["pernyataan"]["janji"].as_array().unwrap().len(), 1);
}

#[test]
fn every_holder_has_a_sheet_and_many_holders_never_share_a_signature() {
    let mut agency = Agency::new()
        .with(pegawai(100, "Pegawai Contoh 01", 1))
        .with(pegawai(110, "Pegawai Contoh 02", 2))
        .with(pegawai(120, "Pegawai Contoh 03", 1));
    let sheets = agency.sheets();
    assert_eq!(sheets.len(), 4);
    assert_eq!(sheets[1]["kanan"]["nama"], "Pegawai Contoh 01");
    assert_eq!(sheets[2]["kanan"]["nama"], "Pegawai Contoh 03");
    assert_eq!(sheets[3]["kanan"]["nama"], "Pegawai Contoh 02");
    assert!(sheets[3]["kiri"]["nama"].is_null(), "two people hold the post above");
    assert_eq!(agency.jobs().iter().map(|job| job.draft).collect::<Vec<_>>(), [false, false, false, true]);
    // Once it is known who holds the post in January, he signs.
    agency.people[0].keterangan = Some(text(97, "Januari s.d. Juni"));
    agency.people[2].keterangan = Some(text(98, "Juli s.d. Desember"));
    assert_eq!(agency.sheets()[3]["kiri"]["nama"], "Pegawai Contoh 01");
    assert!(!agency.jobs()[3].draft);
}

#[test]
fn pangkat_and_nip_stand_below_the_name_each_kind_of_official_in_its_way() {
    let lines = |pangkat: Option<&str>, golongan: Option<&str>, nip: Option<&str>| {
        let mut person = pegawai(100, "Pegawai Contoh 01", 1);
        person.pangkat = pangkat.map(|value| text(1, value));
        person.golongan = golongan.map(|value| text(2, value));
        person.nip = nip.map(|value| text(3, value));
        let sheet = &Agency::new().with(person).sheets()[1];
        let lines = sheet["kanan"]["baris"].as_array().unwrap().clone();
        let line = |index: usize| format!("{}|{}", lines[index]["label"].as_str().unwrap(), lines[index]["isi"]);
        (line(0), line(1))
    };
    let pns = Some("199001012015011001");
    let pppk = Some("199001012023211001");
    for (found, rank, number) in [
        (lines(Some("Penata"), Some("III/c"), pns), "|\"Penata (III/c)\"", "NIP.|\"19900101 201501 1 001\""),
        (lines(Some("Penata"), None, None), "|\"Penata\"", "NIP.|null"),
        (lines(None, Some("III/c"), pns), "Golongan|\"III/c\"", "NIP.|\"19900101 201501 1 001\""),
        (lines(None, None, Some("1990")), "|null", "NIP.|\"1990\""),
        (lines(None, Some("IX"), pppk), "Golongan|\"IX\"", "NI PPPK.|\"19900101 202321 1 001\""),
        (lines(None, None, pppk), "Golongan|null", "NI PPPK.|\"19900101 202321 1 001\""),
    ] {
        assert_eq!(found, (rank.to_owned(), number.to_owned()));
    }
}

#[test]
fn an_acting_official_signs_as_such() {
    let mut person = pegawai(100, "Pegawai Contoh 01", 0);
    person.status = StatusJabatan::Plt;
    let sheets = Agency::new().with(person).sheets();
    assert_eq!(sheets[0]["kanan"]["jabatan"], "Plt. Kepala Dinas Contoh");
    assert_eq!(sheets[1]["kiri"]["jabatan"], "Plt. Kepala Dinas Contoh");
}

#[test]
fn a_repeated_sasaran_is_printed_once_and_every_indikator_is() {
    let mut agency = Agency::new();
    agency.posts[1].kelompok = vec![Kelompok {
        sasaran: vec![sasaran(1, "Satu"), sasaran(2, "Satu"), sasaran(3, "Dua")],
        indikator: vec![indikator(4, "Ukur"), indikator(5, "Ukur")],
    }];
    let group = &agency.sheets()[1]["lampiran"]["kelompok"][0];
    assert_eq!(group["sasaran"], serde_json::json!(["Satu", "Dua"]));
    assert_eq!(group["indikator"].as_array().unwrap().len(), 2);
}

#[test]
fn a_sheet_is_a_draft_exactly_when_it_prints_a_cell_in_error() {
    let agency = |row| {
        let mut agency =
            Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1)).with(pegawai(110, "Pegawai Contoh 02", 2));
        agency.posts[2].kelompok[0].indikator[0].target = Some(text(39, "85"));
        agency.posts[2].kelompok[0].indikator[0].triwulan = Some(Box::new([None, None, None, Some(text(38, "85"))]));
        agency.galat = BTreeSet::from([cell(row)]);
        agency.jobs().iter().map(|job| job.draft).collect::<Vec<_>>()
    };
    for (row, drafts) in [
        (10, [true, true, false]),   // the root's header: its own sheet and its subordinate's
        (11, [true, false, false]),  // the root's sasaran
        (22, [false, true, false]),  // the Sekretaris' indikator
        (20, [false, true, true]),   // the Sekretaris' header
        (38, [false, false, true]),  // a target of TW IV
        (39, [false, false, true]),  // a target
        (100, [false, true, true]),  // the Sekretaris' name
        (101, [false, true, true]),  // … and NIP
        (111, [false, false, true]), // the Perencana's NIP
        (99, [false, false, false]), // a cell that nobody prints
    ] {
        assert_eq!(agency(row), drafts, "row {row}");
    }
}

#[test]
fn files_are_named_by_jabatan_and_never_by_person() {
    let agency = Agency::new()
        .with(pegawai(100, "Pegawai Contoh 01", 1))
        .with(pegawai(110, "Pegawai Contoh 01", 1))
        .with(pegawai(120, "Pegawai Contoh 02", 1));
    let jobs = agency.jobs();
    let paths: BTreeSet<String> = jobs.iter().map(|job| job.path.to_lowercase()).collect();
    assert_eq!(paths.len(), jobs.len());
    for job in &jobs {
        assert!(job.path.starts_with("pk/Sekretariat/") && job.path.ends_with(".pdf"), "{}", job.path);
        assert!(!job.path.contains("Pegawai") && !job.path.contains("1990"), "{}", job.path);
    }
    assert!(jobs[1].path.starts_with("pk/Sekretariat/Sekretaris Dinas Contoh-"));
}

#[test]
fn a_row_inserted_or_a_neighbour_renamed_changes_no_file_name() {
    let before = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2));
    let mut after = Agency::new().with(pegawai(500, "Pegawai Contoh 01", 2));
    after.posts[1].nama = "SEKRETARIS BARU".into();
    assert_eq!(before.jobs()[2].path, after.jobs()[2].path);
    assert_eq!(before.jobs()[2].settings.ident, after.jobs()[2].settings.ident);
}

#[test]
fn every_sheet_is_a_statement_of_one_page_and_a_lampiran() {
    let engine = Engine::new(&TemplateSet::builtin());
    for job in Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1)).jobs() {
        let pdf = engine.render(&job.main, job.data, &job.settings).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(pdf.pages, 2);
    }
}

#[test]
fn markup_in_a_cell_is_only_text() {
    let mut agency = Agency::new();
    let evil = "#read(\"/etc/passwd\") {{7*7}} \"] #panic() [ $x$ /* <label> @ref `a` = judul C# a@b.go.id _x";
    agency.posts[0].kelompok[0].sasaran[0].uraian = evil.into();
    agency.posts[0].nama = evil.into();
    let engine = Engine::new(&TemplateSet::builtin());
    let job = agency.jobs().remove(0);
    engine.render(&job.main, job.data, &job.settings).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_holder_s_own_jabatan_superior_and_time_take_the_place_of_the_post_s() {
    let mut person = pegawai(100, "Pegawai Contoh 01", 2);
    person.sebutan = Some(text(105, "Plt. Pekerja Sosial Ahli Muda"));
    person.keterangan = Some(text(106, "Juli s.d. Desember 2026"));
    person.atasan = Some(0);
    let mut agency = Agency::new().with(person).with(pegawai(110, "Pegawai Contoh 02", 0));
    agency.galat = BTreeSet::from([cell(106)]);
    let job = agency.jobs().remove(2);
    let sheet = &agency.sheets()[2];
    assert_eq!(sheet["kanan"]["jabatan"], "Pekerja Sosial Ahli Muda");
    assert_eq!(sheet["kiri"]["jabatan"], "Kepala Dinas Contoh");
    assert_eq!(sheet["kiri"]["nama"], "Pegawai Contoh 02");
    assert_eq!(sheet["lampiran"]["kepala"][2], serde_json::json!(["Masa Kinerja", "Juli s.d. Desember 2026"]));
    assert!(job.draft, "the time is printed, and it is in error");
    assert!(job.path.contains("Pekerja Sosial Ahli Muda"));
}

#[test]
fn the_copy_for_the_website_has_no_nip_anywhere() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1)).with(pegawai(110, "Pegawai Contoh 02", 2));
    agency.people[0].nip = Some(text(101, "19900101201501100"));
    agency.settings.tersamar = true;
    agency.settings.folder = "publikasi".into();
    for job in agency.jobs() {
        let data = String::from_utf8(job.data).unwrap();
        assert!(!data.contains("1990") && !data.contains("201501"), "{data}");
        assert!(job.path.starts_with("publikasi/Sekretariat/"));
    }
}

#[test]
fn one_setting_turns_the_agreement_of_a_jenjang_into_a_contract() {
    let mut agency = Agency::new();
    agency.settings.forms.of_mut(crate::cascade::Jenjang::Fungsional).dokumen = "KONTRAK KINERJA".into();
    let sheets = agency.sheets();
    assert_eq!(sheets[2]["pernyataan"]["judul"], serde_json::json!(["KONTRAK KINERJA TAHUN 2026"]));
    assert_eq!(sheets[2]["judul_dokumen"], "Kontrak Kinerja Tahun 2026 – Perencana Ahli Muda");
    assert_eq!(sheets[1]["pernyataan"]["judul"], serde_json::json!(["PERJANJIAN KINERJA TAHUN 2026"]));
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let render = || {
        let job = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1)).jobs().remove(1);
        Engine::new(&TemplateSet::builtin()).render(&job.main, job.data, &job.settings).unwrap().bytes
    };
    assert_eq!(render(), render());
}
