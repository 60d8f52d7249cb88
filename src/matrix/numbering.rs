//! Numbers before texts, as offices type them: "1 ", "1.", "1)", "(1)", "a.",
//! "1.2", in front of the text or in a cell of their own; and several numbered
//! texts in one cell.

/// The dashes that lists are typed with.
const DASHES: &[char] = &['-', '–'];
/// The marks that lists without numbers are typed with; the last one is what
/// a bullet of Word becomes in a cell.
const BULLETS: &[char] = &['•', '●', '▪', '■', '◦', '○', '‣', '·', '*', '-', '–', '\u{f0b7}'];

/// Takes the number off the front of a text: `("1", "Jumlah …")`.
///
/// A bare number counts only before a capital letter, so that "10 orang …"
/// stays whole.
pub fn split_number(text: &str) -> (Option<String>, &str) {
    let whole = (None, text);
    let (open, rest) = match text.strip_prefix('(') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let head = &rest[..digits];
    let numeric = is_ordinal(head.trim_end_matches('.'));
    if numeric && (open || digits < rest.len()) {
        let number = head.trim_end_matches('.');
        let after = &rest[digits..];
        let (closed, after) = match after.strip_prefix(')') {
            Some(after) => (true, after),
            None => (false, after),
        };
        let punctuated = closed || head.ends_with('.');
        let body = after.trim_start();
        let spaced = body.len() < after.len();
        let starts_item = body.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '•'));
        let accepted = if open {
            closed
        } else if punctuated {
            spaced || starts_item
        } else {
            spaced && starts_item
        };
        if accepted && !body.is_empty() {
            return (Some(number.to_owned()), body);
        }
        return whole;
    }
    split_letter(open, rest).unwrap_or(whole)
}

/// "a. …", "b) …", "(c) …", "IV. …".
fn split_letter(open: bool, rest: &str) -> Option<(Option<String>, &str)> {
    let letters = rest.find(|c: char| !c.is_ascii_alphabetic())?;
    let head = &rest[..letters];
    let roman = (2..=4).contains(&head.len()) && head.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    if head.len() != 1 && !roman {
        return None;
    }
    let after = &rest[letters..];
    let after = if open { after.strip_prefix(')')? } else { after.strip_prefix(['.', ')'])? };
    let body = after.trim_start();
    // "A.Md." and "S.Sos." are no numbers: a blank must follow.
    (body.len() < after.len() && !body.is_empty()).then(|| (Some(head.to_owned()), body))
}

/// The number, if the text is nothing else: "5", "5.", "(5)", "a.".
pub fn number_only(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.strip_prefix('(').unwrap_or(text).trim_end_matches(['.', ')']);
    let letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic()) && bare.len() < text.len();
    (is_ordinal(bare) || letter).then(|| bare.to_owned())
}

/// "3", "12", "1.2", "1.2.3": one or two digits a step, none beginning with 0.
fn is_ordinal(text: &str) -> bool {
    let mut steps = text.split('.');
    !text.is_empty()
        && text.split('.').count() <= 4
        && steps.all(|step| {
            (1..=2).contains(&step.len()) && !step.starts_with('0') && step.bytes().all(|b| b.is_ascii_digit())
        })
}

/// Splits a cell that holds several texts: numbered or behind bullets, one a
/// line, or "1. … 2. …" in one line. A text that holds one item comes back as one.
pub fn split_list(text: &str) -> Vec<(Option<String>, String)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let numbered = lines.iter().filter(|line| split_number(line).0.is_some()).count();
    let mut items: Vec<(Option<String>, String)> = Vec::new();
    if numbered >= 2 {
        for line in lines {
            match (split_number(line), items.last_mut()) {
                ((None, rest), Some((_, text))) => {
                    text.push(' ');
                    text.push_str(rest);
                }
                ((nomor, rest), _) => items.push((nomor, rest.to_owned())),
            }
        }
        return items;
    }
    let listed = split_bullets(&lines);
    if listed.len() >= 2 {
        return listed;
    }
    let line = text.replace('\n', " ");
    let inline = split_inline(&line);
    if inline.len() >= 2 {
        return inline;
    }
    let (nomor, rest) = split_number(&line);
    vec![(nomor, rest.to_owned())]
}

