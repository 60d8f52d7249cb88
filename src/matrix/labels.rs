//! The words that stand over lists in a matrix: TUJUAN, SASARAN, INDIKATOR and
//! their usual longer forms, with or without a number.

use crate::matrix::numbering;

/// What a label announces. The order is the order within a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Tujuan follow.
    Tujuan,
    /// Sasaran follow.
    Sasaran,
    /// Indikator follow.
    Indikator,
}

/// A label as read from a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What it announces.
    pub kind: Kind,
    /// "2" in "SASARAN 2".
    pub nomor: Option<String>,
    /// The label that was meant, where the cell has a typing error.
    pub meant: Option<&'static str>,
}

/// The labels that offices write, in capitals and without number.
const LABELS: &[(&str, Kind)] = &[
    ("TUJUAN", Kind::Tujuan),
    ("TUJUAN STRATEGIS", Kind::Tujuan),
    ("SASARAN", Kind::Sasaran),
    ("SASARAN STRATEGIS", Kind::Sasaran),
    ("SASARAN PROGRAM", Kind::Sasaran),
    ("SASARAN KEGIATAN", Kind::Sasaran),
    ("SASARAN SUB KEGIATAN", Kind::Sasaran),
    ("SASARAN SUBKEGIATAN", Kind::Sasaran),
    ("SASARAN KINERJA", Kind::Sasaran),
    ("SASARAN KINERJA INDIVIDU", Kind::Sasaran),
    ("INDIKATOR", Kind::Indikator),
    ("INDIKATOR SASARAN", Kind::Indikator),
    ("INDIKATOR SASARAN STRATEGIS", Kind::Indikator),
    ("INDIKATOR PROGRAM", Kind::Indikator),
    ("INDIKATOR KEGIATAN", Kind::Indikator),
    ("INDIKATOR SUB KEGIATAN", Kind::Indikator),
    ("INDIKATOR KINERJA", Kind::Indikator),
    ("INDIKATOR KINERJA UTAMA", Kind::Indikator),
    ("INDIKATOR KINERJA INDIVIDU", Kind::Indikator),
    ("INDIKATOR KINERJA KEGIATAN", Kind::Indikator),
    ("INDIKATOR KINERJA PROGRAM", Kind::Indikator),
    ("INDIKATOR TUJUAN", Kind::Indikator),
    ("IKU", Kind::Indikator),
    ("IKI", Kind::Indikator),
];

/// Longest text that can be a label, in bytes.
const LONGEST: usize = 40;
/// Edits that a single capital word may be away from a label to be taken for
/// a typing error of it; one in a short word, since SARAN is another word.
const EDITS: usize = 2;
/// Shortest word that may be [`EDITS`] away, in letters.
const LONG: usize = 6;

/// Reads a cell's text as a label; `None` for any other text.
pub fn label(text: &str) -> Option<Label> {
    if text.len() > LONGEST {
        return None;
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    let words = words.trim_end_matches([':', '.', ' ']);
    // "SASARAN 2", "SASARAN KE-2", but also "2. SASARAN".
    let (front, rest) = numbering::split_number(words);
    let (name, nomor) = match rest.rsplit_once([' ', '-']) {
        Some((name, number)) if is_number(number) => (name.trim_end_matches(" KE").trim_end(), Some(number.to_owned())),
        _ => (rest, front),
    };
    if let Some((_, kind)) = LABELS.iter().find(|(label, _)| *label == name) {
        return Some(Label { kind: *kind, nomor, meant: None });
    }
    let (meant, kind) = misspelt(name, text)?;
    Some(Label { kind, nomor, meant: Some(meant) })
}

/// The label that a single word in capitals nearly is.
fn misspelt(name: &str, text: &str) -> Option<(&'static str, Kind)> {
    let single = !name.contains(' ') && name.len() >= 5 && !text.chars().any(char::is_lowercase);
    if !single {
        return None;
    }
    let edits = if name.len() < LONG { 1 } else { EDITS };
    let near = |label: &str| label.len() >= LONG && strsim::damerau_levenshtein(label, name) <= edits;
    LABELS.iter().find(|(label, _)| !label.contains(' ') && near(label)).copied()
}

fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ')']);
    !word.is_empty() && (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) || is_roman(word))
}

fn is_roman(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Kind, Option<String>)> {
        label(text).map(|label| (label.kind, label.nomor))
    }

    #[test]
    fn the_usual_labels_are_known_with_their_number() {
        for (text, kind, nomor) in [
            ("SASARAN", Kind::Sasaran, None),
            ("Sasaran :", Kind::Sasaran, None),
            ("SASARAN 2", Kind::Sasaran, Some("2")),
            ("Sasaran II", Kind::Sasaran, Some("II")),
            ("SASARAN  STRATEGIS", Kind::Sasaran, None),
            ("INDIKATOR SASARAN", Kind::Indikator, None),
            ("Indikator Kinerja Utama", Kind::Indikator, None),
            ("TUJUAN", Kind::Tujuan, None),
        ] {
            assert_eq!(read(text), Some((kind, nomor.map(str::to_owned))), "{text}");
        }
    }

    #[test]
    fn running_text_is_no_label() {
        for text in
            ["Sasaran yang tercapai", "Meningkatnya sasaran", "JUMLAH", "Sasarna tercapai", "PASAR", "KEPALA", "SARAN"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_misspelt_label_is_told() {
        assert_eq!(label("SASRAN").and_then(|label| label.meant), Some("SASARAN"));
        assert_eq!(label("TUJAN").and_then(|label| label.meant), Some("TUJUAN"));
        assert_eq!(label("INDIKTOR").and_then(|label| label.meant), Some("INDIKATOR"));
    }
}
