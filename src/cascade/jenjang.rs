//! The kind of a post, told from the words of its title and its level.
//!
//! Source: UU 20/2023 and PP 11/2017 name the groups; PP 18/2016 gives the
//! eselon of the heads, which decides between administrator and pengawas.

use super::model::Jenjang::{self, Administrator, Fungsional, Jpt, Pelaksana, Pengawas};
use super::words::normal;

/// Where in the title the words must stand.
#[derive(Clone, Copy)]
enum Spot {
    /// The title begins with them.
    Start,
    /// They stand anywhere, as whole words.
    Anywhere,
}

use Spot::{Anywhere, Start};

/// Titles and their jenjang; the first line that fits decides, so the longer
/// title stands before the shorter one that it begins with.
const TITLES: &[(Spot, &str, Jenjang)] = &[
    (Start, "jabatan fungsional", Fungsional),
    (Anywhere, "ahli utama", Fungsional),
    (Anywhere, "ahli madya", Fungsional),
    (Anywhere, "ahli muda", Fungsional),
    (Anywhere, "ahli pertama", Fungsional),
    (Anywhere, "terampil", Fungsional),
    (Anywhere, "mahir", Fungsional),
    (Anywhere, "penyelia", Fungsional),
    (Anywhere, "pemula", Fungsional),
    (Start, "kepala sekolah", Fungsional),
    (Start, "kepala puskesmas", Fungsional),
    (Start, "sekretaris daerah", Jpt),
    (Start, "sekretaris dprd", Jpt),
    (Start, "staf ahli", Jpt),
    (Start, "asisten", Jpt),
    (Start, "kepala dinas", Jpt),
    (Start, "kepala badan", Jpt),
    (Start, "kepala satuan polisi", Jpt),
    (Start, "inspektur pembantu", Administrator),
    (Start, "inspektur", Jpt),
    (Start, "sekretaris kelurahan", Pengawas),
    (Start, "sekretaris lurah", Pengawas),
    (Start, "sekretaris", Administrator),
    (Start, "camat", Administrator),
    (Start, "kepala bidang", Administrator),
    (Start, "kabid", Administrator),
    (Start, "kepala bagian", Administrator),
    (Start, "kabag", Administrator),
    (Start, "wakil direktur", Administrator),
    (Start, "kepala subbagian", Pengawas),
    (Start, "kepala sub bagian", Pengawas),
    (Start, "kasubbag", Pengawas),
    (Start, "kasubag", Pengawas),
    (Start, "kepala subbidang", Pengawas),
    (Start, "kepala sub bidang", Pengawas),
    (Start, "kasubbid", Pengawas),
    (Start, "kepala subkoordinator", Pengawas),
    (Start, "kepala seksi", Pengawas),
    (Start, "kasi", Pengawas),
    (Start, "kepala uptd", Pengawas),
    (Start, "kepala upt", Pengawas),
    (Start, "kepala tata usaha", Pengawas),
    (Start, "lurah", Pengawas),
];

/// The jenjang of a title on a level, 0 being the top.
///
/// A title that the table does not know is the head of the agency on level 0
/// and a pelaksana below it.
pub fn jenjang(title: &str, level: u32) -> Jenjang {
    let title = normal(title);
    let title = ["plt ", "plh ", "pj "].iter().find_map(|prefix| title.strip_prefix(prefix)).unwrap_or(&title);
    let padded = format!(" {title} ");
    let known = TITLES.iter().find(|(spot, words, _)| match spot {
        Start => padded[1..].starts_with(&format!("{words} ")),
        Anywhere => padded.contains(&format!(" {words} ")),
    });
    match known {
        Some((_, _, jenjang)) => *jenjang,
        None if level == 0 => Jpt,
        None => Pelaksana,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_the_jenjang() {
        for (title, level, expected) in [
            ("KEPALA DINAS CONTOH KOTA CONTOH", 0, Jpt),
            ("SEKRETARIS", 1, Administrator),
            ("KEPALA BIDANG REHABILITASI SOSIAL", 1, Administrator),
            ("Kepala Sub Bagian Umum", 2, Pengawas),
            ("Kepala Subbagian Umum", 2, Pengawas),
            ("Jabatan Fungsional Perencana Ahli Muda", 2, Fungsional),
            ("Pekerja Sosial Ahli Pertama", 3, Fungsional),
            ("Arsiparis Terampil", 3, Fungsional),
            ("Penata Layanan Operasional - Bendahara", 3, Pelaksana),
            ("Plt. Kepala Dinas Contoh", 0, Jpt),
            ("DIREKTUR RSUD CONTOH", 0, Jpt),
            ("CAMAT CONTOH", 0, Administrator),
            ("Sekretaris Kelurahan Contoh", 2, Pengawas),
        ] {
            assert_eq!(jenjang(title, level), expected, "{title}");
        }
    }
}
