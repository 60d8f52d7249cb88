//! From rows to blocks.

use std::collections::BTreeMap;

use super::groups::Group;
use super::neighbours::Neighbours;
use crate::finding::Finding;
use crate::finding::rules::{reading, targets};
use crate::matrix::Beside;
use crate::matrix::draft::{Block, DEEPEST_LEVEL, Item};
use crate::matrix::headers::Column;
use crate::matrix::measure::{Measure, Measures, Promised};
use crate::matrix::numbering;
use crate::matrix::table::{Spanning, Table};
use crate::workbook::place::{Located, Place, Pos};

/// How many items back a repeated text is looked for: more than any jabatan
/// has, and few enough that a hostile list stays linear.
const RECENT: usize = 64;

/// A block, and what its row says of its place in the cascade.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) block: Block,
    /// Which group of columns it came from.
    pub(super) group: usize,
    /// The block to its left on the same rows, and whether that one's cell is
    /// merged over them.
    pub(super) left: Option<(usize, bool)>,
    /// The superior's name, where a column gives it.
    pub(super) atasan: Option<Located<String>>,
    /// The depth, where a column gives it.
    pub(super) tingkat: Option<u32>,
    key: Key,
}

/// What tells one jabatan from another of the same name.
type Key = (String, Option<usize>, [Option<String>; 3]);

/// Reads all rows, in order.
pub(super) fn read(table: &Table, groups: &[Group], beside: &mut Beside, findings: &mut Vec<Finding>) -> Vec<Built> {
    let single = groups.len() == 1;
    let mut reader = Reader {
        table,
        groups,
        filled: is_filled(table, groups),
        built: Vec::new(),
        by_key: BTreeMap::new(),
        current: vec![None; groups.len()],
        measures: groups.iter().map(|group| Measures::under(table, group.measure)).collect(),
        person: Spanning::new(table.column(Column::Nama).or_else(|| table.column(Column::Nip)).filter(|_| single)),
        of_person: BTreeMap::new(),
    };
    // People and money stand beside a jabatan only where it is one to a row.
    let mut neighbours = single.then(|| Neighbours::new(table, beside));
    for row in table.body() {
        if let Some(text) = table.remark(row) {
            findings.push(reading::remark_row(text.place, text.value));
        } else {
            for index in 0..groups.len() {
                reader.enter_block(row, index);
                reader.read_items(row, index, findings);
            }
        }
        if let (Some(neighbours), Some(Some(block))) = (&mut neighbours, reader.current.first()) {
            neighbours.read(row, &reader.built[*block].block.nama, findings);
        }
    }
    findings.extend(neighbours.and_then(Neighbours::finish));
    findings.extend(reader.measures.into_iter().flat_map(Measures::finish));
    reader.built
}

/// Whether every row repeats its jabatan, so that a repeated name is the same
/// post; otherwise a name begins a post and blanks go on with it.
fn is_filled(table: &Table, groups: &[Group]) -> bool {
    let [group] = groups else { return false };
    let Some(jabatan) = group.jabatan else { return false };
    table
        .body()
        .filter(|row| table.text(*row, group.indikator).is_some())
        .all(|row| table.text(row, Some(jabatan)).is_some())
}

struct Reader<'a> {
    table: &'a Table<'a>,
    groups: &'a [Group],
    filled: bool,
    built: Vec<Built>,
    /// The latest block of every key.
    by_key: BTreeMap<Key, usize>,
    current: Vec<Option<usize>>,
    /// The satuan and targets of every group.
    measures: Vec<Measures<'a>>,
    /// The person whose row it is, where a list has such a column.
    person: Spanning,
    /// The person on whose row an indikator first stood.
    of_person: BTreeMap<Place, String>,
}

