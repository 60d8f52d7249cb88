//! A rule explained: what `perjakin jelaskan KODE` prints.

use super::wrap::wrap;
use crate::finding::Rule;

/// Lines of an explanation are no longer than this.
const WIDTH: usize = 78;

/// The rule's title, meaning, example and remedy as plain text.
pub fn explain(rule: &Rule) -> String {
    let mut text = format!("{} · {} · {}\n", rule.code, rule.severity.label(), rule.title);
    for (heading, body) in [("", rule.explanation), ("Contoh", rule.example), ("Yang dilakukan", rule.remedy)] {
        text.push('\n');
        if !heading.is_empty() {
            text.push_str(heading);
            text.push('\n');
        }
        for line in wrap(body, WIDTH) {
            text.push_str(&line.text);
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::rules;

    #[test]
    fn every_rule_is_explained_in_lines_that_fit() {
        for rule in rules::all() {
            let text = explain(rule);
            assert!(text.starts_with(rule.code));
            assert!(text.contains("\nContoh\n") && text.contains("\nYang dilakukan\n"), "{}", rule.code);
            assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        }
    }
}
