//! What the office reads when something is wrong: in Indonesian, with the
//! place, and with what to do about it.

use std::path::Path;

use crate::support::project::{Project, Run};

const CONFIG: &str = "input/contoh/perjakin.toml";

/// Words of the machine's own messages, which are nobody's in the office.
const ENGLISH: [&str; 20] = [
    "error",
    "file",
    "directory",
    "failed",
    "found",
    "invalid",
    "expected",
    "unexpected",
    "denied",
    "cannot",
    "could not",
    "unknown",
    "missing",
    "for operation",
    "subcommand",
    "argument",
    "required",
    "usage",
    "panic",
    "warning",
];

/// The run ends with this code and says these words and none of the machine's.
fn told(case: &str, run: &Run, code: i32, words: &[&str]) {
    let said = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(run.code, code, "{case}: {said}");
    for word in words {
        assert!(said.contains(word), "{case}: \"{word}\" in {said}");
    }
    assert!(said.contains("saran: ") || said.contains("catatan"), "{case}: what is to be done? {said}");
    // What Typst says beyond the table is quoted as Typst's.
    let plain: String = said.lines().map(|line| line.split("(Typst: ").next().unwrap_or_default()).collect();
    for word in ENGLISH {
        let is_word = |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
        let found = if word.contains(' ') { plain.to_lowercase().contains(word) } else { is_word(&plain) };
        assert!(!found, "{case}: \"{word}\" in {said}");
    }
}

#[test]
fn wrong_use_is_told_in_indonesian() {
    let project = Project::with_instansi("contoh").write("hasil", "x");
    std::fs::create_dir(project.path("kosong")).unwrap();
    for (args, code, words) in [
        (&["--input", "tidakada"][..], 2, &["folder tidakada tidak ada", "--input FOLDER"][..]),
        (&["--input", CONFIG], 2, &["adalah berkas, bukan folder"]),
        (&["--input", "kosong"], 2, &["tidak ada instansi di folder kosong", "perjakin mulai"]),
        (&["--output", "hasil"], 5, &["hasil adalah berkas, bukan folder", "--output FOLDER"]),
        (&["--output", "hasil/dalam"], 5, &["hasil adalah berkas, bukan folder"]),
        (&["--hanya", "Kepala", "periksa"], 2, &["perintah harus ditulis sebelum pilihannya", "--hanya \"Kepala"]),
        (&["--hanya", " "], 2, &["--hanya belum menyebut siapa"]),
        (&["--hanya", "tidak ada"], 2, &["tidak ada jabatan, pegawai atau unit yang memuat"]),
        (&["--instansi", "lain"], 2, &["tidak ada instansi dengan nama itu", "contoh"]),
        (&["periska"], 2, &["perintah \"periska\" tidak dikenal", "\"periksa\"?"]),
        (&["--keta"], 2, &["pilihan \"--keta\" tidak dikenal", "\"--ketat\"?"]),
        (&["--input"], 2, &["perlu sebuah nilai"]),
        (&["mulai"], 2, &["masih kurang: <FOLDER>"]),
        (&["mulai", "input"], 2, &["sudah berisi (contoh)"]),
        (&["mulai", CONFIG], 2, &["adalah berkas, bukan folder"]),
        (&["banding", "lama", "baru"], 2, &["lama tidak ada"]),
        (&["verifikasi"], 2, &["tidak ada hasil cetak di output"]),
        (&["tetapkan"], 2, &["belum ada yang dicetak di output/contoh"]),
        (&["tetapkan", "--tanggal", "kemarin"], 2, &["\"kemarin\" bukan tanggal"]),
        (&["jelaskan", "NIP-99"], 2, &["kode temuan itu tidak ada"]),
        (&["awasi", "--port", "abc"], 2, &["nilai \"abc\" tidak dapat dipakai"]),
        (&["awasi", "--hanya", "tidak ada"], 2, &["tidak ada jabatan, unit atau pegawai"]),
        (&["periksa", "--format", "xml"], 2, &["nilai \"xml\" tidak dapat dipakai"]),
        (&["normalkan", "--ke", CONFIG], 2, &["sudah ada, jadi tidak ditulis"]),
    ] {
        told(&args.join(" "), &project.run(args), code, words);
    }
    assert!(!project.path("output").exists());
}

#[test]
fn mistakes_of_the_configuration_are_told_at_their_place() {
    for (old, new, words) in [
        (
            "\"Dinas Contoh Kota",
            "\"Dinas Contoh \u{1f600} Kota",
            &["perjakin.toml: baris 4, kolom 26: tanda U+1F600"][..],
        ),
        (
            "[kop]",
            "[kop]\nlogo = \"lambang.svg\"",
            &["perjakin.toml: baris 15, kolom 8: berkas \"lambang.svg\" tidak ada"],
        ),
        ("[kop]", "[kop]\nlogo = \"lambang.gif\"", &["baris 15, kolom 8: lambang harus berkas SVG atau PNG"]),
        ("tahun = 2026", "tahun = dua ribu", &["baris 6, kolom 9: teks harus berada di antara tanda kutip"]),
        ("5 Januari", "31 Februari", &["baris 10, kolom 11: tanggal 31 Februari 2026 tidak ada"]),
        ("\"F4\"", "\"F5\"", &["baris 12, kolom 10: nilai \"F5\" tidak dikenal", "\"Folio\""]),
        ("[kaki]", "[tte]\njangkar = [\"\u{2603}\", \"^\"]\n[kaki]", &["tanda U+2603 tidak dapat dicetak"]),
    ] {
        let project = Project::with_instansi("contoh").edit(CONFIG, |text| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        });
        told(new, &project.run(&[]), 2, words);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn a_damaged_picture_is_told_at_its_name() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=5/></svg>";
    let project = Project::with_instansi("contoh")
        .edit(CONFIG, |text| text.replace("[kop]", "[kop]\nlogo = \"lambang.svg\""))
        .write("input/contoh/templates/lambang.svg", svg);
    let words = ["perjakin.toml: baris 15, kolom 8: ", "lambang.svg rusak, atau bukan gambar SVG", "Simpan ulang"];
    told("picture", &project.run(&[]), 2, &words);
    told("picture, checked only", &project.run(&["periksa"]), 2, &words);
}

