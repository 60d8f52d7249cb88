//! Rules about reading: what a cell, a sheet or a label has wrong before
//! anything is known about its meaning.

use super::Rule;
use crate::finding::Finding;
use crate::finding::Severity::{Galat, Info, Periksa};
use crate::workbook::place::{Located, Place};

static ERROR_VALUE: Rule = Rule {
    code: "BACA-01",
    severity: Galat,
    title: "Sel berisi nilai galat",
    explanation: "Excel tidak dapat menghitung sel ini dan menampilkan nilai galat seperti #REF! atau #N/A. Teks yang \
                  seharusnya ada tidak tersimpan di buku kerja, jadi tidak dapat dicetak.",
    example: "Salah: #REF! karena kolom sumber dihapus. Benar: teksnya diketik langsung.",
    remedy: "Perbaiki rumusnya di Excel, atau ketik teksnya langsung.",
};

static FORMULA_WITHOUT_VALUE: Rule = Rule {
    code: "BACA-02",
    severity: Galat,
    title: "Rumus tanpa nilai",
    explanation: "Sel berisi rumus, tetapi buku kerja tidak menyimpan hasilnya. Ini terjadi bila buku kerja dibuat oleh \
                  aplikasi lain dan belum pernah dihitung di Excel.",
    example: "Salah: =A1&B1 yang belum dihitung. Benar: setelah dibuka dan disimpan di Excel.",
    remedy: "Buka buku kerja di Excel, tunggu sampai dihitung, lalu simpan.",
};

static UNPRINTABLE: Rule = Rule {
    code: "BACA-03",
    severity: Periksa,
    title: "Huruf yang tidak dapat dicetak",
    explanation: "Sel memuat tanda yang tidak terlihat atau tidak punya bentuk di huruf mana pun: tanda kendali, pembalik \
                  arah tulisan, atau lambang khusus yang terbawa dari Word. Tanda yang tidak terlihat dibuang sebelum dicetak.",
    example: "Salah: butir dari huruf Wingdings. Benar: tanda - atau angka yang diketik biasa.",
    remedy: "Hapus tanda itu dan ketik ulang bagian teks di sekitarnya.",
};

static SHEET_NOT_USED: Rule = Rule {
    code: "BACA-04",
    severity: Info,
    title: "Lembar tidak dipakai",
    explanation: "Lembar ini tidak memuat matriks, daftar pegawai atau target yang dikenali, jadi isinya tidak ikut dicetak.",
    example: "Lembar \"Catatan\" di samping lembar \"Matriks\".",
    remedy: "Abaikan bila memang bukan bagian matriks.",
};

static SECOND_COPY: Rule = Rule {
    code: "BACA-05",
    severity: Info,
    title: "Salinan kedua dari tabel",
    explanation: "Lembar lain memuat salinan matriks, atau matriks yang tidak berlaku: yang disembunyikan, atau bukan yang \
                  ditunjuk [matriks] di perjakin.toml. Perubahan yang dibuat di lembar itu tidak ikut dicetak.",
    example: "Lembar \"Matriks\" dan salinannya \"Matriks (2)\" di satu buku kerja.",
    remedy: "Hapus lembar yang tidak berlaku, agar tidak ada yang mengubahnya tanpa hasil.",
};

static HIDDEN_SHEET: Rule = Rule {
    code: "BACA-06",
    severity: Periksa,
    title: "Matriks di lembar tersembunyi",
    explanation: "Satu-satunya lembar yang memuat matriks disembunyikan di Excel. Mungkin itu versi lama.",
    example: "Lembar \"Lama\" disembunyikan, dan lembar yang tampak tidak memuat SASARAN.",
    remedy: "Tampilkan lembar itu bila memang matriks yang berlaku.",
};

static JOINED_LINES: Rule = Rule {
    code: "BACA-07",
    severity: Info,
    title: "Kalimat disambung dari dua baris",
    explanation: "Kalimat di sel ini tampak berlanjut di sel bawahnya: tidak bernomor, dimulai huruf kecil, atau kalimat di \
                  atasnya belum selesai. Kedua sel dicetak sebagai satu kalimat.",
    example: "Sel atas \"… Anggaran dan\", sel bawah \"Pembiayaan\".",
    remedy: "Gabungkan kalimatnya ke satu sel; bila memang dua butir, beri nomor pada keduanya.",
};

