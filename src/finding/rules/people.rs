//! Rules about people: NIP, pangkat, golongan, who signs.

use super::Rule;
use crate::finding::Severity::{Galat, Info, Periksa};

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

/// One NIP for two people.
pub static NIP_TWICE: Rule = Rule {
    code: "NIP-06",
    severity: Galat,
    title: "satu NIP untuk dua orang",
    explanation: "NIP yang sama tertulis pada dua nama. NIP hanya milik satu orang, jadi salah satunya tersalin.",
    example: "Salah: dua baris berbeda nama dengan NIP yang sama. Benar: NIP masing-masing dari SK.",
    remedy: "Cocokkan kedua NIP dengan SK.",
};

/// Two NIP for one name.
pub static TWO_NIPS: Rule = Rule {
    code: "NIP-07",
    severity: Periksa,
    title: "dua NIP untuk satu nama",
    explanation: "Nama yang sama tertulis dengan dua NIP. Mungkin dua orang yang senama, mungkin salah satunya \
                  salah ketik.",
    example: "Salah: satu orang dengan dua jabatan, NIP-nya berbeda satu angka. Benar: NIP yang sama di kedua baris.",
    remedy: "Periksa apakah memang dua orang.",
};

/// An NI PPPK with an unusual code.
pub static NIP_CODE: Rule = Rule {
    code: "NIP-08",
    severity: Info,
    title: "kode NI PPPK tidak lazim",
    explanation: "Angka 13–14 NI PPPK lazimnya 21. Angka 13–20 yang lain mungkin bulan NIP PNS yang salah ketik.",
    example: "Salah: …2015 31 1 001. Benar: …2022 21 1 001 (PPPK) atau …2015 01 1 001 (PNS).",
    remedy: "Cocokkan dengan SK.",
};

/// Pangkat and golongan that do not belong together.
pub static PANGKAT_GOLONGAN: Rule = Rule {
    code: "PANGKAT-01",
    severity: Galat,
    title: "pangkat dan golongan tidak cocok",
    explanation: "Setiap golongan PNS punya satu nama pangkat (PP 99/2000): III/d adalah Penata Tingkat I, IV/a \
                  Pembina.",
    example: "Salah: Pembina, III/d. Benar: Pembina, IV/a.",
    remedy: "Perbaiki pangkat atau golongannya sesuai SK terakhir.",
};

/// A golongan that does not exist.
pub static GOLONGAN_UNKNOWN: Rule = Rule {
    code: "PANGKAT-02",
    severity: Galat,
    title: "golongan tidak dikenal",
    explanation: "Golongan PNS adalah I/a sampai IV/e, golongan PPPK I sampai XVII.",
    example: "Salah: V/a, III/f. Benar: III/d.",
    remedy: "Perbaiki golongannya sesuai SK terakhir.",
};

/// A pangkat that does not exist.
pub static PANGKAT_UNKNOWN: Rule = Rule {
    code: "PANGKAT-03",
    severity: Periksa,
    title: "pangkat tidak dikenal",
    explanation: "Nama pangkat PNS berjumlah 17, dari Juru Muda sampai Pembina Utama. Nama lain biasanya salah \
                  ketik.",
    example: "Salah: \"Penata Tk. 1 Muda\". Benar: \"Penata Muda Tingkat I\".",
    remedy: "Perbaiki nama pangkatnya sesuai SK terakhir.",
};

/// A PPPK with a pangkat or a golongan of PNS.
pub static PPPK_PANGKAT: Rule = Rule {
    code: "PANGKAT-04",
    severity: Galat,
    title: "PPPK dengan pangkat atau golongan PNS",
    explanation: "PPPK tidak punya pangkat; golongannya ditulis dengan angka Romawi I sampai XVII (Perpres 98/2020).",
    example: "Salah: NI PPPK dengan \"Penata Muda, III/a\". Benar: golongan IX tanpa pangkat.",
    remedy: "Hapus pangkatnya dan tulis golongan PPPK.",
};

/// A PNS without a pangkat.
pub static PNS_WITHOUT_PANGKAT: Rule = Rule {
    code: "PANGKAT-05",
    severity: Periksa,
    title: "pangkat belum diisi",
    explanation: "Di bawah nama PNS tercetak pangkat dan golongannya. Tanpa itu baris tersebut kosong.",
    example: "Salah: nama dan NIP saja. Benar: \"Pembina Tingkat I, IV/b\" di antara keduanya.",
    remedy: "Isi pangkat dan golongan di daftar pegawai.",
};

