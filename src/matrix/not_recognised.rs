//! No sheet holds a matrix: what was seen, and what was looked for.

use std::fmt;

use super::headers::{self, Column};
use super::labels;
use crate::workbook::grid::Grid;
use crate::workbook::place::Place;

/// Most cells that are quoted from a sheet.
const SHOWN: usize = 6;
/// Most sheets that are told of.
const SHEETS: usize = 8;
/// Cells of a sheet that are looked at: a heading stands near the top.
const LOOKED_AT: usize = 5_000;
/// Longest text that may be a heading, in characters.
const LONGEST: usize = 24;
/// How alike a short text and a heading must be to ask "did you mean".
const NEAR: f64 = 0.88;

/// The headings that make a table a matrix.
const HEADINGS: [(&str, Column); 4] = [
    ("TUJUAN", Column::Tujuan),
    ("SASARAN", Column::Sasaran),
    ("INDIKATOR", Column::Indikator),
    ("JABATAN", Column::Jabatan),
];

/// Why no matrix was recognised. Its text names sheets and headings only,
/// never running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRecognised {
    /// The sheets that were looked at.
    pub sheets: Vec<Seen>,
}

/// What a sheet without a matrix shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Workbook and sheet.
    pub source: String,
    /// How many cells hold something.
    pub cells: usize,
    /// The headings that were found, with their cells.
    pub labels: Vec<(Place, String)>,
    /// Cells whose text is nearly a heading, with the one that may be meant.
    pub near: Vec<(Place, &'static str)>,
}

impl NotRecognised {
    pub(super) fn of(grids: &[Grid]) -> Self {
        Self { sheets: grids.iter().map(Seen::of).collect() }
    }
}

impl Seen {
    fn of(grid: &Grid) -> Self {
        let mut seen =
            Self { source: super::source(grid), cells: grid.cells().count(), labels: Vec::new(), near: Vec::new() };
        for (pos, cell) in grid.cells().take(LOOKED_AT) {
            let Some(text) = cell.text().filter(|text| text.chars().count() <= LONGEST) else { continue };
            if is_heading(&text) {
                seen.labels.push((grid.place(pos), text));
            } else if let Some(meant) = near(&text) {
                seen.near.push((grid.place(pos), meant));
            }
        }
        seen.labels.truncate(SHOWN);
        seen.near.truncate(SHOWN);
        seen
    }
}

fn is_heading(text: &str) -> bool {
    let column = headers::column(&[text.to_owned()]);
    column.is_some_and(|column| HEADINGS.iter().any(|(_, known)| *known == column))
        || labels::label(text).is_some_and(|label| label.meant.is_none())
}

fn near(text: &str) -> Option<&'static str> {
    let upper = text.to_uppercase();
    HEADINGS.iter().map(|(name, _)| *name).find(|name| strsim::jaro_winkler(name, &upper) >= NEAR)
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.cells == 0 {
            return write!(f, "{}: kosong", self.source);
        }
        write!(f, "{}: {} sel berisi", self.source, self.cells)?;
        if self.labels.is_empty() {
            f.write_str(", tanpa satu pun judul itu")?;
        } else {
            let labels: Vec<String> = self.labels.iter().map(|(at, text)| format!("{text} di {}", at.pos)).collect();
            write!(f, ", ada {}", labels.join(", "))?;
        }
        for (place, label) in &self.near {
            write!(f, "; apakah {} dimaksudkan sebagai {label}?", place.pos)?;
        }
        Ok(())
    }
}

impl fmt::Display for NotRecognised {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(
            "matriks kinerja tidak dikenali. Yang dicari: judul jabatan di atas baris SASARAN dan, di bawahnya pada \
             kolom yang sama, baris INDIKATOR; atau tabel dengan kolom Jabatan, Sasaran dan Indikator",
        )?;
        if self.sheets.is_empty() {
            return f.write_str("\n  buku kerja ini tidak punya lembar yang berisi");
        }
        for sheet in self.sheets.iter().take(SHEETS) {
            write!(f, "\n  {sheet}")?;
        }
        match self.sheets.len().checked_sub(SHEETS) {
            Some(more @ 1..) => write!(f, "\n  dan {more} lembar lain"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for NotRecognised {}
