//! Print volumes: many sheets in one file, in the order in which the office
//! hands them out to be signed, small enough to typeset and to print.
//!
//! This file decides which sheets stand in which volume and in which order.
//! A volume is an untagged PDF of its own, set from the sheets' data: merging
//! finished PDFs would lose their outlines, and a signed file is never merged.

use std::collections::BTreeMap;

use super::edition::SHEETS;
use super::path::parent;

/// People in one volume at most: beyond it a compile takes gigabytes.
pub const MOST: usize = 200;

/// What a sheet is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The path of its job, `pk/<unit>/<file>.pdf`; its folder is the unit.
    pub path: String,
    /// The depth in the cascade, 0 at the top.
    pub level: u32,
    /// The name it is filed under: the holder's, else the jabatan's.
    pub name: String,
}

/// How the sheets are split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// One set of volumes a unit.
    Unit,
    /// One set of volumes a level of the cascade.
    Level,
}

/// One volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Where it goes, `cetak/per-unit/<unit>, jilid 1 dari 2.pdf`.
    pub path: String,
    /// The indices of its sheets, in signing order.
    pub sheets: Vec<usize>,
}

/// Splits the sheets, given in the cascade's order, into volumes in signing
/// order: unit, level, name; a unit's place is that of its first sheet. No
/// volume holds more than [`MOST`] people, and those of one set are of nearly
/// equal length, so that no stack ends in a volume of three.
pub fn volumes(sheets: &[Sheet], split: Split) -> Vec<Volume> {
    let mut units: BTreeMap<&str, usize> = BTreeMap::new();
    for sheet in sheets {
        let next = units.len();
        units.entry(unit(sheet)).or_insert(next);
    }
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_key(|&index| {
        let sheet = &sheets[index];
        (units.get(unit(sheet)), sheet.level, sheet.name.to_lowercase(), index)
    });
    let mut sets: BTreeMap<usize, (String, Vec<usize>)> = BTreeMap::new();
    for index in order {
        let sheet = &sheets[index];
        let (place, name) = match split {
            Split::Unit => (units.get(unit(sheet)).copied().unwrap_or_default(), unit(sheet).to_owned()),
            Split::Level => (sheet.level as usize, format!("Tingkat {}", sheet.level)),
        };
        sets.entry(place).or_insert_with(|| (name, Vec::new())).1.push(index);
    }
    let folder = match split {
        Split::Unit => "cetak/per-unit",
        Split::Level => "cetak/per-tingkat",
    };
    let mut volumes = Vec::new();
    for (name, members) in sets.into_values() {
        let count = members.len().div_ceil(MOST);
        let (short, longer) = (members.len() / count, members.len() % count);
        let mut rest = members.as_slice();
        for number in 1..=count {
            let (own, later) = rest.split_at(short + usize::from(number <= longer));
            rest = later;
            let part = if count > 1 { format!(", jilid {number} dari {count}") } else { String::new() };
            volumes.push(Volume { path: format!("{folder}/{name}{part}.pdf"), sheets: own.to_vec() });
        }
    }
    volumes
}

/// The unit's name, already legal as a part of a path. Units below units keep
/// theirs apart by a dash.
fn unit(sheet: &Sheet) -> &str {
    let folder = parent(&sheet.path);
    folder.strip_prefix(SHEETS).unwrap_or(folder).rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(unit: &str, level: u32, name: &str) -> Sheet {
        Sheet { path: format!("pk/{unit}/{name}.pdf"), level, name: name.to_owned() }
    }

    #[test]
    fn sheets_stand_by_unit_then_level_then_name() {
        let sheets = [
            sheet("Sekretariat", 1, "Z"),
            sheet("Bidang A", 2, "M"),
            sheet("Sekretariat", 2, "b"),
            sheet("Sekretariat", 2, "A"),
            sheet("Bidang A", 1, "K"),
        ];
        let found: Vec<_> = volumes(&sheets, Split::Unit).into_iter().map(|v| (v.path, v.sheets)).collect();
        let expected = [
            ("cetak/per-unit/Sekretariat.pdf".to_owned(), vec![0, 3, 2]),
            ("cetak/per-unit/Bidang A.pdf".to_owned(), vec![4, 1]),
        ];
        assert_eq!(found, expected);
        let found: Vec<_> = volumes(&sheets, Split::Level).into_iter().map(|v| (v.path, v.sheets)).collect();
        let expected = [
            ("cetak/per-tingkat/Tingkat 1.pdf".to_owned(), vec![0, 4]),
            ("cetak/per-tingkat/Tingkat 2.pdf".to_owned(), vec![3, 2, 1]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_large_unit_is_split_evenly_and_loses_nobody() {
        for count in [0, 1, 199, 200, 201, 203, 400, 1_001] {
            let sheets: Vec<_> = (0..count).map(|n| sheet("U", 3, &format!("{n:04}"))).collect();
            let found = volumes(&sheets, Split::Unit);
            let all: Vec<_> = found.iter().flat_map(|volume| volume.sheets.clone()).collect();
            assert_eq!(all, (0..count).collect::<Vec<_>>());
            let sizes: Vec<_> = found.iter().map(|volume| volume.sheets.len()).collect();
            let (most, least) = (sizes.iter().max(), sizes.iter().min());
            assert!(sizes.iter().all(|size| (1..=MOST).contains(size)), "{sizes:?}");
            assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "{sizes:?}");
        }
        let sheets: Vec<_> = (0..201).map(|n| sheet("U", 3, &format!("{n:04}"))).collect();
        assert_eq!(volumes(&sheets, Split::Unit)[1].path, "cetak/per-unit/U, jilid 2 dari 2.pdf");
    }
}
