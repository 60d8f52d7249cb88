//! Looking for the best layout: box width, bands and stack height are tried,
//! not set by hand, and the layout that leaves the type largest on the paper
//! wins. Trying costs next to nothing, for sizes are estimated until chosen.

use super::layout::{Layout, layout};
use super::shape::{Gaps, Shape, Size};
use super::sizes::{Sizes, Wanted};
use super::tree::Tree;

/// Box widths to try, in pt (about 46 to 250 mm).
const WIDTHS: &[u32] = &[132, 150, 168, 186, 204, 222, 240, 264, 288, 324, 366, 432, 510, 600, 720];

/// Heights of a stack to try, as parts of the side of a square that would hold
/// all boxes.
const STACKS: &[f64] = &[f64::INFINITY, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95, 1.15];

/// Beyond this many bands nobody sees the difference.
const MAX_BANDS: usize = 9;

/// A level more in bands is worth this much smaller type: aligned levels are
/// easier to read than stacked ones.
const BAND_BONUS: f64 = 0.015;

/// A branch that goes on in the next column is harder to follow; it must be
/// worth this much larger type.
const SPLIT_MALUS: f64 = 0.85;

/// Narrow boxes break the texts into many short lines, and wide ones make long
/// ones: up to a width in pt, the factor it costs.
const MEASURE: &[(u32, f64)] =
    &[(132, 0.9), (150, 0.94), (168, 0.97), (186, 0.99), (366, 1.0), (432, 0.96), (510, 0.93), (720, 0.9)];

/// So many of the best are looked at more closely.
const FINALISTS: usize = 10;

/// The same for charts of at most this many boxes, where looking is cheap.
const MANY_FINALISTS: usize = 40;
const SMALL: usize = 100;

/// Above this many boxes only every other width and stack is tried.
const LARGE: usize = 400;

/// What a chart is made of: nodes in a tree, each with its card.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub tree: Tree,
    /// The card of every node, and whether only its head is drawn.
    pub cards: Vec<(usize, bool)>,
    /// Whether a branch may go on in another column: for pages that hold a part.
    pub split: bool,
}

/// A choice: everything that decides a layout but the boxes' heights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Choice {
    /// Width of the boxes in pt.
    pub width: u32,
    /// Bands and stacks.
    pub shape: Shape,
}

/// A choice and how large its layout becomes, in pt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tried {
    pub choice: Choice,
    pub w: f64,
    pub h: f64,
}

impl Choice {
    /// How easily a reader follows the lines, as a factor to the type size.
    fn ease(&self) -> f64 {
        let measure = MEASURE.iter().find(|(width, _)| self.width <= *width).map_or(1.0, |(_, malus)| *malus);
        let split = if self.shape.split { SPLIT_MALUS } else { 1.0 };
        measure * split * (1.0 + BAND_BONUS * self.shape.bands as f64)
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self { width: WIDTHS[0], shape: Shape { bands: 1, stack: f64::INFINITY, split: false } }
    }
}

impl Subject {
    /// The boxes that a choice needs.
    pub(super) fn boxes(&self, width: u32) -> Vec<Wanted> {
        self.cards.iter().map(|&(card, brief)| Wanted { card, width, brief }).collect()
    }

    /// The layout of a choice.
    pub(super) fn layout(&self, sizes: &Sizes, choice: Choice) -> Layout {
        layout(&self.tree, &self.sizes(sizes, choice.width), choice.shape, &Gaps::CHART)
    }

    fn sizes(&self, sizes: &Sizes, width: u32) -> Vec<Size> {
        self.boxes(width).into_iter().map(|wanted| sizes.get(wanted)).collect()
    }

    /// Lays out the subject in every way there is; a large one in fewer, for
    /// there the next width makes little difference.
    pub(super) fn tried(&self, sizes: &Sizes) -> Vec<Tried> {
        let deepest = self.tree.deepest() + 1;
        let every = if self.tree.len() <= LARGE { 1 } else { 2 };
        let mut tried = Vec::new();
        for &width in WIDTHS.iter().step_by(every) {
            let boxes = self.sizes(sizes, width);
            let side = boxes.iter().map(|size| size.w * size.h).sum::<f64>().sqrt();
            for bands in 1..=deepest.min(MAX_BANDS) {
                // Where nothing hangs there is no stack to limit.
                let stacks = if bands == deepest { &STACKS[..1] } else { STACKS };
                for (part, split) in stacks.iter().step_by(every).flat_map(|&part| [(part, false), (part, true)]) {
                    if split && (part.is_infinite() || !self.split) {
                        continue;
                    }
                    let shape = Shape { bands, stack: part * side, split };
                    let drawn = layout(&self.tree, &boxes, shape, &Gaps::CHART);
                    tried.push(Tried { choice: Choice { width, shape }, w: drawn.width, h: drawn.height });
                }
            }
        }
        tried
    }

    /// The choice that `value` likes best, ease of reading included. All that
    /// was tried is judged by `rough` from width and height in pt, only the
    /// best of it by `value`.
    pub(super) fn best(
        &self,
        tried: &[Tried],
        rough: impl Fn(f64, f64) -> f64,
        value: impl Fn(&Choice) -> f64,
    ) -> Choice {
        let mut ranked: Vec<(f64, Choice)> =
            tried.iter().map(|tried| (rough(tried.w, tried.h) * tried.choice.ease(), tried.choice)).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
        ranked.truncate(if self.tree.len() <= SMALL { MANY_FINALISTS } else { FINALISTS });
        let mut best = (f64::NEG_INFINITY, Choice::default());
        for (_, choice) in ranked {
            let value = value(&choice) * choice.ease();
            if value > best.0 {
                best = (value, choice);
            }
        }
        best.1
    }
}
