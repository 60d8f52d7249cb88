//! The record's form: the model's types as they are written down. A type of
//! its own for each, so that the model can change and old records stay
//! readable.

use serde::{Deserialize, Serialize};

use super::{Sheets, Sources};
use crate::cascade::anggaran::{Anggaran, TingkatAnggaran};
use crate::cascade::model::{Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Sasaran, Tujuan};
use crate::cascade::pegawai::{Pegawai, StatusJabatan, TargetKhusus};
use crate::workbook::place::Located;

/// A cascade as it is written down.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    pub(super) skema: u32,
    pub(super) instansi: String,
    pub(super) tahun: u16,
    /// Workbook and sheet of the cells, by number.
    pub(super) lembar_kerja: Vec<(String, String)>,
    pub(super) jabatan: Vec<Post>,
    pub(super) pegawai: Vec<Person>,
    pub(super) anggaran: Vec<Money>,
}

/// The number of a sheet and the cell in A1 notation.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Cell(pub(super) usize, pub(super) String);

/// A text with its cell.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Text(pub(super) String, pub(super) Cell);

type Quarters = [Option<Text>; 4];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Post {
    id: String,
    nama: Text,
    jenjang: Jenjang,
    tingkat: u32,
    unit: String,
    induk: Option<usize>,
    atasan: Option<usize>,
    tujuan: Vec<Text>,
    kelompok: Vec<Group>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Group {
    sasaran: Vec<Item>,
    indikator: Vec<Row>,
}

/// A sasaran: its number and text.
#[derive(Debug, Serialize, Deserialize)]
struct Item {
    nomor: Option<String>,
    uraian: Text,
}

/// An indikator.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    nomor: Option<String>,
    uraian: Text,
    satuan: Option<Text>,
    target: Option<Text>,
    triwulan: Option<Quarters>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Person {
    nama: Text,
    nip: Option<Text>,
    pangkat: Option<Text>,
    golongan: Option<Text>,
    status: StatusJabatan,
    jabatan: usize,
    sebutan: Option<Text>,
    atasan: Option<usize>,
    pihak_kedua: Option<Text>,
    #[serde(default)]
    kepada_pimpinan: bool,
    keterangan: Option<Text>,
    elektronik: Option<bool>,
    khusus: Vec<Own>,
}

/// A target of a person's own.
#[derive(Debug, Serialize, Deserialize)]
struct Own {
    indikator: Cell,
    dikecualikan: bool,
    satuan: Option<Text>,
    target: Option<Text>,
    triwulan: Option<Quarters>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Money {
    jabatan: usize,
    tingkat: TingkatAnggaran,
    induk: Option<usize>,
    uraian: Text,
    pagu: Text,
    keterangan: Option<Text>,
}

impl Post {
    pub(super) fn new(post: &Jabatan, sheets: &mut Sheets) -> Self {
        let nama = Text(post.nama.clone(), sheets.cell(&post.place));
        let tujuan = post.tujuan.iter().map(|tujuan| Text(tujuan.uraian.clone(), sheets.cell(&tujuan.place))).collect();
        let mut group = |group: &Kelompok| Group {
            sasaran: group
                .sasaran
                .iter()
                .map(|item| Item {
                    nomor: item.nomor.clone(),
                    uraian: Text(item.uraian.clone(), sheets.cell(&item.place)),
                })
                .collect(),
            indikator: group.indikator.iter().map(|item| Row::new(item, sheets)).collect(),
        };
        Self {
            id: post.id.0.clone(),
            nama,
            jenjang: post.jenjang,
            tingkat: post.tingkat,
            unit: post.unit.clone(),
            induk: post.induk,
            atasan: post.atasan,
            tujuan,
            kelompok: post.kelompok.iter().map(&mut group).collect(),
        }
    }

    pub(super) fn read(self, sources: &Sources) -> Option<Jabatan> {
        let Located { value: nama, place } = self.nama.read(sources)?;
        let tujuan = self.tujuan.into_iter().map(|text| {
            let Located { value: uraian, place } = text.read(sources)?;
            Some(Tujuan { uraian, place })
        });
        Some(Jabatan {
            id: JabatanId(self.id),
            nama,
            jenjang: self.jenjang,
            tingkat: self.tingkat,
            unit: self.unit,
            induk: self.induk,
            atasan: self.atasan,
            place,
            tujuan: tujuan.collect::<Option<_>>()?,
            kelompok: self.kelompok.into_iter().map(|group| group.read(sources)).collect::<Option<_>>()?,
        })
    }
}

impl Group {
    fn read(self, sources: &Sources) -> Option<Kelompok> {
        let sasaran = self.sasaran.into_iter().map(|item| {
            let Located { value: uraian, place } = item.uraian.read(sources)?;
            Some(Sasaran { nomor: item.nomor, uraian, place })
        });
        Some(Kelompok {
            sasaran: sasaran.collect::<Option<_>>()?,
            indikator: self.indikator.into_iter().map(|row| row.read(sources)).collect::<Option<_>>()?,
        })
    }
}

impl Row {
    fn new(item: &Indikator, sheets: &mut Sheets) -> Self {
        Self {
            nomor: item.nomor.clone(),
            uraian: Text(item.uraian.clone(), sheets.cell(&item.place)),
            satuan: sheets.maybe(&item.satuan),
            target: sheets.maybe(&item.target),
            triwulan: quarters(&item.triwulan, sheets),
        }
    }

    fn read(self, sources: &Sources) -> Option<Indikator> {
        let Located { value: uraian, place } = self.uraian.read(sources)?;
        Some(Indikator {
            nomor: self.nomor,
            uraian,
            place,
            satuan: maybe(self.satuan, sources)?,
            target: maybe(self.target, sources)?,
            triwulan: read_quarters(self.triwulan, sources)?,
        })
    }
}

impl Person {
    pub(super) fn new(person: &Pegawai, sheets: &mut Sheets) -> Self {
        let mut own = |own: &TargetKhusus| Own {
            indikator: sheets.cell(&own.indikator),
            dikecualikan: own.dikecualikan,
            satuan: sheets.maybe(&own.satuan),
            target: sheets.maybe(&own.target),
            triwulan: quarters(&own.triwulan, sheets),
        };
        let khusus = person.khusus.iter().map(&mut own).collect();
        Self {
            nama: sheets.text(&person.nama),
            nip: sheets.maybe(&person.nip),
            pangkat: sheets.maybe(&person.pangkat),
            golongan: sheets.maybe(&person.golongan),
            status: person.status,
            jabatan: person.jabatan,
            sebutan: sheets.maybe(&person.sebutan),
            atasan: person.atasan,
            pihak_kedua: sheets.maybe(&person.pihak_kedua),
            kepada_pimpinan: person.kepada_pimpinan,
            keterangan: sheets.maybe(&person.keterangan),
            elektronik: person.elektronik,
            khusus,
        }
    }

    pub(super) fn read(self, sources: &Sources) -> Option<Pegawai> {
        let own = |own: Own| {
            Some(TargetKhusus {
                indikator: own.indikator.read(sources)?,
                dikecualikan: own.dikecualikan,
                satuan: maybe(own.satuan, sources)?,
                target: maybe(own.target, sources)?,
                triwulan: read_quarters(own.triwulan, sources)?,
            })
        };
        Some(Pegawai {
            nama: self.nama.read(sources)?,
            nip: maybe(self.nip, sources)?,
            pangkat: maybe(self.pangkat, sources)?,
            golongan: maybe(self.golongan, sources)?,
            status: self.status,
            jabatan: self.jabatan,
            sebutan: maybe(self.sebutan, sources)?,
            atasan: self.atasan,
            pihak_kedua: maybe(self.pihak_kedua, sources)?,
            kepada_pimpinan: self.kepada_pimpinan,
            keterangan: maybe(self.keterangan, sources)?,
            elektronik: self.elektronik,
            khusus: self.khusus.into_iter().map(own).collect::<Option<_>>()?,
        })
    }
}

impl Money {
    pub(super) fn new(line: &Anggaran, sheets: &mut Sheets) -> Self {
        Self {
            jabatan: line.jabatan,
            tingkat: line.tingkat,
            induk: line.induk,
            uraian: sheets.text(&line.uraian),
            pagu: sheets.text(&line.pagu),
            keterangan: sheets.maybe(&line.keterangan),
        }
    }

    pub(super) fn read(self, sources: &Sources) -> Option<Anggaran> {
        Some(Anggaran {
            jabatan: self.jabatan,
            tingkat: self.tingkat,
            induk: self.induk,
            uraian: self.uraian.read(sources)?,
            pagu: self.pagu.read(sources)?,
            keterangan: maybe(self.keterangan, sources)?,
        })
    }
}

/// The targets of TW I–IV, where there are any.
type InQuarters = Option<Box<[Option<Located<String>>; 4]>>;

fn quarters(cells: &InQuarters, sheets: &mut Sheets) -> Option<Quarters> {
    cells.as_ref().map(|cells| cells.each_ref().map(|cell| sheets.maybe(cell)))
}

/// The outer `None` is damage, the inner one a cell that is empty.
fn maybe(text: Option<Text>, sources: &Sources) -> Option<Option<Located<String>>> {
    match text {
        Some(text) => text.read(sources).map(Some),
        None => Some(None),
    }
}

fn read_quarters(cells: Option<Quarters>, sources: &Sources) -> Option<InQuarters> {
    let Some([a, b, c, d]) = cells else { return Some(None) };
    Some(Some(Box::new([maybe(a, sources)?, maybe(b, sources)?, maybe(c, sources)?, maybe(d, sources)?])))
}
