//! The rules themselves, as data.

use crate::finding::Severity::{Galat, Info, Periksa};
use crate::finding::rules::Rule;

pub(super) static ERROR_VALUE: Rule = Rule {
    code: "BACA-01",
    severity: Galat,
    title: "Sel berisi nilai galat",
    explanation: "Excel tidak dapat menghitung sel ini dan menampilkan nilai galat seperti #REF! atau #N/A. Teks yang \
                  seharusnya ada tidak tersimpan di buku kerja, jadi tidak dapat dicetak.",
    example: "Salah: #REF! karena kolom sumber dihapus. Benar: teksnya diketik langsung.",
    remedy: "Perbaiki rumusnya di Excel, atau ketik teksnya langsung.",
};

pub(super) static FORMULA_WITHOUT_VALUE: Rule = Rule {
    code: "BACA-02",
    severity: Galat,
    title: "Rumus tanpa nilai",
    explanation: "Sel berisi rumus, tetapi buku kerja tidak menyimpan hasilnya. Ini terjadi bila buku kerja dibuat oleh \
                  aplikasi lain dan belum pernah dihitung di Excel.",
    example: "Salah: =A1&B1 yang belum dihitung. Benar: setelah dibuka dan disimpan di Excel.",
    remedy: "Buka buku kerja di Excel, tunggu sampai dihitung, lalu simpan.",
};

pub(super) static UNPRINTABLE: Rule = Rule {
    code: "BACA-03",
    severity: Periksa,
    title: "Huruf yang tidak dapat dicetak",
    explanation: "Sel memuat tanda yang tidak terlihat atau tidak punya bentuk di huruf mana pun: tanda kendali, pembalik \
                  arah tulisan, atau lambang khusus yang terbawa dari Word. Tanda yang tidak terlihat dibuang sebelum dicetak.",
    example: "Salah: butir dari huruf Wingdings. Benar: tanda - atau angka yang diketik biasa.",
    remedy: "Hapus tanda itu dan ketik ulang bagian teks di sekitarnya.",
};

pub(super) static SHEET_NOT_USED: Rule = Rule {
    code: "BACA-04",
    severity: Info,
    title: "Lembar tidak dipakai",
    explanation: "Lembar ini tidak memuat matriks, daftar pegawai atau target yang dikenali, jadi isinya tidak ikut dicetak.",
    example: "Lembar \"Catatan\" di samping lembar \"Matriks\".",
    remedy: "Abaikan bila memang bukan bagian matriks.",
};

pub(super) static SECOND_COPY: Rule = Rule {
    code: "BACA-05",
    severity: Info,
    title: "Salinan kedua dari tabel",
    explanation: "Lembar lain memuat salinan matriks, atau matriks yang tidak berlaku: yang disembunyikan, atau bukan yang \
                  ditunjuk [matriks] di perjakin.toml. Perubahan yang dibuat di lembar itu tidak ikut dicetak.",
    example: "Lembar \"Matriks\" dan salinannya \"Matriks (2)\" di satu buku kerja.",
    remedy: "Hapus lembar yang tidak berlaku, agar tidak ada yang mengubahnya tanpa hasil.",
};

pub(super) static HIDDEN_SHEET: Rule = Rule {
    code: "BACA-06",
    severity: Periksa,
    title: "Matriks di lembar tersembunyi",
    explanation: "Satu-satunya lembar yang memuat matriks disembunyikan di Excel. Mungkin itu versi lama.",
    example: "Lembar \"Lama\" disembunyikan, dan lembar yang tampak tidak memuat SASARAN.",
    remedy: "Tampilkan lembar itu bila memang matriks yang berlaku.",
};

