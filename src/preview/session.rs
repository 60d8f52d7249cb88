//! One sheet through the hours of editing: what is chosen, what was last
//! printed well, and what is wrong now.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::{Failure, Templates};
use super::view::{Choice, Rendering, View};
use crate::cascade::Cascade;
use crate::document::{Subject, subjects};
use crate::pipeline::{self, ComposeError, Press, Reading};
use crate::project::{self, Instansi};
use crate::workbook::WorkbookError;
use crate::workbook::grid::Grid;

/// Reads a workbook's sheets.
pub type Reader = Box<dyn Fn(&Path) -> Result<Vec<Grid>, WorkbookError> + Send>;

/// Where the office's files are, and how they are read.
pub struct Office {
    /// The input folder that the instansi was found in.
    pub input: PathBuf,
    /// The instansi.
    pub instansi: Instansi,
    /// Template folders, later ones before earlier ones. They need not exist.
    pub templates: Vec<PathBuf>,
    /// What parses the workbooks.
    pub reader: Reader,
}

/// A preview's state. Files are read when it is told to; nothing is written.
pub struct Session {
    office: Office,
    reading: Reading,
    pattern: Option<String>,
    chosen: String,
    version: u64,
    good: Option<Arc<Rendering>>,
    unreadable: Option<Failure>,
    failure: Option<Failure>,
}

/// No jabatan, unit or pegawai has the pattern in its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoMatch(pub String);

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "tidak ada jabatan, unit atau pegawai yang namanya memuat \"{}\"", self.0)
    }
}

impl std::error::Error for NoMatch {}

impl Session {
    /// A session over what was just read, with the first sheet that matches
    /// the pattern chosen, or simply the first. Nothing is rendered yet.
    ///
    /// # Errors
    /// When no sheet matches.
    pub fn new(office: Office, reading: Reading, pattern: Option<String>) -> Result<Self, NoMatch> {
        let chosen = pick(&reading.cascade, pattern.as_deref());
        let chosen = chosen.ok_or_else(|| NoMatch(pattern.clone().unwrap_or_default()))?;
        let (good, unreadable, failure) = (None, None, None);
        Ok(Self { office, reading, pattern, chosen, version: 0, good, unreadable, failure })
    }

    /// Chooses another sheet; a key that stands for none changes nothing.
    pub fn choose(&mut self, key: &str) {
        if listed(&self.reading.cascade).iter().any(|(known, _)| known == key) {
            key.clone_into(&mut self.chosen);
        }
    }

    /// Reads configuration and workbooks again. Where they are not sound, the
    /// earlier ones stay until they are mended.
    pub fn read(&mut self) {
        match self.read_again() {
            Ok((instansi, reading)) => {
                (self.office.instansi, self.reading) = (instansi, reading);
                self.unreadable = None;
                self.keep_choice();
            }
            Err(failure) => self.unreadable = Some(failure),
        }
    }

    /// Renders the chosen sheet from the templates as they now are.
    pub fn render(&mut self) {
        self.version += 1;
        self.failure = match &self.unreadable {
            Some(failure) => Some(failure.clone()),
            None => self.attempt().err(),
        };
    }

    /// What there is to see now.
    pub fn view(&self) -> View {
        let cascade = &self.reading.cascade;
        let mut seen = BTreeMap::new();
        let choices = listed(cascade).into_iter().map(|(key, subject)| {
            let (jabatan, unit) = (subject.jabatan(), subject.unit());
            let mut label = match subject.holder {
                Some(person) => format!("{jabatan} — {}", person.nama.value),
                None => jabatan,
            };
            // A unit may have several posts of one name.
            let times = seen.entry((label.clone(), unit.clone())).or_insert(0);
            *times += 1;
            if *times > 1 {
                label.push_str(&format!(" ({times})"));
            }
            Choice { label, unit, chosen: key == self.chosen, key }
        });
        View {
            version: self.version,
            run: 0,
            title: format!("{} {}", cascade.instansi(), cascade.tahun()),
            choices: choices.collect(),
            good: self.good.clone(),
            stale: self.good.as_ref().is_some_and(|good| good.version != self.version),
            failure: self.failure.clone(),
        }
    }

