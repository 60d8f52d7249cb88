//! Targets as Indonesians write them: text as it stands, numbers with a decimal
//! comma and dots between thousands, a percentage as the hundred it means.

use super::table::Table;
use crate::finding::Finding;
use crate::finding::rules::{reading, targets};
use crate::tanggal;
use crate::workbook::grid::{Cell, Grid, Value};
use crate::workbook::number_format;
use crate::workbook::place::{Located, Place, Pos};

/// Decimals that a number is printed with at most.
const DECIMALS: usize = 4;

/// A number in Indonesian notation: `12500.5` is `12.500,5`.
pub fn number(number: f64) -> String {
    let text = format!("{:.DECIMALS$}", number.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let grouped = number_format::grouped(whole);
    let decimals = decimals.trim_end_matches('0');
    let zero = grouped == "0" && decimals.is_empty();
    let sign = if number < 0.0 && !zero { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped},{decimals}") }
}

/// Whether a unit is per cent.
pub fn is_percent(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    matches!(unit.as_str(), "%" | "persen" | "persentase" | "prosen")
}

/// What the numbers of a row are read under.
#[derive(Debug, Clone, Copy)]
pub(super) struct Under {
    /// Whether the unit is per cent.
    percent: bool,
    /// Whether a number up to one stands for a percentage, the way Excel
    /// stores 85%: where any of the row is above one, 0.5 is half a per cent.
    fractions: bool,
}

impl Under {
    /// Of the cells of one row under their unit.
    pub(super) fn unit(grid: &Grid, cells: impl IntoIterator<Item = Pos>, unit: Option<&str>) -> Self {
        let above_one = |pos| matches!(grid.get(pos), Some(Cell { value: Value::Number(value), .. }) if *value > 1.0);
        let percent = unit.is_some_and(is_percent);
        Self { percent, fractions: percent && !cells.into_iter().any(above_one) }
    }
}

/// A target cell as it is to be printed.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    /// What is printed.
    pub(super) text: String,
    doubt: Option<Doubt>,
}

/// Why the office should look at a target.
#[derive(Debug, PartialEq)]
enum Doubt {
    /// A fraction that was taken for a percentage.
    Fraction(f64),
    /// A date, which Excel makes of "1-2".
    Date,
    /// A time of the day, which Excel makes of "1:30".
    Clock,
    /// A number below zero that its cell shows like one above.
    HiddenMinus(f64),
}

impl Shown {
    /// What there is to tell of it.
    pub(super) fn finding(&self, place: &Place) -> Option<Finding> {
        Some(match self.doubt.as_ref()? {
            Doubt::Fraction(stored) => reading::fraction_for_percent(place.clone(), &number(*stored), &self.text),
            Doubt::Date => reading::date_as_target(place.clone(), &self.text),
            Doubt::Clock => reading::clock_as_target(place.clone(), &self.text),
            Doubt::HiddenMinus(stored) => targets::hidden_minus(place.clone(), &number(*stored), &self.text),
        })
    }
}

/// A target as it is to be printed: a number as its cell shows it, else in
/// plain notation; a date written out.
pub(super) fn target(grid: &Grid, pos: Pos, under: Under) -> Option<Shown> {
    let cell = grid.get(pos)?;
    let certain = |text| Some(Shown { text, doubt: None });
    match cell.value {
        Value::Number(value) => {
            let code = grid.format(pos);
            // A target of one per cent is rare, 100% stored as 1 is not.
            let fraction = under.fractions && value > 0.0 && value <= 1.0;
            if fraction && !code.is_some_and(|code| number_format::is_percent(value, code)) {
                return Some(Shown { text: number(value * 100.0), doubt: Some(Doubt::Fraction(value)) });
            }
            // A dash for zero would be read as nothing at all.
            let shown = code.and_then(|code| number_format::shown(value, code));
            let shown = shown.filter(|shown| !super::is_placeholder(shown)).unwrap_or_else(|| number(value));
            // The unit says it already.
            let bare = shown.strip_suffix('%').filter(|_| under.percent).map(|bare| bare.trim_end().to_owned());
            let text = bare.unwrap_or(shown);
            let doubt = (value < 0.0 && !shows_minus(&text)).then_some(Doubt::HiddenMinus(value));
            Some(Shown { text, doubt })
        }
        Value::Date(day) => Some(match number_format::clock(day) {
            Some(text) => Shown { text, doubt: Some(Doubt::Clock) },
            None => {
                let text = tanggal::of_serial(day).unwrap_or_else(|| number(day));
                Shown { text, doubt: Some(Doubt::Date) }
            }
        }),
        _ => certain(super::printable(cell)?),
    }
}

/// Whether a text is seen to be below zero, so that whoever checks the targets
/// sees it as well: "-5 surat", "- 5" and "(5)", but not "5 (turun)".
fn shows_minus(text: &str) -> bool {
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let amount = |text: &str| text.chars().all(|c| c.is_ascii_digit() || " .,%".contains(c));
    if let Some(rest) = text.strip_prefix(['-', '−']) {
        return digits(rest) || (digits(rest.trim_start()) && amount(rest));
    }
    let inside = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.is_some_and(|(inside, behind)| {
        digits(inside) && amount(inside) && !behind.contains(|c: char| c.is_ascii_digit())
    })
}

