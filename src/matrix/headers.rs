//! The names that offices give to the columns of a table, and what they mean.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A running number.
    Nomor,
    /// The stable key that the normalised workbook carries.
    Id,
    /// The depth in the cascade, 0 at the top.
    Tingkat,
    /// The jabatan.
    Jabatan,
    /// The jabatan of the superior.
    Atasan,
    /// The unit.
    Unit,
    /// Tujuan.
    Tujuan,
    /// Sasaran.
    Sasaran,
    /// Indikator.
    Indikator,
    /// Unit of the target.
    Satuan,
    /// The year's target.
    Target,
    /// The target of a quarter, 0 to 3.
    Triwulan(u8),
    /// Program, or a column for program, kegiatan and sub kegiatan together.
    Program,
    /// Kegiatan.
    Kegiatan,
    /// Sub kegiatan.
    SubKegiatan,
    /// Money.
    Anggaran,
    /// A person's name.
    Nama,
    /// A person's name with the NIP below or behind it.
    NamaNip,
    /// The gelar before the name.
    GelarDepan,
    /// The gelar behind the name.
    GelarBelakang,
    /// The gelar before or behind the name.
    Gelar,
    /// The name of the superior.
    NamaAtasan,
    /// NIP, pangkat and unit of the superior, who stands in a row of his own.
    TentangAtasan,
    /// NIP or NI PPPK.
    Nip,
    /// Pangkat, or pangkat and golongan in one cell.
    Pangkat,
    /// Golongan.
    Golongan,
    /// Plt., Plh., Pj.
    Status,
    /// Whether a person signs electronically.
    Tte,
    /// Remarks.
    Keterangan,
}

