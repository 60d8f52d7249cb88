//! The roster: every way in which a post is held.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};

use super::{fit, head};

/// The columns with their widths in characters.
const KOLOM: &[(&str, f64)] = &[
    ("No", 5.0),
    ("Nama", 32.0),
    ("NIP/NI PPPK", 24.0),
    ("Pangkat", 24.0),
    ("Golongan", 10.0),
    ("Jabatan", 40.0),
    ("Atasan", 28.0),
    ("Status", 10.0),
    ("TTE", 8.0),
    ("Keterangan", 30.0),
];

/// A row: the columns but the number.
type Row = [&'static str; 9];

/// What a single post is called by its two holders.
const PENYULUH: &str = "Penyuluh Contoh Ahli Muda";
const PEKERJA: &str = "Pekerja Contoh Ahli Muda";

const PEGAWAI: &[Row] = &[
    [
        "Dr. Pegawai Contoh 01, M.Si.",
        "19700101 199501 1 001",
        "Pembina Utama Muda",
        "IV/c",
        "Kepala Dinas Contoh Kota Contoh",
        "",
        "",
        "",
        "",
    ],
    [
        "Pegawai Contoh 02, S.E., M.M.",
        "19750102 200001 2 001",
        "Pembina Tingkat I",
        "IV/b",
        "Sekretaris",
        "",
        "Pj.",
        "",
        "",
    ],
    // One person on two posts: his own, for which he signs electronically, and
    // the one that has nobody.
    [
        "Pegawai Contoh 03, S.Sos.",
        "19780103 200301 1 001",
        "Pembina",
        "IV/a",
        "Kepala Bidang Pelayanan",
        "",
        "",
        "Ya",
        "",
    ],
    [
        "Pegawai Contoh 03, S.Sos.",
        "19780103 200301 1 001",
        "Pembina",
        "IV/a",
        "Kepala Bidang Pemberdayaan",
        "",
        "Plt.",
        "",
        "",
    ],
    [
        "Pegawai Contoh 04, S.A.P.",
        "19850104 201001 2 001",
        "Penata Tingkat I",
        "III/d",
        "Kepala Subbagian Umum dan Kepegawaian",
        "",
        "Plh.",
        "",
        "",
    ],
    ["Pegawai Contoh 05, S.T.", "19900105 201501 1 001", "Penata", "III/c", "Perencana Ahli Muda", "", "", "", ""],
    // One block that names two jabatan, with a holder of each.
    ["Pegawai Contoh 06, S.ST.", "19900106 201501 2 001", "Penata", "III/c", PENYULUH, "", "", "", ""],
    ["Pegawai Contoh 07, S.Tr.Sos.", "19900107 2022 21 1 001", "", "IX", PEKERJA, "", "", "", "PPPK"],
    [
        "Pegawai Contoh 08, S.IP.",
        "19910108 201601 1 001",
        "Penata Muda Tingkat I",
        "III/b",
        "Analis Kebijakan Ahli Muda",
        "",
        "",
        "",
        "",
    ],
    // One jabatan held by three: a PNS with a duty besides, a PPPK, and a PPPK
    // paruh waktu.
    [
        "Pegawai Contoh 09",
        "19920109 201701 2 001",
        "Pengatur",
        "II/c",
        "Pengadministrasi Perkantoran - Bendahara",
        "",
        "",
        "",
        "",
    ],
    [
        "Pegawai Contoh 10, A.Md.",
        "19930110 2023 21 1 001",
        "",
        "VII",
        "Pengadministrasi Perkantoran",
        "",
        "",
        "",
        "PPPK",
    ],
    [
        "Pegawai Contoh 11",
        "19940111 2025 21 2 001",
        "",
        "V",
        "Pengadministrasi Perkantoran",
        "",
        "",
        "",
        "PPPK paruh waktu",
    ],
    // A vacant post.
    ["(lowong)", "", "", "", "Arsiparis Terampil", "", "", "", ""],
    // One person who moves within the year.
    [
        "Pegawai Contoh 12, A.Md.",
        "19950112 201901 1 001",
        "Pengatur",
        "II/c",
        "Pengelola Layanan Operasional",
        PENYULUH,
        "",
        "",
        "Januari s.d. Juni 2026",
    ],
    [
        "Pegawai Contoh 12, A.Md.",
        "19950112 201901 1 001",
        "Pengatur",
        "II/c",
        "Penata Layanan Operasional",
        "",
        "",
        "",
        "Juli s.d. Desember 2026",
    ],
    // One person with two jabatan of the same kind.
    ["Pegawai Contoh 13, S.Kom.", "19960113 202001 2 001", "Penata Muda", "III/a", "Pengelola Data", "", "", "", ""],
    [
        "Pegawai Contoh 13, S.Kom.",
        "19960113 202001 2 001",
        "Penata Muda",
        "III/a",
        "Pengelola Layanan Operasional",
        PEKERJA,
        "",
        "",
        "",
    ],
];

/// The workbook's bytes.
pub fn write() -> Result<Vec<u8>, Box<dyn Error>> {
    let title = "DAFTAR PEGAWAI DINAS CONTOH KOTA CONTOH TAHUN 2026";
    let mut workbook = WorkbookWriter::new(title);
    let mut sheet = workbook.sheet("Pegawai")?;
    head(&mut sheet, title, KOLOM)?;
    for (number, (row, cells)) in (1..).zip((4..).zip(PEGAWAI)) {
        sheet.number(Pos::new(row, 1), f64::from(number), Look::Centred)?;
        for (col, text) in (2..).zip(cells) {
            sheet.text(Pos::new(row, col), text, Look::Body)?;
        }
        fit(&mut sheet, row, cells.iter().copied().zip(KOLOM[1..].iter().map(|(_, width)| *width)))?;
    }
    sheet.freeze_above(4)?;
    sheet.print_landscape();
    Ok(workbook.finish()?)
}
