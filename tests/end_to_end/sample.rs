//! The office's own matrix, from the workbook to the printed page and back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::pdf::{ReadBack, embedded_fonts, squeeze};
use crate::support::project::Project;

/// The texts of one jabatan as `perjakin kaskade` tells them.
struct Post {
    nama: String,
    id: String,
    induk: Option<String>,
    sasaran: Vec<String>,
    indikator: Vec<String>,
}

impl Post {
    fn texts(&self) -> impl Iterator<Item = &String> {
        self.sasaran.iter().chain(&self.indikator)
    }
}

fn model(project: &Project) -> Value {
    let run = project.run(&["kaskade", "--input", "input/dinsos-bekasi-2026"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

fn posts(project: &Project) -> Vec<Post> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let texts = |post: &Value, kind: &str| {
        let kelompok = post["kelompok"].as_array().unwrap();
        kelompok.iter().flat_map(|k| k[kind].as_array().unwrap()).map(|item| text(&item["uraian"])).collect()
    };
    let model = model(project);
    let posts = model["jabatan"].as_array().unwrap();
    posts
        .iter()
        .map(|post| Post {
            nama: text(&post["nama"]),
            id: text(&post["id"]),
            induk: post["induk"].as_str().map(str::to_owned),
            sasaran: texts(post, "sasaran"),
            indikator: texts(post, "indikator"),
        })
        .collect()
}

/// All PK sheets by their file's name.
fn printed(project: &Project) -> Vec<(String, ReadBack)> {
    let pdfs = project.pdfs("output/dinsos-bekasi-2026/pk");
    pdfs.iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), ReadBack::open(path))).collect()
}

#[test]
fn the_model_has_every_text_of_the_seed() {
    let project = Project::sample();
    let posts = posts(&project);
    assert_eq!(posts.len(), 22);
    assert_eq!(posts.iter().map(|post| post.sasaran.len()).sum::<usize>(), 40);
    assert_eq!(posts.iter().map(|post| post.indikator.len()).sum::<usize>(), 82);
    let mut levels = BTreeMap::new();
    for post in model(&project)["jabatan"].as_array().unwrap() {
        *levels.entry(post["tingkat"].as_u64().unwrap()).or_insert(0) += 1;
    }
    assert_eq!(levels.into_values().collect::<Vec<_>>(), [1, 4, 4, 4, 4, 4, 1]);
    // Word for word, and nothing that the seed does not have.
    let seed = squeeze(include_str!("../../seeds/000_1ba955e32bbedec3.txt"));
    for text in posts.iter().flat_map(Post::texts) {
        // One sentence of the seed goes on after the other columns' cells.
        let text = text.strip_suffix(" Pembangunan").filter(|text| text.ends_with("Pembiayaan")).unwrap_or(text);
        assert!(seed.contains(&squeeze(text)), "{text}");
    }
}

#[test]
fn every_superior_is_the_confirmed_one() {
    let posts = posts(&Project::sample());
    let by_id: BTreeMap<_, _> = posts.iter().map(|post| (post.id.as_str(), post.nama.as_str())).collect();
    let induk = |index: usize| posts[index].induk.as_deref().map(|id| by_id[id]);
    let expected = [
        None,
        Some("KEPALA DINAS SOSIAL KOTA BEKASI"),
        Some("KEPALA DINAS SOSIAL KOTA BEKASI"),
        Some("KEPALA DINAS SOSIAL KOTA BEKASI"),
        Some("KEPALA DINAS SOSIAL KOTA BEKASI"),
        Some("SEKRETARIS"),
        Some("SEKRETARIS"),
        Some("KEPALA BIDANG REHABILITASI SOSIAL"),
        Some("KEPALA BIDANG PENANGGULANGAN MASYARAKAT MISKIN"),
        Some("Jabatan Fungsional Perencana Ahli Muda"),
        Some("Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda"),
        Some("Jabatan Fungsional Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda"),
        Some("Jabatan Fungsional Pekerja Sosial Ahli Muda"),
        Some("Penata Layanan Operasional"),
        Some("Penata Layanan Operasional - Bendahara"),
        Some("Penata Layanan Operasional"),
        Some("Penata Layanan Operasional"),
        Some("Pengelola Layanan Operasional"),
        Some("Pengelola Layanan Operasional"),
        Some("Pengelola Layanan Operasional"),
        Some("Pengelola Layanan Operasional"),
        Some("Pengelola Umum Operasional"),
    ];
    for (index, expected) in expected.into_iter().enumerate() {
        assert_eq!(induk(index), expected, "{}", posts[index].nama);
    }
    // Names repeat, so follow the chain of the repeated ones by id: each hangs
    // under the block above it in its own column.
    let parent_of = |index: usize| posts.iter().position(|post| Some(&post.id) == posts[index].induk.as_ref());
    let parents: Vec<_> = (13..22).map(|index| parent_of(index).unwrap()).collect();
    assert_eq!(parents, [9, 10, 11, 12, 14, 14, 15, 16, 20]);
}

