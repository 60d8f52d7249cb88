//! The office's folders: which of them are instansi, and what their
//! `perjakin.toml` says.

mod config;
mod discover;

pub use self::config::{Config, ConfigError, Kertas, Kop, Pimpinan, Superior};
pub use self::discover::{CONFIG_FILE, Instansi, ProjectError, instansi};
