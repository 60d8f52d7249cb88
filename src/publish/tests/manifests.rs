//! Manifests that were damaged, tampered with, or written by a later program.

use super::*;

#[test]
fn a_damaged_manifest_is_replaced_by_the_previous_one_and_kept_aside() {
    for damage in [&b""[..], b"{\"skema\": 1, \"berkas\": {", b"\xff\xfe", b"null", b"{\"skema\": 1}"] {
        let mut office = Office::published();
        office.revise("pk/A/dua.pdf", "dua, direvisi");
        office.run();
        let good = fs::read(office.at("manifest.json")).unwrap();
        let files = office.tree();
        fs::write(office.at("manifest.json"), damage).unwrap();
        let summary = office.run();
        // The file that only the lost manifest knew is recognised by its bytes.
        assert_eq!((summary.written, summary.unchanged, summary.exit_code()), (0, 3, 0));
        assert!(summary.manifest_damage.is_some());
        assert_eq!(fs::read(office.at("manifest.json")).unwrap(), good);
        assert_eq!(fs::read(office.at("manifest (rusak).json")).unwrap(), damage);
        assert_eq!(difference(&files, &office.tree()), ["manifest (rusak).json"]);
    }
}

#[test]
fn a_lost_manifest_is_rebuilt_from_what_lies_there() {
    let office = Office::published();
    let before = office.tree();
    let inodes: Vec<_> = office.jobs.iter().map(|job| office.at(&job.path).metadata().unwrap().ino()).collect();
    fs::remove_file(office.at("manifest.json")).unwrap();
    assert_eq!(office.run().unchanged, 3);
    assert!(office.tree() == before);
    let after: Vec<_> = office.jobs.iter().map(|job| office.at(&job.path).metadata().unwrap().ino()).collect();
    assert_eq!(inodes, after, "nothing was written anew");
}

#[test]
fn without_a_sound_manifest_at_all_the_run_refuses() {
    let office = Office::published();
    fs::write(office.at("manifest.json"), "{").unwrap();
    let before = office.stamps();
    let error = publish(&office.folder(), &office.jobs).unwrap_err();
    assert!(matches!(error, PublishError::Damaged { .. }), "{error}");
    assert_eq!(error.exit_code(), 5);
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_newer_manifest_is_refused_even_where_an_older_one_lies_beside() {
    let mut office = Office::published();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.run();
    fs::write(office.at("manifest.json"), "{\"skema\": 2, \"isi\": \"lain sama sekali\"}").unwrap();
    let before = office.stamps();
    let error = publish(&office.folder(), &office.jobs).unwrap_err();
    assert!(matches!(error, PublishError::Newer { schema: 2, .. }), "{error}");
    assert!(matches!(verify(&office.folder()), Err(PublishError::Newer { .. })));
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_manifest_that_leads_outside_is_refused() {
    let mut office = Office::published();
    office.remove("pk/A/satu.pdf");
    let outside = office.top.path().join("output/luar.pdf");
    fs::copy(office.at("pk/A/satu.pdf"), &outside).unwrap();
    let text = fs::read_to_string(office.at("manifest.json")).unwrap();
    for path in ["../luar.pdf", "/luar.pdf", "pk/../../luar.pdf", "pk\\\\..\\\\luar.pdf", "C:luar.pdf"] {
        let altered = text.replace("\"pk/A/satu.pdf\"", &format!("\"{path}\""));
        assert_ne!(altered, text);
        fs::write(office.at("manifest.json"), altered).unwrap();
        let before = office.stamps();
        let error = publish(&office.folder(), &office.jobs).unwrap_err();
        assert!(matches!(error, PublishError::Outside { .. }), "{path}: {error}");
        assert_eq!(office.stamps(), before);
        assert!(outside.is_file());
    }
}

#[test]
fn a_manifest_reads_back_as_it_was_written() {
    let mut office = Office::published();
    office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.remove("pk/B/tiga.pdf");
    office.jobs.push(job("pk/A/tanda \"petik\" é.pdf", "x"));
    office.run();
    let manifest = office.manifest();
    let mut bytes = Vec::new();
    manifest.write(&mut bytes).unwrap();
    assert_eq!(bytes, fs::read(office.at("manifest.json")).unwrap());
    assert_eq!((manifest.files.len(), manifest.archive.len()), (4, 1));
    assert_eq!(Digest::of(&bytes), store::digest(&manifest));
}
