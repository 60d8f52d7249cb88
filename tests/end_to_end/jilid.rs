//! Print volumes and the register: what the office prints, hands out, and
//! fills in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use perjakin::workbook::grid::Value;

use crate::support::lembar::edit;
use crate::support::pdf::{Page, ReadBack};
use crate::support::project::Project;

const CONFIG: &str = "input/contoh/perjakin.toml";
const VOLUME: &str = "output/contoh/cetak/per-unit/Sekretariat.pdf";
const SIGNERS: [&str; 3] = ["Pegawai Contoh 02, S.E., M.M.", "Pegawai Contoh 04, S.A.P.", PROMOTED];
const PROMOTED: &str = "Pegawai Contoh 09";
const REGISTER: &str = "output/contoh/laporan/register.xlsx";

fn contoh() -> Project {
    Project::with_instansi("contoh")
}

/// The invented agency, its volumes made as this line says.
fn with(setting: &str) -> Project {
    contoh().edit(CONFIG, |text| format!("{text}\n[cetak]\n{setting}\n"))
}

fn printed(project: &Project) -> ReadBack {
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    ReadBack::open(&project.path(VOLUME))
}

/// The sheet of a unit whose file's name has these words.
fn sheet(project: &Project, words: &str) -> ReadBack {
    let all = project.pdfs("output/contoh/pk/Sekretariat");
    let own = all.iter().find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(words)));
    ReadBack::open(own.unwrap_or_else(|| panic!("no sheet of {words}")))
}

fn same(one: &[Page], other: &[Page]) -> bool {
    let near = |a: &Page, b: &Page| {
        a.size_mm == b.size_mm
            && a.glyphs.len() == b.glyphs.len()
            && a.glyphs.iter().zip(&b.glyphs).all(|(a, b)| a.0 == b.0 && (a.1 - b.1).hypot() < 0.001)
    };
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| near(a, b))
}

#[test]
fn a_volume_holds_its_sheets_glyph_for_glyph_on_the_front_of_the_paper() {
    let project = contoh();
    let volume = printed(&project);
    let people = &volume.bookmarks[1..];
    assert_eq!(people.len(), project.pdfs("output/contoh/pk/Sekretariat").len());
    assert!(people[0].text.starts_with("Pegawai Contoh 02, S.E., M.M. — Pj. Sekretaris Dinas"), "{}", people[0].text);
    let mut sheets: Vec<ReadBack> =
        project.pdfs("output/contoh/pk/Sekretariat").iter().map(|path| ReadBack::open(path)).collect();
    for (number, bookmark) in people.iter().enumerate() {
        assert_eq!((bookmark.page % 2, bookmark.level), (1, 1), "{}", bookmark.text);
        let end = people.get(number + 1).map_or(volume.pages.len() + 1, |next| next.page);
        let mut own = &volume.pages[bookmark.page - 1..end - 1];
        if own.last().is_some_and(|page| page.glyphs.is_empty()) {
            own = &own[..own.len() - 1];
        }
        let found = sheets.iter().position(|sheet| same(&sheet.pages, own));
        sheets.remove(found.unwrap_or_else(|| panic!("{} is none of the sheets", bookmark.text)));
        let (first, last) = (bookmark.page, bookmark.page + own.len() - 1);
        assert!(volume.pages[0].text.contains(&format!("{first}–{last}")), "the cover says where {first} is");
    }
    assert!(sheets.is_empty());
    // As a single sheet: tagged, in Indonesian, and nobody's name in its title.
    assert!(volume.tagged && volume.lang.as_deref() == Some("id"));
    assert_eq!(volume.title.as_deref(), Some("Jilid cetak Perjanjian Kinerja Tahun 2026: Sekretariat"));
}

#[test]
fn printed_on_one_side_no_page_is_left_empty_and_copies_follow_as_wanted() {
    let project = with("bolak_balik = false\nrangkap = 2");
    let volume = printed(&project);
    assert!(volume.pages.iter().all(|page| !page.glyphs.is_empty()));
    let first = sheet(&project, "Sekretaris Dinas");
    let pages = first.pages.len();
    assert!(same(&volume.pages[1..][..pages], &first.pages) && same(&volume.pages[1 + pages..][..pages], &first.pages));
    let sheets = volume.bookmarks.len() - 1;

    let project = with("bolak_balik = false\nrangkap = 2\nurutan_rangkap = \"jilid\"");
    let again = printed(&project);
    assert_eq!((again.pages.len(), again.bookmarks.len() - 1), (volume.pages.len(), sheets));
    let half = (again.pages.len() - 1) / 2;
    assert!(same(&again.pages[1..][..half], &again.pages[1 + half..]));
}

