//! Year, date, place and agency: what stands in the title, at the foot and in
//! the configuration must agree.

use super::Input;
use crate::cascade::nip::is_date;
use crate::cascade::{TahunBulan, normal, words};
use crate::finding::{Finding, rules::dates};
use crate::tanggal::{self, BULAN};

/// What a date's text says; a part that is not written is `None`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Written {
    day: Option<u32>,
    month: Option<u32>,
    /// A word that stands where the month should.
    odd_month: Option<String>,
    year: Option<u32>,
}

/// Checks title, foot and configuration against each other.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let tahun = u32::from(input.cascade.tahun());
    let mut findings = Vec::new();
    findings.extend(title(input, tahun));
    findings.extend(agency(input));
    if let Some(foot) = &input.draft.foot.place_and_date {
        let (place, date) = foot.value.split_once(',').unwrap_or(("", &foot.value));
        let found = |rule, message: String| Finding::new(rule, foot.place.clone(), message).quote(&foot.value);
        let date = written(date);
        if let Some(wrong) = impossible(&date) {
            findings.push(found(&dates::NO_DATE, wrong));
        } else if let Some(year) = date.year.filter(|year| !fits(*year, date.month, tahun)) {
            findings.push(found(&dates::FOOT_YEAR, format!("kaki matriks bertahun {year}, konfigurasi {tahun}")));
        } else if date.day.is_none() && date.month.is_some() {
            findings.push(found(&dates::NO_DAY, "tanggal di kaki matriks belum menyebut hari".to_owned()));
        }
        if !place.is_empty() && !input.tempat.is_empty() && normal(place) != normal(input.tempat) {
            let message = format!("kaki matriks menyebut \"{}\", konfigurasi \"{}\"", place.trim(), input.tempat);
            findings.push(found(&dates::PLACE, message));
        }
    }
    let configured = written(input.tanggal);
    if let Some(wrong) = impossible(&configured).filter(|_| !input.tanggal.is_empty()) {
        findings.push(Finding::general(&dates::NO_DATE, format!("kunci tanggal di perjakin.toml: {wrong}")));
    } else if let Some(year) = configured.year.filter(|year| !fits(*year, configured.month, tahun)) {
        let message = format!("kunci tanggal bertahun {year}, kunci tahun {tahun}");
        findings.push(Finding::general(&dates::CONFIG_YEAR, message));
    }
    findings
}

/// Agreements are signed in their year, or in December before it.
fn fits(year: u32, month: Option<u32>, tahun: u32) -> bool {
    year == tahun || (year + 1 == tahun && month == Some(12))
}

fn title(input: &Input, tahun: u32) -> Option<Finding> {
    let title = input.draft.title.as_ref()?;
    let year = words(&title.value).filter_map(|word| year(&word)).last().filter(|year| *year != tahun)?;
    let message = format!("judul matriks bertahun {year}, konfigurasi {tahun}");
    Some(Finding::new(&dates::TITLE_YEAR, title.place.clone(), message).quote(&title.value))
}

fn agency(input: &Input) -> Option<Finding> {
    let title = input.draft.title.as_ref()?;
    let instansi = normal(input.cascade.instansi());
    // A title that names no agency at all is not in conflict.
    let head = instansi.split(' ').next().filter(|head| !head.is_empty())?;
    let written = normal(&title.value);
    let names_one = written.split(' ').any(|word| word == head);
    (names_one && !written.contains(&instansi)).then(|| {
        let message = format!("judul matriks tidak menyebut \"{}\"", input.cascade.instansi());
        Finding::new(&dates::AGENCY, title.place.clone(), message).quote(&title.value)
    })
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year))
}

/// Reads day, month and year in this order, as far as they are written.
fn written(text: &str) -> Written {
    let mut date = Written::default();
    for word in words(text) {
        match word.parse::<u32>() {
            Ok(_) if year(&word).is_some() => date.year = year(&word),
            Ok(number) if date.day.is_none() && date.month.is_none() => date.day = Some(number),
            Ok(_) => {}
            Err(_) => match tanggal::bulan(&word) {
                Some(month) => date.month = Some(month.into()),
                None if date.month.is_none() && word.chars().all(char::is_alphabetic) => date.odd_month = Some(word),
                None => {}
            },
        }
    }
    date
}

/// The year and month of a date; `None` where it does not name both.
pub(super) fn month(text: &str) -> Option<TahunBulan> {
    let date = written(text);
    Some((date.year?.try_into().ok()?, date.month?.try_into().ok()?))
}

/// Why the date cannot be.
fn impossible(date: &Written) -> Option<String> {
    if date.month.is_none() {
        let word = date.odd_month.as_ref().filter(|_| date.year.is_some())?;
        return Some(format!("\"{word}\" bukan nama bulan"));
    }
    // Without a year the 29th of February is given the benefit of the doubt.
    let (day, month) = (date.day?, date.month?);
    let exists = is_date(date.year.unwrap_or(2000), month, day);
    (!exists).then(|| format!("tanggal {day} {} tidak ada", BULAN[month as usize - 1].to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Settings, build};

    fn codes(title: &str, foot: &str, tanggal: &str) -> Vec<&'static str> {
        let draft = matrix().post(0, "KEPALA").sasaran("A b").indikator("a b").with(|draft| {
            draft.title = Some(text(title, "A1"));
            draft.foot.place_and_date = Some(text(foot, "A80"));
        });
        let settings = Settings { tahun: 2026, instansi: "Dinas Contoh Kota Contoh".into(), ..Settings::default() };
        let (draft, built) = (draft.draft(), build(&draft.draft(), &settings));
        let input = Input { tempat: "Bekasi", tanggal, ..Input::new(&draft, &built).unwrap() };
        check(&input).into_iter().map(|finding| finding.code).collect()
    }

    const TITLE: &str = "PENGUKURAN KINERJA DINAS CONTOH KOTA CONTOH TAHUN 2026";

    #[test]
    fn agreeing_dates_are_silent() {
        for foot in ["Bekasi, 5 Januari 2026", "BEKASI, 31 Desember 2025", "Bekasi"] {
            assert_eq!(codes(TITLE, foot, "Januari 2026"), [] as [&str; 0], "{foot}");
        }
        assert_eq!(codes("PENGUKURAN KINERJA", "Bekasi", ""), [] as [&str; 0]);
    }

    #[test]
    fn each_disagreement_has_its_rule() {
        for (title, foot, tanggal, code) in [
            ("PENGUKURAN KINERJA TAHUN 2025", "Bekasi", "", "JUDUL-01"),
            ("KINERJA DINAS LAIN TAHUN 2026", "Bekasi", "", "JUDUL-02"),
            (TITLE, "Bekasi, 5 Januari 2025", "", "TANGGAL-01"),
            (TITLE, "Bekasi, Januari 2026", "", "TANGGAL-02"),
            (TITLE, "Bekasi, 31 Februari 2026", "", "TANGGAL-03"),
            (TITLE, "Bekasi, 5 Januri 2026", "", "TANGGAL-03"),
            (TITLE, "Bekasi", "5 Januari 2027", "TANGGAL-04"),
            (TITLE, "Jakarta, 5 Januari 2026", "", "TANGGAL-05"),
        ] {
            assert_eq!(codes(title, foot, tanggal), [code], "{title} {foot} {tanggal}");
        }
    }
}
