//! The edition that any office can print today: an overview page of names, and
//! the units on pages of their own in full. A unit that does not fit goes on
//! over several pages, each with the superiors it needs by name.

use super::content::Card;
use super::furniture::{Furniture, caption};
use super::group::{Group, fragment};
use super::layout::Layout;
use super::page::{Page, fit, room};
use super::paper::{MOST_UNIT, readable};
use super::search::{Choice, Subject};
use super::settings::Settings;
use super::sheet::Sheet;
use super::sizes::{Pieces, Sizes, Wanted};
use super::tree::Tree;

/// A page to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// The unit's index; `None` for the overview.
    pub group: Option<usize>,
    /// What is on it.
    pub subject: Subject,
    /// How it is laid out.
    pub choice: Choice,
    /// The scale at which it fits; 0 if it does not.
    pub scale: f64,
}

/// What the pages are made from.
pub(super) struct Units<'a> {
    pub tree: &'a Tree,
    pub cards: &'a [Card],
    pub groups: &'a [Group],
    pub instansi: &'a str,
    pub crossings: &'a [(usize, usize)],
    /// The page's size in pt.
    pub paper: (f64, f64),
    /// Index of the overview's furniture; those of the units follow.
    pub furniture: usize,
}

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
    caption(&[instansi.to_owned(), format!("Halaman {page} dari {pages}")], settings)
}

impl Units<'_> {
    /// All pages, the overview first.
    pub(super) fn leaves(&self, sizes: &Sizes) -> Vec<Leaf> {
        let mut leaves = self.overview(sizes);
        let root_is_told = leaves[0].subject.cards.contains(&(0, false));
        for (index, group) in self.groups.iter().enumerate() {
            if !(root_is_told && group.nodes == [0]) {
                self.fill(sizes, Some(index), &group.nodes, &mut leaves);
            }
        }
        leaves
    }

    /// The boxes that pages need.
    pub(super) fn boxes(leaves: &[Leaf]) -> Vec<Wanted> {
        leaves.iter().flat_map(|leaf| leaf.subject.boxes(leaf.choice.width)).collect()
    }

    /// As many levels by name as fit; a head that is a unit by itself stands
    /// there in full, if there is room.
    fn overview(&self, sizes: &Sizes) -> Vec<Leaf> {
        let alone = self.groups.first().is_some_and(|group| group.nodes == [0]);
        for full in if alone { &[true, false][..] } else { &[false] } {
            for depth in (1..=self.tree.deepest()).rev() {
                let leaf = self.place(sizes, None, self.top(depth, *full));
                if readable(leaf.scale) {
                    return vec![leaf];
                }
            }
        }
        // More units than one page can name: as many pages as it takes.
        let mut leaves = Vec::new();
        let first: Vec<usize> = self.tree.branch(0).into_iter().filter(|&node| self.tree.depth(node) <= 1).collect();
        self.fill(sizes, None, &first, &mut leaves);
        leaves
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

    /// Fills pages with a unit's boxes, or those of the overview, in the order
    /// of reading.
    fn fill(&self, sizes: &Sizes, group: Option<usize>, nodes: &[usize], leaves: &mut Vec<Leaf>) {
        let mut rest = nodes;
        while !rest.is_empty() {
            let (taken, leaf) = self.longest(sizes, group, rest);
            leaves.push(leaf);
            rest = &rest[taken..];
        }
    }

    /// A page with a run of boxes; the units below are named if there is room.
    fn run(&self, sizes: &Sizes, group: Option<usize>, run: &[usize]) -> Leaf {
        let mut subject = fragment(self.tree, self.cards, run, group.is_some());
        if group.is_none() {
            subject.cards.iter_mut().for_each(|(_, brief)| *brief = true);
        }
        let more = subject.cards.len();
        let leaf = self.place(sizes, group, subject);
        let bare = fragment(self.tree, self.cards, run, false);
        if readable(leaf.scale) || bare.cards.len() == more { leaf } else { self.place(sizes, group, bare) }
    }

    /// The longest beginning that is readable on one page; at least one box.
    fn longest(&self, sizes: &Sizes, group: Option<usize>, rest: &[usize]) -> (usize, Leaf) {
        let place = |count: usize| self.run(sizes, group, &rest[..count]);
        let mut good = (1, place(1));
        if !readable(good.1.scale) {
            return good;
        }
        // Doubling, then halving: a page holds a few boxes, a unit many.
        let (mut step, mut bad) = (1, rest.len() + 1);
        while good.0 < rest.len() && bad > rest.len() {
            let count = (good.0 + step).min(rest.len());
            let leaf = place(count);
            if readable(leaf.scale) {
                good = (count, leaf);
                step *= 2;
            } else {
                bad = count;
            }
        }
        while bad <= rest.len() && good.0 + 1 < bad {
            let count = usize::midpoint(good.0, bad);
            let leaf = place(count);
            if readable(leaf.scale) { good = (count, leaf) } else { bad = count }
        }
        good
    }

    fn place(&self, sizes: &Sizes, group: Option<usize>, subject: Subject) -> Leaf {
        let (w, h) = room(self.paper);
        let rough = |width: f64, height: f64| (w / width).min(h / height).min(MOST_UNIT);
        let scale = |choice: &Choice| self.page(sizes, group, &subject, *choice).map_or(0.0, |(_, page)| page.scale);
        let choice = subject.best(&subject.tried(sizes), rough, scale);
        let scale = scale(&choice);
        Leaf { group, subject, choice, scale }
    }

    fn page(&self, sizes: &Sizes, group: Option<usize>, subject: &Subject, choice: Choice) -> Option<(Layout, Page)> {
        let chart = subject.layout(sizes, choice);
        let page = fit(&chart, self.pieces(sizes, group), self.paper, MOST_UNIT)?;
        Some((chart, page))
    }

    fn pieces<'s>(&self, sizes: &'s Sizes, group: Option<usize>) -> &'s Pieces {
        &sizes.furniture[self.furniture + group.map_or(0, |group| group + 1)]
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
            let (chart, placed) = self.page(sizes, leaf.group, &leaf.subject, leaf.choice)?;
            let mut around = furniture[leaf.group.map_or(0, |group| group + 1)].clone();
            around.keterangan = unit_caption(self.instansi, settings, page + 1, leaves.len());
            if leaf.group.is_none() {
                around.keterangan = caption(
                    &[format!("{} jabatan", self.cards.len()), "Ikhtisar; isi lengkap di halaman berikut".into()],
                    settings,
                );
            }
            let mut sheet =
                Sheet::new(&leaf.subject, self.cards, (&chart, leaf.choice.shape), &placed, &around, self.crossings);
            for (drawn, node) in sheet.kotak.iter_mut().zip(leaf.subject.tree.branch(0)) {
                let Some(note) = &mut drawn.ringkas else { continue };
                drawn.halaman = home[drawn.nomor];
                // On the overview a leaf may stand for a whole branch.
                if leaf.group.is_none() && leaf.subject.tree.children(node).is_empty() {
                    match self.tree.branch(drawn.nomor).len() - 1 {
                        0 => {}
                        below => *note = format!("{below} jabatan di bawahnya"),
                    }
                }
            }
            Some(sheet)
        };
        leaves.iter().enumerate().map(draw).collect()
    }
}
