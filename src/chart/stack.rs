//! The last levels of a chart: all that hangs under one box is stacked below
//! it, one box a row, each level a step further in, joined by elbow lines on
//! the left. A long stack breaks into columns, never within a child's branch.

use super::geometry::{Line, Point, Rect, point};
use super::layout::{Gaps, Size};
use super::tree::Tree;

/// A box with its stack. Coordinates are the block's own: its left edge is 0,
/// the upper edge of the box is 0.
pub(super) struct Block {
    /// The head box and all boxes below it.
    pub boxes: Vec<(usize, Rect)>,
    /// The lines from every box of the stack to its superior, with that box.
    pub lines: Vec<(usize, Line)>,
    /// Width in pt.
    pub width: f64,
    /// Height in pt.
    pub height: f64,
    /// Where the middle of the head box is, in pt from the left.
    pub anchor: f64,
}

/// Stacks everything below `head`; a column is closed before it grows beyond
/// `limit` pt.
pub(super) fn block(tree: &Tree, sizes: &[Size], head: usize, limit: f64, gaps: &Gaps) -> Block {
    let columns = columns(tree, sizes, head, limit, gaps);
    let size = sizes[head];
    let below = size.h + if columns.len() > 1 { gaps.level } else { gaps.stack };
    let mut place = vec![];
    let mut left = 0.0;
    let mut height = size.h;
    for (index, column) in columns.iter().enumerate() {
        let (mut y, mut right) = (below, left);
        for &node in column {
            let step = (tree.depth(node) - tree.depth(head)) as f64;
            let rect = Rect { x: left + step * gaps.indent, y, w: sizes[node].w, h: sizes[node].h };
            y = rect.bottom() + gaps.stack;
            right = rect.right().max(right);
            place.push((index, left, node, rect));
        }
        height = height.max(y - gaps.stack);
        left = right + gaps.sibling;
    }
    let width = (left - gaps.sibling).max(size.w);
    let head_left = if columns.len() > 1 { (width - size.w) / 2.0 } else { 0.0 };
    let head_box = Rect { x: head_left, y: 0.0, w: size.w, h: size.h };

    let mut boxes = vec![(head, head_box)];
    let mut lines = Vec::new();
    // The last box placed on each level: a branch is read from the top, so
    // that the superior of the next box is always among them.
    let mut open: Vec<Rect> = vec![head_box];
    for (_, left, node, rect) in place {
        let step = tree.depth(node) - tree.depth(head);
        open.truncate(step);
        let trunk = (if step == 1 { left } else { open[step - 1].x }) + gaps.indent / 2.0;
        let end = [point(trunk, rect.y + entry(&rect, gaps)), point(rect.x, rect.y + entry(&rect, gaps))];
        let start: Vec<Point> = if step == 1 && columns.len() > 1 {
            let bus = size.h + gaps.level / 2.0;
            vec![point(head_box.middle(), size.h), point(head_box.middle(), bus), point(trunk, bus)]
        } else {
            vec![point(trunk, open[step - 1].bottom())]
        };
        lines.push((node, start.into_iter().chain(end).collect()));
        open.push(rect);
        boxes.push((node, rect));
    }
    Block { boxes, lines, width, height, anchor: head_box.middle() }
}

/// How far below the upper edge of a box an elbow line comes in: at the head's
/// first line, or halfway down a very low box.
fn entry(rect: &Rect, gaps: &Gaps) -> f64 {
    gaps.entry.min(rect.h / 2.0)
}

/// The branches of the children, spread over columns.
fn columns(tree: &Tree, sizes: &[Size], head: usize, limit: f64, gaps: &Gaps) -> Vec<Vec<usize>> {
    let mut columns: Vec<Vec<usize>> = Vec::new();
    let mut used = f64::INFINITY;
    for &child in tree.children(head) {
        let branch = tree.branch(child);
        let height: f64 = branch.iter().map(|&node| sizes[node].h + gaps.stack).sum();
        match columns.last_mut() {
            Some(column) if used + height <= limit => {
                column.extend(branch);
                used += height;
            }
            _ => {
                columns.push(branch);
                used = height;
            }
        }
    }
    columns
}
