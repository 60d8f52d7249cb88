//! Characters that no shipped family has. The PDF standards refuse a document
//! that holds one; in a draft a box stands for each, so that the office sees on
//! the page itself what is to be mended.

use std::borrow::Cow;

use super::fonts::shipped;

/// What stands for a character that cannot be printed.
pub const BOX: char = '□';

/// A text that can be printed; borrowed where it is so already.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(has_glyph) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if has_glyph(c) { c } else { BOX }).collect())
}

/// The data of a document, JSON, with all its texts printable.
pub fn printable_data(data: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&data).map(printable) {
        Ok(Cow::Owned(text)) => text.into_bytes(),
        _ => data,
    }
}

/// Any family will do, for Typst asks them all. ASCII is in each of them.
fn has_glyph(c: char) -> bool {
    c.is_ascii() || shipped().iter().any(|font| font.info().coverage.contains(c as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Engine, PdfSettings, TemplateSet};

    #[test]
    fn a_box_stands_for_what_no_family_has() {
        assert_eq!(printable("Data \u{1f600}\u{f0a7} ≥ 90 – é"), "Data □□ ≥ 90 – é");
        assert!(matches!(printable("Mutu – “layanan” é ≥ □"), Cow::Borrowed(_)));
        assert_eq!(printable_data("{\"a\":\"\\u0007\u{1f600}\"}".into()), "{\"a\":\"\\u0007□\"}".as_bytes());
    }

    #[test]
    fn only_with_the_box_the_standards_are_kept() {
        let mut templates = TemplateSet::builtin();
        let head = "#set document(title: \"x\", date: datetime(year: 2026, month: 1, day: 2))\n\
                    #set text(lang: \"id\", weight: \"bold\", font: \"TeX Gyre Bonum\")\n#json(\"/data.json\")";
        templates.insert("uji.typ", head);
        let engine = Engine::new(&templates);
        let settings = PdfSettings { ident: "x".into(), date: (2026, 1, 2), archival: true };
        let data = "\"Data \u{1f600}\"".as_bytes().to_vec();
        assert!(engine.render("uji.typ", data.clone(), &settings).is_err());
        engine.render("uji.typ", printable_data(data), &settings).unwrap();
    }
}
