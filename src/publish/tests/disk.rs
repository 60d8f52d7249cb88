//! Disks that are full, fail or refuse, and processes with too little room.

use std::process::{Command, Stdio};

use super::children::{Ill, Order, obey, spawn};
use super::*;

fn texts(count: usize, text: &str) -> Vec<(String, String)> {
    (0..count).map(|n| (format!("pk/U/d{n}.pdf"), format!("{text} {n}"))).collect()
}

fn jobs(texts: &[(String, String)]) -> Vec<Job> {
    texts.iter().map(|(path, text)| job(path, text)).collect()
}

/// The tree that the new texts give after the old ones, without any fault.
fn clean(old: &[(String, String)], new: &[(String, String)]) -> BTreeMap<String, Vec<u8>> {
    let top = tempfile::tempdir().unwrap();
    publish(top.path(), &jobs(old)).unwrap();
    publish(top.path(), &jobs(new)).unwrap();
    tree(top.path())
}

/// Runs a child under a fault; old documents are whole or replaced by whole
/// new ones, and the next run ends in the clean tree.
fn ill(fault: Option<Ill>, limits: Option<(Option<u64>, Option<u64>)>) -> Option<String> {
    let (old, new) = (texts(6, "lama"), texts(6, "baru"));
    let after = clean(&old, &new);
    let top = tempfile::tempdir().unwrap();
    let folder = top.path().join("uji");
    publish(&folder, &jobs(&old)).unwrap();
    let before = tree(&folder);
    let order = Order { folder: folder.clone(), jobs: new.clone(), fault, freeze: false, limits };
    let (status, code) = obey(top.path(), &order);
    assert!(status.success(), "never a panic, never a signal: {status}");
    for (path, bytes) in tree(&folder).iter().filter(|(path, _)| path.ends_with(".pdf")) {
        assert!(before.get(path) == Some(bytes) || after.get(path) == Some(bytes), "{path}");
    }
    publish(&folder, &jobs(&new)).unwrap();
    let end = tree(&folder);
    // Where the faulty run got to write a manifest, that one is the previous one.
    let differing: Vec<_> = difference(&end, &after).into_iter().filter(|path| *path != "manifest.lama.json").collect();
    assert!(differing.is_empty(), "{differing:?}");
    code
}

#[test]
fn a_disk_that_is_full_for_a_document_ends_the_run_with_5() {
    for n in [1, 3, 6] {
        assert_eq!(ill(Some(Ill::FullOnWrite(n)), None).as_deref(), Some("5"));
    }
}

#[test]
fn a_disk_that_is_full_for_the_journal_ends_the_run_with_5() {
    for n in [1, 2] {
        assert_eq!(ill(Some(Ill::FullOnAppend(n)), None).as_deref(), Some("5"));
    }
}

#[test]
fn a_disk_that_fails_to_sync_or_rename_ends_the_run_with_5() {
    for n in 1..5 {
        assert_eq!(ill(Some(Ill::BadSync(n)), None).as_deref(), Some("5"), "sync {n}");
        assert_eq!(ill(Some(Ill::BadRename(n)), None).as_deref(), Some("5"), "rename {n}");
    }
}

#[test]
fn a_limit_on_the_size_of_files_ends_the_run_with_5_and_not_with_a_signal() {
    for limit in [100, 1_000, 3_000] {
        assert_eq!(ill(None, Some((Some(limit), None))).as_deref(), Some("5"), "{limit} bytes");
    }
}

#[test]
fn few_file_descriptors_end_the_run_cleanly_or_suffice() {
    for limit in 4..16 {
        let code = ill(None, Some((None, Some(limit))));
        // With hardly any left the child cannot even say how it ended.
        assert!(matches!(code.as_deref(), None | Some("0" | "1" | "5")), "{limit}: {code:?}");
    }
}

#[test]
fn a_small_disk_keeps_what_fits_and_the_rest_follows_when_there_is_room() {
    let Some(disk) = Tmpfs::mount("size=96k") else { return };
    let all = jobs(&texts(30, "isi"));
    let folder = disk.0.path().join("output");
    let error = publish(&folder, &all).unwrap_err();
    assert!(matches!(error, PublishError::Full { .. }), "{error}");
    assert_eq!(error.exit_code(), 5);
    for (path, bytes) in tree(&folder).iter().filter(|(path, _)| path.ends_with(".pdf")) {
        assert!(bytes.starts_with(b"%PDF") && bytes.ends_with(b"%%EOF"), "{path}");
    }
    disk.remount("size=8m");
    publish(&folder, &all).unwrap();
    let other = tempfile::tempdir().unwrap();
    publish(other.path(), &all).unwrap();
    let (end, after) = (tree(&folder), tree(other.path()));
    let differing: Vec<_> = difference(&end, &after).into_iter().filter(|path| *path != "manifest.lama.json").collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn a_read_only_disk_is_named_and_nothing_is_lost() {
    let Some(disk) = Tmpfs::mount("size=8m") else { return };
    let folder = disk.0.path().join("output");
    publish(&folder, &jobs(&texts(3, "lama"))).unwrap();
    let before = tree(&folder);
    disk.remount("ro");
    let error = publish(&folder, &jobs(&texts(3, "baru"))).unwrap_err();
    assert!(matches!(error, PublishError::NotWritable { .. }), "{error}");
    assert!(tree(&folder) == before);
    assert!(verify(&folder).unwrap().is_sound(), "reading needs no writing");
    disk.remount("rw");
    assert_eq!(publish(&folder, &jobs(&texts(3, "baru"))).unwrap().written, 3);
}

#[test]
fn a_protected_file_is_pending_and_stops_no_other() {
    let office = Office::published();
    let protect = |flag: &str| succeeds(Command::new("chattr").arg(flag).arg(office.at("pk/A/dua.pdf")));
    if !protect("+i") {
        eprintln!("dilewati: atribut +i tidak dapat dipasang di sini");
        return;
    }
    let old = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    let new: Vec<_> = office.jobs.iter().map(|old| job(&old.path, "direvisi")).collect();
    let summary = publish(&office.folder(), &new);
    let kept = fs::read(office.at("pk/A/dua.pdf")).unwrap();
    assert!(protect("-i"));
    let summary = summary.unwrap();
    assert_eq!((summary.written, summary.pending.len(), summary.exit_code()), (2, 1, 1));
    assert_eq!(kept, old);
    assert_eq!(publish(&office.folder(), &new).unwrap().written, 1);
    assert!(verify(&office.folder()).unwrap().is_sound());
}

fn succeeds(command: &mut Command) -> bool {
    let child = spawn(command.stdout(Stdio::null()).stderr(Stdio::null()));
    child.and_then(|mut child| child.wait()).is_ok_and(|status| status.success())
}

/// A disk of its own, where this user may mount one.
struct Tmpfs(TempDir);

impl Tmpfs {
    fn mount(options: &str) -> Option<Self> {
        let top = tempfile::tempdir().unwrap();
        if !succeeds(Command::new("mount").args(["-t", "tmpfs", "-o", options, "perjakin-uji"]).arg(top.path())) {
            eprintln!("dilewati: tmpfs tidak dapat dipasang di sini");
            return None;
        }
        Some(Self(top))
    }

    fn remount(&self, options: &str) {
        let option = format!("remount,{options}");
        assert!(succeeds(Command::new("mount").args(["-o", &option]).arg(self.0.path())));
    }
}

impl Drop for Tmpfs {
    fn drop(&mut self) {
        succeeds(Command::new("umount").arg(self.0.path()));
    }
}
