//! Money from lists of their own, joined to the posts: each line to its post
//! and to the line that it is a part of. A line that stands in two places
//! counts once, for whoever adds it up twice promises money that is not there.

use std::collections::BTreeMap;

use super::anggaran::{Anggaran, TingkatAnggaran};
use super::number;
use super::posting::Posting;
use super::roster::AnggaranRow;
use super::words::normal;
use crate::finding::{Finding, rules::money};
use crate::workbook::place::{Located, Place};

/// Numbers of a code before a name, at least (`1.06.02`, Permendagri 90/2019);
/// fewer number a list.
const CODE: usize = 3;

/// Amounts nearer than this are the same: half a rupiah is rounding.
const SAME: f64 = 0.5;

/// Joins the rows in their order.
pub(super) fn read(posting: &Posting, rows: &[AnggaranRow], findings: &mut Vec<Finding>) -> Vec<Anggaran> {
    let mut lines: Vec<Anggaran> = Vec::new();
    let mut known = Known::default();
    // The latest line of a level, of any name and of each.
    let mut latest: BTreeMap<(TingkatAnggaran, Option<String>), usize> = BTreeMap::new();
    let mut sheet = None;
    for row in rows {
        // What stands above a line stands on its own sheet.
        let own_sheet = &row.uraian.place.source;
        if sheet.replace(own_sheet) != Some(own_sheet) {
            latest.retain(|(_, name), _| name.is_some());
        }
        let by_key = posting.by_key(row.kunci.as_deref());
        let Some(jabatan) = by_key.or_else(|| posting.find(&row.jabatan, None, None, findings)) else { continue };
        let name = row.induk.as_ref().map(|name| normal(&name.value));
        let above = TingkatAnggaran::ALL.into_iter().filter(|level| *level < row.tingkat);
        let induk = above.filter_map(|level| latest.get(&(level, name.clone())).copied()).max();
        let line = Anggaran {
            jabatan,
            tingkat: row.tingkat,
            induk,
            uraian: row.uraian.clone(),
            pagu: row.pagu.clone(),
            keterangan: row.keterangan.clone(),
        };
        let index = match known.twin(&lines, &line) {
            Some(twin) => {
                findings.push(twice(&lines[twin], &line));
                twin
            }
            None => {
                known.add(&line, lines.len());
                lines.push(line);
                lines.len() - 1
            }
        };
        for name in [None, Some(normal(&row.uraian.value))] {
            latest.insert((row.tingkat, name), index);
        }
    }
    lines
}

/// The lines of each post and level, by code and by name.
#[derive(Default)]
struct Known(BTreeMap<(usize, TingkatAnggaran, Named), Vec<usize>>);

/// How a line is called.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Code(String),
    Name(String),
}

impl Known {
    fn add(&mut self, line: &Anggaran, index: usize) {
        for name in names(&line.uraian.value) {
            self.0.entry((line.jabatan, line.tingkat, name)).or_default().push(index);
        }
    }

    /// The line that another one repeats: of the same post and level, with the
    /// same code or name, a part of the same line, and out of the same source.
    fn twin(&self, lines: &[Anggaran], line: &Anggaran) -> Option<usize> {
        let same = |index: &usize| {
            let other = &lines[*index];
            let code = fits(code(&line.uraian.value).0, code(&other.uraian.value).0);
            let remark = |line: &Anggaran| line.keterangan.as_ref().map(|text| normal(&text.value));
            code && fits(line.induk, other.induk) && fits(remark(line), remark(other))
        };
        names(&line.uraian.value)
            .into_iter()
            .find_map(|name| self.0.get(&(line.jabatan, line.tingkat, name))?.iter().copied().find(same))
    }
}

/// Whether two values may be the same, where each may not be known.
fn fits<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// The code of a line where it has one, and its name.
fn names(uraian: &str) -> Vec<Named> {
    let (code, name) = code(uraian);
    let name = Some(normal(name)).filter(|name| !name.is_empty()).map(Named::Name);
    code.map(|code| Named::Code(code.to_owned())).into_iter().chain(name).collect()
}

