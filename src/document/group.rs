//! A kelompok as rows of the target table, with the cells it prints.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::cascade::{Indikator, Kelompok, TargetKhusus};
use crate::workbook::place::{Located, Place};

/// A kelompok as rows of the table.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The sasaran, each text once.
    pub sasaran: Vec<String>,
    /// The indikator, a row each.
    pub indikator: Vec<Row>,
    /// The cells that all this comes from.
    #[serde(skip)]
    pub(super) places: Vec<Place>,
}

/// An indikator as a row of the table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Row {
    /// The text; `null` where a sasaran has no indikator.
    pub uraian: Option<String>,
    /// Unit of the target.
    pub satuan: Option<String>,
    /// The year's target; `null` leaves dotted room.
    pub target: Option<String>,
    /// The targets of TW I–IV; `null` leaves dotted room.
    pub triwulan: [Option<String>; 4],
}

impl Group {
    /// A kelompok for print. Its repeated sasaran are printed once, its
    /// indikator all, and a sasaran without indikator has an empty row.
    ///
    /// What the holder promises of his own takes the place of the post's. An
    /// indikator that he does not promise is left out; `None` when nothing of
    /// the kelompok remains. Without a column for the satuan it goes with the
    /// target.
    pub(super) fn new(kelompok: &Kelompok, own: &[TargetKhusus], column: bool) -> Option<Self> {
        let mut seen = BTreeSet::new();
        let texts = kelompok.sasaran.iter().map(|sasaran| sasaran.uraian.as_str());
        let sasaran = texts.filter(|text| seen.insert(*text)).map(str::to_owned).collect();
        let mut places: Vec<Place> = kelompok.sasaran.iter().map(|sasaran| sasaran.place.clone()).collect();
        let mut rows = Vec::new();
        for indikator in &kelompok.indikator {
            let mine = own.iter().find(|mine| mine.indikator == indikator.place);
            if mine.is_some_and(|mine| mine.dikecualikan) {
                continue;
            }
            let mut row = Row::new(indikator, mine, &mut places);
            if let (false, Some(satuan), Some(target)) = (column, &row.satuan, &row.target) {
                row.target = Some(with_unit(target, satuan));
            }
            rows.push(row);
        }
        if rows.is_empty() {
            if !kelompok.indikator.is_empty() {
                return None;
            }
            rows.push(Row::default());
        }
        Some(Self { sasaran, indikator: rows, places })
    }
}

impl Row {
    fn new(indikator: &Indikator, own: Option<&TargetKhusus>, places: &mut Vec<Place>) -> Self {
        let satuan = own.and_then(|own| own.satuan.as_ref()).or(indikator.satuan.as_ref());
        let target = own.and_then(|own| own.target.as_ref()).or(indikator.target.as_ref());
        let triwulan = own.and_then(|own| own.triwulan.as_ref()).or(indikator.triwulan.as_ref());
        let mut text = |cell: Option<&Located<String>>| {
            places.extend(cell.map(|cell| cell.place.clone()));
            cell.map(|cell| cell.value.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let row = Self {
            uraian: Some(indikator.uraian.clone()),
            satuan: text(satuan),
            target: text(target),
            triwulan: triwulan.map(|cells| cells.each_ref().map(|cell| text(cell.as_ref()))).unwrap_or_default(),
        };
        places.push(indikator.place.clone());
        row
    }
}

/// Units that are spoken before their value.
const BEFORE: &[&str] = &["indeks", "kategori", "level", "nilai", "opini", "predikat", "skor"];

/// A target with its unit: "12 Dokumen", "Nilai 85", and as it is where the
/// target names its unit itself ("85 %").
fn with_unit(target: &str, satuan: &str) -> String {
    let unit = satuan.to_lowercase();
    let named =
        target.to_lowercase().contains(&unit) || matches!(unit.as_str(), "persen" | "%") && target.contains('%');
    if named || unit == "-" {
        target.to_owned()
    } else if BEFORE.contains(&unit.as_str()) {
        format!("{satuan} {target}")
    } else {
        format!("{target} {satuan}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{indikator, sasaran, text};
    use super::*;

    #[test]
    fn a_target_goes_with_its_unit_where_that_has_no_column() {
        for (target, satuan, printed) in [
            ("12", "Dokumen", "12 Dokumen"),
            ("85,5", "Nilai", "Nilai 85,5"),
            ("85 %", "Persen", "85 %"),
            ("12 dokumen", "Dokumen", "12 dokumen"),
            ("WTP", "-", "WTP"),
        ] {
            assert_eq!(with_unit(target, satuan), printed);
        }
        let mut measured = indikator(1, "Ukur");
        measured.satuan = Some(text(2, "Dokumen"));
        measured.target = Some(text(3, "12"));
        let kelompok = Kelompok { sasaran: vec![sasaran(4, "Satu")], indikator: vec![measured] };
        let target = |column| Group::new(&kelompok, &[], column).unwrap().indikator[0].target.clone();
        assert_eq!((target(true).unwrap(), target(false).unwrap()), ("12".to_owned(), "12 Dokumen".to_owned()));
    }

    #[test]
    fn a_holder_s_own_indikator_and_targets_take_the_place_of_the_post_s() {
        let mut first = indikator(1, "Ukur satu");
        first.target = Some(text(10, "100"));
        let kelompok = Kelompok { sasaran: vec![sasaran(4, "Satu")], indikator: vec![first, indikator(2, "Ukur dua")] };
        let own = |row: u32, target: Option<&str>, dikecualikan| TargetKhusus {
            indikator: super::super::fixture::cell(row),
            dikecualikan,
            satuan: None,
            target: target.map(|target| text(20, target)),
            triwulan: None,
        };
        let group = Group::new(&kelompok, &[own(1, Some("40"), false), own(2, None, true)], true).unwrap();
        assert_eq!(group.indikator.len(), 1);
        assert_eq!(group.indikator[0].target.as_deref(), Some("40"));
        let rows: Vec<u32> = group.places.iter().map(|place| place.pos.row).collect();
        assert_eq!(rows, [4, 20, 1], "the post's own target, row 10, is not printed");
        let group = Group::new(&kelompok, &[own(1, None, false)], true).unwrap();
        assert_eq!(group.indikator[0].target.as_deref(), Some("100"));
        assert_eq!(group.indikator.len(), 2);
        assert!(Group::new(&kelompok, &[own(1, None, true), own(2, None, true)], true).is_none());
    }
}
