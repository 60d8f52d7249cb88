//! `manifest.json`: what the program has published, and what each file was
//! made from. Written last and in one stroke; the one before it is kept as
//! `manifest.lama.json`.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::edition::{Edition, RECORD};
use super::error::PublishError;
use super::fingerprint::{Digest, Fingerprint};
use super::path::{ARCHIVE, is_inside};
use crate::typeset::Anchor;

/// The schema this program writes and the newest that it reads.
pub const SCHEMA: u64 = 1;

/// The manifest's name.
pub(super) const CURRENT: &str = "manifest.json";
/// The previous manifest's name.
pub(super) const PREVIOUS: &str = "manifest.lama.json";

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The digest of its bytes as published.
    pub sha256: Digest,
    /// Its length in bytes as published.
    pub size: u64,
    /// Its pages; 0 where it is no PDF.
    pub pages: usize,
    /// What it was made from.
    #[serde(flatten)]
    pub fingerprint: Fingerprint,
    /// Whether it is marked DRAF.
    #[serde(rename = "draf")]
    pub draft: bool,
    /// What its template noticed, such as a statement that needs two pages.
    #[serde(rename = "catatan", default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where a signing service is to stamp it; none where it is signed by hand.
    #[serde(rename = "jangkar", default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
    /// The path it stands in for, where that one was signed or changed.
    #[serde(rename = "pengganti", default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The frozen edition it belongs to; such a file is never touched again.
    #[serde(rename = "edisi", default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

/// Files by path; the paths are shared with whoever wants them published.
pub type Files = BTreeMap<Arc<str>, Entry>;

/// What is published in one output folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// The published files by path.
    pub files: Files,
    /// The retired files by their path below `_arsip/`, that folder included.
    pub archive: Files,
    /// The frozen editions, the earliest first.
    pub editions: Vec<Edition>,
}

/// The file's form; read leniently, for a later program may add keys.
#[derive(Deserialize)]
struct Stored {
    #[serde(rename = "berkas", deserialize_with = "shared")]
    files: Files,
    #[serde(rename = "arsip", deserialize_with = "shared")]
    archive: Files,
    #[serde(rename = "edisi", default)]
    editions: Vec<Edition>,
}

/// Reads files by path, one by one.
fn shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Files, D::Error> {
    struct Paths;

    impl<'de> Visitor<'de> for Paths {
        type Value = Files;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("files by path")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Files, A::Error> {
            let mut files = Files::new();
            while let Some((path, entry)) = map.next_entry::<String, Entry>()? {
                files.insert(path.into(), entry);
            }
            Ok(files)
        }
    }

    deserializer.deserialize_map(Paths)
}

/// A manifest with how it was come by.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) manifest: Manifest,
    /// Why `manifest.json` itself could not be used, where the previous one
    /// had to serve.
    pub(super) damage: Option<String>,
}

/// Why a text is no manifest.
enum Refusal {
    Newer(u64),
    Outside(String),
    Damaged(String),
}

impl Manifest {
    /// Writes the file's text: one line a file, so that a person can read it.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let program = concat!("perjakin ", env!("CARGO_PKG_VERSION"));
        write!(out, "{{\n  \"skema\": {SCHEMA},\n  \"program\": \"{program}\",\n  \"edisi\": ")?;
        serde_json::to_writer(&mut *out, &self.editions)?;
        for (name, files) in [("berkas", &self.files), ("arsip", &self.archive)] {
            write!(out, ",\n  \"{name}\": {{")?;
            for (index, (path, entry)) in files.iter().enumerate() {
                out.write_all(if index > 0 { b",\n    " } else { b"\n    " })?;
                serde_json::to_writer(&mut *out, &**path)?;
                out.write_all(b": ")?;
                serde_json::to_writer(&mut *out, entry)?;
            }
            out.write_all(b"\n  }")?;
        }
        out.write_all(b"\n}\n")
    }

    fn parse(text: &str) -> Result<Self, Refusal> {
        /// Asked first, for a newer schema may have changed all the rest.
        #[derive(Deserialize)]
        struct Head {
            skema: u64,
        }
        let damaged = |error: serde_json::Error| {
            Refusal::Damaged(format!("isinya terputus atau bukan JSON (baris {})", error.line()))
        };
        let head: Head = serde_json::from_str(text).map_err(damaged)?;
        if head.skema > SCHEMA {
            return Err(Refusal::Newer(head.skema));
        }
        let Stored { files, archive, editions } = serde_json::from_str(text).map_err(damaged)?;
        let replaced = files.values().filter_map(|entry| entry.beside.as_deref());
        let records = editions.iter().map(|edition| edition.record.as_str());
        let paths = files.keys().chain(archive.keys()).map(|path| &**path);
        if let Some(path) = paths.chain(replaced).chain(records).find(|path| !is_inside(path)) {
            return Err(Refusal::Outside(path.to_owned()));
        }
        Ok(Self { files, archive, editions })
    }
}

/// Reads the manifest of an output folder; an empty one where there is none.
///
/// # Errors
/// When a newer program wrote it, when it names a path outside the folder,
/// and when neither it nor the previous one can be read.
pub(super) fn load(folder: &Path) -> Result<Loaded, PublishError> {
    let why = match read(folder, CURRENT)? {
        Ok(Some(manifest)) => return Ok(Loaded { manifest, damage: None }),
        Ok(None) => None,
        Err(why) => Some(why),
    };
    match (read(folder, PREVIOUS)?, why) {
        // Without it nobody would know which sheets are signed.
        (Ok(None), None) if holds_an_edition(folder) => Err(PublishError::Record { path: folder.join(CURRENT) }),
        (Ok(None), None) => Ok(Loaded { manifest: Manifest::default(), damage: None }),
        (Ok(Some(manifest)), why) => Ok(Loaded { manifest, damage: Some(why.unwrap_or_else(|| "hilang".into())) }),
        (Ok(None), Some(why)) => Err(PublishError::Damaged { path: folder.join(CURRENT), why }),
        (Err(why), _) => Err(PublishError::Damaged { path: folder.join(PREVIOUS), why }),
    }
}

/// Whether the archive has the record of a frozen edition.
fn holds_an_edition(folder: &Path) -> bool {
    let Ok(archive) = fs::read_dir(folder.join(ARCHIVE)) else { return false };
    archive.filter_map(Result::ok).any(|edition| edition.path().join(RECORD).exists())
}

/// The inner error is damage, for which the previous manifest is the remedy.
fn read(folder: &Path, name: &str) -> Result<Result<Option<Manifest>, String>, PublishError> {
    let path = folder.join(name);
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Ok(None)),
        Err(error) => return Err(PublishError::io(&path, error)),
        Ok(found) if !found.is_file() => return Ok(Err("bukan berkas biasa".into())),
        Ok(_) => {}
    }
    let bytes = fs::read(&path).map_err(|error| PublishError::io(&path, error))?;
    let Ok(text) = String::from_utf8(bytes) else { return Ok(Err("isinya bukan teks".into())) };
    match Manifest::parse(&text) {
        Ok(manifest) => Ok(Ok(Some(manifest))),
        Err(Refusal::Damaged(why)) => Ok(Err(why)),
        Err(Refusal::Newer(schema)) => Err(PublishError::Newer { path, schema }),
        Err(Refusal::Outside(entry)) => Err(PublishError::Outside { path, entry }),
    }
}
