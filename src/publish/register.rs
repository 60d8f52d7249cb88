//! The register of agreements, which is also the receipt list: one row a
//! sheet, with room to note who has signed. A workbook, because the office
//! keeps its own copy and fills it in.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    XlsxError,
};

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
    /// Year, month and day for the file's metadata; never the clock's.
    pub date: (u16, u8, u8),
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

/// 0-based row of the column headings.
const HEADINGS_ROW: u32 = 4;

/// Writes the register. The same rows give the same bytes.
///
/// # Errors
/// When there are more rows than a worksheet has room for.
pub fn workbook(heading: &Heading, rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let (year, month, day) = heading.date;
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    workbook.set_properties(&DocProperties::new().set_title(&heading.title).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name("Register")?;

    let base = Format::new().set_font_name("Arial").set_font_size(10);
    let title = base.clone().set_font_size(14).set_bold();
    let cell = base.clone().set_border(FormatBorder::Hair).set_align(FormatAlign::Top).set_text_wrap();
    let centred = cell.clone().set_align(FormatAlign::Center);
    let head = centred.clone().set_bold().set_background_color(Color::RGB(0xE7_EC_F2)).set_border(FormatBorder::Thin);
    // What the office fills in may stay unlocked for it.
    let open = centred.clone().set_unlocked();

    sheet.write_with_format(0, 0, heading.title.as_str(), &title)?;
    sheet.write_with_format(1, 0, heading.instansi.as_str(), &base)?;
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, *width)?;
        sheet.write_with_format(HEADINGS_ROW, column, *name, &head)?;
    }
    let mut row = HEADINGS_ROW;
    for (number, entry) in (1_u32..).zip(rows) {
        row = HEADINGS_ROW + number;
        let state = if entry.draft { "DRAF" } else { "siap" };
        let signed = if entry.draft { "" } else { "belum" };
        let texts: [(&str, &Format); 5] = [
            (&entry.name, &cell),
            (&entry.nip, &centred),
            (&entry.jabatan, &cell),
            (&entry.superior, &cell),
            (&entry.unit, &cell),
        ];
        sheet.write_with_format(row, 0, number, &centred)?;
        for (column, (text, format)) in (1..).zip(texts) {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        sheet.write_with_format(row, 6, entry.pages as u32, &centred)?;
        sheet.write_with_format(row, 7, state, &centred)?;
        sheet.write_with_format(row, 8, signed, &open)?;
        sheet.write_with_format(row, 9, "", &open)?;
        sheet.write_with_format(row, 10, "", &open)?;
        sheet.write_string_with_format(row, 11, &entry.path, &cell)?;
    }
    if row > HEADINGS_ROW {
        let (first, last) = (HEADINGS_ROW + 2, row + 1);
        let count =
            Formula::new(format!("=COUNTIF(I{first}:I{last},\"sudah\")&\" dari {} sudah ditandatangani\"", rows.len()));
        let count = count.set_result(format!("0 dari {} sudah ditandatangani", rows.len()));
        sheet.write_formula_with_format(2, 0, count, &base)?;
        let choice = DataValidation::new().allow_list_strings(&["sudah", "belum"])?;
        sheet.add_data_validation(HEADINGS_ROW + 1, 8, row, 8, &choice)?;
        sheet.autofilter(HEADINGS_ROW, 0, row, 11)?;
    }
    sheet.set_freeze_panes(HEADINGS_ROW + 1, 2)?;
    sheet.set_repeat_rows(HEADINGS_ROW, HEADINGS_ROW)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    workbook.save_to_buffer()
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
        Heading { title, instansi: "Dinas Contoh".into(), date: (2026, 1, 2) }
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
