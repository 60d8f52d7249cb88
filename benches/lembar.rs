//! What one sheet costs: composing, layout and export of two-page agreements,
//! all different, on one thread, in milliseconds of processor time a sheet
//! (Linux).
//!
//! `cargo bench --bench lembar` measures 100 sheets in 10 rounds; `-- 400` another
//! number; `-- 100 FOLDER …` measures, beside the built-in templates, those
//! of each folder, in turns, so that a noisy machine is unfair to none.

#![allow(missing_docs)]

mod bersama;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use perjakin::document::Sheets;
use perjakin::document::wording::Wording;
use perjakin::typeset::{Engine, Job, Jobs as _, TemplateSet, pool};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often every set of templates has its turn.
const ROUNDS: usize = 10;

/// One set of templates, and what its rounds cost: layout, and all.
struct Variant {
    name: String,
    engine: Engine,
    jobs: Vec<Job>,
    layout: Vec<f64>,
    whole: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let count = arguments.first().map_or(Ok(100), |count| count.parse())?;
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    let mut variants = vec![Variant::new("bawaan", TemplateSet::builtin(), count)?];
    for folder in arguments.iter().skip(1) {
        variants.push(Variant::new(folder, TemplateSet::builtin().with_overrides(Path::new(folder))?, count)?);
    }
    for _ in 0..ROUNDS {
        for variant in &mut variants {
            variant.round()?;
        }
    }
    println!("ms/lembar, terkecil dan tengah dari {ROUNDS} putaran: tata letak, semua");
    for variant in &mut variants {
        let [(least, layout), (fewest, whole)] = [&mut variant.layout, &mut variant.whole].map(|costs| {
            costs.sort_by(f64::total_cmp);
            (costs[0], costs[costs.len() / 2])
        });
        println!("{least:.2} {layout:.2}, {fewest:.2} {whole:.2}  {}", variant.name);
    }
    Ok(())
}

impl Variant {
    fn new(name: &str, templates: TemplateSet, count: usize) -> Result<Self, Box<dyn Error>> {
        let cascade = bersama::city(count)?;
        let start = cpu()?;
        let wording = Wording::new(&templates)?;
        let sheets = Sheets::new(&cascade, bersama::settings(), wording, BTreeSet::new())?;
        let planned = cpu()?;
        let jobs: Vec<Job> = (0..sheets.count()).map(|index| sheets.job(index).into_owned()).collect();
        let ms = |seconds: f64| seconds * 1000.0 / jobs.len() as f64;
        println!("{name}: rencana {:.3}, susun {:.3} ms/lembar", ms(planned - start), ms(cpu()? - planned));
        let (layout, whole) = (Vec::new(), Vec::new());
        Ok(Self { name: name.to_owned(), engine: Engine::new(&templates), jobs, layout, whole })
    }

    fn round(&mut self) -> Result<(), Box<dyn Error>> {
        let ms = |seconds: f64| seconds * 1000.0 / self.jobs.len() as f64;
        let start = cpu()?;
        for jobs in self.jobs.chunks(pool::EVICT_EVERY) {
            jobs.iter().try_for_each(|job| self.engine.prove(&job.main, job.data.clone()))?;
            self.engine.evict();
        }
        let layout = ms(cpu()? - start);
        self.forget();
        // As the program does it; the worker is a thread of its own.
        let worker = Mutex::new(Err("tidak ada lembar".into()));
        pool::render(&self.engine, &self.jobs, 1, &AtomicBool::new(false), |_, result| {
            let spent = match result {
                Ok(pdf) if pdf.pages < 2 => Err("lembar kurang dari dua halaman".to_owned()),
                Ok(_) => cpu().map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            };
            let fine = spent.is_ok();
            worker.lock().map(|mut worker| *worker = spent).is_ok() && fine
        });
        let whole = ms(worker.into_inner()??);
        self.forget();
        self.layout.push(layout);
        self.whole.push(whole);
        Ok(())
    }

    /// Nothing of one variant is left to help or hinder the next.
    fn forget(&self) {
        (0..3).for_each(|_| self.engine.evict());
    }
}

/// Processor time of this thread so far, in seconds.
fn cpu() -> Result<f64, Box<dyn Error>> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(times.split_whitespace().next().ok_or("schedstat")?.parse::<f64>()? / 1e9)
}
