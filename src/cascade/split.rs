//! One block that is two: two columns of the office's sheet came into one, and
//! the numbers of its lists begin anew. Nothing is split unless the office says
//! so, cell by cell.

use std::collections::BTreeMap;

use super::confirmation::{at_line, paste};
use super::settings::Pisah;
use super::words::normal;
use crate::finding::{Finding, rules::structure};
use crate::matrix::draft::{Block, Draft, Item, Superior};
use crate::workbook::place::Located;

/// Where the lists of one new jabatan begin: the index of its first sasaran
/// and indikator in the block it is taken from.
#[derive(Default)]
struct Cut {
    nama: String,
    sasaran: Option<usize>,
    indikator: Option<usize>,
}

/// The draft with every block split as the office says. The new jabatan stands
/// right after the one it is taken from, on the same level and below the same
/// superior; its cell is that of its first text.
pub fn split(mut draft: Draft, pisah: &[Pisah]) -> (Draft, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut cuts: BTreeMap<(usize, String), Cut> = BTreeMap::new();
    for line in pisah {
        let Some((block, is_sasaran, index)) = find(&draft, &line.sel) else {
            let message = format!("sel {} bukan sasaran atau indikator di matriks", line.sel);
            findings.push(at_line(&structure::SPLIT, None, line.baris, message));
            continue;
        };
        if index == 0 {
            let place = &draft.blocks[block].nama.place;
            let message = format!("sel {} adalah awal daftarnya, jadi tidak ada yang dipisah", line.sel);
            findings.push(at_line(&structure::SPLIT, Some(place), line.baris, message));
            continue;
        }
        let cut = cuts.entry((block, normal(&line.jabatan))).or_default();
        cut.nama.clone_from(&line.jabatan);
        *(if is_sasaran { &mut cut.sasaran } else { &mut cut.indikator }) = Some(index);
    }
    let mut by_block: BTreeMap<usize, Vec<Cut>> = BTreeMap::new();
    for ((block, _), cut) in cuts {
        by_block.entry(block).or_default().push(cut);
    }
    // From the last block up, so that the indices of those above stay.
    for (block, mut cuts) in by_block.into_iter().rev() {
        // The last part of the lists is cut off first.
        cuts.sort_by_key(|cut| std::cmp::Reverse((cut.indikator, cut.sasaran)));
        for cut in cuts {
            let taken = take(&mut draft.blocks[block], cut);
            insert(&mut draft, block + 1, taken);
        }
    }
    (draft, findings)
}

/// The lines of `perjakin.toml` that split a jabatan's lists at these cells.
pub fn paste_split<'a>(cells: impl Iterator<Item = &'a str>, jabatan: &str) -> String {
    let lines: Vec<String> = cells.map(|cell| paste(cell, jabatan)).collect();
    format!("[pisah]\n{}", lines.join("\n"))
}

/// Block, list and index of the item in a cell.
fn find(draft: &Draft, cell: &str) -> Option<(usize, bool, usize)> {
    let at = |items: &[Item]| items.iter().position(|item| item.place.to_string() == cell.trim());
    draft.blocks.iter().enumerate().find_map(|(index, block)| {
        let sasaran = at(&block.sasaran).map(|item| (index, true, item));
        sasaran.or_else(|| at(&block.indikator).map(|item| (index, false, item)))
    })
}

fn take(block: &mut Block, cut: Cut) -> Block {
    let part = |items: &mut Vec<Item>, at: Option<usize>| match at {
        Some(at) if at <= items.len() => items.split_off(at),
        _ => Vec::new(),
    };
    let (sasaran, indikator) = (part(&mut block.sasaran, cut.sasaran), part(&mut block.indikator, cut.indikator));
    let first = sasaran.first().or(indikator.first()).map_or(&block.nama.place, |item| &item.place);
    Block {
        nama: Located::new(cut.nama, first.clone()),
        tujuan: Vec::new(),
        sasaran,
        indikator,
        level: block.level,
        columns: block.columns,
        superior: block.superior.clone(),
        jenjang: block.jenjang.clone(),
        unit: block.unit.clone(),
        open: Vec::new(),
    }
}

/// Inserts a block; whoever stands at its place or behind moves on.
fn insert(draft: &mut Draft, at: usize, block: Block) {
    draft.blocks.insert(at, block);
    for block in &mut draft.blocks {
        if let Some(Superior::Merged(above) | Superior::Column(above) | Superior::Stated(above)) = &mut block.superior
            && *above >= at
        {
            *above += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::matrix;
    use crate::cascade::{Settings, build};

    fn office() -> Draft {
        let head = matrix().post(0, "KEPALA").post(1, "Staf").below(0);
        let lists =
            head.sasaran("Tersusunnya a").sasaran("Tersusunnya a").indikator("1 Jumlah a").indikator("2 Jumlah b");
        lists.indikator("1 Jumlah c").post(1, "Arsiparis").below(0).post(2, "Juru").below(2).draft()
    }

    fn line(sel: &str, jabatan: &str) -> Pisah {
        Pisah { sel: sel.into(), jabatan: jabatan.into(), baris: 9 }
    }

    #[test]
    fn a_block_is_split_where_the_office_says_and_superiors_stay() {
        let (draft, findings) = split(office(), &[line("Matriks!B23", "Staf"), line("Matriks!B26", "Staf")]);
        assert!(findings.is_empty(), "{findings:?}");
        let names: Vec<_> =
            draft.blocks.iter().map(|block| (&*block.nama.value, block.nama.place.to_string())).collect();
        let expected = [("KEPALA", "A1"), ("Staf", "B21"), ("Staf", "B23"), ("Arsiparis", "C21"), ("Juru", "D41")];
        assert_eq!(names, expected.map(|(name, cell)| (name, format!("Matriks!{cell}"))));
        let counts: Vec<_> = draft.blocks.iter().map(|block| (block.sasaran.len(), block.indikator.len())).collect();
        assert_eq!(counts[1..3], [(1, 2), (1, 1)]);
        assert_eq!(draft.blocks[4].superior, Some(Superior::Column(3)));
        let cascade = build(&draft, &Settings::default()).cascade.unwrap();
        let above: Vec<_> = cascade.jabatan().iter().map(|post| post.induk).collect();
        assert_eq!(above, [None, Some(0), Some(0), Some(0), Some(3)]);
    }

    #[test]
    fn two_names_are_two_new_jabatan() {
        let (draft, _) = split(office(), &[line("Matriks!B25", "Juru Arsip"), line("Matriks!B26", "Juru Muat")]);
        let lists: Vec<_> =
            draft.blocks[1..4].iter().map(|block| (&*block.nama.value, block.indikator.len())).collect();
        assert_eq!(lists, [("Staf", 1), ("Juru Arsip", 1), ("Juru Muat", 1)]);
    }

    #[test]
    fn a_cell_that_begins_no_second_list_is_told_with_its_line() {
        for cell in ["Matriks!Z9", "Matriks!B22"] {
            let (draft, findings) = split(office(), &[line(cell, "Staf")]);
            assert_eq!((draft.blocks.len(), findings.len()), (4, 1), "{cell}");
            assert_eq!((findings[0].code, findings[0].line), ("STRUKTUR-18", Some(9)));
        }
    }

    #[test]
    fn the_line_to_paste_names_the_cells() {
        let pasted = paste_split(["Matriks!G39", "Matriks!G46"].into_iter(), "Staf");
        assert_eq!(pasted, "[pisah]\n\"Matriks!G39\" = \"Staf\"\n\"Matriks!G46\" = \"Staf\"");
    }
}
