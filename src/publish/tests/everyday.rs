//! What happens in an office where nothing goes wrong.

use super::*;

#[test]
fn a_first_run_writes_everything_and_the_manifest_knows_it() {
    let office = Office::new();
    let summary = office.run();
    assert_eq!((summary.written, summary.unchanged, summary.pages, summary.exit_code()), (3, 0, 3, 0));
    let manifest = office.manifest();
    assert_eq!(manifest.files.len(), 3);
    for (path, entry) in &manifest.files {
        let bytes = fs::read(office.at(path)).unwrap();
        assert_eq!((entry.sha256, entry.size), (Digest::of(&bytes), bytes.len() as u64));
        assert_eq!(office.at(path).metadata().unwrap().mode() & 0o777, 0o600);
    }
    let names: Vec<_> = office.tree().into_keys().collect();
    let expected =
        [".perjakin.kunci", "manifest.json", "pk/", "pk/A/", "pk/A/dua.pdf", "pk/A/satu.pdf", "pk/B/", "pk/B/tiga.pdf"];
    assert_eq!(names, expected);
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn a_run_with_nothing_to_do_writes_nothing() {
    let office = Office::published();
    let before = office.stamps();
    let summary = office.run();
    assert_eq!((summary.written, summary.unchanged), (0, 3));
    assert_eq!(office.stamps(), before);
}

#[test]
fn one_changed_document_is_the_only_one_written() {
    let mut office = Office::published();
    let (before, old_manifest) = (office.tree(), fs::read(office.at("manifest.json")).unwrap());
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let summary = office.run();
    assert_eq!((summary.written, summary.unchanged), (1, 2));
    assert_eq!(difference(&before, &office.tree()), ["manifest.json", "manifest.lama.json", "pk/A/dua.pdf"]);
    assert_eq!(fs::read(office.at("manifest.lama.json")).unwrap(), old_manifest);
}

#[test]
fn the_order_of_the_documents_and_the_number_of_threads_do_not_show() {
    let mut other = Office::new();
    other.jobs.reverse();
    publish_with(&other.folder(), &other.jobs, &ENGINE, |options| options.threads = 1).unwrap();
    assert!(Office::published().tree() == other.tree());
}

#[test]
fn a_deleted_document_comes_back_the_same() {
    let office = Office::published();
    let before = office.tree();
    fs::remove_file(office.at("pk/A/satu.pdf")).unwrap();
    assert_eq!(office.run().written, 1);
    assert!(office.tree() == before);
}

#[test]
fn a_retired_document_moves_to_the_archive_and_may_return_and_leave_again() {
    let mut office = Office::published();
    let bytes = fs::read(office.at("pk/B/tiga.pdf")).unwrap();
    let gone = office.remove("pk/B/tiga.pdf");
    assert_eq!(office.run().retired, 1);
    assert_eq!(fs::read(office.at("_arsip/murni/pk/B/tiga.pdf")).unwrap(), bytes);
    assert!(!office.at("pk/B").exists(), "an emptied folder goes as well");
    assert!(office.manifest().archive.contains_key("_arsip/murni/pk/B/tiga.pdf"));

    office.jobs.push(gone);
    let summary = office.run();
    assert_eq!((summary.written, summary.retired), (1, 0));
    assert_eq!(fs::read(office.at("pk/B/tiga.pdf")).unwrap(), bytes);

    office.revise("pk/B/tiga.pdf", "tiga, direvisi");
    office.run();
    office.remove("pk/B/tiga.pdf");
    assert_eq!(office.run().retired, 1);
    assert_eq!(fs::read(office.at("_arsip/murni/pk/B/tiga.pdf")).unwrap(), bytes, "the earlier one stays");
    assert!(office.at("_arsip/murni/pk/B/tiga (2).pdf").is_file());
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn a_partial_run_retires_nobody() {
    let mut office = Office::published();
    office.remove("pk/A/satu.pdf");
    office.remove("pk/B/tiga.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let summary = publish_with(&office.folder(), &office.jobs, &ENGINE, |options| options.partial = true).unwrap();
    assert_eq!((summary.written, summary.retired), (1, 0));
    assert_eq!(office.manifest().files.len(), 3);
}

#[test]
fn a_document_that_fails_keeps_its_old_file_and_stops_no_other() {
    let mut office = Office::published();
    let old = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    office.revise("pk/A/dua.pdf", "tanpa glif: \u{f0b7}");
    office.revise("pk/A/satu.pdf", "satu, direvisi");
    let summary = office.run();
    assert_eq!((summary.written, summary.failed.len(), summary.exit_code()), (1, 1, 1));
    assert_eq!(summary.failed[0].path, "pk/A/dua.pdf");
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), old);
    assert_eq!(office.run().failed.len(), 1, "it is tried again");
}

#[test]
fn a_template_that_has_made_documents_is_not_blamed_when_only_failing_ones_are_left() {
    let mut office = Office::published();
    office.revise("pk/A/satu.pdf", "tanpa glif: \u{f0b7}");
    office.revise("pk/A/dua.pdf", "tanpa glif: \u{f0b7}");
    let summary = office.run();
    assert_eq!((summary.unchanged, summary.failed.len(), summary.exit_code()), (1, 2, 1));
}

#[test]
fn a_wrong_template_is_told_once_with_its_line_before_anything_is_written() {
    for (wrong, line) in [("#data.tiada", 4), ("#let (", 4), ("#text(font: \"Tiada\")[x]", 4)] {
        let office = Office::published();
        let before = office.stamps();
        let broken = engine(&TEMPLATE.replace("#data.isi", wrong));
        let error = publish_with(&office.folder(), &office.jobs, &broken, |_| {}).unwrap_err();
        let PublishError::Template(inside) = &error else { panic!("{error}") };
        let (file, at, _) = inside.diagnostics[0].at.clone().unwrap();
        assert_eq!((file.as_str(), at, error.exit_code()), ("uji.typ", line, 2));
        assert_eq!(office.stamps(), before);
    }
}

#[test]
fn a_document_made_from_something_else_that_prints_the_same_is_not_written() {
    let mut office = Office::published();
    let file = office.at("pk/A/satu.pdf");
    let stamp = |path: &Path| (fs::metadata(path).unwrap().ino(), fs::metadata(path).unwrap().modified().unwrap());
    let before = stamp(&file);
    office.jobs[0].data = serde_json::json!({ "isi": "satu", "tidak_dicetak": 1 }).to_string().into_bytes();
    let summary = office.run();
    assert_eq!((summary.written, summary.unchanged, stamp(&file)), (0, 3, before));
    let after = office.stamps();
    assert_eq!((office.run().written, office.stamps() == after), (0, true), "it is known by its new data now");
}

#[test]
fn drafts_are_counted_whether_written_or_not() {
    let mut office = Office::new();
    office.jobs[0].draft = true;
    assert_eq!(office.run().draft, 1);
    assert_eq!(office.run().draft, 1);
    office.jobs[0].draft = false;
    assert_eq!(office.run().draft, 0);
}

#[test]
fn finished_files_are_published_like_typeset_ones() {
    let office = Office::new();
    let cancel = AtomicBool::new(false);
    let options = Options {
        threads: 1,
        edition: "murni",
        partial: false,
        refresh_templates: false,
        holder: holder(),
        cancel: &cancel,
    };
    let mut files = [Ready { path: "laporan/temuan.xlsx".into(), bytes: b"isi".to_vec() }];
    let _quiet = children::no_births();
    let go = |files: &[Ready]| run(&office.folder(), &office.jobs, files, &ENGINE, &options, &()).unwrap().written;
    assert_eq!((go(&files), go(&files)), (4, 0));
    files[0].bytes = b"isi baru".to_vec();
    assert_eq!(go(&files), 1);
    assert_eq!(fs::read(office.at("laporan/temuan.xlsx")).unwrap(), b"isi baru");
}

#[test]
fn a_changed_template_writes_all_again_and_says_why() {
    let office = Office::published();
    let other = engine(&TEMPLATE.replace("#data.isi", "*Isi:* #data.isi"));
    struct Listening(std::cell::RefCell<Vec<Why>>);
    impl Progress for Listening {
        fn planned(&self, _: &str, why: Why) {
            self.0.borrow_mut().push(why);
        }
    }
    let heard = Listening(Vec::new().into());
    let cancel = AtomicBool::new(false);
    let options = Options {
        threads: 1,
        edition: "murni",
        partial: false,
        refresh_templates: false,
        holder: holder(),
        cancel: &cancel,
    };
    let quiet = children::no_births();
    let summary = run(&office.folder(), &office.jobs, &[], &other, &options, &heard).unwrap();
    drop(quiet);
    assert_eq!(summary.written, 3);
    assert_eq!(heard.0.into_inner(), [Why::Tools; 3]);
}

#[test]
fn cancelling_leaves_a_consistent_folder_that_the_next_run_completes() {
    let office = Office::new();
    let cancel = AtomicBool::new(true);
    let quiet = children::no_births();
    let options = Options {
        threads: 1,
        edition: "murni",
        partial: false,
        refresh_templates: false,
        holder: holder(),
        cancel: &cancel,
    };
    let summary = run(&office.folder(), &office.jobs, &[], &ENGINE, &options, &()).unwrap();
    drop(quiet);
    assert!(summary.cancelled && summary.written < 3);
    assert_eq!(summary.exit_code(), 130);
    assert!(verify(&office.folder()).unwrap().is_sound());
    assert_eq!(office.run().written, 3 - summary.written);
}
