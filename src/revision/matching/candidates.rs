//! Who may be whose counterpart, without comparing all with all: things are
//! looked up by the rarest features (words, whole texts, names) they have, so
//! that 15,000 of them cost 15,000 times the same small effort.

use std::collections::BTreeMap;

/// Up to this many pairs, all are compared.
const FEW: usize = 4_096;

/// How many entries of the index are looked at for one thing.
const LOOKED_AT: usize = 256;

/// How many counterparts are proposed for one thing.
const PROPOSED: usize = 8;

/// A pair that might be the same thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    /// Index on the old side.
    pub(super) old: usize,
    /// Index on the new side.
    pub(super) new: usize,
    /// How much they are alike; 1 is the same, more is the same with further
    /// evidence.
    pub(super) score: f64,
}

/// Pairs old and new things one to one: the most alike first, none below
/// `threshold`, ties in the order of the lists. `features` are what a thing
/// can be looked up by, `score` compares two by their indices.
pub(super) fn assign<T: Ord>(
    old: &[Vec<T>],
    new: &[Vec<T>],
    threshold: f64,
    score: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let mut pairs: Vec<Pair> = proposals(old, new)
        .into_iter()
        .map(|(old, new)| Pair { old, new, score: score(old, new) })
        .filter(|pair| pair.score >= threshold)
        .collect();
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (a.old, a.new).cmp(&(b.old, b.new))));
    let (mut old_taken, mut new_taken) = (vec![false; old.len()], vec![false; new.len()]);
    pairs.retain(|pair| {
        let free = !old_taken[pair.old] && !new_taken[pair.new];
        if free {
            (old_taken[pair.old], new_taken[pair.new]) = (true, true);
        }
        free
    });
    pairs.into_iter().map(|pair| (pair.old, pair.new)).collect()
}

fn proposals<T: Ord>(old: &[Vec<T>], new: &[Vec<T>]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) <= FEW {
        return (0..old.len()).flat_map(|old| (0..new.len()).map(move |new| (old, new))).collect();
    }
    let mut index: BTreeMap<&T, Vec<usize>> = BTreeMap::new();
    for (at, features) in new.iter().enumerate() {
        for feature in features {
            let entries = index.entry(feature).or_default();
            if entries.last() != Some(&at) {
                entries.push(at);
            }
        }
    }
    let mut found = Vec::new();
    for (at, features) in old.iter().enumerate() {
        let mut lists: Vec<&Vec<usize>> = features.iter().filter_map(|feature| index.get(feature)).collect();
        lists.sort_by_key(|entries| entries.len());
        // A feature says the more the fewer have it.
        let weighted = lists.into_iter().flat_map(|list| list.iter().map(|other| (*other, 1.0 / list.len() as f64)));
        let mut hits: BTreeMap<usize, f64> = BTreeMap::new();
        for (other, weight) in weighted.take(LOOKED_AT) {
            *hits.entry(other).or_default() += weight;
        }
        let mut hits: Vec<(usize, f64)> = hits.into_iter().collect();
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.extend(hits.into_iter().take(PROPOSED).map(|(other, _)| (at, other)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::revision::matching::similarity::dice;

    fn words(texts: &[String]) -> Vec<Vec<&str>> {
        let mut lists: Vec<Vec<&str>> = texts.iter().map(|text| text.split(' ').collect()).collect();
        lists.iter_mut().for_each(|words| words.sort_unstable());
        lists
    }

    fn matched(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
        let (old, new) = (words(old), words(new));
        let mut pairs = assign(&old, &new, 0.5, |a, b| dice(&old[a], &new[b]));
        pairs.sort_unstable();
        pairs
    }

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn the_most_alike_find_each_other_and_strangers_stay_alone() {
        let old = texts(&["a b c d", "a b c e", "x y"]);
        let new = texts(&["a b c e f", "a b c d", "p q"]);
        assert_eq!(matched(&old, &new), [(0, 1), (1, 0)]);
    }

    #[test]
    fn many_are_found_by_their_rare_words_as_by_comparing_all() {
        let old: Vec<String> = (0..3_000).map(|n| format!("jumlah laporan unit u{n} bulan b{}", n % 7)).collect();
        let mut new: Vec<String> = old.iter().map(|text| text.replace("laporan", "dokumen")).collect();
        new.reverse();
        let pairs = matched(&old, &new);
        assert_eq!(pairs.len(), 3_000);
        assert!(pairs.iter().all(|(old, new)| old + new == 2_999));
    }
}
