//! The layout: where every box stands and how the lines run, from nothing but
//! a tree and the sizes of its boxes. Pure and linear in the boxes.
//!
//! The first levels are aligned in bands, with parents over the middle of
//! their children ([`super::tidy`]); the levels below hang stacked under their
//! superior ([`super::stack`]). Between two bands there is a gap that no box
//! reaches into: there the lines turn.

use super::geometry::{Line, Rect, Rupa, point};
use super::shape::{Gaps, Shape, Size};
use super::stack::{Block, block};
use super::tidy::{Node, positions};
use super::tree::Tree;

/// A finished layout; its own upper left corner is 0, 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The box of every node.
    pub boxes: Vec<Rect>,
    /// The line of every node to its parent; empty for the root.
    pub lines: Vec<Line>,
    /// How the line of every node is drawn.
    pub looks: Vec<Rupa>,
    /// The gaps between the bands, from top to bottom, as upper and lower edge
    /// in pt: no box reaches into them.
    pub aisles: Vec<(f64, f64)>,
    /// For every box the right edge of its column: beyond it a line can pass.
    pub edges: Vec<f64>,
    /// Width in pt.
    pub width: f64,
    /// Height in pt.
    pub height: f64,
}

/// Lays out a tree whose boxes have the given sizes.
pub fn layout(tree: &Tree, sizes: &[Size], shape: Shape, gaps: &Gaps) -> Layout {
    let bands = shape.bands.max(1);
    let tops = band_tops(tree, sizes, bands, gaps);
    let upper: Vec<usize> = (0..tree.len()).filter(|&node| tree.depth(node) < bands).collect();
    let mut rank = vec![usize::MAX; tree.len()];
    for (index, &node) in upper.iter().enumerate() {
        rank[node] = index;
    }

    let blocks: Vec<Option<Block>> = upper
        .iter()
        .map(|&node| {
            let hangs = tree.depth(node) + 1 == bands && !tree.children(node).is_empty();
            hangs.then(|| block(tree, sizes, node, shape, gaps))
        })
        .collect();
    let nodes: Vec<Node> = upper
        .iter()
        .zip(&blocks)
        .map(|(&node, block)| {
            let size = sizes[node];
            let (width, height, anchor) = block
                .as_ref()
                .map_or((size.w, size.h, size.w / 2.0), |block| (block.width, block.height, block.anchor));
            let children = match block {
                Some(_) => Vec::new(),
                None => tree.children(node).iter().map(|&child| rank[child]).collect(),
            };
            Node { children, width: width + gaps.sibling, bottom: tops[tree.depth(node)] + height, anchor }
        })
        .collect();
    let lefts = positions(&nodes);

    let mut drawn = Layout {
        boxes: vec![Rect::default(); tree.len()],
        lines: vec![Vec::new(); tree.len()],
        looks: vec![Rupa::Turun; tree.len()],
        aisles: Vec::new(),
        edges: vec![0.0; tree.len()],
        width: 0.0,
        height: 0.0,
    };
    for ((&node, block), &x) in upper.iter().zip(&blocks).zip(&lefts) {
        let y = tops[tree.depth(node)];
        let Some(block) = block else {
            drawn.boxes[node] = Rect { x, y, w: sizes[node].w, h: sizes[node].h };
            drawn.edges[node] = drawn.boxes[node].right();
            continue;
        };
        for ((inner, rect), edge) in block.boxes.iter().zip(&block.edges) {
            drawn.boxes[*inner] = rect.moved(x, y);
            drawn.edges[*inner] = edge + x;
        }
        for (inner, line, look) in &block.lines {
            drawn.looks[*inner] = *look;
            drawn.lines[*inner] = line.iter().map(|p| point(p.x + x, p.y + y)).collect();
        }
    }
    for &node in &upper {
        if let Some(parent) = tree.parent(node) {
            let (above, below) = (drawn.boxes[parent], drawn.boxes[node]);
            let turn = below.y - gaps.level / 2.0;
            drawn.lines[node] = vec![
                point(above.middle(), above.bottom()),
                point(above.middle(), turn),
                point(below.middle(), turn),
                point(below.middle(), below.y),
            ];
        }
    }
    drawn.aisles = tops.iter().skip(1).map(|top| (top - gaps.level, *top)).collect();
    drawn.width = drawn.boxes.iter().map(Rect::right).fold(0.0, f64::max);
    drawn.height = drawn.boxes.iter().map(Rect::bottom).fold(0.0, f64::max);
    drawn
}

/// The upper edge of every band in pt.
fn band_tops(tree: &Tree, sizes: &[Size], bands: usize, gaps: &Gaps) -> Vec<f64> {
    let mut heights = vec![0.0_f64; bands.min(tree.deepest() + 1)];
    for (node, size) in sizes.iter().enumerate() {
        if let Some(height) = heights.get_mut(tree.depth(node)) {
            *height = height.max(size.h);
        }
    }
    let mut next = 0.0;
    let mut tops = Vec::with_capacity(heights.len());
    for height in heights {
        tops.push(next);
        next += height + gaps.level;
    }
    tops
}

#[cfg(test)]
mod tests;
