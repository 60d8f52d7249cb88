//! The money table of a sheet: the post's lines of money, down to the level
//! that the form asks for.

use std::collections::BTreeSet;

use serde::Serialize;

use super::form::TabelAnggaran;
use super::format::ribuan;
use crate::cascade::{Anggaran, TingkatAnggaran, number};
use crate::workbook::place::Place;

/// The table for print; amounts are grouped by dots, `null` leaves dotted room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Budget {
    /// The label of the first column, `kolom_program`.
    pub kolom: &'static str,
    /// The rows, under the heading of the level above where there is one.
    pub bagian: Vec<Section>,
    /// The sum of all rows; `null` where one of them is no plain amount.
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
    /// The amount; as written where it is no plain amount.
    pub jumlah: Option<String>,
    /// The remark.
    pub keterangan: String,
}

impl Budget {
    /// The table of a post with these of all `lines`; `None` where it has none.
    ///
    /// Its own lines are its rows, down to the form's level: a line above that
    /// level which has parts of the post's own is only the heading over them,
    /// and the parts of a row are not listed.
    pub(super) fn new(lines: &[Anggaran], own: &[usize], table: TabelAnggaran) -> Option<Self> {
        let deepest = table.tingkat();
        let divided: BTreeSet<usize> = own.iter().filter_map(|line| lines[*line].induk).collect();
        let is_row = |line: usize| {
            own.binary_search(&line).is_ok() && (lines[line].tingkat >= deepest || !divided.contains(&line))
        };
        let mut places = Vec::new();
        let mut bagian: Vec<(Option<usize>, Section)> = Vec::new();
        let mut total = Some(0u64);
        for line in own.iter().filter(|line| is_row(**line)).map(|line| &lines[*line]) {
            let mut above = std::iter::successors(line.induk, |induk| lines[*induk].induk);
            if above.any(is_row) {
                continue;
            }
            places.extend([&line.uraian, &line.pagu].map(|cell| cell.place.clone()));
            places.extend(line.keterangan.as_ref().map(|cell| cell.place.clone()));
            let amount = amount(&line.pagu.value);
            total = total.zip(amount).and_then(|(total, amount)| total.checked_add(amount));
            let written = Some(line.pagu.value.trim().to_owned()).filter(|text| !text.is_empty());
            let row = Line {
                uraian: line.uraian.value.trim().to_owned(),
                jumlah: amount.map(ribuan).or(written),
                keterangan: line.keterangan.as_ref().map(|text| text.value.trim().to_owned()).unwrap_or_default(),
            };
            match bagian.last_mut().filter(|(above, _)| *above == line.induk) {
                Some((_, section)) => section.baris.push(row),
                None => {
                    places.extend(line.induk.map(|induk| lines[induk].uraian.place.clone()));
                    let judul = line.induk.map(|induk| lines[induk].uraian.value.trim().to_owned());
                    bagian.push((line.induk, Section { judul, baris: vec![row] }));
                }
            }
        }
        let bagian: Vec<Section> = bagian.into_iter().map(|(_, section)| section).collect();
        let total = total.map(ribuan);
        (!bagian.is_empty()).then_some(Self { kolom: table.label(), bagian, total, places })
    }
}

impl TabelAnggaran {
    /// The level of its rows.
    const fn tingkat(self) -> TingkatAnggaran {
        match self {
            Self::Program => TingkatAnggaran::Program,
            Self::Kegiatan => TingkatAnggaran::Kegiatan,
            Self::SubKegiatan => TingkatAnggaran::Subkegiatan,
        }
    }
}

