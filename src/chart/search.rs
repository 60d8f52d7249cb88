//! Looking for the best layout: box width, bands and stack height are tried,
//! not set by hand, and the layout that leaves the type largest on the paper
//! wins. Trying costs next to nothing, for sizes are estimated until chosen.

use std::ops::ControlFlow;

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
const MEASURE: &[(u32, f64)] = &[
    (132, 0.9),
    (150, 0.94),
    (168, 0.97),
    (186, 0.985),
    (240, 0.995),
    (324, 1.0),
    (366, 0.995),
    (432, 0.96),
    (510, 0.93),
    (720, 0.9),
];

/// A width in which nothing was measured yet must promise this much more: an
/// estimate may be wrong, and measuring all boxes anew takes time.
const ESTIMATED: f64 = 0.97;

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
    /// Whether all its boxes have been measured.
    pub known: bool,
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

    /// Lays out the subject in every way there is and shows each to `look`,
    /// until that says enough. With `every` = 2, only every other width and
    /// height of a stack. Widths whose boxes alone cover more than
    /// `area`, in pt², are passed over.
    pub(super) fn every_way(
        &self,
        sizes: &Sizes,
        area: f64,
        every: usize,
        mut look: impl FnMut(Choice, Layout) -> ControlFlow<()>,
    ) {
        let deepest = self.tree.deepest() + 1;
        for &width in WIDTHS.iter().step_by(every) {
            if !sizes.allows(&self.boxes(width)) {
                continue;
            }
            let boxes = self.sizes(sizes, width);
            let covered = boxes.iter().map(|size| size.w * size.h).sum::<f64>();
            if covered > area {
                continue;
            }
            for bands in 1..=deepest.min(MAX_BANDS) {
                // Where nothing hangs there is no stack to limit.
                let stacks = if bands == deepest { &STACKS[..1] } else { STACKS };
                // A limit that no stack reaches changes nothing.
                let mut whole = f64::INFINITY;
                for (part, split) in stacks.iter().step_by(every).flat_map(|&part| [(part, false), (part, true)]) {
                    if split && (part.is_infinite() || !self.split) {
                        continue;
                    }
                    let shape = Shape { bands, stack: part * covered.sqrt(), split };
                    if part.is_finite() && shape.stack >= whole {
                        continue;
                    }
                    let drawn = layout(&self.tree, &boxes, shape, &Gaps::CHART);
                    if part.is_infinite() {
                        whole = drawn.height;
                    }
                    if look(Choice { width, shape }, drawn).is_break() {
                        return;
                    }
                }
            }
        }
    }

    /// How large the subject becomes in every way there is; a large one in
    /// fewer, for there the next width makes little difference.
    pub(super) fn tried(&self, sizes: &Sizes, area: f64) -> Vec<Tried> {
        let every = if self.tree.len() <= LARGE { 1 } else { 2 };
        let mut tried: Vec<Tried> = Vec::new();
        self.every_way(sizes, area, every, |choice, drawn| {
            let known = match tried.last() {
                Some(last) if last.choice.width == choice.width => last.known,
                _ => sizes.knows(&self.boxes(choice.width)),
            };
            tried.push(Tried { choice, known, w: drawn.width, h: drawn.height });
            ControlFlow::Continue(())
        });
        tried
    }

    /// The choice that `value` likes best, ease of reading included. All that
    /// was tried is judged by `rough` from width and height in pt, only the
    /// best of it by `value`, which is never above `rough`; what is not worth
    /// more than the number `value` is given need not be valued.
    pub(super) fn best(
        &self,
        tried: &[Tried],
        rough: impl Fn(f64, f64) -> f64,
        value: impl Fn(&Choice, f64) -> Option<f64>,
    ) -> Choice {
        let ease = |tried: &Tried| tried.choice.ease() * if tried.known { 1.0 } else { ESTIMATED };
        let mut ranked: Vec<(f64, &Tried)> =
            tried.iter().map(|tried| (rough(tried.w, tried.h) * ease(tried), tried)).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
        ranked.truncate(if self.tree.len() <= SMALL { MANY_FINALISTS } else { FINALISTS });
        let mut best = (0.0, ranked.first().map(|(_, tried)| tried.choice).unwrap_or_default());
        for (bound, tried) in ranked {
            if bound <= best.0 {
                break;
            }
            let value = value(&tried.choice, best.0 / ease(tried)).unwrap_or(0.0) * ease(tried);
            if value > best.0 {
                best = (value, tried.choice);
            }
        }
        best.1
    }
}
