//! Blocks and their extents: where a block begins, which labels belong to it,
//! which columns and rows it covers.

use std::collections::{BTreeMap, BTreeSet};

use super::Columns;
use super::heading::{self, Heading};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::matrix::labels::{self, Kind, Label};
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::Pos;

/// Most labels of a block layout; blocks are compared with one another, so the
/// cost grows with the square. A large office has some thousand.
const LABELS: usize = 10_000;

/// A label and the cells that it announces.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) kind: Kind,
    /// The heading's number, "2" in "SASARAN 2".
    pub(super) nomor: Option<String>,
    /// The label's own cell.
    pub(super) label: Pos,
    /// First and last column of its list.
    pub(super) columns: (u32, u32),
    /// First and last row of its list; empty where last < first.
    pub(super) rows: (u32, u32),
}

/// One block on the sheet.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// The cell right above the labels; `None` where nothing stands there.
    pub(super) header: Option<Pos>,
    /// What the cells above the labels say.
    pub(super) heading: Heading,
    /// First and last column.
    pub(super) columns: (u32, u32),
    /// Whether the header's own merged range fixes the columns.
    pub(super) merged: bool,
    /// Its labels, top down and left to right.
    pub(super) sections: Vec<Section>,
    /// Its last row.
    pub(super) last_row: u32,
}

impl Shape {
    /// The first row of the heading, or of the first label where there is none.
    pub(super) fn first_row(&self) -> u32 {
        self.heading.cells().map(|pos| pos.row).min().unwrap_or_else(|| self.header_row())
    }

    /// The row right above the labels, by which blocks side by side are known:
    /// their headings may differ in height.
    pub(super) fn header_row(&self) -> u32 {
        self.header.map_or(self.sections[0].label.row, |pos| pos.row)
    }

    /// The last row that its lists really use is not known here; this is the
    /// row of its last label.
    pub(super) fn last_label_row(&self) -> u32 {
        self.sections.iter().map(|section| section.label.row).max().unwrap_or(0)
    }
}

/// The blocks of a sheet before their lower ends are known.
pub(super) struct Outline {
    shapes: Vec<Shape>,
    misspelt: Vec<(Pos, &'static str)>,
    /// The lowest row with a label.
    pub(super) last_label_row: u32,
}

struct Found {
    pos: Pos,
    columns: (u32, u32),
    label: Label,
}

impl Outline {
    /// Finds the blocks; `None` where no label with an INDIKATOR below exists.
    pub(super) fn of(grid: &Grid) -> Option<Self> {
        let found: Vec<Found> = grid
            .cells()
            .filter_map(|(pos, cell)| {
                let Value::Text(text) = &cell.value else { return None };
                Some(Found { pos, columns: grid.columns_at(pos), label: labels::label(text)? })
            })
            .take(LABELS + 1)
            .collect();
        if found.len() > LABELS {
            return None;
        }
        let last_label_row = found.last()?.pos.row;
        let misspelt = found.iter().filter_map(|found| Some((found.pos, found.label.meant?))).collect();
        let columns = Columns::of(grid);
        let mut shapes: Vec<Shape> = Vec::new();
        for found in found {
            match owner(grid, &columns, &shapes, &found) {
                Some(index) => shapes[index].add(found),
                None => shapes.push(Shape::begin(grid, &columns, found)),
            }
        }
        name_where_neighbours_are(grid, &mut shapes);
        heading::read(grid, &columns, &mut shapes);
        let stacked = shapes.iter().any(|shape| {
            let row = |kind| shape.sections.iter().find(|section| section.kind == kind).map(|s| s.label.row);
            row(Kind::Sasaran).zip(row(Kind::Indikator)).is_some_and(|(sasaran, indikator)| indikator > sasaran + 1)
        });
        stacked.then_some(Self { shapes, misspelt, last_label_row })
    }