    fn read_again(&self) -> Result<(Instansi, Reading), Failure> {
        let all = project::instansi(&self.office.input, None).map_err(Failure::project)?;
        let instansi = all.into_iter().find(|one| one.name == self.office.instansi.name).ok_or_else(|| {
            let message =
                format!("{} tidak ada lagi", self.office.instansi.folder.join(project::CONFIG_FILE).display());
            Failure::plain(&message, "Kembalikan berkas itu, atau jalankan perjakin awasi lagi.")
        })?;
        let reading = pipeline::read_with(&instansi, &self.office.reader).map_err(|error| Failure::reading(&error))?;
        Ok((instansi, reading))
    }

    /// Follows the chosen sheet into what was newly read; where it is gone,
    /// chooses as at the start.
    fn keep_choice(&mut self) {
        let cascade = &self.reading.cascade;
        if listed(cascade).iter().all(|(key, _)| *key != self.chosen) {
            let chosen = pick(cascade, self.pattern.as_deref()).or_else(|| pick(cascade, None));
            self.chosen = chosen.unwrap_or_default();
        }
    }

    /// Renders the chosen sheet; then composes one sheet of each jabatan, for
    /// a wording that fails only there would stop the printing all the same.
    fn attempt(&mut self) -> Result<(), Failure> {
        let Self { office, reading, .. } = self;
        office.instansi.check_logo(&office.templates).map_err(Failure::project)?;
        let logo = office.instansi.config.kop.logo.as_deref();
        let press = Press::new(&office.templates, logo).map_err(|error| Failure::templates(&error))?;
        let templates = Templates { folders: &office.templates, press: &press };
        let listed = listed(&reading.cascade);
        let failure = |error: &ComposeError, subject: &Subject| {
            Failure::composing(error, &subject.jabatan(), &office.instansi, &templates)
        };
        let Some((_, subject)) = listed.iter().find(|(key, _)| *key == self.chosen) else { return Ok(()) };
        let job = pipeline::sheet(&office.instansi, reading, &press, subject).map_err(|e| failure(&e, subject))?;
        let pages = press.engine.preview(&job.main, job.data, &job.settings);
        let pages = pages.map_err(|error| failure(&ComposeError::Layout(error), subject))?;
        let jabatan = subject.jabatan();
        self.good = Some(Arc::new(Rendering { version: self.version, jabatan, draft: job.draft, pages }));
        let mut posts: Vec<&Subject> = listed.iter().map(|(_, subject)| subject).collect();
        posts.dedup_by_key(|subject| subject.post);
        for other in posts {
            pipeline::sheet(&office.instansi, reading, &press, other).map_err(|e| failure(&e, other))?;
        }
        Ok(())
    }
}

/// The first sheet whose jabatan, unit or pegawai matches.
fn pick(cascade: &Cascade, pattern: Option<&str>) -> Option<String> {
    let mut listed = listed(cascade).into_iter();
    listed.find(|(_, subject)| pattern.is_none_or(|pattern| subject.matches(pattern))).map(|(key, _)| key)
}

