//! The rules as one table of data: code, severity, title, explanation,
//! example, remedy. The room that finds something names the rule; this table
//! is what `perjakin jelaskan` prints and the documentation is made from.

use super::Severity;

pub mod content;
pub mod dates;
pub mod language;
pub mod money;
pub mod people;
pub mod reading;
pub mod sheets;
pub mod structure;
pub mod targets;
pub mod text;

/// One rule. Everything in it is Indonesian that an office worker reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable code: a theme and a number that is never used again.
    pub code: &'static str,
    /// The severity of every finding of this rule.
    pub severity: Severity,
    /// The rule in a few words.
    pub title: &'static str,
    /// What it means and why it matters, in a few sentences.
    pub explanation: &'static str,
    /// A wrong cell and the right one, with invented content.
    pub example: &'static str,
    /// What to do, in one sentence.
    pub remedy: &'static str,
}

/// All rules, theme by theme.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        reading::RULES,
        structure::RULES,
        content::RULES,
        language::RULES,
        people::RULES,
        targets::RULES,
        money::RULES,
        dates::RULES,
        text::RULES,
        sheets::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule of a code, written in any case.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_every_rule_is_explained() {
        let mut codes: Vec<_> = all().map(|rule| rule.code).collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        for rule in all() {
            assert!(!rule.explanation.is_empty() && !rule.example.is_empty(), "{}", rule.code);
            assert!(rule.remedy.ends_with('.'), "{}", rule.code);
        }
    }
}
