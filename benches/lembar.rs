//! What one sheet costs: composing, layout and export of two-page agreements,
//! all different, on one thread, in milliseconds of processor time a sheet
//! (Linux).
//!
//! `cargo bench --bench lembar` measures 500; `-- 2000` another number;
//! `-- 500 FOLDER` with the templates of a folder in place of the built-in.

#![allow(missing_docs)]

mod bersama;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use perjakin::document::Sheets;
use perjakin::document::wording::Wording;
use perjakin::typeset::{Engine, Job, Jobs as _, TemplateSet, pool};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(500);
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    let mut templates = TemplateSet::builtin();
    if let Some(folder) = std::env::args().skip(1).find(|argument| Path::new(argument).is_dir()) {
        templates = templates.with_overrides(Path::new(&folder))?;
    }
    let engine = Engine::new(&templates);
    let wording = Wording::new(&templates)?;
    let cascade = bersama::city(count)?;
    let start = cpu()?;
    let sheets = Sheets::new(&cascade, bersama::settings(), wording, BTreeSet::new())?;
    let planning = cpu()? - start;
    let jobs: Vec<Job> = (0..sheets.count()).map(|index| sheets.job(index).into_owned()).collect();
    let composing = cpu()? - start - planning;
    for job in jobs.iter().take(pool::EVICT_EVERY) {
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
        if index % pool::EVICT_EVERY == pool::EVICT_EVERY - 1 {
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
