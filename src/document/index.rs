//! Who and what belongs to each post, found once for a whole city instead of
//! once for every sheet.

use crate::cascade::{Cascade, Pegawai};

/// Indices into a cascade's lists, by post.
#[derive(Debug, Clone)]
pub(super) struct Index {
    people: Vec<Vec<usize>>,
    money: Vec<Vec<usize>>,
}

impl Index {
    /// Sorts a cascade's people and money by post, in their own order.
    pub fn new(cascade: &Cascade) -> Self {
        let empty = vec![Vec::new(); cascade.jabatan().len()];
        let mut index = Self { people: empty.clone(), money: empty };
        // A cascade has no person and no line whose post does not exist.
        for (number, person) in cascade.pegawai().iter().enumerate() {
            index.people[person.jabatan].push(number);
        }
        for (number, line) in cascade.anggaran().iter().enumerate() {
            index.money[line.jabatan].push(number);
        }
        index
    }

    /// The people on a post.
    pub fn holders<'a>(&self, cascade: &'a Cascade, post: usize) -> impl Iterator<Item = &'a Pegawai> {
        self.people[post].iter().map(|person| &cascade.pegawai()[*person])
    }

    /// The indices of a post's lines of money.
    pub fn money(&self, post: usize) -> &[usize] {
        &self.money[post]
    }
}
