//! The mistakes that office workers make in `perjakin.toml`, one by one.

use super::Config;
use super::error::ConfigError;

const GOOD: &str = "\
instansi = \"Dinas Contoh\"
pemda = \"Pemerintah Kota Contoh\"
tahun = 2026
tempat = \"Contoh\"
tanggal = \"Januari 2026\"
[kop]
baris = [\"DINAS CONTOH\"]
[pimpinan]
jabatan = \"Wali Kota Contoh\"
";

fn found(text: &str) -> Vec<ConfigError> {
    Config::parse(text).err().unwrap_or_default()
}

/// The mistakes of the good configuration after one change.
fn after(old: &str, new: &str) -> Vec<ConfigError> {
    assert!(GOOD.contains(old), "{old}");
    found(&GOOD.replacen(old, new, 1))
}

#[test]
fn a_key_cannot_steer_the_terminal() {
    for key in ["\"\\u001b[31m\"", "\"\\t\"", "\"\u{202e}\""] {
        let text = found(&format!("{key} = 1\n{GOOD}"))[0].to_string();
        assert!(text.contains("tidak dikenal") && text.contains('\u{fffd}'), "{text}");
        assert!(!text.contains(|c: char| c != '\n' && (c.is_control() || c == '\u{202e}')), "{text:?}");
    }
}

#[test]
fn each_mistake_has_its_place_its_words_and_its_remedy() {
    for (old, new, at, message, hint) in [
        ("tahun", "tahn", (3, 1), "kunci \"tahn\" tidak dikenal", "Mungkin maksudnya \"tahun\"?"),
        ("jabatan", "jabtan", (9, 1), "kunci \"jabtan\" tidak dikenal di [pimpinan]", "Mungkin maksudnya \"jabatan\"?"),
        ("[kop]", "[kopp]", (6, 2), "kunci \"kopp\" tidak dikenal", "Mungkin maksudnya \"kop\"?"),
        (
            "tahun = 2026",
            "warna = \"biru\"\ntahun = 2026",
            (3, 1),
            "kunci \"warna\" tidak dikenal",
            "Kunci yang dikenal",
        ),
        (
            "[kop]",
            "[kop]\nkertas = \"A4\"",
            (7, 1),
            "kunci \"kertas\" tidak dikenal di [kop]",
            "Kunci ini milik bagian ter",
        ),
        ("[kop]", "alamat = []\n[kop]", (6, 1), "kunci \"alamat\" tidak dikenal", "Kunci ini milik tabel [kop]"),
        ("2026\n", "\"2026\"\n", (3, 9), "nilai ini salah jenisnya: teks", "Tulis tahun sebagai bilangan"),
        ("2026\n", "26\n", (3, 9), "tahun 26 tidak masuk akal", "Tulis tahun 2015 sampai 2100."),
        ("2026\n", "99999999999999999999\n", (3, 9), "tahun 99999999999999999999 tidak", "Tulis tahun"),
        ("2026\n", "2026.5\n", (3, 9), "nilai ini salah jenisnya: bilangan", "Tulis tahun sebagai bilangan"),
        ("\"Dinas Contoh\"", "\" \"", (1, 12), "nilai ini masih kosong", "Isi di antara tanda kutip."),
        ("\"Dinas Contoh\"", "5", (1, 12), "nilai ini salah jenisnya: bilangan", "Tulis teks di antara tanda kutip"),
        ("\"Januari 2026\"", "2026-01-02", (5, 11), "nilai ini salah jenisnya: tanggal", "Tulis \"2 Januari 2026\""),
        ("\"Januari 2026\"", "\"31 April 2026\"", (5, 11), "tanggal 31 April 2026 tidak ada", "April 2026 punya 30"),
        ("[\"DINAS CONTOH\"]", "\"DINAS\"", (7, 9), "nilai ini salah jenisnya: teks", "Di sini diperlukan daftar."),
        ("[\"DINAS CONTOH\"]", "[1]", (7, 10), "nilai ini salah jenisnya: bilangan", "Tulis teks di antara"),
        (
            "tempat = \"Contoh\"\n",
            "",
            (5, 1),
            "kunci \"tempat\" belum ada",
            "Tambahkan di atas baris ini, misalnya: tempat",
        ),
        (
            "jabatan = \"Wali Kota Contoh\"\n",
            "",
            (8, 2),
            "kunci \"jabatan\" di [pimpinan] belum ada",
            "Tambahkan di bawah",
        ),
        (
            "[pimpinan]\njabatan = \"Wali Kota Contoh\"\n",
            "",
            (7, 25),
            "tabel [pimpinan] belum ada",
            "Tambahkan di akhir",
        ),
        (
            "[kop]\nbaris = [\"DINAS CONTOH\"]\n[pimpinan]\njabatan",
            "pimpinan",
            (6, 12),
            "nilai ini salah jenisnya: teks",
            "Tulis sebagai tabel",
        ),
        ("[kop]", "kertas = \"f4\"\n[kop]", (6, 10), "nilai \"f4\" tidak dikenal", "Mungkin maksudnya \"F4\"?"),
        ("[kop]", "edisi = \"Revisi\"\n[kop]", (6, 9), "edisi \"Revisi\" tidak dikenal", "Tulis \"Murni\""),
        ("[kop]", "[kop]\nlogo = \"../a.png\"", (7, 8), "berkas ini tidak berada di dalam", "Taruh berkasnya"),
        ("[kop]", "[kop]\nlogo = \"a.docx\"", (7, 8), "lambang harus berkas SVG atau PNG", "Simpan gambarnya"),
        ("[kop]", "[kop]\nruang_mm = 900", (7, 12), "ukuran ini tidak masuk akal", "Tulis 0 sampai 120"),
        (
            "[kop]",
            "[struktur]\n\"A\" = \"a \"\n[kop]",
            (7, 7),
            "jabatan ini menjadi atasannya sendiri",
            "Tulis jabatan",
        ),
        ("[kop]", "[struktur]\n\"A\" = \"\"\n[kop]", (7, 7), "atasan ini masih kosong", "Tulis \"bawahan\""),
        ("[kop]", "[struktur]\nA.B = \"C\"\n[kop]", (7, 1), "\"A\" memuat titik", "Tulis \"bawahan\""),
        (
            "[kop]",
            "[atasan]\npelaksana = \"pelaksana\"\n[kop]",
            (7, 13),
            "nilai \"pelaksana\" tidak",
            "Pilihannya: \"jpt\"",
        ),
        (
            "[kop]",
            "[lembar.staf]\nsatuan = true\n[kop]",
            (6, 9),
            "jenjang \"staf\" tidak dikenal",
            "Jenjang yang dikenal",
        ),
        ("[kop]", "[lembar.jpt]\nsatuan = \"ya\"\n[kop]", (7, 10), "nilai ini salah jenisnya: teks", "Tulis true (ya)"),
        ("[kop]", "[tte]\njangkar = [\"#\"]\n[kop]", (7, 11), "jangkar harus tepat dua", "Tulis dua tanda"),
        ("[kop]", "[tte]\njangkar = [\"#\", \"#\"]\n[kop]", (7, 17), "kedua jangkar harus berbeda", "Tulis dua tanda"),
        ("[kop]", "[bagan]\nposter = [\"A5\"]\n[kop]", (7, 11), "nilai \"A5\" tidak dikenal", "Pilihannya"),
        (
            "[kop]",
            "[bagan]\nposter = [\"A4\", \"A4\"]\n[kop]",
            (7, 17),
            "kata ini sudah disebut",
            "Hapus salah satunya.",
        ),
        ("[kop]", "[pisah]\n\"G46\" = \"Staf\"\n[kop]", (7, 1), "\"G46\" bukan sel", "Tulis \"Lembar!Sel\""),
        (
            "[kop]",
            "[pisah]\n\"M!G46\" = \"\"\n[kop]",
            (7, 11),
            "jabatan kedua ini masih kosong",
            "Tulis \"Lembar!Sel\"",
        ),
        ("[kop]", "[segmen]\n\"62\" = \"A>B\"\n[kop]", (7, 1), "\"62\" bukan rentang baris", "Tulis \"62-70\""),
        ("[kop]", "[segmen]\n\"6-7\" = \"A-B\"\n[kop]", (7, 9), "\"A-B\" bukan pasangan kolom", "Tulis \"62-70\""),
    ] {
        let found = after(old, new);
        let [error] = &found[..] else { panic!("{new}: {found:#?}") };
        assert!(error.message.starts_with(message), "{new}: {error:?}");
        assert!(error.hint.starts_with(hint), "{new}: {error:?}");
        assert_eq!(error.at, Some(at), "{new}: {error:?}");
    }
}

#[test]
fn all_mistakes_are_told_in_the_order_of_the_file() {
    let text =
        GOOD.replace("tahun = 2026", "tahun = 26").replace("[kop]", "[kop]\nlogos = 1").replace("Januari", "Jan");
    let lines: Vec<_> = found(&text).iter().map(|error| error.at.unwrap().0).collect();
    assert_eq!(lines, [3, 5, 7]);
}

#[test]
fn a_key_that_stands_in_the_wrong_table_is_told_once() {
    let text = GOOD.replace("tempat = \"Contoh\"\n", "").replace("[kop]\n", "[kop]\ntempat = \"Contoh\"\n");
    let found = found(&text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].hint.contains("pindahkan ke atas baris [kop]"), "{found:#?}");
}

#[test]
fn an_empty_file_lacks_every_required_key() {
    let messages: Vec<_> = found("# kosong\n").iter().map(|error| error.message.clone()).collect();
    assert_eq!(messages.len(), 6, "{messages:?}");
}

#[test]
fn the_line_is_shown_with_the_mistake_marked() {
    let shown = after("tahun", "tahn")[0].to_string();
    assert_eq!(shown, "baris 3, kolom 1: kunci \"tahn\" tidak dikenal\n  3 | tahn = 2026\n    | ^^^^");
}

proptest::proptest! {
    /// Whatever stands in the file, there is an answer and never a panic.
    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let _ = Config::from_bytes(&bytes);
    }

    /// The same for a good file with one piece of it damaged.
    #[test]
    fn any_damage_gets_an_answer_with_a_place(at in 0..GOOD.len(), new in "[\\[\\]\"'=.,#:\\\\ \n“a1é]{0,4}", cut in 0usize..6) {
        let end = (at + cut).min(GOOD.len());
        let text = format!("{}{new}{}", &GOOD[..at], &GOOD[end..]);
        for error in Config::parse(&text).err().unwrap_or_default() {
            proptest::prop_assert!(error.at.is_some() && !error.hint.is_empty(), "{}", error);
        }
    }
}
