//! The matrix retypeset: one band a level, the blocks side by side as the
//! office knows it.

use serde::Serialize;

use super::content::Card;
use super::furniture::Signatory;
use super::geometry::PT_PER_MM;
use super::paper::BODY_PT;
use super::settings::Settings;
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
        settings: &Settings,
        draf: bool,
    ) -> Self {
        let (short, long) = settings.kertas_mm;
        let kertas = PaperSize { w: short.max(long) * PT_PER_MM, h: short.min(long) * PT_PER_MM };
        let levels = levels(cascade);
        let most = ((kertas.w / BLOCK_PT) as usize).max(1);
        let widest = levels.iter().map(Vec::len).max().unwrap_or(1).min(most);
        let mut column = vec![0; cards.len()];
        let mut pita = Vec::new();
        for level in &levels {
            if let [only] = level[..]
                && cascade.jabatan()[only].induk.is_none()
            {
                let muat = fits(sizes, &[only], kertas.w, kertas.h);
                pita.push(Band { kolom: 1, muat, blok: vec![Block { ruang: 0, card: &cards[only] }] });
                continue;
            }
            for row in level.chunks(widest) {
                place(cascade, row, widest, &mut column);
                let blok = row.iter().map(|&post| Block { ruang: column[post], card: &cards[post] }).collect();
                let muat = fits(sizes, row, kertas.w / widest as f64, kertas.h);
                pita.push(Band { kolom: widest, muat, blok });
            }
        }
        let judul =
            format!("PENGUKURAN KINERJA INDIVIDU {} TAHUN {}", cascade.instansi().to_uppercase(), cascade.tahun());
        Self { judul, draf, kertas, penanda_tangan, pita }
    }
}

/// Whether a row of blocks of the given width fits on a page of the given
/// height, both in pt, judging by the boxes that the chart draws of them.
fn fits(sizes: &Sizes, row: &[usize], width: f64, page: f64) -> Fits {
    let larger = TYPE_PT / BODY_PT;
    let width = (width / larger) as u32;
    let heights = row.iter().map(|&card| sizes.get(Wanted { card, width, brief: false }).h);
    match heights.fold(0.0, f64::max) * larger / page {
        part if part < 0.5 => Fits::Ya,
        part if part > 1.4 => Fits::Tidak,
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

/// Gives each block of a row the column of its superior, or the next free one;
/// never so far right that the blocks after it have no room.
fn place(cascade: &Cascade, row: &[usize], columns: usize, column: &mut [usize]) {
    let mut free = 0;
    for (index, &post) in row.iter().enumerate() {
        let above = cascade.jabatan()[post].induk.map_or(0, |parent| column[parent]);
        column[post] = above.min(columns - (row.len() - index)).max(free);
        free = column[post] + 1;
    }
}
