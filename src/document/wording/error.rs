//! Mistakes in a wording file, told in Indonesian with their place.

use std::fmt;

use minijinja::{Error, ErrorKind};

use crate::typeset::TemplateSet;

/// A mistake in a wording file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingError {
    /// The file below `templates/`.
    pub template: String,
    /// 1-based line and column, where known.
    pub at: Option<(usize, usize)>,
    /// What is wrong and what to do, in Indonesian.
    pub message: String,
}

impl fmt::Display for WordingError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "templates/{}", self.template)?;
        if let Some((line, column)) = self.at {
            write!(f, ", baris {line}, kolom {column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for WordingError {}

/// A wording file's text without the mark that Notepad puts before it.
pub(super) fn source<'a>(templates: &'a TemplateSet, name: &str) -> Option<&'a str> {
    templates.text(name).map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Says in Indonesian what minijinja says, with the place in the office's file.
pub(super) fn explain(templates: &TemplateSet, asked: &str, error: &Error) -> WordingError {
    // An error in an included file names the include; its source is the cause.
    let mut error = error;
    while let Some(cause) = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<Error>()) {
        error = cause;
    }
    let template = error.name().unwrap_or(asked).to_owned();
    let span = source(templates, &template).zip(error.range());
    let quote = span.clone().and_then(|(text, range)| text.get(range)).map(str::trim);
    let quote = quote.filter(|text| !text.is_empty() && text.len() < 80).unwrap_or("…");
    let column = span.map_or(1, |(text, range)| {
        let before = text.get(..range.start).unwrap_or(text);
        before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
    });
    let message = match error.kind() {
        ErrorKind::UndefinedError => format!("medan \"{quote}\" tidak ada; periksa ejaannya (lihat docs/templat.md)"),
        ErrorKind::SyntaxError | ErrorKind::BadEscape => {
            "susunan {{ … }} atau {% … %} di sini tidak lengkap atau salah tulis".to_owned()
        }
        ErrorKind::TemplateNotFound => "berkas ini tidak ada di folder templates/redaksi".to_owned(),
        ErrorKind::UnknownFilter => format!("saringan pada \"{quote}\" tidak dikenal"),
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod | ErrorKind::UnknownTest => {
            format!("\"{quote}\" tidak dikenal")
        }
        ErrorKind::OutOfFuel => "perulangan di berkas ini terlalu panjang".to_owned(),
        _ => format!("\"{quote}\" tidak dapat diolah"),
    };
    WordingError { template, at: error.line().map(|line| (line, column)), message }
}
