//! Golden pages: for each form, paper and kind of person, where the text of
//! the sheet stands, kept as readable snapshots in `golden/`. A change of
//! layout shows there line by line, in mm from the upper left corner.
//!
//! A page that differs is written to `target/golden/`, with the data it was
//! made from; look at it, and copy it over the old one if it is better.

mod cases;
mod forms;
mod long;
mod signing;

use std::fmt::Write as _;
use std::path::Path;

use super::fixture::{Agency, indikator, sasaran, text};
use super::form::Form;
use super::settings::{Kop, LetakLogo, Logo};
use crate::cascade::{Anggaran, Jenjang, Kelompok, TingkatAnggaran};
use crate::typeset::{Engine, Job, PageText, TemplateSet};

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="48"><path d="M0 0h40v30L20 48 0 30z" fill="#00569d"/></svg>"##;

/// A half transparent blue, one pixel.
const PNG: [u8; 70] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0d, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x08, 0x9b, 0xdb, 0x00, 0x00, 0x02, 0xc1, 0x01, 0x74, 0xc7, 0xe5, 0x37,
    0x5f, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// Renders the sheet with this index and holds it to its snapshot.
fn check(name: &str, agency: &Agency, sheet: usize) -> Vec<PageText> {
    let mut templates = TemplateSet::builtin();
    templates.insert("logo/contoh.svg", LOGO);
    templates.insert("logo/contoh.png", PNG);
    let engine = Engine::new(&templates);
    let Job { main, data, settings, .. } = agency.jobs().remove(sheet);
    let pdf = engine.render(&main, data.clone(), &settings).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(pdf.notes, [""; 0], "{name}");
    let pages = engine.layout(&main, data.clone()).unwrap();
    let (found, root) = (snapshot(&pages), Path::new(env!("CARGO_MANIFEST_DIR")));
    let expected = std::fs::read_to_string(root.join("src/document/golden").join(name).with_extension("txt"));
    if expected.ok().as_deref() != Some(&found) {
        let folder = root.join("target/golden");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), &found).unwrap();
        std::fs::write(folder.join(format!("{name}.json")), &data).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes).unwrap();
        panic!("page {name} differs; see target/golden/{name}.txt");
    }
    pages
}

/// Lines of text with baseline, left end and size; runs of one line and size
/// that follow each other are one.
fn snapshot(pages: &[PageText]) -> String {
    let mut out = String::new();
    for (number, page) in pages.iter().enumerate() {
        let (width, height) = page.size_mm;
        writeln!(out, "halaman {} ({width:.1} × {height:.1} mm)", number + 1).unwrap();
        let mut end: Option<(f64, f64, f64)> = None;
        for run in &page.runs {
            let follows = end.is_some_and(|(x, y, size)| {
                (run.x_mm - x).abs() < 0.1 && (run.y_mm - y).abs() < 0.1 && (run.size_pt - size).abs() < 0.1
            });
            if !follows {
                let gap = if end.is_some() { "\n" } else { "" };
                write!(out, "{gap}{:6.1} {:6.1} {:4.1}  ", run.y_mm, run.x_mm, run.size_pt).unwrap();
            }
            out.push_str(&run.text);
            end = Some((run.x_mm + run.width_mm, run.y_mm, run.size_pt));
        }
        out.push('\n');
    }
    out
}

fn with_targets(agency: &mut Agency, post: usize) {
    let group = |row: u32, sasaran_text: &str, targets: &[(&str, &str)]| Kelompok {
        sasaran: vec![sasaran(row, sasaran_text)],
        indikator: targets
            .iter()
            .zip(row + 1..)
            .map(|((satuan, target), row)| {
                let mut indikator = indikator(row, "Persentase penerima layanan contoh yang terlayani sesuai standar");
                indikator.satuan = Some(text(row, satuan));
                indikator.target = Some(text(row, target));
                let quarter = |target: &str| Some(text(row, target));
                indikator.triwulan = Some(Box::new([quarter("20"), quarter("40"), quarter("60"), None]));
                indikator
            })
            .collect(),
    };
    agency.posts[post].kelompok = vec![
        group(200, "Meningkatnya mutu layanan contoh bagi masyarakat", &[("Persen", "85,5"), ("Predikat", "85 (A)")]),
        group(210, "Terwujudnya tertib administrasi contoh", &[("Opini", "WTP")]),
    ];
}

fn with_budget(agency: &mut Agency, post: usize) {
    let mut line = |tingkat, induk, uraian: &str, pagu: &str| {
        let keterangan = Some(text(300, "APBD"));
        agency.money.push(Anggaran {
            jabatan: post,
            tingkat,
            induk,
            uraian: text(300, uraian),
            pagu: text(300, pagu),
            keterangan,
        });
    };
    line(TingkatAnggaran::Program, None, "Program Contoh A", "1.334.500.000");
    line(TingkatAnggaran::Kegiatan, Some(0), "Kegiatan Contoh A.1", "1325500000");
    line(TingkatAnggaran::Subkegiatan, Some(1), "Sub Kegiatan Contoh A.1.1", "Rp. 1.250.000.000,-");
    line(TingkatAnggaran::Subkegiatan, Some(1), "Sub Kegiatan Contoh A.1.2", "75.500.000");
    line(TingkatAnggaran::Kegiatan, Some(0), "Kegiatan Contoh A.2", "9.000.000");
    line(TingkatAnggaran::Subkegiatan, Some(4), "Sub Kegiatan Contoh A.2.1", "9.000.000");
    line(TingkatAnggaran::Program, None, "Program Contoh B", "310.000.000");
    line(TingkatAnggaran::Kegiatan, Some(6), "Kegiatan Contoh B.1", "310.000.000");
    line(TingkatAnggaran::Subkegiatan, Some(7), "Sub Kegiatan Contoh B.1.1", "310.000.000");
}

fn form(agency: &mut Agency, jenjang: Jenjang) -> &mut Form {
    agency.settings.forms.of_mut(jenjang)
}

fn kop(letak: Option<LetakLogo>) -> Option<Kop> {
    let logo = letak.map(|letak| Logo { berkas: "logo/contoh.svg".into(), alt: "Lambang Kota Contoh".into(), letak });
    Some(Kop {
        baris: vec!["PEMERINTAH KOTA CONTOH".into(), "DINAS CONTOH".into()],
        alamat: vec!["Jalan Contoh Nomor 1, Kota Contoh".into(), "Telepon (021) 000 0000".into()],
        logo,
    })
}
