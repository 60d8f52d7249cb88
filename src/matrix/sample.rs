//! The office's sample, held against its own text: the workbook in `input/`
//! was written from the seed, and what is recognised in it must be the seed's
//! texts, cell for cell and as often.

use std::collections::BTreeMap;
use std::path::Path;

use super::draft::{Draft, Item, Superior};
use super::{Recognised, labels, numbering, recognise};
use crate::workbook;
use crate::workbook::grid::Grid;
use crate::workbook::segments::{self, Segment};

const SEED: &str = include_str!("../../seeds/000_1ba955e32bbedec3.txt");
/// The sentence that the seed's page break cuts in two.
const CUT: (&str, &str) = ("Anggaran dan Pembiayaan", "Pembangunan");

fn grids() -> Vec<Grid> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/dinsos-bekasi-2026/matriks.xlsx");
    workbook::read(&path).unwrap()
}

fn sample() -> Recognised {
    recognise(&grids()).unwrap()
}

/// The seed's own cells, the cut sentence rejoined.
fn seed_cells() -> Vec<String> {
    let mut cells: Vec<String> = SEED
        .lines()
        .flat_map(|line| line.split('\t'))
        .map(|text| text.trim().to_owned())
        .filter(|t| !t.is_empty())
        .collect();
    let rest = cells.iter().position(|text| text == CUT.1).unwrap();
    cells.remove(rest);
    let cut = cells.iter_mut().find(|text| text.starts_with('3') && text.ends_with(CUT.0)).unwrap();
    *cut = format!("{cut} {}", CUT.1);
    cells
}

/// The seed text itself, its second page put on the first page's columns as
/// the office would write it into its configuration.
fn seed_text() -> Draft {
    let grids = workbook::read_bytes("benih.txt", SEED.as_bytes().to_vec()).unwrap();
    let segments = [
        Segment { rows: (62, 70), columns: vec![(2, 3), (3, 4), (4, 4), (5, 5), (6, 7)] },
        Segment { rows: (72, 78), columns: vec![(1, 6), (2, 7)] },
    ];
    recognise(&[segments::align(&grids[0], &segments)]).unwrap().draft
}

fn counted(texts: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    counts
}

fn items(draft: &Draft) -> impl Iterator<Item = &Item> {
    draft.blocks.iter().flat_map(|block| block.tujuan.iter().chain(&block.sasaran).chain(&block.indikator))
}

