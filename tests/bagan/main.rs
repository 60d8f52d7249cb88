//! The charts as they are printed: drawn from invented cascades of all shapes
//! and held against the PDFs' own geometry.

mod geometry;
mod kota;

use std::collections::BTreeMap;

use geometry::Page;
use perjakin::cascade::{Cascade, Jabatan};
use perjakin::chart::{Charts, FLOOR_PT, Paper, Settings, charts};
use perjakin::typeset::{Engine, Job, TemplateSet};

fn settings() -> Settings {
    Settings { tempat_tanggal: "Contoh, Januari 2026".to_owned(), ..Settings::default() }
}

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

/// All that stands in the box of a jabatan, without blanks.
fn expected(post: &Jabatan) -> String {
    let mut text = post.nama.clone();
    for (heading, entries) in [
        ("Sasaran", post.kelompok.iter().flat_map(|k| &k.sasaran).map(|s| (&s.nomor, &s.uraian)).collect::<Vec<_>>()),
        ("Indikator", post.kelompok.iter().flat_map(|k| &k.indikator).map(|i| (&i.nomor, &i.uraian)).collect()),
    ] {
        if !entries.is_empty() {
            text.push_str(heading);
        }
        for (nomor, uraian) in entries {
            text.push_str(nomor.as_deref().unwrap_or_default());
            text.push_str(uraian);
        }
    }
    text.split_whitespace().collect()
}

/// Every jabatan's texts stand in a box of its own, whole and once; no box
/// overlaps another; no letter is below the floor.
fn assert_boxes(cascade: &Cascade, pages: &[Page], what: &str) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for (index, one) in page.boxes.iter().enumerate() {
            assert!(
                one.x0 > 0.0 && one.y0 > 0.0 && one.x1 < page.width && one.y1 < page.height,
                "{what}: a box leaves page {}",
                number + 1
            );
            for other in &page.boxes[index + 1..] {
                let common = one.intersect(*other);
                assert!(common.width() < 0.1 || common.height() < 0.1, "{what}: {one:?} and {other:?} overlap");
            }
            *found.entry(page.text_in(one)).or_default() += 1;
        }
        for letter in &page.glyphs {
            assert!(letter.size > FLOOR_PT - 0.01, "{what}: {letter:?} is too small to read");
        }
    }
    for post in cascade.jabatan() {
        let text = expected(post);
        let times: usize = found.iter().filter(|(found, _)| found.ends_with(&text)).map(|(_, times)| times).sum();
        assert_eq!(times, 1, "{what}: the box of {} is there {times} times", post.nama);
    }
}

#[test]
fn every_text_stands_once_in_its_own_box_on_the_poster() {
    let engine = engine();
    let wide = kota::cascade(&[0; 60], |dice| (dice.between(1, 2), dice.between(1, 3)));
    let deep = kota::cascade(&(0..8).collect::<Vec<_>>(), |_| (2, 4));
    let tall = kota::cascade(&[0, 0, 1], |_| (3, 40));
    let cascades =
        [("office", kota::kota(22)), ("agency", kota::kota(250)), ("wide", wide), ("deep", deep), ("tall", tall)];
    for (name, cascade) in cascades {
        let charts = charts(&cascade, &engine, &settings()).unwrap();
        for job in charts.jobs.iter().filter(|job| job.path.contains("poster")) {
            let pages = print(&engine, job);
            assert_eq!(pages.len(), 1);
            assert_boxes(&cascade, &pages, &format!("{name}, {}", job.path));
        }
    }
}

#[test]
fn every_text_stands_once_in_its_own_box_on_the_pages_of_the_units() {
    let engine = engine();
    let wide = kota::cascade(&[0; 60], |dice| (dice.between(1, 2), dice.between(1, 3)));
    let tall = kota::cascade(&[0, 0, 1], |_| (3, 40));
    for (name, cascade) in [("office", kota::kota(22)), ("agency", kota::kota(120)), ("wide", wide), ("tall", tall)] {
        let settings = Settings { unit: vec![Paper::F4, Paper::A3], ..settings() };
        let charts = charts(&cascade, &engine, &settings).unwrap();
        assert_eq!(charts.refused, [], "{name}");
        for paper in ["F4", "A3"] {
            let pages = print(&engine, job(&charts, &format!("bagan/unit-{paper}.pdf")));
            assert_boxes(&cascade, &pages, &format!("{name}, {paper}"));
        }
    }
}

#[test]
fn a_paper_that_is_too_small_is_refused_with_one_that_would_do() {
    let cascade = kota::kota(22);
    let settings = Settings { poster: vec![Paper::A4, Paper::A0], ..settings() };
    let charts = charts(&cascade, &engine(), &settings).unwrap();
    assert_eq!(charts.refused.iter().map(|refusal| refusal.paper).collect::<Vec<_>>(), [Paper::A4]);
    assert!(charts.refused[0].instead.is_some_and(|paper| paper > Paper::A4));
    assert!(charts.refused[0].type_pt < FLOOR_PT);
    job(&charts, "bagan/poster-A0.pdf");
}

#[test]
fn the_matrix_prints_every_text_in_the_order_of_the_levels() {
    let engine = engine();
    let cascade = kota::kota(60);
    let charts = charts(&cascade, &engine, &settings()).unwrap();
    let text: String = print(&engine, job(&charts, "bagan/matriks.pdf"))
        .iter()
        .flat_map(|page| page.glyphs.iter().map(|letter| letter.c))
        .collect();
    for post in cascade.jabatan() {
        for uraian in post
            .kelompok
            .iter()
            .flat_map(|k| k.sasaran.iter().map(|s| &s.uraian).chain(k.indikator.iter().map(|i| &i.uraian)))
        {
            let squeezed: String = uraian.split_whitespace().collect();
            assert!(text.contains(&squeezed), "{uraian} is not on the matrix");
        }
    }
}

#[test]
fn tiles_show_every_part_of_the_poster() {
    let engine = engine();
    let cascade = kota::kota(22);
    let settings = Settings { sambung: vec![Paper::A4], ..settings() };
    let charts = charts(&cascade, &engine, &settings).unwrap();
    let tiles = print(&engine, job(&charts, "bagan/sambung-A4.pdf"));
    assert!(tiles.len() > 1);
    let text: String = tiles.iter().flat_map(|page| page.glyphs.iter().map(|letter| letter.c)).collect();
    for post in cascade.jabatan() {
        assert!(text.contains(&expected(post)), "{} is on no tile", post.nama);
    }
}

#[test]
fn the_same_cascade_gives_the_same_charts() {
    let cascade = kota::kota(60);
    let settings = Settings { unit: vec![Paper::F4], sambung: vec![Paper::A4], ..settings() };
    let (one, other) = (charts(&cascade, &engine(), &settings), charts(&cascade, &engine(), &settings));
    assert!(one.unwrap() == other.unwrap());
}
