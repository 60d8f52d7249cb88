//! The whole way on one page: from an instansi's folder to its findings and
//! the documents that are to be printed. Every step is a room of its own.

mod companions;
mod copies;
mod cover;
pub mod date;
pub mod edition;
mod register;
mod settings;
mod tracked;
mod turns;
mod volumes;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use self::edition::Form;
use crate::cascade::{self, Built, Cascade};
use crate::chart::{self, Charts};
use crate::check;
use crate::document::wording::{Wording, WordingError};
use crate::document::{self, Sheets};
use crate::finding::rules::reading::register_strangers;
use crate::finding::{Finding, Severity};
use crate::matrix::{self, NotRecognised, draft::Draft};
use crate::project::{Config, Instansi};
use crate::publish::register::{self as signing, Known, Notes, Person};
use crate::report;
use crate::typeset::{self, Engine, Job, Jobs as _, Stray, TemplateError, TemplateSet, TypesetError};
use crate::workbook::WorkbookError;
use crate::workbook::child::Guard;
use crate::workbook::grid::Grid;
use crate::workbook::place::Place;
use crate::workbook::writer::WriteError;

pub use self::copies::copies;
pub use self::register::Register;
pub use self::tracked::Tracked;
pub use self::volumes::Volumes;

/// An instansi's matrix, read and checked.
#[derive(Debug)]
pub struct Reading {
    /// The matrix as found.
    pub draft: Draft,
    /// The model.
    pub cascade: Cascade,
    /// Which sheet was taken as what, and why, a line each.
    pub sources: Vec<String>,
    /// What the office noted in its copies of the register.
    pub signed: Notes,
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
/// The workbooks are parsed by `guard`, apart from this process.
///
/// # Errors
/// When a workbook cannot be read or none of its sheets is a matrix. What is
/// merely wrong in the data is a finding.
pub fn read(instansi: &Instansi, guard: &Guard) -> Result<Reading, ReadError> {
    read_with(instansi, |path| guard.read(path))
}

/// As [`read`], with the workbooks parsed by `open`.
///
/// # Errors
/// As [`read`].
pub fn read_with(
    instansi: &Instansi,
    open: impl Fn(&Path) -> Result<Vec<Grid>, WorkbookError>,
) -> Result<Reading, ReadError> {
    let config = &instansi.config;
    let mut grids = Vec::new();
    for workbook in &instansi.workbooks {
        let sheets = open(workbook).map_err(ReadError::Workbook)?;
        grids.extend(sheets.into_iter().map(|sheet| settings::aligned(config, sheet)));
    }
    let mut findings = Vec::new();
    let registers = registers(&mut grids);
    let recognised = matrix::recognise_for(&grids, settings::wanted(config)).map_err(ReadError::NotRecognised)?;
    let mut sources = sources(&recognised);
    let settings = settings::cascade(config);
    let (draft, split) = cascade::split(recognised.draft, &settings.pisah);
    findings.extend(recognised.findings);
    findings.extend(split);
    let pimpinan = &config.pimpinan.jabatan;
    let roster = companions::roster(recognised.beside, recognised.companions, pimpinan, &mut findings);
    let built = cascade::join(cascade::build(&draft, &settings), &roster);
    findings.extend(built.findings.iter().cloned());
    if let Some(input) = check::Input::new(&draft, &built) {
        let Config { tempat, tanggal, .. } = config;
        let covers = |c| typeset::covers(config.huruf.family(), c);
        findings.extend(check::run(&check::Input { grids: &grids, covers: &covers, tempat, tanggal, ..input }));
    }
    // A draft without a single block is not recognised in the first place.
    let Built { cascade: Some(cascade), .. } = built else {
        return Err(ReadError::NotRecognised(NotRecognised { sheets: Vec::new() }));
    };
    let signed = noted(registers, &cascade, &mut sources, &mut findings);
    Ok(Reading { draft, cascade, sources, signed, findings })
}

/// An office's copy of the register, and which sheet of which workbook it is.
type Copied = (String, signing::Copy);

/// Takes the office's copies of the register out of the sheets, before one is
/// taken for a roster.
fn registers(grids: &mut Vec<Grid>) -> Vec<Copied> {
    let mut found = Vec::new();
    grids.retain(|grid| {
        let Some(copy) = signing::recognise(grid) else { return true };
        found.push((format!("{}, lembar {}", grid.workbook(), grid.sheet()), copy));
        false
    });
    found
}

/// What is noted in the copies of the register of a cascade's sheets.
fn noted(registers: Vec<Copied>, cascade: &Cascade, sources: &mut Vec<String>, findings: &mut Vec<Finding>) -> Notes {
    let mut signed = Notes::default();
    if registers.is_empty() {
        return signed;
    }
    let sheets = document::subjects(cascade).into_iter().map(|subject| {
        let person = subject.holder.and_then(|holder| {
            let nip = holder.nip.as_ref().map_or("", |nip| nip.value.as_str());
            Person::new(&holder.nama.value, nip)
        });
        (subject.key(), person)
    });
    let known = Known::new(sheets);
    for (source, copy) in registers {
        let marks = copy.rows.len();
        let strangers = signed.add(copy.rows, &known);
        sources.push(format!("register: {source}, {} lembar bertanda sudah", marks - strangers.len()));
        findings.extend(copy.findings);
        findings.extend(register_strangers(strangers));
    }
    signed
}

/// Which sheet was taken as what, the matrix first.
fn sources(recognised: &matrix::Recognised) -> Vec<String> {
    let layout = &recognised.draft.layout;
    let matrix = format!("matriks: {} — {}", layout.source, layout.reason);
    let beside = recognised.beside.describe().map(|what| format!("{what}: di kolom matriks itu sendiri"));
    let companions = recognised.companions.iter().map(matrix::Companion::describe);
    std::iter::once(matrix).chain(beside).chain(companions).collect()
}

/// Templates and fonts, ready to print with.
pub struct Press {
    templates: TemplateSet,
    /// The typesetter over these templates.
    pub engine: Engine,
}

impl Press {
    /// Sets up the built-in templates, overridden file by file by those of
    /// the folders, later ones before earlier ones. `logo` is the file of
    /// theirs that the configuration names.
    ///
    /// # Errors
    /// When a template folder cannot be read.
    pub fn new(folders: &[PathBuf], logo: Option<&str>) -> Result<Self, TemplateError> {
        let mut templates =
            folders.iter().try_fold(TemplateSet::builtin(), |set, folder| set.with_overrides(folder))?;
        logo.into_iter().for_each(|logo| templates.name(logo));
        let engine = Engine::new(&templates);
        Ok(Self { templates, engine })
    }

