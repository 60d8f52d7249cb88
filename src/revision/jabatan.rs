//! What changed in one jabatan: its name, superior, jenjang, tujuan, sasaran,
//! indikator and their targets, and how these are paired.

use std::collections::BTreeSet;

use super::change::{Change, Side};
use super::kind::{Kind, Triwulan};
use super::matching::{Item, Matching, items};
use crate::cascade::{Cascade, Indikator, Jabatan, Kelompok, Sasaran};
use crate::workbook::place::Located;

/// The changes of a jabatan that lives on, in the order of its block.
pub(super) fn changes(
    (old, at_old): (&Cascade, usize),
    (new, at_new): (&Cascade, usize),
    found: &Matching,
) -> Vec<Change> {
    let (one, other) = (&old.jabatan()[at_old], &new.jabatan()[at_new]);
    let mut changes = Vec::new();
    text(&mut changes, Kind::Nama, (&one.nama, &other.nama), |text, is_new| {
        Side::new(text, if is_new { &other.place } else { &one.place })
    });
    superiors(&mut changes, (old, one), (new, other), found);
    if one.jenjang != other.jenjang {
        let side = |post: &Jabatan| Some(Side::new(post.jenjang.key(), &post.place));
        changes.push(Change::new(Kind::Jenjang, side(one), side(other)));
    }
    let (ours, theirs) = (tujuan(one), tujuan(other));
    texts(&mut changes, (Kind::Tujuan, None), &ours, &theirs);
    let (ours, theirs) = (sasaran(one), sasaran(other));
    let same_sasaran = texts(&mut changes, (Kind::Sasaran, Some(Kind::NomorSasaran)), &ours, &theirs);
    let (ours, theirs) = (indikator(one), indikator(other));
    let (our_texts, their_texts) = (indikator_texts(&ours), indikator_texts(&theirs));
    let indikator_kinds = (Kind::Indikator, Some(Kind::NomorIndikator));
    let same_indikator = texts(&mut changes, indikator_kinds, &our_texts, &their_texts);
    for (ours, theirs) in ours.iter().zip(&same_indikator).filter_map(|(one, other)| Some((one, theirs[(*other)?]))) {
        targets(&mut changes, ours, theirs);
    }
    kelompok(&mut changes, (one, other), &same_sasaran, &same_indikator);
    changes
}

/// A text with the side that it would be.
type Text<'a> = (Item<'a>, Side);

fn tujuan(post: &Jabatan) -> Vec<Text<'_>> {
    let item = |uraian| Item { nomor: None, uraian };
    post.tujuan.iter().map(|t| (item(t.uraian.as_str()), Side::new(&t.uraian, &t.place))).collect()
}

fn sasaran(post: &Jabatan) -> Vec<Text<'_>> {
    let item = |s: &Sasaran| Side::new(&s.uraian, &s.place);
    let all = post.kelompok.iter().flat_map(|kelompok| &kelompok.sasaran);
    all.map(|s| (Item { nomor: s.nomor.as_deref(), uraian: &s.uraian }, item(s))).collect()
}

fn indikator(post: &Jabatan) -> Vec<&Indikator> {
    post.kelompok.iter().flat_map(|kelompok| &kelompok.indikator).collect()
}

fn indikator_texts<'a>(all: &[&'a Indikator]) -> Vec<Text<'a>> {
    let text =
        |i: &&'a Indikator| (Item { nomor: i.nomor.as_deref(), uraian: &i.uraian }, Side::new(&i.uraian, &i.place));
    all.iter().map(text).collect()
}

/// The changes between two lists of texts, those of the new list first, and
/// which of the old ones lives on as which.
fn texts(
    changes: &mut Vec<Change>,
    (kind, nomor): (Kind, Option<Kind>),
    old: &[Text],
    new: &[Text],
) -> Vec<Option<usize>> {
    let found = items(&list(old), &list(new));
    let mut to_old = vec![None; new.len()];
    for (index, counterpart) in found.iter().enumerate() {
        if let Some(counterpart) = counterpart {
            to_old[*counterpart] = Some(index);
        }
    }
    for ((item, side), counterpart) in new.iter().zip(to_old) {
        let Some((before, old_side)) = counterpart.map(|index| &old[index]) else {
            changes.push(Change::new(kind, None, Some(side.clone())));
            continue;
        };
        if before.uraian != item.uraian {
            changes.push(Change::new(kind, Some(old_side.clone()), Some(side.clone())));
        }
        if let Some(nomor) = nomor.filter(|_| before.nomor != item.nomor) {
            let number = |item: &Item, side: &Side| Some(Side { teks: item.nomor?.to_owned(), ..side.clone() });
            changes.push(Change::new(nomor, number(before, old_side), number(item, side)).at(item.uraian));
        }
    }
    for ((_, side), _) in old.iter().zip(&found).filter(|(_, counterpart)| counterpart.is_none()) {
        changes.push(Change::new(kind, Some(side.clone()), None));
    }
    found
}

