//! Copies of final sheets for a website, where the office wants them.

use super::edition::{Current, composed};
use super::{ComposeError, Press, Reading};
use crate::document::Sheets;
use crate::project::Config;
use crate::typeset::Jobs as _;

/// The copies of an edition's sheets, drafts left out; `None` where the office
/// wants none.
///
/// # Errors
/// When the configuration or a wording file has a mistake.
pub fn copies<'a>(
    config: &Config,
    reading: &'a Reading,
    press: &'a Press,
    edition: &Current,
    sheets: &Sheets,
) -> Result<Option<Sheets<'a>>, ComposeError> {
    if !config.publikasi.aktif {
        return Ok(None);
    }
    let mut copies = composed(edition.settings(config)?.publication(), reading, press)?;
    copies.select_seats(&(0..sheets.count()).map(|index| sheets.seat(index)).collect());
    copies.keep_final();
    Ok(Some(copies))
}
