//! Rules about characters: what cannot be printed as it is.

use super::Rule;
use crate::finding::Severity::{Galat, Periksa};

/// A character that the document's font cannot print.
pub static NO_GLYPH: Rule = Rule {
    code: "TEKS-01",
    severity: Galat,
    title: "huruf tanpa bentuk cetak",
    explanation: "Huruf dokumen tidak punya bentuk untuk tanda ini, sehingga yang tercetak hanya kotak. Biasanya \
                  emoji, butir dari Word, atau aksara lain.",
    example: "Salah: butir dari huruf Wingdings, emoji. Benar: tanda \"-\" atau angka.",
    remedy: "Ganti tandanya dengan huruf biasa.",
};

/// A control character.
pub static CONTROL: Rule = Rule {
    code: "TEKS-02",
    severity: Galat,
    title: "tanda kendali yang tidak terlihat",
    explanation: "Sel memuat tanda kendali yang tidak terlihat dan tidak dapat dicetak, biasanya dari aplikasi lain.",
    example: "Salah: teks hasil ekspor dengan tanda NUL. Benar: teks yang diketik.",
    remedy: "Ketik ulang isi sel ini.",
};

/// A mark that turns the direction of writing.
pub static DIRECTION: Rule = Rule {
    code: "TEKS-03",
    severity: Galat,
    title: "tanda pembalik arah tulisan",
    explanation: "Tanda yang tidak terlihat ini membalik urutan huruf, sehingga yang tampak berbeda dari yang \
                  tersimpan.",
    example: "Salah: tanda U+202E di tengah nama. Benar: tanpa tanda itu.",
    remedy: "Ketik ulang isi sel ini.",
};

/// Letters of another script among Latin ones.
pub static LOOKALIKE: Rule = Rule {
    code: "TEKS-04",
    severity: Periksa,
    title: "huruf dari aksara lain",
    explanation: "Kata ini mencampur huruf Latin dengan huruf Kiril atau Yunani yang tampak sama. Pencarian dan \
                  penggabungan tidak akan menemukannya.",
    example: "Salah: \"Lаporan\" dengan а Kiril. Benar: \"Laporan\".",
    remedy: "Ketik ulang kata ini.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&NO_GLYPH, &CONTROL, &DIRECTION, &LOOKALIKE];
