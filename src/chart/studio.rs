//! Where the charts of one cascade are made: it holds the cards and their
//! sizes, so that every edition uses the same ones.

use serde::Serialize;

use super::content::Card;
use super::furniture::{Furniture, signatory_in_error};
use super::layout::Layout;
use super::matrix::Matrix;
use super::page::{MARGIN, Page, compose, fit};
use super::paper::{MOST, Paper, Refusal, readable};
use super::poster::Sheet;
use super::search::{Choice, Subject};
use super::settings::Settings;
use super::sizes::{BODY_PT, Sizes};
use super::tree::Tree;
use crate::cascade::Cascade;
use crate::typeset::{Engine, Job, PdfSettings, TypesetError};

/// A chart on its page.
type Drawing = (Layout, Page);

pub(super) struct Studio<'a> {
    cascade: &'a Cascade,
    settings: &'a Settings,
    cards: &'a [Card],
    draft: bool,
    furniture: Furniture,
    whole: Subject,
    sizes: Sizes<'a>,
}

impl<'a> Studio<'a> {
    pub(super) fn new(
        cascade: &'a Cascade,
        engine: &'a Engine,
        settings: &'a Settings,
        cards: &'a [Card],
    ) -> Result<Self, TypesetError> {
        let title = format!("{} TAHUN {}", cascade.instansi().to_uppercase(), cascade.tahun());
        let furniture = Furniture::new(cascade, settings, cards, vec!["KASKADE KINERJA".to_owned(), title]);
        let parents: Vec<usize> = cascade.jabatan().iter().filter_map(|post| post.induk).collect();
        Ok(Self {
            cascade,
            settings,
            cards,
            draft: signatory_in_error(cascade, settings),
            whole: Subject { tree: Tree::new(&parents), cards: (0..cards.len()).map(|card| (card, false)).collect() },
            sizes: Sizes::new(engine, cards, std::slice::from_ref(&furniture))?,
            furniture,
        })
    }

    /// The whole cascade on one sheet, in natural size.
    pub(super) fn poster(&mut self) -> Result<Job, TypesetError> {
        let Self { whole, sizes, .. } = self;
        let choice = sizes.settle(
            |sizes| {
                let sheet = |choice: &Choice| {
                    let page = compose(&whole.layout(sizes, *choice), &sizes.furniture[0], 1.0, 0.0);
                    sheet_side(page.w, page.h)
                };
                best(whole.ranked(sizes, |chart| 1.0 / sheet_side(chart.width, chart.height)), |choice| -sheet(choice))
            },
            |choice| whole.boxes(choice.width),
        )?;
        let chart = whole.layout(sizes, choice);
        let page = compose(&chart, &sizes.furniture[0], 1.0, 0.0);
        self.sheet("poster", &(chart, page))
    }

    /// The poster on the papers asked for, or on the smallest that holds it.
    pub(super) fn fitted(&mut self, papers: &[Paper]) -> Result<(Vec<Job>, Vec<Refusal>), TypesetError> {
        let (mut jobs, mut refused) = (Vec::new(), Vec::new());
        let mut smallest = None;
        for paper in Paper::ALL {
            let asked = papers.contains(&paper);
            if !asked && smallest.is_some() {
                continue;
            }
            let drawing = self.fit(paper)?;
            let scale = drawing.as_ref().map_or(0.0, |(_, page)| page.scale);
            if !readable(scale) {
                if asked {
                    refused.push(Refusal { paper, type_pt: scale * BODY_PT, instead: None });
                }
                continue;
            }
            smallest = smallest.or(Some(paper));
            if let (Some(drawing), true) = (drawing, asked || papers.is_empty()) {
                jobs.push(self.sheet(&format!("poster-{paper}"), &drawing)?);
            }
        }
        for refusal in &mut refused {
            refusal.instead = smallest;
        }
        Ok((jobs, refused))
    }

    /// The chart as large as a paper allows; `None` if it cannot hold even the
    /// title and the signature.
    fn fit(&mut self, paper: Paper) -> Result<Option<Drawing>, TypesetError> {
        let Self { whole, sizes, .. } = self;
        let (w, h) = paper.size_pt();
        let on_page = |sizes: &Sizes, choice: &Choice| {
            let chart = whole.layout(sizes, *choice);
            let page = fit(&chart, &sizes.furniture[0], (w, h), MOST)?;
            Some((chart, page))
        };
        let choice = sizes.settle(
            |sizes| {
                let rough = |chart: &Layout| ((w - 2.0 * MARGIN) / chart.width).min((h - 2.0 * MARGIN) / chart.height);
                let scale = |choice: &Choice| on_page(sizes, choice).map_or(0.0, |(_, page)| page.scale);
                best(whole.ranked(sizes, rough), scale)
            },
            |choice| whole.boxes(choice.width),
        )?;
        Ok(on_page(sizes, &choice))
    }

    /// The matrix retypeset.
    pub(super) fn matrix(&self) -> Result<Job, TypesetError> {
        let (name, year) = (self.cascade.instansi().to_uppercase(), self.cascade.tahun());
        let judul = format!("PENGUKURAN KINERJA INDIVIDU {name} TAHUN {year}");
        let furniture = Furniture { judul, ..self.furniture.clone() };
        let matrix = Matrix::new(self.cascade, self.cards, &furniture, self.settings, self.draft);
        self.job("matriks", "matriks.typ", &matrix)
    }

    fn sheet(&self, name: &str, (chart, page): &Drawing) -> Result<Job, TypesetError> {
        let sheet = Sheet::new(&self.whole, self.cards, chart, page, &self.furniture, self.draft);
        self.job(name, "bagan.typ", &sheet)
    }

    fn job(&self, name: &str, main: &str, data: &impl Serialize) -> Result<Job, TypesetError> {
        let data = serde_json::to_vec(data).map_err(|error| TypesetError::plain(error.to_string()))?;
        let ident = format!("{}/{}/bagan/{name}", self.cascade.instansi(), self.cascade.tahun());
        Ok(Job {
            path: format!("bagan/{name}.pdf"),
            main: main.to_owned(),
            data,
            settings: PdfSettings { ident, date: self.settings.date, archival: true },
            draft: self.draft,
        })
    }
}

/// The choice with the highest value; of equals the first.
fn best(choices: Vec<Choice>, value: impl Fn(&Choice) -> f64) -> Choice {
    let mut best = (f64::NEG_INFINITY, Choice::default());
    for choice in choices {
        let value = value(&choice);
        if value > best.0 {
            best = (value, choice);
        }
    }
    best.1
}

/// The short side of the smallest landscape sheet of the A series' proportions
/// that holds a drawing.
fn sheet_side(w: f64, h: f64) -> f64 {
    (w / std::f64::consts::SQRT_2).max(h)
}
