//! Where the charts of one cascade are made: it holds the cards and their
//! sizes, so that every edition uses the same ones.

use serde::Serialize;

use super::Charts;
use super::content::Card;
use super::crossing::crossings;
use super::export::Export;
use super::furniture::{Furniture, signatory_in_error};
use super::group::{Group, groups};
use super::layout::Layout;
use super::matrix::Matrix;
use super::page::{MARGIN, Page, compose, fit};
use super::paper::{MOST, Paper, Refusal, readable};
use super::search::{Choice, Subject, best};
use super::settings::Settings;
use super::sheet::{Document, Sheet};
use super::sizes::{BODY_PT, Sizes};
use super::tiles::{Tiled, cut};
use super::tree::Tree;
use super::units::{Units, furniture};
use crate::cascade::Cascade;
use crate::typeset::{Engine, Job, PdfSettings, TypesetError};

/// A chart on its page.
type Drawing = (Choice, Layout, Page);

pub(super) struct Studio<'a> {
    cascade: &'a Cascade,
    settings: &'a Settings,
    cards: &'a [Card],
    draft: bool,
    whole: Subject,
    groups: Vec<Group>,
    crossings: Vec<(usize, usize)>,
    /// The poster's, the overview's, then one for every unit.
    furniture: Vec<Furniture>,
    sizes: Sizes<'a>,
}

impl<'a> Studio<'a> {
    pub(super) fn new(
        cascade: &'a Cascade,
        engine: &'a Engine,
        settings: &'a Settings,
        cards: &'a [Card],
    ) -> Result<Self, TypesetError> {
        let parents: Vec<usize> = cascade.jabatan().iter().filter_map(|post| post.induk).collect();
        let tree = Tree::new(&parents);
        let groups = groups(&tree, cards);
        let poster = Furniture::poster(cascade, settings, cards);
        let mut all = vec![poster.clone()];
        all.extend(furniture(&poster, &groups, cascade.instansi(), settings));
        Ok(Self {
            cascade,
            settings,
            cards,
            draft: signatory_in_error(cascade, settings),
            whole: Subject { tree, cards: (0..cards.len()).map(|card| (card, false)).collect(), split: false },
            groups,
            crossings: crossings(cascade),
            sizes: Sizes::new(engine, cards, &all)?,
            furniture: all,
        })
    }

    /// The whole cascade on one sheet, in natural size: the poster, the sheets
    /// it can be cut into, the same as SVG, and its layout as JSON.
    pub(super) fn poster(&mut self, charts: &mut Charts) -> Result<(), TypesetError> {
        let Self { whole, sizes, .. } = self;
        let choice = sizes.settle(
            |sizes| {
                let side = |choice: &Choice| {
                    let page = compose(&whole.layout(sizes, *choice), &sizes.furniture[0], 1.0, 0.0);
                    sheet_side(page.w, page.h)
                };
                let rough = |chart: &Layout| 1.0 / sheet_side(chart.width, chart.height);
                best(whole.ranked(sizes, rough), |choice| 1.0 / side(choice))
            },
            |choice| whole.boxes(choice.width),
        )?;
        let chart = whole.layout(sizes, choice);
        let page = compose(&chart, &sizes.furniture[0], 1.0, 0.0);
        let drawing = (choice, chart, page);
        let sheet = self.sheet(&drawing);
        let export = Export::new(self.cascade, &drawing.1, &self.crossings, &sheet.putus);
        charts.files.push(("bagan/tata-letak.json".to_owned(), bytes(&export)?));
        for &paper in &self.settings.sambung {
            let tiled = Tiled {
                judul: self.title(),
                draf: self.draft,
                jabatan: self.cards,
                sambung: cut(&sheet, paper),
                poster: &sheet,
            };
            charts.jobs.push(self.job(&format!("sambung-{paper}"), "bagan-sambung.typ", &tiled)?);
        }
        let poster = self.document("poster", vec![sheet])?;
        charts.svg.push(Job { path: "bagan/poster.svg".to_owned(), ..poster.clone() });
        charts.jobs.insert(0, poster);
        Ok(())
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
            let scale = drawing.as_ref().map_or(0.0, |(.., page)| page.scale);
            if !readable(scale) {
                if asked {
                    refused.push(Refusal { paper, type_pt: scale * BODY_PT, instead: None });
                }
                continue;
            }
            smallest = smallest.or(Some(paper));
            if let (Some(drawing), true) = (drawing, asked || papers.is_empty()) {
                jobs.push(self.document(&format!("poster-{paper}"), vec![self.sheet(&drawing)])?);
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
            Some((*choice, chart, page))
        };
        let choice = sizes.settle(
            |sizes| {
                let rough = |chart: &Layout| ((w - 2.0 * MARGIN) / chart.width).min((h - 2.0 * MARGIN) / chart.height);
                let scale = |choice: &Choice| on_page(sizes, choice).map_or(0.0, |(.., page)| page.scale);
                best(whole.ranked(sizes, rough), scale)
            },
            |choice| whole.boxes(choice.width),
        )?;
        Ok(on_page(sizes, &choice))
    }

