//! "Did you mean": the known name that is nearest to one that is not known.

use std::cell::Cell;

/// Names this similar (0 to 1) are offered.
const NEAR: f64 = 0.6;

/// How many names are compared in all: whole lists of unknown names have
/// another cause than typing errors.
const COMPARED: usize = 200_000;

/// Longest name that is compared, in bytes.
const LONGEST: usize = 200;

/// Compares names for as long as that is worth the time.
pub(super) struct Near {
    /// How similar a name is to a known one, from 0 to 1.
    similarity: fn(&str, &str) -> f64,
    /// What is left of [`COMPARED`].
    left: Cell<usize>,
}

impl Near {
    /// With nothing compared yet.
    pub(super) fn by(similarity: fn(&str, &str) -> f64) -> Self {
        Self { similarity, left: Cell::new(COMPARED) }
    }

    /// Of the known names, each with an index, the index of the nearest one;
    /// of equally near ones the lowest.
    pub(super) fn best<N: AsRef<str>>(
        &self,
        name: &str,
        known: impl ExactSizeIterator<Item = (N, usize)>,
    ) -> Option<usize> {
        self.left.set(self.left.get().checked_sub(known.len())?);
        let bearable = |name: &str| name.len() <= LONGEST;
        let known = known.filter(|(other, _)| bearable(other.as_ref()) && bearable(name));
        let scored = known.map(|(other, index)| ((self.similarity)(name, other.as_ref()), index));
        let (score, index) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        (score >= NEAR).then_some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(near: &Near, name: &str, known: &[&str]) -> Option<usize> {
        near.best(name, known.iter().enumerate().map(|(index, other)| (other, index)))
    }

    #[test]
    fn the_nearest_name_is_offered_and_of_equals_the_first() {
        let near = Near::by(strsim::normalized_levenshtein);
        assert_eq!(best(&near, "sekertaris", &["kepala dinas", "sekretaris", "sekretaris"]), Some(1));
        assert_eq!(best(&near, "sekertaris", &["kepala dinas", "staf"]), None);
        assert_eq!(best(&near, &"a".repeat(LONGEST + 1), &[&"a".repeat(LONGEST + 1)]), None);
    }

    #[test]
    fn whole_lists_of_unknown_names_are_not_compared_to_the_end() {
        let near = Near::by(strsim::normalized_levenshtein);
        near.left.set(3);
        let found = [0, 1].map(|_| best(&near, "staf", &["staff", "juru"]));
        assert_eq!(found, [Some(0), None]);
    }
}
