//! `banding` on the office's own matrix against copies with known edits: it
//! lists exactly those.

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};
use serde_json::Value;

use crate::support::project::Project;
use crate::support::sheet::Sheet;

const OLD: &str = "input/dinsos-bekasi-2026";
const NEW: &str = "baru";
const CONFIG: &str = "baru/perjakin.toml";
const PERENCANA: &str = "Jabatan Fungsional Perencana Ahli Muda";
const PENYEDIAAN: &str =
    "3 Jumlah Laporan Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah yang disusun sesuai NSPK";
const RANCANGAN: &str = "3 Jumlah Dokumen Rancangan Rencana Anggaran dan Pembiayaan Pembangunan";

/// The sample in `input/`, and a copy in `baru/` with an edited matrix.
fn edited(edit: impl FnOnce(Sheet) -> Sheet) -> Project {
    let project = Project::sample();
    let config = std::fs::read(project.path(OLD).join("perjakin.toml")).unwrap();
    let sheet = edit(Sheet::read(&project.path(OLD).join("matriks.xlsx")));
    project.write(CONFIG, config).write("baru/matriks.xlsx", sheet.bytes())
}

fn compared(project: &Project) -> Value {
    let run = project.run(&["banding", OLD, NEW, "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr, "");
    assert!(!project.path("output").exists());
    serde_json::from_str(&run.stdout).unwrap()
}

/// Every change as `whose | kind | old → new`.
fn told(revision: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for list in ["jabatan", "pegawai"] {
        for entry in revision[list].as_array().unwrap() {
            for change in entry["perubahan"].as_array().unwrap() {
                let side = |side: &str| change[side]["teks"].as_str().unwrap_or("–").to_owned();
                let (name, kind) = (entry["nama"].as_str().unwrap(), change["jenis"].as_str().unwrap());
                lines.push(format!("{name} | {kind} | {} → {}", side("semula"), side("menjadi")));
            }
        }
    }
    assert_eq!(revision["umum"], serde_json::json!([]));
    lines
}

/// Whose sheets are in a list, with the reasons.
fn signers(revision: &Value, list: &str) -> Vec<String> {
    let signers = revision["tanda_tangan"][list].as_array().unwrap();
    let line = |signer: &Value| {
        let who = signer["nama"].as_str().or(signer["jabatan"].as_str()).unwrap();
        let why: Vec<&str> = signer["alasan"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        format!("{who}: {}", why.join(", "))
    };
    signers.iter().map(line).collect()
}

#[test]
fn identical_copies_list_nothing() {
    let project = edited(|sheet| sheet);
    let revision = compared(&project);
    assert_eq!(told(&revision), [""; 0]);
    assert_eq!(revision["ringkasan"]["ulang"], 0);
    let run = project.run(&["diff", OLD, NEW]);
    assert_eq!(run.code, 0);
    assert_eq!(run.stdout, "Dinas Sosial Kota Bekasi 2026\nTidak ada perubahan.\n\n");
}

#[test]
fn permuted_rows_turned_columns_and_a_renamed_sheet_are_no_changes() {
    let project = edited(|sheet| {
        let first = sheet.row("SEKRETARIS");
        let last = sheet.row("Operator Layanan Operasional") + 8;
        sheet
            .swap(
                "1 Jumlah Laporan Penyelenggaraan Pelayanan Kesejahteraan Sosial Bagi Penyandang Disabilitas Terlantar",
                "2 Jumlah Laporan Penyelenggaraan Pelayanan Kesejahteraan Sosial Bagi Anak Terlantar",
            )
            .insert_below(RANCANGAN, " ")
            .turn_columns(first..last, 8, 2)
            .renamed("Matriks Final (2)")
    });
    assert_eq!(told(&compared(&project)), [""; 0]);
}

#[test]
fn each_edit_is_listed_and_nothing_else() {
    type Edit = fn(Sheet) -> Sheet;
    let cases: &[(Edit, &[&str], &[&str])] = &[
        (
            |sheet| sheet.replace(PENYEDIAAN, "3 Jumlah Dokumen Jasa Penunjang Urusan Pemerintahan yang disusun"),
            &["Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda | indikator | Jumlah Laporan Penyediaan \
               Jasa Penunjang Urusan Pemerintahan Daerah yang disusun sesuai NSPK → \
               Jumlah Dokumen Jasa Penunjang Urusan Pemerintahan yang disusun"],
            &["Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda: indikator"],
        ),
        (
            |sheet| sheet.replace(RANCANGAN, &RANCANGAN.replace('3', "5")),
            &["Jabatan Fungsional Perencana Ahli Muda | nomor-indikator | 3 → 5"],
            &[],
        ),
        (
            |sheet| sheet.insert_below("1 Jumlah Dokumen Rencana Program dan Kegiatan", "Nilai Evaluasi Mandiri"),
            &["Jabatan Fungsional Perencana Ahli Muda | indikator | – → Nilai Evaluasi Mandiri"],
            &["Jabatan Fungsional Perencana Ahli Muda: indikator"],
        ),
        (
            |sheet| sheet.replace("KEPALA BIDANG REHABILITASI SOSIAL", "KEPALA BIDANG PEMULIHAN"),
            &["KEPALA BIDANG PEMULIHAN | nama | KEPALA BIDANG REHABILITASI SOSIAL → KEPALA BIDANG PEMULIHAN"],
            &[
                "KEPALA BIDANG PEMULIHAN: nama jabatan",
                "Jabatan Fungsional Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda: nama jabatan Pihak Kedua",
            ],
        ),
    ];
    for (edit, changes, again) in cases {
        let project = edited(edit).edit(CONFIG, |text| {
            text.replace("= \"KEPALA BIDANG REHABILITASI SOSIAL\"", "= \"KEPALA BIDANG PEMULIHAN\"")
        });
        // The configuration follows the new name only where the matrix does.
        let renamed = changes[0].contains("PEMULIHAN");
        let project = if renamed { project } else { edited(edit) };
        let revision = compared(&project);
        assert_eq!(told(&revision), *changes);
        assert_eq!(signers(&revision, "ulang"), *again);
    }
}

#[test]
fn a_block_under_another_superior_has_moved_and_its_sheet_is_signed_again() {
    let project = edited(|sheet| sheet)
        .edit(CONFIG, |text| format!("{text}\"{PERENCANA}\" = \"KEPALA BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL\"\n"));
    let revision = compared(&project);
    assert_eq!(
        told(&revision),
        [format!("{PERENCANA} | atasan | SEKRETARIS → KEPALA BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL")]
    );
    assert_eq!(signers(&revision, "ulang"), [format!("{PERENCANA}: Pihak Kedua berganti")]);
}

#[test]
fn another_holder_of_the_top_post_touches_everyone_who_signs_with_them() {
    let project = Project::sample();
    let sheet = Sheet::read(&project.path(OLD).join("matriks.xlsx"));
    let (name, nip) = sheet.signatory();
    let sheet = sheet.replace(&name, "Pegawai Contoh 01").replace(&nip, "NIP. 199001012015011001");
    let project = edited(|_| sheet);
    let run = project.run(&["banding", OLD, NEW, "--format", "json"]);
    let revision: Value = serde_json::from_str(&run.stdout).unwrap();
    let root = "KEPALA DINAS SOSIAL KOTA BEKASI";
    assert_eq!(
        told(&revision),
        [format!("Pegawai Contoh 01 | pemegang | – → {root}"), format!("{name} | pemegang | {root} → –")]
    );
    assert_eq!(signers(&revision, "baru"), ["Pegawai Contoh 01: pemegang baru"]);
    assert_eq!(signers(&revision, "keluar").len(), 1);
    let again = signers(&revision, "ulang");
    assert_eq!(again.len(), 4);
    assert!(again.iter().all(|line| line.ends_with(": Pihak Kedua berganti")), "{again:?}");
    let digits: String = nip.chars().filter(char::is_ascii_digit).collect();
    assert!(!run.stdout.contains(&digits) && !run.stdout.contains("199001012015011001"));
}

#[test]
fn all_edits_together_are_told_in_words_that_are_marked() {
    let project = edited(|sheet| {
        sheet
            .replace(PENYEDIAAN, &PENYEDIAAN.replace("Laporan", "Dokumen"))
            .replace(RANCANGAN, &RANCANGAN.replace('3', "5"))
            .insert_below("1 Jumlah Dokumen Rencana Program dan Kegiatan", "Nilai Evaluasi Mandiri")
            .renamed("Matriks Final")
    });
    let run = project.run(&["banding", OLD, NEW]);
    for text in [
        "3 perubahan pada 2 jabatan.",
        "semula   Jumlah [-Laporan-] Penyediaan",
        "menjadi  Jumlah {+Dokumen+} Penyediaan",
        "nomor indikator: 3 → 5",
        "2 lembar ditandatangani ulang",
    ] {
        assert!(run.stdout.contains(text), "{text}: {}", run.stdout);
    }
}

#[test]
fn a_bare_workbook_takes_the_configuration_beside_it_or_of_the_other_side() {
    let project = edited(|sheet| sheet.replace(PENYEDIAAN, &PENYEDIAAN.replace("Laporan", "Dokumen")));
    std::fs::create_dir(project.path("lepas")).unwrap();
    std::fs::rename(project.path("baru/matriks.xlsx"), project.path("lepas/revisi.xlsx")).unwrap();
    for (old, new) in [(OLD, "lepas/revisi.xlsx"), ("lepas/revisi.xlsx", OLD)] {
        let run = project.run(&["banding", old, new]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert!(run.stdout.starts_with("Dinas Sosial Kota Bekasi 2026\n1 perubahan pada 1 jabatan."), "{}", run.stdout);
    }
    std::fs::copy(project.path(OLD).join("matriks.xlsx"), project.path("lepas/lama.xlsx")).unwrap();
    let run = project.run(&["banding", "lepas/lama.xlsx", "lepas/revisi.xlsx"]);
    assert!(run.stdout.starts_with("1 perubahan pada 1 jabatan."), "{}", run.stdout);
}

#[test]
fn what_cannot_be_compared_ends_with_its_code() {
    let project = edited(|sheet| sheet).write("rusak.xlsx", "PK\u{3}\u{4}rusak").write("kosong/.x", "");
    for (args, code) in [
        (&["banding", OLD][..], 2),
        (&["banding", OLD, "tidak-ada"], 2),
        (&["banding", OLD, "kosong"], 2),
        (&["banding", "rusak.xlsx", OLD], 3),
    ] {
        let run = project.run(args);
        assert_eq!((run.code, run.stdout.as_str()), (code, ""), "{args:?}");
        assert!(run.stderr.starts_with("galat: "), "{}", run.stderr);
    }
}

/// A table with these of its columns in this order; the first row is the header.
fn table<const N: usize>(columns: &[usize], rows: &[[&str; N]]) -> Vec<u8> {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Daftar").unwrap();
    for (row, cells) in (1..).zip(rows) {
        for (col, column) in (1..).zip(columns) {
            sheet.text(Pos::new(row, col), cells[*column], Look::Body).unwrap();
        }
    }
    workbook.finish().unwrap()
}

#[test]
fn a_target_in_a_list_is_found_and_its_columns_and_rows_may_change_places() {
    let rows = [
        ["Jabatan", "Atasan", "Sasaran", "Indikator", "Satuan", "Target"],
        ["KEPALA DINAS CONTOH", "", "Meningkatnya layanan", "Indeks layanan", "Indeks", "85"],
        ["SEKRETARIS", "KEPALA DINAS CONTOH", "Tertibnya aset", "Persentase aset tercatat", "Persen", "90"],
        ["KEPALA BIDANG A", "KEPALA DINAS CONTOH", "Terlayaninya warga", "Jumlah warga terlayani", "Orang", "400"],
        ["Penata Layanan", "KEPALA BIDANG A", "Tersedianya data", "Jumlah data terolah", "Data", "12"],
        ["Penata Layanan", "KEPALA BIDANG A", "Tersedianya data", "Jumlah data terkirim", "Data", "6"],
    ];
    let mut changed = rows;
    changed[3][5] = "450";
    changed.swap(4, 5);
    changed.swap(2, 3);
    let project = Project::new()
        .write("lama.xlsx", table(&[0, 1, 2, 3, 4, 5], &rows))
        .write("baru.xlsx", table(&[0, 2, 3, 5, 4, 1], &changed));
    let run = project.run(&["banding", "lama.xlsx", "baru.xlsx", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let revision: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(told(&revision), ["KEPALA BIDANG A | target | 400 → 450"]);
    let change = &revision["jabatan"][0]["perubahan"][0];
    assert_eq!((&change["semula"]["sel"], &change["menjadi"]["sel"]), (&"Daftar!F4".into(), &"Daftar!D3".into()));
    assert_eq!(signers(&revision, "ulang"), ["KEPALA BIDANG A: target"]);
}

#[test]
fn a_target_and_a_holder_beside_the_matrix_touch_the_sheets_that_print_them() {
    let people = |sekretaris: [&'static str; 2]| {
        let row = |[nama, nip]: [&'static str; 2], jabatan| [nama, nip, "Pembina", "IV/a", jabatan];
        let rows = [
            ["Nama", "NIP", "Pangkat", "Golongan", "Jabatan"],
            row(sekretaris, "SEKRETARIS"),
            row(["Pegawai Contoh 02", "199002022015022002"], PERENCANA),
        ];
        table(&[0, 1, 2, 3, 4], &rows)
    };
    let targets = |target| {
        let indikator = PENYEDIAAN.trim_start_matches("3 ");
        table(&[0, 1, 2], &[["Indikator", "Satuan", "Target"], [indikator, "Laporan", target]])
    };
    let old = ["Pegawai Contoh 01", "199001012015011001"];
    let new = ["Pegawai Contoh 03", "199003032015031003"];
    let project = edited(|sheet| sheet)
        .write(&format!("{OLD}/pegawai.xlsx"), people(old))
        .write(&format!("{OLD}/target.xlsx"), targets("12"))
        .write("baru/pegawai.xlsx", people(new))
        .write("baru/target.xlsx", targets("14"));
    let revision = compared(&project);
    assert_eq!(
        told(&revision),
        [
            "Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda | target | 12 → 14",
            "Pegawai Contoh 03 | pemegang | – → SEKRETARIS",
            "Pegawai Contoh 01 | pemegang | SEKRETARIS → –"
        ]
    );
    assert_eq!(
        signers(&revision, "ulang"),
        [
            "Pegawai Contoh 02: Pihak Kedua berganti",
            "Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda: target, Pihak Kedua berganti"
        ]
    );
    assert_eq!(signers(&revision, "baru"), ["Pegawai Contoh 03: pemegang baru"]);
    assert_eq!(signers(&revision, "keluar"), ["Pegawai Contoh 01: tidak lagi memegang jabatan ini"]);
}
