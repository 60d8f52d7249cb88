//! Which cells of the office's matrix carry findings, so that what was written
//! there is marked in the clean workbook.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Severity};
use crate::workbook::place::Place;
use crate::workbook::writer::Look;

/// Findings by cell.
pub(super) struct Marks<'a> {
    by_place: BTreeMap<Place, Vec<&'a Finding>>,
    used: BTreeSet<Place>,
}

/// How a cell is marked.
pub(super) struct Mark {
    /// The look by the worst finding.
    pub(super) look: Look,
    /// What was found, what to do.
    pub(super) note: String,
}

impl<'a> Marks<'a> {
    /// Sorts findings by all the cells that they name.
    pub(super) fn of(findings: &'a [Finding]) -> Self {
        let mut by_place: BTreeMap<Place, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            for place in finding.places() {
                let found = by_place.entry(place.clone()).or_default();
                if !found.iter().any(|other| std::ptr::eq(*other, finding)) {
                    found.push(finding);
                }
            }
        }
        Self { by_place, used: BTreeSet::new() }
    }

    /// The mark for what stood in a cell; `plain` is the look without one.
    pub(super) fn mark(&mut self, place: &Place, plain: Look) -> Option<Mark> {
        let found = self.by_place.get(place)?;
        self.used.insert(place.clone());
        let look = match found.iter().map(|finding| finding.severity).min() {
            Some(Severity::Galat) => Look::Galat,
            Some(Severity::Periksa) => Look::Periksa,
            _ => plain,
        };
        let lines: Vec<String> = found
            .iter()
            .map(|finding| {
                format!("{} ({}) {}\n→ {}", finding.code, finding.severity.label(), finding.message, finding.hint)
            })
            .collect();
        Some(Mark { look, note: lines.join("\n\n") })
    }

    /// Whether a cell has a finding of a code.
    pub(super) fn has(&self, place: &Place, code: &str) -> bool {
        self.by_place.get(place).is_some_and(|found| found.iter().any(|finding| finding.code == code))
    }

    /// How many of the office's cells were marked.
    pub(super) fn used(&self) -> usize {
        self.used.len()
    }
}
