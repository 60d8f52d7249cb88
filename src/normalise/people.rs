//! The sheet of people.

use std::collections::{BTreeMap, BTreeSet};

use super::Input;
use super::keys::Keys;
use super::marks::Marks;
use super::sheets::{Done, optional};
use super::table::{Column, Table};
use crate::cascade::{Cascade, Pegawai, StatusJabatan, normal, pangkat};
use crate::matrix::normal::form::{self, column};
use crate::workbook::writer::{Look, WorkbookWriter};

const PEGAWAI: &[Column] = &[
    (column::ID, 30.0, Look::Body),
    (column::NAMA, 36.0, Look::Body),
    (column::NIP, 24.0, Look::Body),
    (column::PANGKAT, 26.0, Look::Body),
    (column::GOLONGAN, 11.0, Look::Centred),
    (column::JABATAN, 48.0, Look::Body),
    (column::UNIT, 36.0, Look::Body),
    (column::ATASAN, 40.0, Look::Body),
    (column::STATUS, 11.0, Look::Centred),
    (column::TTE, 9.0, Look::Centred),
    (column::KETERANGAN, 30.0, Look::Body),
];

/// How each status is written.
const STATUS: [(StatusJabatan, &str); 4] = [
    (StatusJabatan::Definitif, "Definitif"),
    (StatusJabatan::Plt, "Plt."),
    (StatusJabatan::Plh, "Plh."),
    (StatusJabatan::Pj, "Pj."),
];

/// How it is written that someone signs electronically, or by hand.
const TTE: [&str; 2] = ["Ya", "Tidak"];

/// The sheet of people; the id is that of the jabatan they hold.
pub(super) fn pegawai(workbook: &mut WorkbookWriter, input: Input, keys: &Keys, marks: &mut Marks) -> Done {
    let mut table = Table::new(workbook, form::PEGAWAI, PEGAWAI, marks)?;
    // Who is known from the matrix's foot alone stands with the foot: one name
    // is no roster that leaves all other posts vacant.
    let signatory = input.draft.foot.nama.as_ref().map(|nama| &nama.place);
    for person in input.cascade.pegawai().iter().filter(|person| Some(&person.nama.place) != signatory) {
        let Some(post) = input.cascade.jabatan().get(person.jabatan) else { continue };
        table.next_row()?;
        table.text(column::ID, &post.id.0)?;
        table.located(column::NAMA, &person.nama.value, &person.nama.place)?;
        for (column, value) in [
            (column::NIP, &person.nip),
            (column::PANGKAT, &person.pangkat),
            (column::GOLONGAN, &person.golongan),
            (column::KETERANGAN, &person.keterangan),
        ] {
            optional(&mut table, column, value)?;
        }
        match &person.sebutan {
            Some(own) => table.located(column::JABATAN, &own.value, &own.place)?,
            None => table.text(column::JABATAN, &post.nama)?,
        }
        table.text(column::UNIT, &post.unit)?;
        match (&person.pihak_kedua, person.atasan) {
            _ if person.kepada_pimpinan => table.text(column::ATASAN, input.pimpinan)?,
            (Some(name), _) => table.located(column::ATASAN, &name.value, &name.place)?,
            (None, Some(atasan)) => table.text(column::ATASAN, keys.sebutan(atasan))?,
            (None, None) => {}
        }
        let status = STATUS.iter().find(|(status, _)| *status == person.status);
        table.text(column::STATUS, status.map_or("", |(_, word)| word))?;
        table.text(column::TTE, person.elektronik.map_or("", |yes| if yes { TTE[0] } else { TTE[1] }))?;
    }
    table.choose(column::TTE, &TTE)?;
    table.choose(column::STATUS, &STATUS.map(|(_, word)| word))?;
    let golongan: Vec<&str> =
        pangkat::PNS.iter().map(|(golongan, _)| *golongan).chain(pangkat::PPPK.iter().copied()).collect();
    table.choose(column::GOLONGAN, &golongan)?;
    table.finish()
}

/// What tells a person from all others on the sheets: the name, or the NIP
/// where two have the same.
pub(super) struct Names<'a>(BTreeMap<String, BTreeSet<Option<&'a str>>>);

impl<'a> Names<'a> {
    /// The names of everyone, each with its NIP.
    pub(super) fn of(cascade: &'a Cascade) -> Self {
        let mut names: BTreeMap<String, BTreeSet<Option<&str>>> = BTreeMap::new();
        for person in cascade.pegawai() {
            let nip = person.nip.as_ref().map(|nip| nip.value.as_str());
            names.entry(normal(&person.nama.value)).or_default().insert(nip);
        }
        Self(names)
    }

    /// What a person is called.
    pub(super) fn name(&self, person: &'a Pegawai) -> &'a str {
        let has_twin = self.0.get(&normal(&person.nama.value)).is_some_and(|nips| nips.len() > 1);
        person.nip.as_ref().filter(|_| has_twin).unwrap_or(&person.nama).value.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Settings, build};

    #[test]
    fn only_people_of_one_name_are_called_by_their_nip() {
        let cascade = build(&matrix().post(0, "KEPALA").draft(), &Settings::default()).cascade.unwrap();
        let person = |name: &str, nip: Option<&str>| Pegawai {
            nip: nip.map(|nip| text(nip, "B2")),
            ..Pegawai::new(text(name, "A2"), 0)
        };
        let people = [
            person("Pegawai Contoh 01", Some("1")),
            person("pegawai contoh 01", Some("2")),
            person("Pegawai Contoh 01", None),
            person("Pegawai Contoh 02", Some("3")),
            person("Pegawai Contoh 02", Some("3")),
        ];
        let cascade = cascade.with_pegawai(people.to_vec()).unwrap();
        let names = Names::of(&cascade);
        let called: Vec<&str> = cascade.pegawai().iter().map(|person| names.name(person)).collect();
        assert_eq!(called, ["1", "2", "Pegawai Contoh 01", "Pegawai Contoh 02", "Pegawai Contoh 02"]);
    }
}
