//! One matrix in every format that an office may keep it in: the model is the
//! same, and what a format cannot tell is told once.

use crate::support::model::model;
use crate::support::project::{Project, Run};

const FOLDER: &str = "input/dinsos-bekasi-2026";

/// The sample with its workbook in another format.
fn sample_as(name: &str, bytes: &[u8]) -> Project {
    let project = Project::sample();
    std::fs::remove_file(project.path(FOLDER).join("matriks.xlsx")).unwrap();
    project.write(&format!("{FOLDER}/{name}"), bytes)
}

/// The findings on the terminal with what they say of the file taken out.
fn findings(run: &Run, name: &str, sheet: &str) -> Vec<String> {
    let text = run.stdout.replace(name, "matriks.xlsx").replace(&format!("{sheet}!"), "Matriks!");
    let entries = text.split("\n\n").skip(1).filter(|entry| !entry.starts_with("info[BACA-15]"));
    entries.filter(|entry| !entry.ends_with("KODE\n")).map(str::to_owned).collect()
}

#[test]
fn the_sample_is_the_same_matrix_in_every_format() {
    let original = Project::sample();
    let (expected, told) = (model(&original), original.run(&["periksa"]));
    let told = findings(&told, "matriks.xlsx", "Matriks");
    assert!(told.len() > 30);
    for (name, sheet, bytes, merges) in [
        ("matriks.xls", "Matriks", &include_bytes!("berkas/matriks.xls")[..], true),
        ("matriks.xlsb", "Matriks", include_bytes!("berkas/matriks.xlsb"), false),
        ("matriks.ods", "Matriks", include_bytes!("berkas/matriks.ods"), false),
        ("matriks.csv", "matriks", include_bytes!("berkas/matriks.csv"), false),
    ] {
        let project = sample_as(name, bytes);
        assert_eq!(model(&project), expected, "{name}");
        let run = project.run(&["periksa"]);
        assert_eq!(run.stdout.matches("info[BACA-15]").count(), usize::from(!merges), "{name}: {}", run.stdout);
        assert_eq!(findings(&run, name, sheet), told, "{name}");
    }
}

#[test]
fn content_decides_and_not_the_ending() {
    let bytes = std::fs::read(Project::sample().path(FOLDER).join("matriks.xlsx")).unwrap();
    let expected = model(&Project::sample());
    for name in ["matriks.xlsm", "matriks.xls", "matriks.ods", "matriks.csv"] {
        assert_eq!(model(&sample_as(name, &bytes)), expected, "{name}");
    }
}

#[test]
fn a_list_that_names_every_superior_needs_no_merged_cells() {
    let list = "Jabatan;Atasan;Sasaran;Indikator\nKepala Dinas;;Meningkatnya mutu layanan;Indeks mutu layanan\n\
                Sekretaris;Kepala Dinas;Tertibnya arsip kantor;Jumlah arsip kantor\n";
    let run = sample_as("daftar.csv", list.as_bytes()).run(&["periksa"]);
    assert!(run.stdout.contains("daftar datar") && !run.stdout.contains("BACA-15"), "{}", run.stdout);
}
