//! One type for everything that is worth telling the office about its data,
//! from the reader to the report. Findings never steer the run; a `galat`
//! only decides whether a document is final or DRAF.

pub mod rules;

use std::ops::Range;

use serde::Serialize;

pub use self::rules::Rule;
use crate::workbook::place::Place;

/// How bad a finding is. The order is the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// An error: a document that prints the cell is marked DRAF.
    Galat,
    /// Worth a look before signing.
    Periksa,
    /// Good to know.
    Info,
}

impl Severity {
    /// The word the office reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Galat => "galat",
            Self::Periksa => "periksa",
            Self::Info => "info",
        }
    }
}

/// Something found in the data: what, where, and what to do about it.
///
/// Built by the rule that found it; code and severity come from the table in
/// [`rules`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable code, such as `NIP-02`.
    #[serde(rename = "kode")]
    pub code: &'static str,
    /// How bad it is.
    #[serde(rename = "tingkat")]
    pub severity: Severity,
    /// The cell to look at first; `None` only for matters of a whole folder.
    #[serde(rename = "sel")]
    pub place: Option<Place>,
    /// Further cells of the same matter (its twins, the other side).
    #[serde(rename = "sel_lain", skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Place>,
    /// The cell's text, only where it is no personal data.
    #[serde(rename = "kutipan", skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What is wrong, as one plain Indonesian sentence without personal data.
    #[serde(rename = "pesan")]
    pub message: String,
    /// What to do, as one plain Indonesian sentence.
    #[serde(rename = "saran")]
    pub hint: String,
    /// The line to paste into `perjakin.toml` that settles it, where one exists.
    #[serde(rename = "tempel", skip_serializing_if = "Option::is_none")]
    pub paste: Option<String>,
    /// The 1-based line of `perjakin.toml` that the finding is about.
    #[serde(rename = "baris_konfigurasi", skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The part of the quote that is meant, as first and end character.
    #[serde(rename = "sorot", skip_serializing_if = "Option::is_none")]
    pub mark: Option<(usize, usize)>,
}

impl Finding {
    /// A finding of a rule, with the rule's own severity and remedy.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::general(rule, message) }
    }

    /// A finding about the folder or workbook as a whole.
    pub fn general(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            code: rule.code,
            severity: rule.severity,
            place: None,
            others: Vec::new(),
            quote: None,
            message: message.into(),
            hint: rule.remedy.to_owned(),
            paste: None,
            line: None,
            mark: None,
        }
    }

    /// Adds the cell's text. Never for a name, NIP or other personal data.
    pub fn quote(mut self, text: impl Into<String>) -> Self {
        self.quote = Some(text.into());
        self
    }

    /// Adds further cells of the same matter.
    pub fn others(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.others.extend(places);
        self
    }

    /// Replaces the rule's general remedy by a more fitting one.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Adds the configuration line that settles the matter.
    pub fn paste(mut self, line: impl Into<String>) -> Self {
        self.paste = Some(line.into());
        self
    }

    /// Adds the line of `perjakin.toml` that the finding is about.
    pub fn line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// Points at a part of the quote, by its bytes in the quoted text.
    pub fn mark(mut self, bytes: Range<usize>) -> Self {
        self.mark = self.quote.as_deref().and_then(|quote| {
            let before = quote.get(..bytes.start)?.chars().count();
            Some((before, before + quote.get(bytes)?.chars().count()))
        });
        self
    }

    /// Every cell the finding names, the first one first.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.place.iter().chain(&self.others)
    }
}
