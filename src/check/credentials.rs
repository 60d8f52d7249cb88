//! NIP, pangkat and golongan: each by itself, together, and from person to
//! person. Nothing personal is ever quoted.

use std::collections::BTreeMap;

use super::Input;
use crate::cascade::nip::{self, NipFault, NipKind};
use crate::cascade::pangkat::{self, Golongan};
use crate::cascade::{Jenjang, Pegawai, normal};
use crate::finding::{Finding, rules::people};
use crate::workbook::grid::Value;
use crate::workbook::place::{Located, Place};

/// Checks every pegawai.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let tahun = input.cascade.tahun();
    let pegawai = input.cascade.pegawai();
    let mut findings = Vec::new();
    for person in pegawai {
        if let Some(written) = &person.nip {
            findings.extend(nip::faults(&written.value, tahun).into_iter().map(|fault| explain(fault, &written.place)));
            findings.extend(pppk_code(written));
        }
        findings.extend(ranks(person));
    }
    findings.extend(shared(pegawai));
    findings.extend(missing(input));
    findings
}

fn explain(fault: NipFault, place: &Place) -> Finding {
    let (rule, message) = match fault {
        NipFault::Characters => (&people::NIP_DIGITS, "NIP berisi tanda selain angka".to_owned()),
        NipFault::Length(count) => (&people::NIP_DIGITS, format!("NIP berisi {count} angka, seharusnya 18")),
        NipFault::Birth => (&people::NIP_BIRTH, "angka 1–8 NIP bukan tanggal lahir yang mungkin".to_owned()),
        NipFault::Start => (&people::NIP_START, "angka 9–14 NIP bukan bulan pengangkatan yang mungkin".to_owned()),
        NipFault::Sex => (&people::NIP_SEX, "angka ke-15 NIP bukan 1 atau 2".to_owned()),
        NipFault::Serial => (&people::NIP_SERIAL, "tiga angka terakhir NIP adalah 000".to_owned()),
    };
    Finding::new(rule, place.clone(), message)
}

fn pppk_code(written: &Located<String>) -> Option<Finding> {
    let odd = nip::kind(&written.value) == Some(NipKind::Pppk) && nip::digits(&written.value)[12..14] != *"21";
    odd.then(|| Finding::new(&people::NIP_CODE, written.place.clone(), "angka 13–14 NI PPPK bukan 21"))
}

/// A cell that says something; "-" says that there is nothing to say.
fn said(cell: &Option<Located<String>>) -> Option<&Located<String>> {
    cell.as_ref().filter(|cell| !normal(&cell.value).is_empty())
}

/// Pangkat and golongan of one person.
fn ranks(person: &Pegawai) -> Vec<Finding> {
    let kind = person.nip.as_ref().and_then(|written| nip::kind(&written.value));
    let (pangkat, golongan) = (said(&person.pangkat), said(&person.golongan));
    let mut findings = Vec::new();
    let mut found = |rule, place: &Place, message: &str| findings.push(Finding::new(rule, place.clone(), message));
    let rank = pangkat.and_then(|cell| pangkat::pangkat(&cell.value));
    let grade = golongan.and_then(|cell| pangkat::golongan(&cell.value));
    if kind == Some(NipKind::Pppk) {
        if let Some(cell) = pangkat {
            found(&people::PPPK_PANGKAT, &cell.place, "PPPK tidak punya pangkat");
        }
        if let (Some(Golongan::Pns(_)), Some(cell)) = (grade, golongan) {
            found(&people::PPPK_PANGKAT, &cell.place, "golongan ini golongan PNS, sedangkan NI-nya PPPK");
        }
    } else {
        if let (Some(cell), None) = (pangkat, rank) {
            found(&people::PANGKAT_UNKNOWN, &cell.place, "nama pangkat ini tidak dikenal");
        }
        if let (Some(rank), Some(Golongan::Pns(grade)), Some(cell)) = (rank, grade, golongan)
            && rank != grade
        {
            let message = format!(
                "golongan {} pangkatnya {}, bukan {}",
                pangkat::PNS[grade].0,
                pangkat::PNS[grade].1,
                pangkat::PNS[rank].1
            );
            found(&people::PANGKAT_GOLONGAN, &cell.place, &message);
        }
        if let (Some(Golongan::Pppk(_)), Some(NipKind::Pns), Some(cell)) = (grade, kind, golongan) {
            found(&people::GOLONGAN_UNKNOWN, &cell.place, "golongan PNS ditulis dengan huruf, misalnya III/d");
        }
        if person.nip.is_some() && pangkat.is_none() && golongan.is_none() {
            found(&people::PNS_WITHOUT_PANGKAT, &person.nama.place, "pangkat dan golongan belum diisi");
        }
    }
    if let (Some(cell), None) = (golongan, grade) {
        found(&people::GOLONGAN_UNKNOWN, &cell.place, "golongan ini tidak dikenal");
    }
    findings
}

