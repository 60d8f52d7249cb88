//! The exit codes, for scripts that call the program.

use std::process::ExitCode;

/// How a run ended. The numbers are part of the program's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Everything was done; sheets marked DRAF included.
    Done = 0,
    /// Done, but some documents failed or are pending.
    Partly = 1,
    /// Wrong use, configuration or template.
    Usage = 2,
    /// A workbook cannot be read.
    Unreadable = 3,
    /// The data has errors and nothing was written.
    DataErrors = 4,
    /// The output folder is locked, full or not writable.
    Output = 5,
    /// Files were left alone because they were signed or changed by someone.
    LeftAlone = 6,
    /// Interrupted by the user or the system.
    Interrupted = 130,
}

impl Exit {
    /// The exit of a room's own code; an unknown one is a failure of some
    /// documents.
    pub fn from_code(code: u8) -> Self {
        [Self::Done, Self::Partly, Self::Usage, Self::Unreadable, Self::DataErrors, Self::Output]
            .into_iter()
            .chain([Self::LeftAlone, Self::Interrupted])
            .find(|exit| *exit as u8 == code)
            .unwrap_or(Self::Partly)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        // Every variant is between 0 and 255.
        Self::from(exit as u8)
    }
}
