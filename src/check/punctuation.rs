//! Punctuation and blanks: slashes, commas, brackets, and what was tidied at
//! intake.

use super::Input;
use super::texts::{Text, all};
use crate::finding::{Finding, Rule, rules::language};

/// Checks all texts of the matrix.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in all(input.draft) {
        findings.extend(first_of(&text, &language::SLASH, "ada spasi di samping garis miring", beside_slash));
        findings.extend(first_of(&text, &language::PUNCTUATION, "tanda baca salah tempat", misplaced));
        findings.extend(first_of(&text, &language::BRACKETS, "kurung atau tanda kutip tidak berpasangan", unclosed));
        findings.extend(blanks(input, &text));
    }
    findings
}

/// One finding a text, at the first character that is wrong.
fn first_of(
    text: &Text,
    rule: &'static Rule,
    message: &str,
    wrong: impl Fn(Option<char>, char, Option<char>, &str) -> bool,
) -> Option<Finding> {
    let mut before = None;
    for (at, c) in text.text.char_indices() {
        let after = text.text[at + c.len_utf8()..].chars().next();
        if wrong(before, c, after, &text.text[..at]) || (after.is_none() && wrong(Some(c), '\n', None, text.text)) {
            let finding = Finding::new(rule, text.place.clone(), message).quote(text.text);
            return Some(finding.mark(at..at + c.len_utf8()));
        }
        before = Some(c);
    }
    None
}

fn beside_slash(before: Option<char>, c: char, after: Option<char>, _: &str) -> bool {
    c == '/' && (before == Some(' ') || after == Some(' '))
}

/// A comma or stop after a blank, doubled, or without a blank before a word.
fn misplaced(before: Option<char>, c: char, after: Option<char>, _: &str) -> bool {
    let is_mark = matches!(c, ',' | ';' | ':');
    (is_mark || c == '.') && before == Some(' ') && after.is_none_or(|c| !c.is_alphanumeric())
        || is_mark && (after == Some(c) || matches!(c, ',' | ';') && after.is_some_and(char::is_alphabetic))
}

/// A bracket that closes nothing, or, at the end, one left open. The text
/// before decides.
fn unclosed(_: Option<char>, c: char, _: Option<char>, text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    match c {
        ')' => count('(') <= count(')') && !is_list_mark(text),
        '\n' => count('(') > count(')') || count('"') % 2 == 1 || count('“') != count('”'),
        _ => false,
    }
}

/// Whether a bracket after this text only ends a list mark such as `a)`.
fn is_list_mark(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    word.chars().count() <= 2 && word.chars().all(char::is_alphanumeric)
}

/// Blanks that the intake tidied: the sheet holds them, print does not.
fn blanks(input: &Input, text: &Text) -> Option<Finding> {
    let sheet = |grid: &&crate::workbook::grid::Grid| {
        grid.sheet() == text.place.sheet() && grid.workbook() == text.place.workbook()
    };
    let raw = input.grids.iter().find(sheet)?.get(text.place.pos)?.raw.as_deref()?;
    let odd = raw.contains("  ") || raw.contains(['\t', '\u{a0}', '\u{202f}', '\u{2007}']);
    odd.then(|| {
        let message = "sel memuat spasi ganda, tab, atau spasi khusus";
        Finding::new(&language::BLANKS, text.place.clone(), message).quote(text.text)
    })
}
