//! Dashed lines to superiors outside the branch. They run where no box can
//! be: in the corridors to the right of a box and its column, in the aisles
//! between the bands, and through the free places between the boxes of a band.

use super::geometry::{Line, Rect, point};
use super::layout::Layout;
use super::shape::{Gaps, Shape};
use super::tree::Tree;

/// Where in the aisle the dashed lines run, as a part of its height: off the
/// middle, where the solid lines turn.
const LANE: f64 = 0.25;

/// How far below the entry of the solid lines a dashed one meets a box, in pt.
const BESIDE: f64 = 6.0;

/// What is known of a laid out tree.
pub(super) struct Map<'a> {
    pub tree: &'a Tree,
    pub chart: &'a Layout,
    pub shape: Shape,
    pub gaps: &'a Gaps,
}

impl Map<'_> {
    /// The dashed line from a box to its superior elsewhere; neither is the
    /// root.
    pub(super) fn route(&self, from: usize, to: usize) -> Line {
        let mut out = self.way_up(from);
        let mut back = self.way_up(to);
        if self.head(from) == self.head(to) {
            // The same stack: a corridor and the aisle over its columns do.
            let lane = self.chart.boxes[self.head(from)].bottom() + self.gaps.level * LANE;
            let mut line = vec![out[0], out[1]];
            if out[1].x != back[1].x {
                line.extend([point(out[1].x, lane), point(back[1].x, lane)]);
            }
            line.extend([back[1], back[0]]);
            return line;
        }
        let (mut low, mut high) = (self.band(from), self.band(to));
        while low != high {
            // The lower end climbs one band towards the other.
            if low > high {
                self.climb(&mut out, low, back[back.len() - 1].x);
                low -= 1;
            } else {
                self.climb(&mut back, high, out[out.len() - 1].x);
                high -= 1;
            }
        }
        while let ([.., one, last], [.., other, end]) = (&out[..], &back[..])
            && one == other
            && last == end
        {
            out.pop();
            back.pop();
        }
        back.reverse();
        out.extend(back);
        straightened(out)
    }

    /// From the right edge of a box into the aisle above its band.
    fn way_up(&self, node: usize) -> Line {
        let rect = self.chart.boxes[node];
        let y = rect.y + (self.gaps.entry + BESIDE).min(rect.h * 0.75);
        let aside = self.chart.edges[node] + self.gaps.sibling / 2.0;
        let mut line = vec![point(rect.right(), y), point(aside, y)];
        let head = self.head(node);
        let edge = self.chart.edges[head] + self.gaps.sibling / 2.0;
        if edge > aside {
            let lane = self.chart.boxes[head].bottom() + self.gaps.level * LANE;
            line.extend([point(aside, lane), point(edge, lane)]);
        }
        line.push(point(edge.max(aside), self.lane(self.band(node))));
        line
    }

    /// From the aisle above a band into the one above that, near `x`.
    fn climb(&self, line: &mut Line, band: usize, x: f64) {
        let near = |place: &f64| (place - line[line.len() - 1].x).abs() + (place - x).abs();
        let free = self.free(band - 1).into_iter().min_by(|one, other| near(one).total_cmp(&near(other)));
        let free = free.unwrap_or(x);
        line.extend([point(free, self.lane(band)), point(free, self.lane(band - 1))]);
    }

    /// The x where a line can pass between the boxes of a band that has no
    /// stacks.
    fn free(&self, band: usize) -> Vec<f64> {
        let mut boxes: Vec<&Rect> = (0..self.tree.len())
            .filter(|&node| self.tree.depth(node) == band)
            .map(|node| &self.chart.boxes[node])
            .collect();
        boxes.sort_by(|one, other| one.x.total_cmp(&other.x));
        let aside = self.gaps.sibling / 2.0;
        let between = boxes.windows(2).map(|pair| f64::midpoint(pair[0].right(), pair[1].x));
        let ends = [boxes.first().map(|first| first.x - aside), boxes.last().map(|last| last.right() + aside)];
        ends.into_iter().flatten().chain(between).collect()
    }

    /// The dashed lines' lane in the aisle above a band.
    fn lane(&self, band: usize) -> f64 {
        let aisle = band.checked_sub(1).and_then(|above| self.chart.aisles.get(above));
        aisle.map_or(0.0, |(top, bottom)| top + (bottom - top) * LANE)
    }

    /// The band a box stands in, or the one its stack hangs from.
    fn band(&self, node: usize) -> usize {
        self.tree.depth(node).min(self.shape.bands - 1)
    }

    /// The box itself if it stands in a band, else the one its stack hangs
    /// from.
    fn head(&self, node: usize) -> usize {
        let mut head = node;
        while self.tree.depth(head) >= self.shape.bands {
            head = self.tree.parent(head).unwrap_or(0);
        }
        head
    }
}

/// The same line without points in the middle of a straight stretch, and
/// without stretches that are gone back at once.
fn straightened(line: Line) -> Line {
    let mut kept: Line = Vec::with_capacity(line.len());
    for next in line {
        while let [.., before, last] = &kept[..]
            && (before.x == last.x && last.x == next.x || before.y == last.y && last.y == next.y)
        {
            kept.pop();
        }
        if kept.last() != Some(&next) {
            kept.push(next);
        }
    }
    kept
}
