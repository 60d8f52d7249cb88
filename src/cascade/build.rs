//! From the draft of a matrix to the cascade: superiors, ids, units, kelompok
//! and the signatory, in this order.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::affinity::Affinity;
use super::identity::{self, Named};
use super::jenjang::jenjang;
use super::model::{Cascade, Indikator, Jabatan, Jenjang, Kelompok, Sasaran, Tujuan};
use super::pairing;
use super::reference::Directory;
use super::settings::Settings;
use super::structure::{self, Basis, Structure};
use super::words::normal;
use super::{staffing, unit};
use crate::finding::{Finding, rules};
use crate::matrix::draft::{Block, Draft, Item};
use crate::matrix::normal::form::UNCERTAIN;

/// A candidate for a superior that shares less than this is not offered.
const LIKELY: f32 = 0.25;

/// A cascade, what its superiors rest on, and what was found on the way.
#[derive(Debug, Clone)]
pub struct Built {
    /// The cascade; `None` only where the draft has no block.
    pub cascade: Option<Cascade>,
    /// What each jabatan's superior rests on, in the order of the jabatan.
    pub bases: Vec<Basis>,
    /// The shortest reference to each jabatan in `perjakin.toml`.
    pub labels: Vec<String>,
    /// What does not fit together.
    pub findings: Vec<Finding>,
}

/// Builds the cascade of a draft. Everything that the draft holds is in it;
/// what cannot be as written is a finding.
pub fn build(draft: &Draft, settings: &Settings) -> Built {
    let mut findings = Vec::new();
    let directory = Directory::new(draft);
    let suggestions = Suggestions::new(draft);
    let suggest = |block: usize| suggestions.of(block);
    let Some(structure) = structure::build(draft, &directory, settings, &suggest, &mut findings) else {
        findings.push(Finding::general(&rules::structure::EMPTY, "matriks tidak berisi satu jabatan pun"));
        return Built { cascade: None, bases: Vec::new(), labels: Vec::new(), findings };
    };
    let mut jabatan = jabatan(draft, &structure, &mut findings);
    appoint(&mut jabatan, &settings.atasan);
    let pegawai = staffing::signatory(draft, &jabatan[0], &mut findings).into_iter().collect();
    // The structure gives one root, first, and every superior before its
    // subordinates; ids differ by construction: `new` cannot refuse them.
    let cascade = Cascade::new(settings.instansi.clone(), settings.tahun, jabatan, pegawai)
        .expect("the structure is a tree in order and ids are unique");
    Built {
        cascade: Some(cascade),
        bases: structure.order.iter().map(|block| structure.bases[*block]).collect(),
        labels: structure.order.iter().map(|block| directory.label(*block).to_owned()).collect(),
        findings,
    }
}

/// Which block of the next higher level a block speaks of most.
struct Suggestions<'a> {
    draft: &'a Draft,
    levels: BTreeSet<u32>,
    /// Weighed where the first block asks; most matrices have none that does.
    affinity: OnceCell<Affinity>,
}

impl<'a> Suggestions<'a> {
    fn new(draft: &'a Draft) -> Self {
        let levels = draft.blocks.iter().map(|block| block.level).collect();
        Self { draft, levels, affinity: OnceCell::new() }
    }

    fn of(&self, block: usize) -> Option<usize> {
        let blocks = &self.draft.blocks;
        let above = *self.levels.range(..blocks.get(block)?.level).next_back()?;
        let affinity = self.affinity.get_or_init(|| Affinity::new(blocks.iter().map(texts)));
        let best = affinity.best(block, |other| blocks[other].level == above);
        best.filter(|best| best.1 >= LIKELY).map(|best| best.0)
    }
}

fn texts(block: &Block) -> impl Iterator<Item = &str> {
    block.sasaran.iter().chain(&block.indikator).map(|item| item.uraian.as_str())
}

/// The jabatan in the structure's order.
fn jabatan(draft: &Draft, structure: &Structure, findings: &mut Vec<Finding>) -> Vec<Jabatan> {
    let mut position = vec![0; structure.order.len()];
    for (index, block) in structure.order.iter().enumerate() {
        position[*block] = index;
    }
    let parents: Vec<Option<usize>> =
        structure.order.iter().map(|block| structure.parents[*block].map(|parent| position[parent])).collect();
    let named: Vec<Named> = structure
        .order
        .iter()
        .zip(&parents)
        .map(|(block, induk)| Named { nama: &draft.blocks[*block].nama.value, induk: *induk })
        .collect();
    let ids = identity::ids(&named);
    let mut units: Vec<String> = Vec::with_capacity(ids.len());
    let mut jabatan = Vec::with_capacity(ids.len());
    for ((block, induk), id) in structure.order.iter().zip(parents).zip(ids) {
        let level = structure.levels[*block];
        let block = &draft.blocks[*block];
        let unit = match (&block.unit, induk) {
            (Some(stated), _) => stated.value.clone(),
            (None, None) => unit::HEAD_UNIT.to_owned(),
            (None, Some(0)) => unit::unit(&block.nama.value).unwrap_or_else(|| unit::HEAD_UNIT.to_owned()),
            (None, Some(induk)) => units[induk].clone(),
        };
        units.push(unit.clone());
        jabatan.push(Jabatan {
            id,
            nama: block.nama.value.clone(),
            jenjang: stated_jenjang(block).unwrap_or_else(|| jenjang(&block.nama.value, level)),
            tingkat: level,
            unit,
            induk,
            atasan: induk,
            place: block.nama.place.clone(),
            tujuan: block.tujuan.iter().map(tujuan).collect(),
            kelompok: kelompok(block, findings),
        });
    }
    jabatan
}

