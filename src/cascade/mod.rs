//! The cascade: jabatan in a tree with their sasaran, indikator and pegawai.
//! Plain data and pure functions; no file, no clock.

mod model;

pub use self::model::{
    Anggaran, Cascade, CascadeError, Indikator, IndikatorSendiri, Jabatan, JabatanId, Jenjang, Kelompok, Khusus,
    Pegawai, Sasaran, StatusJabatan, Tujuan,
};
