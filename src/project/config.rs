//! `perjakin.toml`: what the workbook cannot tell. This is the shape of a
//! sound one; what may be wrong with others is told by `check`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::cetak::Cetak;
use super::check;
use super::error::ConfigError;
use super::pisah::Pisah;
use super::segmen::Segmen;
use super::source::{self, Source};

/// The configuration of one instansi.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The agency's full name, "Dinas Sosial Kota Bekasi".
    pub instansi: String,
    /// The regional government, "Pemerintah Kota Bekasi".
    pub pemda: String,
    /// The year of the agreement.
    pub tahun: u16,
    /// Where it is signed, "Bekasi".
    pub tempat: String,
    /// When it is signed, as it is to be printed; "Januari 2026" leaves room
    /// for the day to be written by hand. Always a date.
    pub tanggal: String,
    /// The edition by its name, "Murni", "Perubahan", "Perubahan II".
    pub edisi: Option<String>,
    /// The editions after the first one that was frozen.
    #[serde(default)]
    pub perubahan: Perubahan,
    /// The paper of the sheets.
    #[serde(default)]
    pub kertas: Kertas,
    /// The type family.
    #[serde(default)]
    pub huruf: Huruf,
    /// The letterhead.
    #[serde(default)]
    pub kop: Kop,
    /// Which sheet is the matrix, where there are several.
    #[serde(default)]
    pub matriks: Matriks,
    /// The head of region, who signs with the head of the agency.
    pub pimpinan: Pimpinan,
    #[serde(default, rename = "struktur")]
    raw_superiors: BTreeMap<Spanned<String>, String>,
    /// The confirmed superiors of the table `[struktur]`, in its order.
    #[serde(skip)]
    pub struktur: Vec<Superior>,
    #[serde(default, rename = "pisah")]
    raw_splits: BTreeMap<Spanned<String>, String>,
    /// The blocks that are two jabatan, in the order of the table `[pisah]`.
    #[serde(skip)]
    pub pisah: Vec<Pisah>,
    /// Who signs as Pihak Kedua, by jenjang.
    #[serde(default)]
    pub atasan: Atasan,
    /// The form of the sheets by jenjang (`jpt` … `pelaksana`).
    #[serde(default)]
    pub lembar: BTreeMap<String, Lembar>,
    #[serde(default, rename = "segmen")]
    raw_segments: BTreeMap<String, String>,
    /// Where the columns of a text copied out of a PDF belong.
    #[serde(skip)]
    pub segmen: Vec<Segmen>,
    /// Electronic signatures.
    #[serde(default)]
    pub tte: Tte,
    /// The foot of the sheets' pages.
    #[serde(default)]
    pub kaki: Kaki,
    /// The copies for the website.
    #[serde(default)]
    pub publikasi: Publikasi,
    /// The cascade chart.
    #[serde(default)]
    pub bagan: Bagan,
    /// The print volumes.
    #[serde(default)]
    pub cetak: Cetak,
}

/// The sheet that is the matrix, as far as the office names it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matriks {
    /// The file name of its workbook.
    pub berkas: Option<String>,
    /// Its own name.
    pub lembar: Option<String>,
}

/// A line of `[struktur]`: who reports to whom. Each side is a jabatan as the
/// matrix writes it, with its cell where the name occurs more than once:
/// `"Pengadministrasi Perkantoran (Matriks!C131)"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superior {
    /// Who reports.
    pub bawahan: String,
    /// To whom.
    pub atasan: String,
    /// The 1-based line of `perjakin.toml`.
    pub line: usize,
}

/// Paper sizes that offices use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Kertas {
    /// 215 × 330 mm, "F4" in most office software.
    #[default]
    F4,
    /// 210 × 330 mm, "F4" in some rules.
    #[serde(rename = "F4-210")]
    F4Narrow,
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 13 in.
    Folio,
    /// 8.5 × 11 in.
    Letter,
}

impl Kertas {
    /// Width and height in mm, upright.
    pub const fn size_mm(self) -> (f64, f64) {
        match self {
            Self::F4 => (215.0, 330.0),
            Self::F4Narrow => (210.0, 330.0),
            Self::A4 => (210.0, 297.0),
            Self::Folio => (215.9, 330.2),
            Self::Letter => (215.9, 279.4),
        }
    }
}

/// The type families that ship with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Huruf {
    /// Metric of Arial.
    #[default]
    Sans,
    /// Metric of Times New Roman.
    Serif,
    /// Metric of Bookman Old Style.
    Bookman,
}

