//! Which post a row of the roster means: by id, by name with cell, or by
//! name, with unit and superior to tell twins apart.

use std::collections::BTreeMap;

use super::model::Cascade;
use super::staffing;
use super::words::normal;
use crate::finding::{Finding, rules::people};
use crate::workbook::place::Located;

/// How the office begins the full title of a functional post.
const FUNGSIONAL: &str = "jabatan fungsional ";

/// Names this similar (0 to 1) are offered as "did you mean".
const NEAR: f64 = 0.6;

/// The posts of a cascade by all the names they answer to.
pub(super) struct Posting<'a> {
    cascade: &'a Cascade,
    labels: &'a [String],
    exact: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
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
        Self { cascade, labels, exact, by_name }
    }

    /// The post of an id or of a header's cell.
    pub(super) fn by_key(&self, key: Option<&str>) -> Option<usize> {
        self.exact.get(key?.trim()).copied()
    }

    /// Every post that a name may mean.
    pub(super) fn possible(&self, jabatan: &str) -> Vec<usize> {
        match self.exact.get(jabatan.trim()) {
            Some(index) => vec![*index],
            None => self.named(&staffing::status(jabatan).1),
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
        let mut posts = self.possible(&jabatan.value);
        let narrow = |posts: &mut Vec<usize>, fits: &dyn Fn(usize) -> bool| {
            let fitting: Vec<usize> = posts.iter().copied().filter(|post| fits(*post)).collect();
            if posts.len() > 1 && !fitting.is_empty() {
                *posts = fitting;
            }
        };
        if let Some(unit) = unit {
            narrow(&mut posts, &|post| normal(&self.cascade.jabatan()[post].unit) == normal(&unit.value));
        }
        if let Some(atasan) = atasan {
            let above = self.possible(&atasan.value);
            narrow(&mut posts, &|post| self.cascade.jabatan()[post].induk.is_some_and(|induk| above.contains(&induk)));
        }
        let finding = |rule, message: String| Finding::new(rule, jabatan.place.clone(), message).quote(&jabatan.value);
        match posts[..] {
            [post] => return Some(post),
            [] => {
                let finding = finding(&people::POST_UNKNOWN, "jabatan ini tidak ada di matriks".to_owned());
                findings.push(match self.near(&staffing::status(&jabatan.value).1) {
                    Some(near) => finding.hint(format!("Mungkin maksudnya \"{near}\"?")),
                    None => finding,
                });
            }
            _ => {
                let message = format!("jabatan ini ada di {} tempat", posts.len());
                let places = posts.iter().map(|post| self.cascade.jabatan()[*post].place.clone());
                let hint = posts.first().and_then(|post| self.labels.get(*post));
                let finding = finding(&people::POST_AMBIGUOUS, message).others(places);
                findings.push(match hint {
                    Some(label) => finding
                        .hint(format!("Isi kolom Unit atau Atasan, atau tulis dengan selnya, misalnya \"{label}\".")),
                    None => finding,
                });
            }
        }
        None
    }

    /// The post that a person names as superior; of twins the one that is the
    /// superior of the person's own post.
    pub(super) fn superior(&self, name: &str, of: usize) -> Option<usize> {
        let posts = self.possible(name);
        let own = self.cascade.jabatan()[of].induk;
        match posts[..] {
            [post] => Some(post),
            _ => own.filter(|induk| posts.contains(induk)),
        }
    }

    fn named(&self, name: &str) -> Vec<usize> {
        let found = self.by_name.get(name).or_else(|| self.by_name.get(name.strip_prefix(FUNGSIONAL)?));
        found.cloned().unwrap_or_default()
    }

    fn near(&self, name: &str) -> Option<&str> {
        let scored = self.by_name.iter().map(|(other, posts)| (strsim::normalized_levenshtein(name, other), posts[0]));
        let (score, post) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        (score >= NEAR).then(|| self.cascade.jabatan()[post].nama.as_str())
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
