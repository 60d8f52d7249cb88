//! The fonts that ship with the program, held in memory; the system's own
//! are never asked, so that a page looks the same on every machine.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Arial-metric family, all four styles (OFL; see `fonts/`).
const FILES: &[&[u8]] = &[
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSans-BoldItalic.ttf"),
];

/// The loaded fonts and their index.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

impl Fonts {
    /// Loads the shipped fonts; nothing is copied.
    pub(super) fn shipped() -> Self {
        let fonts: Vec<Font> = FILES.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// Whether the family has a glyph for a character.
    pub(super) fn covers(&self, family: &str, c: char) -> bool {
        self.fonts
            .iter()
            .filter(|font| font.info().family.eq_ignore_ascii_case(family))
            .any(|font| font.info().coverage.contains(c as u32))
    }
}

/// Whether a shipped family can print a character; for checks, before any
/// document is set.
pub fn covers(family: &str, c: char) -> bool {
    static SHIPPED: LazyLock<Fonts> = LazyLock::new(Fonts::shipped);
    SHIPPED.covers(family, c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_family_covers_indonesian_text_and_not_emoji() {
        let fonts = Fonts::shipped();
        assert_eq!(fonts.fonts.len(), FILES.len());
        for c in "AZaz09.,;:()/–—“”’≥≤%é".chars() {
            assert!(fonts.covers("Liberation Sans", c), "{c}");
        }
        assert!(!fonts.covers("Liberation Sans", '😀'));
        assert!(!fonts.covers("Liberation Sans", '\u{f0b7}'));
    }
}
