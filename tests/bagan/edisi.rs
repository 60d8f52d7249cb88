//! Every edition there is, of cascades of every shape and size.

use perjakin::cascade::Cascade;
use perjakin::chart::{Charts, FLOOR_PT, Paper, Settings, charts};
use perjakin::typeset::Engine;

use crate::kota::{self, settings};
use crate::matriks::assert_matrix;
use crate::{assert_boxes, assert_tiles, engine, print};

/// All papers for the poster, two for pages per unit, three for tiles.
fn every_edition(cascade: &Cascade) -> Settings {
    Settings {
        poster: Paper::ALL.to_vec(),
        unit: vec![Paper::F4, Paper::A3],
        sambung: vec![Paper::A4, Paper::F4, Paper::A3],
        ..settings(cascade)
    }
}

/// Prints all PDFs and holds each against its own geometry.
pub fn assert_printed(engine: &Engine, cascade: &Cascade, made: &Charts, what: &str) {
    for job in made.jobs.iter().filter(|job| job.path.ends_with(".pdf")) {
        let pages = print(engine, job);
        let what = format!("{what}, {}", job.path);
        match job.main.as_str() {
            "bagan.typ" => assert_boxes(cascade, &pages, &what),
            "bagan-sambung.typ" => assert_tiles(cascade, &pages, &what),
            "matriks.typ" => assert_matrix(cascade, &pages, &what),
            other => panic!("{what}: what is {other}?"),
        }
    }
}

/// The same for every edition. Only posters may be refused, where their type
/// would be too small; every other edition is there.
fn assert_every_edition(cascade: &Cascade, what: &str) {
    let engine = engine();
    let made = charts(cascade, &engine, &every_edition(cascade)).unwrap();
    assert!(
        made.refused.iter().all(|refusal| refusal.type_pt.is_none_or(|type_pt| type_pt < FLOOR_PT)),
        "{what}: {:?}",
        made.refused
    );
    // Poster and its SVG, the posters on paper, pages per unit, tiles, matrix.
    assert_eq!(made.jobs.len() + made.refused.len(), 2 + Paper::ALL.len() + 2 + 3 + 1, "{what}: {:?}", made.refused);
    assert!(made.jobs.iter().filter(|job| job.path.contains("unit")).count() == 2, "{what}: {:?}", made.refused);
    assert_printed(&engine, cascade, &made, what);
}

#[test]
fn an_office_of_twenty_two_stands_in_every_edition() {
    assert_every_edition(&kota::kota(22), "office");
}

#[test]
fn a_superior_of_sixty_stands_in_every_edition() {
    assert_every_edition(&kota::cascade(&[0; 60], |dice| (dice.between(1, 2), dice.between(1, 3))), "wide");
}

#[test]
fn eight_levels_stand_in_every_edition() {
    assert_every_edition(&kota::cascade(&(0..8).collect::<Vec<_>>(), |_| (2, 4)), "deep");
}

#[test]
fn boxes_of_forty_indikator_stand_in_every_edition() {
    assert_every_edition(&kota::cascade(&[0, 0, 1], |_| (3, 40)), "tall");
}

#[test]
fn an_agency_of_two_hundred_and_fifty_stands_in_every_edition() {
    assert_every_edition(&kota::kota(250), "agency");
}

/// A few minutes: `cargo test --release --test bagan -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn a_city_of_two_thousand_stands_in_every_edition() {
    assert_every_edition(&kota::kota(2000), "city");
}