    /// What was noticed about labels.
    pub(super) fn findings(&self, grid: &Grid) -> Vec<Finding> {
        let misspelt = self.misspelt.iter();
        let mut findings: Vec<Finding> =
            misspelt.map(|(pos, meant)| reading::misspelt_label(grid.place(*pos), meant)).collect();
        findings.extend(heading::findings(grid, &self.shapes));
        findings
    }

    /// Bands whose headers mostly stand in columns that no band above has, as
    /// the second page of a text copied out of a PDF: their header rows.
    pub(super) fn shifted_rows(&self) -> Vec<u32> {
        let mut bands: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for shape in &self.shapes {
            bands.entry(shape.header_row()).or_default().push(shape.columns.0);
        }
        let mut known: BTreeSet<u32> = BTreeSet::new();
        let mut shifted = Vec::new();
        for (index, (row, columns)) in bands.into_iter().enumerate() {
            let strange = columns.iter().filter(|col| !known.contains(col)).count();
            if index >= 2 && strange * 2 >= columns.len() {
                shifted.push(row);
            }
            known.extend(columns);
        }
        shifted
    }

    /// Settles columns and rows, now that the table's last row is known.
    pub(super) fn close(self, grid: &Grid, last_row: u32) -> Vec<Shape> {
        let mut shapes = self.shapes;
        set_last_rows(&mut shapes, last_row);
        widen(grid, &mut shapes, last_row);
        set_last_rows(&mut shapes, last_row);
        for shape in &mut shapes {
            shape.close_sections();
        }
        shapes
    }
}

impl Shape {
    fn begin(grid: &Grid, columns: &Columns, found: Found) -> Self {
        let header = columns.above(found.pos.row, found.columns).filter(|pos| !is_label(grid, *pos));
        let merged = header.is_some_and(|pos| grid.merge_from(pos).is_some());
        let span = header.map_or(found.columns, |pos| join(grid.columns_at(pos), found.columns));
        let heading = Heading::default();
        let mut shape = Self { header, heading, columns: span, merged, sections: Vec::new(), last_row: 0 };
        shape.add(found);
        shape
    }

    fn add(&mut self, found: Found) {
        self.columns = join(self.columns, found.columns);
        self.sections.push(Section {
            kind: found.label.kind,
            nomor: found.label.nomor,
            label: found.pos,
            columns: found.columns,
            rows: (found.pos.row + 1, found.pos.row),
        });
    }

    /// Lists end above the next label; labels on one row share the block's
    /// columns among them.
    fn close_sections(&mut self) {
        let rows: Vec<u32> = self.sections.iter().map(|section| section.label.row).collect();
        let starts: Vec<Pos> = self.sections.iter().map(|section| section.label).collect();
        for section in &mut self.sections {
            let row = section.label.row;
            let below = rows.iter().copied().filter(|other| *other > row).min();
            section.rows = (row + 1, below.map_or(self.last_row, |next| next - 1));
            let beside = starts.iter().filter(|other| other.row == row);
            let left = !beside.clone().any(|other| other.col < section.label.col);
            let right = beside.filter(|other| other.col > section.label.col).map(|other| other.col).min();
            section.columns =
                (if left { self.columns.0 } else { section.label.col }, right.map_or(self.columns.1, |col| col - 1));
        }
    }
}

/// The block that a label goes on with; `None` where it begins a new one.
fn owner(grid: &Grid, columns: &Columns, shapes: &[Shape], found: &Found) -> Option<usize> {
    let row = found.pos.row;
    let over = (0..shapes.len()).rev().find(|index| overlap(shapes[*index].columns, found.columns) > 0);
    if let Some(index) = over {
        return continues(&shapes[index], found).then_some(index);
    }
    // Without merged cells "SASARAN 2" may stand beside its block's columns:
    // nothing but the title is above it, while its twin on the left has a header.
    let (index, twin) = shapes.iter().enumerate().rev().find_map(|(index, shape)| {
        let twin = shape.sections.iter().any(|s| s.label.row == row && s.kind == found.label.kind);
        (twin && shape.columns.1 < found.columns.0).then_some((index, shape))
    })?;
    let above = columns.above(row, found.columns).filter(|pos| !is_label(grid, *pos));
    (above.is_none_or(|pos| pos.row < twin.first_row()) && found.label.nomor.is_some()).then_some(index)
}

fn continues(shape: &Shape, found: &Found) -> bool {
    let Some(last) = shape.sections.last() else { return false };
    let beside = shape.sections.iter().any(|s| s.label.row == found.pos.row && s.kind == found.label.kind);
    beside || found.label.kind > last.kind || follows_by_number(shape, found)
}

/// "SASARAN 2" under the indikator of "SASARAN 1" is no new block.
fn follows_by_number(shape: &Shape, found: &Found) -> bool {
    let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<u32>().ok());
    let before = shape.sections.iter().filter(|section| section.kind == found.label.kind);
    match (number(&found.label.nomor), before.filter_map(|section| number(&section.nomor)).max()) {
        (Some(own), Some(last)) => own == last + 1,
        _ => false,
    }
}

