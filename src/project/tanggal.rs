//! Whether a text is a date as agreements print it, and what is wrong where
//! it is none.

use super::keys::YEARS;
use super::near::near;
use crate::tanggal::{self, BULAN, days_in};

/// How a date is to be written.
const USUAL: &str = "Tulis \"2 Januari 2026\", atau \"Januari 2026\" bila harinya diisi dengan tulisan tangan.";

/// What is wrong with a date and what to write; `None` for a good one.
pub(super) fn fault(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (hari, bulan, tahun) = match words[..] {
        [bulan, tahun] => (None, bulan, tahun),
        [hari, bulan, tahun] => (Some(hari), bulan, tahun),
        _ => return Some(no_date(text)),
    };
    let Some(number) = tanggal::bulan(bulan) else {
        let hint = match near(bulan, BULAN) {
            Some(name) => format!("Mungkin maksudnya \"{name}\"?"),
            None => USUAL.to_owned(),
        };
        return Some((format!("\"{bulan}\" bukan nama bulan"), hint));
    };
    let Some(tahun) = tahun.parse::<i64>().ok().filter(|year| YEARS.contains(year)) else {
        return Some((
            format!("\"{tahun}\" bukan tahun"),
            format!("Tulis tahun {} sampai {}.", YEARS.start(), YEARS.end()),
        ));
    };
    let days = days_in(u32::try_from(tahun).unwrap_or_default(), number.into());
    let day = hari.map(|hari| (hari, hari.parse::<u8>().is_ok_and(|day| (1..=days).contains(&day))));
    match day {
        Some((hari, false)) => {
            let month = BULAN[usize::from(number) - 1];
            Some((format!("tanggal {hari} {month} {tahun} tidak ada"), format!("{month} {tahun} punya {days} hari.")))
        }
        _ => None,
    }
}

/// A date of numbers is offered in words: `2-1-2026` and `2026-01-02`.
fn no_date(text: &str) -> (String, String) {
    let numbers: Vec<i64> = text.split(['-', '/', '.']).filter_map(|part| part.trim().parse().ok()).collect();
    let meant = match numbers[..] {
        [year, month, day] if year > 31 => spelt(year, month, day),
        [day, month, year] => spelt(year, month, day),
        _ => None,
    };
    let hint = meant.map_or_else(|| USUAL.to_owned(), |date| format!("Mungkin maksudnya \"{date}\"?"));
    (format!("\"{text}\" bukan tanggal"), hint)
}

/// A date in words, if it exists.
pub(super) fn spelt(year: i64, month: i64, day: i64) -> Option<String> {
    let name = BULAN.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
    let date = format!("{day} {name} {year}");
    fault(&date).is_none().then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Tanggal;

    #[test]
    fn what_is_right_here_is_a_date_for_the_sheets_too() {
        for text in ["2 Januari 2026", "Januari 2026", "29 februari 2028", "31  DESEMBER 2026"] {
            assert_eq!(fault(text), None, "{text}");
            assert!(Tanggal::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_what_was_meant() {
        for (text, message, hint) in [
            ("29 Februari 2026", "tanggal 29 Februari 2026 tidak ada", "Februari 2026 punya 28 hari."),
            ("0 Mei 2026", "tanggal 0 Mei 2026 tidak ada", "Mei 2026 punya 31 hari."),
            ("2 Pebruari 2026", "\"Pebruari\" bukan nama bulan", "Mungkin maksudnya \"Februari\"?"),
            ("2 Januari 26", "\"26\" bukan tahun", "Tulis tahun 2015 sampai 2100."),
            ("02/01/2026", "\"02/01/2026\" bukan tanggal", "Mungkin maksudnya \"2 Januari 2026\"?"),
            ("2026-01-02", "\"2026-01-02\" bukan tanggal", "Mungkin maksudnya \"2 Januari 2026\"?"),
            ("2026-13-02", "\"2026-13-02\" bukan tanggal", USUAL),
            ("awal tahun", "\"awal\" bukan nama bulan", USUAL),
            ("", "\"\" bukan tanggal", USUAL),
        ] {
            assert_eq!(fault(text), Some((message.to_owned(), hint.to_owned())), "{text}");
        }
    }
}
