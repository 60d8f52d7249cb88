//! Which sasaran, indikator or tujuan of a jabatan is the same one in both
//! editions. Where a row stands says nothing; the text says it, and the number
//! helps where texts are alike.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::assign;
use super::similarity::dice;
use crate::cascade::{normal, words};

/// Texts that share less than this are different items.
const THRESHOLD: f64 = 0.5;

/// What an equal number adds to the alikeness of two texts.
const SAME_NUMBER: f64 = 0.1;

/// An item as matching sees it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The office's number.
    pub nomor: Option<&'a str>,
    /// The text.
    pub uraian: &'a str,
}

/// Pairs the items of two lists; the result has the new index of each old
/// item that lives on. Equal items pair first, then equal texts, then texts
/// that differ in capitals and punctuation only, then those most alike.
pub fn items(old: &[Item], new: &[Item]) -> Vec<Option<usize>> {
    let mut found = vec![None; old.len()];
    let mut open: Vec<usize> = (0..new.len()).collect();
    pair_equal(old, new, &mut found, &mut open, |item| (item.nomor.unwrap_or_default().into(), item.uraian.into()));
    pair_equal(old, new, &mut found, &mut open, |item| (String::new(), item.uraian.into()));
    pair_equal(old, new, &mut found, &mut open, |item| (String::new(), normal(item.uraian)));
    let old_open: Vec<usize> = (0..old.len()).filter(|index| found[*index].is_none()).collect();
    let cut = |items: &[Item], open: &[usize]| -> Vec<Vec<String>> {
        let sorted = |index: &usize| {
            let mut words: Vec<String> = words(items[*index].uraian).collect();
            words.sort_unstable();
            words
        };
        open.iter().map(sorted).collect()
    };
    let (old_words, new_words) = (cut(old, &old_open), cut(new, &open));
    let pairs = assign(&old_words, &new_words, THRESHOLD, |a, b| {
        let (one, other) = (old[old_open[a]], new[open[b]]);
        let bonus = if one.nomor.is_some() && one.nomor == other.nomor { SAME_NUMBER } else { 0.0 };
        dice(&old_words[a], &new_words[b]) + bonus
    });
    for (a, b) in pairs {
        found[old_open[a]] = Some(open[b]);
    }
    found
}

/// Pairs items of an equal key in the order they stand, and takes them off
/// `open`.
fn pair_equal(
    old: &[Item],
    new: &[Item],
    found: &mut [Option<usize>],
    open: &mut Vec<usize>,
    key: impl Fn(&Item) -> (String, String),
) {
    let mut waiting: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for index in open.iter().rev() {
        waiting.entry(key(&new[*index])).or_default().push(*index);
    }
    let mut taken = BTreeSet::new();
    for (index, item) in old.iter().enumerate().filter(|(index, _)| found[*index].is_none()).collect::<Vec<_>>() {
        if let Some(counterpart) = waiting.get_mut(&key(item)).and_then(Vec::pop) {
            found[index] = Some(counterpart);
            taken.insert(counterpart);
        }
    }
    open.retain(|index| !taken.contains(index));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[&'static str]) -> Vec<Item<'static>> {
        let split = |text: &'static str| match text.split_once(". ") {
            Some((nomor, uraian)) => Item { nomor: Some(nomor), uraian },
            None => Item { nomor: None, uraian: text },
        };
        texts.iter().map(|text| split(text)).collect()
    }

    fn matched(old: &[&'static str], new: &[&'static str]) -> Vec<Option<usize>> {
        items(&list(old), &list(new))
    }

    #[test]
    fn order_says_nothing() {
        assert_eq!(matched(&["1. a b", "2. c d"], &["2. c d", "1. a b"]), [Some(1), Some(0)]);
    }

    #[test]
    fn a_renumbered_or_reworded_item_is_the_same_one() {
        assert_eq!(matched(&["1. a b c", "2. d e f"], &["2. a b c", "3. d e f"]), [Some(0), Some(1)]);
        assert_eq!(matched(&["jumlah laporan unit"], &["baru sekali", "jumlah dokumen unit"]), [Some(1)]);
        assert_eq!(matched(&["Bulanan/ Triwulan"], &["bulanan/triwulan"]), [Some(0)]);
    }

    #[test]
    fn twins_are_told_apart_by_their_number() {
        assert_eq!(matched(&["2. a b", "3. a b"], &["3. a b", "2. a b"]), [Some(1), Some(0)]);
        assert_eq!(matched(&["2. a b", "3. a b"], &["3. a b"]), [None, Some(0)]);
        assert_eq!(matched(&["1. a b c x", "2. a b c y"], &["2. a b c z", "1. a b c z"]), [Some(1), Some(0)]);
    }

    #[test]
    fn different_texts_are_not_forced_together() {
        assert_eq!(matched(&["1. jumlah laporan register"], &["1. nilai indeks aparatur"]), [None]);
    }
}
