//! The guarded reader against real faults. This test is a program of its own:
//! started with the hidden subcommand it is the child, otherwise the parent
//! that starts itself, as the real program does.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use perjakin::workbook::WorkbookError;
use perjakin::workbook::child::{self, Guard};
use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};

mod hostile;

/// The allocator of the real program, which reserves memory in its own way.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A check gets the guard and an empty folder.
type Check = fn(&Guard, &Path);

fn main() {
    if std::env::args().nth(1).as_deref() == Some(child::COMMAND) {
        child::serve(io::stdin().lock(), io::stdout().lock()).unwrap();
        return;
    }
    let checks: &[(&str, Check)] = &[
        ("a good workbook reads as in this process", good_workbook),
        ("a workbook of 200,000 rows fits into the limits", large_workbook),
        ("hostile workbooks end in one clear error, soon", hostile_workbooks),
        ("broken bytes never end the program", broken_bytes),
        ("what is no file is told", no_file),
    ];
    let guard = Guard::new(std::env::current_exe().unwrap());
    for (name, check) in checks {
        let folder = tempfile::tempdir().unwrap();
        check(&guard, folder.path());
        println!("test {name} ... ok");
    }
}

fn sample() -> Vec<u8> {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Matriks").unwrap();
    sheet.merge(Pos::new(1, 1), Pos::new(1, 4), "KEPALA CONTOH", Look::Header).unwrap();
    for row in 2..60 {
        sheet.text(Pos::new(row, 1), &format!("{row} Jumlah contoh"), Look::Body).unwrap();
        sheet.number(Pos::new(row, 2), f64::from(row) / 3.0, Look::Body).unwrap();
    }
    workbook.finish().unwrap()
}

fn good_workbook(guard: &Guard, folder: &Path) {
    let path = folder.join("baik.xlsx");
    fs::write(&path, sample()).unwrap();
    let (guarded, plain) = (guard.read(&path).unwrap(), perjakin::workbook::read(&path).unwrap());
    assert_eq!(guarded.len(), 1);
    assert_eq!(guarded[0].cells().collect::<Vec<_>>(), plain[0].cells().collect::<Vec<_>>());
    assert_eq!(guarded[0].merges(), plain[0].merges());
    assert_eq!(guarded[0].place(Pos::new(1, 1)), plain[0].place(Pos::new(1, 1)));
}

fn large_workbook(guard: &Guard, folder: &Path) {
    let mut workbook = WorkbookWriter::new("Uji");
    let mut sheet = workbook.sheet("Daftar").unwrap();
    for row in 1..=200_000 {
        for col in 1..=4 {
            sheet.text(Pos::new(row, col), &format!("Jumlah laporan {row} kegiatan {col}"), Look::Plain).unwrap();
        }
    }
    let path = folder.join("besar.xlsx");
    fs::write(&path, workbook.finish().unwrap()).unwrap();
    assert_eq!(guard.read(&path).unwrap()[0].cells().count(), 800_000);
}

fn hostile_workbooks(guard: &Guard, folder: &Path) {
    for (name, bytes, expected) in hostile::workbooks() {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        let start = Instant::now();
        let result = guard.read(&path);
        assert!(start.elapsed() < Duration::from_secs(10), "{name}: {:?}", start.elapsed());
        match (expected, result) {
            (hostile::Expected::Reads, Ok(_)) => {}
            (hostile::Expected::Fails, Err(error)) => {
                assert!(error.to_string().starts_with(name), "{error}");
                assert!(error.to_string().len() > name.len() + 10 && error.hint().ends_with('.'), "{error}");
            }
            (hostile::Expected::Fails, Ok(grids)) => panic!("{name} was read: {} sheets", grids.len()),
            (hostile::Expected::Reads, Err(error)) => panic!("{error}"),
        }
    }
}

fn broken_bytes(guard: &Guard, folder: &Path) {
    let good = sample();
    let path = folder.join("rusak.xlsx");
    // A small generator of our own: the same faults on every run.
    let mut state = 0x2545_f491_4f6c_dd1du64;
    for round in 0..120 {
        let mut bytes = good.clone();
        if round % 4 == 0 {
            bytes.truncate(bytes.len() * round / 120);
        } else {
            for _ in 0..=round % 7 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = (state >> 33) as usize % bytes.len();
                bytes[at] ^= 1 << (state >> 29 & 7);
            }
        }
        fs::write(&path, bytes).unwrap();
        if let Err(error) = guard.read(&path) {
            assert_eq!(error.file(), "rusak.xlsx");
        }
    }
}

fn no_file(guard: &Guard, folder: &Path) {
    let missing = guard.read(&folder.join("tidak-ada.xlsx")).unwrap_err();
    assert!(matches!(missing, WorkbookError::Missing { .. }));
    assert!(matches!(guard.read(folder).unwrap_err(), WorkbookError::Foreign { .. }));
    let empty = folder.join("kosong.xlsx");
    fs::write(&empty, b"").unwrap();
    assert!(matches!(guard.read(&empty).unwrap_err(), WorkbookError::Empty { .. }));
}
