//! NIP and NI PPPK, taken apart by their digits.
//!
//! Source: Peraturan Kepala BKN 22/2007 (NIP): birth date 8, TMT CPNS as year
//! and month 6, sex 1, serial 3. NI PPPK has the year and a code above 12 in
//! the place of the TMT. A NIP is judged here and never repaired: a lost digit
//! cannot be guessed.

use crate::tanggal::days_in;

/// What is wrong with a NIP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NipFault {
    /// Something else than digits and blanks.
    Characters,
    /// Not 18 digits, but this many.
    Length(usize),
    /// Digits 1–8 are no date of birth of a person at work.
    Birth,
    /// Digits 9–14 are no month of appointment in the working life.
    Start,
    /// Digit 15 is neither 1 nor 2.
    Sex,
    /// Digits 16–18 are 000: Excel keeps 15 digits and puts zeros behind.
    Serial,
}

/// Whether a number is a PNS's NIP or a PPPK's NI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NipKind {
    /// NIP of a PNS.
    Pns,
    /// NI PPPK.
    Pppk,
}

/// Youngest and oldest age in years of someone at work; the upper end allows
/// for Jabatan Fungsional Ahli Utama and late retirement.
const AGE: std::ops::RangeInclusive<u32> = 17..=70;

/// The digits of a NIP as written, blanks, dots and hyphens taken out.
pub fn digits(nip: &str) -> String {
    nip.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect()
}

/// The 18 digits of a text that has exactly those and blanks between them:
/// what may be printed as a NIP.
pub fn whole(nip: &str) -> Option<String> {
    let digits: String = nip.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == 18 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// A NIP or NI PPPK as it is printed, `19700126 199703 1 003`, if it is 18
/// digits and nothing else; otherwise exactly as written, for the program
/// never repairs one.
pub fn printed(nip: &str) -> String {
    match whole(nip) {
        Some(d) => format!("{} {} {} {}", &d[..8], &d[8..14], &d[14..15], &d[15..]),
        None => nip.to_owned(),
    }
}

/// Whether 18 digits are a NIP or a NI PPPK; `None` for anything else.
pub fn kind(nip: &str) -> Option<NipKind> {
    let digits = digits(nip);
    let sound = digits.len() == 18 && digits.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| if number(&digits[12..14]) > 12 { NipKind::Pppk } else { NipKind::Pns })
}

/// Everything wrong with a NIP, seen in a year of agreement; empty if sound.
pub fn faults(nip: &str, tahun: u16) -> Vec<NipFault> {
    let digits = digits(nip);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return vec![NipFault::Characters];
    }
    if digits.len() != 18 {
        return vec![NipFault::Length(digits.len())];
    }
    let tahun = u32::from(tahun);
    let birth = number(&digits[..4]);
    let start = number(&digits[8..12]);
    let mut faults = Vec::new();
    let age = tahun.saturating_sub(birth);
    let born = is_date(birth, number(&digits[4..6]), number(&digits[6..8])) && AGE.contains(&age);
    if !born {
        faults.push(NipFault::Birth);
    }
    // Without a birth date the working life is not known either.
    let early = born && start < birth + AGE.start();
    if number(&digits[12..14]) == 0 || start > tahun || start < 1950 || early {
        faults.push(NipFault::Start);
    }
    if !matches!(digits.as_bytes()[14], b'1' | b'2') {
        faults.push(NipFault::Sex);
    }
    if &digits[15..] == "000" {
        faults.push(NipFault::Serial);
    }
    faults
}

/// Digits as a number; callers pass ASCII digits only.
fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or_default()
}

/// Whether a date exists in the Gregorian calendar.
pub fn is_date(year: u32, month: u32, day: u32) -> bool {
    (1..=days_in(year, month).into()).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_is_grouped_only_when_it_has_18_digits() {
        assert_eq!(printed("199001012015011001"), "19900101 201501 1 001");
        assert_eq!(printed("19900101 201501 1 001"), "19900101 201501 1 001");
        for odd in ["19900101201501100", "1990010120150110011", "19900101-2015011001", "19900101202001100x", "-", ""] {
            assert_eq!(printed(odd), odd);
        }
    }

    #[test]
    fn sound_numbers_have_no_fault() {
        for (nip, expected) in [
            ("199001012015011001", NipKind::Pns),
            ("19900101 201501 1 001", NipKind::Pns),
            ("199001012022211001", NipKind::Pppk),
            ("200002292024212001", NipKind::Pppk),
        ] {
            assert_eq!(faults(nip, 2026), [], "{nip}");
            assert_eq!(kind(nip), Some(expected), "{nip}");
        }
    }

    #[test]
    fn each_part_has_its_fault() {
        for (nip, expected) in [
            ("19900101201501100", NipFault::Length(17)),
            ("", NipFault::Length(0)),
            ("19900101201501100I", NipFault::Characters),
            ("199002302015011001", NipFault::Birth),
            ("199013012015011001", NipFault::Birth),
            ("190002292015011001", NipFault::Birth),
            ("201501012015011001", NipFault::Birth),
            ("199001012015001001", NipFault::Start),
            ("199001012000011001", NipFault::Start),
            ("199001012031011001", NipFault::Start),
            ("199001012015013001", NipFault::Sex),
            ("199001012015011000", NipFault::Serial),
        ] {
            assert!(faults(nip, 2026).contains(&expected), "{nip}: {:?}", faults(nip, 2026));
        }
    }

    #[test]
    fn leap_days_follow_the_calendar() {
        assert!(is_date(2000, 2, 29) && is_date(1996, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(1997, 2, 29) && !is_date(1997, 4, 31) && !is_date(1997, 0, 1));
    }
}
