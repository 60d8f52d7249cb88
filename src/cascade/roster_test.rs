//! The cases that come every year: who holds what, and whose target it is.

use super::testing::{matrix, row, text};
use super::{
    AnggaranRow, Built, Pegawai, Roster, RosterRow, Settings, StatusJabatan, TargetRow, TingkatAnggaran, build, join,
};

/// A head, a secretary, a head of unit, and a clerk below each of the two.
fn office() -> Built {
    let draft = matrix()
        .post(0, "KEPALA DINAS CONTOH")
        .sasaran("Meningkatnya mutu")
        .indikator("Indeks mutu")
        .post(1, "SEKRETARIS")
        .below(0)
        .sasaran("Tertibnya arsip")
        .indikator("Persentase arsip")
        .post(1, "KEPALA BIDANG CONTOH")
        .below(0)
        .sasaran("Lengkapnya data")
        .indikator("Persentase data")
        .post(2, "Staf")
        .below(1)
        .sasaran("Tersusunnya laporan")
        .indikator("Jumlah laporan")
        .post(2, "Staf")
        .below(2)
        .sasaran("Tersusunnya laporan")
        .indikator("Jumlah laporan")
        .post(2, "Jabatan Fungsional Penyuluh Ahli Muda/Pekerja Ahli Muda")
        .below(2)
        .with(|draft| {
            draft.foot.jabatan = Some(text("KEPALA DINAS CONTOH", "A80"));
            draft.foot.nama = Some(text("Pegawai Contoh 01", "A81"));
        });
    let settings = Settings { instansi: "Dinas Contoh".into(), tahun: 2026, ..Settings::default() };
    build(&draft.draft(), &settings)
}

fn target(indikator: &str, target: &str) -> TargetRow {
    TargetRow {
        jabatan: None,
        pegawai: None,
        nip: None,
        sasaran: None,
        indikator: text(indikator, "A9"),
        satuan: None,
        target: Some(text(target, "B9")),
        triwulan: None,
        kunci: None,
    }
}

fn joined(roster: Roster) -> Built {
    join(office(), &roster)
}

fn codes(built: &Built) -> Vec<&'static str> {
    let codes = built.findings.iter().map(|finding| finding.code);
    codes.filter(|code| *code != "ORANG-05").collect()
}

#[test]
fn people_are_put_on_their_posts_in_every_way_of_writing_them() {
    for (jabatan, post) in [
        ("Sekretaris", 1),
        ("Sekretaris Dinas Contoh", 1),
        ("Staf (Matriks!E41)", 4),
        ("Pekerja Ahli Muda", 5),
        ("Jabatan Fungsional Pekerja Ahli Muda", 5),
        ("Plt. Kepala Bidang Contoh", 2),
        ("Pekerja Ahli Muda - Bendahara", 5),
        ("Plh. Sekretaris – Pengurus Barang", 1),
    ] {
        let built = joined(Roster { pegawai: vec![row("Pegawai Contoh 02", jabatan)], ..Roster::default() });
        let cascade = built.cascade.as_ref().unwrap();
        assert_eq!(cascade.pegawai().last().unwrap().jabatan, post, "{jabatan}");
        assert_eq!(codes(&built), [] as [&str; 0], "{jabatan}");
    }
}

#[test]
fn the_status_stands_before_the_jabatan_or_in_its_own_column() {
    let mut own = row("Pegawai Contoh 03", "SEKRETARIS");
    own.status = Some(text("Plh.", "F2"));
    let built = joined(Roster { pegawai: vec![row("Pegawai Contoh 02", "Plt. SEKRETARIS"), own], ..Roster::default() });
    let status: Vec<_> = built.cascade.unwrap().pegawai().iter().map(|person| person.status).collect();
    assert_eq!(status, [StatusJabatan::Definitif, StatusJabatan::Plt, StatusJabatan::Plh]);
}

#[test]
fn twins_are_told_apart_by_unit_or_superior_and_else_reported() {
    let mut by_unit = row("Pegawai Contoh 02", "Staf");
    by_unit.unit = Some(text("Bidang Contoh", "F2"));
    let mut by_superior = row("Pegawai Contoh 03", "Staf");
    by_superior.atasan = Some(text("Sekretaris", "F3"));
    let built =
        joined(Roster { pegawai: vec![by_unit, by_superior, row("Pegawai Contoh 04", "Staf")], ..Roster::default() });
    let posts: Vec<_> = built.cascade.as_ref().unwrap().pegawai().iter().map(|person| person.jabatan).collect();
    assert_eq!(posts, [0, 4, 3]);
    assert_eq!(codes(&built), ["ORANG-04"]);
}

