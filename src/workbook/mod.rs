//! Reading workbooks: bytes in, [`grid::Grid`]s of located cells out. The only
//! room that knows calamine.

pub mod grid;
pub mod place;
