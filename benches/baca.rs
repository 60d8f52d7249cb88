//! How the cost of a row grows with a table: a list of 2,000, 20,000 and
//! 200,000 rows is read, recognised, made into a model, checked and reported.
//!
//! `cargo bench --bench baca` measures both layouts that have a row an
//! indikator; `-- 2000 5000` other sizes. Times are of this process, without
//! the start of the guarded reader. The last column is the cost of a row
//! beside that of a row of the smallest table: 1.0 is linear.

#![allow(missing_docs)]

use std::error::Error;
use std::time::{Duration, Instant};

use perjakin::project::{Config, Instansi};
use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter, WorkbookWriter};
use perjakin::{matrix, pipeline, report, workbook};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CONFIG: &str = r#"
instansi = "Dinas Contoh"
pemda = "Kota Contoh"
tahun = 2026
tempat = "Contoh"
tanggal = "Januari 2026"
[pimpinan]
jabatan = "Wali Kota Contoh"
nama = "Pejabat Contoh"
"#;

/// Rows of a jabatan.
const ROWS: usize = 5;
/// Subordinates of a jabatan.
const BELOW: usize = 8;

/// How a table is laid out.
#[derive(Clone, Copy)]
enum Layout {
    /// The jabatan and its superior on every row, people and money beside it.
    FlatList,
    /// Three levels side by side, each merged over the rows below it.
    LongTable,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![2_000, 20_000, 200_000];
    }
    for (layout, name) in [(Layout::FlatList, "daftar datar"), (Layout::LongTable, "tabel panjang")] {
        println!("{name}\n   baris      baca    kenali  periksa  lapor    semua   temuan  per baris");
        let mut first = None;
        for rows in &sizes {
            let (times, findings) = measure(layout, *rows)?;
            let all: Duration = times.iter().sum();
            let cost = all.as_secs_f64() / *rows as f64;
            print!("{rows:>8}");
            times.iter().chain([&all]).for_each(|time| print!("{:>6} ms", time.as_millis()));
            println!("{findings:>9}  ×{:.2}", cost / *first.get_or_insert(cost));
        }
    }
    Ok(())
}

/// The time to read, to recognise, to model and check, and to report.
fn measure(layout: Layout, rows: usize) -> Result<([Duration; 4], usize), Box<dyn Error>> {
    let bytes = table(layout, rows)?;
    let start = Instant::now();
    let grids = workbook::read_bytes("matriks.xlsx", bytes)?;
    let read = start.elapsed();

    let start = Instant::now();
    let recognised = matrix::recognise(&grids)?;
    let recognise = start.elapsed();
    let items: usize = recognised.draft.blocks.iter().map(|block| block.indikator.len()).sum();
    assert!(items >= rows, "{items} of {rows}");
    drop(recognised);

    let config = Config::parse(CONFIG).map_err(|mistakes| format!("{mistakes:?}"))?;
    let workbooks = vec!["matriks.xlsx".into()];
    let instansi = Instansi { name: "contoh".into(), folder: "contoh".into(), workbooks, config };
    let start = Instant::now();
    let reading = pipeline::read_with(&instansi, |_| Ok(grids.clone()))?;
    let check = start.elapsed().saturating_sub(recognise);

    let start = Instant::now();
    let text = report::terminal(&reading.findings, report::Style { colour: false, width: 100 });
    let report = start.elapsed();
    assert!(!text.is_empty());
    Ok(([read, recognise, check, report], reading.findings.len()))
}

fn table(layout: Layout, rows: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = WorkbookWriter::new("Matriks contoh");
    let mut sheet = workbook.sheet("Matriks")?;
    match layout {
        Layout::FlatList => flat_list(&mut sheet, rows)?,
        Layout::LongTable => long_table(&mut sheet, rows)?,
    }
    Ok(workbook.finish()?)
}

fn flat_list(sheet: &mut SheetWriter, rows: usize) -> Result<(), Box<dyn Error>> {
    let header = ["Jabatan", "Atasan", "Sasaran", "Indikator", "Target", "Nama", "NIP", "Program", "Anggaran"];
    for (col, text) in (1..).zip(header) {
        sheet.text(Pos::new(1, col), text, Look::Header)?;
    }
    for index in 0..rows {
        let (row, post) = (index as u32 + 2, index / ROWS);
        let superior = if post > 0 { name((post - 1) / BELOW) } else { String::new() };
        let sasaran = sasaran(post, index % ROWS / 2);
        let nip = format!("19900101201501{}{:03}", 1 + post % 2, 1 + post % 999);
        let texts = [name(post), superior, sasaran, indikator(index)];
        for (col, text) in (1..).zip(&texts) {
            sheet.text(Pos::new(row, col), text, Look::Plain)?;
        }
        sheet.number(Pos::new(row, 5), f64::from(row % 90), Look::Plain)?;
        sheet.text(Pos::new(row, 6), &format!("Pegawai Contoh {post:05}"), Look::Plain)?;
        sheet.text(Pos::new(row, 7), &nip, Look::Plain)?;
        sheet.text(Pos::new(row, 8), &format!("Program Contoh {post}"), Look::Plain)?;
        sheet.number(Pos::new(row, 9), f64::from(row) * 1000.0, Look::Plain)?;
    }
    Ok(())
}

fn long_table(sheet: &mut SheetWriter, rows: usize) -> Result<(), Box<dyn Error>> {
    for level in 0..3 {
        for (col, text) in (1..).zip(["Jabatan", "Sasaran", "Indikator"]) {
            sheet.text(Pos::new(1, level * 3 + col), text, Look::Header)?;
        }
    }
    let last = rows as u32 + 1;
    let (top, middle) = (last - 1, (BELOW * ROWS) as u32);
    for index in 0..rows as u32 {
        let row = index + 2;
        for (level, over) in [(0, top), (1, middle), (2, ROWS as u32)] {
            if index % over == 0 {
                let end = (row + over - 1).min(last);
                let post = (index / over) as usize;
                let texts = [format!("{} tingkat {level}", name(post)), sasaran(post, level), indikator(post)];
                for (col, text) in (1..).zip(&texts[..if level == 2 { 2 } else { 3 }]) {
                    let col = level as u32 * 3 + col;
                    sheet.merge(Pos::new(row, col), Pos::new(end, col), text, Look::Plain)?;
                }
            }
        }
        sheet.text(Pos::new(row, 9), &indikator(index as usize), Look::Plain)?;
    }
    Ok(())
}

fn name(post: usize) -> String {
    if post == 0 { "Kepala Dinas Contoh".to_owned() } else { format!("Penata Layanan Unit {post}") }
}

fn sasaran(post: usize, number: usize) -> String {
    format!("Meningkatnya kualitas layanan {} nomor {number} di unit kerja {post}", THEMES[post % THEMES.len()])
}

fn indikator(index: usize) -> String {
    let (theme, form) = (THEMES[index % THEMES.len()], FORMS[index / 7 % FORMS.len()]);
    format!("Jumlah {form} layanan {theme} {index} yang disusun tepat waktu dan lengkap")
}

const THEMES: [&str; 8] =
    ["arsip", "rehabilitasi", "keuangan", "kepegawaian", "perencanaan", "perlindungan", "jaminan", "pemberdayaan"];
const FORMS: [&str; 5] = ["dokumen", "laporan", "berita acara", "rekapitulasi", "berkas"];
