//! Levels and superiors of a table's blocks, and their order.

use std::collections::BTreeMap;

use super::rows::Built;
use crate::matrix::draft::{Block, LayoutKind, Superior};

/// No cascade is deeper; a chain that is comes from a circle or from malice.
const DEEPEST: u32 = 64;

/// Puts the blocks level by level, superiors named by their new place.
pub(super) fn arrange(built: Vec<Built>, kind: LayoutKind) -> Vec<Block> {
    let levels = match kind {
        LayoutKind::LongTable => built.iter().map(|built| built.group as u32).collect(),
        _ => by_superior(&built),
    };
    let mut order: Vec<usize> = (0..built.len()).collect();
    order.sort_by_key(|index| (levels[*index], *index));
    let mut place = vec![0; built.len()];
    for (rank, index) in order.iter().enumerate() {
        place[*index] = rank;
    }
    let mut built: Vec<Option<Built>> = built.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|index| {
            let Built { mut block, left, atasan, .. } = built[index].take()?;
            block.level = levels[index];
            block.superior = match (left, atasan) {
                (Some((left, true)), _) => Some(Superior::Merged(place[left])),
                (Some((left, false)), _) => Some(Superior::Column(place[left])),
                (None, Some(name)) => Some(Superior::Named(name)),
                (None, None) => None,
            };
            Some(block)
        })
        .collect()
}

/// A flat list's levels: a column that says so, else one below the block that
/// the superior's name means. The nearest block of that name above is meant,
/// since lists put superiors first; a name that nobody has counts as the top's.
fn by_superior(built: &[Built]) -> Vec<u32> {
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, built) in built.iter().enumerate() {
        named.entry(built.block.nama.value.to_lowercase()).or_default().push(index);
    }
    let above: Vec<Option<usize>> = built
        .iter()
        .enumerate()
        .map(|(index, built)| {
            let blocks = named.get(&built.atasan.as_ref()?.value.to_lowercase())?;
            let before = blocks.partition_point(|other| *other < index);
            before
                .checked_sub(1)
                .map(|at| blocks[at])
                .or_else(|| blocks.first().copied())
                .filter(|other| *other != index)
        })
        .collect();
    (0..built.len()).map(|index| built[index].tingkat.unwrap_or_else(|| depth(built, &above, index))).collect()
}

/// Steps up to a block without superior; a circle ends where it closes.
fn depth(built: &[Built], above: &[Option<usize>], index: usize) -> u32 {
    let mut steps = 0;
    let mut at = index;
    while let Some(next) = above[at] {
        steps += 1;
        at = next;
        if let Some(level) = built[at].tingkat {
            return steps + level;
        }
        if at == index || steps == DEEPEST {
            break;
        }
    }
    let named_nobody = above[at].is_none() && built[at].atasan.is_some() && built.len() > 1 && at != 0;
    steps + u32::from(named_nobody)
}