impl Reader<'_> {
    /// Finds or begins the block that a row of a group belongs to.
    fn enter_block(&mut self, row: u32, index: usize) {
        let (table, group) = (self.table, &self.groups[index]);
        let left = index.checked_sub(1).and_then(|before| self.current[before]);
        let name = match &group.heading {
            Some(heading) => {
                let used = [group.tujuan, group.sasaran, group.indikator];
                if !used.iter().any(|col| table.text(row, *col).is_some()) {
                    return;
                }
                heading.clone()
            }
            None => match table.line(row, group.jabatan) {
                Some(name) => name,
                None => return,
            },
        };
        let single = self.groups.len() == 1;
        let value = |column| table.line(row, table.column(column)).filter(|_| single);
        let atasan = value(Column::Atasan);
        let details = [value(Column::Id), value(Column::Unit), atasan.clone()].map(|detail| detail.map(|l| l.value));
        let key: Key = (name.value.clone(), left, details);
        let known = if self.filled || group.heading.is_some() {
            self.by_key.get(&key).copied()
        } else {
            // A merged cell is one post, whatever the one above is called.
            let merged = table.grid.merge_from(name.place.pos).is_some();
            self.current[index].filter(|current| !merged && self.built[*current].key == key)
        };
        let block = known.unwrap_or_else(|| {
            self.built.push(Built {
                block: Block { columns: group.columns, ..Block::new(name) },
                group: index,
                left: left.map(|left| (left, self.is_merged_over(left, row))),
                atasan,
                tingkat: value(Column::Tingkat)
                    .and_then(|level| level.value.parse().ok())
                    .filter(|level| *level <= DEEPEST_LEVEL),
                key: key.clone(),
            });
            self.built.len() - 1
        });
        self.by_key.insert(key, block);
        if self.current[index] != Some(block) {
            self.current[index] = Some(block);
            // A new superior's subordinates are new as well.
            self.current[index + 1..].fill(None);
        }
    }

    fn is_merged_over(&self, block: usize, row: u32) -> bool {
        let pos = self.built[block].block.nama.place.pos;
        self.table.grid.merge_from(pos).is_some_and(|merge| merge.contains(Pos::new(row, pos.col)))
    }

    fn read_items(&mut self, row: u32, index: usize, findings: &mut Vec<Finding>) {
        let (table, group) = (self.table, &self.groups[index]);
        let Some(current) = self.current[index] else { return };
        // What a superior's cells repeat on every row of its subordinates is
        // one text; in the last group every row is its own.
        let repeats = self.filled || index + 1 < self.groups.len();
        let block = &mut self.built[current].block;
        if let Some(text) = table.text(row, group.tujuan) {
            add(&mut block.tujuan, &text, None, None, true, findings);
        }
        if let Some(text) = table.text(row, group.sasaran) {
            let next = block.sasaran.last().and_then(|item| item.group).map_or(0, |last| last + 1);
            let number = number(table, row, group.sasaran_number);
            add(&mut block.sasaran, &text, Some(next), number, repeats, findings);
        }
        let person = self.person.line(table, row).map(|person| person.value);
        let Some(text) = table.text(row, group.indikator) else {
            self.read_bare_target(row, index, person.as_deref(), findings);
            return;
        };
        let sasaran = match table.text(row, group.sasaran) {
            Some(text) => {
                let parts = numbering::split_list(&text.value);
                recent(&block.sasaran).find(|item| holds(&parts, item))
            }
            None => block.sasaran.last(),
        };
        let pair = sasaran.and_then(|item| item.group);
        let number = number(table, row, group.indikator_number);
        let parts = numbering::split_list(&text.value);
        let promised =
            Promised { indikator: &text, numbers: parts.iter().map(|(nomor, _)| nomor.as_deref()).collect() };
        let measures = self.measures[index].read(row, &promised, findings);
        // In a list of people a row is a person's, and the indikator the post's.
        let same = recent(&block.indikator).find(|item| holds(&parts, item) && item.group == pair);
        let of_another = same.is_some_and(|item| {
            person.as_ref().zip(self.of_person.get(&item.place)).is_some_and(|(own, other)| own != other)
        });
        let once = index + 1 < self.groups.len() || of_another;
        let before = block.indikator.len();
        add(&mut block.indikator, &text, pair, number, once, findings);
        if block.indikator.len() == before {
            for ((_, uraian), measure) in parts.iter().zip(&measures) {
                findings.extend(
                    recent(&block.indikator)
                        .find(|item| item.uraian == *uraian)
                        .and_then(|item| contradiction(item, measure)),
                );
            }
        }
        for (item, measure) in block.indikator[before..].iter_mut().zip(measures) {
            (item.satuan, item.target, item.triwulan) = (measure.satuan, measure.target, measure.triwulan);
            if let Some(person) = &person {
                self.of_person.insert(item.place.clone(), person.clone());
            }
        }
    }

    /// A row with a target and no indikator: of the next person, or nobody's.
    fn read_bare_target(&mut self, row: u32, index: usize, person: Option<&str>, findings: &mut Vec<Finding>) {
        let Some(item) = self.current[index].and_then(|current| self.built[current].block.indikator.last()) else {
            return;
        };
        let measure = self.measures[index].bare(row);
        let Some(place) = measure.place().filter(|place| place.pos.row == row) else { return };
        let of_another = self.of_person.get(&item.place).zip(person).is_some_and(|(first, own)| first != own);
        match contradiction(item, &measure) {
            Some(finding) if of_another => findings.push(finding),
            _ if of_another => {}
            _ => findings.push(reading::target_without_indikator(place.clone(), item.place.clone())),
        }
    }
}

/// The finding of a row that gives another target to an indikator.
fn contradiction(item: &Item, measure: &Measure) -> Option<Finding> {
    let earlier = Measure { satuan: item.satuan.clone(), target: item.target.clone(), triwulan: item.triwulan.clone() };
    if !measure.contradicts(&earlier) {
        return None;
    }
    let place = measure.place().unwrap_or(&item.place).clone();
    let message = "indikator ini sudah bertarget lain di baris sebelumnya";
    let finding = Finding::new(&targets::TWICE, place, message).quote(&item.uraian);
    Some(finding.others([Some(&item.place), earlier.place()].into_iter().flatten().cloned()).hint(
        "Samakan, atau tulis target tiap orang di lembar Target dengan kolom Jabatan, Nama, Indikator dan Target.",
    ))
}

/// Adds a cell's items; where `once`, not those that the list already has.
fn add(
    list: &mut Vec<Item>,
    text: &Located<String>,
    group: Option<usize>,
    number: Option<String>,
    once: bool,
    findings: &mut Vec<Finding>,
) {
    let mut parts = numbering::split_list(&text.value);
    if once && recent(list).any(|item| holds(&parts, item)) {
        return;
    }
    if parts.len() > 1 {
        findings.push(reading::several_in_one_cell(
            text.place.clone(),
            parts.len(),
            parts.iter().any(|(nomor, _)| nomor.is_some()),
        ));
    }
    if let [(nomor @ None, _)] = parts.as_mut_slice() {
        *nomor = number;
    }
    list.extend(
        parts.into_iter().map(|(nomor, uraian)| Item { group, ..Item::new(nomor, uraian, text.place.clone()) }),
    );
}

/// The items that a text is compared with, the latest first.
fn recent(list: &[Item]) -> impl Iterator<Item = &Item> {
    list.iter().rev().take(RECENT)
}

/// Whether an item is one of a cell's texts.
fn holds(parts: &[(Option<String>, String)], item: &Item) -> bool {
    parts.iter().any(|(_, uraian)| *uraian == item.uraian)
}

fn number(table: &Table, row: u32, col: Option<u32>) -> Option<String> {
    numbering::number_only(&table.text(row, col)?.value)
}
