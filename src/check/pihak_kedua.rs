//! Posts with several holders of whom nothing tells who signs as Pihak Kedua.

use std::collections::BTreeMap;

use super::{Input, dates};
use crate::cascade::{Pegawai, PihakKedua, Seat, pihak_kedua};
use crate::finding::{Finding, rules::people};
use crate::workbook::place::Place;

/// Most holders' cells that a message names.
const NAMED: usize = 6;

/// One finding a post, at those who would sign with it: their sheets stay
/// drafts. The holders' own sheets are right, so their cells stand in the
/// message alone.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let (posts, people) = (input.cascade.jabatan(), input.cascade.pegawai());
    let (tahun, month) = (input.cascade.tahun(), dates::month(input.tanggal));
    let mut holders: Vec<Vec<&Pegawai>> = vec![Vec::new(); posts.len()];
    people.iter().for_each(|person| holders[person.jabatan].push(person));
    let mut below: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for seat in Seat::all(input.cascade) {
        let person = seat.pegawai.map(|person| &people[person]);
        let post = &posts[seat.jabatan];
        let above = person.and_then(|person| person.atasan).or(post.atasan);
        let Some(above) = above.filter(|_| !person.is_some_and(|person| person.kepada_pimpinan)) else { continue };
        if holders[above].len() > 1
            && pihak_kedua(holders[above].clone(), person, tahun, month) == PihakKedua::TidakPasti
        {
            below.entry(above).or_default().push(person.map_or(&post.place, |person| &person.nama.place).clone());
        }
    }
    let finding = |(above, places): (usize, Vec<Place>)| {
        let message = format!(
            "\"{}\" dipegang beberapa orang ({}), dan belum jelas siapa yang menandatangani sebagai Pihak Kedua bagi {} lembar bawahannya",
            posts[above].nama,
            cells(&holders[above]),
            places.len()
        );
        let mut places = places.into_iter();
        places.next().map(|first| Finding::new(&people::SECOND_PARTY_UNCLEAR, first, message).others(places))
    };
    below.into_iter().filter_map(finding).collect()
}

fn cells(holders: &[&Pegawai]) -> String {
    let named = holders.iter().take(NAMED).map(|person| person.nama.place.to_string());
    let rest = holders.len().checked_sub(NAMED).filter(|rest| *rest > 0).map(|rest| format!("dan {rest} sel lain"));
    named.chain(rest).collect::<Vec<_>>().join(", ")
}
