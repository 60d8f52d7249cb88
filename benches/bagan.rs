//! How the time of laying out and drawing a chart grows with its boxes: an
//! office, an agency, a whole city. Prints the time of each step and by what
//! factor it grew beside the boxes; about as much is linear. Other sizes can be
//! given: `cargo bench --bench bagan -- 500 1000`.

use std::time::{Duration, Instant};

use perjakin::cascade::Cascade;
use perjakin::chart::{Settings, charts};
use perjakin::typeset::{Engine, TemplateSet};

#[path = "../tests/bagan/kota.rs"]
mod kota;

fn main() {
    let engine = Engine::new(&TemplateSet::builtin());
    let mut before: Option<(usize, [Duration; 3])> = None;
    println!(
        "{:>8} {:>12} {:>12} {:>12}   growth (boxes: layout, poster, matrix)",
        "jabatan", "layout", "poster", "matrix"
    );
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    for count in if asked.is_empty() { vec![22, 250, 2000] } else { asked } {
        let cascade = kota::kota(count);
        let times = run(&cascade, &engine);
        print!("{count:>8}");
        for time in times {
            print!(" {:>9} ms", time.as_millis());
        }
        if let Some((old, old_times)) = before {
            print!("   ×{:.1}:", count as f64 / old as f64);
            for (new, old) in times.iter().zip(old_times) {
                print!(" ×{:.1}", new.as_secs_f64() / old.as_secs_f64());
            }
        }
        println!();
        before = Some((count, times));
        engine.evict();
    }
}

/// The time to measure and lay out, to draw the poster, to draw the matrix.
fn run(cascade: &Cascade, engine: &Engine) -> [Duration; 3] {
    let settings = Settings { tempat_tanggal: "Contoh, Januari 2026".to_owned(), ..Settings::default() };
    let start = Instant::now();
    let charts = charts(cascade, engine, &settings).expect("the built-in templates compile");
    let layout = start.elapsed();
    let draw = |path: &str| {
        let job = charts.jobs.iter().find(|job| job.path == path).expect("always drawn");
        let start = Instant::now();
        let pdf = engine.render(&job.main, job.data.clone(), &job.settings).expect("the built-in templates compile");
        assert!(pdf.pages > 0);
        start.elapsed()
    };
    [layout, draw("bagan/poster.pdf"), draw("bagan/matriks.pdf")]
}
