//! Opening what the commands work on, with the failures told in one place.

use std::io;
use std::path::Path;

use super::console;
use super::exit::Exit;
use crate::pipeline::{self, Reading};
use crate::project::{self, Instansi, ProjectError};
use crate::workbook::child::{self, Guard};

/// The instansi below the input folder.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn instansi(input: &Path) -> Result<Vec<Instansi>, Exit> {
    project::instansi(input).map_err(told)
}

/// Tells what is wrong with a folder or its configuration.
pub fn told(error: ProjectError) -> Exit {
    for (what, hint) in error.told() {
        console::complain(&what, &hint);
    }
    Exit::Usage
}

/// Reads and checks one instansi.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn read(instansi: &Instansi) -> Result<Reading, Exit> {
    let guard = guard()?;
    pipeline::read(instansi, &guard).map_err(|error| {
        console::complain(&error, &error.hint());
        Exit::Unreadable
    })
}

/// The reader of workbooks: this program, started once more with limits.
fn guard() -> Result<Guard, Exit> {
    std::env::current_exe().map(Guard::new).map_err(|error| {
        let what = format!("letak program ini sendiri tidak dapat diketahui: {error}");
        console::complain(&what, "Jalankan program dari folder biasa di komputer ini.");
        Exit::Unreadable
    })
}

/// What the started program does: one workbook in, its grids out.
pub fn serve() -> Exit {
    match child::serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => Exit::Done,
        Err(_) => Exit::Unreadable,
    }
}