/// A table's target cell; see [`target`].
pub(super) fn target_at(table: &Table, row: u32, col: Option<u32>, under: Under) -> Option<Located<Shown>> {
    let pos = Pos::new(row, col?);
    let shown = target(table.grid, pos, under)?;
    (!super::is_placeholder(&shown.text)).then(|| Located::new(shown, table.grid.place(pos)))
}

/// A table's cell that holds a dash and nothing else.
pub(super) fn dash_at(table: &Table, row: u32, col: Option<u32>) -> Option<Located<String>> {
    let pos = Pos::new(row, col?);
    let text = table.grid.text(pos).filter(|text| matches!(text.as_str(), "-" | "–" | "—"))?;
    Some(Located::new(text, table.grid.place(pos)))
}

/// An amount of money as it is to be printed: text as it stands, a number
/// cell with dots between the thousands.
pub(super) fn amount_at(table: &Table, row: u32, col: Option<u32>) -> Option<Located<String>> {
    let pos = Pos::new(row, col?);
    match &table.grid.get(pos)?.value {
        Value::Number(value) if value.is_finite() => Some(Located::new(number(*value), table.grid.place(pos))),
        _ => table.line(row, col),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_indonesian_way() {
        for (value, text) in [
            (85.0, "85"),
            (0.85, "0,85"),
            (12_500.5, "12.500,5"),
            (1_000_000.0, "1.000.000"),
            (-3.25, "-3,25"),
            (-0.000_01, "0"),
            (0.1 + 0.2, "0,3"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    /// What is printed of a row's first cell, and the rule that tells of it.
    fn printed(values: &[Value], format: Option<&str>, unit: &str) -> (String, Option<&'static str>) {
        let mut grid = Grid::new("uji.xlsx", "Target");
        let cells: Vec<Pos> = (1..).zip(values).map(|(col, _)| Pos::new(1, col)).collect();
        for (pos, value) in cells.iter().zip(values) {
            grid.insert(*pos, Cell { value: value.clone(), raw: None });
            format.iter().for_each(|code| grid.set_format(*pos, (*code).into()));
        }
        let under = Under::unit(&grid, cells.iter().copied(), Some(unit));
        let shown = target(&grid, cells[0], under).unwrap();
        let code = shown.finding(&grid.place(cells[0])).map(|finding| finding.code);
        (shown.text, code)
    }

    #[test]
    fn a_fraction_under_per_cent_is_the_hundred_it_means() {
        let number = |value: f64| [Value::Number(value)];
        for (values, unit, text, code) in [
            (number(0.855), "Persen", "85,5", Some("BACA-17")),
            (number(0.855), "Indeks", "0,855", None),
            (number(85.0), "%", "85", None),
            ([Value::Text("≥ 80".into())], "%", "≥ 80", None),
        ] {
            assert_eq!(printed(&values, None, unit), (text.to_owned(), code), "{unit}");
        }
        // Beside a number above one it is what it says.
        assert_eq!(printed(&[Value::Number(0.5), Value::Number(2.0)], None, "%"), ("0,5".into(), None));
    }

    #[test]
    fn a_number_is_printed_as_its_cell_shows_it() {
        for (value, format, unit, text, code) in [
            (0.5, "0%", "%", "50", None),
            (0.5, "0%", "", "50%", None),
            (2.0, "0%", "Persen", "200", None),
            (87.5, "0.0\"%\"", "Persen", "87,5", None),
            (80.0, "\"≥ \"0", "Nilai", "≥ 80", None),
            (12_500.5, "#,##0.00", "Dokumen", "12.500,50", None),
            (0.85, "0.00", "Persen", "85", Some("BACA-17")),
            (85.25, "# ?/?", "Nilai", "85,25", None),
            (0.0, "#,##0;-#,##0;\"-\"", "Laporan", "0", None),
        ] {
            assert_eq!(
                printed(&[Value::Number(value)], Some(format), unit),
                (text.to_owned(), code),
                "{value} {format}"
            );
        }
    }

    #[test]
    fn a_number_below_zero_that_does_not_look_it_is_told() {
        for (value, format, text, code) in [
            // What is seen to be below zero is told where all targets are checked.
            (-5.0, "0", "-5", None),
            (-5.0, "0;(0)", "(5)", None),
            (-5.0, "0\" surat\";(0)\" surat\"", "(5) surat", None),
            (-5.0, "_-* #,##0_-;-* #,##0_-", "- 5", None),
            (-5.0, "0;[Red]0", "5", Some("TARGET-09")),
            (-5.0, "0;(0\" surat\")", "(5 surat)", Some("TARGET-09")),
            (-5.0, "0;\"kurang \"0", "kurang 5", Some("TARGET-09")),
            (-0.05, "0%;(0%)", "(5%)", None),
            (5.0, "0;[Red]0", "5", None),
        ] {
            assert_eq!(printed(&[Value::Number(value)], Some(format), "Surat"), (text.to_owned(), code), "{format}");
        }
    }

    #[test]
    fn an_elapsed_time_is_no_date() {
        assert_eq!(printed(&[Value::Number(1.5)], Some("[h]:mm"), "Jam"), ("36:00".into(), None));
    }

    #[test]
    fn a_date_is_written_out_and_told() {
        assert_eq!(printed(&[Value::Date(46_387.0)], None, "Dokumen"), ("31 Desember 2026".into(), Some("BACA-25")));
        assert_eq!(printed(&[Value::Date(0.5)], None, "Jam"), ("12:00".into(), Some("BACA-25")));
    }
}
