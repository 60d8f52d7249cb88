//! The last levels of a chart: all that hangs under one box is stacked below
//! it, one box a row, each level a step further in, joined by elbow lines on
//! the left. A long stack breaks into columns, between the children's branches
//! or, where the shape allows it, within one: as in a text set in columns, the
//! line then leaves its superior at the foot and leads with an arrowhead to the
//! box in the later column. It runs in the aisle between the columns.

use super::geometry::{Line, Rect, Rupa, point};
use super::shape::{Gaps, Shape, Size};
use super::tree::Tree;

/// A box with its stack. Coordinates are the block's own: its left edge is 0,
/// the upper edge of the box is 0.
pub(super) struct Block {
    /// The head box and all boxes below it.
    pub boxes: Vec<(usize, Rect)>,
    /// The lines from every box of the stack to its superior, with that box.
    pub lines: Vec<(usize, Line, Rupa)>,
    /// Width in pt.
    pub width: f64,
    /// Height in pt.
    pub height: f64,
    /// Where the middle of the head box is, in pt from the left.
    pub anchor: f64,
    /// For every box as in `boxes`, the right edge of its column.
    pub edges: Vec<f64>,
}

/// The room before a box that an arrowhead needs, in pt.
const HEAD: f64 = 10.0;

/// A column of a stack.
struct Column {
    nodes: Vec<usize>,
    /// Left edge, and the right edge of its widest row.
    left: f64,
    right: f64,
}

/// A box of the stack as it was placed.
#[derive(Clone, Copy)]
struct Placed {
    rect: Rect,
    column: usize,
}

/// Stacks everything below `head`.
pub(super) fn block(tree: &Tree, sizes: &[Size], head: usize, shape: Shape, gaps: &Gaps) -> Block {
    let mut columns = columns(tree, sizes, head, shape, gaps);
    let size = sizes[head];
    let below = size.h + if columns.len() > 1 { gaps.level } else { gaps.stack };
    let step = |node: usize| tree.depth(node) - tree.depth(head);
    let mut placed = Vec::new();
    let (mut left, mut height) = (0.0, size.h);
    for (index, column) in columns.iter_mut().enumerate() {
        let least = column.nodes.iter().map(|&node| step(node)).min().unwrap_or(1);
        (column.left, column.right) = (left, left);
        let mut y = below;
        for &node in &column.nodes {
            let indent = (step(node) - least + 1) as f64 * gaps.indent;
            let rect = Rect { x: left + indent, y, w: sizes[node].w, h: sizes[node].h };
            y = rect.bottom() + gaps.stack;
            column.right = column.right.max(rect.right());
            placed.push((node, Placed { rect, column: index }));
        }
        height = height.max(y - gaps.stack);
        left = column.right + gaps.sibling;
    }
    let width = (left - gaps.sibling).max(size.w);
    let x = if columns.len() > 1 { (width - size.w) / 2.0 } else { 0.0 };
    let head_box = Rect { x, y: 0.0, w: size.w, h: size.h };

    let mut boxes = vec![(head, head_box)];
    let mut edges = vec![width];
    let mut lines = Vec::new();
    let deepest = placed.iter().map(|(node, _)| step(*node)).max().unwrap_or(0);
    // The last box placed on each level: a branch is read from the top, so
    // that the superior of the next box is always among them.
    let mut open = vec![Placed { rect: head_box, column: 0 }];
    for (node, here) in placed {
        open.truncate(step(node));
        let above = open[open.len() - 1];
        let (line, look) = match step(node) {
            1 if columns.len() > 1 => (bus(&head_box, &here.rect, columns[here.column].left, gaps), Rupa::Turun),
            step if step > 1 && above.column < here.column => {
                let lane = lane(step - 1, deepest, &columns[here.column - 1], gaps);
                (across(&head_box, above, here, lane, &columns, gaps), Rupa::Panah)
            }
            _ => (elbow(&above.rect, &here.rect, gaps), Rupa::Turun),
        };
        lines.push((node, line, look));
        boxes.push((node, here.rect));
        edges.push(columns[here.column].right);
        open.push(here);
    }
    Block { boxes, lines, width, height, anchor: head_box.middle(), edges }
}

/// From the lower edge of a box down and into one below it.
fn elbow(above: &Rect, here: &Rect, gaps: &Gaps) -> Line {
    let (trunk, y) = (above.x + gaps.indent / 2.0, entry(here, gaps));
    vec![point(trunk, above.bottom()), point(trunk, y), point(here.x, y)]
}

/// From the head over the columns and down into one of them.
fn bus(head: &Rect, here: &Rect, left: f64, gaps: &Gaps) -> Line {
    let (trunk, turn, y) = (left + gaps.indent / 2.0, head.bottom() + gaps.level / 2.0, entry(here, gaps));
    vec![
        point(head.middle(), head.bottom()),
        point(head.middle(), turn),
        point(trunk, turn),
        point(trunk, y),
        point(here.x, y),
    ]
}

/// The x of the lane, in the aisle before a column, of the lines that come from
/// a superior so many steps below the head. Every level has a lane of its own,
/// the deeper ones farther left, so that no two lines run on top of each other.
fn lane(steps: usize, deepest: usize, before: &Column, gaps: &Gaps) -> f64 {
    let (least, most) = (gaps.sibling * 0.3, gaps.sibling + gaps.indent - HEAD);
    before.right + most - (most - least) * steps as f64 / (deepest + 1) as f64
}

/// From the foot of a box into the aisle beside its column, and from there to
/// a box in a later column, in the lane before it.
fn across(head: &Rect, above: Placed, here: Placed, into: f64, columns: &[Column], gaps: &Gaps) -> Line {
    let foot = above.rect.bottom() - gaps.entry.min(above.rect.h / 2.0);
    let start = point(above.rect.right(), foot);
    let end = entry(&here.rect, gaps);
    let mut line = vec![start];
    if here.column == above.column + 1 {
        line.push(point(into, foot));
    } else {
        // Over the columns between.
        let out = columns[above.column].right + gaps.sibling * 0.3;
        let over = head.bottom() + gaps.level * 0.75;
        line.extend([point(out, foot), point(out, over), point(into, over)]);
    }
    line.extend([point(into, end), point(here.rect.x, end)]);
    line
}

/// Where an elbow line meets a box: at the head's first line, or halfway down
/// a very low box.
fn entry(rect: &Rect, gaps: &Gaps) -> f64 {
    rect.y + gaps.entry.min(rect.h / 2.0)
}

/// All that is below the head, spread over columns.
fn columns(tree: &Tree, sizes: &[Size], head: usize, shape: Shape, gaps: &Gaps) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut used = f64::INFINITY;
    let mut put = |nodes: &[usize]| {
        let height: f64 = nodes.iter().map(|&node| sizes[node].h + gaps.stack).sum();
        match columns.last_mut() {
            Some(column) if used + height <= shape.stack => {
                column.nodes.extend(nodes);
                used += height;
            }
            _ => {
                columns.push(Column { nodes: nodes.to_vec(), left: 0.0, right: 0.0 });
                used = height;
            }
        }
    };
    for &child in tree.children(head) {
        let branch = tree.branch(child);
        if shape.split {
            branch.iter().for_each(|node| put(std::slice::from_ref(node)));
        } else {
            put(&branch);
        }
    }
    columns
}
