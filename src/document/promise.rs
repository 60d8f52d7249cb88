//! What a sheet promises: who promises what to whom, without the form it is
//! printed in. Two sheets that promise the same need not be signed anew.
//!
//! Titles, dates, paper, letterhead, wording and layout are no part of it,
//! nor is the order of the rows: a row that moved promises the same.

use serde::Serialize;

use super::budget::Budget;
use super::form::Form;
use super::group::{Group, Row};
use super::index::Index;
use super::party::{Party, SignatureLine};
use super::settings::Settings;
use super::wording::Labels;
use crate::cascade::{Cascade, Pegawai, Seat};

/// What the sheets of a cascade promise.
pub struct Promises<'a> {
    cascade: &'a Cascade,
    settings: &'a Settings,
    index: Index,
}

#[derive(Serialize)]
struct Promise<'a> {
    instansi: &'a str,
    pihak: [Option<Signatory>; 2],
    masa: Option<&'a str>,
    kelompok: Vec<String>,
    anggaran: Option<Money<'a>>,
}

#[derive(Serialize)]
struct Signatory {
    jabatan: String,
    nama: Option<String>,
    baris: Vec<SignatureLine>,
}

#[derive(Serialize)]
struct Goal<'a> {
    uraian: Option<&'a str>,
    target: Option<&'a str>,
    satuan: Option<&'a str>,
    triwulan: Option<&'a [Option<String>; 4]>,
}

#[derive(Serialize)]
struct Money<'a> {
    bagian: Vec<String>,
    total: Option<&'a str>,
}

impl<'a> Promises<'a> {
    /// The promises of a cascade under these settings.
    pub fn new(cascade: &'a Cascade, settings: &'a Settings) -> Self {
        Self { cascade, settings, index: Index::new(cascade) }
    }

    /// What the sheet of a seat promises, as text that is the same for the
    /// same promise.
    pub fn of(&self, seat: Seat) -> String {
        let Self { cascade, settings, index } = self;
        let post = seat.jabatan;
        let jabatan = &cascade.jabatan()[post];
        let holder = seat.pegawai.map(|person| &cascade.pegawai()[person]);
        let form = settings.forms.of(jabatan.jenjang);
        let first = Party::official(cascade, post, holder);
        let second = Party::second(cascade, index, settings, post, holder);
        let own = holder.map_or(&[][..], |person| &person.khusus);
        let groups = jabatan.kelompok.iter().filter_map(|group| Group::new(group, own, form.satuan));
        let table = form.anggaran.and_then(|table| Budget::new(cascade.anggaran(), index.money(post), table));
        text(&Promise {
            instansi: cascade.instansi(),
            pihak: [second.map(signatory), Some(signatory(first))],
            masa: holder.and_then(Pegawai::masa).map(|masa| masa.value.trim()),
            kelompok: sorted(groups.map(|one| group(&one, form))),
            anggaran: table.as_ref().map(money),
        })
    }
}

fn signatory(party: Party) -> Signatory {
    // What stands before a value follows from the value.
    let baris = party.lines(&Labels::new(), false);
    Signatory { jabatan: party.jabatan, nama: party.nama, baris }
}

fn group(group: &Group, form: &Form) -> String {
    let goal = |row: &Row| {
        // What has no column is not printed, so it is not promised either.
        text(&Goal {
            uraian: row.uraian.as_deref(),
            target: row.target.as_deref(),
            satuan: row.satuan.as_deref().filter(|_| form.satuan),
            triwulan: Some(&row.triwulan).filter(|_| form.triwulan),
        })
    };
    let sasaran = sorted(group.sasaran.iter().cloned());
    text(&(sasaran, sorted(group.indikator.iter().map(goal))))
}

fn money(table: &Budget) -> Money<'_> {
    let sections = table.bagian.iter().map(|section| {
        let lines = section.baris.iter().map(text);
        text(&(&section.judul, sorted(lines)))
    });
    Money { bagian: sorted(sections), total: table.total.as_deref() }
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<_> = texts.collect();
    texts.sort();
    texts
}

