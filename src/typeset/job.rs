//! One document that is to be made: the hand-over from the rooms that decide
//! what to print to the rooms that print and publish it.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// A document still to be typeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Where the file goes, relative to `output/<instansi>/`, with forward
    /// slashes: `pk/Sekretariat/Sekretaris-k7f2qa.pdf`. Already legal on
    /// every system and free of NIP.
    pub path: String,
    /// The template that prints it, `pk.typ`.
    pub main: String,
    /// The JSON the template finds at `/data.json`.
    pub data: Vec<u8>,
    /// How the PDF is written.
    pub settings: PdfSettings,
    /// Whether an error in its data marks it DRAF.
    pub draft: bool,
}

/// What a job is known by, without its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// As [`Job::path`]. Shared, for in a large city the paths alone take many
    /// megabytes.
    pub path: Arc<str>,
    /// As [`Job::main`].
    pub main: String,
    /// As [`Job::draft`].
    pub draft: bool,
    /// As [`Job::digest`].
    pub digest: [u8; 32],
}

impl Job {
    /// The SHA-256 digest of its data and of how it is written. Where the file
    /// goes is not in it.
    pub fn digest(&self) -> [u8; 32] {
        let (year, month, day) = self.settings.date;
        let settings = format!("{year}-{month}-{day} {} {}", self.settings.archival, self.draft);
        let mut hash = Sha256::new();
        for part in [self.main.as_bytes(), self.settings.ident.as_bytes(), settings.as_bytes(), &self.data] {
            // With its length, so that no two lists of parts look alike.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }

    /// What it is known by.
    pub fn brief(&self) -> Brief {
        Brief { path: self.path.as_str().into(), main: self.main.clone(), draft: self.draft, digest: self.digest() }
    }
}

/// How a PDF is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfSettings {
    /// A key of the document that stays the same from run to run; only its
    /// hash goes into the file.
    pub ident: String,
    /// Year, month and day for the file's metadata. A fixed date, never the
    /// clock's, so that the same data gives the same bytes.
    pub date: (i32, u8, u8),
    /// PDF/A-2a and PDF/UA-1 with tags; without, a plain untagged PDF.
    pub archival: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ingredient_counts_and_the_path_does_not() {
        let settings = PdfSettings { ident: "a".into(), date: (2026, 1, 2), archival: true };
        let job = Job { path: "a.pdf".into(), main: "gaya.typ".into(), data: b"{}".to_vec(), settings, draft: false };
        let base = job.digest();
        assert_eq!(base, Job { path: "b.pdf".into(), ..job.clone() }.digest());
        let plain = PdfSettings { archival: false, ..job.settings.clone() };
        let later = PdfSettings { date: (2026, 1, 3), ..job.settings.clone() };
        for other in [
            Job { data: b"{ }".to_vec(), ..job.clone() },
            Job { draft: true, ..job.clone() },
            Job { settings: plain, ..job.clone() },
            Job { settings: later, ..job.clone() },
            Job { main: "lain.typ".into(), ..job.clone() },
        ] {
            assert_ne!(base, other.digest());
        }
    }
}