/// The sheets with the key each is chosen by; twins are numbered.
fn listed(cascade: &Cascade) -> Vec<(String, Subject<'_>)> {
    let mut seen = BTreeMap::new();
    let keyed = subjects(cascade).into_iter().map(|subject| {
        let key = subject.key();
        let times = seen.entry(key.clone()).or_insert(0);
        *times += 1;
        (if *times == 1 { key } else { format!("{key}-{times}") }, subject)
    });
    keyed.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::testing::Folder;
    use super::*;

    fn jabatan(session: &Session) -> String {
        session.view().good.unwrap().jabatan.clone()
    }

    #[test]
    fn the_first_sheet_is_shown_or_the_first_that_matches() {
        let folder = Folder::sample();
        let mut session = folder.session(None);
        session.render();
        let view = session.view();
        assert_eq!((view.choices.len(), view.failure, view.stale), (22, None, false));
        assert_eq!(view.choices.iter().position(|choice| choice.chosen), Some(0));
        assert_eq!(view.good.unwrap().pages.len(), 2);

        let mut session = folder.session(Some("perencana"));
        session.render();
        assert!(jabatan(&session).contains("Perencana"), "{}", jabatan(&session));
        assert!(folder.try_session(Some("tidak ada")).is_err());
    }

    #[test]
    fn no_two_sheets_look_the_same_in_the_list() {
        let folder = Folder::sample();
        let choices = folder.session(None).view().choices;
        let told: BTreeSet<_> = choices.iter().map(|choice| (&choice.unit, &choice.label)).collect();
        assert_eq!(told.len(), 22);
    }

    #[test]
    fn another_sheet_can_be_chosen_by_its_key_and_by_nothing_else() {
        let folder = Folder::sample();
        let mut session = folder.session(None);
        let key = session.view().choices[1].key.clone();
        for wish in [key.as_str(), "tidak-ada", ""] {
            session.choose(wish);
            session.render();
            assert_eq!(session.view().chosen().unwrap().key, key);
            assert_eq!(jabatan(&session), session.view().choices[1].label);
        }
    }

    #[test]
    fn a_broken_layout_is_shown_with_its_place_over_the_last_good_sheet_until_it_is_mended() {
        let folder = Folder::sample().write("templates/kop.typ", "satu\n#let kop(k, l) = [\n  #tidak-ada]\n");
        let mut session = folder.session(None);
        session.render();
        let failure = session.view().failure.unwrap();
        assert_eq!(session.view().good, None);
        assert_eq!(failure.mistakes[0].at, Some((3, 4)));
        assert!(failure.mistakes[0].place().unwrap().ends_with("templates/kop.typ:3:4"), "{failure}");
        assert!(failure.to_string().contains("3 |   #tidak-ada]"), "{failure}");
        assert_eq!(failure.sheet.as_deref(), Some("Kepala Dinas Sosial Kota Bekasi"));

        let folder = folder.write("templates/kop.typ", "#let kop(k, l) = []");
        session.render();
        let (good, failure) = (session.view().good.unwrap(), session.view().failure);
        assert_eq!(failure, None);

        let folder = folder.write("templates/kop.typ", "#let kop(k, l) = [");
        session.render();
        let view = session.view();
        assert!(view.stale && view.failure.is_some());
        assert_eq!(view.good.as_ref(), Some(&good));

        let _folder = folder.write("templates/kop.typ", "#let kop(k, l) = [Kop]");
        session.render();
        assert!(!session.view().stale && session.view().failure.is_none());
        assert_ne!(session.view().good.unwrap().pages, good.pages);
    }

    #[test]
    fn a_mistake_in_the_wording_has_its_place_too() {
        let folder = Folder::sample().write("templates/redaksi/judul.txt", "PERJANJIAN\nTAHUN {{ tahunn }}\n");
        let mut session = folder.session(None);
        session.render();
        let failure = session.view().failure.unwrap();
        assert!(failure.mistakes[0].place().unwrap().ends_with("templates/redaksi/judul.txt:2:10"), "{failure}");
        assert!(failure.to_string().contains("2 | TAHUN {{ tahunn }}\n      |          ^"), "{failure}");
    }

    #[test]
    fn a_wording_that_fails_for_another_jabatan_is_told_beside_the_sheet() {
        let text = "JUDUL{% if jenjang == \"administrator\" %}{{ tidak_ada }}{% endif %}";
        let folder = Folder::sample().write("templates/redaksi/judul.txt", text);
        let mut session = folder.session(None);
        session.render();
        let view = session.view();
        assert!(!view.stale && view.good.is_some());
        assert!(view.failure.unwrap().sheet.unwrap().starts_with("Sekretaris"));
    }

    #[test]
    fn a_broken_configuration_or_workbook_leaves_the_last_sheet_until_it_is_mended() {
        let folder = Folder::sample();
        let mut session = folder.session(Some("perencana"));
        session.render();
        let good = session.view().good;
        let config = folder.text("input/dinas/perjakin.toml");
        let workbook = folder.bytes("input/dinas/matriks.xlsx");

        let folder = folder.write("input/dinas/perjakin.toml", config.replace("tahun =", "tahn ="));
        session.read();
        session.render();
        let failure = session.view().failure.unwrap();
        assert!(failure.mistakes[0].place().unwrap().ends_with("perjakin.toml:6:1"), "{failure}");
        assert!(failure.to_string().contains("6 | tahn = 2026"), "{failure}");
        assert_eq!(session.view().good, good);

        let folder = folder.write("input/dinas/perjakin.toml", config.replace("= 2026", "= 2027"));
        let folder = folder.write("input/dinas/matriks.xlsx", "rusak");
        session.read();
        session.render();
        assert!(session.view().failure.unwrap().to_string().contains("matriks.xlsx"));

        let _folder = folder.write("input/dinas/matriks.xlsx", workbook);
        session.read();
        session.render();
        let view = session.view();
        assert_eq!((view.failure, view.stale), (None, false));
        assert!(view.title.ends_with("2027"), "{}", view.title);
        assert_ne!(view.good, good);
        assert!(jabatan(&session).contains("Perencana"), "the choice stays");
    }
}
