//! The model without the cells it came from: what must be the same whatever
//! workbook it was read from.

use serde_json::Value;

/// Takes every cell out of what `perjakin kaskade` prints.
pub fn forget_cells(json: &mut Value) {
    match json {
        Value::Object(map) => {
            map.remove("sel");
            map.values_mut().for_each(forget_cells);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_cells),
        _ => {}
    }
}
