//! Numbers, dates and NIP as Indonesians write them.

use std::fmt;

use crate::cascade::TahunBulan;
pub use crate::cascade::nip::printed as nip;
use crate::cascade::nip::whole;
use crate::tanggal::{self, BULAN, days_in};

/// The blank that is left for a day written by hand: as wide as two digits
/// and some air, in spaces that no line break and no renderer swallows.
const RUANG_HARI: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// What is left for a day and a month written by hand.
const TITIK: &str = "............................";

/// A date of which the day, or day and month, may still be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tanggal {
    /// Day of the month, if it is known.
    pub hari: Option<u8>,
    /// Month, 1–12; 0 where it is open as well.
    pub bulan: u8,
    /// Year.
    pub tahun: u16,
}

impl Tanggal {
    /// Reads "2 Januari 2026" or "Januari 2026", in any case; `None` for
    /// anything else and for days that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (hari, bulan, tahun) = match words[..] {
            [bulan, tahun] => (None, bulan, tahun),
            [hari, bulan, tahun] => (Some(hari.parse().ok()?), bulan, tahun),
            _ => return None,
        };
        let bulan = tanggal::bulan(bulan)?;
        let tahun: u16 = tahun.parse().ok()?;
        let valid = hari.is_none_or(|hari| (1..=days_in(tahun.into(), bulan.into())).contains(&hari));
        valid.then_some(Self { hari, bulan, tahun })
    }

    /// The year and month, where the month is known.
    pub const fn month(self) -> Option<TahunBulan> {
        if self.bulan == 0 { None } else { Some((self.tahun, self.bulan)) }
    }

    /// Some day of a year, not known yet.
    pub const fn open(tahun: u16) -> Self {
        Self { hari: None, bulan: 0, tahun }
    }

    /// Year, month and day for a file's metadata; the first where month or
    /// day are open.
    pub fn ymd(self) -> (i32, u8, u8) {
        (self.tahun.into(), self.bulan.max(1), self.hari.unwrap_or(1))
    }
}

impl fmt::Display for Tanggal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.hari {
            _ if self.bulan == 0 => return write!(f, "{TITIK} {}", self.tahun),
            Some(hari) => write!(f, "{hari}")?,
            None => f.write_str(RUANG_HARI)?,
        }
        // The month is only ever set by `parse`, or by hand in tests.
        let bulan = BULAN.get(usize::from(self.bulan).wrapping_sub(1)).copied().unwrap_or_default();
        write!(f, " {bulan} {}", self.tahun)
    }
}

/// A NIP with its digits masked, for publication: birth date and sex are
/// personal data (UU 27/2022). Of a whole NIP the serial number stays.
pub fn masked_nip(text: &str) -> String {
    let printed = nip(text);
    let kept = if whole(text).is_some() { 3 } else { 0 };
    let masked = printed.chars().count() - kept;
    printed.chars().enumerate().map(|(i, c)| if i < masked && c.is_ascii_digit() { '•' } else { c }).collect()
}

/// Whether this is a NI PPPK: digits 13 and 14 are a code above any month
/// (Peraturan BKN on the NI PPPK).
pub fn is_pppk(text: &str) -> bool {
    whole(text).is_some_and(|d| d[12..14].parse::<u8>().is_ok_and(|code| code > 12))
}

/// A whole number with dots between the thousands, `1.250.000`.
pub fn ribuan(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// An amount of money, `Rp1.250.000`, without decimals (PUEBI: no blank).
pub fn rupiah(amount: u64) -> String {
    format!("Rp{}", ribuan(amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_nip_shows_neither_birth_date_nor_sex() {
        assert_eq!(masked_nip("199001012015011001"), "•••••••• •••••• • 001");
        assert_eq!(masked_nip("19900101201501100"), "•••••••••••••••••");
    }

    #[test]
    fn a_code_above_twelve_is_pppk() {
        assert!(is_pppk("199001012023211001"));
        assert!(!is_pppk("199001012023121001"));
        assert!(!is_pppk("19900101202321100"));
    }

    #[test]
    fn money_is_grouped_by_dots() {
        for (amount, text) in [(0, "Rp0"), (999, "Rp999"), (1_000, "Rp1.000"), (12_345_678, "Rp12.345.678")] {
            assert_eq!(rupiah(amount), text);
        }
    }

    #[test]
    fn dates_read_and_print() {
        let date = Tanggal::parse("2 januari 2026").unwrap();
        assert_eq!((date.ymd(), date.to_string().as_str()), ((2026, 1, 2), "2 Januari 2026"));
        let open = Tanggal::parse("Agustus 2026").unwrap();
        assert_eq!(open.ymd(), (2026, 8, 1));
        assert!(open.to_string().ends_with("\u{a0} Agustus 2026"));
        let unknown = Tanggal::open(2026);
        assert_eq!(unknown.ymd(), (2026, 1, 1));
        assert!(unknown.to_string().starts_with("....") && unknown.to_string().ends_with(". 2026"));
        for wrong in ["29 Februari 2026", "0 Mei 2026", "Mai 2026", "2026", "1 2 Mei 2026"] {
            assert_eq!(Tanggal::parse(wrong), None, "{wrong}");
        }
    }
}