#[test]
fn the_workbook_has_the_seeds_cells_and_no_other() {
    let written = grids()
        .iter()
        .flat_map(|grid| grid.cells().map(|(_, cell)| cell.text().unwrap()).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    assert_eq!(counted(written), counted(seed_cells()));
}

#[test]
fn blocks_levels_and_counts_are_the_offices() {
    let draft = sample().draft;
    let mut levels = [0; 7];
    for block in &draft.blocks {
        levels[block.level as usize] += 1;
    }
    assert_eq!(levels, [1, 4, 4, 4, 4, 4, 1]);
    let count = |list: fn(&super::draft::Block) -> usize| draft.blocks.iter().map(list).sum::<usize>();
    assert_eq!(count(|b| b.tujuan.len()), 1);
    assert_eq!(count(|b| b.sasaran.len()), 40);
    assert_eq!(count(|b| b.indikator.len()), 82);
}

#[test]
fn every_text_of_the_seed_is_there_word_for_word_and_as_often() {
    let draft = sample().draft;
    let mut read: Vec<String> = items(&draft).map(|item| item.uraian.clone()).collect();
    read.extend(draft.blocks.iter().map(|block| block.nama.value.clone()));
    let body = seed_cells();
    let first = body.iter().position(|text| text.starts_with("KEPALA DINAS")).unwrap();
    let last = body.iter().position(|text| text.starts_with("Bekasi,")).unwrap();
    let seed =
        body[first..last].iter().filter(|text| labels::label(text).is_none() && numbering::number_only(text).is_none());
    assert_eq!(counted(read), counted(seed.map(|text| numbering::split_number(text).1.to_owned())));
}

#[test]
fn numbers_in_cells_of_their_own_reach_their_text() {
    let draft = sample().draft;
    let nomor = |cell: &str| {
        let item = items(&draft).find(|item| item.place.pos.to_string() == cell);
        item.unwrap_or_else(|| panic!("nothing at {cell}")).nomor.clone()
    };
    assert_eq!(nomor("F61").as_deref(), Some("5"));
    assert_eq!(["H74", "H75", "H76"].map(|cell| nomor(cell).unwrap_or_default()), ["1", "2", "3"]);
    assert_eq!([nomor("A9"), nomor("D9")].map(Option::unwrap_or_default), ["1", "2"]);
    assert_eq!(nomor("G61"), None);
}

#[test]
fn superiors_come_from_merges_where_the_office_merged() {
    let draft = sample().draft;
    let name = |index: usize| draft.blocks[index].nama.place.pos.to_string();
    let superior = |cell: &str| {
        let block = draft.blocks.iter().find(|block| block.nama.place.pos.to_string() == cell).unwrap();
        block.superior.clone()
    };
    assert_eq!(superior("A5"), None);
    assert_eq!(superior("E12"), Some(Superior::Merged(0)));
    for (cell, above) in
        [("A23", "A12"), ("C23", "C12"), ("C36", "C23"), ("G49", "G36"), ("E62", "E49"), ("G70", "G62")]
    {
        let Some(Superior::Column(index)) = superior(cell) else { panic!("{cell}: {:?}", superior(cell)) };
        assert_eq!(name(index), above, "{cell}");
    }
    for cell in ["C62", "D62"] {
        let Some(Superior::Merged(index)) = superior(cell) else { panic!("{cell}: {:?}", superior(cell)) };
        assert_eq!(name(index), "C49", "{cell}");
    }
}

#[test]
fn title_and_foot_are_read() {
    let draft = sample().draft;
    assert_eq!(draft.title.unwrap().value, "PENGUKURAN KINERJA INDIVIDU DINAS SOSIAL KOTA BEKASI TAHUN 2026");
    assert_eq!(draft.foot.place_and_date.unwrap().value, "Bekasi, Januari 2026");
    assert_eq!(draft.foot.jabatan.unwrap().value, "KEPALA DINAS SOSIAL KOTA BEKASI");
    assert!(draft.foot.nama.unwrap().value.ends_with("S.STP., M.Si"));
    let nip = draft.foot.nip.unwrap();
    assert_eq!((nip.value.len(), nip.place.pos.to_string().as_str()), (17, "G83"));
}

#[test]
fn reading_the_sample_finds_nothing_odd() {
    let findings = sample().findings;
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn the_seed_text_with_its_segment_map_gives_the_same_blocks() {
    let lists = |draft: &Draft| -> Vec<_> {
        let list = |items: &[Item]| items.iter().map(|i| (i.nomor.clone(), i.uraian.clone())).collect::<Vec<_>>();
        let blocks = draft.blocks.iter();
        blocks.map(|b| (b.nama.value.clone(), b.level, list(&b.tujuan), list(&b.sasaran), list(&b.indikator))).collect()
    };
    let (text, book) = (seed_text(), sample().draft);
    assert_eq!(lists(&text), lists(&book));
    assert_eq!(text.title.map(|title| title.value), book.title.map(|title| title.value));
    assert_eq!(text.foot.nip.map(|nip| nip.value), book.foot.nip.map(|nip| nip.value));
    let operator = text.blocks.last().unwrap();
    assert_eq!(operator.nama.place.to_string(), "benih!B72");
}

#[test]
fn the_seed_text_without_a_segment_map_is_told_to_be_shifted() {
    let grids = workbook::read_bytes("benih.txt", SEED.as_bytes().to_vec()).unwrap();
    let findings = recognise(&grids).unwrap().findings;
    let shifted: Vec<_> = findings.iter().filter(|finding| finding.code == "BACA-19").collect();
    assert_eq!(shifted[0].place.as_ref().unwrap().pos.row, 63);
}
