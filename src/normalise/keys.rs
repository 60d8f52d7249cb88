//! Names for rows: how a jabatan is referred to, and the stable id of a
//! tujuan, sasaran or indikator.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::cascade::{Cascade, normal};

/// Bytes of the hash in a row's id.
const ID_BYTES: usize = 6;

/// The references to the jabatan of a cascade, and the ids given so far.
pub(super) struct Keys {
    sebutan: Vec<String>,
}

impl Keys {
    /// A name where only one jabatan has it, else the name with the end of
    /// its id behind it.
    pub(super) fn of(cascade: &Cascade) -> Self {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for post in cascade.jabatan() {
            *count.entry(post.nama.to_lowercase()).or_default() += 1;
        }
        // No reference may read like another jabatan's id or reference.
        let mut taken: BTreeSet<String> = cascade.jabatan().iter().map(|post| post.id.0.clone()).collect();
        let mut sebutan = Vec::with_capacity(cascade.jabatan().len());
        for post in cascade.jabatan() {
            let key = post.id.0.rsplit('-').next().unwrap_or(&post.id.0);
            let short =
                if count[&post.nama.to_lowercase()] == 1 { post.nama.clone() } else { format!("{} #{key}", post.nama) };
            sebutan.push(if taken.insert(short.clone()) { short } else { post.id.0.clone() });
        }
        Self { sebutan }
    }

    /// How other sheets refer to a jabatan, by its index.
    pub(super) fn sebutan(&self, jabatan: usize) -> &str {
        self.sebutan.get(jabatan).map_or("", String::as_str)
    }
}

/// Ids for the rows of one jabatan: made from its id and the text, never from
/// the row, with an ordinal for texts that are repeated.
pub(super) struct RowIds<'a> {
    jabatan: &'a str,
    seen: BTreeMap<(char, String), usize>,
}

impl<'a> RowIds<'a> {
    /// For a jabatan's id.
    pub(super) fn of(jabatan: &'a str) -> Self {
        Self { jabatan, seen: BTreeMap::new() }
    }

    /// The id of the next row of a kind (`t`, `s`, `i`) with this text.
    pub(super) fn next(&mut self, kind: char, text: &str) -> String {
        let text = normal(text);
        let ordinal = self.seen.entry((kind, text.clone())).or_default();
        *ordinal += 1;
        let digest = Sha256::digest(format!("{}/{kind}/{text}#{ordinal}", self.jabatan));
        let hex: String = digest.iter().take(ID_BYTES).map(|byte| format!("{byte:02x}")).collect();
        format!("{kind}-{hex}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rows_id_does_not_depend_on_its_neighbours() {
        let mut first = RowIds::of("x");
        let a = first.next('i', "Jumlah A");
        assert_eq!(first.next('s', "Jumlah A").chars().next(), Some('s'));
        let mut second = RowIds::of("x");
        second.next('i', "Baru");
        assert_eq!(second.next('i', "Jumlah  A"), a);
        assert_ne!(second.next('i', "Jumlah A"), a);
        assert_ne!(RowIds::of("y").next('i', "Jumlah A"), a);
    }
}