pub(super) static JOINED_LINES: Rule = Rule {
    code: "BACA-07",
    severity: Info,
    title: "Kalimat disambung dari dua baris",
    explanation: "Kalimat di sel ini tampak berlanjut di sel bawahnya: tidak bernomor, dimulai huruf kecil, atau kalimat di \
                  atasnya belum selesai. Kedua sel dicetak sebagai satu kalimat.",
    example: "Sel atas \"… Anggaran dan\", sel bawah \"Pembiayaan\".",
    remedy: "Gabungkan kalimatnya ke satu sel; bila memang dua butir, beri nomor pada keduanya.",
};

pub(super) static NUMBER_WITHOUT_TEXT: Rule = Rule {
    code: "BACA-08",
    severity: Periksa,
    title: "Nomor tanpa teks",
    explanation: "Sel ini hanya berisi nomor urut, dan sel di kanannya kosong atau sudah bernomor. Mungkin teksnya terhapus.",
    example: "Nomor 5 di kolom E, sel F di baris yang sama kosong.",
    remedy: "Isi teksnya, atau hapus nomor yang tersisa.",
};

pub(super) static LOST_CELLS: Rule = Rule {
    code: "BACA-09",
    severity: Periksa,
    title: "Sel di luar lembar",
    explanation: "Buku kerja menyebut sel di luar batas lembar Excel atau tanpa alamat yang sah. Sel seperti itu tidak dapat \
                  dibaca dan tidak ikut dicetak; biasanya buku kerja rusak atau dibuat oleh aplikasi lain.",
    example: "Sel pada baris 1.048.577.",
    remedy: "Buka buku kerja di Excel, periksa isinya, lalu simpan ulang.",
};

pub(super) static BLOCK_WITHOUT_NAME: Rule = Rule {
    code: "BACA-10",
    severity: Galat,
    title: "Blok tanpa nama jabatan",
    explanation: "Di atas baris SASARAN blok ini tidak ada judul jabatan, jadi tidak diketahui PK siapa isinya.",
    example: "Salah: sel judul kosong. Benar: \"Penata Layanan Operasional\" di atas SASARAN.",
    remedy: "Isi nama jabatan di sel tepat di atas baris SASARAN.",
};

pub(super) static MISSPELT_LABEL: Rule = Rule {
    code: "BACA-11",
    severity: Periksa,
    title: "Judul daftar salah ketik",
    explanation: "Sel ini hampir sama dengan judul TUJUAN, SASARAN atau INDIKATOR dan dibaca sebagai judul itu.",
    example: "Salah: SASRAN. Benar: SASARAN.",
    remedy: "Betulkan ketikannya.",
};

pub(super) static PLACEHOLDER: Rule = Rule {
    code: "BACA-12",
    severity: Info,
    title: "Tanda kosong",
    explanation: "Sel hanya berisi tanda seperti \"-\" yang berarti tidak ada. Tanda itu tidak dicetak sebagai butir.",
    example: "\"-\" di bawah INDIKATOR.",
    remedy: "Abaikan bila memang kosong; isi teksnya bila belum lengkap.",
};

pub(super) static SEVERAL_IN_ONE_CELL: Rule = Rule {
    code: "BACA-13",
    severity: Info,
    title: "Beberapa butir di satu sel",
    explanation: "Sel memuat beberapa butir bernomor atau bertanda \"•\". Masing-masing dibaca sebagai butir sendiri.",
    example: "\"1. Jumlah laporan 2. Jumlah dokumen\" di satu sel.",
    remedy: "Tidak perlu apa-apa bila pembagiannya benar; bila salah, pisahkan ke sel sendiri-sendiri.",
};

pub(super) static OUTSIDE_OF_BLOCKS: Rule = Rule {
    code: "BACA-14",
    severity: Periksa,
    title: "Teks di luar blok",
    explanation: "Sel ini berada di tengah tabel, tetapi tidak di bawah TUJUAN, SASARAN atau INDIKATOR jabatan mana pun, jadi \
                  tidak ikut dicetak.",
    example: "Catatan di kolom paling kanan, di luar blok jabatan.",
    remedy: "Pindahkan ke bawah SASARAN atau INDIKATOR yang dimaksud, atau hapus bila hanya catatan.",
};

