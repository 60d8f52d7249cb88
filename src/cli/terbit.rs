//! What a run prints of one instansi, and its way into the output folder.

use std::collections::BTreeMap;

use super::cetak::{Order, Scope, Wishes};
use super::console;
use super::edisi;
use super::exit::Exit;
use super::interrupt;
use super::progress::Bar;
use super::summary::{self, Counts};
use crate::document::{PUBLICATION, Sheets};
use crate::pipeline::edition::Current;
use crate::pipeline::{Register, Tracked, Volumes};
use crate::publish::edition::sheet_folder;
use crate::publish::{self, Holder, Noted, Options, Ready};
use crate::typeset::{Chain, Job, Jobs, pool};
use crate::workbook::writer::WriteError;

/// What is to be printed of an order.
pub struct Print<'a> {
    /// The order.
    pub order: &'a Order<'a>,
    scope: Scope<'a>,
    /// The edition with its sheets.
    pub edition: Current<'a>,
    /// Copies of its final sheets for a website.
    pub copies: Option<Sheets<'a>>,
    /// Charts and pages of the matrix.
    pub charts: Vec<Job>,
    /// What changed, for print.
    pub reports: Vec<Job>,
    /// Files that are finished.
    pub ready: Vec<Ready>,
    /// What the summary is to say besides.
    pub notes: Vec<String>,
}

impl<'a> Print<'a> {
    /// The sheets of an edition, and nothing else yet.
    pub fn new(order: &'a Order<'a>, scope: Scope<'a>, edition: Current<'a>) -> Self {
        let (charts, reports) = (Vec::new(), Vec::new());
        Self { order, scope, edition, copies: None, charts, reports, ready: Vec::new(), notes: Vec::new() }
    }

    /// How many sheets are to be printed: none of an edition that is signed.
    pub fn sheets(&self) -> usize {
        if self.edition.signed.is_some() { 0 } else { self.edition.sheets.count() }
    }

    /// How many sheets that are to be printed have dotted room for a target,
    /// and for how many targets.
    pub fn open_targets(&self) -> (usize, usize) {
        if self.sheets() > 0 { self.edition.sheets.open_targets() } else { (0, 0) }
    }

    /// A workbook for the reports; where there is none, a note why.
    pub fn add(&mut self, path: &str, workbook: Result<Vec<u8>, WriteError>) {
        match workbook {
            Ok(bytes) => self.ready.push(Ready { path: path.to_owned(), bytes }),
            Err(error) => self.notes.push(format!("{path} tidak dapat dibuat: {error}")),
        }
    }

    /// The print volumes and the register of the edition's sheets.
    fn lists<'b>(&'b self, tracked: &'b Tracked<'b>) -> (Volumes<'b>, Register<'b>) {
        let Order { instansi, reading, .. } = self.order;
        (Volumes::new(instansi.config.cetak, reading, tracked), Register::new(reading, tracked))
    }

    /// Brings the output folder up to date, and tells what was done.
    pub fn publish(&self, wishes: &Wishes) -> Exit {
        let Order { reading, press, folder, .. } = self.order;
        let tracked = Tracked::new(&self.edition.sheets, folder.clone());
        let lists = (self.scope == Scope::All).then(|| self.lists(&tracked));
        let mut jobs: Vec<&dyn Jobs> = vec![&self.charts, &self.reports];
        if self.sheets() > 0 {
            jobs.insert(0, &tracked);
        }
        jobs.extend(self.copies.as_ref().map(|copies| copies as &dyn Jobs));
        if let Some((volumes, register)) = &lists {
            jobs.extend([volumes as &dyn Jobs, register]);
        }
        let options = Options {
            threads: pool::default_threads(),
            edition: &self.edition.name,
            partial: self.scope != Scope::All,
            refresh_templates: wishes.refresh,
            holder: Holder { pid: std::process::id(), since: console::now() },
            cancel: interrupt::flag(),
        };
        let reasons = if wishes.explain { self.edition.reasons() } else { BTreeMap::new() };
        let bar = Bar::new(wishes.explain).knowing(reasons);
        let result = publish::run(folder, &Chain::new(jobs), &self.ready, &press.engine, &options, &bar);
        bar.clear();
        match result {
            Ok(done) => {
                let sheets = self.sheets();
                let noted = noted(&self.edition.sheets, &done.noted);
                let counts = Counts {
                    edition: edisi::line(&self.edition),
                    sheets_in: sheet_folder(&self.edition.name),
                    sheets,
                    draft: if sheets > 0 { self.edition.sheets.drafts() } else { 0 },
                    open: self.open_targets(),
                    other_anchors: if sheets > 0 { self.edition.sheets.other_anchors() } else { 0 },
                    copies: self.copies.as_ref().map_or(0, Jobs::count),
                    charts: self.charts.len(),
                    volumes: lists.as_ref().map_or(0, |(volumes, _)| volumes.count()),
                    signing: lists.filter(|_| !reading.signed.is_empty()).map(|(_, register)| register.progress()),
                };
                console::say(&summary::instansi(reading, &counts, &self.notes, &noted, folder, &done));
                Exit::from_code(done.exit_code())
            }
            Err(error) => {
                console::complain(&error, error.hint());
                Exit::from_code(error.exit_code())
            }
        }
    }
}

/// What templates noticed of documents: of a sheet with its jabatan and the
/// cell that names it, for the path says too little and the person too much.
/// A copy says nothing that its sheet does not say.
fn noted(sheets: &Sheets, noted: &[Noted]) -> Vec<String> {
    if noted.is_empty() {
        return Vec::new();
    }
    let by_path: BTreeMap<&str, usize> = (0..sheets.count()).map(|index| (sheets.path(index), index)).collect();
    let told = noted.iter().filter(|one| !one.path.starts_with(PUBLICATION));
    let told = told.map(|Noted { path, note }| match by_path.get(path.as_str()) {
        Some(index) => {
            let subject = sheets.subject_of(*index);
            let place = &subject.cascade.jabatan()[subject.post].place;
            format!("{} ({place}): {note}", subject.jabatan())
        }
        None => format!("{path}: {note}"),
    });
    told.collect()
}
