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
    ("PENANGGUNG JAWAB", Column::Jabatan),
    ("PENANGGUNGJAWAB", Column::Jabatan),
    ("PEMILIK KINERJA", Column::Jabatan),
    ("ATASAN", Column::Atasan),
    ("ATASAN LANGSUNG", Column::Atasan),
    ("JABATAN ATASAN", Column::Atasan),
    ("JABATAN ATASAN LANGSUNG", Column::Atasan),
    ("PEJABAT PENILAI", Column::Atasan),
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
    ("ANGGARAN RP", Column::Anggaran),
    ("ANGGARAN RUPIAH", Column::Anggaran),
    ("JUMLAH ANGGARAN", Column::Anggaran),
    ("PAGU", Column::Anggaran),
    ("PAGU ANGGARAN", Column::Anggaran),
    ("PAGU ANGGARAN RP", Column::Anggaran),
    ("PAGU RP", Column::Anggaran),
    ("NAMA", Column::Nama),
    ("NAMA PEGAWAI", Column::Nama),
    ("NAMA LENGKAP", Column::Nama),
    ("NAMA DAN GELAR", Column::Nama),
    ("NAMA ASN", Column::Nama),
    ("PEGAWAI", Column::Nama),
    ("PEMANGKU JABATAN", Column::Nama),
    ("NIP", Column::Nip),
    ("NIP NI PPPK", Column::Nip),
    ("NIP NIPPPK", Column::Nip),
    ("NIP NIP3K", Column::Nip),
    ("NI PPPK", Column::Nip),
    ("NIPPPK", Column::Nip),
    ("PANGKAT", Column::Pangkat),
    ("PANGKAT GOLONGAN", Column::Pangkat),
    ("PANGKAT GOL", Column::Pangkat),
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
    let quarter_above = path.len() > 1 && path[..path.len() - 1].iter().any(|text| is_quarter_heading(&words(text)));
    quarter(&words(own), quarter_above)
        .or_else(|| named(&words(own)))
        .or_else(|| named(&words(&path.join(" "))))
        .or_else(|| column(&path[..path.len() - 1]))
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
    NAMES.iter().find(|(name, _)| *name == words).map(|(_, column)| *column)
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
    fn running_text_names_no_column() {
        for text in ["Kepala Dinas", "Jumlah Laporan Keuangan", "2026", "I", ""] {
            assert_eq!(of(&[text]), None, "{text}");
        }
        assert_eq!(misspelt("Indikatr"), Some(("INDIKATOR", Column::Indikator)));
        assert_eq!(misspelt("Jumlah"), None);
    }
}
