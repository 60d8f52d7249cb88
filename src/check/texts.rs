//! Every text of the matrix that is checked as a sentence, with its cell.

use crate::matrix::draft::{Block, Draft};
use crate::workbook::place::Place;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Tujuan,
    Sasaran,
    Indikator,
}

impl Role {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Tujuan => "tujuan",
            Self::Sasaran => "sasaran",
            Self::Indikator => "indikator",
        }
    }
}

/// One text, its role and its cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) role: Role,
    pub(super) text: &'a str,
    pub(super) place: &'a Place,
}

/// The texts of one block.
pub(super) fn of_block(block: &Block) -> impl Iterator<Item = Text<'_>> {
    let tujuan = block.tujuan.iter().map(|item| Text { role: Role::Tujuan, text: &item.uraian, place: &item.place });
    let sasaran = block.sasaran.iter().map(|item| Text { role: Role::Sasaran, text: &item.uraian, place: &item.place });
    let indikator =
        block.indikator.iter().map(|item| Text { role: Role::Indikator, text: &item.uraian, place: &item.place });
    tujuan.chain(sasaran).chain(indikator)
}

/// The texts of all blocks, in the order of the matrix.
pub(super) fn all(draft: &Draft) -> impl Iterator<Item = Text<'_>> {
    draft.blocks.iter().flat_map(of_block)
}

/// The words of a text with where they begin, in bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        // What separates is one character; its length comes from the text.
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_begin() {
        let found: Vec<_> = words("Data – (KSB)").collect();
        assert_eq!(found, [(0, "Data"), (10, "KSB")]);
    }
}
