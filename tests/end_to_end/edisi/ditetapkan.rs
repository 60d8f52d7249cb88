//! Freezing, once and again, and what happens when it is cut off.

use std::process::Stdio;
use std::time::Duration;

use super::*;

#[test]
fn the_run_after_a_freeze_has_nothing_to_do() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    let run = ok(&project, &["freeze", "--tanggal", " 7  Januari 2026 "]);
    assert!(run.stderr.contains("edisi Murni ditetapkan, 17 lembar, ditandatangani 7 Januari 2026."), "{}", run.stderr);
    let told = "perhatian: edisi Murni ditetapkan bertanggal 7 Januari 2026, sedangkan di lembarnya tercetak 5 Januari";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    assert!(!run.stderr.contains("Pegawai Contoh") && run.stdout.is_empty());
    assert!(!run.stderr.contains("register"), "no count is kept there: {}", run.stderr);
    let before = stamps(&project);
    ok(&project, &[]);
    let again = ok(&project, &["tetapkan"]);
    assert!(again.stderr.contains("telah ditetapkan (7 Januari 2026)"), "{}", again.stderr);
    assert_eq!(stamps(&project), before);
    assert_eq!(ok(&project, &["verifikasi"]).stderr, "");
}

/// Freezes with an office's copy of the register in which so many sheets are
/// marked as signed.
fn frozen_with_marks(marks: usize) -> Run {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    let copy = project.path("input/contoh/register kantor.xlsx");
    std::fs::copy(project.path("output/contoh/laporan/register.xlsx"), &copy).unwrap();
    lembar::edit(&copy, |rows| rows[5..][..marks].iter_mut().for_each(|row| row[8] = text("sudah")));
    let run = ok(&project, &["tetapkan"]);
    assert!(run.stderr.contains("edisi Murni ditetapkan, 17 lembar"), "{}", run.stderr);
    assert!(project.path("output/contoh/_arsip/murni/edisi.json").is_file());
    run
}

#[test]
fn sheets_that_the_register_does_not_mark_as_signed_are_told() {
    let some = frozen_with_marks(3).stderr;
    let told = "perhatian: menurut salinan register baru 3 dari 17 sudah ditandatangani; 14 belum, di output/contoh:";
    assert!(some.contains(told) && some.contains("… dan 4 lagi"), "{some}");
    assert!(some.contains("\n    pk/") && some.contains("isi kolom Tanda tangan"), "{some}");
    let all = frozen_with_marks(17).stderr;
    assert!(all.contains("Menurut salinan register, 17 dari 17 sudah ditandatangani.") && !all.contains("perhatian"));
    assert!(!frozen_with_marks(0).stderr.contains("register"), "a copy without marks says nothing");
}

#[test]
fn revision_follows_revision_each_against_the_one_before() {
    let project = dated(frozen(), "1 Juli 2026");
    revise(&project);
    ok(&project, &[]);
    let run = ok(&project, &["tetapkan", "--tanggal", "3 Juli 2026"]);
    assert!(
        run.stderr.contains("edisi Perubahan 1 ditetapkan, 4 lembar, ditandatangani 3 Juli 2026."),
        "{}",
        run.stderr
    );
    let before = stamps(&project);
    let run = ok(&project, &[]);
    assert!(run.stderr.contains("Perubahan 1, ditetapkan 3 Juli 2026; tidak ada perubahan"), "{}", run.stderr);
    assert_eq!(stamps(&project), before);

    let signed = tree(&project);
    let project = project.edit(CONFIG, |text| text.replace("1 Juli 2026", "1 Oktober 2026"));
    retarget(&project, LAPORAN, 7.0);
    ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-2"), ["Sekretariat/Perencana Ahli Muda"]);
    assert!(sheet(&project, "pk-perubahan-2", "Perencana").prints("Kota Contoh, 1 Oktober 2026"));
    let report = ReadBack::open(&project.path("output/contoh/laporan/perubahan.pdf"));
    assert!(
        report.prints("Semula: Perubahan 1, 3 Juli 2026 Menjadi: Perubahan 2, 1 Oktober 2026"),
        "{}",
        report.text()
    );
    let now = tree(&project);
    for (path, bytes) in signed.iter().filter(|(path, _)| path.starts_with("pk") || path.starts_with("_arsip/")) {
        assert!(now.get(path) == Some(bytes), "{path}");
    }
    ok(&project, &["tetapkan"]);
    ok(&project, &["verifikasi"]);
    assert!(project.path("output/contoh/_arsip/perubahan-2/edisi.json").is_file());
}

#[test]
fn a_date_that_changes_later_touches_no_edition_that_is_signed() {
    let project = dated(frozen(), "1 Juli 2026");
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    ok(&project, &["tetapkan"]);
    let project = project
        .edit(CONFIG, |text| text.replace("5 Januari 2026", "9 Januari 2026").replace("1 Juli 2026", "1 Oktober 2026"));
    let before = stamps(&project);
    ok(&project, &[]);
    assert_eq!(stamps(&project), before);
}

#[test]
fn each_instansi_has_editions_of_its_own() {
    let project = Project::with_instansi("contoh");
    std::fs::rename(project.path("input/contoh"), project.path("input/satu")).unwrap();
    let copy = |name: &str| std::fs::read(project.path("input/satu").join(name)).unwrap();
    let files = ["perjakin.toml", "matriks.xlsx", "pegawai.xlsx", "target.xlsx"].map(|name| (name, copy(name)));
    let project =
        files.into_iter().fold(project, |project, (name, bytes)| project.write(&format!("input/dua/{name}"), bytes));
    ok(&project, &[]);
    ok(&project, &["tetapkan", "--instansi", "dua"]);
    let frozen = |name: &str| project.path(&format!("output/{name}/_arsip/murni/edisi.json")).is_file();
    assert_eq!((frozen("satu"), frozen("dua")), (false, true));
    ok(&project, &["tetapkan"]);
    assert!(frozen("satu"));
    assert_eq!(project.run(&["tetapkan", "--instansi", "tiga"]).code, 2);
}

#[test]
fn a_freeze_killed_at_any_moment_can_be_repeated() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    let printed: Vec<_> =
        project.files(OUTPUT).into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    ok(&project, &["tetapkan"]);
    let clean = tree(&project);
    let (mut killed, mut wait) = (0, 0);
    loop {
        std::fs::remove_dir_all(project.path(OUTPUT)).unwrap();
        for (path, bytes) in &printed {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let mut child = project.command(&["tetapkan"]).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        let survived = child.wait().unwrap().success();
        let now = tree(&project);
        assert!(
            now.iter().all(|(path, bytes)| path.contains(".perjakin") || clean.get(path) == Some(bytes)),
            "{wait} ms"
        );
        ok(&project, &["tetapkan"]);
        ok(&project, &[]);
        assert!(tree(&project) == clean, "{wait} ms");
        ok(&project, &["verifikasi"]);
        if survived {
            break;
        }
        killed += 1;
        wait += 15;
    }
    assert!(killed > 2, "nothing was cut off");
}
