//! The program's own workbook, as `perjakin normalkan` writes it: one sheet a
//! kind of thing, rows tied together by jabatan and by id.
//!
//! It is known by its mark and the names of its sheets and columns ([`form`]);
//! a workbook that lost one of these is read like any other. The office edits
//! it: rows may come, go and move, ids may be blank on new rows, and what
//! refers to nothing is told and lost nowhere.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Block, DEEPEST_LEVEL, Draft, Foot, Item, Layout, LayoutKind, Superior};
use super::{Beside, Companion, Recognised, Wanted, blocks, cells, values};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;
use crate::workbook::place::{Located, Place, Pos};

mod beside;
pub mod form;
mod sheet;

use self::form::{UNCERTAIN, column, label};
use self::sheet::Sheet;

/// The targets of one indikator.
struct Measure {
    place: Place,
    satuan: Option<Located<String>>,
    target: Option<Located<String>>,
    triwulan: Option<Box<[Option<Located<String>>; 4]>>,
}

/// Reads the normalised workbook; `None` where there is none among the sheets.
pub(super) fn recognise(grids: &[Grid], wanted: Wanted) -> Option<Recognised> {
    let first = grids.iter().find(|grid| {
        grid.sheet() == form::INSTANSI
            && wanted.allows_workbook(grid)
            && grid.text(Pos::new(1, 1)).is_some_and(|text| text == form::MARK)
    })?;
    let own: Vec<&Grid> = grids.iter().filter(|grid| grid.workbook() == first.workbook()).collect();
    let posts = Sheet::of(&own, form::JABATAN, &[column::JABATAN, column::ATASAN])?;
    let table = Sheet::of(&own, form::KINERJA, &[column::JABATAN, column::SASARAN, column::INDIKATOR])?;
    let mut findings: Vec<Finding> = own.iter().flat_map(|grid| cells::findings(grid)).collect();

    let mut reader = Reader::posts(&posts);
    reader.superiors(&posts);
    let mut measures = Sheet::of(&own, form::TARGET, &[column::ID]).map(|sheet| measures(&sheet, &mut findings));
    reader.items(&table, measures.as_mut().unwrap_or(&mut BTreeMap::new()), &mut findings);
    for (id, left) in measures.into_iter().flatten() {
        findings.push(reading::unknown_reference(left.place, &id));
    }
    if reader.blocks.is_empty() {
        return None;
    }
    let mut companions: Vec<Companion> = beside::people(&own).into_iter().collect();
    companions.extend(beside::own_targets(&own, &reader.indikator, &mut findings));
    companions.extend(beside::money(&own, &reader, &mut findings));
    findings.extend(companions.iter().flat_map(Companion::findings).cloned());
    let layout = Layout {
        kind: LayoutKind::Normal,
        source: super::source(table.grid),
        reason: format!("buku kerja yang dinormalkan: {} jabatan di lembar {}", reader.blocks.len(), form::JABATAN),
    };
    let (title, foot) = head(first);
    let draft = Draft { title, layout, blocks: reader.blocks, foot };
    let others = grids.iter().filter(|grid| grid.workbook() != first.workbook());
    let twin = |grid: &Grid| super::recognise_sheet(grid, wanted.tahun).map(|sheet| Cow::Owned(sheet.draft));
    companions.extend(super::beside(others, &draft, wanted, twin, &mut findings));
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    Some(Recognised { draft, beside: Beside::default(), companions, findings })
}

/// The title and the foot, from labels and values side by side.
fn head(grid: &Grid) -> (Option<Located<String>>, Foot) {
    let value = |wanted: &str| {
        let (pos, _) = grid.cells().find(|(pos, cell)| pos.col == 1 && cell.text().as_deref() == Some(wanted))?;
        let at = Pos::new(pos.row, 2);
        Some(Located::new(super::printable(grid.get(at)?)?, grid.place(at)))
    };
    let foot = Foot {
        place_and_date: value(label::TEMPAT_TANGGAL),
        jabatan: value(label::JABATAN),
        nama: value(label::NAMA),
        pangkat: value(label::PANGKAT),
        nip: value(label::NIP),
    };
    (value(label::JUDUL), foot)
}

/// The blocks in the making, and the names they answer to.
struct Reader {
    blocks: Vec<Block>,
    by_reference: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// The cells of the indikator by the ids of their rows.
    indikator: BTreeMap<String, Place>,
}