pub(super) static MERGES_UNKNOWN: Rule = Rule {
    code: "BACA-15",
    severity: Info,
    title: "Sel gabungan tidak tersimpan",
    explanation: "Jenis berkas ini tidak menyimpan sel gabungan dengan cara yang dapat dibaca. Lebar blok dan atasan \
                  yang tidak ditetapkan di perjakin.toml ditentukan dari kolom saja.",
    example: "Berkas .ods, .xlsb, atau .csv.",
    remedy: "Simpan sebagai .xlsx bila atasan suatu jabatan salah terbaca.",
};

pub(super) static NIP_AS_NUMBER: Rule = Rule {
    code: "BACA-16",
    severity: Galat,
    title: "NIP disimpan sebagai angka",
    explanation: "Excel hanya menyimpan 15 angka pertama dari sebuah bilangan; tiga angka terakhir NIP sudah menjadi nol. Angka \
                  yang hilang tidak dapat dikembalikan oleh program.",
    example: "Salah: sel bilangan 1,99001E+17. Benar: sel teks 199001012015011001.",
    remedy: "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.",
};

pub(super) static FRACTION_FOR_PERCENT: Rule = Rule {
    code: "BACA-17",
    severity: Info,
    title: "Persen disimpan sebagai pecahan",
    explanation: "Excel menyimpan 85% sebagai 0,85. Satuannya persen dan sel ini tidak berformat persen, jadi 0,85 dapat dibaca \
                  dua cara: 85 persen, atau 0,85 persen. Yang dicetak 85.",
    example: "Sel berisi 0,85 dengan satuan Persen dicetak 85.",
    remedy: "Tidak perlu apa-apa bila yang dicetak sudah benar; bila maksudnya pecahan persen, ketik angkanya sebagai teks.",
};

pub(super) static UNKNOWN_COLUMN: Rule = Rule {
    code: "BACA-18",
    severity: Info,
    title: "Kolom tidak dikenal",
    explanation: "Judul kolom ini tidak termasuk nama yang dikenal, jadi isinya tidak ikut dicetak.",
    example: "Kolom \"Rumus Hitung\" di samping kolom Indikator.",
    remedy: "Abaikan bila memang tidak dicetak; bila perlu, ganti judulnya dengan nama yang lazim, misalnya Indikator.",
};

pub(super) static SHIFTED_COLUMNS: Rule = Rule {
    code: "BACA-19",
    severity: Galat,
    title: "Kolom bergeser",
    explanation: "Mulai baris ini judul jabatan berdiri pada kolom yang tidak dipakai di atasnya. Ini terjadi bila tabel disalin \
                  dari PDF: halaman kedua menghitung kolomnya dari awal. Isi blok bisa terbaca di bawah jabatan yang salah.",
    example: "Halaman pertama memakai kolom A, C, E, G; halaman kedua B, C, E, F.",
    remedy: "Tulis peta kolom halaman itu di tabel [segmen] pada perjakin.toml, atau pakai buku kerja aslinya.",
};

pub(super) static UNKNOWN_REFERENCE: Rule = Rule {
    code: "BACA-20",
    severity: Galat,
    title: "Baris tidak terhubung",
    explanation: "Di buku kerja yang dinormalkan, baris ini menyebut jabatan atau ID yang tidak ada di lembar asalnya, jadi \
                  tidak diketahui milik siapa.",
    example: "Kolom Jabatan berisi nama yang sudah diganti di lembar Jabatan.",
    remedy: "Pilih jabatan dari daftar di sel itu, atau salin ID dari lembar asalnya.",
};

