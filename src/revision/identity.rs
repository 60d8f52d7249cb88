//! Who is who: people are told apart by their NIP, and by name where a matrix
//! has none.

use crate::cascade::{Pegawai, words};

/// Titles that stand before a name and do not make another person.
const TITLES: &[&str] = &["dr", "dra", "drg", "drh", "drs", "h", "hj", "ir", "prof"];

/// What identifies a person within an edition: the digits of the NIP, else
/// the name without titles. Never to be shown.
pub(super) fn identity(person: &Pegawai) -> String {
    nip(person).unwrap_or_else(|| name(&person.nama.value))
}

/// The digits of the NIP, however it is grouped; `None` where there are none.
pub(super) fn nip(person: &Pegawai) -> Option<String> {
    let digits: String = person.nip.as_ref()?.value.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

/// A name without titles before and behind it, in normal form.
pub(super) fn name(nama: &str) -> String {
    let bare = nama.split(',').next().unwrap_or(nama);
    words(bare).skip_while(|word| TITLES.contains(&word.as_str())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_make_no_other_person() {
        for nama in ["Pegawai Contoh 01", "Drs. H. Pegawai Contoh 01, M.Si.", "PEGAWAI  CONTOH 01, S.Sos"] {
            assert_eq!(name(nama), "pegawai contoh 01");
        }
        assert_ne!(name("Pegawai Contoh 01"), name("Pegawai Contoh 02"));
    }
}
