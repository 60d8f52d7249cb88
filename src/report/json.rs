//! Findings as JSON for other programs, in the order of the report. Every
//! finding is listed by itself; grouping is for human readers.

use serde::Serialize;

use super::entry::{Tally, entries};
use crate::finding::Finding;
use crate::workbook::place::Place;

#[derive(Serialize)]
struct Report<'a> {
    skema: u32,
    ringkasan: Summary,
    temuan: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Summary {
    galat: usize,
    periksa: usize,
    info: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(rename = "berkas", skip_serializing_if = "Option::is_none")]
    workbook: Option<&'a str>,
    #[serde(flatten)]
    finding: &'a Finding,
}

/// The findings as an indented JSON object with a summary.
pub fn json(findings: &[Finding]) -> String {
    let tally = Tally::of(&entries(findings));
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| (finding.severity, finding.place.clone(), finding.line, finding.code));
    let rows = sorted.into_iter().map(|finding| Row { workbook: finding.place.as_ref().map(Place::workbook), finding });
    let report = Report {
        skema: 1,
        ringkasan: Summary { galat: tally.galat, periksa: tally.periksa, info: tally.info },
        temuan: rows.collect(),
    };
    // Strings, numbers and lists only: serialising them cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::cell;
    use crate::finding::rules::people;

    #[test]
    fn a_finding_has_its_code_workbook_cell_and_advice() {
        let findings = [Finding::new(&people::NIP_DIGITS, cell("A84"), "NIP berisi 17 angka, seharusnya 18")];
        let value: serde_json::Value = serde_json::from_str(&json(&findings)).unwrap();
        let first = &value["temuan"][0];
        assert_eq!(first["kode"], "NIP-01");
        assert_eq!(first["tingkat"], "galat");
        assert_eq!(first["berkas"], "contoh.xlsx");
        assert_eq!(first["sel"], "Matriks!A84");
        assert_eq!(first["saran"], people::NIP_DIGITS.remedy);
        assert_eq!(value["ringkasan"]["galat"], 1);
    }
}
