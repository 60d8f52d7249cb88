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
use super::exit::Exit;
use super::interrupt;
use super::open;
use super::progress::Bar;
use super::relative::relative;
use super::summary::{self, Counts};
use crate::document::{self, Sheets};
use crate::pipeline::{self, ComposeError, Press, Reading};
use crate::project::Instansi;
use crate::publish::{self, Holder, Noted, Options, Ready};
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
    /// Copies of the final sheets for a website.
    copies: Option<Sheets<'a>>,
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
    let open = prints.iter().map(|print| print.sheets.open_targets());
    let open = open.fold((0, 0), |(sheets, targets), one| (sheets + one.0, targets + one.1));
    if wishes.strict && open.0 > 0 {
        console::complain(
            &format!("{}, jadi tidak ada yang ditulis", summary::open_targets(open)),
            "Isi targetnya, atau jalankan tanpa --ketat: targetnya dicetak sebagai titik-titik untuk ditulis tangan.",
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
    let copies = if scope == Scope::Charts { None } else { pipeline::copies(instansi, reading, press, only)? };
    let mut print = Print { order, sheets, copies, charts: Vec::new(), ready: Vec::new(), notes: Vec::new() };
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
    let Print { order: Order { reading, press, folder, .. }, sheets, copies, charts, ready, notes } = print;
    let options = Options {
        threads: pool::default_threads(),
        edition: "murni",
        partial: scope != Scope::All,
        refresh_templates: wishes.refresh,
        holder: Holder { pid: std::process::id(), since: console::now() },
        cancel: interrupt::flag(),
    };
    let bar = Bar::new(wishes.explain);
    let copies = copies.as_ref().map(|copies| copies as &dyn Jobs);
    let jobs = Chain::new([sheets as &dyn Jobs].into_iter().chain(copies).chain([charts as &dyn Jobs]));
    let result = publish::run(folder, &jobs, ready, &press.engine, &options, &bar);
    bar.clear();
    match result {
        Ok(done) => {
            let counts = Counts {
                sheets: sheets.count(),
                draft: sheets.drafts(),
                open: sheets.open_targets(),
                other_anchors: sheets.other_anchors(),
                copies: copies.map_or(0, Jobs::count),
                charts: charts.len(),
            };
            let noted = noted(sheets, &done.noted);
            console::say(&summary::instansi(reading, &counts, notes, &noted, folder, &done));
            Exit::from_code(done.exit_code())
        }
        Err(error) => {
            console::complain(&error, error.hint());
            Exit::from_code(error.exit_code())
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
    let is_copy = |path: &str| path.split('/').next() == Some(document::PUBLICATION);
    let told = noted.iter().filter(|one| !is_copy(&one.path));
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
