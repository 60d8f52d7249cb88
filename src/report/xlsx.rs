//! Findings as a workbook to work through: one row a finding, a link to the
//! cell, a column to tick; and a sheet that counts them by unit.

use std::collections::BTreeMap;

use super::cells;
use super::entry::{Entry, entries};
use super::units::Units;
use super::wrap::wrap;
use crate::finding::{Finding, Severity};
use crate::workbook::place::{Place, Pos};
use crate::workbook::writer::{Look, SheetWriter, WorkbookWriter, WriteError};

/// Heading and width in characters of each column.
const COLUMNS: &[(&str, f64)] = &[
    ("Selesai", 9.0),
    ("Tingkat", 9.0),
    ("Kode", 13.0),
    ("Unit", 28.0),
    ("Sel", 16.0),
    ("Sel lain", 18.0),
    ("Temuan", 48.0),
    ("Isi sel", 48.0),
    ("Saran", 42.0),
    ("Tempel di perjakin.toml", 42.0),
];

/// Height of a line of text, in points.
const LINE: f64 = 13.0;
/// Most lines of a row; a longer text is read in its cell.
const LINES: usize = 12;

/// Excel's limit for the text of one cell, in characters.
const CELL_LIMIT: usize = 32_767;

/// The bytes of an xlsx workbook. `link` gives the address of a cell's
/// workbook, relative to where the report will lie.
///
/// # Errors
/// When the workbook cannot be put together; findings of any content can.
pub fn xlsx(
    findings: &[Finding],
    units: &Units,
    link: &dyn Fn(&Place) -> Option<String>,
) -> Result<Vec<u8>, WriteError> {
    let entries = entries(findings);
    let mut workbook = WorkbookWriter::new("Temuan pemeriksaan matriks");
    list(&mut workbook.sheet("Temuan")?, &entries, units, link)?;
    count(&mut workbook.sheet("Per unit")?, &entries, units)?;
    workbook.finish()
}

/// The look of a severity, the same as in the clean workbook.
const fn look(severity: Severity) -> Look {
    match severity {
        Severity::Galat => Look::Galat,
        Severity::Periksa => Look::Periksa,
        Severity::Info => Look::Info,
    }
}

fn list(
    sheet: &mut SheetWriter,
    entries: &[Entry],
    units: &Units,
    link: &dyn Fn(&Place) -> Option<String>,
) -> Result<(), WriteError> {
    for (column, (heading, width)) in (1..).zip(COLUMNS) {
        sheet.width(column, *width)?;
        sheet.text(Pos::new(1, column), heading, Look::Header)?;
    }
    sheet.freeze_above(2)?;
    sheet.print_landscape();
    let mut row = 1;
    for entry in entries {
        row += 1;
        let finding = entry.finding;
        let others = cells::list(finding.place.as_ref(), &entry.others, usize::MAX);
        let texts = [
            String::new(),
            finding.severity.label().to_owned(),
            finding.code.to_owned(),
            units.of(finding).to_owned(),
            address(finding),
            others,
            finding.message.clone(),
            finding.quote.clone().unwrap_or_default(),
            finding.hint.clone(),
            finding.paste.clone().unwrap_or_default(),
        ];
        for (column, text) in (1..).zip(&texts) {
            let text: String = text.chars().take(CELL_LIMIT).collect();
            let look = if column == 2 { look(finding.severity) } else { Look::Body };
            sheet.text(Pos::new(row, column), &text, look)?;
        }
        // Not every program fits rows to texts that it did not write itself.
        sheet.height(row, lines(&texts) as f64 * LINE)?;
        if let Some((place, target)) = finding.place.as_ref().and_then(|place| Some((place, link(place)?))) {
            let quoted = place.sheet().replace('\'', "''");
            // An address that Excel cannot take stays plain text.
            let target = format!("{target}#'{quoted}'!{}", place.pos);
            let _ = sheet.link(Pos::new(row, 5), &address(finding), &target);
        }
    }
    if row > 1 {
        sheet.choose(Pos::new(2, 1), Pos::new(row, 1), &["ya", "tidak"])?;
        sheet.filter(Pos::new(1, 1), Pos::new(row, COLUMNS.len() as u32))?;
    }
    Ok(())
}

