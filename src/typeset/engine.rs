//! The engine: made once from templates and fonts, then asked for documents.

use typst::diag::Warned;
use typst::foundations::{Bytes, Datetime, Label, Selector, Smart};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::anchor::{Anchor, anchors};
use super::diagnostic::TypesetError;
use super::job::{Job, PdfSettings};
use super::large::Turns;
use super::layout::PageText;
use super::shared::{Shared, file_id};
use super::templates::TemplateSet;
use super::world::DocumentWorld;

/// Turns data and a template into PDF. Make one and share it by reference;
/// every call is independent of the others.
pub struct Engine {
    pub(super) shared: Shared,
    pub(super) turns: Turns,
}

/// A finished PDF.
#[derive(Debug, Clone, Default)]
pub struct Pdf {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The number of pages.
    pub pages: usize,
    /// What the template noticed: the texts of its `metadata` labelled
    /// `<catatan>`, in the order of the pages.
    pub notes: Vec<String>,
    /// Where a signing service is to stamp; none for signatures by hand.
    pub anchors: Vec<Anchor>,
}

impl Engine {
    /// Parses the templates and loads the fonts.
    pub fn new(templates: &TemplateSet) -> Self {
        Self { shared: Shared::new(templates), turns: Turns::default() }
    }

    /// Whether a shipped family can print a character.
    pub fn covers(&self, family: &str, c: char) -> bool {
        self.shared.fonts.covers(family, c)
    }

    /// Makes the file of a job: a PDF, or the first page as SVG where the
    /// path says so.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn make(&self, job: Job) -> Result<Pdf, TypesetError> {
        if job.path.ends_with(".svg") {
            let pages = self.svg(&job.main, job.data)?;
            return Ok(Pdf {
                pages: pages.len(),
                bytes: pages.into_iter().next().unwrap_or_default().into_bytes(),
                ..Pdf::default()
            });
        }
        self.render(&job.main, job.data, &job.settings)
    }

    /// Typesets one document: `main` names the template (`pk.typ`), `data` is
    /// the JSON it finds at `/data.json`.
    ///
    /// # Errors
    /// When the template is missing or wrong, when Typst so much as warns,
    /// when an anchor does not stand exactly once, and when the result breaks
    /// the PDF standard (a character without a glyph, for one).
    pub fn render(&self, main: &str, data: Vec<u8>, settings: &PdfSettings) -> Result<Pdf, TypesetError> {
        let _turn = self.turns.wait(&data);
        let world = self.world(main, data)?;
        export(&world, &compile(&world)?, settings)
    }

    /// Typesets a document only to see where its text stands.
    ///
    /// # Errors
    /// As [`Self::render`], but for the PDF standard.
    pub fn layout(&self, main: &str, data: Vec<u8>) -> Result<Vec<PageText>, TypesetError> {
        let world = self.world(main, data)?;
        Ok(compile(&world)?.pages().iter().map(|page| PageText::new(&page.frame)).collect())
    }

    pub(super) fn world(&self, main: &str, data: Vec<u8>) -> Result<DocumentWorld<'_>, TypesetError> {
        let main = file_id(&format!("/{main}"))
            .filter(|id| self.shared.sources.contains_key(id))
            .ok_or_else(|| TypesetError::plain(format!("templat {main} tidak ada")))?;
        Ok(DocumentWorld { shared: &self.shared, main, data: Bytes::new(data) })
    }

    /// Lays a document out and writes nothing: the mistakes of its template show
    /// here. What the PDF standard refuses, such as a character without a
    /// glyph, is a matter of the data and shows in [`Engine::render`] only.
    ///
    /// # Errors
    /// When the template is missing or wrong, and when Typst so much as warns.
    pub fn prove(&self, main: &str, data: Vec<u8>) -> Result<(), TypesetError> {
        compile(&self.world(main, data)?).map(drop)
    }

    /// Forgets memoised results that the last few documents did not use. To
    /// be called every few documents, after failures too; without it
    /// memory grows with the number of documents.
    pub fn evict(&self) {
        typst::comemo::evict(1);
    }
}

/// Compiles; a warning is an error, for the paper will be signed.
pub(super) fn compile(world: &DocumentWorld) -> Result<PagedDocument, TypesetError> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let document = output.map_err(|errors| TypesetError::from_typst(world, errors.iter().chain(&warnings)))?;
    if !warnings.is_empty() {
        return Err(TypesetError::from_typst(world, &warnings));
    }
    Ok(document)
}

/// Writes a document as PDF.
pub(super) fn export(
    world: &DocumentWorld,
    document: &PagedDocument,
    settings: &PdfSettings,
) -> Result<Pdf, TypesetError> {
    let anchors = anchors(document)?;
    let options = options(settings)?;
    let bytes = typst_pdf::pdf(document, &options).map_err(|errors| TypesetError::from_typst(world, &errors))?;
    Ok(Pdf { bytes, pages: document.pages().len(), notes: notes(document), anchors })
}

/// The label of a template's notes to the program.
const NOTES: &str = "catatan";

fn notes(document: &PagedDocument) -> Vec<String> {
    let Some(label) = Label::new(PicoStr::intern(NOTES)) else { return Vec::new() };
    let found = document.introspector().query(&Selector::Label(label));
    let texts = found.iter().filter_map(|note| note.to_packed::<MetadataElem>()?.value.clone().cast::<String>().ok());
    texts.collect()
}

pub(super) fn options(settings: &PdfSettings) -> Result<PdfOptions, TypesetError> {
    let (year, month, day) = settings.date;
    let date = Datetime::from_ymd(year, month, day)
        .ok_or_else(|| TypesetError::plain(format!("tanggal {year}-{month}-{day} tidak ada")))?;
    let standards: &[PdfStandard] =
        if settings.archival { &[PdfStandard::A_2a, PdfStandard::Ua_1] } else { &[PdfStandard::V_1_7] };
    Ok(PdfOptions {
        ident: Smart::Custom(settings.ident.clone()),
        creator: Smart::Custom(Some("perjakin".into())),
        timestamp: Some(Timestamp::new_utc(date)),
        page_ranges: None,
        standards: PdfStandards::new(standards).map_err(|error| TypesetError::plain(error.message().to_string()))?,
        tagged: settings.archival,
        pretty: false,
    })
}