/// Names in capitals, words apart by one blank, without other marks.
const NAMES: &[(&str, Column)] = &[
    ("NO", Column::Nomor),
    ("NOMOR", Column::Nomor),
    ("NO URUT", Column::Nomor),
    ("ID", Column::Id),
    ("KUNCI", Column::Id),
    ("TINGKAT", Column::Tingkat),
    ("LEVEL", Column::Tingkat),
    ("JENJANG KE", Column::Tingkat),
    ("JABATAN", Column::Jabatan),
    ("NAMA JABATAN", Column::Jabatan),
    ("JABATAN SAAT INI", Column::Jabatan),
    ("JABATAN SEKARANG", Column::Jabatan),
    ("JABATAN TERAKHIR", Column::Jabatan),
    ("JABATAN BARU", Column::Jabatan),
    ("JABATAN DEFINITIF", Column::Jabatan),
    ("JABATAN SESUAI SK", Column::Jabatan),
    ("PENANGGUNG JAWAB", Column::Jabatan),
    ("PENANGGUNGJAWAB", Column::Jabatan),
    ("PEMILIK KINERJA", Column::Jabatan),
    ("ATASAN", Column::Atasan),
    ("ATASAN LANGSUNG", Column::Atasan),
    ("JABATAN ATASAN", Column::Atasan),
    ("JABATAN ATASAN LANGSUNG", Column::Atasan),
    ("JABATAN PEJABAT PENILAI", Column::Atasan),
    ("PEJABAT PENILAI", Column::Atasan),
    ("NAMA ATASAN", Column::NamaAtasan),
    ("NAMA ATASAN LANGSUNG", Column::NamaAtasan),
    ("NAMA PEJABAT PENILAI", Column::NamaAtasan),
    ("NIP ATASAN", Column::TentangAtasan),
    ("NIP ATASAN LANGSUNG", Column::TentangAtasan),
    ("NIP PEJABAT PENILAI", Column::TentangAtasan),
    ("UNIT", Column::Unit),
    ("UNIT KERJA", Column::Unit),
    ("UNIT ORGANISASI", Column::Unit),
    ("BIDANG", Column::Unit),
    ("BAGIAN", Column::Unit),
    ("TUJUAN", Column::Tujuan),
    ("SASARAN", Column::Sasaran),
    ("URAIAN SASARAN", Column::Sasaran),
    ("SASARAN STRATEGIS", Column::Sasaran),
    ("SASARAN PROGRAM", Column::Sasaran),
    ("SASARAN KEGIATAN", Column::Sasaran),
    ("SASARAN SUB KEGIATAN", Column::Sasaran),
    ("SASARAN KINERJA", Column::Sasaran),
    ("RENCANA HASIL KERJA", Column::Sasaran),
    ("INDIKATOR", Column::Indikator),
    ("INDIKATOR KINERJA", Column::Indikator),
    ("INDIKATOR SASARAN", Column::Indikator),
    ("INDIKATOR KINERJA SASARAN", Column::Indikator),
    ("INDIKATOR KINERJA UTAMA", Column::Indikator),
    ("INDIKATOR KINERJA INDIVIDU", Column::Indikator),
    ("INDIKATOR PROGRAM", Column::Indikator),
    ("INDIKATOR KEGIATAN", Column::Indikator),
    ("URAIAN INDIKATOR", Column::Indikator),
    ("IKU", Column::Indikator),
    ("IKI", Column::Indikator),
    ("SATUAN", Column::Satuan),
    ("SATUAN TARGET", Column::Satuan),
    ("TARGET", Column::Target),
    ("TARGET TAHUNAN", Column::Target),
    ("TARGET TAHUN", Column::Target),
    ("TARGET KINERJA", Column::Target),
    ("TARGET KINERJA TAHUN", Column::Target),
    ("TARGET INDIKATOR", Column::Target),
    ("TARGET SETAHUN", Column::Target),
    ("TARGET 1 TAHUN", Column::Target),
    ("PROGRAM", Column::Program),
    ("NAMA PROGRAM", Column::Program),
    ("PROGRAM KEGIATAN", Column::Program),
    ("PROGRAM KEGIATAN SUB KEGIATAN", Column::Program),
    ("KEGIATAN", Column::Kegiatan),
    ("NAMA KEGIATAN", Column::Kegiatan),
    ("SUB KEGIATAN", Column::SubKegiatan),
    ("SUBKEGIATAN", Column::SubKegiatan),
    ("NAMA SUB KEGIATAN", Column::SubKegiatan),
    ("ANGGARAN", Column::Anggaran),
    ("PAGU", Column::Anggaran),
    ("PAGU ANGGARAN", Column::Anggaran),
    ("JUMLAH ANGGARAN", Column::Anggaran),
    ("NAMA", Column::Nama),
    ("NAMA PEGAWAI", Column::Nama),
    ("NAMA LENGKAP", Column::Nama),
    ("NAMA DAN GELAR", Column::Nama),
    ("NAMA GELAR", Column::Nama),
    ("NAMA DENGAN GELAR", Column::Nama),
    ("NAMA LENGKAP DAN GELAR", Column::Nama),
    ("NAMA LENGKAP DENGAN GELAR", Column::Nama),
    ("NAMA ASN", Column::Nama),
    ("NAMA PNS", Column::Nama),
    ("NAMA PEGAWAI ASN", Column::Nama),
    ("NAMA PEJABAT", Column::Nama),
    ("NAMA PEMANGKU", Column::Nama),
    ("NAMA PEMANGKU JABATAN", Column::Nama),
    ("NAMA PEMEGANG JABATAN", Column::Nama),
    ("N A M A", Column::Nama),
    ("PEGAWAI", Column::Nama),
    ("PEMANGKU JABATAN", Column::Nama),
    ("GELAR DEPAN", Column::GelarDepan),
    ("GELAR BELAKANG", Column::GelarBelakang),
    ("GELAR", Column::Gelar),
    ("NIP", Column::Nip),
    ("N I P", Column::Nip),
    ("NOMOR INDUK PEGAWAI", Column::Nip),
    ("NO INDUK PEGAWAI", Column::Nip),
    ("NIP NI PPPK", Column::Nip),
    ("NIP NIPPPK", Column::Nip),
    ("PANGKAT", Column::Pangkat),
    ("PANGKAT GOLONGAN", Column::Pangkat),
    ("PANGKAT GOL RUANG", Column::Pangkat),
    ("GOLONGAN", Column::Golongan),
    ("GOL", Column::Golongan),
    ("GOL RUANG", Column::Golongan),
    ("GOLONGAN RUANG", Column::Golongan),
    ("STATUS", Column::Status),
    ("STATUS JABATAN", Column::Status),
    ("PLT PLH PJ", Column::Status),
    ("TTE", Column::Tte),
    ("TANDA TANGAN ELEKTRONIK", Column::Tte),
    ("TANDA TANGAN ELEKTRONIK TTE", Column::Tte),
    ("CARA TANDA TANGAN", Column::Tte),
    ("KETERANGAN", Column::Keterangan),
    ("KET", Column::Keterangan),
    ("CATATAN", Column::Keterangan),
];

