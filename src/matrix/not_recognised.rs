//! No sheet holds a matrix: what was seen, and what was looked for.

use std::fmt;

use super::{headers, labels};
use crate::workbook::grid::Grid;
use crate::workbook::place::Place;

/// Most cells that are quoted from a sheet.
const SHOWN: usize = 6;
/// How alike a short text and a label must be to ask "did you mean".
const NEAR: f64 = 0.88;

/// Why no matrix was recognised. Its text names sheets and label-like cells
/// only, never running text.
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
    /// The labels that were found, with their cells.
    pub labels: Vec<(Place, String)>,
    /// Cells whose text is nearly a label, with the label that may be meant.
    pub near: Vec<(Place, &'static str)>,
}

impl NotRecognised {
    pub(super) fn of(grids: &[Grid]) -> Self {
        Self { sheets: grids.iter().map(Seen::of).collect() }
    }
}

impl Seen {
    fn of(grid: &Grid) -> Self {
        let texts = || grid.cells().filter_map(|(pos, cell)| Some((grid.place(pos), cell.text()?)));
        let labels = texts().filter(|(_, text)| labels::label(text).is_some()).take(SHOWN).collect();
        let near = texts()
            .filter(|(_, text)| labels::label(text).is_none() && text.chars().count() <= 24)
            .filter_map(|(place, text)| Some((place, near(&text)?)))
            .take(SHOWN)
            .collect();
        Self { source: super::source(grid), cells: grid.cells().count(), labels, near }
    }
}

fn near(text: &str) -> Option<&'static str> {
    let upper = text.to_uppercase();
    let label =
        ["TUJUAN", "SASARAN", "INDIKATOR"].into_iter().find(|label| strsim::jaro_winkler(label, &upper) >= NEAR);
    label.or_else(|| headers::misspelt(text).map(|(name, _)| name))
}

impl fmt::Display for NotRecognised {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(
            "Matriks kinerja tidak dikenali. Yang dicari: judul jabatan di atas baris SASARAN dan, di bawahnya pada \
             kolom yang sama, baris INDIKATOR; atau tabel dengan kolom Jabatan, Sasaran dan Indikator.",
        )?;
        if self.sheets.is_empty() {
            f.write_str(" Buku kerja ini tidak punya lembar yang berisi.")?;
        }
        for sheet in &self.sheets {
            write!(f, "\n  {}: {} sel berisi", sheet.source, sheet.cells)?;
            if sheet.labels.is_empty() {
                f.write_str(", tanpa SASARAN atau INDIKATOR")?;
            } else {
                let labels: Vec<String> =
                    sheet.labels.iter().map(|(at, text)| format!("{text} di {}", at.pos)).collect();
                write!(f, ", ada {}", labels.join(", "))?;
            }
            for (place, label) in &sheet.near {
                write!(f, "; mungkin {} dimaksudkan sebagai {label}", place.pos)?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for NotRecognised {}
