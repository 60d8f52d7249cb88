//! Van der Ploeg's tidy tree for nodes of different sizes ("Drawing
//! non-layered tidy trees in linear time", 2014): every parent over the middle
//! of its children, subtrees as close as their outlines allow, the room
//! between unequal neighbours shared out evenly; linear time.
//!
//! The heights are given here, for the caller has aligned the levels in bands;
//! only the horizontal positions are looked for. Since a parent always stands
//! before its children in the arena, both walks are plain loops and a deep
//! tree cannot exhaust the stack.

/// One node as the algorithm sees it.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    /// The children from left to right; each index is larger than the own one.
    pub children: Vec<usize>,
    /// Width in pt, the distance to the right neighbour included.
    pub width: f64,
    /// Where the node ends below, in pt from the top of the drawing.
    pub bottom: f64,
    /// How far right of the node's left edge its middle is, in pt: what stands
    /// over the middle of the children, and what its own parent looks at.
    pub anchor: f64,
}

/// What the algorithm keeps for a node; names as in the paper.
#[derive(Debug, Clone, Default)]
struct Work {
    prelim: f64,
    modifier: f64,
    shift: f64,
    change: f64,
    left_thread: Option<usize>,
    right_thread: Option<usize>,
    extreme_left: usize,
    extreme_right: usize,
    modsum_left: f64,
    modsum_right: f64,
}

/// The left siblings that can still be met from the right, nearest first.
type Skyline = Vec<(f64, usize)>;

struct Walk<'a> {
    nodes: &'a [Node],
    work: Vec<Work>,
}

/// The left edge of every node in pt; the leftmost is 0. The first node is the
/// root.
pub(super) fn positions(nodes: &[Node]) -> Vec<f64> {
    let mut walk = Walk { nodes, work: vec![Work::default(); nodes.len()] };
    for node in (0..nodes.len()).rev() {
        walk.first(node);
    }
    let mut left = vec![0.0; nodes.len()];
    let mut modsum = vec![0.0; nodes.len()];
    for node in 0..nodes.len() {
        modsum[node] += walk.work[node].modifier;
        left[node] = walk.work[node].prelim + modsum[node];
        walk.share_spacing(node);
        for &child in &nodes[node].children {
            modsum[child] = modsum[node];
        }
    }
    let least = left.iter().copied().fold(f64::INFINITY, f64::min);
    left.iter().map(|x| x - least).collect()
}

impl Walk<'_> {
    /// Puts the children side by side and the node over them.
    fn first(&mut self, node: usize) {
        let children = &self.nodes[node].children;
        let (Some(&first), Some(&last)) = (children.first(), children.last()) else {
            self.work[node].extreme_left = node;
            self.work[node].extreme_right = node;
            return;
        };
        let mut skyline: Skyline = vec![(self.bottom(self.work[first].extreme_left), 0)];
        for (place, &child) in children.iter().enumerate().skip(1) {
            let lowest = self.bottom(self.work[child].extreme_right);
            self.separate(node, place, &mut skyline);
            while skyline.last().is_some_and(|(low, _)| lowest >= *low) {
                skyline.pop();
            }
            skyline.push((lowest, place));
        }
        let middle = |child: usize| {
            let work = &self.work[child];
            work.prelim + work.modifier + self.nodes[child].anchor
        };
        self.work[node].prelim = f64::midpoint(middle(first), middle(last)) - self.nodes[node].anchor;
        self.work[node].extreme_left = self.work[first].extreme_left;
        self.work[node].modsum_left = self.work[first].modsum_left;
        self.work[node].extreme_right = self.work[last].extreme_right;
        self.work[node].modsum_right = self.work[last].modsum_right;
    }

    /// Moves the child at `place` right until its left outline is clear of the
    /// right outline of the siblings before it.
    fn separate(&mut self, node: usize, place: usize, skyline: &mut Skyline) {
        let children = &self.nodes[node].children;
        let (mut right, mut left) = (Some(children[place - 1]), Some(children[place]));
        let mut right_sum = self.work[children[place - 1]].modifier;
        let mut left_sum = self.work[children[place]].modifier;
        let mut nearest = skyline.len() - 1;
        while let (Some(sr), Some(cl)) = (right, left) {
            while nearest > 0 && self.bottom(sr) > skyline[nearest].0 {
                nearest -= 1;
            }
            let overlap = (right_sum + self.work[sr].prelim + self.nodes[sr].width) - (left_sum + self.work[cl].prelim);
            if overlap > 0.0 {
                left_sum += overlap;
                self.move_subtree(node, place, skyline[nearest].1, overlap);
            }
            let (below_right, below_left) = (self.bottom(sr), self.bottom(cl));
            if below_right <= below_left {
                right = self.next_right(sr);
                right_sum += right.map_or(0.0, |next| self.work[next].modifier);
            }
            if below_right >= below_left {
                left = self.next_left(cl);
                left_sum += left.map_or(0.0, |next| self.work[next].modifier);
            }
        }
        match (right, left) {
            (None, Some(cl)) => self.thread_left(node, place, cl, left_sum),
            (Some(sr), None) => self.thread_right(node, place, sr, right_sum),
            _ => {}
        }
    }

    fn move_subtree(&mut self, node: usize, place: usize, from: usize, distance: f64) {
        let children = &self.nodes[node].children;
        let moved = &mut self.work[children[place]];
        moved.modifier += distance;
        moved.modsum_left += distance;
        moved.modsum_right += distance;
        if from + 1 < place {
            let between = (place - from) as f64;
            self.work[children[from + 1]].shift += distance / between;
            self.work[children[place]].shift -= distance / between;
            self.work[children[place]].change -= distance - distance / between;
        }
    }

    fn share_spacing(&mut self, node: usize) {
        let (mut shift, mut moved) = (0.0, 0.0);
        for &child in &self.nodes[node].children {
            let work = &mut self.work[child];
            shift += work.shift;
            moved += shift + work.change;
            work.modifier += moved;
        }
    }

    fn thread_left(&mut self, node: usize, place: usize, to: usize, modsum: f64) {
        let children = &self.nodes[node].children;
        let (first, here) = (children[0], children[place]);
        let lowest = self.work[first].extreme_left;
        let difference = (modsum - self.work[to].modifier) - self.work[first].modsum_left;
        self.work[lowest].left_thread = Some(to);
        self.work[lowest].modifier += difference;
        self.work[lowest].prelim -= difference;
        self.work[first].extreme_left = self.work[here].extreme_left;
        self.work[first].modsum_left = self.work[here].modsum_left;
    }

    fn thread_right(&mut self, node: usize, place: usize, to: usize, modsum: f64) {
        let children = &self.nodes[node].children;
        let (before, here) = (children[place - 1], children[place]);
        let lowest = self.work[here].extreme_right;
        let difference = (modsum - self.work[to].modifier) - self.work[here].modsum_right;
        self.work[lowest].right_thread = Some(to);
        self.work[lowest].modifier += difference;
        self.work[lowest].prelim -= difference;
        self.work[here].extreme_right = self.work[before].extreme_right;
        self.work[here].modsum_right = self.work[before].modsum_right;
    }

    fn next_left(&self, node: usize) -> Option<usize> {
        self.nodes[node].children.first().copied().or(self.work[node].left_thread)
    }

    fn next_right(&self, node: usize) -> Option<usize> {
        self.nodes[node].children.last().copied().or(self.work[node].right_thread)
    }

    fn bottom(&self, node: usize) -> f64 {
        self.nodes[node].bottom
    }
}
