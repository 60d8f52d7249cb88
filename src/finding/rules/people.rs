//! Rules about people: NIP, pangkat, golongan, who signs.

use super::Rule;
use crate::finding::Severity::Galat;

/// A NIP that has not exactly 18 digits.
pub static NIP_DIGITS: Rule = Rule {
    code: "NIP-01",
    severity: Galat,
    title: "NIP tidak 18 angka",
    explanation: "NIP dan NI PPPK selalu 18 angka: tanggal lahir 8, TMT CPNS 6 (atau tahun dan kode PPPK), jenis kelamin 1, \
                  nomor urut 3. Angka yang hilang tidak dapat ditebak, jadi NIP tidak pernah diperbaiki oleh program.",
    example: "Salah: 1990010120150110 (16 angka). Benar: 199001012015011001.",
    remedy: "Ketik ulang NIP dari SK, sebagai teks, 18 angka.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&NIP_DIGITS];