/// A foot that has a signatory's jabatan but no name.
pub static NAMELESS: Rule = Rule {
    code: "ORANG-02",
    severity: Periksa,
    title: "nama penanda tangan belum ada",
    explanation: "Kaki matriks menyebut jabatan penanda tangan tanpa namanya, sehingga lembar kepala dinas dicetak \
                  dengan titik-titik.",
    example: "Salah: \"KEPALA DINAS CONTOH\" tanpa nama di bawahnya. Benar: nama dengan gelar di bawah jabatan.",
    remedy: "Isi nama penanda tangan.",
};

/// A person whose jabatan is not in the matrix.
pub static POST_UNKNOWN: Rule = Rule {
    code: "ORANG-03",
    severity: Galat,
    title: "jabatan di daftar tidak ada di matriks",
    explanation: "Baris daftar pegawai, target atau anggaran ini menyebut jabatan yang tidak ditemukan di matriks, \
                  sehingga isinya tidak dapat dicetak.",
    example: "Salah: \"Arsiparis\" di daftar pegawai, tidak ada bloknya. Benar: nama jabatan persis seperti kepala \
              bloknya.",
    remedy: "Samakan nama jabatan dengan matriks, atau tambahkan bloknya.",
};

/// A person whose jabatan occurs more than once.
pub static POST_AMBIGUOUS: Rule = Rule {
    code: "ORANG-04",
    severity: Galat,
    title: "jabatan di daftar ada di beberapa tempat",
    explanation: "Beberapa blok bernama sama, dan unit atau atasan yang tertulis tidak cukup untuk memilih satu.",
    example: "Salah: \"Pengadministrasi Perkantoran\" saja. Benar: dengan kolom Unit atau Atasan terisi, atau \
              dengan sel bloknya.",
    remedy: "Isi kolom Unit atau Atasan, atau tulis sel bloknya di belakang nama jabatan.",
};

/// A jabatan without a holder.
pub static VACANT: Rule = Rule {
    code: "ORANG-05",
    severity: Info,
    title: "jabatan tanpa pemegang",
    explanation: "Daftar pegawai tidak menyebut siapa pun pada jabatan ini. Lembarnya dicetak dengan titik-titik.",
    example: "Salah: jabatan terisi tetapi orangnya belum didaftar. Benar: satu baris untuk setiap pemegang.",
    remedy: "Tambahkan pemegangnya, atau biarkan bila jabatannya memang kosong.",
};

/// Pihak Pertama and Pihak Kedua are the same person.
pub static SELF_SIGNED: Rule = Rule {
    code: "ORANG-06",
    severity: Galat,
    title: "Pihak Pertama sama dengan Pihak Kedua",
    explanation: "Orang yang memegang jabatan ini juga memegang jabatan atasannya, sehingga ia akan berjanji kepada \
                  dirinya sendiri.",
    example: "Salah: Plt. kepala dinas menandatangani lembar sekretarisnya sendiri. Benar: Pihak Kedua satu tingkat \
              lebih atas.",
    remedy: "Tulis yang menandatangani sebagai Pihak Kedua di kolom Atasan pada barisnya, misalnya wali kotanya.",
};

/// Two definitive holders of a post for one.
pub static TWO_HOLDERS: Rule = Rule {
    code: "ORANG-07",
    severity: Galat,
    title: "dua pemegang definitif untuk satu jabatan pimpinan",
    explanation: "Jabatan pimpinan hanya dipegang satu orang pada satu waktu. Pemegang lama perlu dihapus atau \
                  diberi keterangan.",
    example: "Salah: dua orang pada \"SEKRETARIS\". Benar: satu orang, atau satu definitif dan satu Plt. selama ia \
              berhalangan.",
    remedy: "Hapus pemegang lama dari daftar, atau perbaiki statusnya.",
};

/// One person with two definitive jabatan.
pub static TWO_POSTS: Rule = Rule {
    code: "ORANG-08",
    severity: Periksa,
    title: "satu orang dengan dua jabatan definitif",
    explanation: "Seseorang memegang satu jabatan definitif; jabatan kedua lazimnya sebagai Plt. atau Plh. Setiap \
                  jabatan mendapat lembarnya sendiri.",
    example: "Salah: dua baris definitif untuk satu NIP. Benar: baris kedua berstatus Plt.",
    remedy: "Periksa statusnya.",
};

