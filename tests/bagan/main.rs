//! The charts as they are printed: drawn from the samples and from invented
//! cascades of all shapes, and held against the PDFs' own geometry.

mod boxes;
mod edisi;
mod geometry;
mod kota;
mod large;
mod matriks;
mod sample;
mod satuan;
mod struktur;
mod tanda;
mod tepi;
mod warna;

use boxes::{assert_apart, assert_geometry, assert_letters, assert_texts, expected, squeezed};
use geometry::{Page, Rect};
use kota::settings;
use perjakin::cascade::Cascade;
use perjakin::chart::{Charts, FLOOR_PT, Paper, Settings, charts};
use perjakin::typeset::{Engine, Job, TemplateSet};

fn engine() -> Engine {
    Engine::new(&TemplateSet::builtin())
}

fn job<'a>(charts: &'a Charts, path: &str) -> &'a Job {
    let paths: Vec<_> = charts.jobs.iter().map(|job| &job.path).collect();
    charts.jobs.iter().find(|job| job.path == path).unwrap_or_else(|| panic!("{path} is not among {paths:?}"))
}

fn print(engine: &Engine, job: &Job) -> Vec<Page> {
    let pdf = engine
        .render(&job.main, job.data.clone(), &job.settings)
        .unwrap_or_else(|error| panic!("{}: {error}", job.path));
    geometry::read(&pdf.bytes)
}

/// The shapes a cascade can have.
fn shapes() -> Vec<(&'static str, Cascade)> {
    let wide = kota::cascade(&[0; 60], |dice| (dice.between(1, 2), dice.between(1, 3)));
    let deep = kota::cascade(&(0..8).collect::<Vec<_>>(), |_| (2, 4));
    let tall = kota::cascade(&[0, 0, 1], |_| (3, 40));
    vec![("office", kota::kota(22)), ("agency", kota::kota(120)), ("wide", wide), ("deep", deep), ("tall", tall)]
}

/// Every jabatan has its box with all its texts, and the boxes stand as they
/// should.
fn assert_boxes(cascade: &Cascade, pages: &[Page], what: &str) {
    assert_geometry(pages, what);
    assert_texts(cascade, pages, what);
}

/// On tiles, boxes are cut at the edges; each is whole somewhere for a reader
/// of the text, once.
fn assert_tiles(cascade: &Cascade, tiles: &[Page], what: &str) {
    /// The margin of a tile, 12 mm in pt.
    const MARGIN: f64 = 12.0 * 72.0 / 25.4;
    let mut found = Vec::new();
    for tile in tiles {
        let window = Rect::new(0.0, 0.0, tile.width, tile.height).inflate(-MARGIN, -MARGIN);
        let seen = tile.seen_through(&window);
        assert_apart(&seen, what);
        assert_letters(&seen, what);
        found.extend(tile.boxes.iter().map(|one| squeezed(&tile.text_in(one))));
    }
    for post in cascade.jabatan() {
        assert!(found.contains(&expected(post)), "{what}: {} is on no tile", post.nama);
    }
}

#[test]
fn every_text_stands_once_in_its_own_box_on_every_paper_that_is_large_enough() {
    let engine = engine();
    let cascade = kota::kota(14);
    let settings = Settings { poster: Paper::ALL.to_vec(), ..settings(&cascade) };
    let made = charts(&cascade, &engine, &settings).unwrap();
    let mut printed = 0;
    for paper in Paper::ALL {
        let refused = made.refused.iter().any(|refusal| refusal.paper == paper);
        if refused {
            continue;
        }
        let pages = print(&engine, job(&made, &format!("bagan/poster-{paper}.pdf")));
        let (w, h) = paper.size_pt();
        assert!((pages[0].width - w).abs() < 0.1 && (pages[0].height - h).abs() < 0.1, "{paper}");
        assert_boxes(&cascade, &pages, &paper.to_string());
        printed += 1;
    }
    assert!(printed >= 3, "{:?}", made.refused);
}

#[test]
fn a_paper_that_is_too_small_is_refused_with_one_that_would_do() {
    let cascade = kota::kota(22);
    let settings = Settings { poster: vec![Paper::A4, Paper::A0], ..settings(&cascade) };
    let charts = charts(&cascade, &engine(), &settings).unwrap();
    assert_eq!(charts.refused.iter().map(|refusal| refusal.paper).collect::<Vec<_>>(), [Paper::A4]);
    assert!(charts.refused[0].instead.is_some_and(|paper| paper > Paper::A4));
    assert!(charts.refused[0].type_pt.is_none_or(|type_pt| type_pt < FLOOR_PT));
    job(&charts, "bagan/poster-A0.pdf");
}

#[test]
fn the_same_cascade_gives_the_same_charts() {
    let cascade = kota::kota(60);
    let settings = Settings { unit: vec![Paper::F4], sambung: vec![Paper::A4], ..settings(&cascade) };
    let (one, other) = (charts(&cascade, &engine(), &settings), charts(&cascade, &engine(), &settings));
    assert!(one.unwrap() == other.unwrap());
}