#[test]
fn volumes_by_jenjang_or_of_all_name_the_units_in_their_bookmarks() {
    let project = with("jilid = \"semua\"");
    assert_eq!(project.run(&[]).code, 0);
    let volume = ReadBack::open(&project.path("output/contoh/cetak/Semua.pdf"));
    let units: Vec<_> = volume.bookmarks.iter().filter(|one| one.level == 1).map(|one| one.text.as_str()).collect();
    assert_eq!(units, ["Daftar isi jilid", "Pimpinan", "Sekretariat", "Bidang Pelayanan", "Bidang Pemberdayaan"]);
    // One of them is signed electronically.
    let sheets = project.pdfs("output/contoh/pk").len() - 1;
    assert_eq!(volume.bookmarks.iter().filter(|one| one.level == 2).count(), sheets);

    let project = project.edit(CONFIG, |text| text.replace("\"semua\"", "\"jenjang\""));
    assert_eq!(project.run(&[]).code, 0);
    let names: Vec<_> = project.pdfs("output/contoh/cetak").iter().map(|path| name(path)).collect();
    assert_eq!(names, ["Administrator.pdf", "Fungsional.pdf", "Pelaksana.pdf", "Pengawas.pdf", "Pimpinan Tinggi.pdf"]);
    let project = project.edit(CONFIG, |text| text.replace("\"jenjang\"", "\"tidak ada\""));
    assert_eq!(project.run(&[]).code, 0);
    assert!(project.pdfs("output/contoh/cetak").is_empty());
}

#[test]
fn drafts_are_left_out_and_the_cover_says_why() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    let volume = ReadBack::open(&project.path("output/dinsos-bekasi-2026/cetak/per-unit/Sekretariat.pdf"));
    assert!(volume.pages[0].text.contains("Tidakikutdalamjilidini"));
    assert!(volume.pages[0].text.contains("NIP-01(Matriks!"), "{}", volume.pages[0].text);
    assert!(volume.bookmarks.iter().all(|one| !one.text.contains("Sekretaris Dinas")), "it is a draft");
    assert!(volume.pages[1..].iter().all(|page| !page.text.contains("DRAF")));
    // Of a unit that has nothing but drafts there is no volume.
    let pimpinan = project.path("output/dinsos-bekasi-2026/cetak/per-unit/Pimpinan.pdf");
    assert!(!pimpinan.exists());
}

