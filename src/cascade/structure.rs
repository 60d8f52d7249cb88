//! Superiors: from what the sheet says and the office confirmed to one tree.
//!
//! A confirmation counts most, then a cell that names the superior, then a
//! merged span, then the column, which is a draft only. Circles, second
//! roots, jabatan without a superior and superiors on a lower level never get
//! into the tree; each becomes a finding, and the jabatan hangs below the
//! root until the office decides.

use std::collections::BTreeMap;

use super::confirmation::{self, Edge, at_line};
use super::reference::Directory;
use super::settings::Settings;
use crate::finding::{Finding, rules::structure};
use crate::matrix::draft::{Draft, LayoutKind, Superior};
use crate::workbook::place::Place;

/// What a superior rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The root has none.
    Root,
    /// The office confirmed it in `perjakin.toml`.
    Confirmed,
    /// A cell of the sheet names it.
    Named,
    /// It is merged across its subordinates.
    Merged,
    /// It stands above in the column: a draft.
    Column,
    /// Nothing tells it; the root stands in.
    Provisional,
}

/// The tree over the blocks of a draft.
pub(super) struct Structure {
    /// The blocks in the cascade's order: root first, superiors before
    /// subordinates, level by level as in the matrix.
    pub(super) order: Vec<usize>,
    /// The superior of each block.
    pub(super) parents: Vec<Option<usize>>,
    /// What it rests on.
    pub(super) bases: Vec<Basis>,
    /// The level of each block.
    pub(super) levels: Vec<u32>,
}

/// A block's superior while the tree is in the making.
type Link = Option<(usize, Basis)>;

/// Builds the tree; `None` where there is no block. `suggest` gives the block
/// that a block without a superior most likely belongs to.
pub(super) fn build(
    draft: &Draft,
    directory: &Directory,
    settings: &Settings,
    suggest: &dyn Fn(usize) -> Option<usize>,
    findings: &mut Vec<Finding>,
) -> Option<Structure> {
    let headers: Vec<Place> = draft.blocks.iter().map(|block| block.nama.place.clone()).collect();
    let mut work = Work {
        draft,
        directory,
        // In a flat list the rows have no level of their own: it is the depth in the tree.
        banded: draft.layout.kind != LayoutKind::FlatList,
        told: vec![false; headers.len()],
        sheet: Vec::new(),
        links: Vec::new(),
        headers,
        findings,
    };
    work.sheet = (0..draft.blocks.len()).map(|index| work.by_sheet(index)).collect();
    work.links = work.sheet.clone();
    let mut edges = confirmation::read(&settings.struktur, directory, &work.headers, work.findings);
    for (bawahan, edge) in &edges {
        work.links[*bawahan] = Some((edge.atasan, Basis::Confirmed));
    }
    work.break_cycles(&mut edges);
    work.drop_wrong_levels(&edges);
    work.into_tree(suggest)
}

struct Work<'a> {
    draft: &'a Draft,
    directory: &'a Directory,
    headers: Vec<Place>,
    banded: bool,
    /// What the sheet itself says.
    sheet: Vec<Link>,
    /// What counts.
    links: Vec<Link>,
    /// Blocks without a superior for which a finding has told the reason.
    told: Vec<bool>,
    findings: &'a mut Vec<Finding>,
}

