//! Language: what a careful reader would underline before signing. Reported
//! and never rewritten; the same remark in many cells is one entry.

use std::collections::BTreeSet;

use super::Input;
use super::dictionary::{NONSTANDARD, STATES, TYPOS, meant};
use super::texts::{Role, Text, all, words};
use crate::cascade::is_telling;
use crate::finding::{Finding, Rule, rules::language};

/// Most brackets of a text that are looked into.
const TERMS: usize = 16;

/// Checks all texts of the matrix.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let texts: Vec<Text> = all(input.draft).collect();
    let own: Vec<(&str, &str)> = input.ejaan.iter().map(|(wrong, right)| (wrong.as_str(), right.as_str())).collect();
    let mut findings = Vec::new();
    for text in &texts {
        spelling(&own, text, &mut findings);
        findings.extend(action(text));
        findings.extend(small_start(text));
    }
    capitals(&texts, &mut findings);
    uniform(&texts, &mut findings);
    findings
}

fn found(rule: &'static Rule, text: &Text, at: std::ops::Range<usize>, message: impl Into<String>) -> Finding {
    Finding::new(rule, text.place.clone(), message).quote(text.text).mark(at)
}

/// Words of the dictionaries, and words twice in a row.
fn spelling(own: &[(&str, &str)], text: &Text, findings: &mut Vec<Finding>) {
    let mut before: Option<(usize, &str)> = None;
    for (start, word) in words(text.text) {
        let range = start..start + word.len();
        if let Some(right) = meant(own, word).or_else(|| meant(TYPOS, word)) {
            let message = format!("\"{word}\", mungkin maksudnya \"{right}\"");
            findings.push(found(&language::TYPO, text, range.clone(), message));
        } else if let Some(right) = meant(NONSTANDARD, &word.to_lowercase()) {
            let word = word.to_lowercase();
            let message = format!("\"{word}\" bukan bentuk baku; bakunya \"{right}\"");
            findings.push(found(&language::NONSTANDARD, text, range.clone(), message));
        }
        if let Some((at, last)) = before
            && last.to_lowercase() == word.to_lowercase()
            && word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && text.text.get(at + last.len()..start).is_some_and(|gap| gap.trim().is_empty())
        {
            let message = format!("kata \"{word}\" berdiri dua kali berturut-turut");
            findings.push(found(&language::WORD_TWICE, text, at..range.end, message));
        }
        before = Some((start, word));
    }
}

/// A sasaran that begins with an action.
fn action(text: &Text) -> Option<Finding> {
    let (start, word) = words(text.text).next().filter(|_| text.role == Role::Sasaran)?;
    let state = meant(STATES, word)?;
    let message = format!("sasaran dimulai dengan tindakan \"{word}\", bukan keadaan \"{state}\"");
    Some(found(&language::ACTION_FOR_STATE, text, start..start + word.len(), message))
}

fn small_start(text: &Text) -> Option<Finding> {
    let first = text.text.chars().next().filter(|c| c.is_lowercase())?;
    Some(found(&language::SMALL_START, text, 0..first.len_utf8(), "butir dimulai dengan huruf kecil"))
}

/// Words that this very matrix writes small elsewhere, written with a capital
/// inside a sentence that has small words too. Proper names and sentences in
/// title case throughout stay silent.
fn capitals(texts: &[Text], findings: &mut Vec<Finding>) {
    let small = |word: &str| word.chars().all(char::is_lowercase) && is_telling(word);
    let common: BTreeSet<&str> =
        texts.iter().flat_map(|text| words(text.text)).map(|word| word.1).filter(|word| small(word)).collect();
    for text in texts {
        let terms = spelled_out(text.text);
        let inside: Vec<(usize, &str)> =
            words(text.text).skip(1).filter(|(start, _)| !terms.iter().any(|term| term.contains(start))).collect();
        let mixed = inside.iter().any(|(_, word)| small(word));
        let capital =
            inside.iter().find(|(_, word)| is_capitalised(word) && common.contains(word.to_lowercase().as_str()));
        if let Some((start, word)) = capital.filter(|_| mixed) {
            let message = "huruf besar dan kecil bercampur di tengah kalimat";
            findings.push(found(&language::CAPITALS, text, *start..start + word.len(), message));
        }
    }
}

/// The words before a bracketed abbreviation, as many as it has letters:
/// "Potensi Sumber Kesejahteraan Sosial (PSKS)" rightly has capitals.
fn spelled_out(text: &str) -> Vec<std::ops::Range<usize>> {
    let all: Vec<(usize, &str)> = words(text).collect();
    let mut terms = Vec::new();
    for (open, _) in text.match_indices('(').take(TERMS) {
        let inside = text[open + 1..].split(')').next().unwrap_or_default();
        if inside.chars().all(|c| c.is_uppercase() || c == ' ') {
            let letters = inside.chars().filter(|c| c.is_uppercase()).count();
            let before = all.iter().filter(|(start, _)| *start < open);
            if let Some((start, _)) = before.rev().take(letters).last() {
                terms.push(*start..open);
            }
        }
    }
    terms
}

/// One capital at the beginning, small letters behind.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str().len() > 1 && letters.all(char::is_lowercase)
}

/// What only some of the items do: capitals throughout, a full stop behind.
fn uniform(texts: &[Text], findings: &mut Vec<Finding>) {
    let shouting = |text: &str| words(text).count() > 2 && !text.chars().any(char::is_lowercase);
    let stopped = |text: &str| text.ends_with('.') && !text.ends_with("..");
    let mut few = |rule, is: &dyn Fn(&str) -> bool, message: &str| {
        let odd: Vec<&Text> = texts.iter().filter(|text| is(text.text)).collect();
        if odd.len() * 2 < texts.len() {
            findings.extend(odd.iter().map(|text| Finding::new(rule, text.place.clone(), message).quote(text.text)));
        }
    };
    few(&language::SHOUTING, &shouting, "butir ini seluruhnya huruf besar");
    few(&language::FULL_STOP, &stopped, "butir ini diakhiri titik, yang lain tidak");
}
