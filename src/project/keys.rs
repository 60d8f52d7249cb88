//! The table of all keys of `perjakin.toml`.

use super::key::{Key, Kind};

/// The jenjang, the highest first, by the words that stand for them.
pub(super) const JENJANG: &[&str] = &["jpt", "administrator", "pengawas", "fungsional", "pelaksana"];

/// The years in which an agreement can be.
pub(super) const YEARS: std::ops::RangeInclusive<i64> = 2015..=2100;

const KERTAS: &[&str] = &["F4", "F4-210", "A4", "Folio", "Letter"];
const KERTAS_BAGAN: &[&str] = &["A4", "F4", "A3", "A2", "A1", "A0"];

/// The keys at the top of the file, then its tables.
pub(super) const KEYS: &[Key] = &[
    Key::required(
        "instansi",
        Kind::Text { empty: false },
        "Nama lengkap perangkat daerah.",
        "\"Dinas Contoh Kota Contoh\"",
    ),
    Key::required("pemda", Kind::Text { empty: false }, "Nama pemerintah daerah.", "\"Pemerintah Kota Contoh\""),
    Key::required("tahun", Kind::Year, "Tahun perjanjian, empat angka tanpa tanda kutip.", "2026"),
    Key::required("tempat", Kind::Text { empty: false }, "Tempat penandatanganan.", "\"Contoh\""),
    Key::required(
        "tanggal",
        Kind::Date,
        "Tanggal penandatanganan seperti yang dicetak: \"2 Januari 2026\". Tanpa hari (\"Januari 2026\"), tempat hari \
         dikosongkan untuk ditulis dengan tangan.",
        "\"Januari 2026\"",
    ),
    Key::optional(
        "edisi",
        Kind::Edition,
        "Edisi pertama yang dicetak perjakin: \"Murni\", atau \"Perubahan\", \"Perubahan II\" dan seterusnya bila PK \
         sebelumnya dibuat dengan cara lain. Edisi sesudah `perjakin tetapkan` diberi nama sendiri; lihat \
         docs/perubahan.md.",
        "Murni, dan namanya tidak dicetak.",
        "\"Murni\"",
    ),
    Key::optional(
        "kertas",
        Kind::Choice(KERTAS),
        "Kertas lembar PK. F4 berukuran 215 × 330 mm, F4-210 berukuran 210 × 330 mm.",
        "F4.",
        "\"F4\"",
    ),
    Key::optional(
        "huruf",
        Kind::Choice(&["sans", "serif", "bookman"]),
        "Huruf dokumen: sans sebentuk Arial, serif sebentuk Times New Roman, bookman sebentuk Bookman Old Style.",
        "sans.",
        "\"sans\"",
    ),
    Key::table("kop", Kind::Table(KOP), false, "Kop naskah dinas di halaman pertama."),
    Key::table("pimpinan", Kind::Table(PIMPINAN), true, "Kepala daerah, Pihak Kedua bagi kepala perangkat daerah."),
    Key::table(
        "matriks",
        Kind::Table(MATRIKS),
        false,
        "Lembar mana yang menjadi matriks, bila di folder ini ada beberapa yang isinya berbeda.",
    ),
    Key::table(
        "perubahan",
        Kind::Table(PERUBAHAN),
        false,
        "PK Perubahan: edisi sesudah yang ditetapkan dengan `perjakin tetapkan`. Lihat docs/perubahan.md.",
    ),
    Key::table(
        "struktur",
        Kind::Superiors,
        false,
        "Atasan yang sudah dipastikan kantor, satu baris satu jabatan: \"bawahan\" = \"atasan\", keduanya seperti \
         tertulis di matriks. Bila sebuah nama dipakai beberapa jabatan, sebutkan selnya: \"Pengadministrasi \
         (Matriks!C131)\". Jabatan lain mengikuti letaknya di matriks. `perjakin periksa` mencetak baris yang dapat \
         ditempel di sini.",
    ),
    Key::table(
        "pisah",
        Kind::Splits,
        false,
        "Blok yang sebenarnya dua jabatan, karena dua kolom lembar aslinya tergabung: \"sel\" = \"jabatan kedua\". Mulai \
         sel itu, daftar sasaran atau indikatornya milik jabatan kedua; namanya boleh sama dengan yang pertama. \
         `perjakin periksa` mencetak baris yang dapat ditempel di sini.",
    ),
    Key::table(
        "atasan",
        Kind::Table(ATASAN),
        false,
        "Siapa Pihak Kedua menurut jenjang, bila bukan atasan di kaskade: jabatan terdekat di atasnya yang berjenjang itu.",
    ),
    Key::table(
        "lembar",
        Kind::PerJenjang(LEMBAR),
        false,
        "Bentuk lembar PK menurut jenjang: [lembar.jpt], [lembar.administrator], [lembar.pengawas], \
         [lembar.fungsional], [lembar.pelaksana].",
    ),
    Key::table(
        "segmen",
        Kind::Segments,
        false,
        "Hanya untuk matriks yang disalin dari PDF sebagai teks: kolom mana di halaman lanjutan termasuk kolom mana di \
         halaman pertama. Satu baris satu halaman: \"baris pertama-baris terakhir\" = \"asal>tujuan, …\", kolom \
         disebut dengan hurufnya.",
    ),
    Key::table("tte", Kind::Table(TTE), false, "Tanda tangan elektronik (TTE)."),
    Key::table("kaki", Kind::Table(KAKI), false, "Kaki halaman lembar PK."),
    Key::table(
        "publikasi",
        Kind::Table(PUBLIKASI),
        false,
        "Salinan lembar PK untuk situs web: NIP-nya disamarkan, dan tidak memuat tanda untuk TTE.",
    ),
    Key::table("bagan", Kind::Table(BAGAN), false, "Bagan kaskade."),
    Key::table(
        "cetak",
        Kind::Table(CETAK),
        false,
        "Jilid cetak di output/…/cetak: lembar yang siap ditandatangani, berurutan, paling banyak 100 lembar sejilid. \
         Lihat cetak.md.",
    ),
];

