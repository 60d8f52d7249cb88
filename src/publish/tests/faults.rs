//! Processes that die in mid-run, and two at once.

use super::super::fault::{Fault, Step, arm, disarm};
use super::super::path::JOURNAL;
use super::children::{Ill, Order, no_births, obey, start};
use super::*;

/// A folder with a past, and what the next run is to make of it: documents
/// changed, new, gone, deleted, and one changed that was signed.
struct Story {
    top: TempDir,
    jobs: Vec<(String, String)>,
}

impl Story {
    fn new(count: usize) -> Self {
        let top = tempfile::tempdir().unwrap();
        let old: Vec<_> = (0..count).map(|n| job(&format!("pk/U{}/d{n}.pdf", n % 3), &format!("isi {n}"))).collect();
        let start = top.path().join("awal");
        publish(&start, &old).unwrap();
        let signed = start.join("pk/U1/d1.pdf");
        fs::write(&signed, [&fs::read(&signed).unwrap()[..], b"% tanda tangan"].concat()).unwrap();
        fs::remove_file(start.join("pk/U0/d3.pdf")).unwrap();
        let jobs = (0..count + 2).filter(|n| *n != 2 && *n != 5).map(|n| {
            let text = if n % 4 == 0 || n == 1 { format!("isi {n}, direvisi") } else { format!("isi {n}") };
            (format!("pk/U{}/d{n}.pdf", n % 3), text)
        });
        let jobs = jobs.collect();
        Self { top, jobs }
    }

    /// Nothing was published before.
    fn fresh(count: usize) -> Self {
        let story = Self::new(count);
        fs::remove_dir_all(story.top.path().join("awal")).unwrap();
        fs::create_dir(story.top.path().join("awal")).unwrap();
        story
    }

    fn copy(&self, name: &str) -> PathBuf {
        let to = self.top.path().join(name);
        let _ = fs::remove_dir_all(&to);
        let from = self.top.path().join("awal");
        for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
            let target = to.join(entry.path().strip_prefix(&from).unwrap());
            match entry.file_type().is_dir() {
                true => fs::create_dir(target).unwrap(),
                false => drop(fs::copy(entry.path(), target).unwrap()),
            }
        }
        to
    }

    fn order(&self, folder: &Path, fault: Option<Ill>) -> Order {
        Order { folder: folder.to_owned(), jobs: self.jobs.clone(), fault, freeze: false, limits: None }
    }

    fn publish(&self, folder: &Path) -> Summary {
        let jobs: Vec<_> = self.jobs.iter().map(|(path, text)| job(path, text)).collect();
        publish(folder, &jobs).unwrap()
    }

    /// The tree before and after a run without a fault.
    fn ends(&self) -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>) {
        let folder = self.copy("bersih");
        let before = tree(&folder);
        self.publish(&folder);
        (before, tree(&folder))
    }
}

/// Every file is a whole old one or a whole new one; all else is the
/// program's own and hidden.
fn assert_whole(
    now: &BTreeMap<String, Vec<u8>>,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
) {
    for (path, bytes) in now {
        let hidden = path.rsplit('/').next().is_some_and(|name| name.starts_with(".perjakin"));
        let own = path.starts_with("manifest") || path.ends_with('/');
        let whole = before.get(path) == Some(bytes) || after.get(path) == Some(bytes);
        assert!(hidden || own || whole, "{path} is neither old nor new");
    }
    for path in before.keys().filter(|path| path.ends_with(".pdf")) {
        let archived = format!("_arsip/murni/{path}");
        assert!(now.contains_key(path) || now.contains_key(&archived), "{path} is lost");
    }
    serde_json::from_slice::<serde_json::Value>(now.get("manifest.json").map_or(b"{}", Vec::as_slice)).unwrap();
}

fn kill_at_every_step(story: &Story) -> usize {
    let (before, after) = story.ends();
    for step in 1.. {
        let folder = story.copy("uji");
        let (status, _) = obey(story.top.path(), &story.order(&folder, Some(Ill::Kill(step))));
        let now = tree(&folder);
        assert_whole(&now, &before, &after);
        if status.success() {
            assert!(now == after, "{:?}", difference(&now, &after));
            return step;
        }
        story.publish(&folder);
        let end = tree(&folder);
        assert!(end == after, "after a kill at step {step}: {:?}", difference(&end, &after));
    }
    unreachable!()
}

