//! The fonts that ship with the program, held in memory; the system's own
//! are never asked, so that a page looks the same on every machine.

use std::sync::{LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use super::slim::slim;

/// The files, four styles a family; licences lie beside them in `fonts/`.
pub(super) const FILES: &[&[u8]] = &[
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSans-BoldItalic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
    include_bytes!("../../fonts/texgyrebonum-regular.otf"),
    include_bytes!("../../fonts/texgyrebonum-bold.otf"),
    include_bytes!("../../fonts/texgyrebonum-italic.otf"),
    include_bytes!("../../fonts/texgyrebonum-bolditalic.otf"),
];

/// The families that ship: metric of Arial, Times New Roman and Bookman.
pub const FAMILIES: &[&str] = &["Liberation Sans", "Liberation Serif", "TeX Gyre Bonum"];

/// The shipped fonts, loaded once.
pub(super) fn shipped() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| FILES.iter().flat_map(|data| Font::iter(Bytes::new(slim(data)))).collect())
}

/// The loaded fonts and their index.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

impl Fonts {
    /// All shipped fonts.
    pub(super) fn shipped() -> Self {
        let fonts = shipped().to_vec();
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
    fn every_shipped_family_has_four_styles_and_covers_indonesian_text() {
        let fonts = Fonts::shipped();
        assert_eq!(fonts.fonts.len(), FILES.len());
        for family in FAMILIES {
            let styles = fonts.fonts.iter().filter(|font| font.info().family == *family);
            assert_eq!(styles.count(), 4, "{family}");
            for c in "AZaz09.,;:()/–—“”’≥≤%é•#^~|¤¦§¶£¥".chars() {
                assert!(fonts.covers(family, c), "{family} {c}");
            }
            assert!(!fonts.covers(family, '😀'));
            assert!(!fonts.covers(family, '\u{f0b7}'));
        }
    }
}