/// Kinds of columns that offices name by putting words together: one of the
/// first words is among the name's, and no word but those of both lists.
const COMPOSED: &[(&[&str], &[&str], Column)] = &[
    (
        &["ANGGARAN", "PAGU"],
        &[
            "RP",
            "RUPIAH",
            "JUMLAH",
            "TOTAL",
            "ALOKASI",
            "INDIKATIF",
            "DEFINITIF",
            "MURNI",
            "INDUK",
            "PERUBAHAN",
            "SEBELUM",
            "SETELAH",
            "SESUDAH",
            "DPA",
            "DPPA",
            "APBD",
            "TAHUN",
        ],
        Column::Anggaran,
    ),
    (
        &["NIP", "NIPPPK", "NIPPK", "NIP3K", "PPPK"],
        &["NI", "NO", "NOMOR", "BARU", "ASN", "PNS", "PEGAWAI", "NRK", "NRP", "NIK"],
        Column::Nip,
    ),
    (&["PANGKAT", "PKT"], &["GOL", "GOLONGAN", "RUANG", "DAN", "TERAKHIR"], Column::Pangkat),
    (&["GOL", "GOLONGAN"], &["RUANG", "TERAKHIR"], Column::Golongan),
];

/// What a name and a NIP in one column are called.
const NAMA_NIP: &[&str] = &["NAMA", "PEGAWAI", "LENGKAP", "GELAR", "DAN", "NIP", "NI", "PPPK"];

/// Words for money that is not written in whole rupiah.
const SCALES: &[&str] =
    &["RIBU", "RIBUAN", "JUTA", "JUTAAN", "MILIAR", "MILIARAN", "MILYAR", "MILYARAN", "000", "1000"];
/// Words that may stand beside a scale: "dalam ribuan", "x 1.000".
const BESIDE_SCALES: &[&str] = &["DALAM", "X", "1"];

/// First words of a column below a common heading that is about something else
/// than the heading: "Jabatan" stands over its name and its TMT.
const ASIDE: &[&str] =
    &["TMT", "TGL", "TANGGAL", "ESELON", "KELAS", "KODE", "REALISASI", "CAPAIAN", "SISA", "SUMBER", "MASA"];

/// The quarters by their last word, behind TW or TRIWULAN or under such a
/// heading.
const QUARTERS: [[&str; 2]; 4] = [["I", "1"], ["II", "2"], ["III", "3"], ["IV", "4"]];

/// Longest text that can name a column, in characters.
const LONGEST: usize = 48;
/// How alike a name must be to be taken for a typing error of a known one.
const NEAR: f64 = 0.94;

/// The words of a header cell: capitals, marks as blanks, years left out.
fn words(text: &str) -> String {
    let upper = text.to_uppercase();
    let words = upper.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    words.filter(|word| !year(word)).collect::<Vec<_>>().join(" ")
}

/// The meaning of a column from its header cells, top down; merged headers
/// stand in every column they cover. The lowest cell decides where it is
/// known, then all of them together, then those above.
pub fn column(path: &[String]) -> Option<Column> {
    let own = path.last()?;
    if own.chars().count() > LONGEST {
        return None;
    }
    let above = &path[..path.len() - 1];
    if !above.is_empty() && is_aside(&words(own), above) {
        return None;
    }
    let quarter_above = above.iter().any(|text| is_quarter_heading(&words(text)));
    quarter(&words(own), quarter_above)
        .or_else(|| below(above, &words(own)))
        .or_else(|| named(&words(own)))
        .or_else(|| named(&words(&path.join(" "))))
        .or_else(|| column(above))
}

