//! Who holds which post, and who signs for each as Pihak Kedua: the rows of a
//! roster put on the posts of a cascade.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::model::Cascade;
use super::pangkat;
use super::pegawai::{Pegawai, StatusJabatan};
use super::posting::Posting;
use super::roster::{Roster, RosterRow, person_key};
use super::staffing;
use super::status;
use super::words::normal;
use crate::finding::{Finding, rules::people};
use crate::workbook::place::{Located, Place};

/// Everyone whose post is known, once a post, with the foot's signatory where
/// the roster names no head.
pub(super) fn read(posting: &Posting, cascade: &Cascade, roster: &Roster, findings: &mut Vec<Finding>) -> Vec<Pegawai> {
    let rows: Vec<Cow<RosterRow>> = roster.pegawai.iter().map(|row| status::settled(row, findings)).collect();
    let office = Office::new(posting, cascade, &rows, &roster.pimpinan, findings);
    let mut first: BTreeMap<(String, usize, String), Place> = BTreeMap::new();
    let mut pegawai = Vec::with_capacity(office.posted.len());
    for (row, post) in &office.posted {
        let person = office.person(row, *post, findings);
        let place = person.nama.place.clone();
        // Whoever comes back within the year holds the post twice by right.
        let masa = person.masa().map(|masa| masa.value.clone()).unwrap_or_default();
        match first.entry((person_key(&person), *post, masa)) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                pegawai.push(person);
            }
            Entry::Occupied(entry) => {
                let finding = Finding::new(&people::TWICE, place, "orang ini tercatat dua kali pada jabatan yang sama");
                findings.push(finding.others([entry.get().clone()]));
            }
        }
    }
    // A head who left may still stand in the foot.
    if !roster.lowong.iter().any(|jabatan| posting.possible(&jabatan.value).contains(&0)) {
        add_signatory(cascade, &mut pegawai, findings);
    }
    pegawai
}

/// The foot's signatory is the same person as in the roster, with less known;
/// without a roster's entry he holds the top post.
fn add_signatory(cascade: &Cascade, pegawai: &mut Vec<Pegawai>, findings: &mut Vec<Finding>) {
    let mut heads = pegawai.iter().filter(|person| person.jabatan == 0).peekable();
    if heads.peek().is_none() {
        pegawai.splice(0..0, cascade.pegawai().iter().cloned());
        return;
    }
    let names: Vec<String> = heads.map(|person| normal(&person.nama.value)).collect();
    for signatory in cascade.pegawai().iter().filter(|foot| !names.contains(&normal(&foot.nama.value))) {
        let message = "penanda tangan di kaki matriks bukan pemegang jabatan puncak di daftar pegawai";
        let heads = pegawai.iter().filter(|person| person.jabatan == 0).map(|person| person.nama.place.clone());
        findings.push(Finding::new(&people::OTHER_HEAD, signatory.nama.place.clone(), message).others(heads));
    }
}

/// The rows that have a post, by post and by name.
struct Office<'a> {
    posting: &'a Posting<'a>,
    cascade: &'a Cascade,
    pimpinan: String,
    posted: Vec<(&'a RosterRow, usize)>,
    by_post: BTreeMap<usize, Vec<&'a RosterRow>>,
    posts_of: BTreeMap<String, Vec<usize>>,
}

/// Who signs as Pihak Kedua, as far as it is another than the cascade says.
#[derive(Default)]
struct Superior {
    post: Option<usize>,
    name: Option<Located<String>>,
    head_of_region: bool,
}

