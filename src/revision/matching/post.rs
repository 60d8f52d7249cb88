//! The jabatan of a cascade as matching sees them: names and texts in normal
//! form, subordinates, and who holds them.

use std::collections::BTreeMap;

use super::similarity::dice;
use crate::cascade::{Cascade, Jabatan, normal, words};
use crate::revision::identity::identity;

/// What a common holder adds to the alikeness of two jabatan.
const SAME_HOLDER: f64 = 0.1;

/// Equal texts under another name weigh this much.
const TEXTS_ALONE: f64 = 0.9;

/// Words and texts as numbers, the same ones for both editions: thousands of
/// jabatan share a few hundred words, and numbers compare fast.
#[derive(Default)]
pub(super) struct Vocabulary {
    numbers: BTreeMap<String, u32>,
}

impl Vocabulary {
    fn number(&mut self, text: String) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(text).or_insert(next)
    }

    fn sorted(&mut self, texts: impl Iterator<Item = String>) -> Vec<u32> {
        let mut numbers: Vec<u32> = texts.map(|text| self.number(text)).collect();
        numbers.sort_unstable();
        numbers
    }
}

/// What a jabatan is compared by; each list sorted.
struct Traits {
    name_words: Vec<u32>,
    text_words: Vec<u32>,
    /// Whole texts.
    texts: Vec<u32>,
    /// The whole name.
    name: u32,
    holders: Vec<u32>,
}

/// The jabatan of one edition.
pub(super) struct Posts<'a> {
    jabatan: &'a [Jabatan],
    traits: Vec<Traits>,
    /// The direct subordinates of each jabatan.
    pub(super) bawahan: Vec<Vec<usize>>,
}

impl<'a> Posts<'a> {
    pub(super) fn new(cascade: &'a Cascade, vocabulary: &mut Vocabulary) -> Self {
        let jabatan = cascade.jabatan();
        let mut bawahan = vec![Vec::new(); jabatan.len()];
        for (index, post) in jabatan.iter().enumerate() {
            if let Some(above) = post.induk {
                bawahan[above].push(index);
            }
        }
        let mut traits: Vec<Traits> = jabatan.iter().map(|post| traits_of(post, vocabulary)).collect();
        for person in cascade.pegawai() {
            traits[person.jabatan].holders.push(vocabulary.number(identity(person)));
        }
        traits.iter_mut().for_each(|traits| traits.holders.sort_unstable());
        Self { jabatan, traits, bawahan }
    }

    pub(super) fn len(&self) -> usize {
        self.jabatan.len()
    }

    pub(super) fn induk(&self, index: usize) -> Option<usize> {
        self.jabatan[index].induk
    }

    /// Name and texts; equal exactly where both say the same, in any order.
    pub(super) fn key(&self, index: usize) -> (u32, &[u32]) {
        (self.traits[index].name, &self.traits[index].texts)
    }

    /// Who holds the jabatan.
    pub(super) fn holders(&self, index: usize) -> &[u32] {
        &self.traits[index].holders
    }

    /// What a jabatan can be looked up by: its name, its texts, their words.
    pub(super) fn features(&self, index: usize) -> Vec<u32> {
        let traits = &self.traits[index];
        let lists = [&traits.name_words, &traits.text_words, &traits.texts];
        let mut features: Vec<u32> = lists.into_iter().flatten().copied().chain([traits.name]).collect();
        features.sort_unstable();
        features.dedup();
        features
    }

    /// How much two jabatan are alike: half by name, half by texts, of which
    /// equal texts count as much as common words. 1 is the same; a common
    /// holder adds a little.
    pub(super) fn alike(&self, index: usize, others: &Self, other: usize) -> f64 {
        let (one, other) = (&self.traits[index], &others.traits[other]);
        let name = dice(&one.name_words, &other.name_words);
        let holder = one.holders.iter().any(|holder| other.holders.contains(holder));
        let bonus = if holder { SAME_HOLDER } else { 0.0 };
        if one.texts.is_empty() && other.texts.is_empty() {
            return name + bonus;
        }
        let texts = f64::midpoint(dice(&one.texts, &other.texts), dice(&one.text_words, &other.text_words));
        f64::midpoint(name, texts).max(TEXTS_ALONE * texts) + bonus
    }
}

/// A jabatan without its holders; the numbers of its items stay out.
fn traits_of(post: &Jabatan, vocabulary: &mut Vocabulary) -> Traits {
    let tujuan = post.tujuan.iter().map(|item| &item.uraian);
    let sasaran = post.kelompok.iter().flat_map(|kelompok| &kelompok.sasaran).map(|item| &item.uraian);
    let indikator = post.kelompok.iter().flat_map(|kelompok| &kelompok.indikator).map(|item| &item.uraian);
    let lines: Vec<&String> = tujuan.chain(sasaran).chain(indikator).collect();
    // A whole text has a mark before it, so that it is never taken for a word.
    Traits {
        name_words: vocabulary.sorted(words(&post.nama)),
        text_words: vocabulary.sorted(lines.iter().flat_map(|line| words(line))),
        texts: vocabulary.sorted(lines.iter().map(|line| format!("={}", normal(line)))),
        name: vocabulary.number(format!("={}", normal(&post.nama))),
        holders: Vec::new(),
    }
}
