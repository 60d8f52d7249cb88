//! The real program on real workbooks, and its PDFs read back.

mod banding;
mod command_line;
mod contoh;
mod sample;
mod second_readers;
mod support;