impl Huruf {
    /// The family of a word in the configuration.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "sans" => Some(Self::Sans),
            "serif" => Some(Self::Serif),
            "bookman" => Some(Self::Bookman),
            _ => None,
        }
    }

    /// The family's name.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Sans => "Liberation Sans",
            Self::Serif => "Liberation Serif",
            Self::Bookman => "TeX Gyre Bonum",
        }
    }
}

/// What is different in the edition that follows a frozen one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Perubahan {
    /// When its sheets are signed, as `tanggal`; dots where it is not known.
    pub tanggal: Option<String>,
}

/// The letterhead (kop naskah dinas).
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kop {
    /// The lines in capitals, the regional government first; none for paper
    /// that is already printed.
    pub baris: Vec<String>,
    /// The address lines below, small.
    pub alamat: Vec<String>,
    /// The logo's file (SVG or PNG) below `templates/`.
    pub logo: Option<String>,
    /// Where the logo stands.
    pub letak: LetakLogo,
    /// What the logo shows, for those who cannot see it.
    pub alt: Option<String>,
    /// Without lines, the room in mm for the letterhead printed beforehand.
    pub ruang_mm: f64,
}

/// Where the logo stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetakLogo {
    /// Left of the lines.
    #[default]
    Kiri,
    /// Centred above the lines.
    Tengah,
}

/// The head of region as Pihak Kedua of the head of the agency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pimpinan {
    /// "Wali Kota Bekasi".
    pub jabatan: String,
    /// The name; empty prints dotted space.
    #[serde(default)]
    pub nama: String,
}

/// The jenjang whose nearest post above signs as Pihak Kedua, by the jenjang
/// of Pihak Pertama; both as words (`jpt` … `pelaksana`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Atasan(BTreeMap<String, String>);

impl Atasan {
    /// The rule for a jenjang; `None` where the parent in the cascade signs.
    pub fn of(&self, jenjang: &str) -> Option<&str> {
        self.0.get(jenjang).map(String::as_str)
    }
}

/// What an office changes of a jenjang's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lembar {
    /// What the paper calls itself, in place of PERJANJIAN KINERJA.
    pub dokumen: Option<String>,
    /// The heading of the sasaran column.
    pub sasaran: Option<String>,
    /// The money table.
    pub anggaran: Option<TabelAnggaran>,
    /// Whether the satuan has a column of its own.
    pub satuan: bool,
    /// Whether the targets of TW I–IV have columns.
    pub triwulan: bool,
    /// Whether a row of column numbers stands under the header.
    pub nomor_kolom: bool,
}

/// The money table below the targets, by the row it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TabelAnggaran {
    /// A row a program.
    Program,
    /// A row a kegiatan.
    Kegiatan,
    /// A row a sub kegiatan.
    #[serde(rename = "sub kegiatan")]
    SubKegiatan,
    /// No money table.
    #[serde(rename = "tidak ada")]
    TidakAda,
}

/// Electronic signatures (TTE).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tte {
    /// Whether the office signs electronically at all.
    pub aktif: bool,
    /// The jenjang that do, where not all.
    pub jenjang: Option<Vec<String>>,
    /// The marks the signing service looks for, Pihak Pertama's first.
    pub jangkar: Option<[char; 2]>,
}

impl Tte {
    /// Whether a jenjang's sheets are signed electronically.
    pub fn of(&self, jenjang: &str) -> bool {
        self.aktif && self.jenjang.as_ref().is_none_or(|some| some.iter().any(|one| one == jenjang))
    }
}

/// The foot of the sheets' pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kaki {
    /// Whether it has the stamp of the edition and the page number.
    pub edisi: bool,
    /// Whether it has a QR code that names the edition, beside the stamp.
    pub kode_qr: bool,
}

/// The copies for the website.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Publikasi {
    /// Whether every final sheet gets a copy with masked NIP.
    pub aktif: bool,
}

/// The cascade chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bagan {
    /// The papers of the poster; the smallest readable one where none is named.
    pub poster: Vec<KertasBagan>,
    /// The papers of the overview and the pages per unit; the office's own
    /// where none is named.
    pub unit: Vec<KertasBagan>,
    /// The papers into which to cut the poster.
    pub sambung: Vec<KertasBagan>,
    /// Whether the boxes name the holders.
    pub pemegang: bool,
    /// Whether indikator without a target are marked.
    pub tandai_target: bool,
}

/// Papers for charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum KertasBagan {
    A4,
    F4,
    A3,
    A2,
    A1,
    A0,
}

