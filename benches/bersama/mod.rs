//! A city whose every post has a holder and every indikator a target: what
//! the benchmarks print sheets of.

#[path = "../../tests/bagan/kota.rs"]
#[allow(dead_code)]
mod kota;

use std::error::Error;

use perjakin::cascade::{Cascade, Jabatan, Kelompok, Pegawai};
use perjakin::document::{Kop, Pimpinan, Settings, Tanggal};
use perjakin::workbook::place::{Located, Place, Pos, Source};

/// A city of this many people, each with a sheet of two pages.
pub fn city(people: usize) -> Result<Cascade, Box<dyn Error>> {
    staffed(kota::kota_posts(people))
}

/// The settings of its office.
pub fn settings() -> Settings {
    let head = Pimpinan { jabatan: "Wali Kota Contoh".into(), nama: "Wali Kota Contoh".into() };
    let date = Tanggal { hari: None, bulan: 1, tahun: 2026 };
    let kop = Kop {
        baris: vec!["PEMERINTAH KOTA CONTOH".into(), "DINAS CONTOH".into()],
        alamat: vec!["Jalan Contoh Nomor 1, Kota Contoh, Telepon (021) 000 0000".into()],
        logo: None,
    };
    Settings { kop: Some(kop), ..Settings::new("Pemerintah Kota Contoh", "Contoh", date, Some(head)) }
}

/// The same posts, each with a holder, targets, and every sasaran with
/// indikator of its own.
fn staffed(mut posts: Vec<Jabatan>) -> Result<Cascade, Box<dyn Error>> {
    let source = Source::new("pegawai.xlsx", "Pegawai");
    let text = |row: usize, text: String| {
        let place = Place { source: source.clone(), pos: Pos::new(row as u32, 1) };
        Located::new(text, place)
    };
    for post in &mut posts {
        post.kelompok = split(std::mem::take(&mut post.kelompok));
    }
    let indikator = posts.iter_mut().flat_map(|post| &mut post.kelompok).flat_map(|group| &mut group.indikator);
    for (number, indikator) in indikator.enumerate() {
        indikator.satuan = Some(text(number, "Dokumen".into()));
        indikator.target = Some(text(number, (number % 97 + 1).to_string()));
    }
    let people = (0..posts.len()).map(|index| Pegawai {
        nip: Some(text(index, format!("19900101201501{}{:03}", 1 + index % 2, 1 + index % 998))),
        pangkat: Some(text(index, "Penata Tingkat I".into())),
        golongan: Some(text(index, "III/d".into())),
        ..Pegawai::new(text(index, format!("Pegawai Contoh {index:05}, S.Contoh., M.Contoh.")), index)
    });
    let people = people.collect();
    Ok(Cascade::new("Dinas Contoh".to_owned(), 2026, posts, people).map_err(|error| format!("{error:?}"))?)
}

fn split(groups: Vec<Kelompok>) -> Vec<Kelompok> {
    let mut out = Vec::with_capacity(groups.iter().map(|group| group.sasaran.len()).sum());
    for group in groups {
        let share = group.indikator.len().div_ceil(group.sasaran.len()).max(1);
        let mut own = group.indikator.into_iter();
        for sasaran in group.sasaran {
            // Exact, as a cascade that was read is.
            let mut indikator = Vec::with_capacity(own.len().min(share));
            indikator.extend(own.by_ref().take(share));
            out.push(Kelompok { sasaran: vec![sasaran], indikator });
        }
    }
    out
}
