//! Dividing a unit's boxes over pages. No more pages are used than it takes,
//! and they are filled about evenly: a new page begins with a new branch where
//! there is a choice, and the last one is not left with a box or two.

use std::ops::ControlFlow;

use super::content::Card;
use super::group::{Group, fragment};
use super::layout::Layout;
use super::page::{Page, compose, fit, lengthened, room};
use super::paper::{FLOOR, MOST_ALONE, MOST_UNIT, readable};
use super::search::{Choice, Subject};
use super::sizes::{COMPARED, Pieces, Sizes, Wanted};
use super::tree::Tree;

/// The part of a page that boxes usually cover; where the search begins.
const USUAL: f64 = 0.5;

/// How much fuller than all on average a page may be, tried one by one.
const UNEVEN: &[f64] = &[1.0, 1.05, 1.1, 1.2, 1.3, 1.45];

/// A page may end before it is full, down to this part, if a branch ends there.
const EARLIEST: f64 = 0.7;

/// The part of the height left over that goes above the chart: its middle is
/// then a little above the page's, where the eye looks for it.
const ABOVE: f64 = 0.4;

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

impl Units<'_> {
    /// Pages with a unit's boxes, or those of the overview, in the order of
    /// reading.
    pub(super) fn fill(&self, sizes: &Sizes, group: Option<usize>, nodes: &[usize]) -> Vec<Leaf> {
        let fullest = self.divided(sizes, group, nodes, |rest| rest.len());
        let weight = |node: usize| sizes.get(Wanted { card: node, width: COMPARED, brief: group.is_none() }).h;
        let average = nodes.iter().map(|&node| weight(node)).sum::<f64>() / fullest.len() as f64;
        let even = UNEVEN.iter().filter(|_| fullest.len() > 1).find_map(|uneven| {
            let most = average * uneven;
            let parts = self.divided(sizes, group, nodes, |rest| self.good_end(rest, most, weight));
            (parts.len() == fullest.len()).then_some(parts)
        });
        let mut parts = even.unwrap_or(fullest);
        self.level(sizes, group, nodes, &mut parts, weight);
        let most = if parts.len() > 1 { MOST_UNIT } else { MOST_ALONE };
        let mut rest = nodes;
        let mut leaves = Vec::new();
        for count in parts {
            let (run, later) = rest.split_at(count);
            leaves.push(self.run(sizes, group, run, most));
            rest = later;
        }
        leaves
    }

    /// Moves boxes from the end of a page to the next one as long as the next
    /// one is the emptier of the two even then.
    fn level(
        &self,
        sizes: &Sizes,
        group: Option<usize>,
        nodes: &[usize],
        parts: &mut [usize],
        weight: impl Fn(usize) -> f64,
    ) {
        let heavy = |run: &[usize]| run.iter().map(|&node| weight(node)).sum::<f64>();
        // What one page gives can make room on the page before it.
        for _ in 1..parts.len() {
            for page in (1..parts.len()).rev() {
                let start: usize = parts[..page - 1].iter().sum();
                while parts[page - 1] > 1 {
                    let border = start + parts[page - 1] - 1;
                    let end = border + 1 + parts[page];
                    let (before, after) = (&nodes[start..border], &nodes[border..end]);
                    if heavy(before) < heavy(after) || !self.holds(sizes, group, after) {
                        break;
                    }
                    parts[page - 1] -= 1;
                    parts[page] += 1;
                }
            }
        }
    }

    /// How many boxes each page gets, if every page takes as many as are
    /// readable on it, but at most what `most` says of the boxes left.
    fn divided(
        &self,
        sizes: &Sizes,
        group: Option<usize>,
        nodes: &[usize],
        most: impl Fn(&[usize]) -> usize,
    ) -> Vec<usize> {
        let mut rest = nodes;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let count = self.longest(sizes, group, &rest[..most(rest)]);
            parts.push(count);
            rest = &rest[count..];
        }
        parts
    }

    /// Where a page that may hold boxes of the given weight ends best: before
    /// the box that stands highest in the cascade.
    fn good_end(&self, rest: &[usize], most: f64, weight: impl Fn(usize) -> f64) -> usize {
        let mut sum = 0.0;
        let held = rest.iter().take_while(|&&node| {
            sum += weight(node);
            sum <= most
        });
        let held = held.count().max(1);
        if held == rest.len() {
            return held;
        }
        let earliest = ((held as f64 * EARLIEST).ceil() as usize).max(1);
        let depth = |&end: &usize| (self.tree.depth(rest[end]), held - end);
        (earliest..=held).min_by_key(depth).unwrap_or(held)
    }

    /// How many of the boxes are readable on one page, from the first; at
    /// least one. The search begins at what usually fits.
    fn longest(&self, sizes: &Sizes, group: Option<usize>, rest: &[usize]) -> usize {
        let (mut good, mut bad) = (0, rest.len() + 1);
        let mut next = self.usual(sizes, rest);
        let mut step = 1;
        while bad - good > 1 {
            if self.holds(sizes, group, &rest[..next]) {
                good = next
            } else {
                bad = next
            }
            next = match (good, bad) {
                (0, bad) => bad.saturating_sub(step).max(1),
                (good, bad) if bad > rest.len() => (good + step).min(rest.len()),
                (good, bad) => usize::midpoint(good, bad),
            };
            step *= 2;
        }
        good.max(1)
    }

    /// About how many boxes a page usually holds, at least one.
    fn usual(&self, sizes: &Sizes, rest: &[usize]) -> usize {
        let area = self.area() * USUAL;
        let mut covered = 0.0;
        let held = rest.iter().take_while(|&&node| {
            let size = sizes.get(Wanted { card: node, width: COMPARED, brief: false });
            covered += size.w * size.h;
            covered <= area
        });
        held.count().max(1)
    }

    /// Whether a run of boxes is readable on one page.
    fn holds(&self, sizes: &Sizes, group: Option<usize>, run: &[usize]) -> bool {
        self.shown(sizes, group, &self.subject(group, run, false)).is_some()
    }

    /// A way in which a subject is readable on one page, if there is one. Only
    /// every other one is tried: a page that could just have held one box more
    /// is no loss.
    pub(super) fn shown(&self, sizes: &Sizes, group: Option<usize>, subject: &Subject) -> Option<Choice> {
        let (w, h) = self.paper;
        let inner = room(self.paper);
        let mut found = None;
        subject.every_way(sizes, self.area(), 2, |choice, chart| {
            if chart.width * FLOOR <= inner.0 && chart.height * FLOOR <= inner.1 {
                let page = compose(&chart, self.pieces(sizes, group), FLOOR, w);
                found = (page.w <= w + 1e-6 && page.h <= h + 1e-6).then_some(choice);
            }
            if found.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }

    /// A page with a run of boxes, at a scale of at most `most`; the units below
    /// are named if there is room.
    fn run(&self, sizes: &Sizes, group: Option<usize>, run: &[usize], most: f64) -> Leaf {
        let named = self.subject(group, run, group.is_some());
        let bare = self.subject(group, run, false);
        let more = named.cards.len() > bare.cards.len();
        let leaf = self.place(sizes, group, named, most);
        if more && !readable(leaf.scale) { self.place(sizes, group, bare, most) } else { leaf }
    }

    /// A run of boxes with what joins them; all by name on the overview.
    fn subject(&self, group: Option<usize>, run: &[usize], heads: bool) -> Subject {
        let mut subject = fragment(self.tree, self.cards, run, heads);
        if group.is_none() {
            subject.cards.iter_mut().for_each(|(_, brief)| *brief = true);
        }
        subject
    }

    /// The best page for a subject, at a scale of at most `most`. Type larger
    /// than usual is no reason to choose a layout: it only fills what is left.
    pub(super) fn place(&self, sizes: &Sizes, group: Option<usize>, subject: Subject, most: f64) -> Leaf {
        let (w, h) = room(self.paper);
        let rough = |width: f64, height: f64| (w / width).min(h / height).min(MOST_UNIT);
        let mut tried = subject.tried(sizes, self.area());
        if tried.is_empty() {
            tried = subject.tried(sizes, f64::INFINITY);
        }
        let scale = |choice: &Choice, least: f64, most: f64| {
            let chart = subject.layout(sizes, *choice);
            Some(fit(&chart, self.pieces(sizes, group), self.paper, (least, most))?.scale)
        };
        // First among what can be read, and only then what comes near it.
        let mut choice = subject.best(&tried, rough, |choice, least| scale(choice, least.max(FLOOR), MOST_UNIT));
        if scale(&choice, FLOOR, MOST_UNIT).is_none() {
            choice = self.shown(sizes, group, &subject).unwrap_or(choice);
        }
        let scale = scale(&choice, 0.0, most).unwrap_or(0.0);
        Leaf { group, subject, choice, scale }
    }

    /// A page with everything in its place; `None` where it cannot hold it.
    pub(super) fn page(&self, sizes: &Sizes, leaf: &Leaf) -> Option<(Layout, Page)> {
        let chart = leaf.subject.layout(sizes, leaf.choice);
        let page = fit(&chart, self.pieces(sizes, leaf.group), self.paper, (leaf.scale, leaf.scale))?;
        Some((chart, lengthened(page, self.paper.1, ABOVE)))
    }

    /// The largest area in pt², in natural size, that boxes may cover on a page.
    fn area(&self) -> f64 {
        let (w, h) = room(self.paper);
        w * h / (FLOOR * FLOOR)
    }

    fn pieces<'s>(&self, sizes: &'s Sizes, group: Option<usize>) -> &'s Pieces {
        &sizes.furniture[self.furniture + group.map_or(0, |group| group + 1)]
    }
}
