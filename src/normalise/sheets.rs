//! The sheets of the normalised workbook, one function each.

use std::collections::BTreeMap;

use super::Input;
use super::keys::{Keys, RowIds};
use super::marks::Marks;
use super::people;
use super::table::{Column, Table};
use crate::cascade::{Indikator, Jabatan, Jenjang, Kelompok, normal};
use crate::finding::rules::{content, structure};
use crate::matrix::normal::form::{self, column, label};
use crate::workbook::place::{Located, Place, Pos, column_letters};
use crate::workbook::writer::{Look, WorkbookWriter, WriteError};

pub(super) type Done = Result<(), WriteError>;

/// How the workbook is worked on.
const NOTES: &[&str] = &[
    "Lembar Jabatan: satu baris satu jabatan. Kolom Atasan memilih dari kolom Sebutan; Dasar \"letak\" berarti atasannya \
     baru diduga dari letaknya di matriks, \"pasti\" berarti sudah dipastikan.",
    "Lembar Sasaran & Indikator: sasaran dan indikator bernomor Kelompok sama berpasangan. Tanda ? di belakang nomor \
     berarti pasangannya belum jelas: bagi nomornya, atau hapus tandanya bila memang satu kelompok.",
    "Kolom ID menghubungkan baris antarlembar; jangan diubah. Pada baris baru, ID boleh kosong.",
    "Sel berwarna punya temuan; arahkan penunjuk ke sel itu untuk membacanya.",
    "Untuk memakai buku kerja ini, taruh di folder instansi sebagai pengganti semua buku kerja yang lama. Tabel [struktur] di \
     perjakin.toml tidak diperlukan lagi, karena atasan sudah tertulis di lembar Jabatan.",
];

/// The sheet of the instansi: labels and values, then how to go on.
pub(super) fn instansi(workbook: &mut WorkbookWriter, input: Input, marks: &mut Marks) -> Done {
    let mut sheet = workbook.sheet(form::INSTANSI)?;
    sheet.width(1, 28.0)?;
    sheet.width(2, 90.0)?;
    sheet.text(Pos::new(1, 1), form::MARK, Look::Plain)?;
    let foot = &input.draft.foot;
    let tahun = input.cascade.tahun().to_string();
    let own = [(label::INSTANSI, input.cascade.instansi()), (label::TAHUN, tahun.as_str())];
    let found = [
        (label::JUDUL, &input.draft.title),
        (label::TEMPAT_TANGGAL, &foot.place_and_date),
        (label::JABATAN, &foot.jabatan),
        (label::NAMA, &foot.nama),
        (label::PANGKAT, &foot.pangkat),
        (label::NIP, &foot.nip),
    ];
    let mut row = 3;
    for (name, value) in own {
        sheet.text(Pos::new(row, 1), name, Look::Label)?;
        sheet.text(Pos::new(row, 2), value, Look::Body)?;
        row += 1;
    }
    for (name, value) in found {
        sheet.text(Pos::new(row, 1), name, Look::Label)?;
        let at = Pos::new(row, 2);
        let mark = value.as_ref().and_then(|value| marks.mark(&value.place, Look::Body));
        let look = mark.as_ref().map_or(Look::Body, |mark| mark.look);
        sheet.text(at, value.as_ref().map_or("", |value| value.value.as_str()), look)?;
        if let Some(mark) = mark {
            sheet.note(at, &mark.note)?;
        }
        row += 1;
    }
    for note in NOTES {
        row += 1;
        sheet.text(Pos::new(row, 2), note, Look::Note)?;
    }
    Ok(())
}

const JABATAN: &[Column] = &[
    (column::ID, 30.0, Look::Body),
    (column::JABATAN, 48.0, Look::Body),
    (column::SEBUTAN, 48.0, Look::Body),
    (column::JENJANG, 14.0, Look::Centred),
    (column::TINGKAT, 9.0, Look::Centred),
    (column::UNIT, 36.0, Look::Body),
    (column::ATASAN, 48.0, Look::Body),
    (column::DASAR, 9.0, Look::Centred),
];

