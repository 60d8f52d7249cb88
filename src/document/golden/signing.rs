//! By hand and electronically, the footer, and the copy for a website.

use super::super::fixture::{Agency, cell, pegawai, text};
use super::super::settings::Edisi;
use super::{check, form, kop, with_targets};
use crate::cascade::Jenjang;
use crate::typeset::{Engine, PageText, TemplateSet, spots};

#[test]
fn electronic_signature_has_each_anchor_once() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.settings.edisi = Some(Edisi { nama: "Perubahan I".into(), id: "2026-2".into() });
    agency.settings.perubahan = true;
    agency.settings.jangkar = vec!['#', '^'];
    agency.settings.kertas_mm = (210.0, 330.0);
    form(&mut agency, Jenjang::Fungsional).elektronik = true;
    agency.posts[2].kelompok[0].sasaran[0].uraian = "Sasaran C# contoh".into();
    let pages = check("elektronik-perubahan", &agency, 2);
    let (cascade, templates) = (agency.cascade(), TemplateSet::builtin());
    assert_eq!(agency.composed(&cascade, &templates).other_anchors(), 1);
    let sheet = &agency.sheets()[2];
    for side in ["kiri", "kanan"] {
        let anchor = sheet["jangkar"][side].as_str().unwrap().chars().next().unwrap();
        assert_ne!(anchor, '#', "it stands in a sasaran");
        assert_eq!(spots(&pages, anchor).len(), 1);
        assert_eq!(spots(&pages, anchor)[0].page, 1);
    }
    let footers = pages.iter().filter(|page| page.runs.iter().any(|run| run.text.contains("(BSrE)")));
    assert_eq!(footers.count(), pages.len());
}

#[test]
fn a_draft_cannot_be_signed_and_keeps_the_room_for_the_signatures() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.settings.edisi = Some(Edisi { nama: "Murni".into(), id: "2026-1".into() });
    agency.settings.jangkar = vec!['#', '^'];
    form(&mut agency, Jenjang::Fungsional).elektronik = true;
    agency.posts[2].kelompok[0].sasaran[0].uraian = "Sasaran C# contoh".into();
    let templates = TemplateSet::builtin();
    let engine = Engine::new(&templates);
    let printed = |agency: &Agency| {
        let job = agency.jobs().remove(2);
        let pdf = engine.render(&job.main, job.data.clone(), &job.settings).unwrap();
        (pdf.anchors.len(), engine.layout(&job.main, job.data).unwrap())
    };
    let names = |pages: &[PageText]| {
        let runs = pages[0].runs.iter().filter(|run| run.text.starts_with("Pegawai Contoh"));
        runs.map(|run| (run.text.clone(), run.x_mm, run.y_mm)).collect::<Vec<_>>()
    };
    let (anchors, last) = printed(&agency);
    assert_eq!(anchors, 2);
    agency.galat = [cell(100)].into();
    let pages = check("elektronik-draf", &agency, 2);
    assert_eq!(printed(&agency).0, 0, "what the manifest would tell");
    assert!(agency.sheets()[2]["draf"] == true && agency.sheets()[2]["jangkar"].is_null());
    assert!(pages.iter().flat_map(|page| &page.runs).all(|run| !run.text.contains("BSrE")));
    assert!(['^', '~'].iter().all(|anchor| spots(&pages, *anchor).is_empty()));
    assert_eq!(names(&pages), names(&last));
    let cascade = agency.cascade();
    assert_eq!(agency.composed(&cascade, &templates).other_anchors(), 0, "there are none");
}

#[test]
fn ink_has_no_anchor_and_no_sentence_of_the_certification_authority() {
    let agency = Agency::new();
    let engine = Engine::new(&TemplateSet::builtin());
    let job = agency.jobs().remove(0);
    let pages = engine.layout(&job.main, job.data).unwrap();
    assert!(agency.sheets()[0]["jangkar"].is_null());
    assert!(pages.iter().flat_map(|page| &page.runs).all(|run| !run.text.contains("BSrE")));
}

#[test]
fn one_person_signs_electronically_in_an_office_of_ink() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2)).with(pegawai(110, "Pegawai Contoh 02", 2));
    agency.people[0].elektronik = Some(true);
    agency.settings.kertas_mm = (210.0, 297.0);
    agency.settings.kop = kop(None);
    with_targets(&mut agency, 2);
    check("tte-perorangan", &agency, 2);
    let sheets = agency.sheets();
    assert!(!sheets[2]["jangkar"].is_null() && sheets[3]["jangkar"].is_null());
}

#[test]
fn one_person_signs_by_hand_in_an_office_of_electronic_signatures() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2));
    form(&mut agency, Jenjang::Fungsional).elektronik = true;
    agency.people[0].elektronik = Some(false);
    assert!(agency.sheets()[2]["jangkar"].is_null());
}

#[test]
fn stamp_of_the_edition_with_its_code_in_ink() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1));
    agency.settings.edisi = Some(Edisi { nama: "Murni".into(), id: "2026-1".into() });
    agency.settings.kode_qr = true;
    with_targets(&mut agency, 1);
    let pages = check("cap-edisi", &agency, 1);
    for (page, number) in pages.iter().zip(1..) {
        let line: String = page.runs.iter().map(|run| run.text.as_str()).collect();
        assert!(line.contains("Edisi Murni – 2026-1") && line.contains(&format!("Halaman {number} dari 2")), "{line}");
    }
    assert_eq!(agency.sheets()[1]["kaki"]["qr"]["sisi"], 21);
}

#[test]
fn copy_for_the_website_has_masked_nip_and_nothing_of_a_signature() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01", 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.people[0].nip = Some(text(101, "199001012023211001"));
    (agency.people[0].pangkat, agency.people[0].golongan) = (None, Some(text(103, "IX")));
    form(&mut agency, Jenjang::Fungsional).elektronik = true;
    with_targets(&mut agency, 2);
    agency.settings = agency.settings.publication();
    let pages = check("publikasi", &agency, 2);
    let printed: String = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str()).collect();
    assert!(printed.contains('•') && !printed.contains("1990") && !printed.contains("BSrE"), "{printed}");
}
