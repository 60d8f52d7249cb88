//! A sheet of each jenjang, each on another paper.

use super::super::fixture::{Agency, cell, indikator, pegawai, sasaran, text};
use super::super::form::TabelAnggaran;
use super::super::settings::LetakLogo;
use super::{PNG, check, form, kop, with_budget, with_targets};
use crate::cascade::{Jenjang, Kelompok, StatusJabatan};
use crate::typeset::{Engine, TemplateSet};

#[test]
fn head_of_the_agency_with_the_wali_kota() {
    let mut agency = Agency::new();
    agency.settings.kop = kop(Some(LetakLogo::Kiri));
    with_targets(&mut agency, 0);
    with_budget(&mut agency, 0);
    check("jpt", &agency, 0);
}

#[test]
fn administrator_with_satuan_and_kegiatan_under_their_program() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01, S.Sos., M.Si.", 1)).with(pegawai(
        110,
        "Dr. Pegawai Contoh 02, M.Si.",
        0,
    ));
    agency.settings.kop = kop(Some(LetakLogo::Tengah));
    form(&mut agency, Jenjang::Administrator).satuan = true;
    with_targets(&mut agency, 1);
    with_budget(&mut agency, 1);
    check("administrator", &agency, 1);
}

#[test]
fn acting_pengawas_with_sub_kegiatan_on_letter() {
    let mut person = pegawai(100, "Pegawai Contoh 01", 2);
    person.status = StatusJabatan::Plt;
    let mut agency = Agency::new().with(person);
    agency.settings.kertas_mm = (215.9, 279.4);
    agency.settings.kop = kop(None);
    agency.posts[2].jenjang = Jenjang::Pengawas;
    agency.posts[2].nama = "KEPALA SUBBAGIAN UMUM DAN KEPEGAWAIAN".into();
    assert_eq!(form(&mut agency, Jenjang::Pengawas).anggaran, Some(TabelAnggaran::SubKegiatan));
    form(&mut agency, Jenjang::Pengawas).nomor_kolom = true;
    with_targets(&mut agency, 2);
    with_budget(&mut agency, 2);
    check("pengawas", &agency, 2);
}

#[test]
fn fungsional_with_quarters_across_the_page_in_times() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01, S.T.", 2));
    agency.settings.huruf = "Liberation Serif".into();
    agency.settings.kertas_mm = (215.9, 330.2);
    let form = form(&mut agency, Jenjang::Fungsional);
    (form.satuan, form.triwulan, form.nomor_kolom) = (true, true, true);
    with_targets(&mut agency, 2);
    check("fungsional-triwulan", &agency, 2);
}

#[test]
fn pelaksana_pppk_with_a_kontrak_kinerja_on_a4_in_bookman() {
    let mut person = pegawai(100, "Pegawai Contoh 01, A.Md.", 2);
    person.nip = Some(text(101, "199001012023211001"));
    person.pangkat = None;
    person.golongan = Some(text(103, "VII"));
    let mut agency = Agency::new().with(person);
    agency.settings.huruf = "TeX Gyre Bonum".into();
    agency.settings.kertas_mm = (210.0, 297.0);
    agency.posts[2].jenjang = Jenjang::Pelaksana;
    agency.posts[2].nama = "Penata Layanan Operasional - Bendahara".into();
    form(&mut agency, Jenjang::Pelaksana).dokumen = "KONTRAK KINERJA".into();
    check("pelaksana-kontrak", &agency, 2);
}

#[test]
fn ambiguous_group_is_printed_as_one_and_a_draft_says_so() {
    let mut agency = Agency::new();
    agency.posts[1].kelompok = vec![Kelompok {
        sasaran: vec![sasaran(21, "Sasaran satu"), sasaran(22, "Sasaran dua")],
        indikator: (23..28).map(|row| indikator(row, &format!("Indikator {row}"))).collect(),
    }];
    agency.galat = [cell(21)].into();
    check("kelompok-draf", &agency, 1);
}

#[test]
fn a_logo_may_be_a_transparent_png() {
    let mut templates = TemplateSet::builtin();
    templates.insert("logo/contoh.png", PNG);
    let mut agency = Agency::new();
    agency.settings.kop = kop(Some(LetakLogo::Kiri));
    if let Some(logo) = agency.settings.kop.as_mut().and_then(|kop| kop.logo.as_mut()) {
        logo.berkas = "logo/contoh.png".into();
    }
    let job = agency.jobs().remove(0);
    let pdf = Engine::new(&templates).render(&job.main, job.data, &job.settings).unwrap();
    assert_eq!(pdf.pages, 2);
    let drawn = pdf.bytes.windows(6).filter(|bytes| bytes == b"/Image");
    assert!(drawn.count() > 0);
}

#[test]
fn columns_are_as_wide_as_their_longest_word() {
    let mut agency = Agency::new();
    let form = form(&mut agency, Jenjang::Fungsional);
    form.satuan = true;
    with_targets(&mut agency, 2);
    for (indikator, satuan) in agency.posts[2].kelompok[0].indikator.iter_mut().zip(["Rekomendasi", "Penyelenggaraan"])
    {
        indikator.satuan = Some(text(300, satuan));
    }
    let pages = check("satuan-panjang", &agency, 2);
    for word in ["Rekomendasi", "Penyelenggaraan"] {
        assert!(pages[1].runs.iter().any(|run| run.text == word), "{word} stands in one piece");
    }
}
