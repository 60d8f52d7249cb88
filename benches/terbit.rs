//! How fast a whole city is published: N agreements, as the program prints
//! them, composed, typeset, written, synced, and in the manifest.
//!
//! `cargo bench --bench terbit` measures 100 and 1,000; `-- 15000 50000` other
//! numbers. Every measurement is a process of its own, so that each has its
//! own peak of memory, and each first run is followed by one with nothing to
//! do. Wall time counts everything from composing to the last sync.

#![allow(missing_docs)]

mod bersama;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use perjakin::document::Sheets;
use perjakin::document::wording::Wording;
use perjakin::publish::{Holder, Options, Summary, run};
use perjakin::typeset::{Engine, TemplateSet, pool};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [mode, people, threads, folder] = &arguments[..]
        && mode == "satu"
    {
        return measure(people.parse()?, threads.parse()?, Path::new(folder));
    }
    let mut sizes: Vec<usize> = arguments.iter().map(|argument| argument.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![100, 1_000];
    }
    let all = pool::default_threads();
    println!("orang  utas  dok/detik  cpu ms/dok  puncak MiB  MiB tertulis  ulang tanpa kerja");
    let mut rates = Vec::new();
    // Kept until the end: ext4 is slow to make files right after many were removed.
    let mut folders = Vec::new();
    for people in sizes {
        for threads in std::collections::BTreeSet::from([1, all]) {
            // On a disk, where syncing means something, not in a memory folder.
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
            let mut child = Command::new(std::env::current_exe()?);
            let child = child.args(["satu", &people.to_string(), &threads.to_string()]).arg(folder.path());
            let output = child.output()?;
            let text = String::from_utf8(output.stdout)?;
            print!("{text}");
            folders.push(folder);
            let rate: f64 = text.split_whitespace().nth(2).ok_or("tidak ada hasil")?.parse()?;
            rates.push((people, threads, rate));
        }
    }
    for pair in rates.chunks(2).filter(|pair| pair.len() == 2) {
        println!("{} orang: {} utas = {:.2} kali satu utas", pair[0].0, pair[1].1, pair[1].2 / pair[0].2);
    }
    if let (Some(first), Some(last)) = (rates.iter().find(|rate| rate.0 >= 1_000), rates.last())
        && let Some(same) = rates.iter().find(|rate| rate.0 == first.0 && rate.1 == last.1)
        && last.0 > first.0
    {
        println!("biaya per dokumen pada {} = {:.2} kali biaya pada {}", last.0, same.2 / last.2, first.0);
    }
    Ok(())
}

/// One measurement, in a process of its own.
fn measure(people: usize, threads: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    // Planning goes over the threads of this pool.
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    let templates = TemplateSet::builtin();
    let engine = Engine::new(&templates);
    let cascade = bersama::city(people)?;
    let cancel = AtomicBool::new(false);
    let options = Options {
        threads,
        edition: "murni",
        partial: false,
        refresh_templates: false,
        holder: Holder { pid: std::process::id(), since: String::new() },
        cancel: &cancel,
    };
    let go = || -> Result<(Summary, f64), Box<dyn Error>> {
        let start = Instant::now();
        let sheets = Sheets::new(&cascade, bersama::settings(), Wording::new(&templates)?, BTreeSet::new())?;
        let summary = run(folder, &sheets, &[], &engine, &options, &())?;
        Ok((summary, start.elapsed().as_secs_f64()))
    };
    let (first, seconds) = go()?;
    if first.written != people || first.pages < 2 * people {
        return Err(format!("{} terbit, {:?}", first.written, first.failed.first()).into());
    }
    let cpu = cpu_seconds()?;
    let (second, idle) = go()?;
    if second.unchanged != people {
        return Err("pelaksanaan kedua tidak tanpa kerja".into());
    }
    println!(
        "{people:>5}  {threads:>4}  {:>9.1}  {:>10.2}  {:>10}  {:>12.1}  {idle:.3} detik",
        people as f64 / seconds,
        cpu * 1000.0 / people as f64,
        peak_mib()?,
        first.bytes as f64 / 1048576.0,
    );
    Ok(())
}

/// Processor time of this process so far, in seconds (Linux).
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields = stat.rsplit_once(')').ok_or("stat")?.1;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).map(|field| field.parse().unwrap_or(0)).sum::<u64>();
    Ok(ticks as f64 / 100.0)
}

/// The largest resident memory of this process so far, in MiB (Linux).
fn peak_mib() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM")).ok_or("VmHWM")?;
    Ok(line.split_whitespace().nth(1).ok_or("VmHWM")?.parse::<u64>()? / 1024)
}
