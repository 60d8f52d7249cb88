//! The seed text: lines of cells apart by tabs, as one gets them by copying a
//! printed sheet out of a PDF.

/// A text and the cell it has in the seed.
pub struct Seed<'a> {
    lines: Vec<Vec<&'a str>>,
}

impl<'a> Seed<'a> {
    /// Splits the text into its cells.
    pub fn new(text: &'a str) -> Self {
        Self { lines: text.lines().map(|line| line.split('\t').map(str::trim).collect()).collect() }
    }

    /// The text of a cell by 1-based line and 0-based column; empty where
    /// there is none.
    pub fn cell(&self, line: u32, column: usize) -> &'a str {
        let line = line.checked_sub(1).and_then(|index| self.lines.get(index as usize));
        line.and_then(|cells| cells.get(column)).copied().unwrap_or_default()
    }
}
