//! `perjakin awasi`: a sheet in the browser while its templates are edited.

use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use super::args::AwasiArgs;
use super::console;
use super::exit::Exit;
use super::interrupt;
use super::open;
use crate::preview::{Office, Preview, Session, View, Watch};
use crate::system;

/// How soon a request to end is heard.
const LISTEN_EVERY: Duration = Duration::from_millis(100);

/// Shows one sheet until the user has seen enough.
pub fn run(args: &AwasiArgs) -> Exit {
    prepare(args).and_then(|(session, watch)| show(args, session, watch)).unwrap_or_else(|exit| exit)
}

fn prepare(args: &AwasiArgs) -> Result<(Session, Watch), Exit> {
    let instansi = open::one(&args.input, args.instansi.as_deref())?;
    let templates = open::templates(&args.input, &instansi);
    // Before reading, so that what is saved meanwhile is a change.
    let watch = Watch::new(instansi.folder.clone(), templates.to_vec());
    open::say_strays(&templates, &instansi);
    let reading = open::read(&instansi)?;
    let guard = open::guard()?;
    let office = Office {
        input: args.input.clone(),
        instansi,
        templates: templates.to_vec(),
        reader: Box::new(move |path| guard.read(path)),
    };
    let session = Session::new(office, reading, args.hanya.clone()).map_err(|error| {
        console::complain(&error, "Tulis sebagian nama jabatan, unit atau pegawai seperti di matriks.");
        Exit::Usage
    })?;
    Ok((session, watch))
}

fn show(args: &AwasiArgs, session: Session, watch: Watch) -> Result<Exit, Exit> {
    let templates = watch.templates().iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>();
    let tell = |view: &View| console::say(&told(view));
    let preview = Preview::start(session, watch, args.port, std::process::id(), tell).map_err(|error| {
        console::complain(
            &format!("pratinjau tidak dapat dibuka di alamat lokal: {}", system::told(&error)),
            "Pilih porta lain dengan --port NOMOR, atau jangan sebutkan agar dicarikan yang kosong.",
        );
        Exit::Usage
    })?;
    match console::result(&format!("{}\n", preview.url())) {
        Exit::Done => {}
        exit => return Err(exit),
    }
    console::say(&format!(
        "Buka alamat itu di peramban, lalu ubah dan simpan berkas di folder {}. Berhenti: Ctrl-C.",
        templates.join(" atau ")
    ));
    while !interrupt::flag().load(Ordering::Relaxed) {
        thread::sleep(LISTEN_EVERY);
    }
    Ok(Exit::Interrupted)
}

/// What a new view is worth on the terminal. No name of a person: a terminal
/// is often logged.
fn told(view: &View) -> String {
    let mut text = String::new();
    if let Some(good) = view.good.as_ref().filter(|_| !view.stale) {
        let draft = if good.draft { " · DRAF" } else { "" };
        text.push_str(&format!("{} · {} halaman{draft}\n", good.jabatan, good.pages.len()));
    }
    if let Some(failure) = &view.failure {
        text.push_str(&failure.to_string());
    }
    text.trim_end().to_owned()
}
