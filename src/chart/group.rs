//! Which boxes belong on one page: the units of the cascade, and the part of
//! the tree that a run of boxes needs around it to be understood.

use std::collections::BTreeMap;

use super::content::Card;
use super::search::Subject;
use super::tree::Tree;

/// A unit: a connected part of the cascade whose jabatan name the same unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The unit's name, or its head's where it has none.
    pub name: String,
    /// Its jabatan, branch by branch from the top; the head is the first.
    pub nodes: Vec<usize>,
}

/// All units, in the order of reading.
pub(super) fn groups(tree: &Tree, cards: &[Card]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut member = vec![0; tree.len()];
    for node in tree.branch(0) {
        let above = tree.parent(node).filter(|&parent| cards[parent].unit == cards[node].unit);
        member[node] = match above {
            Some(parent) => member[parent],
            None => {
                let unit = &cards[node].unit;
                let name = if unit.trim().is_empty() { &cards[node].nama } else { unit };
                groups.push(Group { name: name.clone(), nodes: Vec::new() });
                groups.len() - 1
            }
        };
        groups[member[node]].nodes.push(node);
    }
    groups
}

/// A run of boxes with what joins them: their superiors up to the one they
/// share and, where `heads` says so, the heads of the units below them, both by
/// name only. `run` is a stretch of boxes in the order of reading.
pub(super) fn fragment(tree: &Tree, cards: &[Card], run: &[usize], heads: bool) -> Subject {
    let mut shown: BTreeMap<usize, bool> = run.iter().map(|&node| (node, false)).collect();
    let top = run.iter().copied().reduce(|one, other| shared(tree, one, other)).unwrap_or(0);
    for &node in run {
        let mut at = node;
        while at != top {
            let Some(parent) = tree.parent(at) else { break };
            shown.entry(parent).or_insert(true);
            at = parent;
        }
        for &child in tree.children(node) {
            if heads && cards[child].unit != cards[node].unit {
                shown.entry(child).or_insert(true);
            }
        }
    }
    if shown.get(&top) == Some(&false)
        && let Some(parent) = tree.parent(top)
    {
        shown.insert(parent, true);
    }
    // Superiors have smaller numbers, so that the order of numbers is fit for
    // a tree.
    let rank: BTreeMap<usize, usize> = shown.keys().enumerate().map(|(rank, &node)| (node, rank)).collect();
    let parents: Vec<usize> = shown
        .keys()
        .skip(1)
        .map(|&node| tree.parent(node).and_then(|parent| rank.get(&parent)).copied().unwrap_or(0))
        .collect();
    Subject { tree: Tree::new(&parents), cards: shown.into_iter().collect(), split: true }
}

/// The nearest superior of two boxes, which may be one of them.
fn shared(tree: &Tree, mut one: usize, mut other: usize) -> usize {
    while one != other {
        // The deeper one, or the later of two on the same level, goes up.
        if (tree.depth(one), one) < (tree.depth(other), other) {
            (one, other) = (other, one);
        }
        match tree.parent(one) {
            Some(parent) => one = parent,
            None => return one,
        }
    }
    one
}
