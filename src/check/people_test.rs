//! People's cases, with invented people only.

use super::{Input, run};
use crate::cascade::testing::{matrix, text};
use crate::cascade::{Pegawai, Settings, StatusJabatan, build};
use crate::finding::{Finding, Severity};
use crate::workbook::grid::{Cell, Grid, Value};
use crate::workbook::place::Pos;

const PNS: &str = "199001012015011001";
const PPPK: &str = "199001012022211001";

/// A person in row `row`: name, NIP, pangkat, golongan; empty is no cell.
fn person(row: u32, values: [&str; 4], jabatan: usize) -> Pegawai {
    let cell = |index: usize, column: char| {
        (!values[index].is_empty()).then(|| text(values[index], &format!("{column}{row}")))
    };
    Pegawai {
        nip: cell(1, 'B'),
        pangkat: cell(2, 'C'),
        golongan: cell(3, 'D'),
        ..Pegawai::new(text(values[0], &format!("A{row}")), jabatan)
    }
}

fn findings(pegawai: Vec<Pegawai>) -> Vec<Finding> {
    findings_beside(pegawai, &[])
}

/// With the sheets that the people were read from.
fn findings_beside(pegawai: Vec<Pegawai>, grids: &[Grid]) -> Vec<Finding> {
    let draft = matrix().post(0, "KEPALA DINAS").post(1, "SEKRETARIS").below(0).post(2, "Staf").below(1).draft();
    let mut built = build(&draft, &Settings { tahun: 2026, ..Settings::default() });
    built.cascade = built.cascade.take().map(|cascade| cascade.with_pegawai(pegawai).unwrap());
    let input = Input { grids, tanggal: "5 Januari 2026", ..Input::new(&draft, &built).unwrap() };
    let findings = run(&input);
    let people = ["NIP", "ORANG", "PANGKAT"];
    findings.into_iter().filter(|finding| people.iter().any(|theme| finding.code.starts_with(theme))).collect()
}

fn codes(pegawai: Vec<Pegawai>) -> Vec<String> {
    findings(pegawai)
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.place.as_ref().unwrap().pos))
        .collect()
}

#[test]
fn a_nip_of_17_digits_is_an_error_at_its_cell_and_is_not_quoted() {
    let nip = &PNS[..17];
    let findings = findings(vec![person(2, ["Pegawai Contoh 01", nip, "Pembina", "IV/a"], 0)]);
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].code, findings[0].severity), ("NIP-01", Severity::Galat));
    assert_eq!(findings[0].place.as_ref().unwrap().to_string(), "Matriks!B2");
    assert!(!serde_json::to_string(&findings).unwrap().contains(nip));
}

#[test]
fn sound_people_are_silent() {
    let people = vec![
        person(2, ["Pegawai Contoh 01", PNS, "Pembina Tk. I", "IV/b"], 0),
        person(3, ["Pegawai Contoh 02", PPPK, "-", "IX"], 2),
        person(4, ["Pegawai Contoh 03", "", "", ""], 2),
    ];
    assert_eq!(codes(people), [] as [&str; 0]);
}

#[test]
fn pangkat_and_golongan_are_held_against_each_other_and_the_nip() {
    for (values, expected) in [
        (["Pegawai Contoh 01", PNS, "Pembina", "III/d"], "PANGKAT-01 D2"),
        (["Pegawai Contoh 01", PNS, "Pembina", "IV/f"], "PANGKAT-02 D2"),
        (["Pegawai Contoh 01", PNS, "Pembina", "IX"], "PANGKAT-02 D2"),
        (["Pegawai Contoh 01", PNS, "Pembinaan", "IV/a"], "PANGKAT-03 C2"),
        (["Pegawai Contoh 01", PPPK, "Penata", "IX"], "PANGKAT-04 C2"),
        (["Pegawai Contoh 01", PPPK, "", "III/a"], "PANGKAT-04 D2"),
        (["Pegawai Contoh 01", PNS, "", ""], "PANGKAT-05 A2"),
        (["Pegawai Contoh 01", "199001012022311001", "", "IX"], "NIP-08 B2"),
        (["Pegawai Contoh 01", "199013012015011001", "Pembina", "IV/a"], "NIP-02 B2"),
        (["Pegawai Contoh 01", "199001012000011001", "Pembina", "IV/a"], "NIP-03 B2"),
        (["Pegawai Contoh 01", "199001012015013001", "Pembina", "IV/a"], "NIP-04 B2"),
        (["Pegawai Contoh 01", "199001012015011000", "Pembina", "IV/a"], "NIP-05 B2"),
    ] {
        assert_eq!(codes(vec![person(2, values, 2)]), [expected], "{values:?}");
    }
}

