//! perjakin turns an Indonesian agency's Excel performance matrix into
//! print-ready *Perjanjian Kinerja* sheets and the cascade chart.
//!
//! Data flows one way: workbook → matrix → cascade → document → typeset →
//! publish. [`pipeline`] is the whole way on one page; start there.

pub mod cascade;
pub mod chart;
pub mod check;
pub mod cli;
pub mod document;
pub mod finding;
pub mod matrix;
pub mod normalise;
pub mod pipeline;
pub mod preview;
pub mod project;
pub mod publish;
pub mod report;
pub mod revision;
pub mod starter;
pub mod system;
pub mod tanggal;
pub mod typeset;
pub mod workbook;
