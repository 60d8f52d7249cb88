//! Several documents bound into one file. Each is laid out by itself, as for a
//! file of its own, and its finished pages are put behind those of the others:
//! so a page in a volume is the page of the single file, glyph for glyph, page
//! numbers begin anew with each document, and only finished pages stand in
//! memory together. (Set as one document, two hundred agreements take
//! gigabytes.)
//!
//! Tags stay, so that a volume passes the same standards as a single file. A
//! location names one element of one document; documents of one template share
//! theirs, so each gets locations of its own before they meet.

use std::num::NonZeroUsize;

use typst::foundations::{NativeElement, Smart};
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::{Destination, Document, DocumentInfo, HeadingElem};
use typst::text::TextElem;
use typst_layout::{Page, PagedDocument};

use super::diagnostic::TypesetError;
use super::engine::{Engine, Pdf, compile, options};
use super::job::PdfSettings;

/// A document that is laid out and not yet written.
#[derive(Clone)]
pub struct Laid {
    main: String,
    pages: Vec<Page>,
    info: DocumentInfo,
}

/// A document's place in a volume.
pub struct Leaf {
    /// The document.
    pub laid: Laid,
    /// Bookmarks at its first page: level, counted from 1, and text.
    pub bookmarks: Vec<(usize, String)>,
    /// Whether it begins on an odd page, the front of a sheet of paper; an
    /// empty page goes before it where needed.
    pub recto: bool,
}

impl Laid {
    /// The number of pages.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }
}

/// Where a document begins that is put behind this many pages, counted from 1.
pub fn first_page(before: usize, recto: bool) -> usize {
    before + 1 + usize::from(recto && before % 2 == 1)
}

impl Engine {
    /// Lays a document out, to be bound with others.
    ///
    /// # Errors
    /// As [`Engine::render`], but for the PDF standard.
    pub fn lay(&self, main: &str, data: Vec<u8>) -> Result<Laid, TypesetError> {
        let world = self.world(main, data)?;
        let document = compile(&world)?;
        // What else it holds, to be asked where things are, is the larger part.
        Ok(Laid { main: main.to_owned(), pages: document.pages().to_vec(), info: document.info().clone() })
    }

    /// Binds documents into one PDF with the metadata of the first. Headings of
    /// theirs are no bookmarks, only those that the leaves name are; links from
    /// one place of a document to another lead to its volume's first page.
    ///
    /// # Errors
    /// When there is nothing to bind, and when the result breaks the PDF
    /// standard.
    pub fn bind(&self, leaves: Vec<Leaf>, settings: &PdfSettings) -> Result<Pdf, TypesetError> {
        let Some(first) = leaves.first() else { return Err(TypesetError::plain("jilid tanpa isi")) };
        let info = first.laid.info.clone();
        // Only its sources are asked, to say where in a template an error lies.
        let world = self.world(&first.laid.main, Vec::new())?;
        let mut pages: Vec<Page> = Vec::new();
        for (number, Leaf { laid, bookmarks, recto }) in leaves.into_iter().enumerate() {
            let start = first_page(pages.len(), recto);
            if let (true, Some(before)) = (start > pages.len() + 1, pages.last()) {
                pages.push(Page { frame: Frame::hard(before.frame.size()), ..before.clone() });
            }
            let mut own = laid.pages;
            own.iter_mut().for_each(|page| relocate(&mut page.frame, number));
            if let Some(page) = own.first_mut() {
                mark(&mut page.frame, bookmarks, number);
            }
            pages.extend(own);
        }
        let document = PagedDocument::new(pages.into_iter().collect(), info);
        let written = typst_pdf::pdf(&document, &options(settings)?);
        let bytes = written.map_err(|errors| TypesetError::from_typst(&world, &errors))?;
        Ok(Pdf { bytes, pages: document.pages().len(), ..Pdf::default() })
    }
}

