//! What to print, for whom, in which words. From the cascade and the office's
//! choices this room makes one JSON value for each sheet; how it looks on
//! paper is the template's business, how it becomes a PDF the typesetter's.
//!
//! - [`form`]: what a sheet has for each jenjang, a table of data.
//! - [`wording`]: the sentences and labels, text files of the office.
//! - `party`: the two who sign. `group` and `budget`: the two tables.
//!   `signing`: by hand or electronically. `sheet`: the data of one PK.
//! - `subject`: whom the sheets are for.
//! - `compose`: puts them together; [`jobs`] is the way in.
//! - `format`, `jabatan_name`, `naming`: NIP, dates, money, names, file names.

mod budget;
mod compose;
#[cfg(test)]
mod fixture;
pub mod form;
mod format;
#[cfg(test)]
mod golden;
mod group;
mod jabatan_name;
#[cfg(test)]
mod long;
mod naming;
mod party;
mod settings;
mod sheet;
mod signing;
mod subject;
#[cfg(test)]
mod tests;
pub mod wording;

pub use self::compose::{job, jobs};
pub use self::format::{Tanggal, nip, ribuan, rupiah};
pub use self::jabatan_name::jabatan_name;
pub use self::naming::{key, part};
pub use self::settings::{Edisi, Kop, LetakLogo, Logo, Pimpinan, Settings};
pub use self::subject::{Subject, subjects};
