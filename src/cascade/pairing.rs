//! Pairing sasaran and indikator into kelompok, so that every indikator
//! stands beside what it measures.
//!
//! In this order: groups that the sheet itself draws; a single sasaran takes
//! all indikator (identical ones count once); numbers that match one to one,
//! or "1.1, 1.2" under "1". What is left cannot be told from the matrix and
//! stays one kelompok of many to many.

use std::collections::{BTreeMap, BTreeSet};

use super::words::normal;
use crate::matrix::draft::Item;

/// A pairing by index into the block's sasaran and indikator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairing {
    /// The kelompok: indices of sasaran and of indikator.
    pub(super) groups: Vec<(Vec<usize>, Vec<usize>)>,
    /// Whether one of them is many to many for want of better knowledge.
    pub(super) ambiguous: bool,
}

/// Pairs the items of one block. Every index stands in exactly one kelompok.
pub(super) fn pair(sasaran: &[Item], indikator: &[Item]) -> Pairing {
    let mut drawn: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, group) in groups(sasaran) {
        drawn.entry(group).or_default().0.push(index);
    }
    for (index, group) in groups(indikator) {
        drawn.entry(group).or_default().1.push(index);
    }
    let free = |items: &[Item]| -> Vec<usize> { (0..items.len()).filter(|i| items[*i].group.is_none()).collect() };
    let mut pairing = Pairing { groups: drawn.into_values().collect(), ambiguous: false };
    pair_free(sasaran, free(sasaran), indikator, free(indikator), &mut pairing);
    // The order of the matrix: by the first sasaran, else by the first indikator.
    pairing.groups.sort_by_key(|(s, i)| (s.first().copied().unwrap_or(usize::MAX), i.first().copied()));
    pairing
}

fn groups(items: &[Item]) -> impl Iterator<Item = (usize, usize)> {
    items.iter().enumerate().filter_map(|(index, item)| Some((index, item.group?)))
}

/// Pairs the items that the sheet put in no group.
fn pair_free(
    sasaran: &[Item],
    free_sasaran: Vec<usize>,
    indikator: &[Item],
    free_indikator: Vec<usize>,
    into: &mut Pairing,
) {
    if free_sasaran.is_empty() && free_indikator.is_empty() {
        return;
    }
    let heads = collapse(sasaran, &free_sasaran);
    if heads.len() <= 1 || free_indikator.is_empty() {
        into.groups.push((free_sasaran, free_indikator));
    } else if let Some(pairs) = by_number(sasaran, &heads, indikator, &free_indikator) {
        into.groups.extend(pairs);
    } else {
        into.ambiguous = true;
        into.groups.push((free_sasaran, free_indikator));
    }
}

/// Sasaran of the same text together, in the order of the first of each.
fn collapse(sasaran: &[Item], free: &[usize]) -> Vec<Vec<usize>> {
    let mut order: BTreeMap<String, usize> = BTreeMap::new();
    let mut heads: Vec<Vec<usize>> = Vec::new();
    for index in free {
        let next = heads.len();
        let head = *order.entry(normal(&sasaran[*index].uraian)).or_insert(next);
        if head == next {
            heads.push(Vec::new());
        }
        heads[head].push(*index);
    }
    heads
}

