//! The whole way on one page: from an instansi's folder to its findings and
//! the documents that are to be printed. Every step is a room of its own.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use crate::cascade::{self, Built, Cascade};
use crate::chart;
use crate::check;
use crate::document::wording::{Wording, WordingError};
use crate::document::{self, Tanggal};
use crate::finding::{Finding, Severity};
use crate::matrix::{self, NotRecognised, draft::Draft};
use crate::project::{Config, Instansi};
use crate::typeset::{Engine, Job, TemplateError, TemplateSet, TypesetError};
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

/// Templates and fonts, ready to print with.
pub struct Press {
    templates: TemplateSet,
    /// The typesetter over these templates.
    pub engine: Engine,
}

impl Press {
    /// Sets up the built-in templates, overridden file by file by those of
    /// the folders, later ones before earlier ones.
    ///
    /// # Errors
    /// When a template folder cannot be read.
    pub fn new(folders: &[PathBuf]) -> Result<Self, TemplateError> {
        let templates = folders.iter().try_fold(TemplateSet::builtin(), |set, folder| set.with_overrides(folder))?;
        let engine = Engine::new(&templates);
        Ok(Self { templates, engine })
    }

    /// The text of a template file, as a message about it quotes it.
    pub fn template(&self, name: &str) -> Option<&str> {
        self.templates.text(name)
    }

    /// Prints one document of each template for proof, where the office has
    /// templates of its own: their mistakes must show before anything is
    /// written.
    ///
    /// # Errors
    /// The first mistake, with its file, line and column.
    pub fn prove(&self, jobs: &[Job]) -> Result<(), ComposeError> {
        if self.templates == TemplateSet::builtin() {
            return Ok(());
        }
        let mut proven = BTreeSet::new();
        for job in jobs.iter().filter(|job| proven.insert(job.main.as_str())) {
            self.engine.render(&job.main, job.data.clone(), &job.settings).map_err(ComposeError::Layout)?;
        }
        Ok(())
    }
}

/// Why documents could not be composed: the configuration or a template.
#[derive(Debug)]
pub enum ComposeError {
    /// `tanggal` in `perjakin.toml` is no date.
    Tanggal(String),
    /// A wording file has a mistake.
    Wording(WordingError),
    /// A layout file has a mistake.
    Layout(TypesetError),
}

impl ComposeError {
    /// What to do about it, in Indonesian.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Tanggal(_) => {
                "Tulis \"2 Januari 2026\", atau \"Januari 2026\" bila harinya diisi dengan tulisan tangan."
            }
            Self::Wording(_) | Self::Layout(_) => {
                "Perbaiki berkas templat itu, atau hapus dari folder templates agar yang bawaan dipakai."
            }
        }
    }
}

impl fmt::Display for ComposeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Tanggal(text) => write!(f, "perjakin.toml: tanggal \"{text}\" tidak dapat dibaca"),
            Self::Wording(error) => error.fmt(f),
            Self::Layout(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ComposeError {}

/// The PK sheets: cascade → document.
///
/// # Errors
/// When the configuration or a wording file has a mistake; nothing is written then.
pub fn sheets(instansi: &Instansi, reading: &Reading, press: &Press) -> Result<Vec<Job>, ComposeError> {
    let wording = Wording::new(&press.templates).map_err(ComposeError::Wording)?;
    let settings = document_settings(&instansi.config)?;
    document::jobs(&reading.cascade, &settings, &wording, &reading.galat()).map_err(ComposeError::Wording)
}

/// One PK sheet alone, for a preview.
///
/// # Errors
/// As [`sheets`], but only for what this sheet prints.
pub fn sheet(
    instansi: &Instansi,
    reading: &Reading,
    press: &Press,
    subject: &document::Subject,
) -> Result<Job, ComposeError> {
    let wording = Wording::new(&press.templates).map_err(ComposeError::Wording)?;
    let settings = document_settings(&instansi.config)?;
    document::job(subject, &settings, &wording, &reading.galat()).map_err(ComposeError::Wording)
}

/// The charts and the matrix: cascade → chart.
///
/// # Errors
/// When the configuration or a layout file has a mistake; nothing is written then.
pub fn charts(instansi: &Instansi, reading: &Reading, press: &Press) -> Result<Vec<Job>, ComposeError> {
    let config = &instansi.config;
    let tanggal = tanggal(config)?;
    let settings = chart::Settings {
        tempat_tanggal: format!("{}, {tanggal}", config.tempat),
        edisi: None,
        kertas_mm: config.kertas.size_mm(),
        date: tanggal.ymd(),
        galat: reading.galat(),
        poster: Vec::new(),
        pemegang: false,
        tandai_target: false,
    };
    chart::jobs(&reading.cascade, &press.engine, &settings).map_err(ComposeError::Layout)
}

impl Reading {
    /// Whether any finding is an error.
    pub fn has_galat(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Galat)
    }

    /// The cells that have an error: a document that prints one is DRAF.
    pub fn galat(&self) -> BTreeSet<Place> {
        let galat = self.findings.iter().filter(|finding| finding.severity == Severity::Galat);
        galat.flat_map(Finding::places).cloned().collect()
    }
}

fn tanggal(config: &Config) -> Result<Tanggal, ComposeError> {
    Tanggal::parse(&config.tanggal).ok_or_else(|| ComposeError::Tanggal(config.tanggal.clone()))
}

fn document_settings(config: &Config) -> Result<document::Settings, ComposeError> {
    let pimpinan = document::Pimpinan { jabatan: config.pimpinan.jabatan.clone(), nama: config.pimpinan.nama.clone() };
    let kop = document::Kop { baris: config.kop.baris.clone(), alamat: config.kop.alamat.clone(), logo: None };
    let usual = document::Settings::new(&config.pemda, &config.tempat, tanggal(config)?, Some(pimpinan));
    let kertas_mm = config.kertas.size_mm();
    Ok(document::Settings { kertas_mm, kop: (!kop.baris.is_empty()).then_some(kop), ..usual })
}

fn cascade_settings(config: &Config) -> cascade::Settings {
    let confirmed = config.struktur.iter().map(|superior| cascade::Confirmed {
        bawahan: superior.bawahan.clone(),
        atasan: superior.atasan.clone(),
        baris: superior.line,
    });
    cascade::Settings { instansi: config.instansi.clone(), tahun: config.tahun, struktur: confirmed.collect() }
}