impl Config {
    /// What is known of an instansi that has no configuration: nothing but the
    /// usual choices. Enough to read a matrix, not to print from it.
    pub fn bare() -> Self {
        Self {
            instansi: String::new(),
            pemda: String::new(),
            tahun: 0,
            tempat: String::new(),
            // Any date keeps the promise that there is one.
            tanggal: "Januari 2000".to_owned(),
            edisi: None,
            perubahan: Perubahan::default(),
            kertas: Kertas::default(),
            huruf: Huruf::default(),
            kop: Kop::default(),
            matriks: Matriks::default(),
            pimpinan: Pimpinan { jabatan: String::new(), nama: String::new() },
            raw_superiors: BTreeMap::new(),
            struktur: Vec::new(),
            raw_splits: BTreeMap::new(),
            pisah: Vec::new(),
            atasan: Atasan::default(),
            lembar: BTreeMap::new(),
            raw_segments: BTreeMap::new(),
            segmen: Vec::new(),
            tte: Tte::default(),
            kaki: Kaki::default(),
            publikasi: Publikasi::default(),
            bagan: Bagan::default(),
            cetak: Cetak::default(),
        }
    }

    /// Reads the bytes of a `perjakin.toml`.
    ///
    /// # Errors
    /// Every mistake, in the order of the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Vec<ConfigError>> {
        Self::parse(&source::text(bytes).map_err(|error| vec![error])?)
    }

    /// Reads the text of a `perjakin.toml`.
    ///
    /// # Errors
    /// Every mistake, in the order of the file.
    pub fn parse(text: &str) -> Result<Self, Vec<ConfigError>> {
        let mistakes = check::mistakes(text);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let source = Source(text);
        // The check let everything through that this type takes; should they
        // ever disagree, it is still a mistake with a place and no panic.
        let mut config: Self = toml::from_str(text).map_err(|error| {
            let hint = "Lihat docs/konfigurasi.md tentang kunci ini.";
            vec![source.mistake(error.span().unwrap_or_default(), "nilai ini tidak dapat dipakai", hint)]
        })?;
        for (bawahan, atasan) in std::mem::take(&mut config.raw_superiors) {
            let (line, _) = source.line_column(bawahan.span().start);
            config.struktur.push(Superior { bawahan: bawahan.into_inner(), atasan, line });
        }
        for (sel, jabatan) in std::mem::take(&mut config.raw_splits) {
            let (line, _) = source.line_column(sel.span().start);
            config.pisah.push(Pisah { sel: sel.into_inner(), jabatan, line });
        }
        config.pisah.sort_by_key(|split| split.line);
        let segments = std::mem::take(&mut config.raw_segments);
        config.segmen = segments.iter().filter_map(|(lines, columns)| Segmen::parse(lines, columns)).collect();
        config.segmen.sort_by_key(|segmen| segmen.baris);
        config.struktur.sort_by_key(|superior| superior.line);
        Ok(config)
    }

    /// Whether the sheets are a PK Perubahan.
    pub fn is_perubahan(&self) -> bool {
        self.edisi.as_ref().is_some_and(|edisi| edisi.starts_with("Perubahan"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "instansi = \"Dinas Contoh\"\npemda = \"Pemerintah Kota Contoh\"\ntahun = 2026\n\
                        tempat = \"Contoh\"\ntanggal = \"Januari 2026\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\n";

    #[test]
    fn the_smallest_configuration_reads_and_changes_nothing() {
        let config = Config::parse(GOOD).unwrap();
        assert_eq!(config.tahun, 2026);
        assert_eq!(config.kertas.size_mm(), (215.0, 330.0));
        assert_eq!(config.pimpinan.nama, "");
        assert_eq!((config.kop, config.bagan, config.tte.of("jpt")), (Kop::default(), Bagan::default(), false));
        assert_eq!((config.atasan.of("pelaksana"), config.edisi), (None, None));
    }

    #[test]
    fn superiors_keep_their_place_in_the_file() {
        let text = format!("{GOOD}[struktur]\n\"Z\" = \"B\"\nA = \"Z\"\n");
        let config = Config::parse(&text).unwrap();
        let expected = [("Z", "B", 9), ("A", "Z", 10)];
        let found: Vec<_> = config.struktur.iter().map(|s| (s.bawahan.as_str(), s.atasan.as_str(), s.line)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn electronic_signatures_hold_for_all_jenjang_or_for_some() {
        let all = Config::parse(&format!("{GOOD}[tte]\naktif = true\n")).unwrap().tte;
        let some = Config::parse(&format!("{GOOD}[tte]\naktif = true\njenjang = [\"jpt\"]\n")).unwrap().tte;
        assert_eq!([all.of("pelaksana"), some.of("jpt"), some.of("pelaksana")], [true, true, false]);
    }
}
