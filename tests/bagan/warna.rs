//! The palette, as the templates have it: readable for everyone, on any paper.

use perjakin::cascade::Jenjang;
use perjakin::typeset::{Engine, TemplateSet};
use serde_json::Value;

/// Black and white apart, what WCAG 2.2 level AA asks of text (1.4.3) and of
/// lines that carry meaning (1.4.11).
const TEXT: f64 = 4.5;
const LINES: f64 = 3.0;

/// How far the heads of two jenjang are at least apart on a grey copy, where 0
/// is black and 1 is white.
const GREY_STEP: f64 = 0.07;

type Rgb = [f64; 3];

const BLACK: Rgb = [0.0; 3];
const WHITE: Rgb = [1.0; 3];

/// The colours of every jenjang, from the top, by name.
fn palette() -> Vec<Value> {
    let mut templates = TemplateSet::builtin();
    templates.insert(
        "warna.typ",
        "#import \"gaya.typ\": warna-jenjang\n\
         #let bagian(c) = rgb(c).components(alpha: false).map(p => p / 100%)\n\
         #metadata(warna-jenjang.values().map(w => w.pairs().map(((k, c)) => (k, bagian(c))).to-dict())) <ukuran>",
    );
    let palette = Engine::new(&templates).measure("warna.typ", b"{}".to_vec()).unwrap();
    palette.as_array().unwrap().clone()
}

fn colour(jenjang: &Value, name: &str) -> Rgb {
    serde_json::from_value(jenjang[name].clone()).unwrap()
}

/// The relative luminance of WCAG.
fn luminance(colour: Rgb) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

/// How light a colour is on a photocopy.
fn grey([red, green, blue]: Rgb) -> f64 {
    0.299 * red + 0.587 * green + 0.114 * blue
}

#[test]
fn every_jenjang_has_a_colour() {
    assert_eq!(palette().len(), Jenjang::ALL.len());
}

#[test]
fn the_contrast_is_known_to_be_measured_right() {
    assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
    assert!((contrast([119.0 / 255.0; 3], WHITE) - 4.48).abs() < 0.01);
}

#[test]
fn all_text_stands_out_from_its_ground() {
    for jenjang in palette() {
        let head = contrast(colour(&jenjang, "tulisan"), colour(&jenjang, "penuh"));
        let body = contrast(BLACK, colour(&jenjang, "lembut"));
        assert!(head >= TEXT && body >= TEXT, "{head:.2} {body:.2} {jenjang}");
    }
}

#[test]
fn every_box_stands_out_from_the_paper() {
    for jenjang in palette() {
        let edge = contrast(colour(&jenjang, "tepi"), WHITE);
        assert!(edge >= LINES, "{edge:.2} {jenjang}");
    }
}

#[test]
fn the_heads_grow_lighter_from_jenjang_to_jenjang_on_a_grey_copy() {
    let heads: Vec<f64> = palette().iter().map(|jenjang| grey(colour(jenjang, "penuh"))).collect();
    for pair in heads.windows(2) {
        assert!(pair[1] - pair[0] >= GREY_STEP, "{heads:?}");
    }
}