/// Strings and lists of them: serialising them cannot fail.
fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::fixture::{Agency, cell, indikator, pegawai, sasaran, text};
    use super::super::format::Tanggal;
    use super::*;
    use crate::cascade::{Anggaran, Kelompok, TingkatAnggaran};

    /// What each sheet of an agency promises.
    fn promises(agency: &Agency) -> Vec<String> {
        let cascade = agency.cascade();
        let promises = Promises::new(&cascade, &agency.settings);
        Seat::all(&cascade).into_iter().map(|seat| promises.of(seat)).collect()
    }

    fn agency() -> Agency {
        let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01", 1));
        agency.posts[1].kelompok = vec![
            Kelompok {
                sasaran: vec![sasaran(21, "Sasaran satu"), sasaran(22, "Sasaran dua")],
                indikator: vec![indikator(23, "Indikator satu"), indikator(24, "Indikator dua")],
            },
            Kelompok { sasaran: vec![sasaran(25, "Sasaran tiga")], indikator: vec![indikator(26, "Indikator tiga")] },
        ];
        agency.posts[1].kelompok[0].indikator[0].target = Some(text(29, "85"));
        agency
    }

    #[test]
    fn form_and_order_are_no_part_of_the_promise() {
        let before = promises(&agency());
        let mut other = agency();
        other.posts[1].kelompok.reverse();
        other.posts[1].kelompok[1].indikator.reverse();
        other.posts[1].kelompok[1].sasaran.reverse();
        other.posts[1].place = cell(900);
        other.galat = BTreeSet::from([cell(21)]);
        other.settings.tanggal = Tanggal::parse("1 Juli 2026").unwrap();
        other.settings.perubahan = true;
        other.settings.kertas_mm = (210.0, 297.0);
        other.settings.folder = "pk-perubahan-1".into();
        assert_eq!(promises(&other), before);
    }

    #[test]
    fn whatever_is_promised_counts() {
        let before = promises(&agency());
        type Edit = fn(&mut Agency);
        let edits: [(Edit, &[usize]); 7] = [
            (|agency| agency.posts[1].kelompok[0].indikator[0].target = Some(text(29, "86")), &[1]),
            (|agency| agency.posts[1].kelompok[1].sasaran[0].uraian.push('.'), &[1]),
            // The same texts, grouped otherwise.
            (
                |agency| {
                    let moved = agency.posts[1].kelompok[0].indikator.remove(1);
                    agency.posts[1].kelompok[1].indikator.push(moved);
                },
                &[1],
            ),
            (|agency| agency.people[0].golongan = Some(text(103, "IV/b")), &[1, 2]),
            (|agency| agency.people[0].keterangan = Some(text(104, "Juli s.d. Desember 2026")), &[1]),
            (|agency| agency.settings.pimpinan.as_mut().unwrap().nama = "Pegawai Contoh 99".into(), &[0]),
            (
                |agency| {
                    agency.money.push(Anggaran {
                        jabatan: 0,
                        tingkat: TingkatAnggaran::Program,
                        induk: None,
                        uraian: text(41, "Program contoh"),
                        pagu: text(42, "1.000"),
                        keterangan: None,
                    });
                },
                &[0],
            ),
        ];
        for (number, (edit, changed)) in edits.into_iter().enumerate() {
            let mut other = agency();
            edit(&mut other);
            let after = promises(&other);
            let differing: Vec<_> = (0..3).filter(|index| before[*index] != after[*index]).collect();
            assert_eq!(differing, changed, "edit {number}");
        }
    }

    #[test]
    fn what_has_no_column_is_not_promised() {
        let with = |columns: bool, quarter: &str| {
            let mut agency = agency();
            agency.settings.forms.of_mut(agency.posts[1].jenjang).triwulan = columns;
            let goal = &mut agency.posts[1].kelompok[0].indikator[0];
            goal.triwulan = Some(Box::new([Some(text(31, quarter)), None, None, None]));
            promises(&agency)
        };
        assert_eq!(with(false, "20"), with(false, "25"));
        assert_ne!(with(true, "20"), with(true, "25"));
    }
}
