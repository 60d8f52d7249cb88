//! Reading a PDF back with a reader that had no part in writing it: its text
//! with positions, page sizes, title, language and fonts.

use std::path::Path;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt as _, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, String as PdfString};
use kurbo::{Affine, BezPath, Point, Rect};

/// A PDF that was read back.
pub struct ReadBack {
    /// Its pages in order.
    pub pages: Vec<Page>,
    /// The title in its metadata.
    pub title: Option<String>,
    /// The language in its catalogue.
    pub lang: Option<String>,
    /// Whether it says that it is tagged.
    pub tagged: bool,
    /// Its bookmarks in order.
    pub bookmarks: Vec<Bookmark>,
    /// The file as it is, for what must not be in it.
    pub bytes: Vec<u8>,
}

/// A bookmark.
pub struct Bookmark {
    /// Its depth, counted from 1.
    pub level: usize,
    /// What it says.
    pub text: String,
    /// The page it leads to, counted from 1.
    pub page: usize,
}

/// One page of it.
pub struct Page {
    /// Width and height in mm.
    pub size_mm: (f64, f64),
    /// The page's text in the order it was drawn, without any blanks, for
    /// lines break anywhere.
    pub text: String,
    /// Characters with the point where each stands, in pt from the upper left.
    pub glyphs: Vec<(char, Point)>,
}

impl ReadBack {
    /// Reads a file; panics where it is no sound PDF.
    pub fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let pdf = Pdf::new(bytes.clone()).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        let catalogue: Dict = pdf.xref().get(pdf.xref().root_id()).unwrap();
        let lang =
            catalogue.get::<PdfString>(&b"Lang"[..]).map(|text| String::from_utf8_lossy(text.as_bytes()).into_owned());
        let mark_info = catalogue.get::<Dict>(&b"MarkInfo"[..]);
        let tagged = mark_info.is_some_and(|info| info.get::<bool>(&b"Marked"[..]) == Some(true))
            && catalogue.get::<Dict>(&b"StructTreeRoot"[..]).is_some();
        let title = pdf.metadata().title.as_ref().map(|text| utf16(text));
        let pages = pdf.pages().iter().map(read_page).collect();
        let mut bookmarks = Vec::new();
        if let Some(outline) = catalogue.get::<Dict>(&b"Outlines"[..]) {
            read_bookmarks(&pdf, &outline, 1, &mut bookmarks);
        }
        Self { pages, title, lang, tagged, bookmarks, bytes }
    }

    /// All pages' text without blanks.
    pub fn text(&self) -> String {
        self.pages.iter().map(|page| page.text.as_str()).collect()
    }

    /// Whether a text is printed, wherever its lines break.
    pub fn prints(&self, text: &str) -> bool {
        self.text().contains(&squeeze(text))
    }
}

/// A text without its blanks.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Text strings of a PDF are UTF-16 with a mark, or plain.
fn utf16(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        None => String::from_utf8_lossy(bytes).into_owned(),
        Some(rest) => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
    }
}

/// Bookmarks below a node of the outline.
fn read_bookmarks(pdf: &Pdf, parent: &Dict, level: usize, bookmarks: &mut Vec<Bookmark>) {
    let mut next = parent.get::<Dict>(&b"First"[..]);
    while let Some(node) = next {
        let text = node.get::<PdfString>(&b"Title"[..]).map(|text| utf16(text.as_bytes())).unwrap_or_default();
        let target = node.get::<Array>(&b"Dest"[..]).and_then(|target| target.iter::<Dict>().next());
        let id = target.and_then(|page| page.obj_id());
        let page = pdf.pages().iter().position(|page| id.is_some() && page.raw().obj_id() == id);
        bookmarks.push(Bookmark { level, text, page: page.map_or(0, |page| page + 1) });
        read_bookmarks(pdf, &node, level + 1, bookmarks);
        next = node.get::<Dict>(&b"Next"[..]);
    }
}

fn read_page(page: &hayro_syntax::page::Page) -> Page {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, width, height),
        &cache,
        page.xref(),
        InterpreterSettings::default(),
    );
    let mut collector = Collector::default();
    interpret_page(page, &mut context, &mut collector);
    let mm = |pt: f64| pt / 72.0 * 25.4;
    let text = collector.glyphs.iter().map(|(c, _)| *c).filter(|c| !c.is_whitespace()).collect();
    Page { size_mm: (mm(width), mm(height)), text, glyphs: collector.glyphs }
}

/// Collects the characters and drops the drawing.
#[derive(Default)]
struct Collector {
    glyphs: Vec<(char, Point)>,
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, transform: Affine, local: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let at = transform * local * Point::ORIGIN;
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.glyphs.push((c, at)),
            Some(BfString::String(text)) => self.glyphs.extend(text.chars().map(|c| (c, at))),
            None => self.glyphs.push(('\u{fffd}', at)),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// The names of the fonts that a file embeds.
pub fn embedded_fonts(read: &ReadBack) -> Vec<String> {
    let pdf = Pdf::new(read.bytes.clone()).unwrap();
    let mut names = Vec::new();
    for object in pdf.objects() {
        let Some(dict) = object.into_dict() else { continue };
        let has_file = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| dict.contains_key(*key));
        if let (true, Some(name)) = (has_file, dict.get::<Name>(&b"FontName"[..])) {
            names.push(String::from_utf8_lossy(&name).into_owned());
        }
    }
    names
}
