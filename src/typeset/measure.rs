//! Measuring: a ruler document is compiled like any other, but instead of
//! pages it hands back one value. So that what is measured and what is printed
//! come from the same line breaker, the same fonts and the same template.

use typst::foundations::Label;
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use super::diagnostic::TypesetError;
use super::engine::{Engine, compile};

/// The label a ruler document puts on its result: `#metadata(…) <ukuran>`.
const RESULT: &str = "ukuran";

impl Engine {
    /// Compiles the ruler `main` with `data` at `/data.json` and returns the
    /// value of its one `metadata` element labelled `<ukuran>`. By convention
    /// every length in it is a number in pt.
    ///
    /// # Errors
    /// When the ruler does not compile, or has not exactly one such element.
    pub fn measure(&self, main: &str, data: Vec<u8>) -> Result<serde_json::Value, TypesetError> {
        let world = self.world(main, data)?;
        let document = compile(&world)?;
        let missing = || TypesetError::plain(format!("templat {main} tidak memberi satu nilai berlabel <{RESULT}>"));
        let label = Label::new(PicoStr::intern(RESULT)).ok_or_else(missing)?;
        let content = document.introspector().query_label(label).map_err(|_| missing())?;
        let metadata = content.to_packed::<MetadataElem>().ok_or_else(missing)?;
        serde_json::to_value(&metadata.value).map_err(|error| TypesetError::plain(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::TemplateSet;
    use super::*;

    fn ruler(text: &str) -> Engine {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", text);
        Engine::new(&templates)
    }

    #[test]
    fn a_ruler_hands_back_what_it_measured_in_the_given_width() {
        let engine = ruler(
            "#let data = json(\"/data.json\")\n#set text(font: \"Liberation Sans\", size: 10pt)\n\
             #context [#metadata(data.map(w => measure(width: w * 1pt, [satu dua]).height.pt())) <ukuran>]",
        );
        let value = engine.measure("uji.typ", b"[100, 25]".to_vec()).unwrap();
        let heights: Vec<f64> = serde_json::from_value(value).unwrap();
        assert!(heights[0] > 5.0 && heights[0] < 10.0, "one line: {heights:?}");
        assert!(heights[1] > heights[0] + 5.0, "two lines: {heights:?}");
    }

    #[test]
    fn a_ruler_without_a_result_is_an_error() {
        let error = ruler("halo").measure("uji.typ", b"{}".to_vec()).unwrap_err();
        assert!(error.to_string().contains("<ukuran>"), "{error}");
    }
}
