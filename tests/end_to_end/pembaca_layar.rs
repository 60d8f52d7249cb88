//! What a listener is told: the tags of every kind of document, as a screen
//! reader walks through them.

use std::path::{Path, PathBuf};

use crate::support::pdf::ReadBack;
use crate::support::project::Project;
use crate::support::tags::Tags;

const CONFIG: &str = "input/contoh/perjakin.toml";
const BSRE: &str = "Dokumen ini telah ditandatangani secara elektronik";

/// The invented agency, printed with these lines added to its configuration.
fn contoh(lines: &str) -> Project {
    printed(Project::with_instansi("contoh").edit(CONFIG, |text| format!("{text}\n{lines}\n")))
}

fn printed(project: Project) -> Project {
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    project
}

/// The only sheet whose file's name has these words.
fn sheet(project: &Project, words: &str) -> PathBuf {
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(words));
    let mut found = project.pdfs("output/contoh/pk").into_iter().filter(named);
    let path = found.next().unwrap_or_else(|| panic!("no sheet of {words}"));
    assert!(found.next().is_none(), "more than one sheet of {words}");
    path
}

/// What holds of every document.
pub fn assert_sound(tags: &Tags, path: &Path) {
    let name = path.display();
    // Text that is no paragraph runs into its neighbours.
    for element in tags.top() {
        assert!(!["Span", "Figure"].contains(&element.kind.as_str()), "{name}: loose text: {}", element.text);
    }
    for kind in ["TH", "LBody"] {
        assert!(tags.all(kind).all(|element| !element.text.trim().is_empty()), "{name}: an empty {kind}");
    }
    for cell in tags.all("TD").filter(|cell| !cell.text.is_empty()) {
        assert!(!tags.heads(cell).is_empty(), "{name}: nobody heads {}", cell.text);
    }
}

#[test]
fn no_document_has_loose_text_or_empty_heads() {
    let chart = "[bagan]\npemegang = true\ntandai_target = true\nsambung = [\"A4\"]\n[cetak]\njilid = \"semua\"";
    let tte = "[tte]\naktif = true";
    let project = contoh(&format!("{chart}\n{tte}"));
    let pdfs = project.pdfs("output");
    assert!(pdfs.len() > 30, "{}", pdfs.len());
    for path in pdfs {
        let Some(tags) = Tags::read(&path) else { return };
        assert_sound(&tags, &path);
        // An item without a number stands in a numbered list only.
        let unlabelled = tags.all("Lbl").find(|label| label.text.trim().is_empty());
        assert!(unlabelled.is_none(), "{}: an empty label", path.display());
    }
}

#[test]
fn every_cell_is_read_with_the_head_of_its_own_column() {
    let project = contoh("[cetak]\njilid = \"semua\"");
    let Some(tags) = Tags::read(&sheet(&project, "Sekretaris")) else { return };
    assert_eq!(tags.heads_of("350.000.000"), ["Anggaran (Rp)"]);
    assert_eq!(tags.heads_of("1.850.000.000"), ["Anggaran (Rp)"], "the sum belongs to no group");
    assert_eq!(tags.heads_of("Jumlah"), ["Kegiatan"]);
    // The title of a group heads nothing.
    assert!(tags.all("TH").all(|head| !head.text.starts_with("Program Penunjang")));

    let tags = Tags::read(&sheet(&project, "Subbagian Umum")).unwrap();
    assert!(tags.all("TD").any(|cell| cell.text == "(1)"));
    assert!(tags.all("TH").all(|head| !head.text.starts_with('(')));

    let tags = Tags::read(&project.path("output/contoh/laporan/register.pdf")).unwrap();
    let states: Vec<_> = tags.all("TD").filter(|cell| cell.text == "siap").map(|cell| tags.heads(cell)).collect();
    assert_eq!(states, vec![vec!["Keadaan"]; 17]);

    let volume = project.pdfs("output/contoh/cetak").remove(0);
    let tags = Tags::read(&volume).unwrap();
    let name = tags.all("TD").find(|cell| cell.text.starts_with("Pegawai Contoh 02")).unwrap();
    assert_eq!(tags.heads(name), ["Nama dan jabatan"]);
}

#[test]
fn the_sentence_of_an_electronic_signature_is_read_once_and_printed_on_every_page() {
    let project = contoh("[tte]\naktif = true");
    for path in project.pdfs("output/contoh/pk") {
        let Some(tags) = Tags::read(&path) else { return };
        assert_eq!(tags.times(BSRE), 1, "{}", path.display());
        let sentence = tags.top().position(|element| element.text.contains(BSRE)).unwrap();
        let annex = tags.top().position(|element| element.text.starts_with("LAMPIRAN")).unwrap();
        assert_eq!(sentence + 1, annex, "it is the last of the first page");
        let read = ReadBack::open(&path);
        for page in &read.pages {
            assert_eq!(page.text.matches("Dokumeninitelahditandatangani").count(), 1, "{}", path.display());
            assert_eq!(page.text.matches("Halaman").count(), 1, "{}", path.display());
        }
    }
}

