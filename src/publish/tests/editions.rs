//! Editions: freezing what was signed, and what comes after it.

use super::super::edition::{Edition, Editions, Freeze, Frozen, Obstacles, freeze, name_of, next_name, sheet_folder};
use super::children::{Ill, Order, no_births, obey};
use super::*;

/// The sheets of the office, with its chart and a print volume.
fn everything(office: &Office) -> Vec<Job> {
    let text: Vec<_> = office.jobs.iter().map(|job| String::from_utf8_lossy(&job.data)).collect();
    let mut jobs = office.jobs.clone();
    jobs.push(job("bagan/poster.pdf", &text.join(" ")));
    jobs.push(job("cetak/jilid.pdf", &text.join(", ")));
    jobs
}

fn wish(office: &Office, name: &str, record: &str) -> Result<Frozen, PublishError> {
    let _quiet = no_births();
    let wish = Freeze { name, date: "Januari 2026", sheets: &office.jobs, record: record.as_bytes() };
    freeze(&office.folder(), &wish, &holder())
}

fn freeze_now(office: &Office) -> Frozen {
    wish(office, "murni", "catatan").unwrap()
}

fn frozen_office() -> Office {
    let office = Office::new();
    publish(&office.folder(), &everything(&office)).unwrap();
    assert_eq!(freeze_now(&office), Frozen::Done(3));
    office
}

/// Publishes what is to be signed again in the first revision.
fn revise(office: &mut Office, sheets: &[(&str, &str)]) -> Summary {
    office.jobs = sheets.iter().map(|(path, text)| job(&format!("pk-perubahan-1/{path}"), text)).collect();
    publish_with(&office.folder(), &everything(office), &ENGINE, |options| options.edition = "perubahan-1").unwrap()
}

