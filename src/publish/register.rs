//! The register of agreements, which is also the receipt list: one row a
//! sheet, with room to note who has signed. A workbook, because the office
//! keeps its own copy and fills it in.

use crate::workbook::place::Pos;
use crate::workbook::writer::{Look, WorkbookWriter, WriteError};

/// One sheet in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The holder's name; empty while the post is vacant.
    pub name: String,
    /// NIP or NI PPPK as printed; a text, never a number.
    pub nip: String,
    /// The holder's jabatan.
    pub jabatan: String,
    /// Who signs as Pihak Kedua.
    pub superior: String,
    /// The unit.
    pub unit: String,
    /// The sheet's pages.
    pub pages: usize,
    /// Whether it is marked DRAF and must not be signed yet.
    pub draft: bool,
    /// The sheet's file, relative to the output folder.
    pub path: String,
}

/// What stands above the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// "REGISTER PERJANJIAN KINERJA TAHUN 2026".
    pub title: String,
    /// The agency's name.
    pub instansi: String,
}

/// Heading of the columns, and their width in characters.
const COLUMNS: &[(&str, f64)] = &[
    ("No", 5.0),
    ("Nama", 32.0),
    ("NIP", 23.0),
    ("Jabatan", 40.0),
    ("Pihak Kedua", 36.0),
    ("Unit", 30.0),
    ("Hal.", 6.0),
    ("Keadaan", 10.0),
    ("Tanda tangan", 14.0),
    ("Tanggal", 13.0),
    ("Paraf", 10.0),
    ("Berkas", 44.0),
];

/// The column in which the office notes "sudah" or "belum".
pub const SIGNED_COLUMN: &str = "Tanda tangan";

/// 1-based row of the column headings.
const HEADINGS_ROW: u32 = 5;

/// 1-based column of "sudah" and "belum".
const SIGNED: u32 = 9;

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
    let mut row = HEADINGS_ROW;
    for (number, entry) in (1_u32..).zip(rows) {
        row = HEADINGS_ROW + number;
        let state = if entry.draft { "DRAF" } else { "siap" };
        let signed = if entry.draft { "" } else { "belum" };
        let texts: [(u32, &str, Look); 10] = [
            (2, &entry.name, Look::Body),
            (3, &entry.nip, Look::Centred),
            (4, &entry.jabatan, Look::Body),
            (5, &entry.superior, Look::Body),
            (6, &entry.unit, Look::Body),
            (8, state, Look::Centred),
            (SIGNED, signed, Look::Centred),
            // Date and initials are the office's to fill in.
            (10, "", Look::Centred),
            (11, "", Look::Centred),
            (12, &entry.path, Look::Body),
        ];
        sheet.number(Pos::new(row, 1), number.into(), Look::Centred)?;
        sheet.number(Pos::new(row, 7), entry.pages as f64, Look::Centred)?;
        for (column, text, look) in texts {
            sheet.text(Pos::new(row, column), text, look)?;
        }
    }
    if row > HEADINGS_ROW {
        let first = Pos::new(HEADINGS_ROW + 1, SIGNED);
        let last = Pos::new(row, SIGNED);
        let of = format!("dari {} sudah ditandatangani", rows.len());
        let formula = format!("=COUNTIF({first}:{last},\"sudah\")&\" {of}\"");
        sheet.formula(Pos::new(3, 1), &formula, &format!("0 {of}"), Look::Plain)?;
        sheet.choose(first, last, &["sudah", "belum"])?;
        sheet.filter(Pos::new(HEADINGS_ROW, 1), Pos::new(row, COLUMNS.len() as u32))?;
    }
    sheet.freeze_above(HEADINGS_ROW + 1)?;
    sheet.print_landscape();
    workbook.finish()
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn rows(count: usize) -> Vec<Row> {
        (0..count)
            .map(|n| Row {
                name: format!("Pegawai Contoh {n:02}"),
                nip: "19700101 199501 1 001".into(),
                jabatan: "Penata Layanan".into(),
                superior: "Kepala Bidang A".into(),
                unit: "Bidang A".into(),
                pages: 2,
                draft: n == 1,
                path: format!("pk/Bidang A/{n}.pdf"),
            })
            .collect()
    }

    fn heading() -> Heading {
        let title = "REGISTER PERJANJIAN KINERJA TAHUN 2026".into();
        Heading { title, instansi: "Dinas Contoh".into() }
    }

    #[test]
    fn every_sheet_has_its_row_and_drafts_are_not_to_be_signed() {
        let bytes = workbook(&heading(), &rows(3)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Register").unwrap();
        let text = |row: u32, column: u32| sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default();
        let names: Vec<_> = (0..12).map(|column| text(4, column)).collect();
        assert_eq!(names[8], SIGNED_COLUMN);
        assert_eq!(names.len(), COLUMNS.len());
        assert_eq!((text(5, 1), text(7, 1)), ("Pegawai Contoh 00".into(), "Pegawai Contoh 02".into()));
        assert!(matches!(sheet.get_value((5, 2)), Some(Data::String(nip)) if nip == "19700101 199501 1 001"));
        assert_eq!((text(5, 7), text(5, 8)), ("siap".into(), "belum".into()));
        assert_eq!((text(6, 7), text(6, 8)), ("DRAF".into(), String::new()));
        assert_eq!(text(2, 0), "0 dari 3 sudah ditandatangani");
    }

    #[test]
    fn the_same_rows_give_the_same_bytes_and_no_rows_are_a_register_too() {
        assert!(workbook(&heading(), &rows(5)).unwrap() == workbook(&heading(), &rows(5)).unwrap());
        assert!(workbook(&heading(), &[]).unwrap().starts_with(b"PK"));
    }
}