/// How many lines the longest of a row's texts takes in its column.
fn lines(texts: &[String]) -> usize {
    let taken = COLUMNS.iter().zip(texts).map(|((_, width), text)| {
        // More than fills the row makes no difference.
        let start: String = text.chars().take(*width as usize * LINES).collect();
        start.lines().map(|line| wrap(line, *width as usize).len()).sum::<usize>()
    });
    taken.max().unwrap_or_default().clamp(1, LINES)
}

fn address(finding: &Finding) -> String {
    match (&finding.place, finding.line) {
        (Some(place), _) => place.to_string(),
        (None, Some(line)) => format!("perjakin.toml baris {line}"),
        (None, None) => String::new(),
    }
}

/// Entries by unit and severity.
fn count(sheet: &mut SheetWriter, entries: &[Entry], units: &Units) -> Result<(), WriteError> {
    let mut table: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for entry in entries {
        let unit = units.of(entry.finding);
        table.entry(if unit.is_empty() { "Umum" } else { unit }).or_default()[entry.finding.severity as usize] += 1;
    }
    sheet.width(1, 44.0)?;
    for (column, heading) in (1..).zip(["Unit", "galat", "periksa", "info"]) {
        sheet.text(Pos::new(1, column), heading, Look::Header)?;
    }
    for (row, (unit, counts)) in (2..).zip(&table) {
        sheet.text(Pos::new(row, 1), unit, Look::Body)?;
        for (column, count) in (2..).zip(counts) {
            sheet.number(Pos::new(row, column), (*count).into(), Look::Centred)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    use crate::cascade::testing::{cell, matrix};
    use crate::cascade::{Settings, build};
    use crate::finding::rules::content;

    fn rows(findings: &[Finding], sheet: &str) -> Vec<Vec<String>> {
        let draft = matrix().post(0, "KEPALA").post(1, "SEKRETARIS").at("B9").below(0).draft();
        let units = Units::new(&build(&draft, &Settings::default()).cascade.unwrap());
        let bytes = xlsx(findings, &units, &|_| Some("../matriks.xlsx".into())).unwrap();
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let range = workbook.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
    }

    #[test]
    fn a_finding_is_a_row_with_unit_cell_and_advice_and_formulas_stay_text() {
        let findings = [Finding::new(&content::NOTHING, cell("B9"), "=1+1").quote("=HYPERLINK(\"x\")")];
        let rows = rows(&findings, "Temuan");
        let expected = ["", "galat", "ISI-03", "Sekretariat", "Matriks!B9", "", "=1+1", "=HYPERLINK(\"x\")"];
        assert_eq!(rows[1][..8], expected);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let row = |message: &str| {
            let mut texts = vec![String::new(); COLUMNS.len()];
            texts[6] = message.to_owned();
            lines(&texts)
        };
        assert_eq!(row("pendek"), 1);
        assert_eq!(row(&"kata ".repeat(20)), 3);
        assert_eq!(row("satu\ndua"), 2);
        assert_eq!(row(&"kata ".repeat(900)), LINES);
    }

    #[test]
    fn the_cell_leads_to_the_matrix() {
        let findings = [Finding::new(&content::NOTHING, cell("B9"), "a")];
        let bytes = xlsx(&findings, &Units::default(), &|_| Some("../../../input/a b/matriks.xlsx".into())).unwrap();
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let links = workbook.hyperlinks_by_sheet_name("Temuan").unwrap();
        let [link] = &links[..] else { panic!("{links:?}") };
        assert_eq!(link.range.start, (1, 4));
        assert_eq!(link.target.as_deref(), Some("../../../input/a%20b/matriks.xlsx"));
        assert_eq!(link.location.as_deref(), Some("'Matriks'!B9"));
    }

    #[test]
    fn findings_are_counted_by_unit() {
        let findings = [
            Finding::new(&content::NOTHING, cell("B9"), "a"),
            Finding::new(&content::PAIRING, cell("B9"), "b"),
            Finding::general(&content::PAIRING, "c"),
        ];
        let rows = rows(&findings, "Per unit");
        assert_eq!(rows[1..], [["Sekretariat", "1", "1", "0"], ["Umum", "0", "1", "0"]]);
    }

    #[test]
    fn the_same_findings_give_the_same_bytes_and_none_give_a_table() {
        let make = || xlsx(&[], &Units::default(), &|_| None).unwrap();
        assert_eq!(make(), make());
    }
}
