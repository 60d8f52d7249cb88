//! Invented cascades of any size, always the same for the same wishes.

use std::sync::Arc;

use perjakin::cascade::{Cascade, Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Pegawai, Sasaran};
use perjakin::chart::{Labels, Settings, Words};
use perjakin::document::wording::Wording;
use perjakin::typeset::TemplateSet;
use perjakin::workbook::place::{Located, Place, Pos, Source};

const WORDS: &[&str] = &[
    "Meningkatnya",
    "kualitas",
    "pelayanan",
    "contoh",
    "bagi",
    "masyarakat",
    "sesuai",
    "dengan",
    "standar",
    "yang",
    "ditetapkan",
    "dan",
    "terukur",
    "Jumlah",
    "dokumen",
    "laporan",
    "pelaksanaan",
    "kegiatan",
    "penyelenggaraan",
    "evaluasi",
    "Bulanan/Triwulan/Semesteran",
    "data",
    "Persentase",
    "penyusunan",
    "rencana",
    "anggaran",
    "di",
    "wilayah",
    "kerja",
    "(PPKS)",
];

/// How a cascade's charts are made, with the shipped words.
pub fn settings(cascade: &Cascade) -> Settings {
    let templates = TemplateSet::builtin();
    let wording = Wording::new(&templates).expect("the shipped words are sound");
    let words = wording.chart(cascade.instansi(), cascade.tahun(), None).expect("the shipped words are sound");
    let label = Labels(words.label);
    let kata = Words { judul: words.judul, judul_matriks: words.judul_matriks, label };
    Settings { tempat_tanggal: "Contoh, Januari 2026".to_owned(), ..Settings::new(kata) }
}

/// A source of numbers that look random and are not.
pub struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % n as u64) as usize
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self) -> String {
        let words = self.between(4, 16);
        self.text(words)
    }
}

/// Gives out one cell after the other.
struct Cells {
    row: u32,
    source: Arc<Source>,
}

impl Cells {
    /// Those below a row.
    fn below(row: u32) -> Self {
        Self { row, source: Source::new("contoh.xlsx", "Matriks") }
    }

    fn next(&mut self) -> Place {
        self.row += 1;
        Place { source: self.source.clone(), pos: Pos::new(self.row, 1) }
    }
}

/// A whole city of `count` jabatan in offices of about fifty, eight levels
/// deep.
pub fn kota(count: usize) -> Cascade {
    headed(kota_posts(count))
}

/// The jabatan of [`kota`].
pub fn kota_posts(count: usize) -> Vec<Jabatan> {
    let mut dice = Dice(2026);
    let mut office = vec![0];
    let mut depth = vec![0];
    let parents: Vec<usize> = (1..count)
        .map(|index| {
            let parent = if index % 50 == 1 {
                office = vec![index];
                0
            } else {
                let parent = office[dice.below(office.len())];
                if depth[parent] < 6 {
                    office.push(index);
                }
                parent
            };
            depth.push(depth[parent] + 1);
            parent
        })
        .collect();
    posts(&parents, |dice| (dice.between(1, 3), dice.between(1, 6)))
}

/// A cascade from the superior of every jabatan but the root, and how many
/// sasaran and indikator each has.
pub fn cascade(parents: &[usize], counts: impl FnMut(&mut Dice) -> (usize, usize)) -> Cascade {
    headed(posts(parents, counts))
}

fn posts(parents: &[usize], mut counts: impl FnMut(&mut Dice) -> (usize, usize)) -> Vec<Jabatan> {
    let mut dice = Dice(7);
    let mut cells = Cells::below(0);
    let mut posts: Vec<Jabatan> = Vec::new();
    for index in 0..=parents.len() {
        let induk = index.checked_sub(1).map(|above| parents[above]);
        let tingkat = induk.map_or(0, |parent| posts[parent].tingkat + 1);
        let jenjang = match tingkat {
            0 => Jenjang::Jpt,
            1 => Jenjang::Administrator,
            2 => Jenjang::Pengawas,
            3 => Jenjang::Fungsional,
            _ => Jenjang::Pelaksana,
        };
        let unit = match induk {
            None => "Pimpinan".to_owned(),
            Some(0) => format!("Bagian Contoh {index:03}"),
            Some(parent) => posts[parent].unit.clone(),
        };
        let (sasaran, indikator) = counts(&mut dice);
        let kelompok = Kelompok {
            sasaran: (1..=sasaran)
                .map(|n| Sasaran { nomor: Some(n.to_string()), uraian: dice.sentence(), place: cells.next() })
                .collect(),
            indikator: (1..=indikator)
                .map(|n| Indikator {
                    nomor: Some(n.to_string()),
                    uraian: dice.sentence(),
                    place: cells.next(),
                    satuan: None,
                    target: None,
                    triwulan: None,
                })
                .collect(),
        };
        posts.push(Jabatan {
            id: JabatanId(format!("jabatan-{index}")),
            nama: format!("Jabatan Contoh {index:04} {}", dice.text(index % 4)).trim().to_owned(),
            jenjang,
            tingkat,
            unit,
            induk,
            atasan: induk,
            place: cells.next(),
            tujuan: Vec::new(),
            kelompok: vec![kelompok],
        });
    }
    posts
}

/// The cascade of these jabatan, whose first one is held.
fn headed(posts: Vec<Jabatan>) -> Cascade {
    let mut cells = Cells::below(posts.last().map_or(0, |post| post.place.pos.row));
    let nama = Located::new("Pegawai Contoh 01, S.Contoh.".to_owned(), cells.next());
    let nip = Some(Located::new("199001012020011001".to_owned(), cells.next()));
    let head = Pegawai { nip, ..Pegawai::new(nama, 0) };
    Cascade::new("Dinas Contoh".to_owned(), 2026, posts, vec![head]).expect("superiors come first")
}
