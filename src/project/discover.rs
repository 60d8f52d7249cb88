//! Finding the instansi: folders below `input/` that hold a `perjakin.toml`.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use walkdir::{DirEntry, WalkDir};

use super::config::Config;
use super::error::ConfigError;
use super::walk::{Walk, hidden, is_workbook};
use crate::system;

/// The name of the configuration file.
pub const CONFIG_FILE: &str = "perjakin.toml";

/// The instructions that `perjakin mulai` lays beside the workbook: a text,
/// but no matrix.
pub const README_FILE: &str = "BACA-SAYA.txt";

/// The folder of the office's own templates; there are no workbooks in it.
pub(super) const TEMPLATES: &str = "templates";

/// A larger configuration is a mistake, not a configuration.
const MAX_CONFIG_BYTES: u64 = 1024 * 1024;

/// One instansi's folder.
#[derive(Debug, Clone)]
pub struct Instansi {
    /// Its name below `input/` with forward slashes; empty for a lone
    /// instansi that lies directly in `input/`.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The workbooks in it, by name. At least one.
    pub workbooks: Vec<PathBuf>,
    /// What its `perjakin.toml` says.
    pub config: Config,
}

impl Instansi {
    /// The folder of the office's own templates, beside the workbook.
    pub fn templates(&self) -> PathBuf {
        self.folder.join(TEMPLATES)
    }

    /// Its folder below `output/`: as below `input/`, and for a lone instansi
    /// its own name.
    pub fn output_name(&self) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let plain = self.config.instansi.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
        let name: String = plain.collect::<String>().to_lowercase();
        name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }
}

/// Why no instansi, or not this one, can be worked on.
#[derive(Debug)]
pub enum ProjectError {
    /// The input folder does not exist or cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The input folder is a file.
    NotAFolder(PathBuf),
    /// A configuration has not quite the right name, and its folder has none
    /// of that name.
    Misnamed(PathBuf),
    /// There is no instansi below the folder; the workbooks that lie there
    /// without a configuration.
    Empty(PathBuf, Vec<PathBuf>),
    /// A `perjakin.toml` has mistakes; at least one.
    Config(PathBuf, Vec<ConfigError>),
    /// No instansi has the name that was asked for; the names that exist.
    Unknown(Vec<String>),
    /// A folder has a configuration and no workbook.
    NoWorkbook(PathBuf),
}

impl ProjectError {
    /// What is wrong, and what to do, once a mistake.
    pub fn told(self) -> Vec<(String, String)> {
        match self {
            Self::Config(path, mistakes) => {
                mistakes.into_iter().map(|mistake| (format!("{}: {mistake}", path.display()), mistake.hint)).collect()
            }
            other => vec![(other.to_string(), other.hint())],
        }
    }

    /// What to do about it, in Indonesian.
    pub fn hint(&self) -> String {
        match self {
            Self::Unreadable(..) => "Periksa nama folder, atau tunjuk folder lain dengan --input FOLDER.".into(),
            Self::Empty(_, found) if found.is_empty() => {
                "Buat folder awal dengan `perjakin mulai FOLDER`, lalu taruh buku kerja matriks di dalamnya.".into()
            }
            Self::Empty(..) => format!("Taruh {CONFIG_FILE} di samping buku kerja itu; lihat contoh di README."),
            Self::Config(_, mistakes) => mistakes.first().map(|mistake| mistake.hint.clone()).unwrap_or_default(),
            Self::Unknown(names) => format!("Pilih dengan --instansi NAMA: {}.", names.join(", ")),
            Self::NotAFolder(_) => "Tunjuk foldernya dengan --input FOLDER, bukan berkas di dalamnya.".into(),
            Self::Misnamed(_) => format!(
                "Ganti namanya menjadi {CONFIG_FILE}, huruf kecil semua; di Windows tampilkan dulu ekstensi nama berkas."
            ),
            Self::NoWorkbook(_) => "Taruh buku kerja matriks (misalnya matriks.xlsx) di folder itu.".into(),
        }
    }
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "folder {} tidak ada", path.display())
            }
            Self::Unreadable(path, error) => {
                write!(f, "{} tidak dapat dibaca: {}", path.display(), system::told(error))
            }
            Self::NotAFolder(path) => write!(f, "{} adalah berkas, bukan folder", path.display()),
            Self::Misnamed(path) => write!(f, "{} tidak dibaca, karena namanya bukan {CONFIG_FILE}", path.display()),
            Self::Empty(path, found) => match found.first() {
                None => write!(f, "tidak ada instansi di folder {}", path.display()),
                Some(workbook) => write!(f, "{} ada, tetapi {CONFIG_FILE} belum ada", workbook.display()),
            },
            Self::Config(path, mistakes) => match mistakes.first() {
                Some(mistake) => write!(f, "{}: {mistake}", path.display()),
                None => write!(f, "{} tidak dapat dipakai", path.display()),
            },
            Self::Unknown(_) => write!(f, "tidak ada instansi dengan nama itu"),
            Self::NoWorkbook(path) => write!(f, "folder {} tidak berisi buku kerja", path.display()),
        }
    }
}

