//! Copies of final sheets for a website, where the office wants them.

use std::collections::BTreeSet;

use super::edition::Current;
use super::{ComposeError, Press, Reading, settings};
use crate::cascade::Seat;
use crate::document::wording::Wording;
use crate::document::{self, Sheets};
use crate::project::Config;
use crate::publish::edition::sheet_folder;
use crate::typeset::Jobs as _;

/// The copies of the sheets that an edition has at hand, drafts left out;
/// `None` where the office wants none.
///
/// # Errors
/// When the configuration or a wording file has a mistake.
pub fn copies<'a>(
    config: &Config,
    reading: &'a Reading,
    press: &'a Press,
    edition: &Current,
) -> Result<Option<Sheets<'a>>, ComposeError> {
    if !config.publikasi.aktif {
        return Ok(None);
    }
    let folder = sheet_folder(&edition.name);
    let sheets = document::Settings { folder, ..settings::document(config, &edition.form)? };
    let wording = Wording::new(&press.templates).map_err(ComposeError::Wording)?;
    let copies = Sheets::new(&reading.cascade, sheets.publication(), wording, reading.galat());
    let mut copies = copies.map_err(ComposeError::Wording)?;
    let seats: BTreeSet<Seat> = (0..edition.sheets.count()).map(|index| edition.sheets.seat(index)).collect();
    copies.select_seats(&seats);
    copies.keep_final();
    Ok(Some(copies))
}
