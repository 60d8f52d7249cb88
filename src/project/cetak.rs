//! The table `[cetak]`: the print volumes as the office hands them out.

use serde::Deserialize;

/// The print volumes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cetak {
    /// What makes a volume.
    pub jilid: Jilid,
    /// Whether both sides of the paper are printed, so that each sheet must
    /// begin on an odd page.
    pub bolak_balik: bool,
    /// How many copies of each sheet, at least 1.
    pub rangkap: usize,
    /// In which order the copies stand.
    pub urutan_rangkap: UrutanRangkap,
}

impl Default for Cetak {
    fn default() -> Self {
        Self { jilid: Jilid::Unit, bolak_balik: true, rangkap: 1, urutan_rangkap: UrutanRangkap::Lembar }
    }
}

/// What makes a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Jilid {
    /// A unit.
    Unit,
    /// A jenjang.
    Jenjang,
    /// Everybody.
    Semua,
    /// No volumes are wanted.
    #[serde(rename = "tidak ada")]
    TidakAda,
}

/// The order of copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UrutanRangkap {
    /// Each sheet several times in a row.
    Lembar,
    /// All sheets once, then all of them again.
    Jilid,
}
