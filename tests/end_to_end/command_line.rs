//! Exit codes, streams, and what a second run does.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use crate::support::project::Project;

#[test]
fn a_second_run_writes_nothing() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    let stamps = |project: &Project| -> Vec<_> {
        let files = project.files("output");
        files.into_iter().map(|path| (fs::metadata(&path).unwrap().modified().unwrap(), path)).collect()
    };
    let before = stamps(&project);
    let run = project.run(&["print"]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("0 ditulis"), "{}", run.stderr);
    assert_eq!(stamps(&project), before);
}

#[test]
fn a_signed_sheet_is_left_alone_and_the_new_version_lies_beside_it() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    let sheet = project.pdfs("output/dinsos-bekasi-2026/pk").remove(0);
    let mut signed = fs::read(&sheet).unwrap();
    signed.extend(b"signature");
    fs::write(&sheet, &signed).unwrap();

    assert_eq!(project.run(&[]).code, 0, "its data did not change, so nothing is to be done");
    let project = project.edit("input/dinsos-bekasi-2026/perjakin.toml", |text| {
        text.replace("tanggal = \"Januari 2026\"", "tanggal = \"2 Februari 2026\"")
    });
    let run = project.run(&[]);
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(run.stderr.contains("tidak disentuh: 1 berkas"), "{}", run.stderr);
    assert_eq!(fs::read(&sheet).unwrap(), signed);
    assert_eq!(project.pdfs("output/dinsos-bekasi-2026/pk").len(), 23);
    assert_eq!(project.run(&["verifikasi"]).code, 6);
}

#[test]
fn one_instansi_is_printed_alone_whatever_ails_another() {
    let project = Project::sample();
    fs::create_dir(project.path("input/lain")).unwrap();
    fs::write(project.path("input/lain/perjakin.toml"), "tahun = ").unwrap();
    assert_eq!(project.run(&["cetak", "--hanya", "sekretaris"]).code, 2);
    let run = project.run(&["cetak", "--instansi", "dinsos-bekasi-2026", "--hanya", "sekretaris"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!project.pdfs("output/dinsos-bekasi-2026/pk").is_empty());
    let run = project.run(&["periksa", "--instansi", "dinsos"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("dinsos-bekasi-2026, lain"), "{}", run.stderr);
}

#[test]
fn only_the_matching_sheets_are_printed_and_the_rest_is_left_as_it_is() {
    let project = Project::sample();
    assert_eq!(project.run(&["cetak", "--hanya", "bidang rehabilitasi"]).code, 0);
    let some = project.files("output/dinsos-bekasi-2026/pk");
    assert_eq!(some.len(), 5);
    assert!(project.files("output/dinsos-bekasi-2026/bagan").is_empty());
    assert_eq!(project.run(&[]).code, 0);
    let all = project.files("output");
    assert!(some.iter().all(|path| all.contains(path)), "the files are called as among all");

    assert_eq!(project.run(&["cetak", "--hanya", "SEKRETARIS"]).code, 0);
    assert_eq!(project.files("output"), all);
    assert_eq!(project.run(&["cetak", "--hanya", "tidak ada orangnya"]).code, 2);
}

#[test]
fn an_interrupted_run_ends_with_130_and_the_next_one_completes_it() {
    let project = Project::sample();
    let mut running = project.command(&[]).stderr(Stdio::null()).spawn().unwrap();
    // The first sheet under its own name tells that the run is at work.
    let started = std::time::Instant::now();
    while project.files("output").is_empty() && started.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &running.id().to_string()]).status().unwrap();
    let code = running.wait().unwrap().code();
    // On a fast machine the run may have been done before the signal came.
    assert!(matches!(code, Some(130 | 0)), "{code:?}");
    assert_eq!(project.run(&[]).code, 0);
    assert_eq!(project.run(&["verifikasi"]).code, 0);
    assert_eq!(project.pdfs("output/dinsos-bekasi-2026/pk").len(), 22);
}

#[test]
fn strict_writes_nothing_while_there_is_an_error() {
    let project = Project::sample();
    let run = project.run(&["cetak", "--ketat"]);
    assert_eq!(run.code, 4);
    assert!(!project.path("output").exists());
}

