//! What the tests share: throw-away projects and a second PDF reader.

pub mod cells;
pub mod lembar;
pub mod model;
pub mod pdf;
pub mod project;
pub mod sheet;
pub mod tags;