    /// The text of a template file, as a message about it quotes it.
    pub fn template(&self, name: &str) -> Option<&str> {
        self.templates.text(name)
    }

    /// The wording of these templates, all of which a type family can print.
    ///
    /// # Errors
    /// The first mistake in a wording file.
    fn wording(&self, family: &str) -> Result<Wording<'_>, ComposeError> {
        let wording = Wording::new(&self.templates).map_err(ComposeError::Wording)?;
        wording.check_glyphs(family).map_err(ComposeError::Wording)?;
        Ok(wording)
    }

    /// What is to be said of files in the template folders that nothing uses:
    /// a line each.
    pub fn strays(&self) -> Vec<String> {
        let told = |stray: Stray| {
            let meant = stray.near.map_or_else(
                || "nama berkas yang dikenal ada di docs/templat.md".to_owned(),
                |near| format!("mungkin maksudnya templates/{near}?"),
            );
            format!("templates/{} tidak dipakai oleh templat mana pun; {meant}", stray.name)
        };
        self.templates.strays().into_iter().map(told).collect()
    }

    /// Lays out one document of each template for proof, where the office has
    /// templates of its own: their mistakes must show before anything is
    /// written, and a mistake of the data must not be taken for one of theirs.
    ///
    /// # Errors
    /// The first mistake, with its file, line and column.
    pub fn prove(&self, sheets: Option<&Sheets>, others: &[Job]) -> Result<(), ComposeError> {
        if self.templates == TemplateSet::builtin() {
            return Ok(());
        }
        // All sheets are of one template.
        let sheet = sheets.filter(|sheets| sheets.count() > 0).map(|sheets| sheets.job(0));
        let mut proven = BTreeSet::new();
        for job in sheet.as_deref().into_iter().chain(others).filter(|job| proven.insert(job.main.clone())) {
            self.engine.prove(&job.main, job.data.clone()).map_err(|error| ComposeError::Layout(self.blamed(error)))?;
        }
        Ok(())
    }