/// "1.06.02 Program Contoh" is the code 1.06.02 and a name.
fn code(uraian: &str) -> (Option<&str>, &str) {
    let uraian = uraian.trim();
    let (first, rest) = uraian.split_once(char::is_whitespace).unwrap_or((uraian, ""));
    let first = first.trim_end_matches('.');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if first.split('.').count() >= CODE && first.split('.').all(is_number) {
        (Some(first), rest)
    } else {
        (None, uraian)
    }
}

/// ANGGARAN-08 or, where the amounts differ, ANGGARAN-09. Both name the line
/// that counts, so that a sheet which prints a doubtful one is a draft.
fn twice(first: &Anggaran, second: &Anggaran) -> Finding {
    let amount = |text: &Located<String>| number(&text.value).map(|number| number.value);
    let same = match (amount(&first.pagu), amount(&second.pagu)) {
        (Some(first), Some(second)) => (first - second).abs() <= SAME,
        _ => first.pagu.value.trim() == second.pagu.value.trim(),
    };
    let (here, there) = (&second.pagu.place, &first.pagu.place);
    let finding = if same {
        let message = if here.source == there.source {
            "baris anggaran ini sudah tertulis di lembar yang sama dengan nilai yang sama; dihitung satu kali"
                .to_owned()
        } else {
            let (here, there) = (sheet(here), sheet(there));
            format!("baris anggaran di {here} sudah tertulis di {there} dengan nilai yang sama; dihitung satu kali")
        };
        Finding::new(&money::TWICE, here.clone(), message)
    } else {
        let said = |line: &Anggaran| format!("{} di {}", line.pagu.value.trim(), cell(&line.pagu.place));
        let message = format!(
            "baris anggaran ini bernilai {}, tetapi {}; yang dipakai {}, karena lebih dahulu dibaca",
            said(first),
            said(second),
            first.pagu.value.trim()
        );
        Finding::new(&money::TWO_AMOUNTS, here.clone(), message)
    };
    finding.quote(&second.uraian.value).others([&first.pagu, &first.uraian].map(|cell| cell.place.clone()))
}

fn sheet(place: &Place) -> String {
    format!("{} lembar {}", place.workbook(), place.sheet())
}

