//! A mistake in `perjakin.toml`, and how it is shown: where, what, the line
//! itself with a mark below it.

use std::fmt;

use crate::workbook::text::harmless;

/// Most characters of a line that are shown.
const SHOWN: usize = 100;

/// A mistake in `perjakin.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// 1-based line and column, where known.
    pub at: Option<(usize, usize)>,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// What to do, in Indonesian.
    pub hint: String,
    /// The line, where there is one.
    pub quote: Option<Quote>,
}

/// A line of the file with a part of it marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    text: String,
    /// Blanks before the mark, and its length.
    mark: (usize, usize),
}

impl Quote {
    /// Quotes a line with the mark at a 1-based column; a long line is cut
    /// around the mark.
    pub(super) fn new(line: &str, column: usize, length: usize) -> Self {
        let chars: Vec<char> = harmless(&line.replace('\t', " ")).chars().collect();
        let at = column.saturating_sub(1).min(chars.len());
        let from = if chars.len() > SHOWN { at.saturating_sub(SHOWN / 2) } else { 0 };
        let shown: String = chars[from..].iter().take(SHOWN).collect();
        let (before, after) = (if from > 0 { "…" } else { "" }, if chars.len() - from > SHOWN { "…" } else { "" });
        let text = format!("{before}{}{after}", shown.trim_end());
        let room = (text.chars().count() + 1).saturating_sub(at - from + before.chars().count());
        Self { mark: (at - from + before.chars().count(), length.clamp(1, room.max(1))), text }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some((line, column)) = self.at {
            write!(f, "baris {line}, kolom {column}: ")?;
        }
        f.write_str(&harmless(&self.message))?;
        if let (Some((line, _)), Some(quote)) = (self.at, &self.quote) {
            let (before, length) = quote.mark;
            let number = line.to_string();
            write!(f, "\n  {number} | {}", quote.text)?;
            write!(f, "\n  {:1$} | {2:3$}{4}", "", number.len(), "", before, "^".repeat(length))?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, column: usize, length: usize) -> String {
        let quote = Some(Quote::new(line, column, length));
        ConfigError { at: Some((12, column)), message: "salah".into(), hint: String::new(), quote }.to_string()
    }

    #[test]
    fn the_line_is_quoted_with_a_mark_below() {
        assert_eq!(shown("tahn = 2026", 1, 4), "baris 12, kolom 1: salah\n  12 | tahn = 2026\n     | ^^^^");
        assert_eq!(shown("a =", 4, 9), "baris 12, kolom 4: salah\n  12 | a =\n     |    ^");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = shown(&format!("{}SALAH{}", "a".repeat(200), "b".repeat(200)), 201, 5);
        let lines: Vec<&str> = text.lines().collect();
        let at = lines[2].find('^').unwrap();
        assert_eq!(lines[1].chars().skip(at).take(5).collect::<String>(), "SALAH");
        assert!(lines[1].chars().count() < 120 && lines[1].ends_with('…'));
    }
}
