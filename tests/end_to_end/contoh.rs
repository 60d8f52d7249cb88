//! The agency that does not exist, with every case that comes in a year: each
//! person has the right papers, and nobody else's name is on them.

use std::collections::{BTreeMap, BTreeSet};

use perjakin::workbook::grid::Value;
use serde_json::Value as Json;

use crate::support::lembar::{self, Rows, text};
use crate::support::pdf::{ReadBack, squeeze};
use crate::support::project::Project;

const ROSTER: &str = "input/contoh/pegawai.xlsx";
const SHEETS: &str = "output/contoh/pk";
const COPIES: &str = "output/contoh/publikasi";

/// Name, NIP as printed and jabatan of a party.
type Party = (&'static str, &'static str, &'static str);

const KEPALA: Party = ("Dr. Pegawai Contoh 01, M.Si.", "NIP. 19700101 199501 1 001", "Kepala Dinas Contoh Kota Contoh");
const SEKRETARIS: Party =
    ("Pegawai Contoh 02, S.E., M.M.", "NIP. 19750102 200001 2 001", "Pj. Sekretaris Dinas Contoh Kota Contoh");
const PELAYANAN: Party = ("Pegawai Contoh 03, S.Sos.", "NIP. 19780103 200301 1 001", "Kepala Bidang Pelayanan");
const PEMBERDAYAAN: Party =
    ("Pegawai Contoh 03, S.Sos.", "NIP. 19780103 200301 1 001", "Plt. Kepala Bidang Pemberdayaan");
const UMUM: Party =
    ("Pegawai Contoh 04, S.A.P.", "NIP. 19850104 201001 2 001", "Plh. Kepala Subbagian Umum dan Kepegawaian");
const PERENCANA: Party = ("Pegawai Contoh 05, S.T.", "NIP. 19900105 201501 1 001", "Perencana Ahli Muda");
const PENYULUH: Party = ("Pegawai Contoh 06, S.ST.", "NIP. 19900106 201501 2 001", "Penyuluh Contoh Ahli Muda");
const PEKERJA: Party = ("Pegawai Contoh 07, S.Tr.Sos.", "NI PPPK. 19900107 202221 1 001", "Pekerja Contoh Ahli Muda");
const ANALIS: Party = ("Pegawai Contoh 08, S.IP.", "NIP. 19910108 201601 1 001", "Analis Kebijakan Ahli Muda");
const ADMINISTRASI: [Party; 3] = [
    ("Pegawai Contoh 09", "NIP. 19920109 201701 2 001", "Pengadministrasi Perkantoran - Bendahara"),
    ("Pegawai Contoh 10, A.Md.", "NI PPPK. 19930110 202321 1 001", "Pengadministrasi Perkantoran"),
    ("Pegawai Contoh 11", "NI PPPK. 19940111 202521 2 001", "Pengadministrasi Perkantoran"),
];
const PINDAH: [Party; 2] = [
    ("Pegawai Contoh 12, A.Md.", "NIP. 19950112 201901 1 001", "Pengelola Layanan Operasional"),
    ("Pegawai Contoh 12, A.Md.", "NIP. 19950112 201901 1 001", "Penata Layanan Operasional"),
];
const RANGKAP: [Party; 2] = [
    ("Pegawai Contoh 13, S.Kom.", "NIP. 19960113 202001 2 001", "Pengelola Data"),
    ("Pegawai Contoh 13, S.Kom.", "NIP. 19960113 202001 2 001", "Pengelola Layanan Operasional"),
];

/// Every sheet of a holder: Pihak Pertama and Pihak Kedua.
const SIGNED: [(Party, Party); 15] = [
    (SEKRETARIS, KEPALA),
    (PELAYANAN, KEPALA),
    (PEMBERDAYAAN, KEPALA),
    (UMUM, SEKRETARIS),
    (PERENCANA, SEKRETARIS),
    (PENYULUH, PELAYANAN),
    (PEKERJA, PELAYANAN),
    (ANALIS, PEMBERDAYAAN),
    (ADMINISTRASI[0], UMUM),
    (ADMINISTRASI[1], UMUM),
    (ADMINISTRASI[2], UMUM),
    (PINDAH[0], PENYULUH),
    (PINDAH[1], ANALIS),
    (RANGKAP[0], PERENCANA),
    (RANGKAP[1], PEKERJA),
];

fn printed() -> Project {
    let project = Project::with_instansi("contoh");
    print(&project);
    project
}

fn print(project: &Project) {
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

fn sheets(project: &Project) -> Vec<ReadBack> {
    project.pdfs(SHEETS).iter().map(|path| ReadBack::open(path)).collect()
}

/// The head of a statement: who promises, and to whom.
fn statement((nama, _, jabatan): Party, (atasan, _, jabatan_atasan): Party) -> String {
    squeeze(&format!(
        "Nama: {nama} Jabatan: {jabatan} selanjutnya disebut Pihak Pertama. Nama: {atasan} Jabatan: {jabatan_atasan} \
         selaku atasan langsung"
    ))
}

/// The one sheet of a holder for a jabatan.
fn sheet_of(sheets: &[ReadBack], (nama, _, jabatan): Party) -> &ReadBack {
    let head = squeeze(&format!("Nama: {nama} Jabatan: {jabatan} selanjutnya disebut Pihak Pertama."));
    let found: Vec<_> = sheets.iter().filter(|sheet| sheet.text().contains(&head)).collect();
    assert_eq!(found.len(), 1, "{nama}, {jabatan}");
    found[0]
}

fn findings(project: &Project) -> Vec<Json> {
    let run = project.run(&["periksa", "--format", "json"]);
    let report: Json = serde_json::from_str(&run.stdout).unwrap();
    report["temuan"].as_array().unwrap().clone()
}

/// Code and cell of the findings of a severity.
fn found(project: &Project, severity: &str) -> Vec<(String, String)> {
    let all = findings(project).into_iter().filter(|finding| finding["tingkat"] == severity);
    all.map(|finding| (finding["kode"].as_str().unwrap().into(), finding["sel"].as_str().unwrap_or_default().into()))
        .collect()
}

/// The roster's row of a person's n-th post, counted from 0.
fn row_of(rows: &Rows, nama: &str, nth: usize) -> usize {
    let is = |cells: &Vec<Option<Value>>| cells.iter().any(|cell| *cell == text(nama));
    rows.iter().enumerate().filter(|(_, cells)| is(cells)).map(|(index, _)| index).nth(nth).unwrap()
}

#[test]
fn every_holder_has_one_sheet_a_post_with_the_own_superior_and_nobody_else_on_it() {
    let project = printed();
    let sheets = sheets(&project);
    assert_eq!(sheets.len(), SIGNED.len() + 2, "the head's own and the vacant post's besides");
    let everyone: BTreeMap<&str, &str> =
        SIGNED.iter().flat_map(|(first, second)| [first, second]).map(|(nama, nip, _)| (*nama, *nip)).collect();
    for (first, second) in SIGNED {
        let head = statement(first, second);
        let own: Vec<_> = sheets.iter().filter(|sheet| sheet.pages[0].text.contains(&head)).collect();
        assert_eq!(own.len(), 1, "{} {}", first.0, first.2);
        let text = own[0].text();
        for (nama, nip) in &everyone {
            let belongs = *nama == first.0 || *nama == second.0;
            assert_eq!(text.contains(&squeeze(nama)), belongs, "{nama} on the sheet of {} {}", first.0, first.2);
            assert_eq!(text.contains(&squeeze(nip)), belongs, "{nip} on the sheet of {} {}", first.0, first.2);
        }
        assert!(!text.contains("DRAF"), "{} {}", first.0, first.2);
    }
    let head = statement(KEPALA, ("Pejabat Contoh", "", "Wali Kota Contoh"));
    assert_eq!(sheets.iter().filter(|sheet| sheet.text().contains(&head)).count(), 1);
}

#[test]
fn a_sound_agency_has_no_error_and_few_remarks() {
    let project = Project::with_instansi("contoh");
    assert_eq!(found(&project, "galat"), []);
    assert_eq!(found(&project, "periksa"), [("ORANG-08".to_owned(), "Pegawai!B20".to_owned())]);
    let info: Vec<_> = found(&project, "info").into_iter().map(|(code, _)| code).collect();
    assert_eq!(info, ["ORANG-05", "STRUKTUR-14"]);
    let run = project.run(&["periksa"]);
    for source in [
        "matriks: matriks.xlsx, lembar Matriks — tabel panjang",
        "pegawai: pegawai.xlsx, lembar Pegawai, 13 orang dalam 16 baris",
        "target: target.xlsx, lembar Target, 26 baris target",
        "anggaran: target.xlsx, lembar Anggaran, 12 baris anggaran",
    ] {
        assert!(run.stdout.contains(source), "{source}\n{}", run.stdout);
    }
}

#[test]
fn the_vacant_post_leaves_room_to_write() {
    let project = printed();
    let sheets = sheets(&project);
    let vacant: Vec<_> = sheets.iter().filter(|sheet| sheet.prints("Jabatan: Arsiparis Terampil")).collect();
    assert_eq!(vacant.len(), 1);
    assert!(vacant[0].prints("Jumlah boks arsip yang dipelihara"));
    assert!(vacant[0].prints(SEKRETARIS.0), "by the rule for fungsional, not the pengawas above");
    let names = (1..=13).filter(|number| vacant[0].prints(&format!("Pegawai Contoh {number:02}"))).count();
    assert_eq!(names, 1, "only the superior's");
    // Dotted lines are drawings; as text there is nothing in their place.
    assert!(vacant[0].prints("Nama: Jabatan: Arsiparis Terampil selanjutnya disebut Pihak Pertama."));
    assert!(vacant[0].prints("Pihak Pertama, Arsiparis Terampil NIP."), "{}", vacant[0].text());
    let run = project.run(&["cetak"]);
    assert!(run.stderr.contains("1 lembar masih bertitik-titik pada 1 target"), "{}", run.stderr);
}

#[test]
fn a_strict_run_refuses_while_a_target_is_missing() {
    let project = Project::with_instansi("contoh");
    let run = project.run(&["cetak", "--ketat"]);
    assert_eq!(run.code, 4, "{}", run.stderr);
    assert!(run.stderr.contains("1 lembar masih bertitik-titik pada 1 target, jadi tidak ada yang ditulis"));
    assert!(!project.path("output").exists());
}

#[test]
fn copies_for_the_website_have_no_nip_and_are_one_for_each_final_sheet() {
    let project = printed();
    let names = |folder: &str| -> BTreeSet<_> {
        let root = project.path(folder);
        project.pdfs(folder).iter().map(|path| path.strip_prefix(&root).unwrap().to_owned()).collect()
    };
    assert_eq!(names(SHEETS), names(COPIES));
    for path in project.pdfs(COPIES) {
        let copy = ReadBack::open(&path);
        let text = copy.text();
        for (nama, nip, _) in SIGNED.iter().flat_map(|(first, second)| [first, second]).chain([&KEPALA]) {
            let digits: String = nip.chars().filter(char::is_ascii_digit).collect();
            assert!(!text.contains(&digits), "{nama}");
        }
        assert!(!text.contains("(BSrE)") && text.contains("PERJANJIANKINERJA") | text.contains("KONTRAKKINERJA"));
    }
}

/// What the manifest tells a signing service, by file.
fn anchors(project: &Project) -> BTreeMap<String, Vec<Json>> {
    let manifest = std::fs::read_to_string(project.path("output/contoh/manifest.json")).unwrap();
    let manifest: Json = serde_json::from_str(&manifest).unwrap();
    let files = manifest["berkas"].as_object().unwrap().clone();
    let anchors = |entry: &Json| entry["jangkar"].as_array().cloned().unwrap_or_default();
    files.iter().map(|(path, entry)| (path.clone(), anchors(entry))).filter(|(_, list)| !list.is_empty()).collect()
}

#[test]
fn who_signs_electronically_has_anchors_that_stand_once_where_the_manifest_says() {
    let project = printed();
    let anchors = anchors(&project);
    let (path, told) = anchors.first_key_value().unwrap();
    assert_eq!(anchors.len(), 1, "everyone else signs by hand");
    let sheet = ReadBack::open(&project.path("output/contoh").join(path));
    assert!(sheet.text().contains(&statement(PELAYANAN, KEPALA)));
    let parties: Vec<_> = told.iter().map(|one| one["untuk"].as_str().unwrap()).collect();
    assert_eq!(parties, ["pihak_kedua", "pihak_pertama"]);
    assert_ne!(told[0]["tanda"], told[1]["tanda"]);
    for one in told {
        let mark = one["tanda"].as_str().unwrap().chars().next().unwrap();
        assert_eq!(sheet.text().matches(mark).count(), 1, "{mark}");
        let page = &sheet.pages[one["halaman"].as_u64().unwrap() as usize - 1];
        let (_, at) = page.glyphs.iter().find(|(c, _)| *c == mark).unwrap();
        let height = page.size_mm.1 / 25.4 * 72.0;
        let (x, y) = (one["x"].as_f64().unwrap(), one["y"].as_f64().unwrap());
        assert!((at.x - x).abs() < 0.1 && (height - at.y - y).abs() < 0.1, "{at:?} is not {x}, {y}");
    }
    let sentences = sheets(&project).iter().filter(|sheet| sheet.text().contains("(BSrE)")).count();
    assert_eq!(sentences, 1);
}

#[test]
fn a_statement_that_needs_two_pages_is_told_by_its_jabatan_and_cell_every_time() {
    let project = Project::with_instansi("contoh");
    let folder = project.path("input/contoh/templates/redaksi");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("janji.txt"), "Pihak Pertama berjanji. ".repeat(400)).unwrap();
    for _ in 0..2 {
        let run = project.run(&[]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let said = "pernyataan tidak muat pada satu halaman walau hurufnya sudah 10 pt";
        assert!(run.stderr.contains("LEMBAR-01 Kepala Dinas Contoh Kota Contoh (Matriks!B6): "), "{}", run.stderr);
        assert_eq!(run.stderr.matches("saran: Ringkas kalimat di templates/redaksi").count(), 1, "{}", run.stderr);
        assert!(run.stderr.contains("perlu dilihat: 17 berkas"), "copies are not told again: {}", run.stderr);
        assert!(run.stderr.contains(said) && !run.stderr.contains("Pegawai Contoh"), "{}", run.stderr);
    }
}

#[test]
fn every_page_has_the_stamp_of_its_edition() {
    let project = printed();
    for sheet in sheets(&project) {
        let pages = sheet.pages.len();
        for (page, number) in sheet.pages.iter().zip(1..) {
            let stamp = squeeze(&format!("Edisi Murni – 2026-1 Halaman {number} dari {pages}"));
            assert!(page.text.contains(&stamp), "{}", page.text);
        }
    }
}

#[test]
fn ranks_and_labels_are_each_persons_own() {
    let project = printed();
    let sheets = sheets(&project);
    for (party, rank) in [
        (SEKRETARIS, "Pembina Tingkat I (IV/b)"),
        (PEMBERDAYAAN, "Pembina (IV/a)"),
        (PEKERJA, "Golongan IX"),
        (ADMINISTRASI[1], "Golongan VII"),
    ] {
        let sheet = sheet_of(&sheets, party);
        assert!(sheet.prints(&format!("{rank} {}", party.1)), "{} {rank}\n{}", party.0, sheet.text());
    }
    for (party, masa) in [(PINDAH[0], "Januari s.d. Juni 2026"), (PINDAH[1], "Juli s.d. Desember 2026")] {
        assert!(sheet_of(&sheets, party).prints(masa), "{masa}");
    }
}

#[test]
fn targets_and_money_are_printed_as_written_and_own_targets_are_the_holders() {
    let project = printed();
    let sheets = sheets(&project);
    for (party, rows) in [
        (SEKRETARIS, &["Opini atas laporan keuangan dinas Opini WTP", "yang selaras Persen ≥ 90"][..]),
        (UMUM, &["tepat waktu Persen 95 90 92,5 92,5 95", "Anggaran (Rp)"]),
        (ADMINISTRASI[0], &["Surat 1.200 300 300 300 300", "Berkas 400 100 100 100 100"]),
        (ADMINISTRASI[1], &["Surat 1.800 450 450 450 450", "Berkas 400 100 100 100 100"]),
        (ADMINISTRASI[2], &["Surat 600 150 150 150 150"]),
    ] {
        let sheet = sheet_of(&sheets, party);
        for row in rows {
            assert!(sheet.prints(row), "{} {row}\n{}", party.0, sheet.text());
        }
    }
    assert!(!sheet_of(&sheets, ADMINISTRASI[2]).prints("Jumlah berkas kepegawaian yang ditata"));
    let head = sheets.iter().find(|sheet| sheet.prints("Wali Kota Contoh")).unwrap();
    for row in ["dinas Nilai 82 (A)", "Program Pelayanan Contoh 2.400.000.000 APBD", "Jumlah 5.450.000.000"] {
        assert!(head.prints(row), "{row}\n{}", head.text());
    }
    let secretary = sheet_of(&sheets, SEKRETARIS);
    for row in ["Program Penunjang Urusan Pemerintahan Daerah", "Jumlah 1.850.000.000"] {
        assert!(secretary.prints(row), "{row}\n{}", secretary.text());
    }
    assert!(!secretary.prints("Sub Kegiatan"));
    assert!(
        sheet_of(&sheets, UMUM).prints("Kegiatan Administrasi Umum Perangkat Daerah"),
        "the heading over its parts"
    );
}

#[test]
fn the_order_of_the_rosters_rows_changes_no_file() {
    let contents = |project: &Project| -> BTreeMap<String, Vec<u8>> {
        let files = project.pdfs("output/contoh").into_iter();
        let output = project.path("output/contoh");
        files
            .map(|path| (path.strip_prefix(&output).unwrap().display().to_string(), std::fs::read(&path).unwrap()))
            .collect()
    };
    let before = contents(&printed());
    let project = Project::with_instansi("contoh");
    lembar::edit(&project.path(ROSTER), |rows| rows[3..].reverse());
    print(&project);
    let after = contents(&project);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<_> = before.iter().filter(|(name, bytes)| after[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn a_nip_stored_as_a_number_makes_drafts_of_its_persons_papers_and_is_never_printed() {
    let project = Project::with_instansi("contoh");
    lembar::edit(&project.path(ROSTER), |rows| {
        let row = row_of(rows, SEKRETARIS.0, 0);
        rows[row][2] = Some(Value::Number(197_501_022_000_012_001.0));
    });
    assert_eq!(found(&project, "galat"), [("BACA-16".to_owned(), "Pegawai!C5".to_owned())]);
    let run = project.run(&[]);
    assert_eq!(run.code, 0);
    for sheet in sheets(&project) {
        let text = sheet.text();
        assert_eq!(text.contains("DRAF"), sheet.prints(SEKRETARIS.0), "{text}");
        assert!(!text.contains("19750102"), "{text}");
    }
    // The own sheet, the two that she signs as superior, and the vacant post's.
    let drafts = sheets(&project).iter().filter(|sheet| sheet.text().contains("DRAF")).count();
    assert_eq!(drafts, 4);
    assert_eq!(project.pdfs(COPIES).len(), sheets(&project).len() - drafts, "no draft is published");
    let said = [project.run(&["periksa"]).stdout, run.stdout, run.stderr].concat();
    assert!(!said.contains("19750102"), "{said}");
}

#[test]
fn who_would_sign_with_himself_is_found_until_another_signs() {
    let project = Project::with_instansi("contoh");
    let path = project.path(ROSTER);
    lembar::edit(&path, |rows| {
        let (head, secretary) = (row_of(rows, KEPALA.0, 0), row_of(rows, SEKRETARIS.0, 0));
        rows[head] = rows[secretary].clone();
        rows[head][5] = text("Plt. Kepala Dinas Contoh Kota Contoh");
    });
    let own: BTreeSet<_> = found(&project, "galat").into_iter().collect();
    assert_eq!(own, BTreeSet::from([("ORANG-06".to_owned(), "Pegawai!B5".to_owned())]));
    lembar::edit(&path, |rows| {
        let secretary = row_of(rows, SEKRETARIS.0, 1);
        let columns = rows[secretary].len().max(7);
        rows[secretary].resize(columns, None);
        rows[secretary][6] = text("Wali Kota Contoh");
    });
    assert_eq!(found(&project, "galat"), []);
    print(&project);
    let sheets = sheets(&project);
    let head = statement(SEKRETARIS, ("Pejabat Contoh", "", "Wali Kota Contoh"));
    assert_eq!(sheets.iter().filter(|sheet| sheet.text().contains(&head)).count(), 1);
}

#[test]
fn nobody_is_left_out_in_silence() {
    let project = Project::with_instansi("contoh");
    lembar::edit(&project.path(ROSTER), |rows| {
        let (perencana, analis) = (row_of(rows, PERENCANA.0, 0), row_of(rows, ANALIS.0, 0));
        rows[perencana][5] = None;
        rows[analis][5] = text("Analis Kebijakn Ahli Muda");
        rows.push(rows[row_of(rows, UMUM.0, 0)].clone());
    });
    assert_eq!(
        found(&project, "galat"),
        [("ORANG-10".to_owned(), "Pegawai!B9".to_owned()), ("ORANG-03".to_owned(), "Pegawai!F12".to_owned())]
    );
    assert!(found(&project, "periksa").contains(&("ORANG-12".to_owned(), "Pegawai!B21".to_owned())));
    let hints: Vec<_> = findings(&project).iter().map(|one| one["saran"].as_str().unwrap().to_owned()).collect();
    assert!(hints.iter().any(|hint| hint.contains("\"Analis Kebijakan Ahli Muda\"")), "{hints:?}");
    // Whose sheet may lack something is known of one row; of the other only
    // the summary can tell.
    let run = project.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let told = "belum selesai: 1 galat tidak tercetak di lembar mana pun";
    assert!(run.stderr.contains(told) && run.stderr.contains("ORANG-10 pegawai.xlsx, Pegawai!B9"), "{}", run.stderr);
    // The post that may be meant, and the one that signs with it.
    let sheets = sheets(&project);
    let drafts: Vec<_> = sheets.iter().filter(|sheet| sheet.text().contains("DRAF")).collect();
    assert!(drafts.len() == 2 && drafts.iter().all(|sheet| sheet.prints(ANALIS.2)));
    assert_eq!(project.run(&["--ketat"]).code, 4);
}

#[test]
fn nothing_personal_is_said_or_written_beside_the_papers() {
    let project = Project::with_instansi("contoh");
    let run = project.run(&[]);
    let check = project.run(&["periksa"]);
    let manifest = std::fs::read_to_string(project.path("output/contoh/manifest.json")).unwrap();
    let said = [run.stdout, run.stderr, check.stdout, check.stderr, manifest].concat();
    assert!(!said.contains("Pegawai Contoh") && !said.contains("19700101"), "{said}");
    for path in project.files("output") {
        assert!(!path.to_string_lossy().contains("Pegawai Contoh"), "{}", path.display());
    }
}
