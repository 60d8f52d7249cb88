//! Editions that differ in one thing, and what is said about it.

use super::*;
use crate::cascade::testing::{Matrix, cell, matrix, text};
use crate::cascade::{Confirmed, Pegawai, Settings, build};
use crate::matrix::draft::Draft;
use crate::report::Style;

/// Root, two administrators, one subordinate each.
fn office() -> Matrix {
    matrix()
        .post(0, "KEPALA DINAS")
        .sasaran("Meningkatnya layanan")
        .indikator("1 Indeks layanan")
        .post(1, "SEKRETARIS")
        .below(0)
        .sasaran("1 Tertibnya keuangan")
        .sasaran("2 Tertibnya aset")
        .indikator("1 Jumlah laporan keuangan bulanan")
        .indikator("2 Jumlah daftar aset")
        .post(1, "KEPALA BIDANG")
        .below(0)
        .sasaran("Terlayaninya warga")
        .indikator("1 Jumlah warga terlayani")
        .indikator("2 Jumlah keluhan selesai")
        .post(2, "Penata")
        .below(1)
        .sasaran("Tersedianya arsip")
        .indikator("1 Jumlah arsip tertata")
        .post(2, "Penata")
        .below(2)
        .sasaran("Tersedianya data")
        .indikator("1 Jumlah data terolah")
}

const KEPALA: usize = 0;
const SEKRETARIS: usize = 1;
const BIDANG: usize = 2;
const PENATA_BIDANG: usize = 4;

/// One person on every jabatan: name, NIP, jabatan.
fn roster() -> Vec<Pegawai> {
    (0..5).map(|post| person(post, &format!("Pegawai Contoh 0{post}"), &format!("19900101201501100{post}"))).collect()
}

fn person(post: usize, nama: &str, nip: &str) -> Pegawai {
    Pegawai {
        nip: Some(text(nip, &format!("Y{}", post + 1))),
        pangkat: Some(text("Penata", &format!("X{}", post + 1))),
        golongan: Some(text("III/c", &format!("W{}", post + 1))),
        ..Pegawai::new(text(nama, &format!("Z{}", post + 1)), post)
    }
}

fn cascade(matrix: &Matrix, pegawai: Vec<Pegawai>, settings: &Settings) -> Cascade {
    let built = build(&matrix.draft(), settings).cascade.unwrap();
    Cascade::new("Dinas Contoh".into(), 2026, built.jabatan().to_vec(), pegawai).unwrap()
}

fn edition(cascade: &Cascade) -> Edition<'_> {
    Edition { cascade, pimpinan: Some(Pimpinan { jabatan: "Wali Kota Contoh", nama: "" }) }
}

fn revised(matrix: &Matrix, pegawai: Vec<Pegawai>, settings: &Settings) -> Revision {
    let old = cascade(&office(), roster(), &Settings::default());
    let new = cascade(matrix, pegawai, settings);
    compare(edition(&old), edition(&new))
}

fn after(change: impl FnOnce(&mut Draft)) -> Revision {
    revised(&office().with(change), roster(), &Settings::default())
}

fn after_people(change: impl FnOnce(&mut Vec<Pegawai>)) -> Revision {
    let mut people = roster();
    change(&mut people);
    revised(&office(), people, &Settings::default())
}

/// Every change as `whose: event [semula → menjadi]`.
fn told(revision: &Revision) -> Vec<String> {
    let line = |name: &str, change: &Change| {
        let side = |side: &Option<Side>| side.as_ref().map_or("–".to_owned(), |side| side.teks.clone());
        format!("{name}: {} [{} → {}]", phrase::event(change), side(&change.semula), side(&change.menjadi))
    };
    let jabatan = revision.jabatan.iter().flat_map(|j| j.changes.iter().map(|change| line(&j.nama, change)));
    let pegawai = revision.pegawai.iter().flat_map(|p| p.changes.iter().map(|change| line(&p.nama, change)));
    revision.umum.iter().map(|change| line("umum", change)).chain(jabatan).chain(pegawai).collect()
}

/// Signers as `name: reasons`.
fn signers(list: &[Signer]) -> Vec<String> {
    list.iter().map(|s| format!("{}: {}", s.nama.clone().unwrap_or_default(), s.alasan.join(", "))).collect()
}

#[test]
fn the_same_edition_has_no_changes_and_nobody_signs() {
    let revision = after(|_| ());
    assert!(revision.is_empty() && revision.must_sign.is_empty());
    assert!(jobs(&revision, &print_settings()).is_empty());
}

