//! Which unit a cell of the matrix belongs to, so that findings can be handed
//! out unit by unit.

use std::collections::BTreeMap;

use crate::cascade::Cascade;
use crate::finding::Finding;
use crate::workbook::place::Place;

/// Cells of a cascade by unit.
#[derive(Debug, Default)]
pub struct Units {
    by_cell: BTreeMap<Place, String>,
}

impl Units {
    /// All cells of headers, tujuan, sasaran, indikator and people.
    pub fn new(cascade: &Cascade) -> Self {
        let mut by_cell = BTreeMap::new();
        for (index, post) in cascade.jabatan().iter().enumerate() {
            let groups = post.kelompok.iter();
            let items = groups.flat_map(|group| {
                let sasaran = group.sasaran.iter().map(|item| &item.place);
                sasaran.chain(group.indikator.iter().map(|item| &item.place))
            });
            let people = cascade.pemegang(index).flat_map(|person| {
                let cells =
                    [Some(&person.nama), person.nip.as_ref(), person.pangkat.as_ref(), person.golongan.as_ref()];
                cells.into_iter().flatten().map(|cell| &cell.place)
            });
            let tujuan = post.tujuan.iter().map(|item| &item.place);
            for place in std::iter::once(&post.place).chain(tujuan).chain(items).chain(people) {
                by_cell.insert(place.clone(), post.unit.clone());
            }
        }
        Self { by_cell }
    }

    /// The unit of a finding's cell; empty for what belongs to no unit.
    pub fn of(&self, finding: &Finding) -> &str {
        finding.places().find_map(|place| self.by_cell.get(place)).map_or("", String::as_str)
    }
}