impl Reader {
    /// The blocks of the sheet of posts, a row each.
    fn posts(sheet: &Sheet) -> Self {
        let mut reader = Self {
            blocks: Vec::new(),
            by_reference: BTreeMap::new(),
            by_name: BTreeMap::new(),
            indikator: BTreeMap::new(),
        };
        for row in sheet.rows() {
            let Some(nama) = sheet.text(row, column::JABATAN) else { continue };
            let index = reader.blocks.len();
            for reference in [column::ID, column::SEBUTAN].iter().filter_map(|column| sheet.text(row, column)) {
                reader.by_reference.entry(reference.value).or_insert(index);
            }
            reader.by_name.entry(nama.value.to_lowercase()).or_default().push(index);
            let level = sheet.text(row, column::TINGKAT).and_then(|level| level.value.parse().ok());
            let level = level.filter(|level| *level <= DEEPEST_LEVEL);
            let mut block = Block::new(nama);
            // Blank on a row of the office's own: told from the superior.
            block.level = level.unwrap_or(u32::MAX);
            block.jenjang = sheet.text(row, column::JENJANG);
            block.unit = sheet.text(row, column::UNIT);
            reader.blocks.push(block);
        }
        reader
    }

    /// The superiors, and the levels of rows that have none.
    fn superiors(&mut self, sheet: &Sheet) {
        let rows: Vec<u32> = sheet.rows().filter(|row| sheet.text(*row, column::JABATAN).is_some()).collect();
        for (index, row) in rows.iter().enumerate() {
            let Some(written) = sheet.text(*row, column::ATASAN) else { continue };
            let drafted = sheet.text(*row, column::DASAR).is_some_and(|basis| basis.value == form::DASAR[1]);
            self.blocks[index].superior = Some(match self.find(&written.value) {
                Some(above) if drafted => Superior::Column(above),
                Some(above) => Superior::Stated(above),
                None => Superior::Named(written),
            });
        }
        for index in 0..self.blocks.len() {
            let mut steps = 0;
            let mut at = index;
            while self.blocks[at].level == u32::MAX && steps <= self.blocks.len() {
                match self.blocks[at].superior {
                    Some(Superior::Column(above) | Superior::Stated(above)) => (at, steps) = (above, steps + 1),
                    _ => break,
                }
            }
            // Where no level is known above, the first post is the top.
            let known = Some(self.blocks[at].level).filter(|level| *level != u32::MAX);
            let top = known.unwrap_or(u32::from(at != 0));
            self.blocks[index].level = top.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        }
    }

    /// The block that a reference means: by id or sebutan, else by a name
    /// that only one has.
    fn find(&self, reference: &str) -> Option<usize> {
        self.by_reference.get(reference).copied().or_else(|| match self.by_name.get(&reference.to_lowercase())?[..] {
            [only] => Some(only),
            _ => None,
        })
    }

    /// The long table, top down; a blank jabatan or kelompok goes on with the
    /// one above.
    fn items(&mut self, sheet: &Sheet, measures: &mut BTreeMap<String, Measure>, findings: &mut Vec<Finding>) {
        let mut current = None;
        let mut groups: Vec<Groups> = (0..self.blocks.len()).map(|_| Groups::default()).collect();
        for row in sheet.rows() {
            if let Some(written) = sheet.text(row, column::JABATAN) {
                let block = self.find(&written.value).unwrap_or_else(|| {
                    findings.push(reading::unknown_reference(written.place.clone(), &written.value));
                    self.stray(written)
                });
                groups.resize_with(self.blocks.len(), Groups::default);
                current = Some(block);
            }
            let [tujuan, sasaran, indikator] = [
                (None, column::TUJUAN),
                (Some(column::NO_SASARAN), column::SASARAN),
                (Some(column::NO_INDIKATOR), column::INDIKATOR),
            ]
            .map(|(number, text)| item(sheet, row, number, text));
            if tujuan.is_none() && sasaran.is_none() && indikator.is_none() {
                continue;
            }
            let index = current.unwrap_or_else(|| {
                let place = sheet.place(row, column::JABATAN);
                findings.push(reading::block_without_name(place.clone()).hint("Pilih jabatan di sel itu."));
                let block = self.stray(Located::new(blocks::NAMELESS.to_owned(), place));
                groups.resize_with(self.blocks.len(), Groups::default);
                block
            });
            current = Some(index);
            let block = &mut self.blocks[index];
            block.tujuan.extend(tujuan);
            if sasaran.is_none() && indikator.is_none() {
                continue;
            }
            let written = sheet.text(row, column::KELOMPOK);
            let group = groups[index].of(written.as_ref().map(|text| text.value.as_str()), sasaran.is_some());
            if let Some(written) = written.filter(|text| text.value.ends_with(UNCERTAIN))
                && groups[index].told.insert(group)
            {
                block.open.push(written.place);
            }
            let group = Some(group);
            block.sasaran.extend(sasaran.map(|item| Item { group, ..item }));
            if let Some(mut item) = indikator {
                let id = sheet.text(row, column::ID);
                let measure = id.as_ref().and_then(|id| measures.remove(&id.value));
                self.indikator.extend(id.map(|id| (id.value, item.place.clone())));
                if let Some(Measure { satuan, target, triwulan, .. }) = measure {
                    (item.satuan, item.target, item.triwulan) = (satuan, target, triwulan);
                }
                block.indikator.push(Item { group, ..item });
            }
        }
    }

