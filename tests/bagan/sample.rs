//! Both samples, read and drawn the way the program does it: every edition,
//! held against its own geometry.

use std::path::Path;

use perjakin::chart::{Charts, FLOOR_PT};
use perjakin::pipeline::edition::Form;
use perjakin::pipeline::{self, Press, Reading};
use perjakin::{project, workbook};

use crate::edisi::assert_printed;
use crate::geometry::Page;
use crate::{job, print};

struct Sample {
    name: String,
    reading: Reading,
    press: Press,
    charts: Charts,
}

fn samples() -> Vec<Sample> {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let all = project::instansi(&input, None).unwrap();
    assert_eq!(all.len(), 2);
    let read = |instansi: &project::Instansi| {
        let reading = pipeline::read_with(instansi, workbook::read).unwrap();
        let press = Press::new(&[], None).unwrap();
        let charts = pipeline::charts(instansi, &reading, &press, &Form::first(&instansi.config)).unwrap();
        Sample { name: instansi.name.clone(), reading, press, charts }
    };
    all.iter().map(read).collect()
}

impl Sample {
    fn print(&self, path: &str) -> Vec<Page> {
        print(&self.press.engine, job(&self.charts, path))
    }
}

#[test]
fn every_edition_of_the_samples_holds_every_text_once_in_its_own_box() {
    for sample in samples() {
        assert_eq!(sample.charts.refused, [], "{}", sample.name);
        assert_printed(&sample.press.engine, &sample.reading.cascade, &sample.charts, &sample.name);
    }
}

#[test]
fn the_sample_fits_one_readable_a2_and_pages_per_unit_on_a3_and_f4() {
    let samples = samples();
    let sample = samples.iter().find(|sample| sample.name.contains("dinsos")).unwrap();
    let poster = sample.print("bagan/poster-A2.pdf");
    assert_eq!(poster.len(), 1);
    assert_eq!(poster[0].boxes.len(), 22);
    let least = poster[0].glyphs.iter().map(|letter| letter.size).fold(f64::INFINITY, f64::min);
    assert!(least >= FLOOR_PT, "{least}");
    for paper in ["A3", "F4"] {
        // An overview, and a page for each of the four units.
        assert_eq!(sample.print(&format!("bagan/unit-{paper}.pdf")).len(), 5);
    }
}

#[test]
fn the_layout_as_json_says_where_the_boxes_of_the_poster_stand() {
    for sample in samples() {
        let (_, bytes) = sample.charts.files.iter().find(|(path, _)| path == "bagan/tata-letak.json").unwrap();
        let layout: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        let number = |value: &serde_json::Value, name: &str| value[name].as_f64().unwrap();
        let poster = &sample.print("bagan/poster.pdf")[0];
        let placed = layout["kotak"].as_array().unwrap();
        assert_eq!(placed.len(), poster.boxes.len());
        // Both count from a corner of their own.
        let root = &placed[0];
        let top = poster.boxes.iter().min_by(|one, other| one.y0.total_cmp(&other.y0)).unwrap();
        let (dx, dy) = (top.x0 - number(root, "x"), top.y0 - number(root, "y"));
        for one in placed {
            let (x, y) = (number(one, "x") + dx, number(one, "y") + dy);
            let found = poster.boxes.iter().any(|drawn| {
                let off =
                    [drawn.x0 - x, drawn.y0 - y, drawn.width() - number(one, "w"), drawn.height() - number(one, "h")];
                off.iter().all(|off| off.abs() < 0.5)
            });
            assert!(found, "{}: {} is not where the layout says", sample.name, one["nama"]);
        }
    }
}

#[test]
fn the_svg_shows_the_poster_at_its_size() {
    for sample in samples() {
        let poster = &sample.print("bagan/poster.pdf")[0];
        let job = job(&sample.charts, "bagan/poster.svg").clone();
        let svg = String::from_utf8(sample.press.engine.make(job).unwrap().bytes).unwrap();
        assert!(svg.starts_with("<svg"));
        let view = svg.split("viewBox=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let size: Vec<f64> = view.split(' ').map(|number| number.parse().unwrap()).collect();
        assert!((size[2] - poster.width).abs() < 0.1 && (size[3] - poster.height).abs() < 0.1, "{view}");
    }
}
