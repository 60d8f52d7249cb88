//! The money table of a sheet: the budget's lines summed up to the rows that
//! the form asks for.

use serde::Serialize;

use super::form::TabelAnggaran;
use super::format::ribuan;
use crate::cascade::Anggaran;
use crate::workbook::place::{Located, Place};

/// The table for print; amounts are grouped by dots, `null` leaves dotted room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// The label of the first column, `kolom_program`.
    pub kolom: &'static str,
    /// The rows, under the heading of the level above where there is one.
    pub bagian: Vec<Section>,
    /// The sum of all rows; `null` where one of them is not known.
    pub total: Option<String>,
    /// The cells that all this comes from.
    #[serde(skip)]
    pub(super) places: Vec<Place>,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The program above kegiatan, the kegiatan above sub kegiatan.
    pub judul: Option<String>,
    /// The rows.
    pub baris: Vec<Line>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Program, kegiatan or sub kegiatan.
    pub uraian: String,
    /// The amount.
    pub jumlah: Option<String>,
    /// The remarks, each once.
    pub keterangan: String,
}

/// A row while its amounts are added up.
struct Sum<'a> {
    above: Option<&'a str>,
    uraian: &'a str,
    jumlah: Option<u64>,
    keterangan: Vec<&'a str>,
}

impl Budget {
    /// Sums the lines up; `None` where there is none.
    pub(super) fn new(lines: &[Anggaran], table: TabelAnggaran) -> Option<Self> {
        let mut sums: Vec<Sum> = Vec::new();
        let mut places = Vec::new();
        for line in lines {
            let (above, own) = names(line, table);
            places.extend(above.into_iter().chain([own]).map(|cell| cell.place.clone()));
            places.extend(line.pagu.iter().map(|pagu| pagu.place.clone()));
            places.extend(line.keterangan.iter().map(|text| text.place.clone()));
            let above = above.map(|cell| cell.value.as_str());
            let pagu = line.pagu.as_ref().map(|pagu| pagu.value);
            let remark = line.keterangan.as_ref().map(|text| text.value.trim()).filter(|text| !text.is_empty());
            match sums.iter_mut().find(|sum| sum.above == above && sum.uraian == own.value) {
                Some(sum) => {
                    sum.jumlah = sum.jumlah.zip(pagu).and_then(|(a, b)| a.checked_add(b));
                    sum.keterangan.extend(remark.filter(|text| !sum.keterangan.contains(text)));
                }
                None => {
                    let keterangan = remark.into_iter().collect();
                    sums.push(Sum { above, uraian: &own.value, jumlah: pagu, keterangan });
                }
            }
        }
        let total = sums.iter().try_fold(0u64, |total, sum| total.checked_add(sum.jumlah?)).map(ribuan);
        let mut bagian: Vec<Section> = Vec::new();
        for sum in sums {
            let line = Line {
                uraian: sum.uraian.to_owned(),
                jumlah: sum.jumlah.map(ribuan),
                keterangan: sum.keterangan.join("; "),
            };
            match bagian.iter_mut().find(|section| section.judul.as_deref() == sum.above) {
                Some(section) => section.baris.push(line),
                None => bagian.push(Section { judul: sum.above.map(str::to_owned), baris: vec![line] }),
            }
        }
        (!bagian.is_empty()).then_some(Self { kolom: table.label(), bagian, total, places })
    }
}

/// The row that a line belongs to, and the heading above it. A line that does
/// not go as deep as the form stands with the deepest name it has.
fn names(line: &Anggaran, table: TabelAnggaran) -> (Option<&Located<String>>, &Located<String>) {
    let kegiatan = line.kegiatan.as_ref();
    match table {
        TabelAnggaran::Program => (None, &line.program),
        TabelAnggaran::Kegiatan => match kegiatan {
            Some(kegiatan) => (Some(&line.program), kegiatan),
            None => (None, &line.program),
        },
        TabelAnggaran::SubKegiatan => match (&line.sub_kegiatan, kegiatan) {
            (Some(sub), Some(kegiatan)) => (Some(kegiatan), sub),
            (Some(sub), None) => (Some(&line.program), sub),
            (None, Some(kegiatan)) => (Some(&line.program), kegiatan),
            (None, None) => (None, &line.program),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{cell, text};
    use super::*;

    fn line(program: &str, kegiatan: &str, sub: &str, pagu: Option<u64>) -> Anggaran {
        Anggaran {
            program: text(1, program),
            kegiatan: Some(text(2, kegiatan)),
            sub_kegiatan: Some(text(3, sub)),
            pagu: pagu.map(|pagu| Located::new(pagu, cell(4))),
            keterangan: Some(text(5, "APBD")),
        }
    }

    fn lines() -> Vec<Anggaran> {
        vec![
            line("P1", "K1", "S1", Some(1_000_000)),
            line("P1", "K1", "S2", Some(500_000)),
            line("P1", "K2", "S3", Some(250)),
            line("P2", "K3", "S4", Some(1)),
        ]
    }

    fn rows(budget: &Budget) -> Vec<(Option<&str>, &str, Option<&str>)> {
        let section = |s: &Section| s.baris.len();
        assert!(budget.bagian.iter().all(|s| section(s) > 0));
        let lines = budget.bagian.iter().flat_map(|s| s.baris.iter().map(move |line| (s.judul.as_deref(), line)));
        lines.map(|(judul, line)| (judul, line.uraian.as_str(), line.jumlah.as_deref())).collect()
    }

    #[test]
    fn each_form_sums_to_its_own_rows_and_all_to_one_total() {
        let program = Budget::new(&lines(), TabelAnggaran::Program).unwrap();
        assert_eq!(rows(&program), [(None, "P1", Some("1.500.250")), (None, "P2", Some("1"))]);
        let kegiatan = Budget::new(&lines(), TabelAnggaran::Kegiatan).unwrap();
        let expected =
            [(Some("P1"), "K1", Some("1.500.000")), (Some("P1"), "K2", Some("250")), (Some("P2"), "K3", Some("1"))];
        assert_eq!(rows(&kegiatan), expected);
        let sub = Budget::new(&lines(), TabelAnggaran::SubKegiatan).unwrap();
        assert_eq!(rows(&sub).len(), 4);
        for budget in [program, kegiatan, sub] {
            assert_eq!(budget.total.as_deref(), Some("1.500.251"));
            assert_eq!(budget.bagian[0].baris[0].keterangan, "APBD");
        }
    }

    #[test]
    fn an_unknown_amount_leaves_its_row_and_the_total_open() {
        let mut lines = lines();
        lines[1].pagu = None;
        let budget = Budget::new(&lines, TabelAnggaran::Kegiatan).unwrap();
        assert_eq!(rows(&budget)[0].2, None);
        assert_eq!(rows(&budget)[1].2, Some("250"));
        assert_eq!(budget.total, None);
    }

    #[test]
    fn no_budget_is_no_table_and_no_amount_is_too_large_to_fail() {
        assert_eq!(Budget::new(&[], TabelAnggaran::Program), None);
        let lines = [line("P", "K", "S", Some(u64::MAX)), line("P", "K", "S", Some(1))];
        assert_eq!(Budget::new(&lines, TabelAnggaran::Program).unwrap().total, None);
    }
}
