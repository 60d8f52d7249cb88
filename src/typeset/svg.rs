//! Pages as SVG, for slides and web pages.

use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::diagnostic::TypesetError;
use super::engine::{Engine, compile};

impl Engine {
    /// Typesets a document like [`Engine::render`] and gives every page as
    /// SVG text. Letters are drawn as shapes, so that no font is needed.
    ///
    /// # Errors
    /// When the template is missing or wrong, and when Typst so much as warns.
    pub fn svg(&self, main: &str, data: Vec<u8>) -> Result<Vec<String>, TypesetError> {
        let _turn = self.turns.wait(&data);
        let world = self.world(main, data)?;
        let document = compile(&world)?;
        Ok(pages(&document))
    }
}

/// The pages of a document, each as SVG text.
pub(super) fn pages(document: &PagedDocument) -> Vec<String> {
    document.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect()
}
