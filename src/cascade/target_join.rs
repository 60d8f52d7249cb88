//! Targets from a list of their own, joined to the indikator of the matrix by
//! cell or by text.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Cascade, Indikator, Jabatan};
use super::near::Near;
use super::nip;
use super::pegawai::{Pegawai, TargetKhusus};
use super::posting::{LISTED, Posting};
use super::roster::{TargetRow, person_key};
use super::status;
use super::words::normal;
use crate::finding::{Finding, rules::targets};
use crate::workbook::place::{Located, Place};

/// The rows that are joined, by the indikator's cell.
pub(super) type Targets<'a> = BTreeMap<Place, &'a TargetRow>;

/// The indikator by their normal text, each with its post.
type ByText<'a> = BTreeMap<String, Vec<(usize, &'a Indikator)>>;

/// Joins rows to indikator; rows of a person go to the person.
pub(super) fn read<'a>(
    posting: &Posting,
    cascade: &Cascade,
    pegawai: &mut [Pegawai],
    rows: &'a [TargetRow],
    findings: &mut Vec<Finding>,
) -> Targets<'a> {
    let mut by_text = ByText::new();
    let mut by_cell: BTreeMap<String, (usize, &Indikator)> = BTreeMap::new();
    for (index, post) in cascade.jabatan().iter().enumerate() {
        for item in post.kelompok.iter().flat_map(|group| &group.indikator) {
            by_text.entry(normal(&item.uraian)).or_default().push((index, item));
            by_cell.insert(item.place.to_string(), (index, item));
        }
    }
    let people = People::new(pegawai);
    let near = Near::by(strsim::sorensen_dice);
    let mut joined = Targets::new();
    for row in rows {
        let written = &row.indikator;
        // The jabatan on the row counts, even where the indikator is unique.
        let named = match posting.by_key(row.kunci.as_deref()) {
            Some(post) => vec![post],
            None => row.jabatan.iter().flat_map(|jabatan| posting.possible(&jabatan.value)).copied().collect(),
        };
        let mut candidates = match by_cell.get(written.value.trim()) {
            Some(hit) => vec![*hit],
            None => by_text.get(&normal(&written.value)).cloned().unwrap_or_default(),
        };
        if candidates.is_empty() {
            findings.push(unknown(posting, &by_text, &near, row, &named));
            continue;
        }
        let mut found = |rule, message: &str, others: Vec<Place>| {
            findings.push(Finding::new(rule, written.place.clone(), message).quote(&written.value).others(others));
        };
        if named.is_empty()
            && let Some(jabatan) = &row.jabatan
        {
            posting.find(jabatan, None, None, findings);
            continue;
        }
        if !named.is_empty() {
            let others = places(&candidates);
            candidates.retain(|(post, _)| named.binary_search(post).is_ok());
            if candidates.is_empty() {
                found(&targets::OTHER_POST, "jabatan pada baris ini tidak punya indikator itu", others);
                continue;
            }
        }
        let owners = match people.owners(row) {
            Ok(owners) => owners,
            Err(message) => {
                found(&targets::OWNER_UNKNOWN, message, places(&candidates));
                continue;
            }
        };
        if candidates.len() > 1 && !owners.is_empty() {
            candidates.retain(|(post, _)| owners.iter().any(|owner| pegawai[*owner].jabatan == *post));
        }
        if candidates.len() > 1
            && let Some(sasaran) = &row.sasaran
        {
            candidates.retain(|(post, item)| measures(&cascade.jabatan()[*post], item, &sasaran.value));
        }
        let [(post, item)] = candidates[..] else {
            found(&targets::INDIKATOR_AMBIGUOUS, "indikator ini ada di beberapa tempat", places(&candidates));
            continue;
        };
        if row.pegawai.is_some() {
            let holders: Vec<usize> = owners.into_iter().filter(|owner| pegawai[*owner].jabatan == post).collect();
            let persons: BTreeSet<String> = holders.iter().map(|holder| person_key(&pegawai[*holder])).collect();
            let Some(holder) = holders.first().map(|holder| &mut pegawai[*holder]) else {
                let message = "pegawai pada baris ini tidak memegang jabatan itu";
                found(&targets::OWNER_UNKNOWN, message, vec![item.place.clone()]);
                continue;
            };
            if persons.len() > 1 {
                let message = "jabatan itu dipegang beberapa pegawai dengan nama ini, dan NIP-nya tidak tertulis";
                found(&targets::OWNER_UNKNOWN, message, vec![item.place.clone()]);
                continue;
            }
            let own = own(item, row);
            match holder.khusus.iter().find(|known| known.indikator == own.indikator) {
                None => holder.khusus.push(own),
                Some(known) if promised(known) == promised(&own) => {}
                Some(_) => {
                    let message = "pegawai ini sudah punya target untuk indikator itu di baris lain";
                    found(&targets::TWICE, message, vec![item.place.clone()]);
                }
            }
        } else if let Some(first) = joined.get(&item.place) {
            let other = *first;
            if says(other) != says(row) {
                found(
                    &targets::TWICE,
                    "indikator ini sudah bertarget di baris lain",
                    // With the target that counts, so that what prints it is a draft.
                    [Some(&other.indikator.place), other.target.as_ref().map(|target| &target.place)]
                        .into_iter()
                        .flatten()
                        .cloned()
                        .collect(),
                );
            }
        } else {
            if let Some((here, there)) = differs(item, row) {
                let message =
                    "daftar target memberi angka atau satuan lain daripada matriks sendiri; yang dipakai dari daftar";
                findings.push(
                    Finding::new(&targets::TWICE, here.place.clone(), message)
                        .quote(&written.value)
                        .others([there.place.clone(), item.place.clone()])
                        .hint("Samakan, atau hapus target yang tidak berlaku."),
                );
            }
            joined.insert(item.place.clone(), row);
        }
    }
    joined
}

