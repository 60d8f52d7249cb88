//! The edition that any office can print today: an overview page of names, and
//! the units on pages of their own in full. A unit that does not fit goes on
//! over several pages, each with the superiors it needs by name.

use super::fill::{Leaf, Units};
use super::furniture::{Furniture, caption, counted};
use super::group::Group;
use super::paper::MOST_ALONE;
use super::search::Subject;
use super::settings::Settings;
use super::sheet::Sheet;
use super::sizes::{Sizes, Wanted};
use super::tree::Tree;

/// The furniture of the overview and of every unit's page.
pub(super) fn furniture(poster: &Furniture, groups: &[Group], instansi: &str, settings: &Settings) -> Vec<Furniture> {
    let small = Furniture { huruf_judul: 14.0, lebar_judul: 340.0, lebar_legenda: 250.0, ..poster.clone() };
    let unit = |group: &Group| Furniture {
        judul: vec![group.name.clone()],
        // As long as the longest that may come; the real one is set later.
        keterangan: unit_caption(instansi, settings, 888, 888),
        bab: true,
        penanda_tangan: None,
        ..small.clone()
    };
    std::iter::once(small.clone()).chain(groups.iter().map(unit)).collect()
}

fn unit_caption(instansi: &str, settings: &Settings, page: usize, pages: usize) -> String {
    let label = &settings.kata.label;
    let pages = format!("{} {page} {} {pages}", label.get("halaman"), label.get("dari"));
    caption(&[instansi.to_owned(), pages], settings)
}

impl Units<'_> {
    /// The pages of one unit.
    pub(super) fn unit(&self, sizes: &Sizes, index: usize) -> Vec<Leaf> {
        self.fill(sizes, Some(index), &self.groups[index].nodes)
    }

    /// Whether a unit is the root alone and the overview has that in full.
    pub(super) fn is_told(&self, overview: &[Leaf], index: usize) -> bool {
        self.groups[index].nodes == [0] && overview[0].subject.cards.contains(&(0, false))
    }

    /// The boxes that pages need.
    pub(super) fn boxes(leaves: &[Leaf]) -> Vec<Wanted> {
        leaves.iter().flat_map(|leaf| leaf.subject.boxes(leaf.choice.width)).collect()
    }

    /// As many levels by name as fit; a head that is a unit by itself stands
    /// there in full, if there is room.
    pub(super) fn overview(&self, sizes: &Sizes) -> Vec<Leaf> {
        let alone = self.groups.first().is_some_and(|group| group.nodes == [0]);
        for full in if alone { &[true, false][..] } else { &[false] } {
            for depth in (self.tree.deepest().min(1)..=self.tree.deepest()).rev() {
                let subject = self.top(depth, *full);
                if self.shown(sizes, None, &subject).is_some() {
                    return vec![self.place(sizes, None, subject, MOST_ALONE)];
                }
            }
        }
        // More units than one page can name: as many pages as it takes.
        let first: Vec<usize> = self.tree.branch(0).into_iter().filter(|&node| self.tree.depth(node) <= 1).collect();
        self.fill(sizes, None, &first)
    }

    /// The levels down to a depth by name, the root in full or by name too.
    fn top(&self, depth: usize, full: bool) -> Subject {
        let shown: Vec<usize> = (0..self.tree.len()).filter(|&node| self.tree.depth(node) <= depth).collect();
        let mut rank = vec![0; self.tree.len()];
        for (index, &node) in shown.iter().enumerate() {
            rank[node] = index;
        }
        let parents: Vec<usize> =
            shown.iter().filter_map(|&node| self.tree.parent(node)).map(|parent| rank[parent]).collect();
        let cards = shown.iter().map(|&node| (node, !(full && node == 0))).collect();
        Subject { tree: Tree::new(&parents), cards, split: true }
    }

    /// The pages as they are drawn; `None` where one cannot hold its contents.
    pub(super) fn sheets(
        &self,
        sizes: &Sizes,
        leaves: &[Leaf],
        furniture: &[Furniture],
        settings: &Settings,
    ) -> Option<Vec<Sheet>> {
        let mut home = vec![None; self.cards.len()];
        for (page, leaf) in leaves.iter().enumerate() {
            for &(card, _) in leaf.subject.cards.iter().filter(|(_, brief)| !brief) {
                home[card] = Some(page + 1);
            }
        }
        let draw = |(page, leaf): (usize, &Leaf)| {
            let (chart, placed) = self.page(sizes, leaf)?;
            let mut around = furniture[leaf.group.map_or(0, |group| group + 1)].clone();
            around.keterangan = unit_caption(self.instansi, settings, page + 1, leaves.len());
            if leaf.group.is_none() {
                let next = settings.kata.label.get("ikhtisar").to_owned();
                around.keterangan = caption(&[counted(self.cards.len(), "jabatan", settings), next], settings);
            }
            let drawn = (&chart, leaf.choice.shape);
            let kata = &settings.kata.label;
            let mut sheet = Sheet::new(&leaf.subject, self.cards, drawn, &placed, &around, self.crossings, kata);
            for (drawn, node) in sheet.kotak.iter_mut().zip(leaf.subject.tree.branch(0)) {
                let Some(note) = &mut drawn.ringkas else { continue };
                drawn.halaman = home[drawn.nomor];
                // On the overview a leaf may stand for a whole branch.
                if leaf.group.is_none() && leaf.subject.tree.children(node).is_empty() {
                    match self.tree.branch(drawn.nomor).len() - 1 {
                        0 => {}
                        below => *note = counted(below, "bawahan", settings),
                    }
                }
            }
            Some(sheet)
        };
        leaves.iter().enumerate().map(draw).collect()
    }
}
