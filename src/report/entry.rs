//! The same matter in many cells is one entry with its places, so that
//! thousands of findings stay readable.

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::workbook::place::Place;

/// One entry of the report.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The first finding of the matter; its quote is the one shown.
    pub finding: &'a Finding,
    /// All other cells: those the first finding names, then the cells of its
    /// twins. No cell twice.
    pub others: Vec<&'a Place>,
    /// How many findings the entry stands for.
    pub count: usize,
}

/// Findings as entries: errors first, then by workbook, sheet and cell.
pub fn entries(findings: &[Finding]) -> Vec<Entry<'_>> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.severity, finding.place.is_some());
        key(a).cmp(&key(b)).then_with(|| (&a.place, a.line, a.code).cmp(&(&b.place, b.line, b.code)))
    });
    let mut positions = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    for finding in sorted {
        let key = (finding.code, &finding.message, &finding.hint, &finding.paste, finding.line);
        let next = entries.len();
        let position = *positions.entry(key).or_insert(next);
        if position == next {
            entries.push(Entry { finding, others: finding.others.iter().collect(), count: 1 });
        } else {
            entries[position].others.extend(finding.places());
            entries[position].count += 1;
        }
    }
    for entry in &mut entries {
        let mut seen = std::collections::BTreeSet::from_iter(&entry.finding.place);
        entry.others.retain(|place| seen.insert(place));
    }
    entries
}

/// How many entries there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Errors.
    pub galat: usize,
    /// Matters to look at.
    pub periksa: usize,
    /// Good to know.
    pub info: usize,
}

impl Tally {
    /// Counts entries.
    pub fn of(entries: &[Entry]) -> Self {
        let count = |severity| entries.iter().filter(|entry| entry.finding.severity == severity).count();
        Self { galat: count(Severity::Galat), periksa: count(Severity::Periksa), info: count(Severity::Info) }
    }

    /// All entries.
    pub fn total(&self) -> usize {
        self.galat + self.periksa + self.info
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::cell;
    use crate::finding::rules::{content, people};

    #[test]
    fn the_same_matter_in_many_cells_is_one_entry_and_errors_come_first() {
        let findings = [
            Finding::new(&content::NO_INDIKATOR, cell("B2"), "sama").others([cell("B3")]),
            Finding::new(&content::NO_INDIKATOR, cell("B1"), "sama").others([cell("B2")]),
            Finding::new(&content::NO_INDIKATOR, cell("B1"), "lain"),
            Finding::new(&people::NIP_DIGITS, cell("Z9"), "galat"),
        ];
        let entries = entries(&findings);
        let shape: Vec<_> = entries
            .iter()
            .map(|entry| {
                let others = entry.others.iter().map(|place| place.pos.to_string()).collect::<Vec<_>>().join(" ");
                (entry.finding.message.as_str(), others, entry.count)
            })
            .collect();
        assert_eq!(shape, [("galat", String::new(), 1), ("sama", "B2 B3".into(), 2), ("lain", String::new(), 1)]);
        assert_eq!(Tally::of(&entries), Tally { galat: 1, periksa: 2, info: 0 });
    }
}
