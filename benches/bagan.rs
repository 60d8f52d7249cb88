//! How the time of laying out and drawing a chart grows with its boxes: from an
//! agency to a whole city. Prints the time of each step and by what factor it
//! grew beside the boxes; about as much is linear. Other sizes can be given:
//! `cargo bench --bench bagan -- 500 1000`.
//!
//! On Linux the time is the processor's, so that a busy machine does not blur
//! the factors; then follow the clock's and the most memory so far.

use std::fs;
use std::time::{Duration, Instant};

use perjakin::cascade::Cascade;
use perjakin::chart::{Paper, Settings, charts};
use perjakin::typeset::{Engine, TemplateSet};

#[path = "../tests/bagan/kota.rs"]
#[allow(dead_code)]
mod kota;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is timed.
const STEPS: [&str; 4] = ["layout", "poster", "matrix", "units F4"];

fn main() {
    let engine = Engine::new(&TemplateSet::builtin());
    let mut before: Option<(usize, [Duration; 4])> = None;
    let [layout, poster, matrix, units] = STEPS;
    println!(
        "{:>8} {layout:>10} {poster:>10} {matrix:>10} {units:>10} {:>10} {:>8}   growth",
        "jabatan", "clock", "peak"
    );
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    for count in if asked.is_empty() { vec![250, 500, 1000, 2000] } else { asked } {
        let cascade = kota::kota(count);
        let start = Instant::now();
        let times = run(&cascade, &engine);
        print!("{count:>8}");
        for time in times {
            print!(" {:>7} ms", time.as_millis());
        }
        print!(" {:>7} ms {:>5} MB", start.elapsed().as_millis(), peak());
        if let Some((old, old_times)) = before {
            print!("   boxes ×{:.1}:", count as f64 / old as f64);
            for (new, old) in times.iter().zip(old_times) {
                print!(" ×{:.1}", new.as_secs_f64() / old.as_secs_f64());
            }
        }
        println!();
        before = Some((count, times));
        engine.evict();
    }
}

/// The time to measure and lay out the poster, to draw it, to draw the matrix,
/// and to lay out the pages of the units.
fn run(cascade: &Cascade, engine: &Engine) -> [Duration; 4] {
    let settings = kota::settings(cascade);
    let start = spent();
    let made = charts(cascade, engine, &settings).expect("the built-in templates compile");
    let layout = spent() - start;
    let draw = |path: &str| {
        let job = made.jobs.iter().find(|job| job.path == path).expect("always drawn");
        let start = spent();
        let pdf = engine.render(&job.main, job.data.clone(), &job.settings).expect("the built-in templates compile");
        assert!(pdf.pages > 0);
        spent() - start
    };
    let (poster, matrix) = (draw("bagan/poster.pdf"), draw("bagan/matriks.pdf"));
    // The poster is laid out with them once more, which is taken off again.
    let start = spent();
    let units = Settings { unit: vec![Paper::F4], ..settings };
    let made = charts(cascade, engine, &units).expect("the built-in templates compile");
    assert_eq!(made.refused, []);
    [layout, poster, matrix, (spent() - start).saturating_sub(layout)]
}

/// The most memory this process has had, in MB; 0 where that is not known.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// The time this process has worked, or the clock's where that is not known.
fn spent() -> Duration {
    const TICK: Duration = Duration::from_millis(10);
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name in parentheses; user and system time are the 12th and
    // 13th field from there.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    match (fields.get(11).and_then(|ticks| ticks.parse().ok()), fields.get(12).and_then(|ticks| ticks.parse().ok())) {
        (Some::<u32>(user), Some::<u32>(system)) => TICK * (user + system),
        _ => START.elapsed(),
    }
}
