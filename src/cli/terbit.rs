//! What a run prints of one instansi, and its way into the output folder.

use std::collections::{BTreeMap, BTreeSet};

use super::cetak::{Order, Scope, Wishes};
use super::console;
use super::edisi;
use super::exit::Exit;
use super::interrupt;
use super::open;
use super::progress::Bar;
use super::summary::{self, Counts};
use crate::document::{PUBLICATION, Sheets, Subject};
use crate::finding::{Finding, rules};
use crate::pipeline::edition::Current;
use crate::pipeline::{Register, Tracked, Volumes};
use crate::publish::edition::sheet_folder;
use crate::publish::{self, Holder, Noted, Options, Ready};
use crate::typeset::{Chain, Job, Jobs, pool};
use crate::workbook::writer::WriteError;

/// What is said where what was signed would look otherwise by now.
const DRIFTED: &str = "bentuk, redaksi atau versi program berubah sesudah edisi ini ditetapkan, atau barisnya dipindah; \
                       lembar, jilid cetak dan salinan publikasinya tetap seperti saat ditetapkan";

/// What is to be printed of an order.
pub struct Print<'a> {
    /// The order.
    pub order: &'a Order<'a>,
    scope: Scope<'a>,
    /// The edition.
    pub edition: Current,
    /// Its sheets; `None` where only charts are wanted.
    pub sheets: Option<Sheets<'a>>,
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
    /// An edition, and nothing of it to print yet.
    pub fn new(order: &'a Order<'a>, scope: Scope<'a>, edition: Current) -> Self {
        let (sheets, copies, charts, reports) = (None, None, Vec::new(), Vec::new());
        Self { order, scope, edition, sheets, copies, charts, reports, ready: Vec::new(), notes: Vec::new() }
    }

    /// The sheets that are to be printed: none of an edition that is signed.
    pub fn to_print(&self) -> Option<&Sheets<'a>> {
        self.sheets.as_ref().filter(|_| self.edition.signed.is_none())
    }

    /// How many sheets that are to be printed have dotted room for a target,
    /// and for how many targets.
    pub fn open_targets(&self) -> (usize, usize) {
        self.to_print().map_or((0, 0), Sheets::open_targets)
    }

    /// The errors that make no sheet a draft, because no sheet prints them.
    fn errors_apart(&self) -> Vec<Finding> {
        self.sheets.as_ref().map_or_else(Vec::new, |sheets| self.order.reading.errors_apart(sheets.printed_galat()))
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
        let frozen = self.edition.signed.is_some();
        let tracked = self.sheets.as_ref().map(|sheets| Tracked::new(sheets, folder.clone(), frozen));
        // What is made from sheets must not differ from what was signed.
        let drifted = tracked.as_ref().is_some_and(|tracked| tracked.drifted(&press.engine));
        let lists = tracked.as_ref().filter(|_| self.scope == Scope::All).map(|tracked| self.lists(tracked));
        let printed = tracked.as_ref().filter(|_| self.to_print().is_some());
        let mut jobs: Vec<&dyn Jobs> = printed.into_iter().map(|tracked| tracked as &dyn Jobs).collect();
        jobs.extend([&self.charts as &dyn Jobs, &self.reports]);
        let copies = self.copies.as_ref().filter(|_| !drifted);
        let volumes = lists.as_ref().map(|(volumes, _)| volumes).filter(|_| !drifted);
        jobs.extend(copies.map(|copies| copies as &dyn Jobs));
        jobs.extend(volumes.map(|volumes| volumes as &dyn Jobs));
        jobs.extend(lists.as_ref().map(|(_, register)| register as &dyn Jobs));
        let options = Options {
            threads: pool::default_threads(),
            edition: &self.edition.name,
            partial: self.scope != Scope::All,
            refresh_templates: wishes.refresh,
            holder: Holder { pid: std::process::id(), since: console::now() },
            cancel: interrupt::flag(),
        };
        let explained = self.sheets.as_ref().filter(|_| wishes.explain);
        let reasons = explained.map_or_else(BTreeMap::new, |sheets| self.edition.reasons(sheets));
        let bar = Bar::new(wishes.explain).knowing(reasons);
        let result = publish::run(folder, &Chain::new(jobs), &self.ready, &press.engine, &options, &bar);
        bar.clear();
        match result {
            Ok(done) => {
                let sheets = self.to_print();
                let mut notes = self.notes.clone();
                if drifted {
                    notes.push(DRIFTED.to_owned());
                }
                let noted = noted(self.sheets.as_ref(), &done.noted);
                let counts = Counts {
                    edition: edisi::line(&self.edition),
                    sheets_in: sheet_folder(&self.edition.name),
                    sheets: sheets.map_or(0, Jobs::count),
                    draft: sheets.map_or(0, Sheets::drafts),
                    open: self.open_targets(),
                    apart: self.errors_apart(),
                    other_anchors: sheets.map_or(0, Sheets::other_anchors),
                    copies: copies.map_or(0, Jobs::count),
                    charts: self.charts.len(),
                    volumes: volumes.map_or(0, Jobs::count),
                    signing: lists
                        .filter(|(_, register)| register.has_marks())
                        .map(|(_, register)| register.progress()),
                };
                console::say(&summary::instansi(reading, &counts, &notes, &noted, folder, &done));
                Exit::from_code(done.exit_code())
            }
            Err(error) => open::output_told(&error),
        }
    }
}

/// What templates noticed of documents: of a sheet with its jabatan and the
/// cell that names it, for the path says too little and the person too much.
/// A copy says nothing that its sheet does not say. A notice that begins with
/// the code of a rule is a finding of that rule: its remedy is told once.
fn noted(sheets: Option<&Sheets>, noted: &[Noted]) -> Vec<String> {
    if noted.is_empty() {
        return Vec::new();
    }
    let subjects = sheets
        .into_iter()
        .flat_map(|sheets| (0..sheets.count()).map(|index| (sheets.path(index), sheets.subject_of(index))));
    let by_path: BTreeMap<&str, Subject> = subjects.collect();
    let told = noted.iter().filter(|one| !one.path.starts_with(PUBLICATION));
    let mut seen = BTreeSet::new();
    let told = told.map(|Noted { path, note }| {
        let whose = match by_path.get(path.as_str()) {
            Some(subject) => {
                let place = &subject.cascade.jabatan()[subject.post].place;
                format!("{} ({place})", subject.jabatan())
            }
            None => path.clone(),
        };
        let coded = note.split_once(": ").and_then(|(code, what)| Some((rules::by_code(code)?, what)));
        match coded {
            Some((rule, what)) if seen.insert(rule.code) => {
                format!("{} {whose}: {what}\nsaran: {} (perjakin jelaskan {})", rule.code, rule.remedy, rule.code)
            }
            Some((rule, what)) => format!("{} {whose}: {what}", rule.code),
            None => format!("{whose}: {note}"),
        }
    });
    told.collect()
}
