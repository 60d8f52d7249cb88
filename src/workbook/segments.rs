//! Text copied out of a PDF counts its columns anew on every page. A segment
//! says which columns of some lines belong into which columns of the first
//! page; the cells move, their addresses stay those of the file.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::place::Pos;

/// Lines that share their columns, and where the columns belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// First and last line, counted from 1.
    pub rows: (u32, u32),
    /// Column in the text → column on the first page, both counted from 1.
    /// Columns that are not named stay where they are.
    pub columns: Vec<(u32, u32)>,
}

/// The sheet with every segment's cells in their columns. Where two cells
/// would meet, the second goes to the next free column on the right, so that
/// none is lost.
pub fn align(grid: &Grid, segments: &[Segment]) -> Grid {
    let mut aligned = Grid::new(grid.workbook(), grid.sheet());
    aligned.visible = grid.visible;
    aligned.knows_merges = grid.knows_merges;
    aligned.lost_cells = grid.lost_cells;
    let maps: Vec<((u32, u32), BTreeMap<u32, u32>)> =
        segments.iter().map(|segment| (segment.rows, segment.columns.iter().copied().collect())).collect();
    for (pos, cell) in grid.cells() {
        let map = maps.iter().find(|((first, last), _)| (*first..=*last).contains(&pos.row));
        let mut target = Pos::new(pos.row, map.and_then(|(_, map)| map.get(&pos.col)).copied().unwrap_or(pos.col));
        while aligned.get(target).is_some() {
            target.col += 1;
        }
        aligned.insert_moved(target, pos, cell.clone());
    }
    for merge in grid.merges() {
        aligned.merge(*merge);
    }
    aligned
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::grid::{Cell, Value};

    #[test]
    fn cells_move_and_keep_their_address() {
        let mut grid = Grid::new("uji.txt", "uji");
        for (row, col, text) in [(1, 2, "a"), (5, 2, "b"), (5, 3, "c"), (5, 4, "d")] {
            grid.insert(Pos::new(row, col), Cell { value: Value::Text(text.into()), raw: None });
        }
        let segment = Segment { rows: (5, 9), columns: vec![(2, 7), (3, 7)] };
        let aligned = align(&grid, &[segment]);
        let cells: Vec<_> = aligned
            .cells()
            .map(|(pos, cell)| (pos.to_string(), aligned.place(pos).pos.to_string(), cell.text().unwrap()))
            .collect();
        let expected = [("B1", "B1", "a"), ("D5", "D5", "d"), ("G5", "B5", "b"), ("H5", "C5", "c")];
        assert_eq!(cells, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    }
}