/// A header further up than those of all neighbours whose labels are on the
/// same row is no header but the last text of the block above.
fn name_where_neighbours_are(grid: &Grid, shapes: &mut [Shape]) {
    let rows: Vec<(u32, Option<u32>)> =
        shapes.iter().map(|shape| (shape.sections[0].label.row, shape.header.map(|pos| pos.row))).collect();
    for shape in shapes.iter_mut() {
        let label = shape.sections[0].label;
        let Some(header) = shape.header else { continue };
        let lower =
            rows.iter().filter(|(row, above)| *row == label.row && above.is_some_and(|above| above > header.row));
        if lower.count() > 0 {
            shape.header = None;
            shape.merged = false;
            shape.columns = grid.columns_at(label);
        }
    }
}

/// A block ends above the next one in its columns, or with the table.
fn set_last_rows(shapes: &mut [Shape], last_row: u32) {
    let tops: Vec<(u32, (u32, u32))> = shapes.iter().map(|shape| (shape.first_row(), shape.columns)).collect();
    for shape in shapes {
        let below =
            tops.iter().filter(|(row, columns)| *row > shape.last_label_row() && overlap(*columns, shape.columns) > 0);
        shape.last_row = below.map(|(row, _)| row - 1).min().unwrap_or(last_row).min(last_row);
    }
}

/// Blocks without a merged header reach to the next block beside them, or to
/// the last column that is in use.
fn widen(grid: &Grid, shapes: &mut [Shape], last_row: u32) {
    let first_row = shapes.iter().map(Shape::first_row).min().unwrap_or(1);
    let used = grid.cells_from(first_row).take_while(|(pos, _)| pos.row <= last_row);
    let edge = used.map(|(pos, _)| grid.columns_at(pos).1).max().unwrap_or(1);
    let spans: Vec<(u32, u32, u32)> =
        shapes.iter().map(|shape| (shape.first_row(), shape.last_row, shape.columns.0)).collect();
    for shape in shapes.iter_mut().filter(|shape| !shape.merged) {
        let (top, end) = (shape.first_row(), shape.last_row);
        let beside = spans.iter().filter(|(first, last, col)| *col > shape.columns.1 && *first <= end && top <= *last);
        let next = beside.map(|(_, _, col)| *col).min();
        shape.columns.1 = next.map_or(edge, |col| col - 1).max(shape.columns.1);
    }
}

pub(super) fn is_label(grid: &Grid, pos: Pos) -> bool {
    grid.text(pos).is_some_and(|text| labels::label(&text).is_some())
}

pub(super) fn join(a: (u32, u32), b: (u32, u32)) -> (u32, u32) {
    (a.0.min(b.0), a.1.max(b.1))
}

/// How many columns two spans share.
pub(super) fn overlap(a: (u32, u32), b: (u32, u32)) -> u32 {
    (a.1.min(b.1) + 1).saturating_sub(a.0.max(b.0))
}
