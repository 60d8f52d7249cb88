//! The model as the program tells it.

use serde_json::Value;

use super::cells::forget_cells;
use super::project::Project;

/// What `perjakin kaskade` prints, without the cells it came from.
pub fn model(project: &Project) -> Value {
    let run = project.run(&["kaskade"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut json = serde_json::from_str(&run.stdout).unwrap();
    forget_cells(&mut json);
    json
}
