//! An office that keeps its workbook in memory, and the way through the rooms.

use perjakin::normalise;
use perjakin::pipeline::{self, Reading};
use perjakin::project::{Config, Instansi};
use perjakin::report;
use perjakin::workbook::grid::Grid;

const CONFIG: &str = "instansi = \"Dinas Contoh\"\npemda = \"Kota Contoh\"\ntahun = 2026\ntempat = \"Contoh\"\n\
    tanggal = \"Januari 2026\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\nnama = \"Pejabat Contoh\"\n";

/// The office.
pub fn instansi() -> Instansi {
    let config = Config::parse(CONFIG).expect("the configuration is sound");
    let workbooks = vec!["uji.xlsx".into()];
    Instansi { name: "uji".into(), folder: "uji".into(), workbooks, config }
}

/// Reads and checks the office's sheets; `None` where none is a matrix, which
/// must be said in words.
pub fn read(grids: &[Grid]) -> Option<Reading> {
    match pipeline::read_with(&instansi(), |_| Ok(grids.to_vec())) {
        Ok(reading) => Some(reading),
        Err(error) => {
            assert!(!error.to_string().is_empty() && !error.hint().is_empty());
            None
        }
    }
}

/// Renders what was found in every way there is.
pub fn report(reading: &Reading) {
    for width in [0, 80] {
        let text = report::terminal(&reading.findings, report::Style { colour: width > 0, width });
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\u{1b}') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!text.contains(odd), "{text:?}");
    }
    let json: serde_json::Value = serde_json::from_str(&report::json(&reading.findings)).expect("JSON");
    assert!(!json.is_null());
    pipeline::findings_workbook(reading, None).expect("a workbook of findings");
}

/// The clean workbook.
pub fn normalise(reading: &Reading) -> Vec<u8> {
    let input = normalise::Input {
        draft: &reading.draft,
        cascade: &reading.cascade,
        pimpinan: "Wali Kota Contoh",
        findings: &reading.findings,
    };
    normalise::workbook(input).expect("texts are short here").bytes
}
