//! Plain text: CSV with commas or semicolons, and tab-separated text as one
//! gets it by copying out of a PDF. All cells are text, so that a NIP keeps
//! its digits; merged ranges are not known.

use std::path::Path;

use super::WorkbookError;
use super::grid::Grid;
use super::limits;
use super::place::Pos;
use super::xlsx::text_cell;

/// How many characters decide which mark separates the cells.
const LOOK_AT: usize = 65_536;

/// Reads a text file as one sheet.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Grid>, WorkbookError> {
    let text = decode(bytes);
    let mark = separator(&text);
    let mut grid = Grid::new(file, sheet_name(file));
    grid.knows_merges = false;
    let mut cells = limits::CELLS;
    let mut fields = Fields { text: &text, mark, row: 1, col: 1, done: false };
    while let Some((pos, field)) = fields.next() {
        if pos.row > limits::ROWS || pos.col > limits::COLUMNS {
            grid.lost_cells = grid.lost_cells.saturating_add(1);
            continue;
        }
        let Some(cell) = text_cell(&field) else { continue };
        let Some(left) = cells.checked_sub(1) else {
            return Err(WorkbookError::TooManyCells { file: file.to_owned(), sheet: grid.sheet().to_owned() });
        };
        cells = left;
        grid.insert(pos, cell);
    }
    Ok(vec![grid])
}

/// A text file's only sheet is called after the file.
pub(super) fn sheet_name(file: &str) -> String {
    Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// UTF-8, UTF-16 with a byte order mark, else Windows-1252, which is what
/// Excel saves as CSV on an Indonesian Windows.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    }
}

/// The characters of bytes 0x80–0x9F in Windows-1252; five are not assigned.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// The mark that occurs most outside of quotes, a tab before all others: texts
/// hold commas, but no tabs.
fn separator(text: &str) -> char {
    let mut counts = [('\t', 0usize), (';', 0), (',', 0)];
    let quotes = text.chars().take(LOOK_AT).filter(|c| *c == '"').count();
    // An odd number means that one of them is no quote but an inch.
    let heed_quotes = quotes % 2 == 0;
    let mut quoted = false;
    for c in text.chars().take(LOOK_AT) {
        if c == '"' {
            quoted = heed_quotes && !quoted;
        } else if !quoted && let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == c) {
            *count += 1;
        }
    }
    let [(tab, tabs), (semicolon, semicolons), (comma, commas)] = counts;
    match () {
        () if tabs > 0 => tab,
        () if semicolons >= commas && semicolons > 0 => semicolon,
        () => comma,
    }
}

/// The fields of a text, quoted ones (RFC 4180) without their quotes.
struct Fields<'a> {
    text: &'a str,
    mark: char,
    row: u32,
    col: u32,
    done: bool,
}

impl Fields<'_> {
    fn next(&mut self) -> Option<(Pos, String)> {
        if self.done {
            return None;
        }
        let pos = Pos::new(self.row, self.col);
        let field = if self.text.starts_with('"') { self.quoted() } else { self.plain() };
        let mut rest = self.text.chars();
        match rest.next() {
            None => self.done = true,
            Some('\n') => (self.row, self.col) = (self.row.saturating_add(1), 1),
            Some(_) => self.col = self.col.saturating_add(1),
        }
        self.text = rest.as_str();
        Some((pos, field))
    }

    /// Up to the next mark or line end; a quote inside is a quote.
    fn plain(&mut self) -> String {
        let end = self.text.find([self.mark, '\n']).unwrap_or(self.text.len());
        let (field, rest) = self.text.split_at(end);
        self.text = rest;
        field.to_owned()
    }

    /// Up to the closing quote; doubled quotes are one. What stands between
    /// the quote and the next mark is kept. A quote that is never closed, or
    /// closed only on another line's far end, was none.
    fn quoted(&mut self) -> String {
        let mut field = String::new();
        let mut rest = &self.text[1..];
        loop {
            let Some(at) = rest.find('"') else { return self.plain() };
            field.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let Some(after) = rest.strip_prefix('"') else { break };
            field.push('"');
            rest = after;
        }
        self.text = rest;
        field + &self.plain()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(String, String)> {
        let grid = &read("uji.csv", bytes).unwrap()[0];
        grid.cells().map(|(pos, cell)| (pos.to_string(), cell.text().unwrap())).collect()
    }

    fn expect(bytes: &[u8], expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(cells(bytes), expected);
    }

    #[test]
    fn the_separator_is_found_and_blank_lines_keep_their_row() {
        expect(b"a;b,c\r\n\r\n1;2\r\n", &[("A1", "a"), ("B1", "b,c"), ("A3", "1"), ("B3", "2")]);
        expect(b"a,b\n\"c;d\",e\n", &[("A1", "a"), ("B1", "b"), ("A2", "c;d"), ("B2", "e")]);
        expect(b"satu, dua\t\ttiga\n", &[("A1", "satu, dua"), ("C1", "tiga")]);
    }

    #[test]
    fn quotes_hold_marks_quotes_and_line_breaks() {
        expect(b"\"a \"\"b\"\"\nc\";d\ne;f", &[("A1", "a \"b\"\nc"), ("B1", "d"), ("A2", "e"), ("B2", "f")]);
        expect(b"\"never closed;a\nb;c", &[("A1", "\"never closed"), ("B1", "a"), ("A2", "b"), ("B2", "c")]);
    }

    #[test]
    fn encodings_of_windows_are_understood() {
        expect(b"\xef\xbb\xbfa;\xe2\x80\x93", &[("A1", "a"), ("B1", "–")]);
        expect(b"a;\x96\xe9", &[("A1", "a"), ("B1", "–é")]);
        expect(b"\xff\xfea\0;\0\x13\x20", &[("A1", "a"), ("B1", "–")]);
    }

    #[test]
    fn digits_stay_text() {
        expect(b"NIP;199001012015011001\n", &[("A1", "NIP"), ("B1", "199001012015011001")]);
    }
}
