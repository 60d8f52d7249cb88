//! What lists say of a sheet: the register and the covers of print volumes. In
//! the same words as the sheet itself, without composing it.

use super::compose::Composer;
use super::format;
use super::party::{Details, Party};
use super::sheets::Sheets;
use crate::cascade::Jenjang;
use crate::workbook::place::Place;

/// A sheet in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The holder's name; `None` while it is not known.
    pub nama: Option<String>,
    /// The holder's NIP or NI PPPK as printed.
    pub nip: Option<String>,
    /// The holder's jabatan.
    pub jabatan: String,
    /// The jabatan of Pihak Kedua; `None` where Pihak Pertama signs alone.
    pub atasan: Option<String>,
    /// The name of Pihak Kedua, where it is known.
    pub nama_atasan: Option<String>,
    /// The unit.
    pub unit: String,
    /// The jenjang.
    pub jenjang: Jenjang,
    /// The depth in the cascade, 0 at the top.
    pub tingkat: u32,
}

impl Sheets<'_> {
    /// The sheet with this index as a list shows it.
    pub fn card(&self, index: usize) -> Card {
        let composer = self.composer_of(index);
        let jabatan = &composer.cascade.jabatan()[composer.post];
        let first = Party::official(composer.cascade, composer.post, composer.holder);
        let Composer { cascade, index: known, settings, post, holder, .. } = composer;
        let second = Party::second(cascade, known, settings, post, holder);
        let nip = match &first.details {
            Details::Official { nip: Some(nip), .. } if composer.settings.tersamar => Some(format::masked_nip(nip)),
            Details::Official { nip, .. } => nip.as_deref().map(format::nip),
            Details::HeadOfRegion => None,
        };
        Card {
            nama: first.nama,
            nip,
            jabatan: first.jabatan,
            atasan: second.as_ref().map(|party| party.jabatan.clone()),
            nama_atasan: second.and_then(|party| party.nama),
            unit: self.subject_of(index).unit(),
            jenjang: jabatan.jenjang,
            tingkat: jabatan.tingkat,
        }
    }

    /// Whether the sheet with this index is signed electronically.
    pub fn is_electronic(&self, index: usize) -> bool {
        self.composer_of(index).is_electronic()
    }

    /// The cells with an error that the sheet with this index prints; a draft
    /// may have none, where no mark is left for an electronic signature.
    pub fn errors(&self, index: usize) -> Vec<Place> {
        // `new` composed this very sheet from the same data without a mistake.
        self.composer_of(index).compose().map_or_else(|_| Vec::new(), |composed| composed.galat)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Agency, cell, pegawai};
    use crate::cascade::StatusJabatan;
    use crate::typeset::{Jobs, TemplateSet};

    #[test]
    fn a_card_says_what_the_sheet_says() {
        let mut acting = pegawai(100, "Pegawai Contoh 01", 1);
        acting.status = StatusJabatan::Plt;
        let mut agency = Agency::new().with(acting).with(pegawai(110, "Pegawai Contoh 02", 2));
        agency.galat = [cell(111)].into();
        let (cascade, templates) = (agency.cascade(), TemplateSet::builtin());
        let sheets = agency.composed(&cascade, &templates);
        let cards: Vec<_> = (0..sheets.count()).map(|index| sheets.card(index)).collect();
        for (index, card) in cards.iter().enumerate() {
            let sheet: serde_json::Value = serde_json::from_slice(&sheets.job(index).data).unwrap();
            assert_eq!(sheet["kanan"]["jabatan"], card.jabatan.as_str());
            assert_eq!(sheet["kanan"]["nama"].as_str(), card.nama.as_deref());
            assert_eq!(sheet["kanan"]["baris"][1]["isi"].as_str(), card.nip.as_deref());
            assert_eq!(sheet["kiri"]["jabatan"].as_str(), card.atasan.as_deref());
            assert_eq!(sheet["kiri"]["nama"].as_str(), card.nama_atasan.as_deref());
        }
        assert_eq!(cards[1].jabatan, "Plt. Sekretaris Dinas Contoh");
        assert_eq!(cards[1].atasan.as_deref(), Some("Kepala Dinas Contoh"));
        assert_eq!((cards[0].nama.as_deref(), cards[2].tingkat), (None, 2));
        assert_eq!((0..3).map(|index| sheets.errors(index)).collect::<Vec<_>>(), [vec![], vec![], vec![cell(111)]]);
    }
}
