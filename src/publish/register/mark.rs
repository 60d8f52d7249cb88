//! What an office writes into the register's column of signatures.

use crate::tanggal;
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::Pos;

/// What a cell says of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is signed; some write the day instead of a word.
    Signed {
        /// The date that stands in the cell itself.
        tanggal: Option<String>,
    },
    /// It is not.
    NotSigned,
    /// Nobody can tell.
    Unknown,
}

/// Words and signs for a sheet that is signed, in small letters. Several of
/// them may stand together: "sudah ttd", "ok, lengkap".
const SIGNED: &[&str] = &[
    "sudah",
    "sdh",
    "udah",
    "telah",
    "ya",
    "y",
    "v",
    "x",
    "ok",
    "oke",
    "okay",
    "selesai",
    "beres",
    "lengkap",
    "ttd",
    "tte",
    "ditandatangani",
    "tandatangan",
    "tanda",
    "tangan",
    "ditanda",
    "tangani",
    "basah",
    "ada",
    "done",
    "√",
    "✓",
    "✔",
    "☑",
    "✅",
    "■",
    "●",
    "1",
    "true",
];

/// Words and signs for one that is not.
const NOT_SIGNED: &[&str] = &[
    "belum", "blm", "blum", "tidak", "tdk", "kosong", "tunda", "ditunda", "menunggu", "proses", "0", "false", "☐", "✗",
    "✘", "❌",
];

/// Reads a cell.
pub(super) fn mark(grid: &Grid, at: Pos) -> Mark {
    let Some(cell) = grid.get(at) else { return Mark::NotSigned };
    if let Value::Date(day) = cell.value {
        return tanggal::of_serial(day).map_or(Mark::Unknown, |day| Mark::Signed { tanggal: Some(day) });
    }
    cell.text().map_or(Mark::Unknown, |text| of_text(&text))
}

/// A word that denies weighs more than any other: "belum ttd".
fn of_text(text: &str) -> Mark {
    let text = text.to_lowercase();
    let apart = |c: char| c.is_whitespace() || ".,;:!?/()-–—_".contains(c);
    let words: Vec<&str> = text.split(apart).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.iter().any(|word| NOT_SIGNED.contains(word)) {
        return Mark::NotSigned;
    }
    let is_signed = |words: &[&str]| words.iter().all(|word| SIGNED.contains(word));
    if is_signed(&words) {
        return Mark::Signed { tanggal: None };
    }
    // "5/1/2026" and "sudah, 5 Januari 2026".
    let dated = (0..words.len().saturating_sub(2)).find_map(|at| {
        let (before, behind) = (&words[..at], &words[at + 3..]);
        let date = tanggal::of_parts([words[at], words[at + 1], words[at + 2]])?;
        let before = before.strip_suffix(&["tgl"]).or(before.strip_suffix(&["tanggal"])).unwrap_or(before);
        (is_signed(before) && is_signed(behind)).then_some(date)
    });
    dated.map_or(Mark::Unknown, |date| Mark::Signed { tanggal: Some(date) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::grid::Cell;

    fn of(value: Value) -> Mark {
        let mut grid = Grid::new("register.xlsx", "Register");
        let at = Pos::new(1, 1);
        grid.insert(at, Cell { value, raw: None });
        mark(&grid, at)
    }

    #[test]
    fn usual_marks_are_understood() {
        for text in ["sudah", "Sdh", "x", "OK", "✓", "v", "√", "sudah ttd", "Ya.", "Sudah ditandatangani", "TTE", "1"]
        {
            assert_eq!(of(Value::Text(text.into())), Mark::Signed { tanggal: None }, "{text}");
        }
        for text in ["belum", "Blm ttd", "-", "tidak ada", "belum ditandatangani"] {
            assert_eq!(of(Value::Text(text.into())), Mark::NotSigned, "{text}");
        }
        for text in ["lihat catatan", "di meja sekretaris", "??? siapa"] {
            assert_eq!(of(Value::Text(text.into())), Mark::Unknown, "{text}");
        }
    }

    #[test]
    fn a_date_that_is_written_as_text_is_a_mark_like_a_real_one() {
        for text in [
            "5/1/2026",
            "05-01-2026",
            "5.1.26",
            "2026-01-05",
            "5 Januari 2026",
            "5 jan 2026",
            "sudah, 5/1/2026",
            "ttd tgl 05/01/2026",
            "5-Jan-26 ok",
        ] {
            assert_eq!(of(Value::Text(text.into())), Mark::Signed { tanggal: Some("5 Januari 2026".into()) }, "{text}");
        }
        assert_eq!(of(Value::Text("belum, 5/1/2026".into())), Mark::NotSigned);
        for text in ["31/2/2026", "1/13/2026", "5/1", "5/1/2026 di meja sekretaris", "8/5/1/2026"] {
            assert_eq!(of(Value::Text(text.into())), Mark::Unknown, "{text}");
        }
    }

    #[test]
    fn a_tick_box_a_number_and_a_date_are_marks_too() {
        assert_eq!(of(Value::Bool(true)), Mark::Signed { tanggal: None });
        assert_eq!(of(Value::Bool(false)), Mark::NotSigned);
        assert_eq!(of(Value::Number(1.0)), Mark::Signed { tanggal: None });
        assert_eq!(of(Value::Number(7.0)), Mark::Unknown);
        assert_eq!(of(Value::Date(46_027.0)), Mark::Signed { tanggal: Some("5 Januari 2026".into()) });
        assert_eq!(of(Value::Error("#REF!".into())), Mark::Unknown);
        assert_eq!(mark(&Grid::new("a", "b"), Pos::new(1, 1)), Mark::NotSigned);
    }
}