/// The findings of blocks whose place and text disagree.
fn misplaced(report: &Value) -> impl Iterator<Item = &Value> {
    report["temuan"].as_array().unwrap().iter().filter(|finding| finding["kode"] == "STRUKTUR-10")
}

#[test]
fn without_confirmation_the_two_misplaced_blocks_are_named_with_the_better_superior() {
    let project = Project::sample()
        .edit("input/dinsos-bekasi-2026/perjakin.toml", |text| text.split("[struktur]").next().unwrap().to_owned());
    let run = project.run(&["periksa", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let pasted: BTreeSet<&str> = misplaced(&report).filter_map(|finding| finding["tempel"].as_str()).collect();
    let expected = [
        "\"Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda\" = \"SEKRETARIS\"",
        "\"Jabatan Fungsional Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda\" = \
         \"KEPALA BIDANG REHABILITASI SOSIAL\"",
    ];
    assert_eq!(pasted, BTreeSet::from(expected));
    let cells: Vec<&str> = misplaced(&report).map(|finding| finding["sel"].as_str().unwrap()).collect();
    assert_eq!(cells, ["Matriks!C23", "Matriks!E23"]);
    // The lines to paste settle it.
    let config = std::fs::read_to_string(project.path("input/dinsos-bekasi-2026/perjakin.toml")).unwrap();
    let settled = project
        .write("input/dinsos-bekasi-2026/perjakin.toml", format!("{config}\n[struktur]\n{}\n", expected.join("\n")));
    let run = settled.run(&["periksa", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(misplaced(&report).count(), 0);
}

#[test]
fn every_text_stands_in_its_own_sheet_and_in_chart_and_matrix_and_nowhere_else() {
    let project = Project::sample();
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let posts = posts(&project);
    let printed = printed(&project);
    assert_eq!(printed.len(), 22);

    // Each post finds exactly one sheet that prints all its texts and none
    // that it does not have; the sheets so found are all different.
    let all: BTreeSet<String> = posts.iter().flat_map(Post::texts).map(|text| squeeze(text)).collect();
    let mut found = BTreeSet::new();
    for post in &posts {
        let own: BTreeSet<String> = post.texts().map(|text| squeeze(text)).collect();
        // Two posts of this matrix promise the same texts, so the annex must
        // name the post as well.
        let head = format!("jabatan:{}", squeeze(&post.nama).to_lowercase());
        let sheets: Vec<_> = printed
            .iter()
            .filter(|(_, sheet)| sheet.pages[1].text.to_lowercase().contains(&head))
            .filter(|(_, sheet)| own.iter().all(|text| sheet.prints(text)))
            // No text of another post, unless it is part of one of its own.
            .filter(|(_, sheet)| {
                all.iter().all(|text| own.iter().any(|mine| mine.contains(text.as_str())) || !sheet.prints(text))
            })
            .collect();
        assert_eq!(sheets.len(), 1, "{} ({} lembar)", post.nama, sheets.len());
        assert!(found.insert(&sheets[0].0), "{}", post.nama);
    }

    for chart in ["poster.pdf", "matriks.pdf"] {
        let chart = ReadBack::open(&project.path("output/dinsos-bekasi-2026/bagan").join(chart));
        for text in &all {
            assert!(chart.prints(text), "{text}");
        }
        for post in &posts {
            assert!(chart.prints(&post.nama), "{}", post.nama);
        }
    }
}

#[test]
fn the_damaged_nip_is_an_error_at_its_cell_and_makes_drafts_of_what_prints_it() {
    let project = Project::sample();
    let check = project.run(&["periksa", "--format", "json"]);
    assert_eq!(check.code, 4);
    let report: Value = serde_json::from_str(&check.stdout).unwrap();
    let galat: Vec<(&str, &str)> = report["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["tingkat"] == "galat")
        .map(|finding| (finding["kode"].as_str().unwrap(), finding["sel"].as_str().unwrap()))
        .collect();
    assert_eq!(galat, [("NIP-01", "Matriks!G83")]);

    assert_eq!(project.run(&[]).code, 0);
    for (name, sheet) in printed(&project) {
        // The watermark's letters, and the NIP just as the matrix has it.
        let draft = sheet.pages.iter().all(|page| page.text.contains("DRAF"));
        let prints_nip = sheet.text().contains("19701261997031003");
        assert_eq!(draft, prints_nip, "{name}");
        assert!(!sheet.text().contains("19701261 99703"), "{name}");
    }
    let drafts = printed(&project).iter().filter(|(_, sheet)| sheet.text().contains("DRAF")).count();
    assert_eq!(drafts, 5);
    for chart in ["poster.pdf", "matriks.pdf"] {
        let chart = ReadBack::open(&project.path("output/dinsos-bekasi-2026/bagan").join(chart));
        assert!(chart.text().contains("DRAF"));
    }
}

#[test]
fn every_pdf_is_tagged_indonesian_titled_and_of_the_right_size() {
    let project = Project::sample();
    assert_eq!(project.run(&[]).code, 0);
    for path in project.pdfs("output") {
        let name = path.display();
        let read = ReadBack::open(&path);
        assert!(read.tagged, "{name}");
        assert_eq!(read.lang.as_deref(), Some("id"), "{name}");
        assert!(read.title.as_ref().is_some_and(|title| title.contains("2026")), "{name}: {:?}", read.title);
        assert!(!embedded_fonts(&read).is_empty(), "{name}");
        let whole = read.text();
        assert!(!whole.contains('\u{fffd}'), "{name}: a glyph without a Unicode value");
        if path.to_string_lossy().contains("/pk/") {
            assert_eq!(read.pages.len(), 2, "{name}");
            for page in &read.pages {
                assert!((page.size_mm.0 - 215.0).abs() < 0.1 && (page.size_mm.1 - 330.0).abs() < 0.1, "{name}");
            }
        }
        // The sheets of a cut poster are clipped: what lies beyond the edge of
        // one is on its neighbour.
        let clipped = path.to_string_lossy().contains("/sambung-");
        for page in read.pages.iter().filter(|_| !clipped) {
            let (width, height) = (page.size_mm.0 / 25.4 * 72.0, page.size_mm.1 / 25.4 * 72.0);
            let outside = page.glyphs.iter().find(|(_, at)| at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height);
            assert!(outside.is_none(), "{name}: {outside:?}");
        }
    }
}

#[test]
fn names_and_nip_stay_out_of_messages_file_names_manifest_and_metadata() {
    let project = Project::sample();
    let run = project.run(&[]);
    let again = project.run(&["periksa"]);
    let verify = project.run(&["verifikasi"]);
    let manifest = std::fs::read_to_string(project.path("output/dinsos-bekasi-2026/manifest.json")).unwrap();
    let said = [run.stdout, run.stderr, again.stdout, again.stderr, verify.stdout, verify.stderr, manifest].concat();
    for secret in ["ROBBIAN", "PRAGIAN", "19701261997031003"] {
        assert!(!said.contains(secret), "{secret}");
        for path in project.files("output") {
            assert!(!path.to_string_lossy().contains(secret));
            if path.extension().is_some_and(|ending| ending == "pdf") {
                // Page contents are compressed; what stands readable in the
                // file is metadata and structure.
                let bytes = std::fs::read(&path).unwrap();
                assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{}", path.display());
            }
        }
    }
}
