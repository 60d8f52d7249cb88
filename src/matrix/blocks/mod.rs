//! The block layout: one block a jabatan, blocks of a level side by side, the
//! levels one below the other.
//!
//! It is recognised by structure alone. A label cell (SASARAN) with an
//! INDIKATOR label below it in the same columns, and the cell above them both:
//! that is a block and its header, wherever on the sheet it stands and however
//! wide it is. [`outline`] finds the blocks and their extents, [`items`]
//! collects what stands under each label, [`bands`] says which level a block is
//! on and what stands above it.

use super::draft::{Block, Draft, Layout, LayoutKind};
use super::{Beside, Sheet, foot};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Pos};

mod bands;
mod columns;
mod heading;
mod items;
mod outline;
#[cfg(test)]
mod tests;

use self::columns::Columns;
use self::outline::{Outline, Shape};

/// Name of a block whose header cell is empty; a finding goes with it.
pub(super) const NAMELESS: &str = "Jabatan tanpa nama";

/// Reads a sheet in the block layout; `None` where it has no block.
pub(super) fn recognise(grid: &Grid) -> Option<Sheet> {
    let outline = Outline::of(grid)?;
    let mut findings = outline.findings(grid);
    if !grid.knows_merges {
        let rows = outline.shifted_rows();
        findings.extend(rows.into_iter().map(|row| reading::shifted_columns(grid.place(Pos::new(row, 1)))));
    }
    let foot = foot::find(grid, outline.last_label_row);
    let last_row = foot.as_ref().map_or(grid.last_row(), |foot| foot.first_row - 1);
    let shapes = outline.close(grid, last_row);
    let collected = items::collect(grid, &shapes, &mut findings);
    // A heading over headings (a table with columns of these names) has the
    // labels but nothing between them.
    if !collected.iter().any(|lists| !lists.sasaran.is_empty() && !lists.indikator.is_empty()) {
        return None;
    }
    findings.extend(strays(grid, &shapes, &collected, last_row));

    let order = bands::order(&shapes);
    let superiors = bands::superiors(&shapes, &order, grid.knows_merges);
    let mut lists: Vec<_> = collected.into_iter().map(Some).collect();
    let blocks: Vec<Block> = order
        .iter()
        .zip(superiors)
        .filter_map(|(rank, superior)| {
            let (shape, lists) = (&shapes[rank.shape], lists[rank.shape].take()?);
            Some(Block {
                level: rank.level,
                columns: shape.columns,
                superior,
                tujuan: lists.tujuan,
                sasaran: lists.sasaran,
                indikator: lists.indikator,
                ..Block::new(name(grid, shape, &mut findings))
            })
        })
        .collect();
    findings.extend(foot.as_ref().and_then(|foot| foot.damaged_nip(grid)));
    let draft = Draft {
        title: title(grid, &shapes),
        layout: layout(grid, &blocks),
        blocks,
        foot: foot.map(|found| found.foot).unwrap_or_default(),
    };
    Some(Sheet { draft, beside: Beside::default(), findings })
}

fn layout(grid: &Grid, blocks: &[Block]) -> Layout {
    let levels = blocks.iter().map(|block| block.level).max().map_or(0, |level| level + 1);
    Layout {
        kind: LayoutKind::Blocks,
        source: super::source(grid),
        reason: format!(
            "susunan blok: {} jabatan pada {levels} tingkat, masing-masing dengan judul di atas SASARAN dan INDIKATOR \
             pada kolom yang sama",
            blocks.len()
        ),
    }
}

fn name(grid: &Grid, shape: &Shape, findings: &mut Vec<Finding>) -> Located<String> {
    let cells = shape.heading.jabatan();
    let place = grid.place(cells.first().copied().unwrap_or(shape.sections[0].label));
    let lines: Vec<String> = cells.iter().filter_map(|pos| super::printable(grid.get(*pos)?)).collect();
    match lines.is_empty() {
        false => Located::new(lines.join(" "), place),
        true => {
            findings.push(reading::block_without_name(place.clone()));
            Located::new(NAMELESS.to_owned(), place)
        }
    }
}

/// The text above the first block, its lines joined.
fn title(grid: &Grid, shapes: &[Shape]) -> Option<Located<String>> {
    let first_row = shapes.iter().map(|shape| shape.first_row()).min()?;
    let mut lines = grid.cells().take_while(|(pos, _)| pos.row < first_row).filter_map(|(pos, cell)| {
        let text = cell.text()?;
        Some((pos, crate::workbook::text::one_line(&text)))
    });
    let (pos, mut text) = lines.next()?;
    for (_, line) in lines {
        text.push(' ');
        text.push_str(&line);
    }
    Some(Located::new(text, grid.place(pos)))
}

/// Texts between the first header and the foot that no block has taken: they
/// would silently be missing on paper.
fn strays(grid: &Grid, shapes: &[Shape], collected: &[items::Lists], last_row: u32) -> Vec<Finding> {
    let mut taken: Vec<Pos> = collected.iter().flat_map(|lists| lists.cells.iter().copied()).collect();
    for shape in shapes {
        taken.extend(shape.heading.cells());
        taken.extend(shape.sections.iter().map(|section| section.label));
    }
    taken.sort_unstable();
    let Some(first_row) = shapes.iter().map(Shape::first_row).min() else { return Vec::new() };
    grid.cells_from(first_row)
        .take_while(|(pos, _)| pos.row <= last_row)
        .filter(|(pos, _)| taken.binary_search(pos).is_err())
        .filter_map(|(pos, cell)| {
            let text = cell.text()?;
            Some(reading::text_outside_of_blocks(grid.place(pos), text))
        })
        .collect()
}
