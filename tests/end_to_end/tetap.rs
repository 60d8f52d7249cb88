//! The same input gives the same bytes: sheets, charts, volumes, reports and
//! manifest, whatever the clock's zone, the language and the number of cores.

use std::collections::BTreeMap;
use std::process::Command;

use crate::support::project::Project;

/// Every file of the output with its bytes, after a run in this environment.
fn printed(environment: &[(&str, &str)], one_core: bool) -> BTreeMap<String, Vec<u8>> {
    let project = Project::with_instansi("contoh");
    let plain = project.command(&["cetak"]);
    let mut command = if one_core { Command::new("taskset") } else { Command::new(plain.get_program()) };
    if one_core {
        command.args(["-c", "0"]).arg(plain.get_program());
    }
    command.args(plain.get_args()).current_dir(project.path(""));
    command.envs(environment.iter().copied());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let top = project.path("output");
    let files = project.files("output").into_iter();
    files
        .map(|path| (path.strip_prefix(&top).unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect()
}

#[test]
fn every_file_is_the_same_in_another_zone_and_language_and_on_one_core() {
    let here = printed(&[("TZ", "UTC"), ("LC_ALL", "C")], false);
    assert!(here.len() > 45, "sheets, copies, charts, volumes and reports: {:?}", here.keys());
    let has_taskset = Command::new("taskset").arg("-V").output().is_ok();
    let there = printed(
        &[("TZ", "Pacific/Auckland"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("HOME", "/tidak/ada")],
        has_taskset,
    );
    assert!(here.keys().eq(there.keys()));
    for (path, bytes) in &here {
        assert!(there[path] == *bytes, "{path}");
    }
}
