//! The report of a revision for print: what changed and who must sign, in the
//! look of everything else. A city's report is cut into parts, for one
//! document of a thousand pages costs more memory than all its parts.

use serde::Serialize;

use super::change::{Head, Revision};
use super::json::{ChangeJson, JabatanJson, PegawaiJson, SignerJson};
use super::phrase;
use crate::typeset::{Job, PdfSettings, printable_data};

/// The template that lays the report out.
const TEMPLATE: &str = "perubahan.typ";

/// Entries of each list in one part.
const PART: usize = 150;

/// What the report needs besides the revision.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintSettings {
    /// Width and height of the paper in mm, upright.
    pub kertas_mm: (f64, f64),
    /// The old edition as the report calls it, "Murni, 2 Januari 2026".
    pub semula: String,
    /// The new edition as the report calls it.
    pub menjadi: String,
    /// Year, month and day in the file's metadata.
    pub date: (i32, u8, u8),
}

/// The data of one part; field names are those that the template reads.
#[derive(Serialize)]
struct Part<'a> {
    judul: String,
    tanggal: (i32, u8, u8),
    kertas: (f64, f64),
    instansi: &'a str,
    tahun: u16,
    semula: &'a str,
    menjadi: &'a str,
    ringkasan: [String; 2],
    bagian: Option<String>,
    umum: Vec<ChangeJson<'a>>,
    ulang: Numbered<SignerJson<'a>>,
    baru: Numbered<SignerJson<'a>>,
    keluar: Numbered<SignerJson<'a>>,
    jabatan: Vec<JabatanJson<'a>>,
    pegawai: Vec<PegawaiJson<'a>>,
}

/// A part of a list, with the number of its first entry.
#[derive(Serialize)]
struct Numbered<T> {
    dari: usize,
    isi: Vec<T>,
}

/// The parts of the printed report, `laporan/perubahan.pdf` and
/// `laporan/perubahan-2.pdf` and on; none where nothing changed.
pub fn jobs(revision: &Revision, settings: &PrintSettings) -> Vec<Job> {
    let list = &revision.must_sign;
    let longest =
        [list.ulang.len(), list.baru.len(), list.keluar.len(), revision.jabatan.len(), revision.pegawai.len()];
    let parts = longest.into_iter().max().unwrap_or(0).div_ceil(PART).max(1);
    let parts = if revision.is_empty() && list.is_empty() { 0 } else { parts };
    (0..parts).map(|part| job(revision, settings, part, parts)).collect()
}

fn job(revision: &Revision, settings: &PrintSettings, part: usize, parts: usize) -> Job {
    let Head { instansi, tahun } = &revision.baru;
    let list = &revision.must_sign;
    let data = Part {
        judul: format!("Perubahan Perjanjian Kinerja {instansi} Tahun {tahun}"),
        tanggal: settings.date,
        kertas: settings.kertas_mm,
        instansi,
        tahun: *tahun,
        semula: &settings.semula,
        menjadi: &settings.menjadi,
        ringkasan: [phrase::summary(revision), phrase::signing(revision)],
        bagian: (parts > 1).then(|| format!("Bagian {} dari {parts}", part + 1)),
        umum: if part == 0 { revision.umum.iter().map(ChangeJson::new).collect() } else { Vec::new() },
        ulang: numbered(&list.ulang, part, SignerJson::new),
        baru: numbered(&list.baru, part, SignerJson::new),
        keluar: numbered(&list.keluar, part, SignerJson::new),
        jabatan: slice(&revision.jabatan, part).iter().map(JabatanJson::new).collect(),
        pegawai: slice(&revision.pegawai, part).iter().map(PegawaiJson::new).collect(),
    };
    let name = if part == 0 { "perubahan".to_owned() } else { format!("perubahan-{}", part + 1) };
    Job {
        path: format!("laporan/{name}.pdf"),
        main: TEMPLATE.to_owned(),
        // Strings, numbers and lists only: serialising them cannot fail.
        data: printable_data(serde_json::to_vec(&data).unwrap_or_default()),
        settings: PdfSettings { ident: format!("laporan/{name}"), date: settings.date, archival: true },
        draft: false,
    }
}

fn slice<T>(list: &[T], part: usize) -> &[T] {
    list.chunks(PART).nth(part).unwrap_or_default()
}

fn numbered<'a, T, U>(list: &'a [T], part: usize, entry: impl Fn(&'a T) -> U) -> Numbered<U> {
    Numbered { dari: part * PART + 1, isi: slice(list, part).iter().map(entry).collect() }
}
