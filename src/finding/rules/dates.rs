//! Rules about dates, places and names that stand in more than one place.

use super::Rule;
use crate::finding::Severity::{Galat, Info, Periksa};

/// The title's year is not the configured one.
pub static TITLE_YEAR: Rule = Rule {
    code: "JUDUL-01",
    severity: Galat,
    title: "tahun pada judul berbeda",
    explanation: "Tahun pada judul matriks tidak sama dengan tahun di perjakin.toml. Mungkin matriks tahun lalu \
                  yang terbaca.",
    example: "Salah: judul \"… TAHUN 2025\", tahun = 2026. Benar: keduanya 2026.",
    remedy: "Perbaiki judulnya, atau tahun di perjakin.toml.",
};

/// The year at the foot is not the configured one.
pub static FOOT_YEAR: Rule = Rule {
    code: "TANGGAL-01",
    severity: Galat,
    title: "tahun pada kaki matriks berbeda",
    explanation: "Perjanjian ditandatangani pada tahun berjalan, atau pada Desember tahun sebelumnya. Tahun pada \
                  kaki matriks bukan keduanya.",
    example: "Salah: \"Bekasi, Januari 2025\" untuk tahun 2026. Benar: \"Bekasi, Januari 2026\".",
    remedy: "Perbaiki tanggalnya.",
};

/// A date without a day.
pub static NO_DAY: Rule = Rule {
    code: "TANGGAL-02",
    severity: Info,
    title: "tanggal tanpa hari",
    explanation: "Tanggal pada kaki matriks belum menyebut hari. Ruangnya dicetak kosong untuk ditulis tangan.",
    example: "\"Bekasi, Januari 2026\" dicetak dengan ruang di depan Januari; \"Bekasi, 5 Januari 2026\" dicetak \
              lengkap.",
    remedy: "Biarkan bila tanggalnya ditulis tangan.",
};

/// A date that does not exist.
pub static NO_DATE: Rule = Rule {
    code: "TANGGAL-03",
    severity: Galat,
    title: "tanggal tidak ada di kalender",
    explanation: "Hari, bulan atau nama bulan ini tidak ada.",
    example: "Salah: 31 Februari 2026, 5 Januri 2026. Benar: 5 Januari 2026.",
    remedy: "Perbaiki tanggalnya.",
};

/// The configured date is not in the configured year.
pub static CONFIG_YEAR: Rule = Rule {
    code: "TANGGAL-04",
    severity: Galat,
    title: "tanggal di perjakin.toml bukan pada tahunnya",
    explanation: "Kunci tanggal dan kunci tahun di perjakin.toml saling berbeda.",
    example: "Salah: tahun = 2026, tanggal = \"Januari 2025\". Benar: tanggal = \"Januari 2026\".",
    remedy: "Perbaiki salah satunya di perjakin.toml.",
};

/// The place at the foot is not the configured one.
pub static PLACE: Rule = Rule {
    code: "TANGGAL-05",
    severity: Periksa,
    title: "tempat pada kaki matriks berbeda",
    explanation: "Tempat penandatanganan pada kaki matriks tidak sama dengan kunci tempat di perjakin.toml.",
    example: "Salah: \"Jakarta, …\" di matriks, tempat = \"Bekasi\". Benar: keduanya sama.",
    remedy: "Samakan keduanya.",
};

/// The title names another agency than the configuration.
pub static AGENCY: Rule = Rule {
    code: "JUDUL-02",
    severity: Periksa,
    title: "instansi pada judul berbeda",
    explanation: "Judul matriks tidak menyebut nama instansi dari perjakin.toml. Mungkin berkas instansi lain yang \
                  terbaca.",
    example: "Salah: judul \"… DINAS PENDIDIKAN …\", instansi = \"Dinas Sosial Kota Bekasi\". Benar: keduanya sama.",
    remedy: "Periksa berkasnya, atau kunci instansi di perjakin.toml.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&TITLE_YEAR, &FOOT_YEAR, &NO_DAY, &NO_DATE, &CONFIG_YEAR, &PLACE, &AGENCY];
