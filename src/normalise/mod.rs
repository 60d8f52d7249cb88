//! The matrix as a clean workbook: one sheet a kind of thing, a row a thing,
//! lists to choose from, and every cell with a finding marked.
//!
//! It is made from the model, so it holds what the program understood, word
//! for word, and reads back to the same model (`matrix::normal`). The office
//! goes on with it where its own matrix has grown beyond repair. The same
//! model gives the same bytes.

mod keys;
mod marks;
mod money;
mod people;
#[cfg(test)]
mod round_trip_test;
mod sheets;
mod table;

use crate::cascade::Cascade;
use crate::finding::Finding;
use crate::matrix::draft::Draft;
use crate::workbook::writer::{WorkbookWriter, WriteError};

use self::keys::Keys;
use self::marks::Marks;

/// What is written down.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The matrix as found, for its title and foot.
    pub draft: &'a Draft,
    /// The model.
    pub cascade: &'a Cascade,
    /// The head of region's jabatan, for those who promise to him.
    pub pimpinan: &'a str,
    /// What was found, to be marked.
    pub findings: &'a [Finding],
}

/// The workbook, and how much of it is marked.
#[derive(Debug, Clone)]
pub struct Normalised {
    /// The workbook, xlsx.
    pub bytes: Vec<u8>,
    /// Cells that carry a finding.
    pub marked: usize,
}

/// Writes the normalised workbook.
///
/// # Errors
/// When a text is longer than a cell can hold, or there are more rows than a
/// sheet has.
pub fn workbook(input: Input) -> Result<Normalised, WriteError> {
    let keys = Keys::of(input.cascade);
    let mut marks = Marks::of(input.findings);
    let mut workbook = WorkbookWriter::new(&format!("Matriks kinerja {}", input.cascade.instansi()));
    sheets::instansi(&mut workbook, input, &mut marks)?;
    sheets::jabatan(&mut workbook, input, &keys, &mut marks)?;
    sheets::kinerja(&mut workbook, input, &keys, &mut marks)?;
    people::pegawai(&mut workbook, input, &keys, &mut marks)?;
    sheets::target(&mut workbook, input, &keys, &mut marks)?;
    money::anggaran(&mut workbook, input, &keys, &mut marks)?;
    Ok(Normalised { marked: marks.used(), bytes: workbook.finish()? })
}
