//! Several names in one cell, numbered one below the other as offices list the
//! holders of a post: "1. …", "2. …"; and the cells beside it that list as many.

use super::{foot, numbering};
use crate::workbook::place::Located;

/// Digits of a NIP.
const NIP_DIGITS: usize = 18;

/// The names of a cell in their order; one where it is no list. `alike` is how
/// many lines the cell of the NIP beside it has: as many lines of names are a
/// list without numbers.
pub(super) fn split(text: &str, alike: usize) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.iter().filter(|line| number(line).is_some()).count() > 1 {
        let mut names: Vec<String> = Vec::new();
        for line in lines {
            match (number(line), names.last_mut()) {
                // A gelar that did not fit into its line.
                (None, Some(name)) => {
                    name.push(' ');
                    name.push_str(line);
                }
                (rest, _) => names.push(rest.unwrap_or(line).to_owned()),
            }
        }
        return names;
    }
    if lines.len() > 1 && lines.len() == alike {
        return lines.into_iter().map(|line| number(line).unwrap_or(line).to_owned()).collect();
    }
    let line = lines.join(" ");
    let inline = numbering::split_list(&line);
    let counted =
        |(nomor, _): &(Option<String>, String)| nomor.as_deref().is_some_and(|nomor| nomor.parse::<u32>().is_ok());
    if inline.len() > 1 && inline.iter().all(counted) {
        return inline.into_iter().map(|(_, name)| name).collect();
    }
    vec![number(&line).unwrap_or(&line).to_owned()]
}

/// The names and the NIP of a cell that holds both: "Pegawai Contoh" over "NIP.
/// 1990…", or one line with a slash between them.
pub(super) fn apart(text: &str) -> (String, String) {
    let (mut names, mut nips) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let starts = line.char_indices().filter(|(at, c)| {
            let before = line[..*at].chars().next_back();
            (c.is_ascii_digit() || matches!(c, 'N' | 'n')) && before.is_none_or(|c| !c.is_alphanumeric() && c != '.')
        });
        let mut cuts = starts.map(|(at, _)| line.split_at(at));
        match cuts.find_map(|(name, rest)| Some((name, nip(rest)?))) {
            Some((name, nip)) => {
                names.extend(Some(name.trim_matches([' ', '/', '-', ',', '('])).filter(|name| !name.is_empty()));
                nips.push(nip);
            }
            None => names.push(line),
        }
    }
    // A NIP instead of a name is what the office wrote for the name.
    if names.is_empty() { (text.to_owned(), String::new()) } else { (names.join("\n"), nips.join("\n")) }
}

/// As [`apart`], each with the cell's place.
pub(super) fn located(cell: Located<String>) -> (Located<String>, Option<Located<String>>) {
    let (names, nips) = apart(&cell.value);
    let nips = Some(nips).filter(|nips| !nips.is_empty());
    let nips = nips.map(|nips| Located::new(nips, cell.place.clone()));
    (Located::new(names, cell.place), nips)
}

/// A whole NIP with or without the word before it.
fn nip(text: &str) -> Option<&str> {
    let text = text.trim_end_matches([')', ' ']);
    let own = foot::after_nip_word(text).unwrap_or(text);
    let digits = own.chars().filter(char::is_ascii_digit).count();
    let plain = own.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-'));
    (plain && (digits == NIP_DIGITS || own.len() < text.len() && digits > 0)).then_some(own)
}

/// The lines of a cell beside names, without their numbers.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| number(line).unwrap_or(line)).collect()
}

/// What follows a number; `None` for a line without one. A letter is none:
/// many a name begins with "H." or "M.".
fn number(line: &str) -> Option<&str> {
    let (nomor, rest) = numbering::split_number(line);
    nomor.filter(|nomor| nomor.parse::<u32>().is_ok()).map(|_| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_names_are_told_apart() {
        let both = ["Pegawai Contoh 01, S.Sos.", "Pegawai Contoh 02"];
        assert_eq!(split("1. Pegawai Contoh 01,\nS.Sos.\n2. Pegawai Contoh 02", 0), both);
        assert_eq!(split("1) Pegawai Contoh 01, S.Sos. 2) Pegawai Contoh 02", 0), both);
        assert_eq!(split("Pegawai Contoh 01, S.Sos.\nPegawai Contoh 02", 2), both);
    }

    #[test]
    fn one_name_stays_one() {
        assert_eq!(split("Pegawai Contoh 01,\nS.Sos.", 1), ["Pegawai Contoh 01, S.Sos."]);
        assert_eq!(split("H. Pegawai\nM. Contoh 01", 0), ["H. Pegawai M. Contoh 01"]);
        assert_eq!(split("3. Pegawai Contoh 01", 0), ["Pegawai Contoh 01"]);
        assert_eq!(split("Dr. dr. Pegawai Contoh", 0), ["Dr. dr. Pegawai Contoh"]);
    }

    #[test]
    fn a_nip_below_or_behind_a_name_is_cut_off() {
        let nip = "199001012015011001";
        let both = ("Dr. Pegawai Contoh 01, M.Si.".to_owned(), nip.to_owned());
        assert_eq!(apart(&format!("Dr. Pegawai Contoh 01, M.Si.\nNIP. {nip}")), both);
        assert_eq!(apart(&format!("Dr. Pegawai Contoh 01, M.Si. / {nip}")), both);
        assert_eq!(apart("Pegawai Contoh\n19900101 201501 1 001").1, "19900101 201501 1 001");
        let two = apart(&format!("1. Pegawai Contoh 01\nNIP {nip}\n2. Pegawai Contoh 02\nNIP {nip}"));
        assert_eq!(two, ("1. Pegawai Contoh 01\n2. Pegawai Contoh 02".to_owned(), format!("{nip}\n{nip}")));
        assert_eq!(apart("Nipwan Contoh 2"), ("Nipwan Contoh 2".to_owned(), String::new()));
    }

    #[test]
    fn lines_beside_names_lose_their_numbers() {
        assert_eq!(lines("1. 199001012015011001\n2. -"), ["199001012015011001", "-"]);
        assert_eq!(lines("19900101 201501 1 001"), ["19900101 201501 1 001"]);
        assert_eq!(lines("III/d\nIII/a"), ["III/d", "III/a"]);
    }
}