#[test]
fn an_unknown_jabatan_offers_the_nearest_and_puts_nobody_anywhere() {
    let built = joined(Roster { pegawai: vec![row("Pegawai Contoh 02", "Sekertaris")], ..Roster::default() });
    assert_eq!(codes(&built), ["ORANG-03"]);
    assert!(built.findings.iter().any(|finding| finding.hint == "Mungkin maksudnya \"SEKRETARIS\"?"));
    assert_eq!(built.cascade.unwrap().pegawai().len(), 1);
}

#[test]
fn the_rosters_head_takes_the_place_of_the_foots() {
    let built = joined(Roster { pegawai: vec![row("Pegawai Contoh 01", "Kepala Dinas Contoh")], ..Roster::default() });
    assert_eq!(built.cascade.unwrap().pegawai().len(), 1);
    let vacant = built.findings.iter().filter(|finding| finding.code == "ORANG-05").count();
    assert_eq!(vacant, 5);
}

#[test]
fn a_head_who_left_is_not_taken_from_the_foot() {
    let left = text("KEPALA DINAS CONTOH", "F1");
    let people = vec![row("Pegawai Contoh 02", "SEKRETARIS")];
    let built = joined(Roster { pegawai: people.clone(), ..Roster::default() });
    assert_eq!(built.cascade.unwrap().pegawai().len(), 2);
    let built = joined(Roster { pegawai: people, lowong: vec![left], ..Roster::default() });
    let posts: Vec<_> = built.cascade.unwrap().pegawai().iter().map(|person| person.jabatan).collect();
    assert_eq!(posts, [1]);
}

#[test]
fn another_superior_is_the_persons_own() {
    let mut person = row("Pegawai Contoh 02", "Staf (Matriks!E41)");
    person.atasan = Some(text("SEKRETARIS", "F2"));
    let mut lost = row("Pegawai Contoh 03", "SEKRETARIS");
    lost.atasan = Some(text("Camat", "F3"));
    let built = joined(Roster { pegawai: vec![person, lost], ..Roster::default() });
    assert_eq!(codes(&built), ["ORANG-09"]);
    assert_eq!(built.cascade.unwrap().pegawai()[1].atasan, Some(1));
}

#[test]
fn targets_are_joined_by_text_or_cell() {
    let cell = office().cascade.unwrap().jabatan()[4].kelompok[0].indikator[0].place.to_string();
    let rows =
        vec![target("indeks  mutu", "85"), target(&cell, "12"), target("Jumlah laporan", "9"), target("x y", "1")];
    let built = joined(Roster { target: rows, ..Roster::default() });
    assert_eq!(codes(&built), ["TARGET-12", "TARGET-11"]);
    let cascade = built.cascade.unwrap();
    let value = |post: usize| cascade.jabatan()[post].kelompok[0].indikator[0].target.as_ref().map(|t| t.value.clone());
    assert_eq!((value(0).as_deref(), value(3), value(4).as_deref()), (Some("85"), None, Some("12")));
}

/// The cells of the matrix that a finding names beside its own.
fn touched(roster: Roster, code: &str) -> Vec<String> {
    let built = joined(roster);
    let finding = built.findings.iter().find(|finding| finding.code == code).unwrap();
    finding.others.iter().map(|place| place.pos.to_string()).collect()
}

#[test]
fn an_error_outside_of_the_matrix_touches_the_posts_that_may_be_meant() {
    let people = |jabatan: &str| Roster { pegawai: vec![row("Pegawai Contoh 02", jabatan)], ..Roster::default() };
    assert_eq!(touched(people("Sekertaris"), "ORANG-03"), ["B21"]);
    assert_eq!(touched(people("Camat"), "ORANG-03"), [] as [&str; 0]);
    let targets = |indikator: &str, jabatan: Option<&str>| {
        let row = TargetRow { jabatan: jabatan.map(|name| text(name, "C9")), ..target(indikator, "40") };
        Roster { target: vec![row], ..Roster::default() }
    };
    // The nearest indikator, of the row's own jabatan where it names one.
    assert_eq!(touched(targets("Persentase arsp", None), "TARGET-11"), ["B23"]);
    assert_eq!(touched(targets("Jumlah laporn", Some("Staf (Matriks!E41)")), "TARGET-11"), ["E43"]);
    assert_eq!(touched(targets("Opini", Some("Sekretaris")), "TARGET-11"), ["B21"]);
    assert_eq!(touched(targets("Opini", None), "TARGET-11"), [] as [&str; 0]);
}

