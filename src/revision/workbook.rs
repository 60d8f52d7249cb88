//! A revision as a workbook that the office can filter and tick off: one sheet
//! of changes, one of who must sign.

use super::change::{Change, Revision, Signer};
use super::kind::Kind;
use super::phrase;
use crate::workbook::place::Pos;
use crate::workbook::writer::{Look, SheetWriter, WorkbookWriter, WriteError};

/// Excel takes no longer text in a cell.
const LONGEST: usize = 32_767;

const CHANGES: &[(&str, f64)] = &[
    ("No", 6.0),
    ("Unit", 22.0),
    ("Jabatan/Pegawai", 34.0),
    ("Perubahan", 22.0),
    ("Pada", 34.0),
    ("Semula", 44.0),
    ("Menjadi", 44.0),
    ("Sel", 26.0),
];

const SIGNING: &[(&str, f64)] = &[
    ("No", 6.0),
    ("Lembar", 20.0),
    ("Nama", 34.0),
    ("Jabatan", 44.0),
    ("Unit", 26.0),
    ("Alasan", 40.0),
    ("Sudah ditandatangani", 14.0),
];

/// The workbook's bytes; the same revision gives the same bytes.
///
/// # Errors
/// When the workbook cannot be put together: more rows than a sheet has.
pub fn workbook(revision: &Revision) -> Result<Vec<u8>, WriteError> {
    let mut workbook = WorkbookWriter::new("Perubahan Perjanjian Kinerja");
    let mut sheet = Table::new(&mut workbook, "Perubahan", &phrase::summary(revision), CHANGES)?;
    for change in &revision.umum {
        sheet.row(&cells("", &revision.baru.instansi, change))?;
    }
    for jabatan in &revision.jabatan {
        for change in &jabatan.changes {
            sheet.row(&cells(&jabatan.unit, &jabatan.nama, change))?;
        }
    }
    for pegawai in &revision.pegawai {
        for change in &pegawai.changes {
            sheet.row(&cells("", &pegawai.nama, change))?;
        }
    }
    sheet.finish(None)?;
    let list = &revision.must_sign;
    let mut sheet = Table::new(&mut workbook, "Tanda tangan", &phrase::signing(revision), SIGNING)?;
    for (title, signers) in
        [("ditandatangani ulang", &list.ulang), ("lembar baru", &list.baru), ("tidak dipakai lagi", &list.keluar)]
    {
        for signer in signers {
            sheet.row(&signing(title, signer))?;
        }
    }
    sheet.finish(Some(&["sudah", "belum"]))?;
    workbook.finish()
}

fn cells(unit: &str, name: &str, change: &Change) -> Vec<String> {
    let text = |side: &Option<super::change::Side>| match side {
        Some(_) if change.kind == Kind::Nip => "(tidak ditampilkan)".to_owned(),
        Some(side) => side.teks.clone(),
        None => String::new(),
    };
    let pada = change.pada.clone().unwrap_or_default();
    let sides = [text(&change.semula), text(&change.menjadi)];
    let head = [unit.to_owned(), name.to_owned(), phrase::event(change), pada];
    head.into_iter().chain(sides).chain([phrase::cells(change)]).collect()
}

fn signing(title: &str, signer: &Signer) -> Vec<String> {
    let nama = signer.nama.clone().unwrap_or_else(|| "(belum tercatat)".to_owned());
    let rest = [nama, signer.jabatan.clone(), signer.unit.clone(), signer.alasan.join(", "), String::new()];
    std::iter::once(title.to_owned()).chain(rest).collect()
}

/// A sheet with a title, a header and numbered rows.
struct Table<'a> {
    sheet: SheetWriter<'a>,
    columns: u32,
    row: u32,
}

/// The header's row; the first entry stands below it.
const HEADER: u32 = 3;

impl<'a> Table<'a> {
    fn new(
        workbook: &'a mut WorkbookWriter,
        name: &str,
        title: &str,
        columns: &[(&str, f64)],
    ) -> Result<Self, WriteError> {
        let mut sheet = workbook.sheet(name)?;
        sheet.text(Pos::new(1, 1), title, Look::Plain)?;
        for (col, (label, width)) in (1..).zip(columns) {
            sheet.text(Pos::new(HEADER, col), label, Look::Header)?;
            sheet.width(col, *width)?;
        }
        sheet.freeze_above(HEADER + 1)?;
        sheet.print_landscape();
        Ok(Self { sheet, columns: columns.len() as u32, row: HEADER })
    }

    fn row(&mut self, cells: &[String]) -> Result<(), WriteError> {
        self.row += 1;
        self.sheet.number(Pos::new(self.row, 1), f64::from(self.row - HEADER), Look::Centred)?;
        for (col, text) in (2..).zip(cells) {
            let text: String = text.chars().take(LONGEST).collect();
            self.sheet.text(Pos::new(self.row, col), &text, Look::Body)?;
        }
        Ok(())
    }

    /// Puts the filter on, and a list to choose from into the last column.
    fn finish(mut self, choices: Option<&[&str]>) -> Result<(), WriteError> {
        if self.row == HEADER {
            return Ok(());
        }
        let last = Pos::new(self.row, self.columns);
        self.sheet.filter(Pos::new(HEADER, 1), last)?;
        match choices {
            Some(choices) => self.sheet.choose(Pos::new(HEADER + 1, self.columns), last, choices),
            None => Ok(()),
        }
    }
}
