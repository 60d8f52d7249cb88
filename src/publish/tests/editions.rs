//! Editions: freezing what was signed, and printing only what changed since.

use super::super::edition::{Frozen, Obstacles, Revision, editions, freeze, next_name, sheet_path};
use super::children::{Ill, Order, no_births, obey};
use super::*;

/// The sheets of the office, with its chart.
fn with_chart(office: &Office) -> Vec<Job> {
    let text: Vec<_> = office.jobs.iter().map(|job| String::from_utf8_lossy(&job.data)).collect();
    let mut jobs = office.jobs.clone();
    jobs.push(job("bagan/poster.pdf", &text.join(" ")));
    jobs
}

fn freeze_now(office: &Office) -> Frozen {
    let _quiet = no_births();
    freeze(&office.folder(), "Januari 2026", &office.jobs, &holder()).unwrap()
}

fn frozen_office() -> Office {
    let office = Office::new();
    publish(&office.folder(), &with_chart(&office)).unwrap();
    assert_eq!(freeze_now(&office), Frozen::Done(3));
    office
}

/// What a later run publishes: the sheets to be signed again in their own
/// folder, and the chart.
fn revised(office: &Office) -> (Revision, Vec<Job>) {
    let frozen = editions(&office.folder()).unwrap();
    let revision = frozen.last().unwrap().compare(&office.jobs);
    let name = next_name(&frozen);
    let mut jobs: Vec<_> = (revision.changed.iter().chain(&revision.new))
        .map(|&index| Job { path: sheet_path(&name, &office.jobs[index].path), ..office.jobs[index].clone() })
        .collect();
    jobs.push(with_chart(office).pop().unwrap());
    (revision, jobs)
}

#[test]
fn only_what_changed_is_printed_again_and_the_signed_edition_stays() {
    let mut office = frozen_office();
    let signed = office.tree();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.remove("pk/B/tiga.pdf");
    office.jobs.push(job("pk/B/empat.pdf", "empat"));
    let (revision, jobs) = revised(&office);
    let expected = Revision { unchanged: vec![0], changed: vec![1], new: vec![2], left: vec!["pk/B/tiga.pdf".into()] };
    assert_eq!(revision, expected);
    let summary = publish_with(&office.folder(), &jobs, &ENGINE, |options| options.edition = "perubahan-1").unwrap();
    assert_eq!((summary.written, summary.retired, summary.exit_code()), (3, 0, 0));
    let now = office.tree();
    for (path, bytes) in signed.iter().filter(|(path, _)| path.starts_with("pk/")) {
        assert!(now.get(path) == Some(bytes), "{path}");
    }
    assert!(now.contains_key("pk-perubahan-1/A/dua.pdf") && now.contains_key("pk-perubahan-1/B/empat.pdf"));
    assert!(now["_arsip/murni/bagan/poster.pdf"] == signed["bagan/poster.pdf"]);
    assert!(verify(&office.folder()).unwrap().is_sound());
}

#[test]
fn a_later_run_with_unchanged_data_writes_nothing() {
    let office = frozen_office();
    let before = office.stamps();
    let (revision, jobs) = revised(&office);
    assert!(revision.is_empty());
    let summary = publish(&office.folder(), &jobs).unwrap();
    assert_eq!((summary.written, summary.retired), (0, 0));
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_second_revision_is_held_against_the_first() {
    let mut office = frozen_office();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    publish(&office.folder(), &revised(&office).1).unwrap();
    assert_eq!(freeze_now(&office), Frozen::Done(3));
    office.revise("pk/A/satu.pdf", "satu, direvisi");
    let (revision, jobs) = revised(&office);
    assert_eq!((revision.changed, revision.unchanged), (vec![0], vec![1, 2]));
    assert_eq!(jobs[0].path, "pk-perubahan-2/A/satu.pdf");
    publish(&office.folder(), &jobs).unwrap();
    assert!(office.at("pk-perubahan-1/A/dua.pdf").is_file(), "an earlier edition is retired by nobody");
    let names: Vec<_> = editions(&office.folder()).unwrap().into_iter().map(|edition| edition.name).collect();
    assert_eq!(names, ["murni", "perubahan-1"]);
}

#[test]
fn a_frozen_sheet_is_never_written_again() {
    let mut office = frozen_office();
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    let before = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    let summary = publish(&office.folder(), &with_chart(&office)).unwrap();
    assert_eq!(summary.left_alone[0].reason, Reason::Frozen);
    assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), before);
}

#[test]
fn what_is_not_ready_to_be_signed_is_not_frozen() {
    let mut office = Office::new();
    office.jobs[0].draft = true;
    office.run();
    office.sign("pk/A/dua.pdf");
    office.revise("pk/A/dua.pdf", "dua, direvisi");
    office.run();
    office.remove("pk/B/tiga.pdf");
    office.jobs.push(job("pk/B/empat.pdf", "empat"));
    let before = office.stamps();
    let expected = Obstacles {
        draft: vec!["pk/A/satu.pdf".into()],
        unsettled: vec!["pk/A/dua.pdf".into()],
        outdated: vec!["pk/B/tiga.pdf".into(), "pk/B/empat.pdf".into()],
    };
    assert_eq!(freeze_now(&office), Frozen::Not(expected));
    assert_eq!(office.stamps(), before);
}

#[test]
fn freezing_twice_makes_no_second_edition() {
    let office = frozen_office();
    let before = office.stamps();
    assert_eq!(freeze_now(&office), Frozen::Unchanged);
    assert_eq!(office.stamps(), before);
}

#[test]
fn a_freeze_killed_at_any_step_can_be_repeated() {
    let clean = frozen_office().tree();
    for step in 1.. {
        let office = Office::new();
        publish(&office.folder(), &with_chart(&office)).unwrap();
        let jobs = office.jobs.iter().map(|job| {
            let data: serde_json::Value = serde_json::from_slice(&job.data).unwrap();
            (job.path.clone(), data["isi"].as_str().unwrap().to_owned())
        });
        let folder = office.folder();
        let order = Order { folder, jobs: jobs.collect(), fault: Some(Ill::Kill(step)), freeze: true, limits: None };
        let (status, _) = obey(office.top.path(), &order);
        freeze_now(&office);
        let end = office.tree();
        let differing: Vec<_> = difference(&end, &clean).into_iter().filter(|path| *path != "perintah.json").collect();
        assert!(differing.is_empty(), "after a kill at step {step}: {differing:?}");
        if status.success() {
            assert!(step > 15);
            return;
        }
    }
}
