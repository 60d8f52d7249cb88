//! Rules about structure: who reports to whom.

use super::Rule;
use crate::finding::Severity::{Galat, Info, Periksa};

/// There is no jabatan at all.
pub static EMPTY: Rule = Rule {
    code: "STRUKTUR-01",
    severity: Galat,
    title: "matriks tanpa jabatan",
    explanation: "Tidak satu pun blok jabatan ditemukan, sehingga tidak ada yang dapat disusun atau dicetak.",
    example: "Salah: lembar yang hanya berisi judul. Benar: di bawah judul ada blok jabatan dengan baris SASARAN dan INDIKATOR.",
    remedy: "Periksa apakah berkas dan lembar yang dibaca memang matriks kinerja.",
};

/// A jabatan whose superior nothing tells.
pub static ORPHAN: Rule = Rule {
    code: "STRUKTUR-02",
    severity: Galat,
    title: "jabatan tanpa atasan",
    explanation: "Matriks tidak memberi tahu siapa atasan jabatan ini. Untuk sementara ia digantungkan pada jabatan puncak, dan \
                  lembarnya dicetak sebagai DRAF, karena Pihak Kedua belum pasti.",
    example: "Salah: blok \"Arsiparis Terampil\" berdiri di kolom yang kosong di atasnya. Benar: di perjakin.toml tertulis \
              \"Arsiparis Terampil\" = \"SEKRETARIS\".",
    remedy: "Tetapkan atasannya di perjakin.toml, pada bagian [struktur].",
};

/// More than one jabatan at the top.
pub static SECOND_ROOT: Rule = Rule {
    code: "STRUKTUR-03",
    severity: Galat,
    title: "lebih dari satu jabatan puncak",
    explanation: "Kaskade satu instansi punya satu puncak: kepala perangkat daerah. Jabatan kedua pada tingkat yang sama tidak \
                  dapat ikut menjadi puncak, dan untuk sementara digantungkan pada yang pertama.",
    example: "Salah: \"KEPALA DINAS A\" dan \"KEPALA DINAS B\" dalam satu matriks. Benar: satu matriks untuk setiap dinas.",
    remedy: "Pisahkan matriks kedua instansi, atau tetapkan atasan jabatan ini di perjakin.toml, bagian [struktur].",
};

/// Superiors that go round in a circle.
pub static CYCLE: Rule = Rule {
    code: "STRUKTUR-04",
    severity: Galat,
    title: "atasan melingkar",
    explanation: "Jika A bawahan B dan B bawahan A, tidak ada yang menandatangani lebih dulu. Ketetapan terakhir yang menutup \
                  lingkaran diabaikan.",
    example: "Salah: \"SEKRETARIS\" = \"Perencana Ahli Muda\", padahal Perencana bawahan Sekretaris. Benar: \"SEKRETARIS\" = \
              \"KEPALA DINAS CONTOH\".",
    remedy: "Perbaiki salah satu ketetapan atasan pada jalur itu.",
};

/// A superior that does not stand on a higher level.
pub static NOT_ABOVE: Rule = Rule {
    code: "STRUKTUR-05",
    severity: Galat,
    title: "atasan tidak di atas bawahannya",
    explanation: "Atasan harus berdiri pada tingkat yang lebih tinggi di matriks. Ketetapan yang menunjuk jabatan setingkat atau \
                  lebih rendah diabaikan.",
    example: "Salah: \"KEPALA BIDANG A\" = \"Arsiparis Terampil\". Benar: \"Arsiparis Terampil\" = \"KEPALA BIDANG A\".",
    remedy: "Tetapkan atasan yang tingkatnya lebih tinggi, atau pindahkan bloknya di matriks.",
};

/// A reference that means no jabatan.
pub static UNKNOWN: Rule = Rule {
    code: "STRUKTUR-06",
    severity: Galat,
    title: "jabatan yang dirujuk tidak ada",
    explanation: "Nama jabatan di perjakin.toml atau di kolom Atasan harus sama dengan nama di kepala bloknya. Ketetapan yang \
                  tidak dikenal tidak dapat dipakai.",
    example: "Salah: \"Sekertaris\". Benar: \"SEKRETARIS\", persis seperti di matriks.",
    remedy: "Salin nama jabatan persis dari matriks.",
};

