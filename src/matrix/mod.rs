//! Recognising the office's table in a grid: from cells to a
//! [`draft::Draft`] of blocks, whatever layout the office keeps.
//!
//! Every sheet is shown to every recogniser; the visible sheet with the most
//! sasaran and indikator is the matrix, and the visible sheets beside it may
//! be its [`Companion`]s: people, targets, money. A recogniser looks at structure, never
//! at fixed rows or columns, and says why it took the sheet. Nothing is
//! repaired: what is odd becomes a finding, and every text that stands in the
//! table stands in the draft.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::{Cell, Grid, Value};

pub mod anggaran;
mod blocks;
mod cells;
mod companions;
mod continuation;
pub mod draft;
pub mod foot;
mod header_cells;
pub mod headers;
pub mod labels;
mod listing;
mod names;
pub mod normal;
mod not_recognised;
pub mod numbering;
pub mod roster;
#[cfg(test)]
mod sample;
mod table;
pub mod targets;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod values;
mod years;

pub use self::companions::{Beside, Companion};
use self::draft::{Block, Draft, Item, Superior};
pub use self::not_recognised::{NotRecognised, Seen};

/// The matrix, what stands beside it, and what was noticed while reading.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// The matrix as found.
    pub draft: Draft,
    /// People and money in columns of the matrix's own sheet.
    pub beside: Beside,
    /// The other sheets that are of use, in the order of the workbooks.
    pub companions: Vec<Companion>,
    /// Findings about cells, sheets and layout, in reading order.
    pub findings: Vec<Finding>,
}

/// One sheet as a recogniser took it.
struct Sheet {
    draft: Draft,
    beside: Beside,
    findings: Vec<Finding>,
}

/// Finds the matrix among the sheets of an instansi's workbooks, and what
/// stands beside it.
///
/// # Errors
/// When no sheet has a table that one of the layouts explains.
pub fn recognise(grids: &[Grid]) -> Result<Recognised, NotRecognised> {
    recognise_for(grids, None)
}

/// As [`recognise`]; of targets and money of several years, side by side,
/// those of `tahun`.
///
/// # Errors
/// As [`recognise`].
pub fn recognise_for(grids: &[Grid], tahun: Option<u16>) -> Result<Recognised, NotRecognised> {
    if let Some(normal) = normal::recognise(grids, tahun) {
        return Ok(normal);
    }
    let mut sheets: Vec<(&Grid, Sheet)> =
        grids.iter().filter_map(|grid| Some((grid, recognise_sheet(grid, tahun)?))).collect();
    // The first of the best: max_by_key would take the last.
    let best = (0..sheets.len())
        .rev()
        .max_by_key(|index| rank(sheets[*index].0, &sheets[*index].1.draft))
        .ok_or_else(|| NotRecognised::of(grids))?;
    let (grid, chosen) = sheets.remove(best);
    let mut findings = cells::findings(grid);
    findings.extend(chosen.findings);
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    if !grid.visible {
        findings.push(reading::hidden_sheet_used(grid.sheet()));
    }
    let by_column = |block: &Block| matches!(block.superior, Some(Superior::Column(_)));
    if !grid.knows_merges && chosen.draft.blocks.iter().any(by_column) {
        findings.push(reading::merges_unknown(grid.workbook()));
    }
    let has_targets = items(&chosen.draft).any(|item| item.target.is_some());
    let mut companions = Vec::new();
    for other in grids.iter().filter(|other| !std::ptr::eq(*other, grid) && other.cells().next().is_some()) {
        let twin = sheets.iter().find(|(grid, _)| std::ptr::eq(*grid, other));
        match (twin, Companion::of(other, tahun)) {
            // A whole matrix beside one with targets is no list of targets.
            (Some((_, sheet)), companion) if has_targets || companion.is_none() => {
                let same = texts(&sheet.draft) == texts(&chosen.draft);
                let tell = if same { reading::second_copy } else { reading::other_table };
                findings.push(tell(other.sheet(), grid.sheet()));
            }
            (_, Some(companion)) if other.visible => {
                findings.extend(cells::findings(other));
                findings.extend_from_slice(companion.findings());
                companions.push(companion);
            }
            (_, Some(companion)) => findings.push(reading::hidden_sheet_not_used(other.sheet(), companion.kind())),
            (_, None) => findings.push(reading::sheet_not_used(other.sheet())),
        }
    }
    Ok(Recognised { draft: chosen.draft, beside: chosen.beside, companions, findings })
}

/// What makes a sheet the matrix, the weightiest first. Of sheets with equally
/// many texts the one that says who reports to whom is the matrix, and the
/// other one a list of targets.
fn rank(grid: &Grid, draft: &Draft) -> (bool, usize, bool) {
    (grid.visible, items(draft).count(), draft.blocks.iter().any(|block| block.superior.is_some()))
}

/// The layouts in the order in which they are tried; the first is the
/// strictest.
fn recognise_sheet(grid: &Grid, tahun: Option<u16>) -> Option<Sheet> {
    blocks::recognise(grid).or_else(|| listing::recognise(grid, tahun))
}

fn items(draft: &Draft) -> impl Iterator<Item = &Item> {
    draft.blocks.iter().flat_map(|block| block.tujuan.iter().chain(&block.sasaran).chain(&block.indikator))
}

fn texts(draft: &Draft) -> BTreeSet<&str> {
    items(draft).map(|item| item.uraian.as_str()).collect()
}

/// Workbook and sheet, as findings and `periksa` name them.
fn source(grid: &Grid) -> String {
    format!("{}, lembar {}", grid.workbook(), grid.sheet())
}

/// What a cell puts on paper: its text on one line; an error value by its
/// name, so that the damage is seen where it stands.
fn printable(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Error(name) => Some(name.clone()),
        Value::FormulaWithoutValue => Some("(rumus tanpa nilai)".to_owned()),
        Value::Text(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        _ => cell.text(),
    }
}

/// A mark that stands for "nothing".
fn is_placeholder(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "--" | "." | "…" | "...")
}
