//! What a print volume costs: laying its sheets out and binding them, on one
//! thread, in milliseconds a sheet, and the memory that it takes (Linux).
//!
//! `cargo bench --bench jilid` binds 200 sheets; `-- 100` another number.

#![allow(missing_docs)]

mod bersama;

use std::collections::BTreeSet;
use std::error::Error;
use std::time::Instant;

use perjakin::document::Sheets;
use perjakin::document::wording::Wording;
use perjakin::typeset::{Engine, Job, Jobs as _, Leaf, PdfSettings, TemplateSet, pool};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(200);
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()?;
    let templates = TemplateSet::builtin();
    let engine = Engine::new(&templates);
    let cascade = bersama::city(count)?;
    let sheets = Sheets::new(&cascade, bersama::settings(), Wording::new(&templates)?, BTreeSet::new())?;
    let before = memory("VmRSS")?;
    let start = Instant::now();
    let mut leaves = Vec::new();
    for index in 0..sheets.count().min(count) {
        let Job { main, data, .. } = sheets.job(index).into_owned();
        leaves.push(Leaf { laid: engine.lay(&main, data)?, bookmarks: vec![(1, index.to_string())], recto: true });
        if index % pool::EVICT_EVERY == pool::EVICT_EVERY - 1 {
            engine.evict();
        }
    }
    engine.evict();
    engine.evict();
    let (laid, waiting) = (start.elapsed(), memory("VmRSS")?);
    let bound = leaves.len();
    let settings = PdfSettings { ident: "jilid".into(), date: (2026, 1, 1), archival: true };
    let pdf = engine.bind(leaves, &settings)?;
    let ms = |seconds: f64| seconds * 1000.0 / bound as f64;
    println!(
        "{bound} lembar, {} halaman, {} byte; ms/lembar: tata letak {:.2}, jilid {:.2}; MiB: semula {:.0}, tertata {:.0}, \
         puncak {:.0}",
        pdf.pages,
        pdf.bytes.len(),
        ms(laid.as_secs_f64()),
        ms((start.elapsed() - laid).as_secs_f64()),
        before,
        waiting,
        memory("VmHWM")?,
    );
    Ok(())
}

/// Memory of this process in MiB, by its name in Linux's status file.
fn memory(name: &str) -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(name)).ok_or("no such line")?;
    let kib: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kib / 1024.0)
}
