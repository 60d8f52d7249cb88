//! A revision as JSON for other programs, and as the data that the template of
//! the printed report reads.

use serde::Serialize;

use super::change::{Change, Head, JabatanChanges, Keadaan, PegawaiChanges, Revision, Side, Signer};
use super::phrase;
use super::words::Kata;
use crate::workbook::place::Place;

#[derive(Serialize)]
struct RevisionJson<'a> {
    skema: u32,
    lama: HeadJson<'a>,
    baru: HeadJson<'a>,
    ringkasan: Summary,
    umum: Vec<ChangeJson<'a>>,
    jabatan: Vec<JabatanJson<'a>>,
    pegawai: Vec<PegawaiJson<'a>>,
    tanda_tangan: Signing<'a>,
}

#[derive(Serialize)]
struct HeadJson<'a> {
    instansi: &'a str,
    tahun: u16,
}

#[derive(Serialize)]
struct Summary {
    perubahan: usize,
    jabatan: usize,
    pegawai: usize,
    ulang: usize,
    baru: usize,
    keluar: usize,
}

#[derive(Serialize)]
struct Signing<'a> {
    ulang: Vec<SignerJson<'a>>,
    baru: Vec<SignerJson<'a>>,
    keluar: Vec<SignerJson<'a>>,
}

/// One sheet to sign.
#[derive(Serialize)]
pub(super) struct SignerJson<'a> {
    nama: Option<&'a str>,
    jabatan: &'a str,
    id: &'a str,
    unit: &'a str,
    alasan: &'a [String],
}

/// The changes of a jabatan.
#[derive(Serialize)]
pub(super) struct JabatanJson<'a> {
    id: &'a str,
    id_lama: Option<&'a str>,
    nama: &'a str,
    unit: &'a str,
    pemegang: &'a [String],
    keadaan: &'static str,
    perubahan: Vec<ChangeJson<'a>>,
}

/// The changes of a person.
#[derive(Serialize)]
pub(super) struct PegawaiJson<'a> {
    nama: &'a str,
    keadaan: &'static str,
    perubahan: Vec<ChangeJson<'a>>,
}

/// One change.
#[derive(Serialize)]
pub(super) struct ChangeJson<'a> {
    jenis: &'static str,
    peristiwa: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pada: Option<&'a str>,
    semula: Option<SideJson<'a>>,
    menjadi: Option<SideJson<'a>>,
    kata: Vec<WordsJson>,
}

#[derive(Serialize)]
struct SideJson<'a> {
    teks: &'a str,
    sel: Option<&'a Place>,
}

#[derive(Serialize)]
struct WordsJson {
    nasib: &'static str,
    teks: String,
}

/// The whole revision as an indented JSON object.
pub fn json(revision: &Revision) -> String {
    let list = &revision.must_sign;
    let json = RevisionJson {
        skema: 1,
        lama: head(&revision.lama),
        baru: head(&revision.baru),
        ringkasan: Summary {
            perubahan: revision.changes().count(),
            jabatan: revision.jabatan.len(),
            pegawai: revision.pegawai.len(),
            ulang: list.ulang.len(),
            baru: list.baru.len(),
            keluar: list.keluar.len(),
        },
        umum: revision.umum.iter().map(ChangeJson::new).collect(),
        jabatan: revision.jabatan.iter().map(JabatanJson::new).collect(),
        pegawai: revision.pegawai.iter().map(PegawaiJson::new).collect(),
        tanda_tangan: Signing {
            ulang: list.ulang.iter().map(SignerJson::new).collect(),
            baru: list.baru.iter().map(SignerJson::new).collect(),
            keluar: list.keluar.iter().map(SignerJson::new).collect(),
        },
    };
    // Strings, numbers and lists only: serialising them cannot fail.
    serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
}

fn head(head: &Head) -> HeadJson<'_> {
    HeadJson { instansi: &head.instansi, tahun: head.tahun }
}

const fn keadaan(keadaan: Keadaan) -> &'static str {
    match keadaan {
        Keadaan::Tetap => "tetap",
        Keadaan::Baru => "baru",
        Keadaan::Hilang => "hilang",
    }
}

impl<'a> SignerJson<'a> {
    pub(super) fn new(signer: &'a Signer) -> Self {
        Self {
            nama: signer.nama.as_deref(),
            jabatan: &signer.jabatan,
            id: &signer.id,
            unit: &signer.unit,
            alasan: &signer.alasan,
        }
    }
}

impl<'a> JabatanJson<'a> {
    pub(super) fn new(jabatan: &'a JabatanChanges) -> Self {
        Self {
            id: &jabatan.id,
            id_lama: jabatan.id_lama.as_deref(),
            nama: &jabatan.nama,
            unit: &jabatan.unit,
            pemegang: &jabatan.pemegang,
            keadaan: keadaan(jabatan.keadaan),
            perubahan: jabatan.changes.iter().map(ChangeJson::new).collect(),
        }
    }
}

impl<'a> PegawaiJson<'a> {
    pub(super) fn new(pegawai: &'a PegawaiChanges) -> Self {
        let perubahan = pegawai.changes.iter().map(ChangeJson::new).collect();
        Self { nama: &pegawai.nama, keadaan: keadaan(pegawai.keadaan), perubahan }
    }
}

impl<'a> ChangeJson<'a> {
    pub(super) fn new(change: &'a Change) -> Self {
        let side =
            |side: &'a Option<Side>| side.as_ref().map(|side| SideJson { teks: &side.teks, sel: side.place.as_ref() });
        Self {
            jenis: change.kind.key(),
            peristiwa: phrase::event(change),
            pada: change.pada.as_deref(),
            semula: side(&change.semula),
            menjadi: side(&change.menjadi),
            kata: change.words().into_iter().map(words).collect(),
        }
    }
}

fn words(run: Kata) -> WordsJson {
    let (nasib, teks) = match run {
        Kata::Tetap(teks) => ("tetap", teks),
        Kata::Hapus(teks) => ("hapus", teks),
        Kata::Tambah(teks) => ("tambah", teks),
    };
    WordsJson { nasib, teks }
}
