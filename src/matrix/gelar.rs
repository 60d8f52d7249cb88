//! Gelar in columns of their own, as exports of personnel systems have them,
//! put back where they are printed: before the name, and behind it after a
//! comma.

use super::headers::Column;
use super::names;
use super::table::Table;

/// Gelar that stand before a name, in capitals and without dots; all others
/// stand behind it.
const BEFORE: &[&str] = &["DR", "DRS", "DRA", "DRG", "DRH", "IR", "PROF", "H", "HJ", "KH", "APT", "NS", "R", "RR"];

/// A name with the gelar of its row; `index` of `count` names in one cell.
pub(super) fn with(table: &Table, row: u32, name: &str, index: usize, count: usize) -> String {
    let written = |column| {
        let cell = table.text(row, table.column(column))?;
        let lines = names::lines(&cell.value);
        match lines.get(index) {
            Some(line) if count > 1 => (lines.len() == count).then(|| (*line).to_owned()),
            _ => Some(lines.join(" ")),
        }
    };
    let (mut before, mut behind) = (written(Column::GelarDepan), written(Column::GelarBelakang));
    if let Some(mixed) = written(Column::Gelar) {
        let (front, rest) = apart(&mixed);
        before = before.or(front);
        behind = behind.or(rest);
    }
    join(before.as_deref().unwrap_or_default(), name, behind.as_deref().unwrap_or_default())
}

/// "Dr. Ir., S.T." is Dr. Ir. before the name and S.T. behind it.
fn apart(gelar: &str) -> (Option<String>, Option<String>) {
    let is_before = |word: &&str| {
        let bare: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        // "S.H." is two words, "H." one.
        word.trim_end_matches(['.', ',']).chars().all(char::is_alphabetic) && BEFORE.contains(&&*bare.to_uppercase())
    };
    let front: Vec<&str> = gelar.split_whitespace().take_while(is_before).collect();
    let rest: Vec<&str> = gelar.split_whitespace().skip(front.len()).collect();
    let text = |words: &[&str]| Some(words.join(" ")).filter(|text| !text.is_empty());
    (text(&front), text(&rest))
}

/// Puts a name together, unless it has its gelar already.
fn join(before: &str, name: &str, behind: &str) -> String {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (before, behind) = (before.trim_matches([',', ' ']), behind.trim_matches([',', ' ']));
    let mut full = name.trim_end_matches([',', ' ']).to_owned();
    if !before.is_empty() && !words(name).starts_with(&words(before)) {
        full = format!("{before} {full}");
    }
    if !(behind.is_empty() || name.contains(',') && words(name).ends_with(&words(behind))) {
        full = format!("{full}, {behind}");
    }
    full
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_its_gelar_once() {
        assert_eq!(join("Dr.", "Pegawai Contoh", "M.Si."), "Dr. Pegawai Contoh, M.Si.");
        assert_eq!(join("", "Pegawai Contoh, S.E.", "S.E."), "Pegawai Contoh, S.E.");
        assert_eq!(join("Dr.", "Dr. Pegawai Contoh", ""), "Dr. Pegawai Contoh");
    }

    #[test]
    fn one_column_of_gelar_is_told_apart() {
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(apart("S.E., M.M."), (None, text("S.E., M.M.")));
        assert_eq!(apart("Dr. H."), (text("Dr. H."), None));
        assert_eq!(apart("Ir., S.H."), (text("Ir.,"), text("S.H.")));
    }
}
