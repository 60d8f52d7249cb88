//! `perjakin normalkan`: the office's matrix as a clean workbook, read back.

use serde_json::Value;

use crate::support::project::Project;

const INPUT: &str = "input/dinsos-bekasi-2026";

/// The model without the cells it came from.
fn model(project: &Project) -> Value {
    let run = project.run(&["kaskade"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut json = serde_json::from_str(&run.stdout).unwrap();
    forget_cells(&mut json);
    json
}

fn forget_cells(json: &mut Value) {
    match json {
        Value::Object(map) => {
            map.remove("sel");
            map.values_mut().for_each(forget_cells);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_cells),
        _ => {}
    }
}

#[test]
fn the_sample_reads_to_the_same_model_from_its_own_clean_workbook() {
    let project = Project::sample();
    let before = model(&project);
    let run = project.run(&["normalkan", "--ke", "rapi.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("22 jabatan"), "{}", run.stderr);

    std::fs::remove_file(project.path(INPUT).join("matriks.xlsx")).unwrap();
    std::fs::rename(project.path("rapi.xlsx"), project.path(INPUT).join("rapi.xlsx")).unwrap();
    assert_eq!(model(&project), before);
    let run = project.run(&["periksa"]);
    assert!(run.stdout.contains("buku kerja yang dinormalkan: 22 jabatan"), "{}", run.stdout);

    let again = project.run(&["normalize", "--ke", "lagi.xlsx"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let project = Project::sample().write("rapi.xlsx", "milik kantor");
    let run = project.run(&["normalkan", "--ke", "rapi.xlsx"]);
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
