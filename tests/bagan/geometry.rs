//! What a chart's PDF really draws, read by a reader that had no part in
//! writing it: the filled shapes and the characters with their extents, in pt
//! from the upper left corner of the page.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt as _, interpret_page,
};
use hayro_syntax::Pdf;
pub use kurbo::Rect;
use kurbo::{Affine, BezPath, PathSeg, Point, Shape as _};

/// One page.
pub struct Page {
    pub width: f64,
    pub height: f64,
    /// The boxes: filled shapes that lie in no other filled shape.
    pub boxes: Vec<Rect>,
    /// Every character with its place and its type size.
    pub glyphs: Vec<Letter>,
    /// The upright and level parts of all stroked lines.
    pub strokes: Vec<Rect>,
    /// How many small stroked rings there are.
    pub rings: usize,
}

/// A character on the page.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub c: char,
    pub at: Point,
    /// Type size in pt, as printed.
    pub size: f64,
    /// What the letter covers with ink.
    pub ink: Rect,
}

/// The mark DRAF is larger than any text.
const MARK_PT: f64 = 100.0;

impl Page {
    /// The letters that are text: the mark DRAF lies behind all of it.
    pub fn letters(&self) -> impl Iterator<Item = &Letter> {
        self.glyphs.iter().filter(|letter| letter.size < MARK_PT)
    }

    /// The text in a box, in the order it was drawn, without blanks.
    pub fn text_in(&self, rect: &Rect) -> String {
        self.letters().filter(|letter| rect.contains(letter.at)).map(|letter| letter.c).collect()
    }

    /// What can be seen of the page through a window; the reader does not know
    /// of clipping.
    pub fn seen_through(&self, window: &Rect) -> Self {
        let boxes = self.boxes.iter().map(|one| one.intersect(*window)).filter(|one| one.height() > 1.0);
        let glyphs = self.glyphs.iter().filter(|letter| window.intersect(letter.ink) == letter.ink);
        Self { boxes: boxes.collect(), glyphs: glyphs.copied().collect(), strokes: Vec::new(), ..*self }
    }
}

/// Reads all pages; panics where it is no sound PDF.
pub fn read(bytes: &[u8]) -> Vec<Page> {
    let pdf = Pdf::new(bytes.to_vec()).expect("a sound PDF");
    pdf.pages().iter().map(read_page).collect()
}

fn read_page(page: &hayro_syntax::page::Page) -> Page {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let area = Rect::new(0.0, 0.0, width, height);
    let start = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(start, area, &cache, page.xref(), InterpreterSettings::default());
    let mut collector = Collector::default();
    interpret_page(page, &mut context, &mut collector);
    let fills = collector.fills;
    let inside =
        |one: &Rect, other: &Rect| other.inflate(1.0, 1.0).intersect(*one) == *one && other.area() > one.area();
    let mut boxes: Vec<Rect> = Vec::new();
    for one in fills.iter().filter(|one| one.height() > 20.0 && !fills.iter().any(|other| inside(one, other))) {
        // The head of a box that has nothing else is as large as the box.
        if !boxes.iter().any(|known| known.inflate(0.01, 0.01).intersect(*one) == *one) {
            boxes.push(*one);
        }
    }
    Page { width, height, boxes, glyphs: collector.letters, strokes: collector.strokes, rings: collector.rings }
}

#[derive(Default)]
struct Collector {
    letters: Vec<Letter>,
    fills: Vec<Rect>,
    strokes: Vec<Rect>,
    rings: usize,
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, transform: Affine, local: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let whole = transform * local;
        let at = whole * Point::ORIGIN;
        // A font's own units are 1000 to the em here.
        let size = (whole * Point::new(0.0, 1000.0) - at).hypot();
        let ink = match glyph {
            Glyph::Outline(outline) => (whole * outline.outline()).bounding_box(),
            Glyph::Type3(_) => Rect::from_origin_size(at, (0.0, 0.0)),
        };
        let mut put = |c: char| self.letters.push(Letter { c, at, size, ink });
        match glyph.as_unicode() {
            Some(BfString::Char(c)) if c.is_whitespace() => {}
            Some(BfString::Char(c)) => put(c),
            Some(BfString::String(text)) => text.chars().for_each(put),
            None => put('\u{fffd}'),
        }
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        let path = transform * path.clone();
        match mode {
            PathDrawMode::Fill(_) => self.fills.push(path.bounding_box()),
            PathDrawMode::Stroke(_) => {
                let (curves, extent) =
                    (path.segments().all(|part| matches!(part, PathSeg::Cubic(_))), path.bounding_box());
                let small = extent.width() < 8.0 && (extent.width() - extent.height()).abs() < 0.1;
                self.rings += usize::from(curves && small);
                let lines = path.segments().map(|segment| segment.bounding_box());
                self.strokes.extend(lines.filter(|line| line.width() < 0.1 || line.height() < 0.1));
            }
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
