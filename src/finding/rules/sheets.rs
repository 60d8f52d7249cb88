//! Rules about finished sheets: what shows only when they are laid out.

use super::Rule;
use crate::finding::Severity::Periksa;

/// A statement that does not fit its page in the smallest type.
pub static STATEMENT: Rule = Rule {
    code: "LEMBAR-01",
    severity: Periksa,
    title: "pernyataan lebih dari satu halaman",
    explanation: "Pernyataan selalu satu halaman: bila tidak muat, huruf dan jaraknya mengecil bertahap sampai 10 pt. \
                  Yang ini tetap tidak muat, jadi tanda tangannya ada di halaman kedua. Biasanya kalimat janji di \
                  templates/redaksi terlalu panjang, atau kop dan nama jabatannya memakan banyak baris.",
    example: "Salah: janji 40 kalimat di janji.txt. Benar: janji beberapa kalimat, rinciannya di lampiran.",
    remedy: "Ringkas kalimat di templates/redaksi (pembuka.txt, janji.txt), atau kurangi baris kop.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&STATEMENT];
