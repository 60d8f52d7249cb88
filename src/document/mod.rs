//! What to print, for whom, in which words. From the cascade and the office's
//! choices this room makes one JSON value for each sheet; how it looks on
//! paper is the template's business, how it becomes a PDF the typesetter's.
//!
//! - [`form`]: what a sheet has for each jenjang, a table of data.
//! - [`wording`]: the sentences and labels, text files of the office.
//! - `party`: the two who sign. `group` and `budget`: the two tables.
//!   `signing`: by hand or electronically. `qr`: the code in the footer.
//!   `sheet`: the data of one PK.
//! - `subject`: whom the sheets are for. `promise`: what a sheet says, apart
//!   from how it is printed.
//! - `compose`: puts one together; [`Sheets`] all of them, and is the way in.
//! - `card`: what lists say of a sheet.
//! - `balance`, `extent`, `measure`: even lines, and how much room texts need.
//! - `format`, `jabatan_name`, `naming`: NIP, dates, money, names, file names.

mod balance;
mod budget;
mod card;
mod compose;
mod extent;
#[cfg(test)]
mod fixture;
pub mod form;
mod format;
#[cfg(test)]
mod golden;
mod group;
mod index;
mod jabatan_name;
#[cfg(test)]
mod long;
mod measure;
mod naming;
mod party;
mod promise;
mod qr;
mod settings;
mod sheet;
mod sheets;
mod signing;
mod subject;
#[cfg(test)]
mod tests;
pub mod wording;

pub use self::card::Card;
pub use self::compose::job;
pub use self::format::{Tanggal, nip, ribuan, rupiah};
pub use self::jabatan_name::jabatan_name;
pub use self::naming::{key, part};
pub use self::promise::Promises;
pub use self::settings::{Edisi, Kop, LetakLogo, Logo, PUBLICATION, Pimpinan, Settings};
pub use self::sheets::Sheets;
pub use self::subject::{Subject, subjects};
