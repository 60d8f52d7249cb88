//! Which of a post's holders signs as Pihak Kedua. One holder does; of several
//! the one whom the roster's column Atasan names, else the only one who holds
//! the post when the agreement is made. Nobody is chosen by his place in the
//! list.

use super::masa::{Masa, TahunBulan};
use super::pegawai::Pegawai;
use super::roster::person_key;
use super::words::normal;

/// Who signs for a post as Pihak Kedua.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PihakKedua<'a> {
    /// Nobody holds the post.
    Lowong,
    /// This person.
    Pasti(&'a Pegawai),
    /// Several may be meant.
    TidakPasti,
}

/// Who of the holders of a post signs as Pihak Kedua for `below`, who may be
/// unknown himself. `at` is the month in which the agreement of `tahun` is
/// signed, where it is known.
pub fn pihak_kedua<'a>(
    mut holders: Vec<&'a Pegawai>,
    below: Option<&Pegawai>,
    tahun: u16,
    at: Option<TahunBulan>,
) -> PihakKedua<'a> {
    if holders.is_empty() {
        return PihakKedua::Lowong;
    }
    if let Some(named) = below.and_then(|below| below.pihak_kedua.as_ref()) {
        holders.retain(|person| person.nama.value == named.value);
    }
    if let (Some(at), true) = (at, holders.len() > 1) {
        let month = month_for(below, tahun, at);
        holders.retain(|person| masa(person, tahun).is_none_or(|masa| masa.covers(month)));
    }
    let Some((first, others)) = holders.split_first() else { return PihakKedua::TidakPasti };
    // Two rows of one person are one signatory, unless they differ in what is printed.
    let same = |other: &&Pegawai| {
        let named = normal(&other.nama.value) == normal(&first.nama.value);
        named && other.status == first.status && person_key(other) == person_key(first)
    };
    if others.iter().all(same) { PihakKedua::Pasti(first) } else { PihakKedua::TidakPasti }
}

/// The month that counts: the agreement's, which is signed in December for the
/// year that follows, or the first one of whoever comes later in the year.
fn month_for(below: Option<&Pegawai>, tahun: u16, at: TahunBulan) -> TahunBulan {
    let at = at.max((tahun, 1));
    let own = below.and_then(|below| masa(below, tahun));
    own.filter(|own| !own.covers(at)).map_or(at, Masa::from)
}

fn masa(person: &Pegawai, tahun: u16) -> Option<Masa> {
    Masa::read(&person.masa()?.value, tahun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::StatusJabatan;
    use crate::cascade::testing::text;

    fn person(number: u32, masa: &str) -> Pegawai {
        let cell = |column: char| format!("{column}{}", number + 1);
        Pegawai {
            keterangan: Some(text(masa, &cell('F'))).filter(|masa| !masa.value.is_empty()),
            ..Pegawai::new(text(&format!("Pegawai Contoh 0{number}"), &cell('A')), 0)
        }
    }

    /// The number of the one who signs; 0 where nobody holds the post.
    fn signs(holders: &[Pegawai], below: Option<&Pegawai>, at: Option<TahunBulan>) -> Option<u32> {
        match pihak_kedua(holders.iter().collect(), below, 2026, at) {
            PihakKedua::Lowong => Some(0),
            PihakKedua::Pasti(person) => Some(person.nama.place.pos.row - 1),
            PihakKedua::TidakPasti => None,
        }
    }

    #[test]
    fn of_several_the_one_who_holds_the_post_in_the_month_signs() {
        let handover = [person(1, "Januari s.d. Juni"), person(2, "Juli s.d. Desember 2026")];
        assert_eq!([1, 6, 7].map(|month| signs(&handover, None, Some((2026, month)))), [Some(1), Some(1), Some(2)]);
        assert_eq!(signs(&handover, None, None), None);
        // Signed in December for the year to come.
        assert_eq!(signs(&handover, None, Some((2025, 12))), Some(1));
        // Who comes in July does not promise to the one who left in June.
        let later = person(3, "Juli s.d. Desember");
        assert_eq!(signs(&handover, Some(&later), Some((2026, 1))), Some(2));
        let left = [person(1, "Januari s.d. Juni"), person(2, "")];
        assert_eq!([1, 8].map(|month| signs(&left, None, Some((2026, month)))), [None, Some(2)]);
    }

    #[test]
    fn nobody_is_chosen_where_nothing_tells() {
        let at = Some((2026, 1));
        let mut acting = person(2, "");
        acting.status = StatusJabatan::Plh;
        assert_eq!(signs(&[person(1, ""), person(2, "")], None, at), None);
        assert_eq!(signs(&[person(1, ""), acting], None, at), None);
        assert_eq!((signs(&[], None, at), signs(&[person(1, "Juli s.d. Agustus")], None, at)), (Some(0), Some(1)));
        assert_eq!(signs(&[person(1, ""), person(1, "")], None, at), Some(1));
    }

    #[test]
    fn the_named_one_signs_whatever_his_time() {
        let mut below = person(3, "");
        below.pihak_kedua = Some(text("Pegawai Contoh 02", "G4"));
        let handover = [person(1, "Januari s.d. Juni"), person(2, "Juli s.d. Desember")];
        assert_eq!(signs(&handover, Some(&below), Some((2026, 1))), Some(2));
    }
}
