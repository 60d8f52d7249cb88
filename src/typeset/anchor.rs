//! Anchors: marks in a document for a signing service, which looks for one
//! character in the text and stamps there, or is told the page and the place.
//!
//! A template announces each with `#metadata((nama, tanda))<jangkar>`; here
//! it is looked for in the finished pages as the service will look for it, and
//! a document in which it does not stand exactly once is refused.

use serde::{Deserialize, Serialize};
use typst::foundations::{Array, Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::diagnostic::TypesetError;
use super::layout::{PageText, spots};

/// The label by which a template announces an anchor.
const LABEL: &str = "jangkar";

/// pt in a mm.
const PT: f64 = 72.0 / 25.4;

/// Where a signature is to be stamped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// Whose place it is, as the template calls it: "pihak_pertama".
    #[serde(rename = "untuk")]
    pub name: String,
    /// The character.
    #[serde(rename = "tanda")]
    pub mark: char,
    /// The page, counted from 1.
    #[serde(rename = "halaman")]
    pub page: usize,
    /// Left end of the character, in pt from the page's left edge.
    pub x: f64,
    /// Its baseline, in pt from the page's lower edge, as PDF counts.
    pub y: f64,
}

/// The places of a finished page are numbers.
impl Eq for Anchor {}

/// The anchors of a finished document, in the order of their announcement.
///
/// # Errors
/// When one of them does not stand in the text exactly once.
pub(super) fn anchors(document: &PagedDocument) -> Result<Vec<Anchor>, TypesetError> {
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return Ok(Vec::new()) };
    let found = document.introspector().query(&Selector::Label(label));
    let values = found.iter().filter_map(|one| one.to_packed::<MetadataElem>()?.value.clone().cast::<Array>().ok());
    let mut announced: Vec<(String, char)> = Vec::new();
    for value in values {
        let mut texts = value.into_iter().filter_map(|value| value.cast::<String>().ok());
        if let (Some(name), Some(mark)) = (texts.next(), texts.next().and_then(|mark| mark.chars().next())) {
            announced.push((name, mark));
        }
    }
    if announced.is_empty() {
        return Ok(Vec::new());
    }
    let pages: Vec<PageText> = document.pages().iter().map(|page| PageText::new(&page.frame)).collect();
    announced.into_iter().map(|(name, mark)| place(&pages, name, mark)).collect()
}

fn place(pages: &[PageText], name: String, mark: char) -> Result<Anchor, TypesetError> {
    let spots = spots(pages, mark);
    let [spot] = spots[..] else {
        let message = format!("tanda {mark} untuk tanda tangan elektronik tercetak {} kali, bukan sekali", spots.len());
        return Err(TypesetError::plain(message));
    };
    let (_, height) = pages[spot.page - 1].size_mm;
    let pt = |mm: f64| (mm * PT * 100.0).round() / 100.0;
    Ok(Anchor { name, mark, page: spot.page, x: pt(spot.x_mm), y: pt(height - spot.y_mm) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Engine, PdfSettings, TemplateSet};

    fn made(body: &str) -> Result<Vec<Anchor>, TypesetError> {
        let mut templates = TemplateSet::builtin();
        let head = "#set document(title: \"x\", date: datetime(year: 2026, month: 1, day: 2))\n\
                    #set page(width: 200pt, height: 100pt, margin: 0pt)\n\
                    #set text(font: \"Liberation Sans\", size: 10pt, lang: \"id\", top-edge: 10pt)\n";
        templates.insert("uji.typ", format!("{head}{body}"));
        let settings = PdfSettings { ident: "x".into(), date: (2026, 1, 2), archival: true };
        Engine::new(&templates).render("uji.typ", b"{}".to_vec(), &settings).map(|pdf| pdf.anchors)
    }

    #[test]
    fn an_anchor_is_told_with_its_page_and_place() {
        let body = "satu #pagebreak() #metadata((\"kiri\", \"^\"))<jangkar> #place(dx: 30pt, dy: 20pt)[^]";
        let expected = Anchor { name: "kiri".into(), mark: '^', page: 2, x: 30.0, y: 70.0 };
        assert_eq!(made(body).unwrap(), [expected]);
        assert_eq!(made("tanpa ^").unwrap(), []);
    }

    #[test]
    fn an_anchor_that_does_not_stand_exactly_once_refuses_the_document() {
        for (body, times) in [("tidak ada", "0 kali"), ("dua ^ dan ^", "2 kali"), ("^ #pagebreak() ^", "2 kali")] {
            let error = made(&format!("#metadata((\"kiri\", \"^\"))<jangkar> {body}")).unwrap_err();
            assert!(error.to_string().contains(times), "{error}");
        }
    }
}