/// The jenjang that the sheet itself says, if it is one.
fn stated_jenjang(block: &Block) -> Option<Jenjang> {
    Jenjang::from_key(&block.jenjang.as_ref()?.value.trim().to_lowercase())
}

/// Lets the office's rules choose who signs as Pihak Kedua: the nearest post
/// above of the jenjang that the rule names, the parent where there is none.
fn appoint(jabatan: &mut [Jabatan], rules: &[(Jenjang, Jenjang)]) {
    for index in 0..jabatan.len() {
        let rule = rules.iter().find(|(own, _)| *own == jabatan[index].jenjang);
        let Some((_, wanted)) = rule else { continue };
        let above = std::iter::successors(jabatan[index].induk, |above| jabatan[*above].induk);
        let signs = above.into_iter().find(|above| jabatan[*above].jenjang == *wanted);
        jabatan[index].atasan = signs.or(jabatan[index].induk);
    }
}

/// The kelompok of a block, with a finding where the pairing is open.
fn kelompok(block: &Block, findings: &mut Vec<Finding>) -> Vec<Kelompok> {
    let pairing = pairing::pair(&block.sasaran, &block.indikator);
    if pairing.ambiguous || !block.open.is_empty() {
        let finding = unmeasured(block).unwrap_or_else(|| unpaired(block)).others(block.open.iter().cloned());
        findings.push(if block.open.is_empty() {
            finding
        } else {
            finding.hint(format!("Bagi nomor kelompoknya; bila memang satu kelompok, hapus tanda {UNCERTAIN}."))
        });
    }
    let groups = pairing.groups.into_iter().map(|(s, i)| Kelompok {
        sasaran: s.into_iter().map(|index| sasaran(&block.sasaran[index])).collect(),
        indikator: i.into_iter().map(|index| indikator(&block.indikator[index])).collect(),
    });
    groups.collect()
}

/// ISI-04: what cannot be paired, at its first sasaran.
fn unpaired(block: &Block) -> Finding {
    let (sasaran, indikator) = (block.sasaran.len(), block.indikator.len());
    let message =
        format!("{sasaran} sasaran dan {indikator} indikator \"{}\" tidak dapat dipasangkan", block.nama.value);
    let place = block.sasaran.first().map_or(&block.nama.place, |item| &item.place);
    Finding::new(&rules::content::PAIRING, place.clone(), message)
}

/// ISI-08 in its place where there are fewer indikator than sasaran: at the
/// sasaran whose words are farthest from all indikator.
fn unmeasured(block: &Block) -> Option<Finding> {
    let texts: BTreeSet<String> = block.sasaran.iter().map(|item| normal(&item.uraian)).collect();
    if texts.len() <= block.indikator.len() {
        return None;
    }
    let all = block.sasaran.iter().chain(&block.indikator);
    let affinity = Affinity::new(all.map(|item| [item.uraian.as_str()]));
    let indikator = block.sasaran.len()..block.sasaran.len() + block.indikator.len();
    let nearness = |index: usize| affinity.best(index, |other| indikator.contains(&other)).map_or(0.0, |best| best.1);
    let weakest = (0..block.sasaran.len()).min_by(|a, b| nearness(*a).total_cmp(&nearness(*b)))?;
    let message = format!(
        "{} sasaran \"{}\" hanya punya {} indikator, jadi tidak dapat dipasangkan; yang paling jauh dari indikatornya \
         sasaran ini",
        texts.len(),
        block.nama.value,
        block.indikator.len()
    );
    let item = &block.sasaran[weakest];
    Some(Finding::new(&rules::content::MORE_SASARAN, item.place.clone(), message).quote(&item.uraian))
}

fn tujuan(item: &Item) -> Tujuan {
    Tujuan { uraian: item.uraian.clone(), place: item.place.clone() }
}

fn sasaran(item: &Item) -> Sasaran {
    Sasaran { nomor: item.nomor.clone(), uraian: item.uraian.clone(), place: item.place.clone() }
}

fn indikator(item: &Item) -> Indikator {
    Indikator {
        nomor: item.nomor.clone(),
        uraian: item.uraian.clone(),
        place: item.place.clone(),
        satuan: item.satuan.clone(),
        target: item.target.clone(),
        triwulan: item.triwulan.clone(),
    }
}
