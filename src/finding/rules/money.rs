//! Rules about money: program, kegiatan, sub kegiatan and their anggaran.

use super::Rule;
use crate::finding::Severity::{Galat, Periksa};

/// A total that is not the sum of its parts.
pub static NOT_A_SUM: Rule = Rule {
    code: "ANGGARAN-01",
    severity: Galat,
    title: "jumlah anggaran tidak sama dengan bagiannya",
    explanation: "Anggaran program adalah jumlah kegiatannya, dan anggaran kegiatan jumlah sub kegiatannya.",
    example: "Salah: program Rp10.000.000 dengan kegiatan Rp4.000.000 dan Rp5.000.000. Benar: keduanya berjumlah \
              Rp10.000.000.",
    remedy: "Cocokkan dengan DPA.",
};

/// An anggaran of nothing.
pub static ZERO: Rule = Rule {
    code: "ANGGARAN-02",
    severity: Periksa,
    title: "anggaran nol",
    explanation: "Program atau kegiatan tanpa anggaran biasanya tidak dicantumkan dalam perjanjian.",
    example: "Salah: Rp0. Benar: nilai dari DPA, atau barisnya dihapus.",
    remedy: "Isi anggarannya, atau hapus barisnya.",
};

/// An anggaran below zero.
pub static NEGATIVE: Rule = Rule {
    code: "ANGGARAN-03",
    severity: Galat,
    title: "anggaran negatif",
    explanation: "Anggaran tidak pernah negatif. Sering kali selisih atau pengurangan ikut tersalin.",
    example: "Salah: -5.000.000. Benar: 5.000.000.",
    remedy: "Cocokkan dengan DPA.",
};

/// An anggaran that is no amount of rupiah.
pub static NOT_A_NUMBER: Rule = Rule {
    code: "ANGGARAN-04",
    severity: Galat,
    title: "anggaran bukan angka",
    explanation: "Isi sel ini tidak dapat dibaca sebagai rupiah, jadi tidak dapat dijumlahkan.",
    example: "Salah: \"5 jt\". Benar: 5.000.000.",
    remedy: "Tulis rupiahnya dengan angka.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&NOT_A_SUM, &ZERO, &NEGATIVE, &NOT_A_NUMBER];
