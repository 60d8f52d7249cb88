//! The run after a frozen edition.

use serde_json::Value as Json;

use super::*;

/// What is printed after [`revise`].
const SIGNED_AGAIN: [&str; 4] = [
    "Bidang Pemberdayaan/Analis Kebijakan Ahli Muda",
    "Bidang Pemberdayaan/Penata Layanan Operasional",
    "Sekretariat/Arsiparis Terampil",
    "Sekretariat/Perencana Ahli Muda",
];

#[test]
fn only_what_changed_is_printed_under_its_own_title_and_date() {
    let project = dated(frozen(), "1 Juli 2026");
    let before = tree(&project);
    revise(&project);
    let run = ok(&project, &["--jelaskan"]);
    for text in [
        "edisi     Perubahan 1, terhadap Murni, 5 Januari 2026: 2 lembar ditandatangani ulang, 2 lembar baru, \
         1 lembar tidak dipakai lagi",
        "lembar PK 4 — output/contoh/pk-perubahan-1",
        ".pdf: baru — target",
        ".pdf: baru — pemegang baru",
        ".pdf: baru — jabatan kosong",
        ".pdf: baru — Pihak Kedua berganti",
    ] {
        assert!(run.stderr.contains(text), "{text}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("Pegawai Contoh"), "{}", run.stderr);
    assert_eq!(sheets(&project, "pk-perubahan-1"), SIGNED_AGAIN);
    assert_eq!(sheets(&project, "publikasi-perubahan-1"), SIGNED_AGAIN, "each with its copy for the website");
    for path in project.pdfs("output/contoh/pk-perubahan-1") {
        let sheet = ReadBack::open(&path);
        let title = sheet.title.as_ref().unwrap();
        assert!(title.contains("Kinerja Perubahan Tahun 2026"), "{title}");
        assert!(sheet.prints("KINERJA PERUBAHAN TAHUN 2026"), "{}", path.display());
        assert!(sheet.prints("Kota Contoh, 1 Juli 2026") && !sheet.prints("Januari 2026,"), "{}", path.display());
    }
    let perencana = sheet(&project, "pk-perubahan-1", "Perencana");
    assert!(perencana.prints("Jumlah laporan kinerja yang disusun Laporan 6"), "{}", perencana.text());
    assert!(sheet(&project, "pk-perubahan-1", ARSIPARIS).prints(BARU));
    assert!(!sheet(&project, "pk-perubahan-1", "Penata Layanan").prints(ANALIS));

    let after = tree(&project);
    for (path, bytes) in before.iter().filter(|(path, _)| path.starts_with("pk/") || path.starts_with("_arsip/")) {
        assert!(after.get(path) == Some(bytes), "{path}");
    }
    assert_eq!(ok(&project, &["verifikasi"]).stderr, "");
    let stamps_before = stamps(&project);
    ok(&project, &[]);
    assert_eq!(stamps(&project), stamps_before);
}

#[test]
fn the_report_tells_who_must_sign_and_what_changed_to_the_word() {
    let project = dated(frozen(), "1 Juli 2026");
    revise(&project);
    ok(&project, &[]);
    let report = ReadBack::open(&project.path("output/contoh/laporan/perubahan.pdf"));
    for text in [
        "Semula: Murni, 5 Januari 2026 Menjadi: Perubahan 1, 1 Juli 2026",
        "2 lembar ditandatangani ulang, 2 lembar baru, 1 lembar tidak dipakai lagi.",
        "Pegawai Contoh 05, S.T. Perencana Ahli Muda",
        "tidak lagi memegang jabatan ini",
        "Jumlah laporan kinerja yang disusun",
    ] {
        assert!(report.prints(text), "{text}: {}", report.text());
    }
    assert!(report.tagged && report.lang.as_deref() == Some("id"));
    assert_eq!(report.bookmarks[0].text, "PERUBAHAN PERJANJIAN KINERJA TAHUN 2026");
    let path = project.path("output/contoh/laporan/perubahan.pdf");
    if let Some(tags) = Tags::read(&path) {
        assert_sound(&tags, &path);
        let group = tags.all("TD").find(|cell| cell.text.starts_with("Perencana Ahli Muda")).unwrap();
        assert_eq!(tags.heads(group), ["Perubahan", "Semula", "Menjadi"], "its name is a cell like others");
        assert!(tags.all("TH").all(|head| tags.heads(head).is_empty()));
    }
    let book = perjakin::workbook::read(&project.path("output/contoh/laporan/perubahan.xlsx")).unwrap();
    let rows = |sheet: &str| -> Vec<String> {
        let grid = book.iter().find(|grid| grid.sheet() == sheet).unwrap();
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (pos, cell) in grid.cells() {
            if let (4.., Value::Text(text)) = (pos.row, &cell.value) {
                rows.entry(pos.row).or_default().push(text.clone());
            }
        }
        rows.into_values().map(|cells| cells.join(" | ")).collect()
    };
    let changes = rows("Perubahan");
    assert!(
        changes.iter().any(|row| row.contains("target diubah | Jumlah laporan kinerja yang disusun | 5 | 6")),
        "{changes:?}"
    );
    let signing: Vec<String> = rows("Tanda tangan");
    for (kind, who) in [
        ("ditandatangani ulang", "Pegawai Contoh 05, S.T."),
        ("ditandatangani ulang", "Pegawai Contoh 12, A.Md."),
        ("lembar baru", BARU),
        ("lembar baru", "(belum tercatat) | Analis Kebijakan Ahli Muda"),
        ("tidak dipakai lagi", ANALIS),
    ] {
        assert!(signing.iter().any(|row| row.starts_with(&format!("{kind} | {who}"))), "{kind} {who}: {signing:?}");
    }
    assert_eq!(signing.len(), 5);
}

#[test]
fn without_a_date_dots_are_left_for_one() {
    let project = frozen();
    revise(&project);
    ok(&project, &[]);
    let sheet = sheet(&project, "pk-perubahan-1", "Perencana");
    assert!(sheet.prints("Kota Contoh, ............................ 2026"), "{}", sheet.text());
    assert!(!sheet.prints("Januari 2026"));
    let report = ReadBack::open(&project.path("output/contoh/laporan/perubahan.pdf"));
    assert!(report.prints("Menjadi: Perubahan 1 3 perubahan pada"), "{}", report.text());
}

#[test]
fn what_only_moved_or_looks_otherwise_is_signed_by_nobody() {
    let project = frozen();
    let signed = tree(&project);
    lembar::edit(&project.path(ROSTER), |rows| rows[3..].reverse());
    let project = project
        .write("input/contoh/templates/redaksi/pembuka.txt", "Kami yang bertanda tangan di bawah ini:")
        .edit(CONFIG, |text| text.replace("Jalan Contoh Nomor 1", "Jalan Contoh Nomor 2").replace("\"F4\"", "\"A4\""));
    let run = ok(&project, &[]);
    let line = "edisi     Murni, ditetapkan 5 Januari 2026; tidak ada perubahan sesudahnya";
    assert!(run.stderr.contains(line) && !run.stderr.contains("lembar PK"), "{}", run.stderr);
    let now = tree(&project);
    assert!(now.keys().all(|path| !path.contains("perubahan")));
    assert_eq!(sheets(&project, "pk").len(), 17);

    // What was made from the signed sheets still shows what was signed.
    assert!(run.stderr.contains("tetap seperti saat ditetapkan"), "{}", run.stderr);
    let made = |path: &str| path.starts_with("cetak/") || path.starts_with("publikasi/");
    let [then, now] = [&signed, &now].map(|tree| tree.iter().filter(|(path, _)| made(path)).collect::<Vec<_>>());
    assert!(then.len() > 17 && then == now);
    ok(&project, &["verifikasi"]);
}

#[test]
fn volumes_of_a_revision_that_is_taken_back_do_not_stand_for_those_that_were_signed() {
    let project = frozen();
    let volumes = |project: &Project| -> BTreeMap<String, Vec<u8>> {
        tree(project).into_iter().filter(|(path, _)| path.starts_with("cetak/")).collect()
    };
    let signed = volumes(&project);
    retarget(&project, LAPORAN, 6.0);
    let project = project.edit(CONFIG, |text| text.replace("tempat = \"Kota Contoh\"", "tempat = \"Kota Lain\""));
    ok(&project, &[]);
    retarget(&project, LAPORAN, 5.0);
    ok(&project, &[]);
    assert_eq!(volumes(&project).len(), 0, "they would name another place than the signed sheets");
    let project = project.edit(CONFIG, |text| text.replace("\"Kota Lain\"", "\"Kota Contoh\""));
    ok(&project, &[]);
    assert!(volumes(&project) == signed);
}

#[test]
fn a_date_that_was_left_from_the_revision_before_is_told() {
    let project = dated(frozen(), "1 Juli 2026");
    retarget(&project, LAPORAN, 6.0);
    assert!(!ok(&project, &[]).stderr.contains("tidak sesudah"));
    ok(&project, &["tetapkan", "--tanggal", "3 Juli 2026"]);
    retarget(&project, LAPORAN, 7.0);
    let run = ok(&project, &[]);
    let told = "tanggal di lembar Perubahan 2, 1 Juli 2026, tidak sesudah edisi yang telah ditetapkan (Perubahan 1, 3";
    assert!(run.stderr.contains(told) && run.stderr.contains("[perubahan]"), "{}", run.stderr);
}

#[test]
fn a_report_that_was_filled_in_where_it_lies_is_told_with_the_remedy() {
    let project = frozen();
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    let report = project.path("output/contoh/laporan/perubahan.xlsx");
    let filled = [std::fs::read(&report).unwrap(), b"diisi".to_vec()].concat();
    std::fs::write(&report, &filled).unwrap();
    retarget(&project, LAPORAN, 7.0);
    let run = project.run(&[]);
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(
        run.stderr.contains("saran: Pindahkan laporan yang telah diisi itu ke luar folder output"),
        "{}",
        run.stderr
    );
    std::fs::remove_file(&report).unwrap();
    ok(&project, &[]);
}

#[test]
fn a_revision_that_is_taken_back_leaves_nothing_but_the_archive() {
    let project = frozen();
    let before = tree(&project);
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-1"), ["Sekretariat/Perencana Ahli Muda"]);
    retarget(&project, LAPORAN, 5.0);
    ok(&project, &[]);
    let after = tree(&project);
    let differing: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).collect();
    assert!(differing.iter().all(|(path, _)| path.starts_with("_arsip/")), "{:?}", after.keys());
    assert!(before.keys().all(|path| after.contains_key(path)));
    ok(&project, &["verifikasi"]);
}

#[test]
fn one_sheet_of_a_revision_can_be_printed_alone() {
    let project = frozen();
    revise(&project);
    let run = ok(&project, &["--hanya", "perencana"]);
    assert_eq!(sheets(&project, "pk-perubahan-1"), ["Sekretariat/Perencana Ahli Muda"]);
    assert!(!project.path("output/contoh/laporan/perubahan.pdf").exists(), "{}", run.stderr);
    let before = stamps(&project);
    let run = ok(&project, &["--hanya", "penyuluh"]);
    assert!(run.stderr.contains("tidak berubah sejak edisi terakhir ditetapkan"), "{}", run.stderr);
    assert_eq!(stamps(&project), before);
    assert_eq!(project.run(&["--hanya", "tidak ada siapa pun"]).code, 2);
    ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-1").len(), 4);
}

#[test]
fn an_error_in_the_data_makes_the_sheet_of_a_revision_a_draft_and_stops_a_strict_run() {
    let project = frozen();
    lembar::edit(&project.path(ROSTER), |rows| {
        let row = rows.iter_mut().find(|cells| cells.contains(&text(ANALIS))).unwrap();
        row[2] = text("19910108 201601 1");
    });
    let before = stamps(&project);
    assert_eq!(project.run(&["--ketat"]).code, 4);
    assert_eq!(stamps(&project), before);
    ok(&project, &[]);
    assert!(sheet(&project, "pk-perubahan-1", "Analis").text().contains("DRAF"));
    assert_eq!(project.run(&["tetapkan", "--tanggal", "1 Juli 2026"]).code, 4);
}

#[test]
fn a_revision_shows_as_such_on_the_charts_and_in_the_manifest() {
    let project = frozen();
    revise(&project);
    ok(&project, &["bagan"]);
    assert!(!project.path("output/contoh/pk-perubahan-1").exists());
    let charts = project.pdfs("output/contoh/bagan");
    let labelled = charts.iter().filter(|path| ReadBack::open(path).prints("Edisi Perubahan 1")).count();
    assert!(labelled > 0, "{charts:?}");
    let manifest: Json =
        serde_json::from_slice(&std::fs::read(project.path("output/contoh/manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["edisi"][0]["tanggal"], "5 Januari 2026");
    assert!(!manifest.to_string().contains("Pegawai Contoh") && !manifest.to_string().contains("1991010"));
}

#[test]
fn one_who_only_leaves_is_reported_and_nobody_signs() {
    let project = frozen();
    leave(&project, "Pegawai Contoh 09");
    let run = ok(&project, &[]);
    assert!(run.stderr.contains("5 Januari 2026: 1 lembar tidak dipakai lagi\n"), "{}", run.stderr);
    assert!(!project.path("output/contoh/pk-perubahan-1").exists());
    let report = ReadBack::open(&project.path("output/contoh/laporan/perubahan.pdf"));
    assert!(report.prints("Lembar yang tidak dipakai lagi") && report.prints("Pegawai Contoh 09"));
    let run = ok(&project, &["tetapkan", "--tanggal", "1 Juli 2026"]);
    assert!(run.stderr.contains("Perubahan 1 ditetapkan, 0 lembar"), "{}", run.stderr);
    let before = stamps(&project);
    ok(&project, &[]);
    assert_eq!(stamps(&project), before);
}

#[test]
fn who_is_called_otherwise_signs_the_same_sheet_again() {
    let project = frozen();
    let renamed = |rows: &mut lembar::Rows| {
        let cells = rows.iter_mut().flatten().filter(|cell| **cell == text("Pengelola Data"));
        cells.for_each(|cell| *cell = text("Pengelola Data dan Informasi"));
    };
    for path in ["input/contoh/matriks.xlsx", ROSTER, TARGETS] {
        lembar::edit(&project.path(path), renamed);
    }
    let run = ok(&project, &["--jelaskan"]);
    assert!(run.stderr.contains("1 lembar ditandatangani ulang\n"), "{}", run.stderr);
    assert!(run.stderr.contains("baru — nama jabatan"), "{}", run.stderr);
    assert_eq!(sheets(&project, "pk-perubahan-1"), ["Sekretariat/Pengelola Data dan Informasi"]);
}

#[test]
fn what_was_signed_before_is_signed_again_where_a_later_edition_promises_it_anew() {
    let project = frozen();
    let copy = project.path("input/contoh/tanda terima.xlsx");
    std::fs::copy(project.path("output/contoh/laporan/register.xlsx"), &copy).unwrap();
    lembar::edit(&copy, |rows| {
        for row in rows[5..].iter_mut() {
            row[8] = text("sudah");
        }
    });
    assert!(ok(&project, &[]).stderr.contains("17 dari 17 sudah ditandatangani"));
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    ok(&project, &["tetapkan", "--tanggal", "1 Juli 2026"]);
    retarget(&project, LAPORAN, 5.0);
    let run = ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-2"), ["Sekretariat/Perencana Ahli Muda"]);
    assert!(run.stderr.contains("0 dari 1 sudah ditandatangani"), "{}", run.stderr);
}

#[test]
fn copies_of_an_earlier_edition_go_to_its_archive() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    let before = tree(&project);
    ok(&project, &["tetapkan"]);
    revise(&project);
    ok(&project, &[]);
    let after = tree(&project);
    let copies: Vec<_> = before.iter().filter(|(path, _)| path.starts_with("publikasi/")).collect();
    assert_eq!(copies.len(), 17);
    for (path, bytes) in copies {
        assert!(after.get(&format!("_arsip/murni/{path}")) == Some(bytes), "{path}");
    }
    assert!(!project.path("output/contoh/publikasi").exists());
    assert_eq!(after.keys().filter(|path| path.starts_with("publikasi-perubahan-1/")).count(), 4);
    ok(&project, &["verifikasi"]);
}

#[test]
fn an_office_whose_first_printed_edition_is_a_revision_finds_it_where_revisions_lie() {
    let project = Project::with_instansi("contoh");
    let project = project.edit(CONFIG, |text| text.replace("kertas =", "edisi = \"Perubahan\"\nkertas ="));
    ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-1").len(), 17);
    assert!(!project.path("output/contoh/pk").exists());
    let run = ok(&project, &["tetapkan"]);
    assert!(run.stderr.contains("dicetak di folder pk-perubahan-2"), "{}", run.stderr);
    retarget(&project, LAPORAN, 6.0);
    let run = ok(&project, &[]);
    assert!(run.stderr.contains("edisi     Perubahan 2, terhadap Perubahan, 5 Januari 2026"), "{}", run.stderr);
    assert_eq!(sheets(&project, "pk-perubahan-2"), ["Sekretariat/Perencana Ahli Muda"]);
}