#[test]
fn a_first_run_killed_at_any_step_is_completed_by_the_next() {
    assert!(kill_at_every_step(&Story::fresh(6)) > 20);
}

#[test]
fn a_later_run_killed_at_any_step_is_completed_by_the_next() {
    assert!(kill_at_every_step(&Story::new(8)) > 40);
}

#[test]
fn a_run_and_its_recovery_may_both_be_killed() {
    let story = Story::new(8);
    let (before, after) = story.ends();
    for first in (9..60).step_by(5) {
        for second in 1..12 {
            let folder = story.copy("uji");
            obey(story.top.path(), &story.order(&folder, Some(Ill::Kill(first))));
            obey(story.top.path(), &story.order(&folder, Some(Ill::Kill(second))));
            assert_whole(&tree(&folder), &before, &after);
            story.publish(&folder);
            let end = tree(&folder);
            assert!(end == after, "kills at {first} and {second}: {:?}", difference(&end, &after));
        }
    }
}

#[test]
fn a_run_killed_at_any_moment_is_completed_by_the_next() {
    let story = Story::new(30);
    let (before, after) = story.ends();
    let mut survived = 0;
    for round in 0..100_u64 {
        let folder = story.copy("uji");
        let mut child = start(story.top.path(), &story.order(&folder, None));
        // Spread over the run's length, without a source of chance.
        std::thread::sleep(std::time::Duration::from_micros(round * 7_919 % 60_000));
        let _ = child.kill();
        survived += usize::from(child.wait().unwrap().success());
        assert_whole(&tree(&folder), &before, &after);
        story.publish(&folder);
        let end = tree(&folder);
        assert!(end == after, "round {round}: {:?}", difference(&end, &after));
    }
    assert!(survived < 100, "no child was killed");
}

#[test]
fn a_file_signed_right_after_a_kill_is_known_as_ours_and_left_alone() {
    let story = Story::fresh(6);
    let (_, after) = story.ends();
    let (mut signed, mut step) = (0, 1);
    loop {
        let folder = story.copy("uji");
        let (status, _) = obey(story.top.path(), &story.order(&folder, Some(Ill::Kill(step))));
        if status.success() {
            break;
        }
        step += 1;
        let Some(path) = after.keys().find(|path| path.ends_with(".pdf") && folder.join(path).exists()) else {
            continue;
        };
        let bytes = [&after[path][..], b"% tanda tangan"].concat();
        fs::write(folder.join(path), &bytes).unwrap();
        let summary = story.publish(&folder);
        assert_eq!((summary.signed, summary.left_alone.len()), (1, 0), "step {step}");
        assert_eq!(fs::read(folder.join(path)).unwrap(), bytes);
        signed += 1;
    }
    assert!(signed > 2);
}

#[test]
fn a_file_signed_while_the_run_is_at_work_is_not_overwritten() {
    let jobs = vec![("pk/A/dua.pdf".to_owned(), "dua, direvisi".to_owned())];
    for (fault, code) in [(Ill::SignedAfterPlan, "6"), (Ill::SignedWhileSyncing, "1")] {
        let mut office = Office::new();
        office.jobs = vec![job("pk/A/dua.pdf", "dua")];
        office.run();
        let old = fs::read(office.at("pk/A/dua.pdf")).unwrap();
        let order =
            Order { folder: office.folder(), jobs: jobs.clone(), fault: Some(fault), freeze: false, limits: None };
        let (_, told) = obey(office.top.path(), &order);
        assert_eq!(told.as_deref(), Some(code), "{fault:?}");
        office.revise("pk/A/dua.pdf", "dua, direvisi");
        assert_eq!(office.run().exit_code(), 6);
        assert_eq!(fs::read(office.at("pk/A/dua.pdf")).unwrap(), [&old[..], b"% tanda tangan"].concat());
        assert!(office.at("pk/A/dua (versi baru).pdf").is_file());
    }
}

