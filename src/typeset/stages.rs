//! A document on its way through Typst: evaluated, laid out, exported.
//!
//! Each stage runs through other code, and more of it than the processor keeps
//! close at hand. So whoever has many documents takes a handful of them
//! through one stage and then through the next; one document after another
//! costs about a tenth more.

use typst::World;
use typst::comemo::{Constraint, Track};
use typst::engine::{Engine as Pass, Route, Sink, Traced};
use typst::foundations::{Content, Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::utils::Protected;
use typst_layout::PagedDocument;

use super::diagnostic::TypesetError;
use super::engine::{Engine, Pdf, compile, export};
use super::job::{Job, PdfSettings};
use super::large::is_large;
use super::world::DocumentWorld;

/// How often a document is laid out at most until its page numbers and the
/// like agree with where things stand; as often as Typst itself does.
const PASSES: usize = 5;

/// A document that was begun.
pub enum Begun<'a> {
    /// It is evaluated: laid out and exported it will be a PDF.
    Evaluated(Evaluated<'a>),
    /// It came into being in one go.
    Made(Pdf),
}

/// A document whose template has been evaluated with its data.
pub struct Evaluated<'a> {
    world: DocumentWorld<'a>,
    settings: PdfSettings,
    content: Content,
}

/// A document whose pages stand.
pub struct LaidOut<'a> {
    world: DocumentWorld<'a>,
    settings: PdfSettings,
    document: PagedDocument,
}

impl Engine {
    /// Begins the file of a job: a PDF, or the first page as SVG where the
    /// path says so. A large document is made at once, for two of them do not
    /// go into memory together.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn begin(&self, job: Job) -> Result<Begun<'_>, TypesetError> {
        if job.path.ends_with(".svg") || is_large(&job.data) {
            return self.make(job).map(Begun::Made);
        }
        let world = self.world(&job.main, job.data)?;
        match evaluate(&world) {
            Some(content) => Ok(Begun::Evaluated(Evaluated { world, settings: job.settings, content })),
            None => export(&world, &compile(&world)?, &job.settings).map(Begun::Made),
        }
    }
}

impl<'a> Evaluated<'a> {
    /// Lays the pages out.
    ///
    /// # Errors
    /// When the template is wrong, and when Typst so much as warns.
    pub fn lay_out(self) -> Result<LaidOut<'a>, TypesetError> {
        let Self { world, settings, content } = self;
        let document = lay_out(&world, &content).map_or_else(|| compile(&world), Ok)?;
        Ok(LaidOut { world, settings, document })
    }
}

impl LaidOut<'_> {
    /// Writes the PDF.
    ///
    /// # Errors
    /// When an anchor does not stand exactly once, and when the document breaks
    /// the PDF standard (a character without a glyph, for one).
    pub fn export(&self) -> Result<Pdf, TypesetError> {
        export(&self.world, &self.document, &self.settings)
    }
}

/// What a template says with its data. `None` when there is something to
/// complain of: [`compile`] knows what.
fn evaluate(world: &DocumentWorld) -> Option<Content> {
    let main = world.source(world.main).ok()?;
    let mut sink = Sink::new();
    let (seen, traced, route): (&dyn World, _, _) = (world, Traced::default(), Route::default());
    let (traced, route) = (traced.track(), route.track());
    let module = typst_eval::eval(seen.track(), world.library(), traced, sink.track_mut(), route, &main).ok()?;
    is_silent(sink).then(|| module.content())
}

/// Lays out until nothing moves any more. `None` when there is something to
/// complain of, as in [`evaluate`].
fn lay_out(world: &DocumentWorld, content: &Content) -> Option<PagedDocument> {
    let library = world.library();
    let (seen, traced): (&dyn World, _) = (world, Traced::default());
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let mut before: Option<PagedDocument> = None;
    for _ in 0..PASSES {
        let known = before.as_ref().map_or(&EmptyIntrospector as &dyn Introspector, Output::introspector);
        let (asked, mut sink) = (Constraint::new(), Sink::new());
        let mut pass = Pass {
            library,
            world: seen.track(),
            introspector: Protected::new(known.track_with(&asked)),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut pass, content, base.chain(&target)).ok()?;
        if asked.validate(Output::introspector(&document)) {
            return is_silent(sink).then_some(document);
        }
        before = Some(document);
    }
    None
}

/// Whether nothing was complained of.
fn is_silent(mut sink: Sink) -> bool {
    sink.delayed().is_empty() && sink.warnings().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::TemplateSet;

    const HEAD: &str = "#let data = json(\"/data.json\")\n#set document(title: \"Uji\", date: datetime(year: 2026, month: 1, day: 2))\n\
                        #set text(font: \"Liberation Sans\", lang: \"id\")\n";

    fn job(template: &str) -> (Engine, Job) {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", format!("{HEAD}{template}").as_str());
        let settings = PdfSettings { ident: "uji".into(), date: (2026, 1, 2), archival: true };
        let data = br#"{"isi": "Isi"}"#.to_vec();
        let job = Job { path: "uji.pdf".into(), main: "uji.typ".into(), data, settings, draft: false };
        (Engine::new(&templates), job)
    }

    fn in_stages(engine: &Engine, job: Job) -> Result<Pdf, TypesetError> {
        match engine.begin(job)? {
            Begun::Evaluated(document) => document.lay_out()?.export(),
            Begun::Made(pdf) => Ok(pdf),
        }
    }

    #[test]
    fn stage_by_stage_a_document_is_what_it_is_in_one_go() {
        for template in [
            "#data.isi",
            "#context [#counter(page).final().first() halaman] #pagebreak() #data.isi",
            "#context [#metadata(query(heading).len())<catatan>] = Judul",
        ] {
            let (engine, job) = job(template);
            let whole = engine.render(&job.main, job.data.clone(), &job.settings).unwrap();
            assert!(matches!(engine.begin(job.clone()), Ok(Begun::Evaluated(_))), "{template}");
            let staged = in_stages(&engine, job).unwrap();
            assert!(staged.bytes == whole.bytes, "{template}");
            assert_eq!((staged.pages, staged.notes), (whole.pages, whole.notes), "{template}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_as_in_one_go() {
        for (template, told) in [
            ("#data.lain", "uji.typ:4:7"),
            ("#set text(font: \"Tidak Ada\")\n#data.isi", "tidak ada"),
            ("#context panic(\"x\")", "menghentikan diri"),
            ("#context { let n = query(heading).len(); for _ in range(n + 1) [= Judul] }", "tidak pernah selesai"),
            ("\u{e0f0}", "tidak dapat dicetak"),
        ] {
            let (engine, job) = job(template);
            let whole = engine.render(&job.main, job.data.clone(), &job.settings).unwrap_err();
            let staged = in_stages(&engine, job).unwrap_err();
            assert_eq!(staged, whole, "{template}");
            assert!(staged.to_string().contains(told), "{template}: {staged}");
        }
    }

    #[test]
    fn a_picture_and_a_large_document_are_made_at_once() {
        let (engine, job) = job("#data.isi");
        let picture = Job { path: "uji.svg".into(), ..job.clone() };
        assert!(matches!(engine.begin(picture), Ok(Begun::Made(pdf)) if pdf.bytes.starts_with(b"<svg")));
        let data = format!("{{\"isi\": \"Isi\", \"lain\": \"{}\"}}", "x".repeat(1 << 18)).into_bytes();
        assert!(matches!(engine.begin(Job { data, ..job }), Ok(Begun::Made(pdf)) if pdf.bytes.starts_with(b"%PDF")));
    }
}