#[test]
fn a_nip_belongs_to_one_name_and_a_name_has_one_nip() {
    let row = |row, name, nip| person(row, [name, nip, "Pembina", "IV/a"], 2);
    assert_eq!(codes(vec![row(2, "Pegawai Contoh 01", PNS), row(3, "Pegawai Contoh 02", PNS)]), ["NIP-06 B3"]);
    let other = "199001012015011002";
    assert_eq!(codes(vec![row(2, "Pegawai Contoh 01", PNS), row(3, "PEGAWAI CONTOH 01", other)]), ["NIP-07 B3"]);
}

#[test]
fn nobody_signs_with_himself() {
    let row = |row, jabatan, status| Pegawai {
        status,
        ..person(row, ["Pegawai Contoh 01", PNS, "Pembina", "IV/a"], jabatan)
    };
    let both = vec![row(2, 0, StatusJabatan::Plt), row(3, 1, StatusJabatan::Definitif)];
    assert_eq!(codes(both.clone()), ["ORANG-06 A3"]);
    // Another Pihak Kedua settles it.
    let mut settled = both;
    settled[0].jabatan = 1;
    settled[1].jabatan = 2;
    settled[1].atasan = Some(0);
    assert_eq!(codes(settled), [] as [&str; 0]);
    let mut to_head = vec![row(2, 0, StatusJabatan::Plt), row(3, 1, StatusJabatan::Definitif)];
    to_head[1].kepada_pimpinan = true;
    assert_eq!(codes(to_head), [] as [&str; 0]);
}

#[test]
fn heads_have_one_definitive_holder_and_people_one_definitive_post() {
    let row = |row, name, nip, jabatan| person(row, [name, nip, "Pembina", "IV/a"], jabatan);
    let other = "199001012015011002";
    let holders = vec![row(2, "Pegawai Contoh 01", PNS, 1), row(3, "Pegawai Contoh 02", other, 1)];
    // Who signs for the clerks below is not known either.
    assert_eq!(codes(holders), ["ORANG-07 A3", "ORANG-16 C41"]);
    let clerks = vec![row(2, "Pegawai Contoh 01", PNS, 2), row(3, "Pegawai Contoh 02", other, 2)];
    assert_eq!(codes(clerks), [] as [&str; 0]);
    let posts = vec![row(2, "Pegawai Contoh 01", PNS, 0), row(3, "Pegawai Contoh 01", PNS, 2)];
    assert_eq!(codes(posts.clone()), ["ORANG-08 A3"]);
    // Whoever moves within the year holds both by right.
    let moves = posts.into_iter().map(|one| Pegawai {
        keterangan: Some(text("Januari s.d. Juni 2026", &format!("E{}", one.nama.place.pos.row))),
        ..one
    });
    assert_eq!(codes(moves.collect()), [] as [&str; 0]);
}

/// A person in row `row` with a remark.
fn with_remark(row: u32, name: &str, jabatan: usize, remark: &str) -> Pegawai {
    let keterangan = Some(text(remark, &format!("E{row}"))).filter(|remark| !remark.value.is_empty());
    Pegawai { keterangan, ..person(row, [name, "", "", ""], jabatan) }
}

