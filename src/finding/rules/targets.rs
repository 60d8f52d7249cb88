//! Rules about targets: the year, its quarters, the unit and the way numbers are written.

use super::Rule;
use crate::finding::Finding;
use crate::finding::Severity::{Galat, Periksa};
use crate::workbook::place::Place;

/// Quarters that fit neither as parts nor as a running total.
pub static QUARTERS: Rule = Rule {
    code: "TARGET-01",
    severity: Periksa,
    title: "triwulan tidak cocok dengan target tahunan",
    explanation: "Target TW I–IV harus berjumlah target tahunan (bila dihitung per triwulan) atau naik sampai \
                  target tahunan di TW IV (bila kumulatif). Yang tertulis tidak memenuhi keduanya.",
    example: "Salah: target 12, TW 3, 3, 3, 2. Benar: 3, 3, 3, 3 atau 3, 6, 9, 12.",
    remedy: "Periksa target tahunan dan keempat triwulannya.",
};

/// A running total that falls.
pub static FALLING: Rule = Rule {
    code: "TARGET-02",
    severity: Periksa,
    title: "triwulan kumulatif menurun",
    explanation: "Target persen per triwulan biasanya kumulatif, jadi tidak turun dari triwulan ke triwulan.",
    example: "Salah: 25%, 50%, 40%, 100%. Benar: 25%, 50%, 75%, 100%.",
    remedy: "Periksa urutan triwulannya.",
};

/// More than a hundred percent.
pub static OVER_100: Rule = Rule {
    code: "TARGET-03",
    severity: Periksa,
    title: "target di atas 100 persen",
    explanation: "Persentase di atas 100 jarang dimaksudkan. Sering kali desimalnya hilang atau satuannya bukan \
                  persen.",
    example: "Salah: 875 persen. Benar: 87,5 persen.",
    remedy: "Periksa angka dan satuannya.",
};

/// A target without a unit.
pub static UNIT_MISSING: Rule = Rule {
    code: "TARGET-04",
    severity: Periksa,
    title: "target tanpa satuan",
    explanation: "Angka tanpa satuan tidak dapat dinilai: 12 laporan, 12 bulan, atau 12 persen.",
    example: "Salah: target 12. Benar: target 12, satuan Laporan.",
    remedy: "Isi kolom Satuan.",
};

/// A number not written as Indonesians write it.
pub static NUMBER_FORMAT: Rule = Rule {
    code: "TARGET-05",
    severity: Periksa,
    title: "penulisan angka",
    explanation: "Angka Indonesia memakai koma untuk desimal dan titik untuk ribuan. Titik dengan satu atau dua \
                  angka di belakangnya dapat terbaca sebagai ribuan.",
    example: "Salah: 87.5 dan 1,000. Benar: 87,5 dan 1.000.",
    remedy: "Tulis desimal dengan koma.",
};

/// A percentage written as a fraction.
pub static FRACTION: Rule = Rule {
    code: "TARGET-06",
    severity: Periksa,
    title: "persen tertulis sebagai pecahan",
    explanation: "Excel menyimpan 85% sebagai 0,85. Bila format selnya hilang, yang tercetak 0,85 persen.",
    example: "Salah: 0,85 dengan satuan persen. Benar: 85 dengan satuan persen.",
    remedy: "Tulis angkanya sebagai persen penuh.",
};

/// Some quarters without a target.
pub static QUARTER_MISSING: Rule = Rule {
    code: "TARGET-07",
    severity: Periksa,
    title: "sebagian triwulan kosong",
    explanation: "Sebagian triwulan terisi, sebagian tidak. Triwulan tanpa target ditulis 0 atau \"-\".",
    example: "Salah: 3, (kosong), 3, 3. Benar: 3, 3, 3, 3.",
    remedy: "Lengkapi keempat triwulannya.",
};

/// A unit that does not fit the indikator's first word.
pub static UNIT_MISMATCH: Rule = Rule {
    code: "TARGET-08",
    severity: Periksa,
    title: "satuan tidak cocok dengan indikator",
    explanation: "Indikator yang dimulai dengan \"Persentase\" bersatuan persen, dan yang dimulai dengan \"Jumlah\" \
                  tidak.",
    example: "Salah: \"Jumlah laporan\", satuan persen. Benar: \"Jumlah laporan\", satuan laporan.",
    remedy: "Perbaiki satuannya, atau kata pertama indikatornya.",
};

/// TARGET-09 for a number cell whose format hides that it is below zero, with
/// the number as stored and as it will be printed.
pub fn hidden_minus(place: Place, stored: &str, printed: &str) -> Finding {
    let message = format!("sel target ini berisi {stored}, tetapi tampil dan dicetak sebagai {printed}");
    Finding::new(&NOT_POSITIVE, place, message)
}

