//! What keeps a sheet from being shown: the mistakes with their place, the
//! sheet they were met in, and what to do. One form for the terminal and the
//! page, whichever room the mistake was found in.

use std::fmt;
use std::fs;
use std::path::PathBuf;

use super::excerpt::Excerpt;
use crate::document::wording::WordingError;
use crate::pipeline::{ComposeError, Press, ReadError};
use crate::project::{CONFIG_FILE, ConfigError, Instansi, ProjectError};
use crate::typeset::{TemplateError, TypesetError};

/// Mistakes that are shown; behind the first few, most are their echoes.
const SHOWN: usize = 5;

/// Why there is no new rendering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The jabatan of the sheet it was met in; `None` where it touches all.
    pub sheet: Option<String>,
    /// What is wrong, most important first. At least one.
    pub mistakes: Vec<Mistake>,
    /// What to do, in Indonesian; may be empty.
    pub hint: String,
}

/// One mistake.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mistake {
    /// The file, as the office knows it, where one is to blame.
    pub file: Option<String>,
    /// 1-based line and column, where known.
    pub at: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// Advice that the engine gives with it.
    pub advice: Vec<String>,
    /// The line, where it can be shown.
    pub excerpt: Option<Excerpt>,
}

/// The templates as they lie on disk and as they were read.
pub struct Templates<'a> {
    /// Folders of the office, later ones before earlier ones.
    pub folders: &'a [PathBuf],
    /// What was made of them.
    pub press: &'a Press,
}

impl Failure {
    /// A failure without a place.
    pub fn plain(message: &dyn fmt::Display, hint: impl Into<String>) -> Self {
        let mistake = Mistake { message: message.to_string(), ..Mistake::default() };
        Self { sheet: None, mistakes: vec![mistake], hint: hint.into() }
    }

    /// The folder or its configuration cannot be worked on.
    pub fn project(error: ProjectError) -> Self {
        let ProjectError::Config(path, errors) = error else {
            return Self::plain(&error, error.hint());
        };
        let text = fs::read_to_string(&path).ok();
        let mistakes = errors.into_iter().take(SHOWN).map(|ConfigError { at, message, hint, .. }| {
            let mistake = Mistake { file: Some(path.display().to_string()), at, ..Mistake::default() };
            Mistake { advice: vec![hint], ..mistake }.with(&message, text.as_deref())
        });
        Self { sheet: None, mistakes: mistakes.collect(), hint: String::new() }
    }

    /// A workbook cannot be read.
    pub fn reading(error: &ReadError) -> Self {
        Self::plain(error, error.hint())
    }

    /// A template folder cannot be read.
    pub fn templates(error: &TemplateError) -> Self {
        Self::plain(error, "Periksa folder templates itu.")
    }

    /// A sheet cannot be composed or typeset.
    pub fn composing(error: &ComposeError, sheet: &str, instansi: &Instansi, templates: &Templates) -> Self {
        let sheet = Some(sheet.to_owned());
        match error {
            ComposeError::Layout(layout) => Self::layout(layout, sheet, error.hint(), templates),
            ComposeError::Wording(WordingError { template, at, message }) => {
                let mistake = templates.mistake(template, *at);
                Self::one(sheet, mistake.with(message, templates.press.template(template)), error.hint())
            }
            // Only a command that prints looks at what was signed.
            ComposeError::Tahun { .. } => Self::plain(error, error.hint()),
            ComposeError::Tanggal(text) => {
                let file = Some(instansi.folder.join(CONFIG_FILE).display().to_string());
                let mistake = Mistake { file, ..Mistake::default() };
                Self::one(None, mistake.with(&format!("tanggal \"{text}\" tidak dapat dibaca"), None), error.hint())
            }
        }
    }

    fn layout(error: &TypesetError, sheet: Option<String>, hint: &str, templates: &Templates) -> Self {
        let mistakes = error.diagnostics.iter().take(SHOWN).map(|diagnostic| {
            let Some((name, line, column)) = &diagnostic.at else {
                return Mistake { advice: diagnostic.hints.clone(), ..Mistake::default() }
                    .with(&diagnostic.message, None);
            };
            let mistake = templates.mistake(name, Some((*line, *column)));
            let text = templates.press.template(name);
            Mistake { advice: diagnostic.hints.clone(), ..mistake }.with(&diagnostic.message, text)
        });
        Self { sheet, mistakes: mistakes.collect(), hint: hint.to_owned() }
    }

    fn one(sheet: Option<String>, mistake: Mistake, hint: impl Into<String>) -> Self {
        Self { sheet, mistakes: vec![mistake], hint: hint.into() }
    }
}

impl Templates<'_> {
    /// A mistake in a template file, named by the folder it was taken from.
    fn mistake(&self, name: &str, at: Option<(usize, usize)>) -> Mistake {
        let own = self.folders.iter().rev().map(|folder| folder.join(name)).find(|path| path.is_file());
        let file = own.map_or_else(|| format!("templates/{name} (bawaan)"), |path| path.display().to_string());
        Mistake { file: Some(file), at, ..Mistake::default() }
    }
}

impl Mistake {
    /// Says what is wrong, and shows the line of `text` that it is in.
    fn with(self, message: &str, text: Option<&str>) -> Self {
        let excerpt = self.at.and_then(|(line, column)| Excerpt::new(text?, line, column));
        Self { message: message.to_owned(), excerpt, ..self }
    }

    /// File, line and column, as editors understand them: `pk.typ:3:4`.
    pub fn place(&self) -> Option<String> {
        let file = self.file.as_deref()?;
        Some(self.at.map_or_else(|| file.to_owned(), |(line, column)| format!("{file}:{line}:{column}")))
    }
}

/// As the terminal shows it.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for mistake in &self.mistakes {
            let place = mistake.place().map_or_else(String::new, |place| format!("{place}: "));
            writeln!(f, "galat: {}{}", printable(&place), printable(&mistake.message))?;
            if let Some(excerpt) = &mistake.excerpt {
                writeln!(f, "    {}", excerpt.to_string().replace('\n', "\n    "))?;
            }
            for advice in &mistake.advice {
                writeln!(f, "  petunjuk: {}", printable(advice))?;
            }
        }
        if let Some(sheet) = &self.sheet {
            writeln!(f, "  lembar: {}", printable(sheet))?;
        }
        if !self.hint.is_empty() {
            writeln!(f, "  saran: {}", printable(&self.hint))?;
        }
        Ok(())
    }
}

/// Without characters that steer a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_gets_place_line_mark_sheet_and_advice() {
        let at = Mistake { file: Some("templates/pk.typ".into()), at: Some((2, 3)), ..Mistake::default() };
        let mistake = Mistake { advice: vec!["coba lagi".into()], ..at }.with("salah\u{1b}", Some("satu\n  #dua"));
        let failure = Failure::one(Some("Sekretaris".into()), mistake, "Perbaiki.");
        let expected = "galat: templates/pk.typ:2:3: salah \n    2 |   #dua\n      |   ^\n  petunjuk: coba lagi\n  \
                        lembar: Sekretaris\n  saran: Perbaiki.\n";
        assert_eq!(failure.to_string(), expected);
    }

    #[test]
    fn a_mistake_without_a_place_is_only_its_message() {
        assert_eq!(Failure::plain(&"rusak", "").to_string(), "galat: rusak\n");
    }
}
