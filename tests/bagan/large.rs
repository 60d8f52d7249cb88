//! A whole city.

use perjakin::chart::{Paper, Settings, charts};

use crate::kota::{self, settings};
use crate::{assert_boxes, engine, job, print};

#[test]
fn two_thousand_boxes_stand_on_the_poster_and_are_refused_on_every_paper() {
    let engine = engine();
    let cascade = kota::kota(2000);
    let settings = Settings { poster: vec![Paper::F4, Paper::A0], ..settings(&cascade) };
    let made = charts(&cascade, &engine, &settings).unwrap();
    assert_boxes(&cascade, &print(&engine, job(&made, "bagan/poster.pdf")), "city");
    let told: Vec<String> = made.refused.iter().map(ToString::to_string).collect();
    assert_eq!(made.refused.iter().map(|refusal| refusal.paper).collect::<Vec<_>>(), [Paper::F4, Paper::A0]);
    assert!(told.iter().all(|told| told.ends_with("pakai halaman per unit atau lembar sambung.")), "{told:?}");
}
