//! People in both editions: who is the same, who left, who is new, and what
//! changed of each: name, NIP, pangkat, golongan, the jabatan held and how.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Keadaan, PegawaiChanges, Side};
use super::goal::SameIndikator;
use super::identity::{identity, name, nip};
use super::kind::Kind;
use super::matching::Matching;
use crate::cascade::{Cascade, Pegawai, StatusJabatan};
use crate::workbook::place::Located;

/// A person of one edition: the rows of the roster that are about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// Indices into the cascade's pegawai; at least one.
    pub(super) rows: Vec<usize>,
    /// The person in the other edition, if there.
    pub(super) counterpart: Option<usize>,
}

/// The people of both editions, each in the order of its roster.
#[derive(Debug, Clone)]
pub(super) struct People {
    pub(super) old: Vec<Person>,
    pub(super) new: Vec<Person>,
}

impl People {
    pub(super) fn new(old: &Cascade, new: &Cascade, posts: &Matching) -> Self {
        let mut people = Self { old: persons(old), new: persons(new) };
        people.pair(old, new, nip, |_, _| true);
        // By name alone only where no two sound NIP contradict, unless the
        // person sits on the same jabatan: then it is the NIP that changed.
        let on_same_post = |one: &Pegawai, other: &Pegawai| posts.to_new[one.jabatan] == Some(other.jabatan);
        let by_name = |person: &Pegawai| Some(name(&person.nama.value)).filter(|name| !name.is_empty());
        people.pair(old, new, by_name, on_same_post);
        people.pair(old, new, by_name, |one, other| nip(one).is_none() || nip(other).is_none());
        people
    }

    /// Pairs people of an equal key that `accept` lets be the same.
    fn pair(
        &mut self,
        old: &Cascade,
        new: &Cascade,
        key: impl Fn(&Pegawai) -> Option<String>,
        accept: impl Fn(&Pegawai, &Pegawai) -> bool,
    ) {
        let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, person) in self.new.iter().enumerate().filter(|(_, person)| person.counterpart.is_none()) {
            if let Some(key) = key(&new.pegawai()[person.rows[0]]) {
                waiting.entry(key).or_default().push(index);
            }
        }
        for index in 0..self.old.len() {
            if self.old[index].counterpart.is_some() {
                continue;
            }
            let Some(candidates) = key(&old.pegawai()[self.old[index].rows[0]]).and_then(|key| waiting.get_mut(&key))
            else {
                continue;
            };
            let fits = |candidate: &usize| {
                self.old[index].rows.iter().any(|ours| {
                    let theirs = &self.new[*candidate].rows;
                    theirs.iter().any(|theirs| accept(&old.pegawai()[*ours], &new.pegawai()[*theirs]))
                })
            };
            if let Some(position) = candidates.iter().position(fits) {
                let counterpart = candidates.remove(position);
                self.old[index].counterpart = Some(counterpart);
                self.new[counterpart].counterpart = Some(index);
            }
        }
    }

    /// What changed of each person; those who left come last.
    pub(super) fn changes(
        &self,
        old: &Cascade,
        new: &Cascade,
        posts: &Matching,
        same: &SameIndikator,
    ) -> Vec<PegawaiChanges> {
        let mut all = Vec::new();
        for person in &self.new {
            let (keadaan, changes) = match person.counterpart.map(|index| &self.old[index]) {
                Some(before) => (Keadaan::Tetap, changes(before, person, (old, new), (posts, same))),
                None => (Keadaan::Baru, held(&person.rows, new, |side| (None, Some(side)))),
            };
            all.push((nama(person, new), keadaan, changes));
        }
        for person in self.old.iter().filter(|person| person.counterpart.is_none()) {
            all.push((nama(person, old), Keadaan::Hilang, held(&person.rows, old, |side| (Some(side), None))));
        }
        let changed = all.into_iter().filter(|(_, _, changes)| !changes.is_empty());
        changed.map(|(nama, keadaan, changes)| PegawaiChanges { nama, keadaan, changes }).collect()
    }
}

/// The people of a cascade; several rows of one person are one.
fn persons(cascade: &Cascade) -> Vec<Person> {
    let mut persons: Vec<Person> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (row, pegawai) in cascade.pegawai().iter().enumerate() {
        let next = persons.len();
        let at = *known.entry(identity(pegawai)).or_insert(next);
        if at == next {
            persons.push(Person { rows: Vec::new(), counterpart: None });
        }
        persons[at].rows.push(row);
    }
    persons
}

fn nama(person: &Person, cascade: &Cascade) -> String {
    cascade.pegawai()[person.rows[0]].nama.value.clone()
}

/// One change for every jabatan that a person holds.
fn held(rows: &[usize], cascade: &Cascade, sides: impl Fn(Side) -> (Option<Side>, Option<Side>)) -> Vec<Change> {
    let change = |row: &usize| {
        let (semula, menjadi) = sides(post(*row, cascade));
        Change::new(Kind::Pemegang, semula, menjadi)
    };
    rows.iter().map(change).collect()
}