/// Whether a column below a heading is about something else.
fn is_aside(own: &str, above: &[String]) -> bool {
    let share = own.is_empty() || own == "PERSEN";
    own.split(' ').next().is_some_and(|first| ASIDE.contains(&first))
        || share && column(above) == Some(Column::Anggaran)
}

/// The meaning of a column that a heading over it changes: below "Atasan" a
/// name is the superior's, below "Jabatan" it is the jabatan's.
fn below(above: &[String], own: &str) -> Option<Column> {
    let own = named(own)?;
    above.iter().rev().find_map(|heading| {
        let heading = words(heading);
        let short = heading.split(' ').count() <= 4;
        if short && heading.split(' ').any(|word| matches!(word, "ATASAN" | "PENILAI")) {
            return match own {
                Column::Jabatan | Column::Atasan => Some(Column::Atasan),
                Column::Nama | Column::NamaNip | Column::NamaAtasan => Some(Column::NamaAtasan),
                Column::Nip | Column::Pangkat | Column::Golongan | Column::Unit => Some(Column::TentangAtasan),
                _ => None,
            };
        }
        let jabatan = heading.starts_with("JABATAN") && named(&heading) == Some(Column::Jabatan);
        (jabatan && own == Column::Nama).then_some(Column::Jabatan)
    })
}

/// The column whose usual name a header nearly is, with that name.
pub fn misspelt(text: &str) -> Option<(&'static str, Column)> {
    let words = words(text);
    if words.len() < 5 || words.len() > LONGEST {
        return None;
    }
    NAMES.iter().copied().find(|(name, _)| name.len() >= 5 && strsim::jaro_winkler(name, &words) >= NEAR)
}

fn named(words: &str) -> Option<Column> {
    let known = NAMES.iter().find(|(name, _)| *name == words).map(|(_, column)| *column);
    known.or_else(|| composed(words))
}

fn composed(words: &str) -> Option<Column> {
    let words: Vec<&str> = words.split(' ').collect();
    let within = |known: &[&str]| words.iter().all(|word| known.contains(word));
    if within(NAMA_NIP) && words.contains(&"NAMA") && words.contains(&"NIP") {
        return Some(Column::NamaNip);
    }
    // "Tahun Anggaran" is a year, "Anggaran Tahun 2026" is money.
    if words.first() == Some(&"TAHUN") {
        return None;
    }
    let fits = |(main, more, column): &&(&[&str], &[&str], Column)| {
        let scale =
            |word: &str| *column == Column::Anggaran && (SCALES.contains(&word) || BESIDE_SCALES.contains(&word));
        let known = |word: &&str| main.contains(word) || more.contains(word) || scale(word);
        words.iter().any(|word| main.contains(word)) && words.iter().all(known)
    };
    COMPOSED.iter().find(fits).map(|(_, _, column)| *column)
}

/// Whether a header says that its amounts are thousands or millions.
pub(super) fn is_scaled(text: &str) -> bool {
    words(text).split(' ').any(|word| SCALES.contains(&word))
}

/// Whether a note above a table says so of all its amounts: "(dalam ribuan
/// rupiah)", but not "Rp 5 miliar".
pub(super) fn is_scale_note(text: &str) -> bool {
    let words = words(text);
    let has = |known: fn(&str) -> bool| words.split(' ').any(known);
    let scale = |word: &str| word.len() > 3 && SCALES.contains(&word) && word != "1000";
    has(|word| matches!(word, "RIBUAN" | "JUTAAN" | "MILIARAN" | "MILYARAN"))
        || has(|word| word == "DALAM") && has(scale)
}

fn is_quarter_heading(words: &str) -> bool {
    words.split(' ').any(|word| matches!(word, "TW" | "TRIWULAN" | "TRIWULANAN"))
}