static NUMBER_WITHOUT_TEXT: Rule = Rule {
    code: "BACA-08",
    severity: Periksa,
    title: "Nomor tanpa teks",
    explanation: "Sel ini hanya berisi nomor urut, dan sel di kanannya kosong atau sudah bernomor. Mungkin teksnya terhapus.",
    example: "Nomor 5 di kolom E, sel F di baris yang sama kosong.",
    remedy: "Isi teksnya, atau hapus nomor yang tersisa.",
};

static LOST_CELLS: Rule = Rule {
    code: "BACA-09",
    severity: Periksa,
    title: "Sel di luar lembar",
    explanation: "Buku kerja menyebut sel di luar batas lembar Excel atau tanpa alamat yang sah. Sel seperti itu tidak dapat \
                  dibaca dan tidak ikut dicetak; biasanya buku kerja rusak atau dibuat oleh aplikasi lain.",
    example: "Sel pada baris 1.048.577.",
    remedy: "Buka buku kerja di Excel, periksa isinya, lalu simpan ulang.",
};

static BLOCK_WITHOUT_NAME: Rule = Rule {
    code: "BACA-10",
    severity: Galat,
    title: "Blok tanpa nama jabatan",
    explanation: "Di atas baris SASARAN blok ini tidak ada judul jabatan, jadi tidak diketahui PK siapa isinya.",
    example: "Salah: sel judul kosong. Benar: \"Penata Layanan Operasional\" di atas SASARAN.",
    remedy: "Isi nama jabatan di sel tepat di atas baris SASARAN.",
};

static MISSPELT_LABEL: Rule = Rule {
    code: "BACA-11",
    severity: Periksa,
    title: "Judul daftar salah ketik",
    explanation: "Sel ini hampir sama dengan judul TUJUAN, SASARAN atau INDIKATOR dan dibaca sebagai judul itu.",
    example: "Salah: SASRAN. Benar: SASARAN.",
    remedy: "Betulkan ketikannya.",
};

static PLACEHOLDER: Rule = Rule {
    code: "BACA-12",
    severity: Info,
    title: "Tanda kosong",
    explanation: "Sel hanya berisi tanda seperti \"-\" yang berarti tidak ada. Tanda itu tidak dicetak sebagai butir.",
    example: "\"-\" di bawah INDIKATOR.",
    remedy: "Abaikan bila memang kosong; isi teksnya bila belum lengkap.",
};

static SEVERAL_IN_ONE_CELL: Rule = Rule {
    code: "BACA-13",
    severity: Info,
    title: "Beberapa butir di satu sel",
    explanation: "Sel memuat beberapa butir bernomor. Masing-masing dibaca sebagai butir sendiri.",
    example: "\"1. Jumlah laporan 2. Jumlah dokumen\" di satu sel.",
    remedy: "Tidak perlu apa-apa bila pembagiannya benar; bila salah, pisahkan ke sel sendiri-sendiri.",
};

static OUTSIDE_OF_BLOCKS: Rule = Rule {
    code: "BACA-14",
    severity: Periksa,
    title: "Teks di luar blok",
    explanation: "Sel ini berada di tengah tabel, tetapi tidak di bawah TUJUAN, SASARAN atau INDIKATOR jabatan mana pun, jadi \
                  tidak ikut dicetak.",
    example: "Catatan di kolom paling kanan, di luar blok jabatan.",
    remedy: "Pindahkan ke bawah SASARAN atau INDIKATOR yang dimaksud, atau hapus bila hanya catatan.",
};

