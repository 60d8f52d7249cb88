//! Rules about content: sasaran, indikator and their numbers.

use super::Rule;
use crate::finding::Severity::{Galat, Periksa};

/// A sasaran that no indikator measures.
pub static NO_INDIKATOR: Rule = Rule {
    code: "ISI-01",
    severity: Periksa,
    title: "sasaran tanpa indikator",
    explanation: "Setiap sasaran dalam Perjanjian Kinerja diukur paling sedikit dengan satu indikator. Tanpa itu tidak ada yang \
                  dapat dinilai pada akhir tahun.",
    example: "Salah: ada baris SASARAN, tidak ada baris INDIKATOR. Benar: sasaran \"Meningkatnya layanan\" dengan indikator \
              \"Persentase layanan tepat waktu\".",
    remedy: "Tambahkan indikatornya di matriks.",
};

/// An indikator without a sasaran.
pub static NO_SASARAN: Rule = Rule {
    code: "ISI-02",
    severity: Periksa,
    title: "indikator tanpa sasaran",
    explanation: "Indikator mengukur sebuah sasaran. Di lampiran, kolom sasarannya akan kosong.",
    example: "Salah: hanya baris INDIKATOR. Benar: indikator berdiri di bawah sasaran yang diukurnya.",
    remedy: "Tambahkan sasarannya di matriks.",
};

/// A jabatan that promises nothing.
pub static NOTHING: Rule = Rule {
    code: "ISI-03",
    severity: Galat,
    title: "jabatan tanpa sasaran dan indikator",
    explanation: "Lembar Perjanjian Kinerja jabatan ini tidak berisi apa-apa, jadi tidak dapat ditandatangani.",
    example: "Salah: kepala blok tanpa isi. Benar: kepala blok dengan SASARAN dan INDIKATOR.",
    remedy: "Isi sasaran dan indikatornya, atau hapus bloknya dari matriks.",
};

/// Sasaran and indikator that cannot be paired.
pub static PAIRING: Rule = Rule {
    code: "ISI-04",
    severity: Periksa,
    title: "pasangan sasaran dan indikator tidak jelas",
    explanation: "Jumlah sasaran dan indikator berbeda dan nomornya tidak cocok satu lawan satu, sehingga tidak diketahui \
                  indikator mana mengukur sasaran mana. Semuanya dicetak sebagai satu kelompok: sasaran bersama, indikator \
                  bersama.",
    example: "Salah: sasaran 1, 2, 3 dan indikator tanpa nomor. Benar: sasaran 1, 2 dan indikator 1.1, 1.2, 2.1.",
    remedy: "Beri nomor yang cocok pada sasaran dan indikatornya, misalnya 1.1 dan 1.2 untuk sasaran 1.",
};

/// A number that occurs twice in one list.
pub static NUMBER_REPEATED: Rule = Rule {
    code: "ISI-05",
    severity: Periksa,
    title: "nomor berulang",
    explanation: "Dua butir dalam satu daftar memakai nomor yang sama. Pasangan sasaran dan indikatornya menjadi tidak jelas, \
                  dan lembar yang dicetak mengulang nomor itu.",
    example: "Salah: 1, 2, 2, 3. Benar: 1, 2, 3, 4.",
    remedy: "Perbaiki nomornya di matriks.",
};

/// Numbers that begin again in the middle of a list.
pub static NUMBER_RESTARTS: Rule = Rule {
    code: "ISI-06",
    severity: Periksa,
    title: "penomoran mundur di tengah daftar",
    explanation: "Nomor yang mundur di tengah daftar biasanya berarti dua blok di lembar asli tergabung menjadi satu kolom. \
                  Program tidak pernah memisahkannya sendiri.",
    example: "Salah: 1, 2, 3, 4, 5, 4, 5. Benar: 1 sampai 5 pada satu jabatan, sisanya pada blok jabatan yang lain.",
    remedy: "Periksa apakah butir mulai dari sel ini milik jabatan lain; jika bukan, perbaiki nomornya.",
};

/// An item without a number among numbered ones.
pub static NUMBER_MISSING: Rule = Rule {
    code: "ISI-07",
    severity: Periksa,
    title: "nomor tidak ada",
    explanation: "Butir lain dalam daftar ini bernomor, yang ini tidak. Mungkin nomornya terlewat, mungkin teksnya lanjutan dari \
                  butir sebelumnya.",
    example: "Salah: 1, (tanpa nomor), 3. Benar: 1, 2, 3.",
    remedy: "Beri nomor, atau gabungkan dengan butir di atasnya jika teksnya lanjutan.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] =
    &[&NO_INDIKATOR, &NO_SASARAN, &NOTHING, &PAIRING, &NUMBER_REPEATED, &NUMBER_RESTARTS, &NUMBER_MISSING];