    /// A mistake that shows in a built-in file is one of the office's file that
    /// it uses.
    fn blamed(&self, mut error: TypesetError) -> TypesetError {
        for diagnostic in &mut error.diagnostics {
            if diagnostic.at.as_ref().is_some_and(|(file, ..)| self.templates.is_builtin(file)) {
                diagnostic.hints.push("berkas ini bawaan; yang salah adalah berkas kantor yang dipakainya".to_owned());
            }
        }
        error
    }
}

/// Why documents could not be composed: the configuration or a template.
#[derive(Debug)]
pub enum ComposeError {
    /// `tanggal` in `perjakin.toml` is no date.
    Tanggal(String),
    /// The output folder holds a frozen edition of another year.
    Tahun {
        /// The year of what was signed.
        signed: u16,
        /// The year that the configuration says.
        now: u16,
    },
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
            Self::Tahun { .. } => {
                "Satu folder keluaran untuk satu tahun: tunjuk folder lain, misalnya --output output-tahun-baru."
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
            Self::Tahun { signed, now } => {
                write!(
                    f,
                    "folder keluaran berisi edisi tahun {signed} yang telah ditetapkan, sedangkan perjakin.toml menyebut tahun {now}"
                )
            }
            Self::Wording(error) => error.fmt(f),
            Self::Layout(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ComposeError {}

/// One PK sheet alone, for a preview.
///
/// # Errors
/// When the configuration has a mistake, or a wording file in what this sheet
/// prints.
pub fn sheet(
    instansi: &Instansi,
    reading: &Reading,
    press: &Press,
    subject: &document::Subject,
) -> Result<Job, ComposeError> {
    let config = &instansi.config;
    let wording = press.wording(config.huruf.family())?;
    let settings = settings::document(config, &Form::first(config))?;
    document::job(subject, &settings, &wording, &reading.galat()).map_err(ComposeError::Wording)
}

/// The charts and the matrix of an edition: cascade → chart.
///
/// # Errors
/// When the configuration, a wording or a layout file has a mistake; nothing is written then.
pub fn charts(instansi: &Instansi, reading: &Reading, press: &Press, form: &Form) -> Result<Charts, ComposeError> {
    let wording = press.wording(instansi.config.huruf.family())?;
    let settings = settings::chart(&instansi.config, form, &wording, reading.galat())?;
    chart::charts(&reading.cascade, &press.engine, &settings).map_err(ComposeError::Layout)
}

/// The findings as a workbook to tick off, for `laporan/periksa.xlsx`; `home`
/// is the way from there to the instansi's own folder, where one is known.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn findings_workbook(reading: &Reading, home: Option<&str>) -> Result<Vec<u8>, WriteError> {
    let units = report::Units::new(&reading.cascade);
    let link = |place: &Place| Some(format!("{}/{}", home?, place.workbook()));
    report::xlsx(&reading.findings, &units, &link)
}

impl Reading {
    /// Whether any finding is an error.
    pub fn has_galat(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Galat)
    }

    fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Galat)
    }

    /// The cells that have an error: a document that prints one is DRAF. An
    /// error of the folder as a whole touches every jabatan.
    pub fn galat(&self) -> BTreeSet<Place> {
        let mut cells: BTreeSet<Place> = self.errors().flat_map(Finding::places).cloned().collect();
        if self.errors().any(|finding| finding.places().next().is_none()) {
            cells.extend(self.cascade.jabatan().iter().map(|jabatan| jabatan.place.clone()));
        }
        cells
    }

    /// The errors in cells that no sheet prints, where `printed` are the cells
    /// with an error that one does: no DRAF tells of them.
    pub fn errors_apart(&self, printed: &BTreeSet<Place>) -> Vec<Finding> {
        let apart =
            |finding: &&Finding| finding.place.is_some() && !finding.places().any(|place| printed.contains(place));
        self.errors().filter(apart).cloned().collect()
    }
}
