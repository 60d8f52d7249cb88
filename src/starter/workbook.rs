//! The workbook to fill: the matrix as a flat list, and the people.

use super::rows::{MATRIKS, PEGAWAI, Row};
use crate::cascade::pangkat;
use crate::workbook::place::Pos;
use crate::workbook::writer::{Look, SheetWriter, WorkbookWriter, WriteError};

/// Rows that offer their lists.
const ROOM: u32 = 2_000;

/// Columns by name and width in characters.
type Columns = [(&'static str, f64)];

const MATRIKS_COLUMNS: &Columns = &[
    ("Jabatan", 40.0),
    ("Atasan", 40.0),
    ("Sasaran", 50.0),
    ("Indikator", 50.0),
    ("Satuan", 12.0),
    ("Target", 10.0),
    ("TW I", 8.0),
    ("TW II", 8.0),
    ("TW III", 8.0),
    ("TW IV", 8.0),
];

const PEGAWAI_COLUMNS: &Columns = &[
    ("Nama", 34.0),
    ("NIP", 24.0),
    ("Pangkat", 24.0),
    ("Golongan", 11.0),
    ("Jabatan", 44.0),
    ("Unit", 32.0),
    ("Status", 11.0),
];

/// The workbook's bytes.
pub(super) fn matriks() -> Result<Vec<u8>, WriteError> {
    let mut workbook = WorkbookWriter::new("Matriks kinerja");
    let mut sheet = workbook.sheet("Matriks")?;
    header(&mut sheet, MATRIKS_COLUMNS)?;
    for (row, cells) in (2..).zip(MATRIKS) {
        matrix_row(&mut sheet, row, cells)?;
    }
    sheet.choose_from(Pos::new(2, 2), Pos::new(ROOM, 2), &format!("=$A$2:$A${ROOM}"))?;
    let mut sheet = workbook.sheet("Pegawai")?;
    header(&mut sheet, PEGAWAI_COLUMNS)?;
    for (row, [nama, pangkat, golongan, jabatan, unit, status]) in (2..).zip(PEGAWAI) {
        let cells = [*nama, "", *pangkat, *golongan, *jabatan, *unit, *status];
        for (col, text) in (1..).zip(cells) {
            sheet.text(Pos::new(row, col), text, Look::Body)?;
        }
    }
    let golongan: Vec<&str> = pangkat::PNS.iter().map(|(name, _)| *name).chain(pangkat::PPPK.iter().copied()).collect();
    sheet.choose(Pos::new(2, 4), Pos::new(ROOM, 4), &golongan)?;
    sheet.choose_from(Pos::new(2, 5), Pos::new(ROOM, 5), &format!("=Matriks!$A$2:$A${ROOM}"))?;
    sheet.choose(Pos::new(2, 7), Pos::new(ROOM, 7), &["Definitif", "Plt.", "Plh.", "Pj."])?;
    workbook.finish()
}

fn header(sheet: &mut SheetWriter, columns: &Columns) -> Result<(), WriteError> {
    for (col, (name, width)) in (1..).zip(columns) {
        sheet.width(col, *width)?;
        sheet.text(Pos::new(1, col), name, Look::Header)?;
    }
    sheet.freeze_above(2)?;
    sheet.print_landscape();
    Ok(())
}

/// Targets are text, as they are to be printed.
fn matrix_row(sheet: &mut SheetWriter, row: u32, cells: &Row) -> Result<(), WriteError> {
    for (col, text) in (1..).zip(cells) {
        let look = if col > 4 { Look::Centred } else { Look::Body };
        sheet.text(Pos::new(row, col), text, look)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::{self, draft::LayoutKind, roster};
    use crate::workbook::read_bytes;

    #[test]
    fn the_workbook_is_read_as_a_flat_list_with_its_people() {
        let grids = read_bytes("matriks.xlsx", matriks().unwrap()).unwrap();
        let recognised = matrix::recognise(&grids).unwrap();
        assert_eq!(recognised.draft.layout.kind, LayoutKind::FlatList);
        assert_eq!(recognised.draft.blocks.len(), MATRIKS.len());
        assert!(recognised.findings.is_empty(), "{:#?}", recognised.findings);
        let people = roster::recognise(&grids[1]).unwrap().people;
        assert_eq!(people.len(), PEGAWAI.len());
        assert!(people.iter().all(|person| person.jabatan.is_some() && person.nip.is_none()));
    }
}