/// A target of zero or less.
pub static NOT_POSITIVE: Rule = Rule {
    code: "TARGET-09",
    severity: Periksa,
    title: "target nol atau negatif",
    explanation: "Target nol berarti tidak ada yang dijanjikan; target negatif biasanya salah ketik. Angka dalam tanda \
                  kurung dibaca negatif, dan sel angka negatif dapat tampil tanpa tanda minus, misalnya berwarna merah.",
    example: "Salah: 0 laporan, -3 surat, atau (5). Benar: 12 laporan.",
    remedy: "Periksa angkanya.",
};

/// An indikator without a target where others have one.
pub static MISSING: Rule = Rule {
    code: "TARGET-10",
    severity: Periksa,
    title: "target belum diisi",
    explanation: "Indikator lain jabatan ini sudah bertarget, yang ini belum. Tempatnya dicetak sebagai titik-titik.",
    example: "Salah: dua dari tiga indikator bertarget. Benar: semuanya.",
    remedy: "Isi targetnya, atau tulis tangan di lembar yang dicetak.",
};

/// A target whose indikator is not in the matrix.
pub static INDIKATOR_UNKNOWN: Rule = Rule {
    code: "TARGET-11",
    severity: Galat,
    title: "indikator pada daftar target tidak ada di matriks",
    explanation: "Target disambungkan kepada indikator dengan bunyinya atau selnya. Baris ini tidak menemukan \
                  pasangannya, jadi targetnya tidak tercetak.",
    example: "Salah: \"Jumlah laporan bulan\" padahal di matriks \"Jumlah laporan bulanan\". Benar: bunyi yang sama.",
    remedy: "Salin bunyi indikator dari matriks, atau tulis selnya.",
};

/// A target whose indikator occurs more than once.
pub static INDIKATOR_AMBIGUOUS: Rule = Rule {
    code: "TARGET-12",
    severity: Galat,
    title: "indikator pada daftar target ada di beberapa jabatan",
    explanation: "Bunyi indikator ini ada pada beberapa jabatan, dan jabatannya tidak disebut atau juga ada di \
                  beberapa tempat.",
    example: "Salah: baris target tanpa jabatan. Benar: kolom Jabatan terisi, atau sel indikatornya ditulis.",
    remedy: "Isi kolom Jabatan, atau tulis sel indikatornya.",
};

/// Two targets for one indikator.
pub static TWICE: Rule = Rule {
    code: "TARGET-13",
    severity: Galat,
    title: "dua target untuk satu indikator",
    explanation: "Daftar target memberi dua angka yang berbeda untuk indikator yang sama, matriks sendiri memberinya, atau \
                  keduanya tidak sama. Dari dua baris dipakai yang pertama; di samping matriks berlaku daftar target.",
    example: "Salah: \"Jumlah laporan\" 12 dan sekali lagi 24. Benar: satu baris.",
    remedy: "Hapus salah satu barisnya.",
};

/// A target of a person who does not hold the jabatan.
pub static OWNER_UNKNOWN: Rule = Rule {
    code: "TARGET-14",
    severity: Galat,
    title: "pegawai pada daftar target bukan pemegang jabatan itu",
    explanation: "Target khusus disambungkan kepada pegawai yang memegang jabatan pemilik indikatornya. Nama atau \
                  NIP pada baris ini tidak ditemukan di sana, nama dan NIP-nya milik dua orang, atau namanya dimiliki \
                  beberapa pemegang. Target itu tidak dicetak untuk siapa pun.",
    example: "Salah: target untuk pegawai dari bidang lain, atau hanya nama padahal dua pemegang senama. Benar: nama dan NIP \
              seperti di daftar pegawai.",
    remedy: "Samakan nama dan NIP dengan daftar pegawai; bila ada yang senama, isi kolom NIP.",
};

/// A target whose indikator is another jabatan's.
pub static OTHER_POST: Rule = Rule {
    code: "TARGET-15",
    severity: Galat,
    title: "indikator pada daftar target milik jabatan lain",
    explanation: "Jabatan yang tertulis di baris ini tidak punya indikator tersebut di matriks, sehingga targetnya tidak \
                  dipakai.",
    example: "Salah: indikator sekretaris di baris kepala bidang. Benar: jabatan yang memang memiliki indikator itu.",
    remedy: "Perbaiki jabatan pada baris ini, atau salin indikatornya dari matriks.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &QUARTERS,
    &FALLING,
    &OVER_100,
    &UNIT_MISSING,
    &NUMBER_FORMAT,
    &FRACTION,
    &QUARTER_MISSING,
    &UNIT_MISMATCH,
    &NOT_POSITIVE,
    &MISSING,
    &INDIKATOR_UNKNOWN,
    &INDIKATOR_AMBIGUOUS,
    &TWICE,
    &OWNER_UNKNOWN,
    &OTHER_POST,
];
