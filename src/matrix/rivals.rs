//! Another sheet that holds a matrix as well: a copy, or one that says
//! something else, and then nobody but the office knows which one counts.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{items, source};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;

/// What there is to tell of a sheet that holds a matrix beside the one in use;
/// `settled` where the office said which one counts.
pub(super) fn finding(other: &Grid, rival: &Draft, used: &Draft, settled: bool) -> Finding {
    let (there, here) = (source(other), used.layout.source.as_str());
    if says_the_same(rival, used) {
        reading::second_copy(&there, here)
    } else if settled {
        reading::matrix_not_chosen(&there, here)
    } else if !other.visible {
        reading::hidden_matrix(&there, here)
    } else {
        let own = used.blocks.first().map(|block| &block.nama.place);
        reading::two_matrices(here, &there, own)
    }
}

/// Whether two matrices have the same jabatan with the same texts, and the same
/// targets where both have any.
fn says_the_same(one: &Draft, other: &Draft) -> bool {
    texts(one) == texts(other) && (!has_targets(one) || !has_targets(other) || targets(one) == targets(other))
}

/// Whether any indikator has a target.
pub(super) fn has_targets(draft: &Draft) -> bool {
    items(draft).any(|item| item.target.is_some())
}

fn texts(draft: &Draft) -> BTreeSet<(&str, &str)> {
    let mut texts = BTreeSet::new();
    for block in &draft.blocks {
        let all = block.tujuan.iter().chain(&block.sasaran).chain(&block.indikator);
        texts.extend(all.map(|item| (block.nama.value.as_str(), item.uraian.as_str())));
    }
    texts
}

/// Indikator with satuan, target and TW I–IV.
fn targets(draft: &Draft) -> BTreeSet<(&str, Vec<Option<&str>>)> {
    items(draft)
        .map(|item| {
            let quarters =
                item.triwulan.as_ref().map_or([const { None }; 4], |quarters| quarters.each_ref().map(Option::as_ref));
            let cells = [item.satuan.as_ref(), item.target.as_ref()].into_iter().chain(quarters);
            (item.uraian.as_str(), cells.map(|cell| cell.map(|cell| cell.value.as_str())).collect())
        })
        .collect()
}
