//! The jabatan of a cascade as matching sees them: names and texts in normal
//! form, subordinates, and who holds them.

use super::similarity::dice;
use crate::cascade::{Cascade, Jabatan, normal, words};
use crate::revision::identity::identity;

/// What a common holder adds to the alikeness of two jabatan.
const SAME_HOLDER: f64 = 0.1;

/// Equal texts under another name weigh this much.
const TEXTS_ALONE: f64 = 0.9;

/// The jabatan of one edition.
pub(super) struct Posts<'a> {
    jabatan: &'a [Jabatan],
    names: Vec<String>,
    lines: Vec<Vec<String>>,
    holders: Vec<Vec<String>>,
    /// The direct subordinates of each jabatan.
    pub(super) bawahan: Vec<Vec<usize>>,
}

impl<'a> Posts<'a> {
    pub(super) fn new(cascade: &'a Cascade) -> Self {
        let jabatan = cascade.jabatan();
        let mut bawahan = vec![Vec::new(); jabatan.len()];
        for (index, post) in jabatan.iter().enumerate() {
            if let Some(above) = post.induk {
                bawahan[above].push(index);
            }
        }
        let mut holders = vec![Vec::new(); jabatan.len()];
        for person in cascade.pegawai() {
            holders[person.jabatan].push(identity(person));
        }
        holders.iter_mut().for_each(|names| names.sort_unstable());
        Self {
            jabatan,
            names: jabatan.iter().map(|post| normal(&post.nama)).collect(),
            lines: jabatan.iter().map(lines).collect(),
            holders,
            bawahan,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.jabatan.len()
    }

    pub(super) fn induk(&self, index: usize) -> Option<usize> {
        self.jabatan[index].induk
    }

    /// Name and texts; equal exactly where both say the same, in any order.
    pub(super) fn key(&self, index: usize) -> String {
        format!("{}\n{}", self.names[index], self.lines[index].join("\n"))
    }

    /// Who holds the jabatan.
    pub(super) fn holders(&self, index: usize) -> String {
        self.holders[index].join("\n")
    }

    /// What a jabatan can be looked up by: its name, its texts, their words.
    pub(super) fn features(&self, index: usize) -> Vec<String> {
        let names = words(&self.names[index]).collect::<Vec<_>>();
        let texts = self.lines[index].iter().flat_map(|line| words(line)).collect::<Vec<_>>();
        // A whole name or text cannot be mistaken for a word: it has a mark before it.
        let whole = std::iter::once(&self.names[index]).chain(&self.lines[index]).map(|text| format!("={text}"));
        let mut features: Vec<String> = whole.chain(names).chain(texts).collect();
        features.sort_unstable();
        features.dedup();
        features
    }

    /// How much two jabatan are alike: half by name, half by texts, of which
    /// equal texts count as much as common words. 1 is the same; a common
    /// holder adds a little.
    pub(super) fn alike(&self, index: usize, others: &Self, other: usize) -> f64 {
        let name_words = |posts: &Self, index: usize| words(&posts.names[index]).collect::<Vec<_>>();
        let name = dice(&borrowed(&name_words(self, index)), &borrowed(&name_words(others, other)));
        let (ours, theirs) = (&self.lines[index], &others.lines[other]);
        let holder = self.holders[index].iter().any(|holder| others.holders[other].contains(holder));
        let bonus = if holder { SAME_HOLDER } else { 0.0 };
        if ours.is_empty() && theirs.is_empty() {
            return name + bonus;
        }
        let text_words = |lines: &[String]| lines.iter().flat_map(|line| words(line)).collect::<Vec<_>>();
        let (our_words, their_words) = (text_words(ours), text_words(theirs));
        let lines = dice(&borrowed(ours), &borrowed(theirs));
        let texts = f64::midpoint(lines, dice(&borrowed(&our_words), &borrowed(&their_words)));
        f64::midpoint(name, texts).max(TEXTS_ALONE * texts) + bonus
    }
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// All texts of a jabatan in normal form, sorted; the numbers stay out.
fn lines(post: &Jabatan) -> Vec<String> {
    let tujuan = post.tujuan.iter().map(|item| &item.uraian);
    let sasaran = post.kelompok.iter().flat_map(|kelompok| &kelompok.sasaran).map(|item| &item.uraian);
    let indikator = post.kelompok.iter().flat_map(|kelompok| &kelompok.indikator).map(|item| &item.uraian);
    let mut lines: Vec<String> = tujuan.chain(sasaran).chain(indikator).map(|text| normal(text)).collect();
    lines.sort_unstable();
    lines
}