#[test]
fn whoever_signs_with_one_of_several_holders_is_told_once_a_post() {
    let office = |remarks: [&str; 2]| {
        vec![
            with_remark(2, "Pegawai Contoh 01", 0, ""),
            with_remark(3, "Pegawai Contoh 02", 1, remarks[0]),
            Pegawai { status: StatusJabatan::Plh, ..with_remark(4, "Pegawai Contoh 03", 1, remarks[1]) },
            with_remark(5, "Pegawai Contoh 04", 2, ""),
            with_remark(6, "Pegawai Contoh 05", 2, ""),
        ]
    };
    let found = findings(office(["", ""]));
    assert_eq!((found.len(), found[0].code, found[0].severity), (1, "ORANG-16", Severity::Galat));
    let cells: Vec<_> = found[0].places().map(|place| place.pos.to_string()).collect();
    assert_eq!(cells, ["A5", "A6"]);
    assert!(found[0].message.contains("(Matriks!A3, Matriks!A4)"), "{}", found[0].message);
    // Times, or the roster's own word, tell who it is.
    assert_eq!(codes(office(["Januari s.d. Juni", "Juli s.d. Desember"])), [] as [&str; 0]);
    let mut named = office(["", ""]);
    let name = named[2].nama.clone();
    named[3..].iter_mut().for_each(|person| person.pihak_kedua = Some(name.clone()));
    assert_eq!(codes(named), [] as [&str; 0]);
}

#[test]
fn what_is_no_name_is_told() {
    for name in ["xxx", "TBA", "0", "Plt.", "A"] {
        assert_eq!(codes(vec![person(2, [name, "", "", ""], 2)]), ["ORANG-17 A2"], "{name}");
    }
    assert_eq!(codes(vec![person(2, ["Ani", "", "", ""], 2)]), [] as [&str; 0]);
}

#[test]
fn a_remark_about_an_acting_official_is_told_beside_a_definitive_one() {
    let row =
        |row, jabatan, status, remark| Pegawai { status, ..with_remark(row, "Pegawai Contoh 01", jabatan, remark) };
    assert_eq!(codes(vec![row(2, 1, StatusJabatan::Definitif, "Plt. Sekretaris")]), ["ORANG-18 E2"]);
    assert_eq!(codes(vec![row(2, 1, StatusJabatan::Plt, "Plt. sejak Maret")]), [] as [&str; 0]);
    let both = vec![row(2, 2, StatusJabatan::Definitif, "merangkap Plt. Kepala"), row(3, 0, StatusJabatan::Plt, "")];
    assert_eq!(codes(both), [] as [&str; 0]);
}

#[test]
fn officials_without_a_nip_among_others_are_told_together() {
    let official = |row, name: &str| person(row, [name, "", "Pembina", "IV/a"], 2);
    let first = person(2, ["Pegawai Contoh 01", PNS, "Pembina", "IV/a"], 0);
    assert_eq!(codes(vec![official(3, "Pegawai Contoh 02")]), [] as [&str; 0]);
    let found = findings(vec![
        first.clone(),
        official(3, "Pegawai Contoh 02"),
        with_remark(4, "Pegawai Contoh 03", 2, "PPPK"),
        with_remark(5, "Pegawai Contoh 04", 2, "tenaga honorer"),
        with_remark(6, "Pegawai Contoh 05", 2, ""),
    ]);
    let cells: Vec<_> = found.iter().flat_map(|one| one.places().map(|place| place.pos.to_string())).collect();
    assert_eq!((found[0].code, cells), ("NIP-09", vec!["A3".to_owned(), "A4".to_owned()]));
    // A NIP stored as a number has a finding of its own.
    let mut grid = Grid::new("contoh.xlsx", "Matriks");
    grid.insert(Pos::new(3, 2), Cell { value: Value::Number(1.990_010_120_150_11e17), raw: None });
    assert!(findings_beside(vec![first, official(3, "Pegawai Contoh 02")], &[grid]).is_empty());
}
