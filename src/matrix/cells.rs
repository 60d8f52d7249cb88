//! What single cells of the matrix's sheet have wrong, whatever the layout:
//! error values, lost formulas, characters that no font prints.

use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::workbook::grid::{Grid, Value};
use crate::workbook::text;

/// Findings for every bad cell of a sheet, in reading order.
pub(super) fn findings(grid: &Grid) -> Vec<Finding> {
    let mut findings: Vec<Finding> = grid
        .cells()
        .filter_map(|(pos, cell)| {
            let place = grid.place(pos);
            match &cell.value {
                Value::Error(name) => Some(reading::error_value(place, name)),
                Value::FormulaWithoutValue => Some(reading::formula_without_value(place)),
                Value::Text(text) => {
                    let odd = text::unprintable(cell.raw.as_ref().unwrap_or(text));
                    (!odd.is_empty()).then(|| reading::unprintable(place, &odd))
                }
                _ => None,
            }
        })
        .collect();
    if grid.lost_cells > 0 {
        findings.push(reading::lost_cells(grid.sheet(), grid.lost_cells));
    }
    findings
}
