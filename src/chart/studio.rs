//! Where the charts of one cascade are made: it holds the cards and their
//! sizes, so that every edition uses the same ones.

use serde::Serialize;

use super::content::Card;
use super::crossing::crossings;
use super::export::Export;
use super::fill::Units;
use super::furniture::{Furniture, signatory_in_error};
use super::group::{Group, groups};
use super::matrix::Matrix;
use super::paper::{BODY_PT, Paper, Refusal, readable};
use super::posters::{Drawing, Posters};
use super::search::Subject;
use super::settings::Settings;
use super::sheet::{Document, Sheet};
use super::sizes::Sizes;
use super::tiles::{Tiled, cut};
use super::tree::Tree;
use super::units::furniture;
use crate::cascade::Cascade;
use crate::typeset::{Engine, Job, PdfSettings, TypesetError, printable_data};

/// Everything that is drawn of one cascade.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Charts {
    /// The documents, to be typeset as PDF, and drawings as SVG.
    pub jobs: Vec<Job>,
    /// Finished files: path relative to `output/<instansi>/`, and contents.
    pub files: Vec<(String, Vec<u8>)>,
    /// The posters that were asked for and would be too small to read.
    pub refused: Vec<Refusal>,
}

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
            draft: signatory_in_error(cascade, settings) || cards.iter().any(|card| card.cacat),
            whole: Subject { tree, cards: (0..cards.len()).map(|card| (card, false)).collect(), split: false },
            groups,
            crossings: crossings(cascade),
            sizes: Sizes::new(engine, cards, &settings.kata.label, &all)?,
            furniture: all,
        })
    }

    /// The whole cascade on one sheet, in natural size: the poster, the sheets
    /// it can be cut into, the same as SVG, and its layout as JSON. Then the
    /// poster on the papers asked for, or on the smallest that holds it.
    pub(super) fn posters(&mut self, charts: &mut Charts) -> Result<(), TypesetError> {
        let posters = Posters { whole: &self.whole, papers: &self.settings.poster };
        let plan = self.sizes.settle(|sizes| posters.plan(sizes), |plan| posters.boxes(plan))?;
        let natural = posters.natural(&self.sizes, plan.natural);
        let sheet = self.sheet(&natural);
        let export = Export::new(self.cascade, &natural.1, &self.crossings, sheet.dashed());
        charts.files.push(("bagan/tata-letak.json".to_owned(), bytes(&export)?));
        for &paper in &self.settings.sambung {
            let tiled = Tiled {
                judul: self.title(),
                draf: self.draft,
                kata: &self.settings.kata.label,
                jabatan: self.cards,
                sambung: cut(&sheet, paper),
                poster: &sheet,
            };
            charts.jobs.push(self.job(&format!("sambung-{paper}"), "bagan-sambung.typ", &tiled)?);
        }
        let poster = self.document("poster", vec![sheet])?;
        charts.jobs.push(Job { path: "bagan/poster.svg".to_owned(), ..poster.clone() });
        charts.jobs.insert(0, poster);

        let (fitted, refused) = posters.fitted(&self.sizes, &plan);
        for (paper, drawing) in fitted {
            charts.jobs.push(self.document(&format!("poster-{paper}"), vec![self.sheet(&drawing)])?);
        }
        charts.refused.extend(refused);
        Ok(())
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
        let mut leaves = sizes.settle(|sizes| units.overview(sizes), |leaves| Units::boxes(leaves))?;
        for index in 0..groups.len() {
            if !units.is_told(&leaves, index) {
                leaves.extend(sizes.settle(|sizes| units.unit(sizes, index), |leaves| Units::boxes(leaves))?);
            }
        }
        let smallest = leaves.iter().map(|leaf| leaf.scale).fold(f64::INFINITY, f64::min);
        let sheets = units.sheets(sizes, &leaves, &furniture[1..], settings).filter(|_| readable(smallest));
        let Some(halaman) = sheets else {
            return Ok(Err(Refusal { paper, type_pt: Some(smallest * BODY_PT), instead: None }));
        };
        self.document(&format!("unit-{paper}"), halaman).map(Ok)
    }

    /// The matrix retypeset.
    pub(super) fn matrix(&self) -> Result<Job, TypesetError> {
        let signatory = self.furniture[0].penanda_tangan.clone();
        let matrix = Matrix::new(self.cascade, self.cards, &self.sizes, signatory, self.settings, self.draft);
        self.job("matriks", "matriks.typ", &matrix)
    }

    fn sheet(&self, (choice, chart, page): &Drawing) -> Sheet {
        let drawn = (chart, choice.shape);
        let kata = &self.settings.kata.label;
        Sheet::new(&self.whole, self.cards, drawn, page, &self.furniture[0], &self.crossings, kata)
    }

    fn document(&self, name: &str, halaman: Vec<Sheet>) -> Result<Job, TypesetError> {
        let document = Document {
            judul: self.title(),
            draf: self.draft,
            kata: &self.settings.kata.label,
            jabatan: self.cards,
            halaman,
        };
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
            data: if self.draft { printable_data(bytes(data)?) } else { bytes(data)? },
            settings: PdfSettings { ident, date: self.settings.date, archival: true },
            draft: self.draft,
        })
    }
}

fn bytes(data: &impl Serialize) -> Result<Vec<u8>, TypesetError> {
    serde_json::to_vec(data).map_err(|error| TypesetError::plain(error.to_string()))
}
