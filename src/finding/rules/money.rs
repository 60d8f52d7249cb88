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

/// An amount beside which nothing says what it is for.
pub static NO_NAME: Rule = Rule {
    code: "ANGGARAN-05",
    severity: Galat,
    title: "anggaran tanpa nama",
    explanation: "Baris ini berisi anggaran, tetapi kolom Program, Kegiatan dan Sub Kegiatan kosong, sehingga tidak \
                  dicetak.",
    example: "Salah: Rp5.000.000 di baris kosong. Benar: nama kegiatan di sebelahnya.",
    remedy: "Isi nama program, kegiatan atau sub kegiatannya, atau hapus angkanya.",
};

/// A program, kegiatan or sub kegiatan without an amount and without parts.
pub static NO_AMOUNT: Rule = Rule {
    code: "ANGGARAN-06",
    severity: Periksa,
    title: "program atau kegiatan tanpa anggaran",
    explanation: "Nama ini tidak punya anggaran di barisnya dan tidak punya bagian di bawahnya, sehingga tidak dicetak.",
    example: "Salah: nama kegiatan dengan kolom Anggaran kosong. Benar: nilai dari DPA di sebelahnya.",
    remedy: "Isi anggarannya, atau hapus barisnya.",
};

/// Money that no jabatan answers for.
pub static NO_POST: Rule = Rule {
    code: "ANGGARAN-07",
    severity: Galat,
    title: "anggaran tanpa jabatan",
    explanation: "Kolom Jabatan pada baris ini dan di atasnya kosong, sehingga anggarannya tidak masuk lembar siapa pun.",
    example: "Salah: kegiatan tanpa penanggung jawab. Benar: nama jabatan persis seperti di matriks.",
    remedy: "Isi kolom Jabatan pada baris ini.",
};

/// One line of money in two places.
pub static TWICE: Rule = Rule {
    code: "ANGGARAN-08",
    severity: Periksa,
    title: "baris anggaran tertulis dua kali",
    explanation: "Program, kegiatan atau sub kegiatan yang sama, dengan jabatan dan nilai yang sama, tertulis di dua tempat: \
                  biasanya tabel yang sama ada di dua buku kerja. Yang dihitung dan dicetak hanya yang pertama.",
    example: "Salah: tabel anggaran di anggaran.xlsx dan salinannya di \"anggaran (2).xlsx\". Benar: satu tabel saja.",
    remedy: "Hapus salah satunya. Bila sumber dananya memang berbeda, tulis di kolom Keterangan.",
};

/// One line of money with two amounts.
pub static TWO_AMOUNTS: Rule = Rule {
    code: "ANGGARAN-09",
    severity: Galat,
    title: "baris anggaran dengan dua nilai",
    explanation: "Program, kegiatan atau sub kegiatan yang sama tertulis di dua tempat dengan nilai yang berbeda, sehingga tidak \
                  diketahui mana yang berlaku. Yang dihitung hanya yang lebih dahulu dibaca, dan lembarnya DRAF: lembar matriks \
                  dibaca lebih dahulu, lalu lembar lain menurut abjad nama berkasnya. Urutan itu tidak berarti nilainya benar.",
    example: "Salah: Program Contoh Rp10.000.000 di satu buku kerja dan Rp12.000.000 di buku kerja lain. Benar: satu nilai, \
              sesuai DPA.",
    remedy: "Cocokkan dengan DPA, lalu hapus baris yang tidak berlaku. Bila sumber dananya berbeda, tulis di kolom Keterangan.",
};

/// Amounts in thousands or millions.
pub static SCALED: Rule = Rule {
    code: "ANGGARAN-10",
    severity: Galat,
    title: "anggaran tidak dalam rupiah penuh",
    explanation: "Judul kolom atau catatan di atas tabel menyebut ribuan atau jutaan. Lembar perjanjian memuat rupiah penuh, dan \
                  program tidak mengalikan angka: yang tertulis 1.500 tercetak 1.500. Karena itu lembarnya DRAF.",
    example: "Salah: kolom \"Anggaran (ribu Rp)\" berisi 1.500. Benar: kolom \"Anggaran (Rp)\" berisi 1.500.000.",
    remedy: "Tulis anggarannya dalam rupiah penuh, lalu hapus keterangan ribuan atau jutaan dari judulnya.",
};

/// Several columns of money.
pub static SEVERAL_COLUMNS: Rule = Rule {
    code: "ANGGARAN-11",
    severity: Galat,
    title: "beberapa kolom anggaran",
    explanation: "Tabel ini punya beberapa kolom anggaran yang isinya berbeda, misalnya sebelum dan setelah perubahan. Yang \
                  dicetak hanya kolom yang disebut, dan mungkin bukan yang berlaku; karena itu lembarnya DRAF.",
    example: "Salah: \"Anggaran\" dan \"Anggaran Perubahan\" berdampingan. Benar: satu kolom anggaran, sesuai DPA yang berlaku.",
    remedy: "Sisakan kolom anggaran yang berlaku; kolom lain hapus, atau awali judulnya dengan kata lain.",
};

/// Money on a list of targets.
pub static NOT_READ: Rule = Rule {
    code: "ANGGARAN-12",
    severity: Periksa,
    title: "anggaran di daftar target",
    explanation: "Lembar ini punya kolom indikator dan target, jadi dibaca sebagai daftar target. Anggaran di lembar seperti itu \
                  tidak dicetak.",
    example: "Salah: Program, Indikator Program, Target dan Anggaran di satu lembar. Benar: anggaran di lembar sendiri dengan \
              kolom Penanggung Jawab, Program dan Anggaran.",
    remedy: "Salin program dan anggarannya ke lembar sendiri, tanpa kolom indikator dan target.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &NOT_A_SUM,
    &ZERO,
    &NEGATIVE,
    &NOT_A_NUMBER,
    &NO_NAME,
    &NO_AMOUNT,
    &NO_POST,
    &TWICE,
    &TWO_AMOUNTS,
    &SCALED,
    &SEVERAL_COLUMNS,
    &NOT_READ,
];
