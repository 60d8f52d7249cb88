//! Columns of several years: a plan of five years sets its targets side by
//! side under 2025, 2026, 2027. Those of the year in question count.

use super::headers::Column;
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::place::Located;

/// A column that names a year in its header.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// 1-based.
    pub(super) col: u32,
    /// What it holds.
    pub(super) column: Column,
    /// The year in its header, and the header cell that says so; `None` where
    /// there is none, or more than one.
    pub(super) year: Option<(u16, Located<String>)>,
    /// The header cell that names several, as a plan of five years does.
    pub(super) span: Option<Located<String>>,
}

/// What the years of a table's columns led to.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// The columns of other years.
    pub(super) passed_over: Vec<(u32, Column)>,
    /// The header of the chosen column of targets, where others were passed over.
    pub(super) target: Option<Located<String>>,
    /// What is to be told.
    pub(super) findings: Vec<Finding>,
}

/// Chooses among the columns of one kind those of the year; all stay where the
/// year is not known.
pub(super) fn choose(columns: &[Dated], tahun: Option<u16>) -> Choice {
    let mut choice = Choice::default();
    let Some(tahun) = tahun else { return choice };
    let mut kinds: Vec<Column> = columns.iter().map(|dated| dated.column).filter(|kind| has_years(*kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind: Vec<&Dated> = columns.iter().filter(|dated| dated.column == kind).collect();
        let years: Vec<&(u16, Located<String>)> = of_kind.iter().filter_map(|dated| dated.year.as_ref()).collect();
        let Some((_, first)) = years.first() else {
            // The last year of a plan is not the year in question.
            let spans: Vec<&Dated> = of_kind.iter().filter(|dated| dated.span.is_some()).copied().collect();
            let lone = spans.len() == of_kind.len();
            match spans.first().and_then(|dated| dated.span.as_ref()) {
                Some(span) if lone => {
                    choice.findings.push(reading::other_year(span.clone(), &named(&span.value), tahun, false));
                }
                _ => choice.passed_over.extend(spans.iter().map(|dated| (dated.col, kind))),
            }
            continue;
        };
        let fits = |dated: &Dated| dated.year.as_ref().is_some_and(|(year, _)| *year == tahun);
        if let Some((_, header)) = of_kind.iter().find(|dated| fits(dated)).and_then(|dated| dated.year.as_ref()) {
            choice.passed_over.extend(of_kind.iter().filter(|dated| !fits(dated)).map(|dated| (dated.col, kind)));
            choice.target = choice.target.or((kind == Column::Target && of_kind.len() > 1).then(|| header.clone()));
        } else if years.len() < of_kind.len() {
            // "Target" beside "Target 2029": the one without a year is of this one.
            choice
                .passed_over
                .extend(of_kind.iter().filter(|dated| dated.year.is_some()).map(|dated| (dated.col, kind)));
        } else {
            let told: Vec<String> = years.iter().map(|(year, _)| year.to_string()).collect();
            choice.findings.push(reading::other_year(first.clone(), &told.join(", "), tahun, of_kind.len() > 1));
            // A lone column is taken for one whose header was not brought up to date.
            if of_kind.len() > 1 {
                choice.passed_over.extend(of_kind.iter().map(|dated| (dated.col, kind)));
            }
        }
    }
    choice
}

/// Whether a kind of column may be there once a year.
pub(super) const fn has_years(column: Column) -> bool {
    matches!(column, Column::Target | Column::Triwulan(_) | Column::Anggaran)
}

/// The year that a header names; `None` for none and for several.
pub(super) fn year(header: &str) -> Option<u16> {
    match years(header)[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// Whether a header names several years.
pub(super) fn is_span(header: &str) -> bool {
    years(header).len() > 1
}

/// The year of a sheet by the lines above its table, and the line that says
/// so; `None` where they say none but that of the agreement, or are about a
/// span that it lies in. A regulation is older than what is promised under it.
pub(super) fn of_title(lines: impl Iterator<Item = Located<String>>, tahun: u16) -> Option<(u16, Located<String>)> {
    let mut last = None;
    for line in lines {
        let upper = line.value.to_uppercase();
        if REGULATIONS.iter().any(|word| upper.contains(word)) {
            continue;
        }
        let named = years(&line.value);
        let around = named.iter().min().zip(named.iter().max());
        if around.is_some_and(|(first, end)| (*first..=*end).contains(&tahun)) {
            return None;
        }
        last = named.last().map(|year| (*year, line)).or(last);
    }
    last
}

/// What a line that names a regulation has, in capitals.
const REGULATIONS: &[&str] = &["NOMOR", "PERATURAN", "PERMEN", "PERDA", "PERWAL", "PERBUP", "UNDANG"];

/// The years of a header as they are told: "2025–2029".
fn named(header: &str) -> String {
    years(header).iter().map(u16::to_string).collect::<Vec<_>>().join("–")
}

fn years(text: &str) -> Vec<u16> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.parse().ok().filter(|year| (2000..2100).contains(year))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::targets::recognise;
    use crate::matrix::testing::grid;
    use crate::workbook::grid::{Cell, Grid, Value};
    use crate::workbook::place::Pos;

    fn table(years: &[&str]) -> Grid {
        let mut sheet =
            grid(&[("A1:A2", "Indikator"), ("B1:B2", "Satuan"), ("C1:E1", "Target"), ("A3", "Jumlah contoh")]);
        for (col, year) in (3..).zip(years) {
            for (row, text) in [(2, (*year).to_owned()), (3, format!("{}0", col - 2))] {
                sheet.insert(Pos::new(row, col), Cell { value: Value::Text(text), raw: None });
            }
        }
        sheet
    }

    fn target(sheet: &Grid, tahun: Option<u16>) -> (Option<String>, Vec<&'static str>) {
        let found = recognise(sheet, tahun).unwrap();
        let target = found.rows[0].target.as_ref().map(|cell| cell.value.clone());
        (target, found.findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn the_column_of_the_year_is_taken_and_told() {
        let sheet = table(&["2025", "2026", "2027"]);
        assert_eq!(target(&sheet, Some(2026)), (Some("20".into()), vec![]));
        assert_eq!(target(&sheet, Some(2027)), (Some("30".into()), vec![]));
        assert_eq!(target(&sheet, None), (Some("10".into()), vec![]));
        let found = recognise(&sheet, Some(2026)).unwrap();
        assert_eq!(found.chosen.unwrap(), "target dari kolom \"2026\" di D2");
    }

    #[test]
    fn without_the_year_none_is_taken_and_that_is_told() {
        assert_eq!(target(&table(&["2023", "2024", "2025"]), Some(2026)), (None, vec!["BACA-21"]));
    }

    #[test]
    fn a_lone_column_of_another_year_is_taken_and_told() {
        let sheet = |header| grid(&[("A1", "Indikator"), ("B1", header), ("A2", "Jumlah contoh"), ("B2", "10")]);
        assert_eq!(target(&sheet("Target 2025"), Some(2026)), (Some("10".into()), vec!["BACA-21"]));
        assert_eq!(target(&sheet("Target 2026"), Some(2026)), (Some("10".into()), vec![]));
        assert_eq!(target(&sheet("Target 2025-2029"), Some(2026)), (Some("10".into()), vec!["BACA-21"]));
    }

    #[test]
    fn a_sheet_whose_title_names_another_year_is_told_with_its_targets() {
        let found = |title| {
            let sheet = grid(&[("A1", title), ("A3", "Indikator"), ("B3", "Target"), ("A4", "Jumlah"), ("B4", "10")]);
            recognise(&sheet, Some(2026)).unwrap().findings
        };
        let finding = &found("TARGET KINERJA TAHUN 2025")[0];
        assert_eq!((finding.code, finding.others[0].pos.to_string()), ("BACA-30", "B4".to_owned()));
        for title in [
            "TARGET KINERJA TAHUN 2026",
            "TARGET 2025-2029",
            "TARGET MENURUT PERATURAN WALI KOTA NOMOR 5 TAHUN 2021",
            "TARGET",
        ] {
            assert!(found(title).is_empty(), "{title}");
        }
    }

    #[test]
    fn beside_a_column_of_another_year_the_one_without_a_year_is_of_this_one() {
        let cells =
            [("A1", "Indikator"), ("B1", "Target 2029"), ("C1", "Target"), ("A2", "Jumlah"), ("B2", "9"), ("C2", "2")];
        assert_eq!(target(&grid(&cells), Some(2026)), (Some("2".into()), vec![]));
    }

    #[test]
    fn a_span_of_years_is_no_year() {
        assert_eq!(year("Target 2025-2029"), None);
        assert_eq!(year("Target Tahun 2026"), Some(2026));
        assert_eq!(year("Target 2026 (%)"), Some(2026));
        assert_eq!(year("TW I"), None);
    }
}
