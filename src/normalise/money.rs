//! The sheet of money.

use super::Input;
use super::keys::Keys;
use super::marks::Marks;
use super::sheets::{Done, optional, references};
use super::table::{Column, Table};
use crate::matrix::normal::form::{self, column};
use crate::workbook::writer::{Look, WorkbookWriter};

const ANGGARAN: &[Column] = &[
    (column::JABATAN, 40.0, Look::Body),
    (column::TINGKAT, 14.0, Look::Centred),
    (column::BAGIAN_DARI, 40.0, Look::Body),
    (column::URAIAN, 60.0, Look::Body),
    (column::ANGGARAN, 20.0, Look::Amount),
    (column::KETERANGAN, 20.0, Look::Body),
];

/// The lines of money in their order; no sheet where there are none.
pub(super) fn anggaran(workbook: &mut WorkbookWriter, input: Input, keys: &Keys, marks: &mut Marks) -> Done {
    let lines = input.cascade.anggaran();
    if lines.is_empty() {
        return Ok(());
    }
    let mut table = Table::new(workbook, form::ANGGARAN, ANGGARAN, marks)?;
    for line in lines {
        table.next_row()?;
        table.text(column::JABATAN, keys.sebutan(line.jabatan))?;
        table.text(column::TINGKAT, form::ANGGARAN_TINGKAT[line.tingkat as usize])?;
        let induk = line.induk.and_then(|index| lines.get(index));
        table.text(column::BAGIAN_DARI, induk.map_or(form::PART_OF_NONE, |induk| induk.uraian.value.as_str()))?;
        table.located(column::URAIAN, &line.uraian.value, &line.uraian.place)?;
        table.located(column::ANGGARAN, &line.pagu.value, &line.pagu.place)?;
        optional(&mut table, column::KETERANGAN, &line.keterangan)?;
    }
    table.choose(column::TINGKAT, &form::ANGGARAN_TINGKAT)?;
    table.choose_from(column::JABATAN, &references(input))?;
    table.finish()
}
