//! Satuan, target and TW I–IV of a row, however its cells hold them: one to an
//! indikator, merged over the rows of several, or several lines in one cell.

use std::collections::BTreeMap;

use super::headers::Column;
use super::table::Table;
use super::values::{self, Under};
use super::{is_placeholder, numbering};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::place::{Located, Place, Pos};
use crate::workbook::text;

/// The columns of satuan and targets that belong together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Columns {
    satuan: Option<u32>,
    target: Option<u32>,
    triwulan: [Option<u32>; 4],
}

impl Columns {
    /// Takes a column, if it is the first of one of these kinds.
    pub(super) fn add(&mut self, column: Column, col: u32) {
        let place = match column {
            Column::Satuan => &mut self.satuan,
            Column::Target => &mut self.target,
            Column::Triwulan(index) => &mut self.triwulan[usize::from(index)],
            _ => return,
        };
        *place = place.or(Some(col));
    }

    fn all(&self) -> impl Iterator<Item = u32> {
        [self.satuan, self.target].into_iter().chain(self.triwulan).flatten()
    }
}

/// Satuan, target and TW of one indikator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) satuan: Option<Located<String>>,
    pub(super) target: Option<Located<String>>,
    pub(super) triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

impl Measure {
    /// Whether this row says something else than what an earlier one said.
    pub(super) fn contradicts(&self, earlier: &Self) -> bool {
        let differ = |own: &Option<Located<String>>, other: &Option<Located<String>>| {
            own.as_ref().is_some_and(|own| other.as_ref().is_none_or(|other| own.value.trim() != other.value.trim()))
        };
        let quarters = |measure: &Self| measure.triwulan.clone().map_or([const { None }; 4], |quarters| *quarters);
        let (own, other) = (quarters(self), quarters(earlier));
        differ(&self.satuan, &earlier.satuan)
            || differ(&self.target, &earlier.target)
            || own.iter().zip(&other).any(|(own, other)| differ(own, other))
    }

    /// The first of its cells with a target.
    pub(super) fn place(&self) -> Option<&Place> {
        let quarters = self.triwulan.as_deref().into_iter().flatten().flatten();
        self.target.iter().chain(quarters).map(|cell| &cell.place).next()
    }
}

/// What the cells of a row are the targets of: a cell with one indikator, or
/// with several and their numbers.
pub(super) struct Promised<'a> {
    pub(super) indikator: &'a Located<String>,
    pub(super) numbers: Vec<Option<&'a str>>,
}

/// Reads the measures of a table's rows, or of one group of its columns; rows
/// are to be asked for from the top down.
pub(super) struct Measures<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    /// The last row of every merged cell, by its column and first row.
    merged: BTreeMap<(u32, u32), u32>,
    /// The indikator under each merged target, by its first row.
    shared: BTreeMap<u32, (Place, Vec<Located<String>>)>,
}

impl<'a> Measures<'a> {
    /// Of a table that has the columns once.
    pub(super) fn of(table: &'a Table<'a>) -> Self {
        let mut columns = Columns::default();
        for (col, column) in &table.columns {
            columns.add(*column, *col);
        }
        Self::under(table, columns)
    }

    /// Of some of a table's columns.
    pub(super) fn under(table: &'a Table<'a>, columns: Columns) -> Self {
        let is_own = |col| columns.all().any(|own| own == col);
        let merges = table.grid.merges().iter().filter(|merge| merge.last.row > merge.first.row);
        let merged = merges.filter(|merge| is_own(merge.first.col));
        let merged = merged.map(|merge| ((merge.first.col, merge.first.row), merge.last.row)).collect();
        Self { table, columns, merged, shared: BTreeMap::new() }
    }

    /// The measure of each indikator of a row.
    pub(super) fn read(&mut self, row: u32, promised: &Promised, findings: &mut Vec<Finding>) -> Vec<Measure> {
        let table = self.table;
        let at = |col: Option<u32>| col.map(|col| self.shows(row, col));
        let written = at(self.columns.satuan).and_then(|pos| table.text(pos.row, Some(pos.col)));
        let unit = written.as_ref().map(|cell| text::one_line(&cell.value));
        let cells = [self.columns.target].into_iter().chain(self.columns.triwulan).filter_map(at);
        let under = Under::unit(table.grid, cells, unit.as_deref());
        let mut measures = vec![Measure::default(); promised.numbers.len()];
        if let Some(cell) = written {
            let pieces = pieces(&cell.value, &promised.numbers).unwrap_or_default();
            for (index, measure) in measures.iter_mut().enumerate() {
                let piece = pieces.get(index).map_or_else(|| text::one_line(&cell.value), |piece| (*piece).to_owned());
                measure.satuan =
                    Some(piece).filter(|text| !is_placeholder(text)).map(|text| Located::new(text, cell.place.clone()));
            }
        }
        let mut targets = |col: Option<u32>, dash: bool| {
            let pos = at(col)?;
            let found = values::target_at(table, pos.row, Some(pos.col), under);
            let Some(Located { value, place }) = found else {
                // A dash is how offices write a quarter without a target.
                let none = dash.then(|| values::dash_at(table, pos.row, Some(pos.col))).flatten();
                return Some(vec![none; promised.numbers.len()]);
            };
            findings.extend(value.finding(&place));
            let of_each = of_each(&value.text, promised, &place, findings);
            let keeps = |text: &String| dash || !is_placeholder(text);
            let cells =
                of_each.into_iter().map(|text| Some(text).filter(keeps).map(|text| Located::new(text, place.clone())));
            Some(cells.collect::<Vec<_>>())
        };
        for (measure, cell) in measures.iter_mut().zip(targets(self.columns.target, false).unwrap_or_default()) {
            measure.target = cell;
        }
        let quarters = self.columns.triwulan.map(|col| targets(col, true).unwrap_or_default());
        for (index, measure) in measures.iter_mut().enumerate() {
            let own = quarters.each_ref().map(|cells| cells.get(index).cloned().flatten());
            measure.triwulan = own.iter().any(Option::is_some).then(|| own.into());
        }
        self.remember(row, promised.indikator);
        measures
    }

