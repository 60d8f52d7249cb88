//! The words on charts and matrix. The chart draws them and knows nothing of
//! where they come from.

use super::{Fields, Labels, Wording, WordingError};

/// The labels that charts and matrix ask for.
const LABELS: &[&str] = &[
    "jpt",
    "administrator",
    "pengawas",
    "fungsional",
    "pelaksana",
    "tujuan",
    "sasaran",
    "indikator",
    "indikator_sasaran",
    "atasan",
    "lowong",
    "jabatan",
    "pegawai",
    "bawahan",
    "atasan_lain",
    "tanpa_target",
    "edisi",
    "ikhtisar",
    "halaman",
    "hlm",
    "dari",
    "lanjutan",
    "lembar",
    "baris",
    "kolom",
    "potong",
    "tumpang",
    "nip",
    "draf",
];

/// What is written around the data of charts and matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartWords {
    /// The lines of the chart's title.
    pub judul: Vec<String>,
    /// The matrix' title.
    pub judul_matriks: String,
    /// The short texts by key.
    pub label: Labels,
}

impl Wording<'_> {
    /// The words of the charts of an instansi in a year; `edisi` is the
    /// edition's name, where it has one.
    ///
    /// # Errors
    /// When a file is missing, asks for a field that does not exist, or lacks
    /// a label.
    pub fn chart(&self, instansi: &str, tahun: u16, edisi: Option<&str>) -> Result<ChartWords, WordingError> {
        let fields = Fields::default()
            .text("instansi", instansi)
            .number("tahun", tahun)
            .text("edisi", edisi.unwrap_or_default());
        Ok(ChartWords {
            judul: self.lines("judul-bagan.txt", &fields)?,
            judul_matriks: self.line("judul-matriks.txt", &fields)?,
            label: self.keyed("label-bagan.txt", LABELS, &fields)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::set;
    use super::*;
    use crate::typeset::TemplateSet;

    fn words(set: &TemplateSet, edisi: Option<&str>) -> Result<ChartWords, WordingError> {
        Wording::new(set).unwrap().chart("Dinas Contoh", 2026, edisi)
    }

    #[test]
    fn the_titles_name_the_instansi_and_the_year() {
        let words = words(&TemplateSet::builtin(), Some("Murni")).unwrap();
        assert_eq!(words.judul, ["KASKADE KINERJA", "DINAS CONTOH TAHUN 2026"]);
        assert_eq!(words.judul_matriks, "PENGUKURAN KINERJA INDIVIDU DINAS CONTOH TAHUN 2026");
        assert_eq!(words.label["edisi"], "Edisi Murni");
    }

    #[test]
    fn without_an_edition_nothing_is_said_of_it() {
        assert_eq!(words(&TemplateSet::builtin(), None).unwrap().label["edisi"], "");
    }

    #[test]
    fn an_office_s_own_title_takes_the_place_of_the_shipped_one() {
        let own = set("judul-bagan.txt", "POHON KINERJA {{ tahun }}");
        assert_eq!(words(&own, None).unwrap().judul, ["POHON KINERJA 2026"]);
    }

    #[test]
    fn a_label_that_is_missing_is_named() {
        let error = words(&set("label-bagan.txt", "jpt = Eselon II"), None).unwrap_err();
        assert_eq!(error.template, "redaksi/label-bagan.txt");
        assert!(error.message.starts_with("label \"administrator\" belum ada"), "{error}");
    }
}