static MERGES_UNKNOWN: Rule = Rule {
    code: "BACA-15",
    severity: Info,
    title: "Sel gabungan tidak tersimpan",
    explanation: "Jenis berkas ini tidak menyimpan sel gabungan dengan cara yang dapat dibaca. Lebar blok dan atasan \
                  yang tidak ditetapkan di perjakin.toml ditentukan dari kolom saja.",
    example: "Berkas .ods, .xlsb, atau .csv.",
    remedy: "Simpan sebagai .xlsx bila atasan suatu jabatan salah terbaca.",
};

static NIP_AS_NUMBER: Rule = Rule {
    code: "BACA-16",
    severity: Galat,
    title: "NIP disimpan sebagai angka",
    explanation: "Excel hanya menyimpan 15 angka pertama dari sebuah bilangan; tiga angka terakhir NIP sudah menjadi nol. Angka \
                  yang hilang tidak dapat dikembalikan oleh program.",
    example: "Salah: sel bilangan 1,99001E+17. Benar: sel teks 199001012015011001.",
    remedy: "Ubah format sel menjadi Teks, lalu ketik ulang NIP dari SK.",
};

static FRACTION_FOR_PERCENT: Rule = Rule {
    code: "BACA-17",
    severity: Info,
    title: "Persen disimpan sebagai pecahan",
    explanation: "Excel menyimpan 85% sebagai 0,85. Satuannya persen dan sel ini tidak berformat persen, jadi 0,85 dapat dibaca \
                  dua cara: 85 persen, atau 0,85 persen. Yang dicetak 85.",
    example: "Sel berisi 0,85 dengan satuan Persen dicetak 85.",
    remedy: "Tidak perlu apa-apa bila yang dicetak sudah benar; bila maksudnya pecahan persen, ketik angkanya sebagai teks.",
};

static UNKNOWN_COLUMN: Rule = Rule {
    code: "BACA-18",
    severity: Info,
    title: "Kolom tidak dikenal",
    explanation: "Judul kolom ini tidak termasuk nama yang dikenal, jadi isinya tidak ikut dicetak.",
    example: "Kolom \"Rumus Hitung\" di samping kolom Indikator.",
    remedy: "Abaikan bila memang tidak dicetak; bila perlu, ganti judulnya dengan nama yang lazim, misalnya Indikator.",
};

static SHIFTED_COLUMNS: Rule = Rule {
    code: "BACA-19",
    severity: Galat,
    title: "Kolom bergeser",
    explanation: "Mulai baris ini judul jabatan berdiri pada kolom yang tidak dipakai di atasnya. Ini terjadi bila tabel disalin \
                  dari PDF: halaman kedua menghitung kolomnya dari awal. Isi blok bisa terbaca di bawah jabatan yang salah.",
    example: "Halaman pertama memakai kolom A, C, E, G; halaman kedua B, C, E, F.",
    remedy: "Tulis peta kolom halaman itu di tabel [segmen] pada perjakin.toml, atau pakai buku kerja aslinya.",
};

static UNKNOWN_REFERENCE: Rule = Rule {
    code: "BACA-20",
    severity: Galat,
    title: "Baris tidak terhubung",
    explanation: "Di buku kerja yang dinormalkan, baris ini menyebut jabatan atau ID yang tidak ada di lembar asalnya, jadi \
                  tidak diketahui milik siapa.",
    example: "Kolom Jabatan berisi nama yang sudah diganti di lembar Jabatan.",
    remedy: "Pilih jabatan dari daftar di sel itu, atau salin ID dari lembar asalnya.",
};

static OTHER_YEAR: Rule = Rule {
    code: "BACA-21",
    severity: Periksa,
    title: "Kolom tahun lain",
    explanation: "Judul kolom target, triwulan atau anggaran menyebut tahun, tetapi bukan tahun perjanjian di perjakin.toml. \
                  Kalau hanya ada satu kolom, isinya dipakai; kalau ada beberapa tahun berdampingan, tidak satu pun dipakai.",
    example: "Judul kolom \"Target 2025\", sedangkan tahun = 2026.",
    remedy: "Betulkan tahun di judul kolom, tambahkan kolom tahun itu, atau perbaiki tahun di perjakin.toml.",
};