/// A reference that means more than one jabatan.
pub static AMBIGUOUS: Rule = Rule {
    code: "STRUKTUR-07",
    severity: Galat,
    title: "jabatan yang dirujuk lebih dari satu",
    explanation: "Beberapa blok boleh bernama sama, tetapi rujukan harus menunjuk satu saja. Sebutkan selnya di belakang nama.",
    example: "Salah: \"Pengadministrasi Perkantoran\". Benar: \"Pengadministrasi Perkantoran (Matriks!C131)\".",
    remedy: "Tambahkan sel kepala bloknya di belakang nama.",
};

/// A reference with a cell that holds something else.
pub static OTHER_POST: Rule = Rule {
    code: "STRUKTUR-08",
    severity: Galat,
    title: "sel rujukan berisi yang lain",
    explanation: "Rujukan menyebut nama dan sel, tetapi sel itu bukan kepala blok jabatan tersebut. Biasanya baris telah \
                  bergeser sejak rujukan ditulis.",
    example: "Salah: \"Staf Contoh (Matriks!C40)\" padahal bloknya kini di C42. Benar: \"Staf Contoh (Matriks!C42)\".",
    remedy: "Perbaiki sel di belakang nama jabatan.",
};

/// One jabatan with two confirmed superiors.
pub static TWICE: Rule = Rule {
    code: "STRUKTUR-09",
    severity: Galat,
    title: "dua atasan untuk satu jabatan",
    explanation: "Satu jabatan hanya menandatangani dengan satu atasan. Yang dipakai ketetapan yang pertama.",
    example: "Salah: \"Staf\" dan \"Staf (Matriks!C9)\" ditetapkan dua kali. Benar: satu baris untuk setiap jabatan.",
    remedy: "Hapus salah satu ketetapan.",
};

/// Position and text point to different superiors.
pub static POSITION: Rule = Rule {
    code: "STRUKTUR-10",
    severity: Periksa,
    title: "letak dan isi menunjuk atasan yang berbeda",
    explanation: "Kolom bukan garis komando: blok sering berdiri di bawah bidang lain karena tempatnya ada di sana. Bila sasaran \
                  dan indikator sebuah jabatan hampir tidak punya kata yang sama dengan blok di atasnya tetapi banyak yang sama \
                  dengan blok lain, atasannya mungkin yang lain itu. Kantor yang memutuskan.",
    example: "Salah: \"Analis Keuangan\" di bawah \"KEPALA BIDANG REHABILITASI\". Benar: \"Analis Keuangan\" = \"SEKRETARIS\" di \
              perjakin.toml.",
    remedy: "Tetapkan atasan yang benar di perjakin.toml, bagian [struktur]; ketetapan itu tidak akan diperdebatkan lagi.",
};

/// A head of a unit without anyone below.
pub static CHILDLESS: Rule = Rule {
    code: "STRUKTUR-11",
    severity: Periksa,
    title: "pimpinan unit tanpa bawahan",
    explanation: "Kepala bidang, sekretaris atau kepala seksi yang tidak punya satu bawahan pun di matriks biasanya \
                  berarti blok bawahannya tertinggal atau tergantung pada unit lain.",
    example: "Salah: \"KEPALA BIDANG CONTOH\" tanpa blok di bawahnya. Benar: ada jabatan fungsional atau pelaksana \
              di bawahnya.",
    remedy: "Tambahkan blok bawahannya, atau tetapkan atasan blok yang semestinya di perjakin.toml.",
};

/// A superior more than one level up.
pub static LEVEL_SKIPPED: Rule = Rule {
    code: "STRUKTUR-12",
    severity: Periksa,
    title: "tingkat terlewati",
    explanation: "Atasan jabatan ini berdiri lebih dari satu tingkat di atasnya, padahal ada jabatan pada tingkat \
                  di antaranya. Ini boleh, tetapi sering berarti bloknya turun satu baris terlalu jauh.",
    example: "Salah: pelaksana pada tingkat 4 langsung di bawah kepala bidang pada tingkat 1. Benar: di bawah \
              jabatan pada tingkat 3.",
    remedy: "Periksa baris tingkat tempat blok ini berdiri.",
};

