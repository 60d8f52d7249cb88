//! The edition that a run works on, and which sheets belong to it.
//!
//! The first edition holds everyone's sheet. Once it is frozen, the sheets are
//! held against what was signed: where all of them promise the same, the
//! frozen edition is still the one at hand; else the next one is, with the
//! sheets that must be signed again and those that are new, titled PERUBAHAN.
//!
//! What was signed is kept as a [`Past`]: the cascade itself. What its sheets
//! promise is worked out again, by the same program with the same forms as for
//! the new ones. So neither another version of the program nor another wording
//! or layout makes anyone sign again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::date::{Before, is_left_over};
use super::{ComposeError, Press, Reading, settings};
use crate::cascade::{self, Cascade, Seat};
use crate::document::{self, Promises, Sheets, Tanggal};
use crate::project::Config;
use crate::publish::edition::{name_of, next_name, sheet_folder};
use crate::revision::{self, PrintSettings, Revision, Signer};
use crate::typeset::{Job, Jobs as _};
use crate::workbook::writer::WriteError;

/// The schema of the record that this program writes and the newest it reads.
const SCHEMA: u32 = 1;

/// What an edition is called and how its sheets are headed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Whether the sheets are titled PERUBAHAN.
    pub perubahan: bool,
    /// The date that the sheets print; `None` leaves it to handwriting.
    pub tanggal: Option<String>,
    /// The edition as the office calls it, "Perubahan 1"; `None` where the
    /// configuration has no name for it.
    pub edisi: Option<String>,
}

impl Form {
    /// The form of the first edition.
    pub fn first(config: &Config) -> Self {
        Self { perubahan: config.is_perubahan(), tanggal: Some(config.tanggal.clone()), edisi: config.edisi.clone() }
    }

    /// The form of the edition that follows another one.
    fn after(last: &Self, config: &Config) -> Self {
        let edisi = Some(format!("Perubahan {}", revision_number(last.name()) + 1));
        Self { perubahan: true, tanggal: config.perubahan.tanggal.clone(), edisi }
    }

    /// The edition's name for people.
    pub fn name(&self) -> &str {
        self.edisi.as_deref().unwrap_or("Murni")
    }

    /// The date to print.
    ///
    /// # Errors
    /// When it is no date.
    pub(super) fn date(&self, tahun: u16) -> Result<Tanggal, ComposeError> {
        match &self.tanggal {
            Some(text) => Tanggal::parse(text).ok_or_else(|| ComposeError::Tanggal(text.clone())),
            None => Ok(Tanggal::open(tahun)),
        }
    }
}

/// Which revision an edition is by its name: 0 for "Murni", 2 for
/// "Perubahan II" and "Perubahan 2".
pub(super) fn revision_number(name: &str) -> usize {
    const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let Some(number) = name.strip_prefix("Perubahan").map(str::trim) else { return 0 };
    let roman = ROMAN.iter().position(|roman| *roman == number).map(|at| at + 1);
    roman.or(number.parse().ok()).unwrap_or(1)
}

/// The head of region, whose name a sheet prints but no cascade holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Head {
    jabatan: String,
    nama: String,
}

/// What is kept of a frozen edition.
#[derive(Serialize, Deserialize)]
struct Record {
    skema: u32,
    #[serde(flatten)]
    form: Form,
    pimpinan: Head,
    kaskade: cascade::Record,
}

/// A frozen edition.
#[derive(Debug)]
pub struct Past {
    name: String,
    date: String,
    form: Form,
    head: Head,
    cascade: Cascade,
}

impl Past {
    /// An edition that was frozen by this name as signed on `date`, from its
    /// record; `None` where the record is damaged or of a newer program.
    pub fn read(name: &str, date: &str, record: &[u8]) -> Option<Self> {
        let Record { skema, form, pimpinan: head, kaskade } = serde_json::from_slice(record).ok()?;
        let cascade = kaskade.cascade().filter(|_| skema <= SCHEMA)?;
        Some(Self { name: name.to_owned(), date: date.to_owned(), form, head, cascade })
    }

    /// Whether a cascade is mostly the one that was signed: at least half of
    /// what it promises was promised then. So an instansi is known again that
    /// has another name now.
    pub fn resembles(&self, cascade: &Cascade) -> bool {
        let (then, now) = (promised(&self.cascade), promised(cascade));
        !now.is_empty() && 2 * now.intersection(&then).count() >= now.len()
    }

    /// "Murni, 2 Januari 2026".
    fn title(&self) -> String {
        format!("{}, {}", self.form.name(), self.date)
    }

    fn edition(&self) -> revision::Edition<'_> {
        edition(&self.cascade, &self.head.jabatan, &self.head.nama)
    }
}