/// What a power cut would take is what was not synced; this holds the order of
/// the steps against what each of them relies on.
#[test]
fn everything_is_on_the_disk_before_something_relies_on_it() {
    let story = Story::new(8);
    let folder = story.copy("uji");
    arm(Fault::Record(folder.clone(), Vec::new()));
    story.publish(&folder);
    let Some(Fault::Record(_, steps)) = disarm() else { panic!("nothing was recorded") };
    let steps: Vec<_> = steps.iter().map(|(step, path)| (*step, path.to_str().unwrap())).collect();
    let last = |wanted: (Step, &str)| steps.iter().rposition(|step| *step == wanted).unwrap();
    let first = |wanted: (Step, &str)| steps.iter().position(|step| *step == wanted).unwrap();
    let synced = |from: usize, to: usize| steps[from..to].contains(&(Step::Sync, ""));
    let document = |(_, step): &(usize, &(Step, &str))| step.0 == Step::Rename && step.1.ends_with(".pdf");

    let announced = first((Step::SyncFolder, ""));
    assert!(first((Step::Rename, JOURNAL)) < announced);
    let journal_synced = steps[..announced].iter().any(|(step, path)| *step == Step::Sync && *path == JOURNAL);
    assert!(journal_synced, "the plan is on the disk first");
    let mut renames = 0;
    for (at, (_, path)) in steps.iter().enumerate().filter(document) {
        renames += 1;
        let told = steps[..at].iter().rposition(|step| *step == (Step::Append, JOURNAL)).unwrap();
        if path.starts_with("_arsip") {
            assert!(steps[told..at].contains(&(Step::Sync, JOURNAL)), "{path} is announced on the disk");
            continue;
        }
        let owner = path.replace(" (versi baru)", "");
        let temporary = atomic::temporary(Path::new(""), &owner);
        let written = last((Step::Write, temporary.to_str().unwrap()));
        assert!(announced < first((Step::Create, temporary.to_str().unwrap())));
        assert!(written < at && told < at && synced(written.max(told), at), "{path} is whole on the disk");
    }
    assert_eq!(renames, 8);
    let manifest = last((Step::Rename, "manifest.json"));
    let (place, _) = steps.iter().enumerate().rfind(document).unwrap();
    assert!(synced(place, manifest), "the renames are on the disk before the manifest");
    let end = last((Step::Remove, JOURNAL));
    assert!(steps[manifest..end].contains(&(Step::SyncFolder, "")), "and the manifest before the journal goes");
}

#[test]
fn a_second_run_is_told_who_is_at_work() {
    let office = Office::published();
    let quiet = no_births();
    let _lock = lock::Lock::take(&office.folder()).unwrap();
    let begin = journal::Begin::new(holder(), None, false);
    let _journal = journal::Journal::begin(&office.folder(), &[journal::Line::Begin(begin)]).unwrap();
    drop(quiet);
    let before = office.stamps();
    let error = publish(&office.folder(), &office.jobs).unwrap_err();
    assert_eq!(error.exit_code(), 5);
    assert!(error.to_string().ends_with("(proses 4711, mulai 2 Januari 2026 08.00)"), "{error}");
    assert_eq!(office.stamps(), before);
}

#[test]
fn two_processes_at_once_end_in_the_tree_of_one() {
    let story = Story::new(30);
    let (_, after) = story.ends();
    let folder = story.copy("uji");
    let scratches = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let order = story.order(&folder, None);
    let mut children: Vec<_> = scratches.iter().map(|scratch| start(scratch.path(), &order)).collect();
    for child in &mut children {
        child.wait().unwrap();
    }
    let codes: Vec<_> = scratches.iter().map(|s| fs::read_to_string(s.path().join("hasil")).unwrap()).collect();
    // One of them did it; the other was refused, or came late and had nothing to do.
    assert!(codes.iter().all(|code| code == "6" || code == "5") && codes.contains(&"6".to_owned()), "{codes:?}");
    assert!(tree(&folder) == after);
}
