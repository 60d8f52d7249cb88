//! The same thing in two places: nobody but the office can say which one
//! counts, and until it does nothing is final.

use crate::support::pdf::ReadBack;
use crate::support::project::{Project, Run};

const FOLDER: &str = "input/dinsos-bekasi-2026";
const MATRIX: &str = include_str!("berkas/matriks.csv");

/// The sample with its matrix again as text, changed or not.
fn beside(old: &str, new: &str) -> Project {
    assert!(MATRIX.contains(old));
    Project::sample().write(&format!("{FOLDER}/lama.csv"), MATRIX.replace(old, new))
}

fn drafts(project: &Project) -> usize {
    let sheets = project.pdfs("output/dinsos-bekasi-2026/pk");
    sheets.iter().filter(|path| ReadBack::open(path).text().contains("DRAF")).count()
}

/// Whether something is said, wherever its lines are broken.
fn told(run: &Run, finding: &str) -> bool {
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ").contains(finding)
}

#[test]
fn of_two_matrices_that_differ_none_is_printed_as_final_until_one_is_named() {
    let project = beside("Penyesunan", "Penyusunan");
    let check = project.run(&["periksa"]);
    assert_eq!(check.code, 4);
    let both = "galat[BACA-22]: ada dua matriks yang isinya berbeda: lama.csv, lembar lama (yang dibaca sekarang) dan";
    assert!(told(&check, both) && told(&check, "matriks.xlsx, lembar Matriks"), "{}", check.stdout);
    assert!(told(&check, "bagian [matriks]:") && told(&check, "berkas = \"lama.csv\""), "{}", check.stdout);
    let run = project.run(&[]);
    assert_eq!((run.code, drafts(&project)), (0, 22), "{}", run.stderr);

    let named = project
        .edit(&format!("{FOLDER}/perjakin.toml"), |config| format!("{config}\n[matriks]\nberkas = \"matriks.xlsx\"\n"));
    let check = named.run(&["periksa"]);
    assert!(
        !told(&check, "BACA-22") && told(&check, "info[BACA-05]: lama.csv, lembar lama memuat matriks yang isinya")
    );
    assert_eq!((named.run(&[]).code, drafts(&named)), (0, 5));
}

#[test]
fn a_copy_of_the_matrix_is_good_to_know_and_no_more() {
    let check = beside("Penyesunan", "Penyesunan").run(&["periksa"]);
    assert!(told(&check, "info[BACA-05]") && !told(&check, "BACA-22"), "{}", check.stdout);
}

#[test]
fn money_that_stands_in_two_workbooks_is_added_up_once() {
    let texts = |project: &Project| {
        let run = project.run(&[]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        project.pdfs("output/contoh/pk").iter().map(|path| ReadBack::open(path).text()).collect::<Vec<_>>()
    };
    let expected = texts(&Project::with_instansi("contoh"));
    let project = Project::with_instansi("contoh");
    let copy = std::fs::read(project.path("input/contoh/target.xlsx")).unwrap();
    let project = project.write("input/contoh/target (2).xlsx", copy);
    let check = project.run(&["periksa"]);
    assert!(told(&check, "periksa[ANGGARAN-08]") && !told(&check, "galat["), "{}", check.stdout);
    for name in ["target (2).xlsx lembar Anggaran", "target.xlsx lembar Anggaran", "; target (2).xlsx: Anggaran!"] {
        assert!(told(&check, name), "{}", check.stdout);
    }
    assert!(texts(&project) == expected);
}
