//! `perjakin banding LAMA BARU`: what changed between two matrices, and who
//! must sign again. Prints only; writes nothing.

use std::path::{Path, PathBuf};

use super::args::{BandingArgs, Format};
use super::console;
use super::exit::Exit;
use super::open;
use crate::finding::Finding;
use crate::pipeline::Reading;
use crate::project::{self, Config, Instansi};
use crate::report::{self, Style};
use crate::revision::{self, Edition, Pimpinan};

/// Compares two workbooks or instansi folders.
pub fn run(args: &BandingArgs) -> Exit {
    match sides(args) {
        Ok((old, new)) => show(&old, &new, args.format),
        Err(exit) => exit,
    }
}

/// One side, read.
struct Read {
    config: Config,
    reading: Reading,
}

fn sides(args: &BandingArgs) -> Result<(Read, Read), Exit> {
    let (old, new) = (Source::find(&args.lama)?, Source::find(&args.baru)?);
    let (old_config, new_config) = (old.config(), new.config());
    let either =
        |own: Option<Config>, other: &Option<Config>| own.or_else(|| other.clone()).unwrap_or_else(Config::bare);
    let old = read("LAMA", old, either(old_config.clone(), &new_config))?;
    let new = read("BARU", new, either(new_config, &old_config))?;
    Ok((old, new))
}

/// What an argument names.
enum Source {
    /// An instansi's folder.
    Folder(Box<Instansi>),
    /// A workbook, and the configuration beside it.
    Workbook(PathBuf, Option<Box<Config>>),
}

impl Source {
    fn find(path: &Path) -> Result<Self, Exit> {
        if path.is_dir() {
            let mut all = open::instansi(path, None)?;
            if all.len() > 1 {
                let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
                let hint = format!("Tunjuk satu foldernya: {}.", names.join(", "));
                console::complain(&format!("{} berisi lebih dari satu instansi", path.display()), &hint);
                return Err(Exit::Usage);
            }
            // An input folder without an instansi is an error before this.
            return all.pop().map(|one| Self::Folder(Box::new(one))).ok_or(Exit::Usage);
        }
        if !path.exists() {
            let hint = "Tunjuk sebuah buku kerja, atau folder instansi yang berisi perjakin.toml.";
            console::complain(&format!("{} tidak ada", path.display()), hint);
            return Err(Exit::Usage);
        }
        let beside = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let config = project::config(beside).map_err(open::told)?;
        Ok(Self::Workbook(path.to_owned(), config.map(Box::new)))
    }

    fn config(&self) -> Option<Config> {
        match self {
            Self::Folder(instansi) => Some(instansi.config.clone()),
            Self::Workbook(_, config) => config.as_deref().cloned(),
        }
    }
}

fn read(side: &str, source: Source, config: Config) -> Result<Read, Exit> {
    let instansi = match source {
        Source::Folder(instansi) => *instansi,
        Source::Workbook(path, _) => {
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            Instansi { name: String::new(), folder, workbooks: vec![path], config }
        }
    };
    let reading = open::read(&instansi)?;
    // A confirmed superior that fits no jabatan leaves the column to decide,
    // and a jabatan may seem to have moved.
    let unfit: Vec<Finding> = reading.findings.iter().filter(|finding| finding.line.is_some()).cloned().collect();
    if !unfit.is_empty() {
        console::say(&format!("catatan: [struktur] tidak cocok dengan {side}; atasan mengikuti letak di matriks"));
        console::say(&report::terminal(&unfit, Style { colour: false, width: console::columns() }));
    }
    Ok(Read { config: instansi.config, reading })
}

fn show(old: &Read, new: &Read, format: Format) -> Exit {
    let revision = revision::compare(edition(old), edition(new));
    match format {
        Format::Json => console::result(&revision::json(&revision)),
        Format::Teks => {
            let style = Style { colour: console::colour_on_stdout(), width: console::columns() };
            console::result(&revision::terminal(&revision, style))
        }
    }
}

fn edition(side: &Read) -> Edition<'_> {
    let head = &side.config.pimpinan;
    let known = !head.jabatan.is_empty();
    Edition {
        cascade: &side.reading.cascade,
        pimpinan: known.then_some(Pimpinan { jabatan: &head.jabatan, nama: &head.nama }),
    }
}