/// A branch much shallower than the others.
pub static UNEQUAL_DEPTH: Rule = Rule {
    code: "STRUKTUR-13",
    severity: Info,
    title: "cabang jauh lebih pendek daripada yang lain",
    explanation: "Unit ini berhenti beberapa tingkat lebih cepat daripada unit lain di matriks. Mungkin memang \
                  demikian; mungkin blok tingkat bawahnya belum diisi.",
    example: "Salah: Bidang A sampai tingkat 5, Bidang B hanya sampai tingkat 2. Benar: keduanya sampai tingkat \
              pelaksana.",
    remedy: "Periksa apakah semua jabatan unit ini sudah masuk matriks.",
};

/// One block that names two jabatan.
pub static TWO_POSTS: Rule = Rule {
    code: "STRUKTUR-14",
    severity: Info,
    title: "satu blok untuk dua jabatan",
    explanation: "Kepala blok menyebut dua jabatan dengan garis miring. Setiap orang menandatangani dengan \
                  jabatannya sendiri, jadi daftar pegawai harus menyebut yang mana.",
    example: "Salah: pegawai dengan jabatan \"Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda\". Benar: \
              \"Pekerja Sosial Ahli Muda\".",
    remedy: "Tulis jabatan masing-masing orang di daftar pegawai.",
};

/// A duty written as part of the jabatan.
pub static DUTY: Rule = Rule {
    code: "STRUKTUR-15",
    severity: Info,
    title: "tugas tambahan tertulis dalam nama jabatan",
    explanation: "Bagian setelah tanda hubung adalah tugas, bukan nama jabatan menurut peta jabatan. Ia ikut \
                  dicetak seperti tertulis.",
    example: "Salah: \"Penata Layanan Operasional - Bendahara\" bila SK hanya menyebut \"Penata Layanan \
              Operasional\". Benar: nama jabatan sesuai SK.",
    remedy: "Periksa apakah nama jabatan sesuai SK.",
};

/// A superior of a lower jenjang.
pub static LOWER_JENJANG: Rule = Rule {
    code: "STRUKTUR-16",
    severity: Periksa,
    title: "jenjang atasan lebih rendah",
    explanation: "Pejabat struktural atau fungsional tidak menandatangani di bawah pelaksana, dan kepala bidang \
                  tidak di bawah kepala seksi.",
    example: "Salah: \"Perencana Ahli Muda\" di bawah \"Pengadministrasi Perkantoran\". Benar: sebaliknya.",
    remedy: "Periksa atasan jabatan ini, atau tingkat tempat bloknya berdiri.",
};

/// Two heads of the same name.
pub static SAME_HEAD: Rule = Rule {
    code: "STRUKTUR-17",
    severity: Periksa,
    title: "dua blok pimpinan dengan nama yang sama",
    explanation: "Kepala dinas, sekretaris, kepala bidang dan kepala seksi hanya ada satu untuk setiap nama. Dua \
                  blok dengan nama yang sama biasanya satu jabatan yang tersalin atau terbelah.",
    example: "Salah: \"KEPALA BIDANG CONTOH\" di dua kolom. Benar: satu blok dengan seluruh sasarannya.",
    remedy: "Gabungkan kedua blok, atau perbaiki namanya.",
};

/// A line of `[pisah]` that splits nothing.
pub static SPLIT: Rule = Rule {
    code: "STRUKTUR-18",
    severity: Galat,
    title: "pemisahan blok tidak dapat dilakukan",
    explanation: "Tabel [pisah] menyebut sel yang memulai daftar jabatan kedua dalam sebuah blok. Sel ini bukan sasaran \
                  atau indikator, atau sudah berada di awal daftarnya.",
    example: "Salah: sel kepala blok. Benar: sel indikator pertama milik jabatan kedua.",
    remedy: "Perbaiki selnya di perjakin.toml, atau hapus barisnya.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &EMPTY,
    &ORPHAN,
    &SECOND_ROOT,
    &CYCLE,
    &NOT_ABOVE,
    &UNKNOWN,
    &AMBIGUOUS,
    &OTHER_POST,
    &TWICE,
    &POSITION,
    &CHILDLESS,
    &LEVEL_SKIPPED,
    &UNEQUAL_DEPTH,
    &TWO_POSTS,
    &DUTY,
    &LOWER_JENJANG,
    &SAME_HEAD,
    &SPLIT,
];
