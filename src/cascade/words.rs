//! Words of Indonesian official text: cut, compared, and told apart by how
//! much they say. Nothing here changes what is printed.

/// Words that say nothing about the subject of a sasaran or indikator.
const STOP_WORDS: &[&str] = &[
    "agar",
    "antara",
    "atas",
    "atau",
    "bagi",
    "bahwa",
    "berdasarkan",
    "dalam",
    "dan",
    "dari",
    "dengan",
    "di",
    "guna",
    "hingga",
    "ini",
    "itu",
    "ke",
    "kepada",
    "maka",
    "maupun",
    "melalui",
    "oleh",
    "pada",
    "para",
    "per",
    "sampai",
    "sebagai",
    "secara",
    "sejak",
    "selama",
    "seluruh",
    "serta",
    "sesuai",
    "setiap",
    "suatu",
    "telah",
    "tentang",
    "terhadap",
    "tersebut",
    "untuk",
    "yaitu",
    "yakni",
    "yang",
];

/// The words of a text in lower case, without punctuation.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A text's words joined by single blanks: two texts with the same normal
/// form differ in capitals, punctuation or blanks only.
pub fn normal(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

/// Whether a lower-case word carries meaning: no stop word, no single letter
/// and no number.
pub fn is_telling(word: &str) -> bool {
    word.chars().count() > 2 && !word.chars().all(|c| c.is_ascii_digit()) && STOP_WORDS.binary_search(&word).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_for_the_search() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn the_normal_form_forgets_capitals_and_punctuation() {
        assert_eq!(normal("Bulanan/ Triwulan,  (PPKS)"), "bulanan triwulan ppks");
        assert_eq!(normal("--"), "");
    }

    #[test]
    fn only_words_with_a_subject_are_telling() {
        assert!(is_telling("bencana"));
        assert!(!is_telling("dengan") && !is_telling("di") && !is_telling("2026"));
    }
}
