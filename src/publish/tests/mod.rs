//! The room's promises, each held to by a real fault on a real folder.

mod children;
mod disk;
mod editions;
mod everyday;
mod faults;
mod manifests;
mod strangers;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use tempfile::TempDir;

use super::*;
use crate::typeset::{Engine, Job, PdfSettings, TemplateSet};

const TEMPLATE: &str = "#let data = json(\"/data.json\")\n#set document(title: data.isi, date: datetime(year: 2026, month: 1, day: 2))\n\
                        #set text(font: \"Liberation Sans\", lang: \"id\")\n#data.isi";

/// One engine for all tests: it is immutable.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| engine(TEMPLATE));

fn engine(template: &str) -> Engine {
    let mut templates = TemplateSet::builtin();
    templates.insert("uji.typ", template);
    Engine::new(&templates)
}

fn job(path: &str, text: &str) -> Job {
    let settings = PdfSettings { ident: path.to_owned(), date: (2026, 1, 2), archival: true };
    let data = serde_json::json!({ "isi": text }).to_string().into_bytes();
    Job { path: path.to_owned(), main: "uji.typ".into(), data, settings, draft: false }
}

fn holder() -> Holder {
    Holder { pid: 4711, since: "2 Januari 2026 08.00".into() }
}

/// Publishes with the options that nearly every test wants.
fn publish(folder: &Path, jobs: &[Job]) -> Result<Summary, PublishError> {
    publish_with(folder, jobs, &ENGINE, |_| {})
}

fn publish_with(
    folder: &Path,
    jobs: &[Job],
    engine: &Engine,
    change: impl FnOnce(&mut Options),
) -> Result<Summary, PublishError> {
    let cancel = AtomicBool::new(false);
    let mut options = Options {
        threads: 2,
        edition: "murni",
        partial: false,
        refresh_templates: false,
        holder: holder(),
        cancel: &cancel,
    };
    change(&mut options);
    let _quiet = children::no_births();
    run(folder, jobs, &[], engine, &options, &())
}

/// An office with three documents and its output folder.
struct Office {
    top: TempDir,
    jobs: Vec<Job>,
}

impl Office {
    fn new() -> Self {
        let jobs = vec![job("pk/A/satu.pdf", "satu"), job("pk/A/dua.pdf", "dua"), job("pk/B/tiga.pdf", "tiga")];
        Self { top: tempfile::tempdir().unwrap(), jobs }
    }

    /// An office whose documents are published.
    fn published() -> Self {
        let office = Self::new();
        let summary = office.run();
        assert_eq!(summary.written, office.jobs.len(), "{:?}", summary.failed);
        office
    }

    fn folder(&self) -> PathBuf {
        self.top.path().join("output/dinas")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }

    fn run(&self) -> Summary {
        publish(&self.folder(), &self.jobs).unwrap()
    }

    fn revise(&mut self, path: &str, text: &str) {
        *self.jobs.iter_mut().find(|job| job.path == path).unwrap() = job(path, text);
    }

    fn remove(&mut self, path: &str) -> Job {
        let index = self.jobs.iter().position(|job| job.path == path).unwrap();
        self.jobs.remove(index)
    }

    /// Appends bytes, as a signing tool does.
    fn sign(&self, path: &str) -> Vec<u8> {
        let mut bytes = fs::read(self.at(path)).unwrap();
        bytes.extend(b"\n% tanda tangan");
        fs::write(self.at(path), &bytes).unwrap();
        bytes
    }

    fn manifest(&self) -> Manifest {
        manifest::load(&self.folder()).unwrap().manifest
    }

    fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.folder())
    }

    fn stamps(&self) -> Vec<(PathBuf, u64, i64, i64, i64)> {
        let entries = walkdir::WalkDir::new(self.folder()).sort_by_file_name().into_iter().map(Result::unwrap);
        entries
            .map(|entry| {
                let found = entry.metadata().unwrap();
                (entry.into_path(), found.ino(), found.mtime(), found.mtime_nsec(), found.ctime_nsec())
            })
            .collect()
    }
}

/// Every file of a folder with its bytes; folders end with a slash.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    entries
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            match entry.file_type().is_file() {
                true => (path, fs::read(entry.path()).unwrap()),
                false => (path + "/", Vec::new()),
            }
        })
        .collect()
}

/// The files of a tree that differ from another, by name.
fn difference<'a>(a: &'a BTreeMap<String, Vec<u8>>, b: &'a BTreeMap<String, Vec<u8>>) -> Vec<&'a str> {
    let names: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
    names.into_iter().filter(|name| a.get(*name) != b.get(*name)).map(String::as_str).collect()
}
