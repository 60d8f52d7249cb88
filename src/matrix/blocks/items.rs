//! What stands under the labels: numbers taken off, numbers in cells of their
//! own put to the text they count, lines that go on joined.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{Section, Shape, overlap};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::matrix::draft::Item;
use crate::matrix::labels::Kind;
use crate::matrix::{continuation, is_placeholder, numbering, printable};
use crate::workbook::grid::{Cell, Grid, Value};
use crate::workbook::place::Pos;

/// How many columns lie at most between a number and its text.
const REACH: u32 = 3;

/// Most SASARAN of one block that are looked at for pairs.
const MOST_HEADS: usize = 30;

/// The lists of one block, and every cell that went into them.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) tujuan: Vec<Item>,
    pub(super) sasaran: Vec<Item>,
    pub(super) indikator: Vec<Item>,
    pub(super) cells: Vec<Pos>,
}

/// Collects the lists of all blocks.
pub(super) fn collect(grid: &Grid, shapes: &[Shape], findings: &mut Vec<Finding>) -> Vec<Lists> {
    let headers: BTreeSet<Pos> =
        shapes.iter().flat_map(|shape| shape.header.into_iter().chain(shape.heading.cells())).collect();
    let numbers = Numbers::of(grid, shapes);
    let mut reader = Reader { grid, headers: &headers, numbers: &numbers, findings };
    shapes
        .iter()
        .map(|shape| {
            let mut lists = Lists::default();
            for section in &shape.sections {
                let group = group(shape, section);
                let items = reader.read(section, group, &mut lists.cells);
                match section.kind {
                    Kind::Tujuan => lists.tujuan.extend(items),
                    Kind::Sasaran => lists.sasaran.extend(items),
                    Kind::Indikator => lists.indikator.extend(items),
                }
            }
            lists
        })
        .collect()
}

/// Where a block has several SASARAN and each has an INDIKATOR of its own
/// (below it, or below it in its columns), the sheet itself pairs them.
fn group(shape: &Shape, section: &Section) -> Option<usize> {
    let of = |kind: Kind| shape.sections.iter().filter(move |section| section.kind == kind);
    let heads = of(Kind::Sasaran).count();
    if section.kind == Kind::Tujuan || !(2..=MOST_HEADS).contains(&heads) || of(Kind::Indikator).count() != heads {
        return None;
    }
    let own = |sasaran: &Section, indikator: &Section| {
        indikator.label.row > sasaran.label.row
            && overlap(sasaran.columns, indikator.columns) > 0
            && !of(Kind::Sasaran).any(|other| {
                other.label.row > sasaran.label.row
                    && other.label.row < indikator.label.row
                    && overlap(other.columns, indikator.columns) > 0
            })
    };
    let pairs: Vec<Vec<usize>> = of(Kind::Indikator)
        .map(|indikator| of(Kind::Sasaran).enumerate().filter(|(_, s)| own(s, indikator)).map(|(at, _)| at).collect())
        .collect();
    let mut heads: Vec<usize> = pairs.iter().filter(|pair| pair.len() == 1).map(|pair| pair[0]).collect();
    heads.dedup();
    if heads.len() != pairs.len() {
        return None;
    }
    match section.kind {
        Kind::Indikator => of(Kind::Indikator).position(|s| s.label == section.label).map(|at| heads[at]),
        _ => of(Kind::Sasaran).position(|s| s.label == section.label),
    }
}

