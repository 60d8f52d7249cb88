//! Where a test makes the disk fail or the process die. Every change to the
//! output folder passes here first; outside the program's own tests these
//! functions are empty.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// A change to the output folder, about to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    MakeFolder,
    Create,
    Write,
    Append,
    Sync,
    SyncFolder,
    Rename,
    Remove,
}

/// Announces a step; an error is to be treated as the system's own.
#[cfg(not(test))]
#[inline]
pub(super) fn step(_: Step, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes all the bytes.
#[cfg(not(test))]
#[inline]
pub(super) fn write(file: &mut File, bytes: &[u8], _: Step, _: &Path) -> io::Result<()> {
    file.write_all(bytes)
}

#[cfg(test)]
pub(super) use self::armed::{Fault, arm, disarm, step, write};

#[cfg(test)]
mod armed {
    use std::path::PathBuf;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use super::*;

    /// What is to happen, and when.
    pub(in crate::publish) enum Fault {
        /// SIGKILL at the n-th step; a write is torn in the middle.
        Kill(usize),
        /// An error at every step of a kind from the n-th such step on.
        Error(Step, usize, io::ErrorKind),
        /// Somebody signs this file right before the n-th step of a kind.
        Sign(Step, usize, PathBuf),
        /// No fault: the steps below a folder are written down.
        Record(PathBuf, Vec<(Step, PathBuf)>),
    }

    static FAULT: Mutex<Option<Fault>> = Mutex::new(None);

    fn fault() -> MutexGuard<'static, Option<Fault>> {
        FAULT.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Arms a fault in this process, which should be a test's child: other
    /// tests would meet it too.
    pub(in crate::publish) fn arm(new: Fault) {
        *fault() = Some(new);
    }

    /// Takes the fault back, with what it recorded.
    pub(in crate::publish) fn disarm() -> Option<Fault> {
        fault().take()
    }

    /// Counts the step down; true when its hour has come.
    fn due(kind: Step, path: &Path) -> io::Result<bool> {
        match &mut *fault() {
            Some(Fault::Kill(left)) => {
                *left = left.saturating_sub(1);
                Ok(*left == 0)
            }
            Some(Fault::Error(wanted, left, error)) if *wanted == kind => {
                *left = left.saturating_sub(1);
                if *left == 0 { Err((*error).into()) } else { Ok(false) }
            }
            Some(Fault::Sign(wanted, left, signed)) if *wanted == kind && *left > 0 => {
                *left -= 1;
                if *left == 0 {
                    File::options().append(true).open(signed)?.write_all(b"% tanda tangan")?;
                }
                Ok(false)
            }
            Some(Fault::Record(folder, steps)) => {
                if let Ok(path) = path.strip_prefix(folder) {
                    steps.push((kind, path.to_owned()));
                }
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    fn die() -> ! {
        #[cfg(unix)]
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        std::process::abort()
    }

    pub(in crate::publish) fn step(kind: Step, path: &Path) -> io::Result<()> {
        if due(kind, path)? {
            die();
        }
        Ok(())
    }

    pub(in crate::publish) fn write(file: &mut File, bytes: &[u8], kind: Step, path: &Path) -> io::Result<()> {
        if due(kind, path)? {
            file.write_all(&bytes[..bytes.len() / 2])?;
            die();
        }
        file.write_all(bytes)
    }
}