/// A row whose indikator is not in the matrix, with the nearest one of the
/// posts that the row names, or of all. Their sheets may lack the target, so
/// the finding names their cells and makes drafts of them.
fn unknown(posting: &Posting, by_text: &ByText, near: &Near, row: &TargetRow, named: &[usize]) -> Finding {
    let written = &row.indikator;
    let message = "indikator ini tidak ada di matriks";
    let finding = Finding::new(&targets::INDIKATOR_UNKNOWN, written.place.clone(), message).quote(&written.value);
    let is_meant = |(post, _): &&(usize, &Indikator)| named.is_empty() || named.contains(post);
    let known: Vec<(&String, &Vec<(usize, &Indikator)>)> =
        by_text.iter().filter(|(_, items)| items.iter().any(|item| is_meant(&item))).collect();
    let names = known.iter().enumerate().map(|(index, (text, _))| (text.as_str(), index));
    match near.best(&normal(&written.value), names) {
        Some(index) => {
            let meant: Vec<(usize, &Indikator)> = known[index].1.iter().filter(is_meant).copied().collect();
            finding.hint(format!("Mungkin maksudnya \"{}\"?", meant[0].1.uraian)).others(places(&meant))
        }
        None => finding.others(posting.places(named)),
    }
}

/// What a row says, as written.
fn says(row: &TargetRow) -> Vec<Option<&str>> {
    written(&row.satuan, &row.target, &row.triwulan)
}

/// What a person promises, as written.
fn promised(own: &TargetKhusus) -> (bool, Vec<Option<&str>>) {
    (own.dikecualikan, written(&own.satuan, &own.target, &own.triwulan))
}

/// A cell that may be empty.
type Text = Option<Located<String>>;

/// Satuan, target and TW I–IV as written.
fn written<'a>(satuan: &'a Text, target: &'a Text, triwulan: &'a Option<Box<[Text; 4]>>) -> Vec<Option<&'a str>> {
    let cells = [satuan, target].into_iter().chain(triwulan.as_deref().into_iter().flatten());
    cells.map(|cell| cell.as_ref().map(|cell| cell.value.trim())).collect()
}

/// The first cell of a row that says something else than the matrix does, and
/// the cell of the matrix.
fn differs<'a>(item: &'a Indikator, row: &'a TargetRow) -> Option<(&'a Located<String>, &'a Located<String>)> {
    let quarters = |cells: &'a Option<Box<[Text; 4]>>, index: usize| cells.as_ref()?[index].as_ref();
    let pairs = [(row.target.as_ref(), item.target.as_ref()), (row.satuan.as_ref(), item.satuan.as_ref())];
    let of_quarters = (0..4).map(|index| (quarters(&row.triwulan, index), quarters(&item.triwulan, index)));
    let plain = |cell: &Located<String>| cell.value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut pairs = pairs.into_iter().chain(of_quarters).filter_map(|(here, there)| here.zip(there));
    pairs.find(|(here, there)| plain(here) != plain(there))
}