#[test]
fn a_person_may_have_own_targets_or_leave_one_out() {
    let own = |person: &str, value: &str| TargetRow {
        pegawai: Some(text(person, "C9")),
        ..target("Persentase arsip", value)
    };
    let rows = vec![own("Pegawai Contoh 02", "40"), own("Pegawai Contoh 03", "-"), own("Pegawai Contoh 99", "1")];
    let people = vec![row("Pegawai Contoh 02", "SEKRETARIS"), row("Pegawai Contoh 03", "SEKRETARIS")];
    let built = joined(Roster { pegawai: people, target: rows, ..Roster::default() });
    assert_eq!(codes(&built), ["TARGET-14"]);
    let cascade = built.cascade.unwrap();
    let own: Vec<_> = cascade.pegawai().iter().flat_map(|person| &person.khusus).collect();
    assert_eq!((own[0].target.as_ref().unwrap().value.as_str(), own[1].dikecualikan), ("40", true));
    assert!(cascade.jabatan()[1].kelompok[0].indikator[0].target.is_none());
}

#[test]
fn a_target_that_differs_from_the_matrix_own_is_an_error_at_both_cells() {
    let of = |own: &str, listed: &str| {
        let draft = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Indeks mutu").with(|draft| {
            draft.blocks[0].indikator[0].target = Some(text(own, "D3"));
        });
        let built = build(&draft.draft(), &Settings::default());
        join(built, &Roster { target: vec![target("Indeks mutu", listed)], ..Roster::default() })
    };
    assert_eq!(codes(&of("3,5", "3,5")), [] as [&str; 0]);
    let built = of("3,5", "4");
    let finding = built.findings.iter().find(|finding| finding.code == "TARGET-13").unwrap();
    assert_eq!(finding.place.as_ref().unwrap().pos.to_string(), "B9");
    assert_eq!(finding.others[0].pos.to_string(), "D3");
}

#[test]
fn two_targets_that_differ_are_an_error_and_the_first_counts() {
    let built =
        joined(Roster { target: vec![target("Indeks mutu", "85"), target("Indeks mutu", "90")], ..Roster::default() });
    assert_eq!(codes(&built), ["TARGET-13"]);
    // The same target in a copy of the list is no second one.
    let mut copy = target("Indeks mutu", "85");
    copy.target = Some(text("85", "B20"));
    let built = joined(Roster { target: vec![target("Indeks mutu", "85"), copy], ..Roster::default() });
    assert_eq!(codes(&built), [] as [&str; 0]);
}

#[test]
fn a_target_beside_another_jabatan_or_an_unknown_one_is_an_error() {
    let beside = |jabatan: &str| TargetRow { jabatan: Some(text(jabatan, "C9")), ..target("Persentase arsip", "40") };
    for (jabatan, code) in
        [("Sekretaris", None), ("Kepala Bidang Contoh", Some("TARGET-15")), ("Camat", Some("ORANG-03"))]
    {
        let built = joined(Roster { target: vec![beside(jabatan)], ..Roster::default() });
        assert_eq!(codes(&built).first().copied(), code, "{jabatan}");
        let cascade = built.cascade.unwrap();
        let target = &cascade.jabatan()[1].kelompok[0].indikator[0].target;
        assert_eq!(target.is_some(), code.is_none(), "{jabatan}");
    }
}

#[test]
fn a_key_counts_before_the_name() {
    let mut person = row("Pegawai Contoh 02", "Staf");
    person.kunci = Some(office().cascade.unwrap().jabatan()[4].place.to_string());
    let built = joined(Roster { pegawai: vec![person], ..Roster::default() });
    assert_eq!((codes(&built).len(), built.cascade.unwrap().pegawai()[1].jabatan), (0, 4));
}

