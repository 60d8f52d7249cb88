//! The cascade: jabatan in a tree with their sasaran, indikator and pegawai.
//! Plain data and pure functions; no file, no clock.

mod model;

pub use self::model::{
    Cascade, CascadeError, Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Pegawai, Sasaran, StatusJabatan, Tujuan,
};
