//! People, targets and money as the sheets have them, handed to the cascade.
//!
//! Nothing is decided here but what a row needs to be one at all: a person
//! without a jabatan, or an amount that nobody answers for, is a finding. So is
//! a NIP that is stored as a number; it goes no further, since its digits are
//! no longer those of the person.

use crate::cascade::{AnggaranRow, Roster, RosterRow, TargetRow, TingkatAnggaran, pangkat};
use crate::finding::Finding;
use crate::finding::rules::{money, people, reading};
use crate::matrix::anggaran::{Line, Tingkat};
use crate::matrix::roster::{Nip, Person};
use crate::matrix::targets::Target;
use crate::matrix::{Beside, Companion};
use crate::workbook::place::{Located, Place};

/// Everything beside the matrix, in the order of the sheets; what the matrix's
/// own sheet says comes first.
pub(super) fn roster(
    beside: Beside,
    companions: Vec<Companion>,
    pimpinan: &str,
    findings: &mut Vec<Finding>,
) -> Roster {
    let mut roster = Roster { pimpinan: pimpinan.to_owned(), ..Roster::default() };
    roster.pegawai.extend(beside.people.into_iter().filter_map(|row| person(row, findings)));
    roster.anggaran.extend(beside.money.into_iter().filter_map(|row| amount(row, findings)));
    for companion in companions {
        match companion {
            Companion::Roster(sheet) => {
                roster.lowong.extend(sheet.vacant);
                roster.pegawai.extend(sheet.people.into_iter().filter_map(|row| person(row, findings)));
            }
            Companion::Targets(sheet) => roster.target.extend(sheet.rows.into_iter().map(target)),
            Companion::Money(sheet) => {
                roster.anggaran.extend(sheet.lines.into_iter().filter_map(|row| amount(row, findings)));
            }
        }
    }
    roster
}

fn person(row: Person, findings: &mut Vec<Finding>) -> Option<RosterRow> {
    let nip = match row.nip {
        Some(Nip::Text(text)) => Some(text),
        // The name beside it makes drafts of all sheets that print the person.
        Some(Nip::Number(place)) => {
            findings.push(reading::nip_as_number(place).others([row.nama.place.clone()]));
            None
        }
        None => None,
    };
    let Some(jabatan) = row.jabatan else {
        findings.push(Finding::new(&people::NO_POST, row.nama.place, "pegawai ini belum punya jabatan di daftar"));
        return None;
    };
    let (pangkat, golongan) = ranks(row.pangkat, row.golongan);
    Some(RosterRow {
        nama: row.nama,
        nip,
        pangkat,
        golongan,
        jabatan,
        unit: row.unit,
        atasan: row.atasan,
        status: row.status,
        tte: row.tte,
        keterangan: row.keterangan,
        kunci: row.id.map(|id| id.value).or_else(|| key(row.blok)),
    })
}

/// Pangkat and golongan, where one column holds both or only the golongan.
fn ranks(
    pangkat: Option<Located<String>>,
    golongan: Option<Located<String>>,
) -> (Option<Located<String>>, Option<Located<String>>) {
    let cell = match (pangkat, golongan) {
        (Some(cell), None) => cell,
        both => return both,
    };
    if pangkat::golongan(&cell.value).is_some() {
        return (None, Some(cell));
    }
    match pangkat::split(&cell.value) {
        Some((name, grade)) => {
            let at = |text: &str| Some(Located::new(text.to_owned(), cell.place.clone()));
            (at(name), at(grade))
        }
        None => (Some(cell), None),
    }
}

fn target(row: Target) -> TargetRow {
    TargetRow {
        jabatan: row.jabatan,
        pegawai: row.pegawai,
        nip: row.nip,
        sasaran: row.sasaran,
        indikator: row.indikator,
        satuan: row.satuan,
        target: row.target,
        triwulan: row.triwulan,
        kunci: row.id.map(|id| id.value),
    }
}

fn amount(row: Line, findings: &mut Vec<Finding>) -> Option<AnggaranRow> {
    let Some(jabatan) = row.jabatan else {
        let finding = Finding::new(&money::NO_POST, row.uraian.place, "anggaran ini belum punya jabatan");
        findings.push(finding.quote(row.uraian.value));
        return None;
    };
    Some(AnggaranRow {
        jabatan,
        tingkat: match row.tingkat {
            Tingkat::Program => TingkatAnggaran::Program,
            Tingkat::Kegiatan => TingkatAnggaran::Kegiatan,
            Tingkat::SubKegiatan => TingkatAnggaran::Subkegiatan,
        },
        induk: row.induk,
        uraian: row.uraian,
        pagu: row.pagu,
        keterangan: row.keterangan,
        kunci: key(row.blok),
    })
}