/// A superior in the roster that is not in the matrix.
pub static SUPERIOR_UNKNOWN: Rule = Rule {
    code: "ORANG-09",
    severity: Galat,
    title: "atasan di daftar pegawai tidak dikenal",
    explanation: "Kolom Atasan menyebut jabatan yang tidak ada di matriks atau ada di beberapa tempat, sehingga \
                  Pihak Kedua tidak pasti.",
    example: "Salah: \"Kabid Sosial\". Benar: \"KEPALA BIDANG REHABILITASI SOSIAL\", persis seperti kepala bloknya.",
    remedy: "Salin nama jabatan atasan persis dari matriks.",
};

/// A person without a jabatan.
pub static NO_POST: Rule = Rule {
    code: "ORANG-10",
    severity: Galat,
    title: "pegawai tanpa jabatan",
    explanation: "Kolom Jabatan pegawai ini kosong, sehingga lembarnya tidak dapat dibuat.",
    example: "Salah: nama dan NIP saja. Benar: dengan nama jabatan persis seperti kepala bloknya.",
    remedy: "Isi jabatannya, atau hapus barisnya bila pegawai ini tidak lagi di sini.",
};

/// A NIP without a name.
pub static NO_NAME: Rule = Rule {
    code: "ORANG-11",
    severity: Galat,
    title: "NIP tanpa nama",
    explanation: "Baris ini berisi NIP tetapi namanya kosong, sehingga tidak dibaca sebagai pegawai.",
    example: "Salah: kolom Nama kosong. Benar: nama dengan gelar.",
    remedy: "Isi namanya, atau hapus barisnya.",
};

/// One person twice on one post.
pub static TWICE: Rule = Rule {
    code: "ORANG-12",
    severity: Periksa,
    title: "pegawai tercatat dua kali",
    explanation: "Orang yang sama tertulis dua kali pada jabatan yang sama. Hanya baris pertama yang dicetak.",
    example: "Salah: dua baris dengan NIP dan jabatan yang sama. Benar: satu baris.",
    remedy: "Hapus salah satu barisnya.",
};

/// The signatory of the matrix is not the head in the roster.
pub static OTHER_HEAD: Rule = Rule {
    code: "ORANG-13",
    severity: Periksa,
    title: "penanda tangan matriks bukan pimpinan di daftar pegawai",
    explanation: "Nama di kaki matriks berbeda dengan pemegang jabatan puncak di daftar pegawai. Yang dicetak adalah nama \
                  di daftar pegawai.",
    example: "Salah: kaki matriks masih memuat pejabat lama. Benar: nama yang sama di kedua tempat.",
    remedy: "Samakan nama di kaki matriks dengan daftar pegawai.",
};

/// ORANG-14: several names in one cell, and not as many NIP beside them.
pub static NIP_COUNT: Rule = Rule {
    code: "ORANG-14",
    severity: Galat,
    title: "Jumlah NIP tidak sama dengan jumlah nama",
    explanation: "Satu sel memuat beberapa nama bernomor, tetapi sel NIP di sebelahnya tidak memuat NIP sebanyak itu. NIP \
                  tidak dapat dipasangkan dengan pemiliknya, jadi tidak satu pun dicetak.",
    example: "Salah: tiga nama di satu sel dan dua NIP di sel sebelahnya. Benar: satu orang satu baris.",
    remedy: "Pisahkan menjadi satu orang satu baris, atau lengkapi NIP sesuai urutan namanya.",
};

/// A roster's word on electronic signing that is none.
pub static TTE_UNKNOWN: Rule = Rule {
    code: "ORANG-15",
    severity: Periksa,
    title: "cara tanda tangan tidak dikenal",
    explanation: "Kolom TTE di daftar pegawai menyatakan apakah lembar seseorang ditandatangani secara elektronik. Isi lain \
                  daripada Ya atau Tidak tidak dipakai; lembarnya mengikuti pengaturan [tte] di perjakin.toml.",
    example: "Salah: \"nanti\". Benar: \"Ya\", \"Tidak\", atau kosong.",
    remedy: "Isi Ya atau Tidak, atau kosongkan.",
};