impl std::error::Error for ProjectError {}

/// All instansi below a folder, in the order of their names, or only the one
/// of this name; then a mistake of another is no hindrance.
///
/// # Errors
/// The first folder that cannot be worked on; nothing is half read.
pub fn instansi(input: &Path, name: Option<&str>) -> Result<Vec<Instansi>, ProjectError> {
    if input.is_file() {
        return Err(ProjectError::NotAFolder(input.to_owned()));
    }
    let Walk { found, misnamed, stray } = Walk::below(input)?;
    let alone = |folder: &str| found.iter().all(|(found, _)| found != folder) && name.is_none_or(|name| name == folder);
    if let Some((_, path)) = misnamed.into_iter().find(|(folder, _)| alone(folder)) {
        return Err(ProjectError::Misnamed(path));
    }
    if found.is_empty() {
        return Err(ProjectError::Empty(input.to_owned(), stray));
    }
    if let Some(name) = name
        && !found.iter().any(|(found, _)| found == name)
    {
        return Err(ProjectError::Unknown(found.into_iter().map(|(name, _)| name).collect()));
    }
    let wanted = found.into_iter().filter(|(found, _)| name.is_none_or(|name| found == name));
    wanted.map(|(name, folder)| read(name, folder)).collect()
}

/// The configuration in a folder, if there is one.
///
/// # Errors
/// When it cannot be read or has a mistake.
pub fn config(folder: &Path) -> Result<Option<Config>, ProjectError> {
    let path = folder.join(CONFIG_FILE);
    if path.is_file() { read_config(&path).map(Some) } else { Ok(None) }
}