    /// The measure of a row that has no indikator.
    pub(super) fn bare(&self, row: u32) -> Measure {
        let line = |col| self.table.line(row, col);
        let own = self.columns.triwulan.map(line);
        Measure {
            satuan: None,
            target: line(self.columns.target),
            triwulan: own.iter().any(Option::is_some).then(|| own.into()),
        }
    }

    /// What is left to say after the last row.
    pub(super) fn finish(self) -> impl Iterator<Item = Finding> {
        self.shared.into_values().filter_map(|(place, indikator)| {
            let several = indikator.iter().any(|other| other.value != indikator[0].value);
            several.then(|| reading::shared_target(place, indikator.into_iter().map(|cell| cell.place)))
        })
    }

    /// The cell that shows in a row of a column: its own, or a merged one.
    fn shows(&self, row: u32, col: u32) -> Pos {
        let merged = self.merged.range((col, 0)..=(col, row)).next_back();
        let first = merged.filter(|(_, last)| row <= **last).map_or(row, |((_, first), _)| *first);
        let first = if self.table.grid.text(Pos::new(row, col)).is_some() { row } else { first };
        Pos::new(first, col)
    }

    /// Keeps the indikator, where a merged cell is a target of it.
    fn remember(&mut self, row: u32, indikator: &Located<String>) {
        let targets = [self.columns.target].into_iter().chain(self.columns.triwulan).flatten();
        let shown = targets.map(|col| self.shows(row, col));
        let mut merged = shown.filter(|pos| self.merged.contains_key(&(pos.col, pos.row)));
        let Some(pos) = merged.find(|pos| self.table.text(pos.row, Some(pos.col)).is_some()) else { return };
        let place = self.table.grid.place(pos);
        self.shared.entry(pos.row).or_insert_with(|| (place, Vec::new())).1.push(indikator.clone());
    }
}

/// A target cell's text for each indikator of the row. Where there are not as
/// many targets as indikator it stands for all of them, and that is told.
fn of_each(text: &str, promised: &Promised, place: &Place, findings: &mut Vec<Finding>) -> Vec<String> {
    let count = promised.numbers.len();
    if count == 1 {
        let several = values_on_lines(text);
        if several > 1 {
            let indikator = promised.indikator.place.clone();
            findings.push(reading::targets_not_told_apart(place.clone(), several, 1, indikator));
        }
        return vec![text.to_owned()];
    }
    if let Some(pieces) = pieces(text, &promised.numbers) {
        return pieces.into_iter().map(str::to_owned).collect();
    }
    let several = text.lines().filter(|line| !line.trim().is_empty()).count();
    findings.push(reading::targets_not_told_apart(place.clone(), several, count, promised.indikator.place.clone()));
    vec![text.to_owned(); count]
}

/// The lines of a cell, where there is one to each indikator, numbered as
/// these are or not at all.
fn pieces<'t>(text: &'t str, numbers: &[Option<&str>]) -> Option<Vec<&'t str>> {
    let lines: Vec<&str> = lines(text);
    if lines.len() != numbers.len() || lines.len() < 2 {
        return None;
    }
    let split: Vec<(Option<String>, &str)> = lines.iter().map(|line| split_mark(line)).collect();
    if split.iter().all(|(own, _)| own.is_none()) {
        return Some(lines);
    }
    let same = split.iter().zip(numbers).all(|((own, _), number)| own.is_some() && own.as_deref() == *number);
    same.then(|| split.into_iter().map(|(_, rest)| rest).collect())
}

/// How many targets stand in a cell one below the other: figures, or numbered
/// lines. Any other text goes on from line to line.
fn values_on_lines(text: &str) -> usize {
    let lines = lines(text);
    let figure = |line: &&str| line.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ' '));
    let listed = lines.iter().all(figure) || lines.iter().all(|line| split_mark(line).0.is_some());
    if listed { lines.len() } else { 1 }
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Takes off a number with a dot or bracket. A bare one is the target itself:
/// "2 Dokumen".
fn split_mark(line: &str) -> (Option<String>, &str) {
    match numbering::split_number(line) {
        (Some(number), rest) => {
            let behind = line.trim_start_matches('(').strip_prefix(number.as_str()).unwrap_or_default();
            if behind.starts_with(['.', ')']) { (Some(number), rest) } else { (None, line) }
        }
        whole => whole,
    }
}
