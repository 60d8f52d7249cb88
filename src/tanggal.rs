//! The calendar as official Indonesian writes it: one list of months and one
//! rule for their days, for every room that reads, checks or prints a date.

/// The month names of official Indonesian, January first.
pub const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The month of a name in any case, counted from 1.
pub fn bulan(name: &str) -> Option<u8> {
    (1..).zip(BULAN).find(|(_, bulan)| bulan.eq_ignore_ascii_case(name)).map(|(number, _)| number)
}

/// The month of a name or of its first letters, in any case: "jan", "Sept",
/// "Agt", "Nop", "Peb".
fn bulan_disingkat(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let long = |bulan: &str| name.len() >= 3 && bulan.to_lowercase().starts_with(&name);
    let other = [("peb", 2), ("pebruari", 2), ("agt", 8), ("ags", 8), ("nop", 11), ("nopember", 11)];
    let named = (1..).zip(BULAN).find(|(_, bulan)| long(bulan)).map(|(number, _)| number);
    named.or_else(|| other.iter().find(|(other, _)| *other == name).map(|(_, number)| *number))
}

/// The date of its three parts as offices type them, "5 Januari 2026": day,
/// month and year (`5/1/2026`, `5-Jan-26`), or the year first (`2026-01-05`);
/// `None` for no date of the calendar, or one outside of 1900–2199.
pub fn of_parts(parts: [&str; 3]) -> Option<String> {
    let [hari, bulan, tahun] = if parts[0].len() == 4 { [parts[2], parts[1], parts[0]] } else { parts };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
    let tahun = match (tahun.len(), digits(tahun)?) {
        (2, tahun) => 2000 + tahun,
        (4, tahun) => tahun,
        _ => return None,
    };
    let bulan = digits(bulan).or_else(|| bulan_disingkat(bulan).map(u32::from))?;
    let hari = digits(hari)?;
    let exists = (1900..2200).contains(&tahun) && hari > 0 && hari <= days_in(tahun, bulan).into();
    exists.then(|| format!("{hari} {} {tahun}", BULAN[bulan as usize - 1]))
}

/// How many days a month counted from 1 has (Gregorian); 0 for no month.
pub const fn days_in(tahun: u32, bulan: u32) -> u8 {
    let leap = tahun.is_multiple_of(4) && (!tahun.is_multiple_of(100) || tahun.is_multiple_of(400));
    match bulan {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The date of a workbook's serial day number, "5 Januari 2026"; `None` outside
/// of 1900–2199. Excel counts from 31 December 1899 and takes 1900 for a leap
/// year (ECMA-376, 18.17.4.1).
pub fn of_serial(serial: f64) -> Option<String> {
    if !(61.0..109_575.0).contains(&serial) {
        return None;
    }
    let (mut day, mut tahun, mut bulan) = (serial as u32 - 61, 1900, 3);
    while day >= days_in(tahun, bulan).into() {
        day -= u32::from(days_in(tahun, bulan));
        (tahun, bulan) = if bulan == 12 { (tahun + 1, 1) } else { (tahun, bulan + 1) };
    }
    Some(format!("{} {} {tahun}", day + 1, BULAN[bulan as usize - 1]))
}

/// The serial day number of a date written out, `2026-12-31` with or without a
/// time behind it; `None` outside of what [`of_serial`] writes.
pub fn serial(iso: &str) -> Option<f64> {
    let date = iso.split(['T', ' ']).next()?;
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (tahun, bulan, hari) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1900..2200).contains(&tahun) || hari == 0 || hari > days_in(tahun, bulan).into() {
        return None;
    }
    let year = |tahun: u32| 365 + u32::from(days_in(tahun, 2) == 29);
    let days = (1900..tahun).map(year).sum::<u32>() + (1..bulan).map(|b| u32::from(days_in(tahun, b))).sum::<u32>();
    // Day 1 is the first of January 1900, and Excel has a 29 February of that year.
    let serial = days + hari + 1;
    (serial >= 61).then_some(f64::from(serial))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_days_are_dates() {
        let dates = [61.0, 36_525.0, 36_585.0, 46_027.75].map(of_serial);
        let expected = ["1 Maret 1900", "31 Desember 1999", "29 Februari 2000", "5 Januari 2026"];
        assert_eq!(dates, expected.map(|date| Some(date.to_owned())));
        assert_eq!([0.0, 60.0, -1.0, f64::NAN, 1e9].map(of_serial), [const { None::<String> }; 5]);
    }

    #[test]
    fn a_date_written_out_is_the_same_day() {
        for (iso, day) in [
            ("1900-03-01", 61.0),
            ("1999-12-31", 36_525.0),
            ("2000-02-29T12:30:00", 36_585.0),
            ("2026-01-05", 46_027.0),
        ] {
            assert_eq!(serial(iso), Some(day), "{iso}");
        }
        for iso in ["1900-02-28", "2026-02-29", "2026-13-01", "2026-01-00", "2200-01-01", "5 Januari", ""] {
            assert_eq!(serial(iso), None, "{iso}");
        }
    }

    #[test]
    fn a_date_is_read_from_its_parts() {
        for parts in [["5", "1", "2026"], ["05", "01", "26"], ["2026", "1", "5"], ["5", "JAN", "2026"]] {
            assert_eq!(of_parts(parts).as_deref(), Some("5 Januari 2026"), "{parts:?}");
        }
        for (name, bulan) in [("peb", "Februari"), ("agt", "Agustus"), ("Sept", "September"), ("Nop", "November")] {
            assert_eq!(of_parts(["1", name, "2026"]), Some(format!("1 {bulan} 2026")));
        }
        for parts in [
            ["31", "2", "2026"],
            ["1", "13", "2026"],
            ["0", "1", "2026"],
            ["1", "0", "2026"],
            ["1", "ja", "2026"],
            ["5", "1", "206"],
            ["+5", "1", "2026"],
            ["5", "", "2026"],
        ] {
            assert_eq!(of_parts(parts), None, "{parts:?}");
        }
    }

    #[test]
    fn months_are_known_by_name_in_any_case() {
        assert_eq!((bulan("Januari"), bulan("DESEMBER"), bulan("mei")), (Some(1), Some(12), Some(5)));
        assert_eq!((bulan("Pebruari"), bulan("")), (None, None));
    }

    #[test]
    fn february_has_29_days_in_leap_years_only() {
        assert_eq!([1996, 1900, 2000, 2026].map(|tahun| days_in(tahun, 2)), [29, 28, 29, 28]);
        assert_eq!((days_in(2026, 4), days_in(2026, 12), days_in(2026, 0), days_in(2026, 13)), (30, 31, 0, 0));
    }
}