/// A plain amount in whole rupiah: "1.250.000", "Rp. 1.250.000,-". Words such
/// as "juta" make it another one, so a text with words is none.
fn amount(written: &str) -> Option<u64> {
    let digits = written.trim().trim_start_matches("Rp");
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-'));
    let value = number(written).filter(|_| plain)?.value;
    // Below 2^53 every whole number is exact.
    (value.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&value)).then_some(value as u64)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::text;
    use super::*;
    use TingkatAnggaran::{Kegiatan, Program, Subkegiatan};

    fn line(jabatan: usize, tingkat: TingkatAnggaran, induk: Option<usize>, uraian: &str, pagu: &str) -> Anggaran {
        let keterangan = Some(text(5, "APBD"));
        Anggaran { jabatan, tingkat, induk, uraian: text(1, uraian), pagu: text(4, pagu), keterangan }
    }

    /// Post 0 answers for the programs, post 1 for kegiatan, post 2 for a part
    /// of one.
    fn lines() -> Vec<Anggaran> {
        vec![
            line(0, Program, None, "P1", "Rp. 1.500.250,-"),
            line(1, Kegiatan, Some(0), "K1", "1500000"),
            line(2, Subkegiatan, Some(1), "S1", "1.500.000"),
            line(1, Kegiatan, Some(0), "K2", "250"),
            line(0, Program, None, "P2", "1"),
            line(1, Kegiatan, Some(4), "K3", "1"),
        ]
    }

    fn own(lines: &[Anggaran], post: usize) -> Vec<usize> {
        (0..lines.len()).filter(|line| lines[*line].jabatan == post).collect()
    }

    fn rows(budget: &Budget) -> Vec<(Option<&str>, &str, Option<&str>)> {
        assert!(budget.bagian.iter().all(|section| !section.baris.is_empty()));
        let lines = budget.bagian.iter().flat_map(|s| s.baris.iter().map(move |line| (s.judul.as_deref(), line)));
        lines.map(|(judul, line)| (judul, line.uraian.as_str(), line.jumlah.as_deref())).collect()
    }

    #[test]
    fn each_post_has_its_own_lines_under_the_line_above() {
        let program = Budget::new(&lines(), &own(&lines(), 0), TabelAnggaran::Program).unwrap();
        assert_eq!(rows(&program), [(None, "P1", Some("1.500.250")), (None, "P2", Some("1"))]);
        assert_eq!(program.total.as_deref(), Some("1.500.251"));
        let kegiatan = Budget::new(&lines(), &own(&lines(), 1), TabelAnggaran::Kegiatan).unwrap();
        let expected =
            [(Some("P1"), "K1", Some("1.500.000")), (Some("P1"), "K2", Some("250")), (Some("P2"), "K3", Some("1"))];
        assert_eq!(rows(&kegiatan), expected);
        assert_eq!(kegiatan.bagian.len(), 2);
        let sub = Budget::new(&lines(), &own(&lines(), 2), TabelAnggaran::SubKegiatan).unwrap();
        assert_eq!(rows(&sub), [(Some("K1"), "S1", Some("1.500.000"))]);
        assert_eq!(Budget::new(&lines(), &own(&lines(), 3), TabelAnggaran::Program), None);
    }

    #[test]
    fn the_form_says_how_deep_a_table_goes_and_nothing_is_counted_twice() {
        let mut lines = lines();
        lines.iter_mut().for_each(|line| line.jabatan = 0);
        for (table, expected) in [
            (TabelAnggaran::Program, &["P1", "P2"][..]),
            (TabelAnggaran::Kegiatan, &["K1", "K2", "K3"]),
            (TabelAnggaran::SubKegiatan, &["S1", "K2", "K3"]),
        ] {
            let budget = Budget::new(&lines, &own(&lines, 0), table).unwrap();
            assert_eq!(rows(&budget).iter().map(|row| row.1).collect::<Vec<_>>(), expected);
            assert_eq!(budget.total.as_deref(), Some("1.500.251"), "{table:?}");
        }
    }

    #[test]
    fn what_is_no_plain_amount_is_printed_as_written_and_leaves_the_total_open() {
        for (written, printed) in
            [("10 juta", Some("10 juta")), ("1.000,5", Some("1.000,5")), ("-5", Some("-5")), ("", None)]
        {
            let lines = [line(0, Program, None, "P", written), line(0, Program, None, "Q", "250")];
            let budget = Budget::new(&lines, &own(&lines, 0), TabelAnggaran::Program).unwrap();
            assert_eq!((rows(&budget)[0].2, rows(&budget)[1].2), (printed, Some("250")));
            assert_eq!(budget.total, None, "{written}");
        }
    }
}