/// All sasaran and indikator, each text once.
fn promised(cascade: &Cascade) -> BTreeSet<&str> {
    let kelompok = cascade.jabatan().iter().flat_map(|jabatan| &jabatan.kelompok);
    let texts = kelompok.flat_map(|kelompok| {
        let sasaran = kelompok.sasaran.iter().map(|sasaran| sasaran.uraian.as_str());
        sasaran.chain(kelompok.indikator.iter().map(|indikator| indikator.uraian.as_str()))
    });
    texts.collect()
}

/// The edition at hand.
pub struct Current {
    /// Its name, "murni" or "perubahan-1".
    pub name: String,
    /// How it is called and headed.
    pub form: Form,
    /// When it was signed, if it is frozen already; then none of its sheets
    /// is to be printed any more.
    pub signed: Option<String>,
    /// The edition that was signed last, where this one is not signed yet.
    pub before: Option<Before>,
    /// What changed since the edition before, if there is one.
    pub change: Option<Change>,
}

/// What changed since the edition before.
pub struct Change {
    /// That edition, "Murni, 2 Januari 2026".
    pub semula: String,
    /// What changed, and who must sign.
    pub revision: Revision,
}

impl Change {
    /// Who must sign, again or for the first time.
    fn signers(&self) -> impl Iterator<Item = &Signer> {
        let list = &self.revision.must_sign;
        list.ulang.iter().chain(&list.baru)
    }
}

/// What the output folder tells of editions.
#[derive(Debug, Default)]
pub struct History {
    /// The last frozen ones, the earliest first; two are enough.
    pub past: Vec<Past>,
}

/// The edition at hand.
///
/// # Errors
/// When the date of signing is none, and where the folder holds a frozen
/// edition of another year.
pub fn current(config: &Config, reading: &Reading, history: &History) -> Result<Current, ComposeError> {
    let office = Office { config, cascade: &reading.cascade };
    let [before @ .., last] = &history.past[..] else {
        let form = Form::first(config);
        return Ok(Current {
            name: name_of(revision_number(form.name())),
            form,
            signed: None,
            before: None,
            change: None,
        });
    };
    let next = next_name(&last.name);
    let (signed, now) = (last.cascade.tahun(), config.tahun);
    if signed != now {
        return Err(ComposeError::Tahun { signed, now });
    }
    let form = Form::after(&last.form, config);
    if let Some(change) = office.change(last, &form)? {
        let before = Some(Before { title: last.title(), date: Tanggal::parse(&last.date) });
        return Ok(Current { name: next, form, signed: None, before, change: Some(change) });
    }
    let (name, form) = (last.name.clone(), last.form.clone());
    let change = match before.last() {
        Some(before) => office.change(before, &form)?,
        None => None,
    };
    Ok(Current { name, form, signed: Some(last.date.clone()), before: None, change })
}

/// An office's data.
struct Office<'a> {
    config: &'a Config,
    cascade: &'a Cascade,
}

impl Office<'_> {
    /// What changed since an edition, if anyone has to sign for it: what its
    /// sheets promise is worked out as for the new ones, but for the head of
    /// region of then.
    fn change(&self, past: &Past, form: &Form) -> Result<Option<Change>, ComposeError> {
        let (config, cascade) = (self.config, self.cascade);
        let head = &config.pimpinan;
        if past.cascade == *cascade && (&past.head.jabatan, &past.head.nama) == (&head.jabatan, &head.nama) {
            return Ok(None);
        }
        let settings = settings::document(config, form)?;
        let Head { jabatan, nama } = past.head.clone();
        let then = document::Settings { pimpinan: Some(document::Pimpinan { jabatan, nama }), ..settings.clone() };
        let (signed, new) = (Promises::new(&past.cascade, &then), Promises::new(cascade, &settings));
        let same = |then: Seat, now: Seat| signed.of(then) == new.of(now);
        let now = edition(cascade, &head.jabatan, &head.nama);
        let revision = revision::compare_sheets(past.edition(), now, &same);
        Ok((!revision.must_sign.is_empty()).then(|| Change { semula: past.title(), revision }))
    }
}

fn edition<'a>(cascade: &'a Cascade, jabatan: &'a str, nama: &'a str) -> revision::Edition<'a> {
    revision::Edition { cascade, pimpinan: Some(revision::Pimpinan { jabatan, nama }) }
}

/// The sheets of a reading, whoever they are for.
pub(super) fn composed<'a>(
    settings: document::Settings,
    reading: &'a Reading,
    press: &'a Press,
) -> Result<Sheets<'a>, ComposeError> {
    let wording = press.wording(&settings.huruf)?;
    Sheets::new(&reading.cascade, settings, wording, reading.galat()).map_err(ComposeError::Wording)
}

