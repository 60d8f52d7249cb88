//! Typst's complaints with their place in the template, in plain data.

use std::fmt;

use typst::diag::{Severity, SourceDiagnostic};
use typst::{World, WorldExt};

use super::indonesian::{advice, told};

/// One complaint about a template or its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The template's name below `templates/`, and the 1-based line and
    /// column, where known.
    pub at: Option<(String, usize, usize)>,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// Advice, in Indonesian.
    pub hints: Vec<String>,
}

/// A document that could not be typeset. There is at least one diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypesetError {
    /// What went wrong, most important first.
    pub diagnostics: Vec<Diagnostic>,
}

impl TypesetError {
    /// An error that has no place in a template.
    pub(crate) fn plain(message: impl Into<String>) -> Self {
        Self { diagnostics: vec![Diagnostic { at: None, message: message.into(), hints: Vec::new() }] }
    }

    /// Translates Typst's own diagnostics.
    pub(super) fn from_typst<'a>(world: &dyn World, list: impl IntoIterator<Item = &'a SourceDiagnostic>) -> Self {
        let mut list: Vec<_> = list.into_iter().collect();
        list.sort_by_key(|diagnostic| diagnostic.severity != Severity::Error);
        Self { diagnostics: list.into_iter().map(|diagnostic| translate(world, diagnostic)).collect() }
    }
}

fn translate(world: &dyn World, diagnostic: &SourceDiagnostic) -> Diagnostic {
    // Where the span lies in no file, the innermost call that has one will do.
    let spans = std::iter::once(diagnostic.span).chain(diagnostic.trace.iter().map(|point| point.span.into()));
    let at = spans.into_iter().find_map(|span| {
        let id = span.id()?;
        let range = world.range(span)?;
        let source = world.source(id).ok()?;
        let (line, column) = source.lines().byte_to_line_column(range.start)?;
        Some((id.get().vpath().get_without_slash().to_owned(), line + 1, column + 1))
    });
    Diagnostic {
        at,
        message: told(&diagnostic.message),
        hints: diagnostic.hints.iter().filter_map(|hint| advice(&hint.v)).collect(),
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if let Some((file, line, column)) = &self.at {
            write!(f, "templates/{file}:{line}:{column}: ")?;
        }
        f.write_str(&self.message)?;
        for hint in &self.hints {
            write!(f, " ({hint})")?;
        }
        Ok(())
    }
}

impl fmt::Display for TypesetError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for TypesetError {}
