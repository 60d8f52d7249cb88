//! What the fuzz targets share: grids of any shape, and the way from grids to
//! findings.

pub mod grids;
pub mod office;
pub mod words;
