//! People, targets and money as the sheets have them, handed to the cascade.
//!
//! Nothing is decided here but what a row needs to be one at all: a person
//! without a jabatan, or an amount that nobody answers for, is a finding. So is
//! a NIP that is stored as a number; it goes no further, since its digits are
//! no longer those of the person.

use crate::cascade::{AnggaranRow, Roster, RosterRow, TargetRow, TingkatAnggaran, pangkat};
use crate::finding::Finding;
use crate::finding::rules::{money, people, reading};
use crate::matrix::anggaran::{Line, Tingkat};
use crate::matrix::roster::{Nip, Person};
use crate::matrix::targets::Target;
use crate::matrix::{Beside, Companion};
use crate::workbook::place::{Located, Place};

/// Everything beside the matrix, in the order of the sheets; what the matrix's
/// own sheet says comes first.
pub(super) fn roster(
    beside: Beside,
    companions: Vec<Companion>,
    pimpinan: &str,
    findings: &mut Vec<Finding>,
) -> Roster {
    let mut roster = Roster { pimpinan: pimpinan.to_owned(), ..Roster::default() };
    roster.pegawai.extend(beside.people.into_iter().filter_map(|row| person(row, findings)));
    roster.anggaran.extend(beside.money.into_iter().filter_map(|row| amount(row, findings)));
    for companion in companions {
        match companion {
            Companion::Roster(sheet) => {
                roster.pegawai.extend(sheet.people.into_iter().filter_map(|row| person(row, findings)));
            }
            Companion::Targets(sheet) => roster.target.extend(sheet.rows.into_iter().map(target)),
            Companion::Money(sheet) => {
                roster.anggaran.extend(sheet.lines.into_iter().filter_map(|row| amount(row, findings)));
            }
        }
    }
    roster
}

fn person(row: Person, findings: &mut Vec<Finding>) -> Option<RosterRow> {
    let nip = match row.nip {
        Some(Nip::Text(text)) => Some(text),
        // The name beside it makes drafts of all sheets that print the person.
        Some(Nip::Number(place)) => {
            findings.push(reading::nip_as_number(place).others([row.nama.place.clone()]));
            None
        }
        None => None,
    };
    let Some(jabatan) = row.jabatan else {
        findings.push(Finding::new(&people::NO_POST, row.nama.place, "pegawai ini belum punya jabatan di daftar"));
        return None;
    };
    let (pangkat, golongan) = ranks(row.pangkat, row.golongan);
    Some(RosterRow {
        nama: row.nama,
        nip,
        pangkat,
        golongan,
        jabatan,
        unit: row.unit,
        atasan: row.atasan,
        status: row.status,
        keterangan: row.keterangan,
        kunci: row.id.map(|id| id.value).or_else(|| key(row.blok)),
    })
}

/// Pangkat and golongan, where one column holds both or only the golongan.
fn ranks(
    pangkat: Option<Located<String>>,
    golongan: Option<Located<String>>,
) -> (Option<Located<String>>, Option<Located<String>>) {
    let cell = match (pangkat, golongan) {
        (Some(cell), None) => cell,
        both => return both,
    };
    if pangkat::golongan(&cell.value).is_some() {
        return (None, Some(cell));
    }
    match pangkat::split(&cell.value) {
        Some((name, grade)) => {
            let at = |text: &str| Some(Located::new(text.to_owned(), cell.place.clone()));
            (at(name), at(grade))
        }
        None => (Some(cell), None),
    }
}

fn target(row: Target) -> TargetRow {
    TargetRow {
        jabatan: row.jabatan,
        pegawai: row.pegawai,
        sasaran: row.sasaran,
        indikator: row.indikator,
        satuan: row.satuan,
        target: row.target,
        triwulan: row.triwulan,
        kunci: row.id.map(|id| id.value),
    }
}

fn amount(row: Line, findings: &mut Vec<Finding>) -> Option<AnggaranRow> {
    let Some(jabatan) = row.jabatan else {
        let finding = Finding::new(&money::NO_POST, row.uraian.place, "anggaran ini belum punya jabatan");
        findings.push(finding.quote(row.uraian.value));
        return None;
    };
    Some(AnggaranRow {
        jabatan,
        tingkat: match row.tingkat {
            Tingkat::Program => TingkatAnggaran::Program,
            Tingkat::Kegiatan => TingkatAnggaran::Kegiatan,
            Tingkat::SubKegiatan => TingkatAnggaran::Subkegiatan,
        },
        induk: row.induk,
        uraian: row.uraian,
        pagu: row.pagu,
        keterangan: row.keterangan,
        kunci: key(row.blok),
    })
}

fn key(block: Option<Place>) -> Option<String> {
    block.map(|place| place.to_string())
}
