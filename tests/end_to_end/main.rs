//! The real program on real workbooks, and its PDFs read back.

mod awasi;
mod banding;
mod command_line;
mod contoh;
mod edisi;
mod formats;
mod ganda;
mod injection;
mod jilid;
mod konfigurasi;
mod mulai;
mod normalkan;
mod pembaca_layar;
mod pesan;
mod sample;
mod second_readers;
mod support;
mod teks;
mod tetap;
