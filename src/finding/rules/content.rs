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
    remedy: "Periksa apakah butir mulai dari sel ini milik jabatan lain. Jika ya, tempel baris [pisah]; jika bukan, \
             perbaiki nomornya.",
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

/// More sasaran than indikator.
pub static MORE_SASARAN: Rule = Rule {
    code: "ISI-08",
    severity: Periksa,
    title: "sasaran lebih banyak daripada indikator",
    explanation: "Jika sasaran lebih banyak daripada indikator, paling sedikit satu sasaran tidak diukur, dan tidak diketahui \
                  indikator mana mengukur sasaran mana. Semuanya dicetak sebagai satu kelompok. Yang ditunjuk adalah sasaran \
                  yang kata-katanya paling jauh dari semua indikator.",
    example: "Salah: SASARAN 1 dan SASARAN 2 dengan satu indikator untuk sasaran 1. Benar: indikator untuk setiap \
              sasaran.",
    remedy: "Tambahkan indikator untuk sasaran yang belum terukur, lalu beri nomor yang cocok pada sasaran dan indikatornya.",
};

/// The same sasaran twice in one block.
pub static SASARAN_TWICE: Rule = Rule {
    code: "ISI-09",
    severity: Periksa,
    title: "sasaran yang sama berulang dalam satu jabatan",
    explanation: "Sasaran yang persis sama tertulis lebih dari sekali. Biasanya ia diulang supaya berdiri di \
                  samping indikatornya; di lembar yang ditandatangani cukup satu kali.",
    example: "Salah: \"Tersedianya laporan\" di dua baris. Benar: satu baris, digabung di samping kedua \
              indikatornya.",
    remedy: "Gabungkan menjadi satu sasaran, atau bedakan bunyinya.",
};

/// The same indikator twice in one block.
pub static INDIKATOR_TWICE: Rule = Rule {
    code: "ISI-10",
    severity: Periksa,
    title: "indikator yang sama berulang dalam satu jabatan",
    explanation: "Indikator yang persis sama tertulis lebih dari sekali untuk satu jabatan, sehingga kinerjanya \
                  akan dihitung dua kali.",
    example: "Salah: nomor 2 dan 3 sama-sama \"Jumlah laporan evaluasi\". Benar: dua indikator yang berbeda.",
    remedy: "Hapus salah satunya, atau perbaiki bunyinya.",
};

/// Superior and subordinate promise the same indikator.
pub static SAME_AS_SUPERIOR: Rule = Rule {
    code: "ISI-11",
    severity: Periksa,
    title: "indikator atasan dan bawahan sama persis",
    explanation: "Bawahan menjanjikan indikator yang sama kata demi kata dengan atasannya. Kinerja harus \
                  diturunkan: bawahan memberi bagian, atasan memberi hasilnya.",
    example: "Salah: keduanya \"Jumlah laporan register pembayaran\". Benar: atasan \"Persentase pembayaran tepat \
              waktu\", bawahan \"Jumlah laporan register pembayaran\".",
    remedy: "Bedakan indikator atasan dan bawahan sesuai peran masing-masing.",
};

/// Two heads promise the same indikator.
pub static SAME_AS_PEER: Rule = Rule {
    code: "ISI-12",
    severity: Periksa,
    title: "indikator yang sama pada dua pimpinan unit",
    explanation: "Dua pimpinan unit menjanjikan indikator yang sama kata demi kata, sehingga tidak jelas siapa yang \
                  bertanggung jawab.",
    example: "Salah: \"Persentase data terpadu\" pada dua kepala bidang. Benar: pada satu kepala bidang saja.",
    remedy: "Tetapkan satu penanggung jawab, atau bedakan cakupannya.",
};

/// An outcome post measured by a count.
pub static OUTPUT_FOR_OUTCOME: Rule = Rule {
    code: "ISI-13",
    severity: Periksa,
    title: "pimpinan diukur dengan jumlah",
    explanation: "Kepala perangkat daerah, sekretaris dan kepala bidang diukur dengan hasil (persentase, indeks, \
                  nilai), bukan dengan banyaknya laporan atau dokumen (PermenPAN-RB 89/2021).",
    example: "Salah: kepala bidang dengan \"Jumlah laporan kegiatan\". Benar: \"Persentase penerima layanan yang \
              tertangani\".",
    remedy: "Ganti dengan indikator hasil, dan turunkan jumlahnya kepada bawahan.",
};

