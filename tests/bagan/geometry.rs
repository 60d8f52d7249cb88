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
use kurbo::{Affine, BezPath, Point, Rect, Shape as _};

/// One page.
pub struct Page {
    pub width: f64,
    pub height: f64,
    /// The boxes: filled shapes that lie in no other filled shape.
    pub boxes: Vec<Rect>,
    /// Every character with the ends of its baseline and its type size.
    pub glyphs: Vec<Letter>,
}

/// A character on the page.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub c: char,
    pub at: Point,
    /// Type size in pt, as printed.
    pub size: f64,
}

impl Page {
    /// The text in a box, in the order it was drawn, without blanks.
    pub fn text_in(&self, rect: &Rect) -> String {
        self.glyphs.iter().filter(|letter| rect.contains(letter.at)).map(|letter| letter.c).collect()
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
    let boxes = fills.iter().filter(|one| one.height() > 20.0 && !fills.iter().any(|other| inside(one, other)));
    Page { width, height, boxes: boxes.copied().collect(), glyphs: collector.letters }
}

#[derive(Default)]
struct Collector {
    letters: Vec<Letter>,
    fills: Vec<Rect>,
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, transform: Affine, local: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let whole = transform * local;
        let at = whole * Point::ORIGIN;
        // A font's own units are 1000 to the em here.
        let size = (whole * Point::new(0.0, 1000.0) - at).hypot();
        let mut put = |c: char| self.letters.push(Letter { c, at, size });
        match glyph.as_unicode() {
            Some(BfString::Char(c)) if c.is_whitespace() => {}
            Some(BfString::Char(c)) => put(c),
            Some(BfString::String(text)) => text.chars().for_each(put),
            None => put('\u{fffd}'),
        }
    }

    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        if let PathDrawMode::Fill(_) = mode {
            self.fills.push((transform * path.clone()).bounding_box());
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
