//! The poster on the office's own printer: cut into sheets that overlap, to be
//! trimmed at the marks and pasted together.

use std::cmp::Reverse;

use serde::Serialize;

use super::content::Card;
use super::geometry::{PT_PER_MM, Rect, stretches};
use super::paper::{MOST, Paper};
use super::settings::Labels;
use super::sheet::{Drawn, PaperSize, Sheet, Stroke};

/// The margin no printer reaches, in mm; marks and label stand in it.
const MARGIN_MM: f64 = 12.0;

/// How far a sheet lies over its neighbour, in mm.
const OVERLAP_MM: f64 = 10.0;

/// What `bagan-sambung.typ` reads.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tiled<'a> {
    pub judul: String,
    pub draf: bool,
    pub kata: &'a Labels,
    pub jabatan: &'a [Card],
    pub poster: &'a Sheet,
    pub sambung: Tiles,
}

/// How the poster is cut.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tiles {
    pub kertas: PaperSize,
    /// The margin in pt.
    pub tepi: f64,
    /// The picture's size on every sheet, in pt.
    pub lebar: f64,
    pub tinggi: f64,
    /// The scale at which the poster is drawn.
    pub skala: f64,
    /// The overlap in mm, as printed.
    pub tumpang: f64,
    pub baris: usize,
    pub kolom: usize,
    pub lembar: Vec<Tile>,
}

/// One sheet: what of the poster can be seen on it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tile {
    /// Row and column, from 1.
    pub baris: usize,
    pub kolom: usize,
    /// Where its picture begins on the poster, in pt.
    pub x: f64,
    pub y: f64,
    /// The boxes, each with whether it is read here; one that lies across
    /// sheets is read on the first of them only.
    pub kotak: Vec<(Drawn, bool)>,
    pub garis: Vec<Stroke>,
    pub judul: bool,
    pub legenda: bool,
    pub legenda_asli: bool,
    pub tanda_tangan: bool,
    pub tanda_tangan_asli: bool,
}

/// Cuts a poster for a paper, upright or across, whichever takes fewer sheets;
/// on these it is drawn as large as they allow, but not below natural size.
pub(super) fn cut(poster: &Sheet, paper: Paper) -> Tiles {
    let (w, h) = paper.size_pt();
    let across = Grid::new(poster, w, h);
    let upright = Grid::new(poster, h, w);
    if upright.rank() < across.rank() { upright.tiles(poster) } else { across.tiles(poster) }
}

struct Grid {
    paper: PaperSize,
    scale: f64,
    /// The picture's size, how far the next one is, and where the first one
    /// begins, in pt of the poster.
    size: (f64, f64),
    step: (f64, f64),
    start: (f64, f64),
    columns: usize,
    rows: usize,
}

impl Grid {
    fn new(poster: &Sheet, w: f64, h: f64) -> Self {
        let (margin, overlap) = (MARGIN_MM * PT_PER_MM, OVERLAP_MM * PT_PER_MM);
        let size = (w - 2.0 * margin, h - 2.0 * margin);
        let step = (size.0 - overlap, size.1 - overlap);
        let count = |whole: f64, step: f64| ((whole - overlap) / step - 1e-9).ceil().max(1.0) as usize;
        let (columns, rows) = (count(poster.kertas.w, step.0), count(poster.kertas.h, step.1));
        let whole = (columns as f64 * step.0 + overlap, rows as f64 * step.1 + overlap);
        let scale = (whole.0 / poster.kertas.w).min(whole.1 / poster.kertas.h).clamp(1.0, MOST);
        let scaled = |(x, y): (f64, f64)| (x / scale, y / scale);
        // What the sheets have to spare goes to the sides and below.
        let start = ((poster.kertas.w - scaled(whole).0) / 2.0, 0.0);
        Self { paper: PaperSize { w, h }, scale, size: scaled(size), step: scaled(step), start, columns, rows }
    }

    /// Fewer sheets are better, then larger type.
    fn rank(&self) -> (usize, Reverse<u64>) {
        (self.columns * self.rows, Reverse((self.scale * 1e6) as u64))
    }

