//! The poster: the whole cascade on one sheet, in natural size or fitted to a
//! paper.

use serde::Serialize;

use super::content::Card;
use super::furniture::Furniture;
use super::geometry::{Line, Rect};
use super::layout::Layout;
use super::page::{Page, Placement};
use super::search::Subject;

/// One page as `bagan.typ` reads it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Sheet<'a> {
    pub judul: &'a str,
    pub draf: bool,
    pub kertas: Paper,
    pub perabot: &'a Furniture,
    pub jabatan: &'a [Card],
    pub letak: &'a Placement,
    pub skala: f64,
    pub lebar: f64,
    pub tinggi: f64,
    pub kotak: Vec<Drawn>,
    pub garis: Vec<&'a Line>,
    pub putus: Vec<Line>,
}

/// A paper's size in pt.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Paper {
    pub w: f64,
    pub h: f64,
}

/// A box in its place.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Drawn {
    /// Index of the card.
    pub nomor: usize,
    pub letak: Rect,
    /// The heading's level, 1 for the root.
    pub tingkat: usize,
    /// Whether it has a bookmark.
    pub bab: bool,
}

impl<'a> Sheet<'a> {
    /// The sheet of a chart; boxes come branch by branch from the top, for
    /// that is the order in which a screen reader reads them.
    pub(super) fn new(
        subject: &Subject,
        cards: &'a [Card],
        chart: &'a Layout,
        page: &'a Page,
        furniture: &'a Furniture,
        draf: bool,
    ) -> Self {
        let drawn = |node: usize| {
            let nomor = subject.cards[node].0;
            let above = subject.tree.parent(node).map(|parent| &cards[subject.cards[parent].0].unit);
            Drawn {
                nomor,
                letak: chart.boxes[node],
                tingkat: subject.tree.depth(node) + 1,
                bab: above != Some(&cards[nomor].unit),
            }
        };
        Self {
            judul: &furniture.judul,
            draf,
            kertas: Paper { w: page.w, h: page.h },
            perabot: furniture,
            jabatan: cards,
            letak: &page.places,
            skala: page.scale,
            lebar: chart.width,
            tinggi: chart.height,
            kotak: subject.tree.branch(0).into_iter().map(drawn).collect(),
            garis: chart.lines.iter().filter(|line| !line.is_empty()).collect(),
            putus: Vec::new(),
        }
    }
}
