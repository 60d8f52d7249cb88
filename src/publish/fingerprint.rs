//! What a document was made from, as a digest. "Changed" is asked of this
//! and never of the output's bytes, which are promised to be the same only on
//! one machine.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use crate::typeset::Engine;

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digest = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (index, byte) in digest.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[index * 2..index * 2 + 2], 16).ok()?;
        }
        Some(Self(digest))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("bukan sidik SHA-256"))
    }
}

/// What a document was made from, the office's part and the program's part
/// apart, so that one can say which of them changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Its data and how it is written.
    pub data: Digest,
    /// The templates and fonts that it reads, and the program's version.
    pub tools: Digest,
}

/// The tools' part of fingerprints; looks at each template once.
pub(super) struct Fingerprints<'a> {
    engine: &'a Engine,
    recipes: BTreeMap<String, Digest>,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(engine: &'a Engine) -> Self {
        Self { engine, recipes: BTreeMap::new() }
    }

    /// The digest of a template with all it is made from.
    pub(super) fn recipe(&mut self, main: &str) -> Digest {
        if let Some(&known) = self.recipes.get(main) {
            return known;
        }
        let recipe = Digest(self.engine.recipe(main));
        self.recipes.insert(main.to_owned(), recipe);
        recipe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_and_nonsense_does_not() {
        let digest = Digest::of(b"abc");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert!(digest.to_string().starts_with("ba7816bf"));
        for wrong in ["", "ba78", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(Digest::parse(wrong), None);
        }
    }
}
