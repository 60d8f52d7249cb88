//! Numbers as Indonesian offices write them in targets and money: decimal
//! comma, thousands dot, a sign before and a unit or grade behind. What is
//! printed is the text as typed; the number is for checking only.

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As Indonesians write it.
    Indonesian,
    /// With a decimal dot: `87.5`.
    DecimalDot,
    /// With thousands commas: `1,000`.
    ThousandsComma,
}

/// A number found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value; a percentage keeps its figure, 85% is 85.
    pub value: f64,
    /// How it was written.
    pub notation: Notation,
    /// Whether a percent sign follows.
    pub percent: bool,
}

/// The number that a text begins with, after a sign such as `≥`, `<`, `Rp` or
/// `-`; `None` for words such as "WTP". A number in brackets is below zero, as
/// in accounts.
pub fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    let text = text.strip_prefix("Rp").map_or(text, |rest| rest.trim_start_matches('.'));
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "≥≤<>=±~".contains(c));
    if let Some(inside) = bracketed(text) {
        let number = number(inside)?;
        return Some(Number { value: -number.value.abs(), percent: number.percent || text.ends_with('%'), ..number });
    }
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (!is_bullet(rest), rest.trim_start()),
        None => (false, text),
    };
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    let (figure, rest) = text.split_at(end);
    let figure = figure.trim_end_matches(['.', ',']);
    if !figure.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (plain, notation) = plain(figure);
    let value: f64 = plain.parse().ok()?;
    let value = if negative { -value } else { value };
    Some(Number { value, notation, percent: rest.trim_start().starts_with('%') })
}

/// The figure of "(5)", "(5%)" and "(5) surat"; `None` for remarks such as
/// "(lima) dokumen" and for lists such as "(1) 5 dokumen (2) 3 laporan".
fn bracketed(text: &str) -> Option<&str> {
    let (inside, behind) = text.strip_prefix('(')?.split_once(')')?;
    let inside = inside.trim();
    let figure = inside.strip_prefix("Rp").map_or(inside, |rest| rest.trim_start_matches('.').trim_start());
    let is_figure = figure.starts_with(|c: char| c.is_ascii_digit())
        && figure.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,%".contains(c));
    (is_figure && !behind.contains(|c: char| c.is_ascii_digit())).then_some(inside)
}

/// Whether what stands behind a dash makes a bullet of it: "- 5 dokumen". The
/// "- 5" of accounts has no words.
fn is_bullet(behind: &str) -> bool {
    behind.starts_with(char::is_whitespace) && behind.contains(char::is_alphabetic)
}

/// The figure with a decimal dot and no grouping.
fn plain(figure: &str) -> (String, Notation) {
    let groups = |separator: char| {
        let mut parts = figure.split(separator);
        let first = parts.next().unwrap_or_default();
        first.len() <= 3 && !first.starts_with('0') && parts.all(|part| part.len() == 3)
    };
    match (figure.contains('.'), figure.contains(',')) {
        (true, true) if figure.rfind(',') < figure.rfind('.') => (figure.replace(',', ""), Notation::ThousandsComma),
        (true, true) => (figure.replace('.', "").replace(',', "."), Notation::Indonesian),
        (true, false) if groups('.') => (figure.replace('.', ""), Notation::Indonesian),
        (true, false) => (figure.to_owned(), Notation::DecimalDot),
        (false, true) if groups(',') => (figure.replace(',', ""), Notation::ThousandsComma),
        _ => (figure.replace(',', "."), Notation::Indonesian),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        for (text, value, notation, percent) in [
            ("85", 85.0, Notation::Indonesian, false),
            ("87,5%", 87.5, Notation::Indonesian, true),
            ("1.000", 1000.0, Notation::Indonesian, false),
            ("1.234.567,89", 1_234_567.89, Notation::Indonesian, false),
            ("Rp. 10.000.000,-", 10_000_000.0, Notation::Indonesian, false),
            ("0,125", 0.125, Notation::Indonesian, false),
            ("85 (A)", 85.0, Notation::Indonesian, false),
            ("≥ 80 %", 80.0, Notation::Indonesian, true),
            ("-5", -5.0, Notation::Indonesian, false),
            ("-3 surat", -3.0, Notation::Indonesian, false),
            ("–3", -3.0, Notation::Indonesian, false),
            ("- 5", -5.0, Notation::Indonesian, false),
            ("(5)", -5.0, Notation::Indonesian, false),
            ("( 1.500,5 )", -1500.5, Notation::Indonesian, false),
            ("(5%)", -5.0, Notation::Indonesian, true),
            ("(5) %", -5.0, Notation::Indonesian, true),
            ("(5) surat", -5.0, Notation::Indonesian, false),
            ("(Rp. 5.000)", -5000.0, Notation::Indonesian, false),
            ("- 5 dokumen", 5.0, Notation::Indonesian, false),
            ("5-10", 5.0, Notation::Indonesian, false),
            ("5 (lima) dokumen", 5.0, Notation::Indonesian, false),
            ("10.000,-", 10_000.0, Notation::Indonesian, false),
            ("87.5", 87.5, Notation::DecimalDot, false),
            ("1,000", 1000.0, Notation::ThousandsComma, false),
            ("1,234.5", 1234.5, Notation::ThousandsComma, false),
        ] {
            assert_eq!(number(text), Some(Number { value, notation, percent }), "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        let remarks =
            ["(lima) dokumen", "(A)", "()", "(-)", "(5", "(5 dokumen)", "(1) 5 dokumen (2) 3 laporan", "(2026/1)"];
        for text in ["WTP", "A", "", "-", "–", "≥", "1.2.3.4.5,6,7"].into_iter().chain(remarks) {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