const KOP: &[Key] = &[
    Key::optional(
        "baris",
        Kind::Texts,
        "Baris-baris kop, pemerintah daerah lebih dulu.",
        "kop tidak dicetak (kertas sudah berkop).",
        "[\"PEMERINTAH KOTA CONTOH\", \"DINAS CONTOH\"]",
    ),
    Key::optional(
        "alamat",
        Kind::Texts,
        "Baris-baris alamat di bawahnya.",
        "tidak ada.",
        "[\"Jalan Contoh Nomor 1\", \"Contoh 10000\"]",
    ),
    Key::optional(
        "logo",
        Kind::File,
        "Berkas lambang (SVG atau PNG) di folder templates.",
        "tidak ada.",
        "\"lambang.svg\"",
    ),
    Key::optional(
        "letak",
        Kind::Choice(&["kiri", "tengah"]),
        "Letak lambang: di kiri baris-baris kop, atau di tengah di atasnya.",
        "kiri.",
        "\"tengah\"",
    ),
    Key::optional(
        "alt",
        Kind::Text { empty: false },
        "Apa yang digambarkan lambang itu, bagi pembaca yang tidak melihatnya.",
        "Lambang daerah.",
        "\"Lambang Kota Contoh\"",
    ),
    Key::optional(
        "ruang_mm",
        Kind::Millimetres(120.0),
        "Tanpa baris kop: tinggi ruang kosong, dalam mm, untuk kop yang sudah tercetak di kertas.",
        "0.",
        "35",
    ),
];

const PIMPINAN: &[Key] = &[
    Key::required("jabatan", Kind::Text { empty: false }, "Jabatan kepala daerah.", "\"Wali Kota Contoh\""),
    Key::optional(
        "nama",
        Kind::Text { empty: true },
        "Namanya.",
        "dicetak sebagai titik-titik untuk ditulis dengan tangan.",
        "\"Pegawai Contoh 00\"",
    ),
];

const MATRIKS: &[Key] = &[
    Key::optional(
        "berkas",
        Kind::Text { empty: false },
        "Nama berkas buku kerja yang memuat matriks.",
        "buku kerja mana pun di folder ini.",
        "\"matriks.xlsx\"",
    ),
    Key::optional(
        "lembar",
        Kind::Text { empty: false },
        "Nama lembarnya.",
        "lembar yang tampak dengan sasaran dan indikator terbanyak.",
        "\"Matriks\"",
    ),
];

const PERUBAHAN: &[Key] = &[Key::optional(
    "tanggal",
    Kind::Date,
    "Tanggal penandatanganan PK Perubahan, ditulis seperti `tanggal`.",
    "dicetak sebagai titik-titik untuk ditulis dengan tangan.",
    "\"1 Juli 2026\"",
)];

const ATASAN: &[Key] = &[
    Key::optional(
        "administrator",
        Kind::Choice(&["jpt"]),
        "Pihak Kedua bagi administrator.",
        "atasannya di kaskade.",
        "\"jpt\"",
    ),
    Key::optional(
        "pengawas",
        Kind::Choice(&["jpt", "administrator"]),
        "Pihak Kedua bagi pengawas.",
        "atasannya di kaskade.",
        "\"administrator\"",
    ),
    Key::optional(
        "fungsional",
        Kind::Choice(&["jpt", "administrator", "pengawas"]),
        "Pihak Kedua bagi pejabat fungsional.",
        "atasannya di kaskade.",
        "\"administrator\"",
    ),
    Key::optional(
        "pelaksana",
        Kind::Choice(&["jpt", "administrator", "pengawas", "fungsional"]),
        "Pihak Kedua bagi pelaksana.",
        "atasannya di kaskade.",
        "\"administrator\"",
    ),
];

