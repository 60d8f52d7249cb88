//! The edition at hand, for every command that works on one: which editions
//! the output folder holds, and how that is told.

use std::path::Path;

use super::exit::Exit;
use super::open;
use crate::pipeline::edition::{Current, History, Past};
use crate::publish::PublishError;
use crate::publish::edition::Editions;

/// What an output folder tells of editions.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn history(folder: &Path) -> Result<History, Exit> {
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
    Ok(History { frozen: frozen.len(), past })
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
