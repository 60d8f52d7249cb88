//! Which layout the poster gets, in natural size and on given papers. All are
//! chosen together, so that every way to lay out is tried once for all.

use super::layout::Layout;
use super::page::{Page, compose, fit, lengthened, room};
use super::paper::{BODY_PT, FLOOR, MOST, Paper, Refusal, readable};
use super::search::{Choice, Subject, Tried};
use super::sizes::{Sizes, Wanted};

/// A chart on its page.
pub(super) type Drawing = (Choice, Layout, Page);

/// An estimate that is farther below the floor than this need not be measured.
const HOPELESS: f64 = 0.85;

/// The part of the height left over that goes above the chart.
const ABOVE: f64 = 1.0 / 3.0;

/// The posters that are to be made.
pub(super) struct Posters<'a> {
    pub whole: &'a Subject,
    /// The papers asked for; none for the smallest that holds the chart.
    pub papers: &'a [Paper],
}

/// The layouts chosen, by what is known so far.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub natural: Choice,
    /// The papers looked at, with the layout for each and its scale.
    pub fitted: Vec<(Paper, Choice, f64)>,
}

impl Posters<'_> {
    /// The best layouts as far as sizes are known.
    pub(super) fn plan(&self, sizes: &Sizes) -> Plan {
        let tried = self.whole.tried(sizes, f64::INFINITY);
        let natural = self.whole.best(
            &tried,
            |w, h| 1.0 / sheet_side(w, h),
            |choice, _| {
                let (.., page) = self.natural(sizes, *choice);
                Some(1.0 / sheet_side(page.w, page.h))
            },
        );
        let mut fitted: Vec<(Paper, Choice, f64)> = Vec::new();
        for paper in Paper::ALL {
            let found = fitted.iter().any(|&(.., scale)| readable(scale));
            if found && !self.papers.contains(&paper) {
                continue;
            }
            let (choice, scale) = self.choose(sizes, &tried, paper);
            fitted.push((paper, choice, scale));
        }
        Plan { natural, fitted }
    }

    /// The layout for a paper, and at which scale it fits.
    fn choose(&self, sizes: &Sizes, tried: &[Tried], paper: Paper) -> (Choice, f64) {
        let (w, h) = room(paper.size_pt());
        let rough = |width: f64, height: f64| (w / width).min(h / height).min(MOST);
        let bound = tried.iter().map(|tried| rough(tried.w, tried.h)).fold(0.0, f64::max);
        if bound < HOPELESS * FLOOR {
            return (Choice::default(), bound);
        }
        let scale = |choice: &Choice, least| Some(self.on(sizes, paper, *choice, least)?.2.scale);
        // First among what can be read, and only then what comes near it.
        let choice = self.whole.best(tried, rough, |choice, least| scale(choice, least.max(FLOOR)));
        (choice, scale(&choice, 0.0).unwrap_or(0.0))
    }

    /// The boxes a plan needs: those of papers that have a chance.
    pub(super) fn boxes(&self, plan: &Plan) -> Vec<Wanted> {
        let close = plan.fitted.iter().filter(|(.., scale)| *scale >= HOPELESS * FLOOR);
        let widths = close.map(|(_, choice, _)| choice.width).chain([plan.natural.width]);
        widths.flat_map(|width| self.whole.boxes(width)).collect()
    }

    /// The chart in natural size, on a page of its own size.
    pub(super) fn natural(&self, sizes: &Sizes, choice: Choice) -> Drawing {
        let chart = self.whole.layout(sizes, choice);
        let page = compose(&chart, &sizes.furniture[0], 1.0, 0.0);
        (choice, chart, page)
    }

    /// The chart as large as a paper allows; `None` if that is smaller than the
    /// scale `least`, or if it cannot hold even the title and the signature.
    fn on(&self, sizes: &Sizes, paper: Paper, choice: Choice, least: f64) -> Option<Drawing> {
        let chart = self.whole.layout(sizes, choice);
        let (w, h) = paper.size_pt();
        let page = fit(&chart, &sizes.furniture[0], (w, h), (least, MOST))?;
        Some((choice, chart, lengthened(page, h, ABOVE)))
    }

    /// The posters on paper, and the papers refused.
    pub(super) fn fitted(&self, sizes: &Sizes, plan: &Plan) -> (Vec<(Paper, Drawing)>, Vec<Refusal>) {
        let (mut fitted, mut refused) = (Vec::new(), Vec::new());
        let smallest = plan.fitted.iter().find(|(.., scale)| readable(*scale)).map(|(paper, ..)| *paper);
        for &(paper, choice, scale) in &plan.fitted {
            let wanted = if self.papers.is_empty() { smallest == Some(paper) } else { self.papers.contains(&paper) };
            if !wanted {
                continue;
            }
            match self.on(sizes, paper, choice, scale).filter(|(.., page)| readable(page.scale)) {
                Some(drawing) => fitted.push((paper, drawing)),
                None => {
                    let type_pt = (scale > 0.0).then_some(scale * BODY_PT);
                    refused.push(Refusal { paper, type_pt, instead: smallest });
                }
            }
        }
        (fitted, refused)
    }
}

/// The short side of the smallest landscape sheet of the A series' proportions
/// that holds a drawing.
fn sheet_side(w: f64, h: f64) -> f64 {
    (w / std::f64::consts::SQRT_2).max(h)
}
