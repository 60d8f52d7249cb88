//! What changed between two editions of a matrix, and who must sign again.
//!
//! [`compare`] pairs the jabatan, sasaran, indikator and people of two
//! cascades (`matching`, `pegawai`), tells what differs (`jabatan`), down to
//! the word (`words`), and whose sheets print something that differs
//! (`signing`). The result is plain data ([`Revision`]), shown in four ways:
//! on a terminal, as JSON, as a PDF and as a workbook.
//!
//! Rows that moved, sheets of another name and columns in another order are no
//! changes. A NIP is never shown, only that it changed.

mod change;
mod goal;
mod identity;
mod jabatan;
mod json;
mod kind;
mod matching;
mod pegawai;
mod phrase;
mod print;
#[cfg(test)]
mod scale_test;
mod signing;
mod terminal;
#[cfg(test)]
mod tests;
mod words;
mod workbook;

pub use self::change::{Change, Head, JabatanChanges, Keadaan, MustSign, PegawaiChanges, Revision, Side, Signer};
use self::goal::SameIndikator;
pub use self::json::json;
pub use self::kind::{Kind, Triwulan};
use self::matching::Matching;
use self::pegawai::People;
pub use self::print::{PrintSettings, jobs};
use self::signing::Signing;
pub use self::terminal::terminal;
pub use self::words::Kata;
pub use self::workbook::workbook;
use crate::cascade::{Anggaran, Cascade, Seat};

/// The head of region as an edition names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pimpinan<'a> {
    /// "Wali Kota Bekasi".
    pub jabatan: &'a str,
    /// The name; may be empty.
    pub nama: &'a str,
}

/// One edition of a matrix.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The model.
    pub cascade: &'a Cascade,
    /// The head of region, superior of the root; `None` where the root is the
    /// head of region.
    pub pimpinan: Option<Pimpinan<'a>>,
}

/// Tells whether the sheets of two seats, of the old edition and of the new
/// one, promise the same.
pub type Same<'a> = &'a dyn Fn(Seat, Seat) -> bool;

/// Compares two editions. Who must sign follows from what changed.
pub fn compare(old: Edition, new: Edition) -> Revision {
    revise(old, new, None)
}

/// Compares two editions whose sheets are known: exactly those must be signed
/// of which `same` does not hold.
pub fn compare_sheets(old: Edition, new: Edition, same: Same) -> Revision {
    revise(old, new, Some(same))
}

fn revise(old: Edition, new: Edition, known: Option<Same>) -> Revision {
    let posts = matching::jabatan(old.cascade, new.cascade);
    let people = People::new(old.cascade, new.cascade, &posts);
    let umum = general(old, new);
    let (by_post, same) = by_post(old.cascade, new.cascade, &posts);
    let (posts, people) = (&posts, &people);
    let signing = Signing { old, new, posts, people, same: &same, known, umum: &umum, jabatan: &by_post };
    let must_sign = signing.must_sign();
    Revision {
        lama: head(old.cascade),
        baru: head(new.cascade),
        jabatan: grouped(old.cascade, new.cascade, posts, by_post),
        pegawai: people.changes(old.cascade, new.cascade, posts, &same),
        umum,
        must_sign,
    }
}

fn head(cascade: &Cascade) -> Head {
    Head { instansi: cascade.instansi().to_owned(), tahun: cascade.tahun() }
}

/// What the configuration says differently.
fn general(old: Edition, new: Edition) -> Vec<Change> {
    let pimpinan =
        |edition: Edition| edition.pimpinan.map(|head| format!("{} {}", head.jabatan, head.nama).trim().to_owned());
    let texts = [
        (Kind::Instansi, Some(old.cascade.instansi().to_owned()), Some(new.cascade.instansi().to_owned())),
        (Kind::Tahun, Some(old.cascade.tahun().to_string()), Some(new.cascade.tahun().to_string())),
        (Kind::Pimpinan, pimpinan(old), pimpinan(new)),
    ];
    let changed = texts.into_iter().filter(|(_, old, new)| old != new);
    changed.map(|(kind, old, new)| Change::new(kind, old.map(Side::plain), new.map(Side::plain))).collect()
}

/// The changes of every new jabatan, by its index, and the indikator that live
/// on.
fn by_post(old: &Cascade, new: &Cascade, posts: &Matching) -> (Vec<Vec<Change>>, SameIndikator) {
    let mut same = SameIndikator::default();
    let (old_money, new_money) = (money(old), money(new));
    let changes = |(at, was): (usize, &Option<usize>)| match was {
        Some(was) => {
            let mut changes = jabatan::changes((old, *was), (new, at), posts, &mut same);
            changes.extend(jabatan::money(&old_money[*was], &new_money[at]));
            changes
        }
        None => {
            let post = &new.jabatan()[at];
            vec![Change::new(Kind::Jabatan, None, Some(Side::new(&post.nama, &post.place)))]
        }
    };
    (posts.to_old.iter().enumerate().map(changes).collect(), same)
}

/// The lines of money of each jabatan.
fn money(cascade: &Cascade) -> Vec<Vec<&Anggaran>> {
    let mut money = vec![Vec::new(); cascade.jabatan().len()];
    for line in cascade.anggaran() {
        money[line.jabatan].push(line);
    }
    money
}

/// The changes under their jabatan; those that are gone come last.
fn grouped(old: &Cascade, new: &Cascade, posts: &Matching, by_post: Vec<Vec<Change>>) -> Vec<JabatanChanges> {
    let (old_holders, new_holders) = (holders(old), holders(new));
    let group = |cascade: &Cascade, at: usize, holders: &[Vec<String>], keadaan, changes| {
        let post = &cascade.jabatan()[at];
        JabatanChanges {
            id: post.id.0.clone(),
            id_lama: None,
            nama: post.nama.clone(),
            unit: post.unit.clone(),
            pemegang: holders[at].clone(),
            keadaan,
            changes,
        }
    };
    let mut all = Vec::new();
    for (at, changes) in by_post.into_iter().enumerate().filter(|(_, changes)| !changes.is_empty()) {
        let was = posts.to_old[at];
        let keadaan = if was.is_some() { Keadaan::Tetap } else { Keadaan::Baru };
        let id_lama = was.map(|was| old.jabatan()[was].id.0.clone());
        all.push(JabatanChanges { id_lama, ..group(new, at, &new_holders, keadaan, changes) });
    }
    for (was, post) in old.jabatan().iter().enumerate().filter(|(was, _)| posts.to_new[*was].is_none()) {
        let gone = vec![Change::new(Kind::Jabatan, Some(Side::new(&post.nama, &post.place)), None)];
        let id_lama = Some(post.id.0.clone());
        all.push(JabatanChanges { id_lama, ..group(old, was, &old_holders, Keadaan::Hilang, gone) });
    }
    all
}

/// The names of the holders of each jabatan.
fn holders(cascade: &Cascade) -> Vec<Vec<String>> {
    let mut holders = vec![Vec::new(); cascade.jabatan().len()];
    for person in cascade.pegawai() {
        holders[person.jabatan].push(person.nama.value.clone());
    }
    holders
}
