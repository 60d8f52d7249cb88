//! The model as the program tells it.

use serde_json::Value;

use super::project::Project;

/// What `perjakin kaskade` prints, without the cells it came from.
pub fn model(project: &Project) -> Value {
    let run = project.run(&["kaskade"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut json = serde_json::from_str(&run.stdout).unwrap();
    forget_cells(&mut json);
    json
}

fn forget_cells(json: &mut Value) {
    match json {
        Value::Object(map) => {
            map.remove("sel");
            map.values_mut().for_each(forget_cells);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_cells),
        _ => {}
    }
}
