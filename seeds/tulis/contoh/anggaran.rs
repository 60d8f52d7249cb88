//! The money: each program with its kegiatan and sub kegiatan, the program's
//! cell merged over its rows.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter};

use super::{fit, head};

/// The columns with their widths in characters.
const KOLOM: &[(&str, f64)] = &[
    ("Penanggung Jawab", 34.0),
    ("Program", 34.0),
    ("Kegiatan", 40.0),
    ("Sub Kegiatan", 40.0),
    ("Pagu Anggaran (Rp)", 20.0),
    ("Keterangan", 14.0),
];

const KEPALA: &str = "Kepala Dinas Contoh Kota Contoh";
const SEKRETARIS: &str = "Sekretaris";
const UMUM: &str = "Kepala Subbagian Umum dan Kepegawaian";

/// A line: who answers for it, kegiatan, sub kegiatan, and the amount. The
/// first line of a program is the program's own.
type Line = (&'static str, &'static str, &'static str, u32);

const PROGRAM: &[(&str, &[Line])] = &[
    (
        "Program Penunjang Urusan Pemerintahan Daerah",
        &[
            (KEPALA, "", "", 1_850_000_000),
            (SEKRETARIS, "Kegiatan Perencanaan dan Evaluasi Kinerja", "", 350_000_000),
            (SEKRETARIS, "Kegiatan Administrasi Umum Perangkat Daerah", "", 900_000_000),
            (UMUM, "", "Sub Kegiatan Penyediaan Peralatan Kantor", 400_000_000),
            (UMUM, "", "Sub Kegiatan Penatausahaan Arsip", 500_000_000),
            (SEKRETARIS, "Kegiatan Administrasi Kepegawaian Perangkat Daerah", "", 600_000_000),
            (UMUM, "", "Sub Kegiatan Pengelolaan Administrasi Kepegawaian", 600_000_000),
        ],
    ),
    (
        "Program Pelayanan Contoh",
        &[
            (KEPALA, "", "", 2_400_000_000),
            ("Kepala Bidang Pelayanan", "Kegiatan Pelayanan Langsung bagi Masyarakat", "", 1_500_000_000),
            ("Kepala Bidang Pelayanan", "Kegiatan Penyusunan Standar Pelayanan", "", 900_000_000),
        ],
    ),
    (
        "Program Pemberdayaan Contoh",
        &[
            (KEPALA, "", "", 1_200_000_000),
            ("Kepala Bidang Pemberdayaan", "Kegiatan Pembinaan Kelompok", "", 1_200_000_000),
        ],
    ),
];

/// Writes the sheet.
pub fn write(sheet: &mut SheetWriter) -> Result<(), Box<dyn Error>> {
    head(sheet, "ANGGARAN DINAS CONTOH KOTA CONTOH TAHUN 2026", KOLOM)?;
    let mut row = 4;
    let mut total = 0.0;
    for (program, lines) in PROGRAM {
        sheet.merge(Pos::new(row, 2), Pos::new(row + lines.len() as u32 - 1, 2), program, Look::Body)?;
        total += lines.first().map_or(0.0, |line| f64::from(line.3));
        for (jabatan, kegiatan, sub, amount) in *lines {
            for (col, text) in [(1, *jabatan), (3, *kegiatan), (4, *sub), (6, "APBD")] {
                sheet.text(Pos::new(row, col), text, Look::Body)?;
            }
            sheet.number(Pos::new(row, 5), f64::from(*amount), Look::Body)?;
            fit(sheet, row, [*jabatan, *kegiatan, *sub].into_iter().zip([34.0, 40.0, 40.0]))?;
            row += 1;
        }
    }
    sheet.merge(Pos::new(row, 1), Pos::new(row, 4), "JUMLAH", Look::Label)?;
    sheet.number(Pos::new(row, 5), total, Look::Body)?;
    sheet.freeze_above(4)?;
    sheet.print_landscape();
    Ok(())
}