#[test]
fn headings_of_several_lines_keep_their_words_apart() {
    let project = contoh("[cetak]\njilid = \"semua\"");
    let bookmark = |path: &Path| ReadBack::open(path).bookmarks.remove(0).text;
    let register = bookmark(&project.path("output/contoh/laporan/register.pdf"));
    assert_eq!(register, "REGISTER PERJANJIAN KINERJA TAHUN 2026 DAN TANDA TERIMA");
    let Some(tags) = Tags::read(&project.pdfs("output/contoh/cetak").remove(0)) else { return };
    assert!(tags.top().next().unwrap().kind == "H1");
    for path in project.pdfs("output") {
        for bookmark in ReadBack::open(&path).bookmarks {
            let joined = bookmark.text.contains("2026DAN") || bookmark.text.contains("CETAKPER");
            assert!(!joined, "{}: {}", path.display(), bookmark.text);
        }
    }
}

#[test]
fn a_draft_is_told_by_its_title_and_by_nothing_else() {
    let project = printed(Project::sample());
    let mut drafts = 0;
    for path in project.pdfs("output").into_iter().filter(|path| !path.to_string_lossy().contains("/laporan/")) {
        let Some(tags) = Tags::read(&path) else { return };
        let read = ReadBack::open(&path);
        let draft = read.text().contains("DRAF");
        drafts += usize::from(draft);
        assert_eq!(read.title.unwrap().starts_with("DRAF – "), draft, "{}", path.display());
        assert_eq!(tags.times("DRAF"), 0, "{}: the stamp is read out", path.display());
    }
    assert!(drafts > 5);
}

#[test]
fn the_matrix_has_a_chapter_a_jabatan_and_heads_over_every_cell() {
    let project = printed(Project::sample());
    let path = project.path("output/dinsos-bekasi-2026/bagan/matriks.pdf");
    let Some(tags) = Tags::read(&path) else { return };
    assert_eq!((tags.all("H1").count(), tags.all("H2").count()), (1, 22));
    let read = ReadBack::open(&path);
    let levels: Vec<usize> = read.bookmarks.iter().map(|bookmark| bookmark.level).collect();
    assert_eq!((levels[0], levels[1..].to_vec()), (1, vec![2; 22]));
    assert_sound(&tags, &path);
    let cell = tags.all("TD").find(|cell| cell.text.starts_with("Meningkatnya rehabilitasi")).unwrap();
    assert_eq!(tags.heads(cell), ["SASARAN", "KEPALA BIDANG REHABILITASI SOSIAL"]);
    let cell = tags.all("TD").find(|cell| cell.text.starts_with("Meningkatnya keberfungsian")).unwrap();
    assert_eq!(tags.heads(cell), ["SASARAN 2", "KEPALA DINAS SOSIAL KOTA BEKASI"]);
}

#[test]
fn a_missing_target_is_told_and_the_cut_poster_keeps_the_levels() {
    let project = contoh("[bagan]\ntandai_target = true\nsambung = [\"A4\"]");
    let bytes = std::fs::read(project.path("output/contoh/bagan/poster.pdf")).unwrap();
    let alt = b"/Alt(Belum ada target)";
    assert_eq!(bytes.windows(alt.len()).filter(|part| part == alt).count(), 1);
    let Some(tiles) = Tags::read(&project.path("output/contoh/bagan/sambung-A4.pdf")) else { return };
    assert!(tiles.all("H1").all(|head| head.text.starts_with("Lembar ")));
    let boxes: usize = (2..=6).map(|level| tiles.all(&format!("H{level}")).count()).sum();
    assert_eq!(boxes, 13);
    assert!(tiles.all("H3").count() > 0, "superiors and theirs are told apart");
}

#[test]
fn what_cannot_be_printed_is_a_box_on_a_draft_and_stops_no_other_sheet() {
    let rows = [
        "Jabatan;Atasan;Sasaran;Indikator",
        "Kepala Dinas Contoh;;Meningkatnya mutu layanan contoh;Indeks mutu layanan contoh",
        "Sekretaris;Kepala Dinas Contoh;Meningkatnya tata \u{1f600} kelola contoh;Nilai tata kelola contoh",
    ];
    let config = "instansi = \"Dinas Contoh\"\npemda = \"Pemerintah Kota Contoh\"\ntahun = 2026\n\
                  tempat = \"Kota Contoh\"\ntanggal = \"5 Januari 2026\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\n";
    let project = Project::new().write(CONFIG, config).write("input/contoh/uji.csv", rows.join("\n"));
    assert!(project.run(&["periksa"]).stdout.contains("galat[TEKS-01]"));
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (words, draft) in [("Kepala Dinas", false), ("Sekretaris", true)] {
        let read = ReadBack::open(&sheet(&project, words));
        assert_eq!(read.text().contains("DRAF"), draft, "{words}");
        assert_eq!(read.prints("Meningkatnya tata □ kelola contoh"), draft, "{words}");
    }
    for chart in ["poster.pdf", "matriks.pdf", "unit-F4.pdf"] {
        let read = ReadBack::open(&project.path("output/contoh/bagan").join(chart));
        assert!(read.text().contains("DRAF") && read.prints("Meningkatnya tata □ kelola contoh"), "{chart}");
    }
}
