//! Grids built in memory, for tests of the recognisers.

use crate::workbook::grid::{Cell, Grid, Merge, Value};
use crate::workbook::place::Pos;

/// The position of an A1 address.
pub fn at(a1: &str) -> Pos {
    Pos::from_a1(a1).unwrap_or_else(|| panic!("{a1} is no cell"))
}

/// A sheet with these texts; an address such as `A5:H5` is a merged range.
pub fn grid(cells: &[(&str, &str)]) -> Grid {
    named("Matriks", cells)
}

/// As [`grid`], with a name for the sheet.
pub fn named(sheet: &str, cells: &[(&str, &str)]) -> Grid {
    let mut grid = Grid::new("uji.xlsx", sheet);
    for (address, text) in cells {
        let (first, last) = address.split_once(':').unwrap_or((address, address));
        let (first, last) = (at(first), at(last));
        if first != last {
            grid.merge(Merge { first, last });
        }
        grid.insert(first, Cell { value: Value::Text((*text).to_owned()), raw: None });
    }
    grid
}
