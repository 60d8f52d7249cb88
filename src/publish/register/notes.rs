//! What the office's copies of the register say, held against the sheets that
//! there are now.

use std::collections::{BTreeMap, BTreeSet};

use super::{Key, Noted, Signed};
use crate::publish::fingerprint::Digest;
use crate::workbook::place::Place;

/// Who signs a sheet, as far as a row tells: by NIP, else by name without the
/// titles behind it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(String);

impl Person {
    /// The person of a name and a NIP as a list shows them; `None` where there
    /// is neither.
    pub fn new(nama: &str, nip: &str) -> Option<Self> {
        let digits: String = nip.chars().filter(char::is_ascii_digit).collect();
        let name = || {
            let name = nama.split(',').next().unwrap_or_default();
            name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
        };
        let id = if digits.is_empty() { name() } else { digits };
        (!id.is_empty()).then_some(Self(id))
    }
}

/// A row that says of a sheet that it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The cell of the mark.
    pub place: Place,
    /// The sheet; `None` where the row does not tell.
    pub kunci: Option<Key>,
    /// Who signed.
    pub person: Option<Person>,
    /// What else is noted.
    pub signed: Signed,
}

/// The sheets that an agency has now, whatever the edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    keys: BTreeSet<String>,
    persons: BTreeSet<Person>,
}

impl Known {
    /// From the key and the holder of each sheet.
    pub fn new(sheets: impl IntoIterator<Item = (String, Option<Person>)>) -> Self {
        let mut known = Self::default();
        for (key, person) in sheets {
            known.keys.insert(key);
            known.persons.extend(person);
        }
        known
    }

    /// Twins have a number behind the key that they share.
    fn has(&self, key: &Key) -> bool {
        key.lembar.split('-').next().is_some_and(|own| self.keys.contains(own))
    }
}

/// What the office noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// By sheet and content.
    signed: BTreeMap<Key, Signed>,
    /// Who signed a sheet that is not known by its key any more, because the
    /// person or the jabatan has another name now.
    renamed: BTreeSet<Person>,
    /// Rows that fit no sheet.
    strangers: usize,
}

impl Notes {
    /// Adds the rows of a copy, and gives the cells of those that fit no sheet.
    pub fn add(&mut self, rows: Vec<Marked>, known: &Known) -> Vec<Place> {
        let mut strangers = Vec::new();
        for Marked { place, kunci, person, signed } in rows {
            match (kunci, person) {
                (Some(key), _) if known.has(&key) => drop(self.signed.insert(key, signed)),
                (Some(_), Some(person)) if known.persons.contains(&person) => drop(self.renamed.insert(person)),
                _ => strangers.push(place),
            }
        }
        self.strangers += strangers.len();
        strangers
    }

    /// What was noted of a sheet. What it promises and whose it is is asked
    /// only where that matters.
    pub fn of(&self, lembar: &str, promise: impl FnOnce() -> Digest, person: impl FnOnce() -> Option<Person>) -> Noted {
        let first = Key { lembar: lembar.to_owned(), isi: String::new() };
        if self.signed.range(first..).next().is_some_and(|(noted, _)| noted.lembar == lembar) {
            let signed = self.signed.get(&Key::new(lembar, promise()));
            return signed.map_or(Noted::Changed, |signed| Noted::Signed(signed.clone()));
        }
        let renamed = !self.renamed.is_empty() && person().is_some_and(|person| self.renamed.contains(&person));
        if renamed { Noted::Changed } else { Noted::Nothing }
    }

    /// Whether no row says that a sheet is signed.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::grid::Grid;
    use crate::workbook::place::Pos;

    fn marked(row: u32, key: Option<(&str, &[u8])>, nama: &str, nip: &str) -> Marked {
        let place = Grid::new("register.xlsx", "Register").place(Pos::new(row, 9));
        let kunci = key.map(|(lembar, isi)| Key::new(lembar, Digest::of(isi)));
        Marked { place, kunci, person: Person::new(nama, nip), signed: Signed::default() }
    }

    fn known() -> Known {
        let person = |nama, nip| Person::new(nama, nip);
        Known::new([
            ("k0".to_owned(), person("Pegawai Contoh 01", "19700101 199501 1 001")),
            ("k1".to_owned(), person("Pegawai Contoh 02, S.E.", "")),
        ])
    }

    fn noted(notes: &Notes, lembar: &str, nama: &str, nip: &str) -> Noted {
        notes.of(lembar, || Digest::of(b"isi"), || Person::new(nama, nip))
    }

    #[test]
    fn who_is_called_otherwise_than_when_he_signed_has_changed() {
        let mut notes = Notes::default();
        let rows = vec![
            marked(6, Some(("old0", b"isi")), "Pegawai Contoh Satu", "197001011995011001"),
            marked(7, Some(("old1", b"isi")), "PEGAWAI CONTOH 02", ""),
        ];
        assert_eq!(notes.add(rows, &known()), []);
        assert_eq!(noted(&notes, "k0", "Pegawai Contoh 01", "19700101 199501 1 001"), Noted::Changed);
        assert_eq!(noted(&notes, "k1", "Pegawai Contoh 02, S.E.", ""), Noted::Changed);
        assert_eq!(noted(&notes, "k2", "Pegawai Contoh 03", ""), Noted::Nothing);
    }

    #[test]
    fn a_mark_that_fits_no_sheet_is_named_and_not_counted() {
        let mut notes = Notes::default();
        let rows = vec![
            marked(6, Some(("k0", b"isi")), "", ""),
            marked(7, None, "Pegawai Contoh 02, S.E.", ""),
            marked(8, Some(("lain", b"isi")), "Pegawai Contoh 09", ""),
            marked(9, Some(("k1-2", b"isi")), "", ""),
        ];
        let places = [7, 8].map(|row| Grid::new("register.xlsx", "Register").place(Pos::new(row, 9)));
        assert_eq!(notes.add(rows, &known()), places);
        assert_eq!(noted(&notes, "k0", "", ""), Noted::Signed(Signed::default()));
        assert_eq!(noted(&notes, "k1", "Pegawai Contoh 02, S.E.", ""), Noted::Nothing);
        assert_eq!(noted(&notes, "k1-2", "", ""), Noted::Signed(Signed::default()));
        assert!(!notes.is_empty());
    }
}
