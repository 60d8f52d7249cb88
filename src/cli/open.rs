//! Opening what the commands work on, with the failures told in one place.

use std::io;
use std::path::{Path, PathBuf};

use super::console;
use super::exit::Exit;
use crate::pipeline::{self, ComposeError, Press, ReadError, Reading};
use crate::project::{self, CONFIG_FILE, Instansi, ProjectError};
use crate::publish::PublishError;
use crate::system;
use crate::workbook::child::{self, Guard};
use crate::workbook::text::harmless;

/// The instansi below the input folder, or only the one of this name.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn instansi(input: &Path, name: Option<&str>) -> Result<Vec<Instansi>, Exit> {
    project::instansi(input, name).map_err(told)
}

/// Tells, where all instansi were wanted, which folders hold workbooks that
/// nobody read for want of a configuration.
pub fn say_passed_over(input: &Path, name: Option<&str>) {
    let folders = if name.is_some() { Vec::new() } else { project::passed_over(input) };
    let Some(first) = folders.first() else { return };
    let more = if folders.len() > 1 { format!(" dan {} folder lain", folders.len() - 1) } else { String::new() };
    console::say(&harmless(&format!(
        "catatan: buku kerja di folder {}{more} tidak dibaca, karena {CONFIG_FILE} tidak ada di situ; taruh {CONFIG_FILE} di \
         sampingnya, atau pindahkan buku kerja itu ke luar {}.",
        first.display(),
        input.display()
    )));
}

/// Tells what is wrong with a folder or its configuration.
pub fn told(error: ProjectError) -> Exit {
    for (what, hint) in error.told() {
        console::complain(&what, &hint);
    }
    Exit::Usage
}

/// Tells why documents could not be composed.
pub fn compose_told(error: &ComposeError) -> Exit {
    console::complain(error, error.hint());
    Exit::Usage
}

/// Tells what is wrong with an output folder.
pub fn output_told(error: &PublishError) -> Exit {
    console::complain(error, error.hint());
    Exit::from_code(error.exit_code())
}

/// The only instansi below the input folder, or the one of this name.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn one(input: &Path, name: Option<&str>) -> Result<Instansi, Exit> {
    let mut all = instansi(input, name)?;
    if all.len() > 1 {
        let names: Vec<String> = all.into_iter().map(|one| one.name).collect();
        let hint = format!("Pilih dengan --instansi NAMA: {}.", names.join(", "));
        console::complain(&"ada lebih dari satu instansi", &hint);
        return Err(Exit::Usage);
    }
    all.pop().ok_or(Exit::Usage)
}

/// The office's template folders: beside the input folder for all, in the
/// instansi's own for that one, which comes before.
pub fn templates(input: &Path, instansi: &Instansi) -> [PathBuf; 2] {
    [input.parent().unwrap_or(input).join("templates"), instansi.templates()]
}

/// The templates and fonts that an instansi prints with.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn press(input: &Path, instansi: &Instansi) -> Result<Press, Exit> {
    instansi.check_logo(&templates(input, instansi)).map_err(told)?;
    Press::new(&templates(input, instansi), instansi.config.kop.logo.as_deref()).map_err(|error| {
        console::complain(&error, "Periksa folder templates itu.");
        Exit::Usage
    })
}

/// Tells what a run that prints would say of an instansi's templates.
pub fn look_at_templates(input: &Path, instansi: &Instansi) -> Exit {
    if let Err(exit) = press(input, instansi) {
        return exit;
    }
    say_strays(&templates(input, instansi), instansi);
    Exit::Done
}

/// Tells which files in the template folders nothing uses; folders that cannot
/// be read are told elsewhere.
pub fn say_strays(templates: &[PathBuf], instansi: &Instansi) {
    let press = Press::new(templates, instansi.config.kop.logo.as_deref());
    let strays = press.map(|press| press.strays()).unwrap_or_default();
    strays.iter().for_each(|stray| console::say(&format!("catatan: {}: {stray}", instansi.config.instansi)));
}

/// Reads and checks one instansi.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn read(instansi: &Instansi) -> Result<Reading, Exit> {
    let guard = guard()?;
    pipeline::read(instansi, &guard).map_err(|error| {
        // The error names the file or none: of many instansi, which one it is.
        let folder = instansi.folder.display();
        let what = match &error {
            ReadError::Workbook(error) => format!("{folder}/{error}"),
            ReadError::NotRecognised(error) => format!("{folder}: {error}"),
        };
        console::complain(&what, &error.hint());
        Exit::Unreadable
    })
}

/// The reader of workbooks: this program, started once more with limits.
///
/// # Errors
/// The exit code, after the mistake was told.
pub fn guard() -> Result<Guard, Exit> {
    std::env::current_exe().map(Guard::new).map_err(|error| {
        let what = format!("letak program ini sendiri tidak dapat diketahui: {}", system::told(&error));
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