    /// An overview and a page per unit on a paper, or why not.
    pub(super) fn units(&mut self, paper: Paper) -> Result<Result<Job, Refusal>, TypesetError> {
        let Self { cascade, whole, groups, crossings, cards, sizes, furniture, settings, .. } = self;
        let units = Units {
            tree: &whole.tree,
            cards,
            groups,
            instansi: cascade.instansi(),
            crossings,
            paper: paper.size_pt(),
            furniture: 1,
        };
        let leaves = sizes.settle(|sizes| units.leaves(sizes), |leaves| Units::boxes(leaves))?;
        let smallest = leaves.iter().map(|leaf| leaf.scale).fold(f64::INFINITY, f64::min);
        let sheets = units.sheets(sizes, &leaves, &furniture[1..], settings).filter(|_| readable(smallest));
        let Some(halaman) = sheets else {
            return Ok(Err(Refusal { paper, type_pt: smallest * BODY_PT, instead: None }));
        };
        self.document(&format!("unit-{paper}"), halaman).map(Ok)
    }

    /// The matrix retypeset.
    pub(super) fn matrix(&self) -> Result<Job, TypesetError> {
        let signatory = self.furniture[0].penanda_tangan.clone();
        let matrix = Matrix::new(self.cascade, self.cards, signatory, self.settings, self.draft);
        self.job("matriks", "matriks.typ", &matrix)
    }

    fn sheet(&self, (choice, chart, page): &Drawing) -> Sheet {
        let drawn = (chart, choice.shape);
        Sheet::new(&self.whole, self.cards, drawn, page, &self.furniture[0], &self.crossings)
    }

    fn document(&self, name: &str, halaman: Vec<Sheet>) -> Result<Job, TypesetError> {
        let document = Document { judul: self.title(), draf: self.draft, jabatan: self.cards, halaman };
        self.job(name, "bagan.typ", &document)
    }

    fn title(&self) -> String {
        self.furniture[0].judul.join(" ")
    }

    fn job(&self, name: &str, main: &str, data: &impl Serialize) -> Result<Job, TypesetError> {
        let ident = format!("{}/{}/bagan/{name}", self.cascade.instansi(), self.cascade.tahun());
        Ok(Job {
            path: format!("bagan/{name}.pdf"),
            main: main.to_owned(),
            data: bytes(data)?,
            settings: PdfSettings { ident, date: self.settings.date, archival: true },
            draft: self.draft,
        })
    }
}

fn bytes(data: &impl Serialize) -> Result<Vec<u8>, TypesetError> {
    serde_json::to_vec(data).map_err(|error| TypesetError::plain(error.to_string()))
}

/// The short side of the smallest landscape sheet of the A series' proportions
/// that holds a drawing.
fn sheet_side(w: f64, h: f64) -> f64 {
    (w / std::f64::consts::SQRT_2).max(h)
}