fn list<'a>(texts: &[Text<'a>]) -> Vec<Item<'a>> {
    texts.iter().map(|(item, _)| *item).collect()
}

fn text(changes: &mut Vec<Change>, kind: Kind, (old, new): (&str, &str), side: impl Fn(&str, bool) -> Side) {
    if old != new {
        changes.push(Change::new(kind, Some(side(old, false)), Some(side(new, true))));
    }
}

/// One change where a jabatan has another superior, two where the one in the
/// cascade and the one who signs differ.
fn superiors(
    changes: &mut Vec<Change>,
    (old, one): (&Cascade, &Jabatan),
    (new, other): (&Cascade, &Jabatan),
    found: &Matching,
) {
    let moved =
        |before: Option<usize>, after: Option<usize>| before.map(|index| found.to_new[index]) != after.map(Some);
    let change = |kind, before: Option<usize>, after: Option<usize>| {
        let side = |cascade: &Cascade, index: Option<usize>| {
            let post = &cascade.jabatan()[index?];
            Some(Side::new(&post.nama, &post.place))
        };
        Change::new(kind, side(old, before), side(new, after))
    };
    let atasan = moved(one.atasan, other.atasan);
    if atasan {
        changes.push(change(Kind::Atasan, one.atasan, other.atasan));
    }
    let together = atasan && one.atasan == one.induk && other.atasan == other.induk;
    if moved(one.induk, other.induk) && !together {
        changes.push(change(Kind::Induk, one.induk, other.induk));
    }
}

fn targets(changes: &mut Vec<Change>, old: &Indikator, new: &Indikator) {
    let mut compare = |kind, old: Option<&Located<String>>, new_cell: Option<&Located<String>>| {
        if old.map(|cell| &cell.value) != new_cell.map(|cell| &cell.value) {
            let side = |cell: Option<&Located<String>>| cell.map(|cell| Side::new(&cell.value, &cell.place));
            changes.push(Change::new(kind, side(old), side(new_cell)).at(&new.uraian));
        }
    };
    compare(Kind::Satuan, old.satuan.as_ref(), new.satuan.as_ref());
    compare(Kind::Target, old.target.as_ref(), new.target.as_ref());
    for (index, triwulan) in Triwulan::ALL.into_iter().enumerate() {
        let quarter = |indikator: &'_ Indikator| indikator.triwulan.as_ref().and_then(|all| all[index].clone());
        compare(Kind::Triwulan(triwulan), quarter(old).as_ref(), quarter(new).as_ref());
    }
}

/// Which sasaran an indikator measures, where both lived before.
fn kelompok(
    changes: &mut Vec<Change>,
    (old, new): (&Jabatan, &Jabatan),
    same_sasaran: &[Option<usize>],
    same_indikator: &[Option<usize>],
) {
    let (ours, theirs) = (partners(&old.kelompok), partners(&new.kelompok));
    let lived_before: BTreeSet<usize> = same_sasaran.iter().flatten().copied().collect();
    let regrouped = ours.iter().zip(same_indikator).any(|(ours, counterpart)| {
        let Some(theirs) = counterpart.map(|index| &theirs[index]) else { return false };
        let ours: BTreeSet<usize> = ours.iter().filter_map(|index| same_sasaran[*index]).collect();
        ours != theirs.intersection(&lived_before).copied().collect()
    });
    if regrouped {
        let side = |post: &Jabatan| Some(Side::new(describe(&post.kelompok), &post.place));
        changes.push(Change::new(Kind::Kelompok, side(old), side(new)));
    }
}

/// For each indikator the sasaran it measures, both counted through the block.
fn partners(kelompok: &[Kelompok]) -> Vec<BTreeSet<usize>> {
    let mut first = 0;
    let mut partners = Vec::new();
    for group in kelompok {
        let sasaran: BTreeSet<usize> = (first..first + group.sasaran.len()).collect();
        first += group.sasaran.len();
        partners.extend(std::iter::repeat_n(sasaran, group.indikator.len()));
    }
    partners
}

/// "2 kelompok: 1 sasaran dengan 2 indikator; 1 sasaran dengan 1 indikator".
fn describe(kelompok: &[Kelompok]) -> String {
    let size = |k: &Kelompok| format!("{} sasaran dengan {} indikator", k.sasaran.len(), k.indikator.len());
    let mut sizes: Vec<String> = kelompok.iter().map(size).collect();
    sizes.dedup();
    match (kelompok.len(), &sizes[..]) {
        (1, [only]) => only.clone(),
        (count, [only]) => format!("{count} kelompok, masing-masing {only}"),
        (count, _) => {
            let all: Vec<String> = kelompok.iter().map(size).collect();
            format!("{count} kelompok: {}", all.join("; "))
        }
    }
}
