//! Rules about language: what a careful reader would underline.

use super::Rule;
use crate::finding::Severity::{Info, Periksa};

/// A word of the dictionary of typing errors.
pub static TYPO: Rule = Rule {
    code: "BAHASA-01",
    severity: Periksa,
    title: "salah ketik",
    explanation: "Kata ini ada di kamus salah ketik. Program tidak pernah mengubah teks kantor; kata itu dicetak \
                  seperti tertulis sampai diperbaiki di matriks. Kantor dapat menambah kamusnya sendiri.",
    example: "Salah: \"Penyesunan\", \"kedalam\". Benar: \"Penyusunan\", \"ke dalam\".",
    remedy: "Perbaiki di matriks.",
};

/// A form that is not standard Indonesian.
pub static NONSTANDARD: Rule = Rule {
    code: "BAHASA-02",
    severity: Info,
    title: "bentuk tidak baku",
    explanation: "Kata ini lazim dipakai tetapi bukan bentuk baku menurut KBBI. Dalam naskah resmi dipakai bentuk \
                  baku (Permendagri 1/2023 dan EYD V).",
    example: "Salah: \"analisa\", \"resiko\", \"aktifitas\". Benar: \"analisis\", \"risiko\", \"aktivitas\".",
    remedy: "Pertimbangkan bentuk bakunya.",
};

/// Blanks around a slash.
pub static SLASH: Rule = Rule {
    code: "BAHASA-03",
    severity: Periksa,
    title: "spasi di sekitar garis miring",
    explanation: "Garis miring ditulis tanpa spasi di kedua sisinya. Spasi di satu sisi saja selalu salah ketik.",
    example: "Salah: \"Bulanan/ Triwulan\". Benar: \"Bulanan/Triwulan\".",
    remedy: "Hapus spasi di sekitar garis miring.",
};

/// Capitals and small letters mixed inside a sentence.
pub static CAPITALS: Rule = Rule {
    code: "BAHASA-04",
    severity: Info,
    title: "huruf besar di tengah kalimat tidak seragam",
    explanation: "Kata yang di tempat lain ditulis kecil, di sini ditulis dengan huruf besar di tengah kalimat. \
                  Huruf besar di tengah kalimat hanya untuk nama diri dan singkatan.",
    example: "Salah: \"Jumlah laporan Rekapitulasi Bahan penyusunan\". Benar: \"Jumlah laporan rekapitulasi bahan \
              penyusunan\".",
    remedy: "Seragamkan huruf besarnya bila sempat; lembar tetap dapat ditandatangani.",
};

/// A sasaran that names an action instead of a state.
pub static ACTION_FOR_STATE: Rule = Rule {
    code: "BAHASA-05",
    severity: Periksa,
    title: "sasaran berbunyi tindakan, bukan keadaan",
    explanation: "Sasaran menyatakan keadaan yang ingin dicapai (meningkatnya), bukan tindakan (meningkatkan). \
                  Kedua bentuk dalam satu matriks tampak tidak seragam di lembar yang ditandatangani.",
    example: "Salah: \"Meningkatkan kualitas layanan\". Benar: \"Meningkatnya kualitas layanan\".",
    remedy: "Ubah kata pertamanya menjadi bentuk keadaan.",
};

/// A text that begins with a small letter.
pub static SMALL_START: Rule = Rule {
    code: "BAHASA-06",
    severity: Info,
    title: "huruf pertama kecil",
    explanation: "Setiap butir dimulai dengan huruf besar. Huruf kecil di awal dapat juga berarti teksnya lanjutan \
                  dari sel sebelumnya.",
    example: "Salah: \"jumlah laporan\". Benar: \"Jumlah laporan\".",
    remedy: "Tulis huruf pertamanya besar.",
};