/// Pairs by number where every number is given, unique on its side, and has
/// its sasaran.
fn by_number(
    sasaran: &[Item],
    heads: &[Vec<usize>],
    indikator: &[Item],
    free: &[usize],
) -> Option<Vec<(Vec<usize>, Vec<usize>)>> {
    let mut numbers = BTreeMap::new();
    for (head, members) in heads.iter().enumerate() {
        let number = sasaran[*members.first()?].nomor.as_deref()?;
        if numbers.insert(number, head).is_some() {
            return None;
        }
    }
    let mut seen = BTreeSet::new();
    let mut pairs: Vec<_> = heads.iter().map(|members| (members.clone(), Vec::new())).collect();
    for index in free {
        let number = indikator[*index].nomor.as_deref()?;
        let head = numbers.get(number).or_else(|| numbers.get(number.rsplit_once('.')?.0))?;
        if !seen.insert(number) {
            return None;
        }
        pairs[*head].1.push(*index);
    }
    // A sasaran that no number reaches leaves in doubt whether the numbers pair at all.
    pairs.iter().all(|(_, indikator)| !indikator.is_empty()).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::matrix;
    use crate::cascade::{Settings, build};

    fn paired(sasaran: &[&str], indikator: &[&str]) -> Pairing {
        let mut matrix = matrix().post(0, "KEPALA");
        for text in sasaran {
            matrix = matrix.sasaran(text);
        }
        for text in indikator {
            matrix = matrix.indikator(text);
        }
        let block = matrix.draft().blocks.remove(0);
        pair(&block.sasaran, &block.indikator)
    }

    #[test]
    fn unique_matching_numbers_pair_one_to_one() {
        let pairing = paired(&["1 A", "2 B"], &["1 a", "2 b"]);
        assert_eq!(pairing.groups, [(vec![0], vec![0]), (vec![1], vec![1])]);
        assert!(!pairing.ambiguous);
    }

    #[test]
    fn numbers_below_a_number_belong_to_it() {
        let pairing = paired(&["1 A", "2 B"], &["1.1 a", "1.2 b", "2.1 c"]);
        assert_eq!(pairing.groups, [(vec![0], vec![0, 1]), (vec![1], vec![2])]);
    }

    #[test]
    fn one_sasaran_takes_all_and_identical_ones_count_once() {
        assert_eq!(paired(&["A"], &["1 a", "b"]).groups, [(vec![0], vec![0, 1])]);
        let twins = paired(&["A b", "A  B"], &["1 a", "1 b"]);
        assert_eq!(twins.groups, [(vec![0, 1], vec![0, 1])]);
        assert!(!twins.ambiguous);
    }

    #[test]
    fn the_rest_stays_one_group_of_many_to_many() {
        for (sasaran, indikator) in [
            (&["1 A", "2 B"][..], &["a"][..]),
            (&["A", "1 B", "2 C"], &["a", "1 b", "2 c", "2 d"]),
            (&["A", "B"], &["1 a", "2 b", "3 c"]),
            (&["1 A", "2 B", "3 C"], &["1 a", "2 b"]),
        ] {
            let pairing = paired(sasaran, indikator);
            assert!(pairing.ambiguous, "{sasaran:?}");
            assert_eq!(pairing.groups.len(), 1);
        }
    }

    #[test]
    fn one_side_alone_is_not_ambiguous() {
        assert!(!paired(&["A", "B"], &[]).ambiguous);
        assert!(!paired(&[], &["a", "b"]).ambiguous);
        assert!(paired(&[], &[]).groups.is_empty());
    }

    #[test]
    fn groups_of_the_sheet_win_over_numbers() {
        let matrix = matrix().post(0, "KEPALA").sasaran("1 A").sasaran("2 B").indikator("1 a").indikator("2 b");
        let mut block = matrix.draft().blocks.remove(0);
        block.sasaran[0].group = Some(7);
        block.indikator[1].group = Some(7);
        assert_eq!(pair(&block.sasaran, &block.indikator).groups, [(vec![0], vec![1]), (vec![1], vec![0])]);
    }

    #[test]
    fn an_open_pairing_is_told_once_and_with_the_sasaran_that_no_indikator_speaks_of() {
        let told = |indikator: &[&str]| {
            let post =
                matrix().post(0, "KEPALA").sasaran("1 Meningkatnya rehabilitasi").sasaran("2 Meningkatnya arsip");
            let post = indikator.iter().fold(post, |post, text| post.indikator(text));
            let findings = build(&post.draft(), &Settings::default()).findings;
            findings.into_iter().map(|finding| (finding.code, finding.quote)).collect::<Vec<_>>()
        };
        assert_eq!(told(&["Persentase rehabilitasi"]), [("ISI-08", Some("Meningkatnya arsip".to_owned()))]);
        assert_eq!(told(&["Persentase rehabilitasi", "Indeks rehabilitasi"]), [("ISI-04", None)]);
        assert_eq!(told(&["1 Persentase rehabilitasi", "2 Indeks arsip"]), []);
    }
}
