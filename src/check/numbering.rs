//! The numbers before sasaran and indikator: missing, repeated, running
//! backwards.

use super::Input;
use crate::cascade::{normal, paste_split};
use crate::finding::{Finding, rules::content};
use crate::matrix::draft::{Block, Item};

/// How many numbers are quoted on either side of where they run backwards.
const SHOWN: usize = 6;

/// Checks both lists of every block.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &input.draft.blocks {
        list(block, "sasaran", &block.sasaran, &mut findings);
        list(block, "indikator", &block.indikator, &mut findings);
    }
    findings
}

fn list(block: &Block, what: &str, items: &[Item], findings: &mut Vec<Finding>) {
    let mut missing = items.iter().filter(|item| item.nomor.is_none());
    if let Some(first) = missing.next()
        && items.iter().any(|item| item.nomor.is_some())
    {
        let message = format!("{what} tanpa nomor di antara {what} \"{}\" yang bernomor", block.nama.value);
        let finding = Finding::new(&content::NUMBER_MISSING, first.place.clone(), message);
        findings.push(finding.quote(&first.uraian).others(missing.map(|item| item.place.clone())));
    }
    for pair in items.windows(2) {
        let value = |item: &Item| item.nomor.as_deref().and_then(|nomor| nomor.parse::<u32>().ok());
        if let (Some(before), Some(after)) = (value(&pair[0]), value(&pair[1]))
            && after > before.saturating_add(1)
        {
            let message = format!("nomor {what} \"{}\" melompat dari {before} ke {after}", block.nama.value);
            let finding = Finding::new(&content::NUMBER_SKIPPED, pair[1].place.clone(), message);
            findings.push(finding.quote(&pair[1].uraian).others([pair[0].place.clone()]));
        }
    }
    let numbered = numbered(items);
    let back = numbered.windows(2).position(|pair| pair[1].0 < pair[0].0);
    if let Some(back) = back {
        restart(block, what, &numbered, back + 1, findings);
    }
    for pair in numbered.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let message = format!("nomor {} dipakai dua kali dalam {what} \"{}\"", pair[1].0, block.nama.value);
        let finding = Finding::new(&content::NUMBER_REPEATED, pair[1].1.place.clone(), message);
        findings.push(finding.quote(&pair[1].1.uraian).others([pair[0].1.place.clone()]));
    }
}

fn restart(block: &Block, what: &str, numbered: &[(u32, &Item)], at: usize, findings: &mut Vec<Finding>) {
    // Around the place where they do, for a list may be long.
    let around = at.saturating_sub(SHOWN)..(at + SHOWN).min(numbered.len());
    let mut sequence = numbered[around.clone()].iter().map(|(number, _)| number.to_string()).collect::<Vec<_>>();
    if around.start > 0 {
        sequence.insert(0, "…".to_owned());
    }
    if around.end < numbered.len() {
        sequence.push("…".to_owned());
    }
    let sequence = sequence.join(", ");
    let message = format!("nomor {what} \"{}\" mundur: {sequence}", block.nama.value);
    let item = numbered[at].1;
    let finding = Finding::new(&content::NUMBER_RESTARTS, item.place.clone(), message).paste(proposal(block));
    findings.push(finding.quote(&item.uraian).others(numbered[at + 1..].iter().map(|(_, item)| item.place.clone())));
}

/// The lines that split a block where its lists begin anew; a list of sasaran
/// without numbers does where it repeats itself.
fn proposal(block: &Block) -> String {
    let sasaran = first_back(&block.sasaran).or_else(|| {
        let first = normal(&block.sasaran.first()?.uraian);
        block.sasaran.iter().skip(1).find(|item| normal(&item.uraian) == first)
    });
    let begins = [sasaran, first_back(&block.indikator)].map(|item| item.map(|item| item.place.to_string()));
    paste_split(begins.iter().flatten().map(String::as_str), &block.nama.value)
}

/// The first item whose number is lower than that of the one before it.
fn first_back(items: &[Item]) -> Option<&Item> {
    let numbered = numbered(items);
    numbered.windows(2).find(|pair| pair[1].0 < pair[0].0).map(|pair| pair[1].1)
}

fn numbered(items: &[Item]) -> Vec<(u32, &Item)> {
    items.iter().filter_map(|item| Some((item.nomor.as_deref()?.parse().ok()?, item))).collect()
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::matrix;
    use crate::check::all;

    /// The codes and rows of numbering findings for indikator with these
    /// numbers; the first stands in row 3.
    fn found(numbers: &[&str]) -> Vec<(&'static str, u32)> {
        let mut matrix = matrix().post(0, "KEPALA").sasaran("A");
        for (index, number) in numbers.iter().enumerate() {
            matrix = matrix.indikator(&format!("{number} butir {}", char::from(b'a' + index as u8)));
        }
        let findings = all(&matrix.draft(), &Settings::default());
        let numbering =
            findings.into_iter().filter(|finding| ["ISI-05", "ISI-06", "ISI-07", "ISI-19"].contains(&finding.code));
        numbering.map(|finding| (finding.code, finding.place.unwrap().pos.row)).collect()
    }

    #[test]
    fn sound_numbers_and_no_numbers_are_silent() {
        assert_eq!(found(&["1", "2", "3"]), []);
        assert_eq!(found(&["", "", ""]), []);
    }

    #[test]
    fn a_missing_number_is_found_among_numbered_ones() {
        assert_eq!(found(&["1", "", "3"]), [("ISI-07", 4)]);
    }

    #[test]
    fn a_repeated_number_is_found_at_its_second_cell() {
        assert_eq!(found(&["1", "2", "2", "3"]), [("ISI-05", 5)]);
    }

    #[test]
    fn a_skipped_number_is_found_where_it_goes_on() {
        assert_eq!(found(&["1", "2", "4"]), [("ISI-19", 5)]);
        assert_eq!(found(&["1", "", "3"]), [("ISI-07", 4)]);
    }

    #[test]
    fn numbers_that_run_backwards_are_two_lists_in_one() {
        assert_eq!(found(&["1", "2", "3", "4", "5", "4", "4", "5"]), [("ISI-06", 8), ("ISI-05", 9)]);
    }
}
