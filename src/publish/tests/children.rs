//! A child process for tests that kill or starve one. The test binary starts
//! itself with only the test below; its order lies in its working folder.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use serde::{Deserialize, Serialize};

use super::super::fault::{Fault, Step, arm};
use super::*;

const ORDER: &str = "perintah.json";

/// What a child is to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) folder: PathBuf,
    /// Path and text of each document.
    pub(super) jobs: Vec<(String, String)>,
    pub(super) fault: Option<Ill>,
    /// Freeze them instead of publishing them.
    pub(super) freeze: bool,
    /// Largest file in bytes and most open files that the child may have.
    pub(super) limits: Option<(Option<u64>, Option<u64>)>,
}

/// A fault by name.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Ill {
    Kill(usize),
    FullOnWrite(usize),
    FullOnAppend(usize),
    BadSync(usize),
    BadRename(usize),
    /// The first document is signed after it was looked at for the plan.
    SignedAfterPlan,
    /// The same, after it was looked at for the last time.
    SignedWhileSyncing,
}

/// Starts a child.
pub(super) fn start(scratch: &Path, order: &Order) -> Child {
    fs::write(scratch.join(ORDER), serde_json::to_vec(order).unwrap()).unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "publish::tests::children::child", "--test-threads=1"]);
    spawn(command.current_dir(scratch).stdout(Stdio::null()).stderr(Stdio::null())).unwrap()
}

/// Between its birth and its own program a child shares our locks, so none may
/// be held or taken meanwhile.
static BIRTHS: RwLock<()> = RwLock::new(());

/// Starts any process.
pub(super) fn spawn(command: &mut Command) -> std::io::Result<Child> {
    let _alone = BIRTHS.write().unwrap_or_else(PoisonError::into_inner);
    command.spawn()
}

/// Held while this process locks an output folder.
pub(super) fn no_births() -> RwLockReadGuard<'static, ()> {
    BIRTHS.read().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a child to its end. Its own exit code stands in the file `hasil`.
pub(super) fn obey(scratch: &Path, order: &Order) -> (ExitStatus, Option<String>) {
    let _ = fs::remove_file(scratch.join("hasil"));
    let status = start(scratch, order).wait().unwrap();
    (status, fs::read_to_string(scratch.join("hasil")).ok())
}

#[test]
#[ignore = "the child of other tests"]
fn child() {
    let Ok(order) = fs::read(ORDER) else { return };
    let Order { folder, jobs, fault, freeze, limits } = serde_json::from_slice(&order).unwrap();
    let jobs: Vec<_> = jobs.iter().map(|(path, text)| job(path, text)).collect();
    if let Some((size, files)) = limits {
        use rustix::process::{Resource, Rlimit, setrlimit};
        for (resource, limit) in [(Resource::Fsize, size), (Resource::Nofile, files)] {
            if limit.is_some() {
                setrlimit(resource, Rlimit { current: limit, maximum: limit }).unwrap();
            }
        }
    }
    match fault {
        Some(Ill::Kill(n)) => arm(Fault::Kill(n)),
        Some(Ill::FullOnWrite(n)) => arm(Fault::Error(Step::Write, n, std::io::ErrorKind::StorageFull)),
        Some(Ill::FullOnAppend(n)) => arm(Fault::Error(Step::Append, n, std::io::ErrorKind::StorageFull)),
        Some(Ill::BadSync(n)) => arm(Fault::Error(Step::Sync, n, std::io::ErrorKind::Other)),
        Some(Ill::BadRename(n)) => arm(Fault::Error(Step::Rename, n, std::io::ErrorKind::Other)),
        Some(Ill::SignedAfterPlan) => arm(Fault::Sign(Step::Create, 2, folder.join(&jobs[0].path))),
        Some(Ill::SignedWhileSyncing) => arm(Fault::Sign(Step::Sync, 2, folder.join(&jobs[0].path))),
        None => {}
    }
    if freeze {
        let wish = edition::Freeze { name: "murni", date: "Januari 2026", sheets: &jobs, record: b"catatan" };
        edition::freeze(&folder, &wish, &holder()).unwrap();
        return;
    }
    let code = match publish_with(&folder, &jobs, &ENGINE, |options| options.threads = 1) {
        Ok(summary) => summary.exit_code(),
        Err(error) => error.exit_code(),
    };
    fs::write("hasil", code.to_string()).unwrap();
}
