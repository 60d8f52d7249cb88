//! The line of a template that a message is about, with a mark under the
//! place.

use std::fmt;

/// Characters shown before the place; wording files have a paragraph a line.
const BEFORE: usize = 60;

/// Characters shown from the place on.
const AFTER: usize = 40;

/// A line, or the part of it around the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    line: usize,
    text: String,
    caret: usize,
}

impl Excerpt {
    /// Cuts the excerpt out of a file's text. Line and column count
    /// characters from 1; `None` where the file has no such line.
    pub fn new(source: &str, line: usize, column: usize) -> Option<Self> {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let chars: Vec<char> = source.lines().nth(line.checked_sub(1)?)?.chars().collect();
        let at = column.saturating_sub(1).min(chars.len());
        let (from, to) = (at.saturating_sub(BEFORE), (at + AFTER).min(chars.len()));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        // One character stays one, so that the mark stands right.
        let shown: String = chars[from..to].iter().map(|c| if c.is_control() { ' ' } else { *c }).collect();
        let text = format!("{}{shown}{}", cut(from > 0), cut(to < chars.len()));
        Some(Self { line, text, caret: at - from + usize::from(from > 0) })
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let number = self.line.to_string();
        writeln!(f, "{number} | {}", self.text)?;
        write!(f, "{:width$} | {:caret$}^", "", "", width = number.len(), caret = self.caret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(source: &str, line: usize, column: usize) -> String {
        Excerpt::new(source, line, column).unwrap().to_string()
    }

    #[test]
    fn the_mark_stands_under_the_place() {
        assert_eq!(excerpt("satu\n  #dua tiga\n", 2, 4), "2 |   #dua tiga\n  |    ^");
        assert_eq!(excerpt("é\t{{ x }}", 1, 3), "1 | é {{ x }}\n  |   ^");
        assert_eq!(excerpt("\u{feff}abc\r\n", 1, 1), "1 | abc\n  | ^");
    }

    #[test]
    fn a_place_behind_the_line_is_its_end_and_one_behind_the_file_is_none() {
        assert_eq!(excerpt("abc", 1, 9), "1 | abc\n  |    ^");
        assert_eq!(Excerpt::new("abc", 2, 1), None);
        assert_eq!(Excerpt::new("abc", 0, 1), None);
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_place() {
        let line = format!("{}!{}", "a".repeat(300), "b".repeat(300));
        let shown = excerpt(&line, 1, 301);
        let (text, mark) = shown.split_once('\n').unwrap();
        assert_eq!(text.chars().count(), "1 | ".len() + 2 + BEFORE + AFTER);
        assert_eq!(text.chars().position(|c| c == '!'), mark.chars().position(|c| c == '^'));
    }

    #[test]
    fn no_line_can_steer_the_terminal() {
        assert!(!excerpt("a\u{1b}[2Jb", 1, 1).contains('\u{1b}'));
    }
}
