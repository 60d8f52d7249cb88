//! What a chart may show beside the texts: holders and vacancies, indikator
//! without a target, superiors in another unit.

use perjakin::cascade::{Cascade, Pegawai};
use perjakin::chart::{Settings, charts};
use perjakin::workbook::place::{Located, Place, Pos, Source};
use serde_json::Value;

use crate::boxes::{assert_geometry, squeezed};
use crate::geometry::Page;
use crate::kota::{self, settings};
use crate::tepi::changed;
use crate::{engine, job, print};

fn located(text: &str) -> Located<String> {
    let place = Place { source: Source::new("contoh.xlsx", "Pegawai"), pos: Pos::new(2, 2) };
    Located::new(text.to_owned(), place)
}

/// An office of two units: the head has a holder, the post 3 signs with the
/// post 2 in the other unit, and one indikator of all has a target.
fn office() -> Cascade {
    let cascade = changed(&kota::cascade(&[0, 0, 1, 2], |_| (1, 2)), |index, post| match index {
        3 => post.atasan = Some(2),
        4 => post.kelompok[0].indikator[0].target = Some(located("12")),
        _ => {}
    });
    let holders = vec![
        Pegawai::new(located("Pegawai Contoh 01, S.Contoh."), 0),
        Pegawai::new(located("Pegawai Contoh 02, S.Contoh."), 1),
    ];
    Cascade::new("Dinas Contoh".to_owned(), 2026, cascade.jabatan().to_vec(), holders).unwrap()
}

/// The poster and what it is drawn from.
fn poster(settings: &Settings) -> (Page, Value) {
    let engine = engine();
    let made = charts(&office(), &engine, settings).unwrap();
    let job = job(&made, "bagan/poster.pdf");
    let mut pages = print(&engine, job);
    assert_geometry(&pages, "poster");
    (pages.remove(0), serde_json::from_slice(&job.data).unwrap())
}

/// What stands in the box of a jabatan, without blanks.
fn in_box(page: &Page, name: &str) -> String {
    let texts = page.boxes.iter().map(|one| squeezed(&page.text_in(one)));
    let found: Vec<String> = texts.filter(|text| text.contains(&squeezed(name))).collect();
    found.into_iter().next().unwrap_or_else(|| panic!("{name} has no box"))
}

fn all(page: &Page) -> String {
    squeezed(&page.letters().map(|letter| letter.c).collect::<String>())
}

#[test]
fn holders_are_named_and_vacancies_said_where_the_office_wants_it() {
    let plain = settings(&office());
    let (page, _) = poster(&Settings { pemegang: true, ..plain.clone() });
    assert!(in_box(&page, "Jabatan Contoh 0001").contains("PegawaiContoh02,S.Contoh."));
    assert!(in_box(&page, "Jabatan Contoh 0002").contains("Lowong"));
    let (page, _) = poster(&plain);
    assert!(!in_box(&page, "Jabatan Contoh 0001").contains("PegawaiContoh02"));
    assert!(!all(&page).contains("Lowong"));
}

#[test]
fn every_indikator_without_a_target_is_marked_and_the_legend_says_so() {
    let plain = settings(&office());
    let marked = |data: &Value| {
        let cards = data["jabatan"].as_array().unwrap().iter();
        cards.flat_map(|card| card["indikator"].as_array().unwrap()).filter(|entry| entry["kosong"] == true).count()
    };
    let (page, data) = poster(&Settings { tandai_target: true, ..plain.clone() });
    assert_eq!(marked(&data), 5 * 2 - 1);
    // A ring each, and one in the legend.
    assert_eq!(page.rings, marked(&data) + 1);
    assert!(all(&page).contains("Belumadatarget"));
    let (page, data) = poster(&plain);
    assert_eq!((marked(&data), page.rings), (0, 0));
    assert!(!all(&page).contains("Belumadatarget"));
}

#[test]
fn a_superior_in_another_unit_is_named_and_joined_by_a_dashed_line_that_touches_no_text() {
    let (page, data) = poster(&settings(&office()));
    let lines = data["halaman"][0]["garis"].as_array().unwrap();
    assert_eq!(lines.iter().filter(|line| line["rupa"] == "putus").count(), 1);
    assert!(in_box(&page, "Jabatan Contoh 0003").contains("Atasan:JabatanContoh0002"));
    assert!(all(&page).contains("Atasandiunitlain"));
    for letter in page.letters().filter(|letter| page.boxes.iter().any(|one| one.contains(letter.at))) {
        let struck = page.strokes.iter().find(|line| !line.inflate(0.05, 0.05).intersect(letter.ink).is_zero_area());
        assert!(struck.is_none(), "{letter:?} touches {struck:?}");
    }
}
