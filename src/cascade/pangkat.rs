//! Pangkat and golongan of PNS, golongan of PPPK, as the office types them.
//!
//! Sources: PP 99/2000 (the 17 pangkat of PNS), Perpres 98/2020 (golongan I to
//! XVII of PPPK, who have no pangkat).

use crate::workbook::place::Located;

/// Golongan and pangkat of PNS, lowest first.
pub const PNS: &[(&str, &str)] = &[
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tingkat I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tingkat I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tingkat I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tingkat I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tingkat I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tingkat I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tingkat I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
];

/// Golongan of PPPK, lowest first.
pub const PPPK: &[&str] =
    &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

/// What a golongan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Golongan {
    /// Index into [`PNS`].
    Pns(usize),
    /// Index into [`PPPK`].
    Pppk(usize),
}

/// Reads a golongan as typed: `III/d`, `III.d`, `IIId`, `iii / D`, `(III/d)`,
/// and `IX` for a PPPK. `None` where no such golongan exists.
pub fn golongan(text: &str) -> Option<Golongan> {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let typed = bare(text);
    let typed = typed.strip_prefix("golongan").or_else(|| typed.strip_prefix("gol")).unwrap_or(&typed);
    let typed = typed.strip_prefix("ruang").unwrap_or(typed);
    if let Some(index) = PNS.iter().position(|(name, _)| bare(name) == typed) {
        return Some(Golongan::Pns(index));
    }
    PPPK.iter().position(|name| name.to_lowercase() == typed).map(Golongan::Pppk)
}

/// Reads a pangkat as typed: `Penata Tk. I`, `PENATA TINGKAT 1`, with or
/// without its golongan behind. An index into [`PNS`].
pub fn pangkat(text: &str) -> Option<usize> {
    let typed = spoken(text);
    let fits = |name: &str| typed == name || typed.strip_prefix(name).is_some_and(|rest| golongan(rest).is_some());
    // "Penata" begins "Penata Muda": the longest name that fits is meant.
    let known = PNS.iter().enumerate().filter(|(_, (_, name))| fits(&name.to_lowercase()));
    known.max_by_key(|(_, (_, name))| name.len()).map(|(index, _)| index)
}

