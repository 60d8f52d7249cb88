//! Breaking text at blanks to a width in characters.

/// A line of a wrapped text, with the index of its first character.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) text: String,
}

/// Breaks a text at blanks so that no line is longer than `width`; a single
/// longer word keeps a line of its own.
pub(super) fn wrap(text: &str, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end_matches(' ');
        match lines.last_mut() {
            Some(line) if at - line.start + word.chars().count() <= width => line.text.push_str(piece),
            _ => lines.push(Line { start: at, text: piece.to_owned() }),
        }
        at += piece.chars().count();
    }
    for line in &mut lines {
        line.text.truncate(line.text.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_know_where_they_begin() {
        let lines = wrap("satu dua tiga empatbelas", 8);
        let shape: Vec<_> = lines.iter().map(|line| (line.start, line.text.as_str())).collect();
        assert_eq!(shape, [(0, "satu dua"), (9, "tiga"), (14, "empatbelas")]);
        assert!(wrap("", 8).is_empty());
    }
}
