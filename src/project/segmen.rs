//! `[segmen]`: where the columns of some lines of a text copied out of a PDF
//! belong on its first page.

use super::value::Verdict;
use crate::workbook::place::Pos;

/// How a line of the table is written.
const USUAL: &str = "Tulis \"62-70\" = \"B>C, C>D\": baris pertama-terakhir, lalu kolom asal>kolom tujuan.";

/// Lines that share their columns, and where these belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segmen {
    /// First and last line of the text, counted from 1.
    pub baris: (u32, u32),
    /// Column in the text → column on the first page, both counted from 1.
    pub kolom: Vec<(u32, u32)>,
}

impl Segmen {
    /// Reads one line of the table; `None` where it is none.
    pub(super) fn parse(lines: &str, columns: &str) -> Option<Self> {
        Some(Self { baris: rows(lines)?, kolom: columns.split(',').map(pair).collect::<Option<_>>()? })
    }
}

/// What is wrong with the lines that a segment is for.
pub(super) fn rows_fault(lines: &str) -> Verdict {
    rows(lines).is_none().then(|| (format!("\"{lines}\" bukan rentang baris"), USUAL.to_owned()))
}

/// What is wrong with a segment's columns.
pub(super) fn columns_fault(columns: &str) -> Verdict {
    let odd = columns.split(',').find(|part| pair(part).is_none())?;
    Some((format!("\"{}\" bukan pasangan kolom", odd.trim()), USUAL.to_owned()))
}

fn rows(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-')?;
    let (first, last): (u32, u32) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1..=last).contains(&first).then_some((first, last))
}

fn pair(text: &str) -> Option<(u32, u32)> {
    let column = |letters: &str| {
        let letters = letters.trim();
        letters.bytes().all(|b| b.is_ascii_alphabetic()).then(|| Pos::from_a1(&format!("{letters}1")))?
    };
    let (from, to) = text.split_once('>')?;
    Some((column(from)?.col, column(to)?.col))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_names_lines_and_columns() {
        let segmen = Segmen::parse("62-70", "A>A, b>C,D > E").unwrap();
        assert_eq!((segmen.baris, segmen.kolom), ((62, 70), vec![(1, 1), (2, 3), (4, 5)]));
    }

    #[test]
    fn anything_else_is_told() {
        for lines in ["62", "70-62", "0-3", "a-b", ""] {
            assert!(rows_fault(lines).is_some(), "{lines}");
        }
        for (columns, odd) in [("A", "A"), ("A>B, C", "C"), ("1>2", "1>2"), ("", ""), ("A>", "A>")] {
            assert_eq!(columns_fault(columns).unwrap().0, format!("\"{odd}\" bukan pasangan kolom"));
        }
    }
}
