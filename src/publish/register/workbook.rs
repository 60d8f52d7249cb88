//! The register as a workbook that the office keeps a copy of and fills in.

use super::{Heading, Noted, Progress, Row, Signed};
use crate::workbook::place::Pos;
use crate::workbook::writer::{Look, WorkbookWriter, WriteError};

/// Heading of the columns, and their width in characters.
pub(super) const COLUMNS: &[(&str, f64)] = &[
    ("No", 5.0),
    (NAME_COLUMN, 32.0),
    (NIP_COLUMN, 23.0),
    (POST_COLUMN, 40.0),
    ("Pihak Kedua", 36.0),
    ("Unit", 30.0),
    ("Hal.", 6.0),
    ("Keadaan", 10.0),
    (SIGNED_COLUMN, 14.0),
    (DATE_COLUMN, 16.0),
    (INITIALS_COLUMN, 10.0),
    ("Catatan", 24.0),
    ("Berkas", 44.0),
    (KEY_COLUMN, 24.0),
];

/// The column of the holder's name.
pub(super) const NAME_COLUMN: &str = "Nama";
/// The column of NIP or NI PPPK.
pub(super) const NIP_COLUMN: &str = "NIP";
/// The column of the holder's jabatan.
pub(super) const POST_COLUMN: &str = "Jabatan";
/// The column in which the office notes "sudah" or "belum".
pub(super) const SIGNED_COLUMN: &str = "Tanda tangan";
/// The column of the date.
pub(super) const DATE_COLUMN: &str = "Tanggal";
/// The column of the initials.
pub(super) const INITIALS_COLUMN: &str = "Paraf";
/// The column by which a row is recognised.
pub(super) const KEY_COLUMN: &str = "Kunci lembar";

/// What stands in [`SIGNED_COLUMN`] once a sheet is signed.
pub(super) const SIGNED_WORD: &str = "sudah";

/// 1-based row of the column headings.
const HEADINGS_ROW: u32 = 5;

/// 1-based column of "sudah" and "belum".
const SIGNED: u32 = 9;

/// Columns that are printed; those behind them are for the program.
const PRINTED: u32 = 12;

/// Writes the register. The same rows give the same bytes.
///
/// # Errors
/// When there are more rows than a worksheet has room for.
pub fn workbook(heading: &Heading, rows: &[Row]) -> Result<Vec<u8>, WriteError> {
    let mut workbook = WorkbookWriter::new(&heading.title);
    let mut sheet = workbook.sheet("Register")?;
    sheet.text(Pos::new(1, 1), &heading.title, Look::Plain)?;
    sheet.text(Pos::new(2, 1), &heading.instansi, Look::Plain)?;
    for (column, (name, width)) in (1..).zip(COLUMNS) {
        sheet.width(column, *width)?;
        sheet.text(Pos::new(HEADINGS_ROW, column), name, Look::Header)?;
    }
    let progress: Progress = rows.iter().map(|row| row.catatan.clone()).collect();
    let mut at = HEADINGS_ROW;
    for row in rows {
        at += 1;
        let state = if row.draf { "DRAF" } else { "siap" };
        let (signed, date, initials, note) = match &row.catatan {
            Noted::Signed(Signed { tanggal, paraf }) => (SIGNED_WORD, &**tanggal, &**paraf, ""),
            Noted::Changed => ("belum", "", "", "isi berubah sesudah ditandatangani"),
            Noted::Nothing if row.draf => ("", "", "", ""),
            Noted::Nothing => ("belum", "", "", ""),
        };
        let kunci = row.kunci.to_string();
        let texts = [
            (2, row.nama.as_deref().unwrap_or_default(), Look::Body),
            (3, row.nip.as_deref().unwrap_or_default(), Look::Centred),
            (4, &row.jabatan, Look::Body),
            (5, row.atasan.as_deref().unwrap_or_default(), Look::Body),
            (6, &row.unit, Look::Body),
            (7, "", Look::Centred),
            (8, state, Look::Centred),
            (SIGNED, signed, Look::Centred),
            (10, date, Look::Centred),
            (11, initials, Look::Centred),
            (12, note, Look::Body),
            (13, &row.berkas, Look::Body),
            (14, &kunci, Look::Body),
        ];
        for (column, text, look) in texts {
            sheet.text(Pos::new(at, column), text, look)?;
        }
        sheet.number(Pos::new(at, 1), row.nomor as f64, Look::Centred)?;
        if let Some(pages) = row.halaman {
            sheet.number(Pos::new(at, 7), pages as f64, Look::Centred)?;
        }
    }
    if at > HEADINGS_ROW {
        let (first, last) = (Pos::new(HEADINGS_ROW + 1, SIGNED), Pos::new(at, SIGNED));
        let of = format!("dari {} sudah ditandatangani", rows.len());
        let formula = format!("=COUNTIF({first}:{last},\"{SIGNED_WORD}\")&\" {of}\"");
        sheet.formula(Pos::new(3, 1), &formula, &progress.describe(), Look::Plain)?;
        sheet.choose(first, last, &[SIGNED_WORD, "belum"])?;
        sheet.filter(Pos::new(HEADINGS_ROW, 1), Pos::new(at, COLUMNS.len() as u32))?;
    }
    sheet.freeze_above(HEADINGS_ROW + 1)?;
    sheet.print_landscape();
    sheet.print_only(Pos::new(1, 1), Pos::new(at, PRINTED))?;
    workbook.finish()
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::super::rows;
    use super::*;

    fn heading() -> Heading {
        let title = "REGISTER PERJANJIAN KINERJA TAHUN 2026".into();
        Heading { title, instansi: "Dinas Contoh".into() }
    }

    #[test]
    fn every_sheet_has_its_row_and_drafts_are_not_to_be_signed() {
        let mut rows = rows(4);
        rows[2].catatan = Noted::Signed(Signed { tanggal: "5 Januari 2026".into(), paraf: "PC".into() });
        rows[3].catatan = Noted::Changed;
        let bytes = workbook(&heading(), &rows).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Register").unwrap();
        let text = |row: u32, column: u32| sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default();
        let names: Vec<_> = (0..14).map(|column| text(4, column)).collect();
        assert_eq!(names, COLUMNS.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!((text(5, 1), text(7, 1)), ("Pegawai Contoh 00".into(), "Pegawai Contoh 02".into()));
        assert!(matches!(sheet.get_value((5, 2)), Some(Data::String(nip)) if nip == "19700101 199501 1 001"));
        assert_eq!((text(5, 7), text(5, 8)), ("siap".into(), "belum".into()));
        assert_eq!((text(6, 7), text(6, 8)), ("DRAF".into(), String::new()));
        assert_eq!([8, 9, 10].map(|column| text(7, column)), ["sudah", "5 Januari 2026", "PC"]);
        assert_eq!((text(8, 8), text(8, 11)), ("belum".into(), "isi berubah sesudah ditandatangani".into()));
        assert_eq!(text(2, 0), "1 dari 4 sudah ditandatangani");
    }

    #[test]
    fn the_same_rows_give_the_same_bytes_and_no_rows_are_a_register_too() {
        assert!(workbook(&heading(), &rows(5)).unwrap() == workbook(&heading(), &rows(5)).unwrap());
        assert!(workbook(&heading(), &[]).unwrap().starts_with(b"PK"));
    }
}
