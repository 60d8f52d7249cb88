//! Which jabatan, sasaran and indikator is the same one in both editions.
//!
//! An id is made from the path of names, so it breaks where a jabatan above
//! was renamed or moved. Matching therefore goes by what a jabatan *is*: first
//! those whose name and texts occur once on each side pair up, wherever they
//! stand; then, from the top down, the subordinates of a pair pair with each
//! other; what is left looks for its like in the whole cascade. Rows, sheets
//! and columns play no part, so moving them changes nothing.

mod candidates;
mod items;
mod post;
mod similarity;

use std::collections::BTreeMap;

use self::candidates::assign;
pub use self::items::{Item, items};
use self::post::{Posts, Vocabulary};
use crate::cascade::Cascade;

/// Subordinates of the same superior are the same jabatan from here on: an
/// equal name is enough, and so are equal texts under another name.
const BESIDE: f64 = 0.5;

/// Anywhere else it takes more: a name alone is repeated all over an office.
const ANYWHERE: f64 = 0.7;

/// The pairs of jabatan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// The new index of each old jabatan that lives on.
    pub to_new: Vec<Option<usize>>,
    /// The old index of each new jabatan that lived before.
    pub to_old: Vec<Option<usize>>,
}

/// Pairs the jabatan of two cascades. The roots are always a pair.
pub fn jabatan(old: &Cascade, new: &Cascade) -> Matching {
    let mut vocabulary = Vocabulary::default();
    let (old, new) = (Posts::new(old, &mut vocabulary), Posts::new(new, &mut vocabulary));
    let mut matcher =
        Matcher { found: Matching { to_new: vec![None; old.len()], to_old: vec![None; new.len()] }, old, new };
    matcher.pair(0, 0);
    matcher.unmistakable();
    matcher.descend();
    for tops_only in [true, false] {
        while matcher.anywhere(tops_only) {
            matcher.descend();
        }
    }
    matcher.by_subordinates();
    matcher.found
}

struct Matcher<'a> {
    old: Posts<'a>,
    new: Posts<'a>,
    found: Matching,
}

impl Matcher<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.found.to_new[old] = Some(new);
        self.found.to_old[new] = Some(old);
    }

    /// Pairs jabatan whose name and texts occur exactly once on each side.
    fn unmistakable(&mut self) {
        let theirs = once(&self.new);
        let pairs: Vec<(usize, usize)> =
            once(&self.old).into_iter().filter_map(|(key, old)| Some((old?, (*theirs.get(&key)?)?))).collect();
        for (old, new) in pairs {
            self.pair(old, new);
        }
    }

    /// Pairs the subordinates of every pair, from the top down.
    fn descend(&mut self) {
        for old in 0..self.old.len() {
            let Some(new) = self.found.to_new[old] else { continue };
            let ours = open(&self.old.bawahan[old], &self.found.to_new);
            let theirs = open(&self.new.bawahan[new], &self.found.to_old);
            if ours.is_empty() || theirs.is_empty() {
                continue;
            }
            self.equal(&ours, &theirs, true);
            self.equal(&ours, &theirs, false);
            self.alike(&ours, &theirs, BESIDE);
        }
    }

    /// Pairs open jabatan of equal name and texts in the order they stand;
    /// where `held`, those of equal holders only.
    fn equal(&mut self, ours: &[usize], theirs: &[usize], held: bool) {
        let key = |posts: &Posts, index: usize| {
            let (name, texts) = posts.key(index);
            (name, texts.to_vec(), held.then(|| posts.holders(index).to_vec()))
        };
        let mut waiting: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for new in open(theirs, &self.found.to_old).into_iter().rev() {
            waiting.entry(key(&self.new, new)).or_default().push(new);
        }
        for old in open(ours, &self.found.to_new) {
            if let Some(new) = waiting.get_mut(&key(&self.old, old)).and_then(Vec::pop) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs open jabatan that are alike; whether there were any.
    fn alike(&mut self, ours: &[usize], theirs: &[usize], threshold: f64) -> bool {
        let ours = open(ours, &self.found.to_new);
        let theirs = open(theirs, &self.found.to_old);
        let features = |posts: &Posts, indices: &[usize]| -> Vec<Vec<u32>> {
            indices.iter().map(|index| posts.features(*index)).collect()
        };
        let (old_features, new_features) = (features(&self.old, &ours), features(&self.new, &theirs));
        let pairs =
            assign(&old_features, &new_features, threshold, |a, b| self.old.alike(ours[a], &self.new, theirs[b]));
        for (a, b) in &pairs {
            self.pair(ours[*a], theirs[*b]);
        }
        !pairs.is_empty()
    }

    /// Pairs what is left, wherever it stands: at first only jabatan whose
    /// superiors live on, so that a moved branch moves as a whole.
    fn anywhere(&mut self, tops_only: bool) -> bool {
        let left = |posts: &Posts, found: &[Option<usize>]| -> Vec<usize> {
            let top = |index: usize| posts.induk(index).is_none_or(|above| found[above].is_some());
            (0..posts.len()).filter(|index| found[*index].is_none() && (!tops_only || top(*index))).collect()
        };
        let ours = left(&self.old, &self.found.to_new);
        let theirs = left(&self.new, &self.found.to_old);
        !ours.is_empty() && !theirs.is_empty() && self.alike(&ours, &theirs, ANYWHERE)
    }

    /// Pairs jabatan that share neither name nor texts but at least half of
    /// their subordinates, under the same superior: renamed and rewritten.
    fn by_subordinates(&mut self) {
        for old in (0..self.old.len()).rev() {
            if self.found.to_new[old].is_some() {
                continue;
            }
            let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
            for child in &self.old.bawahan[old] {
                let above = self.found.to_new[*child].and_then(|child| self.new.induk(child));
                if let Some(above) = above.filter(|above| self.found.to_old[*above].is_none()) {
                    *votes.entry(above).or_default() += 1;
                }
            }
            let Some((new, count)) = votes.into_iter().max_by_key(|(new, count)| (*count, std::cmp::Reverse(*new)))
            else {
                continue;
            };
            let most = self.old.bawahan[old].len().max(self.new.bawahan[new].len());
            let superior = self.old.induk(old).and_then(|above| self.found.to_new[above]);
            if count * 2 >= most && superior == self.new.induk(new) {
                self.pair(old, new);
            }
        }
    }
}

/// The jabatan by name and texts; `None` for what occurs more than once. The
/// root is no part of it.
fn once<'a>(posts: &'a Posts) -> BTreeMap<(u32, &'a [u32]), Option<usize>> {
    let mut seen = BTreeMap::new();
    for index in 1..posts.len() {
        seen.entry(posts.key(index)).and_modify(|only| *only = None).or_insert(Some(index));
    }
    seen
}

/// Those of the indices that have no counterpart yet.
fn open(indices: &[usize], found: &[Option<usize>]) -> Vec<usize> {
    indices.iter().copied().filter(|index| found[*index].is_none()).collect()
}

#[cfg(test)]
mod tests;