impl Work<'_> {
    fn is_above(&self, atasan: usize, bawahan: usize) -> bool {
        let level = |index: usize| self.draft.blocks.get(index).map(|block| block.level);
        level(atasan).is_some() && atasan != bawahan && (!self.banded || level(atasan) < level(bawahan))
    }

    /// What the sheet says of a block's superior.
    fn by_sheet(&mut self, index: usize) -> Link {
        let (atasan, basis) = match self.draft.blocks[index].superior.as_ref()? {
            Superior::Merged(atasan) => (*atasan, Basis::Merged),
            Superior::Column(atasan) => (*atasan, Basis::Column),
            Superior::Stated(atasan) => {
                // Rows of one level may report to each other, the earlier above.
                if self.is_earlier(*atasan, index) {
                    return Some((*atasan, Basis::Named));
                }
                let message = self.not_above(*atasan, index);
                self.findings.push(Finding::new(&structure::NOT_ABOVE, self.headers[index].clone(), message));
                self.told[index] = true;
                return None;
            }
            Superior::Named(name) => match self.directory.resolve_loosely(&name.value) {
                Ok(atasan) if self.is_above(atasan, index) => return Some((atasan, Basis::Named)),
                Ok(atasan) => {
                    let message = self.not_above(atasan, index);
                    let finding = Finding::new(&structure::NOT_ABOVE, self.headers[index].clone(), message);
                    self.findings.push(finding.others([name.place.clone()]));
                    self.told[index] = true;
                    return None;
                }
                Err(error) => {
                    let (rule, message, hint) = confirmation::explain(&name.value, &error);
                    let finding = Finding::new(rule, self.headers[index].clone(), message).hint(hint);
                    self.findings.push(finding.others([name.place.clone()]));
                    self.told[index] = true;
                    return None;
                }
            },
        };
        // The program's own rows may have left their bands, as below.
        let rows = self.draft.layout.kind == LayoutKind::Normal;
        let above = if rows { self.is_earlier(atasan, index) } else { self.is_above(atasan, index) };
        above.then_some((atasan, basis))
    }

    /// Whether a block is on a higher level, or before another on the same.
    fn is_earlier(&self, atasan: usize, bawahan: usize) -> bool {
        let level = |index: usize| self.draft.blocks.get(index).map(|block| (block.level, index));
        level(atasan).is_some() && level(atasan) < level(bawahan)
    }

    fn not_above(&self, atasan: usize, bawahan: usize) -> String {
        let (above, below) = (self.directory.label(atasan), self.directory.label(bawahan));
        if atasan == bawahan {
            return format!("\"{below}\" ditetapkan sebagai atasannya sendiri");
        }
        format!("\"{above}\" tidak berada di atas \"{below}\" pada matriks, jadi tidak dapat menjadi atasannya")
    }

    /// Cuts every circle: its last confirmation is dropped, or, where the
    /// sheet alone makes it, the first of its jabatan loses its superior.
    fn break_cycles(&mut self, edges: &mut BTreeMap<usize, Edge>) {
        loop {
            let cycles = self.cycles();
            if cycles.is_empty() {
                return;
            }
            for cycle in cycles {
                let last = cycle.iter().filter_map(|post| Some((edges.get(post)?.baris, *post))).max();
                let cut = last.map_or(cycle[0], |(_, post)| post);
                let at = cycle.iter().position(|post| *post == cut).unwrap_or_default();
                let path: Vec<usize> = cycle[at..].iter().chain(&cycle[..at]).copied().collect();
                let names = path.iter().chain([&cut]).map(|post| format!("\"{}\"", self.directory.label(*post)));
                let message = format!("atasan melingkar: {}", names.collect::<Vec<_>>().join(" → "));
                let others = path[1..].iter().map(|post| self.headers[*post].clone());
                let mut finding = match edges.remove(&cut) {
                    Some(edge) => {
                        self.links[cut] = self.sheet[cut];
                        at_line(&structure::CYCLE, Some(&self.headers[cut]), edge.baris, message)
                    }
                    None => {
                        self.links[cut] = None;
                        self.sheet[cut] = None;
                        self.told[cut] = true;
                        Finding::new(&structure::CYCLE, self.headers[cut].clone(), message)
                    }
                };
                finding.others.extend(others);
                self.findings.push(finding);
            }
        }
    }

    /// All circles, each from its first block on.
    fn cycles(&self) -> Vec<Vec<usize>> {
        let mut visited = vec![usize::MAX; self.links.len()];
        let mut cycles = Vec::new();
        for start in 0..self.links.len() {
            let mut post = start;
            while visited[post] == usize::MAX {
                visited[post] = start;
                match self.links[post] {
                    Some((next, _)) => post = next,
                    None => break,
                }
            }
            // The walk ran into itself: the circle begins where it did.
            if visited[post] == start && self.links[post].is_some() {
                let mut cycle = vec![post];
                let mut next = self.links[post].map_or(post, |link| link.0);
                while next != post {
                    cycle.push(next);
                    next = self.links[next].map_or(post, |link| link.0);
                }
                cycles.push(cycle);
            }
        }
        cycles
    }

    fn drop_wrong_levels(&mut self, edges: &BTreeMap<usize, Edge>) {
        for (bawahan, edge) in edges {
            if !self.is_above(edge.atasan, *bawahan) {
                let message = self.not_above(edge.atasan, *bawahan);
                let place = Some(&self.headers[*bawahan]);
                self.findings.push(at_line(&structure::NOT_ABOVE, place, edge.baris, message));
                self.links[*bawahan] = self.sheet[*bawahan];
            }
        }
    }

    /// One root; everything without a superior hangs below it.
    fn into_tree(self, suggest: &dyn Fn(usize) -> Option<usize>) -> Option<Structure> {
        let count = self.links.len();
        let level = |index: &usize| self.draft.blocks[*index].level;
        let root =
            (0..count).filter(|index| self.links[*index].is_none()).min_by_key(|index| (level(index), *index))?;
        let mut parents = Vec::with_capacity(count);
        let mut bases = Vec::with_capacity(count);
        for (index, link) in self.links.iter().enumerate() {
            let (parent, basis) = match link {
                Some((parent, basis)) => (Some(*parent), *basis),
                None if index == root => (None, Basis::Root),
                None => {
                    if !self.told[index] {
                        let second = level(&index) == level(&root) && self.banded;
                        let rule = if second { &structure::SECOND_ROOT } else { &structure::ORPHAN };
                        let name = self.directory.label(index);
                        let message = if second {
                            format!("\"{name}\" berdiri di puncak bersama \"{}\"", self.directory.label(root))
                        } else {
                            format!("atasan \"{name}\" tidak diketahui")
                        };
                        let mut finding = Finding::new(rule, self.headers[index].clone(), message);
                        finding.others.extend(second.then(|| self.headers[root].clone()));
                        finding.paste = suggest(index)
                            .filter(|_| !second)
                            .map(|above| confirmation::paste(name, self.directory.label(above)));
                        self.findings.push(finding);
                    }
                    (Some(root), Basis::Provisional)
                }
            };
            parents.push(parent);
            bases.push(basis);
        }
        let depths = depths(&parents);
        let key = |index: usize| if self.banded { level(&index) } else { depths[index] };
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|index| (*index != root, key(*index), *index));
        let shown = |index: usize| if index == root { key(index) } else { key(index).max(key(root) + 1) };
        Some(Structure { order, levels: (0..count).map(shown).collect(), parents, bases })
    }
}

/// The depth of every node of a forest without circles.
fn depths(parents: &[Option<usize>]) -> Vec<u32> {
    let mut depths: Vec<Option<u32>> = vec![None; parents.len()];
    for start in 0..parents.len() {
        let mut path = vec![start];
        while let Some(up) = path.last().and_then(|post| parents[*post]).filter(|up| depths[*up].is_none()) {
            path.push(up);
        }
        while let Some(post) = path.pop() {
            depths[post] = Some(parents[post].and_then(|up| depths[up]).map_or(0, |depth| depth + 1));
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}
