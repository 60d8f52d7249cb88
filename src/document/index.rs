//! Who and what belongs to each post, found once for a whole city instead of
//! once for every sheet.

use crate::cascade::{Cascade, Pegawai};

/// Indices into a cascade's lists, by post.
#[derive(Debug, Clone)]
pub(super) struct Index {
    people: ByPost,
    money: ByPost,
}

impl Index {
    /// Sorts a cascade's people and money by post, in their own order.
    pub fn new(cascade: &Cascade) -> Self {
        let posts = cascade.jabatan().len();
        // A cascade has no person and no line whose post does not exist.
        let people = ByPost::new(posts, cascade.pegawai().iter().map(|person| person.jabatan));
        let money = ByPost::new(posts, cascade.anggaran().iter().map(|line| line.jabatan));
        Self { people, money }
    }

    /// The people on a post.
    pub fn holders<'a>(&self, cascade: &'a Cascade, post: usize) -> impl Iterator<Item = &'a Pegawai> {
        self.people.of(post).iter().map(|person| &cascade.pegawai()[*person])
    }

    /// The indices of a post's lines of money.
    pub fn money(&self, post: usize) -> &[usize] {
        self.money.of(post)
    }
}

/// The numbers of a list's members, those of one post side by side: a list a
/// post would take many times the room.
#[derive(Debug, Clone)]
struct ByPost {
    members: Vec<usize>,
    /// Where the members of each post begin, and at last their end.
    starts: Vec<usize>,
}

impl ByPost {
    /// The members of each of `posts` posts, from the post of each member.
    fn new(posts: usize, post_of: impl ExactSizeIterator<Item = usize>) -> Self {
        let mut members: Vec<usize> = (0..post_of.len()).collect();
        let of: Vec<usize> = post_of.collect();
        members.sort_by_key(|member| of[*member]);
        let starts = (0..=posts).map(|post| members.partition_point(|member| of[*member] < post)).collect();
        Self { members, starts }
    }

    fn of(&self, post: usize) -> &[usize] {
        &self.members[self.starts[post]..self.starts[post + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::ByPost;

    #[test]
    fn members_of_a_post_keep_their_order() {
        let by_post = ByPost::new(4, [2, 0, 2, 3, 0].into_iter());
        assert_eq!([0, 1, 2, 3].map(|post| by_post.of(post).to_vec()), [vec![1, 4], vec![], vec![0, 2], vec![3]]);
        assert!(ByPost::new(1, [].into_iter()).of(0).is_empty());
    }
}
