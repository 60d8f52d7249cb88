//! What stands in a sheet beside the matrix and is used for nothing: columns
//! that were not recognised, columns that stand twice, whole sheets of people
//! or money. The office should hear of it before it misses a name or an amount.

use super::headers::{self, Column};
use super::table::Table;
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::{Cell, Grid, Value};
use crate::workbook::place::{Located, Place, Pos};
use crate::workbook::text;

/// Digits of a NIP or NI PPPK.
const NIP_DIGITS: usize = 18;

/// Findings about the columns of a table that `once` should have of each kind.
pub(super) fn columns(table: &Table, once: &[Column]) -> Vec<Finding> {
    let unknown: Vec<(Pos, (u32, u32))> =
        table.unknown_headers().into_iter().map(|pos| (pos, table.grid.columns_at(pos))).collect();
    let holds = |(first, last): (u32, u32), test: fn(&Cell) -> bool| {
        table.body().any(|row| table.grid.row_between(row, (first, last)).any(|(_, cell)| test(cell)))
    };
    let (nips, others): (Vec<_>, Vec<_>) = unknown
        .into_iter()
        .filter(|(_, cols)| {
            holds(*cols, |cell| super::printable(cell).is_some_and(|text| !super::is_placeholder(&text)))
        })
        .partition(|(_, cols)| holds(*cols, is_nip));
    let head = |pos: Pos| Some(Located::new(text::one_line(&table.grid.text(pos)?), table.grid.place(pos)));
    let mut findings: Vec<Finding> =
        nips.into_iter().filter_map(|(pos, _)| Some(reading::column_of_nips(head(pos)?))).collect();
    findings.extend(reading::unknown_columns(others.into_iter().filter_map(|(pos, _)| head(pos)).collect()));
    findings.extend(once.iter().filter_map(|kind| twice(table, *kind)));
    findings
}

/// Two columns of one kind that do not say the same.
fn twice(table: &Table, kind: Column) -> Option<Finding> {
    let (used, others) = rivals(table, kind)?;
    Some(reading::column_twice(used, others))
}

/// The headers of the column that is used of a kind and of those that are not
/// and say something else.
pub(super) fn rivals(table: &Table, kind: Column) -> Option<(Located<String>, Vec<Located<String>>)> {
    let mut columns = table.columns.iter().filter(|(_, column)| *column == kind).map(|(col, _)| *col);
    let used = columns.next()?;
    let says = |row, col| table.line(row, Some(col)).map(|cell| cell.value);
    let differs = |col: &u32| table.body().any(|row| says(row, *col).is_some_and(|own| says(row, used) != Some(own)));
    let head = |col| (table.header.0..=table.header.1).rev().find_map(|row| table.heading(row, col));
    let first = head(used)?;
    // A heading without a merge stands over the blank ones beside it, too.
    let others = columns.filter(differs).filter_map(head).filter(|other| other.place != first.place);
    let others: Vec<Located<String>> = others.collect();
    (!others.is_empty()).then_some((first, others))
}

/// The finding about a sheet that was not used, where it holds people or money.
pub(super) fn sheet(grid: &Grid) -> Option<Finding> {
    let (place, what) = nip_of(grid).map(|place| (place, "NIP")).or_else(|| Some((money_of(grid)?, "anggaran")))?;
    Some(reading::sheet_of_worth(place, grid.sheet(), what))
}

/// The first NIP; one that is alone may be that of whoever signs the sheet.
fn nip_of(grid: &Grid) -> Option<Place> {
    let mut nips = grid.cells().filter(|(_, cell)| is_nip(cell)).map(|(pos, _)| pos);
    let first = nips.next()?;
    let headed = || grid.cells().take_while(|(pos, _)| pos.row < first.row).any(|(_, cell)| names(cell, Column::Nip));
    (nips.next().is_some() || headed()).then(|| grid.place(first))
}

/// The header of a column that is called one of money and holds amounts.
fn money_of(grid: &Grid) -> Option<Place> {
    let amount = |cell: &Cell| matches!(cell.value, Value::Number(value) if value > 0.0) || is_rupiah(cell);
    let headers = grid.cells().filter(|(_, cell)| names(cell, Column::Anggaran)).map(|(pos, _)| pos);
    let holds = |header: &Pos| {
        grid.cells_from(header.row + 1).any(|(pos, cell)| {
            let (first, last) = grid.columns_at(*header);
            (first..=last).contains(&pos.col) && amount(cell)
        })
    };
    headers.into_iter().find(holds).map(|pos| grid.place(pos))
}

fn names(cell: &Cell, wanted: Column) -> bool {
    cell.text().is_some_and(|text| headers::column(&[text]) == Some(wanted))
}

/// "Rp 1.000.000", "1.000.000".
fn is_rupiah(cell: &Cell) -> bool {
    let Value::Text(text) = &cell.value else { return false };
    let figure = text.trim_start_matches("Rp").trim_start_matches(['.', ' ']);
    let plain = figure.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | ' '));
    plain && figure.chars().filter(char::is_ascii_digit).count() > 5
}

/// A NIP, with or without the word; one that is stored as a number, too.
fn is_nip(cell: &Cell) -> bool {
    let Some(text) = cell.text() else { return false };
    let own = super::foot::after_nip_word(&text).unwrap_or(&text);
    let digits: String = own.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
    digits.len() == NIP_DIGITS && digits.bytes().all(|b| b.is_ascii_digit()) && digits.starts_with(['1', '2'])
}
