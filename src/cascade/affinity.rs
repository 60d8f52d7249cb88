//! How much two posts speak of the same matter: the cosine of their words,
//! weighted by TF-IDF, between 0 (nothing in common) and 1 (the same words).
//!
//! A column of the sheet is not a reporting line; what a post promises is
//! strong evidence of whom it serves. Evidence only: the office decides.

use std::collections::BTreeMap;

use super::words::{is_telling, words};

/// Words that more posts than this share carry no evidence and would make
/// the comparison of thousands of posts slow.
const COMMON: usize = 500;

/// The weighted words of all posts.
pub struct Affinity {
    /// Word and weight of each post, by word, of length 1 as a vector.
    vectors: Vec<Vec<(u32, f32)>>,
    /// The posts that have a word, and its weight there, by post.
    posts: Vec<Vec<(usize, f32)>>,
}

impl Affinity {
    /// Weighs the words of each post; a text is all its sasaran and indikator.
    pub fn new<'a, T: IntoIterator<Item = &'a str>>(posts: impl IntoIterator<Item = T>) -> Self {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let counts: Vec<BTreeMap<u32, u32>> = posts
            .into_iter()
            .map(|texts| {
                let mut count = BTreeMap::new();
                for word in texts.into_iter().flat_map(words).filter(|word| is_telling(word)) {
                    let next = numbers.len() as u32;
                    *count.entry(*numbers.entry(word).or_insert(next)).or_default() += 1;
                }
                count
            })
            .collect();
        let mut posts_with = vec![0usize; numbers.len()];
        for count in &counts {
            for word in count.keys() {
                posts_with[*word as usize] += 1;
            }
        }
        let total = counts.len() as f32;
        let vectors: Vec<Vec<(u32, f32)>> = counts
            .iter()
            .map(|count| {
                let weights =
                    count.iter().filter(|(word, _)| posts_with[**word as usize] <= COMMON).map(|(word, times)| {
                        let rarity = ((1.0 + total) / (1.0 + posts_with[*word as usize] as f32)).ln() + 1.0;
                        (*word, (1.0 + (*times as f32).ln()) * rarity)
                    });
                unit_length(weights.collect())
            })
            .collect();
        let mut posts = vec![Vec::new(); numbers.len()];
        for (post, vector) in vectors.iter().enumerate() {
            vector.iter().for_each(|(word, weight)| posts[*word as usize].push((post, *weight)));
        }
        Self { vectors, posts }
    }

    /// The affinity of two posts.
    pub fn between(&self, a: usize, b: usize) -> f32 {
        let (Some(a), Some(b)) = (self.vectors.get(a), self.vectors.get(b)) else { return 0.0 };
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some((left, x)), Some((right, y))) = (a.get(i), b.get(j)) {
            if left == right {
                sum += x * y;
            }
            i += usize::from(left <= right);
            j += usize::from(right <= left);
        }
        sum
    }

    /// The fitting post with the greatest affinity to a post, the first one of
    /// equals; `None` where none shares a word with it. Only posts that share
    /// one are looked at, so that thousands of posts stay cheap.
    pub fn best(&self, post: usize, fits: impl Fn(usize) -> bool) -> Option<(usize, f32)> {
        let mut sums: BTreeMap<usize, f32> = BTreeMap::new();
        for (word, weight) in self.vectors.get(post)? {
            for (other, its) in self.posts[*word as usize].iter().filter(|(other, _)| fits(*other)) {
                *sums.entry(*other).or_default() += weight * its;
            }
        }
        sums.into_iter().fold(None, |best: Option<(usize, f32)>, next| match best {
            Some(best) if next.1 <= best.1 => Some(best),
            _ => Some(next),
        })
    }
}

fn unit_length(mut weights: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    for (_, weight) in &mut weights {
        *weight /= length;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_rare_words_bind_more_than_shared_common_ones() {
        let affinity = Affinity::new([
            vec!["Laporan Bencana"],
            vec!["korban bencana"],
            vec!["Laporan Keuangan"],
            vec!["Laporan Arsip"],
            vec!["Laporan Gaji"],
        ]);
        assert_eq!(affinity.best(0, |other| other > 0).map(|best| best.0), Some(1));
    }

    #[test]
    fn the_same_words_give_one_and_none_give_nothing() {
        let affinity = Affinity::new([vec!["Laporan Kas"], vec!["laporan", "kas"], vec!["dan di"], vec!["Arsip"]]);
        assert!((affinity.between(0, 1) - 1.0).abs() < 1e-5);
        assert_eq!(affinity.between(0, 2), 0.0);
        assert_eq!(affinity.best(0, |other| other > 1), None);
        assert_eq!(affinity.between(0, 99), 0.0);
    }
}
