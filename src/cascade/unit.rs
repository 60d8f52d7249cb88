//! The unit of a post: the branch below the head of the agency that it
//! belongs to, named as an office names its rooms.

/// The unit of the head, and of posts of no branch directly below the head.
pub const HEAD_UNIT: &str = "Pimpinan";

/// Title words and the unit they lead; the first line that fits decides. The
/// rest of the title follows the unit's word.
const UNITS: &[(&str, &str)] = &[
    ("sekretaris", "Sekretariat"),
    ("kepala bidang", "Bidang"),
    ("kabid", "Bidang"),
    ("kepala bagian", "Bagian"),
    ("kabag", "Bagian"),
    ("kepala subbagian", "Subbagian"),
    ("kepala sub bagian", "Subbagian"),
    ("kasubbag", "Subbagian"),
    ("kepala seksi", "Seksi"),
    ("kasi", "Seksi"),
    ("inspektur pembantu", "Inspektorat Pembantu"),
    ("camat", "Kecamatan"),
    ("lurah", "Kelurahan"),
    ("kepala", ""),
];

/// Words that stay small inside a title.
const SMALL: &[&str] =
    &["dan", "di", "ke", "pada", "dari", "yang", "untuk", "bagi", "dengan", "atau", "serta", "dalam", "oleh"];

/// Words that stay in capitals: abbreviations met in titles of posts.
const ABBREVIATIONS: &[&str] = &[
    "ASN", "BLUD", "BPBD", "DPRD", "KB", "OPD", "PAUD", "PNS", "PPA", "PPKS", "PPPK", "PSKS", "RSUD", "SD", "SDA",
    "SDM", "SMP", "SKB", "TPA", "UMKM", "UPT", "UPTD", "PPTK",
];

/// The unit that a post directly below the head leads, or `None` where its
/// title leads none.
///
/// "SEKRETARIS" leads "Sekretariat", "KEPALA BIDANG X DAN Y" "Bidang X dan Y".
pub fn unit(title: &str) -> Option<String> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    UNITS.iter().find_map(|(head, name)| {
        // The heads are ASCII, so the lengths agree wherever they match.
        let start = title.get(..head.len())?;
        let rest = title.get(head.len()..)?;
        if !start.eq_ignore_ascii_case(head) || !(rest.is_empty() || rest.starts_with(' ')) {
            return None;
        }
        let unit = format!("{name} {}", title_case(rest));
        let unit = unit.trim();
        (!unit.is_empty()).then(|| unit.to_owned())
    })
}

/// Writes a text that is all capitals in title case, with Indonesian small
/// words and known abbreviations; a text with small letters stays as it is.
pub fn title_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.trim().to_owned();
    }
    let words = text.split_whitespace().enumerate().map(|(index, word)| {
        let small = word.to_lowercase();
        if index > 0 && SMALL.contains(&small.as_str()) {
            small
        } else if stays_capital(word) {
            word.to_owned()
        } else {
            capitalised(&small)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Abbreviations and Roman numerals, whatever bracket or comma clings to them.
fn stays_capital(word: &str) -> bool {
    let core: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let bracketed = word.starts_with('(') && word.ends_with(')');
    bracketed || ABBREVIATIONS.contains(&core.as_str()) || (!core.is_empty() && core.chars().all(|c| "IVX".contains(c)))
}

/// Every part of a word with a capital: "PUSAT/DAERAH" is "Pusat/Daerah".
fn capitalised(small: &str) -> String {
    let mut start = true;
    small
        .chars()
        .map(|c| {
            let this = if start && c.is_alphabetic() { c.to_uppercase().next().unwrap_or(c) } else { c };
            start = !c.is_alphanumeric() && c != '\'' && c != '’';
            this
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_lead_their_units() {
        for (title, expected) in [
            ("SEKRETARIS", "Sekretariat"),
            ("KEPALA BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL", "Bidang Perlindungan dan Jaminan Sosial"),
            ("Kepala Bidang Tata Ruang", "Bidang Tata Ruang"),
            ("KEPALA UPTD PUSAT/LAYANAN II", "UPTD Pusat/Layanan II"),
            ("Kepala Sub Bagian Umum", "Subbagian Umum"),
            ("LURAH CONTOH", "Kelurahan Contoh"),
        ] {
            assert_eq!(unit(title).as_deref(), Some(expected), "{title}");
        }
        assert_eq!(unit("Jabatan Fungsional Auditor Ahli Muda"), None);
        assert_eq!(unit("KEPALA"), None);
        assert_eq!(unit("Sekretariswan"), None);
    }

    #[test]
    fn small_letters_of_the_office_stay() {
        assert_eq!(title_case("Seksi PPKS dan lainnya"), "Seksi PPKS dan lainnya");
        assert_eq!(title_case("SISTEM (PPKS) DI KOTA"), "Sistem (PPKS) di Kota");
    }
}