pub(super) static OTHER_YEAR: Rule = Rule {
    code: "BACA-21",
    severity: Periksa,
    title: "Kolom tahun lain",
    explanation: "Judul kolom target, triwulan atau anggaran menyebut tahun, tetapi bukan tahun perjanjian di perjakin.toml. \
                  Kalau hanya ada satu kolom, isinya dipakai; kalau ada beberapa tahun berdampingan, tidak satu pun dipakai.",
    example: "Judul kolom \"Target 2025\", sedangkan tahun = 2026.",
    remedy: "Betulkan tahun di judul kolom, tambahkan kolom tahun itu, atau perbaiki tahun di perjakin.toml.",
};

pub(super) static NO_ONE_MATRIX: Rule = Rule {
    code: "BACA-22",
    severity: Galat,
    title: "Matriks yang berlaku tidak pasti",
    explanation: "Folder ini memuat dua matriks yang isinya berbeda, atau perjakin.toml menunjuk berkas yang bukan matriks. Hanya \
                  satu yang dibaca, dan mungkin bukan yang berlaku; karena itu semua lembar menjadi DRAF.",
    example: "Salah: \"matriks lama.xlsx\" tertinggal di samping matriks.xlsx. Benar: satu matriks saja, atau [matriks] berkas = \
              \"matriks.xlsx\" di perjakin.toml.",
    remedy: "Sisakan satu matriks, atau tunjuk yang berlaku dengan [matriks] di perjakin.toml.",
};

pub(super) static REGISTER_MARK: Rule = Rule {
    code: "BACA-23",
    severity: Periksa,
    title: "Tanda di register tidak dikenal",
    explanation: "Kolom Tanda tangan di salinan register menyatakan lembar mana yang sudah ditandatangani. Isi sel ini tidak \
                  dikenal, jadi lembarnya dihitung belum ditandatangani.",
    example: "Salah: \"di meja Pak Kabid\". Benar: \"sudah\", \"belum\", atau kosong; keterangan lain di kolom Catatan.",
    remedy: "Tulis \"sudah\" atau \"belum\"; keterangan lain pindahkan ke kolom Catatan.",
};

pub(super) static REGISTER_COLUMN: Rule = Rule {
    code: "BACA-24",
    severity: Periksa,
    title: "Kolom register tidak ditemukan",
    explanation: "Lembar ini salinan register, tetapi kolom yang menyebut tanda tangan atau kunci lembarnya tidak ditemukan. \
                  Catatan di dalamnya tidak terbaca, jadi semua lembarnya dihitung belum ditandatangani.",
    example: "Salah: kolom \"Kunci lembar\" dihapus. Benar: semua kolom register dibiarkan, boleh disembunyikan.",
    remedy: "Salin kolom itu kembali dari laporan/register.xlsx yang terakhir.",
};

pub(super) static DATE_AS_TARGET: Rule = Rule {
    code: "BACA-25",
    severity: Periksa,
    title: "Target berupa tanggal atau jam",
    explanation: "Sel target ini berisi tanggal atau jam. Excel mengubah ketikan seperti \"1-2\" atau \"3/12\" menjadi tanggal, dan \
                  \"1:30\" menjadi jam, jadi mungkin maksudnya lain. Yang dicetak tanggal atau jamnya.",
    example: "Salah: 1-2 yang menjadi 1 Februari. Benar: \"1-2\" diketik di sel berformat Teks.",
    remedy: "Bila maksudnya lain, format selnya sebagai Teks lalu ketik ulang; bila memang tanggal atau jam, biarkan.",
};

pub(super) static SHARED_TARGET: Rule = Rule {
    code: "BACA-26",
    severity: Periksa,
    title: "Satu sel target untuk beberapa indikator",
    explanation: "Sel target ini digabung (Merge) melewati baris beberapa indikator. Yang tampak di Excel dicetak: setiap \
                  indikator mendapat target yang sama.",
    example: "Sel F5:F6 berisi 90 di samping dua indikator: keduanya dicetak 90.",
    remedy: "Bila targetnya berbeda, pisahkan selnya (Unmerge) dan isi satu per satu; bila memang sama, biarkan.",
};

