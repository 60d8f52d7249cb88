//! The office's own matrix, read from `input/`: every known irregularity is
//! found at its cell, and nothing else is said.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Input, run};
use crate::cascade::{Basis, Confirmed, Settings, build};
use crate::finding::Finding;
use crate::{matrix, workbook};

/// The codes and the cells they point at, without any confirmed superior.
const EXPECTED: &[(&str, &[&str])] = &[
    ("BAHASA-01", &["E38", "E41", "E42", "E43", "E44", "E59"]),
    ("BAHASA-02", &["A41", "A42", "A44", "E41", "E42", "E43", "E44", "E45", "G33", "G34", "G41", "G42"]),
    ("BAHASA-03", &["C31", "E59", "G43"]),
    ("BAHASA-05", &["A14", "A15", "A16", "A17", "E14", "E15", "G15", "G16"]),
    ("ISI-04", &["E38", "E51", "G14"]),
    ("ISI-05", &["E60", "G22", "G33", "G47"]),
    ("ISI-06", &["G46"]),
    ("ISI-07", &["C25", "C31", "C57", "G14", "G19", "G61"]),
    ("ISI-08", &["C26", "D9"]),
    ("ISI-09", &["G26", "G39", "G52"]),
    ("ISI-10", &["G34"]),
    ("ISI-11", &["C56"]),
    ("ISI-12", &["G19"]),
    ("NIP-01", &["G83"]),
    ("PANGKAT-05", &["G82"]),
    ("STRUKTUR-10", &["C23", "E23"]),
    ("STRUKTUR-14", &["E23"]),
    ("STRUKTUR-15", &["C36"]),
    ("TANGGAL-02", &["G78"]),
];

fn findings(struktur: Vec<Confirmed>) -> (Vec<Finding>, Vec<Basis>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/dinsos-bekasi-2026/matriks.xlsx");
    let grids = workbook::read(&path).unwrap();
    let draft = matrix::recognise(&grids).unwrap().draft;
    let settings =
        Settings { instansi: "Dinas Sosial Kota Bekasi".into(), tahun: 2026, struktur, ..Settings::default() };
    let built = build(&draft, &settings);
    let input = Input::new(&draft, &built).unwrap();
    let mut findings = built.findings.clone();
    findings.extend(run(&Input { grids: &grids, tempat: "Bekasi", tanggal: "Januari 2026", ..input }));
    (findings, built.bases)
}

#[test]
fn every_irregularity_is_found_at_its_cell_and_nothing_else() {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for finding in findings(Vec::new()).0 {
        found.entry(finding.code).or_default().push(finding.place.unwrap().pos.to_string());
    }
    // Mixed capitals are in half of all cells; one entry tells them together.
    assert!(found.remove("BAHASA-04").is_some_and(|cells| cells.contains(&"G20".to_owned())));
    for cells in found.values_mut() {
        cells.sort();
    }
    let expected: BTreeMap<_, Vec<String>> =
        EXPECTED.iter().map(|(code, cells)| (*code, cells.iter().map(ToString::to_string).collect())).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_message_is_a_clause_and_every_hint_a_sentence() {
    for finding in findings(Vec::new()).0 {
        let (message, hint) = (&finding.message, &finding.hint);
        let begins = message.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '"');
        assert!((begins || message.starts_with("NIP")) && !message.ends_with('.'), "{message}");
        assert!(hint.ends_with(['.', '?']) && hint.starts_with(char::is_uppercase), "{hint}");
    }
}

#[test]
fn confirmed_superiors_settle_the_position_and_leave_one_unit_empty() {
    let line = |bawahan: &str, atasan: &str| Confirmed { bawahan: bawahan.into(), atasan: atasan.into(), baris: 1 };
    let (findings, bases) = findings(vec![
        line("Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda", "SEKRETARIS"),
        line(
            "Jabatan Fungsional Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda",
            "KEPALA BIDANG REHABILITASI SOSIAL",
        ),
    ]);
    let structure: Vec<&str> =
        findings.iter().map(|finding| finding.code).filter(|code| code.starts_with("STRUKTUR-1")).collect();
    assert_eq!(structure, ["STRUKTUR-11", "STRUKTUR-14", "STRUKTUR-15"]);
    assert_eq!(bases.iter().filter(|basis| **basis == Basis::Confirmed).count(), 2);
}
