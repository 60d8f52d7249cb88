//! `[pisah]`: blocks that are two jabatan, by the cells in which the lists of
//! the second one begin.

use super::value::Verdict;
use crate::workbook::place::Pos;

/// How a line of the table is written.
const USUAL: &str = "Tulis \"Lembar!Sel\" = \"jabatan kedua\", misalnya \"Matriks!G46\" = \"Pengelola Layanan\".";

/// A cell from which on a list is another jabatan's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pisah {
    /// The cell, `Matriks!G46`.
    pub sel: String,
    /// The name of the second jabatan.
    pub jabatan: String,
    /// The 1-based line of `perjakin.toml`.
    pub line: usize,
}

/// What is wrong with the cell.
pub(super) fn cell_fault(text: &str) -> Verdict {
    let is_cell = text.rsplit_once('!').is_some_and(|(sheet, cell)| !sheet.is_empty() && Pos::from_a1(cell).is_some());
    (!is_cell).then(|| (format!("\"{text}\" bukan sel"), USUAL.to_owned()))
}

/// What is wrong with the jabatan.
pub(super) fn jabatan_fault(text: &str) -> Verdict {
    text.trim().is_empty().then(|| ("jabatan kedua ini masih kosong".to_owned(), USUAL.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_a_cell_and_a_jabatan() {
        assert_eq!(cell_fault("Matriks!G46"), None);
        assert_eq!(jabatan_fault("Staf"), None);
        for cell in ["G46", "Matriks!46", "!G46", ""] {
            assert_eq!(cell_fault(cell).unwrap().0, format!("\"{cell}\" bukan sel"));
        }
        assert!(jabatan_fault(" ").is_some());
    }
}