/// Whether an indikator measures a sasaran of that text.
fn measures(post: &Jabatan, item: &Indikator, sasaran: &str) -> bool {
    let mut groups = post.kelompok.iter().filter(|group| group.indikator.iter().any(|own| own.place == item.place));
    groups.any(|group| group.sasaran.iter().any(|own| normal(&own.uraian) == normal(sasaran)))
}

/// The cells of some candidates.
fn places(candidates: &[(usize, &Indikator)]) -> Vec<Place> {
    candidates.iter().take(LISTED).map(|(_, item)| item.place.clone()).collect()
}

/// The entries of the pegawai by name and by key.
struct People {
    by_name: BTreeMap<String, Vec<usize>>,
    by_key: BTreeMap<String, Vec<usize>>,
    /// Those whose NIP is known.
    with_nip: BTreeSet<usize>,
    /// The name of each without gelar.
    bare: Vec<String>,
}

/// A name without gelar, capitals and punctuation: lists of targets often leave
/// the gelar out.
fn bare_name(name: &str) -> String {
    let name = name.split(',').next().unwrap_or_default();
    // Before a name a gelar ends with a dot: "Dr. H. …".
    let words = name.split_whitespace().skip_while(|word| word.ends_with('.'));
    normal(&words.collect::<Vec<_>>().join(" "))
}

impl People {
    fn new(pegawai: &[Pegawai]) -> Self {
        let mut people = Self {
            by_name: BTreeMap::new(),
            by_key: BTreeMap::new(),
            with_nip: BTreeSet::new(),
            bare: pegawai.iter().map(|person| bare_name(&person.nama.value)).collect(),
        };
        for (index, person) in pegawai.iter().enumerate() {
            people.by_name.entry(normal(&person.nama.value)).or_default().push(index);
            people.by_key.entry(person_key(person)).or_default().push(index);
            people.with_nip.extend(person.nip.is_some().then_some(index));
        }
        people
    }

    /// The entries of the person that a row names, by NIP or by name; where it
    /// has both, by the NIP, and what is wrong where they are not one person's.
    fn owners(&self, row: &TargetRow) -> Result<Vec<usize>, &'static str> {
        let Some(written) = &row.pegawai else { return Ok(Vec::new()) };
        let of = |entries: &BTreeMap<String, Vec<usize>>, key: &str| entries.get(key).cloned().unwrap_or_default();
        let named = of(&self.by_name, &normal(status::bare_name(&written.value)));
        let Some(nip) = &row.nip else {
            let keyed = of(&self.by_key, &nip::digits(&written.value));
            let owners: BTreeSet<usize> = named.into_iter().chain(keyed).collect();
            return Ok(owners.into_iter().collect());
        };
        let keyed = of(&self.by_key, &nip::digits(&nip.value));
        if keyed.is_empty() {
            // The list of people may know the person by name only.
            let unknown = named.iter().all(|entry| !self.with_nip.contains(entry));
            return if unknown { Ok(named) } else { Err("NIP pada baris ini bukan NIP pegawai itu di daftar pegawai") };
        }
        let own = bare_name(status::bare_name(&written.value));
        if keyed.iter().any(|entry| self.bare[*entry] == own) {
            Ok(keyed)
        } else {
            Err("nama dan NIP pada baris ini milik dua orang yang berbeda di daftar pegawai")
        }
    }
}

fn own(item: &Indikator, row: &TargetRow) -> TargetKhusus {
    let none = row.target.as_ref().is_some_and(|target| matches!(target.value.trim(), "-" | "–"));
    TargetKhusus {
        indikator: item.place.clone(),
        dikecualikan: none,
        satuan: row.satuan.clone(),
        target: row.target.clone().filter(|_| !none),
        triwulan: row.triwulan.clone(),
    }
}

/// Gives an indikator its target; what the matrix itself says stays where the
/// list is silent.
pub(super) fn apply(targets: &Targets, indikator: &mut Indikator) {
    let Some(row) = targets.get(&indikator.place) else { return };
    indikator.satuan = row.satuan.clone().or(indikator.satuan.take());
    indikator.target = row.target.clone().or(indikator.target.take());
    indikator.triwulan = row.triwulan.clone().or(indikator.triwulan.take());
}
