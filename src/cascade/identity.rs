//! Stable keys for jabatan. A key is made from the path of names down from
//! the root and the ordinal among siblings of the same name, never from the
//! row: an inserted row renames nobody, and capitals do not matter.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::model::JabatanId;
use super::words::words;

/// Letters and digits that are hard to mistake for each other.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Characters of the key behind the slug.
const KEY_LENGTH: usize = 8;

/// The slug is cut at a word once it is this long.
const SLUG_LENGTH: usize = 48;

/// A post as identity needs it: name, and index of the parent among the posts
/// before it.
pub(super) struct Named<'a> {
    pub(super) nama: &'a str,
    pub(super) induk: Option<usize>,
}

/// The ids of posts in an order where every parent stands before its
/// children. All ids differ.
pub(super) fn ids(posts: &[Named]) -> Vec<JabatanId> {
    let mut paths: Vec<String> = Vec::with_capacity(posts.len());
    let mut seen: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let mut ids = Vec::with_capacity(posts.len());
    for post in posts {
        let name = words(post.nama).collect::<Vec<_>>().join("-");
        let ordinal = seen.entry((post.induk, name.clone())).or_default();
        *ordinal += 1;
        // The path is hashed on the way down so that deep trees stay cheap.
        let above = post.induk.and_then(|parent| paths.get(parent)).map_or("", String::as_str);
        let path = key(&format!("{above}/{name}#{ordinal}"), 26);
        let mut id = format!("{}-{}", slug(&name), &path[..KEY_LENGTH]);
        let mut again = 0u32;
        while !taken.insert(id.clone()) {
            again += 1;
            id = format!("{}-{}", slug(&name), key(&format!("{path}+{again}"), KEY_LENGTH));
        }
        paths.push(path);
        ids.push(JabatanId(id));
    }
    ids
}

/// The first characters of a text's SHA-256 in base 32; at most 32.
fn key(text: &str, length: usize) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(length).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A name's words joined by hyphens, cut to a bearable length.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for part in name.split('-') {
        if !slug.is_empty() && slug.len() + part.len() >= SLUG_LENGTH {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(part.chars().filter(char::is_ascii_alphanumeric).take(SLUG_LENGTH));
    }
    if slug.is_empty() { "jabatan".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(posts: &[(&str, Option<usize>)]) -> Vec<String> {
        let posts: Vec<_> = posts.iter().map(|&(nama, induk)| Named { nama, induk }).collect();
        ids(&posts).into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn repeated_names_get_different_keys() {
        let ids = of(&[("Kepala", None), ("Staf", Some(0)), ("Staf", Some(0)), ("Staf", Some(1))]);
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), 4);
        assert!(ids[1].starts_with("staf-"));
    }

    #[test]
    fn a_new_neighbour_renames_nobody() {
        let before = of(&[("Kepala", None), ("Bidang A", Some(0)), ("Staf", Some(1))]);
        let after = of(&[("KEPALA", None), ("Bidang Baru", Some(0)), ("Bidang A", Some(0)), ("Staf", Some(2))]);
        assert_eq!(before[1..], after[2..]);
        assert_eq!(before[0], after[0]);
    }

    #[test]
    fn the_key_is_the_same_for_ever() {
        assert_eq!(of(&[("KEPALA DINAS CONTOH", None)]), ["kepala-dinas-contoh-kxuguecz"]);
    }

    #[test]
    fn a_name_without_letters_still_has_an_id() {
        assert!(of(&[("—", None)])[0].starts_with("jabatan-"));
    }
}
