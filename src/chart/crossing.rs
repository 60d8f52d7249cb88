//! Superiors outside the own branch: where the post that signs is not above
//! the jabatan in the cascade, a dashed line joins the two.

use crate::cascade::Cascade;

/// The pairs (bawahan, atasan) whose atasan is not above the bawahan in the
/// cascade. An atasan higher up in the same branch needs no line of its own.
pub(super) fn crossings(cascade: &Cascade) -> Vec<(usize, usize)> {
    let posts = cascade.jabatan();
    let above = |post: usize| std::iter::successors(posts[post].induk, |&next| posts[next].induk);
    posts
        .iter()
        .enumerate()
        .filter(|(_, post)| post.atasan != post.induk)
        .filter_map(|(index, post)| post.atasan.map(|atasan| (index, atasan)))
        .filter(|&(index, atasan)| !above(index).any(|post| post == atasan))
        .collect()
}
