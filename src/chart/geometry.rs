//! Points, boxes and lines in pt; x grows to the right, y downwards.

use serde::Serialize;

/// Points in a millimetre.
pub const PT_PER_MM: f64 = 72.0 / 25.4;

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Point {
    /// To the right, in pt.
    pub x: f64,
    /// Downwards, in pt.
    pub y: f64,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Rect {
    /// Left edge in pt.
    pub x: f64,
    /// Upper edge in pt.
    pub y: f64,
    /// Width in pt.
    pub w: f64,
    /// Height in pt.
    pub h: f64,
}

/// A line with right-angled bends.
pub type Line = Vec<Point>;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rupa {
    /// From a superior down to a box.
    Turun,
    /// From the end of a superior to a box in a later column: since it may run
    /// upwards, an arrowhead says where it leads.
    Panah,
    /// Dashed: to a superior in another branch.
    Putus,
}

/// A point from its coordinates in pt.
pub const fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

impl Rect {
    /// Right edge in pt.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Lower edge in pt.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The middle between left and right, in pt.
    pub fn middle(&self) -> f64 {
        self.x + self.w / 2.0
    }

    /// Whether two rectangles have more than an edge in common.
    pub fn overlaps(&self, other: &Rect) -> bool {
        const HAIR: f64 = 1e-6;
        self.x + HAIR < other.right()
            && other.x + HAIR < self.right()
            && self.y + HAIR < other.bottom()
            && other.y + HAIR < self.bottom()
    }

    /// The rectangle moved.
    pub fn moved(self, x: f64, y: f64) -> Rect {
        Rect { x: self.x + x, y: self.y + y, ..self }
    }
}

/// The rectangles that the stretches of a line cover; they have no width.
pub fn stretches(line: &[Point]) -> impl Iterator<Item = Rect> {
    line.windows(2).map(|ends| Rect {
        x: ends[0].x.min(ends[1].x),
        y: ends[0].y.min(ends[1].y),
        w: (ends[0].x - ends[1].x).abs(),
        h: (ends[0].y - ends[1].y).abs(),
    })
}
