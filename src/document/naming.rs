//! File names: readable, legal on every system, and stable. A name is the
//! sheet's own words plus a short key made from what the sheet *is* (its
//! jabatan and holder), never from where it stands in the matrix.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Longest readable part of a name, in characters; with key and extension it
/// stays far below the 255 that systems allow, and below what Windows allows
/// a whole path.
const MAX_CHARS: usize = 80;

/// As above in UTF-8 bytes, which is how Linux counts.
const MAX_BYTES: usize = 160;

/// Letters of a key: no capitals, so that names never differ by case only,
/// and none that are mistaken for another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Names that Windows keeps for devices, with any extension.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// A key of eight letters for the parts that make something what it is.
pub fn key(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.nfc().collect::<String>());
        hash.update([0]);
    }
    let bytes = hash.finalize();
    bytes.iter().take(8).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A text as one part of a path: legal on Windows, macOS and Linux, without
/// anything that looks like a NIP, never empty.
pub fn part(text: &str) -> String {
    let composed: String = without_numbers_of_persons(text).nfc().collect();
    let legal = composed.chars().map(|c| match c {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
        c if c.is_control() || is_invisible(c) => ' ',
        c => c,
    });
    let words: Vec<String> =
        legal.collect::<String>().split_whitespace().map(str::to_owned).filter(|word| word != "-").collect();
    let mut short: String = words.join(" ").chars().take(MAX_CHARS).collect();
    while short.len() > MAX_BYTES {
        short.pop();
    }
    let trimmed = short.trim_matches(|c: char| matches!(c, '.' | ' ' | '-' | '~' | '$' | '_'));
    match trimmed {
        "" => "tanpa nama".to_owned(),
        name if is_reserved(name) => format!("{name}_"),
        name => name.to_owned(),
    }
}

/// The path of a sheet below `output/<instansi>/`.
pub fn sheet_path(folder: &str, unit: &str, words: &str, key: &str) -> String {
    format!("{}/{}/{}-{key}.pdf", part(folder), part(unit), part(words))
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|rest| rest.chars().count() == 1 && !rest.starts_with(char::is_alphabetic))
    });
    numbered || RESERVED.contains(&stem.as_str())
}

/// Format characters that a file manager does not show: joiners, marks of
/// writing direction, byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Takes out runs of 15 digits and more, with or without single separators:
/// no NIP gets into a file name, even where the office typed one into a
/// jabatan.
fn without_numbers_of_persons(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(text.len());
    let mut start = 0;
    while start < chars.len() {
        let mut end = start;
        let mut digits = 0;
        while is_digit(end) || digits > 0 && matches!(chars.get(end), Some(' ' | '.' | '-')) && is_digit(end + 1) {
            digits += usize::from(is_digit(end));
            end += 1;
        }
        if digits < 15 {
            end = end.max(start + 1);
            out.extend(&chars[start..end]);
        }
        start = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_legal_everywhere() {
        for (text, name) in [
            ("Sekretaris Dinas", "Sekretaris Dinas"),
            ("CON", "CON_"),
            ("con.pdf", "con.pdf_"),
            ("LPT1", "LPT1_"),
            ("LPTA", "LPTA"),
            ("..", "tanpa nama"),
            ("../../x", "x"),
            ("/etc/x", "etc-x"),
            ("a:b", "a-b"),
            ("-rf", "rf"),
            ("  ", "tanpa nama"),
            ("nama. ", "nama"),
            ("Penata - Bendahara", "Penata Bendahara"),
            ("a\u{202e}b\u{0}c", "a b c"),
        ] {
            assert_eq!(part(text), name, "{text:?}");
        }
        assert_eq!(part(&"x".repeat(300)).len(), MAX_CHARS);
        assert!(part(&"漢".repeat(300)).len() <= MAX_BYTES);
    }

    #[test]
    fn no_nip_gets_into_a_name() {
        for text in ["A 199001012015011001 B", "A 19900101 201501 1 001 B", "A 19900101.201501.1.001 B"] {
            assert_eq!(part(text), "A B", "{text}");
        }
        assert_eq!(part("Tahun 2026 Kelas 12"), "Tahun 2026 Kelas 12");
    }

    #[test]
    fn keys_are_stable_and_tell_people_apart() {
        assert_eq!(key(&["a", "b"]), key(&["a", "b"]));
        assert_eq!(key(&["e\u{301}"]), key(&["\u{e9}"]));
        let keys: BTreeSet<_> = [&["a", "b"][..], &["ab"], &["ab", ""], &["A", "b"], &["b", "a"]].map(key).into();
        assert_eq!(keys.len(), 5);
    }

    #[test]
    fn a_path_has_three_parts_whatever_the_words() {
        let path = sheet_path("pk", "Bidang/../X", "CON", "k7f2qa00");
        assert_eq!(path, "pk/Bidang-..-X/CON_-k7f2qa00.pdf");
        assert_eq!(path.split('/').count(), 3);
    }
}