struct Reader<'a> {
    grid: &'a Grid,
    headers: &'a BTreeSet<Pos>,
    numbers: &'a Numbers,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn read(&mut self, section: &Section, group: Option<usize>, cells: &mut Vec<Pos>) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut last_column = 0;
        for row in section.rows.0..=section.rows.1 {
            for (pos, cell) in self.grid.row_between(row, section.columns) {
                if self.headers.contains(&pos) {
                    continue;
                }
                cells.push(pos);
                if self.numbers.is_number(pos) {
                    if !self.numbers.counts_something(pos) {
                        self.findings.push(reading::number_without_text(self.grid.place(pos)));
                    }
                    continue;
                }
                let Some(text) = printable(cell) else { continue };
                if is_placeholder(&text) {
                    self.findings.push(reading::placeholder(self.grid.place(pos)));
                    continue;
                }
                cells.extend(self.numbers.before(pos));
                let parts = self.parts(pos, cell, &text);
                if let ([(None, rest)], Some(item)) = (parts.as_slice(), items.last_mut())
                    && last_column == pos.col
                    && continuation::goes_on(&item.uraian, item.nomor.is_some(), rest)
                {
                    self.findings.push(reading::joined_lines(item.place.clone(), self.grid.place(pos), rest));
                    item.uraian = format!("{} {rest}", item.uraian);
                    continue;
                }
                if parts.len() > 1 {
                    self.findings.push(reading::several_in_one_cell(
                        self.grid.place(pos),
                        parts.len(),
                        parts.iter().any(|(nomor, _)| nomor.is_some()),
                    ));
                }
                last_column = pos.col;
                for (nomor, uraian) in parts {
                    items.push(Item { group, ..Item::new(nomor, uraian, self.grid.place(pos)) });
                }
            }
        }
        if let (Some(nomor), [item]) = (&section.nomor, items.as_mut_slice())
            && item.nomor.is_none()
        {
            item.nomor = Some(nomor.clone());
        }
        items
    }

    /// The texts of a cell with their numbers; a number in the cell before
    /// counts where the text has none.
    fn parts(&self, pos: Pos, cell: &Cell, text: &str) -> Vec<(Option<String>, String)> {
        if !matches!(cell.value, Value::Text(_)) {
            return vec![(self.numbers.text_before(pos), text.to_owned())];
        }
        let mut parts = numbering::split_list(text);
        if let [(nomor @ None, _)] = parts.as_mut_slice() {
            *nomor = self.numbers.text_before(pos);
        }
        parts
    }
}

/// The cells that hold nothing but a number, and the text each of them counts.
struct Numbers {
    /// Number cell → the text cell on its right, if there is one.
    numbers: BTreeMap<Pos, Option<Pos>>,
    /// Text cell → the number cell before it.
    texts: BTreeMap<Pos, (Pos, String)>,
}

impl Numbers {
    fn of(grid: &Grid, shapes: &[Shape]) -> Self {
        let mut found = Self { numbers: BTreeMap::new(), texts: BTreeMap::new() };
        let mut before: Option<(Pos, String)> = None;
        for (pos, cell) in grid.cells() {
            if let Some(number) = number_cell(cell) {
                found.numbers.insert(pos, None);
                before = Some((pos, number));
                continue;
            }
            let Some((number_pos, number)) = before.take() else { continue };
            let near = number_pos.row == pos.row && pos.col - grid.columns_at(number_pos).1 <= REACH;
            let counted = cell.text().is_some_and(|text| numbering::split_number(&text).0.is_some());
            if near && !counted && leads(grid, shapes, number_pos, pos) {
                found.numbers.insert(number_pos, Some(pos));
                found.texts.insert(pos, (number_pos, number));
            }
        }
        found
    }

    fn is_number(&self, pos: Pos) -> bool {
        self.numbers.contains_key(&pos)
    }

    fn counts_something(&self, pos: Pos) -> bool {
        self.numbers.get(&pos).is_some_and(Option::is_some)
    }

    fn before(&self, text: Pos) -> Option<Pos> {
        self.texts.get(&text).map(|(pos, _)| *pos)
    }

    fn text_before(&self, text: Pos) -> Option<String> {
        self.texts.get(&text).map(|(_, number)| number.clone())
    }
}

/// A number in the text's own block always leads it. One in the block before
/// does so only if that block has nothing else on the row: the number would be
/// that text's target otherwise.
fn leads(grid: &Grid, shapes: &[Shape], number: Pos, text: Pos) -> bool {
    let block = |pos: Pos| {
        shapes.iter().position(|shape| {
            (shape.first_row()..=shape.last_row).contains(&pos.row)
                && (shape.columns.0..=shape.columns.1).contains(&pos.col)
        })
    };
    match (block(number), block(text)) {
        (Some(own), other) if Some(own) != other => {
            grid.row_between(number.row, shapes[own].columns).all(|(pos, _)| pos >= number)
        }
        _ => true,
    }
}

/// The number in a cell that holds nothing else.
fn number_cell(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Text(text) => numbering::number_only(text),
        Value::Number(number) => (number.fract() == 0.0 && (1.0..100.0).contains(number)).then(|| number.to_string()),
        _ => None,
    }
}
