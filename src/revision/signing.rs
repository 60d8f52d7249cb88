//! Who must sign again, who signs for the first time, whose sheet is no longer
//! needed. A sheet belongs to a person on a jabatan and prints both parties,
//! so a change of the superior's holder touches every subordinate's sheet.

use std::collections::BTreeSet;

use super::change::{Change, MustSign, Signer};
use super::goal::SameIndikator;
use super::identity::nip;
use super::kind::Kind;
use super::matching::Matching;
use super::pegawai::{People, Person, value};
use super::{Edition, Same};
use crate::cascade::{Pegawai, Seat, title_case};

/// The reason where the other signature is someone else's.
const OTHER_SECOND_PARTY: &str = "Pihak Kedua berganti";
/// The reason where the superior's jabatan is called something else.
const SECOND_PARTY_POST: &str = "nama jabatan Pihak Kedua";
/// The reason where the superior's name, NIP, pangkat or status changed.
const SECOND_PARTY_DATA: &str = "data Pihak Kedua";
const NEW_POST: &str = "jabatan baru";
const NEW_HOLDER: &str = "pemegang baru";
/// A post whose holder left: the sheet waits for the next one.
const VACANT: &str = "jabatan kosong";
/// The reason where a sheet differs in what is no change of the matrix.
const CONTENT: &str = "isi lembar";
const GONE_POST: &str = "jabatan tidak ada lagi";
const GONE_HOLDER: &str = "tidak lagi memegang jabatan ini";

/// Both editions, what pairs up between them, and what changed.
pub(super) struct Signing<'a> {
    pub(super) old: Edition<'a>,
    pub(super) new: Edition<'a>,
    pub(super) posts: &'a Matching,
    pub(super) people: &'a People,
    pub(super) same: &'a SameIndikator,
    /// Whether two sheets promise the same, where that is known.
    pub(super) known: Option<Same<'a>>,
    /// What concerns every sheet.
    pub(super) umum: &'a [Change],
    /// The changes of each new jabatan, by its index.
    pub(super) jabatan: &'a [Vec<Change>],
}

/// A person on a jabatan of one edition: index of the person, and the row of
/// the roster.
type Holder = (usize, usize);

impl Signing<'_> {
    pub(super) fn must_sign(&self) -> MustSign {
        let before = holders(&self.people.old, self.old);
        let after = holders(&self.people.new, self.new);
        let mut list = MustSign::default();
        for (at, sitting) in after.iter().enumerate() {
            let was = self.posts.to_old[at];
            let mut once: Vec<Holder> = was.map_or_else(Vec::new, |was| before[was].clone());
            for holder in seats(sitting) {
                let row = holder.map(|(_, row)| row);
                // Who has two sheets for one post has each of them once.
                let same = holder.and_then(|(person, _)| {
                    let earlier = self.people.new[person].counterpart?;
                    once.iter().position(|(one, _)| *one == earlier).map(|at| once.remove(at))
                });
                let first_time = match (was, holder) {
                    (None, _) => Some(NEW_POST),
                    (Some(_), Some(_)) if same.is_none() => Some(NEW_HOLDER),
                    (Some(was), None) if !before[was].is_empty() => Some(VACANT),
                    _ => None,
                };
                let (Some(was), None) = (was, first_time) else {
                    let reasons = first_time.into_iter().map(str::to_owned).collect();
                    list.baru.push(signer(self.new, at, row, reasons));
                    continue;
                };
                let rows = holder.zip(same).map(|(new, old)| (old.1, new.1));
                let mut reasons = self.reasons(at, rows);
                reasons.extend(self.second_party((&before, was), (&after, at), rows).map(str::to_owned));
                let seat = |jabatan, pegawai| Seat { jabatan, pegawai };
                let differs = match self.known {
                    Some(same) => !same(seat(was, rows.map(|rows| rows.0)), seat(at, row)),
                    None => !reasons.is_empty(),
                };
                if differs {
                    if reasons.is_empty() {
                        reasons.push(CONTENT.to_owned());
                    }
                    list.ulang.push(signer(self.new, at, row, reasons));
                }
            }
        }
        list.keluar = self.leaving(&before, &after);
        list
    }

    /// Sheets of the old edition that have none to follow them.
    fn leaving(&self, before: &[Vec<Holder>], after: &[Vec<Holder>]) -> Vec<Signer> {
        let mut left = Vec::new();
        for (was, sitting) in before.iter().enumerate() {
            for holder in seats(sitting) {
                let row = holder.map(|(_, row)| row);
                let Some(now) = self.posts.to_new[was] else {
                    left.push(signer(self.old, was, row, vec![GONE_POST.to_owned()]));
                    continue;
                };
                let Some((person, _)) = holder else { continue };
                let later = self.people.old[person].counterpart;
                if !after[now].iter().any(|(other, _)| Some(*other) == later) {
                    left.push(signer(self.old, was, row, vec![GONE_HOLDER.to_owned()]));
                }
            }
        }
        left
    }

    /// What changed of the jabatan and of the holder's own lines.
    fn reasons(&self, at: usize, rows: Option<(usize, usize)>) -> Vec<String> {
        let shared = self.umum.iter().filter(|change| change.kind != Kind::Pimpinan);
        let own = self.jabatan[at].iter().filter(|change| change.kind != Kind::Atasan && is_seen(change));
        let mut seen = BTreeSet::new();
        let labels = shared.chain(own).map(|change| change.kind.label()).filter(|label| seen.insert(*label));
        let mut reasons: Vec<String> = labels.map(str::to_owned).collect();
        if let Some((old, new)) = rows {
            let (old, new) = (&self.old.cascade.pegawai()[old], &self.new.cascade.pegawai()[new]);
            let own = self.same.own_changes(old, new).into_iter().map(|change| change.kind);
            let labels = differences(old, new).chain(own).map(Kind::label).filter(|label| seen.insert(*label));
            reasons.extend(labels.map(str::to_owned));
        }
        reasons
    }

    /// What changed of the superior as the sheet prints it.
    fn second_party(
        &self,
        (before, was): (&[Vec<Holder>], usize),
        (after, at): (&[Vec<Holder>], usize),
        rows: Option<(usize, usize)>,
    ) -> Option<&'static str> {
        let (old, new) = (self.old.cascade, self.new.cascade);
        // What the roster says of a person goes before what the jabatan has.
        let one = rows.and_then(|rows| old.pegawai()[rows.0].atasan).or(old.jabatan()[was].atasan);
        let other = rows.and_then(|rows| new.pegawai()[rows.1].atasan).or(new.jabatan()[at].atasan);
        let (Some(one), Some(other)) = (one, other) else {
            let both_under_head = one == other;
            let same = both_under_head && self.old.pimpinan == self.new.pimpinan;
            return (!same).then_some(OTHER_SECOND_PARTY);
        };
        let (ours, theirs) = (only(&before[one]), only(&after[other]));
        let same_person =
            ours.and_then(|(person, _)| self.people.old[person].counterpart) == theirs.map(|(person, _)| person);
        if self.posts.to_new[one] != Some(other) || ours.is_some() != theirs.is_some() || !same_person {
            return Some(OTHER_SECOND_PARTY);
        }
        if title_case(&old.jabatan()[one].nama) != title_case(&new.jabatan()[other].nama) {
            return Some(SECOND_PARTY_POST);
        }
        let (ours, theirs) = ours.zip(theirs)?;
        let changed = differences(&old.pegawai()[ours.1], &new.pegawai()[theirs.1]).next().is_some();
        changed.then_some(SECOND_PARTY_DATA)
    }
}