/// Brackets or quotes that do not close.
pub static BRACKETS: Rule = Rule {
    code: "BAHASA-07",
    severity: Periksa,
    title: "kurung atau tanda kutip tidak berpasangan",
    explanation: "Kurung atau tanda kutip yang dibuka tidak ditutup, atau sebaliknya. Sering kali sebagian teks \
                  ikut terhapus.",
    example: "Salah: \"Kampung Siaga (KSB\". Benar: \"Kampung Siaga (KSB)\".",
    remedy: "Lengkapi pasangannya.",
};

/// Punctuation with wrong blanks, or doubled.
pub static PUNCTUATION: Rule = Rule {
    code: "BAHASA-08",
    severity: Periksa,
    title: "tanda baca salah tempat",
    explanation: "Koma dan titik menempel pada kata sebelumnya dan diikuti spasi, dan tidak digandakan.",
    example: "Salah: \"program , kegiatan\", \"program,kegiatan\", \"program,,\". Benar: \"program, kegiatan\".",
    remedy: "Rapikan tanda bacanya.",
};

/// A word twice in a row.
pub static WORD_TWICE: Rule = Rule {
    code: "BAHASA-09",
    severity: Periksa,
    title: "kata berulang",
    explanation: "Kata yang sama berdiri dua kali berturut-turut. Kata ulang dalam bahasa Indonesia ditulis dengan \
                  tanda hubung.",
    example: "Salah: \"dan dan\", \"anak anak\". Benar: \"dan\", \"anak-anak\".",
    remedy: "Hapus salah satunya, atau beri tanda hubung.",
};

/// A whole sentence in capitals.
pub static SHOUTING: Rule = Rule {
    code: "BAHASA-10",
    severity: Info,
    title: "kalimat seluruhnya huruf besar",
    explanation: "Butir ini seluruhnya ditulis dengan huruf besar, yang lain tidak. Huruf besar dipakai untuk judul \
                  dan nama jabatan di kepala blok.",
    example: "Salah: \"JUMLAH LAPORAN BULANAN\". Benar: \"Jumlah laporan bulanan\".",
    remedy: "Tulis dengan huruf biasa.",
};

/// A full stop at the end of some items only.
pub static FULL_STOP: Rule = Rule {
    code: "BAHASA-11",
    severity: Info,
    title: "titik di akhir butir",
    explanation: "Butir dalam tabel tidak diakhiri titik. Butir lain di matriks ini pun tidak.",
    example: "Salah: \"Jumlah laporan bulanan.\" Benar: \"Jumlah laporan bulanan\".",
    remedy: "Hapus titiknya.",
};

/// Double blanks, tabs or no-break blanks in a cell.
pub static BLANKS: Rule = Rule {
    code: "BAHASA-12",
    severity: Info,
    title: "spasi ganda atau spasi khusus",
    explanation: "Sel memuat spasi ganda, tab, atau spasi khusus yang terbawa dari Word atau PDF. Saat dicetak \
                  spasi itu dirapikan; teksnya tidak berubah.",
    example: "Salah: \"Jumlah  laporan\". Benar: \"Jumlah laporan\".",
    remedy: "Tidak perlu apa-apa; rapikan selnya bila sempat.",
};

/// Two spellings of one title.
pub static SPELLED_TWO_WAYS: Rule = Rule {
    code: "BAHASA-13",
    severity: Periksa,
    title: "jabatan hampir sama namanya",
    explanation: "Dua nama jabatan berbeda satu atau dua huruf saja. Biasanya salah satunya salah ketik, dan \
                  keduanya tercetak di lembar yang berbeda.",
    example: "Salah: \"Pengadministrasi Perkantoran\" dan \"Pengadminstrasi Perkantoran\". Benar: satu ejaan.",
    remedy: "Samakan ejaannya.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &TYPO,
    &NONSTANDARD,
    &SLASH,
    &CAPITALS,
    &ACTION_FOR_STATE,
    &SMALL_START,
    &BRACKETS,
    &PUNCTUATION,
    &WORD_TWICE,
    &SHOUTING,
    &FULL_STOP,
    &BLANKS,
    &SPELLED_TWO_WAYS,
];
