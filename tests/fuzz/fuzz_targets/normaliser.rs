//! Model → clean workbook → model: what the program understood is written down
//! so that it understands the same again.

#![no_main]

#[path = "../../end_to_end/support/cells.rs"]
mod cells;

use cells::forget_cells;
use libfuzzer_sys::fuzz_target;
use perjakin::pipeline::Reading;
use perjakin::workbook;
use perjakin_fuzz::grids::Grids;
use perjakin_fuzz::office;
use serde_json::Value;

fuzz_target!(|grids: Grids| {
    let Some(first) = office::read(&grids.0) else { return };
    let clean = workbook::read_bytes("uji.xlsx", office::normalise(&first)).expect("our own workbook reads");
    let second = office::read(&clean).expect("our own workbook is recognised");
    let (before, after) = (model(&first), model(&second));
    assert!(before == after, "{before:#}\n{after:#}");
});

/// The model without the cells it came from.
fn model(reading: &Reading) -> Value {
    let mut json = serde_json::from_str(&perjakin::cascade::to_json(&reading.cascade)).expect("JSON");
    forget_cells(&mut json);
    json
}
