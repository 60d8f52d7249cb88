//! The superiors that the office confirmed in `perjakin.toml`: read, and
//! refused with a finding where a line cannot be meant so.

use std::collections::BTreeMap;

use super::reference::{Directory, ReferenceError};
use super::settings::Confirmed;
use crate::finding::{Finding, Rule, rules::structure};
use crate::workbook::place::Place;

/// A confirmation by index into the draft's blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) atasan: usize,
    pub(super) baris: usize,
}

/// The confirmed superior of each block that has one.
pub(super) fn read(
    confirmed: &[Confirmed],
    directory: &Directory,
    headers: &[Place],
    findings: &mut Vec<Finding>,
) -> BTreeMap<usize, Edge> {
    let mut edges: BTreeMap<usize, Edge> = BTreeMap::new();
    for line in confirmed {
        let bawahan = directory.resolve(&line.bawahan);
        let atasan = directory.resolve(&line.atasan);
        let at = bawahan.as_ref().ok().and_then(|index| headers.get(*index));
        for (text, side) in [(&line.bawahan, &bawahan), (&line.atasan, &atasan)] {
            if let Err(error) = side {
                let (rule, message, hint) = explain(text, error);
                findings.push(at_line(rule, at, line.baris, message).hint(hint));
            }
        }
        let (Ok(bawahan), Ok(atasan)) = (bawahan, atasan) else { continue };
        match edges.get(&bawahan) {
            Some(first) if first.atasan != atasan => {
                let name = directory.label(bawahan);
                let message =
                    format!("atasan \"{name}\" ditetapkan dua kali, di baris {} dan baris {}", first.baris, line.baris);
                findings.push(at_line(&structure::TWICE, headers.get(bawahan), line.baris, message));
            }
            Some(_) => {}
            None => {
                edges.insert(bawahan, Edge { atasan, baris: line.baris });
            }
        }
    }
    edges
}

/// A finding about a line of `perjakin.toml`, at the jabatan it concerns.
pub(super) fn at_line(rule: &'static Rule, place: Option<&Place>, baris: usize, message: String) -> Finding {
    let finding = match place {
        Some(place) => Finding::new(rule, place.clone(), message),
        None => Finding::general(rule, message),
    };
    finding.line(baris)
}

/// The rule, message and hint for a reference that failed.
pub(super) fn explain(text: &str, error: &ReferenceError) -> (&'static Rule, String, String) {
    let meant = |near: &Option<String>, otherwise: &Rule| match near {
        Some(near) => format!("Mungkin maksudnya \"{near}\"?"),
        None => otherwise.remedy.to_owned(),
    };
    match error {
        ReferenceError::Unknown(near) => {
            (&structure::UNKNOWN, format!("jabatan \"{text}\" tidak ada di matriks"), meant(near, &structure::UNKNOWN))
        }
        ReferenceError::Ambiguous(labels) => (
            &structure::AMBIGUOUS,
            format!("nama \"{text}\" dipakai {} jabatan di matriks", labels.len()),
            format!("Sebutkan selnya: {}.", listed(labels)),
        ),
        ReferenceError::OtherPost { cell, found, near } => {
            let found = match found {
                Some(name) => format!("berisi jabatan lain, \"{name}\""),
                None => "bukan kepala blok jabatan".to_owned(),
            };
            let message = format!("rujukan \"{text}\" tidak cocok: sel {cell} {found}");
            (&structure::OTHER_POST, message, meant(near, &structure::OTHER_POST))
        }
    }
}

/// Up to six references in quotes, then how many more there are.
fn listed(labels: &[String]) -> String {
    const SHOWN: usize = 6;
    let mut text = labels.iter().take(SHOWN).map(|label| format!("\"{label}\"")).collect::<Vec<_>>().join(", ");
    if labels.len() > SHOWN {
        text.push_str(&format!(", dan {} lagi", labels.len() - SHOWN));
    }
    text
}

/// The line of `perjakin.toml` that makes a superior certain.
pub fn paste(bawahan: &str, atasan: &str) -> String {
    format!("{} = {}", quoted(bawahan), quoted(atasan))
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_paste_is_toml_whatever_the_name_holds() {
        let line = paste("A \"B\" \\ C\u{7}", "D.E");
        let table: std::collections::BTreeMap<String, String> = toml::from_str(&line).unwrap();
        assert_eq!(table.into_iter().next(), Some(("A \"B\" \\ C\u{7}".into(), "D.E".into())));
    }
}
