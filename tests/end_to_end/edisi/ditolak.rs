//! What is not frozen or printed, and what the office is told.

use super::*;

/// The project refuses, says this, and writes nothing.
fn refused(project: &Project, args: &[&str], code: i32, texts: &[&str]) {
    let before = stamps(project);
    let run = project.run(args);
    assert_eq!((run.code, run.stdout.as_str()), (code, ""), "{}", run.stderr);
    for text in texts {
        assert!(run.stderr.contains(text), "{text}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("Pegawai Contoh"), "{}", run.stderr);
    assert_eq!(stamps(project), before);
}

#[test]
fn what_was_never_printed_is_not_frozen() {
    let project = Project::with_instansi("contoh");
    refused(&project, &["tetapkan"], 2, &["belum ada yang dicetak", "saran: Jalankan perjakin"]);
    assert!(!project.path("output").exists());
}

#[test]
fn what_is_printed_from_older_data_is_not_frozen() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    retarget(&project, LAPORAN, 6.0);
    leave(&project, ANALIS);
    let texts =
        ["lembar belum dicetak menurut data sekarang", "Perencana Ahli Muda-", "1 lembar tidak lagi ada dalam data"];
    refused(&project, &["tetapkan"], 2, &texts);
    ok(&project, &[]);
    ok(&project, &["tetapkan"]);
}

#[test]
fn drafts_are_not_frozen() {
    let project = Project::with_instansi("contoh");
    lembar::edit(&project.path(ROSTER), |rows| {
        let row = rows.iter_mut().find(|cells| cells.contains(&text(ANALIS))).unwrap();
        row[2] = text("19910108 201601 1");
    });
    ok(&project, &[]);
    refused(&project, &["tetapkan"], 4, &["lembar masih bertanda DRAF", "perjakin periksa", "Analis Kebijakan"]);
}

#[test]
fn a_signed_sheet_with_a_new_version_beside_it_is_settled_first() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    let all = project.pdfs("output/contoh/pk");
    let signed = all.iter().find(|path| path.to_str().unwrap().contains("Perencana")).unwrap();
    let bytes = [std::fs::read(signed).unwrap(), b"% tanda tangan".to_vec()].concat();
    std::fs::write(signed, bytes).unwrap();
    retarget(&project, LAPORAN, 6.0);
    assert_eq!(project.run(&[]).code, 6);
    let texts = ["1 lembar telah ditandatangani atau diubah, dan versi barunya ada di sampingnya", "Pilih satu"];
    refused(&project, &["tetapkan"], 6, &texts);
    retarget(&project, LAPORAN, 5.0);
    ok(&project, &[]);
    ok(&project, &["tetapkan"]);
}

#[test]
fn a_date_is_needed_and_must_be_one() {
    let project = frozen();
    refused(&project, &["tetapkan", "--tanggal", "besok"], 2, &["\"besok\" bukan tanggal"]);
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    refused(&project, &["tetapkan"], 2, &["tanggal penandatanganan edisi Perubahan 1 belum diketahui", "[perubahan]"]);
    ok(&project, &["tetapkan", "--tanggal", "Juli 2026"]);
}

#[test]
fn a_date_that_cannot_be_is_refused() {
    let project = Project::with_instansi("contoh");
    ok(&project, &[]);
    for date in ["5 Januari 2062", "30 November 2025"] {
        let texts = ["edisi Murni untuk tahun 2026 tidak dapat ditandatangani", date];
        refused(&project, &["tetapkan", "--tanggal", date], 2, &texts);
    }
    ok(&project, &["tetapkan", "--tanggal", "29 Desember 2025"]);
    let project = frozen();
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    let texts = ["tanggal edisi Perubahan 1, 4 Januari 2026, lebih awal", "(Murni, 5 Januari 2026)"];
    refused(&project, &["tetapkan", "--tanggal", "4 Januari 2026"], 2, &texts);
}

#[test]
fn a_signed_sheet_that_is_gone_is_told_by_every_run() {
    let project = frozen();
    std::fs::remove_file(&project.pdfs("output/contoh/pk")[0]).unwrap();
    let texts = ["tetapi berkasnya hilang", "saran: Pulihkan berkas itu dari cadangan"];
    for _ in 0..2 {
        refused(&project, &[], 6, &texts);
    }
}

