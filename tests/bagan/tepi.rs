//! Cascades at the edges of what there is.

use perjakin::cascade::{Cascade, Jabatan};
use perjakin::chart::{Paper, Settings, charts};

use crate::edisi::assert_printed;
use crate::engine;
use crate::kota::{self, settings};

/// The same cascade with other posts.
pub fn changed(cascade: &Cascade, change: impl Fn(usize, &mut Jabatan)) -> Cascade {
    let mut posts = cascade.jabatan().to_vec();
    posts.iter_mut().enumerate().for_each(|(index, post)| change(index, post));
    Cascade::new(cascade.instansi().to_owned(), cascade.tahun(), posts, cascade.pegawai().to_vec()).unwrap()
}

/// Draws every edition and holds it against its geometry.
fn assert_all_editions(cascade: &Cascade, what: &str) {
    let engine = engine();
    let settings =
        Settings { unit: vec![Paper::F4], sambung: vec![Paper::A4], poster: vec![Paper::A0], ..settings(cascade) };
    let made = charts(cascade, &engine, &settings).unwrap();
    assert_eq!(made.refused, [], "{what}");
    assert_printed(&engine, cascade, &made, what);
}

#[test]
fn one_jabatan_alone_is_a_chart_too() {
    assert_all_editions(&kota::cascade(&[], |_| (2, 3)), "alone");
}

#[test]
fn a_cascade_without_a_single_indikator_is_drawn() {
    assert_all_editions(&kota::cascade(&[0, 0, 1, 1, 2], |_| (2, 0)), "without indikator");
}

#[test]
fn a_jabatan_that_promises_nothing_is_a_box_with_a_name() {
    assert_all_editions(&kota::cascade(&[0, 0, 1], |_| (0, 0)), "only names");
}

#[test]
fn an_extremely_long_name_wraps_inside_its_box() {
    let cascade = kota::cascade(&[0, 0, 1, 1], |_| (1, 2));
    let long = "Pengelola Urusan Contoh yang Sangat Panjang Namanya ".repeat(12);
    assert_all_editions(
        &changed(&cascade, |index, post| {
            if index == 3 {
                post.nama = long.clone()
            }
        }),
        "long name",
    );
}

#[test]
fn a_word_without_an_end_is_broken_inside_its_box() {
    let cascade = kota::cascade(&[0, 0, 1, 1], |_| (1, 2));
    let word = "Pertanggungjawaban".repeat(8);
    let changed = changed(&cascade, |index, post| {
        if index == 2 {
            post.nama = word.clone();
            post.kelompok[0].indikator[0].uraian = format!("Jumlah {word}/{word} contoh");
        }
    });
    assert_all_editions(&changed, "long word");
}
