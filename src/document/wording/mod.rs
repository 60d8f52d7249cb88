//! The words around the data: statement, party lines, headings, labels, file
//! names. They are text files in `templates/redaksi/`, apart from layout, with
//! `{{ fields }}` filled in by minijinja. The only place that knows minijinja.
//!
//! The result of a file is plain text that Typst prints as it stands; nothing
//! in it is ever read as markup. A field that does not exist is an error, not
//! a gap, and every file is rendered before the first page is set.

mod chart;
mod error;
mod fields;
mod glyphs;

use std::collections::BTreeMap;

use minijinja::{AutoEscape, Environment, UndefinedBehavior};

pub use self::chart::ChartWords;
pub use self::error::WordingError;
use self::error::{explain, source};
pub(super) use self::fields::Fields;
use crate::typeset::TemplateSet;

/// Where the files lie below `templates/`.
const FOLDER: &str = "redaksi/";

/// Steps one file may take; a page of wording needs some dozens.
const FUEL: u64 = 20_000;

/// The labels that the layout asks for.
const LABELS: &[&str] = &[
    "nama",
    "jabatan",
    "perangkat_daerah",
    "masa",
    "pihak_pertama",
    "pihak_kedua",
    "nip",
    "ni_pppk",
    "golongan",
    "kolom_nomor",
    "kolom_sasaran",
    "kolom_indikator",
    "kolom_satuan",
    "kolom_target",
    "kolom_triwulan",
    "kolom_program",
    "kolom_kegiatan",
    "kolom_sub_kegiatan",
    "kolom_anggaran",
    "kolom_keterangan",
    "jumlah",
    "halaman",
    "dari",
    "draf",
];

/// Short texts by key, as `label.txt` gives them.
pub type Labels = BTreeMap<String, String>;

/// The wording of one set of templates.
pub struct Wording<'a> {
    environment: Environment<'a>,
    templates: &'a TemplateSet,
}

impl<'a> Wording<'a> {
    /// Parses the wording files of a template set.
    ///
    /// # Errors
    /// The first file that cannot be parsed.
    pub fn new(templates: &'a TemplateSet) -> Result<Self, WordingError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_fuel(Some(FUEL));
        environment.remove_filter("safe");
        for (name, _) in templates.iter().filter(|(name, _)| name.starts_with(FOLDER) && name.ends_with(".txt")) {
            let Some(text) = source(templates, name) else {
                return Err(WordingError {
                    template: name.to_owned(),
                    at: None,
                    message: "berkas ini bukan teks UTF-8; simpan ulang dari Notepad dengan penyandian UTF-8"
                        .to_owned(),
                });
            };
            environment.add_template(name, text).map_err(|error| explain(templates, name, &error))?;
        }
        Ok(Self { environment, templates })
    }

    /// Whether all these layout files, beside the wording, are the built-in ones.
    pub(super) fn layout_is_builtin(&self, files: &[&str]) -> bool {
        files.iter().all(|name| self.templates.is_builtin(name))
    }

    /// A file as one line of text.
    ///
    /// # Errors
    /// When the file is missing or asks for a field that does not exist.
    pub(super) fn line(&self, file: &str, fields: &Fields) -> Result<String, WordingError> {
        Ok(join_words(&self.render(file, fields)?))
    }

    /// A file as its lines, empty ones left out.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub(super) fn lines(&self, file: &str, fields: &Fields) -> Result<Vec<String>, WordingError> {
        Ok(self.render(file, fields)?.lines().map(join_words).filter(|line| !line.is_empty()).collect())
    }

    /// A file as its paragraphs, which blank lines set apart.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub(super) fn paragraphs(&self, file: &str, fields: &Fields) -> Result<Vec<String>, WordingError> {
        let text = self.render(file, fields)?;
        let mut paragraphs = vec![String::new()];
        for line in text.lines() {
            match paragraphs.last_mut() {
                Some(last) if !line.trim().is_empty() => {
                    last.push(' ');
                    last.push_str(line);
                }
                _ => paragraphs.push(String::new()),
            }
        }
        Ok(paragraphs.iter().map(|text| join_words(text)).filter(|text| !text.is_empty()).collect())
    }

    /// The labels of a sheet.
    ///
    /// # Errors
    /// As [`Self::line`]; also for a line without `=` and a label that the
    /// layout needs and the file does not have.
    pub(super) fn labels(&self, fields: &Fields) -> Result<Labels, WordingError> {
        self.keyed("label.txt", LABELS, fields)
    }

    /// A file of lines `kunci = teks`, in which none of `keys` may be missing.
    fn keyed(&self, file: &str, keys: &[&str], fields: &Fields) -> Result<Labels, WordingError> {
        let fail = |at, message| WordingError { template: format!("{FOLDER}{file}"), at, message };
        let mut labels = Labels::new();
        for (index, line) in self.render(file, fields)?.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let (key, text) = line
                .split_once('=')
                .ok_or_else(|| fail(Some((index + 1, 1)), "baris ini tidak berbentuk kunci = teks".to_owned()))?;
            labels.insert(key.trim().to_owned(), join_words(text));
        }
        match keys.iter().find(|key| !labels.contains_key(**key)) {
            Some(key) => Err(fail(None, format!("label \"{key}\" belum ada; tambahkan baris {key} = …"))),
            None => Ok(labels),
        }
    }

    fn render(&self, file: &str, fields: &Fields) -> Result<String, WordingError> {
        let name = format!("{FOLDER}{file}");
        self.environment
            .get_template(&name)
            .and_then(|template| template.render(fields.value()))
            .map_err(|error| explain(self.templates, &name, &error))
    }
}