/// Lines behind one and the same mark, the first among them. A line without it
/// goes on with the one above.
fn split_bullets(lines: &[&str]) -> Vec<(Option<String>, String)> {
    let Some(mark) = lines.first().and_then(|line| line.trim_start().chars().next()) else { return Vec::new() };
    if !BULLETS.contains(&mark) {
        return Vec::new();
    }
    let mut items: Vec<(Option<String>, String)> = Vec::new();
    for line in lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let body = line.strip_prefix(mark);
        // "-5" is a number, and what no blank follows a word with a dash.
        let body = body.filter(|body| !DASHES.contains(&mark) || body.starts_with(char::is_whitespace));
        match (body.map(str::trim_start), items.last_mut()) {
            (Some(body), _) if !body.is_empty() => items.push((None, body.to_owned())),
            (None, Some((_, text))) => {
                text.push(' ');
                text.push_str(line);
            }
            _ => return Vec::new(),
        }
    }
    items
}

/// "1. Satu 2. Dua": every next number must be the one that follows, with the
/// same mark, before a capital letter; anything less is running text.
fn split_inline(line: &str) -> Vec<(Option<String>, String)> {
    let Some(mark) = ['.', ')'].into_iter().find(|mark| line.starts_with(&format!("1{mark} "))) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    let mut rest = line;
    for number in 1.. {
        let own = format!("{number}{mark} ");
        let body = rest.strip_prefix(&own).unwrap_or(rest);
        let next = format!(" {}{mark} ", number + 1);
        let cut = body.find(&next).filter(|at| body[at + next.len()..].starts_with(char::is_uppercase));
        let end = cut.unwrap_or(body.len());
        items.push((Some(number.to_string()), body[..end].trim().to_owned()));
        match cut {
            Some(at) => rest = &body[at + 1..],
            None => break,
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_is_taken_off() {
        for (text, nomor, rest) in [
            ("1 Jumlah Laporan", "1", "Jumlah Laporan"),
            ("1. Jumlah Laporan", "1", "Jumlah Laporan"),
            ("1.Jumlah Laporan", "1", "Jumlah Laporan"),
            ("12) jumlah laporan", "12", "jumlah laporan"),
            ("(3) Jumlah", "3", "Jumlah"),
            ("1.2 Jumlah", "1.2", "Jumlah"),
            ("1.2. Jumlah", "1.2", "Jumlah"),
            ("a. Jumlah", "a", "Jumlah"),
            ("b) jumlah", "b", "jumlah"),
            ("IV. Jumlah", "IV", "Jumlah"),
        ] {
            assert_eq!(split_number(text), (Some(nomor.to_owned()), rest), "{text}");
        }
    }

    #[test]
    fn a_number_that_belongs_to_the_text_stays() {
        for text in [
            "10 orang dilatih",
            "100 Persen",
            "2026",
            "A.Md. Kontoh",
            "S.Sos",
            "3",
            "1.5 juta",
            "85 (A)",
            "Jumlah 1.",
            "2.500.000 Rupiah",
            "(contoh) teks",
            "24/7 Layanan",
            "",
        ] {
            assert_eq!(split_number(text), (None, text), "{text}");
        }
    }

    #[test]
    fn a_number_alone_in_a_cell_is_known() {
        for (text, nomor) in [("5", Some("5")), ("5.", Some("5")), ("(5)", Some("5")), ("a.", Some("a"))] {
            assert_eq!(number_only(text).as_deref(), nomor, "{text}");
        }
        for text in ["a", "2026", "0.85", "x y", "5 Laporan", "-", ""] {
            let nomor = number_only(text);
            assert_eq!(nomor, None, "{text}");
        }
    }

    #[test]
    fn several_items_in_one_cell_are_told_apart() {
        let numbers =
            |text: &str| split_list(text).into_iter().map(|(n, t)| (n.unwrap_or_default(), t)).collect::<Vec<_>>();
        let two = vec![("1".to_owned(), "Jumlah A".to_owned()), ("2".to_owned(), "Jumlah B".to_owned())];
        assert_eq!(numbers("1. Jumlah A\n2. Jumlah B"), two);
        assert_eq!(numbers("1. Jumlah A 2. Jumlah B"), two);
        assert_eq!(numbers("1) Jumlah\nA\n2) Jumlah B"), two);
        let plain = |items: [&str; 2]| items.map(|text| (String::new(), text.to_owned())).to_vec();
        assert_eq!(numbers("• Jumlah A\n• Jumlah B"), plain(["Jumlah A", "Jumlah B"]));
        assert_eq!(numbers("- Jumlah A\nserta C\n- Jumlah B"), plain(["Jumlah A serta C", "Jumlah B"]));
        assert_eq!(numbers("Jumlah:\n• A\n• B"), [(String::new(), "Jumlah: • A • B".to_owned())]);
        assert_eq!(numbers("Jumlah A\nserta B"), [(String::new(), "Jumlah A serta B".to_owned())]);
        assert_eq!(
            numbers("1. Sesuai PP No. 2. tahun ini"),
            [("1".to_owned(), "Sesuai PP No. 2. tahun ini".to_owned())]
        );
    }
}