#[test]
fn a_manifest_that_is_gone_is_told_with_its_remedy() {
    let project = frozen();
    let manifest = project.path("output/contoh/manifest.json");
    std::fs::remove_file(&manifest).unwrap();
    let texts = ["manifest.json tidak dapat dipakai: hilang", "saran: Jalankan perjakin lebih dulu"];
    refused(&project, &["tetapkan"], 5, &texts);
    ok(&project, &[]);
    std::fs::remove_file(&manifest).unwrap();
    std::fs::remove_file(project.path("output/contoh/manifest.lama.json")).unwrap();
    let texts = ["manifest.json tidak ada di output/contoh, padahal ada lembar PK", "Pulihkan manifest.json"];
    refused(&project, &["verifikasi"], 2, &texts);
}

#[test]
fn another_year_needs_another_output_folder() {
    let project = frozen()
        .edit(CONFIG, |text| text.replace("tahun = 2026", "tahun = 2027").replace("Januari 2026", "Januari 2027"));
    for args in [&["cetak"][..], &["tetapkan"], &["bagan"]] {
        refused(&project, args, 2, &["edisi tahun 2026 yang telah ditetapkan", "menyebut tahun 2027"]);
    }
    ok(&project, &["--output", "output-2027"]);
}

#[test]
fn without_its_record_an_edition_is_not_guessed_at() {
    let project = frozen();
    let record = project.path("output/contoh/_arsip/murni/edisi.json");
    let kept = std::fs::read(&record).unwrap();
    std::fs::write(&record, b"{}").unwrap();
    retarget(&project, LAPORAN, 6.0);
    for args in [&["cetak"][..], &["tetapkan"]] {
        refused(&project, args, 5, &["_arsip/murni/edisi.json", "Pulihkan berkas itu dari cadangan"]);
    }
    assert_eq!(project.run(&["verifikasi"]).code, 6);
    std::fs::write(&record, kept).unwrap();
    ok(&project, &[]);
    assert_eq!(sheets(&project, "pk-perubahan-1").len(), 1);
}

#[test]
fn damage_to_the_manifest_does_not_undo_a_signature() {
    let project = frozen();
    let signed = tree(&project);
    std::fs::write(project.path("output/contoh/manifest.json"), b"{").unwrap();
    retarget(&project, LAPORAN, 6.0);
    ok(&project, &[]);
    let now = tree(&project);
    assert!(
        signed.iter().filter(|(path, _)| path.starts_with("pk/")).all(|(path, bytes)| now.get(path) == Some(bytes))
    );
    assert_eq!(sheets(&project, "pk-perubahan-1").len(), 1);
}

/// What is said where nothing changed since an edition was frozen.
const SIGNED: &str = "edisi     Murni, ditetapkan 5 Januari 2026; tidak ada perubahan sesudahnya";

#[test]
fn an_instansi_that_was_renamed_after_it_signed_is_not_begun_anew() {
    let project = frozen();
    std::fs::rename(project.path("input/contoh"), project.path("input/dinas-baru")).unwrap();
    let texts = [
        "output/dinas-baru belum ada",
        "output/contoh berisi edisi yang sudah ditetapkan",
        "saran: Bila hanya namanya",
    ];
    refused(&project, &[], 2, &texts);
    std::fs::rename(project.path("output/contoh"), project.path("output/dinas-baru")).unwrap();
    assert!(ok(&project, &[]).stderr.contains(SIGNED));

    // A lone instansi is filed by the name in its configuration.
    std::fs::rename(project.path("input/dinas-baru"), project.path("sendiri")).unwrap();
    std::fs::rename(project.path("output/dinas-baru"), project.path("output/dinas-contoh-kota-contoh")).unwrap();
    let lone = ["cetak", "--input", "sendiri"];
    assert!(ok(&project, &lone).stderr.contains(SIGNED));
    let project =
        project.edit("sendiri/perjakin.toml", |text| text.replace("\"Dinas Contoh Kota", "\"Badan Contoh Kota"));
    refused(&project, &lone, 2, &["output/badan-contoh-kota-contoh belum ada", "output/dinas-contoh-kota-contoh"]);
    let elsewhere = ["cetak", "--input", "sendiri", "--output", "lain"];
    ok(&project, &elsewhere);
}
