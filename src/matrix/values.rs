//! Targets as Indonesians write them: text as it stands, numbers with a decimal
//! comma and dots between thousands, a percentage as the hundred it means.

use super::table::Table;
use crate::workbook::grid::{Cell, Grid, Value};
use crate::workbook::place::{Located, Pos};

/// Decimals that a number is printed with at most.
const DECIMALS: usize = 4;

/// A number in Indonesian notation: `12500.5` is `12.500,5`.
pub fn number(number: f64) -> String {
    let text = format!("{:.DECIMALS$}", number.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
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

/// The unit that numbers of a row are read under: where any of them is above
/// one, none is a fraction that stands for a percentage, and 0.5 beside 2 is
/// half a per cent.
pub(super) fn unit_of<'a>(grid: &Grid, cells: impl IntoIterator<Item = Pos>, unit: Option<&'a str>) -> Option<&'a str> {
    let above_one = |pos| matches!(grid.get(pos), Some(Cell { value: Value::Number(value), .. }) if *value > 1.0);
    unit.filter(|_| !cells.into_iter().any(above_one))
}

/// A target as it is to be printed, and whether it was a fraction that stands
/// for a percentage (0.85 under "%", the way Excel stores 85%).
pub(super) fn target(grid: &Grid, pos: Pos, unit: Option<&str>) -> Option<(String, bool)> {
    match &grid.get(pos)?.value {
        Value::Number(value) => {
            // A target of one per cent is rare, 100% stored as 1 is not.
            let fraction = unit.is_some_and(is_percent) && *value > 0.0 && *value <= 1.0;
            let shown = if fraction { value * 100.0 } else { *value };
            Some((number(shown), fraction))
        }
        _ => super::printable(grid.get(pos)?).map(|text| (text, false)),
    }
}

/// A table's target cell; see [`target`].
pub(super) fn target_at(
    table: &Table,
    row: u32,
    col: Option<u32>,
    unit: Option<&str>,
) -> Option<(Located<String>, bool)> {
    let pos = Pos::new(row, col?);
    let (text, fraction) = target(table.grid, pos, unit)?;
    (!super::is_placeholder(&text)).then(|| (Located::new(text, table.grid.place(pos)), fraction))
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

    #[test]
    fn beside_a_number_above_one_a_fraction_is_what_it_says() {
        let mut grid = Grid::new("uji.xlsx", "Target");
        let cells = [Pos::new(1, 1), Pos::new(1, 2)];
        grid.insert(cells[0], Cell { value: Value::Number(0.5), raw: None });
        assert_eq!(unit_of(&grid, cells, Some("%")), Some("%"));
        grid.insert(cells[1], Cell { value: Value::Number(2.0), raw: None });
        let unit = unit_of(&grid, cells, Some("%"));
        assert_eq!(target(&grid, cells[0], unit), Some(("0,5".into(), false)));
    }

    #[test]
    fn a_fraction_under_per_cent_is_the_hundred_it_means() {
        let mut grid = Grid::new("uji.xlsx", "Target");
        let pos = Pos::new(1, 1);
        grid.insert(pos, Cell { value: Value::Number(0.855), raw: None });
        assert_eq!(target(&grid, pos, Some("Persen")), Some(("85,5".into(), true)));
        assert_eq!(target(&grid, pos, Some("Indeks")), Some(("0,855".into(), false)));
        grid.insert(pos, Cell { value: Value::Number(85.0), raw: None });
        assert_eq!(target(&grid, pos, Some("%")), Some(("85".into(), false)));
        grid.insert(pos, Cell { value: Value::Text("≥ 80".into()), raw: None });
        assert_eq!(target(&grid, pos, Some("%")), Some(("≥ 80".into(), false)));
    }
}
