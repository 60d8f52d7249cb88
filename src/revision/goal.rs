//! Satuan, target and the targets of the quarters: of an indikator, and of a
//! person where the roster's are others than the jabatan's.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Side};
use super::kind::{Kind, Triwulan};
use crate::cascade::{Indikator, Pegawai, TargetKhusus};
use crate::workbook::place::{Located, Place};

type Cell<'a> = Option<&'a Located<String>>;

/// What is to be reached.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Goal<'a> {
    satuan: Cell<'a>,
    target: Cell<'a>,
    triwulan: Option<&'a [Option<Located<String>>; 4]>,
}

impl<'a> Goal<'a> {
    /// The goal of a jabatan.
    pub(super) fn of(indikator: &'a Indikator) -> Self {
        Self {
            satuan: indikator.satuan.as_ref(),
            target: indikator.target.as_ref(),
            triwulan: indikator.triwulan.as_deref(),
        }
    }

    /// The goal of one person, as far as it is their own.
    fn own(khusus: &'a TargetKhusus) -> Self {
        Self { satuan: khusus.satuan.as_ref(), target: khusus.target.as_ref(), triwulan: khusus.triwulan.as_deref() }
    }

    fn cells(self) -> Vec<(Kind, Cell<'a>)> {
        let quarters = Triwulan::ALL.into_iter().enumerate();
        let quarter = |index: usize| self.triwulan.and_then(|all| all[index].as_ref());
        let quarters = quarters.map(|(index, triwulan)| (Kind::Triwulan(triwulan), quarter(index)));
        [(Kind::Satuan, self.satuan), (Kind::Target, self.target)].into_iter().chain(quarters).collect()
    }
}

/// What differs between two goals for the indikator of this text.
pub(super) fn changes(old: Goal, new: Goal, uraian: &str) -> Vec<Change> {
    let both = old.cells().into_iter().zip(new.cells());
    let differing = both.filter(|((_, one), (_, other))| one.map(|cell| &cell.value) != other.map(|cell| &cell.value));
    let side = |cell: Cell| cell.map(|cell| Side::new(&cell.value, &cell.place));
    differing.map(|((kind, one), (_, other))| Change::new(kind, side(one), side(other)).at(uraian)).collect()
}

/// The indikator that live on: from the cell of the old one to that of the new
/// one, with its text.
#[derive(Debug, Default)]
pub(super) struct SameIndikator(pub(super) BTreeMap<Place, (Place, String)>);

impl SameIndikator {
    /// What differs of a person's own targets on a jabatan they keep.
    pub(super) fn own_changes<'a>(&self, old: &'a Pegawai, new: &'a Pegawai) -> Vec<Change> {
        let texts: BTreeMap<&Place, &String> = self.0.values().map(|(place, text)| (place, text)).collect();
        let before: BTreeMap<&Place, &'a TargetKhusus> =
            old.khusus.iter().filter_map(|own| Some((&self.0.get(&own.indikator)?.0, own))).collect();
        let after: BTreeMap<&Place, &'a TargetKhusus> = new.khusus.iter().map(|own| (&own.indikator, own)).collect();
        let places: BTreeSet<&Place> = before.keys().chain(after.keys()).copied().collect();
        let mut changes = Vec::new();
        for place in places {
            // An indikator that is new is a change of the jabatan already.
            let Some(uraian) = texts.get(place) else { continue };
            let (one, other) = (before.get(place), after.get(place));
            let excluded = |own: Option<&&TargetKhusus>| own.is_some_and(|own| own.dikecualikan);
            if excluded(one) != excluded(other) {
                let side = |own| excluded(own).then(|| Side::new(uraian.as_str(), place));
                changes.push(Change::new(Kind::Dikecualikan, side(one), side(other)));
            }
            let goal = |own: Option<&&'a TargetKhusus>| own.map_or_else(Goal::default, |own| Goal::own(own));
            changes.extend(self::changes(goal(one), goal(other), uraian));
        }
        changes
    }
}
