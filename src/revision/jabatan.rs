//! What changed in one jabatan: its name, superior, jenjang, tujuan, sasaran,
//! indikator and their targets, and how these are paired.

use std::collections::BTreeSet;

use super::change::{Change, Side};
use super::goal::{self, Goal, SameIndikator};
use super::kind::Kind;
use super::matching::{Item, Matching, items};
use crate::cascade::{Anggaran, Cascade, Indikator, Jabatan, Kelompok, Sasaran};
use crate::workbook::place::Located;

/// The changes of a jabatan that lives on, in the order of its block; the
/// indikator that live on are noted in `same`.
pub(super) fn changes(
    (old, at_old): (&Cascade, usize),
    (new, at_new): (&Cascade, usize),
    found: &Matching,
    same: &mut SameIndikator,
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
    for (one, other) in ours.iter().zip(&same_indikator).filter_map(|(one, at)| Some((one, theirs[(*at)?]))) {
        changes.extend(goal::changes(Goal::of(one), Goal::of(other), &other.uraian));
        same.0.insert(one.place.clone(), (other.place.clone(), other.uraian.clone()));
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

/// The changes of a jabatan's money: lines that came or went or have another
/// name, another amount, another remark.
pub(super) fn money(old: &[&Anggaran], new: &[&Anggaran]) -> Vec<Change> {
    let text = |line: &&Anggaran| Side::new(&line.uraian.value, &line.uraian.place);
    let mut changes = Vec::new();
    let (ours, theirs) = (money_texts(old, text), money_texts(new, text));
    let found = texts(&mut changes, (Kind::Anggaran, None), &ours, &theirs);
    for (one, other) in old.iter().zip(found).filter_map(|(one, at)| Some((one, new[at?]))) {
        let cells = [
            (Kind::Pagu, Some(&one.pagu), Some(&other.pagu)),
            (Kind::KeteranganAnggaran, one.keterangan.as_ref(), other.keterangan.as_ref()),
        ];
        for (kind, one, cell) in cells {
            if one.map(|cell| &cell.value) != cell.map(|cell| &cell.value) {
                let side = |cell: Option<&Located<String>>| cell.map(|cell| Side::new(&cell.value, &cell.place));
                changes.push(Change::new(kind, side(one), side(cell)).at(&other.uraian.value));
            }
        }
    }
    changes
}

fn money_texts<'a>(lines: &[&'a Anggaran], side: impl Fn(&&'a Anggaran) -> Side) -> Vec<Text<'a>> {
    lines.iter().map(|line| (Item { nomor: None, uraian: &line.uraian.value }, side(line))).collect()
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
