//! Opening what the commands work on, with the failures told in one place.

use std::path::Path;

use super::console;
use super::exit::Exit;
use crate::pipeline::{self, Reading};
use crate::project::{self, Instansi};

/// The instansi below the input folder.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn instansi(input: &Path) -> Result<Vec<Instansi>, Exit> {
    project::instansi(input).map_err(|error| {
        for (what, hint) in error.told() {
            console::complain(&what, &hint);
        }
        Exit::Usage
    })
}

/// Reads and checks one instansi.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn read(instansi: &Instansi) -> Result<Reading, Exit> {
    pipeline::read(instansi).map_err(|error| {
        console::complain(&error, &error.hint());
        Exit::Unreadable
    })
}
