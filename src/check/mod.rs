//! The checks: everything in a matrix that would otherwise be found after it
//! was signed. Each theme is a file; each finding names its rule in
//! [`crate::finding::rules`] and the cell that the office has to open.
//!
//! Nothing here changes data, and nothing is reported that an office worker
//! would call noise: where the evidence is thin, the check is silent.

mod content;
mod credentials;
mod dates;
mod dictionary;
mod duplicates;
mod hierarchy;
mod language;
#[cfg(test)]
mod language_test;
mod money;
mod numbering;
mod people;
#[cfg(test)]
mod people_test;
mod pihak_kedua;
mod position;
mod punctuation;
#[cfg(test)]
mod sample;
mod targets;
mod text;
mod texts;
mod wording;

use crate::cascade::{Basis, Built, Cascade};
use crate::finding::Finding;
use crate::matrix::draft::Draft;
use crate::workbook::grid::Grid;

/// What is checked.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The matrix as read.
    pub draft: &'a Draft,
    /// The cascade built from it.
    pub cascade: &'a Cascade,
    /// What each jabatan's superior rests on, in the order of the jabatan.
    pub bases: &'a [Basis],
    /// The shortest reference to each jabatan in `perjakin.toml`.
    pub labels: &'a [String],
    /// The sheets the matrix was read from, for what was tidied at intake;
    /// may be empty.
    pub grids: &'a [Grid],
    /// Whether the document's font can print a character.
    pub covers: &'a dyn Fn(char) -> bool,
    /// The office's own dictionary of typing errors: wrong and right.
    pub ejaan: &'a [(String, String)],
    /// Place and date of signing as configured; empty where not known.
    pub tempat: &'a str,
    /// See `tempat`.
    pub tanggal: &'a str,
}

impl<'a> Input<'a> {
    /// The input for a cascade that was built, with nothing else known; `None`
    /// where there is no cascade.
    pub fn new(draft: &'a Draft, built: &'a Built) -> Option<Self> {
        let cascade = built.cascade.as_ref()?;
        Some(Self {
            draft,
            cascade,
            bases: &built.bases,
            labels: &built.labels,
            grids: &[],
            covers: &|_| true,
            ejaan: &[],
            tempat: "",
            tanggal: "",
        })
    }
}

/// Runs all checks. The findings of [`crate::cascade::build`] are not
/// repeated.
pub fn run(input: &Input) -> Vec<Finding> {
    const CHECKS: &[fn(&Input) -> Vec<Finding>] = &[
        position::check,
        hierarchy::check,
        content::check,
        numbering::check,
        duplicates::check,
        wording::check,
        language::check,
        punctuation::check,
        credentials::check,
        people::check,
        pihak_kedua::check,
        targets::check,
        money::check,
        dates::check,
        text::check,
    ];
    CHECKS.iter().flat_map(|check| check(input)).collect()
}

/// The findings of the build and the checks together, for tests.
#[cfg(test)]
pub(crate) fn all(draft: &Draft, settings: &crate::cascade::Settings) -> Vec<Finding> {
    let built = crate::cascade::build(draft, settings);
    let mut findings = built.findings.clone();
    findings.extend(Input::new(draft, &built).iter().flat_map(run));
    findings
}
