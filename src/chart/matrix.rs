//! The matrix retypeset: one band a level, the blocks side by side as the
//! office knows it.

use serde::Serialize;

use super::content::Card;
use super::furniture::Signatory;
use super::geometry::PT_PER_MM;
use super::paper::BODY_PT;
use super::settings::{Labels, Settings};
use super::sheet::PaperSize;
use super::sizes::{Sizes, Wanted};
use crate::cascade::Cascade;

/// A block is not set narrower than this, in pt (about 65 mm).
const BLOCK_PT: f64 = 185.0;

/// The type size of a block, as `kata` in `matriks.typ` has it.
const TYPE_PT: f64 = 8.5;

/// The matrix as `matriks.typ` reads it.
#[derive(Debug, Serialize)]
pub(super) struct Matrix<'a> {
    pub judul: String,
    pub kata: &'a Labels,
    pub draf: bool,
    pub kertas: PaperSize,
    pub penanda_tangan: Option<Signatory>,
    pub pita: Vec<Band<'a>>,
}

/// A row of blocks; a level with many has several.
#[derive(Debug, Serialize)]
pub(super) struct Band<'a> {
    /// How many blocks have room.
    pub kolom: usize,
    /// Whether it fits on a page for sure, does not, or must be measured.
    pub muat: Fits,
    pub blok: Vec<Block<'a>>,
}

/// What can be told of a band before it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Fits {
    Ya,
    Tidak,
    Ukur,
}

/// A block in its column, counted from 0.
#[derive(Debug, Serialize)]
pub(super) struct Block<'a> {
    pub ruang: usize,
    #[serde(flatten)]
    pub card: &'a Card,
}

impl<'a> Matrix<'a> {
    pub(super) fn new(
        cascade: &Cascade,
        cards: &'a [Card],
        sizes: &Sizes,
        penanda_tangan: Option<Signatory>,
        settings: &'a Settings,
        draf: bool,
    ) -> Self {
        let (short, long) = settings.kertas_mm;
        let kertas = PaperSize { w: short.max(long) * PT_PER_MM, h: short.min(long) * PT_PER_MM };
        let levels = levels(cascade);
        let most = ((kertas.w / BLOCK_PT) as usize).max(1);
        let widest = levels.iter().map(Vec::len).max().unwrap_or(1).min(most);
        // The middle of every block, as a part of the width.
        let mut middle = vec![0.5; cards.len()];
        let mut pita = Vec::new();
        for row in levels.iter().flat_map(|level| rows(level, widest)) {
            let (kolom, columns) = columns(cascade, row, widest, &middle);
            for (&post, &column) in row.iter().zip(&columns) {
                middle[post] = (column as f64 + 0.5) / kolom as f64;
            }
            let blok = row.iter().zip(columns).map(|(&post, ruang)| Block { ruang, card: &cards[post] }).collect();
            pita.push(Band { kolom, muat: fits(sizes, row, kertas.w / kolom as f64, kertas.h), blok });
        }
        let judul = settings.kata.judul_matriks.clone();
        let kata = &settings.kata.label;
        Self { judul, kata, draf, kertas, penanda_tangan, pita }
    }
}

/// Whether a row of blocks of the given width fits on a page of the given
/// height, both in pt, judging by the boxes that the chart draws of them.
fn fits(sizes: &Sizes, row: &[usize], width: f64, page: f64) -> Fits {
    let larger = TYPE_PT / BODY_PT;
    let width = (width / larger) as u32;
    let heights = row.iter().map(|&card| sizes.get(Wanted { card, width, brief: false }).h);
    match heights.fold(0.0, f64::max) * larger / page {
        part if part < 0.7 => Fits::Ya,
        part if part > 1.3 => Fits::Tidak,
        _ => Fits::Ukur,
    }
}

/// The jabatan level by level, from left to right as on the matrix.
fn levels(cascade: &Cascade) -> Vec<Vec<usize>> {
    let mut levels: Vec<Vec<usize>> = Vec::new();
    for (index, post) in cascade.jabatan().iter().enumerate() {
        let level = post.tingkat as usize;
        if levels.len() <= level {
            levels.resize(level + 1, Vec::new());
        }
        levels[level].push(index);
    }
    levels.retain(|level| !level.is_empty());
    levels
}

/// A level's blocks in rows of about the same length, none longer than `widest`.
fn rows(level: &[usize], widest: usize) -> impl Iterator<Item = &[usize]> {
    let count = level.len().div_ceil(widest);
    level.chunks(level.len().div_ceil(count))
}

/// How many columns a row of blocks gets, and in which one, counted from 0,
/// each block stands. A row that can fill at least half of the usual columns
/// is spread over the whole width; the few blocks of a shorter one keep the
/// width of the others and stand below their superiors, as the office's sheet
/// has them.
fn columns(cascade: &Cascade, row: &[usize], widest: usize, middle: &[f64]) -> (usize, Vec<usize>) {
    let root = |post: usize| cascade.jabatan()[post].induk.is_none();
    if row.len() * 2 >= widest || row.iter().any(|&post| root(post)) {
        return (row.len(), (0..row.len()).collect());
    }
    let mut free = 0;
    let mut columns = Vec::with_capacity(row.len());
    for (index, &post) in row.iter().enumerate() {
        let above = cascade.jabatan()[post].induk.map_or(0.5, |parent| middle[parent]);
        let wished = (above * widest as f64) as usize;
        // Never so far right that the blocks after it have no room.
        let column = wished.min(widest - (row.len() - index)).max(free);
        columns.push(column);
        free = column + 1;
    }
    (widest, columns)
}
