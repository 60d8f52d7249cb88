//! What a flat list says besides: people and money, in columns of their own
//! beside the jabatan. A list repeats them on every row, or writes them once.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::matrix::Beside;
use crate::matrix::anggaran::{self, Line, Tingkat};
use crate::matrix::headers::Column;
use crate::matrix::roster::{self, Nip, Person};
use crate::matrix::table::Table;
use crate::workbook::place::{Located, Place};

/// Reads people and money row by row.
pub(super) struct Neighbours<'a> {
    table: &'a Table<'a>,
    beside: &'a mut Beside,
    /// Where the people of a block stand in the list, by block and name.
    known: BTreeMap<(Place, String), Vec<usize>>,
    /// The money, where there is a column for it.
    money: Option<anggaran::Reader<'a>>,
    /// The latest line of every name of a block.
    lines: BTreeMap<(Place, Tingkat, String), usize>,
}

impl<'a> Neighbours<'a> {
    pub(super) fn new(table: &'a Table<'a>, beside: &'a mut Beside) -> Self {
        let money = table.has(Column::Anggaran).then(|| anggaran::Reader::new(table));
        Self { table, beside, known: BTreeMap::new(), money, lines: BTreeMap::new() }
    }

    /// Reads a row that belongs to the block with this header.
    pub(super) fn read(&mut self, row: u32, block: &Located<String>, findings: &mut Vec<Finding>) {
        let jabatan = Some(self.table.line(row, self.table.column(Column::Jabatan)).unwrap_or_else(|| block.clone()));
        let blok = Some(block.place.clone());
        for person in roster::people_of(self.table, row, findings) {
            // The list's superior is the block's, and its remarks are about the indikator.
            let (jabatan, blok) = (jabatan.clone(), blok.clone());
            self.person(Person { jabatan, blok, atasan: None, keterangan: None, ..person });
        }
        if let Some(line) = self.money.as_mut().and_then(|money| money.line(row, findings)) {
            self.line(Line { jabatan, blok, ..line });
        }
    }

    /// What is left to say after the last row.
    pub(super) fn finish(self) -> Option<Finding> {
        self.money?.finish()
    }

    /// Adds a person, unless an earlier row of the block has the same one.
    fn person(&mut self, person: Person) {
        let Some(block) = person.blok.clone() else { return };
        let known = self.known.entry((block, person.nama.value.clone())).or_default();
        let same = known.iter().copied().find(|index| !differ(&self.beside.people[*index].nip, &person.nip));
        match same {
            // The row that tells the NIP tells most.
            Some(index) if self.beside.people[index].nip.is_none() => self.beside.people[index] = person,
            Some(_) => {}
            None => {
                known.push(self.beside.people.len());
                self.beside.people.push(person);
            }
        }
    }

    /// Adds a line, unless an earlier row of the block repeats it.
    fn line(&mut self, line: Line) {
        let Some(block) = line.blok.clone() else { return };
        let key = (block, line.tingkat, line.uraian.value.clone());
        let same = self.lines.get(&key).map(|index| &self.beside.money[*index]);
        if same.is_none_or(|same| same.pagu.value != line.pagu.value) {
            self.lines.insert(key, self.beside.money.len());
            self.beside.money.push(line);
        }
    }
}

/// Whether two cells name two different NIP.
fn differ(a: &Option<Nip>, b: &Option<Nip>) -> bool {
    match (a, b) {
        (Some(Nip::Text(a)), Some(Nip::Text(b))) => a.value != b.value,
        // A damaged number says nothing about who it is.
        _ => false,
    }
}
