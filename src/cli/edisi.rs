//! The edition at hand, for every command that works on one: which editions
//! the output folder holds, and how that is told.

use std::fs;
use std::path::{Path, PathBuf};

use super::args::Folders;
use super::console;
use super::exit::Exit;
use super::open;
use crate::pipeline::Reading;
use crate::pipeline::edition::{Current, History, Past};
use crate::project::CONFIG_FILE;
use crate::publish::PublishError;
use crate::publish::edition::Editions;

/// What an output folder tells of editions.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn history(folder: &Path) -> Result<History, Exit> {
    if let Some(file) = folder.ancestors().find(|above| above.is_file()) {
        let what = format!("hasil tidak dapat ditulis: {} adalah berkas, bukan folder", file.display());
        console::complain(&what, "Tunjuk folder lain dengan --output FOLDER, atau ganti nama berkas itu.");
        return Err(Exit::Output);
    }
    read(folder).map_err(|error| open::output_told(&error))
}

fn read(folder: &Path) -> Result<History, PublishError> {
    let editions = Editions::of(folder)?;
    let frozen = editions.list();
    let mut past = Vec::new();
    for one in &frozen[frozen.len().saturating_sub(2)..] {
        let record = editions.record(one)?;
        let unread = || PublishError::Record { path: folder.join(&one.record) };
        past.push(Past::read(&one.name, &one.date, &record).ok_or_else(unread)?);
    }
    Ok(History { past })
}

/// Refuses to begin a new output folder for an instansi that has signed an
/// edition under another name: its revision would be taken for a first edition,
/// and everyone would sign again.
///
/// # Errors
/// The exit code, after that was told.
pub fn not_renamed(folders: &Folders, folder: &Path, reading: &Reading) -> Result<(), Exit> {
    let Some(other) = renamed(folders, folder, reading) else { return Ok(()) };
    let (new, old) = (folder.display(), other.display());
    let instansi = reading.cascade.instansi();
    let hint = format!(
        "Bila hanya namanya yang diganti, ganti juga nama folder {old} menjadi {new}. Bila ini memang instansi lain, \
         tunjuk folder lain dengan --output FOLDER."
    );
    let what =
        format!("{instansi}: {new} belum ada, sedangkan {old} berisi edisi yang sudah ditetapkan dari matriks ini");
    console::complain(&what, &hint);
    Err(Exit::Usage)
}

/// The output folder beside a missing one that holds a frozen edition of the
/// same matrix and belongs to no instansi below the input folder.
fn renamed(folders: &Folders, folder: &Path, reading: &Reading) -> Option<PathBuf> {
    if folder.exists() {
        return None;
    }
    let entries = fs::read_dir(folder.parent()?).ok()?.filter_map(Result::ok);
    let mut beside: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    beside.sort();
    let claimed = |path: &PathBuf| {
        let name = path.strip_prefix(&folders.output).unwrap_or(path);
        folders.input.join(name).join(CONFIG_FILE).is_file()
    };
    let mut orphans = beside.into_iter().filter(|path| !claimed(path));
    orphans.find(|path| {
        let past = read(path).ok().and_then(|history| history.past.into_iter().next_back());
        past.is_some_and(|past| past.resembles(&reading.cascade))
    })
}

/// The edition in a line, where there is any but the first.
pub fn line(current: &Current) -> Option<String> {
    let name = current.form.name();
    if let Some(date) = &current.signed {
        return Some(format!("{name}, ditetapkan {date}; tidak ada perubahan sesudahnya"));
    }
    let change = current.change.as_ref()?;
    let list = &change.revision.must_sign;
    let counts = [
        (list.ulang.len(), "lembar ditandatangani ulang"),
        (list.baru.len(), "lembar baru"),
        (list.keluar.len(), "lembar tidak dipakai lagi"),
    ];
    let counts: Vec<_> = counts.into_iter().filter(|(count, _)| *count > 0).collect();
    let counts: Vec<_> = counts.into_iter().map(|(count, what)| format!("{count} {what}")).collect();
    Some(format!("{name}, terhadap {}: {}", change.semula, counts.join(", ")))
}
