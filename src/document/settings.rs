//! What the office decides about its sheets, as small values of this room's
//! own; the pipeline fills them from the configuration.

use serde::Serialize;

use super::form::Forms;
use super::format::Tanggal;

/// The settings of one instansi.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The regional government, "Pemerintah Kota Bekasi".
    pub pemda: String,
    /// Where the sheets are signed.
    pub tempat: String,
    /// When they are signed; the day may be open.
    pub tanggal: Tanggal,
    /// Whether this is a PK Perubahan.
    pub perubahan: bool,
    /// Width and height of the paper in mm, upright.
    pub kertas_mm: (f64, f64),
    /// The type family, one of those that ship.
    pub huruf: String,
    /// The letterhead; `None` for paper that is already printed.
    pub kop: Option<Kop>,
    /// Without a letterhead, the room in mm that the printed one takes below
    /// the upper margin.
    pub ruang_kop_mm: f64,
    /// The head of region, superior of the root; `None` where the root is the
    /// head of region and signs alone.
    pub pimpinan: Option<Pimpinan>,
    /// The form of each jenjang.
    pub forms: Forms,
    /// Characters that the office's signing service looks for, Pihak Pertama's
    /// first; others take their place where a text contains one.
    pub jangkar: Vec<char>,
    /// The edition, for the stamp in the footer.
    pub edisi: Option<Edisi>,
    /// Whether a QR code stands beside that stamp.
    pub kode_qr: bool,
    /// Whether NIP are masked and anchors left out, for the copy that goes on a
    /// website.
    pub tersamar: bool,
    /// The folder below `output/<instansi>/`.
    pub folder: String,
}

impl Settings {
    /// Settings with the usual choices: F4, Arial-metric type, the forms of
    /// the regulation, no letterhead.
    pub fn new(pemda: &str, tempat: &str, tanggal: Tanggal, pimpinan: Option<Pimpinan>) -> Self {
        Self {
            pemda: pemda.to_owned(),
            tempat: tempat.to_owned(),
            tanggal,
            perubahan: false,
            kertas_mm: (215.0, 330.0),
            huruf: "Liberation Sans".to_owned(),
            kop: None,
            ruang_kop_mm: 0.0,
            pimpinan,
            forms: Forms::default(),
            jangkar: Vec::new(),
            edisi: None,
            kode_qr: false,
            tersamar: false,
            folder: SHEETS.to_owned(),
        }
    }

    /// The settings of the copies for a website, in a folder of their own: with
    /// masked NIP and nothing for a signing service.
    pub fn publication(&self) -> Self {
        let folder = self.folder.strip_prefix(SHEETS).map(|edition| format!("{PUBLICATION}{edition}"));
        Self { tersamar: true, folder: folder.unwrap_or_else(|| PUBLICATION.to_owned()), ..self.clone() }
    }
}

/// The folder of the sheets; that of a later edition begins with it.
const SHEETS: &str = "pk";

/// The folder of the copies for a website; that of a later edition begins with
/// it.
pub const PUBLICATION: &str = "publikasi";

/// The letterhead (kop naskah dinas).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Kop {
    /// The lines, the regional government first, the agency last.
    pub baris: Vec<String>,
    /// The address lines.
    pub alamat: Vec<String>,
    /// The logo, if there is one.
    pub logo: Option<Logo>,
}

/// A logo among the template files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Logo {
    /// The file below `templates/`, SVG or PNG.
    pub berkas: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Where it stands.
    pub letak: LetakLogo,
}

/// Where the logo stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LetakLogo {
    /// Left of the lines.
    Kiri,
    /// Centred above the lines.
    Tengah,
}

/// The head of region as Pihak Kedua of the head of the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pimpinan {
    /// "Wali Kota Bekasi".
    pub jabatan: String,
    /// The name; empty prints dotted room.
    pub nama: String,
}

/// An edition of the sheets: what was decided once and stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edisi {
    /// "Murni", "Perubahan", "Perubahan II".
    pub nama: String,
    /// The year and the edition's number in it, "2026-1" for Murni.
    pub id: String,
}
