//! The matrix as a long table: a level is three columns, and a superior's
//! cells are merged over the rows of everyone below it.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter, WorkbookWriter};

use super::fit;
use super::jabatan::{Jabatan, KEPALA, TUJUAN};

/// The levels, as their columns are headed.
const TINGKAT: [&str; 4] = ["KEPALA DINAS", "ADMINISTRATOR", "PENGAWAS DAN JABATAN FUNGSIONAL", "PELAKSANA"];
/// The columns of a level, with their widths in characters.
const KOLOM: [(&str, f64); 3] = [("Jabatan", 20.0), ("Sasaran", 26.0), ("Indikator", 30.0)];
/// The column of the tujuan, before the first level.
const LEBAR_TUJUAN: f64 = 22.0;

/// First row of the header, and of the body below it and its column numbers.
const HEADER: u32 = 3;
const BODY: u32 = 6;

/// The workbook's bytes.
pub fn write() -> Result<Vec<u8>, Box<dyn Error>> {
    let title = "PENGUKURAN KINERJA INDIVIDU DINAS CONTOH KOTA CONTOH TAHUN 2026";
    let mut workbook = WorkbookWriter::new(title);
    let mut sheet = workbook.sheet("Matriks")?;
    let last_column = column(TINGKAT.len()) - 1;
    sheet.merge(Pos::new(1, 1), Pos::new(1, last_column), title, Look::Title)?;
    header(&mut sheet)?;
    let rows = rows(&KEPALA);
    sheet.merge(Pos::new(BODY, 1), Pos::new(BODY + rows - 1, 1), TUJUAN, Look::Body)?;
    block(&mut sheet, &KEPALA, 0, BODY)?;
    for row in BODY..BODY + rows {
        // The longest text of any level, in the narrowest of its columns.
        fit(&mut sheet, row, std::iter::once(("x".repeat(64).as_str(), KOLOM[1].1)))?;
    }
    foot(&mut sheet, BODY + rows + 1, last_column)?;
    sheet.freeze_above(BODY)?;
    sheet.print_landscape();
    Ok(workbook.finish()?)
}

/// The first column of a level, 0 being the top.
fn column(level: usize) -> u32 {
    2 + (level * KOLOM.len()) as u32
}

fn header(sheet: &mut SheetWriter) -> Result<(), Box<dyn Error>> {
    sheet.width(1, LEBAR_TUJUAN)?;
    sheet.merge(Pos::new(HEADER, 1), Pos::new(HEADER + 1, 1), "Tujuan", Look::Header)?;
    for (level, name) in TINGKAT.iter().enumerate() {
        let first = column(level);
        sheet.merge(Pos::new(HEADER, first), Pos::new(HEADER, column(level + 1) - 1), name, Look::Header)?;
        for (col, (name, width)) in (first..).zip(KOLOM) {
            sheet.width(col, width)?;
            sheet.text(Pos::new(HEADER + 1, col), name, Look::Header)?;
        }
    }
    for col in 1..column(TINGKAT.len()) {
        sheet.text(Pos::new(HEADER + 2, col), &format!("({col})"), Look::Centred)?;
    }
    Ok(())
}

fn indikator(jabatan: &Jabatan) -> u32 {
    jabatan.sasaran.iter().map(|(_, indikator)| indikator.len() as u32).sum()
}

/// How many rows a jabatan takes with everyone below it.
fn rows(jabatan: &Jabatan) -> u32 {
    indikator(jabatan).max(jabatan.bawahan.iter().map(rows).sum())
}

/// Writes a jabatan over its rows, and everyone below it to its right. Its
/// indikator share the rows; the last one takes what is left.
fn block(sheet: &mut SheetWriter, jabatan: &Jabatan, level: usize, first: u32) -> Result<(), Box<dyn Error>> {
    let col = column(level);
    let last = first + rows(jabatan) - 1;
    let share = rows(jabatan) / indikator(jabatan);
    sheet.merge(Pos::new(first, col), Pos::new(last, col), jabatan.nama, Look::Label)?;
    let mut row = first;
    for (index, (sasaran, list)) in jabatan.sasaran.iter().enumerate() {
        let is_last = index + 1 == jabatan.sasaran.len();
        let end = if is_last { last } else { row + share * list.len() as u32 - 1 };
        sheet.merge(Pos::new(row, col + 1), Pos::new(end, col + 1), sasaran, Look::Body)?;
        for (number, (text, ..)) in list.iter().enumerate() {
            let end = if number + 1 == list.len() { end } else { row + share - 1 };
            sheet.merge(Pos::new(row, col + 2), Pos::new(end, col + 2), text, Look::Body)?;
            row = end + 1;
        }
    }
    let mut row = first;
    for bawahan in jabatan.bawahan {
        block(sheet, bawahan, level + 1, row)?;
        row += rows(bawahan);
    }
    Ok(())
}

fn foot(sheet: &mut SheetWriter, first: u32, last_column: u32) -> Result<(), Box<dyn Error>> {
    let lines = [
        (0, "Kota Contoh, 5 Januari 2026", Look::Sign),
        (1, KEPALA.nama, Look::Sign),
        (5, "Dr. Pegawai Contoh 01, M.Si.", Look::Name),
        (6, "NIP. 19700101 199501 1 001", Look::Sign),
    ];
    for (down, text, look) in lines {
        let row = first + down;
        sheet.merge(Pos::new(row, last_column - 1), Pos::new(row, last_column), text, look)?;
    }
    Ok(())
}
