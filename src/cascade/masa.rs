//! The part of a year in which a person holds a post, month by month, as the
//! roster's remark gives it: "Januari s.d. Juni 2026".

use crate::tanggal::bulan;

/// A year and one of its months, counted from 1.
pub type TahunBulan = (u16, u8);

/// The first and the last month of a person's time on a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Masa {
    from: TahunBulan,
    to: TahunBulan,
}

impl Masa {
    /// The time that a remark gives, in `tahun` where it names no year; `None`
    /// where it does not name two months in their order.
    pub(super) fn read(text: &str, tahun: u16) -> Option<Self> {
        let mut months: Vec<(Option<u16>, u8)> = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let year = word.parse().ok().filter(|_| word.len() == 4);
            match (bulan(word), year, months.last_mut()) {
                (Some(month), ..) => months.push((None, month)),
                (None, Some(_), Some((known @ None, _))) => *known = year,
                _ => {}
            }
        }
        let [(first, from), (last, to)] = months[..] else { return None };
        let last = last.unwrap_or(tahun);
        let masa = Self { from: (first.unwrap_or(last), from), to: (last, to) };
        (masa.from <= masa.to).then_some(masa)
    }

    /// Its first month.
    pub(super) fn from(self) -> TahunBulan {
        self.from
    }

    /// Whether a month is in it.
    pub(super) fn covers(self, month: TahunBulan) -> bool {
        (self.from..=self.to).contains(&month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_and_without_its_years() {
        for (text, from, to) in [
            ("Januari s.d. Juni", (2026, 1), (2026, 6)),
            ("1 Juli - 31 Desember 2026", (2026, 7), (2026, 12)),
            ("November 2025 s.d. Maret 2026", (2025, 11), (2026, 3)),
            ("Januari–Maret 2025", (2025, 1), (2025, 3)),
        ] {
            assert_eq!(Masa::read(text, 2026), Some(Masa { from, to }), "{text}");
        }
        for text in ["Juli 2026", "Desember s.d. Januari", "Januari, Maret, Mei", ""] {
            assert_eq!(Masa::read(text, 2026), None, "{text}");
        }
    }
}
