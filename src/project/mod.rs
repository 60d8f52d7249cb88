//! The office's folders: which of them are instansi, and what their
//! `perjakin.toml` says.
//!
//! Everything about the configuration comes from one table, `keys`: what may
//! be written, what is wrong with what was written (`check`, `value`), the
//! JSON Schema for editors (`schema`) and the page `docs/konfigurasi.md`
//! (`guide`). What is no TOML at all is explained by `syntax`.

mod cetak;
mod check;
mod config;
mod discover;
mod error;
mod guide;
mod key;
mod keys;
mod lambang;
#[cfg(test)]
mod mistakes_test;
mod near;
mod new_file;
mod pisah;
mod schema;
mod segmen;
mod source;
mod syntax;
mod tanggal;
mod value;
mod walk;

pub use self::cetak::{Cetak, Jilid, UrutanRangkap};
pub use self::config::{
    Atasan, Bagan, Config, Huruf, Kaki, Kertas, KertasBagan, Kop, Lembar, LetakLogo, Perubahan, Pimpinan, Publikasi,
    Superior, TabelAnggaran, Tte,
};
pub use self::discover::{CONFIG_FILE, Instansi, ProjectError, README_FILE, config, instansi};
pub use self::error::ConfigError;
pub use self::guide::guide;
pub use self::new_file::new_file;
pub use self::pisah::Pisah;
pub use self::schema::schema;
pub use self::segmen::Segmen;
pub use self::walk::passed_over;
