//! Findings as a workbook to work through: one row a finding, a link to the
//! cell, a column to tick; and a sheet that counts them by unit.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use super::entry::{Entry, entries};
use super::units::Units;
use crate::finding::{Finding, Severity};
use crate::workbook::place::Place;

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

/// Excel's limit for the text of one cell, in characters.
const CELL_LIMIT: usize = 32_767;

/// The bytes of an xlsx workbook. `link` gives the address of a cell's
/// workbook, relative to where the report will lie; `year` dates the file, so
/// that the same findings give the same bytes.
///
/// # Errors
/// When the workbook cannot be put together; findings of any content can.
pub fn xlsx(
    findings: &[Finding],
    units: &Units,
    link: &dyn Fn(&Place) -> Option<String>,
    year: u16,
) -> Result<Vec<u8>, XlsxError> {
    let entries = entries(findings);
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(year.clamp(1900, 9999), 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title("Temuan pemeriksaan matriks").set_creation_datetime(&date));
    let looks = Looks::new();
    list(workbook.add_worksheet(), &entries, units, link, &looks)?;
    count(workbook.add_worksheet(), &entries, units, &looks)?;
    workbook.save_to_buffer()
}

struct Looks {
    head: Format,
    cell: Format,
    link: Format,
    severity: [Format; 3],
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
        let tint = |rgb| cell.clone().set_background_color(Color::RGB(rgb));
        Self {
            head: cell.clone().set_bold().set_background_color(Color::RGB(0xE7_EC_F1)),
            link: cell
                .clone()
                .set_font_color(Color::RGB(0x1F_4E_8C))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            severity: [tint(0xF8_D9_D6), tint(0xFB_EE_CF), tint(0xE3_EE_F6)],
            cell,
        }
    }

    fn severity(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Galat => &self.severity[0],
            Severity::Periksa => &self.severity[1],
            Severity::Info => &self.severity[2],
        }
    }
}

fn list(
    sheet: &mut Worksheet,
    entries: &[Entry],
    units: &Units,
    link: &dyn Fn(&Place) -> Option<String>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("Temuan")?.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?;
    for (column, (heading, width)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, *width)?.write_string_with_format(0, column, *heading, &looks.head)?;
    }
    let mut row = 0;
    for entry in entries {
        row += 1;
        let finding = entry.finding;
        let others = entry.others.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
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
        for (column, text) in (0u16..).zip(&texts) {
            let text: String = text.chars().take(CELL_LIMIT).collect();
            let look = if column == 1 { looks.severity(finding.severity) } else { &looks.cell };
            sheet.write_string_with_format(row, column, text, look)?;
        }
        if let Some((place, target)) = finding.place.as_ref().and_then(|place| Some((place, link(place)?))) {
            let quoted = place.sheet.replace('\'', "''");
            let url = Url::new(format!("external:{target}#'{quoted}'!{}", place.pos)).set_text(address(finding));
            // An address that Excel cannot take stays plain text.
            let _ = sheet.write_url_with_format(row, 4, url, &looks.link);
        }
    }
    if row > 0 {
        let tick = DataValidation::new().allow_list_strings(&["ya", "tidak"])?;
        sheet.add_data_validation(1, 0, row, 0, &tick)?.autofilter(0, 0, row, COLUMNS.len() as u16 - 1)?;
    }
    Ok(())
}

fn address(finding: &Finding) -> String {
    match (&finding.place, finding.line) {
        (Some(place), _) => place.to_string(),
        (None, Some(line)) => format!("perjakin.toml baris {line}"),
        (None, None) => String::new(),
    }
}

/// Entries by unit and severity.
fn count(sheet: &mut Worksheet, entries: &[Entry], units: &Units, looks: &Looks) -> Result<(), XlsxError> {
    let mut table: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for entry in entries {
        let unit = units.of(entry.finding);
        table.entry(if unit.is_empty() { "Umum" } else { unit }).or_default()[entry.finding.severity as usize] += 1;
    }
    sheet.set_name("Per unit")?.set_column_width(0, 44.0)?;
    for (column, heading) in (0u16..).zip(["Unit", "galat", "periksa", "info"]) {
        sheet.write_string_with_format(0, column, heading, &looks.head)?;
    }
    for (row, (unit, counts)) in (1u32..).zip(&table) {
        sheet.write_string_with_format(row, 0, *unit, &looks.cell)?;
        for (column, count) in (1u16..).zip(counts) {
            sheet.write_number_with_format(row, column, *count, &looks.cell)?;
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
        let bytes = xlsx(findings, &units, &|_| Some("../matriks.xlsx".into()), 2026).unwrap();
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
        let make = || xlsx(&[], &Units::default(), &|_| None, 2026).unwrap();
        assert_eq!(make(), make());
    }
}
