//! The targets, with those that single holders have of their own, and the
//! money on a second sheet.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter, WorkbookWriter};

use super::jabatan::Nilai::{Angka, Teks};
use super::jabatan::{Indikator, Jabatan, KEPALA, Nilai};
use super::{anggaran, fit};

/// The columns before the quarters, with their widths in characters.
const KOLOM: [(&str, f64); 6] =
    [("No", 5.0), ("Jabatan", 36.0), ("Pegawai", 26.0), ("Indikator", 50.0), ("Satuan", 14.0), ("Target 2026", 12.0)];
const LEBAR_TRIWULAN: f64 = 9.0;

/// Targets of single holders: jabatan, pegawai, indikator, target, TW I–IV.
/// Everyone else of the jabatan has the jabatan's.
const KHUSUS: &[(&str, &str, &str, Nilai, [Nilai; 4])] = &[
    (
        "Pengadministrasi Perkantoran",
        "Pegawai Contoh 10, A.Md.",
        "Jumlah surat yang dicatat",
        Angka(1800.0),
        [Angka(450.0); 4],
    ),
    ("Pengadministrasi Perkantoran", "Pegawai Contoh 11", "Jumlah surat yang dicatat", Angka(600.0), [Angka(150.0); 4]),
    // She does not promise this one.
    (
        "Pengadministrasi Perkantoran",
        "Pegawai Contoh 11",
        "Jumlah berkas kepegawaian yang ditata",
        Teks("-"),
        [Teks(""); 4],
    ),
];

/// The workbook's bytes.
pub fn write() -> Result<Vec<u8>, Box<dyn Error>> {
    let title = "TARGET KINERJA DINAS CONTOH KOTA CONTOH TAHUN 2026";
    let mut workbook = WorkbookWriter::new(title);
    let mut sheet = workbook.sheet("Target")?;
    header(&mut sheet, title)?;
    let mut row = 5;
    let mut number = 1;
    jabatan(&mut sheet, &KEPALA, &mut row, &mut number)?;
    sheet.freeze_above(5)?;
    sheet.print_landscape();
    anggaran::write(&mut workbook.sheet("Anggaran")?)?;
    Ok(workbook.finish()?)
}

fn header(sheet: &mut SheetWriter, title: &str) -> Result<(), Box<dyn Error>> {
    let first_quarter = KOLOM.len() as u32 + 1;
    sheet.merge(Pos::new(1, 1), Pos::new(1, first_quarter + 3), title, Look::Title)?;
    for (col, (name, width)) in (1..).zip(KOLOM) {
        sheet.width(col, width)?;
        sheet.merge(Pos::new(3, col), Pos::new(4, col), name, Look::Header)?;
    }
    sheet.merge(Pos::new(3, first_quarter), Pos::new(3, first_quarter + 3), "Target Triwulan", Look::Header)?;
    for (col, name) in (first_quarter..).zip(["I", "II", "III", "IV"]) {
        sheet.width(col, LEBAR_TRIWULAN)?;
        sheet.text(Pos::new(4, col), name, Look::Header)?;
    }
    Ok(())
}

/// The rows of a jabatan and of everyone below it.
fn jabatan(sheet: &mut SheetWriter, post: &Jabatan, row: &mut u32, number: &mut u32) -> Result<(), Box<dyn Error>> {
    let all: Vec<&Indikator> = post.sasaran.iter().flat_map(|(_, list)| *list).collect();
    for (index, (text, satuan, target, quarters)) in all.into_iter().enumerate() {
        let nama = if index == 0 { post.nama } else { "" };
        line(sheet, *row, *number, [nama, "", text, satuan], *target, *quarters)?;
        (*row, *number) = (*row + 1, *number + 1);
    }
    for (nama, pegawai, text, target, quarters) in KHUSUS.iter().filter(|(nama, ..)| *nama == post.nama) {
        line(sheet, *row, *number, [nama, pegawai, text, ""], *target, *quarters)?;
        (*row, *number) = (*row + 1, *number + 1);
    }
    post.bawahan.iter().try_for_each(|below| jabatan(sheet, below, row, number))
}

fn line(
    sheet: &mut SheetWriter,
    row: u32,
    number: u32,
    texts: [&str; 4],
    target: Nilai,
    quarters: [Nilai; 4],
) -> Result<(), Box<dyn Error>> {
    sheet.number(Pos::new(row, 1), f64::from(number), Look::Centred)?;
    for (col, text) in (2..).zip(texts) {
        sheet.text(Pos::new(row, col), text, Look::Body)?;
    }
    let first = texts.len() as u32 + 2;
    for (col, value) in (first..).zip(std::iter::once(target).chain(quarters)) {
        match value {
            Angka(number) => sheet.number(Pos::new(row, col), number, Look::Centred)?,
            Teks(text) => sheet.text(Pos::new(row, col), text, Look::Centred)?,
        }
    }
    fit(sheet, row, texts.into_iter().zip(KOLOM[1..].iter().map(|(_, width)| *width)))
}