#[test]
fn what_is_signed_again_is_printed_beside_what_was_signed() {
    let mut office = frozen_office();
    let signed = office.tree();
    let summary = revise(&mut office, &[("A/dua.pdf", "dua, direvisi"), ("B/empat.pdf", "empat")]);
    assert_eq!((summary.written, summary.retired, summary.exit_code()), (4, 0, 0));
    let now = office.tree();
    for (path, bytes) in signed.iter().filter(|(path, _)| path.starts_with("pk/") || path.starts_with("_arsip/")) {
        assert!(now.get(path) == Some(bytes), "{path}");
    }
    assert!(now.contains_key("pk-perubahan-1/A/dua.pdf") && now.contains_key("pk-perubahan-1/B/empat.pdf"));
    assert!(now["_arsip/murni/bagan/poster.pdf"] == signed["bagan/poster.pdf"]);
    assert!(!now.contains_key("_arsip/murni/cetak/jilid.pdf"), "volumes are no part of the edition");
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn volumes_stay_with_the_frozen_edition_whether_wanted_or_not_and_give_way_to_the_next() {
    let mut office = frozen_office();
    let signed = office.tree();
    let mut others = everything(&office);
    others.retain(|job| !job.path.starts_with("cetak/"));
    others.push(job("bagan/lain.pdf", "lain"));
    assert_eq!(publish(&office.folder(), &others).unwrap().retired, 0);
    assert!(office.tree()["cetak/jilid.pdf"] == signed["cetak/jilid.pdf"]);
    revise(&mut office, &[("A/dua.pdf", "dua, direvisi")]);
    assert!(office.tree()["cetak/jilid.pdf"] != signed["cetak/jilid.pdf"]);
    others.truncate(0);
    assert!(publish(&office.folder(), &others).unwrap().retired > 0);
    assert!(!office.tree().contains_key("cetak/jilid.pdf"), "it is the revision's, which was taken back");
}

#[test]
fn a_later_run_that_wants_no_sheet_leaves_the_frozen_ones() {
    let office = frozen_office();
    let before = office.stamps();
    let others = everything(&office).split_off(3);
    let summary = publish(&office.folder(), &others).unwrap();
    assert_eq!((summary.written, summary.retired, summary.exit_code()), (0, 0, 0));
    assert_eq!(office.stamps(), before);
}

#[test]
fn editions_follow_each_other_and_each_keeps_its_record() {
    let mut office = frozen_office();
    revise(&mut office, &[("A/dua.pdf", "dua, direvisi")]);
    assert_eq!(wish(&office, "perubahan-1", "lain").unwrap(), Frozen::Done(1));
    let folder = office.folder();
    publish_with(&folder, &everything(&office).split_off(1), &ENGINE, |options| options.edition = "perubahan-1")
        .unwrap();
    assert!(office.at("pk-perubahan-1/A/dua.pdf").is_file(), "an earlier edition is retired by nobody");
    let kept = Editions::of(&folder).unwrap();
    let frozen = kept.list();
    let names: Vec<_> = frozen.iter().map(|edition| (edition.name.as_str(), edition.sheets)).collect();
    assert_eq!(names, [("murni", 3), ("perubahan-1", 1)]);
    assert_eq!(
        (next_name("perubahan-1"), sheet_folder("perubahan-2")),
        ("perubahan-2".into(), "pk-perubahan-2".into())
    );
    assert_eq!(kept.record(&frozen[0]).unwrap(), b"catatan");
    assert_eq!(kept.record(&frozen[1]).unwrap(), b"lain");
    fs::write(folder.join(&frozen[0].record), "catatam").unwrap();
    let error = kept.record(&frozen[0]).unwrap_err();
    assert!(error.exit_code() == 5 && error.to_string().contains("_arsip/murni/edisi.json"), "{error}");
}

#[test]
fn the_first_edition_of_a_folder_may_be_a_revision_and_the_next_one_is_counted_on() {
    assert_eq!([0, 1, 2].map(name_of), ["murni", "perubahan-1", "perubahan-2"]);
    let office = Office::new();
    let folder = office.folder();
    let jobs = [job("pk-perubahan-2/A/satu.pdf", "satu")];
    publish_with(&folder, &jobs, &ENGINE, |options| options.edition = "perubahan-2").unwrap();
    let freeze_as = |name: &str, jobs: &[Job]| {
        let wish = Freeze { name, date: "Januari 2026", sheets: jobs, record: b"catatan" };
        freeze(&folder, &wish, &holder())
    };
    assert!(matches!(freeze_as("lain", &jobs), Err(PublishError::OtherEdition { .. })));
    assert_eq!(freeze_as("perubahan-2", &jobs).unwrap(), Frozen::Done(1));
    assert!(office.at("_arsip/perubahan-2/edisi.json").is_file());
    assert!(matches!(freeze_as("perubahan-1", &jobs), Err(PublishError::OtherEdition { .. })));
    let later = [job("pk-perubahan-3/A/satu.pdf", "satu, direvisi")];
    publish_with(&folder, &later, &ENGINE, |options| options.edition = "perubahan-3").unwrap();
    assert_eq!(freeze_as("perubahan-3", &later).unwrap(), Frozen::Done(1));
}

#[test]
fn a_frozen_sheet_is_never_written_again() {
    let mut office = frozen_office();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let before = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    let summary = publish(&office.folder(), &everything(&office)).unwrap();
    assert_eq!(summary.left_alone[0].reason, Reason::Frozen);
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), before);
}

#[test]
fn a_run_for_another_edition_than_the_one_at_hand_is_refused() {
    let office = frozen_office();
    let before = office.stamps();
    for name in ["perubahan-2", "lain"] {
        let refused = publish_with(&office.folder(), &office.jobs, &ENGINE, |options| options.edition = name);
        assert_eq!(refused.unwrap_err().exit_code(), 5, "{name}");
        assert!(matches!(wish(&office, name, ""), Err(PublishError::OtherEdition { .. })));
    }
    assert_eq!(office.stamps(), before);
}

