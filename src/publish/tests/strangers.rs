//! Files that were signed or changed after they were published, and files
//! that the program never made.

use std::os::unix::fs::symlink;

use super::*;

#[test]
fn a_signed_file_whose_data_is_unchanged_is_fine_as_it_is() {
    let office = Office::published();
    let signed = office.sign("pk/A/dua.pdf");
    let before = office.stamps();
    let summary = office.run();
    assert_eq!((summary.written, summary.unchanged, summary.signed, summary.exit_code()), (0, 3, 1, 0));
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
    assert_eq!(office.stamps(), before);
}

#[test]
fn the_new_version_of_a_signed_file_is_written_beside_it() {
    let mut office = Office::published();
    let signed = office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let summary = office.run();
    let beside = "pk/A/dua (versi baru).pdf";
    let expected = LeftAlone { path: "pk/A/dua.pdf".into(), beside: Some(beside.into()), reason: Reason::Changed };
    assert_eq!(summary.left_alone, std::slice::from_ref(&expected));
    assert_eq!((summary.written, summary.exit_code()), (1, 6));
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);

    // Nothing new: it is listed again and nothing is written.
    let before = office.stamps();
    let summary = office.run();
    assert_eq!((summary.written, summary.left_alone), (0, vec![expected]));
    assert_eq!(office.stamps(), before);

    // A further revision replaces the stand-in, not the signed one.
    office.revise("pk/A/dua.pdf", "dua, direvisi lagi");
    assert_eq!(office.run().written, 1);
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
    assert!(!office.at("pk/A/dua (versi baru 2).pdf").exists());

    // And where that was signed as well, there is a third.
    let second = office.sign(beside);
    office.revise("pk/A/dua.pdf", "dua, direvisi untuk ketiga kali");
    assert_eq!(office.run().written, 1);
    assert_eq!(fs::read(office.at(beside)).unwrap(), second);
    assert!(office.at("pk/A/dua (versi baru 2).pdf").is_file());
}

#[test]
fn a_change_that_keeps_the_length_is_seen_as_well() {
    let mut office = Office::published();
    for path in ["pk/A/dua.pdf", "pk/B/tiga.pdf"] {
        let mut bytes = fs::read(office.at(path)).unwrap();
        bytes[100] ^= 1;
        fs::write(office.at(path), &bytes).unwrap();
    }
    let altered = office.tree();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.remove("pk/B/tiga.pdf");
    let summary = office.run();
    assert_eq!((summary.left_alone.len(), summary.retired), (2, 0));
    let now = office.tree();
    assert!(now["pk/A/dua.pdf"] == altered["pk/A/dua.pdf"] && now["pk/B/tiga.pdf"] == altered["pk/B/tiga.pdf"]);
}

#[test]
fn a_file_that_appears_in_the_last_moment_is_not_replaced() {
    let top = tempfile::tempdir().unwrap();
    let (ours, theirs) = (top.path().join("a"), top.path().join("b"));
    fs::write(&ours, "kami").unwrap();
    fs::write(&theirs, "mereka").unwrap();
    let error = atomic::rename_new(&ours, &theirs).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&theirs).unwrap(), b"mereka");
    assert_eq!(fs::read(&ours).unwrap(), b"kami");
}