impl Current {
    /// Its sheets, at the paths where they lie or are to lie: all of them in a
    /// first edition, later those that must be signed.
    ///
    /// # Errors
    /// When the date of signing is none, and the first mistake in a wording
    /// file.
    pub fn sheets<'a>(
        &self,
        config: &Config,
        reading: &'a Reading,
        press: &'a Press,
    ) -> Result<Sheets<'a>, ComposeError> {
        let mut sheets = composed(self.settings(config)?, reading, press)?;
        if let Some(change) = &self.change {
            sheets.select_seats(&change.signers().map(|signer| signer.seat).collect());
        }
        Ok(sheets)
    }

    /// What its sheets are composed with.
    pub(super) fn settings(&self, config: &Config) -> Result<document::Settings, ComposeError> {
        Ok(document::Settings { folder: sheet_folder(&self.name), ..settings::document(config, &self.form)? })
    }

    /// What is to be said of a date on the sheets that was left over from the
    /// edition before.
    pub fn date_left_over(&self) -> Option<String> {
        let (before, text) = (self.before.as_ref()?, self.form.tanggal.as_deref()?);
        Tanggal::parse(text).filter(|date| is_left_over(*date, before)).map(|_| {
            format!(
                "tanggal di lembar {}, {text}, tidak sesudah edisi yang telah ditetapkan ({}); ganti tanggal di tabel \
                 [perubahan] dalam perjakin.toml, atau hapus agar dicetak titik-titik",
                self.form.name(),
                before.title
            )
        })
    }

    /// Why each sheet of a revision is to be signed, by its path.
    pub fn reasons(&self, sheets: &Sheets) -> BTreeMap<String, String> {
        let Some(change) = &self.change else { return BTreeMap::new() };
        let reasons: BTreeMap<Seat, String> =
            change.signers().map(|signer| (signer.seat, signer.alasan.join(", "))).collect();
        let sheets = (0..sheets.count()).map(|index| (sheets.path(index), sheets.seat(index)));
        sheets.filter_map(|(path, seat)| Some((path.to_owned(), reasons.get(&seat)?.clone()))).collect()
    }

    /// The printed report of what changed; nothing where there is no edition
    /// before.
    ///
    /// # Errors
    /// When the edition's date is none.
    pub fn report(&self, config: &Config) -> Result<Vec<Job>, ComposeError> {
        let Some(Change { semula, revision }) = &self.change else { return Ok(Vec::new()) };
        let date = self.form.date(config.tahun)?;
        let menjadi = match &self.form.tanggal {
            Some(tanggal) => format!("{}, {tanggal}", self.form.name()),
            None => self.form.name().to_owned(),
        };
        let kertas_mm = config.kertas.size_mm();
        let settings = PrintSettings { kertas_mm, semula: semula.clone(), menjadi, date: date.ymd() };
        Ok(revision::jobs(revision, &settings))
    }

    /// The same as a workbook's bytes.
    ///
    /// # Errors
    /// When the workbook cannot be put together.
    pub fn report_workbook(&self) -> Option<Result<Vec<u8>, WriteError>> {
        self.change.as_ref().map(|change| revision::workbook(&change.revision))
    }

    /// What is kept of this edition when it is frozen.
    pub fn record(&self, config: &Config, cascade: &Cascade) -> Vec<u8> {
        let head = &config.pimpinan;
        let record = Record {
            skema: SCHEMA,
            form: self.form.clone(),
            pimpinan: Head { jabatan: head.jabatan.clone(), nama: head.nama.clone() },
            kaskade: cascade::Record::new(cascade),
        };
        // Strings, numbers and lists only: serialising them cannot fail.
        serde_json::to_vec(&record).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_whose_first_printed_edition_is_a_revision_has_it_filed_as_one() {
        for (edisi, name) in [("Murni", "murni"), ("Perubahan", "perubahan-1"), ("Perubahan II", "perubahan-2")] {
            let mut config = Config::bare();
            config.edisi = Some(edisi.into());
            assert_eq!(name_of(revision_number(Form::first(&config).name())), name);
        }
    }

    #[test]
    fn revisions_are_counted_on_however_the_office_writes_them() {
        for (name, number) in [("Murni", 0), ("Perubahan", 1), ("Perubahan II", 2), ("Perubahan 3", 3)] {
            assert_eq!(revision_number(name), number, "{name}");
        }
        let mut config = Config::bare();
        config.edisi = Some("Perubahan IX".into());
        assert_eq!(Form::after(&Form::first(&config), &config).name(), "Perubahan 10");
    }
}
