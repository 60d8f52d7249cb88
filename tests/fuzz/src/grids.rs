//! Workbooks as a reader could hand them over, made from the fuzzer's bytes:
//! tables with a header, lists under labels, and cells strewn at random.

use arbitrary::{Arbitrary, Result, Unstructured};
use perjakin::workbook::grid::{Cell, Grid, Merge, Value};
use perjakin::workbook::place::Pos;

use crate::words::{CELLS, HEADERS};

/// The sheets of a workbook.
#[derive(Debug)]
pub struct Grids(pub Vec<Grid>);

impl<'a> Arbitrary<'a> for Grids {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let count = input.int_in_range(1..=3)?;
        (0..count).map(|index| sheet(input, index)).collect::<Result<_>>().map(Self)
    }
}

fn sheet(input: &mut Unstructured, index: usize) -> Result<Grid> {
    let mut grid = Grid::new("uji.xlsx", format!("Lembar {index}"));
    grid.visible = input.ratio(7, 8)?;
    grid.knows_merges = input.ratio(7, 8)?;
    match input.int_in_range(0..=2)? {
        0 => table(input, &mut grid)?,
        1 => blocks(input, &mut grid)?,
        _ => {}
    }
    strew(input, &mut grid)?;
    Ok(grid)
}

/// A header of one to three rows, and rows below it.
fn table(input: &mut Unstructured, grid: &mut Grid) -> Result<()> {
    let (columns, depth) = (input.int_in_range(2..=14)?, input.int_in_range(1..=3)?);
    let top = input.int_in_range(1..=4)?;
    for row in top..top + depth {
        for col in 1..=columns {
            if row == top + depth - 1 || input.ratio(1, 3)? {
                text(grid, row, col, input.choose(HEADERS)?);
            }
        }
    }
    for row in top + depth..top + depth + input.int_in_range(0..=24)? {
        for col in 1..=columns {
            if input.ratio(2, 3)? {
                put(input, grid, row, col)?;
            }
        }
    }
    Ok(())
}

/// Lists under labels, side by side and below one another.
fn blocks(input: &mut Unstructured, grid: &mut Grid) -> Result<()> {
    let mut row = 1;
    for _ in 0..input.int_in_range(1..=4)? {
        let labels = ["", "TUJUAN", "SASARAN", "INDIKATOR"];
        for label in &labels[..input.int_in_range(1..=4)?] {
            for _ in 0..=input.int_in_range(0..=4)? {
                for col in [1, 3, 5].into_iter().take(input.int_in_range(1..=3)?) {
                    put(input, grid, row, col)?;
                }
                row += 1;
            }
            for col in [1, 3, 5].into_iter().filter(|_| !label.is_empty()) {
                text(grid, row, col, label);
            }
            row += 1;
        }
    }
    Ok(())
}

/// Cells and merged ranges anywhere.
fn strew(input: &mut Unstructured, grid: &mut Grid) -> Result<()> {
    for _ in 0..input.int_in_range(0..=16)? {
        let (row, col) = (at(input)?, at(input)?.min(16_384));
        match input.int_in_range(0..=3)? {
            0 => {
                let last = Pos::new(row + input.int_in_range(0..=6)?, col + input.int_in_range(0..=6)?);
                grid.merge(Merge { first: Pos::new(row, col), last });
            }
            1 => text(grid, row, col, input.choose(HEADERS)?),
            _ => put(input, grid, row, col)?,
        }
    }
    Ok(())
}

fn at(input: &mut Unstructured) -> Result<u32> {
    if input.ratio(1, 40)? { input.int_in_range(1..=1_048_576) } else { input.int_in_range(1..=30) }
}

fn put(input: &mut Unstructured, grid: &mut Grid, row: u32, col: u32) -> Result<()> {
    let value = match input.int_in_range(0..=15)? {
        0 => Value::Number(f64::arbitrary(input)?),
        1 => Value::Number(f64::from(input.int_in_range(-2..=200)?) / 4.0),
        2 => Value::Date(f64::from(input.int_in_range(-10..=80_000)?)),
        3 => Value::Error("#REF!".into()),
        4 => Value::FormulaWithoutValue,
        5 => Value::Bool(bool::arbitrary(input)?),
        6 => return Ok(text(grid, row, col, <&str>::arbitrary(input)?)),
        _ => return Ok(text(grid, row, col, input.choose(CELLS)?)),
    };
    grid.insert(Pos::new(row, col), Cell { value, raw: None });
    Ok(())
}

/// A text cell, normalised as every reader does it.
fn text(grid: &mut Grid, row: u32, col: u32, raw: &str) {
    let normal = perjakin::workbook::text::normalise(raw);
    if !normal.text.is_empty() {
        let raw = normal.changed.then(|| raw.to_owned());
        grid.insert(Pos::new(row, col), Cell { value: Value::Text(normal.text), raw });
    }
}