/// A placeholder instead of content.
pub static PLACEHOLDER: Rule = Rule {
    code: "ISI-14",
    severity: Galat,
    title: "isian sementara",
    explanation: "Sel ini masih berisi tanda atau kata pengganti, bukan isi yang dapat dijanjikan.",
    example: "Salah: \"…\", \"xxx\", \"diisi kemudian\". Benar: bunyi sasaran atau indikatornya.",
    remedy: "Isi sel ini sebelum lembarnya dicetak.",
};

/// A sasaran that reads like an indikator, or the reverse.
pub static SWAPPED: Rule = Rule {
    code: "ISI-15",
    severity: Periksa,
    title: "sasaran dan indikator tampak tertukar",
    explanation: "Sasaran adalah keadaan (meningkatnya, tersedianya), indikator adalah ukuran (persentase, jumlah, \
                  indeks). Teks ini berbunyi seperti yang lain.",
    example: "Salah: sasaran \"Jumlah laporan bulanan\". Benar: sasaran \"Tersedianya laporan bulanan\", indikator \
              \"Jumlah laporan bulanan\".",
    remedy: "Pindahkan ke baris yang benar, atau perbaiki bunyinya.",
};

/// An indikator that only repeats its sasaran.
pub static SAME_TEXT: Rule = Rule {
    code: "ISI-16",
    severity: Periksa,
    title: "indikator mengulang bunyi sasaran",
    explanation: "Indikator yang sama persis dengan sasarannya tidak mengatakan bagaimana sasaran itu diukur.",
    example: "Salah: keduanya \"Meningkatnya mutu layanan\". Benar: indikator \"Indeks kepuasan masyarakat\".",
    remedy: "Tulis ukuran yang dapat dihitung.",
};

/// A text too short to promise anything.
pub static TOO_SHORT: Rule = Rule {
    code: "ISI-17",
    severity: Periksa,
    title: "teks terlalu pendek",
    explanation: "Satu kata saja hampir tidak pernah sasaran atau indikator yang lengkap. Sering kali ia lanjutan \
                  kalimat dari sel atau halaman sebelumnya.",
    example: "Salah: \"Pembangunan\". Benar: \"Jumlah dokumen anggaran dan pembiayaan pembangunan\".",
    remedy: "Lengkapi, atau gabungkan dengan sel sebelumnya.",
};

/// A text too long for a table cell.
pub static TOO_LONG: Rule = Rule {
    code: "ISI-18",
    severity: Periksa,
    title: "teks sangat panjang",
    explanation: "Teks lebih dari 400 huruf sulit dibaca dalam tabel dan biasanya memuat beberapa butir atau \
                  penjelasan yang bukan bagian dari sasaran atau indikator.",
    example: "Salah: satu paragraf penuh dalam satu sel. Benar: satu kalimat; penjelasannya di kamus indikator.",
    remedy: "Ringkas, atau pecah menjadi beberapa butir.",
};

/// A number left out.
pub static NUMBER_SKIPPED: Rule = Rule {
    code: "ISI-19",
    severity: Periksa,
    title: "nomor terlewati",
    explanation: "Nomor dalam daftar ini melompat. Mungkin satu butir terhapus atau tertinggal di halaman lain.",
    example: "Salah: 1, 2, 4. Benar: 1, 2, 3.",
    remedy: "Lengkapi butir yang hilang, atau perbaiki nomornya.",
};

/// A text that ends in the middle of a sentence.
pub static CUT_OFF: Rule = Rule {
    code: "ISI-20",
    severity: Periksa,
    title: "kalimat tampak terpotong",
    explanation: "Teks berakhir dengan kata sambung atau kata depan, jadi lanjutannya mungkin tertinggal di sel \
                  lain.",
    example: "Salah: \"Jumlah dokumen anggaran dan\". Benar: \"Jumlah dokumen anggaran dan pembiayaan\".",
    remedy: "Lengkapi kalimatnya.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &NO_INDIKATOR,
    &NO_SASARAN,
    &NOTHING,
    &PAIRING,
    &NUMBER_REPEATED,
    &NUMBER_RESTARTS,
    &NUMBER_MISSING,
    &MORE_SASARAN,
    &SASARAN_TWICE,
    &INDIKATOR_TWICE,
    &SAME_AS_SUPERIOR,
    &SAME_AS_PEER,
    &OUTPUT_FOR_OUTCOME,
    &PLACEHOLDER,
    &SWAPPED,
    &SAME_TEXT,
    &TOO_SHORT,
    &TOO_LONG,
    &NUMBER_SKIPPED,
    &CUT_OFF,
];