/// Whether a sheet shows the change. Sheets write a jabatan in title case
/// however the matrix writes it.
fn is_seen(change: &Change) -> bool {
    let side = |side: &Option<super::change::Side>| side.as_ref().map(|side| title_case(&side.teks));
    change.kind.is_printed() && (change.kind != Kind::Nama || side(&change.semula) != side(&change.menjadi))
}

/// What differs between two rows of a person, of what a sheet prints.
fn differences<'a>(old: &'a Pegawai, new: &'a Pegawai) -> impl Iterator<Item = Kind> + 'a {
    let checks = [
        (Kind::NamaPegawai, old.nama.value.trim() != new.nama.value.trim()),
        (Kind::Nip, nip(old) != nip(new)),
        (Kind::Pangkat, value(&old.pangkat) != value(&new.pangkat)),
        (Kind::Golongan, value(&old.golongan) != value(&new.golongan)),
        (Kind::Status, old.status != new.status),
        (Kind::Sebutan, value(&old.sebutan) != value(&new.sebutan)),
    ];
    checks.into_iter().filter(|(_, differs)| *differs).map(|(kind, _)| kind)
}

/// The holders of each jabatan of an edition.
fn holders(people: &[Person], edition: Edition) -> Vec<Vec<Holder>> {
    let mut holders = vec![Vec::new(); edition.cascade.jabatan().len()];
    for (index, person) in people.iter().enumerate() {
        for row in &person.rows {
            holders[edition.cascade.pegawai()[*row].jabatan].push((index, *row));
        }
    }
    holders
}

/// Every sheet of a jabatan: one a holder, or one without a name.
fn seats(holders: &[Holder]) -> Vec<Option<Holder>> {
    if holders.is_empty() { vec![None] } else { holders.iter().copied().map(Some).collect() }
}

/// The holder whom the subordinates' sheets name: where there is exactly one.
fn only(holders: &[Holder]) -> Option<Holder> {
    match holders {
        [only] => Some(*only),
        _ => None,
    }
}

fn signer(edition: Edition, at: usize, row: Option<usize>, alasan: Vec<String>) -> Signer {
    let post = &edition.cascade.jabatan()[at];
    Signer {
        nama: row.map(|row| edition.cascade.pegawai()[row].nama.value.clone()),
        jabatan: post.nama.clone(),
        id: post.id.0.clone(),
        unit: post.unit.clone(),
        seat: Seat { jabatan: at, pegawai: row },
        alasan,
    }
}