#[test]
fn a_person_listed_twice_on_a_post_is_told_and_printed_once() {
    let mut first = row("Pegawai Contoh 02", "SEKRETARIS");
    first.nip = Some(text("199001012015011001", "B2"));
    let mut again = first.clone();
    again.nama.value = "PEGAWAI CONTOH 02".into();
    let mut other = row("Pegawai Contoh 02", "KEPALA BIDANG CONTOH");
    other.status = Some(text("Plt.", "F4"));
    let built = joined(Roster { pegawai: vec![first, again, other], ..Roster::default() });
    assert_eq!(codes(&built), ["ORANG-12"]);
    let posts: Vec<_> = built.cascade.unwrap().pegawai().iter().map(|person| person.jabatan).collect();
    assert_eq!(posts, [0, 1, 2]);
}

#[test]
fn a_superior_may_be_named_as_a_person_and_the_heads_is_no_post() {
    let mut head = row("Pegawai Contoh 01", "KEPALA DINAS CONTOH");
    head.atasan = Some(text("Wali Kota Contoh", "F2"));
    let mut clerk = row("Pegawai Contoh 03", "Staf (Matriks!E41)");
    clerk.atasan = Some(text("Pegawai Contoh 02", "F3"));
    let built =
        joined(Roster { pegawai: vec![head, row("Pegawai Contoh 02", "SEKRETARIS"), clerk], ..Roster::default() });
    assert_eq!(codes(&built), [] as [&str; 0]);
    assert_eq!(built.cascade.unwrap().pegawai()[2].atasan, Some(1));
}

#[test]
fn of_several_holders_the_named_one_signs_and_the_head_of_region_may() {
    let staff = "Staf (Matriks!E41)";
    let penyuluh = office().cascade.unwrap().jabatan()[5].nama.clone();
    let held = [("Pegawai Contoh 02", "Penyuluh Ahli Muda"), ("Pegawai Contoh 03", "Pekerja Ahli Muda")];
    let mut people: Vec<_> = held.map(|(nama, jabatan)| row(nama, jabatan)).into();
    for (nama, atasan) in [
        ("Pegawai Contoh 04", "Pekerja Ahli Muda"),
        ("Pegawai Contoh 05", "Pegawai Contoh 02"),
        ("Pegawai Contoh 06", penyuluh.as_str()),
        ("Pegawai Contoh 07", "Wali Kota Contoh"),
    ] {
        let mut clerk = row(nama, staff);
        clerk.atasan = Some(text(atasan, "F9"));
        people.push(clerk);
    }
    let built = joined(Roster { pegawai: people, pimpinan: "WALI KOTA CONTOH".into(), ..Roster::default() });
    assert_eq!(codes(&built), [] as [&str; 0]);
    let cascade = built.cascade.unwrap();
    let signs = cascade.pegawai()[3..].iter();
    let signs: Vec<_> =
        signs.map(|one| (one.atasan, one.pihak_kedua.as_ref().map(|name| &*name.value), one.kepada_pimpinan)).collect();
    let named = [Some("Pegawai Contoh 03"), Some("Pegawai Contoh 02"), None];
    assert_eq!(signs[..3], named.map(|name| (Some(5), name, false)));
    assert_eq!(signs[3], (None, None, true));
}

#[test]
fn an_acting_holder_is_named_by_his_status_and_has_a_name_without_it() {
    let mut people = vec![row("Pegawai Contoh 02", "SEKRETARIS"), row("Plh. Pegawai Contoh 03", "SEKRETARIS")];
    for atasan in ["Plh. Sekretaris", "Plh. Pegawai Contoh 03", "Sekretaris"] {
        let mut clerk = row("Pegawai Contoh 04", "Staf (Matriks!D41)");
        (clerk.atasan, clerk.nama.value) = (Some(text(atasan, "F9")), format!("Bawahan {atasan}"));
        people.push(clerk);
    }
    let built = joined(Roster { pegawai: people, ..Roster::default() });
    assert_eq!(codes(&built), [] as [&str; 0]);
    let cascade = built.cascade.unwrap();
    let acting = &cascade.pegawai()[2];
    assert_eq!((acting.nama.value.as_str(), acting.status), ("Pegawai Contoh 03", StatusJabatan::Plh));
    let named: Vec<_> = cascade.pegawai()[3..].iter().map(|one| one.pihak_kedua.as_ref().map(|n| &*n.value)).collect();
    assert_eq!(named, [Some("Pegawai Contoh 03"), Some("Pegawai Contoh 03"), None]);
}

