//! The kinds of people who sign, and posts that nobody holds.

use super::super::fixture::{Agency, cell, pegawai, text};
use super::{check, with_budget, with_targets};
use crate::cascade::{StatusJabatan, TargetKhusus};

#[test]
fn head_of_region_signs_alone() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 0));
    agency.settings.pimpinan = None;
    with_targets(&mut agency, 0);
    with_budget(&mut agency, 0);
    check("kepala-daerah-sendiri", &agency, 0);
}

#[test]
fn vacant_post_on_printed_paper_below_another() {
    let mut agency = Agency::new();
    agency.settings.ruang_kop_mm = 35.0;
    with_targets(&mut agency, 2);
    check("lowong", &agency, 2);
}

#[test]
fn acting_official_of_either_kind_on_both_sides() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    (agency.people[0].status, agency.people[1].status) = (StatusJabatan::Pj, StatusJabatan::Plh);
    agency.posts[2].nama = "KEPALA SUBBAGIAN UMUM DAN KEPEGAWAIAN".into();
    with_targets(&mut agency, 2);
    check("pj-dan-plh", &agency, 2);
}

/// Everything that can be one person's own: the jabatan of two that the block
/// names, Pihak Kedua, the time, the targets, and NI PPPK without pangkat.
#[test]
fn part_time_pppk_who_comes_within_the_year_with_targets_of_his_own() {
    let mut person = pegawai(100, "Pegawai Contoh 01, A.Md.", 2);
    person.nip = Some(text(101, "199001012025212001"));
    (person.pangkat, person.golongan) = (None, Some(text(103, "V")));
    person.sebutan = Some(text(104, "Pekerja Contoh Ahli Muda"));
    person.keterangan = Some(text(105, "Juli s.d. Desember 2026"));
    person.atasan = Some(0);
    let own = |row, target: Option<&str>| TargetKhusus {
        indikator: cell(row),
        dikecualikan: target.is_none(),
        satuan: None,
        target: target.map(|target| text(106, target)),
        triwulan: None,
    };
    let mut agency = Agency::new();
    agency.posts[2].nama = "Penyuluh Contoh Ahli Muda/Pekerja Contoh Ahli Muda".into();
    with_targets(&mut agency, 2);
    person.khusus = vec![own(201, Some("40")), own(211, None)];
    let agency = agency.with(person).with(pegawai(120, "Pegawai Contoh 02", 0));
    check("pribadi", &agency, 2);
}
