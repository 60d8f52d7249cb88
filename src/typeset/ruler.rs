//! How wide a text is in a shipped family, without laying it out: good enough
//! to say what surely fits and what surely does not.

use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontStyle, FontVariations, FontWeight};

use super::fonts::shipped;

/// Characters below this have their widths in a table; nearly all text does.
const TABLE: u32 = 0x250;

/// The upright styles of one family.
#[derive(Clone)]
pub struct Ruler {
    regular: Widths,
    bold: Widths,
}

/// The widths of a style's characters in em.
#[derive(Clone)]
struct Widths {
    table: Vec<f64>,
    font: Option<FontInstance>,
}

impl Ruler {
    /// A ruler for a family that ships; for another one every character counts
    /// as one em, so that nothing is thought to fit that does not.
    pub fn new(family: &str) -> Self {
        Self { regular: Widths::new(family, FontWeight::REGULAR), bold: Widths::new(family, FontWeight::BOLD) }
    }

    /// The width in em: the sum of the characters' own widths. Pairs of letters
    /// that move together (kerning) make a printed text a little narrower.
    pub fn em(&self, text: &str, bold: bool) -> f64 {
        let widths = if bold { &self.bold } else { &self.regular };
        text.chars().map(|c| widths.of(c)).sum()
    }
}

impl Widths {
    fn new(family: &str, weight: FontWeight) -> Self {
        let mut fonts = shipped().iter().filter(|font| font.info().family.eq_ignore_ascii_case(family));
        let font = fonts.find(|font| {
            let variant = font.info().variant;
            variant.weight == weight && variant.style == FontStyle::Normal
        });
        // The size matters to variable fonts only, and none of ours is one.
        let instance =
            |font: &Font| font.clone().instantiate(font.info().variant, Abs::pt(12.0), &FontVariations::default());
        let mut widths = Self { table: Vec::new(), font: font.map(instance) };
        widths.table = (0..TABLE).map(|code| char::from_u32(code).map_or(1.0, |c| widths.of(c))).collect();
        widths
    }

    fn of(&self, c: char) -> f64 {
        let asked = || {
            let font = self.font.as_ref()?;
            Some(font.x_advance(font.ttf().glyph_index(c)?.0)?.get())
        };
        self.table.get(c as usize).copied().unwrap_or_else(|| asked().unwrap_or(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Engine, FAMILIES, TemplateSet};

    #[test]
    fn a_ruler_agrees_with_the_printed_page() {
        let text = "Kepala Bidang Perlindungan dan Jaminan Sosial (Ahli Muda), 1.250.000";
        for family in FAMILIES {
            for (bold, weight) in [(false, "regular"), (true, "bold")] {
                let mut templates = TemplateSet::builtin();
                let page = format!(
                    "#set page(width: 500mm)\n#text(font: \"{family}\", size: 10pt, weight: \"{weight}\", \
                     \"{text}\")"
                );
                templates.insert("uji.typ", page);
                let pages = Engine::new(&templates).layout("uji.typ", b"{}".to_vec()).unwrap();
                let printed: f64 = pages[0].runs.iter().map(|run| run.width_mm).sum();
                let measured = Ruler::new(family).em(text, bold) * 10.0 * 25.4 / 72.0;
                let ratio = printed / measured;
                assert!((0.97..=1.001).contains(&ratio), "{family} {weight}: {ratio}");
            }
        }
    }

    #[test]
    fn an_unknown_family_is_thought_wide() {
        assert!(Ruler::new("Tidak Ada").em("iii", false) > 2.9);
    }
}
