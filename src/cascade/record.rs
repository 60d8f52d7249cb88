//! A cascade kept on file: the whole model as JSON, to be read back by a later
//! run and a later program. What `perjakin kaskade` prints is for others and
//! leaves out what they need not know; this leaves out nothing.
//!
//! Cells are written as the number of their sheet and their A1 name, for a
//! city has a million of them on three sheets.

mod form;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::form::{Cell, Money, Person, Post, Text};
use super::model::Cascade;
use crate::workbook::place::{Located, Place, Pos, Source};

pub use self::form::Record;

/// The schema this program writes and the newest that it reads.
const SCHEMA: u32 = 1;

impl Record {
    /// The record of a cascade.
    pub fn new(cascade: &Cascade) -> Self {
        let mut sheets = Sheets::default();
        Self {
            skema: SCHEMA,
            instansi: cascade.instansi().to_owned(),
            tahun: cascade.tahun(),
            jabatan: cascade.jabatan().iter().map(|post| Post::new(post, &mut sheets)).collect(),
            pegawai: cascade.pegawai().iter().map(|person| Person::new(person, &mut sheets)).collect(),
            anggaran: cascade.anggaran().iter().map(|line| Money::new(line, &mut sheets)).collect(),
            lembar_kerja: sheets.names(),
        }
    }

    /// The cascade again; `None` where the record is damaged or a newer
    /// program wrote it.
    pub fn cascade(self) -> Option<Cascade> {
        if self.skema > SCHEMA {
            return None;
        }
        let sources: Vec<_> =
            self.lembar_kerja.into_iter().map(|(workbook, sheet)| Source::new(workbook, sheet)).collect();
        let jabatan = self.jabatan.into_iter().map(|post| post.read(&sources)).collect::<Option<_>>()?;
        let pegawai = self.pegawai.into_iter().map(|person| person.read(&sources)).collect::<Option<_>>()?;
        let anggaran = self.anggaran.into_iter().map(|line| line.read(&sources)).collect::<Option<_>>()?;
        let cascade = Cascade::new(self.instansi, self.tahun, jabatan, pegawai).ok()?;
        cascade.with_anggaran(anggaran).ok()
    }
}

/// The sheets that cells are written with, numbered as they come.
#[derive(Default)]
struct Sheets(BTreeMap<Arc<Source>, usize>);

impl Sheets {
    fn cell(&mut self, place: &Place) -> Cell {
        let next = self.0.len();
        let number = *self.0.entry(place.source.clone()).or_insert(next);
        Cell(number, place.pos.to_string())
    }

    fn text(&mut self, located: &Located<String>) -> Text {
        Text(located.value.clone(), self.cell(&located.place))
    }

    fn maybe(&mut self, located: &Option<Located<String>>) -> Option<Text> {
        located.as_ref().map(|located| self.text(located))
    }

    fn names(self) -> Vec<(String, String)> {
        let mut names: Vec<_> = self.0.into_iter().collect();
        names.sort_by_key(|(_, number)| *number);
        names.into_iter().map(|(source, _)| (source.workbook.to_string(), source.sheet.to_string())).collect()
    }
}

/// The sheets that cells are read with, by number.
type Sources = [Arc<Source>];

impl Cell {
    fn read(&self, sources: &Sources) -> Option<Place> {
        let source = sources.get(self.0)?.clone();
        Some(Place { source, pos: Pos::from_a1(&self.1)? })
    }
}

