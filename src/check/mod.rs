//! The checks: everything in a matrix that would otherwise be found after it
//! was signed. Each theme is a file; each finding names its rule in
//! [`crate::finding::rules`] and the cell that the office has to open.
//!
//! Nothing here changes data, and nothing is reported that an office worker
//! would call noise: where the evidence is thin, the check is silent.

mod content;
mod numbering;
mod people;
mod position;

use crate::cascade::{Basis, Built, Cascade};
use crate::finding::Finding;
use crate::matrix::draft::Draft;

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
}

impl<'a> Input<'a> {
    /// The input for a cascade that was built; `None` where there is none.
    pub fn new(draft: &'a Draft, built: &'a Built) -> Option<Self> {
        let cascade = built.cascade.as_ref()?;
        Some(Self { draft, cascade, bases: &built.bases, labels: &built.labels })
    }
}

/// Runs all checks. The findings of [`crate::cascade::build`] are not
/// repeated.
pub fn run(input: &Input) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(position::check(input));
    findings.extend(content::check(input));
    findings.extend(numbering::check(input));
    findings.extend(people::check(input));
    findings
}

/// The findings of the build and the checks together, for tests.
#[cfg(test)]
pub(crate) fn all(draft: &Draft, settings: &crate::cascade::Settings) -> Vec<Finding> {
    let built = crate::cascade::build(draft, settings);
    let mut findings = built.findings.clone();
    findings.extend(Input::new(draft, &built).iter().flat_map(run));
    findings
}