/// The sheet of posts.
pub(super) fn jabatan(workbook: &mut WorkbookWriter, input: Input, keys: &Keys, marks: &mut Marks) -> Done {
    let mut table = Table::new(workbook, form::JABATAN, JABATAN, marks)?;
    for (index, post) in input.cascade.jabatan().iter().enumerate() {
        table.next_row()?;
        table.text(column::ID, &post.id.0)?;
        table.located(column::JABATAN, &post.nama, &post.place)?;
        table.text(column::SEBUTAN, keys.sebutan(index))?;
        table.text(column::JENJANG, post.jenjang.key())?;
        table.number(column::TINGKAT, post.tingkat)?;
        table.text(column::UNIT, &post.unit)?;
        if let Some(induk) = post.induk {
            let doubtful = table.doubts(&post.place, structure::POSITION.code);
            table.text(column::ATASAN, keys.sebutan(induk))?;
            table.text(column::DASAR, form::DASAR[usize::from(doubtful)])?;
        }
    }
    table.choose(column::JENJANG, &Jenjang::ALL.map(Jenjang::key))?;
    table.choose(column::DASAR, &form::DASAR)?;
    table.choose_from(column::ATASAN, &references(input))?;
    table.finish()
}

/// The cells that references are chosen from, with room for new rows.
pub(super) fn references(input: Input) -> String {
    let col = JABATAN.iter().position(|(name, ..)| *name == column::SEBUTAN).unwrap_or_default();
    let letters = column_letters(col as u32 + 1);
    let last = input.cascade.jabatan().len() + 1;
    format!("={}!${letters}${}:${letters}${last}", form::JABATAN, form::HEADER_ROW + 1)
}

const KINERJA: &[Column] = &[
    (column::ID, 16.0, Look::Body),
    (column::JABATAN, 40.0, Look::Body),
    (column::KELOMPOK, 10.0, Look::Centred),
    (column::TUJUAN, 40.0, Look::Body),
    (column::NO_SASARAN, 9.0, Look::Centred),
    (column::SASARAN, 50.0, Look::Body),
    (column::NO_INDIKATOR, 10.0, Look::Centred),
    (column::INDIKATOR, 60.0, Look::Body),
];

/// The long table: tujuan first, then the kelompok of each jabatan, its
/// sasaran and indikator side by side.
pub(super) fn kinerja(workbook: &mut WorkbookWriter, input: Input, keys: &Keys, marks: &mut Marks) -> Done {
    let mut table = Table::new(workbook, form::KINERJA, KINERJA, marks)?;
    for (index, post) in input.cascade.jabatan().iter().enumerate() {
        let mut ids = RowIds::of(&post.id.0);
        for tujuan in &post.tujuan {
            table.next_row()?;
            table.text(column::ID, &ids.next('t', &tujuan.uraian))?;
            table.text(column::JABATAN, keys.sebutan(index))?;
            table.located(column::TUJUAN, &tujuan.uraian, &tujuan.place)?;
        }
        for (number, kelompok) in (1..).zip(&post.kelompok) {
            let doubt = if is_uncertain(&table, post, kelompok) { form::UNCERTAIN.to_string() } else { String::new() };
            for at in 0..kelompok.sasaran.len().max(kelompok.indikator.len()) {
                let (sasaran, indikator) = (kelompok.sasaran.get(at), kelompok.indikator.get(at));
                let own = sasaran.map(|sasaran| ids.next('s', &sasaran.uraian));
                let id = indikator.map(|indikator| ids.next('i', &indikator.uraian)).or(own).unwrap_or_default();
                table.next_row()?;
                table.text(column::ID, &id)?;
                table.text(column::JABATAN, keys.sebutan(index))?;
                table.text(column::KELOMPOK, &format!("{number}{doubt}"))?;
                if let Some(sasaran) = sasaran {
                    table.text(column::NO_SASARAN, sasaran.nomor.as_deref().unwrap_or_default())?;
                    table.located(column::SASARAN, &sasaran.uraian, &sasaran.place)?;
                }
                if let Some(indikator) = indikator {
                    table.text(column::NO_INDIKATOR, indikator.nomor.as_deref().unwrap_or_default())?;
                    table.located(column::INDIKATOR, &indikator.uraian, &indikator.place)?;
                }
            }
        }
    }
    table.choose_from(column::JABATAN, &references(input))?;
    table.finish()
}

