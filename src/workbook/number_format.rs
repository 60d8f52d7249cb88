//! A number as its cell shows it: the number formats of spreadsheets (ECMA-376,
//! 18.8.31), as far as offices use them for targets, in Indonesian notation.
//!
//! Digits, decimals, thousands, percent, texts before and behind, conditions
//! and lengths of time are understood. Dates, fractions and powers of ten are
//! not: then the number itself is all that can be said.

mod choice;
mod elapsed;

use self::choice::{Choice, choose};
pub use self::elapsed::{clock, days, of_elapsed};

/// Digits that a number cell holds; what lies behind them is noise.
const DIGITS: usize = 14;

/// Numbers from here on are not written digit by digit.
const LARGEST: f64 = 1e15;

/// The number as a cell of this format shows it; `None` where the format is
/// general or not understood.
pub fn shown(number: f64, code: &str) -> Option<String> {
    let Choice { section, signed } = choose(number, code)?;
    if elapsed::is_elapsed(&section) {
        return elapsed::shown(number, &section);
    }
    Section::parse(&section)?.shown(number.abs(), signed)
}

/// Whether a format shows a percent sign behind the number, be it that it
/// multiplies by a hundred or only says so.
pub fn is_percent(number: f64, code: &str) -> bool {
    choose(number, code).is_some_and(|choice| choice.section.contains('%'))
}

/// One part of a format.
#[derive(Debug, Default)]
struct Section {
    before: String,
    behind: String,
    /// Whether there is a place for digits at all; a text alone shows itself.
    digits: bool,
    /// Whether the number is shown plainly, as it is.
    general: bool,
    /// Digits before the comma at least.
    whole: usize,
    /// Digits behind the comma, at least and at most.
    decimals: (usize, usize),
    grouped: bool,
    percent: bool,
    /// How often the number is divided by a thousand.
    thousands: i32,
}

impl Section {
    fn parse(code: &str) -> Option<Self> {
        let mut section = Self::default();
        let mut chars = code.chars().peekable();
        // Commas count once a digit follows; at the end they divide.
        let (mut commas, mut in_decimals, mut ended) = (0, false, false);
        while let Some(c) = chars.next() {
            let is_digit = matches!(c, '0' | '#' | '?');
            if section.digits && !is_digit && !matches!(c, '.' | ',') {
                ended = true;
            }
            match c {
                '0' | '#' | '?' => {
                    // Texts between digits, and digits beside a general number.
                    if ended || section.general {
                        return None;
                    }
                    section.digits = true;
                    section.grouped |= std::mem::take(&mut commas) > 0 && !in_decimals;
                    let least = usize::from(c == '0');
                    if in_decimals {
                        section.decimals.1 += 1;
                        section.decimals.0 += least;
                    } else {
                        section.whole += least;
                    }
                }
                '.' if !in_decimals && !ended => in_decimals = true,
                ',' if section.digits && !ended => commas += 1,
                '"' => {
                    let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    section.text(&text);
                }
                '\\' => section.text(&chars.next()?.to_string()),
                // A blank as wide as the next character, and a filling.
                '_' => drop(chars.next()?),
                '*' => {
                    if chars.next()? == ' ' {
                        section.text(" ");
                    }
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    match inside.strip_prefix('$') {
                        Some(currency) => section.text(currency.split('-').next().unwrap_or_default()),
                        // A colour, or the condition that chose this part.
                        None if inside.chars().all(char::is_alphabetic) && inside.len() > 2 => {}
                        None if inside.starts_with(['<', '>', '=']) => {}
                        None => return None,
                    }
                }
                '%' => {
                    section.percent = true;
                    section.text("%");
                }
                'G' | 'g' => {
                    let word: String = chars.clone().take("eneral".len()).collect();
                    if !word.eq_ignore_ascii_case("eneral") || section.digits {
                        return None;
                    }
                    chars.by_ref().take("eneral".len()).for_each(drop);
                    (section.general, section.digits) = (true, true);
                }
                // Dates, fractions, powers of ten, text.
                '/' | '@' => return None,
                c if c.is_ascii_alphabetic() => return None,
                c => section.text(c.encode_utf8(&mut [0; 4])),
            }
        }
        section.thousands = commas;
        Some(section)
    }

    fn text(&mut self, text: &str) {
        if self.digits { self.behind.push_str(text) } else { self.before.push_str(text) }
    }

    fn shown(&self, number: f64, signed: bool) -> Option<String> {
        // Nothing but the number itself: that is no format.
        if self.general && self.before.trim().is_empty() && self.behind.trim().is_empty() {
            return None;
        }
        let scale = if self.percent { 100.0 } else { 1.0 };
        let number = number * scale / 1000f64.powi(self.thousands);
        let figure = match (self.digits, self.general) {
            (false, _) => String::new(),
            (true, true) => plain(number)?,
            (true, false) => self.figure(number)?,
        };
        let sign = if signed && figure.contains(|c: char| c.is_ascii_digit() && c != '0') { "-" } else { "" };
        let text = format!("{sign}{}{figure}{}", self.before, self.behind);
        Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
    }

