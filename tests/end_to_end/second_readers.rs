//! Every PDF held against readers that the world uses. Where they are not
//! installed the tests say so and pass; the gate installs them.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::pdf::squeeze;
use crate::support::project::Project;

/// Runs a reader; `None` where it is not installed, which the gate forbids.
fn reader(program: &str, args: &[&str], file: &Path) -> Option<Output> {
    match Command::new(program).args(args).arg(file).output() {
        Ok(output) => Some(output),
        Err(error) if std::env::var_os("CI").is_none() => {
            eprintln!("{program} is not installed, so this check is left out: {error}");
            None
        }
        Err(error) => panic!("{program}: {error}"),
    }
}

#[test]
fn qpdf_finds_every_pdf_sound_and_a_damaged_one_not() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    let pdfs = project.pdfs("output");
    assert!(pdfs.len() >= 24);
    for path in &pdfs {
        let Some(output) = reader("qpdf", &["--check"], path) else { return };
        assert!(output.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
    }
    let bytes = std::fs::read(&pdfs[0]).unwrap();
    let damaged = project.path("rusak.pdf");
    std::fs::write(&damaged, &bytes[..bytes.len() / 2]).unwrap();
    let Some(output) = reader("qpdf", &["--check"], &damaged) else { return };
    assert!(!output.status.success());
}

#[test]
fn poppler_reads_the_same_texts() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    for path in project.pdfs("output/dinsos-bekasi-2026/pk") {
        let text = path.with_extension("txt");
        let Some(output) = reader("pdftotext", &["-raw"], &path) else { return };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = squeeze(&std::fs::read_to_string(text).unwrap());
        assert!(text.contains("PERJANJIANKINERJATAHUN2026"), "{}", path.display());
        assert!(text.contains("Keberhasilandankegagalanpencapaiantargetkinerjatersebutmenjaditanggungjawabkami."));
        let fonts = reader("pdffonts", &[], &path).unwrap();
        let fonts = String::from_utf8_lossy(&fonts.stdout).into_owned();
        for line in fonts.lines().skip(2) {
            let columns: Vec<_> = line.split_whitespace().rev().collect();
            // From the right: object, object id, unicode map, subset, embedded.
            assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{line}");
        }
    }
}
