//! What is held against the boxes of a printed chart.

use std::collections::BTreeMap;

use perjakin::cascade::{Cascade, Jabatan, Jenjang};
use perjakin::chart::FLOOR_PT;

use crate::geometry::Page;

/// A text as it is compared: without blanks, and without hyphens, for a word
/// longer than its line gets more of them.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect()
}

/// The label of a jenjang on its boxes.
fn label(jenjang: Jenjang) -> &'static str {
    match jenjang {
        Jenjang::Jpt => "PIMPINAN TINGGI",
        Jenjang::Administrator => "ADMINISTRATOR",
        Jenjang::Pengawas => "PENGAWAS",
        Jenjang::Fungsional => "FUNGSIONAL",
        Jenjang::Pelaksana => "PELAKSANA",
    }
}

/// All that stands in the box of a jabatan, without blanks: the texts in the
/// order of the matrix, whatever pairing has made of them.
pub fn expected(post: &Jabatan) -> String {
    let mut sasaran: Vec<_> = post.kelompok.iter().flat_map(|k| &k.sasaran).collect();
    let mut indikator: Vec<_> = post.kelompok.iter().flat_map(|k| &k.indikator).collect();
    sasaran.sort_by_key(|item| (item.place.pos.row, item.place.pos.col));
    indikator.sort_by_key(|item| (item.place.pos.row, item.place.pos.col));
    let mut text = format!("{} {}", label(post.jenjang), post.nama);
    for (heading, entries) in [
        ("Tujuan", post.tujuan.iter().map(|tujuan| (&None, &tujuan.uraian)).collect::<Vec<_>>()),
        ("Sasaran", sasaran.into_iter().map(|item| (&item.nomor, &item.uraian)).collect()),
        ("Indikator", indikator.into_iter().map(|item| (&item.nomor, &item.uraian)).collect()),
    ] {
        if !entries.is_empty() {
            text.push_str(heading);
        }
        for (nomor, uraian) in entries {
            text.push_str(nomor.as_deref().unwrap_or_default());
            text.push_str(uraian);
        }
    }
    squeezed(&text)
}

/// No letter of a page is below the floor, and none lies across the edge of a
/// box: it is inside with all of its ink or outside with all of it.
pub fn assert_letters(page: &Page, what: &str) {
    for letter in page.letters() {
        assert!(letter.size > FLOOR_PT - 0.01, "{what}: {letter:?} is too small to read");
        for one in &page.boxes {
            let inside = one.inflate(0.3, 0.3).intersect(letter.ink) == letter.ink;
            let outside = one.intersect(letter.ink).is_zero_area();
            assert!(inside || outside, "{what}: {letter:?} leaves {one:?}");
        }
    }
}

/// No box of a page overlaps another.
pub fn assert_apart(page: &Page, what: &str) {
    for (index, one) in page.boxes.iter().enumerate() {
        for other in &page.boxes[index + 1..] {
            let common = one.intersect(*other);
            assert!(common.width() < 0.1 || common.height() < 0.1, "{what}: {one:?} and {other:?} overlap");
        }
    }
}

/// All of it, for charts of whole pages: no box leaves its page either.
pub fn assert_geometry(pages: &[Page], what: &str) {
    for (number, page) in pages.iter().enumerate() {
        let what = format!("{what}, page {}", number + 1);
        assert!(!page.boxes.is_empty(), "{what} has no box");
        for one in &page.boxes {
            let inside = one.x0 > 0.0 && one.y0 > 0.0 && one.x1 < page.width && one.y1 < page.height;
            assert!(inside, "{what}: {one:?} leaves it");
        }
        assert_apart(page, &what);
        assert_letters(page, &what);
    }
}

/// Every jabatan's texts stand in a box of its own, whole and once.
pub fn assert_texts(cascade: &Cascade, pages: &[Page], what: &str) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        for one in &page.boxes {
            *found.entry(squeezed(&page.text_in(one))).or_default() += 1;
        }
    }
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for post in cascade.jabatan() {
        *wanted.entry(expected(post)).or_default() += 1;
    }
    for (text, count) in wanted {
        let times = found.get(&text).copied().unwrap_or(0);
        assert_eq!(times, count, "{what}: how often there is a box {text}");
    }
}
