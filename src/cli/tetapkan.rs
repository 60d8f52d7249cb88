//! `perjakin tetapkan`: what is printed and signed becomes an edition. From
//! then on its sheets are never touched, and only what changes is printed.

use std::path::Path;

use super::args::TetapkanArgs;
use super::console;
use super::edisi;
use super::exit::Exit;
use super::open;
use super::summary::listed;
use crate::document::Tanggal;
use crate::pipeline::date::{self, Fault};
use crate::pipeline::edition::{Current, current};
use crate::pipeline::{Register, Tracked};
use crate::project::Instansi;
use crate::publish::Holder;
use crate::publish::edition::{Freeze, Frozen, Obstacles, freeze, next_name, sheet_folder};

/// Runs `tetapkan`.
pub fn run(args: &TetapkanArgs) -> Exit {
    if let Some(text) = args.tanggal.as_deref().filter(|text| Tanggal::parse(text).is_none()) {
        console::complain(&format!("\"{text}\" bukan tanggal"), "Tulis misalnya --tanggal \"2 Januari 2026\".");
        return Exit::Usage;
    }
    let chosen = match open::instansi(&args.folders.input, args.instansi.as_deref()) {
        Ok(chosen) => chosen,
        Err(exit) => return exit,
    };
    chosen.iter().map(|one| one_instansi(one, args).unwrap_or_else(|exit| exit)).max().unwrap_or(Exit::Done)
}

fn one_instansi(instansi: &Instansi, args: &TetapkanArgs) -> Result<Exit, Exit> {
    let folder = args.folders.output.join(instansi.output_name());
    if !folder.is_dir() {
        let what = format!("{}: belum ada yang dicetak di {}", instansi.config.instansi, folder.display());
        console::complain(&what, "Jalankan perjakin, tandatangani lembarnya, lalu tetapkan.");
        return Err(Exit::Usage);
    }
    let reading = open::read(instansi)?;
    let press = open::press(&args.folders.input, instansi)?;
    let history = edisi::history(&folder)?;
    let config = &instansi.config;
    let composed = current(config, &reading, &history)
        .and_then(|current| Ok((current.sheets(config, &reading, &press)?, current)));
    let (sheets, current) = composed.map_err(|error| open::compose_told(&error))?;
    let date = date(args.tanggal.as_deref(), &current).ok_or_else(|| {
        let what = format!("tanggal penandatanganan edisi {} belum diketahui", current.form.name());
        let hint = "Tulis --tanggal \"1 Juli 2026\", atau isi tanggal di tabel [perubahan] dalam perjakin.toml.";
        console::complain(&what, hint);
        Exit::Usage
    })?;
    check_date(&date, &current, config.tahun)?;
    let record = current.record(config, &reading.cascade);
    let wish = Freeze { name: &current.name, date: &date, sheets: &sheets, record: &record };
    let holder = Holder { pid: std::process::id(), since: console::now() };
    match freeze(&folder, &wish, &holder) {
        Ok(Frozen::Done(count)) => {
            let tracked = Tracked::new(&sheets, folder.clone(), true);
            let signing = signing(&Register::new(&reading, &tracked), &folder);
            console::say(&(done(instansi, &current, &date, count) + &signing));
            Ok(Exit::Done)
        }
        Ok(Frozen::Already(edition)) => {
            let (name, date) = (current.form.name(), edition.date);
            console::say(&format!(
                "{}: edisi {name} telah ditetapkan ({date}) dan tidak ada perubahan sesudahnya.",
                instansi.config.instansi
            ));
            Ok(Exit::Done)
        }
        Ok(Frozen::Not(obstacles)) => Err(refused(instansi, &current, &obstacles, &folder)),
        Err(error) => Err(open::output_told(&error)),
    }
}