    /// A block for rows of a jabatan that has no row of its own.
    fn stray(&mut self, written: Located<String>) -> usize {
        let index = self.blocks.len();
        self.by_reference.insert(written.value.clone(), index);
        self.blocks.push(Block { level: 1, ..Block::new(written) });
        index
    }
}

/// The kelompok of one block by their written names.
#[derive(Default)]
struct Groups {
    by_name: BTreeMap<String, usize>,
    count: usize,
    last: Option<usize>,
    told: BTreeSet<usize>,
}

impl Groups {
    fn of(&mut self, written: Option<&str>, has_sasaran: bool) -> usize {
        let known = match written {
            Some(name) => self.by_name.get(name.trim_end_matches(UNCERTAIN)).copied(),
            None => self.last.filter(|_| !has_sasaran),
        };
        let group = known.unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        if let Some(name) = written {
            self.by_name.insert(name.trim_end_matches(UNCERTAIN).to_owned(), group);
        }
        self.last = Some(group);
        group
    }
}

/// A text with the number in the cell beside it.
fn item(sheet: &Sheet, row: u32, number: Option<&str>, text: &str) -> Option<Item> {
    let nomor = number.and_then(|column| sheet.text(row, column)).map(|number| number.value);
    match sheet.text(row, text) {
        Some(text) => Some(Item::new(nomor, text.value, text.place)),
        None => nomor.map(|nomor| Item::new(Some(nomor), String::new(), sheet.place(row, text))),
    }
}

impl Measure {
    /// The cells of a row; numbers as they are to be printed.
    fn of(sheet: &Sheet, row: u32, place: Place, findings: &mut Vec<Finding>) -> Self {
        let satuan = sheet.text(row, column::SATUAN);
        let columns = column::TW.into_iter().chain([column::TARGET]);
        let cells = columns.filter_map(|column| sheet.pos(row, column));
        let under = values::Under::unit(sheet.grid, cells, satuan.as_ref().map(|unit| unit.value.as_str()));
        let mut read = |column| {
            let pos = sheet.pos(row, column)?;
            let shown = values::target(sheet.grid, pos, under)?;
            let place = sheet.grid.place(pos);
            findings.extend(shown.finding(&place));
            Some(Located::new(shown.text, place))
        };
        let target = read(column::TARGET);
        let quarters = column::TW.map(&mut read);
        let triwulan = quarters.iter().any(Option::is_some).then(|| quarters.into());
        Self { place, satuan, target, triwulan }
    }

    fn says_something(&self) -> bool {
        self.satuan.is_some() || self.target.is_some() || self.triwulan.is_some()
    }
}

/// The rows of the sheet of targets by id, without those of a person's own.
fn measures(sheet: &Sheet, findings: &mut Vec<Finding>) -> BTreeMap<String, Measure> {
    let mut measures = BTreeMap::new();
    for row in sheet.rows().filter(|row| sheet.text(*row, column::PEGAWAI).is_none()) {
        let Some(id) = sheet.text(row, column::ID) else { continue };
        let measure = Measure::of(sheet, row, id.place, findings);
        if measure.says_something() {
            measures.entry(id.value).or_insert(measure);
        }
    }
    measures
}