/// Gives every element in a frame the location that it has in this volume. The
/// outline is not to know them: its bookmarks are those of the volume.
fn relocate(frame: &mut Frame, number: usize) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => {
                relocate(&mut group.frame, number);
                if let Some(parent) = &mut group.parent {
                    parent.location = parent.location.variant(number);
                }
            }
            FrameItem::Tag(Tag::Start(content, flags)) => {
                flags.introspectable = false;
                if let Some(location) = content.location() {
                    content.set_location(location.variant(number));
                }
            }
            FrameItem::Tag(Tag::End(location, _, flags)) => {
                flags.introspectable = false;
                *location = location.variant(number);
            }
            FrameItem::Link(Destination::Location(location), _) => *location = location.variant(number),
            _ => {}
        }
        true
    });
}

/// Puts bookmarks at the top of a page: headings that are known to the outline
/// and neither drawn nor part of the text.
fn mark(frame: &mut Frame, bookmarks: Vec<(usize, String)>, number: usize) {
    let flags = TagFlags { introspectable: true, tagged: false };
    let items = bookmarks.into_iter().enumerate().flat_map(|(place, (level, text))| {
        // Typst's own locations are hashes over all 128 bits.
        let location = Location::new((1 << 64) + number as u128).variant(place);
        let heading = HeadingElem::new(TextElem::packed(text))
            .with_level(NonZeroUsize::new(level).map_or(Smart::Auto, Smart::Custom))
            .with_bookmarked(Smart::Custom(true))
            .pack()
            .located(location);
        [Tag::Start(heading, flags), Tag::End(location, 0, flags)]
    });
    frame.prepend_multiple(items.map(|tag| (Point::zero(), FrameItem::Tag(tag))).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::TemplateSet;

    const TEMPLATE: &str = "#let n = int(json(\"/data.json\"))\n\
        #set document(title: \"Uji\", date: datetime(year: 2026, month: 1, day: 2))\n\
        #set page(width: 100mm, height: 100mm, footer: context [#counter(page).display() dari #counter(page).final().first()])\n\
        #set text(font: \"Liberation Sans\", lang: \"id\")\n#show heading: set text(size: 10pt)\n\
        = Judul\n#table(columns: 2, table.header[A][B], ..range(2 * n).map(i => [sel #i]))";

    fn engine() -> Engine {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", TEMPLATE);
        Engine::new(&templates)
    }

    fn settings() -> PdfSettings {
        PdfSettings { ident: "uji".into(), date: (2026, 1, 2), archival: true }
    }

    fn leaf(engine: &Engine, rows: usize, recto: bool) -> Leaf {
        let laid = engine.lay("uji.typ", rows.to_string().into_bytes()).unwrap();
        Leaf { laid, bookmarks: vec![(1, format!("Pegawai Contoh {rows:02}"))], recto }
    }

    #[test]
    fn documents_of_one_template_pass_the_standards_together() {
        let engine = engine();
        let alone = leaf(&engine, 3, true).laid.pages();
        let leaves = || vec![leaf(&engine, 3, true), leaf(&engine, 30, true), leaf(&engine, 3, true)];
        let pdf = engine.bind(leaves(), &settings()).unwrap();
        assert!(leaves()[1].laid.pages() > 1 && alone == 1);
        // One page and an empty one; some pages; one page on a front again.
        assert_eq!(pdf.pages % 2, 1);
        assert!(pdf.bytes == engine.bind(leaves(), &settings()).unwrap().bytes);
    }

    #[test]
    fn empty_pages_stand_only_before_documents_that_begin_on_a_front() {
        let engine = engine();
        let pages = |recto| engine.bind((0..3).map(|_| leaf(&engine, 2, recto)).collect(), &settings()).unwrap().pages;
        assert_eq!((pages(false), pages(true)), (3, 5));
        let told = [(0, true), (1, true), (2, true), (1, false)].map(|(before, recto)| first_page(before, recto));
        assert_eq!(told, [1, 3, 3, 2]);
    }

    #[test]
    fn nothing_is_no_volume() {
        assert!(engine().bind(Vec::new(), &settings()).is_err());
    }
}
