//! Recognising the office's table in a grid: from cells to a
//! [`draft::Draft`] of blocks, whatever layout the office keeps.
//!
//! Every sheet is shown to every recogniser; the visible sheet with the most
//! sasaran and indikator is the matrix, and the visible sheets beside it may
//! be its [`Companion`]s: people, targets, money. A recogniser looks at structure, never
//! at fixed rows or columns, and says why it took the sheet. Nothing is
//! repaired: what is odd becomes a finding, and every text that stands in the
//! table stands in the draft.

use std::borrow::Cow;

use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::tanggal;
use crate::workbook::grid::{Cell, Grid, Value};

pub mod anggaran;
mod blocks;
mod cells;
mod companions;
mod continuation;
pub mod draft;
pub mod foot;
mod gelar;
mod header_cells;
pub mod headers;
pub mod labels;
mod listing;
mod measure;
mod names;
pub mod normal;
mod not_recognised;
pub mod numbering;
mod rivals;
pub mod roster;
#[cfg(test)]
mod sample;
mod table;
pub mod targets;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod unused;
pub mod values;
mod wanted;
mod years;

pub use self::companions::{Beside, Companion};
use self::draft::{Block, Draft, Item, Superior};
pub use self::not_recognised::{NotRecognised, Seen};
pub use self::wanted::Wanted;

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
    recognise_for(grids, Wanted::default())
}

/// As [`recognise`], by what the office says of it. Where what it names is no
/// matrix, that is an error of the folder, and the fullest sheet is read.
///
/// # Errors
/// As [`recognise`].
pub fn recognise_for(grids: &[Grid], wanted: Wanted) -> Result<Recognised, NotRecognised> {
    if let Some(recognised) = pick(grids, wanted) {
        return Ok(recognised);
    }
    let mut recognised = pick(grids, wanted.of_any_sheet()).ok_or_else(|| NotRecognised::of(grids))?;
    if wanted.names_one() {
        let used = &recognised.draft.layout.source;
        recognised.findings.push(reading::named_is_no_matrix(&wanted.named(), used));
    }
    Ok(recognised)
}

fn pick(grids: &[Grid], wanted: Wanted) -> Option<Recognised> {
    if let Some(normal) = normal::recognise(grids, wanted) {
        return Some(normal);
    }
    let mut sheets: Vec<(&Grid, Sheet)> =
        grids.iter().filter_map(|grid| Some((grid, recognise_sheet(grid, wanted.tahun)?))).collect();
    // The first of the best: max_by_key would take the last.
    let best = (0..sheets.len())
        .rev()
        .filter(|index| wanted.allows(sheets[*index].0))
        .max_by_key(|index| rank(sheets[*index].0, &sheets[*index].1.draft))?;
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
    let others = grids.iter().filter(|other| !std::ptr::eq(*other, grid));
    let twin = |other: &Grid| {
        let found = sheets.iter().find(|(grid, _)| std::ptr::eq(*grid, other));
        found.map(|(_, sheet)| Cow::Borrowed(&sheet.draft))
    };
    let companions = beside(others, &chosen.draft, wanted, twin, &mut findings);
    Some(Recognised { draft: chosen.draft, beside: chosen.beside, companions, findings })
}

/// The companions among the sheets beside the matrix; copies, other matrices
/// and strangers are told. `twin` reads a sheet as a matrix.
fn beside<'a, 'b>(
    others: impl Iterator<Item = &'a Grid>,
    chosen: &Draft,
    wanted: Wanted,
    twin: impl Fn(&Grid) -> Option<Cow<'b, Draft>>,
    findings: &mut Vec<Finding>,
) -> Vec<Companion> {
    let has_targets = rivals::has_targets(chosen);
    let mut companions = Vec::new();
    for other in others.filter(|other| other.cells().next().is_some()) {
        match (twin(other), Companion::of(other, wanted.tahun)) {
            // A whole matrix beside one with targets is no list of targets.
            (Some(rival), companion) if has_targets || companion.is_none() => {
                let settled = wanted.names_one() && !wanted.allows(other);
                findings.push(rivals::finding(other, &rival, chosen, settled));
            }
            (_, Some(companion)) if other.visible => {
                findings.extend(cells::findings(other));
                findings.extend_from_slice(companion.findings());
                companions.push(companion);
            }
            (_, Some(companion)) => findings.push(reading::hidden_sheet_not_used(other.sheet(), companion.kind())),
            (_, None) => {
                let told = unused::sheet(other).filter(|_| other.visible);
                findings.push(told.unwrap_or_else(|| reading::sheet_not_used(other.sheet())));
            }
        }
    }
    companions
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
        Value::Date(day) => tanggal::of_serial(*day),
        _ => cell.text(),
    }
}

/// A mark that stands for "nothing".
fn is_placeholder(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "--" | "." | "…" | "...")
}
