//! The matrix retypeset.

use perjakin::cascade::Cascade;
use perjakin::chart::charts;

use crate::boxes::squeezed;
use crate::geometry::{Page, Rect};
use crate::kota::{self, settings};
use crate::{engine, job, print};

/// All letters of all pages, without blanks.
fn text(pages: &[Page]) -> String {
    squeezed(&pages.iter().flat_map(|page| page.letters().map(|letter| letter.c)).collect::<String>())
}

/// Every text of the cascade is there at least as often as the matrix has it.
pub fn assert_matrix(cascade: &Cascade, pages: &[Page], what: &str) {
    let text = text(pages);
    let posts = cascade.jabatan();
    let groups = || posts.iter().flat_map(|post| &post.kelompok);
    let all: Vec<String> = (groups().flat_map(|k| k.sasaran.iter().map(|s| &s.uraian)))
        .chain(groups().flat_map(|k| k.indikator.iter().map(|i| &i.uraian)))
        .chain(posts.iter().map(|post| &post.nama))
        .map(|uraian| squeezed(uraian))
        .collect();
    for wanted in &all {
        let count = all.iter().filter(|other| *other == wanted).count();
        assert!(text.matches(wanted.as_str()).count() >= count, "{what}: {wanted} is not there {count} times");
    }
    for (number, page) in pages.iter().enumerate() {
        for letter in page.letters() {
            let inside = Rect::new(0.0, 0.0, page.width, page.height).inflate(-20.0, -20.0);
            assert!(inside.contains(letter.at), "{what}: {letter:?} leaves page {}", number + 1);
            let struck = page.strokes.iter().find(|line| {
                let line = line.inflate(0.05, 0.05);
                !line.intersect(letter.ink).is_zero_area()
            });
            // The name of the signatory is underlined, and letters reach below.
            let underlined = struck.is_some_and(|line| line.height() < 0.1 && letter.size > 9.5);
            assert!(struck.is_none() || underlined, "{what}: {letter:?} touches {struck:?} on page {}", number + 1);
        }
    }
}

#[test]
fn the_matrix_prints_every_text_clear_of_its_lines() {
    let engine = engine();
    for (name, cascade) in crate::shapes() {
        let made = charts(&cascade, &engine, &settings(&cascade)).unwrap();
        assert_matrix(&cascade, &print(&engine, job(&made, "bagan/matriks.pdf")), name);
    }
}

/// The heads of all blocks, level by level.
fn heads(cascade: &Cascade) -> Vec<Vec<Rect>> {
    let engine = engine();
    let made = charts(cascade, &engine, &settings(cascade)).unwrap();
    let pages = print(&engine, job(&made, "bagan/matriks.pdf"));
    let mut levels: Vec<Vec<Rect>> = Vec::new();
    for head in pages.iter().flat_map(|page| &page.boxes) {
        match levels.last_mut() {
            Some(level) if (level[0].y0 - head.y0).abs() < 1.0 => level.push(*head),
            _ => levels.push(vec![*head]),
        }
    }
    levels
}

#[test]
fn a_level_that_is_nearly_full_is_spread_over_the_whole_width() {
    // Five on the second level, three on the third.
    let levels = heads(&kota::cascade(&[0, 0, 0, 0, 0, 1, 2, 3], |_| (1, 1)));
    assert_eq!(levels.iter().map(Vec::len).collect::<Vec<_>>(), [1, 5, 3]);
    let (root, last) = (levels[0][0], &levels[2]);
    assert!((last[0].x0 - root.x0).abs() < 1.0 && (last[2].x1 - root.x1).abs() < 1.0, "{last:?}");
}

#[test]
fn a_lone_block_keeps_its_width_and_stands_below_its_superior() {
    // Four on the second level; only the last of them has someone below.
    let levels = heads(&kota::cascade(&[0, 0, 0, 0, 4], |_| (1, 1)));
    assert_eq!(levels.iter().map(Vec::len).collect::<Vec<_>>(), [1, 4, 1]);
    let (superior, lone) = (levels[1][3], levels[2][0]);
    assert!((superior.x0 - lone.x0).abs() < 1.0 && (superior.x1 - lone.x1).abs() < 1.0, "{lone:?}");
}