fn cell(place: &Place) -> String {
    format!("{} sel {}", sheet(place), place.pos)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{matrix, text};
    use super::super::{Built, Roster, Settings, build, join};
    use super::*;
    use crate::workbook::place::Source;
    use TingkatAnggaran::{Kegiatan, Program, Subkegiatan};

    /// A line of a workbook: its row, level, name and amount.
    fn row(file: &str, at: u32, tingkat: TingkatAnggaran, uraian: &str, pagu: &str) -> AnggaranRow {
        let cell = |value: &str, column: &str| {
            let mut cell = text(value, &format!("{column}{at}"));
            cell.place.source = Source::new(file, "Matriks");
            cell
        };
        AnggaranRow {
            jabatan: cell("Kepala Dinas", "A"),
            tingkat,
            induk: None,
            uraian: cell(uraian, "B"),
            pagu: cell(pagu, "C"),
            keterangan: None,
            kunci: None,
        }
    }

    fn joined(anggaran: Vec<AnggaranRow>) -> Built {
        let built = build(&matrix().post(0, "KEPALA DINAS").draft(), &Settings::default());
        join(built, &Roster { anggaran, ..Roster::default() })
    }

    type Lines = Vec<(String, Option<usize>)>;
    type Told = Vec<(&'static str, String)>;

    /// The names and parents of the lines that count, and what was told with
    /// the cells that it names.
    fn told(anggaran: Vec<AnggaranRow>) -> (Lines, Told) {
        let built = joined(anggaran);
        let findings = built.findings.iter().filter(|finding| finding.code.starts_with("ANGGARAN"));
        let cell = |place: &Place| format!("{}!{}", place.workbook(), place.pos);
        let findings = findings.map(|one| (one.code, one.places().map(cell).collect::<Vec<_>>().join(" "))).collect();
        let lines = built.cascade.as_ref().unwrap().anggaran().iter();
        (lines.map(|line| (line.uraian.value.clone(), line.induk)).collect(), findings)
    }

    #[test]
    fn the_same_table_in_two_workbooks_counts_once() {
        let table = |file: &str| {
            vec![
                row(file, 2, Program, "Program A", "Rp 3.000"),
                row(file, 3, Kegiatan, "Kegiatan B", "1.000"),
                row(file, 4, Kegiatan, "Kegiatan C", "2.000"),
                row(file, 5, Program, "Program D", "5.000"),
            ]
        };
        let (lines, findings) = told([table("a.xlsx"), table("b.xlsx")].concat());
        let line = |name: &str, induk| (name.to_owned(), induk);
        let expected = [
            line("Program A", None),
            line("Kegiatan B", Some(0)),
            line("Kegiatan C", Some(0)),
            line("Program D", None),
        ];
        assert_eq!(lines, expected);
        let cells = [2, 3, 4, 5].map(|at| ("ANGGARAN-08", format!("b.xlsx!C{at} a.xlsx!C{at} a.xlsx!B{at}")));
        assert_eq!(findings, cells);
    }

    #[test]
    fn two_amounts_for_one_line_are_an_error_that_names_both_and_the_first_counts() {
        let rows = vec![
            row("a.xlsx", 2, Program, "1.06.02 Program A", "3.000"),
            row("b.xlsx", 7, Program, "Program A", "4.000"),
        ];
        let built = joined(rows);
        let finding = built.findings.iter().find(|one| one.code == "ANGGARAN-09").unwrap();
        let message = "baris anggaran ini bernilai 3.000 di a.xlsx lembar Matriks sel C2, tetapi 4.000 di b.xlsx lembar \
                       Matriks sel C7; yang dipakai 3.000, karena lebih dahulu dibaca";
        assert_eq!(finding.message, message);
        let cells: Vec<_> = finding.places().map(|place| format!("{}!{}", place.workbook(), place.pos)).collect();
        assert_eq!(cells, ["b.xlsx!C7", "a.xlsx!C2", "a.xlsx!B2"]);
        assert_eq!(built.cascade.unwrap().anggaran()[0].pagu.value, "3.000");
    }

    #[test]
    fn lines_that_only_look_alike_all_count() {
        let with = |mut row: AnggaranRow, remark: &str| {
            row.keterangan = Some(text(remark, "D9"));
            row
        };
        let rows = vec![
            row("a.xlsx", 2, Kegiatan, "Kegiatan A", "9"),
            row("a.xlsx", 3, Subkegiatan, "Pengadaan barang", "4"),
            row("a.xlsx", 4, Kegiatan, "Kegiatan B", "4"),
            row("a.xlsx", 5, Subkegiatan, "Pengadaan barang", "4"),
            with(row("a.xlsx", 6, Program, "Program A", "5"), "APBD"),
            with(row("a.xlsx", 7, Program, "Program A", "5"), "DAK"),
            row("a.xlsx", 8, Program, "1.06.02 Program B", "5"),
            row("a.xlsx", 9, Program, "1.06.03 Program B", "5"),
        ];
        let (lines, findings) = told(rows);
        assert_eq!((lines.len(), findings), (8, Vec::new()));
    }

    #[test]
    fn a_line_is_a_part_of_a_line_of_its_own_sheet() {
        let rows = vec![row("a.xlsx", 2, Program, "Program A", "5"), row("b.xlsx", 2, Kegiatan, "Kegiatan B", "5")];
        assert_eq!(told(rows).0[1].1, None);
    }

    #[test]
    fn a_code_has_three_numbers_or_more() {
        assert_eq!(code("1.06.02. Program A"), (Some("1.06.02"), "Program A"));
        assert_eq!(code("1. Program A"), (None, "1. Program A"));
        assert_eq!(code("2.1 Program A"), (None, "2.1 Program A"));
        assert_eq!(code("1.06.02"), (Some("1.06.02"), ""));
    }
}
