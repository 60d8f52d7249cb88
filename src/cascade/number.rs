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
/// `-`; `None` for words such as "WTP".
pub fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    let text = text.strip_prefix("Rp").map_or(text, |rest| rest.trim_start_matches('.'));
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "≥≤<>=±~".contains(c));
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
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
            ("87.5", 87.5, Notation::DecimalDot, false),
            ("1,000", 1000.0, Notation::ThousandsComma, false),
            ("1,234.5", 1234.5, Notation::ThousandsComma, false),
        ] {
            assert_eq!(number(text), Some(Number { value, notation, percent }), "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["WTP", "A", "", "-", "≥", "1.2.3.4.5,6,7"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
