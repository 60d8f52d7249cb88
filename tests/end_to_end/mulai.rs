//! `perjakin mulai`: the folder that an office begins with.

use crate::support::project::Project;

#[test]
fn the_starter_folder_is_checked_and_printed_as_it_lies_there() {
    let project = Project::new();
    let run = project.run(&["mulai", "input/dinas-contoh"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("BACA-SAYA.txt"), "{}", run.stderr);
    let run = project.run(&["periksa"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(project.pdfs("output/dinas-contoh/pk").len(), 5);
}

#[test]
fn a_folder_of_any_name_is_used_with_input() {
    let project = Project::new();
    assert_eq!(project.run(&["init", "kantor baru"]).code, 0);
    let run = project.run(&["--input", "kantor baru"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(project.pdfs("output/dinas-contoh-kota-contoh/pk").len(), 5);
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let project = Project::new().write("input/a/matriks.xlsx", "milik kantor");
    let run = project.run(&["mulai", "input/a"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("input/a sudah berisi (matriks.xlsx)"), "{}", run.stderr);
    assert_eq!(project.files("input").len(), 1);
    assert_eq!(project.run(&["mulai", "input/a/matriks.xlsx"]).code, 2);
}
