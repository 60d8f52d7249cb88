//! A throw-away folder with a copy of the sample, for this room's tests.

use std::fs;
use std::path::{Path, PathBuf};

use super::session::{NoMatch, Office, Session};
use crate::{pipeline, project, workbook};

/// `input/dinas/` with the sample's workbook, and room for `templates/`.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn sample() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/dinsos-bekasi-2026");
        fs::create_dir_all(folder.path("input/dinas")).unwrap();
        for name in ["matriks.xlsx", "perjakin.toml"] {
            fs::copy(sample.join(name), folder.path("input/dinas").join(name)).unwrap();
        }
        folder
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.0.path().join(relative)
    }

    pub fn write(self, relative: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn bytes(&self, relative: &str) -> Vec<u8> {
        fs::read(self.path(relative)).unwrap()
    }

    pub fn text(&self, relative: &str) -> String {
        String::from_utf8(self.bytes(relative)).unwrap()
    }

    pub fn session(&self, pattern: Option<&str>) -> Session {
        self.try_session(pattern).unwrap()
    }

    pub fn try_session(&self, pattern: Option<&str>) -> Result<Session, NoMatch> {
        let input = self.path("input");
        let instansi = project::instansi(&input, None).unwrap().remove(0);
        let reading = pipeline::read_with(&instansi, workbook::read).unwrap();
        let office =
            Office { input, instansi, templates: vec![self.path("templates")], reader: Box::new(workbook::read) };
        Session::new(office, reading, pattern.map(str::to_owned))
    }
}