static NO_ONE_MATRIX: Rule = Rule {
    code: "BACA-22",
    severity: Galat,
    title: "Matriks yang berlaku tidak pasti",
    explanation: "Folder ini memuat dua matriks yang isinya berbeda, atau perjakin.toml menunjuk berkas yang bukan matriks. Hanya \
                  satu yang dibaca, dan mungkin bukan yang berlaku; karena itu semua lembar menjadi DRAF.",
    example: "Salah: \"matriks lama.xlsx\" tertinggal di samping matriks.xlsx. Benar: satu matriks saja, atau [matriks] berkas = \
              \"matriks.xlsx\" di perjakin.toml.",
    remedy: "Sisakan satu matriks, atau tunjuk yang berlaku dengan [matriks] di perjakin.toml.",
};

static REGISTER_MARK: Rule = Rule {
    code: "BACA-23",
    severity: Periksa,
    title: "Tanda di register tidak dikenal",
    explanation: "Kolom Tanda tangan di salinan register menyatakan lembar mana yang sudah ditandatangani. Isi sel ini tidak \
                  dikenal, jadi lembarnya dihitung belum ditandatangani.",
    example: "Salah: \"di meja Pak Kabid\". Benar: \"sudah\", \"belum\", atau kosong; keterangan lain di kolom Catatan.",
    remedy: "Tulis \"sudah\" atau \"belum\"; keterangan lain pindahkan ke kolom Catatan.",
};

static REGISTER_COLUMN: Rule = Rule {
    code: "BACA-24",
    severity: Periksa,
    title: "Kolom register tidak ditemukan",
    explanation: "Lembar ini salinan register, tetapi kolom yang menyebut tanda tangan atau kunci lembarnya tidak ditemukan. \
                  Catatan di dalamnya tidak terbaca, jadi semua lembarnya dihitung belum ditandatangani.",
    example: "Salah: kolom \"Kunci lembar\" dihapus. Benar: semua kolom register dibiarkan, boleh disembunyikan.",
    remedy: "Salin kolom itu kembali dari laporan/register.xlsx yang terakhir.",
};

static DATE_AS_TARGET: Rule = Rule {
    code: "BACA-25",
    severity: Periksa,
    title: "Target berupa tanggal",
    explanation: "Sel target ini berisi tanggal. Excel mengubah ketikan seperti \"1-2\" atau \"3/12\" menjadi tanggal, jadi mungkin \
                  maksudnya lain. Yang dicetak tanggalnya.",
    example: "Salah: 1-2 yang menjadi 1 Februari. Benar: \"1-2\" diketik di sel berformat Teks.",
    remedy: "Bila maksudnya bukan tanggal, format selnya sebagai Teks lalu ketik ulang; bila benar tanggal, biarkan.",
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
];

/// BACA-01 for a cell with an error value, by its Excel name.
pub fn error_value(place: Place, name: &str) -> Finding {
    Finding::new(&ERROR_VALUE, place, format!("sel berisi nilai galat {name}, bukan teks")).quote(name)
}

/// BACA-02.
pub fn formula_without_value(place: Place) -> Finding {
    Finding::new(&FORMULA_WITHOUT_VALUE, place, "sel berisi rumus yang hasilnya tidak tersimpan di buku kerja")
}

/// BACA-03, naming the code points.
pub fn unprintable(place: Place, characters: &[char]) -> Finding {
    let names: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    Finding::new(&UNPRINTABLE, place, format!("sel memuat tanda yang tidak dapat dicetak: {}", names.join(", ")))
}

/// BACA-04.
pub fn sheet_not_used(sheet: &str) -> Finding {
    Finding::general(&SHEET_NOT_USED, format!("lembar {sheet} tidak memuat matriks dan tidak dipakai"))
}

/// BACA-04 for a hidden sheet of people, targets or money.
pub fn hidden_sheet_not_used(sheet: &str, kind: &str) -> Finding {
    Finding::general(&SHEET_NOT_USED, format!("lembar {sheet} memuat {kind}, tetapi disembunyikan, jadi tidak dipakai"))
        .hint("Tampilkan lembar itu di Excel (Unhide) bila memang berlaku, atau hapus.")
}

