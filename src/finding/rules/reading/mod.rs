//! Rules about reading: what a cell, a sheet or a label has wrong before
//! anything is known about its meaning.

mod table;

use self::table::*;
use crate::finding::Finding;
use crate::workbook::place::{Located, Place};

pub use self::table::RULES;

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

/// BACA-34, at the first NIP or the header of the money.
pub fn sheet_of_worth(place: Place, sheet: &str, what: &str) -> Finding {
    let message = format!("lembar {sheet} memuat {what}, tetapi susunannya tidak dikenali, jadi isinya tidak dipakai");
    Finding::new(&SHEET_OF_WORTH, place, message)
}

/// BACA-35 for a column of NIP.
pub fn column_of_nips(header: Located<String>) -> Finding {
    let message = "isi kolom ini seperti NIP, tetapi judulnya tidak dikenal, jadi tidak dipakai";
    Finding::new(&COLUMN_OF_WORTH, header.place, message).quote(header.value)
}

/// BACA-35 for the columns of one kind that are not used.
pub fn column_twice(used: Located<String>, others: Vec<Located<String>>) -> Finding {
    let names: Vec<String> = others.iter().map(|other| format!("\"{}\" di {}", other.value, other.place.pos)).collect();
    let message = format!("yang dipakai kolom \"{}\" ini, bukan {}", used.value, names.join(", "));
    Finding::new(&COLUMN_OF_WORTH, used.place, message).others(others.into_iter().map(|other| other.place))
}

/// BACA-18 for the columns of a sheet beside the matrix, told together.
pub fn unknown_columns(headers: Vec<Located<String>>) -> Option<Finding> {
    let names: Vec<String> = headers.iter().map(|header| format!("\"{}\"", header.value)).collect();
    let mut places = headers.into_iter().map(|header| header.place);
    let message = format!("kolom yang judulnya tidak dikenal tidak dipakai: {}", names.join(", "));
    Some(Finding::new(&UNKNOWN_COLUMN, places.next()?, message).others(places))
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
        format!("[matriks]\nberkas = {}\nlembar = {}", toml_text(cell.workbook()), toml_text(cell.sheet()))
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

/// BACA-13 for a cell of so many texts, with numbers before them or not.
pub fn several_in_one_cell(place: Place, count: usize, numbered: bool) -> Finding {
    let kind = if numbered { "butir bernomor" } else { "butir" };
    Finding::new(&SEVERAL_IN_ONE_CELL, place, format!("sel memuat {count} {kind}; masing-masing dibaca sendiri"))
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

/// BACA-30 for the title of a sheet of targets or money, with the cells that
/// are read all the same.
pub fn sheet_of_other_year(title: Located<String>, year: u16, tahun: u16, cells: Vec<Place>) -> Finding {
    let message = format!("judul lembar ini bertahun {year}, konfigurasi {tahun}; isinya dipakai");
    Finding::new(&SHEET_OF_OTHER_YEAR, title.place, message).quote(title.value).others(cells)
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

/// BACA-33 for the marks that fit no sheet; none where all do.
pub fn register_strangers(places: Vec<Place>) -> Option<Finding> {
    let count = places.len();
    let mut places = places.into_iter();
    let message = format!(
        "{count} tanda \"sudah\" di salinan register ini tidak cocok dengan lembar mana pun, jadi tidak dihitung"
    );
    places.next().map(|first| Finding::new(&REGISTER_STRANGERS, first, message).others(places))
}

/// BACA-25 for a time of the day, with the target as it will be printed.
pub fn clock_as_target(place: Place, printed: &str) -> Finding {
    Finding::new(&DATE_AS_TARGET, place, format!("target ini berupa jam dan dicetak sebagai {printed}"))
}

/// BACA-25, with the target as it will be printed.
pub fn date_as_target(place: Place, printed: &str) -> Finding {
    Finding::new(&DATE_AS_TARGET, place, format!("target ini berupa tanggal dan dicetak sebagai {printed}"))
}

/// BACA-26 for a target whose cell is merged over several indikator.
pub fn shared_target(place: Place, indikator: impl IntoIterator<Item = Place>) -> Finding {
    let message = "sel target ini digabung melewati beberapa indikator dan dibaca sebagai target masing-masing";
    Finding::new(&SHARED_TARGET, place, message).others(indikator)
}

/// BACA-27 for a cell with as many targets as told, beside so many indikator.
pub fn targets_not_told_apart(place: Place, targets: usize, indikator: usize, cell: Place) -> Finding {
    let message = format!("sel ini memuat {targets} target untuk {indikator} indikator di {}", cell.pos);
    Finding::new(&TARGETS_NOT_TOLD_APART, place, message).others([cell])
}

/// BACA-28, with the cell of the indikator above.
pub fn target_without_indikator(place: Place, above: Place) -> Finding {
    let message = "target ini berdiri di baris tanpa indikator, jadi tidak dicetak";
    Finding::new(&TARGET_WITHOUT_INDIKATOR, place, message).others([above])
}

/// BACA-29, quoting how the row begins.
pub fn remark_row(place: Place, text: String) -> Finding {
    Finding::new(&REMARK_ROW, place, "teks ini jumlah, catatan atau label, bukan isi tabel, jadi tidak dicetak")
        .quote(text)
}

/// BACA-31 for cells between a list and SASARAN, of which one is the jabatan.
pub fn heading_uncertain(place: Place, others: impl IntoIterator<Item = Place>, text: String) -> Finding {
    let message = "tidak pasti apakah teks ini judul jabatan, sambungannya, atau butir terakhir daftar di atasnya";
    Finding::new(&HEADING_UNCERTAIN, place, message).quote(text).others(others)
}

/// BACA-31 for a block whose only heading is a person, who is not quoted.
pub fn heading_is_a_person(place: Place) -> Finding {
    Finding::new(&HEADING_UNCERTAIN, place, "di atas SASARAN ada nama orang, bukan nama jabatan")
}

/// BACA-32 for a person in a heading, who is not quoted.
pub fn person_in_heading(place: Place) -> Finding {
    let message = "nama atau NIP di bawah judul jabatan tidak dipakai; pemegang jabatan dibaca dari daftar pegawai";
    Finding::new(&PERSON_IN_HEADING, place, message)
}
