//! A throw-away project folder, and the real program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder with `input/` and, after a run, `output/`.
pub struct Project {
    folder: tempfile::TempDir,
}

/// How a run of the program ended.
pub struct Run {
    /// The exit code; panics in the test where a signal ended it.
    pub code: i32,
    /// What it wrote to stdout.
    pub stdout: String,
    /// What it said on stderr.
    pub stderr: String,
}

impl Project {
    /// An empty project.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A project with a copy of one of the shipped instansi.
    pub fn with_instansi(name: &str) -> Self {
        let project = Self::new();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("input").join(name);
        copy(&from, &project.path("input").join(name));
        project
    }

    /// The office's own matrix, as shipped.
    pub fn sample() -> Self {
        Self::with_instansi("dinsos-bekasi-2026")
    }

    /// A path inside the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file, with its folders.
    pub fn write(self, relative: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Changes a text file.
    pub fn edit(self, relative: &str, change: impl FnOnce(String) -> String) -> Self {
        let text = fs::read_to_string(self.path(relative)).unwrap();
        self.write(relative, change(text))
    }

    /// The program, ready to run in the project.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_perjakin"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, args: &[&str]) -> Run {
        let output = self.command(args).output().unwrap();
        Run {
            code: output.status.code().expect("no signal ends the program"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// All files below a folder of the project with their relative names, sorted.
    pub fn files(&self, relative: &str) -> Vec<PathBuf> {
        let mut files = Vec::new();
        collect(&self.path(relative), &mut files);
        files.sort();
        files
    }

    /// The PDFs below a folder of the project, sorted.
    pub fn pdfs(&self, relative: &str) -> Vec<PathBuf> {
        self.files(relative).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect()
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
