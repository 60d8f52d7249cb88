//! Whether the date of an edition can be: in the year of its data, and not
//! before what was signed already.

use std::cmp::Ordering;

use crate::document::Tanggal;

/// An edition that was frozen before the one at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// "Murni, 2 Januari 2026".
    pub title: String,
    /// When it was signed, where that can be read.
    pub date: Option<Tanggal>,
}

/// Why a date cannot be that of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It lies in another year than the agreements.
    Year,
    /// It lies before the edition of this title.
    Earlier(String),
}

/// What is wrong with the date of an edition for a year. The first one may be
/// signed in December of the year before.
pub fn fault(date: Tanggal, tahun: u16, before: Option<&Before>) -> Option<Fault> {
    let early = before.is_none() && date.bulan == 12 && date.tahun.checked_add(1) == Some(tahun);
    if date.tahun != tahun && !early {
        return Some(Fault::Year);
    }
    let before = before?;
    let earlier = compare(date, before.date?) == Some(Ordering::Less);
    earlier.then(|| Fault::Earlier(before.title.clone()))
}

/// Whether a date that is printed was left from the edition before: it does
/// not come after that one's.
pub(super) fn is_left_over(date: Tanggal, before: &Before) -> bool {
    before.date.and_then(|then| compare(date, then)).is_some_and(Ordering::is_le)
}

/// Which of two dates comes first; `None` in one month of which only one names
/// the day.
fn compare(date: Tanggal, other: Tanggal) -> Option<Ordering> {
    match (date.tahun, date.bulan).cmp(&(other.tahun, other.bulan)) {
        Ordering::Equal if date.hari.is_some() != other.hari.is_some() => None,
        Ordering::Equal => Some(date.hari.cmp(&other.hari)),
        differ => Some(differ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Tanggal {
        Tanggal::parse(text).unwrap()
    }

    fn before(text: &str) -> Before {
        Before { title: format!("Murni, {text}"), date: Tanggal::parse(text) }
    }

    #[test]
    fn an_edition_is_signed_in_its_year_or_the_december_before() {
        for text in ["1 Januari 2026", "Desember 2025", "31 Desember 2026"] {
            assert_eq!(fault(date(text), 2026, None), None, "{text}");
        }
        for text in ["5 Januari 2062", "30 November 2025", "1 Januari 2027"] {
            assert_eq!(fault(date(text), 2026, None), Some(Fault::Year), "{text}");
        }
        assert_eq!(fault(date("31 Desember 2025"), 2026, Some(&before("5 Desember 2025"))), Some(Fault::Year));
    }

    #[test]
    fn no_edition_is_signed_before_the_one_before_it() {
        let check = |now: &str, then: &str| fault(date(now), 2026, Some(&before(then)));
        for (now, then) in [("5 Juli 2026", "5 Juli 2026"), ("Juli 2026", "5 Juli 2026"), ("1 Juli 2026", "Juli 2026")]
        {
            assert_eq!(check(now, then), None, "{now} {then}");
        }
        for (now, then) in [("4 Juli 2026", "5 Juli 2026"), ("Juni 2026", "1 Juli 2026"), ("30 Juni 2026", "Juli 2026")]
        {
            assert_eq!(check(now, then), Some(Fault::Earlier(format!("Murni, {then}"))), "{now} {then}");
        }
    }

    #[test]
    fn a_date_that_does_not_come_after_the_edition_before_was_left_over() {
        for (now, then, left) in [
            ("1 Juli 2026", "3 Juli 2026", true),
            ("3 Juli 2026", "3 Juli 2026", true),
            ("Juli 2026", "Juli 2026", true),
            ("Juli 2026", "3 Juli 2026", false),
            ("4 Juli 2026", "3 Juli 2026", false),
            ("Juni 2026", "3 Juli 2026", true),
        ] {
            assert_eq!(is_left_over(date(now), &before(then)), left, "{now} {then}");
        }
    }
}