/// Several holders of a superior post, and nothing tells who signs.
pub static SECOND_PARTY_UNCLEAR: Rule = Rule {
    code: "ORANG-16",
    severity: Galat,
    title: "Pihak Kedua tidak pasti",
    explanation: "Jabatan atasan ini dipegang lebih dari satu orang, dan daftar pegawai tidak mengatakan siapa di antaranya yang \
                  menandatangani sebagai Pihak Kedua. Yang dipilih hanya orang yang pasti: yang namanya tertulis di kolom Atasan, \
                  atau satu-satunya yang masa jabatannya (kolom Keterangan) memuat bulan perjanjian.",
    example: "Salah: dua orang pada \"SEKRETARIS\" dan kolom Atasan bawahannya kosong. Benar: nama salah satunya di kolom Atasan, \
              atau Keterangan \"Januari s.d. Juni\" dan \"Juli s.d. Desember\" pada kedua pemegangnya.",
    remedy: "Tulis di kolom Atasan pada baris bawahannya nama yang menandatangani, persis seperti di kolom Nama; atau isi \
             Keterangan setiap pemegangnya dengan masanya, misalnya \"Januari s.d. Juni\".",
};

/// A text in the place of a name that is none.
pub static NOT_A_NAME: Rule = Rule {
    code: "ORANG-17",
    severity: Galat,
    title: "isi kolom nama bukan nama orang",
    explanation: "Yang tertulis sebagai nama bukan nama orang, tetapi akan tercetak sebagai nama. Jabatan yang tidak ada pemegangnya \
                  ditulis \"lowong\" atau \"kosong\"; lembarnya dicetak dengan titik-titik.",
    example: "Salah: \"xxx\", \"TBA\", \"0\". Benar: nama dengan gelar, atau \"lowong\".",
    remedy: "Isi namanya, atau tulis \"lowong\" bila jabatannya belum ada pemegangnya.",
};

/// Plt., Plh. or Pj. said in one place and not in another.
pub static STATUS_UNCLEAR: Rule = Rule {
    code: "ORANG-18",
    severity: Periksa,
    title: "status Plt., Plh. atau Pj. tidak pasti",
    explanation: "Status dibaca dari kolom Status, lalu dari depan nama jabatan, lalu dari depan nama orang. Bila tempat-tempat itu \
                  berbeda, atau hanya kolom Keterangan yang menyebutnya, yang tercetak mungkin bukan yang dimaksud.",
    example: "Salah: \"Plt. Sekretaris\" di kolom Keterangan, kolom Status kosong. Benar: \"Plt.\" di kolom Status.",
    remedy: "Tulis Plt., Plh., Pj., atau Definitif di kolom Status.",
};

/// An official without a NIP among others that have one.
pub static NIP_MISSING: Rule = Rule {
    code: "NIP-09",
    severity: Periksa,
    title: "NIP belum diisi",
    explanation: "Pegawai lain di daftar ber-NIP, sedangkan yang ini tidak, padahal jabatan, pangkat, golongan, atau keterangannya \
                  menunjukkan seorang PNS atau PPPK. Di bawah namanya tercetak titik-titik di tempat NIP.",
    example: "Salah: \"Pembina, IV/a\" dengan kolom NIP kosong. Benar: NIP 18 angka dari SK.",
    remedy: "Isi NIP atau NI PPPK dari SK, sebagai teks.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &NIP_DIGITS,
    &NIP_BIRTH,
    &NIP_START,
    &NIP_SEX,
    &NIP_SERIAL,
    &SIGNATORY,
    &NIP_TWICE,
    &TWO_NIPS,
    &NIP_CODE,
    &PANGKAT_GOLONGAN,
    &GOLONGAN_UNKNOWN,
    &PANGKAT_UNKNOWN,
    &PPPK_PANGKAT,
    &PNS_WITHOUT_PANGKAT,
    &NAMELESS,
    &POST_UNKNOWN,
    &POST_AMBIGUOUS,
    &VACANT,
    &SELF_SIGNED,
    &TWO_HOLDERS,
    &TWO_POSTS,
    &SUPERIOR_UNKNOWN,
    &NO_POST,
    &NO_NAME,
    &TWICE,
    &OTHER_HEAD,
    &NIP_COUNT,
    &TTE_UNKNOWN,
    &SECOND_PARTY_UNCLEAR,
    &NOT_A_NAME,
    &STATUS_UNCLEAR,
    &NIP_MISSING,
];
