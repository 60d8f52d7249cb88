//! Recognising the office's table in a grid: from cells to a
//! [`draft::Draft`] of blocks, whatever layout the office keeps.

pub mod draft;
