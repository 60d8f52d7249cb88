//! Levels, and what stands above a block. A column is not a reporting line:
//! what is found here is a draft, except where the office merged a superior's
//! header across its subordinates.

use super::outline::{Shape, overlap};
use crate::matrix::draft::Superior;

/// A block's place in the reading order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rank {
    /// Index of the shape.
    pub(super) shape: usize,
    /// Level, 0 at the top.
    pub(super) level: u32,
}

/// The blocks level by level and left to right.
pub(super) fn order(shapes: &[Shape]) -> Vec<Rank> {
    let levels = if aligned(shapes) { by_row(shapes) } else { by_depth(shapes) };
    let mut order: Vec<Rank> = levels.into_iter().enumerate().map(|(shape, level)| Rank { shape, level }).collect();
    order.sort_by_key(|rank| (rank.level, shapes[rank.shape].columns.0, shapes[rank.shape].header_row()));
    order
}

/// Whether bands lie one below the other: every block ends its labels before
/// the headers of the next row of headers.
fn aligned(shapes: &[Shape]) -> bool {
    shapes
        .iter()
        .all(|a| shapes.iter().all(|b| b.header_row() <= a.header_row() || b.header_row() > a.last_label_row()))
}

/// One level for every row of headers.
fn by_row(shapes: &[Shape]) -> Vec<u32> {
    let mut rows: Vec<u32> = shapes.iter().map(Shape::header_row).collect();
    rows.sort_unstable();
    rows.dedup();
    shapes.iter().map(|shape| rows.partition_point(|row| *row < shape.header_row()) as u32).collect()
}

/// Ragged columns: one level more than the block above.
fn by_depth(shapes: &[Shape]) -> Vec<u32> {
    let mut top_down: Vec<usize> = (0..shapes.len()).collect();
    top_down.sort_by_key(|index| shapes[*index].header_row());
    let mut levels = vec![0; shapes.len()];
    for index in &top_down {
        let above = top_down.iter().filter(|other| {
            shapes[**other].header_row() < shapes[*index].header_row()
                && overlap(shapes[**other].columns, shapes[*index].columns) > 0
        });
        levels[*index] = above.map(|other| levels[*other] + 1).max().unwrap_or(0);
    }
    levels
}

/// What the sheet says of each block's superior, as indices into the order.
pub(super) fn superiors(shapes: &[Shape], order: &[Rank], knows_merges: bool) -> Vec<Option<Superior>> {
    let shape = |index: usize| &shapes[order[index].shape];
    let above: Vec<Option<usize>> = (0..order.len()).map(|index| above(shapes, order, index)).collect();
    above
        .iter()
        .enumerate()
        .map(|(index, superior)| {
            let superior = (*superior)?;
            let (own, over) = (shape(index).columns, shape(superior));
            let siblings = above.iter().filter(|other| **other == Some(superior)).count();
            let inside = over.columns.0 <= own.0 && own.1 <= over.columns.1;
            let stated = knows_merges && over.merged && inside && siblings > 1;
            Some(if stated { Superior::Merged(superior) } else { Superior::Column(superior) })
        })
        .collect()
}

/// The nearest block of a higher level in the same columns; of several the one
/// that shares most columns, then the leftmost.
fn above(shapes: &[Shape], order: &[Rank], index: usize) -> Option<usize> {
    let own = order[index];
    (0..index)
        .filter(|other| order[*other].level < own.level)
        .map(|other| (other, overlap(shapes[order[other].shape].columns, shapes[own.shape].columns)))
        .filter(|(_, shared)| *shared > 0)
        .max_by_key(|(other, shared)| (order[*other].level, *shared, std::cmp::Reverse(*other)))
        .map(|(other, _)| other)
}
