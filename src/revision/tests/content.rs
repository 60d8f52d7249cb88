//! What a matrix says: texts, numbers, targets, money, jabatan.

use super::*;
use crate::workbook::place::Source;

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
            block.nama.place.source = Source::new("contoh.xlsx", "Matriks 2026");
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
            item.triwulan = Some(Box::new([None, Some(text(quarter, "U1")), None, None]));
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
fn money_is_compared_line_by_line() {
    use crate::cascade::{Anggaran, TingkatAnggaran};
    let line = |uraian: &str, pagu: &str| Anggaran {
        jabatan: BIDANG,
        tingkat: TingkatAnggaran::Kegiatan,
        induk: None,
        uraian: text(uraian, "M1"),
        pagu: text(pagu, "N1"),
        keterangan: None,
    };
    let with = |lines: Vec<Anggaran>| cascade(&office(), roster(), &Settings::default()).with_anggaran(lines).unwrap();
    let old = with(vec![line("Rehabilitasi Sosial Dasar", "1.000.000"), line("Pemeliharaan Gedung", "5.000")]);
    let new = with(vec![line("Pengadaan Kendaraan", "7.000"), line("Rehabilitasi Sosial Dasar", "2.000.000")]);
    let revision = compare(edition(&old), edition(&new));
    assert_eq!(
        told(&revision),
        [
            "KEPALA BIDANG: anggaran baru [– → Pengadaan Kendaraan]",
            "KEPALA BIDANG: anggaran dihapus [Pemeliharaan Gedung → –]",
            "KEPALA BIDANG: pagu anggaran diubah [1.000.000 → 2.000.000]"
        ]
    );
    assert_eq!(signers(&revision.must_sign.ulang), ["Pegawai Contoh 02: anggaran, pagu anggaran"]);
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
