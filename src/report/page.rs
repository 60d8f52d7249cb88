//! The page of all rules, `docs/aturan.md`, made from the table.

use std::fmt::Write;

use crate::finding::rules;

/// Themes by the code's first part, in the order of the page.
const THEMES: &[(&str, &str)] = &[
    ("BACA", "Membaca buku kerja"),
    ("STRUKTUR", "Struktur: siapa bawahan siapa"),
    ("ISI", "Isi: sasaran, indikator, dan nomornya"),
    ("BAHASA", "Bahasa"),
    ("NIP", "NIP dan NI PPPK"),
    ("PANGKAT", "Pangkat dan golongan"),
    ("ORANG", "Orang: pemegang jabatan dan penanda tangan"),
    ("TARGET", "Target"),
    ("ANGGARAN", "Anggaran"),
    ("JUDUL", "Judul"),
    ("TANGGAL", "Tanggal dan tempat"),
    ("TEKS", "Huruf dan tanda"),
    ("LEMBAR", "Lembar yang jadi"),
];

/// The page as Markdown.
pub fn rules_page() -> String {
    let mut page = String::from(
        "# Aturan pemeriksaan\n\nHalaman ini dibuat dari tabel aturan di dalam program. Satu aturan dijelaskan juga oleh \
         `perjakin jelaskan KODE`.\n\n- **galat**: dokumen yang memuat sel itu dicetak sebagai DRAF.\n- **periksa**: \
         sebaiknya dilihat sebelum ditandatangani.\n- **info**: sekadar diketahui.\n",
    );
    for (theme, heading) in THEMES {
        let mut of_theme = rules::all().filter(|rule| theme_of(rule.code) == *theme).peekable();
        if of_theme.peek().is_some() {
            let _ = write!(page, "\n## {heading}\n");
        }
        for rule in of_theme {
            let _ = write!(
                page,
                "\n### {} · {} · {}\n\n{}\n\n*Contoh.* {}\n\n*Yang dilakukan.* {}\n",
                rule.code,
                rule.severity.label(),
                rule.title,
                rule.explanation,
                rule.example,
                rule.remedy
            );
        }
    }
    page
}

fn theme_of(code: &str) -> &str {
    code.split('-').next().unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/aturan.md");

    #[test]
    fn every_rule_has_a_theme_and_there_are_many() {
        assert!(rules::all().all(|rule| THEMES.iter().any(|(theme, _)| *theme == theme_of(rule.code))));
        assert!(rules::all().count() >= 45);
    }

    #[test]
    fn the_page_in_docs_is_up_to_date() {
        let written = std::fs::read_to_string(FILE).unwrap_or_default();
        let advice = "run: cargo test --release --lib the_page_is_written -- --ignored";
        assert!(written == rules_page(), "docs/aturan.md is out of date; {advice}");
    }

    #[test]
    #[ignore = "writes docs/aturan.md anew"]
    fn the_page_is_written() {
        std::fs::create_dir_all(std::path::Path::new(FILE).parent().unwrap()).unwrap();
        std::fs::write(FILE, rules_page()).unwrap();
    }
}