#[test]
fn a_stand_in_that_took_the_signed_ones_place_settles_the_matter() {
    let mut office = Office::published();
    office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.run();
    fs::rename(office.at("pk/A/dua (versi baru).pdf"), office.at("pk/A/dua.pdf")).unwrap();
    let summary = office.run();
    assert_eq!((summary.written, summary.exit_code()), (0, 0));
    let files: Vec<_> = office.manifest().files.into_keys().collect();
    assert_eq!(
        files.iter().map(|path| &**path).collect::<Vec<_>>(),
        ["pk/A/dua.pdf", "pk/A/satu.pdf", "pk/B/tiga.pdf"]
    );
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn a_stand_in_is_archived_once_its_place_is_free() {
    let mut office = Office::published();
    office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.run();
    fs::remove_file(office.at("pk/A/dua.pdf")).unwrap();
    let summary = office.run();
    assert_eq!((summary.written, summary.retired, summary.exit_code()), (1, 1, 0));
    assert!(office.at("_arsip/murni/pk/A/dua (versi baru).pdf").is_file());
}

#[test]
fn a_signed_file_whose_person_left_stays_and_is_listed() {
    let mut office = Office::published();
    let signed = office.sign("pk/A/dua.pdf");
    office.remove("pk/A/dua.pdf");
    for _ in 0..2 {
        let summary = office.run();
        assert_eq!(summary.left_alone.len(), 1);
        assert_eq!((summary.left_alone[0].reason, summary.exit_code()), (Reason::Retired, 6));
        assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
    }
}

#[test]
fn a_changed_template_holds_back_where_signed_files_are_concerned_until_asked() {
    let office = Office::published();
    let signed = office.sign("pk/A/dua.pdf");
    let other = engine(&TEMPLATE.replace("#data.isi", "*Isi:* #data.isi"));
    let before = office.stamps();
    let summary = publish_with(&office.folder(), &office.jobs, &other, |_| {}).unwrap();
    assert_eq!((summary.written, summary.held_back, summary.exit_code()), (0, 3, 6));
    assert_eq!(office.stamps(), before);
    let summary =
        publish_with(&office.folder(), &office.jobs, &other, |options| options.refresh_templates = true).unwrap();
    assert_eq!((summary.written, summary.held_back, summary.exit_code()), (3, 0, 6));
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
}

#[test]
fn a_foreign_file_in_the_way_is_never_touched() {
    let office = Office::new();
    fs::create_dir_all(office.at("pk/A")).unwrap();
    fs::write(office.at("pk/A/satu.pdf"), "milik orang").unwrap();
    fs::write(office.at("pk/A/catatan.txt"), "catatan").unwrap();
    fs::write(office.at("pk/A/dua (versi baru).pdf"), "milik orang juga").unwrap();
    let summary = office.run();
    assert_eq!((summary.written, summary.left_alone[0].reason), (3, Reason::Foreign));
    assert_eq!(fs::read(office.at("pk/A/satu.pdf")).unwrap(), b"milik orang");
    assert_eq!(fs::read(office.at("pk/A/catatan.txt")).unwrap(), b"catatan");
    assert_eq!(fs::read(office.at("pk/A/dua (versi baru).pdf")).unwrap(), b"milik orang juga");
    assert!(office.at("pk/A/satu (versi baru).pdf").is_file());
}

#[test]
fn a_file_under_the_temporary_name_is_not_ours_either() {
    let office = Office::new();
    let temporary = atomic::temporary(&office.folder(), "pk/A/satu.pdf");
    fs::create_dir_all(office.at("pk/A")).unwrap();
    fs::write(&temporary, "milik orang").unwrap();
    let summary = office.run();
    assert_eq!((summary.written, summary.pending.len(), summary.exit_code()), (2, 1, 1));
    assert_eq!(fs::read(temporary).unwrap(), b"milik orang");
}

#[test]
fn symlinks_and_folders_in_the_way_are_left_alone() {
    let office = Office::new();
    let outside = office.top.path().join("luar.txt");
    fs::write(&outside, "luar").unwrap();
    fs::create_dir_all(office.at("pk/A/dua.pdf")).unwrap();
    symlink(&outside, office.at("pk/A/satu.pdf")).unwrap();
    let summary = office.run();
    assert_eq!((summary.written, summary.left_alone.len()), (3, 2));
    assert_eq!(fs::read(&outside).unwrap(), b"luar");
    assert!(office.at("pk/A/satu.pdf").symlink_metadata().unwrap().is_symlink());
    assert!(office.at("pk/A/dua.pdf").is_dir());
}

#[test]
fn a_symlinked_folder_is_refused_before_anything_is_written() {
    let mut office = Office::published();
    let outside = office.top.path().join("luar");
    fs::rename(office.at("pk/B"), &outside).unwrap();
    symlink(&outside, office.at("pk/B")).unwrap();
    office.revise("pk/A/satu.pdf", "satu, direvisi");
    let (before, away) = (office.stamps(), tree(&outside));
    for _ in 0..2 {
        let error = publish(&office.folder(), &office.jobs).unwrap_err();
        assert!(matches!(error, PublishError::ForeignFolder { .. }), "{error}");
        assert_eq!(error.exit_code(), 5);
        assert_eq!((office.stamps(), tree(&outside)), (before.clone(), away.clone()));
        // Nor may what is to be retired be reached through it.
        office.jobs.retain(|job| job.path != "pk/B/tiga.pdf");
    }
}

#[test]
fn a_document_may_not_go_where_no_document_belongs() {
    for path in ["../luar.pdf", "/tmp/luar.pdf", "manifest.json", "_arsip/a.pdf", "pk/A/SATU.pdf", "pk//x.pdf"] {
        let mut office = Office::new();
        office.jobs.push(job(path, "x"));
        let error = publish(&office.folder(), &office.jobs).unwrap_err();
        assert!(matches!(error, PublishError::Place { .. }), "{path}: {error}");
        assert_eq!(office.tree().into_keys().collect::<Vec<_>>(), [".perjakin.kunci"], "{path}");
    }
}

#[test]
fn verification_tells_changed_missing_and_foreign_files_apart() {
    let mut office = Office::published();
    office.remove("pk/B/tiga.pdf");
    office.run();
    office.sign("pk/A/dua.pdf");
    fs::remove_file(office.at("pk/A/satu.pdf")).unwrap();
    fs::write(office.at("pk/A/catatan.txt"), "catatan").unwrap();
    let before = office.stamps();
    let found = verify(&office.folder()).unwrap();
    assert_eq!((found.intact, found.archived, found.exit_code()), (1, 1, 6));
    assert_eq!(found.changed, ["pk/A/dua.pdf"]);
    assert_eq!(found.missing, ["pk/A/satu.pdf"]);
    assert_eq!(found.foreign, ["pk/A/catatan.txt"]);
    assert_eq!(office.stamps(), before);
}
