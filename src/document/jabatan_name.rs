//! The name of a jabatan as it is printed: matrices shout the upper levels
//! ("KEPALA BIDANG REHABILITASI SOSIAL"), sheets do not.

/// Words that stay small inside a name.
const KECIL: &[&str] = &[
    "dan", "di", "ke", "dari", "pada", "untuk", "bagi", "dengan", "atau", "yang", "dalam", "serta", "atas", "oleh",
    "terhadap", "per",
];

/// Abbreviations that can be spoken as a word, so that no rule knows them.
/// Those without a vowel need no entry.
const SINGKATAN: &[&str] = &[
    "APBD",
    "APIP",
    "ASN",
    "ATK",
    "BAPPEDA",
    "BAPPELITBANGDA",
    "BKPSDM",
    "BLUD",
    "BPBD",
    "BUMD",
    "DPA",
    "DPRD",
    "IKM",
    "IT",
    "JPT",
    "KUA",
    "KIA",
    "KIE",
    "LAKIP",
    "LKIP",
    "NAPZA",
    "ODGJ",
    "OPD",
    "PAD",
    "PAUD",
    "PAUDNI",
    "PBB",
    "PPA",
    "PPPA",
    "PUPR",
    "RKA",
    "RSUD",
    "RSU",
    "SAKIP",
    "SD",
    "SDA",
    "SIM",
    "SLB",
    "SMA",
    "TIK",
    "TU",
    "UKM",
    "UMKM",
    "UPT",
    "UPTD",
    "UPZ",
    "UU",
    "PSDA",
    "P2A",
    "ULP",
    "UKPBJ",
];

/// Titles that name no office by themselves; the agency's name completes them.
const TAK_LENGKAP: &[&str] = &["Sekretaris"];

/// The printed name of a jabatan of an agency. A name that is not all capitals
/// is left as the office wrote it.
pub fn jabatan_name(nama: &str, instansi: &str) -> String {
    let nama = nama.trim();
    let printed = if nama.chars().any(char::is_lowercase) { nama.to_owned() } else { title_case(nama) };
    complete(&printed, instansi).unwrap_or(printed)
}

/// "Sekretaris" becomes "Sekretaris Dinas …", "Kepala Dinas" the head of it.
fn complete(nama: &str, instansi: &str) -> Option<String> {
    if TAK_LENGKAP.iter().any(|title| title.eq_ignore_ascii_case(nama)) {
        return Some(format!("{nama} {instansi}"));
    }
    let kind = instansi.split_whitespace().next()?;
    let head = format!("Kepala {kind}");
    (head.eq_ignore_ascii_case(nama) && instansi.len() > kind.len()).then(|| format!("Kepala {instansi}"))
}

/// Capitals at the head of each word, but for small words, abbreviations,
/// roman numerals and what stands in brackets.
fn title_case(nama: &str) -> String {
    let mut out = String::with_capacity(nama.len());
    let mut word = String::new();
    let mut depth = 0usize;
    for c in nama.chars() {
        if c.is_alphanumeric() || matches!(c, '\'' | '’') {
            word.push(c);
            continue;
        }
        push_word(&mut out, &word, depth > 0);
        word.clear();
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        out.push(c);
    }
    push_word(&mut out, &word, depth > 0);
    out
}

fn push_word(out: &mut String, word: &str, in_brackets: bool) {
    let lower = word.to_lowercase();
    let first = out.is_empty();
    if !first && KECIL.contains(&lower.as_str()) {
        out.push_str(&lower);
    } else if in_brackets || is_abbreviation(word) || is_roman(word) {
        out.push_str(word);
    } else {
        let mut chars = lower.chars();
        out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(chars.as_str());
    }
}

fn is_abbreviation(word: &str) -> bool {
    let no_vowel = word.chars().count() > 1 && !word.chars().any(|c| "AEIOUY".contains(c));
    no_vowel || SINGKATAN.contains(&word)
}

/// Roman numerals up to XXXIX; "I" alone is one too.
fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    let tens = word.len() - units.len();
    tens <= 3
        && !word.is_empty()
        && matches!(units, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DINAS: &str = "Dinas Contoh Kota Contoh";

    #[test]
    fn capitals_become_title_case() {
        for (written, printed) in [
            ("KEPALA BIDANG REHABILITASI SOSIAL", "Kepala Bidang Rehabilitasi Sosial"),
            ("KEPALA BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL", "Kepala Bidang Perlindungan dan Jaminan Sosial"),
            ("KEPALA UPTD PUSKESMAS KELAS II", "Kepala UPTD Puskesmas Kelas II"),
            ("ANALIS KEUANGAN PUSAT/DAERAH AHLI MUDA", "Analis Keuangan Pusat/Daerah Ahli Muda"),
            ("KEPALA SEKSI PELAYANAN (PPKS) DAN PSKS", "Kepala Seksi Pelayanan (PPKS) dan PSKS"),
            ("KEPALA SUB-BAGIAN UMUM", "Kepala Sub-Bagian Umum"),
            ("DI BAWAH", "Di Bawah"),
        ] {
            assert_eq!(jabatan_name(written, DINAS), printed);
        }
    }

    #[test]
    fn mixed_case_is_left_alone() {
        for name in ["Penata Layanan Operasional - Bendahara", "analis SDM", "Kepala Bidang Dan Lain"] {
            assert_eq!(jabatan_name(name, DINAS), name);
        }
    }

    #[test]
    fn a_bare_title_gets_the_agency() {
        assert_eq!(jabatan_name("SEKRETARIS", DINAS), "Sekretaris Dinas Contoh Kota Contoh");
        assert_eq!(jabatan_name("KEPALA DINAS", DINAS), "Kepala Dinas Contoh Kota Contoh");
        assert_eq!(jabatan_name("KEPALA DINAS CONTOH", DINAS), "Kepala Dinas Contoh");
        assert_eq!(jabatan_name("KEPALA BADAN", DINAS), "Kepala Badan");
    }

    #[test]
    fn roman_numerals_are_told_from_words() {
        for word in ["I", "IV", "IX", "XIV", "XX"] {
            assert!(is_roman(word), "{word}");
        }
        for word in ["", "IIII", "VX", "XXXXI", "MI"] {
            assert!(!is_roman(word), "{word}");
        }
    }
}