#[test]
fn a_person_signs_electronically_or_by_hand_where_the_roster_says_so() {
    let says = |word: &str| {
        let row = RosterRow { tte: Some(text(word, "H2")), ..row("Pegawai Contoh 01", "Kepala Dinas Contoh") };
        let built = joined(Roster { pegawai: vec![row], ..Roster::default() });
        (built.cascade.as_ref().unwrap().pegawai()[0].elektronik, codes(&built))
    };
    for (word, expected) in [("Ya", true), ("TTE", true), ("elektronik", true), ("Tidak", false), ("BASAH", false)] {
        assert_eq!(says(word), (Some(expected), Vec::new()), "{word}");
    }
    assert_eq!(says("nanti"), (None, vec!["ORANG-15"]));
}

#[test]
fn another_head_than_the_matrix_signs_with_is_told() {
    let built = joined(Roster { pegawai: vec![row("Pegawai Contoh 02", "Kepala Dinas Contoh")], ..Roster::default() });
    assert_eq!(codes(&built), ["ORANG-13"]);
}

#[test]
fn money_hangs_below_the_line_that_it_names_or_the_next_higher_one_above() {
    let line = |tingkat, uraian: &str, pagu: &str| AnggaranRow {
        jabatan: text("SEKRETARIS", "A9"),
        tingkat,
        induk: None,
        uraian: text(uraian, "B9"),
        pagu: text(pagu, "C9"),
        keterangan: None,
        kunci: None,
    };
    let rows = vec![
        line(TingkatAnggaran::Program, "Program satu", "10"),
        line(TingkatAnggaran::Kegiatan, "Kegiatan satu", "6"),
        line(TingkatAnggaran::Subkegiatan, "Bagian", "6"),
        line(TingkatAnggaran::Program, "Program dua", "5"),
        line(TingkatAnggaran::Kegiatan, "Kegiatan dua", "5"),
        AnggaranRow {
            induk: Some(text("PROGRAM SATU", "A9")),
            ..line(TingkatAnggaran::Kegiatan, "Kegiatan tiga", "4")
        },
    ];
    let cascade = joined(Roster { anggaran: rows, ..Roster::default() }).cascade.unwrap();
    let above: Vec<_> = cascade.anggaran().iter().map(|line| line.induk).collect();
    assert_eq!(above, [None, Some(0), Some(1), None, Some(3), Some(0)]);
}

#[test]
fn an_own_target_goes_to_the_nip_and_to_nobody_where_the_name_is_of_two() {
    let nips = ["199001012015011001", "199102022016022002"];
    let person =
        |nip: &str| RosterRow { nip: Some(text(nip, "B2")), ..row("Dr. Pegawai Contoh 02, S.E.", "SEKRETARIS") };
    let with = |name: &str, nip: Option<&str>, value: &str| TargetRow {
        pegawai: Some(text(name, "C9")),
        nip: nip.map(|nip| text(nip, "D9")),
        ..target("Persentase arsip", value)
    };
    let read = |target: Vec<TargetRow>| {
        let built = joined(Roster { pegawai: nips.map(person).to_vec(), target, ..Roster::default() });
        let own = |person: &Pegawai| person.khusus.first().and_then(|own| Some(own.target.clone()?.value));
        // The first is the matrix's signatory.
        let owns: Vec<_> = built.cascade.as_ref().unwrap().pegawai().iter().skip(1).map(own).collect();
        (owns, codes(&built).into_iter().filter(|code| code.starts_with("TARGET")).collect::<Vec<_>>())
    };
    let some = |value: &str| Some(value.to_owned());
    let name = "Pegawai Contoh 02";
    let both = vec![with(name, Some(nips[1]), "22"), with(name, Some(nips[0]), "11")];
    assert_eq!(read(both), (vec![some("11"), some("22")], vec![]));
    let full = "Dr. Pegawai Contoh 02, S.E.";
    let unsure = [with(full, None, "22"), with("Pegawai Contoh 09", Some(nips[0]), "1"), with(full, Some("1990"), "1")];
    for row in unsure {
        assert_eq!(read(vec![row]), (vec![None, None], vec!["TARGET-14"]));
    }
    let twice = vec![with(name, Some(nips[0]), "22"), with(name, Some(nips[0]), "11")];
    assert_eq!(read(twice), (vec![some("22"), None], vec!["TARGET-13"]));
}