#[test]
fn moved_rows_and_renamed_sheets_are_no_changes() {
    let moved = office().with(|draft| {
        draft.blocks[BIDANG].indikator.reverse();
        draft.blocks.swap(SEKRETARIS, BIDANG);
        for block in &mut draft.blocks {
            block.nama.place.sheet = "Matriks 2026".into();
            block.nama.place.pos.row += 7;
        }
        // The blocks changed places, so did what stands above the staff.
        draft.blocks[3].superior = Some(crate::matrix::draft::Superior::Column(2));
        draft.blocks[4].superior = Some(crate::matrix::draft::Superior::Column(1));
    });
    let mut people = roster();
    (people[SEKRETARIS].jabatan, people[BIDANG].jabatan) = (BIDANG, SEKRETARIS);
    let revision = revised(&moved, people, &Settings::default());
    assert_eq!(told(&revision), [""; 0]);
}

#[test]
fn a_reworded_indikator_is_the_same_one_and_its_holder_signs_again() {
    let revision = after(|draft| draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into());
    assert_eq!(
        told(&revision),
        ["KEPALA BIDANG: indikator diubah [Jumlah warga terlayani → Persentase warga terlayani]"]
    );
    assert_eq!(signers(&revision.must_sign.ulang), ["Pegawai Contoh 02: indikator"]);
    assert_eq!(revision.jabatan[0].pemegang, ["Pegawai Contoh 02"]);
}

#[test]
fn a_new_number_alone_needs_no_signature_unless_it_breaks_the_pairs() {
    let revision = after(|draft| draft.blocks[BIDANG].indikator[1].nomor = Some("3".into()));
    assert_eq!(told(&revision), ["KEPALA BIDANG: nomor indikator diubah [2 → 3]"]);
    assert!(revision.must_sign.is_empty());

    let revision = after(|draft| draft.blocks[SEKRETARIS].indikator[1].nomor = Some("3".into()));
    let pairs = "SEKRETARIS: pasangan sasaran dan indikator diubah [2 kelompok, masing-masing 1 sasaran \
                 dengan 1 indikator → 2 sasaran dengan 2 indikator]";
    assert_eq!(told(&revision), ["SEKRETARIS: nomor indikator diubah [2 → 3]", pairs]);
    assert_eq!(signers(&revision.must_sign.ulang), ["Pegawai Contoh 01: pasangan sasaran dan indikator"]);
}

#[test]
fn targets_and_quarters_are_compared_cell_by_cell() {
    let settings = Settings::default();
    let with = |target: &str, quarter: &str| {
        office().with(|draft| {
            let item = &mut draft.blocks[BIDANG].indikator[0];
            item.target = Some(text(target, "T1"));
            item.satuan = Some(text("orang", "S1"));
            item.triwulan = Some([None, Some(text(quarter, "U1")), None, None]);
        })
    };
    let old = cascade(&with("85", "40"), roster(), &settings);
    let new = cascade(&with("90", "45"), roster(), &settings);
    let revision = compare(edition(&old), edition(&new));
    assert_eq!(
        told(&revision),
        ["KEPALA BIDANG: target diubah [85 → 90]", "KEPALA BIDANG: target triwulan II diubah [40 → 45]"]
    );
    let change = &revision.jabatan[0].changes[0];
    assert_eq!(change.menjadi.as_ref().unwrap().place, Some(cell("T1")));
    assert_eq!(change.pada.as_deref(), Some("Jumlah warga terlayani"));
}

#[test]
fn inserted_and_removed_rows_are_new_and_gone() {
    let revision = after(|draft| {
        let mut item = draft.blocks[BIDANG].indikator[0].clone();
        item.uraian = "Nilai kepuasan".into();
        draft.blocks[BIDANG].indikator[1] = item;
    });
    assert_eq!(
        told(&revision),
        [
            "KEPALA BIDANG: indikator baru [– → Nilai kepuasan]",
            "KEPALA BIDANG: indikator dihapus [Jumlah keluhan selesai → –]"
        ]
    );
}

#[test]
fn a_renamed_jabatan_touches_its_subordinates_sheets() {
    let revision = after(|draft| draft.blocks[BIDANG].nama.value = "KEPALA BIDANG LAYANAN".into());
    assert_eq!(told(&revision), ["KEPALA BIDANG LAYANAN: nama jabatan diubah [KEPALA BIDANG → KEPALA BIDANG LAYANAN]"]);
    assert_eq!(
        signers(&revision.must_sign.ulang),
        ["Pegawai Contoh 02: nama jabatan", "Pegawai Contoh 04: nama jabatan Pihak Kedua"]
    );
}

