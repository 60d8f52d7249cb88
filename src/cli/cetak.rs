//! `perjakin cetak`, the main job: read, check, print, publish.
//!
//! Everything that can be wrong with arguments, configuration, templates and
//! workbooks shows before the first file is written. Each instansi is
//! independent: where one cannot be read, the others are still printed.

use std::path::PathBuf;
use std::time::Instant;

use super::args::{BaganArgs, CetakArgs, Folders};
use super::console;
use super::exit::Exit;
use super::interrupt;
use super::open;
use super::progress::Bar;
use super::relative::relative;
use super::summary::{self, Counts};
use crate::document::Sheets;
use crate::pipeline::{self, ComposeError, Press, Reading, Register, Tracked, Volumes};
use crate::project::Instansi;
use crate::publish::{self, Holder, Options, Ready};
use crate::typeset::{Chain, Job, Jobs, pool};

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
}

/// What is to be printed of an order.
struct Print<'a> {
    order: &'a Order<'a>,
    sheets: Sheets<'a>,
    charts: Vec<Job>,
    ready: Vec<Ready>,
    notes: Vec<String>,
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
        prints.retain(|print| print.sheets.count() > 0);
        if prints.is_empty() {
            let what = format!("tidak ada jabatan, pegawai atau unit yang memuat \"{pattern}\"");
            console::complain(&what, "Tulis sebagian namanya saja, misalnya --hanya sekretar.");
            return Exit::Usage;
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
    let press = Press::new(&open::templates(&folders.input, instansi)).map_err(|error| {
        console::complain(&error, "Periksa folder templates itu.");
        Exit::Usage
    })?;
    Ok(Order { instansi, reading, press, folder: folders.output.join(instansi.output_name()) })
}

fn compose<'a>(order: &'a Order, scope: Scope) -> Result<Print<'a>, ComposeError> {
    let Order { instansi, reading, press, folder } = order;
    let only = if let Scope::Only(pattern) = scope { Some(pattern) } else { None };
    let mut sheets = pipeline::sheets(instansi, reading, press, only)?;
    if scope == Scope::Charts {
        sheets.select(&|_| false);
    }
    let mut print = Print { order, sheets, charts: Vec::new(), ready: Vec::new(), notes: Vec::new() };
    if only.is_none() {
        let charts = pipeline::charts(instansi, reading, press)?;
        print.charts = charts.jobs;
        print.ready.extend(charts.files.into_iter().map(|(path, bytes)| Ready { path, bytes }));
        print.notes.extend(charts.refused.iter().map(ToString::to_string));
    }
    if scope == Scope::All {
        let home = relative(&folder.join("laporan"), &instansi.folder);
        match pipeline::findings_workbook(reading, home.as_deref()) {
            Ok(bytes) => print.ready.push(Ready { path: "laporan/periksa.xlsx".to_owned(), bytes }),
            Err(error) => print.notes.push(format!("laporan/periksa.xlsx tidak dapat dibuat: {error}")),
        }
    }
    press.prove(&print.sheets, &print.charts)?;
    Ok(print)
}

fn publish(print: &Print, wishes: &Wishes, scope: Scope) -> Exit {
    let Print { order: Order { instansi, reading, press, folder }, sheets, charts, ready, notes } = print;
    let options = Options {
        threads: pool::default_threads(),
        edition: "murni",
        partial: scope != Scope::All,
        refresh_templates: wishes.refresh,
        holder: Holder { pid: std::process::id(), since: console::now() },
        cancel: interrupt::flag(),
    };
    let tracked = Tracked::new(sheets, folder.clone());
    let lists = if scope == Scope::All {
        let volumes = Volumes::new(instansi, reading, &tracked);
        volumes.and_then(|volumes| Ok((volumes, Register::new(instansi, reading, &tracked)?))).map(Some)
    } else {
        Ok(None)
    };
    let lists = match lists {
        Ok(lists) => lists,
        Err(error) => {
            console::complain(&error, error.hint());
            return Exit::Usage;
        }
    };
    let mut jobs = vec![&tracked as &dyn Jobs, charts];
    if let Some((volumes, register)) = &lists {
        jobs.extend([volumes as &dyn Jobs, register]);
    }
    let jobs = Chain::new(jobs);
    let bar = Bar::new(wishes.explain);
    let result = publish::run(folder, &jobs, ready, &press.engine, &options, &bar);
    bar.clear();
    match result {
        Ok(done) => {
            let counts = Counts {
                sheets: sheets.count(),
                draft: sheets.drafts(),
                charts: charts.len(),
                volumes: lists.as_ref().map_or(0, |(volumes, _)| volumes.count()),
                signing: lists.filter(|_| reading.signed.count() > 0).map(|(_, register)| register.progress()),
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
