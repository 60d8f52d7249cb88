//! What the normalised workbook says beside the matrix: people, the targets
//! that are a person's own, and money.

use std::collections::BTreeMap;

use super::Reader;
use super::form::{self, column};
use super::sheet::Sheet;
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::matrix::anggaran::{Line, Money, Tingkat};
use crate::matrix::companions::Companion;
use crate::matrix::targets::{Target, Targets};
use crate::matrix::{roster, source, values};
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::{Located, Place};

/// Words for the levels of money, the highest first.
const TINGKAT: [(&str, Tingkat); 3] = [
    (form::ANGGARAN_TINGKAT[0], Tingkat::Program),
    (form::ANGGARAN_TINGKAT[1], Tingkat::Kegiatan),
    (form::ANGGARAN_TINGKAT[2], Tingkat::SubKegiatan),
];

/// The people of the workbook, if it names any.
pub(super) fn people(grids: &[&Grid]) -> Option<Companion> {
    let grid = grids.iter().find(|grid| grid.sheet() == form::PEGAWAI)?;
    let found = roster::recognise(grid)?;
    (!found.people.is_empty()).then_some(Companion::Roster(found))
}

/// The targets that are a person's own, tied to the indikator by its cell.
pub(super) fn own_targets(
    grids: &[&Grid],
    indikator: &BTreeMap<String, Place>,
    findings: &mut Vec<Finding>,
) -> Option<Companion> {
    let sheet = Sheet::of(grids, form::TARGET, &[column::ID, column::PEGAWAI])?;
    let mut rows = Vec::new();
    for row in sheet.rows() {
        let (Some(id), Some(pegawai)) = (sheet.text(row, column::ID), sheet.text(row, column::PEGAWAI)) else {
            continue;
        };
        let Some(place) = indikator.get(&id.value) else {
            findings.push(reading::unknown_reference(id.place, &id.value));
            continue;
        };
        let measure = super::Measure::of(&sheet, row, id.place.clone(), findings);
        rows.push(Target {
            id: None,
            jabatan: None,
            sasaran: None,
            pegawai: Some(pegawai),
            nip: None,
            nomor: None,
            indikator: Located::new(place.to_string(), id.place),
            satuan: measure.satuan,
            target: measure.target,
            triwulan: measure.triwulan,
        });
    }
    let found = Targets { source: source(sheet.grid), chosen: None, rows, findings: Vec::new() };
    (!found.rows.is_empty()).then_some(Companion::Targets(found))
}

/// The money of the workbook, tied to the jabatan by its header cell.
pub(super) fn money(grids: &[&Grid], reader: &Reader, findings: &mut Vec<Finding>) -> Option<Companion> {
    let sheet = Sheet::of(grids, form::ANGGARAN, &[column::JABATAN, column::URAIAN, column::ANGGARAN])?;
    let mut lines = Vec::new();
    for row in sheet.rows() {
        let (Some(uraian), Some(pagu)) = (sheet.text(row, column::URAIAN), amount(&sheet, row)) else { continue };
        let jabatan = sheet.text(row, column::JABATAN);
        let block = jabatan.as_ref().and_then(|written| reader.find(&written.value));
        if let (Some(written), None) = (&jabatan, block) {
            findings.push(reading::unknown_reference(written.place.clone(), &written.value));
            continue;
        }
        let word = sheet.text(row, column::TINGKAT).map(|word| word.value.to_lowercase()).unwrap_or_default();
        let tingkat =
            TINGKAT.iter().find(|(known, _)| *known == word).map_or(Tingkat::Program, |(_, tingkat)| *tingkat);
        lines.push(Line {
            jabatan,
            blok: block.map(|block| reader.blocks[block].nama.place.clone()),
            tingkat,
            induk: sheet.text(row, column::BAGIAN_DARI),
            uraian,
            pagu,
            keterangan: sheet.text(row, column::KETERANGAN),
        });
    }
    let found = Money { source: source(sheet.grid), lines, findings: Vec::new() };
    (!found.lines.is_empty()).then_some(Companion::Money(found))
}

/// An amount as it is to be printed, a number cell with dots in it.
fn amount(sheet: &Sheet, row: u32) -> Option<Located<String>> {
    let pos = sheet.pos(row, column::ANGGARAN)?;
    match sheet.grid.get(pos)?.value {
        Value::Number(number) if number.is_finite() => {
            Some(Located::new(values::number(number), sheet.grid.place(pos)))
        }
        _ => sheet.text(row, column::ANGGARAN),
    }
}
