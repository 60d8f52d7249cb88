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

/// The structure of a PDF as a screen reader walks it: depth and content of
/// each line, attributes left out.
fn structure(file: &Path) -> Option<Vec<(usize, String)>> {
    let output = reader("pdfinfo", &["-struct-text"], file)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines = text.lines().map(|line| (line.len() - line.trim_start().len(), line.trim().to_owned()));
    Some(lines.filter(|(_, line)| !line.is_empty()).collect())
}

#[test]
fn a_screen_reader_meets_headings_tables_with_headers_and_no_furniture() {
    let project = Project::with_instansi("contoh");
    assert_eq!(project.run(&[]).code, 0);
    for path in project.pdfs("output/contoh/pk") {
        let Some(lines) = structure(&path) else { return };
        let at = |words: &str| lines.iter().position(|(_, line)| line.contains(words));
        let tags = |tag: &str| lines.iter().filter(|(_, line)| line.split([' ', ':']).next() == Some(tag)).count();
        assert_eq!((tags("H1"), tags("H2")), (1, 1), "{}", path.display());
        let order =
            ["PEMERINTAH KOTA", "H1 \"", "Dalam rangka", "Pihak Pertama berjanji", "H2 \"LAMPIRAN", "THead", "TBody"];
        let places: Vec<_> = order.iter().map(|words| at(words).unwrap_or_else(|| panic!("{words}"))).collect();
        assert!(places.is_sorted(), "{}: {places:?}", path.display());
        let scopes = lines.iter().filter(|(_, line)| line == "/Scope /Column").count();
        assert!(tags("TH") >= 5 && scopes == tags("TH"), "{}", path.display());
        assert_eq!(at("Halaman 1 dari"), None, "the footer is an artifact");
        for (index, (depth, line)) in lines.iter().enumerate() {
            let content = lines[index + 1..].iter().take_while(|(inner, _)| inner > depth).count();
            let holds = ["H1", "H2", "P", "Div", "Span"].contains(&line.split([' ', ':']).next().unwrap_or_default());
            assert!(!holds || content > 0, "{}: an empty {line}", path.display());
        }
    }
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