/// The date of signing: as asked for, else as the sheets print it.
fn date(asked: Option<&str>, current: &Current) -> Option<String> {
    let printed = current.signed.as_deref().or(current.form.tanggal.as_deref());
    let text = asked.or(printed)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Refuses a date that cannot be that of the edition, for it could not be
/// taken back; and tells of one that is not what the sheets print.
fn check_date(text: &str, current: &Current, tahun: u16) -> Result<(), Exit> {
    let Some(date) = Tanggal::parse(text).filter(|_| current.signed.is_none()) else { return Ok(()) };
    let name = current.form.name();
    if let Some(fault) = date::fault(date, tahun, current.before.as_ref()) {
        let (what, hint) = match fault {
            Fault::Year => (
                format!("edisi {name} untuk tahun {tahun} tidak dapat ditandatangani {text}"),
                format!("Tulis tanggal pada tahun {tahun}; edisi pertama boleh Desember tahun sebelumnya."),
            ),
            Fault::Earlier(before) => (
                format!("tanggal edisi {name}, {text}, lebih awal daripada edisi sebelumnya ({before})"),
                "Tulis tanggal yang benar dengan --tanggal, atau perbaiki tanggal di tabel [perubahan] dalam \
                 perjakin.toml."
                    .to_owned(),
            ),
        };
        console::complain(&what, &hint);
        return Err(Exit::Usage);
    }
    let printed = current.form.tanggal.as_deref();
    let full = printed.and_then(Tanggal::parse).filter(|printed| printed.hari.is_some() && *printed != date);
    if let (Some(_), Some(printed)) = (full, printed) {
        console::say(&format!(
            "perhatian: edisi {name} ditetapkan bertanggal {text}, sedangkan di lembarnya tercetak {printed}."
        ));
    }
    Ok(())
}

fn done(instansi: &Instansi, current: &Current, date: &str, count: usize) -> String {
    let folder = sheet_folder(&current.name);
    let next = sheet_folder(&next_name(&current.name));
    format!(
        "{}: edisi {} ditetapkan, {count} lembar, ditandatangani {date}.\n  \
         Berkas di folder {folder} tidak akan diubah lagi. Perubahan sesudah ini dicetak di folder {next}.",
        instansi.config.instansi,
        current.form.name()
    )
}

/// How many sheets the office's copy of the register marks as signed; which
/// ones it does not is worth a warning, for nothing can be taken back. Nothing
/// where no copy has a mark: that office keeps no count there.
fn signing(register: &Register, folder: &Path) -> String {
    if !register.has_marks() {
        return String::new();
    }
    let (progress, unsigned) = (register.progress(), register.unsigned());
    if unsigned.is_empty() {
        return format!("\n  Menurut salinan register, {}.", progress.describe());
    }
    let again = match progress.again {
        0 => String::new(),
        again => format!(" ({again} di antaranya berubah sesudah ditandatangani)"),
    };
    format!(
        "\n  perhatian: menurut salinan register baru {}; {} belum{again}, di {}:{}\n    \
         Pastikan lembar itu ditandatangani, lalu isi kolom Tanda tangan di salinan register dalam folder input.",
        progress.describe(),
        unsigned.len(),
        folder.display(),
        listed(unsigned.iter().map(|path| (*path).to_owned()))
    )
}

/// Tells why an edition cannot be frozen yet.
fn refused(instansi: &Instansi, current: &Current, obstacles: &Obstacles, folder: &Path) -> Exit {
    let Obstacles { draft, unsettled, outdated, unwanted } = obstacles;
    let name = current.form.name();
    console::say(&format!("{}: edisi {name} belum dapat ditetapkan.", instansi.config.instansi));
    let reasons = [
        (
            draft,
            "masih bertanda DRAF",
            "Perbaiki datanya (perjakin periksa), cetak lagi, lalu tetapkan.",
            Exit::DataErrors,
        ),
        (
            unsettled,
            "telah ditandatangani atau diubah, dan versi barunya ada di sampingnya",
            "Pilih satu: ganti berkas itu dengan versi barunya, atau kembalikan datanya. Lalu jalankan perjakin dan \
             tetapkan lagi.",
            Exit::LeftAlone,
        ),
        (
            outdated,
            "belum dicetak menurut data sekarang",
            "Jalankan perjakin, tandatangani lembarnya, lalu tetapkan lagi.",
            Exit::Usage,
        ),
        (
            unwanted,
            "tidak lagi ada dalam data",
            "Jalankan perjakin agar diarsipkan; yang telah ditandatangani pindahkan sendiri ke folder lain. Lalu \
             tetapkan lagi.",
            Exit::Usage,
        ),
    ];
    let mut worst = Exit::Done;
    for (paths, what, hint, exit) in reasons.into_iter().filter(|(paths, ..)| !paths.is_empty()) {
        let title = format!("{} lembar {what}, di {}:{}", paths.len(), folder.display(), listed(paths.iter().cloned()));
        console::complain(&title, hint);
        worst = worst.max(exit);
    }
    worst
}
