//! What Typst says, said in Indonesian. The table holds what a slip in a
//! template brings forth; anything rarer keeps Typst's own words behind a
//! plain sentence, for whoever can look them up.

/// Says that the rest of the message is ours, as `world` wrote it.
const OWN_WORDS: &str = "{}";

/// How a message begins, and what is said instead; `{}` stands for the rest of
/// the message without the marks around it.
const MESSAGES: &[(&str, &str)] = &[
    ("module ", "berkas yang diimpor tidak berisi nama yang dipakai di sini (Typst: module {})"),
    ("unknown variable: ", "nama \"{}\" tidak dikenal; periksa ejaannya"),
    ("unresolved import", "berkas yang diimpor tidak berisi nama ini; periksa ejaannya"),
    ("unclosed delimiter", "kurung yang dibuka di sini belum ditutup"),
    ("unclosed string", "tanda kutip yang dibuka di sini belum ditutup"),
    ("unclosed raw text", "tanda petik miring yang dibuka di sini belum ditutup"),
    ("unexpected closing ", "kurung penutup ini tidak punya pembuka"),
    ("unexpected argument: ", "pilihan \"{}\" tidak dikenal di sini"),
    ("unexpected argument", "isian ini tidak dikenal di sini"),
    ("unexpected ", "tulisan di sini tidak dapat dibaca (Typst: unexpected {})"),
    ("the character ", "tanda ini tidak boleh ada di sini (Typst: the character {})"),
    ("missing argument: ", "isian \"{}\" belum ada di sini"),
    ("expected semicolon or line break", "perintah di sini belum selesai, atau yang sesudahnya harus di baris baru"),
    ("expected ", "yang tertulis di sini bukan yang diharapkan (Typst: expected {})"),
    ("dictionary does not contain key ", "data tidak punya medan \"{}\"; periksa ejaannya"),
    ("array index out of bounds", "daftar ini tidak sepanjang itu (Typst: array index out of bounds{})"),
    ("array is empty", "daftar ini kosong"),
    ("cannot ", "kedua nilai ini tidak dapat diolah bersama (Typst: cannot {})"),
    ("file not found (searched at ", "berkas \"{}\" tidak ada di folder templates"),
    ("failed to decode image", "gambar ini rusak atau bukan gambar (Typst: failed to decode image{})"),
    ("failed to parse SVG", "gambar SVG ini rusak (Typst: failed to parse SVG{})"),
    ("unknown image format", "gambar ini bukan SVG atau PNG"),
    ("unknown font family: ", "huruf \"{}\" tidak ikut dalam program; lihat docs/konfigurasi.md tentang huruf"),
    (
        "document did not converge",
        "tata letak ini tidak pernah selesai: ada bagian yang bergantung pada dirinya sendiri",
    ),
    ("panicked with: ", "templat menghentikan diri: {}"),
    ("panicked", "templat menghentikan diri"),
    ("assertion failed", "syarat yang ditulis di templat tidak terpenuhi{}"),
    ("maximum function call depth exceeded", "fungsi ini memanggil dirinya tanpa henti"),
    ("maximum show rule depth exceeded", "aturan show ini berlaku pada hasilnya sendiri tanpa henti"),
    ("maximum layout depth exceeded", "tata letak ini bersarang terlalu dalam"),
    ("loop seems to be infinite", "perulangan ini tidak pernah selesai"),
    ("condition is always true", "perulangan ini tidak pernah selesai: syaratnya selalu benar"),
    ("failed to load file (", OWN_WORDS),
];

/// What is said of a finished document that breaks the PDF standard, by a part
/// of the message.
const STANDARD: &[(&str, &str)] = &[
    ("could not be displayed with", "ada tanda yang tidak dapat dicetak dengan huruf dokumen"),
    ("disallowed codepoint", "ada tanda yang tidak boleh ada dalam PDF"),
    ("contains the codepoint", "ada tanda yang tidak boleh ada dalam PDF"),
    ("missing alt text", "gambar ini belum punya keterangan (alt)"),
    (
        "missing document title",
        "judul dokumen kosong; isi redaksi/judul-dokumen.txt, atau set document(title: …) di templat",
    ),
    ("heading title is empty", "ada judul yang kosong; isi redaksi/judul.txt dan redaksi/lampiran.txt"),
    ("missing document language", "bahasa dokumen belum ada: tulis set text(lang: \"id\")"),
    ("missing document date", "tanggal dokumen belum ada: tulis set document(date: …)"),
];

