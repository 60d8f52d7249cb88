//! Editions that differ in one thing, and what is said about it.

mod content;
mod people;
mod shown;

use super::*;
use crate::cascade::testing::{Matrix, cell, matrix, text};
use crate::cascade::{Confirmed, Pegawai, Settings, build};
use crate::matrix::draft::Draft;
use crate::report::Style;

/// Root, two administrators, one subordinate each.
fn office() -> Matrix {
    matrix()
        .post(0, "KEPALA DINAS")
        .sasaran("Meningkatnya layanan")
        .indikator("1 Indeks layanan")
        .post(1, "SEKRETARIS")
        .below(0)
        .sasaran("1 Tertibnya keuangan")
        .sasaran("2 Tertibnya aset")
        .indikator("1 Jumlah laporan keuangan bulanan")
        .indikator("2 Jumlah daftar aset")
        .post(1, "KEPALA BIDANG")
        .below(0)
        .sasaran("Terlayaninya warga")
        .indikator("1 Jumlah warga terlayani")
        .indikator("2 Jumlah keluhan selesai")
        .post(2, "Penata")
        .below(1)
        .sasaran("Tersedianya arsip")
        .indikator("1 Jumlah arsip tertata")
        .post(2, "Penata")
        .below(2)
        .sasaran("Tersedianya data")
        .indikator("1 Jumlah data terolah")
}

const KEPALA: usize = 0;
const SEKRETARIS: usize = 1;
const BIDANG: usize = 2;
const PENATA_BIDANG: usize = 4;

/// One person on every jabatan: name, NIP, jabatan.
fn roster() -> Vec<Pegawai> {
    (0..5).map(|post| person(post, &format!("Pegawai Contoh 0{post}"), &format!("19900101201501100{post}"))).collect()
}

fn person(post: usize, nama: &str, nip: &str) -> Pegawai {
    Pegawai {
        nip: Some(text(nip, &format!("Y{}", post + 1))),
        pangkat: Some(text("Penata", &format!("X{}", post + 1))),
        golongan: Some(text("III/c", &format!("W{}", post + 1))),
        ..Pegawai::new(text(nama, &format!("Z{}", post + 1)), post)
    }
}

fn cascade(matrix: &Matrix, pegawai: Vec<Pegawai>, settings: &Settings) -> Cascade {
    let built = build(&matrix.draft(), settings).cascade.unwrap();
    Cascade::new("Dinas Contoh".into(), 2026, built.jabatan().to_vec(), pegawai).unwrap()
}

fn edition(cascade: &Cascade) -> Edition<'_> {
    Edition { cascade, pimpinan: Some(Pimpinan { jabatan: "Wali Kota Contoh", nama: "" }) }
}

fn revised(matrix: &Matrix, pegawai: Vec<Pegawai>, settings: &Settings) -> Revision {
    let old = cascade(&office(), roster(), &Settings::default());
    let new = cascade(matrix, pegawai, settings);
    compare(edition(&old), edition(&new))
}

fn after(change: impl FnOnce(&mut Draft)) -> Revision {
    revised(&office().with(change), roster(), &Settings::default())
}

fn after_people(change: impl FnOnce(&mut Vec<Pegawai>)) -> Revision {
    let mut people = roster();
    change(&mut people);
    revised(&office(), people, &Settings::default())
}

/// Every change as `whose: event [semula → menjadi]`.
fn told(revision: &Revision) -> Vec<String> {
    let line = |name: &str, change: &Change| {
        let side = |side: &Option<Side>| side.as_ref().map_or("–".to_owned(), |side| side.teks.clone());
        format!("{name}: {} [{} → {}]", phrase::event(change), side(&change.semula), side(&change.menjadi))
    };
    let jabatan = revision.jabatan.iter().flat_map(|j| j.changes.iter().map(|change| line(&j.nama, change)));
    let pegawai = revision.pegawai.iter().flat_map(|p| p.changes.iter().map(|change| line(&p.nama, change)));
    revision.umum.iter().map(|change| line("umum", change)).chain(jabatan).chain(pegawai).collect()
}

/// Signers as `name: reasons`.
fn signers(list: &[Signer]) -> Vec<String> {
    list.iter().map(|s| format!("{}: {}", s.nama.clone().unwrap_or_default(), s.alasan.join(", "))).collect()
}

fn print_settings() -> PrintSettings {
    PrintSettings { kertas_mm: (215.0, 330.0), semula: "Murni".into(), menjadi: "Perubahan".into(), date: (2026, 7, 1) }
}
