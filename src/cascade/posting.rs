//! Which post a row of the roster means: by id, by name with cell, or by
//! name, with unit and superior to tell twins apart.

use std::collections::BTreeMap;

use super::model::Cascade;
use super::near::Near;
use super::staffing;
use super::words::normal;
use crate::finding::{Finding, rules::people};
use crate::workbook::place::{Located, Place};

/// How the office begins the full title of a functional post.
const FUNGSIONAL: &str = "jabatan fungsional ";

/// Most cells that a finding about twins lists.
pub(super) const LISTED: usize = 24;

/// The posts of a cascade by all the names they answer to, in the cascade's
/// order.
pub(super) struct Posting<'a> {
    cascade: &'a Cascade,
    labels: &'a [String],
    exact: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// Those of a name that others have as well, by unit and by superior.
    by_unit: BTreeMap<(String, String), Vec<usize>>,
    by_induk: BTreeMap<(String, usize), Vec<usize>>,
    near: Near,
}

impl<'a> Posting<'a> {
    pub(super) fn new(cascade: &'a Cascade, labels: &'a [String]) -> Self {
        let mut exact = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, post) in cascade.jabatan().iter().enumerate() {
            exact.insert(post.id.0.clone(), index);
            exact.insert(format!("{} ({})", post.nama.trim(), post.place), index);
            exact.insert(post.place.to_string(), index);
            for name in names(&post.nama, cascade.instansi()) {
                by_name.entry(name).or_default().push(index);
            }
        }
        let (mut by_unit, mut by_induk) = (BTreeMap::new(), BTreeMap::new());
        for (name, twins) in by_name.iter().filter(|(_, posts)| posts.len() > 1) {
            for index in twins {
                let post = &cascade.jabatan()[*index];
                by_unit.entry((name.clone(), normal(&post.unit))).or_insert_with(Vec::new).push(*index);
                if let Some(induk) = post.induk {
                    by_induk.entry((name.clone(), induk)).or_insert_with(Vec::new).push(*index);
                }
            }
        }
        Self { cascade, labels, exact, by_name, by_unit, by_induk, near: Near::by(strsim::normalized_levenshtein) }
    }

    /// The post of an id or of a header's cell.
    pub(super) fn by_key(&self, key: Option<&str>) -> Option<usize> {
        self.exact.get(key?.trim()).copied()
    }

    /// Every post that a name may mean, in the cascade's order.
    pub(super) fn possible(&self, jabatan: &str) -> &[usize] {
        match self.exact.get(jabatan.trim()) {
            Some(index) => std::slice::from_ref(index),
            None => self.known(jabatan).map_or(&[], |(_, posts)| posts),
        }
    }

    /// The post, or `None` and a finding at the row's cell.
    pub(super) fn find(
        &self,
        jabatan: &Located<String>,
        unit: Option<&Located<String>>,
        atasan: Option<&Located<String>>,
        findings: &mut Vec<Finding>,
    ) -> Option<usize> {
        let posts = match self.possible(&jabatan.value) {
            [only] => return Some(*only),
            twins => self.narrowed(&jabatan.value, twins, unit, atasan),
        };
        let finding = |rule, message: String| Finding::new(rule, jabatan.place.clone(), message).quote(&jabatan.value);
        match posts[..] {
            [post] => return Some(post),
            [] => {
                let finding = finding(&people::POST_UNKNOWN, "jabatan ini tidak ada di matriks".to_owned());
                findings.push(match self.near(&staffing::status(&jabatan.value).1) {
                    // With the cells of those that may be meant: their sheets
                    // may lack what this row says, so they are drafts.
                    Some(near) => finding
                        .hint(format!("Mungkin maksudnya \"{}\"?", self.cascade.jabatan()[near[0]].nama))
                        .others(self.places(near)),
                    None => finding,
                });
            }
            _ => {
                let message = format!("jabatan ini ada di {} tempat", posts.len());
                let hint = posts.first().and_then(|post| self.labels.get(*post));
                let finding = finding(&people::POST_AMBIGUOUS, message).others(self.places(&posts));
                findings.push(match hint {
                    Some(label) => finding
                        .hint(format!("Isi kolom Unit atau Atasan, atau tulis dengan selnya, misalnya \"{label}\".")),
                    None => finding,
                });
            }
        }
        None
    }

    /// The twins that unit and superior leave; those that leave none say
    /// nothing.
    fn narrowed(
        &self,
        jabatan: &str,
        twins: &[usize],
        unit: Option<&Located<String>>,
        atasan: Option<&Located<String>>,
    ) -> Vec<usize> {
        let mut posts = twins.to_vec();
        let Some((name, _)) = self.known(jabatan) else { return posts };
        if let Some(unit) = unit
            && let Some(fitting) = self.by_unit.get(&(name.clone(), normal(&unit.value)))
        {
            posts.clone_from(fitting);
        }
        if let (Some(atasan), 2..) = (atasan, posts.len()) {
            let below = |above: &usize| self.by_induk.get(&(name.clone(), *above)).into_iter().flatten().copied();
            let mut fitting: Vec<usize> = self.possible(&atasan.value).iter().flat_map(below).collect();
            fitting.retain(|post| posts.binary_search(post).is_ok());
            fitting.sort_unstable();
            if !fitting.is_empty() {
                posts = fitting;
            }
        }
        posts
    }

    /// The post that a person names as superior; of twins the one that is the
    /// superior of the person's own post.
    pub(super) fn superior(&self, name: &str, of: usize) -> Option<usize> {
        let own = self.cascade.jabatan()[of].induk;
        match self.possible(name) {
            [post] => Some(*post),
            posts => own.filter(|induk| posts.binary_search(induk).is_ok()),
        }
    }

    /// The posts of a title as written, with or without the duty behind it.
    fn known(&self, jabatan: &str) -> Option<(&String, &Vec<usize>)> {
        let of = |title: &str| self.named(&staffing::status(title).1);
        of(jabatan).or_else(|| of(staffing::without_duty(jabatan)?))
    }

    fn named(&self, name: &str) -> Option<(&String, &Vec<usize>)> {
        self.by_name.get_key_value(name).or_else(|| self.by_name.get_key_value(name.strip_prefix(FUNGSIONAL)?))
    }

    /// The posts of the nearest name; at least one.
    fn near(&self, name: &str) -> Option<&[usize]> {
        let known = self.by_name.iter().map(|(other, posts)| (other, posts[0]));
        let post = self.near.best(name, known)?;
        self.by_name.get(&normal(&self.cascade.jabatan()[post].nama)).map(Vec::as_slice)
    }

    /// The cells of some posts, as many as a finding lists.
    pub(super) fn places(&self, posts: &[usize]) -> impl Iterator<Item = Place> {
        posts.iter().take(LISTED).map(|post| self.cascade.jabatan()[*post].place.clone())
    }
}

/// All normal forms that a header answers to: itself, without "Jabatan
/// Fungsional", with the agency behind, and each of several jabatan in one.
fn names(header: &str, instansi: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in std::iter::once(header).chain(header.split('/').filter(|_| header.contains('/'))) {
        let name = normal(part);
        names.push(format!("{name} {}", normal(instansi)).trim().to_owned());
        if let Some(rest) = name.strip_prefix(FUNGSIONAL) {
            names.push(rest.to_owned());
        }
        names.push(name);
    }
    names.sort();
    names.dedup();
    names
}
