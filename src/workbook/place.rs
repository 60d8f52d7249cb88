//! Where a value stands: workbook, sheet, cell. It travels with every value
//! from the reader to the printed page, so that a finding can point at it.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A cell's position in a sheet; row and column count from 1, as on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pos {
    /// Row, counted from 1.
    pub row: u32,
    /// Column, counted from 1 (A is 1).
    pub col: u32,
}

impl Pos {
    /// A position from a 1-based row and column.
    pub const fn new(row: u32, col: u32) -> Self {
        Self { row, col }
    }

    /// Reads A1 notation (`C19`, `$C$19`); `None` for anything else.
    pub fn from_a1(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| *c != '$').collect();
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, row) = text.split_at(digits);
        if letters.is_empty() || letters.len() > 3 {
            return None;
        }
        let mut col = 0u32;
        for c in letters.chars() {
            if !c.is_ascii_alphabetic() {
                return None;
            }
            col = col * 26 + (c.to_ascii_uppercase() as u32 - 'A' as u32 + 1);
        }
        let row: u32 = row.parse().ok()?;
        (row > 0).then_some(Self { row, col })
    }
}

/// The letters of a 1-based column: 1 is `A`, 27 is `AA`.
pub fn column_letters(col: u32) -> String {
    let mut rest = col;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Pos {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.col), self.row)
    }
}

/// A sheet that cells were read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The workbook's file name, without its folder.
    pub workbook: Box<str>,
    /// The sheet's name.
    pub sheet: Box<str>,
}

impl Source {
    /// A sheet of a workbook, to be shared by the places of its cells.
    pub fn new(workbook: impl Into<Box<str>>, sheet: impl Into<Box<str>>) -> Arc<Self> {
        Arc::new(Self { workbook: workbook.into(), sheet: sheet.into() })
    }
}

/// One cell of one sheet of one workbook.
///
/// Shown as `Matriks!C19`; the workbook is named apart, since an office
/// mostly has one. Cheap to clone, and small: a city has a million of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sheet.
    pub source: Arc<Source>,
    /// The cell.
    pub pos: Pos,
}

impl Place {
    /// The workbook's file name, without its folder.
    pub fn workbook(&self) -> &str {
        &self.source.workbook
    }

    /// The sheet's name.
    pub fn sheet(&self) -> &str {
        &self.source.sheet
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}!{}", self.sheet(), self.pos)
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A value together with the cell it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// The cell it came from.
    pub place: Place,
}

impl<T> Located<T> {
    /// Pairs a value with its cell.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_notation_reads_back() {
        for (text, row, col) in [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)] {
            let pos = Pos::from_a1(text).unwrap();
            assert_eq!(pos, Pos::new(row, col));
            assert_eq!(pos.to_string(), text);
        }
        assert_eq!(Pos::from_a1("$C$19"), Some(Pos::new(19, 3)));
    }

    #[test]
    fn other_text_is_no_cell() {
        for text in ["", "A", "19", "A0", "ABCD1", "C-1", "Ä1", "A1B"] {
            assert_eq!(Pos::from_a1(text), None, "{text}");
        }
    }
}