pub(super) static TARGETS_NOT_TOLD_APART: Rule = Rule {
    code: "BACA-27",
    severity: Galat,
    title: "Jumlah target dan indikator di satu baris berbeda",
    explanation: "Sel indikator atau sel targetnya memuat beberapa butir, tetapi jumlah atau nomornya tidak sama, jadi tidak \
                  diketahui target mana milik indikator mana.",
    example: "Salah: \"1. Jumlah laporan 2. Jumlah dokumen\" dengan target 4. Benar: target \"1. 4\" dan \"2. 1\" pada dua baris.",
    remedy: "Beri setiap indikator baris sendiri, atau tulis satu target bernomor untuk setiap indikator.",
};

pub(super) static TARGET_WITHOUT_INDIKATOR: Rule = Rule {
    code: "BACA-28",
    severity: Periksa,
    title: "Target tanpa indikator",
    explanation: "Baris ini berisi target, tetapi kolom indikatornya kosong. Targetnya tidak dicetak pada lembar mana pun.",
    example: "Salah: 90 dan 95 di dua baris, indikator hanya di baris pertama. Benar: setiap target di samping indikatornya.",
    remedy: "Pindahkan target ke baris indikatornya, atau isi indikatornya.",
};

pub(super) static REMARK_ROW: Rule = Rule {
    code: "BACA-29",
    severity: Info,
    title: "Baris jumlah, catatan atau label",
    explanation: "Teks ini dimulai dengan kata seperti JUMLAH, TOTAL atau Catatan, atau menyebut tingkat seperti ESELON III, jadi dibaca \
                  sebagai keterangan tentang tabel dan bukan sebagai sasaran atau indikator.",
    example: "\"JUMLAH INDIKATOR\" di kolom No pada baris terakhir; \"ESELON III\" di atas judul jabatan.",
    remedy: "Tidak perlu tindakan; bila memang isi tabel, tulis di kolom Sasaran atau Indikator dengan kalimat lain.",
};

pub(super) static SHEET_OF_OTHER_YEAR: Rule = Rule {
    code: "BACA-30",
    severity: Galat,
    title: "Lembar target atau anggaran tahun lain",
    explanation: "Judul di atas tabel target atau anggaran ini menyebut tahun, tetapi bukan tahun perjanjian di perjakin.toml. \
                  Mungkin lembar tahun lalu yang terbaca; lembar yang mencetak isinya menjadi DRAF.",
    example: "Salah: \"TARGET KINERJA TAHUN 2025\", sedangkan tahun = 2026. Benar: keduanya 2026.",
    remedy: "Betulkan judulnya, ganti dengan lembar tahun ini, atau perbaiki tahun di perjakin.toml.",
};

pub(super) static HEADING_UNCERTAIN: Rule = Rule {
    code: "BACA-31",
    severity: Galat,
    title: "Judul jabatan tidak pasti",
    explanation: "Di antara daftar sebuah jabatan dan SASARAN jabatan berikutnya ada teks yang dapat dibaca dua cara: judul jabatan, \
                  atau butir terakhir daftar di atasnya. Kedua lembarnya menjadi DRAF.",
    example: "Salah: \"ANALIS KEBIJAKAN\" dan \"AHLI MUDA\" di dua sel. Benar: \"ANALIS KEBIJAKAN AHLI MUDA\" di satu sel di atas SASARAN.",
    remedy: "Tulis nama jabatan di satu sel tepat di atas SASARAN, tanpa teks lain di antara daftar dan judul itu.",
};

pub(super) static PERSON_IN_HEADING: Rule = Rule {
    code: "BACA-32",
    severity: Info,
    title: "Nama pegawai di bawah judul jabatan",
    explanation: "Di bawah judul jabatan tertulis nama atau NIP pemegangnya. Judulnya tetap nama jabatan; siapa yang menandatangani \
                  ditentukan dari daftar pegawai.",
    example: "\"SEKRETARIS\", di bawahnya nama dengan gelar, lalu SASARAN.",
    remedy: "Pastikan orang itu ada di daftar pegawai pada jabatan yang sama.",
};

