//! Rules about people: NIP, pangkat, golongan, who signs.

use super::Rule;
use crate::finding::Severity::{Galat, Periksa};

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

/// Digits 1–8 are no date of birth.
pub static NIP_BIRTH: Rule = Rule {
    code: "NIP-02",
    severity: Galat,
    title: "tanggal lahir dalam NIP tidak mungkin",
    explanation: "Delapan angka pertama NIP adalah tanggal lahir: tahun, bulan, hari. Tanggal yang tidak ada di kalender, atau \
                  umur di luar masa kerja, berarti ada angka yang salah ketik.",
    example: "Salah: 19900230… (30 Februari). Benar: 19900228….",
    remedy: "Cocokkan NIP dengan SK, lalu ketik ulang sebagai teks.",
};

/// Digits 9–14 are no month of appointment.
pub static NIP_START: Rule = Rule {
    code: "NIP-03",
    severity: Galat,
    title: "TMT dalam NIP tidak mungkin",
    explanation: "Angka 9–14 adalah tahun dan bulan TMT CPNS, atau tahun dan kode PPPK. Bulan 00, tahun yang belum tiba, atau \
                  pengangkatan sebelum berumur 17 tahun berarti ada angka yang salah ketik.",
    example: "Salah: 19900101 200001 1 001 (diangkat pada umur 10 tahun). Benar: 19900101 201501 1 001.",
    remedy: "Cocokkan NIP dengan SK, lalu ketik ulang sebagai teks.",
};

/// Digit 15 is neither 1 nor 2.
pub static NIP_SEX: Rule = Rule {
    code: "NIP-04",
    severity: Galat,
    title: "angka jenis kelamin dalam NIP bukan 1 atau 2",
    explanation: "Angka ke-15 NIP adalah jenis kelamin: 1 laki-laki, 2 perempuan. Angka lain berarti NIP tergeser atau salah \
                  ketik.",
    example: "Salah: 19900101 201501 3 001. Benar: 19900101 201501 1 001.",
    remedy: "Cocokkan NIP dengan SK, lalu ketik ulang sebagai teks.",
};

/// The serial is 000.
pub static NIP_SERIAL: Rule = Rule {
    code: "NIP-05",
    severity: Galat,
    title: "NIP berakhir 000",
    explanation: "Excel hanya menyimpan 15 angka. NIP yang pernah disimpan sebagai angka kehilangan tiga angka terakhir dan \
                  berakhir 000; angka aslinya tidak dapat dipulihkan dari berkas ini.",
    example: "Salah: 199001012015011000. Benar: 199001012015011001, diketik sebagai teks.",
    remedy: "Format selnya sebagai Teks, lalu ketik ulang NIP dari SK.",
};

/// The foot's signatory is not the head of the agency.
pub static SIGNATORY: Rule = Rule {
    code: "ORANG-01",
    severity: Periksa,
    title: "penanda tangan bukan jabatan puncak",
    explanation: "Nama di kaki matriks dipakai sebagai pemegang jabatan puncak. Jika jabatan yang tertulis di sana lain, nama itu \
                  tidak dipakai dan lembar kepala dinas dicetak dengan titik-titik.",
    example: "Salah: di kaki tertulis \"SEKRETARIS DAERAH\". Benar: \"KEPALA DINAS CONTOH\", sama dengan blok paling atas.",
    remedy: "Samakan jabatan di kaki matriks dengan blok paling atas.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[&NIP_DIGITS, &NIP_BIRTH, &NIP_START, &NIP_SEX, &NIP_SERIAL, &SIGNATORY];
