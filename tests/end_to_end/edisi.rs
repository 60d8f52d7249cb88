//! From January to a revision: what was signed is frozen, and after that only
//! what changed is printed.

mod ditetapkan;
mod ditolak;
mod perubahan;

use std::collections::BTreeMap;

use perjakin::workbook::grid::Value;

use crate::pembaca_layar::assert_sound;
use crate::support::lembar::{self, text};
use crate::support::pdf::ReadBack;
use crate::support::project::{Project, Run};
use crate::support::tags::Tags;

const CONFIG: &str = "input/contoh/perjakin.toml";
const ROSTER: &str = "input/contoh/pegawai.xlsx";
const TARGETS: &str = "input/contoh/target.xlsx";
const OUTPUT: &str = "output/contoh";

/// 0-based column of a person's name and jabatan in the roster, and of the
/// year's target.
const NAMA: usize = 1;
const JABATAN: usize = 5;
const TARGET: usize = 5;

fn ok(project: &Project, args: &[&str]) -> Run {
    let run = project.run(args);
    assert_eq!(run.code, 0, "{args:?}: {}{}", run.stdout, run.stderr);
    run
}

/// The agency that does not exist, printed and frozen.
fn frozen() -> Project {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    ok(&project, &["tetapkan"]);
    project
}

/// The files of the output folder with their bytes, without the manifests.
fn tree(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let top = project.path(OUTPUT);
    let files = project.files(OUTPUT).into_iter();
    let named = files.map(|path| (path.strip_prefix(&top).unwrap().to_str().unwrap().to_owned(), path));
    let others = named.filter(|(name, _)| !name.starts_with("manifest"));
    others.map(|(name, path)| (name, std::fs::read(path).unwrap())).collect()
}

/// Inode and time of every file: what changes when one is written again.
fn stamps(project: &Project) -> Vec<(std::path::PathBuf, std::time::SystemTime, u64)> {
    let stamp = |path: std::path::PathBuf| {
        let found = std::fs::metadata(&path).unwrap();
        (path, found.modified().unwrap(), found.len())
    };
    project.files("output").into_iter().map(stamp).collect()
}

/// The sheets below a folder of the output, without key and ending.
fn sheets(project: &Project, folder: &str) -> Vec<String> {
    let top = project.path(OUTPUT).join(folder);
    let name = |path: &std::path::Path| {
        let name = path.strip_prefix(&top).unwrap().to_str().unwrap().to_owned();
        name.rsplit_once('-').unwrap().0.to_owned()
    };
    project.pdfs(&format!("{OUTPUT}/{folder}")).iter().map(|path| name(path)).collect()
}

/// The only sheet of a revision whose path has this text.
fn sheet(project: &Project, folder: &str, text: &str) -> ReadBack {
    let all = project.pdfs(&format!("{OUTPUT}/{folder}"));
    let mut found = all.iter().filter(|path| path.to_str().unwrap().contains(text));
    let sheet = ReadBack::open(found.next().unwrap_or_else(|| panic!("no sheet of {text}")));
    assert!(found.next().is_none(), "more than one sheet of {text}");
    sheet
}

/// Another target for the only row with this indikator.
fn retarget(project: &Project, indikator: &str, target: f64) {
    lembar::edit(&project.path(TARGETS), |rows| {
        let row = rows.iter_mut().find(|cells| cells.contains(&text(indikator))).unwrap();
        row[TARGET] = Some(Value::Number(target));
    });
}

/// A person leaves: the row is gone.
fn leave(project: &Project, nama: &str) {
    lembar::edit(&project.path(ROSTER), |rows| rows.retain(|cells| !cells.contains(&text(nama))));
}

/// A person takes up a jabatan that was vacant.
fn arrive(project: &Project, nama: &str, jabatan: &str) {
    lembar::edit(&project.path(ROSTER), |rows| {
        let vacant = |cells: &&mut Vec<Option<Value>>| {
            cells.get(JABATAN) == Some(&text(jabatan)) && cells.get(NAMA) == Some(&text("(lowong)"))
        };
        rows.iter_mut().find(vacant).unwrap()[NAMA] = text(nama);
    });
}

const LAPORAN: &str = "Jumlah laporan kinerja yang disusun";
const ANALIS: &str = "Pegawai Contoh 08, S.IP.";
const BARU: &str = "Pegawai Contoh 14";
const ARSIPARIS: &str = "Arsiparis Terampil";

/// One target is another, one person leaves, one is new.
fn revise(project: &Project) {
    retarget(project, LAPORAN, 6.0);
    leave(project, ANALIS);
    arrive(project, BARU, ARSIPARIS);
}

/// Gives the revision its date.
fn dated(project: Project, tanggal: &str) -> Project {
    project.edit(CONFIG, |text| format!("{text}\n[perubahan]\ntanggal = \"{tanggal}\"\n"))
}