/// How advice begins that is worth passing on, and what is said instead.
const ADVICE: &[(&str, &str)] = &[
    ("if you meant to use subtraction", "untuk mengurangi, beri spasi di kedua sisi tanda kurang"),
    ("to access the ", "yang dimaksud mungkin bagian dari nilai di depannya, dipisah dengan titik"),
    ("try adding parentheses", "coba beri kurung"),
    ("you can add a `#`", "coba tulis tanda # di depannya"),
];

/// A piece of Typst's advice in Indonesian, where it is worth passing on.
pub(super) fn advice(hint: &str) -> Option<String> {
    ADVICE.iter().find(|(start, _)| hint.starts_with(start)).map(|(_, said)| (*said).to_owned())
}

/// A message of Typst's in Indonesian.
pub(super) fn told(message: &str) -> String {
    if message.starts_with("PDF/") || message.contains(" error: ") {
        let known = STANDARD.iter().find(|(part, _)| message.contains(part));
        return known.map_or_else(|| other(message), |(_, said)| (*said).to_owned());
    }
    let known = MESSAGES.iter().find_map(|(start, said)| Some((message.strip_prefix(start)?, said)));
    let Some((rest, said)) = known else { return other(message) };
    if *said == OWN_WORDS {
        return rest.trim_end_matches(')').to_owned();
    }
    said.replace("{}", plain(rest, said))
}

/// The rest of a message without the marks around it, where it is a name.
fn plain<'a>(rest: &'a str, said: &str) -> &'a str {
    if said.contains("\"{}\"") { rest.trim_matches(['"', '`', ')', ' ']) } else { rest }
}

fn other(message: &str) -> String {
    format!("perintah di sini tidak dapat dijalankan (Typst: {message})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Engine, TemplateSet};

    fn said(template: &str) -> String {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", template);
        Engine::new(&templates).prove("uji.typ", b"{\"judul\": 1}".to_vec()).unwrap_err().diagnostics.remove(0).message
    }

    /// The engine itself is asked, so that another version's other words show.
    #[test]
    fn slips_in_a_template_are_told_in_indonesian() {
        for (template, message) in [
            ("#judull", "nama \"judull\" tidak dikenal; periksa ejaannya"),
            ("#text(weight: \"bold\"", "kurung yang dibuka di sini belum ditutup"),
            ("#let a = \"satu", "tanda kutip yang dibuka di sini belum ditutup"),
            ("#text(wight: 2)[a]", "pilihan \"wight\" tidak dikenal di sini"),
            ("#let f(a) = a\n#f()", "isian \"a\" belum ada di sini"),
            ("#let a = 1 let b = 2", "perintah di sini belum selesai, atau yang sesudahnya harus di baris baru"),
            ("#json(\"/data.json\").jdul", "data tidak punya medan \"jdul\"; periksa ejaannya"),
            ("#image(\"lambang.svg\")", "berkas \"lambang.svg\" tidak ada di folder templates"),
            ("#import \"warna.typ\": *", "berkas \"warna.typ\" tidak ada di folder templates"),
            ("#set text(font: \"Arial\")\na", "huruf \"arial\" tidak ikut dalam program; lihat docs/konfigurasi.md"),
            ("#(1 + \"a\")", "kedua nilai ini tidak dapat diolah bersama (Typst: cannot add integer and string)"),
            ("#panic(\"habis\")", "templat menghentikan diri: habis"),
            ("#let f() = f()\n#f()", "fungsi ini memanggil dirinya tanpa henti"),
            ("a)\n#}", "kurung penutup ini tidak punya pembuka"),
            ("#().first()", "daftar ini kosong"),
            ("#while true {}", "perulangan ini tidak pernah selesai"),
            ("#import \"@preview/x:1.0.0\": *", "paket dari internet tidak dapat dipakai"),
            ("#strike()[a][b][c]", "isian"),
            ("#import \"gaya.typ\": tak_ada", "berkas yang diimpor tidak berisi nama ini"),
        ] {
            let told = said(template);
            assert!(told.starts_with(message), "{template}: {told}");
        }
    }

    #[test]
    fn what_is_not_in_the_table_keeps_its_own_words() {
        assert_eq!(told("label `<a>` does not exist"), other("label `<a>` does not exist"));
        assert!(told("PDF/A-2a error: the PDF is missing a CMYK profile").contains("CMYK"));
        let glyph = "PDF/UA-1 error: the text `x` could not be displayed with Liberation Sans";
        assert_eq!(told(glyph), "ada tanda yang tidak dapat dicetak dengan huruf dokumen");
    }
}
