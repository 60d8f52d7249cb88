//! What surrounds a chart: title, legend, and who signs it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::content::Card;
use super::settings::Settings;
use crate::cascade::nip;
use crate::cascade::{Cascade, Jenjang, StatusJabatan};

/// Title, legend and signature as the templates read them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Furniture {
    /// The title's lines.
    pub judul: Vec<String>,
    /// The small line below it.
    pub keterangan: String,
    /// Type size of the title in pt.
    pub huruf_judul: f64,
    /// The width in pt in which the title may run.
    pub lebar_judul: f64,
    /// The width in pt in which the legend may run.
    pub lebar_legenda: f64,
    /// Whether the title is a chapter's, with a bookmark, not the document's.
    pub bab: bool,
    /// The jenjang that occur, from the top.
    pub jenjang: Vec<Jenjang>,
    /// Further signs that occur, by the keys of their labels.
    pub tanda: Vec<&'static str>,
    /// Who signs, where someone does.
    pub penanda_tangan: Option<Signatory>,
}

/// The block below chart and matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Signatory {
    pub tempat_tanggal: String,
    pub jabatan: String,
    /// The name; `None` leaves dotted space.
    pub nama: Option<String>,
    /// The NIP as it is to be printed.
    pub nip: Option<String>,
}

impl Furniture {
    /// What stands around the poster.
    pub(super) fn poster(cascade: &Cascade, settings: &Settings, cards: &[Card]) -> Self {
        let jenjang: BTreeSet<Jenjang> = cards.iter().map(|card| card.jenjang).collect();
        let mut tanda = Vec::new();
        if cards.iter().any(|card| card.atasan.is_some()) {
            tanda.push("atasan_lain");
        }
        if cards.iter().flat_map(|card| &card.indikator).any(|entry| entry.kosong) {
            tanda.push("tanpa_target");
        }
        Self {
            judul: settings.kata.judul.clone(),
            keterangan: caption(&[counted(cards.len(), "jabatan", settings)], settings),
            huruf_judul: 28.0,
            lebar_judul: 640.0,
            lebar_legenda: 660.0,
            bab: false,
            jenjang: jenjang.into_iter().collect(),
            tanda,
            penanda_tangan: Some(signatory(cascade, settings)),
        }
    }
}

/// The small line below a title: its parts and the edition.
pub(super) fn caption(parts: &[String], settings: &Settings) -> String {
    let edition = settings.kata.label.get("edisi");
    let all: Vec<&str> = parts.iter().map(String::as_str).chain([edition]).filter(|part| !part.is_empty()).collect();
    all.join(" · ")
}

/// How many of what.
pub(super) fn counted(count: usize, what: &str, settings: &Settings) -> String {
    format!("{count} {}", settings.kata.label.get(what))
}

/// The holder of the root as signatory.
fn signatory(cascade: &Cascade, settings: &Settings) -> Signatory {
    let person = cascade.pemegang(0).next();
    let acting = person.map_or("", |person| match person.status {
        StatusJabatan::Definitif => "",
        StatusJabatan::Plt => "Plt. ",
        StatusJabatan::Plh => "Plh. ",
        StatusJabatan::Pj => "Pj. ",
    });
    Signatory {
        tempat_tanggal: settings.tempat_tanggal.clone(),
        jabatan: format!("{acting}{}", cascade.jabatan()[0].nama),
        nama: person.map(|person| person.nama.value.clone()),
        nip: person.and_then(|person| person.nip.as_ref()).map(|nip| nip::printed(&nip.value)),
    }
}

/// Whether the signatory's name or NIP stands in a cell that has an error.
pub(super) fn signatory_in_error(cascade: &Cascade, settings: &Settings) -> bool {
    cascade.pemegang(0).next().is_some_and(|person| {
        let nip = person.nip.as_ref().map(|nip| &nip.place);
        std::iter::once(&person.nama.place).chain(nip).any(|place| settings.galat.contains(place))
    })
}