/// One NIP on two names, and one name with two NIP.
fn shared(pegawai: &[Pegawai]) -> Vec<Finding> {
    let mut by_nip: BTreeMap<String, (&Located<String>, String)> = BTreeMap::new();
    let mut by_name: BTreeMap<String, (&Located<String>, String)> = BTreeMap::new();
    let mut findings = Vec::new();
    for person in pegawai {
        let Some(written) = &person.nip else { continue };
        let (digits, name) = (nip::digits(&written.value), normal(&person.nama.value));
        let (first, owner) = by_nip.entry(digits.clone()).or_insert((written, name.clone()));
        if *owner != name {
            let finding = Finding::new(&people::NIP_TWICE, written.place.clone(), "NIP ini tertulis pada dua nama");
            findings.push(finding.others([first.place.clone()]));
        }
        let (first, other) = by_name.entry(name).or_insert((written, digits.clone()));
        if *other != digits {
            let finding = Finding::new(&people::TWO_NIPS, written.place.clone(), "nama ini tertulis dengan dua NIP");
            findings.push(finding.others([first.place.clone()]));
        }
    }
    findings
}

/// Posts whose holders are elected and have no NIP.
const ELECTED: &[&str] = &["wali kota", "walikota", "bupati", "gubernur", "wakil wali", "wakil bupati", "kepala desa"];

/// Words of a remark about someone who is in the agency's service and no PNS or
/// PPPK.
const NO_ASN: &[&str] =
    &["honor", "honorer", "non", "nonasn", "thl", "phl", "tkk", "pjlp", "kontrak", "harian", "sukarela"];

/// Who has no NIP where others of the roster have one, all in one finding.
fn missing(input: &Input) -> Option<Finding> {
    let pegawai = input.cascade.pegawai();
    let any = pegawai.iter().any(|person| person.nip.is_some());
    let without = pegawai.iter().filter(|person| any && person.nip.is_none() && is_asn(input, person));
    // A NIP that is stored as a number is told as such.
    let mut places = without.filter(|person| !has_number(input, person)).map(|person| person.nama.place.clone());
    let first = places.next()?;
    let message = "pegawai ini belum punya NIP di daftar, sedangkan yang lain punya";
    Some(Finding::new(&people::NIP_MISSING, first, message).others(places))
}

/// Whether the row shows a PNS or PPPK: by pangkat, golongan, remark, or a post
/// that only those hold.
fn is_asn(input: &Input, person: &Pegawai) -> bool {
    let post = &input.cascade.jabatan()[person.jabatan];
    let remark = person.keterangan.as_ref().map(|remark| normal(&remark.value)).unwrap_or_default();
    let remark = || remark.split(' ');
    let named = [Some(&post.nama), person.sebutan.as_ref().map(|own| &own.value)].into_iter().flatten();
    let elected = named.map(|name| normal(name)).any(|name| ELECTED.iter().any(|title| name.starts_with(title)));
    let shown = said(&person.pangkat).is_some()
        || said(&person.golongan).is_some()
        || post.jenjang != Jenjang::Pelaksana
        || remark().any(|word| matches!(word, "pns" | "pppk" | "p3k" | "asn"));
    shown && !elected && !remark().any(|word| NO_ASN.contains(&word))
}

/// Whether a number as long as a NIP stands in the person's row.
fn has_number(input: &Input, person: &Pegawai) -> bool {
    let place = &person.nama.place;
    let grid = input.grids.iter().find(|grid| grid.place(place.pos).source == place.source);
    let long = |value: &Value| matches!(value, Value::Number(number) if *number >= 1e14);
    grid.is_some_and(|grid| grid.row(place.pos.row).any(|(_, cell)| long(&cell.value)))
}
