//! The only ways in which the output folder is changed, each of them whole
//! or not at all.
//!
//! A file comes into being under a temporary name beside its place, readable
//! by its owner only, and takes its place by a rename once its bytes are on
//! the disk. The order *bytes, sync, rename, sync* is what survives a power
//! cut. Syncing file by file costs milliseconds each; a batch is synced in one
//! call where the system offers that.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::error::PublishError;
use super::fault::{self, Step};
use super::fingerprint::Digest;

/// How often a rename is tried where another program may hold the target
/// open (a PDF viewer on Windows), and the pause between two tries.
const TRIES: u32 = if cfg!(windows) { 5 } else { 1 };
const PAUSE: std::time::Duration = std::time::Duration::from_millis(200);

/// What stands at a path, symlinks not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Missing,
    /// A regular file of this length in bytes.
    File(u64),
    /// A symlink, a folder, anything else.
    Other,
}

/// Looks at a path.
pub(super) fn look(path: &Path) -> Result<Seen, PublishError> {
    match path.symlink_metadata() {
        Ok(found) if found.is_file() => Ok(Seen::File(found.len())),
        Ok(_) => Ok(Seen::Other),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(Seen::Missing)
        }
        Err(error) => Err(PublishError::io(path, error)),
    }
}

/// The digest of a regular file's bytes; `None` where there is no such file
/// or it cannot be read.
pub(super) fn digest_of(path: &Path) -> Option<Digest> {
    if !path.symlink_metadata().ok()?.is_file() {
        return None;
    }
    let mut file = File::open(path).ok()?;
    let mut hash = Sha256::new();
    let mut buffer = [0; 32 * 1024];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Some(Digest(hash.finalize().into())),
            Ok(count) => hash.update(&buffer[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// The temporary name beside a file's place. It depends on nothing but the
/// path, so that a later run knows what an interrupted one left behind.
pub(super) fn temporary(folder: &Path, path: &str) -> PathBuf {
    let key = Digest::of(path.as_bytes()).to_string();
    folder.join(super::path::parent(path)).join(format!(".perjakin-{}.baru", &key[..20]))
}

/// Restricts a file to its owner, where the system knows such a thing.
pub(super) fn own_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes one folder, for its owner only.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    fault::step(Step::MakeFolder, path)?;
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes a new file with these bytes, not yet synced; takes it away again
/// when that fails. An existing file is an error.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_of(path, |file| file.write_all(bytes))
}

/// The same of what `fill` writes, so that a long file need not stand in
/// memory as a whole.
pub(super) fn create_of(path: &Path, fill: impl FnOnce(&mut New) -> io::Result<()>) -> io::Result<()> {
    fault::step(Step::Create, path)?;
    let file = own_only(OpenOptions::new().write(true).create_new(true)).open(path)?;
    fill(&mut New { file, path, length: 0 }).inspect_err(|_| {
        let _ = remove(path);
    })
}

/// A new file in the making.
pub(super) struct New<'a> {
    file: File,
    path: &'a Path,
    length: u64,
}

impl Write for New<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.length += bytes.len() as u64;
        if self.length > size_limit() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        fault::write(&mut self.file, bytes, Step::Write, self.path).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The largest file this process may write: beyond it the system would not
/// return an error but kill.
pub(super) fn size_limit() -> u64 {
    #[cfg(unix)]
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize).current;
    #[cfg(not(unix))]
    let limit = None;
    limit.unwrap_or(u64::MAX)
}

/// Brings a file's bytes to the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    fault::step(Step::Sync, path)?;
    // Windows flushes only what may be written.
    OpenOptions::new().read(true).write(cfg!(windows)).open(path)?.sync_all()
}

/// Brings a folder's names to the disk.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    fault::step(Step::SyncFolder, path)?;
    // Windows has no such call; NTFS keeps its names in a journal of its own.
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// Brings files and everything else that was changed below `root` to the
/// disk: one call on Linux, file by file and folder by folder elsewhere.
pub(super) fn sync_batch<'a>(root: &Path, files: impl Iterator<Item = &'a Path>) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        fault::step(Step::Sync, root)?;
        let device = fs::metadata(root)?.dev();
        // A folder below may be another file system, which the call spares.
        for file in files {
            if fs::metadata(file.parent().unwrap_or(root))?.dev() != device {
                sync(file)?;
                sync_folder(file.parent().unwrap_or(root))?;
            }
        }
        rustix::fs::syncfs(File::open(root)?)?;
    }
    #[cfg(not(target_os = "linux"))]
    {
        let mut folders = std::collections::BTreeSet::from([root]);
        for file in files {
            if file.exists() {
                sync(file)?;
            }
            folders.extend(file.ancestors().skip(1).take_while(|folder| folder.starts_with(root)));
        }
        folders.into_iter().try_for_each(sync_folder)?;
    }
    Ok(())
}

/// Moves a file to a place where there is none; an existing one is an error,
/// asked of the system in the same breath where it can be.
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    fault::step(Step::Rename, to)?;
    retried(|| {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
                // A file system without this kind of rename.
                Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
                result => return result.map_err(io::Error::from),
            }
        }
        if to.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)
    })
}

/// Moves a file over another one.
pub(super) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fault::step(Step::Rename, to)?;
    retried(|| fs::rename(from, to))
}

fn retried(mut action: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut tries = 1;
    loop {
        match action() {
            Err(error) if tries < TRIES && is_held_open(&error) => std::thread::sleep(PAUSE),
            result => return result,
        }
        tries += 1;
    }
}

/// Whether somebody on Windows holds a file open (32, 33 by the system's own
/// numbers, or plainly refused).
pub(super) fn is_held_open(error: &io::Error) -> bool {
    cfg!(windows) && (error.kind() == io::ErrorKind::PermissionDenied || matches!(error.raw_os_error(), Some(32 | 33)))
}

/// Removes a file of the program's own; one that is not there is fine.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    fault::step(Step::Remove, path)?;
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Removes the folders of a path that have become empty, from the innermost
/// outwards; one that still holds something stays.
pub(super) fn remove_empty_folders(root: &Path, folder: &str) {
    let mut folder = folder;
    while !folder.is_empty() {
        let path = root.join(folder);
        if fault::step(Step::Remove, &path).is_err() || fs::remove_dir(&path).is_err() {
            return;
        }
        folder = super::path::parent(folder);
    }
}

/// What tells whether a file was written between two looks, without reading
/// it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Witness {
    size: u64,
    modified: Option<std::time::SystemTime>,
    /// Device, inode and time of the last change of either.
    identity: (u64, u64, i64, i64),
}

/// Takes the witness of a regular file.
pub(super) fn witness(path: &Path) -> Option<Witness> {
    let found = path.symlink_metadata().ok().filter(fs::Metadata::is_file)?;
    #[cfg(unix)]
    let identity = {
        use std::os::unix::fs::MetadataExt;
        (found.dev(), found.ino(), found.ctime(), found.ctime_nsec())
    };
    #[cfg(not(unix))]
    let identity = (0, 0, 0, 0);
    Some(Witness { size: found.len(), modified: found.modified().ok(), identity })
}