#[test]
fn a_jabatan_under_another_superior_has_moved() {
    let settings = Settings {
        struktur: vec![Confirmed { bawahan: "Penata (Matriks!E41)".into(), atasan: "SEKRETARIS".into(), baris: 1 }],
        ..Settings::default()
    };
    // The blocks keep their order within a level, so the roster stays as it is.
    let revision = revised(&office(), roster(), &settings);
    assert_eq!(told(&revision), ["Penata: pindah ke atasan lain [KEPALA BIDANG → SEKRETARIS]"]);
    assert_eq!(signers(&revision.must_sign.ulang), ["Pegawai Contoh 04: Pihak Kedua berganti"]);
}

#[test]
fn a_new_holder_signs_and_the_subordinates_sign_with_them() {
    let revision = after_people(|people| people[BIDANG] = person(BIDANG, "Pegawai Contoh 09", "199009092015091009"));
    assert_eq!(
        told(&revision),
        [
            "Pegawai Contoh 09: memegang jabatan [– → KEPALA BIDANG]",
            "Pegawai Contoh 02: melepas jabatan [KEPALA BIDANG → –]"
        ]
    );
    let list = &revision.must_sign;
    assert_eq!(signers(&list.ulang), ["Pegawai Contoh 04: Pihak Kedua berganti"]);
    assert_eq!(signers(&list.baru), ["Pegawai Contoh 09: pemegang baru"]);
    assert_eq!(signers(&list.keluar), ["Pegawai Contoh 02: tidak lagi memegang jabatan ini"]);
}

#[test]
fn two_who_change_places_both_moved() {
    let revision = after_people(|people| {
        (people[SEKRETARIS].jabatan, people[BIDANG].jabatan) = (BIDANG, SEKRETARIS);
    });
    let moved = |nama, from, to| format!("Pegawai Contoh {nama}: pindah jabatan [{from} → {to}]");
    assert_eq!(
        told(&revision),
        [moved("01", "SEKRETARIS", "KEPALA BIDANG"), moved("02", "KEPALA BIDANG", "SEKRETARIS")]
    );
    assert_eq!((revision.must_sign.ulang.len(), revision.must_sign.baru.len()), (2, 2));
}

#[test]
fn a_persons_own_data_is_compared_and_a_nip_is_never_shown() {
    let revision = after_people(|people| {
        people[KEPALA].nama.value = "Pegawai Contoh 00, M.Si.".into();
        people[KEPALA].nip.as_mut().unwrap().value = "199001012015011099".into();
        people[PENATA_BIDANG].golongan.as_mut().unwrap().value = "III/d".into();
        people[PENATA_BIDANG].nip.as_mut().unwrap().value = "19900101 201501 1 004".into();
    });
    assert_eq!(
        told(&revision),
        [
            "Pegawai Contoh 00, M.Si.: nama pegawai diubah [Pegawai Contoh 00 → Pegawai Contoh 00, M.Si.]",
            "Pegawai Contoh 00, M.Si.: NIP diubah [ → ]",
            "Pegawai Contoh 04: golongan diubah [III/c → III/d]"
        ]
    );
    assert_eq!(
        signers(&revision.must_sign.ulang),
        [
            "Pegawai Contoh 00, M.Si.: nama pegawai, NIP",
            "Pegawai Contoh 01: data Pihak Kedua",
            "Pegawai Contoh 02: data Pihak Kedua",
            "Pegawai Contoh 04: golongan"
        ]
    );
    let shown = [json(&revision), terminal(&revision, Style { colour: false, width: 80 })].concat();
    let printed = jobs(&revision, &print_settings()).remove(0).data;
    for text in [shown, String::from_utf8(printed).unwrap()] {
        assert!(!text.contains("1990010120150110"), "{text}");
    }
}

#[test]
fn a_jabatan_that_came_and_one_that_is_gone_are_one_change_each() {
    let revision = revised(
        &office().with(|draft| {
            let block = &mut draft.blocks[PENATA_BIDANG];
            block.nama.value = "Operator Komputer".into();
            block.sasaran[0].uraian = "Terpeliharanya perangkat".into();
            block.indikator.clear();
        }),
        roster(),
        &Settings::default(),
    );
    assert_eq!(
        told(&revision),
        [
            "Operator Komputer: jabatan baru [– → Operator Komputer]",
            "Penata: jabatan dihapus [Penata → –]",
            "Pegawai Contoh 04: pindah jabatan [Penata → Operator Komputer]"
        ]
    );
    assert_eq!(signers(&revision.must_sign.baru), ["Pegawai Contoh 04: jabatan baru"]);
    assert_eq!(signers(&revision.must_sign.keluar), ["Pegawai Contoh 04: jabatan tidak ada lagi"]);
}

