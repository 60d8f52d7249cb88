//! Grids → draft → cascade → findings → reports: whatever stands in the cells,
//! it ends in a model or in a sentence.

#![no_main]

use libfuzzer_sys::fuzz_target;
use perjakin_fuzz::grids::Grids;
use perjakin_fuzz::office;

fuzz_target!(|grids: Grids| {
    let Some(reading) = office::read(&grids.0) else { return };
    let json = perjakin::cascade::to_json(&reading.cascade);
    for item in reading.draft.blocks.iter().flat_map(|block| block.sasaran.iter().chain(&block.indikator)) {
        let text = serde_json::to_string(&item.uraian).expect("a string");
        assert!(json.contains(&text), "{text} is not in the model");
    }
    office::report(&reading);
});
