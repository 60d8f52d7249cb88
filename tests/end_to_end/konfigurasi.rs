//! Mistakes in perjakin.toml as the office sees them.

use crate::support::project::Project;

const FILE: &str = "input/dinsos-bekasi-2026/perjakin.toml";

#[test]
fn every_mistake_is_told_with_its_line_and_what_to_do() {
    let project = Project::sample()
        .edit(FILE, |text| text.replace("tahun = 2026", "tahn = 2026").replace("kertas = \"F4\"", "kertas = \"f4\""));
    let run = project.run(&["periksa"]);
    assert_eq!(run.code, 2);
    let expected = "galat: input/dinsos-bekasi-2026/perjakin.toml: baris 6, kolom 1: kunci \"tahn\" tidak dikenal\n  \
                    6 | tahn = 2026\n    | ^^^^\n  saran: Mungkin maksudnya \"tahun\"?\n";
    assert!(run.stderr.starts_with(expected), "{}", run.stderr);
    assert!(run.stderr.contains("  12 | kertas = \"f4\"\n     |          ^^^^\n"), "{}", run.stderr);
    assert!(run.stderr.contains("Mungkin maksudnya \"F4\"?"), "{}", run.stderr);
}

#[test]
fn a_file_saved_by_an_editor_of_windows_is_read() {
    let project = Project::sample().edit(FILE, |text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let run = project.run(&["kaskade"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_file_that_is_no_text_is_told_in_plain_words() {
    let project = Project::sample().write(FILE, b"\xff\xfet\0a\0");
    let run = project.run(&[]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("UTF-16") && run.stderr.contains("Notepad"), "{}", run.stderr);
    assert!(!project.path("output").exists());
}
