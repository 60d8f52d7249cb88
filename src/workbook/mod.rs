//! Reading workbooks: bytes in, [`grid::Grid`]s of located cells out. The only
//! room that knows calamine.
//!
//! A file is looked at before it is opened: [`sniff`] tells its kind by its
//! content, [`limits`] refuses what no office would keep. Then the reader of
//! its kind streams cells into a sparse map, and [`text`] makes every text fit
//! to print. A bad cell becomes a value that a rule can point at; only a bad
//! file is an error.
//!
//! The other direction lives in [`writer`]: new workbooks, made of named
//! looks, in memory. A workbook of the office is never written to.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

pub use self::error::WorkbookError;
use self::grid::Grid;
use self::sniff::Kind;

mod archive;
pub mod child;
mod delimited;
mod error;
pub mod grid;
mod legacy;
pub mod limits;
pub mod number_format;
pub mod place;
pub mod segments;
pub mod sniff;
#[cfg(test)]
mod testing;
pub mod text;
mod wire;
pub mod writer;
#[cfg(test)]
mod xlsb_test;
mod xlsx;

/// Reads every sheet of a workbook in this process, in the workbook's order.
/// For files of unknown origin use [`child::Guard::read`].
///
/// # Errors
/// When the file cannot be opened, is no workbook, is protected, broken, or
/// larger than the [`limits`].
pub fn read(path: &Path) -> Result<Vec<Grid>, WorkbookError> {
    let file = file_name(path);
    let bytes = take_all(open(path, &file)?, &file)?;
    read_bytes(&file, bytes)
}

/// Reads a workbook that is already in memory; `file` is the name that cells
/// and messages carry.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(file: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, WorkbookError> {
    let kind = sniff::kind(&bytes);
    if matches!(kind, Kind::Xlsx | Kind::Xlsb | Kind::Ods) {
        limits::check_archive(file, &bytes)?;
    }
    match kind {
        Kind::Xlsx => xlsx::read(file, bytes),
        Kind::Xlsb => legacy::read_xlsb(file, bytes),
        Kind::Ods => legacy::read_ods(file, bytes),
        Kind::Xls => legacy::read_xls(file, bytes),
        Kind::Delimited => delimited::read(file, &bytes),
        other => Err(WorkbookError::from_kind(file, other)),
    }
}

/// The name that an office knows the file by.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Opens a regular file; a pipe or device would wait for ever.
fn open(path: &Path, file: &str) -> Result<File, WorkbookError> {
    let broken = |error: std::io::Error| WorkbookError::from_io(file, &error);
    let metadata = fs::metadata(path).map_err(broken)?;
    if !metadata.is_file() {
        let seen = if metadata.is_dir() { "folder" } else { "bukan berkas biasa" };
        return Err(WorkbookError::Foreign { file: file.to_owned(), seen: seen.to_owned() });
    }
    File::open(path).map_err(broken)
}

/// The bytes, never more than the cap, whatever a size claims.
fn take_all(input: impl Read, file: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut bytes = Vec::new();
    input.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| WorkbookError::from_io(file, &error))?;
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(WorkbookError::TooLarge { file: file.to_owned() });
    }
    Ok(bytes)
}