fn key(block: Option<Place>) -> Option<String> {
    block.map(|place| place.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::{self, roster};
    use crate::workbook::grid::{Cell, Grid, Value};
    use crate::workbook::place::Pos;

    /// A sheet of text cells, row by row; a text of digits after "#" is a
    /// number cell.
    fn sheet(name: &str, rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::new("uji.xlsx", name);
        for (row, cells) in (1..).zip(rows) {
            for (col, text) in (1..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                let number = text.strip_prefix('#').and_then(|digits| digits.parse().ok());
                let value = number.map_or_else(|| Value::Text((*text).to_owned()), Value::Number);
                grid.insert(Pos::new(row, col), Cell { value, raw: None });
            }
        }
        grid
    }

    fn read(grids: &[Grid]) -> (Roster, Vec<Finding>) {
        let recognised = matrix::recognise(grids).unwrap();
        let mut findings = recognised.findings;
        let roster = roster(recognised.beside, recognised.companions, "Wali Kota Contoh", &mut findings);
        (roster, findings)
    }

    const MATRIX: &[&[&str]] = &[
        &["Jabatan", "Sasaran", "Indikator"],
        &["Kepala Dinas", "Meningkatnya mutu", "Indeks mutu"],
        &["Sekretaris", "Tertibnya arsip", "Jumlah arsip"],
    ];

    #[test]
    fn a_nip_stored_as_a_number_goes_no_further_and_touches_the_name() {
        let people = sheet(
            "Pegawai",
            &[&["Nama", "NIP", "Jabatan"], &["Pegawai Contoh 01", "#199001012015011000", "Sekretaris"]],
        );
        let (roster, findings) = read(&[sheet("Matriks", MATRIX), people]);
        assert_eq!((roster.pegawai.len(), &roster.pegawai[0].nip), (1, &None));
        let told: Vec<_> =
            findings.iter().map(|one| (one.code, one.places().map(ToString::to_string).collect())).collect();
        assert_eq!(told, [("BACA-16", vec!["Pegawai!B2".to_owned(), "Pegawai!A2".to_owned()])]);
        assert!(!format!("{findings:?}").contains("1990"));
    }

    #[test]
    fn a_person_without_jabatan_and_money_without_one_are_told() {
        let people = sheet("Pegawai", &[&["Nama", "NIP", "Jabatan"], &["Pegawai Contoh 01", "199001012015011001"]]);
        let money = sheet("Anggaran", &[&["Jabatan", "Program", "Pagu"], &["", "Program Contoh", "#1000000"]]);
        let (roster, findings) = read(&[sheet("Matriks", MATRIX), people, money]);
        assert!(roster.pegawai.is_empty() && roster.anggaran.is_empty());
        assert_eq!(findings.iter().map(|one| one.code).collect::<Vec<_>>(), ["ORANG-10", "ANGGARAN-07"]);
    }

    #[test]
    fn one_column_may_hold_pangkat_and_golongan() {
        let rank = |pangkat: &str, golongan: &str| {
            let people = sheet(
                "Pegawai",
                &[&["Nama", "Jabatan", "Pangkat", "Golongan"], &["Pegawai Contoh 01", "Sekretaris", pangkat, golongan]],
            );
            let (roster, _) = read(&[sheet("Matriks", MATRIX), people]);
            let row = roster.pegawai.into_iter().next().unwrap();
            (row.pangkat.map(|cell| cell.value), row.golongan.map(|cell| cell.value))
        };
        let both = |a: &str, b: &str| (Some(a.to_owned()), Some(b.to_owned()));
        assert_eq!(rank("Penata", "III/c"), both("Penata", "III/c"));
        assert_eq!(rank("Penata Tk. I, III/d", ""), both("Penata Tk. I", "III/d"));
        assert_eq!(rank("IX", ""), (None, Some("IX".to_owned())));
        assert_eq!(rank("Penata", ""), (Some("Penata".to_owned()), None));
    }

    #[test]
    fn a_flat_list_brings_its_own_people_and_money() {
        let list = sheet(
            "Matriks",
            &[
                &["Jabatan", "Atasan", "Sasaran", "Indikator", "Target", "Pegawai", "NIP", "Program", "Anggaran"],
                &["Kepala", "", "Satu", "Dua", "85", "Pegawai Contoh 01", "199001012015011001", "Program A", "#5000"],
                &["Kepala", "", "Satu", "Tiga", "9", "Pegawai Contoh 01", "199001012015011001", "Program A", "#5000"],
                &["Staf", "Kepala", "Empat", "Lima", "7", "Pegawai Contoh 02", "", "", ""],
                &["Staf", "Kepala", "Empat", "Enam", "7", "Pegawai Contoh 03", "", "", ""],
            ],
        );
        let (roster, findings) = read(&[list]);
        let people: Vec<_> = roster.pegawai.iter().map(|row| (&*row.nama.value, row.kunci.as_deref())).collect();
        assert_eq!(
            people,
            [
                ("Pegawai Contoh 01", Some("Matriks!A2")),
                ("Pegawai Contoh 02", Some("Matriks!A4")),
                ("Pegawai Contoh 03", Some("Matriks!A4")),
            ]
        );
        assert_eq!(roster.anggaran.len(), 1);
        assert_eq!(roster.anggaran[0].pagu.value, "5.000");
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn a_dash_as_own_target_is_kept_and_names_are_filled_over_merged_rows_only() {
        let targets = sheet(
            "Target",
            &[
                &["Indikator", "Pegawai", "Target"],
                &["Jumlah arsip", "Pegawai Contoh 02", "-"],
                &["Indeks mutu", "", "-"],
            ],
        );
        let (roster, _) = read(&[sheet("Matriks", MATRIX), targets]);
        let shown: Vec<_> = roster
            .target
            .iter()
            .map(|row| (row.pegawai.is_some(), row.target.as_ref().map(|cell| cell.value.as_str())))
            .collect();
        assert_eq!(shown, [(true, Some("-")), (false, None)]);
    }

    #[test]
    fn the_word_for_a_vacant_post_is_nobody() {
        let people = sheet("Pegawai", &[&["Nama", "NIP", "Jabatan"], &["(LOWONG)", "-", "Sekretaris"]]);
        assert!(roster::recognise(&people).unwrap().people.is_empty());
    }
}
