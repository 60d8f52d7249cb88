//! The cascade chart and the matrix: what is measured, laid out and drawn.
pub mod geometry;
pub mod layout;
mod stack;
mod tidy;
pub mod tree;
