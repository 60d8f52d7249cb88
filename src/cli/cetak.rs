//! `perjakin cetak`, the main job: read, check, print, publish.
//!
//! Everything that can be wrong with arguments, configuration, templates and
//! workbooks shows before the first file is written. Each instansi is
//! independent: where one cannot be read, the others are still printed.

use std::path::PathBuf;
use std::time::Instant;

use super::args::{CetakArgs, Folders};
use super::console;
use super::exit::Exit;
use super::interrupt;
use super::open;
use super::progress::Bar;
use super::relative::relative;
use super::summary;
use crate::pipeline::{self, ComposeError, Press, Reading};
use crate::project::Instansi;
use crate::publish::{self, Holder, Options, Ready};
use crate::typeset::{Job, pool};

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

/// One instansi, ready to be printed.
struct Order {
    reading: Reading,
    press: Press,
    jobs: Vec<Job>,
    ready: Vec<Ready>,
    notes: Vec<String>,
    folder: PathBuf,
}

/// Runs `cetak`.
pub fn run(args: &CetakArgs) -> Exit {
    let wishes = Wishes { strict: args.ketat, explain: args.jelaskan, refresh: args.perbarui_templat };
    print(&args.folders, &wishes, args.hanya.as_deref().map_or(Scope::All, Scope::Only))
}

/// Runs `bagan`.
pub fn charts(folders: &Folders) -> Exit {
    print(folders, &Wishes::default(), Scope::Charts)
}

fn print(folders: &Folders, wishes: &Wishes, scope: Scope) -> Exit {
    let started = Instant::now();
    let all = match open::instansi(&folders.input) {
        Ok(all) => all,
        Err(exit) => return exit,
    };
    let mut worst = Exit::Done;
    let mut orders = Vec::new();
    for one in &all {
        match prepare(one, folders, scope) {
            Ok(order) => orders.push(order),
            Err(Exit::Unreadable) => worst = Exit::Unreadable,
            Err(exit) => return exit,
        }
    }
    if let Scope::Only(pattern) = scope {
        orders.retain(|order| !order.jobs.is_empty());
        if orders.is_empty() {
            let what = format!("tidak ada jabatan, pegawai atau unit yang memuat \"{pattern}\"");
            console::complain(&what, "Tulis sebagian namanya saja, misalnya --hanya sekretar.");
            return Exit::Usage;
        }
    }
    if wishes.strict && orders.iter().any(|order| order.reading.has_galat()) {
        for order in &orders {
            console::say(&summary::findings(&order.reading));
        }
        console::complain(
            &"data masih berisi galat, jadi tidak ada yang ditulis",
            "Lihat rinciannya: perjakin periksa",
        );
        return Exit::DataErrors;
    }
    for order in orders {
        let exit = publish(order, wishes, scope);
        worst = worst.max(exit);
        if exit == Exit::Interrupted {
            break;
        }
    }
    console::say(&summary::elapsed(started.elapsed()));
    worst
}

fn prepare(instansi: &Instansi, folders: &Folders, scope: Scope) -> Result<Order, Exit> {
    let reading = open::read(instansi)?;
    let press = Press::new(&open::templates(&folders.input, instansi)).map_err(|error| {
        console::complain(&error, "Periksa folder templates itu.");
        Exit::Usage
    })?;
    let mut order = Order {
        folder: folders.output.join(instansi.output_name()),
        reading,
        press,
        jobs: Vec::new(),
        ready: Vec::new(),
        notes: Vec::new(),
    };
    compose(instansi, &mut order, scope).map_err(|error| {
        console::complain(&error, error.hint());
        Exit::Usage
    })?;
    if scope == Scope::All {
        let home = relative(&order.folder.join("laporan"), &instansi.folder);
        match pipeline::findings_workbook(&order.reading, home.as_deref()) {
            Ok(bytes) => order.ready.push(Ready { path: "laporan/periksa.xlsx".to_owned(), bytes }),
            Err(error) => order.notes.push(format!("laporan/periksa.xlsx tidak dapat dibuat: {error}")),
        }
    }
    Ok(order)
}

fn compose(instansi: &Instansi, order: &mut Order, scope: Scope) -> Result<(), ComposeError> {
    if scope != Scope::Charts {
        let only = if let Scope::Only(pattern) = scope { Some(pattern) } else { None };
        order.jobs = pipeline::sheets(instansi, &order.reading, &order.press, only)?;
    }
    if let Scope::Only(_) = scope {
        return order.press.prove(&order.jobs);
    }
    let charts = pipeline::charts(instansi, &order.reading, &order.press)?;
    order.jobs.extend(charts.jobs);
    order.ready.extend(charts.files.into_iter().map(|(path, bytes)| Ready { path, bytes }));
    order.notes.extend(charts.refused.iter().map(ToString::to_string));
    order.press.prove(&order.jobs)
}

fn publish(order: Order, wishes: &Wishes, scope: Scope) -> Exit {
    let Order { reading, press, jobs, ready, notes, folder } = order;
    let options = Options {
        threads: pool::default_threads(),
        edition: "murni",
        partial: scope != Scope::All,
        refresh_templates: wishes.refresh,
        holder: Holder { pid: std::process::id(), since: console::now() },
        cancel: interrupt::flag(),
    };
    let bar = Bar::new(wishes.explain);
    let result = publish::run(&folder, &jobs, &ready, &press.engine, &options, &bar);
    bar.clear();
    match result {
        Ok(done) => {
            console::say(&summary::instansi(&reading, &jobs, &notes, &folder, &done));
            Exit::from_code(done.exit_code())
        }
        Err(error) => {
            console::complain(&error, error.hint());
            Exit::from_code(error.exit_code())
        }
    }
}