fn post(row: usize, cascade: &Cascade) -> Side {
    let person = &cascade.pegawai()[row];
    Side::new(&cascade.jabatan()[person.jabatan].nama, &person.nama.place)
}

/// The changes of a person who is in both editions.
fn changes(
    before: &Person,
    after: &Person,
    (old, new): (&Cascade, &Cascade),
    (posts, same): (&Matching, &SameIndikator),
) -> Vec<Change> {
    let (one, other) = (&old.pegawai()[before.rows[0]], &new.pegawai()[after.rows[0]]);
    let mut changes = Vec::new();
    if one.nama.value.trim() != other.nama.value.trim() {
        let side = |person: &Pegawai| Some(Side::new(person.nama.value.trim(), &person.nama.place));
        changes.push(Change::new(Kind::NamaPegawai, side(one), side(other)));
    }
    if nip(one) != nip(other) {
        // The digits hold birth date and sex; that they changed is enough.
        let side = |person: &Pegawai| person.nip.as_ref().map(|cell| Side::new("", &cell.place));
        changes.push(Change::new(Kind::Nip, side(one), side(other)));
    }
    for (kind, before, after) in
        [(Kind::Pangkat, &one.pangkat, &other.pangkat), (Kind::Golongan, &one.golongan, &other.golongan)]
    {
        if value(before) != value(after) {
            let side =
                |cell: &Option<Located<String>>| cell.as_ref().map(|cell| Side::new(cell.value.trim(), &cell.place));
            changes.push(Change::new(kind, side(before), side(after)));
        }
    }
    posts_held(&mut changes, before, after, (old, new), (posts, same));
    changes
}

/// The jabatan that a person left and took up, in pairs as far as they go,
/// and what is different on one that stayed.
fn posts_held(
    changes: &mut Vec<Change>,
    before: &Person,
    after: &Person,
    (old, new): (&Cascade, &Cascade),
    (posts, same): (&Matching, &SameIndikator),
) {
    let mut stayed = BTreeSet::new();
    let mut left = Vec::new();
    for row in &before.rows {
        let one = &old.pegawai()[*row];
        let kept = after.rows.iter().find(|other| {
            !stayed.contains(*other) && posts.to_new[one.jabatan] == Some(new.pegawai()[**other].jabatan)
        });
        match kept {
            Some(kept) => {
                stayed.insert(*kept);
                post_kept(changes, (old, one), (new, &new.pegawai()[*kept]), posts);
                changes.extend(same.own_changes(one, &new.pegawai()[*kept]));
            }
            None => left.push(post(*row, old)),
        }
    }
    let mut left = left.into_iter();
    for row in after.rows.iter().filter(|row| !stayed.contains(*row)) {
        changes.push(Change::new(Kind::Pemegang, left.next(), Some(post(*row, new))));
    }
    changes.extend(left.map(|side| Change::new(Kind::Pemegang, Some(side), None)));
}

/// How a person holds a jabatan that they keep, what it is called for them,
/// and who signs with them.
fn post_kept(
    changes: &mut Vec<Change>,
    (old, one): (&Cascade, &Pegawai),
    (new, other): (&Cascade, &Pegawai),
    posts: &Matching,
) {
    let nama = &new.jabatan()[other.jabatan].nama;
    if one.status != other.status {
        let side = |person: &Pegawai| Some(Side::new(status(person.status), &person.nama.place));
        changes.push(Change::new(Kind::Status, side(one), side(other)).at(nama));
    }
    if value(&one.sebutan) != value(&other.sebutan) {
        let side = |cell: &Option<Located<String>>| cell.as_ref().map(|cell| Side::new(cell.value.trim(), &cell.place));
        changes.push(Change::new(Kind::Sebutan, side(&one.sebutan), side(&other.sebutan)).at(nama));
    }
    if one.atasan.map(|index| posts.to_new[index]) != other.atasan.map(Some) {
        let side = |cascade: &Cascade, person: &Pegawai| {
            Some(Side::new(&cascade.jabatan()[person.atasan?].nama, &person.nama.place))
        };
        changes.push(Change::new(Kind::AtasanPegawai, side(old, one), side(new, other)).at(nama));
    }
}

/// A cell's text as a sheet prints it.
pub(super) fn value(cell: &Option<Located<String>>) -> Option<&str> {
    cell.as_ref().map(|cell| cell.value.trim()).filter(|text| !text.is_empty())
}

/// How a status is written.
const fn status(status: StatusJabatan) -> &'static str {
    match status {
        StatusJabatan::Definitif => "definitif",
        StatusJabatan::Plt => "Plt.",
        StatusJabatan::Plh => "Plh.",
        StatusJabatan::Pj => "Pj.",
    }
}
