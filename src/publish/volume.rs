//! Print volumes: many sheets in one file, in the order in which the office
//! hands them out to be signed, small enough to typeset and to print.
//!
//! This file decides which sheets stand in which volume and in which order.
//! A volume is a file of its own, bound from the sheets' pages; a signed file is
//! never merged.

use std::collections::BTreeMap;

use super::path::parent;

/// Sheets in one volume at most, copies counted. The pages of a volume stand in
/// memory together: alone, one of this many sheets of two pages takes a process
/// to 160 MiB, one of twice as many to 203 (`benches/jilid.rs`), and two are
/// made at once.
pub const MOST: usize = 100;

/// What a sheet is sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The path of its job, `pk/<unit>/<file>.pdf`; its folder is the unit.
    pub path: String,
    /// The place of its jenjang among all, 0 for the highest, and its name.
    pub jenjang: (usize, &'static str),
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
    /// One set of volumes a jenjang.
    Jenjang,
    /// One set of volumes for all.
    All,
}

/// One volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Where it goes, `cetak/per-unit/<unit>, jilid 1 dari 2.pdf`.
    pub path: String,
    /// The name of its set: the unit or the jenjang; empty for all.
    pub name: String,
    /// Its number in the set, counted from 1.
    pub number: usize,
    /// How many volumes the set has.
    pub of: usize,
    /// The indices of its sheets, in signing order.
    pub sheets: Vec<usize>,
}

/// The sheets in signing order: unit, level, name; a unit's place is that of
/// its first sheet in the cascade's order, in which they are given.
pub fn signing_order(sheets: &[Sheet]) -> Vec<usize> {
    order(sheets, &places(sheets))
}

/// Splits the sheets, given in the cascade's order, into volumes in signing
/// order. No volume holds more than `most`, and those of one set are of nearly
/// equal length, so that no stack ends in a volume of three.
pub fn volumes(sheets: &[Sheet], split: Split, most: usize) -> Vec<Volume> {
    let units = places(sheets);
    let mut sets: BTreeMap<usize, (String, Vec<usize>)> = BTreeMap::new();
    for index in order(sheets, &units) {
        let sheet = &sheets[index];
        let (place, name) = match split {
            Split::Unit => (place(&units, sheet), unit(sheet)),
            Split::Jenjang => sheet.jenjang,
            Split::All => (0, ""),
        };
        sets.entry(place).or_insert_with(|| (name.to_owned(), Vec::new())).1.push(index);
    }
    let folder = match split {
        Split::Unit => "cetak/per-unit/",
        Split::Jenjang => "cetak/per-jenjang/",
        Split::All => "cetak/Semua",
    };
    let mut volumes = Vec::new();
    for (name, members) in sets.into_values() {
        let of = members.len().div_ceil(most.max(1));
        let (short, longer) = (members.len() / of, members.len() % of);
        let mut rest = members.as_slice();
        for number in 1..=of {
            let (own, later) = rest.split_at(short + usize::from(number <= longer));
            rest = later;
            let part = if of > 1 { format!(", jilid {number} dari {of}") } else { String::new() };
            let path = format!("{folder}{name}{part}.pdf");
            volumes.push(Volume { path, name: name.clone(), number, of, sheets: own.to_vec() });
        }
    }
    volumes
}

/// The places of the units by their folded names: folders that differ by
/// capitals only are one file on some systems.
fn places(sheets: &[Sheet]) -> BTreeMap<String, usize> {
    let mut units = BTreeMap::new();
    for sheet in sheets {
        let next = units.len();
        units.entry(unit(sheet).to_lowercase()).or_insert(next);
    }
    units
}

fn place(units: &BTreeMap<String, usize>, sheet: &Sheet) -> usize {
    units.get(&unit(sheet).to_lowercase()).copied().unwrap_or_default()
}

fn order(sheets: &[Sheet], units: &BTreeMap<String, usize>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_by_cached_key(|&index| {
        let sheet = &sheets[index];
        (place(units, sheet), sheet.level, sheet.name.to_lowercase(), index)
    });
    order
}

/// The unit's name, already legal as a part of a path.
fn unit(sheet: &Sheet) -> &str {
    parent(&sheet.path).rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(unit: &str, level: u32, name: &str) -> Sheet {
        let jenjang = if level == 1 { (1, "Administrator") } else { (4, "Pelaksana") };
        Sheet { path: format!("pk/{unit}/{name}.pdf"), jenjang, level, name: name.to_owned() }
    }

    fn split(sheets: &[Sheet], split: Split) -> Vec<(String, Vec<usize>)> {
        volumes(sheets, split, MOST).into_iter().map(|volume| (volume.path, volume.sheets)).collect()
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
        let expected = [
            ("cetak/per-unit/Sekretariat.pdf".to_owned(), vec![0, 3, 2]),
            ("cetak/per-unit/Bidang A.pdf".to_owned(), vec![4, 1]),
        ];
        assert_eq!(split(&sheets, Split::Unit), expected);
        let expected = [
            ("cetak/per-jenjang/Administrator.pdf".to_owned(), vec![0, 4]),
            ("cetak/per-jenjang/Pelaksana.pdf".to_owned(), vec![3, 2, 1]),
        ];
        assert_eq!(split(&sheets, Split::Jenjang), expected);
        assert_eq!(split(&sheets, Split::All), [("cetak/Semua.pdf".to_owned(), vec![0, 3, 2, 4, 1])]);
        assert_eq!(signing_order(&sheets), [0, 3, 2, 4, 1]);
    }

    #[test]
    fn units_that_differ_by_capitals_only_share_a_volume() {
        let sheets = [sheet("Bidang A", 1, "M"), sheet("BIDANG A", 1, "K")];
        assert_eq!(split(&sheets, Split::Unit), [("cetak/per-unit/BIDANG A.pdf".to_owned(), vec![1, 0])]);
    }

    #[test]
    fn a_large_unit_is_split_evenly_and_loses_nobody() {
        for count in [0, 1, MOST - 1, MOST, MOST + 1, MOST + 3, 2 * MOST, 1_001] {
            let sheets: Vec<_> = (0..count).map(|n| sheet("U", 3, &format!("{n:04}"))).collect();
            let found = volumes(&sheets, Split::Unit, MOST);
            let all: Vec<_> = found.iter().flat_map(|volume| volume.sheets.clone()).collect();
            assert_eq!(all, (0..count).collect::<Vec<_>>());
            let sizes: Vec<_> = found.iter().map(|volume| volume.sheets.len()).collect();
            let (most, least) = (sizes.iter().max(), sizes.iter().min());
            assert!(sizes.iter().all(|size| (1..=MOST).contains(size)), "{sizes:?}");
            assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "{sizes:?}");
        }
        let sheets: Vec<_> = (0..=MOST).map(|n| sheet("U", 3, &format!("{n:04}"))).collect();
        let last = &volumes(&sheets, Split::Unit, MOST)[1];
        assert_eq!((last.path.as_str(), last.number, last.of), ("cetak/per-unit/U, jilid 2 dari 2.pdf", 2, 2));
        assert_eq!(volumes(&sheets, Split::Unit, MOST / 2).len(), 3);
    }
}