impl<'a> Office<'a> {
    fn new(
        posting: &'a Posting<'a>,
        cascade: &'a Cascade,
        rows: &'a [Cow<'a, RosterRow>],
        pimpinan: &str,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut office = Self {
            posting,
            cascade,
            pimpinan: normal(pimpinan),
            posted: Vec::new(),
            by_post: BTreeMap::new(),
            posts_of: BTreeMap::new(),
        };
        for row in rows {
            let row: &RosterRow = row;
            let known = posting.by_key(row.kunci.as_deref());
            let post = known.or_else(|| posting.find(&row.jabatan, row.unit.as_ref(), row.atasan.as_ref(), findings));
            let Some(post) = post else { continue };
            office.posted.push((row, post));
            office.by_post.entry(post).or_default().push(row);
            office.posts_of.entry(normal(&row.nama.value)).or_default().push(post);
        }
        office
    }

    fn person(&self, row: &RosterRow, jabatan: usize, findings: &mut Vec<Finding>) -> Pegawai {
        let post = &self.cascade.jabatan()[jabatan];
        // Above the top post stands the head of region anyway.
        let named = row.atasan.as_ref().filter(|_| post.induk.is_some());
        let superior = named.map_or_else(Superior::default, |name| {
            self.superior(name, jabatan).unwrap_or_else(|| {
                let message = "atasan yang tertulis tidak ada di matriks atau ada di beberapa tempat";
                let finding = Finding::new(&people::SUPERIOR_UNKNOWN, row.nama.place.clone(), message);
                // It may be a person's name, and is not quoted.
                findings.push(finding.others([name.place.clone()]));
                Superior::default()
            })
        });
        let (pangkat, golongan) = pangkat::parts(row.pangkat.clone(), row.golongan.clone());
        Pegawai {
            nip: row.nip.clone(),
            pangkat,
            golongan,
            status: status::of(row),
            sebutan: Some(row.jabatan.clone()).filter(|written| normal(&written.value) != normal(&post.nama)),
            atasan: superior.post,
            pihak_kedua: superior.name,
            kepada_pimpinan: superior.head_of_region,
            keterangan: row.keterangan.clone(),
            elektronik: electronic(row, findings),
            ..Pegawai::new(row.nama.clone(), jabatan)
        }
    }

    /// The superior that a cell names: a post, one of two jabatan of a block,
    /// a person, or the head of region.
    fn superior(&self, cell: &Located<String>, jabatan: usize) -> Option<Superior> {
        let post = &self.cascade.jabatan()[jabatan];
        let written = normal(&cell.value);
        let other = |above: usize| Some(above).filter(|above| Some(*above) != post.atasan);
        if let Some(above) = self.posting.superior(&cell.value, jabatan) {
            let holders = self.by_post.get(&above).map_or(&[][..], Vec::as_slice);
            // "Plh. Sekretaris" means the holder who is that, and one of two
            // jabatan that a block names the holder whose own it is; the name
            // of the whole post tells nobody, however a holder's row spells it.
            let (wanted, _) = staffing::status(&cell.value);
            let title = normal(&self.cascade.jabatan()[above].nama);
            let short = written.strip_suffix(&normal(self.cascade.instansi())).map_or(&*written, str::trim_end);
            let names_all = written == title || short == title;
            let mut meant = holders.iter().filter(|holder| match wanted {
                StatusJabatan::Definitif => !names_all && staffing::status(&holder.jabatan.value).1 == written,
                acting => status::of(holder) == acting,
            });
            let first = meant.next();
            // The same person in two rows is one holder.
            let same =
                |row: &&RosterRow| first.is_some_and(|first| normal(&first.nama.value) == normal(&row.nama.value));
            let only = first.filter(|_| meant.all(same) && holders.len() > 1);
            return Some(Superior {
                post: other(above),
                name: only.map(|row| row.nama.clone()),
                ..Superior::default()
            });
        }
        let written_name = normal(status::bare_name(&cell.value));
        if let Some(posts) = self.posts_of.get(&written_name) {
            let nearest = post.atasan.filter(|above| posts.contains(above));
            let above = nearest.or_else(|| posts.first().copied().filter(|_| posts.len() == 1))?;
            let holder = self.by_post[&above].iter().find(|row| normal(&row.nama.value) == written_name);
            return Some(Superior {
                post: other(above),
                name: holder.map(|row| row.nama.clone()),
                ..Superior::default()
            });
        }
        let head_of_region = !written.is_empty() && written == self.pimpinan;
        head_of_region.then_some(Superior { head_of_region, ..Superior::default() })
    }
}

/// How rosters say that someone signs electronically, or does not.
const TTE: &[(&str, bool)] = &[
    ("ya", true),
    ("y", true),
    ("v", true),
    ("√", true),
    ("tte", true),
    ("elektronik", true),
    ("tidak", false),
    ("bukan", false),
    ("basah", false),
    ("manual", false),
];

/// Whether a person signs electronically; `None` where the roster leaves it to
/// the form.
fn electronic(row: &RosterRow, findings: &mut Vec<Finding>) -> Option<bool> {
    let cell = row.tte.as_ref()?;
    let word = cell.value.trim().to_lowercase();
    let known = TTE.iter().find(|(name, _)| *name == word);
    if known.is_none() {
        let message = "kolom TTE diisi selain Ya atau Tidak";
        findings.push(Finding::new(&people::TTE_UNKNOWN, cell.place.clone(), message).quote(&cell.value));
    }
    known.map(|(_, electronic)| *electronic)
}
