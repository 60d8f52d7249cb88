//! What the chart needs to know beyond the cascade.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::paper::Paper;
use crate::workbook::place::Place;

/// What is written around the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The lines of the chart's title.
    pub judul: Vec<String>,
    /// The matrix' title.
    pub judul_matriks: String,
    /// The short texts, by the keys that the templates ask for.
    pub label: Labels,
}

/// Short texts by key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Labels(pub BTreeMap<String, String>);

impl Labels {
    /// The text of a key; nothing where there is none.
    pub(super) fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }
}

/// How charts and matrix are to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Place and date above the signature, as printed: "Bekasi, Januari 2026".
    pub tempat_tanggal: String,
    /// Titles and labels.
    pub kata: Words,
    /// The office's own paper, upright, in mm: matrix and unit pages use it
    /// in landscape.
    pub kertas_mm: (f64, f64),
    /// Year, month and day for the files' metadata.
    pub date: (i32, u8, u8),
    /// The cells that have an error. A chart that prints one of them as its
    /// signatory is DRAF; so is one with a character that cannot be printed.
    pub galat: BTreeSet<Place>,
    /// The papers to fit the poster to; none for the smallest that holds it in
    /// readable type.
    pub poster: Vec<Paper>,
    /// The papers on which to print an overview and a page per unit.
    pub unit: Vec<Paper>,
    /// The papers into which to cut the poster in natural size.
    pub sambung: Vec<Paper>,
    /// Whether the boxes name the holders, and say which posts are vacant.
    pub pemegang: bool,
    /// Whether indikator without a target are marked.
    pub tandai_target: bool,
}

impl Settings {
    /// The poster alone, on F4, dated the first of January 2026.
    pub fn new(kata: Words) -> Self {
        Self {
            tempat_tanggal: String::new(),
            kata,
            kertas_mm: (215.0, 330.0),
            date: (2026, 1, 1),
            galat: BTreeSet::new(),
            poster: Vec::new(),
            unit: Vec::new(),
            sambung: Vec::new(),
            pemegang: false,
            tandai_target: false,
        }
    }
}