pub(super) static REGISTER_STRANGERS: Rule = Rule {
    code: "BACA-33",
    severity: Periksa,
    title: "Tanda di register tanpa lembarnya",
    explanation: "Baris salinan register dikenali dari kolom Kunci lembar. Kunci di baris ini kosong, terpotong, atau bukan milik \
                  lembar instansi ini, jadi tandanya tidak dihitung. Mungkin register instansi lain yang tersalin, atau orangnya \
                  sudah keluar dan lembarnya tidak ada lagi.",
    example: "Salah: kolom Kunci lembar dikosongkan, atau register dinas lain. Benar: isi kolom itu dibiarkan seperti di \
              laporan/register.xlsx.",
    remedy: "Salin kuncinya dari laporan/register.xlsx yang terakhir; baris orang yang sudah keluar boleh dihapus.",
};

pub(super) static SHEET_OF_WORTH: Rule = Rule {
    code: "BACA-34",
    severity: Periksa,
    title: "Lembar berisi NIP atau anggaran tidak dipakai",
    explanation: "Lembar ini memuat NIP atau anggaran, tetapi kolom yang diperlukan tidak ditemukan, jadi tidak satu baris pun \
                  dipakai. Daftar pegawai perlu kolom Nama, NIP dan Jabatan; daftar anggaran perlu kolom Penanggung Jawab, \
                  Program atau Kegiatan, dan Anggaran.",
    example: "Salah: kolom \"Bidang\" tanpa kolom jabatan. Benar: kolom \"Penanggung Jawab\" berisi nama jabatan.",
    remedy: "Betulkan judul kolomnya bila lembar ini perlu dipakai; abaikan bila tidak.",
};

pub(super) static COLUMN_OF_WORTH: Rule = Rule {
    code: "BACA-35",
    severity: Periksa,
    title: "Kolom penting tidak dipakai",
    explanation: "Kolom ini berisi NIP tetapi judulnya tidak dikenal, atau ada beberapa kolom dengan arti yang sama dan isi yang \
                  berbeda: hanya yang pertama dipakai.",
    example: "Salah: \"Jabatan\" dan \"Jabatan Baru\" berdampingan. Benar: satu kolom Jabatan, berisi yang berlaku.",
    remedy: "Beri kolom yang berlaku judul yang lazim, dan hapus kolom yang tidak berlaku.",
};

/// The rules of this theme.
pub static RULES: &[&Rule] = &[
    &ERROR_VALUE,
    &FORMULA_WITHOUT_VALUE,
    &UNPRINTABLE,
    &SHEET_NOT_USED,
    &SECOND_COPY,
    &HIDDEN_SHEET,
    &JOINED_LINES,
    &NUMBER_WITHOUT_TEXT,
    &LOST_CELLS,
    &BLOCK_WITHOUT_NAME,
    &MISSPELT_LABEL,
    &PLACEHOLDER,
    &SEVERAL_IN_ONE_CELL,
    &OUTSIDE_OF_BLOCKS,
    &MERGES_UNKNOWN,
    &NIP_AS_NUMBER,
    &FRACTION_FOR_PERCENT,
    &UNKNOWN_COLUMN,
    &SHIFTED_COLUMNS,
    &UNKNOWN_REFERENCE,
    &OTHER_YEAR,
    &NO_ONE_MATRIX,
    &REGISTER_MARK,
    &REGISTER_COLUMN,
    &DATE_AS_TARGET,
    &SHARED_TARGET,
    &TARGETS_NOT_TOLD_APART,
    &TARGET_WITHOUT_INDIKATOR,
    &REMARK_ROW,
    &SHEET_OF_OTHER_YEAR,
    &HEADING_UNCERTAIN,
    &PERSON_IN_HEADING,
    &REGISTER_STRANGERS,
    &SHEET_OF_WORTH,
    &COLUMN_OF_WORTH,
];