    fn tiles(&self, poster: &Sheet) -> Tiles {
        let mut read = vec![false; poster.kotak.len()];
        let (mut legend, mut signature) = (false, false);
        let mut lembar = Vec::new();
        for (row, column) in (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (row, column))) {
            let (x, y) = (self.start.0 + column as f64 * self.step.0, self.start.1 + row as f64 * self.step.1);
            let page = Rect { x, y, w: self.size.0, h: self.size.1 };
            // The same, as the chart inside the poster counts.
            let window = page.moved(-poster.letak.bagan.x, -poster.letak.bagan.y);
            let seen = poster.kotak.iter().enumerate().filter(|(_, drawn)| grown(&drawn.letak).overlaps(&window));
            let mut kotak: Vec<(usize, Drawn, bool)> =
                seen.map(|(index, drawn)| (index, drawn.clone(), !std::mem::replace(&mut read[index], true))).collect();
            head(&poster.kotak, &mut kotak);
            let kotak = kotak.into_iter().map(|(_, drawn, first)| (drawn, first)).collect();
            let inside = |stroke: &&Stroke| stretches(&stroke.titik).any(|part| grown(&part).overlaps(&window));
            let garis = poster.garis.iter().filter(inside).cloned().collect();
            let first = |done: &mut bool, seen: bool| seen && !std::mem::replace(done, *done || seen);
            let legenda = poster.letak.legenda.overlaps(&page);
            let tanda_tangan = poster.letak.tanda_tangan.overlaps(&page);
            lembar.push(Tile {
                baris: row + 1,
                kolom: column + 1,
                x,
                y,
                kotak,
                garis,
                judul: poster.letak.judul.overlaps(&page),
                legenda,
                legenda_asli: first(&mut legend, legenda),
                tanda_tangan,
                tanda_tangan_asli: first(&mut signature, tanda_tangan),
            });
        }
        Tiles {
            kertas: self.paper,
            tepi: MARGIN_MM * PT_PER_MM,
            lebar: self.size.0 * self.scale,
            tinggi: self.size.1 * self.scale,
            skala: self.scale,
            tumpang: OVERLAP_MM,
            baris: self.rows,
            kolom: self.columns,
            lembar,
        }
    }
}

/// Gives the boxes of a sheet the heading levels that they have on it: below
/// the nearest superior that is read there, or below the sheet's own heading.
/// So no level is ever left out. `all` are the poster's, branch by branch.
fn head(all: &[Drawn], here: &mut [(usize, Drawn, bool)]) {
    /// The level below the sheet's heading.
    const TOP: usize = 2;
    // The way down to the box at hand: depth, and level where it is read here.
    let mut above: Vec<(usize, Option<usize>)> = Vec::new();
    let mut here = here.iter_mut().peekable();
    for (index, drawn) in all.iter().enumerate() {
        above.truncate(above.partition_point(|(depth, _)| *depth < drawn.tingkat));
        let level = above.iter().rev().find_map(|(_, level)| *level).map_or(TOP, |level| level + 1);
        let own = here.next_if(|(at, ..)| *at == index);
        let read = own.is_some_and(|(_, drawn, read)| {
            drawn.tingkat = level;
            *read
        });
        above.push((drawn.tingkat, read.then_some(level)));
    }
}

/// A rectangle with its stroke.
fn grown(rect: &Rect) -> Rect {
    Rect { x: rect.x - 1.0, y: rect.y - 1.0, w: rect.w + 2.0, h: rect.h + 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A box at a depth counted from 1.
    fn drawn(tingkat: usize) -> Drawn {
        let letak = Rect { x: 0.0, y: 0.0, w: 1.0, h: 1.0 };
        Drawn { nomor: 0, letak, tingkat, bab: false, ringkas: None, halaman: None }
    }

    #[test]
    fn a_box_is_headed_below_the_nearest_superior_read_on_its_sheet() {
        let all = [1, 2, 3, 4, 3, 2, 3, 3].map(drawn);
        let levels = |here: &[(usize, bool)]| -> Vec<usize> {
            let mut boxes: Vec<_> = here.iter().map(|&(at, read)| (at, all[at].clone(), read)).collect();
            head(&all, &mut boxes);
            boxes.iter().map(|(_, drawn, _)| drawn.tingkat).collect()
        };
        assert_eq!(levels(&(0..8).map(|at| (at, true)).collect::<Vec<_>>()), [2, 3, 4, 5, 4, 3, 4, 4]);
        // Without the root, and with a superior that is read elsewhere.
        assert_eq!(levels(&[(2, true), (3, true), (4, true), (5, false), (6, true)]), [2, 3, 2, 2, 2]);
        // The superior of the last two is not the one before them.
        assert_eq!(levels(&[(1, true), (4, true), (6, true), (7, true)]), [2, 3, 2, 2]);
    }
}
