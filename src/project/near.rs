//! "Did you mean": the known word that a written one is nearest to.

/// Words this similar (0 to 1) are offered.
const NEAR: f64 = 0.8;

/// The nearest of some known words, if one is near.
pub(super) fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let scored = known.into_iter().map(|word| (strsim::jaro_winkler(&lower, &word.to_lowercase()), word));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, word)| word)
}

/// Words as a list to read: `"A", "B"`.
pub(super) fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_word_is_offered() {
        assert_eq!(near("tahn", ["tempat", "tahun"]), Some("tahun"));
        assert_eq!(near("f4", ["F4-210", "F4"]), Some("F4"));
        assert_eq!(near("warna", ["tempat", "tahun"]), None);
    }
}
