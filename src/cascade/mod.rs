//! The cascade: jabatan in a tree with their sasaran, indikator and pegawai.
//! Plain data and pure functions; no file, no clock.
//!
//! [`build`] takes the draft of a matrix and what the office confirmed, and
//! gives the one tree that both allow. It decides the superiors
//! (`structure`), the stable ids (`identity`), the units, the kelompok
//! (`pairing`) and who holds the top post (`staffing`). Nothing of the matrix
//! is lost or corrected on the way; what cannot be as written is a finding.

mod affinity;
mod anggaran;
mod build;
mod confirmation;
mod holders;
mod identity;
mod jenjang;
mod json;
mod masa;
mod model;
mod money_join;
mod near;
pub mod nip;
mod number;
mod pairing;
pub mod pangkat;
mod pegawai;
mod pihak_kedua;
mod posting;
mod record;
mod reference;
mod roster;
#[cfg(test)]
mod roster_test;
mod seat;
mod settings;
mod split;
mod staffing;
mod status;
mod structure;
#[cfg(test)]
mod structure_test;
mod target_join;
#[cfg(test)]
pub(crate) mod testing;
mod unit;
mod words;

pub use self::affinity::Affinity;
pub use self::anggaran::{Anggaran, TingkatAnggaran};
pub use self::build::{Built, build};
pub use self::confirmation::paste;
pub use self::json::to_json;
pub use self::masa::TahunBulan;
pub use self::model::{Cascade, CascadeError, Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Sasaran, Tujuan};
pub use self::number::{Notation, Number, number};
pub use self::pegawai::{Pegawai, StatusJabatan, TargetKhusus};
pub use self::pihak_kedua::{PihakKedua, pihak_kedua};
pub use self::record::Record;
pub use self::roster::{AnggaranRow, Roster, RosterRow, TargetRow, join, person_key};
pub use self::seat::Seat;
pub use self::settings::{Confirmed, Pisah, Settings};
pub use self::split::{paste_split, split};
pub use self::staffing::mentions_status;
pub use self::structure::Basis;
pub use self::unit::title_case;
pub use self::words::{is_telling, normal, words};
