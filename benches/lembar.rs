//! What one sheet costs: composing, layout and export of two-page agreements,
//! all different, on one thread, in milliseconds of processor time a sheet
//! (Linux).
//!
//! `cargo bench --bench lembar` measures 500; `-- 2000` another number;
//! `-- 500 FOLDER` with the templates of a folder in place of the built-in.

#![allow(missing_docs)]

#[path = "../tests/bagan/kota.rs"]
#[allow(dead_code)]
mod kota;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use perjakin::cascade::{Cascade, Jabatan, Kelompok, Pegawai};
use perjakin::document::wording::Wording;
use perjakin::document::{Kop, Pimpinan, Settings, Sheets, Tanggal};
use perjakin::typeset::{Engine, Job, Jobs as _, TemplateSet};
use perjakin::workbook::place::{Located, Place, Pos};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Documents between two evictions, as in a run.
const EVICT_EVERY: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(500);
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    let mut templates = TemplateSet::builtin();
    if let Some(folder) = std::env::args().skip(1).find(|argument| Path::new(argument).is_dir()) {
        templates = templates.with_overrides(Path::new(&folder))?;
    }
    let engine = Engine::new(&templates);
    let wording = Wording::new(&templates)?;
    let cascade = staffed(&kota::kota(count))?;
    let settings = settings();
    let start = cpu()?;
    let sheets = Sheets::new(&cascade, settings, wording, BTreeSet::new())?;
    let planning = cpu()? - start;
    let jobs: Vec<Job> = (0..sheets.count()).map(|index| sheets.job(index).into_owned()).collect();
    let composing = cpu()? - start - planning;
    for job in jobs.iter().take(EVICT_EVERY) {
        engine.render(&job.main, job.data.clone(), &job.settings)?;
    }
    let mut pages = 0;
    let layout = each(&jobs, &engine, |job| {
        engine.layout(&job.main, job.data.clone())?;
        Ok(())
    })?;
    let whole = each(&jobs, &engine, |job| {
        pages += engine.render(&job.main, job.data.clone(), &job.settings)?.pages;
        Ok(())
    })?;
    let ms = |seconds: f64| seconds * 1000.0 / jobs.len() as f64;
    println!(
        "{} lembar, {pages} halaman; ms/lembar: rencana {:.3}, susun {:.3}, tata letak {:.2}, ekspor {:.2}, semua {:.2}",
        jobs.len(),
        ms(planning),
        ms(composing),
        ms(layout),
        ms(whole) - ms(layout),
        ms(whole)
    );
    Ok(())
}

fn each(
    jobs: &[Job],
    engine: &Engine,
    mut work: impl FnMut(&Job) -> Result<(), Box<dyn Error>>,
) -> Result<f64, Box<dyn Error>> {
    let start = cpu()?;
    for (index, job) in jobs.iter().enumerate() {
        work(job)?;
        if index % EVICT_EVERY == EVICT_EVERY - 1 {
            engine.evict();
        }
    }
    Ok(cpu()? - start)
}

/// Processor time of this thread so far, in seconds.
fn cpu() -> Result<f64, Box<dyn Error>> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(times.split_whitespace().next().ok_or("schedstat")?.parse::<f64>()? / 1e9)
}

fn settings() -> Settings {
    let head = Pimpinan { jabatan: "Wali Kota Contoh".into(), nama: "Wali Kota Contoh".into() };
    let date = Tanggal { hari: None, bulan: 1, tahun: 2026 };
    let kop = Kop {
        baris: vec!["PEMERINTAH KOTA CONTOH".into(), "DINAS CONTOH".into()],
        alamat: vec!["Jalan Contoh Nomor 1, Kota Contoh, Telepon (021) 000 0000".into()],
        logo: None,
    };
    Settings { kop: Some(kop), ..Settings::new("Pemerintah Kota Contoh", "Contoh", date, Some(head)) }
}

/// The same posts, each with a holder, targets, and every sasaran with
/// indikator of its own.
fn staffed(cascade: &Cascade) -> Result<Cascade, Box<dyn Error>> {
    let text = |row: usize, text: String| {
        let place = Place { workbook: "pegawai.xlsx".into(), sheet: "Pegawai".into(), pos: Pos::new(row as u32, 1) };
        Located::new(text, place)
    };
    let posts = cascade.jabatan().iter().cloned().map(|post| Jabatan { kelompok: split(&post.kelompok), ..post });
    let mut posts: Vec<Jabatan> = posts.collect();
    let indikator = posts.iter_mut().flat_map(|post| &mut post.kelompok).flat_map(|group| &mut group.indikator);
    for (number, indikator) in indikator.enumerate() {
        indikator.satuan = Some(text(number, "Dokumen".into()));
        indikator.target = Some(text(number, (number % 97 + 1).to_string()));
    }
    let people = (0..posts.len()).map(|index| Pegawai {
        nip: Some(text(index, format!("19900101201501{}{:03}", 1 + index % 2, 1 + index % 998))),
        pangkat: Some(text(index, "Penata Tingkat I".into())),
        golongan: Some(text(index, "III/d".into())),
        ..Pegawai::new(text(index, format!("Pegawai Contoh {index:05}, S.Contoh., M.Contoh.")), index)
    });
    let people = people.collect();
    Ok(Cascade::new(cascade.instansi().to_owned(), cascade.tahun(), posts, people)
        .map_err(|error| format!("{error:?}"))?)
}

fn split(groups: &[Kelompok]) -> Vec<Kelompok> {
    let mut out = Vec::new();
    for group in groups {
        let share = group.indikator.len().div_ceil(group.sasaran.len()).max(1);
        let mut indikator = group.indikator.chunks(share);
        let own = |sasaran: &_| Kelompok {
            sasaran: vec![Clone::clone(sasaran)],
            indikator: indikator.next().map(<[_]>::to_vec).unwrap_or_default(),
        };
        out.extend(group.sasaran.iter().map(own));
    }
    out
}
