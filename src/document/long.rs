//! Long cases by construction: whatever the length of a sheet, the statement
//! keeps its one page and the signatures stay with the last rows.

use super::fixture::{Agency, indikator, pegawai, sasaran, text};
use super::settings::Kop;
use crate::cascade::{Anggaran, Kelompok, TingkatAnggaran};
use crate::typeset::{Engine, FAMILIES, PageText, TemplateSet};

const SASARAN: &str = "Terwujudnya penyelenggaraan layanan contoh dan pengembangan mutu layanan contoh";
const INDIKATOR: &str = "Persentase penerima layanan contoh yang terlayani sesuai standar di seluruh wilayah kerja";

fn groups(shape: &[usize]) -> Vec<Kelompok> {
    let group = |size: &usize| Kelompok {
        sasaran: vec![sasaran(1, SASARAN)],
        indikator: (0..*size).map(|_| indikator(2, INDIKATOR)).collect(),
    };
    shape.iter().map(group).collect()
}

fn budget(programs: usize) -> Vec<Anggaran> {
    let line = |number: usize| Anggaran {
        jabatan: 0,
        tingkat: TingkatAnggaran::Program,
        induk: None,
        uraian: text(3, &format!("Program contoh nomor {number} penunjang urusan pemerintahan daerah")),
        pagu: text(4, "1250000000"),
        keterangan: None,
    };
    (0..programs).map(line).collect()
}

fn pages(engine: &Engine, agency: &Agency, post: usize) -> Vec<PageText> {
    let job = agency.jobs().remove(post);
    engine.layout(&job.main, job.data).unwrap_or_else(|error| panic!("{error}"))
}

fn count(page: &PageText, words: &str) -> usize {
    page.runs.iter().filter(|run| run.text.starts_with(words)).count()
}

/// The last page has both signatures, a repeated header and a row; every row
/// stands somewhere; nothing leaves the page.
fn is_right(pages: &[PageText], rows: usize, row: &str, header: &str, case: &str) {
    let last = pages.last().unwrap();
    assert!(pages.len() > 1 && count(last, "Pihak Kedua,") == 1 && count(last, "Pihak Pertama,") == 1, "{case}");
    assert!(count(last, row) > 0 && count(last, header) == 1, "{case}: the signatures stand alone");
    assert_eq!(pages.iter().map(|page| count(page, row)).sum::<usize>(), rows, "{case}");
    for (page, run) in pages.iter().flat_map(|page| page.runs.iter().map(move |run| (page, run))) {
        let (width, height) = page.size_mm;
        let inside = run.x_mm >= 29.9 && run.x_mm + run.width_mm <= width - 19.5 && run.y_mm <= height - 19.5;
        assert!(inside, "{case}: \"{}\" leaves the page", run.text);
    }
    let signed = pages.iter().map(|page| count(page, "Pihak Pertama,")).collect::<Vec<_>>();
    assert_eq!((signed[0], signed.iter().sum::<usize>()), (1, 2), "{case}: the statement has one page");
}

#[test]
fn signatures_never_stand_alone_whatever_the_rows() {
    let engine = Engine::new(&TemplateSet::builtin());
    let mut agency = Agency::new();
    let mut shapes: Vec<Vec<usize>> = (1..=40).step_by(3).map(|rows| vec![rows]).collect();
    shapes.extend((7..=14).map(|groups| vec![1; groups]));
    shapes.extend((4..=16).step_by(2).map(|groups| vec![2; groups]));
    shapes.push(vec![3, 12, 1, 4, 5]);
    for shape in shapes {
        agency.posts[2].kelompok = groups(&shape);
        let rows = shape.iter().sum();
        let pages = pages(&engine, &agency, 2);
        is_right(&pages, rows, "Persentase penerima", "Indikator Kinerja", &format!("{shape:?}"));
    }
    engine.evict();
}

#[test]
fn a_long_budget_ends_with_its_total_beside_the_signatures() {
    let engine = Engine::new(&TemplateSet::builtin());
    let mut agency = Agency::new();
    agency.posts[0].kelompok = groups(&[2, 1]);
    for programs in [1, 8, 12, 13, 14, 19, 25, 40] {
        agency.money = budget(programs);
        let pages = pages(&engine, &agency, 0);
        is_right(&pages, programs, "Program contoh nomor", "Keterangan", &format!("{programs} program"));
        assert_eq!(count(pages.last().unwrap(), "Jumlah"), 1, "{programs} program");
    }
}