const LEMBAR: &[Key] = &[
    Key::optional(
        "dokumen",
        Kind::Text { empty: false },
        "Nama dokumen pada judulnya.",
        "PERJANJIAN KINERJA.",
        "\"KONTRAK KINERJA\"",
    ),
    Key::optional(
        "sasaran",
        Kind::Text { empty: false },
        "Judul kolom sasaran.",
        "menurut PermenPAN-RB 53/2014 (Sasaran Strategis, Sasaran Program, Sasaran Kegiatan, Sasaran).",
        "\"Sasaran Kegiatan\"",
    ),
    Key::optional(
        "anggaran",
        Kind::Choice(&["program", "kegiatan", "sub kegiatan", "tidak ada"]),
        "Tabel anggaran di bawah tabel target, menurut isinya.",
        "program untuk jpt, kegiatan untuk administrator, sub kegiatan untuk pengawas, tidak ada untuk yang lain.",
        "\"tidak ada\"",
    ),
    Key::optional("satuan", Kind::Flag, "Apakah satuan menjadi kolom sendiri.", "false.", "true"),
    Key::optional("triwulan", Kind::Flag, "Apakah target TW I sampai TW IV menjadi kolom.", "false.", "true"),
    Key::optional(
        "nomor_kolom",
        Kind::Flag,
        "Apakah di bawah judul tabel ada baris nomor kolom (1) (2) (3).",
        "false.",
        "true",
    ),
];

const TTE: &[Key] = &[
    Key::optional("aktif", Kind::Flag, "Apakah dokumen ditandatangani secara elektronik.", "false.", "true"),
    Key::optional(
        "jenjang",
        Kind::Choices(JENJANG),
        "Jenjang yang memakai TTE; jenjang lain bertanda tangan basah.",
        "semua jenjang.",
        "[\"jpt\", \"administrator\"]",
    ),
    Key::optional(
        "jangkar",
        Kind::Anchors,
        "Dua tanda yang dicari layanan TTE di berkas PDF: untuk Pihak Pertama, lalu Pihak Kedua.",
        "dipilih dari tanda yang tidak dipakai di teks.",
        "[\"#\", \"^\"]",
    ),
];

const KAKI: &[Key] = &[
    Key::optional(
        "edisi",
        Kind::Flag,
        "Apakah di kaki halaman tercetak cap edisi: tahun, Murni atau Perubahan, kode edisi, dan halaman x dari y.",
        "false.",
        "true",
    ),
    Key::optional(
        "kode_qr",
        Kind::Flag,
        "Apakah cap edisi didampingi kode QR yang memuat kode edisi; bila ya, cap edisi selalu tercetak.",
        "false.",
        "true",
    ),
];

const PUBLIKASI: &[Key] = &[Key::optional(
    "aktif",
    Kind::Flag,
    "Apakah tiap lembar yang bukan DRAF disalin ke folder publikasi (publikasi-perubahan-1 untuk edisi berikutnya).",
    "false.",
    "true",
)];

const BAGAN: &[Key] = &[
    Key::optional(
        "poster",
        Kind::Choices(KERTAS_BAGAN),
        "Ukuran kertas poster; boleh beberapa.",
        "kertas terkecil yang hurufnya masih terbaca.",
        "[\"A3\", \"A0\"]",
    ),
    Key::optional(
        "unit",
        Kind::Choices(KERTAS_BAGAN),
        "Ukuran kertas untuk halaman ikhtisar dan satu halaman tiap unit.",
        "kertas lembar PK.",
        "[\"A4\"]",
    ),
    Key::optional(
        "sambung",
        Kind::Choices(KERTAS_BAGAN),
        "Ukuran kertas untuk poster yang dipotong menjadi lembar-lembar sambungan.",
        "tidak dibuat.",
        "[\"A4\"]",
    ),
    Key::optional(
        "pemegang",
        Kind::Flag,
        "Apakah kotak jabatan menyebut pemegangnya dan jabatan yang kosong ditandai.",
        "false.",
        "true",
    ),
    Key::optional("tandai_target", Kind::Flag, "Apakah indikator tanpa target ditandai.", "false.", "true"),
];

const CETAK: &[Key] = &[
    Key::optional(
        "jilid",
        Kind::Choice(&["unit", "jenjang", "semua", "tidak ada"]),
        "Isi satu jilid: lembar satu unit, lembar satu jenjang, atau semua lembar. \"tidak ada\": jilid tidak dibuat.",
        "unit.",
        "\"jenjang\"",
    ),
    Key::optional(
        "bolak_balik",
        Kind::Flag,
        "Apakah jilid dicetak bolak-balik: tiap lembar mulai di halaman depan, bila perlu sesudah halaman kosong.",
        "true.",
        "false",
    ),
    Key::optional("rangkap", Kind::Count(9), "Berapa rangkap tiap lembar.", "1.", "2"),
    Key::optional(
        "urutan_rangkap",
        Kind::Choice(&["lembar", "jilid"]),
        "Urutan rangkap: tiap lembar dicetak beberapa kali berturut-turut, atau seluruh jilid diulang.",
        "lembar.",
        "\"jilid\"",
    ),
];
