//! What surrounds a chart: title, legend, and who signs it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::content::Card;
use super::settings::Settings;
use crate::cascade::{Cascade, Jenjang, StatusJabatan};

/// Title, legend and signature as the templates read them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Furniture {
    /// The title, and the same in the lines of a poster.
    pub judul: String,
    pub baris_judul: Vec<String>,
    pub keterangan: String,
    /// Type size of the title in pt.
    pub huruf_judul: f64,
    /// Width in pt in which the title may run.
    pub lebar_judul: f64,
    /// The jenjang that occur, from the top.
    pub jenjang: Vec<Jenjang>,
    /// Further signs that occur: `putus` (dashed line), `kosong` (no target).
    pub tanda: Vec<&'static str>,
    pub tempat_tanggal: String,
    pub jabatan: String,
    pub nama: Option<String>,
    pub nip: Option<String>,
}

impl Furniture {
    pub(super) fn new(cascade: &Cascade, settings: &Settings, cards: &[Card], baris_judul: Vec<String>) -> Self {
        let jenjang: BTreeSet<Jenjang> = cascade.jabatan().iter().map(|post| post.jenjang).collect();
        let root = &cascade.jabatan()[0];
        let signatory = cascade.pemegang(0).next();
        let acting = signatory.map_or("", |person| match person.status {
            StatusJabatan::Definitif => "",
            StatusJabatan::Plt => "Plt. ",
            StatusJabatan::Plh => "Plh. ",
            StatusJabatan::Pj => "Pj. ",
        });
        let mut keterangan = vec![format!("{} jabatan", cascade.jabatan().len())];
        keterangan.extend(settings.edisi.iter().map(|edisi| format!("Edisi {edisi}")));
        let without_target = cards.iter().flat_map(|card| &card.indikator).any(|entry| entry.kosong);
        Self {
            judul: baris_judul.join(" "),
            baris_judul,
            keterangan: keterangan.join(" · "),
            huruf_judul: 28.0,
            lebar_judul: 640.0,
            jenjang: jenjang.into_iter().collect(),
            tanda: without_target.then_some("kosong").into_iter().collect(),
            tempat_tanggal: settings.tempat_tanggal.clone(),
            jabatan: format!("{acting}{}", root.nama),
            nama: signatory.map(|person| person.nama.value.clone()),
            nip: signatory.and_then(|person| person.nip.as_ref()).map(|nip| printed_nip(&nip.value)),
        }
    }
}

/// Whether the signatory's name or NIP stands in a cell that has an error.
pub(super) fn signatory_in_error(cascade: &Cascade, settings: &Settings) -> bool {
    cascade.pemegang(0).next().is_some_and(|person| {
        let nip = person.nip.as_ref().map(|nip| &nip.place);
        std::iter::once(&person.nama.place).chain(nip).any(|place| settings.galat.contains(place))
    })
}

/// A NIP in its four groups, `19700126 199703 1 003`; one that has not exactly
/// 18 digits is printed as written, for there is no telling what is missing.
fn printed_nip(nip: &str) -> String {
    if nip.len() == 18 && nip.bytes().all(|b| b.is_ascii_digit()) {
        format!("{} {} {} {}", &nip[..8], &nip[8..14], &nip[14..15], &nip[15..])
    } else {
        nip.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_nip_of_18_digits_is_printed_in_groups() {
        assert_eq!(printed_nip("199001012020011001"), "19900101 202001 1 001");
        for other in ["19900101202001100", "1990010120200110011", "19900101 202001 1 001", "19900101202001100x"] {
            assert_eq!(printed_nip(other), other);
        }
    }
}