fn quarter(words: &str, under_heading: bool) -> Option<Column> {
    if !under_heading && !is_quarter_heading(words) {
        return None;
    }
    let last = words.rsplit(' ').next()?;
    let index = QUARTERS.iter().position(|names| names.contains(&last))?;
    u8::try_from(index).ok().map(Column::Triwulan)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &[&str]) -> Option<Column> {
        column(&path.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn usual_names_are_known() {
        for (text, expected) in [
            ("Nama Jabatan", Column::Jabatan),
            ("SASARAN STRATEGIS", Column::Sasaran),
            ("Indikator Kinerja", Column::Indikator),
            ("Target 2026", Column::Target),
            ("Anggaran (Rp.)", Column::Anggaran),
            ("Pangkat/Gol.", Column::Pangkat),
            ("NIP / NI PPPK", Column::Nip),
            ("TW III", Column::Triwulan(2)),
            ("Triwulan 4", Column::Triwulan(3)),
            ("No.", Column::Nomor),
        ] {
            assert_eq!(of(&[text]), Some(expected), "{text}");
        }
    }

    #[test]
    fn deep_headers_are_read_from_below() {
        assert_eq!(of(&["Target Triwulan", "II"]), Some(Column::Triwulan(1)));
        assert_eq!(of(&["Target", "TW I"]), Some(Column::Triwulan(0)));
        assert_eq!(of(&["Sasaran", "Uraian"]), Some(Column::Sasaran));
        assert_eq!(of(&["Kinerja Utama", "Indikator"]), Some(Column::Indikator));
    }

    #[test]
    fn columns_of_people_and_money_are_known_by_all_their_names() {
        for (names, expected) in [
            ("NIP BARU|Nomor Induk Pegawai|NIP ASN|No. NIP|N I P|NIP / NRK|NIP Pegawai|NI PPPK|NIP/NIPPK", Column::Nip),
            ("Pangkat dan Golongan|Pangkat Terakhir|Gol/Pangkat|Pkt/Gol|Pangkat, Gol. Ruang", Column::Pangkat),
            ("Gol. Ruang|Gol. Ruang Terakhir", Column::Golongan),
            ("Nama PNS|Nama Pejabat|N A M A|Nama Lengkap (dengan gelar)", Column::Nama),
            ("Nama / NIP|Nama Pegawai dan NIP", Column::NamaNip),
            ("Jabatan Saat Ini|Jabatan Terakhir|Jabatan Baru", Column::Jabatan),
            ("Anggaran (Ribu Rp)|Anggaran (dalam jutaan)|Pagu Indikatif|Anggaran Setelah Perubahan", Column::Anggaran),
        ] {
            for name in names.split('|') {
                assert_eq!(of(&[name]), Some(expected), "{name}");
            }
        }
        for name in ["NIP Lama", "Jabatan Lama", "Tahun Anggaran", "Realisasi Anggaran", "Pangkat Lama", "Nomor"] {
            assert!(of(&[name]).is_none_or(|column| column == Column::Nomor), "{name}");
        }
        assert!(is_scaled("Anggaran (Rp 000)") && !is_scaled("Anggaran (Rp)"));
        assert!(is_scale_note("Dalam juta rupiah") && !is_scale_note("Pagu dinas: Rp 5.000.000 (lima juta)"));
    }

    #[test]
    fn a_heading_says_whose_name_stands_below_it() {
        assert_eq!(of(&["Pejabat Penilai", "Nama"]), Some(Column::NamaAtasan));
        assert_eq!(of(&["Atasan Langsung", "NIP"]), Some(Column::TentangAtasan));
        assert_eq!(of(&["Atasan Langsung", "Jabatan"]), Some(Column::Atasan));
        assert_eq!(of(&["JABATAN", "NAMA"]), Some(Column::Jabatan));
        assert_eq!(of(&["JABATAN", "TMT"]), None);
        assert_eq!(of(&["Penanggung Jawab", "Nama"]), Some(Column::Nama));
        assert_eq!((of(&["Anggaran", "Murni"]), of(&["Anggaran", "%"])), (Some(Column::Anggaran), None));
    }

    #[test]
    fn running_text_names_no_column() {
        for text in ["Kepala Dinas", "Jumlah Laporan Keuangan", "2026", "I", ""] {
            assert_eq!(of(&[text]), None, "{text}");
        }
        assert_eq!(misspelt("Indikatr"), Some(("INDIKATOR", Column::Indikator)));
        assert_eq!(misspelt("Jumlah"), None);
    }
}
