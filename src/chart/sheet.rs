//! What `bagan.typ` reads: pages of boxes and lines in their places.

use serde::Serialize;

use super::content::{Card, Entry};
use super::furniture::Furniture;
use super::geometry::{Line, Rect, Rupa};
use super::layout::Layout;
use super::page::{Page, Placement};
use super::route::Map;
use super::search::Subject;
use super::settings::Labels;
use super::shape::{Gaps, Shape};

/// A chart of one or more pages.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Document<'a> {
    pub judul: String,
    pub draf: bool,
    pub kata: &'a Labels,
    pub jabatan: &'a [Card],
    pub halaman: Vec<Sheet>,
}

/// One page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sheet {
    pub kertas: PaperSize,
    pub perabot: Furniture,
    pub letak: Placement,
    /// The scale at which the chart is drawn.
    pub skala: f64,
    /// The chart's own size in pt, before scaling.
    pub lebar: f64,
    pub tinggi: f64,
    /// The boxes, branch by branch from the top: the order in which a screen
    /// reader reads them.
    pub kotak: Vec<Drawn>,
    pub garis: Vec<Stroke>,
}

/// A line and how it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Stroke {
    pub titik: Line,
    pub rupa: Rupa,
}

/// A paper's size in pt.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct PaperSize {
    pub w: f64,
    pub h: f64,
}

/// A box in its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Drawn {
    /// Index of the card.
    pub nomor: usize,
    pub letak: Rect,
    /// The heading's level, from 1.
    pub tingkat: usize,
    /// Whether it has a bookmark.
    pub bab: bool,
    /// The line that stands for sasaran and indikator where only the head is
    /// drawn.
    pub ringkas: Option<String>,
    /// The page that has the whole box.
    pub halaman: Option<usize>,
}

impl Sheet {
    /// A chart on its page.
    pub(super) fn new(
        subject: &Subject,
        cards: &[Card],
        (chart, shape): (&Layout, Shape),
        page: &Page,
        perabot: &Furniture,
        crossings: &[(usize, usize)],
        kata: &Labels,
    ) -> Self {
        let drawn = |node: usize| {
            let (nomor, brief) = subject.cards[node];
            let card = &cards[nomor];
            let above = subject.tree.parent(node).map(|parent| &cards[subject.cards[parent].0].unit);
            Drawn {
                nomor,
                letak: chart.boxes[node],
                // A chapter's title has the first level for itself.
                tingkat: subject.tree.depth(node) + if perabot.bab { 2 } else { 1 },
                bab: !perabot.bab && above != Some(&card.unit),
                ringkas: brief.then(|| {
                    let count = |list: &[Entry], what| format!("{} {}", list.len(), kata.get(what).to_lowercase());
                    format!("{} · {}", count(&card.sasaran, "sasaran"), count(&card.indikator, "indikator"))
                }),
                halaman: None,
            }
        };
        Self {
            kertas: PaperSize { w: page.w, h: page.h },
            perabot: perabot.clone(),
            letak: page.places.clone(),
            skala: page.scale,
            lebar: chart.width,
            tinggi: chart.height,
            kotak: subject.tree.branch(0).into_iter().map(drawn).collect(),
            garis: solid(chart).chain(dashed(subject, chart, shape, crossings)).collect(),
        }
    }

    /// The dashed lines.
    pub(super) fn dashed(&self) -> impl Iterator<Item = &Line> {
        self.garis.iter().filter(|stroke| stroke.rupa == Rupa::Putus).map(|stroke| &stroke.titik)
    }
}

/// The lines from every box to its superior.
fn solid(chart: &Layout) -> impl Iterator<Item = Stroke> {
    let lines = chart.lines.iter().zip(&chart.looks).filter(|(line, _)| !line.is_empty());
    lines.map(|(line, look)| Stroke { titik: line.clone(), rupa: *look })
}

/// The dashed lines whose both ends are on the page. The root needs none: it
/// is above everybody.
fn dashed(subject: &Subject, chart: &Layout, shape: Shape, crossings: &[(usize, usize)]) -> Vec<Stroke> {
    let map = Map { tree: &subject.tree, chart, shape, gaps: &Gaps::CHART };
    let node = |card: usize| subject.cards.iter().position(|&(here, _)| here == card).filter(|&node| node > 0);
    let route = |&(from, to): &(usize, usize)| Some(map.route(node(from)?, node(to)?));
    crossings.iter().filter_map(route).map(|titik| Stroke { titik, rupa: Rupa::Putus }).collect()
}
