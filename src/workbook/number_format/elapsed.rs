//! A number of days as a length of time: `[h]:mm` shows 1.5 as 36:00.
//!
//! The colon stays, though Indonesian writes hours with a dot: under a target
//! 36.00 would be taken for decimals.

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// Days from here on are no length of time that an office means.
const LONGEST: f64 = 1e6;

/// Whether a part of a format shows a length of time.
pub(super) fn is_elapsed(section: &str) -> bool {
    let mut rest = section;
    while let Some((_, behind)) = rest.split_once('[') {
        let Some((inside, after)) = behind.split_once(']') else { return false };
        if unit(inside).is_some() {
            return true;
        }
        rest = after;
    }
    false
}

/// The days as such a part shows them; `None` below zero, where a cell shows
/// hashes, and where days, months or halves of a day stand beside the hours.
pub(super) fn shown(days: f64, section: &str) -> Option<String> {
    if !(0.0..LONGEST).contains(&days) {
        return None;
    }
    let seconds = (days * DAY).round() as u64;
    let mut text = String::new();
    let mut chars = section.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                match unit(&inside) {
                    Some(length) => text.push_str(&padded(seconds / length, inside.len())),
                    None if inside.len() > 2 && inside.chars().all(char::is_alphabetic) => {}
                    None if inside.starts_with(['<', '>', '=']) => {}
                    None => return None,
                }
            }
            'h' | 'm' | 's' | 'H' | 'M' | 'S' => {
                let mut width = 1;
                while chars.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {
                    width += 1;
                }
                let within = match c.to_ascii_lowercase() {
                    'h' => seconds / 3600 % 24,
                    'm' => seconds / 60 % 60,
                    _ => seconds % 60,
                };
                text.push_str(&padded(within, width));
            }
            '"' => text.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => text.push(chars.next()?),
            '_' | '*' => drop(chars.next()?),
            '@' | '#' | '?' => return None,
            c if c.is_alphanumeric() => return None,
            c => text.push(c),
        }
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A format for so many days, where the file does not tell its own.
pub fn of_elapsed(days: f64) -> &'static str {
    if (days * DAY).round() % 60.0 == 0.0 { "[h]:mm" } else { "[h]:mm:ss" }
}

/// A time of the day, a part of it from 0 to 1: 0.5 is 12:00.
pub fn clock(day: f64) -> Option<String> {
    shown(day, of_elapsed(day)).filter(|_| day < 1.0)
}

/// The days of a length of time that is written out, `PT36H30M00S` (ISO 8601);
/// `None` where it counts days or years.
pub fn days(iso: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut rest = iso.strip_prefix("PT").filter(|rest| !rest.is_empty())?;
    while !rest.is_empty() {
        let (number, behind) = rest.split_at(rest.find(char::is_alphabetic)?);
        let (letter, behind) = behind.split_at(behind.chars().next()?.len_utf8());
        seconds += number.replace(',', ".").parse::<f64>().ok()? * unit(letter)? as f64;
        rest = behind;
    }
    Some(seconds / DAY)
}

/// The seconds of the unit in square brackets: `h`, `mm`, `s`.
fn unit(inside: &str) -> Option<u64> {
    match inside.to_ascii_lowercase().as_str() {
        "h" | "hh" => Some(3600),
        "m" | "mm" => Some(60),
        "s" | "ss" => Some(1),
        _ => None,
    }
}

fn padded(number: u64, width: usize) -> String {
    format!("{number:0width$}", width = width.min(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_shown_as_the_office_sees_them() {
        for (days, section, text) in [
            (1.5, "[h]:mm", "36:00"),
            (1.0 / 48.0, "[h]:mm", "0:30"),
            (1.0 / 48.0, "[hh]:mm:ss", "00:30:00"),
            (0.1, "[mm]", "144"),
            (2.0, "[h]\" jam\"", "48 jam"),
            (2.0, "[Red][h]\\ \"jam\" m \"menit\"", "48 jam 0 menit"),
            // Seconds that are not shown do not round the minute up.
            (59.0 / 86_400.0, "[h]:mm", "0:00"),
        ] {
            assert!(is_elapsed(section));
            assert_eq!(shown(days, section).as_deref(), Some(text), "{days} {section}");
        }
    }

    #[test]
    fn a_length_of_time_that_is_written_out_is_a_number_of_days() {
        for (iso, seconds) in [("PT36H30M00S", 131_400.0), ("PT45S", 45.0), ("PT0H0M1,5S", 1.5)] {
            assert_eq!(days(iso), Some(seconds / DAY), "{iso}");
        }
        for iso in ["", "PT", "P1D", "PT5", "PTé", "PT1é", "36:00"] {
            assert_eq!(days(iso), None, "{iso}");
        }
        assert_eq!((clock(0.5).as_deref(), clock(1.0), clock(-0.5)), (Some("12:00"), None, None));
    }

    #[test]
    fn what_is_no_length_of_time_is_not_guessed() {
        assert!(!["h:mm", "0", "[Red]0", "[$-421]d mmmm", "[h"].into_iter().any(is_elapsed));
        for section in ["d [h]:mm", "[h]:mm AM/PM", "[s].00", "[h]:mm @"] {
            assert_eq!(shown(1.5, section), None, "{section}");
        }
        for days in [-1.0, f64::NAN, 1e9] {
            assert_eq!(shown(days, "[h]:mm"), None);
        }
    }
}