#[test]
fn a_sheet_that_cannot_be_printed_is_left_out_and_the_others_are_bound() {
    const STOPS: &str = "Pegawai Contoh 04, S.A.P.";
    // One fails while it is laid out, one only as it is written.
    let template = format!(
        "{}\n#if d.kanan.nama == \"{STOPS}\" {{ panic(\"uji\") }}\n#if d.kanan.nama == \"{PROMOTED}\" [\u{f0a7}]\n",
        include_str!("../../templates/pk.typ")
    );
    let project = contoh().write("input/contoh/templates/pk.typ", template);
    for _ in 0..2 {
        let run = project.run(&[]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        // The sheets and their copies for the website, each as its own failure.
        assert!(run.stderr.contains("gagal dicetak: 4 berkas") && run.stderr.contains("\n    pk/Sekretariat/"));
        let told = "cetak/per-unit/Sekretariat.pdf: 2 lembar tidak tercetak; sebabnya di halaman pertama jilid ini";
        assert!(run.stderr.contains(told), "{}", run.stderr);
        assert!(!run.stderr.contains("Pegawai Contoh"), "{}", run.stderr);
    }
    let volume = ReadBack::open(&project.path(VOLUME));
    let cover = &volume.pages[0].text;
    assert!(cover.contains("tidaktercetak:templatmenghentikandiri:uji"), "{cover}");
    assert!(cover.contains("tidaktercetak:adatandayangtidakdapatdicetakdenganhurufdokumen"), "{cover}");
    assert!(cover.contains("Tidakikut:2lembar"), "{cover}");
    let sheets = project.pdfs("output/contoh/pk/Sekretariat");
    assert_eq!(volume.bookmarks.len() - 1, sheets.len(), "what has a file of its own is in the volume");
    assert!(volume.bookmarks.iter().all(|one| [STOPS, PROMOTED].iter().all(|name| !one.text.starts_with(name))));
    let pages: usize = sheets.iter().map(|path| ReadBack::open(path).pages.len()).sum();
    assert_eq!(volume.pages[1..].iter().filter(|page| !page.glyphs.is_empty()).count(), pages);

    // Without the mistake all are bound, and nothing is told any more.
    std::fs::remove_dir_all(project.path("input/contoh/templates")).unwrap();
    let run = project.run(&[]);
    assert!(run.code == 0 && !run.stderr.contains("tidak tercetak"), "{}", run.stderr);
    assert_eq!(ReadBack::open(&project.path(VOLUME)).bookmarks.len() - 1, sheets.len() + 2);
}

#[test]
fn electronically_signed_sheets_are_not_printed() {
    let project = contoh().edit(CONFIG, |text| format!("{text}\n[tte]\naktif = true\njenjang = [\"administrator\"]\n"));
    let volume = printed(&project);
    assert!(volume.pages[0].text.contains("ditandatanganisecaraelektronik"));
    assert!(volume.bookmarks.iter().all(|one| !one.text.contains("Sekretaris Dinas")));
}

#[test]
fn a_second_run_writes_nothing_and_a_change_only_what_it_touches() {
    let project = contoh();
    assert_eq!(project.run(&[]).code, 0);
    let before = state(&project);
    let run = project.run(&[]);
    assert!(run.stderr.contains(" 0 ditulis,"), "{}", run.stderr);
    assert!(before == state(&project));

    promote(&project);
    let only = project.run(&["--hanya", PROMOTED]);
    assert_eq!(only.code, 0, "{}", only.stderr);
    let folders = ["pk", "publikasi"];
    assert_eq!(touched(&project, &before), folders, "with --hanya neither volumes nor register are touched");
    let rest = project.run(&[]);
    assert_eq!(rest.code, 0, "{}", rest.stderr);
    let changed: BTreeSet<_> = state(&project).difference(&before).map(|(path, ..)| path.clone()).collect();
    let documents: Vec<_> = changed.iter().filter(|path| path.components().count() > 1).collect();
    let sheet = documents.iter().filter(|path| path.starts_with("pk/Sekretariat")).count();
    // The sheet with its copy, and what is checked below: the printed register
    // tells no rank, so it stays as it is.
    assert_eq!((sheet, documents.len()), (1, 4), "{documents:?}");
    for path in ["cetak/per-unit/Sekretariat.pdf", "laporan/register.xlsx"] {
        assert!(changed.contains(Path::new(path)), "{path} in {documents:?}");
    }
    let before = state(&project);
    assert_eq!(project.run(&[]).code, 0);
    assert!(before == state(&project));
}

#[test]
fn the_register_lists_every_sheet_and_reads_the_offices_notes_back() {
    let project = contoh();
    let run = project.run(&[]);
    assert!(!run.stderr.contains("sudah ditandatangani"), "{}", run.stderr);
    let list = ReadBack::open(&project.path("output/contoh/laporan/register.pdf"));
    assert!(list.pages.iter().all(|page| page.size_mm.0 > page.size_mm.1 && page.text.contains("NamadanNIP")));
    assert_eq!(list.title.as_deref(), Some("Register Perjanjian Kinerja Tahun 2026"));

    // The office keeps a copy beside the matrix and fills three rows in.
    let copy = project.path("input/contoh/daftar tanda tangan.xlsx");
    std::fs::copy(project.path(REGISTER), &copy).unwrap();
    let sheets = project.pdfs("output/contoh/pk").len();
    edit(&copy, |rows| {
        assert_eq!(rows.len(), 5 + sheets);
        for row in rows.iter_mut().filter(|row| holder(row).is_some_and(|name| SIGNERS.contains(&name))) {
            row[8] = Some(Value::Text("Sudah".into()));
            row[9] = Some(Value::Text("6 Januari 2026".into()));
        }
    });
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("3 dari {sheets} sudah ditandatangani")), "{}", run.stderr);
    assert_eq!(signed(&project).len(), 3);

    // Another date on the paper is no other promise.
    let project = project.edit(CONFIG, |text| text.replace("5 Januari 2026", "7 Januari 2026"));
    let run = project.run(&[]);
    assert!(run.stderr.contains(&format!("3 dari {sheets} sudah ditandatangani\n")), "{}", run.stderr);

    // One of them changes: it must be signed again, and the others stand.
    promote(&project);
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let told = format!("2 dari {sheets} sudah ditandatangani; 1 berubah sesudahnya");
    assert!(run.stderr.contains(&told), "{}", run.stderr);
    assert!(!signed(&project).contains(PROMOTED));
    let list = ReadBack::open(&project.path("output/contoh/laporan/register.pdf"));
    assert!(list.prints("isi berubah, tanda tangani ulang") && list.prints("6 Januari 2026"));
}