impl Text {
    fn read(self, sources: &Sources) -> Option<Located<String>> {
        let place = self.1.read(sources)?;
        Some(Located::new(self.0, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{cell, matrix, text};
    use crate::cascade::{Anggaran, Pegawai, Settings, StatusJabatan, TargetKhusus, TingkatAnggaran, build};

    /// A cascade with something in every field there is.
    fn full() -> Cascade {
        let draft = matrix()
            .post(0, "KEPALA DINAS")
            .sasaran("1 Meningkatnya layanan")
            .indikator("1 Indeks layanan")
            .post(1, "SEKRETARIS")
            .below(0)
            .sasaran("Tertibnya aset")
            .indikator("Jumlah daftar aset")
            .draft();
        let built = build(&draft, &Settings { instansi: "Dinas Contoh".into(), tahun: 2026, ..Settings::default() });
        let mut posts = built.cascade.unwrap().jabatan().to_vec();
        posts[0].tujuan = vec![super::super::Tujuan { uraian: "Terwujudnya layanan".into(), place: cell("A2") }];
        let goal = &mut posts[1].kelompok[0].indikator[0];
        goal.satuan = Some(text("Dokumen", "D9"));
        goal.target = Some(text("12", "E9"));
        goal.triwulan = Some(Box::new([Some(text("3", "F9")), None, Some(text("3", "H9")), None]));
        let indikator = goal.place.clone();
        let mut elsewhere = text("Pegawai Contoh 01", "B5");
        elsewhere.place.source = Source::new("pegawai.xlsx", "Pegawai");
        let person = Pegawai {
            nip: Some(text("199001012015011001", "C5")),
            pangkat: Some(text("Penata", "D5")),
            golongan: Some(text("III/c", "E5")),
            status: StatusJabatan::Plt,
            sebutan: Some(text("Sekretaris Dinas", "F5")),
            atasan: Some(0),
            pihak_kedua: Some(text("Pegawai Contoh 00", "G5")),
            kepada_pimpinan: true,
            keterangan: Some(text("Juli s.d. Desember 2026", "H5")),
            elektronik: Some(true),
            khusus: vec![TargetKhusus {
                indikator,
                dikecualikan: true,
                satuan: Some(text("Dokumen", "I5")),
                target: Some(text("6", "J5")),
                triwulan: Some(Box::new([None, Some(text("6", "K5")), None, None])),
            }],
            ..Pegawai::new(elsewhere, 1)
        };
        let line = |uraian: &str, tingkat, induk| Anggaran {
            jabatan: 1,
            tingkat,
            induk,
            uraian: text(uraian, "B7"),
            pagu: text("1.000.000", "C7"),
            keterangan: Some(text("APBD", "D7")),
        };
        let money =
            vec![line("Program", TingkatAnggaran::Program, None), line("Kegiatan", TingkatAnggaran::Kegiatan, Some(0))];
        let cascade = Cascade::new("Dinas Contoh".into(), 2026, posts, vec![person]).unwrap();
        cascade.with_anggaran(money).unwrap()
    }

    fn written(cascade: &Cascade) -> String {
        serde_json::to_string(&Record::new(cascade)).unwrap()
    }

    fn read(text: &str) -> Option<Cascade> {
        serde_json::from_str::<Record>(text).ok()?.cascade()
    }

    #[test]
    fn nothing_of_a_cascade_is_lost() {
        let cascade = full();
        assert_eq!(read(&written(&cascade)), Some(cascade));
    }

    #[test]
    fn what_is_damaged_or_newer_gives_no_cascade() {
        let text = written(&full());
        for (from, to) in [
            ("\"skema\":1", "\"skema\":2"),
            ("\"induk\":0", "\"induk\":7"),
            ("[0,\"E9\"]", "[0,\"9\"]"),
            ("[0,\"E9\"]", "[9,\"E9\"]"),
            ("\"jabatan\":1,\"sebutan\"", "\"jabatan\":3,\"sebutan\""),
        ] {
            assert!(text.contains(from), "{from}: {text}");
            assert_eq!(read(&text.replacen(from, to, 1)), None, "{to}");
        }
    }

    #[test]
    fn a_field_of_a_later_program_does_no_harm() {
        let text = written(&full()).replacen("\"skema\":1", "\"skema\":1,\"nanti\":[1]", 1);
        assert_eq!(read(&text), Some(full()));
    }
}
