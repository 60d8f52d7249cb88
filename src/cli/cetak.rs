//! `perjakin cetak`, the main job: read, check, print, publish.
//!
//! Everything that can be wrong with arguments, configuration, templates and
//! workbooks shows before the first file is written. Each instansi is
//! independent: where one cannot be read, the others are still printed.

use std::path::PathBuf;
use std::time::Instant;

use super::args::{BaganArgs, CetakArgs, Folders};
use super::console;
use super::edisi;
use super::exit::Exit;
use super::open;
use super::relative::relative;
use super::summary;
use super::terbit::Print;
use crate::document::subjects;
use crate::pipeline::edition::{self, History};
use crate::pipeline::{self, ComposeError, Press, Reading};
use crate::project::Instansi;
use crate::publish::Ready;
use crate::typeset::Jobs as _;

/// What is to be printed of an instansi.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
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
pub struct Wishes {
    /// Write nothing while the data has an error.
    strict: bool,
    /// Say of each document why it is written.
    pub explain: bool,
    /// Print anew what only a change of template or program touches, though
    /// signed sheets are among it.
    pub refresh: bool,
}

/// One instansi, read and with its templates at hand.
pub struct Order<'a> {
    /// The instansi.
    pub instansi: &'a Instansi,
    /// Its matrix.
    pub reading: Reading,
    /// Its templates.
    pub press: Press,
    /// Its output folder.
    pub folder: PathBuf,
    history: History,
}

/// Runs `cetak`.
pub fn run(args: &CetakArgs) -> Exit {
    let wishes = Wishes { strict: args.ketat, explain: args.jelaskan, refresh: args.perbarui_templat };
    if args.hanya.as_deref().is_some_and(|pattern| pattern.trim().is_empty()) {
        console::complain(&"--hanya belum menyebut siapa", "Tulis sebagian namanya, misalnya --hanya sekretar.");
        return Exit::Usage;
    }
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
            Err(error) => return open::compose_told(&error),
        }
    }
    if let Scope::Only(pattern) = scope {
        prints.retain(|print| print.to_print().is_some_and(|sheets| sheets.count() > 0));
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
    let open = prints.iter().map(Print::open_targets);
    let open = open.fold((0, 0), |(sheets, targets), one| (sheets + one.0, targets + one.1));
    if wishes.strict && open.0 > 0 {
        console::complain(
            &format!("{}, jadi tidak ada yang ditulis", summary::open_targets(open)),
            "Isi targetnya, atau jalankan tanpa --ketat: targetnya dicetak sebagai titik-titik untuk ditulis tangan.",
        );
        return Exit::DataErrors;
    }
    for print in &prints {
        let exit = print.publish(wishes);
        worst = worst.max(exit);
        if exit == Exit::Interrupted {
            break;
        }
    }
    open::say_passed_over(&folders.input, name);
    console::say(&summary::elapsed(started.elapsed()));
    worst
}

fn read<'a>(instansi: &'a Instansi, folders: &Folders) -> Result<Order<'a>, Exit> {
    let reading = open::read(instansi)?;
    let press = open::press(&folders.input, instansi)?;
    let folder = folders.output.join(instansi.output_name());
    edisi::not_renamed(folders, &folder, &reading)?;
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

fn compose<'a>(order: &'a Order, scope: Scope<'a>) -> Result<Print<'a>, ComposeError> {
    let Order { instansi, reading, press, folder, history } = order;
    let config = &instansi.config;
    let edition = edition::current(config, reading, history)?;
    let mut print = Print::new(order, scope, edition);
    print.notes.extend(press.strays());
    print.notes.extend(print.edition.date_left_over());
    if scope != Scope::Charts {
        let mut sheets = print.edition.sheets(config, reading, press)?;
        if let Scope::Only(pattern) = scope {
            sheets.select(&|subject| subject.matches(pattern));
        }
        print.copies = pipeline::copies(config, reading, press, &print.edition, &sheets)?;
        print.sheets = Some(sheets);
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
        print.reports = print.edition.report(config)?;
        if let Some(workbook) = print.edition.report_workbook() {
            print.add("laporan/perubahan.xlsx", workbook);
        }
    }
    press.prove(print.sheets.as_ref(), &print.charts)?;
    Ok(print)
}
