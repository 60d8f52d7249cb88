//! The roster, the targets and the money, joined to the posts of a cascade.
//!
//! Rows come as they stand in their sheets. A row that cannot be joined is a
//! finding at its own cell and changes nothing: no person is put on a post
//! that only might be meant.

use super::anggaran::{Anggaran, TingkatAnggaran};
use super::model::Cascade;
use super::pegawai::Pegawai;
use super::posting::Posting;
use super::target_join;
use super::words::normal;
use super::{Built, nip, staffing};
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
    /// A remark.
    pub keterangan: Option<Located<String>>,
}

/// One line of a list of targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The jabatan, as in a roster; not needed where the indikator is unique.
    pub jabatan: Option<Located<String>>,
    /// The name or NIP of the person whose own target it is; the jabatan's
    /// where empty.
    pub pegawai: Option<Located<String>>,
    /// The indikator: its text, or its cell in the matrix (`Matriks!C19`).
    pub indikator: Located<String>,
    /// Unit of the target.
    pub satuan: Option<Located<String>>,
    /// The year's target; "-" for a person who does not promise it.
    pub target: Option<Located<String>>,
    /// The targets of TW I–IV.
    pub triwulan: Option<[Option<Located<String>>; 4]>,
}

/// One line of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnggaranRow {
    /// The jabatan, as in a roster.
    pub jabatan: Located<String>,
    /// Program, kegiatan or sub kegiatan; it is a part of the last line above
    /// it of a higher level.
    pub tingkat: TingkatAnggaran,
    /// Its name.
    pub uraian: Located<String>,
    /// The amount as written.
    pub pagu: Located<String>,
    /// The remark.
    pub keterangan: Option<Located<String>>,
}

/// Everything beside the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people.
    pub pegawai: Vec<RosterRow>,
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
    let mut pegawai: Vec<Pegawai> =
        roster.pegawai.iter().filter_map(|row| person(&posting, &cascade, row, findings)).collect();
    // The foot's signatory is the same person as in the roster, with less known.
    let on_root = pegawai.iter().any(|person| person.jabatan == 0);
    if !on_root {
        pegawai.splice(0..0, cascade.pegawai().iter().cloned());
    }
    let targets = target_join::read(&posting, &cascade, &mut pegawai, &roster.target, findings);
    let anggaran = money(&posting, &roster.anggaran, findings);
    if !roster.pegawai.is_empty() {
        let held = |index: usize| pegawai.iter().any(|person| person.jabatan == index);
        let vacant = cascade.jabatan().iter().enumerate().filter(|(index, _)| !held(*index));
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

fn person(posting: &Posting, cascade: &Cascade, row: &RosterRow, findings: &mut Vec<Finding>) -> Option<Pegawai> {
    let jabatan = posting.find(&row.jabatan, row.unit.as_ref(), row.atasan.as_ref(), findings)?;
    let written = row.status.as_ref().map(|status| format!("{} x", status.value));
    let status = staffing::status(written.as_deref().unwrap_or(&row.jabatan.value)).0;
    let post = &cascade.jabatan()[jabatan];
    let atasan = row.atasan.as_ref().and_then(|name| match posting.superior(&name.value, jabatan) {
        Some(atasan) => Some(atasan).filter(|atasan| Some(*atasan) != post.atasan),
        None => {
            let message = "atasan yang tertulis tidak ada di matriks atau ada di beberapa tempat";
            let finding = Finding::new(&people::SUPERIOR_UNKNOWN, row.nama.place.clone(), message);
            findings.push(finding.quote(&name.value).others([name.place.clone()]));
            None
        }
    });
    Some(Pegawai {
        nip: row.nip.clone(),
        pangkat: row.pangkat.clone(),
        golongan: row.golongan.clone(),
        status,
        sebutan: Some(row.jabatan.clone()).filter(|written| normal(&written.value) != normal(&post.nama)),
        atasan,
        keterangan: row.keterangan.clone(),
        ..Pegawai::new(row.nama.clone(), jabatan)
    })
}

fn money(posting: &Posting, rows: &[AnggaranRow], findings: &mut Vec<Finding>) -> Vec<Anggaran> {
    let mut lines: Vec<Anggaran> = Vec::new();
    for row in rows {
        let Some(jabatan) = posting.find(&row.jabatan, None, None, findings) else { continue };
        let induk = lines.iter().rposition(|line| line.tingkat < row.tingkat);
        lines.push(Anggaran {
            jabatan,
            tingkat: row.tingkat,
            induk,
            uraian: row.uraian.clone(),
            pagu: row.pagu.clone(),
            keterangan: row.keterangan.clone(),
        });
    }
    lines
}

/// What tells one person from another: the NIP where there is one, else the
/// name, capitals and punctuation apart.
pub fn person_key(pegawai: &Pegawai) -> String {
    let digits = pegawai.nip.as_ref().map(|nip| nip::digits(&nip.value)).filter(|digits| !digits.is_empty());
    digits.unwrap_or_else(|| normal(&pegawai.nama.value))
}