/// Blanks around and between words brought to one each; blanks that do not
/// break (the room for a day written by hand) stay.
fn join_words(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Fields {
        Fields::default().number("tahun", 2026).text("tanda", "{{ tahun }} <b> #judul")
    }

    /// The shipped templates with one file of an office's own.
    pub(super) fn set(file: &str, text: &str) -> TemplateSet {
        let mut set = TemplateSet::builtin();
        set.insert(format!("redaksi/{file}"), text);
        set
    }

    #[test]
    fn text_is_filled_in_and_never_read_twice() {
        let set = set("x.txt", "\u{feff}Tahun {{ tahun }}:\n {{ tanda }}\n\n\n lagi \n");
        let wording = Wording::new(&set).unwrap();
        assert_eq!(wording.line("x.txt", &fields()).unwrap(), "Tahun 2026: {{ tahun }} <b> #judul lagi");
        assert_eq!(wording.lines("x.txt", &fields()).unwrap(), ["Tahun 2026:", "{{ tahun }} <b> #judul", "lagi"]);
        assert_eq!(wording.paragraphs("x.txt", &fields()).unwrap(), ["Tahun 2026: {{ tahun }} <b> #judul", "lagi"]);
    }

    #[test]
    fn an_unknown_field_is_an_error_with_its_place() {
        let set = set("x.txt", "Tahun\nke {{ tahunn }}");
        let error = Wording::new(&set).unwrap().line("x.txt", &fields()).unwrap_err();
        assert_eq!((error.template.as_str(), error.at), ("redaksi/x.txt", Some((2, 7))));
        assert!(error.message.starts_with("medan \"tahunn\" tidak ada"), "{error}");
    }

    #[test]
    fn broken_syntax_is_found_when_the_wording_is_made() {
        for text in ["a\n{{ tahun", "a\n{% if tahun %}", "a\n{{ tahun | }}"] {
            let set = set("x.txt", text);
            let error = Wording::new(&set).err().unwrap();
            assert_eq!(error.template, "redaksi/x.txt");
            assert_eq!(error.at.unwrap().0, 2, "{text}: {error}");
        }
    }

    #[test]
    fn nothing_runs_for_ever_and_nothing_is_trusted() {
        for (text, message) in [
            ("{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}", "perulangan"),
            ("{{ tanda | safe }}", "saringan"),
            ("{% include 'redaksi/tidak-ada.txt' %}", "berkas ini tidak ada"),
            ("{% include '../Cargo.toml' %}", "berkas ini tidak ada"),
        ] {
            let set = set("x.txt", text);
            let error = Wording::new(&set).and_then(|wording| wording.line("x.txt", &fields())).unwrap_err();
            assert!(error.message.starts_with(message), "{error}");
        }
    }

    #[test]
    fn labels_are_keys_and_texts_and_none_may_be_missing() {
        let missing = set("label.txt", "nama = Nama\n");
        let error = Wording::new(&missing).unwrap().labels(&fields()).unwrap_err();
        assert!(error.message.starts_with("label \"jabatan\" belum ada"), "{error}");
        let bad = set("label.txt", "nama = Nama\njabatan Jabatan\n");
        let error = Wording::new(&bad).unwrap().labels(&fields()).unwrap_err();
        assert_eq!(error.at, Some((2, 1)));
    }

    #[test]
    fn the_regulation_s_sentences_stand_in_the_shipped_files() {
        let set = TemplateSet::builtin();
        let text = |file| set.text(file).unwrap();
        assert!(text("redaksi/pembuka.txt").contains("transparan, dan akuntabel serta berorientasi pada hasil, kami"));
        assert!(text("redaksi/janji.txt").contains("menjadi tanggung jawab kami."));
        assert!(text("redaksi/janji.txt").contains("dalam rangka pemberian penghargaan dan sanksi."));
    }
}
