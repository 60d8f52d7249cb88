//! The pages per unit: filled evenly, and continued so that one sees where.

use perjakin::chart::{Paper, Settings, charts};
use serde_json::Value;

use crate::kota::{self, settings};
use crate::{engine, job};

/// What is drawn on the pages of the units of an agency, on F4.
fn pages() -> Vec<Value> {
    let cascade = kota::kota(120);
    let settings = Settings { unit: vec![Paper::F4], ..settings(&cascade) };
    let made = charts(&cascade, &engine(), &settings).unwrap();
    let data: Value = serde_json::from_slice(&job(&made, "bagan/unit-F4.pdf").data).unwrap();
    data["halaman"].as_array().unwrap().clone()
}

fn list<'a>(page: &'a Value, name: &str) -> &'a Vec<Value> {
    page[name].as_array().unwrap()
}

#[test]
fn a_units_pages_are_filled_about_evenly() {
    let mut by_unit: Vec<(String, Vec<f64>)> = Vec::new();
    for page in &pages()[1..] {
        let unit = page["perabot"]["judul"][0].as_str().unwrap().to_owned();
        let whole = list(page, "kotak").iter().filter(|one| one["ringkas"].is_null());
        let area = whole.map(|one| one["letak"]["w"].as_f64().unwrap() * one["letak"]["h"].as_f64().unwrap());
        let area = area.sum::<f64>();
        match by_unit.last_mut() {
            Some((last, areas)) if *last == unit => areas.push(area),
            _ => by_unit.push((unit, vec![area])),
        }
    }
    let longest = by_unit.iter().map(|(_, areas)| areas.len()).max();
    assert!(longest.is_some_and(|pages| pages >= 3), "{by_unit:?}");
    for (unit, areas) in by_unit.iter().filter(|(_, areas)| areas.len() > 1) {
        let average = areas.iter().sum::<f64>() / areas.len() as f64;
        assert!(areas.iter().all(|area| *area > average * 0.5), "{unit}: {areas:?}");
    }
}

#[test]
fn a_branch_that_goes_on_in_the_next_column_is_led_there_by_an_arrow() {
    let lines: Vec<Value> = pages().iter().flat_map(|page| list(page, "garis").clone()).collect();
    let arrows: Vec<&Value> = lines.iter().filter(|line| line["rupa"] == "panah").collect();
    assert!(!arrows.is_empty());
    for arrow in arrows {
        let points = list(arrow, "titik");
        let [.., before, end] = &points[..] else { panic!("a line has two ends") };
        // It leads to the right, with room for the head.
        assert!(end["x"].as_f64().unwrap() - before["x"].as_f64().unwrap() > 6.0, "{arrow}");
    }
}

#[test]
fn a_unit_of_one_box_stands_large_in_the_middle_of_its_page() {
    // Three units: of one jabatan, of two, and of many.
    let cascade = kota::cascade(&[0, 0, 0, 2, 3, 3, 3, 3, 3, 3, 3, 3], |_| (2, 3));
    for paper in [Paper::F4, Paper::A3] {
        let settings = Settings { unit: vec![paper], ..settings(&cascade) };
        let made = charts(&cascade, &engine(), &settings).unwrap();
        let data: Value = serde_json::from_slice(&job(&made, &format!("bagan/unit-{paper}.pdf")).data).unwrap();
        let page = &list(&data, "halaman")[1];
        assert_eq!(list(page, "kotak").len(), 2, "its superior by name, and itself");
        let number = |value: &Value, name: &str| value[name].as_f64().unwrap();
        let scale = number(page, "skala");
        assert!((1.2..1.4).contains(&scale), "{paper}: {scale}");
        let (chart, sheet) = (&page["letak"]["bagan"], &page["kertas"]);
        let middle = |start: &str, size: &str| number(chart, start) + number(page, size) * scale / 2.0;
        let (x, y) = (middle("x", "lebar") / number(sheet, "w"), middle("y", "tinggi") / number(sheet, "h"));
        assert!((x - 0.5).abs() < 0.01 && (0.35..0.55).contains(&y), "{paper}: {x} {y}");
    }
}