/// BACA-05 for a sheet with the same texts as the one in use; both by workbook
/// and sheet.
pub fn second_copy(there: &str, used: &str) -> Finding {
    let message = format!("{there} memuat salinan matriks; yang dipakai {used}");
    Finding::general(&SECOND_COPY, message)
}

/// BACA-05 for a hidden sheet with another matrix.
pub fn hidden_matrix(there: &str, used: &str) -> Finding {
    let message = format!("{there}, yang disembunyikan, memuat matriks yang isinya berbeda; yang dipakai {used}");
    Finding::general(&SECOND_COPY, message)
}

/// BACA-05 for another matrix than the one that the office named.
pub fn matrix_not_chosen(there: &str, used: &str) -> Finding {
    let message =
        format!("{there} memuat matriks yang isinya berbeda; yang dipakai {used}, seperti ditetapkan di perjakin.toml");
    Finding::general(&SECOND_COPY, message)
}

/// BACA-22 for two matrices that differ; with the lines that settle it where
/// the one in use, which has this cell, is the right one.
pub fn two_matrices(used: &str, there: &str, cell: Option<&Place>) -> Finding {
    let message = format!("ada dua matriks yang isinya berbeda: {used} (yang dibaca sekarang) dan {there}");
    let finding = Finding::general(&NO_ONE_MATRIX, message)
        .hint("Hapus atau pindahkan yang tidak berlaku; atau tunjuk yang berlaku di perjakin.toml.");
    let lines = |cell: &Place| {
        format!("[matriks]\nberkas = {}\nlembar = {}", toml_text(&cell.workbook), toml_text(&cell.sheet))
    };
    Finding { paste: cell.map(lines), ..finding }
}

/// BACA-22 for a workbook or sheet that the office named and that holds no
/// matrix.
pub fn named_is_no_matrix(named: &str, used: &str) -> Finding {
    let message =
        format!("[matriks] di perjakin.toml menunjuk {named}, yang tidak ada atau bukan matriks; yang dibaca {used}");
    Finding::general(&NO_ONE_MATRIX, message).hint("Betulkan nama berkas atau lembarnya di perjakin.toml.")
}

/// A text as `perjakin.toml` takes it.
fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// BACA-06.
pub fn hidden_sheet_used(sheet: &str) -> Finding {
    Finding::general(&HIDDEN_SHEET, format!("matriks dibaca dari lembar {sheet}, yang disembunyikan"))
}

/// BACA-07 for a text that goes on in another cell.
pub fn joined_lines(place: Place, next: Place, text: &str) -> Finding {
    let message = format!("kalimat di sel ini disambung dengan sel {}", next.pos);
    Finding::new(&JOINED_LINES, place, message).others([next]).quote(text)
}

/// BACA-08.
pub fn number_without_text(place: Place) -> Finding {
    Finding::new(&NUMBER_WITHOUT_TEXT, place, "sel hanya berisi nomor, tanpa teks di kanannya")
}

/// BACA-09.
pub fn lost_cells(sheet: &str, count: u32) -> Finding {
    Finding::general(
        &LOST_CELLS,
        format!("lembar {sheet} menyebut {count} sel di luar batas lembar; sel itu tidak dibaca"),
    )
}

/// BACA-10.
pub fn block_without_name(place: Place) -> Finding {
    Finding::new(&BLOCK_WITHOUT_NAME, place, "blok ini tidak punya nama jabatan di atas baris SASARAN")
}

/// BACA-11, with the label that was meant.
pub fn misspelt_label(place: Place, meant: &str) -> Finding {
    Finding::new(&MISSPELT_LABEL, place, format!("judul ini dibaca sebagai {meant}"))
        .hint(format!("Betulkan ketikannya menjadi {meant}."))
}

/// BACA-12.
pub fn placeholder(place: Place) -> Finding {
    Finding::new(&PLACEHOLDER, place, "sel hanya berisi tanda kosong dan tidak dicetak")
}