    fn figure(&self, number: f64) -> Option<String> {
        let digits = rounded(number, self.decimals.1)?;
        let (whole, decimals) = digits.split_at(digits.len() - self.decimals.1);
        let whole = whole.trim_start_matches('0');
        let whole = format!("{}{whole}", "0".repeat(self.whole.saturating_sub(whole.len())));
        let kept = decimals.trim_end_matches('0').len().max(self.decimals.0);
        let whole = if self.grouped { grouped(&whole) } else { whole };
        Some(if kept > 0 { format!("{whole},{}", &decimals[..kept]) } else { whole })
    }
}

/// The digits of a number with so many behind the comma, rounded half up as
/// spreadsheets do; at least one before the comma.
fn rounded(number: f64, decimals: usize) -> Option<String> {
    let scaled = number * 10f64.powi(i32::try_from(decimals).ok()?);
    if !(0.0..LARGEST).contains(&scaled) {
        return None;
    }
    // 0.285 × 100 is a hair less than 28.5: what the cell holds is 15 digits.
    let scaled: f64 = format!("{scaled:.DIGITS$e}").parse().ok()?;
    Some(format!("{:0width$.0}", scaled.round(), width = decimals + 1))
}

/// A general number, at most nine digits behind the comma.
fn plain(number: f64) -> Option<String> {
    let digits = rounded(number, 9)?;
    let (whole, decimals) = digits.split_at(digits.len() - 9);
    let decimals = decimals.trim_end_matches('0');
    Some(if decimals.is_empty() { whole.to_owned() } else { format!("{whole},{decimals}") })
}

/// Digits with dots between the thousands.
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_formats_show_what_the_office_sees() {
        for (number, code, text) in [
            (0.5, "0%", "50%"),
            (0.855, "0.0%", "85,5%"),
            (1.0, "0%", "100%"),
            (87.5, "0.0\"%\"", "87,5%"),
            (85.0, "0\\%", "85%"),
            (12_500.5, "#,##0.00", "12.500,50"),
            (1_234_567.0, "#,##0", "1.234.567"),
            (12_500.0, "0", "12500"),
            (80.0, "\"≥ \"0", "≥ 80"),
            (80.0, "≥ 0", "≥ 80"),
            (3.0, "0 \"dokumen\"", "3 dokumen"),
            (3.0, "General\" laporan\"", "3 laporan"),
            (3.2468, "0.0#", "3,25"),
            (3.0, "0.0#", "3,0"),
            (0.5, "#.##", ",5"),
            (7.0, "000", "007"),
            (-5.0, "#,##0", "-5"),
            (-5.0, "#,##0;(#,##0)", "(5)"),
            (0.0, "#,##0;-#,##0;\"-\"", "-"),
            (1_500.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "1.500"),
            (1_500.0, "_-[$Rp-421]* #,##0_-", "Rp 1.500"),
            (1_500.0, "[Red]#,##0", "1.500"),
            (2_500_000.0, "#,##0.0,,\" juta\"", "2,5 juta"),
            (0.285, "0.00", "0,29"),
            (2.5, "0", "3"),
            (-0.001, "0.0", "0,0"),
            (15.0, "[>10]\"lebih dari\" 0;0", "lebih dari 15"),
            (5.0, "[>10]\"lebih dari\" 0;0", "5"),
            (-5.0, "[>10]\"lebih dari\" 0;0", "-5"),
            (2_500_000.0, "[>=1000000]0.0,,\" juta\";[>=1000]0,\" ribu\";0", "2,5 juta"),
            (2_500.0, "[>=1000000]0.0,,\" juta\";[>=1000]0,\" ribu\";0", "3 ribu"),
            (1.5, "[h]:mm", "36:00"),
        ] {
            assert_eq!(shown(number, code).as_deref(), Some(text), "{number} {code}");
        }
    }

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        let codes = [
            "General",
            "",
            "@",
            "d mmm yyyy",
            "h:mm",
            "0.00E+00",
            "# ?/?",
            "[>100]0",
            "[h]:mm AM/PM",
            "000-000",
            "\\",
            "0\"a\"0",
        ];
        for code in codes {
            assert_eq!(shown(12.5, code), None, "{code}");
        }
        for number in [f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(shown(number, "0.00"), None);
        }
    }

    #[test]
    fn a_percent_sign_is_known_wherever_it_stands() {
        assert!(["0%", "0.0\"%\"", "0 %;-0 %", "[=0]\"-\";0%"].into_iter().all(|code| is_percent(0.5, code)));
        assert!(!["0", "General", "0;\"%\"", "[>1]0%;0"].into_iter().any(|code| is_percent(0.5, code)));
    }
}
