//! The roster, the targets and the money, joined to the posts of a cascade.
//!
//! Rows come as they stand in their sheets. A row that cannot be joined is a
//! finding at its own cell and changes nothing: no person is put on a post
//! that only might be meant.

use std::collections::BTreeSet;

use super::anggaran::TingkatAnggaran;
use super::pegawai::Pegawai;
use super::posting::Posting;
use super::target_join;
use super::words::normal;
use super::{Built, holders, money_join, nip};
use crate::finding::{Finding, rules::people};
use crate::workbook::place::Located;

/// One person as a roster lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// Name with gelar.
    pub nama: Located<String>,
    /// NIP or NI PPPK as written.
    pub nip: Option<Located<String>>,
    /// Pangkat as written.
    pub pangkat: Option<Located<String>>,
    /// Golongan as written.
    pub golongan: Option<Located<String>>,
    /// The jabatan: a name, a name with cell, or an id; "Plt." may stand
    /// before it.
    pub jabatan: Located<String>,
    /// The unit, to tell posts of the same name apart.
    pub unit: Option<Located<String>>,
    /// The superior: tells posts of the same name apart, or names another
    /// Pihak Kedua.
    pub atasan: Option<Located<String>>,
    /// "Definitif", "Plt.", "Plh.", "Pj.".
    pub status: Option<Located<String>>,
    /// Whether the person signs electronically: "Ya", "TTE", "Tidak", "Basah".
    pub tte: Option<Located<String>>,
    /// A remark.
    pub keterangan: Option<Located<String>>,
    /// The jabatan's id or its header's cell (`Matriks!C19`), where known;
    /// counts before the name.
    pub kunci: Option<String>,
}

/// One line of a list of targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The jabatan, as in a roster; not needed where the indikator is unique.
    pub jabatan: Option<Located<String>>,
    /// The name or NIP of the person whose own target it is; the jabatan's
    /// where empty.
    pub pegawai: Option<Located<String>>,
    /// The person's NIP, where the row names both; it counts before the name.
    pub nip: Option<Located<String>>,
    /// The sasaran that it measures, to tell equal indikator of a jabatan apart.
    pub sasaran: Option<Located<String>>,
    /// The indikator: its text, or its cell in the matrix (`Matriks!C19`).
    pub indikator: Located<String>,
    /// Unit of the target.
    pub satuan: Option<Located<String>>,
    /// The year's target; "-" for a person who does not promise it.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV.
    pub triwulan: Option<Box<[Option<Located<String>>; 4]>>,
    /// The jabatan's id, where known; counts before the name.
    pub kunci: Option<String>,
}

/// One line of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnggaranRow {
    /// The jabatan, as in a roster.
    pub jabatan: Located<String>,
    /// Program, kegiatan or sub kegiatan.
    pub tingkat: TingkatAnggaran,
    /// The name of the line that it is a part of; where nothing is written,
    /// the last line above it of a higher level.
    pub induk: Option<Located<String>>,
    /// Its name.
    pub uraian: Located<String>,
    /// The amount as written.
    pub pagu: Located<String>,
    /// The remark.
    pub keterangan: Option<Located<String>>,
    /// The header cell of the jabatan (`Matriks!C19`), where known; counts
    /// before the name.
    pub kunci: Option<String>,
}

/// Everything beside the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The head of region's jabatan, "Wali Kota …", for those in the roster
    /// who promise to him; empty where not known.
    pub pimpinan: String,
    /// The people.
    pub pegawai: Vec<RosterRow>,
    /// The jabatan that the roster says nobody holds.
    pub lowong: Vec<Located<String>>,
    /// The targets.
    pub target: Vec<TargetRow>,
    /// The money.
    pub anggaran: Vec<AnggaranRow>,
}

/// Joins people, targets and money to a cascade that was built.
pub fn join(mut built: Built, roster: &Roster) -> Built {
    let Some(cascade) = built.cascade.take() else { return built };
    let posting = Posting::new(&cascade, &built.labels);
    let findings = &mut built.findings;
    let mut pegawai = holders::read(&posting, &cascade, roster, findings);
    let targets = target_join::read(&posting, &cascade, &mut pegawai, &roster.target, findings);
    let anggaran = money_join::read(&posting, &roster.anggaran, findings);
    if !roster.pegawai.is_empty() {
        let held: BTreeSet<usize> = pegawai.iter().map(|person| person.jabatan).collect();
        let vacant = cascade.jabatan().iter().enumerate().filter(|(index, _)| !held.contains(index));
        findings.extend(vacant.map(|(_, post)| {
            let message = "jabatan ini tidak punya pemegang di daftar pegawai";
            Finding::new(&people::VACANT, post.place.clone(), message).quote(&post.nama)
        }));
    }
    drop(posting);
    // Every index comes from the posting, and a part follows its line.
    built.cascade = cascade
        .map_indikator(|indikator| target_join::apply(&targets, indikator))
        .with_pegawai(pegawai)
        .and_then(|cascade| cascade.with_anggaran(anggaran))
        .ok();
    built
}

/// What tells one person from another: the NIP where there is one, else the
/// name, capitals and punctuation apart.
pub fn person_key(pegawai: &Pegawai) -> String {
    let digits = pegawai.nip.as_ref().map(|nip| nip::digits(&nip.value)).filter(|digits| !digits.is_empty());
    digits.unwrap_or_else(|| normal(&pegawai.nama.value))
}
