//! Each remark on language has a text that earns it and one that does not.

use super::Input;
use crate::cascade::testing::matrix;
use crate::cascade::{Settings, build};
use crate::finding::Finding;

fn findings(sasaran: &str, ejaan: &[(String, String)]) -> Vec<Finding> {
    let others = ["Tersedianya laporan kegiatan", "Tersusunnya rencana kegiatan", "Terkelolanya arsip"];
    let mut matrix = matrix().post(0, "KEPALA").sasaran(sasaran);
    for text in others {
        matrix = matrix.sasaran(text);
    }
    let draft = matrix.indikator("Indeks layanan").draft();
    let built = build(&draft, &Settings::default());
    let input = Input { ejaan, ..Input::new(&draft, &built).unwrap() };
    super::run(&input).into_iter().filter(|finding| finding.code.starts_with("BAHASA")).collect()
}

fn codes(sasaran: &str) -> Vec<&'static str> {
    findings(sasaran, &[]).into_iter().map(|finding| finding.code).collect()
}

#[test]
fn each_remark_is_earned() {
    for (text, code) in [
        ("Tersedianya Penyesunan data", "BAHASA-01"),
        ("Tersedianya data kedalam sistem", "BAHASA-01"),
        ("Tersedianya hasil analisa data", "BAHASA-02"),
        ("Tersedianya data Bulanan/ Triwulan", "BAHASA-03"),
        ("Tersedianya Laporan hasil evaluasi", "BAHASA-04"),
        ("Meningkatkan mutu data", "BAHASA-05"),
        ("tersedianya data", "BAHASA-06"),
        ("Tersedianya data (PPKS", "BAHASA-07"),
        ("Tersedianya data PPKS)", "BAHASA-07"),
        ("Tersedianya data , buku", "BAHASA-08"),
        ("Tersedianya data,buku", "BAHASA-08"),
        ("Tersedianya data dan dan buku", "BAHASA-09"),
        ("TERSEDIANYA DATA BUKU", "BAHASA-10"),
        ("Tersedianya data buku.", "BAHASA-11"),
    ] {
        assert_eq!(codes(text), [code], "{text}");
    }
}

#[test]
fn good_sentences_are_silent() {
    for text in [
        "Tersedianya data (PPKS) Kota Bekasi, Jawa Barat",
        "Tersedianya 1,5 ton data/buku a) satu b) dua",
        "Tersedianya Data Terpadu Kesejahteraan Sosial",
        "Tersedianya anak-anak dan 12 12",
        "Tersedianya S.STP., M.Si",
        "Tersedianya data Laporan Kegiatan (LK) untuk arsip",
    ] {
        assert_eq!(codes(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn the_office_extends_the_dictionary_and_the_word_is_marked() {
    let ejaan = [("bantsos".to_owned(), "bansos".to_owned())];
    let found = findings("Tersalurnya Bantsos tepat waktu", &ejaan);
    assert_eq!(found[0].message, "\"Bantsos\", mungkin maksudnya \"Bansos\"");
    assert_eq!(found[0].mark, Some((12, 19)));
}
