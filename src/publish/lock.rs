//! One run at a time in an output folder.
//!
//! The lock is the system's own on an empty file, so it dies with its
//! process: a stale lock cannot exist. Who holds it stands at the head of the
//! journal, which a run writes before it touches anything; a run that has
//! nothing to do writes nothing, here too.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::atomic::own_only;
use super::error::PublishError;
use super::journal;
use super::path::LOCK;

/// Who is at work in an output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The process id.
    pub pid: u32,
    /// When it began, as its `cli` put it.
    #[serde(rename = "mulai")]
    pub since: String,
}

/// The held lock; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "held, not read")] File);

impl Lock {
    /// Takes the lock of a folder that exists.
    pub(super) fn take(folder: &Path) -> Result<Self, PublishError> {
        let path = folder.join(LOCK);
        let fail = |source| PublishError::io(&path, source);
        match path.symlink_metadata() {
            Ok(found) if !found.is_file() => return Err(PublishError::ForeignFolder { path }),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(fail(error)),
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = own_only(&mut options).open(&path).map_err(fail)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                Err(PublishError::Locked { folder: folder.to_owned(), holder: journal::holder(folder) })
            }
            Err(TryLockError::Error(error)) => Err(fail(error)),
        }
    }
}
