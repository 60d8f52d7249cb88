//! People: who holds and signs what. NIP and pangkat are in
//! `credentials`.
//! Nothing personal is ever quoted; cells say where.

use std::collections::BTreeMap;

use super::Input;
use crate::cascade::{Jabatan, Jenjang, Pegawai, StatusJabatan, person_key};
use crate::finding::{Finding, rules::people};

/// Checks every pegawai, and everyone against everyone.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = self_signed(input);
    findings.extend(two_holders(input));
    findings.extend(two_posts(input.cascade.pegawai()));
    findings
}

/// Whoever would promise to himself.
fn self_signed(input: &Input) -> Vec<Finding> {
    let posts = input.cascade.jabatan();
    let mut holders: BTreeMap<usize, Vec<(String, &Pegawai)>> = BTreeMap::new();
    for person in input.cascade.pegawai() {
        holders.entry(person.jabatan).or_default().push((person_key(person), person));
    }
    let mut findings = Vec::new();
    for person in input.cascade.pegawai().iter().filter(|person| !person.kepada_pimpinan) {
        let Some(atasan) = person.atasan.or(posts[person.jabatan].atasan) else { continue };
        let key = person_key(person);
        let twin = holders.get(&atasan).and_then(|above| above.iter().find(|(other, _)| *other == key));
        if let Some((_, twin)) = twin {
            let message = format!(
                "pemegang \"{}\" juga memegang \"{}\", atasannya",
                posts[person.jabatan].nama, posts[atasan].nama
            );
            let finding = Finding::new(&people::SELF_SIGNED, person.nama.place.clone(), message);
            findings.push(finding.others([twin.nama.place.clone()]));
        }
    }
    findings
}

fn is_single(post: &Jabatan) -> bool {
    matches!(post.jenjang, Jenjang::Jpt | Jenjang::Administrator | Jenjang::Pengawas)
}

/// Whether a person holds the post definitively and all the year; whoever
/// moves within the year has successors and further posts by right.
fn holds_all_year(person: &Pegawai) -> bool {
    person.status == StatusJabatan::Definitif && person.masa().is_none()
}

/// Posts of heads with more than one definitive holder.
fn two_holders(input: &Input) -> Vec<Finding> {
    let posts = input.cascade.jabatan();
    let mut first: BTreeMap<usize, &Pegawai> = BTreeMap::new();
    let mut findings = Vec::new();
    for person in input.cascade.pegawai().iter().filter(|person| holds_all_year(person)) {
        let post = &posts[person.jabatan];
        let holder = first.entry(person.jabatan).or_insert(person);
        if is_single(post) && person_key(holder) != person_key(person) {
            let message = format!("\"{}\" punya lebih dari satu pemegang definitif", post.nama);
            let finding = Finding::new(&people::TWO_HOLDERS, person.nama.place.clone(), message);
            findings.push(finding.others([holder.nama.place.clone()]));
        }
    }
    findings
}

/// People with more than one definitive post.
fn two_posts(pegawai: &[Pegawai]) -> Vec<Finding> {
    let mut first: BTreeMap<String, &Pegawai> = BTreeMap::new();
    let mut findings = Vec::new();
    for person in pegawai.iter().filter(|person| holds_all_year(person) && person.nip.is_some()) {
        let other = first.entry(person_key(person)).or_insert(person);
        if other.jabatan != person.jabatan {
            let message = "orang ini tercatat definitif pada dua jabatan";
            let finding = Finding::new(&people::TWO_POSTS, person.nama.place.clone(), message);
            findings.push(finding.others([other.nama.place.clone()]));
        }
    }
    findings
}
