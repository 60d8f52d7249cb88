//! `perjakin normalkan`: the office's matrix as a clean workbook, read back.

use std::collections::BTreeMap;
use std::path::Path;

use perjakin::cascade::Cascade;
use perjakin::pipeline::{self, Reading};
use perjakin::workbook::child::Guard;
use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};
use serde_json::Value;

use crate::support::model::model;
use crate::support::project::Project;

const SAMPLE: &str = "input/dinsos-bekasi-2026";

/// How often each rule found something.
fn findings(project: &Project) -> BTreeMap<String, usize> {
    let run = project.run(&["periksa", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let all = json.as_array().or_else(|| json["temuan"].as_array()).unwrap();
    let mut count = BTreeMap::new();
    for finding in all {
        *count.entry(finding["kode"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    count
}

/// Puts the clean workbook in the place of all others.
fn replace_workbooks(project: &Project, folder: &str) {
    let run = project.run(&["normalkan", "--ke", "rapi.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for file in project.files(folder) {
        if file.extension().is_some_and(|ending| ending == "xlsx") {
            std::fs::remove_file(file).unwrap();
        }
    }
    std::fs::rename(project.path("rapi.xlsx"), project.path(folder).join("rapi.xlsx")).unwrap();
}

#[test]
fn the_sample_reads_to_the_same_model_and_findings_from_its_own_clean_workbook() {
    let project = Project::sample();
    let (before, found) = (model(&project), findings(&project));
    replace_workbooks(&project, SAMPLE);
    assert_eq!(model(&project), before);
    assert_eq!(findings(&project), found);
    let run = project.run(&["periksa"]);
    assert!(run.stdout.contains("buku kerja yang dinormalkan: 22 jabatan"), "{}", run.stdout);
}

fn read(project: &Project) -> Reading {
    let guard = Guard::new(Path::new(env!("CARGO_BIN_EXE_perjakin")));
    let instansi = perjakin::project::instansi(&project.path("input"), None).unwrap().remove(0);
    pipeline::read(&instansi, &guard).unwrap()
}

/// People and money in full, without the cells they came from; of a person's
/// own targets the text of the indikator.
fn people_and_money(cascade: &Cascade) -> String {
    let mut shown = format!("{:#?}\n{:#?}", cascade.pegawai(), cascade.anggaran());
    while let Some(start) = shown.find("Place {") {
        // Its sheet, its position, and the place itself end with a brace each.
        let end = (0..3).fold(start, |end, _| end + shown[end..].find("},").unwrap() + 2);
        shown.replace_range(start..end, "…");
    }
    let indikator = || cascade.jabatan().iter().flat_map(|post| &post.kelompok).flat_map(|group| &group.indikator);
    for own in cascade.pegawai().iter().flat_map(|person| &person.khusus) {
        shown.push_str(&indikator().find(|item| item.place == own.indikator).unwrap().uraian);
    }
    shown
}

#[test]
fn the_agency_with_every_case_reads_back_too() {
    let project = Project::with_instansi("contoh");
    let before = read(&project);
    let (model_before, found) = (model(&project), findings(&project));
    replace_workbooks(&project, "input/contoh");
    assert_eq!(people_and_money(&read(&project).cascade), people_and_money(&before.cascade));
    assert_eq!(model(&project), model_before);
    assert_eq!(findings(&project), found);
}

/// Targets of persons' own and money, as workbooks beside the matrix.
fn beside(header: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Daftar").unwrap();
    for (row, cells) in (1..).zip(std::iter::once(&header).chain(rows)) {
        for (col, text) in (1..).zip(*cells) {
            sheet.text(Pos::new(row, col), text, Look::Body).unwrap();
        }
    }
    workbook.finish().unwrap()
}

#[test]
fn people_their_own_targets_and_money_read_back_too() {
    let project = Project::new();
    assert_eq!(project.run(&["mulai", "input/dinas"]).code, 0);
    let indikator = "Jumlah berkas layanan contoh yang diarsipkan";
    let targets: &[&[&str]] = &[&["Pengadministrasi Perkantoran", "Pegawai Contoh 05", indikator, "Berkas", "120"]];
    let money: &[&[&str]] = &[
        &["Kepala Dinas Contoh Kota Contoh", "Program Contoh", "", "10.000.000", "APBD"],
        &["Sekretaris", "Program Contoh", "Kegiatan Contoh", "4.000.000", ""],
    ];
    let project = project
        .write("input/dinas/target.xlsx", beside(&["Jabatan", "Nama", "Indikator", "Satuan", "Target"], targets))
        .write(
            "input/dinas/anggaran.xlsx",
            beside(&["Jabatan", "Program", "Kegiatan", "Anggaran", "Keterangan"], money),
        );
    let before = read(&project);
    assert_eq!((before.cascade.pegawai().len(), before.cascade.anggaran().len()), (5, 2));
    assert_eq!(before.cascade.pegawai().iter().map(|person| person.khusus.len()).sum::<usize>(), 1);
    let (model_before, found) = (model(&project), findings(&project));

    replace_workbooks(&project, "input/dinas");
    let after = read(&project);
    assert_eq!(people_and_money(&after.cascade), people_and_money(&before.cascade));
    assert_eq!(model(&project), model_before);
    assert_eq!(findings(&project), found);
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let project = Project::sample().write("rapi.xlsx", "milik kantor");
    let run = project.run(&["normalize", "--ke", "rapi.xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("rapi.xlsx sudah ada"), "{}", run.stderr);
    assert_eq!(std::fs::read(project.path("rapi.xlsx")).unwrap(), b"milik kantor");
}

#[test]
fn the_same_matrix_gives_the_same_bytes() {
    let project = Project::sample();
    for name in ["a.xlsx", "b.xlsx"] {
        assert_eq!(project.run(&["normalkan", "--ke", name]).code, 0);
    }
    let read = |name| std::fs::read(project.path(name)).unwrap();
    assert_eq!(read("a.xlsx"), read("b.xlsx"));
}
