//! Text made fit to print, once, at intake: what looks the same on screen
//! becomes the same, and nothing else changes.
//!
//! The typesetter gives a TAB no width, keeps runs of blanks, and refuses
//! control characters; Word pastes no-break spaces and private-use bullets.
//! So: NFC, every kind of blank to a space, line ends to LF, runs collapsed,
//! ends trimmed, invisible characters gone. The words stay as typed.

use unicode_normalization::UnicodeNormalization;

/// A text after normalising.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    /// The text to print.
    pub text: String,
    /// Whether it differs from what was typed.
    pub changed: bool,
}

/// Normalises a text; line breaks inside it stay as single LFs.
pub fn normalise(raw: &str) -> Normalised {
    // Most cells are clean ASCII: one look saves the work.
    if is_clean(raw) {
        return Normalised { text: raw.to_owned(), changed: false };
    }
    let mut text = String::with_capacity(raw.len());
    // Blanks are owed until a visible character follows, so that none is left
    // at an end or beside a line break.
    let mut owed: Option<char> = None;
    let unified = raw.replace("\r\n", "\n");
    for c in unified.nfc() {
        let kind = Kind::of(c);
        match kind {
            Kind::LineBreak => owed = Some('\n'),
            Kind::Blank => owed = owed.or(Some(' ')),
            Kind::Invisible | Kind::Control | Kind::Direction => {}
            Kind::Bullet | Kind::Visible => {
                if let Some(blank) = owed.take()
                    && !text.is_empty()
                {
                    text.push(blank);
                }
                text.push(if kind == Kind::Bullet { '•' } else { c });
            }
        }
    }
    let changed = text != raw;
    Normalised { text, changed }
}

/// The characters of a text that no font prints: controls, direction
/// overrides, private use, and the replacement character of a failed
/// conversion. Each once, in order.
pub fn unprintable(raw: &str) -> Vec<char> {
    let mut found = Vec::new();
    if is_clean(raw) {
        return found;
    }
    for c in raw.chars() {
        let odd = matches!(Kind::of(c), Kind::Control | Kind::Direction)
            || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFFD}')
                && Kind::of(c) != Kind::Bullet;
        if odd && !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// The text on one line: its line breaks as spaces.
pub fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Whether a character steers the direction of writing, invisibly: such marks
/// can make a cell show something else than it holds.
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Shows controls and direction marks as U+FFFD, one for one, so that a text
/// of the office can neither steer a terminal nor reorder a line.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_direction_mark(c) { '\u{fffd}' } else { c }).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Visible,
    Blank,
    LineBreak,
    /// No width and no meaning in Indonesian: joiners, BOM, soft hyphen.
    Invisible,
    Control,
    /// Overrides of the writing direction, a way to hide text.
    Direction,
    /// Word's bullet from the Symbol font.
    Bullet,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Self::LineBreak,
            '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{180E}' => Self::Invisible,
            c if is_direction_mark(c) => Self::Direction,
            '\u{F0B7}' | '\u{F0A7}' => Self::Bullet,
            c if c.is_whitespace() => Self::Blank,
            c if c.is_control() => Self::Control,
            _ => Self::Visible,
        }
    }
}

fn is_clean(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes.iter().all(|byte| (0x20..0x7f).contains(byte))
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !raw.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        normalise(raw).text
    }

    #[test]
    fn every_kind_of_blank_becomes_one_space() {
        assert_eq!(text("  Jumlah\u{a0}\u{a0}Laporan\tBulanan \u{2003} "), "Jumlah Laporan Bulanan");
        assert!(normalise("Jumlah  Laporan").changed);
        assert_eq!(normalise("Jumlah Laporan"), Normalised { text: "Jumlah Laporan".into(), changed: false });
    }

    #[test]
    fn line_breaks_stay_as_single_line_feeds() {
        assert_eq!(text("1. Satu \r\n\r\n 2. Dua\r3. Tiga\n"), "1. Satu\n2. Dua\n3. Tiga");
        assert_eq!(one_line("KEPALA\nDINAS"), "KEPALA DINAS");
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert_eq!(text("Re\u{301}sume\u{301}"), "Résumé");
    }

    #[test]
    fn invisible_characters_go_and_the_bullet_of_word_is_mapped() {
        assert_eq!(text("\u{feff}Sa\u{200b}sa\u{ad}ran\u{2}"), "Sasaran");
        assert_eq!(text("\u{f0b7} Tersusunnya"), "• Tersusunnya");
        assert_eq!(text("\u{200b}\u{feff}"), "");
    }

    #[test]
    fn what_no_font_prints_is_told() {
        assert_eq!(unprintable("a\u{1}b\u{202e}c\u{e123}\u{1}\n\t\u{a0}\u{f0b7}é"), ['\u{1}', '\u{202e}', '\u{e123}']);
        assert!(unprintable("Bersih, sah & rapi").is_empty());
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(harmless("a\u{1b}[31mb\u{202e}c"), "a\u{fffd}[31mb\u{fffd}c");
    }

    #[test]
    fn normalising_twice_changes_nothing_more() {
        for raw in ["  a\u{a0} b\r\n\r\nc ", "\u{f0b7}x", "e\u{301}", "\n\n", "a \n b"] {
            let once = text(raw);
            assert_eq!(text(&once), once, "{raw:?}");
        }
    }
}
