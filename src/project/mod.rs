//! The office's folders: which of them are instansi, and what their
//! `perjakin.toml` says.

mod config;

pub use self::config::{Config, ConfigError, Kertas, Kop, Pimpinan};