/// A pangkat in small words, its abbreviations written out.
fn spoken(text: &str) -> String {
    let words = super::words::words(text).map(|word| match word.as_str() {
        "tk" | "tkt" | "tingkat" => "tingkat".to_owned(),
        "1" => "i".to_owned(),
        _ => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_named(text: &str, pangkat: &str) -> bool {
    spoken(text) == pangkat.to_lowercase()
}

/// Cuts "Penata Tk. I, III/d", "Penata (III/c)" or "III/d - Penata Tk. I" into
/// pangkat and golongan; `None` for anything else.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let cuts = text.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, ',' | '(' | '/' | '-'));
    let halves =
        cuts.map(|(at, c)| (text[..at].trim_matches(BETWEEN), text[at + c.len_utf8()..].trim_matches(BETWEEN)));
    let pairs = halves.flat_map(|(before, behind)| [(before, behind), (behind, before)]);
    let known = |name: &str| PNS.iter().any(|(_, known)| is_named(name, known));
    pairs
        .map(|(name, grade)| (name, bare_grade(grade)))
        .find(|(name, grade)| matches!(golongan(grade), Some(Golongan::Pns(_))) && known(name))
}

/// What may stand between a pangkat and its golongan, and around either.
const BETWEEN: &[char] = &['(', ')', '/', ',', '-', '–', ' '];

/// A golongan without the word before it: "Gol. IV/b", "Golongan IX".
fn bare_grade(text: &str) -> &str {
    let mut rest = text.trim();
    for word in ["golongan", "gol", "ruang"] {
        if let Some((before, behind)) = rest.split_at_checked(word.len())
            && before.eq_ignore_ascii_case(word)
            && behind.starts_with(['.', ' ', ':', '/'])
        {
            rest = behind.trim_start_matches(['.', ' ', ':', '/']);
        }
    }
    rest
}

/// Pangkat and golongan of a row, each in its own cell: both may stand in one,
/// and a golongan needs no word before it. What is not certain stays as it is.
pub(super) fn parts(pangkat: Rank, grade: Rank) -> (Rank, Rank) {
    let at = |cell: &Located<String>, text: &str| Some(Located::new(text.to_owned(), cell.place.clone()));
    let halves = |cell: &Located<String>| {
        let (name, grade) = split(&cell.value)?;
        Some((at(cell, name), at(cell, grade)))
    };
    let grade = grade.map(|cell| match bare_grade(&cell.value) {
        bare if golongan(bare).is_some() => Located::new(bare.to_owned(), cell.place),
        _ => cell,
    });
    match (&pangkat, &grade) {
        (Some(cell), None) | (None, Some(cell)) => halves(cell).unwrap_or((pangkat, grade)),
        (Some(cell), Some(other)) => match halves(cell) {
            // Written twice, and the same.
            Some((name, Some(own))) if golongan(&own.value) == golongan(&other.value) => (name, grade),
            _ => (pangkat, grade),
        },
        (None, None) => (None, None),
    }
}

/// A cell of pangkat or golongan.
type Rank = Option<Located<String>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::text;

    #[test]
    fn golongan_is_read_in_every_habit() {
        for text in ["III/d", "III.d", "IIId", "iii / D", "(III/d)", "Gol. III/d"] {
            assert_eq!(golongan(text), Some(Golongan::Pns(11)), "{text}");
        }
        assert_eq!(golongan("IX"), Some(Golongan::Pppk(8)));
        for text in ["III/f", "V/a", "", "XVIII"] {
            assert_eq!(golongan(text), None, "{text}");
        }
    }

    #[test]
    fn pangkat_is_read_in_every_habit() {
        for (text, golongan) in [
            ("Penata Tk. I", "III/d"),
            ("PENATA TINGKAT 1", "III/d"),
            ("Penata Muda", "III/a"),
            ("Penata", "III/c"),
            ("Pembina Tingkat I, IV/b", "IV/b"),
            ("Pembina (IV/a)", "IV/a"),
        ] {
            assert_eq!(pangkat(text).map(|index| PNS[index].0), Some(golongan), "{text}");
        }
        for (text, parts) in [
            ("Penata Tk. I, III/d", Some(("Penata Tk. I", "III/d"))),
            ("Penata Muda (III/a)", Some(("Penata Muda", "III/a"))),
            ("Pembina Tingkat I - IV/b", Some(("Pembina Tingkat I", "IV/b"))),
            ("Penata III.c", Some(("Penata", "III.c"))),
            ("Pembina Tk. I / IV.b", Some(("Pembina Tk. I", "IV.b"))),
            ("Pembina Tk.I, Gol. IV/b", Some(("Pembina Tk.I", "IV/b"))),
            ("Pembina (Gol. Ruang IV/a)", Some(("Pembina", "IV/a"))),
            ("III/d - Penata Tk. I", Some(("Penata Tk. I", "III/d"))),
            ("III/d (Penata Tk. I)", Some(("Penata Tk. I", "III/d"))),
            ("Penata Tingkat I", None),
            ("Penata", None),
            ("IX", None),
        ] {
            assert_eq!(split(text), parts, "{text}");
        }
        assert_eq!(pangkat("Penata Tk. 1 Muda"), None);
        assert_eq!(pangkat("Kepala"), None);
    }

    #[test]
    fn each_of_the_two_gets_a_cell_of_its_own() {
        let cell = |value: &str| Some(text(value, "C2")).filter(|cell| !cell.value.is_empty());
        for (pangkat, golongan, expected) in [
            ("Pembina Tk. I / IV.b", "", ["Pembina Tk. I", "IV.b"]),
            ("", "III/d - Penata Tk. I", ["Penata Tk. I", "III/d"]),
            ("", "Golongan IX", ["", "IX"]),
            ("Pembina", "Gol. IV/a", ["Pembina", "IV/a"]),
            ("Pembina (IV/a)", "IV/a", ["Pembina", "IV/a"]),
            ("Pembina (IV/a)", "IV/b", ["Pembina (IV/a)", "IV/b"]),
            ("Pembinaan", "Gol. V/x", ["Pembinaan", "Gol. V/x"]),
        ] {
            let (name, grade) = parts(cell(pangkat), cell(golongan));
            let shown = [name, grade].map(|cell| cell.map(|cell| cell.value).unwrap_or_default());
            assert_eq!(shown, expected, "{pangkat}, {golongan}");
        }
    }
}
