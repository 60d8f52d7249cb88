//! The further cells of a matter as one line: by workbook and sheet, so that
//! the cells of two files are told apart.

use crate::workbook::place::Place;

/// Cells as a list, at most so many. Those beside the first cell come first;
/// a sheet is named where it is another one, and a workbook, each with its own
/// cells, where there are several.
pub(super) fn list(first: Option<&Place>, others: &[&Place], most: usize) -> String {
    let Some(one) = others.first() else { return String::new() };
    let is_beside = |place: &Place| first.is_some_and(|first| first.source == place.source);
    let several = others.iter().copied().chain(first).any(|place| place.workbook() != one.workbook());
    let mut groups: Vec<Vec<&Place>> = vec![Vec::new()];
    for place in others.iter().take(most) {
        let index = match is_beside(place) {
            true => Some(0),
            false => (1..groups.len()).find(|index| groups[*index][0].source == place.source),
        };
        match index {
            Some(index) => groups[index].push(place),
            None => groups.push(vec![place]),
        }
    }
    let lines = groups.iter().filter(|group| !group.is_empty()).map(|group| {
        let cells = group.iter().map(|place| place.pos.to_string()).collect::<Vec<_>>().join(", ");
        match (several, is_beside(group[0])) {
            (true, _) => format!("{}: {}!{cells}", group[0].workbook(), group[0].sheet()),
            (false, true) => cells,
            (false, false) => format!("{}!{cells}", group[0].sheet()),
        }
    });
    let text = lines.collect::<Vec<_>>().join("; ");
    match others.len().checked_sub(most) {
        Some(left @ 1..) => format!("{text}, dan {left} sel lagi"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::place::{Pos, Source};

    fn line(first: &str, others: &[&str], most: usize) -> String {
        let place = |text: &str| {
            let [workbook, sheet, pos] = text.split(' ').collect::<Vec<_>>()[..] else { panic!("{text}") };
            Place { source: Source::new(workbook, sheet), pos: Pos::from_a1(pos).unwrap() }
        };
        let others: Vec<Place> = others.iter().map(|text| place(text)).collect();
        list(Some(&place(first)), &others.iter().collect::<Vec<_>>(), most)
    }

    #[test]
    fn each_file_stands_once_with_its_own_cells() {
        let others = ["a.xlsx Uang C2", "a.xlsx Uang B2", "b.xlsx Uang C3", "a.xlsx Uang C3", "a.xlsx Lain B3"];
        let text = "b.xlsx: Uang!C3; a.xlsx: Uang!C2, B2, C3; a.xlsx: Lain!B3";
        assert_eq!(line("b.xlsx Uang C2", &others, 9), text);
        assert_eq!(line("b.xlsx Uang C2", &others, 2), "a.xlsx: Uang!C2, B2, dan 3 sel lagi");
    }

    #[test]
    fn within_one_file_only_the_sheet_is_named_and_only_where_it_changes() {
        assert_eq!(line("a.xlsx A B1", &["a.xlsx B C1", "a.xlsx A B2", "a.xlsx A B3"], 9), "B2, B3; B!C1");
        assert_eq!(line("a.xlsx A B1", &["a.xlsx A B2"], 9), "B2");
    }
}
