//! A document's pages for the screen: SVG instead of PDF, from the same
//! layout, and held to the same standard. What can be previewed can be
//! printed: a character without a glyph, which only the PDF standard minds, is
//! an error here too.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::diagnostic::TypesetError;
use super::engine::{Engine, compile, options};
use super::job::PdfSettings;
use super::pool::{STACK, stopped};
use super::svg;

impl Engine {
    /// Typesets one document as [`Engine::render`] does and gives its pages as
    /// one SVG each. Letters are drawn as outlines, so no font is needed to
    /// show them.
    ///
    /// Forgets what the last call remembered and this one did not need: a
    /// preview may go on for days.
    ///
    /// # Errors
    /// As [`Engine::render`].
    pub fn preview(&self, main: &str, data: Vec<u8>, settings: &PdfSettings) -> Result<Vec<String>, TypesetError> {
        // As the pool's workers: one thread with a deep stack and no other
        // beside it. Unlike theirs it ends here, with all that rayon keeps.
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
        let work = || self.pages(main, data, settings);
        let pages = alone.ok().and_then(|alone| catch_unwind(AssertUnwindSafe(|| alone.install(work))).ok());
        self.evict();
        pages.unwrap_or_else(|| Err(stopped()))
    }

    fn pages(&self, main: &str, data: Vec<u8>, settings: &PdfSettings) -> Result<Vec<String>, TypesetError> {
        let world = self.world(main, data)?;
        let document = compile(&world)?;
        typst_pdf::pdf(&document, &options(settings)?).map_err(|errors| TypesetError::from_typst(&world, &errors))?;
        Ok(svg::pages(&document))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::TemplateSet;

    const HEAD: &str = "#let d = json(\"/data.json\")\n\
                        #set document(title: \"x\", date: datetime(year: 2026, month: 1, day: 2))\n\
                        #set page(width: 100mm, height: 50mm)\n#set text(font: \"Liberation Sans\", lang: \"id\")\n";

    fn preview(head: &str, body: &str, text: &str) -> Result<Vec<String>, TypesetError> {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", format!("{head}{body}"));
        let settings = PdfSettings { ident: "x".into(), date: (2026, 1, 2), archival: true };
        let data = serde_json::to_vec(&serde_json::json!({ "isi": text })).unwrap();
        Engine::new(&templates).preview("uji.typ", data, &settings)
    }

    #[test]
    fn each_page_is_an_svg_of_the_paper_s_size() {
        let pages = preview(HEAD, "#d.isi #pagebreak() dua", "satu").unwrap();
        assert_eq!(pages.len(), 2);
        for page in &pages {
            assert!(page.starts_with("<svg") && page.ends_with("</svg>"), "{page}");
            // 100 mm and 50 mm in pt.
            assert!(page.contains("viewBox=\"0 0 283.46") && page.contains(" 141.73"), "{page}");
        }
        assert_ne!(pages[0], pages[1]);
    }

    #[test]
    fn texts_are_drawn_and_never_become_markup() {
        let pages = preview(HEAD, "#d.isi", "<script>alert(1)</script>").unwrap();
        assert!(!pages[0].contains("script") && !pages[0].contains("alert"), "{}", pages[0]);
    }

    #[test]
    fn what_only_the_pdf_standard_minds_is_an_error_too() {
        assert!(preview(HEAD, "#d.isi", "pegawai").is_ok());
        assert!(preview(HEAD, "#d.isi", "pegawai 😀").is_err());
    }

    #[test]
    fn an_error_keeps_its_place() {
        let error = preview(HEAD, "a\n  #tidak-ada", "").unwrap_err();
        assert_eq!(error.diagnostics[0].at, Some(("uji.typ".into(), 6, 4)));
    }

    #[test]
    fn a_template_saved_by_notepad_is_like_any_other() {
        let marked = preview(&format!("\u{feff}{HEAD}"), "#d.isi", "satu").unwrap();
        assert_eq!(marked, preview(HEAD, "#d.isi", "satu").unwrap());
    }
}
