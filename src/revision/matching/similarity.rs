//! How much two texts are alike, from 0 (nothing in common) to 1 (the same).

use std::cmp::Ordering;

/// Twice what two sorted lists have in common, by their length (Sørensen–Dice
/// over multisets); 1 for two empty lists.
pub(super) fn dice<T: Ord>(a: &[T], b: &[T]) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0u32);
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        match one.cmp(other) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                common += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    2.0 * f64::from(common) / (a.len() + b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alikeness_counts_what_is_common_as_often_as_it_is() {
        assert_eq!(dice(&["a", "b"], &["a", "b"]), 1.0);
        assert_eq!(dice(&["a", "a"], &["a", "b"]), 0.5);
        assert_eq!(dice(&["a"], &["b"]), 0.0);
        assert_eq!(dice::<&str>(&[], &[]), 1.0);
        assert_eq!(dice(&["a"], &[]), 0.0);
    }
}