#[test]
fn a_register_filled_in_where_it_lies_is_not_lost() {
    let project = contoh();
    assert_eq!(project.run(&[]).code, 0);
    edit(&project.path(REGISTER), |rows| rows[6][8] = Some(Value::Text("sudah".into())));
    let filled = std::fs::read(project.path(REGISTER)).unwrap();
    let run = project.run(&[]);
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(run.stderr.contains("saran: Pindahkan register yang telah diisi itu ke folder instansi"), "{}", run.stderr);
    promote(&project);
    let run = project.run(&[]);
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(std::fs::read(project.path(REGISTER)).unwrap() == filled);
    assert!(project.path("output/contoh/laporan/register (versi baru).xlsx").exists());
}

#[test]
fn marks_of_a_sheet_under_another_name_and_of_no_sheet_are_told() {
    let project = contoh();
    assert_eq!(project.run(&[]).code, 0);
    let copy = project.path("input/contoh/register.xlsx");
    std::fs::copy(project.path(REGISTER), &copy).unwrap();
    edit(&copy, |rows| {
        for row in &mut rows[5..] {
            row[8] = Some(Value::Text("sudah".into()));
            if holder(row) == Some(SIGNERS[1]) {
                row[13] = None;
            }
        }
    });
    edit(&project.path("input/contoh/pegawai.xlsx"), |rows| {
        let row = rows.iter_mut().find(|row| holder(row) == Some(PROMOTED)).unwrap();
        row[1] = Some(Value::Text(format!("{PROMOTED}, A.Md.")));
    });
    let run = project.run(&[]);
    assert!(run.stderr.contains("15 dari 17 sudah ditandatangani; 1 berubah sesudahnya"), "{}", run.stderr);
    let checked = project.run(&["periksa"]).stdout;
    assert!(checked.contains("register.xlsx, lembar Register, 16 lembar bertanda sudah"), "{checked}");
    assert!(checked.contains("BACA-33"), "{checked}");
    let renamed = format!("{PROMOTED}, A.Md.");
    edit(&copy_of(&project), |rows| {
        let row = rows.iter().find(|row| holder(row) == Some(&renamed)).unwrap();
        assert_eq!(row[11], Some(Value::Text("isi berubah sesudah ditandatangani".into())));
    });
}

/// The holder's name on a row of the register.
fn holder(row: &[Option<Value>]) -> Option<&str> {
    match row.get(1)? {
        Some(Value::Text(name)) if name.starts_with("Pegawai Contoh 0") => Some(name),
        _ => None,
    }
}

/// Who is noted as signed in the register as written.
fn signed(project: &Project) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    edit(&copy_of(project), |rows| {
        for row in rows.iter().filter(|row| row.get(8) == Some(&Some(Value::Text("sudah".into())))) {
            found.extend(holder(row).map(str::to_owned));
        }
    });
    found
}

fn copy_of(project: &Project) -> PathBuf {
    let copy = project.path("salinan.xlsx");
    std::fs::copy(project.path(REGISTER), &copy).unwrap();
    copy
}

/// Another rank for one who is nobody's superior.
fn promote(project: &Project) {
    edit(&project.path("input/contoh/pegawai.xlsx"), |rows| {
        let row = rows.iter_mut().find(|row| holder(row) == Some(PROMOTED)).unwrap();
        row[3] = Some(Value::Text("Pengatur Tingkat I".into()));
        row[4] = Some(Value::Text("II/d".into()));
    });
}

/// The files of the output folder with what tells a rewritten one.
fn state(project: &Project) -> BTreeSet<(PathBuf, std::time::SystemTime, u64)> {
    let root = project.path("output/contoh");
    let seen = |path: PathBuf| {
        let data = std::fs::metadata(&path).unwrap();
        (path.strip_prefix(&root).unwrap().to_owned(), data.modified().unwrap(), data.len())
    };
    project.files("output/contoh").into_iter().map(seen).collect()
}

/// The folders in which documents were written since.
fn touched(project: &Project, before: &BTreeSet<(PathBuf, std::time::SystemTime, u64)>) -> Vec<String> {
    let now = state(project);
    let paths = now.difference(before).map(|(path, ..)| path);
    let folders: BTreeSet<_> = paths.filter(|path| path.components().count() > 1).map(|path| folder(path)).collect();
    folders.into_iter().collect()
}

fn folder(path: &Path) -> String {
    path.iter().next().unwrap().to_string_lossy().into_owned()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
