//! Who holds what, and whose sheets that touches.

use super::*;

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
fn what_a_roster_says_of_one_person_is_compared_for_that_person() {
    use crate::cascade::TargetKhusus;
    let own = |target: Option<&str>, at: &str| TargetKhusus {
        indikator: cell(at),
        dikecualikan: target.is_none(),
        satuan: None,
        target: target.map(|target| text(target, "T9")),
        triwulan: None,
    };
    let indikator = "C23";
    let mut before = roster();
    before[BIDANG].khusus = vec![own(Some("40"), indikator)];
    let old = cascade(&office(), before, &Settings::default());
    let mut after = roster();
    after[BIDANG].khusus = vec![own(Some("45"), indikator), own(None, "C24")];
    after[BIDANG].sebutan = Some(text("Kepala Bidang Umum", "V3"));
    after[PENATA_BIDANG].atasan = Some(SEKRETARIS);
    let new = cascade(&office(), after, &Settings::default());
    let revision = compare(edition(&old), edition(&new));
    assert_eq!(
        told(&revision),
        [
            "Pegawai Contoh 02: sebutan jabatan baru [– → Kepala Bidang Umum]",
            "Pegawai Contoh 02: target diubah [40 → 45]",
            "Pegawai Contoh 02: indikator dikecualikan [– → Jumlah keluhan selesai]",
            "Pegawai Contoh 04: atasan pegawai baru [– → SEKRETARIS]"
        ]
    );
    assert_eq!(
        signers(&revision.must_sign.ulang),
        [
            "Pegawai Contoh 02: sebutan jabatan, target, indikator yang tidak diperjanjikan",
            "Pegawai Contoh 04: Pihak Kedua berganti"
        ]
    );
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
fn a_post_whose_holder_left_waits_for_the_next_one() {
    let revision = after_people(|people| drop(people.remove(BIDANG)));
    let list = &revision.must_sign;
    assert_eq!(signers(&list.ulang), ["Pegawai Contoh 04: Pihak Kedua berganti"]);
    assert_eq!(signers(&list.baru), [": jabatan kosong"]);
    assert_eq!(signers(&list.keluar), ["Pegawai Contoh 02: tidak lagi memegang jabatan ini"]);
    let seat = list.baru[0].seat;
    assert_eq!((seat.jabatan, seat.pegawai), (BIDANG, None));
}

#[test]
fn where_the_sheets_are_known_they_decide() {
    let old = cascade(&office(), roster(), &Settings::default());
    let mut people = roster();
    people[BIDANG].golongan.as_mut().unwrap().value = "III/d".into();
    people.insert(0, person(BIDANG, "Pegawai Contoh 09", "199009092015091009"));
    let new = cascade(&office(), people, &Settings::default());
    let asked = std::cell::RefCell::new(Vec::new());
    let same = |one: Seat, other: Seat| {
        asked.borrow_mut().push((one, other));
        one.jabatan != SEKRETARIS
    };
    let list = compare_sheets(edition(&old), edition(&new), &same).must_sign;
    assert_eq!(signers(&list.ulang), ["Pegawai Contoh 01: isi lembar"], "the golongan is not printed, they say");
    assert_eq!(signers(&list.baru), ["Pegawai Contoh 09: pemegang baru"]);
    // The rows of a person are found however they moved.
    let rows = asked.into_inner().into_iter().map(|(one, other)| (one.pegawai, other.pegawai));
    assert_eq!(rows.collect::<Vec<_>>(), (0..5).map(|row| (Some(row), Some(row + 1))).collect::<Vec<_>>());
}
