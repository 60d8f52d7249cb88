//! Putting chart, title, legend and signature on one page. They use the free
//! corners of the chart: title and legend stand left and right of the root,
//! the signature moves up beside the lowest boxes.

use serde::Serialize;

use super::geometry::{Point, Rect, point, stretches};
use super::layout::Layout;
use super::sizes::{Piece, Pieces};

/// The margin of a chart's page, in pt (about 13 mm: every printer reaches it).
const MARGIN: f64 = 36.0;

/// The distance kept between chart and furniture, in pt.
const CLEAR: f64 = 18.0;

/// What the margins leave of a page, in pt.
pub(super) fn room((w, h): (f64, f64)) -> (f64, f64) {
    (w - 2.0 * MARGIN, h - 2.0 * MARGIN)
}

/// Where everything stands on the page, in pt from its upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Placement {
    pub judul: Rect,
    pub legenda: Rect,
    pub tanda_tangan: Rect,
    pub bagan: Point,
}

/// A page with everything in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    /// Width and height in pt.
    pub w: f64,
    pub h: f64,
    /// The scale at which the chart is drawn.
    pub scale: f64,
    pub places: Placement,
}

/// What is in the way on the page: boxes and lines at their scale.
struct Obstacles(Vec<Rect>);

impl Obstacles {
    fn new(chart: &Layout, scale: f64) -> Self {
        let lines = chart.lines.iter().flat_map(|line| stretches(line));
        let scaled = |r: Rect| Rect { x: r.x * scale, y: r.y * scale, w: r.w * scale, h: r.h * scale };
        Self(chart.boxes.iter().copied().chain(lines).map(scaled).collect())
    }

    fn between(&self, left: f64, right: f64) -> impl Iterator<Item = &Rect> {
        self.0.iter().filter(move |r| r.x < right + CLEAR && r.right() > left - CLEAR)
    }

    /// The uppermost edge between two x.
    fn top(&self, left: f64, right: f64) -> f64 {
        self.between(left, right).map(|r| r.y).fold(f64::INFINITY, f64::min)
    }

    /// The lowest edge between two x.
    fn bottom(&self, left: f64, right: f64) -> f64 {
        self.between(left, right).map(Rect::bottom).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// The smallest page, at least `width` pt wide, that holds the chart at the
/// given scale.
pub(super) fn compose(chart: &Layout, pieces: &Pieces, scale: f64, width: f64) -> Page {
    let beside = pieces.judul.w + 2.0 * CLEAR + pieces.legenda.w;
    let inner = (chart.width * scale).max(beside).max(pieces.tanda_tangan.w).max(width - 2.0 * MARGIN);
    let obstacles = Obstacles::new(chart, scale);
    let x = MARGIN + (inner - chart.width * scale) / 2.0;
    let right = MARGIN + inner;

    let judul = pieces.judul.at(MARGIN, MARGIN);
    let legenda = pieces.legenda.at(right - pieces.legenda.w, MARGIN);
    let mut y = MARGIN;
    for rect in [judul, legenda] {
        y = y.max(rect.bottom() + CLEAR - obstacles.top(rect.x - x, rect.right() - x));
    }
    let mut end = y + chart.height * scale;
    let mut left = right - pieces.tanda_tangan.w;
    if pieces.tanda_tangan.h > 0.0 {
        (left, end) = sign(&obstacles, point(x, y), end, (MARGIN, left), pieces.tanda_tangan);
    }
    Page {
        w: inner + 2.0 * MARGIN,
        h: end + MARGIN,
        scale,
        places: Placement {
            judul,
            legenda,
            tanda_tangan: pieces.tanda_tangan.at(left, end - pieces.tanda_tangan.h),
            bagan: point(x, y),
        },
    }
}

/// Where the signature goes: as far right as it can without making the page
/// longer, or where it makes it longer least. Gives its left edge and the end
/// of the page's contents.
fn sign(obstacles: &Obstacles, chart: Point, end: f64, (least, most): (f64, f64), piece: Piece) -> (f64, f64) {
    const STEPS: u32 = 16;
    let mut best = (most, f64::INFINITY);
    for step in 0..=STEPS {
        let left = most - (most - least).max(0.0) * f64::from(step) / f64::from(STEPS);
        let below = chart.y + obstacles.bottom(left - chart.x, left + piece.w - chart.x) + CLEAR;
        let needed = end.max(below + piece.h);
        if needed < best.1 - 1e-6 {
            best = (left, needed);
        }
    }
    best
}

/// The page of a given size with the chart as large as it can be, between two
/// scales; `None` where even the smaller one is too large.
pub(super) fn fit(chart: &Layout, pieces: &Pieces, (w, h): (f64, f64), (least, most): (f64, f64)) -> Option<Page> {
    const STEPS: usize = 12;
    let fits = |scale: f64| {
        let page = compose(chart, pieces, scale, w);
        (page.w <= w + 1e-6 && page.h <= h + 1e-6).then_some(page)
    };
    if let Some(page) = fits(most) {
        return Some(page);
    }
    let mut best = fits(least)?;
    let (mut low, mut high) = (least, most);
    for _ in 0..STEPS {
        let scale = f64::midpoint(low, high);
        match fits(scale) {
            Some(page) => (low, best) = (scale, page),
            None => high = scale,
        }
    }
    Some(best)
}

/// A page lengthened to the given height. Of what is added, a part goes above
/// the chart, and the signature stays at the foot.
pub(super) fn lengthened(mut page: Page, h: f64, above: f64) -> Page {
    let added = h - page.h;
    page.places.bagan.y += added * above;
    page.places.tanda_tangan.y += added;
    page.h = h;
    page
}
