//! The two who sign: what is printed of each, and from which cells it comes.

use serde::Serialize;

use super::format;
use super::index::Index;
use super::jabatan_name::jabatan_name;
use super::settings::Settings;
use super::wording::Labels;
use crate::cascade::{Cascade, Jabatan, Pegawai, PihakKedua, StatusJabatan, pihak_kedua};
use crate::workbook::place::{Located, Place};

/// One of the two parties, ready for print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Party {
    /// The name with gelar; `None` leaves room to write it.
    pub nama: Option<String>,
    /// The jabatan, with "Plt." and its like before it.
    pub jabatan: String,
    /// What stands below the name.
    pub details: Details,
    /// The cells that all this comes from.
    pub places: Vec<Place>,
    /// Whether several hold the post and nothing tells who of them signs: the
    /// name is left open, and the sheet is no final one.
    pub unclear: bool,
}

/// What identifies a signatory below the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Details {
    /// A head of region has neither pangkat nor NIP.
    HeadOfRegion,
    /// An official: pangkat and NIP, each as far as it is known.
    Official { pangkat: Option<String>, golongan: Option<String>, nip: Option<String> },
}

/// A line of the signature block below the name, as the layout gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureLine {
    /// What stands before the value, "NIP."; may be empty.
    pub label: String,
    /// The value; `null` leaves dotted room to write it.
    pub isi: Option<String>,
}

impl Party {
    /// A post of the cascade with the person who signs for it, if known.
    pub fn official(cascade: &Cascade, post: usize, person: Option<&Pegawai>) -> Self {
        let jabatan = &cascade.jabatan()[post];
        let own = person.and_then(|person| person.sebutan.as_ref());
        let header = own.map(|own| own_title(&own.value)).filter(|own| !is_reference(own, jabatan));
        let name = jabatan_name(header.unwrap_or(&jabatan.nama), cascade.instansi());
        let status = person.map_or(StatusJabatan::Definitif, |person| person.status);
        let mut places = vec![jabatan.place.clone()];
        let mut details = Details::Official { pangkat: None, golongan: None, nip: None };
        if let Some(person) = person {
            places.push(person.nama.place.clone());
            let cells = [&person.nip, &person.pangkat, &person.golongan, &person.sebutan];
            places.extend(cells.into_iter().flatten().map(|cell| cell.place.clone()));
            let value = |cell: &Option<Located<String>>| {
                cell.as_ref().map(|cell| cell.value.trim().to_owned()).filter(|text| !text.is_empty())
            };
            details = Details::Official {
                pangkat: value(&person.pangkat),
                golongan: value(&person.golongan),
                nip: value(&person.nip),
            };
        }
        Self {
            nama: person.map(|person| person.nama.value.trim().to_owned()).filter(|name| !name.is_empty()),
            jabatan: format!("{}{name}", prefix(status)),
            details,
            places,
            unclear: false,
        }
    }

    /// Pihak Kedua: the post that the roster names for this holder, else the
    /// post above, with the holder of it who signs; for the root, and whom the
    /// roster names him for, the head of region.
    pub fn second(
        cascade: &Cascade,
        index: &Index,
        settings: &Settings,
        post: usize,
        holder: Option<&Pegawai>,
    ) -> Option<Self> {
        let own = holder.and_then(|person| person.atasan);
        let to_head = holder.is_some_and(|person| person.kepada_pimpinan);
        let Some(above) = own.or(cascade.jabatan()[post].atasan).filter(|_| !to_head) else {
            let head = settings.pimpinan.as_ref()?;
            return Some(Self::head_of_region(&head.jabatan, &head.nama));
        };
        let holders = index.holders(cascade, above).collect();
        let signs = pihak_kedua(holders, holder, cascade.tahun(), settings.tanggal.month());
        let person = if let PihakKedua::Pasti(person) = signs { Some(person) } else { None };
        Some(Self { unclear: signs == PihakKedua::TidakPasti, ..Self::official(cascade, above, person) })
    }

    /// The head of region.
    pub fn head_of_region(jabatan: &str, nama: &str) -> Self {
        Self {
            nama: Some(nama.trim().to_owned()).filter(|name| !name.is_empty()),
            jabatan: jabatan.to_owned(),
            details: Details::HeadOfRegion,
            places: Vec::new(),
            unclear: false,
        }
    }

    /// The lines below the name: pangkat with golongan, then NIP. PPPK have a
    /// golongan and no pangkat. For publication the NIP is masked.
    pub fn lines(&self, labels: &Labels, masked: bool) -> Vec<SignatureLine> {
        let Details::Official { pangkat, golongan, nip } = &self.details else { return Vec::new() };
        let label = |key: &str| labels.get(key).cloned().unwrap_or_default();
        let pppk = nip.as_deref().is_some_and(format::is_pppk);
        let rank = match (pangkat, golongan) {
            (Some(pangkat), Some(golongan)) if !pppk => {
                SignatureLine { label: String::new(), isi: Some(format!("{pangkat} ({golongan})")) }
            }
            (Some(only), None) if !pppk => SignatureLine { label: String::new(), isi: Some(only.clone()) },
            (_, golongan) if pppk || golongan.is_some() => {
                SignatureLine { label: label("golongan"), isi: golongan.clone() }
            }
            _ => SignatureLine { label: String::new(), isi: None },
        };
        let number = SignatureLine {
            label: label(if pppk { "ni_pppk" } else { "nip" }),
            isi: nip.as_deref().map(if masked { format::masked_nip } else { format::nip }),
        };
        vec![rank, number]
    }
}

/// A jabatan as a roster writes it, without the "Plt." that the person's status
/// tells already.
fn own_title(written: &str) -> &str {
    let written = written.trim();
    let after = |status: &str| {
        let (before, rest) = written.split_at_checked(status.len())?;
        (before.eq_ignore_ascii_case(status) && rest.starts_with(['.', ' '])).then_some(rest)
    };
    let rest = STATUS.iter().find_map(|status| after(status)).unwrap_or(written);
    rest.trim_start_matches(['.', ' '])
}

/// How rosters write a status before a jabatan.
const STATUS: &[&str] = &["plt", "plh", "pj", "pelaksana tugas", "pelaksana harian", "penjabat"];

/// Whether a roster points at the post instead of naming it: by its id, or by
/// its name with the cell, which tells posts of one name apart.
fn is_reference(written: &str, jabatan: &Jabatan) -> bool {
    written.is_empty()
        || written == jabatan.id.0
        || written
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once(" ("))
            .is_some_and(|(_, cell)| cell == jabatan.place.to_string())
}

/// What stands before the jabatan of someone who is not appointed to it.
const fn prefix(status: StatusJabatan) -> &'static str {
    match status {
        StatusJabatan::Definitif => "",
        StatusJabatan::Plt => "Plt. ",
        StatusJabatan::Plh => "Plh. ",
        StatusJabatan::Pj => "Pj. ",
    }
}