#[test]
fn long_names_and_posts_wrap_and_both_names_share_a_baseline() {
    let name = "Prof. Dr. Ir. H. Pegawai Contoh Dengan Nama Yang Sangat Panjang Sekali, S.Sos., M.Si., M.P.A.";
    assert!(name.len() > 90);
    let mut agency = Agency::new().with(pegawai(100, name, 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.posts[2].nama = "Jabatan Fungsional Analis Kebijakan Penyelenggaraan Perlindungan dan Jaminan Contoh serta \
                            Pemberdayaan Contoh Masyarakat Ahli Madya"
        .into();
    agency.posts[2].kelompok[0].sasaran[0].uraian = [SASARAN; 8].join(" ");
    agency.settings.kop = Some(Kop {
        baris: vec!["PEMERINTAH KOTA CONTOH".into(), "DINAS CONTOH DENGAN NAMA YANG SANGAT PANJANG SEKALI".into()],
        ..Kop::default()
    });
    assert!(agency.posts[2].kelompok[0].sasaran[0].uraian.len() > 600);
    for (width, height) in [(215.0, 330.0), (210.0, 297.0), (215.9, 279.4)] {
        agency.settings.kertas_mm = (width, height);
        let pages = pages(&Engine::new(&TemplateSet::builtin()), &agency, 2);
        is_right(&pages, 1, "Indikator contoh", "Indikator Kinerja", "long names");
        for page in [&pages[0], pages.last().unwrap()] {
            let last = |words: &str| page.runs.iter().rfind(|run| run.text.starts_with(words)).unwrap().y_mm;
            assert!((last("Pegawai Contoh 02") - last("Prof. Dr. Ir.")).abs() < 0.01);
            // From the line below "Pihak Pertama," to the name's.
            let first = page.runs.iter().rposition(|run| run.text == "Pihak Pertama,").unwrap() + 1;
            let above = page.runs[first..].iter().take_while(|run| !run.text.starts_with("Prof. Dr. Ir."));
            let mut lines: Vec<i64> = above.map(|run| (run.y_mm * 10.0) as i64).collect();
            lines.dedup();
            assert_eq!(lines.len(), 4, "the jabatan takes four lines");
        }
    }
}

#[test]
fn a_word_wider_than_its_column_is_broken_by_its_syllables() {
    let mut agency = Agency::new();
    agency.posts[2].kelompok[0].indikator[0].uraian =
        "Pengklasifikasianpertanggungjawabkannyaselamanya 0123456789012345678901234567890123456789012345678901".into();
    let pages = pages(&Engine::new(&TemplateSet::builtin()), &agency, 2);
    is_right(&pages, 1, "Sasaran contoh", "Indikator Kinerja", "long words");
    let text: String = pages[1].runs.iter().map(|run| run.text.replace('\u{ad}', "")).collect();
    assert!(text.contains("Pengklasifikasianpertanggungjawabkan"), "{text}");
}

#[test]
fn a_statement_that_cannot_fit_is_told() {
    let mut templates = TemplateSet::builtin();
    templates.insert("redaksi/janji.txt", "Pihak Pertama berjanji. ".repeat(600));
    let engine = Engine::new(&TemplateSet::builtin());
    let job = Agency::new().jobs_with(&templates).remove(1);
    let pdf = engine.render(&job.main, job.data, &job.settings).unwrap();
    assert_eq!(pdf.notes, ["LEMBAR-01: pernyataan tidak muat pada satu halaman walau hurufnya sudah 10 pt"]);
}

#[test]
fn what_is_known_without_measuring_is_laid_out_as_what_is_measured() {
    // A remark makes the layout the office's own, and so every height measured.
    let mut own = TemplateSet::builtin();
    own.insert("gaya.typ", format!("{}\n// milik kantor\n", own.text("gaya.typ").unwrap()));
    let (engine, measuring) = (Engine::new(&TemplateSet::builtin()), Engine::new(&own));
    let name = "Prof. Dr. Ir. H. Pegawai Contoh Dengan Nama Yang Panjang Sekali, S.Sos., M.Si.";
    for family in FAMILIES {
        for paper in [(215.0, 330.0), (210.0, 330.0), (210.0, 297.0), (215.9, 279.4)] {
            let mut agency = Agency::new().with(pegawai(100, name, 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
            (agency.settings.huruf, agency.settings.kertas_mm) = ((*family).to_owned(), paper);
            let baris = vec!["PEMERINTAH KOTA CONTOH".into(), "DINAS CONTOH".into()];
            agency.settings.kop = (paper.1 > 300.0).then(|| Kop { baris, ..Kop::default() });
            agency.money = budget(3);
            for shape in [vec![1], vec![4, 2], vec![2; 5], vec![3, 1, 3, 2]] {
                for post in 0..3 {
                    agency.posts[post].kelompok = groups(&shape);
                }
                let jobs = [agency.jobs(), agency.jobs_with(&own)];
                let [known, measured] = jobs.map(|jobs| jobs.into_iter().map(|job| job.data));
                for (known, measured) in known.zip(measured) {
                    assert_ne!(known, measured);
                    let known = engine.layout("pk.typ", known).unwrap();
                    assert_eq!(known, measuring.layout("pk.typ", measured).unwrap(), "{family} {paper:?} {shape:?}");
                }
            }
        }
        engine.evict();
    }
}

#[test]
fn an_office_s_own_letterhead_needs_no_estimate_of_its_height() {
    let mut own = TemplateSet::builtin();
    own.insert("kop.typ", "#let kop(data, lebar) = block(height: 120mm, width: lebar, data.baris.first())");
    let mut agency = Agency::new();
    agency.settings.kop = Some(Kop { baris: vec!["KOP SENDIRI".into()], ..Kop::default() });
    let job = agency.jobs_with(&own).remove(1);
    let pages = Engine::new(&own).layout(&job.main, job.data).unwrap();
    assert_eq!((pages.len(), count(&pages[0], "Pihak Pertama,")), (2, 1));
}
