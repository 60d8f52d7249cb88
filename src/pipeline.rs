//! The whole way on one page: from an instansi's folder to its findings and
//! the documents that are to be printed. Every step is a room of its own.

use std::collections::BTreeSet;
use std::fmt;

use crate::cascade::{self, Built, Cascade};
use crate::check;
use crate::finding::{Finding, Severity};
use crate::matrix::{self, NotRecognised, draft::Draft};
use crate::project::{Config, Instansi};
use crate::workbook::place::Place;
use crate::workbook::{self, WorkbookError};

/// An instansi's matrix, read and checked.
#[derive(Debug)]
pub struct Reading {
    /// The matrix as found.
    pub draft: Draft,
    /// The model.
    pub cascade: Cascade,
    /// Everything that was found, from the reader to the last check.
    pub findings: Vec<Finding>,
}

/// Why an instansi's workbooks could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// A file is no readable workbook.
    Workbook(WorkbookError),
    /// No sheet holds a matrix.
    NotRecognised(NotRecognised),
}

impl ReadError {
    /// What to do about it, in Indonesian.
    pub fn hint(&self) -> String {
        match self {
            Self::Workbook(error) => error.hint().to_owned(),
            Self::NotRecognised(_) => {
                "Periksa apakah buku kerjanya benar, dan apakah judul SASARAN dan INDIKATOR tertulis di selnya.".into()
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Workbook(error) => error.fmt(f),
            Self::NotRecognised(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads and checks: workbook → matrix → cascade, with the findings of each.
///
/// # Errors
/// When a workbook cannot be read or none of its sheets is a matrix. What is
/// merely wrong in the data is a finding.
pub fn read(instansi: &Instansi) -> Result<Reading, ReadError> {
    let mut grids = Vec::new();
    for workbook in &instansi.workbooks {
        grids.extend(workbook::read(workbook).map_err(ReadError::Workbook)?);
    }
    let recognised = matrix::recognise(&grids).map_err(ReadError::NotRecognised)?;
    let draft = recognised.draft;
    let built = cascade::build(&draft, &cascade_settings(&instansi.config));
    let mut findings = recognised.findings;
    findings.extend(built.findings.iter().cloned());
    findings.extend(check::Input::new(&draft, &built).iter().flat_map(check::run));
    // A draft without a single block is not recognised in the first place.
    let Built { cascade: Some(cascade), .. } = built else {
        return Err(ReadError::NotRecognised(NotRecognised { sheets: Vec::new() }));
    };
    Ok(Reading { draft, cascade, findings })
}

impl Reading {
    /// The cells that have an error: a document that prints one is DRAF.
    pub fn galat(&self) -> BTreeSet<Place> {
        let galat = self.findings.iter().filter(|finding| finding.severity == Severity::Galat);
        galat.flat_map(Finding::places).cloned().collect()
    }
}

fn cascade_settings(config: &Config) -> cascade::Settings {
    let confirmed = config.struktur.iter().map(|superior| cascade::Confirmed {
        bawahan: superior.bawahan.clone(),
        atasan: superior.atasan.clone(),
        baris: superior.line,
    });
    cascade::Settings { instansi: config.instansi.clone(), tahun: config.tahun, struktur: confirmed.collect() }
}
