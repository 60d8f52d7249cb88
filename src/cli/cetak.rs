//! `perjakin cetak`, the main job: read, check, print, publish.
//!
//! Everything that can be wrong with arguments, configuration, templates and
//! workbooks shows before the first file is written. Each instansi is
//! independent: where one cannot be read, the others are still printed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use super::args::{BaganArgs, CetakArgs, Folders};
use super::console;
use super::edisi;
use super::exit::Exit;
use super::interrupt;
use super::open;
use super::progress::Bar;
use super::relative::relative;
use super::summary::{self, Counts};
use crate::document::subjects;
use crate::pipeline::edition::{self, Current, History};
use crate::pipeline::{self, ComposeError, Press, Reading, Register, Tracked, Volumes};
use crate::project::Instansi;
use crate::publish::edition::sheet_folder;
use crate::publish::{self, Holder, Options, Ready};
use crate::typeset::{Chain, Job, Jobs, pool};
use crate::workbook::writer::WriteError;

/// What is to be printed of an instansi.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope<'a> {
    /// Sheets, charts and reports.
    All,
    /// The sheets whose jabatan, unit or holder has this text; nothing else
    /// is touched.
    Only(&'a str),
    /// The charts and the matrix only.
    Charts,
}

/// What the user asked for besides.
#[derive(Default)]
struct Wishes {
    /// Write nothing while the data has an error.
    strict: bool,
    /// Say of each document why it is written.
    explain: bool,
    /// Print anew what only a change of template or program touches, though
    /// signed sheets are among it.
    refresh: bool,
}

/// One instansi, read and with its templates at hand.
struct Order<'a> {
    instansi: &'a Instansi,
    reading: Reading,
    press: Press,
    folder: PathBuf,
    history: History,
}

/// What is to be printed of an order.
struct Print<'a> {
    order: &'a Order<'a>,
    edition: Current<'a>,
    charts: Vec<Job>,
    reports: Vec<Job>,
    ready: Vec<Ready>,
    notes: Vec<String>,
}

/// No sheets.
static NONE: Vec<Job> = Vec::new();

impl Print<'_> {
    /// The sheets to print: none of an edition that is signed already.
    fn jobs(&self) -> &dyn Jobs {
        if self.edition.signed.is_some() { &NONE } else { &self.edition.sheets }
    }

    /// A workbook for the reports; where there is none, a note why.
    fn add(&mut self, path: &str, workbook: Result<Vec<u8>, WriteError>) {
        match workbook {
            Ok(bytes) => self.ready.push(Ready { path: path.to_owned(), bytes }),
            Err(error) => self.notes.push(format!("{path} tidak dapat dibuat: {error}")),
        }
    }
}

/// Runs `cetak`.
pub fn run(args: &CetakArgs) -> Exit {
    let wishes = Wishes { strict: args.ketat, explain: args.jelaskan, refresh: args.perbarui_templat };
    let scope = args.hanya.as_deref().map_or(Scope::All, Scope::Only);
    print(&args.folders, args.instansi.as_deref(), &wishes, scope)
}

/// Runs `bagan`.
pub fn charts(args: &BaganArgs) -> Exit {
    print(&args.folders, args.instansi.as_deref(), &Wishes::default(), Scope::Charts)
}

fn print(folders: &Folders, name: Option<&str>, wishes: &Wishes, scope: Scope) -> Exit {
    let started = Instant::now();
    let all = match open::instansi(&folders.input, name) {
        Ok(all) => all,
        Err(exit) => return exit,
    };
    let mut worst = Exit::Done;
    let mut orders = Vec::new();
    for one in &all {
        match read(one, folders) {
            Ok(order) => orders.push(order),
            Err(Exit::Unreadable) => worst = Exit::Unreadable,
            Err(exit) => return exit,
        }
    }
    let mut prints = Vec::new();
    for order in &orders {
        match compose(order, scope) {
            Ok(print) => prints.push(print),
            Err(error) => {
                console::complain(&error, error.hint());
                return Exit::Usage;
            }
        }
    }
    if let Scope::Only(pattern) = scope {
        prints.retain(|print| print.jobs().count() > 0);
        if prints.is_empty() {
            return nothing_to_print(&orders, pattern);
        }
    }
    if wishes.strict && prints.iter().any(|print| print.order.reading.has_galat()) {
        for print in &prints {
            console::say(&summary::findings(&print.order.reading));
        }
        console::complain(
            &"data masih berisi galat, jadi tidak ada yang ditulis",
            "Lihat rinciannya: perjakin periksa",
        );
        return Exit::DataErrors;
    }
    for print in &prints {
        let exit = publish(print, wishes, scope);
        worst = worst.max(exit);
        if exit == Exit::Interrupted {
            break;
        }
    }
    console::say(&summary::elapsed(started.elapsed()));
    worst
}