#[test]
fn what_leaves_later_is_not_kept_twice() {
    let office = frozen_office();
    let poster = fs::read(office.at("bagan/poster.pdf")).unwrap();
    let summary = publish_with(&office.folder(), &[], &ENGINE, |options| options.edition = "perubahan-1").unwrap();
    assert_eq!(summary.retired, 2);
    let kept: Vec<_> =
        office.tree().into_keys().filter(|path| path.starts_with("_arsip/") && path.ends_with("pdf")).collect();
    assert_eq!(kept, ["_arsip/murni/bagan/poster.pdf", "_arsip/perubahan-1/cetak/jilid.pdf"]);
    assert_eq!(fs::read(office.at(&kept[0])).unwrap(), poster);
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn what_is_not_ready_to_be_signed_is_not_frozen() {
    let mut office = Office::new();
    for path in ["pk/C/lima.pdf", "pk/C/enam.pdf"] {
        office.jobs.push(job(path, path));
    }
    office.jobs[0].draft = true;
    office.run();
    office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.run();
    office.remove("pk/B/tiga.pdf");
    office.jobs.push(job("pk/B/empat.pdf", "empat"));
    office.revise("pk/C/lima.pdf", "direvisi, dan belum dicetak");
    fs::remove_file(office.at("pk/C/enam.pdf")).unwrap();
    let before = office.stamps();
    let expected = Obstacles {
        draft: vec!["pk/A/satu.pdf".into()],
        unsettled: vec!["pk/A/dua.pdf".into()],
        outdated: ["pk/C/lima.pdf", "pk/C/enam.pdf", "pk/B/empat.pdf"].map(str::to_owned).into(),
        unwanted: vec!["pk/B/tiga.pdf".into()],
    };
    assert_eq!(freeze_now(&office), Frozen::Not(expected));
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_sheet_that_was_signed_as_it_was_printed_is_frozen() {
    let office = Office::published();
    let signed = office.sign("pk/A/dua.pdf");
    assert_eq!(freeze_now(&office), Frozen::Done(3));
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
}

#[test]
fn freezing_twice_makes_no_second_edition() {
    let office = frozen_office();
    let before = office.stamps();
    let Frozen::Already(Edition { name, date, sheets, .. }) = freeze_now(&office) else { panic!("frozen anew") };
    assert_eq!((name.as_str(), date.as_str(), sheets), ("murni", "Januari 2026", 3));
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_damaged_manifest_does_not_make_a_frozen_edition_forgotten() {
    let mut office = frozen_office();
    fs::write(office.at("manifest.json"), "{").unwrap();
    let signed = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let summary = office.run();
    assert!(summary.manifest_damage.is_some() && summary.left_alone[0].reason == Reason::Frozen);
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), signed);
}

#[test]
fn without_any_manifest_a_folder_with_a_frozen_edition_is_not_touched() {
    let office = frozen_office();
    for name in ["manifest.json", "manifest.lama.json"] {
        let _ = fs::remove_file(office.at(name));
    }
    let before = office.stamps();
    let error = publish(&office.folder(), &office.jobs).unwrap_err();
    assert!(error.exit_code() == 5 && error.to_string().contains("manifest.json"), "{error}");
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_freeze_that_was_cut_off_and_followed_by_other_data_keeps_the_later_record() {
    for step in 1.. {
        let mut office = Office::new();
        publish(&office.folder(), &everything(&office)).unwrap();
        let (status, _) = obey(office.top.path(), &order(&office, Some(Ill::Kill(step))));
        if !Editions::of(&office.folder()).unwrap().list().is_empty() {
            assert!(status.success() || step > 15);
            return;
        }
        office.revise("pk/A/dua.pdf", "dua, direvisi");
        publish(&office.folder(), &everything(&office)).unwrap();
        assert_eq!(wish(&office, "murni", "kemudian").unwrap(), Frozen::Done(3));
        let folder = office.folder();
        let kept = Editions::of(&folder).unwrap();
        assert_eq!(kept.record(&kept.list()[0]).unwrap(), b"kemudian", "step {step}");
        assert!(verify(&office.folder()).unwrap().is_sound(), "step {step}");
    }
}

/// An order to a child to freeze the office.
fn order(office: &Office, fault: Option<Ill>) -> Order {
    let jobs = office.jobs.iter().map(|job| {
        let data: serde_json::Value = serde_json::from_slice(&job.data).unwrap();
        (job.path.clone(), data["isi"].as_str().unwrap().to_owned())
    });
    Order { folder: office.folder(), jobs: jobs.collect(), fault, freeze: true, limits: None }
}

#[test]
fn a_freeze_killed_at_any_step_can_be_repeated() {
    let clean = frozen_office().tree();
    for step in 1.. {
        let office = Office::new();
        publish(&office.folder(), &everything(&office)).unwrap();
        let (status, _) = obey(office.top.path(), &order(&office, Some(Ill::Kill(step))));
        let before = office.tree();
        for (path, bytes) in before.iter().filter(|(path, _)| path.starts_with("pk/") || path.starts_with("bagan/")) {
            assert!(clean.get(path) == Some(bytes), "{path} after a kill at step {step}");
        }
        freeze_now(&office);
        let end = office.tree();
        let differing = difference(&end, &clean);
        assert!(differing.is_empty(), "after a kill at step {step}: {differing:?}");
        if status.success() {
            assert!(step > 15);
            return;
        }
    }
}
