//! Whom a sheet is for, as indices.

use super::model::Cascade;

/// A person on a jabatan, or a jabatan whose holder is not known: whoever has
/// a sheet of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// Index of the jabatan.
    pub jabatan: usize,
    /// Index of the holder among the pegawai.
    pub pegawai: Option<usize>,
}

impl Seat {
    /// Every seat, by jabatan, then by the roster.
    pub fn all(cascade: &Cascade) -> Vec<Self> {
        let mut holders = vec![Vec::new(); cascade.jabatan().len()];
        for (index, person) in cascade.pegawai().iter().enumerate() {
            holders[person.jabatan].push(Some(index));
        }
        let seats = holders.into_iter().enumerate().flat_map(|(jabatan, mut holders)| {
            if holders.is_empty() {
                holders.push(None);
            }
            holders.into_iter().map(move |pegawai| Self { jabatan, pegawai })
        });
        seats.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Pegawai, Settings, build};

    #[test]
    fn every_holder_and_every_jabatan_without_one_has_a_seat() {
        let draft = matrix().post(0, "KEPALA DINAS").post(1, "SEKRETARIS").below(0).draft();
        let built = build(&draft, &Settings::default()).cascade.unwrap();
        let people = ["01", "02"].map(|name| Pegawai::new(text(name, "B2"), 1));
        let cascade = built.with_pegawai(people.to_vec()).unwrap();
        let seats: Vec<_> = Seat::all(&cascade).into_iter().map(|seat| (seat.jabatan, seat.pegawai)).collect();
        assert_eq!(seats, [(0, None), (1, Some(0)), (1, Some(1))]);
    }
}
