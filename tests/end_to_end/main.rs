//! The real program on real workbooks, and its PDFs read back.

mod awasi;
mod banding;
mod command_line;
mod sample;
mod second_readers;
mod support;
