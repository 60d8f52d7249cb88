//! People: who holds and signs what. NIP and pangkat are in
//! `credentials`.
//! Nothing personal is ever quoted; cells say where.

use std::collections::{BTreeMap, BTreeSet};

use super::Input;
use crate::cascade::{Jabatan, Jenjang, Pegawai, StatusJabatan, mentions_status, normal, person_key};
use crate::finding::{Finding, rules::people};

/// Checks every pegawai, and everyone against everyone.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = self_signed(input);
    findings.extend(two_holders(input));
    findings.extend(two_posts(input.cascade.pegawai()));
    findings.extend(not_names(input.cascade.pegawai()));
    findings.extend(status_in_remarks(input.cascade.pegawai()));
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

/// What stands in the place of a name that is still to come.
const NO_NAMES: &[&str] = &["tba", "tbd", "tbc", "plt", "plh", "pj", "nama", "anonim", "dst"];

/// Texts that are printed as a person and are no name of one.
fn not_names(pegawai: &[Pegawai]) -> impl Iterator<Item = Finding> {
    pegawai.iter().filter(|person| !may_be_name(&person.nama.value)).map(|person| {
        Finding::new(&people::NOT_A_NAME, person.nama.place.clone(), "isi kolom nama ini bukan nama orang")
    })
}

/// Whether a text may be a name: two letters that differ, and no word for "not
/// known yet". Dots alone are room for a name by hand.
fn may_be_name(text: &str) -> bool {
    let letters: BTreeSet<char> = text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let dots = !text.chars().any(char::is_alphanumeric);
    dots || (letters.len() > 1 && !NO_NAMES.contains(&&*normal(text)))
}

/// Remarks that speak of a Plt. beside someone who is listed as definitive,
/// and on no other post as acting.
fn status_in_remarks(pegawai: &[Pegawai]) -> Vec<Finding> {
    let is_acting = |person: &&Pegawai| person.status != StatusJabatan::Definitif;
    let acting: BTreeSet<String> = pegawai.iter().filter(is_acting).map(person_key).collect();
    let speaks = |person: &&Pegawai| person.keterangan.as_ref().is_some_and(|remark| mentions_status(&remark.value));
    let unclear = pegawai.iter().filter(speaks).filter(|person| !acting.contains(&person_key(person)));
    let finding = |person: &Pegawai| {
        let remark = person.keterangan.as_ref()?;
        let message = "Keterangan menyebut Plt., Plh. atau Pj., sedangkan orang ini tercetak sebagai pejabat definitif";
        let finding = Finding::new(&people::STATUS_UNCLEAR, remark.place.clone(), message);
        Some(finding.others([person.nama.place.clone()]))
    };
    unclear.filter_map(finding).collect()
}
