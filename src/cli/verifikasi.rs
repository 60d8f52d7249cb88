//! `perjakin verifikasi`: holds the output folders against their manifests.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use walkdir::{DirEntry, WalkDir};

use super::args::{Format, VerifikasiArgs};
use super::console;
use super::exit::Exit;
use super::open;
use crate::publish::edition::{name_of, sheet_folder};
use crate::publish::{self, Verification};

/// The file that makes a folder an instansi's output.
const MANIFESTS: [&str; 2] = ["manifest.json", "manifest.lama.json"];

/// The folder of what was retired or frozen.
const ARCHIVE: &str = "_arsip";

/// Verifies every instansi's folder below the output folder.
pub fn run(args: &VerifikasiArgs) -> Exit {
    let folders = folders(&args.output);
    let without = without_manifest(&args.output);
    for folder in &without {
        let what = format!("manifest.json tidak ada di {}, padahal ada lembar PK di situ", folder.display());
        let hint = if folder.join(ARCHIVE).is_dir() {
            "Pulihkan manifest.json dari cadangan: di situ tercatat apa yang telah terbit dan ditetapkan."
        } else {
            "Pulihkan manifest.json dari cadangan, atau jalankan perjakin: berkas yang sama dikenali dari isinya."
        };
        console::complain(&what, hint);
    }
    if folders.is_empty() && !without.is_empty() {
        return Exit::Usage;
    }
    if folders.is_empty() {
        console::complain(
            &format!("tidak ada hasil cetak di {}", args.output.display()),
            "Jalankan perjakin lebih dulu, atau tunjuk folder lain dengan --output FOLDER.",
        );
        return Exit::Usage;
    }
    let mut worst = if without.is_empty() { Exit::Done } else { Exit::Usage };
    let mut text = String::new();
    let mut json = Map::new();
    for folder in folders {
        match publish::verify(&folder) {
            Ok(found) => {
                worst = worst.max(Exit::from_code(found.exit_code()));
                text.push_str(&format!("{}\n{}", folder.display(), describe(&found)));
                let name = folder.strip_prefix(&args.output).unwrap_or(&folder);
                json.insert(name.display().to_string(), serde_json::to_value(&found).unwrap_or(Value::Null));
            }
            Err(error) => worst = worst.max(open::output_told(&error)),
        }
    }
    let printed = match args.format {
        Format::Teks => console::result(&text),
        Format::Json => console::result(&format!("{:#}\n", Value::Object(json))),
    };
    worst.max(printed)
}

/// The folders with sheets in them that have no manifest.
fn without_manifest(output: &Path) -> Vec<PathBuf> {
    let first = sheet_folder(&name_of(0));
    let outside = |entry: &DirEntry| entry.file_name() != ARCHIVE;
    let folders = WalkDir::new(output).sort_by_file_name().into_iter().filter_entry(outside).filter_map(Result::ok);
    let folders = folders.filter(|entry| entry.file_type().is_dir()).map(DirEntry::into_path);
    let holds_a_sheet = |folder: &Path| {
        let mut inside = WalkDir::new(folder.join(&first)).into_iter().filter_map(Result::ok);
        inside.any(|entry| entry.path().extension().is_some_and(|ending| ending == "pdf"))
    };
    folders
        .filter(|folder| !MANIFESTS.iter().any(|name| folder.join(name).is_file()) && holds_a_sheet(folder))
        .collect()
}

fn folders(output: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = WalkDir::new(output)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && MANIFESTS.iter().any(|name| entry.file_name() == *name))
        .filter_map(|entry| entry.path().parent().map(PathBuf::from))
        .collect();
    folders.dedup();
    folders
}

fn describe(found: &Verification) -> String {
    let mut text = format!("  {} berkas utuh", found.intact);
    if found.archived > 0 {
        text.push_str(&format!(", {} di antaranya di arsip", found.archived));
    }
    text.push('\n');
    for (title, paths) in [
        ("ditandatangani atau diubah setelah terbit", &found.changed),
        ("hilang", &found.missing),
        ("bukan buatan program ini", &found.foreign),
    ] {
        if !paths.is_empty() {
            text.push_str(&format!("  {title}: {}\n", paths.len()));
            text.extend(paths.iter().map(|path| format!("    {path}\n")));
        }
    }
    if found.interrupted {
        text.push_str("  pekerjaan sebelumnya terputus; jalankan perjakin untuk menyelesaikannya\n");
    }
    if let Some(damage) = &found.manifest_damage {
        text.push_str(&format!("  manifest.json rusak: {damage}\n"));
    }
    text
}
