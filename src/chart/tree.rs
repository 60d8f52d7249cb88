//! Who stands under whom, for the layout: an arena in reading order, every
//! parent before its children. It knows nothing of jabatan.

/// A tree with one root, which is node 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    parent: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    depth: Vec<usize>,
}

impl Tree {
    /// A tree from the parent of every node but the root. Node `n + 1` has the
    /// parent `parents[n]`, which must be at most `n`; a larger one counts as
    /// `n`, so that whatever is given is a tree.
    pub fn new(parents: &[usize]) -> Self {
        let mut tree = Self { parent: vec![None], children: vec![Vec::new()], depth: vec![0] };
        for (above, &parent) in parents.iter().enumerate() {
            let parent = parent.min(above);
            tree.children[parent].push(above + 1);
            tree.depth.push(tree.depth[parent] + 1);
            tree.parent.push(Some(parent));
            tree.children.push(Vec::new());
        }
        tree
    }

    /// The number of nodes, at least 1.
    pub fn len(&self) -> usize {
        self.parent.len()
    }

    /// Always false: there is at least the root.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The parent; `None` for the root.
    pub fn parent(&self, node: usize) -> Option<usize> {
        self.parent[node]
    }

    /// The children from left to right.
    pub fn children(&self, node: usize) -> &[usize] {
        &self.children[node]
    }

    /// The number of steps up to the root.
    pub fn depth(&self, node: usize) -> usize {
        self.depth[node]
    }

    /// The largest depth of all.
    pub fn deepest(&self) -> usize {
        self.depth.iter().copied().max().unwrap_or(0)
    }

    /// A node and all below it, branch by branch from the top: the order in
    /// which a reader goes through them.
    pub fn branch(&self, node: usize) -> Vec<usize> {
        let (mut order, mut open) = (Vec::new(), vec![node]);
        while let Some(next) = open.pop() {
            order.push(next);
            open.extend(self.children[next].iter().rev());
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_branch_is_read_from_the_top_and_from_the_left() {
        let tree = Tree::new(&[0, 0, 1, 1, 2]);
        assert_eq!(tree.branch(0), [0, 1, 3, 4, 2, 5]);
        assert_eq!(tree.branch(1), [1, 3, 4]);
        assert_eq!((tree.depth(5), tree.deepest(), tree.parent(5)), (2, 2, Some(2)));
    }
}
