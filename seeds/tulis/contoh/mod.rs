//! Dinas Contoh Kota Contoh: a small agency that does not exist, with one of
//! every case that the program knows. Its matrix is a long table, its people,
//! targets and money are workbooks of their own.
//!
//! Names are "Pegawai Contoh 01", and the NIP are well formed and invented.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter};

mod anggaran;
mod jabatan;
mod matriks;
mod pegawai;
mod target;

/// Workbooks: where each goes, and its bytes.
type Workbooks = Vec<(&'static str, Vec<u8>)>;

/// The three workbooks of the sample agency.
pub fn workbooks() -> Result<Workbooks, Box<dyn Error>> {
    Ok(vec![
        ("input/contoh/matriks.xlsx", matriks::write()?),
        ("input/contoh/pegawai.xlsx", pegawai::write()?),
        ("input/contoh/target.xlsx", target::write()?),
    ])
}

/// Height of a line of text, in points.
const LINE_HEIGHT: f64 = 13.0;

/// A title over the whole table, and the header's cells below it.
fn head(sheet: &mut SheetWriter, title: &str, columns: &[(&str, f64)]) -> Result<(), Box<dyn Error>> {
    let last = columns.len() as u32;
    sheet.merge(Pos::new(1, 1), Pos::new(1, last), title, Look::Title)?;
    for (col, (name, width)) in (1..).zip(columns) {
        sheet.width(col, *width)?;
        sheet.text(Pos::new(3, col), name, Look::Header)?;
    }
    Ok(())
}

/// A row's height for texts in columns of these widths, in characters.
fn fit<'a>(
    sheet: &mut SheetWriter,
    row: u32,
    cells: impl Iterator<Item = (&'a str, f64)>,
) -> Result<(), Box<dyn Error>> {
    let lines = cells.map(|(text, width)| (text.chars().count() as f64 / width).ceil()).fold(1.0, f64::max);
    sheet.height(row, lines * LINE_HEIGHT + 2.0)?;
    Ok(())
}
