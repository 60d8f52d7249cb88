//! `perjakin normalkan`: the matrix as a clean workbook.

use std::io;
use std::path::PathBuf;

use super::args::NormalkanArgs;
use super::console;
use super::exit::Exit;
use super::open;
use crate::normalise;
use crate::project;

/// Writes the clean workbook of one instansi to a new file.
pub fn run(args: &NormalkanArgs) -> Exit {
    let one = match open::one(&args.input, args.instansi.as_deref()) {
        Ok(one) => one,
        Err(exit) => return exit,
    };
    let reading = match open::read(&one) {
        Ok(reading) => reading,
        Err(exit) => return exit,
    };
    let input = normalise::Input {
        draft: &reading.draft,
        cascade: &reading.cascade,
        pimpinan: &one.config.pimpinan.jabatan,
        findings: &reading.findings,
    };
    let normalised = match normalise::workbook(input) {
        Ok(normalised) => normalised,
        Err(error) => {
            console::complain(&error, "Pendekkan teks yang sangat panjang, lalu jalankan lagi.");
            return Exit::Unreadable;
        }
    };
    let path = args.ke.clone().unwrap_or_else(|| PathBuf::from(format!("{}-normal.xlsx", flat(&one.output_name()))));
    match project::new_file(&path, &normalised.bytes) {
        Ok(()) => {
            console::say(&format!(
                "Buku kerja yang dinormalkan: {}\n  {} jabatan; {} sel bertanda temuan.\n  \
                 Untuk memakainya, taruh di folder instansi sebagai pengganti semua buku kerja yang lama.",
                path.display(),
                reading.cascade.jabatan().len(),
                normalised.marked
            ));
            Exit::Done
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let what = format!("{} sudah ada, jadi tidak ditulis", path.display());
            console::complain(&what, "Pilih nama lain dengan --ke BERKAS, atau pindahkan berkas itu lebih dulu.");
            Exit::Usage
        }
        Err(error) => {
            let what = format!("{} tidak dapat ditulis: {error}", path.display());
            console::complain(&what, "Periksa izin menulis dan ruang di diska.");
            Exit::Output
        }
    }
}

/// A name for a file from the name of a folder within folders.
fn flat(name: &str) -> String {
    name.replace('/', "-")
}
