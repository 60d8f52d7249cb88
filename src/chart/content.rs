//! What stands in the boxes, as the templates read it.

use std::borrow::Cow;

use serde::Serialize;

use super::crossing::crossings;
use super::settings::Settings;
use crate::cascade::{Cascade, Jabatan, Jenjang};
use crate::typeset::printable;
use crate::workbook::place::Place;

/// One jabatan, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Card {
    /// Decides colour and label.
    pub jenjang: Jenjang,
    /// The header as the matrix has it.
    pub nama: String,
    /// Whether the header has a word that may be longer than a line.
    pub panjang: bool,
    /// The unit; where it changes along a branch, a bookmark is set.
    pub unit: String,
    /// The holders' names, where they are to be shown; `None` is a vacancy.
    pub pemegang: Vec<Option<String>>,
    /// The superior's name, where it stands in another branch.
    pub atasan: Option<String>,
    /// The tujuan.
    pub tujuan: Vec<Entry>,
    /// The sasaran in the matrix's order, repeated ones as often as there.
    pub sasaran: Vec<Entry>,
    /// The indikator in the matrix's order, repeated ones as often as there.
    pub indikator: Vec<Entry>,
    /// Whether a box stands in it for a character that cannot be printed; a
    /// chart that shows it is a draft.
    #[serde(skip)]
    pub cacat: bool,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    /// The office's number.
    pub nomor: Option<String>,
    /// The text, word for word.
    pub uraian: String,
    /// Whether it is marked as an indikator without a target.
    pub kosong: bool,
    /// Whether it has a word that may be longer than a line.
    pub panjang: bool,
}

/// More holders than this are counted instead of named.
const MAX_NAMED: usize = 4;

/// The cards of all jabatan, in the cascade's order.
pub(super) fn cards(cascade: &Cascade, settings: &Settings) -> Vec<Card> {
    let mut holders = vec![Vec::new(); cascade.jabatan().len()];
    if settings.pemegang {
        for person in cascade.pegawai() {
            holders[person.jabatan].push(Some(person.nama.value.clone()));
        }
        for names in &mut holders {
            match names.len() {
                0 => names.push(None),
                1..=MAX_NAMED => {}
                many => *names = vec![Some(format!("{many} {}", settings.kata.label.get("pegawai")))],
            }
        }
    }
    let mut cards: Vec<Card> =
        cascade.jabatan().iter().zip(holders).map(|(post, names)| card(post, names, settings)).collect();
    for (bawahan, atasan) in crossings(cascade) {
        cards[bawahan].atasan = Some(cascade.jabatan()[atasan].nama.clone());
    }
    cards.iter_mut().for_each(Card::make_printable);
    cards
}

impl Card {
    /// Puts a box in the place of every character that cannot be printed, so
    /// that what is measured is what is drawn.
    fn make_printable(&mut self) {
        let names = [&mut self.nama, &mut self.unit].into_iter().chain(&mut self.atasan);
        let entries = self.tujuan.iter_mut().chain(&mut self.sasaran).chain(&mut self.indikator);
        let texts = entries.flat_map(|entry| std::iter::once(&mut entry.uraian).chain(&mut entry.nomor));
        for text in names.chain(self.pemegang.iter_mut().flatten()).chain(texts) {
            if let Cow::Owned(printable) = printable(text) {
                *text = printable;
                self.cacat = true;
            }
        }
    }
}

fn card(post: &Jabatan, pemegang: Vec<Option<String>>, settings: &Settings) -> Card {
    let entry = |nomor: &Option<String>, uraian: &str, kosong| Entry {
        nomor: nomor.clone(),
        uraian: uraian.to_owned(),
        kosong,
        panjang: has_long_word(uraian),
    };
    let sasaran = post.kelompok.iter().flat_map(|group| &group.sasaran);
    let indikator = post.kelompok.iter().flat_map(|group| &group.indikator);
    Card {
        jenjang: post.jenjang,
        nama: post.nama.clone(),
        panjang: has_long_word(&post.nama),
        unit: post.unit.clone(),
        pemegang,
        atasan: None,
        tujuan: post.tujuan.iter().map(|tujuan| entry(&None, &tujuan.uraian, false)).collect(),
        sasaran: in_order(sasaran.map(|item| (&item.place, entry(&item.nomor, &item.uraian, false)))),
        indikator: in_order(indikator.map(|item| {
            let kosong = settings.tandai_target && item.target.is_none();
            (&item.place, entry(&item.nomor, &item.uraian, kosong))
        })),
        cacat: false,
    }
}

/// Whether a word of a text is to be looked at when it is set: longer ones than
/// this may not fit on a line of the narrowest box.
fn has_long_word(text: &str) -> bool {
    const LONG: usize = 16;
    text.split([' ', '-', '/']).any(|word| word.chars().count() > LONG)
}

/// Pairing has moved the texts about; here they stand as on the matrix again.
fn in_order<'a>(items: impl Iterator<Item = (&'a Place, Entry)>) -> Vec<Entry> {
    let mut items: Vec<_> = items.collect();
    items.sort_by_key(|(place, _)| (place.pos.row, place.pos.col));
    items.into_iter().map(|(_, entry)| entry).collect()
}