fn read_config(path: &Path) -> Result<Config, ProjectError> {
    let unreadable = |error| ProjectError::Unreadable(path.to_owned(), error);
    if fs::metadata(path).map_err(unreadable)?.len() > MAX_CONFIG_BYTES {
        return Err(unreadable(io::Error::other("berkas lebih dari 1 MiB")));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    Config::from_bytes(&bytes).map_err(|mistakes| ProjectError::Config(path.to_owned(), mistakes))
}

fn read(name: String, folder: PathBuf) -> Result<Instansi, ProjectError> {
    let config = read_config(&folder.join(CONFIG_FILE))?;
    let workbooks: Vec<_> = WalkDir::new(&folder)
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !hidden(entry))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && is_workbook(entry.path()))
        .map(DirEntry::into_path)
        .collect();
    if workbooks.is_empty() {
        return Err(ProjectError::NoWorkbook(folder));
    }
    Ok(Instansi { name, folder, workbooks, config })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "instansi = \"Dinas Contoh\"\npemda = \"Pemerintah Kota Contoh\"\ntahun = 2026\n\
                          tempat = \"Contoh\"\ntanggal = \"Januari 2026\"\n[pimpinan]\njabatan = \"Wali Kota Contoh\"\n";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        folder
    }

    #[test]
    fn each_folder_with_a_configuration_is_an_instansi() {
        let input = folder(&[
            ("b/perjakin.toml", CONFIG),
            ("b/matriks.XLSX", ""),
            ("b/~$matriks.xlsx", ""),
            ("b/.rahasia.xlsx", ""),
            ("b/catatan.pdf", ""),
            ("b/BACA-SAYA.txt", ""),
            ("b/templates/redaksi/judul.txt", ""),
            ("a/dalam/perjakin.toml", CONFIG),
            ("a/dalam/m.ods", ""),
            ("a/dalam/pegawai.xls", ""),
            (".git/perjakin.toml", "bukan TOML"),
        ]);
        let found = instansi(input.path(), None).unwrap();
        let names: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.workbooks.len())).collect();
        assert_eq!(names, [("a/dalam", 2), ("b", 1)]);
    }

    #[test]
    fn one_of_them_can_be_asked_for_whatever_ails_the_others() {
        let input = folder(&[
            ("a/perjakin.toml", CONFIG),
            ("a/m.xlsx", ""),
            ("b/perjakin.toml", "tahun = "),
            ("c/perjakin.toml", CONFIG),
            ("c/m.xlsx", ""),
        ]);
        let found = instansi(input.path(), Some("c")).unwrap();
        assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["c"]);
        let Err(ProjectError::Unknown(names)) = instansi(input.path(), Some("d")) else { panic!() };
        assert_eq!(names, ["a", "b", "c"]);
    }

    #[test]
    fn a_lone_instansi_lies_directly_in_the_input_folder() {
        let input = folder(&[("perjakin.toml", CONFIG), ("m.xlsx", "")]);
        assert_eq!(instansi(input.path(), None).unwrap()[0].name, "");
    }

    #[test]
    fn what_is_missing_is_said() {
        let nothing = folder(&[]);
        let no_config = folder(&[("matriks.xlsx", "")]);
        let no_workbook = folder(&[("perjakin.toml", CONFIG)]);
        let broken = folder(&[("perjakin.toml", "tahun = "), ("m.xlsx", "")]);
        let fail = |folder: &tempfile::TempDir| instansi(folder.path(), None).unwrap_err();
        assert!(matches!(fail(&nothing), ProjectError::Empty(_, stray) if stray.is_empty()));
        assert!(matches!(fail(&no_config), ProjectError::Empty(_, stray) if stray.len() == 1));
        assert!(matches!(fail(&no_workbook), ProjectError::NoWorkbook(_)));
        assert!(matches!(fail(&broken), ProjectError::Config(..)));
        assert!(matches!(instansi(Path::new("tidak/ada"), None), Err(ProjectError::Unreadable(..))));
        let file = no_config.path().join("matriks.xlsx");
        assert!(matches!(instansi(&file, None), Err(ProjectError::NotAFolder(_))));
    }

    #[test]
    fn a_configuration_of_another_name_is_told_and_not_passed_over() {
        for name in
            ["perjakin.TOML", "Perjakin.toml", "perjakin.toml.txt", "perjakin.txt", "perjakin (1).toml", "perjakn.toml"]
        {
            let file = format!("b/{name}");
            let input = folder(&[("a/perjakin.toml", CONFIG), ("a/m.xlsx", ""), (&file, CONFIG), ("b/m.xlsx", "")]);
            let Err(ProjectError::Misnamed(path)) = instansi(input.path(), None) else { panic!("{name}") };
            assert!(path.ends_with(&file));
            assert_eq!(instansi(input.path(), Some("a")).unwrap().len(), 1, "the other one is no hindrance");
        }
        let copy = ("a/perjakin (1).toml", CONFIG);
        let beside = folder(&[("a/perjakin.toml", CONFIG), ("a/m.xlsx", ""), copy, ("a/pegawai.txt", "")]);
        assert_eq!(instansi(beside.path(), None).unwrap()[0].workbooks.len(), 2);
    }
}