fn read<'a>(instansi: &'a Instansi, folders: &Folders) -> Result<Order<'a>, Exit> {
    let reading = open::read(instansi)?;
    let press = open::press(&folders.input, instansi)?;
    let folder = folders.output.join(instansi.output_name());
    let history = edisi::history(&folder)?;
    Ok(Order { instansi, reading, press, folder, history })
}

/// Nothing is printed for a pattern: it fits nobody, or only sheets that were
/// signed and have not changed since.
fn nothing_to_print(orders: &[Order], pattern: &str) -> Exit {
    let known = |order: &&Order| subjects(&order.reading.cascade).iter().any(|subject| subject.matches(pattern));
    if orders.iter().any(|order| known(&order)) {
        let what = format!("Lembar yang memuat \"{pattern}\" tidak berubah sejak edisi terakhir ditetapkan.");
        console::say(&format!("{what}\n  Tidak ada yang dicetak."));
        return Exit::Done;
    }
    let what = format!("tidak ada jabatan, pegawai atau unit yang memuat \"{pattern}\"");
    console::complain(&what, "Tulis sebagian namanya saja, misalnya --hanya sekretar.");
    Exit::Usage
}

fn compose<'a>(order: &'a Order, scope: Scope) -> Result<Print<'a>, ComposeError> {
    let Order { instansi, reading, press, folder, history } = order;
    let config = &instansi.config;
    let edition = edition::current(config, reading, press, history)?;
    let mut print =
        Print { order, edition, charts: Vec::new(), reports: Vec::new(), ready: Vec::new(), notes: Vec::new() };
    match scope {
        Scope::Only(pattern) => print.edition.sheets.select(&|subject| subject.matches(pattern)),
        Scope::Charts => print.edition.sheets.select(&|_| false),
        Scope::All => {}
    }
    if !matches!(scope, Scope::Only(_)) {
        let charts = pipeline::charts(instansi, reading, press, &print.edition.form)?;
        print.charts = charts.jobs;
        print.ready.extend(charts.files.into_iter().map(|(path, bytes)| Ready { path, bytes }));
        print.notes.extend(charts.refused.iter().map(ToString::to_string));
    }
    if scope == Scope::All {
        let home = relative(&folder.join("laporan"), &instansi.folder);
        print.add("laporan/periksa.xlsx", pipeline::findings_workbook(reading, home.as_deref()));
        let (jobs, workbook) = print.edition.report(config)?;
        print.reports = jobs;
        if let Some(workbook) = workbook {
            print.add("laporan/perubahan.xlsx", workbook);
        }
    }
    press.prove(&print.edition.sheets, &print.charts)?;
    Ok(print)
}

fn publish(print: &Print, wishes: &Wishes, scope: Scope) -> Exit {
    let Print { order: Order { instansi, reading, press, folder, .. }, edition, charts, reports, ready, notes } = print;
    let options = Options {
        threads: pool::default_threads(),
        edition: &edition.name,
        partial: scope != Scope::All,
        refresh_templates: wishes.refresh,
        holder: Holder { pid: std::process::id(), since: console::now() },
        cancel: interrupt::flag(),
    };
    let tracked = Tracked::new(&edition.sheets, folder.clone());
    let lists = (scope == Scope::All)
        .then(|| (Volumes::new(instansi.config.cetak, reading, &tracked), Register::new(reading, &tracked)));
    let bar = Bar::new(wishes.explain).knowing(if wishes.explain { edition.reasons() } else { BTreeMap::new() });
    let sheets: &dyn Jobs = if edition.signed.is_some() { &NONE } else { &tracked };
    let mut jobs = vec![sheets, charts, reports];
    if let Some((volumes, register)) = &lists {
        jobs.extend([volumes as &dyn Jobs, register]);
    }
    let jobs = Chain::new(jobs);
    let result = publish::run(folder, &jobs, ready, &press.engine, &options, &bar);
    bar.clear();
    match result {
        Ok(done) => {
            let signed = edition.signed.is_some();
            let counts = Counts {
                edition: edisi::line(edition),
                sheets_in: sheet_folder(&edition.name),
                sheets: sheets.count(),
                draft: if signed { 0 } else { edition.sheets.drafts() },
                charts: charts.len(),
                volumes: lists.as_ref().map_or(0, |(volumes, _)| volumes.count()),
                signing: lists.filter(|_| !reading.signed.is_empty()).map(|(_, register)| register.progress()),
            };
            console::say(&summary::instansi(reading, &counts, notes, folder, &done));
            Exit::from_code(done.exit_code())
        }
        Err(error) => {
            console::complain(&error, error.hint());
            Exit::from_code(error.exit_code())
        }
    }
}