#[test]
fn wrong_use_and_wrong_configuration_end_with_2() {
    let project = Project::sample();
    assert_eq!(project.run(&["cetakk"]).code, 2);
    assert_eq!(project.run(&["--input", "tidak-ada"]).code, 2);
    let project = project.edit("input/dinsos-bekasi-2026/perjakin.toml", |text| text.replace("tahun =", "tahn ="));
    let run = project.run(&[]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("perjakin.toml: baris 6, kolom 1: kunci \"tahn\" tidak dikenal"), "{}", run.stderr);
    assert!(run.stderr.contains("Mungkin maksudnya \"tahun\"?"), "{}", run.stderr);
    assert!(!project.path("output").exists());
}

#[test]
fn a_mistake_in_a_template_shows_before_anything_is_written() {
    for (file, content, place) in [
        ("pk.typ", "#let data = json(\"/data.json\")\n#set document(title: \"x\")\n  #tidak-ada", "pk.typ:3:4"),
        ("pk.typ", "#set text(font: \"Huruf Yang Tidak Ada\")\nx", "pk.typ:1:"),
        ("redaksi/judul.txt", "PERJANJIAN {{ tidak_ada }}", "redaksi/judul.txt"),
        ("redaksi/judul.txt", "PERJANJIAN {{ tahun", "redaksi/judul.txt"),
    ] {
        let project = Project::sample().write(&format!("templates/{file}"), content);
        let run = project.run(&[]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains(place), "{place}: {}", run.stderr);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn a_character_that_cannot_be_printed_is_not_blamed_on_the_offices_template() {
    let config = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/input/contoh/perjakin.toml")).unwrap();
    let table = "Jabatan,Atasan,Sasaran,Indikator\nKepala Dinas Contoh,,Meningkatnya mutu 😀,Indeks mutu\n\
                 Sekretaris,Kepala Dinas Contoh,Meningkatnya tata kelola,Nilai tata kelola\n";
    let project = Project::new()
        .write("input/contoh/perjakin.toml", config)
        .write("input/contoh/matriks.csv", table)
        .write("templates/redaksi/judul.txt", "PERJANJIAN KITA TAHUN {{ tahun }}\n");
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let sheets = project.pdfs("output/contoh/pk");
    assert_eq!(sheets.len(), 2, "{}", run.stderr);
    for sheet in &sheets {
        assert!(crate::support::pdf::ReadBack::open(sheet).prints("PERJANJIAN KITA TAHUN 2026"));
    }
}

#[test]
fn a_template_of_the_office_replaces_the_built_in_one() {
    let project = Project::sample().write("templates/redaksi/judul.txt", "KONTRAK KINERJA TAHUN {{ tahun }}\n");
    assert_eq!(project.run(&[]).code, 0);
    let sheet = project.pdfs("output/dinsos-bekasi-2026/pk").remove(0);
    assert!(crate::support::pdf::ReadBack::open(&sheet).prints("KONTRAK KINERJA TAHUN 2026"));
}

#[test]
fn an_unreadable_workbook_ends_with_3_and_leaves_the_output_alone() {
    for content in [&b""[..], b"PK\x03\x04rusak", b"<html><table></table></html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
    {
        let project = Project::sample().write("input/dinsos-bekasi-2026/matriks.xlsx", content);
        let run = project.run(&[]);
        assert_eq!(run.code, 3, "{}", run.stderr);
        assert!(run.stderr.contains("matriks.xlsx"), "{}", run.stderr);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn an_output_that_cannot_be_a_folder_ends_with_5() {
    let project = Project::sample().write("output", "berkas orang lain");
    let run = project.run(&[]);
    assert_eq!(run.code, 5, "{}", run.stderr);
    assert_eq!(fs::read_to_string(project.path("output")).unwrap(), "berkas orang lain");
}

#[test]
fn a_rule_is_explained_by_its_code() {
    let project = Project::new();
    let run = project.run(&["jelaskan", "nip-01"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.starts_with("NIP-01 · galat · "), "{}", run.stdout);
    assert_eq!(project.run(&["jelaskan", "NIP-1X"]).code, 2);
}

#[test]
fn closed_and_full_streams_are_no_panic() {
    let project = Project::sample();
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    for (args, code) in [(&["kaskade"][..], 5), (&["periksa"], 5), (&["--bantuan"], 5)] {
        let output = project.command(args).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}");
    }
    for (args, code) in [(&["kaskade"][..], 0), (&["periksa"], 4), (&["--bantuan"], 0)] {
        let output = project.command(args).stdout(closed()).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}");
    }
    assert_eq!(project.command(&[]).stderr(full()).status().unwrap().code(), Some(0));
    assert_eq!(project.command(&[]).stderr(closed()).status().unwrap().code(), Some(0));
}