#[test]
fn a_configuration_under_another_name_is_told() {
    let project = Project::with_instansi("contoh").write("input/lain/perjakin.toml.txt", "x");
    told(
        "name",
        &project.run(&[]),
        2,
        &["input/lain/perjakin.toml.txt tidak dibaca", "Ganti namanya menjadi perjakin.toml"],
    );
    assert_eq!(project.run(&["--instansi", "contoh"]).code, 0);
}

#[test]
fn workbooks_beside_no_configuration_are_told_at_the_end() {
    let project = Project::with_instansi("contoh").write("input/lain/matriks.xlsx", "");
    let note = "catatan: buku kerja di folder input/lain tidak dibaca, karena perjakin.toml tidak ada di situ; \
                taruh perjakin.toml di sampingnya, atau pindahkan buku kerja itu ke luar input.";
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(lines[lines.len() - 2], note);
    assert_eq!(project.run(&["periksa"]).stderr.lines().last(), Some(note));
    let one = project.run(&["periksa", "--instansi", "contoh"]);
    assert!(!one.stderr.contains("catatan"), "the other one was not asked for: {}", one.stderr);
    let project = project.write("input/dua/matriks.csv", "").write("input/dua/pegawai.csv", "");
    let run = project.run(&["periksa"]);
    assert!(run.stderr.contains("di folder input/dua dan 1 folder lain tidak dibaca"), "{}", run.stderr);
}

#[test]
fn mistakes_of_templates_are_told_at_their_place() {
    for (file, text, words) in [
        ("kop.typ", "#let kop(a, b) = [#tak-ada]", &["templates/kop.typ:1:20: nama \"tak-ada\" tidak dikenal"][..]),
        ("kop.typ", "#let kop(a, b) = [", &["templates/kop.typ:1:18: kurung yang dibuka di sini belum ditutup"]),
        ("kop.typ", "#let kop(a) = []", &["isian ini tidak dikenal di sini", "yang salah adalah berkas kantor"]),
        ("kop.typ", "#let kopp(a, b) = []", &["berkas yang diimpor tidak berisi nama yang dipakai di sini"]),
        ("kop.typ", "#let kop(a, b) = image(\"tiada.svg\")", &["berkas \"tiada.svg\" tidak ada di folder templates"]),
        (
            "redaksi/judul.txt",
            "TAHUN {{ tahunn }}",
            &["templates/redaksi/judul.txt, baris 1, kolom 10: medan \"tahunn\""],
        ),
        ("redaksi/judul.txt", "TAHUN {% if %}", &["templates/redaksi/judul.txt, baris 1", "salah tulis"]),
        ("redaksi/judul.txt", "TAHUN \u{1f600}", &["templates/redaksi/judul.txt, baris 1, kolom 7: tanda U+1F600"]),
        ("redaksi/label.txt", "nama = Nama", &["templates/redaksi/label.txt: label \"jabatan\" belum ada"]),
    ] {
        let project = Project::with_instansi("contoh").write(&format!("input/contoh/templates/{file}"), text);
        told(text, &project.run(&[]), 2, words);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn a_template_whose_name_has_a_slip_is_told_and_changes_nothing() {
    let project = Project::with_instansi("contoh");
    assert_eq!(project.run(&[]).code, 0);
    let before = stamps(&project);
    let project = project
        .write("input/contoh/templates/pkk.typ", "x")
        .write("input/contoh/templates/redaksi/pernyatan.txt", "x")
        .write("input/contoh/templates/lambang-lama.svg", "x");
    for args in [&[][..], &["periksa"]] {
        let run = project.run(args);
        assert_eq!(run.code, 0, "{}", run.stderr);
        for words in
            ["templates/pkk.typ tidak dipakai", "maksudnya templates/pk.typ?", "redaksi/pernyatan.txt tidak dipakai"]
        {
            assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        }
        assert!(!run.stderr.contains("lambang-lama"), "{}", run.stderr);
    }
    assert!(stamps(&project) == before, "files that nothing uses make no sheet be written again");
}

fn stamps(project: &Project) -> Vec<(std::path::PathBuf, std::time::SystemTime)> {
    let time = |path: &Path| std::fs::metadata(path).unwrap().modified().unwrap();
    project.files("output").into_iter().map(|path| (path.clone(), time(&path))).collect()
}
