//! `perjakin.toml`: what the workbook cannot tell. Errors point to the line
//! and column and say in Indonesian what to write instead.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

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
    /// for the day to be written by hand.
    pub tanggal: String,
    /// The paper of the sheets.
    #[serde(default)]
    pub kertas: Kertas,
    /// The letterhead.
    #[serde(default)]
    pub kop: Kop,
    /// The head of region, who signs with the head of the agency.
    pub pimpinan: Pimpinan,
    #[serde(default, rename = "struktur")]
    raw_superiors: BTreeMap<Spanned<String>, String>,
    /// The confirmed superiors of the table `[struktur]`, in its order.
    #[serde(skip)]
    pub struktur: Vec<Superior>,
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

/// The letterhead (kop naskah dinas).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kop {
    /// The lines in capitals, the regional government first; none for paper
    /// that is already printed.
    pub baris: Vec<String>,
    /// The address lines below, small.
    pub alamat: Vec<String>,
    /// The logo's file (SVG or PNG) beside `perjakin.toml`.
    pub logo: Option<String>,
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

/// A mistake in `perjakin.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// 1-based line and column, where known.
    pub at: Option<(usize, usize)>,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// What to do, in Indonesian.
    pub hint: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some((line, column)) = self.at {
            write!(f, "baris {line}, kolom {column}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the text of a `perjakin.toml`.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let mut config: Self = toml::from_str(text).map_err(|error| explain(text, &error))?;
        for (bawahan, atasan) in std::mem::take(&mut config.raw_superiors) {
            let (line, _) = line_column(text, bawahan.span().start);
            config.struktur.push(Superior { bawahan: bawahan.into_inner(), atasan, line });
        }
        config.struktur.sort_by_key(|superior| superior.line);
        Ok(config)
    }
}

/// The 1-based line and column of a byte offset.
fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

fn explain(text: &str, error: &toml::de::Error) -> ConfigError {
    let at = error.span().map(|Range { start, .. }| line_column(text, start));
    let english = error.message();
    let quoted = english.split('`').nth(1).unwrap_or_default();
    let (message, hint) = if english.starts_with("unknown field") {
        let known: Vec<&str> = english.split('`').skip(3).step_by(2).collect();
        let near = known.iter().max_by(|a, b| similarity(quoted, a).total_cmp(&similarity(quoted, b)));
        let hint = match near {
            Some(near) if similarity(quoted, near) > 0.6 => format!("Mungkin maksudnya \"{near}\"?"),
            _ => format!("Kunci yang dikenal di sini: {}.", known.join(", ")),
        };
        (format!("kunci \"{quoted}\" tidak dikenal"), hint)
    } else if english.starts_with("missing field") {
        (format!("kunci \"{quoted}\" belum ada"), format!("Tambahkan baris {quoted} = … ke perjakin.toml."))
    } else if english.starts_with("unknown variant") {
        let known: Vec<&str> = english.split('`').skip(3).step_by(2).collect();
        (format!("nilai \"{quoted}\" tidak dikenal"), format!("Pilihannya: {}.", known.join(", ")))
    } else if english.starts_with("invalid type") {
        let wrong = "nilai ini salah jenisnya".to_owned();
        (wrong, "Tahun ditulis tanpa tanda kutip, teks di antara tanda kutip \"…\".".to_owned())
    } else {
        let wrong = format!("tulisan ini tidak dapat dibaca sebagai TOML ({english})");
        (wrong, "Periksa tanda kutip, tanda sama dengan dan kurung siku di baris ini.".to_owned())
    };
    ConfigError { at, message, hint }
}

fn similarity(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "instansi = \"Dinas Contoh\"\npemda = \"Pemerintah Kota Contoh\"\ntahun = 2026\n\
                        tempat = \"Contoh\"\ntanggal = \"Januari 2026\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\n";

    #[test]
    fn the_smallest_configuration_reads() {
        let config = Config::parse(GOOD).unwrap();
        assert_eq!(config.tahun, 2026);
        assert_eq!(config.kertas.size_mm(), (215.0, 330.0));
        assert_eq!(config.pimpinan.nama, "");
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
    fn mistakes_point_to_their_line_and_say_what_to_do() {
        for (old, new, at, message, hint) in [
            ("tahun", "tahn", Some((3, 1)), "kunci \"tahn\" tidak dikenal", "Mungkin maksudnya \"tahun\"?"),
            ("2026\n", "\"dua\"\n", Some((3, 9)), "nilai ini salah jenisnya", "Tahun ditulis tanpa"),
            ("tempat = \"Contoh\"\n", "", Some((1, 1)), "kunci \"tempat\" belum ada", "Tambahkan baris tempat"),
            ("2026\n", "2026\nkertas = \"F5\"\n", Some((4, 10)), "nilai \"F5\" tidak dikenal", "Pilihannya: F4,"),
            ("= 2026", "2026", Some((3, 7)), "tulisan ini tidak dapat dibaca", "Periksa tanda kutip"),
        ] {
            let error = Config::parse(&GOOD.replacen(old, new, 1)).unwrap_err();
            assert!(error.message.starts_with(message), "{error:?}");
            assert!(error.hint.starts_with(hint), "{error:?}");
            assert_eq!(error.at, at, "{error:?}");
        }
    }
}
