//! A matrix copied out of a PDF: the seed text itself reads as an instansi.

use serde_json::Value;

use crate::support::model::model;
use crate::support::project::Project;

const SEED: &str = include_str!("../../seeds/000_1ba955e32bbedec3.txt");
/// Where the columns of the seed's second page belong on the first one.
const SEGMENTS: &str = "\n[segmen]\n\"62-70\" = \"B>C, C>D, D>D, E>E, F>G\"\n\"72-78\" = \"A>F, B>G\"\n";
const FOLDER: &str = "input/dinsos-bekasi-2026";

/// The sample with the text in place of its workbook.
fn copied() -> Project {
    let project = Project::sample().write(&format!("{FOLDER}/matriks.txt"), SEED);
    std::fs::remove_file(project.path(FOLDER).join("matriks.xlsx")).unwrap();
    project
}

#[test]
fn with_its_segment_map_the_text_gives_the_same_model_as_the_workbook() {
    let project = copied().edit(&format!("{FOLDER}/perjakin.toml"), |text| text + SEGMENTS);
    assert_eq!(model(&project), model(&Project::sample()));
}

#[test]
fn without_a_map_the_shifted_columns_are_told_and_the_table_is_named() {
    let run = copied().run(&["periksa"]);
    assert!(run.stdout.contains("galat[BACA-19]"), "{}", run.stdout);
    assert!(run.stdout.contains("bagian [segmen]:"), "{}", run.stdout);
}

#[test]
fn the_lines_to_paste_split_the_block_whose_numbers_begin_anew() {
    let project = Project::sample();
    let run = project.run(&["periksa", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let all = report["temuan"].as_array().unwrap();
    let restart = all.iter().find(|finding| finding["kode"] == "ISI-06").unwrap();
    let lines = restart["tempel"].as_str().unwrap();
    assert_eq!(
        lines,
        "[pisah]\n\"Matriks!G39\" = \"Penata Layanan Operasional\"\n\"Matriks!G46\" = \"Penata Layanan Operasional\""
    );
    let split = project.edit(&format!("{FOLDER}/perjakin.toml"), |text| format!("{text}\n{lines}\n"));
    let run = split.run(&["periksa", "--format", "json"]);
    assert!(!run.stdout.contains("ISI-06") && !run.stdout.contains("STRUKTUR-18"), "{}", run.stdout);
    let (before, after) = (model(&Project::sample()), model(&split));
    let posts = |model: &Value| model["jabatan"].as_array().unwrap().len();
    assert_eq!((posts(&before), posts(&after)), (22, 23));
}