/// BACA-13.
pub fn several_in_one_cell(place: Place, count: usize) -> Finding {
    Finding::new(
        &SEVERAL_IN_ONE_CELL,
        place,
        format!("sel memuat {count} butir bernomor; masing-masing dibaca sendiri"),
    )
}

/// BACA-13 for a cell of names.
pub fn several_names(place: Place, count: usize) -> Finding {
    let message = format!("sel memuat {count} nama; masing-masing dibaca sebagai satu orang");
    Finding::new(&SEVERAL_IN_ONE_CELL, place, message)
}

/// BACA-14.
pub fn text_outside_of_blocks(place: Place, text: String) -> Finding {
    let message = "teks ini tidak berada di bawah TUJUAN, SASARAN atau INDIKATOR jabatan mana pun, jadi tidak dicetak";
    Finding::new(&OUTSIDE_OF_BLOCKS, place, message).quote(text)
}

/// BACA-15.
pub fn merges_unknown(workbook: &str) -> Finding {
    Finding::general(
        &MERGES_UNKNOWN,
        format!(
            "{workbook} tidak menyimpan sel gabungan; atasan yang tidak ditetapkan di perjakin.toml ditentukan dari kolom"
        ),
    )
}

/// BACA-16; the number itself is personal data and is not quoted.
pub fn nip_as_number(place: Place) -> Finding {
    Finding::new(&NIP_AS_NUMBER, place, "NIP disimpan sebagai bilangan, sehingga angka terakhirnya sudah hilang")
}

/// BACA-17, with the number as stored and the target as it will be printed.
pub fn fraction_for_percent(place: Place, stored: &str, printed: &str) -> Finding {
    let message = format!(
        "target tersimpan sebagai {stored} dan dibaca {printed} persen, bukan {stored} persen; dicetak {printed}"
    );
    Finding::new(&FRACTION_FOR_PERCENT, place, message)
}

/// BACA-18, quoting the header.
pub fn unknown_column(place: Place, header: String) -> Finding {
    Finding::new(&UNKNOWN_COLUMN, place, "judul kolom ini tidak dikenal, jadi isinya tidak ikut dicetak").quote(header)
}

/// BACA-19, with the lines to paste: the office fills in the columns.
pub fn shifted_columns(place: Place) -> Finding {
    let row = place.pos.row;
    let message = format!("mulai baris {row} judul jabatan berdiri pada kolom yang tidak dipakai di atasnya");
    Finding::new(&SHIFTED_COLUMNS, place, message).paste(format!("[segmen]\n\"{row}-…\" = \"B>C, C>D\""))
}

/// BACA-20, quoting what the row refers to.
pub fn unknown_reference(place: Place, reference: &str) -> Finding {
    Finding::new(&UNKNOWN_REFERENCE, place, "baris ini menyebut jabatan atau ID yang tidak ada di buku kerja ini")
        .quote(reference)
}

/// BACA-21 for the header cell that names the years; `several` columns of
/// other years are not used.
pub fn other_year(header: Located<String>, years: &str, tahun: u16, several: bool) -> Finding {
    let used = if several { "tidak satu pun dipakai" } else { "kolom itu dipakai" };
    let message = format!("judul kolom menyebut tahun {years}, konfigurasi {tahun}; {used}");
    Finding::new(&OTHER_YEAR, header.place, message).quote(header.value)
}

/// BACA-23; what stands there may be a name and is not quoted.
pub fn register_mark(place: Place) -> Finding {
    let message = "tanda di register ini tidak dikenal, jadi lembarnya dihitung belum ditandatangani";
    Finding::new(&REGISTER_MARK, place, message)
}

/// BACA-24, at the row of the headings.
pub fn register_without_column(place: Place, missing: &str) -> Finding {
    let message = format!("salinan register ini tidak punya kolom \"{missing}\", jadi catatannya tidak terbaca");
    Finding::new(&REGISTER_COLUMN, place, message)
}

/// BACA-25, with the target as it will be printed.
pub fn date_as_target(place: Place, printed: &str) -> Finding {
    Finding::new(&DATE_AS_TARGET, place, format!("target ini berupa tanggal dan dicetak sebagai {printed}"))
}