/// Whether a kelompok is many to many only for want of better knowledge.
fn is_uncertain(table: &Table, post: &Jabatan, kelompok: &Kelompok) -> bool {
    let told =
        |place: &Place| [&content::PAIRING, &content::MORE_SASARAN].iter().any(|rule| table.doubts(place, rule.code));
    let mut texts: Vec<String> = kelompok.sasaran.iter().map(|sasaran| normal(&sasaran.uraian)).collect();
    texts.dedup();
    let all = post.kelompok.iter().flat_map(|kelompok| &kelompok.sasaran);
    texts.len() > 1 && !kelompok.indikator.is_empty() && all.map(|sasaran| &sasaran.place).any(told)
}

const TARGET: &[Column] = &[
    (column::ID, 16.0, Look::Body),
    (column::JABATAN, 40.0, Look::Body),
    (column::INDIKATOR, 60.0, Look::Body),
    (column::PEGAWAI, 30.0, Look::Body),
    (column::SATUAN, 16.0, Look::Centred),
    (column::TARGET, 14.0, Look::Centred),
    (column::TW[0], 10.0, Look::Centred),
    (column::TW[1], 10.0, Look::Centred),
    (column::TW[2], 10.0, Look::Centred),
    (column::TW[3], 10.0, Look::Centred),
];

/// The sheet of targets: a row an indikator, by the id of its row in the long
/// table, then the targets that are a person's own; jabatan and indikator are
/// there to be read.
pub(super) fn target(workbook: &mut WorkbookWriter, input: Input, keys: &Keys, marks: &mut Marks) -> Done {
    let mut table = Table::new(workbook, form::TARGET, TARGET, marks)?;
    let mut rows: BTreeMap<&Place, (String, usize, &Indikator)> = BTreeMap::new();
    for (index, post) in input.cascade.jabatan().iter().enumerate() {
        let mut ids = RowIds::of(&post.id.0);
        for indikator in post.kelompok.iter().flat_map(|kelompok| &kelompok.indikator) {
            let id = ids.next('i', &indikator.uraian);
            begin(&mut table, &id, keys.sebutan(index), indikator)?;
            measure(&mut table, &indikator.satuan, &indikator.target, &indikator.triwulan)?;
            rows.insert(&indikator.place, (id, index, indikator));
        }
    }
    let names = people::Names::of(input.cascade);
    for person in input.cascade.pegawai() {
        for own in &person.khusus {
            let Some((id, index, indikator)) = rows.get(&own.indikator) else { continue };
            begin(&mut table, id, keys.sebutan(*index), indikator)?;
            table.text(column::PEGAWAI, names.name(person))?;
            measure(&mut table, &own.satuan, &own.target, &own.triwulan)?;
            if own.dikecualikan {
                table.text(column::TARGET, NOT_PROMISED)?;
            }
        }
    }
    table.finish()
}

/// The target of a person who does not promise the indikator at all.
const NOT_PROMISED: &str = "-";

fn begin(table: &mut Table, id: &str, sebutan: &str, indikator: &Indikator) -> Done {
    table.next_row()?;
    table.text(column::ID, id)?;
    table.text(column::JABATAN, sebutan)?;
    table.text(column::INDIKATOR, &indikator.uraian)
}

type Value = Option<Located<String>>;

fn measure(table: &mut Table, satuan: &Value, target: &Value, triwulan: &Option<Box<[Value; 4]>>) -> Done {
    optional(table, column::SATUAN, satuan)?;
    optional(table, column::TARGET, target)?;
    for (column, quarter) in column::TW.iter().zip(triwulan.as_deref().into_iter().flatten()) {
        optional(table, column, quarter)?;
    }
    Ok(())
}

/// Writes a value that may be missing.
pub(super) fn optional(table: &mut Table, column: &str, value: &Option<Located<String>>) -> Done {
    value.as_ref().map_or(Ok(()), |value| table.located(column, &value.value, &value.place))
}