#[test]
fn another_head_of_region_touches_the_top_sheet_only() {
    let cascade = cascade(&office(), roster(), &Settings::default());
    let head = |nama| Edition { cascade: &cascade, pimpinan: Some(Pimpinan { jabatan: "Wali Kota Contoh", nama }) };
    let revision = compare(head(""), head("Pegawai Contoh 99"));
    assert_eq!(
        told(&revision),
        ["umum: pimpinan daerah diubah [Wali Kota Contoh → Wali Kota Contoh Pegawai Contoh 99]"]
    );
    assert_eq!(signers(&revision.must_sign.ulang), ["Pegawai Contoh 00: Pihak Kedua berganti"]);
}

#[test]
fn without_a_roster_the_jabatan_sign() {
    let old = cascade(&office(), Vec::new(), &Settings::default());
    let new = office().with(|draft| draft.blocks[BIDANG].sasaran[0].uraian = "Terlayaninya semua warga".into());
    let new = cascade(&new, Vec::new(), &Settings::default());
    let list = compare(edition(&old), edition(&new)).must_sign;
    assert_eq!((list.ulang.len(), list.baru.len(), list.keluar.len()), (1, 0, 0));
    assert_eq!((&list.ulang[0].nama, list.ulang[0].jabatan.as_str()), (&None, "KEPALA BIDANG"));
}

#[test]
fn the_terminal_marks_words_without_colour() {
    let revision = after(|draft| {
        draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into();
        draft.blocks[BIDANG].indikator[1].nomor = Some("3".into());
    });
    let expected = "\
Dinas Contoh 2026
2 perubahan pada 1 jabatan.
Kata yang hilang ditandai [-begini-], kata yang baru {+begini+}.

KEPALA BIDANG (Bidang)
  indikator diubah (Matriks!C23)
    semula   [-Jumlah-] warga terlayani
    menjadi  {+Persentase+} warga terlayani
  nomor indikator: 2 → 3 (Matriks!C24) — Jumlah
    keluhan selesai

1 lembar ditandatangani ulang.
  Tanda tangan ulang: 1
    Pegawai Contoh 02, KEPALA BIDANG (Bidang):
      indikator
";
    assert_eq!(terminal(&revision, Style { colour: false, width: 48 }), expected);
}

#[test]
fn the_json_has_both_sides_their_cells_and_the_words() {
    let revision = after(|draft| draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into());
    let value: serde_json::Value = serde_json::from_str(&json(&revision)).unwrap();
    let change = &value["jabatan"][0]["perubahan"][0];
    assert_eq!(change["jenis"], "indikator");
    assert_eq!(change["semula"]["sel"], "Matriks!C23");
    assert_eq!(change["menjadi"]["teks"], "Persentase warga terlayani");
    assert_eq!(change["kata"][0], serde_json::json!({ "nasib": "hapus", "teks": "Jumlah" }));
    assert_eq!(value["ringkasan"]["ulang"], 1);
    assert_eq!(value["tanda_tangan"]["ulang"][0]["alasan"][0], "indikator");
}

#[test]
fn the_workbook_reads_back_with_every_change_and_every_signer() {
    let revision = after_people(|people| people[BIDANG] = person(BIDANG, "Pegawai Contoh 09", "199009092015091009"));
    let bytes = workbook(&revision).unwrap();
    assert_eq!(bytes, workbook(&revision).unwrap());
    let grids = crate::workbook::read_bytes("perubahan.xlsx", bytes).unwrap();
    let rows = |at: usize| grids[at].last_row();
    assert_eq!((grids[0].sheet(), rows(0)), ("Perubahan", 3 + 2));
    assert_eq!((grids[1].sheet(), rows(1)), ("Tanda tangan", 3 + 3));
}

fn print_settings() -> PrintSettings {
    PrintSettings { kertas_mm: (215.0, 330.0), semula: "Murni".into(), menjadi: "Perubahan".into(), date: (2026, 7, 1) }
}

#[test]
fn the_printed_report_is_typeset_and_a_citys_is_cut_into_parts() {
    let revision = after(|draft| {
        draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into();
        draft.blocks[BIDANG].nama.value = "KEPALA BIDANG LAYANAN".into();
    });
    let engine = crate::typeset::Engine::new(&crate::typeset::TemplateSet::builtin());
    let job = jobs(&revision, &print_settings()).remove(0);
    assert_eq!(job.path, "laporan/perubahan.pdf");
    engine.render(&job.main, job.data, &job.settings).unwrap();

    let mut city = revision;
    city.jabatan = vec![city.jabatan[0].clone(); 301];
    let jobs = jobs(&city, &print_settings());
    let paths: Vec<_> = jobs.iter().map(|job| job.path.as_str()).collect();
    assert_eq!(paths, ["laporan/perubahan.pdf", "laporan/perubahan-2.pdf", "laporan/perubahan-3.pdf"]);
    for job in jobs {
        engine.render(&job.main, job.data, &job.settings).unwrap();
    }
}
