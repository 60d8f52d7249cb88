//! What stands below the table: place and date, the signatory's jabatan (often
//! over two lines), name, pangkat and NIP. Found by what the lines are, since offices
//! put them left, right or in the middle.

use super::draft::Foot;
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::tanggal;
use crate::workbook::grid::{Grid, Value};
use crate::workbook::place::{Located, Pos};

/// How a line with the NIP or NI PPPK begins, longest first, in upper case.
const NIP_WORDS: &[&str] = &["NI PPPK", "NIPPPK", "NIP/NI PPPK", "NIP"];

/// Words that a signatory's jabatan begins with, in upper case.
const JABATAN_WORDS: &[&str] =
    &["KEPALA", "PLT", "PLH", "PJ", "SEKRETARIS", "DIREKTUR", "CAMAT", "LURAH", "INSPEKTUR", "WALI", "BUPATI"];

/// Words that a pangkat begins with, in upper case.
const RANKS: &[&str] = &["JURU", "PENGATUR", "PENATA", "PEMBINA"];
/// Words that follow in a pangkat.
const RANK_STEPS: &[&str] = &["MUDA", "MADYA", "UTAMA", "TK", "TKT", "TINGKAT", "1", "GOL", "GOLONGAN", "RUANG"];

/// How many lines above the NIP the jabatan is looked for where no date marks
/// the beginning.
const REACH: usize = 8;

/// The foot, and the row that it begins in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub foot: Foot,
    /// Its first row; the table ends above.
    pub first_row: u32,
    /// The cell of a NIP that is stored as a number, which Excel has damaged.
    pub nip_as_number: Option<Pos>,
}

impl Found {
    /// The finding of a NIP that is stored as a number; its person's sheets
    /// are drafts.
    pub(super) fn damaged_nip(&self, grid: &Grid) -> Option<Finding> {
        let finding = reading::nip_as_number(grid.place(self.nip_as_number?));
        Some(finding.others(self.foot.nama.iter().map(|nama| nama.place.clone())))
    }
}

/// Fewest digits of what may be a NIP, an old one with nine.
const NIP_DIGITS: usize = 9;

struct Line {
    pos: Pos,
    text: String,
}

/// Looks for a foot below a 1-based row.
pub fn find(grid: &Grid, below: u32) -> Option<Found> {
    let lines: Vec<Line> =
        grid.cells_from(below + 1).filter_map(|(pos, cell)| Some(lines_of(pos, &cell.text()?))).flatten().collect();
    let date = lines.iter().position(|line| is_place_and_date(&line.text));
    let nip = lines.iter().rposition(|line| after_nip_word(&line.text).is_some());
    let start = match (date, nip) {
        (Some(date), _) => date,
        (None, Some(nip)) => {
            (nip.saturating_sub(REACH)..nip).find(|i| is_jabatan(&lines[*i].text)).unwrap_or(nip.saturating_sub(1))
        }
        (None, None) => return None,
    };
    let first_row = lines[start].pos.row;
    // Only the date's own columns, where it has company beside it.
    let span = grid.columns_at(lines[start].pos);
    let lines: Vec<Line> = lines.into_iter().filter(|line| line.pos.row >= first_row).collect();
    let (own, beside): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| overlap(grid.columns_at(line.pos), span));
    let lines = if own.len() > 1 { own } else { own.into_iter().chain(beside).collect() };
    Some(take_apart(grid, &lines, date.is_some(), first_row))
}

fn take_apart(grid: &Grid, lines: &[Line], dated: bool, first_row: u32) -> Found {
    let locate = |line: &Line| Located::new(line.text.clone(), grid.place(line.pos));
    let mut found = Found { foot: Foot::default(), first_row, nip_as_number: None };
    let mut rest = lines;
    if dated && let Some((date, after)) = rest.split_first() {
        found.foot.place_and_date = Some(locate(date));
        rest = after;
    }
    let nip = rest.iter().position(|line| after_nip_word(&line.text).is_some());
    let mut below = None;
    if let Some(at) = nip {
        below = rest.get(at + 1);
        let (pos, text) = nip_cell(grid, &rest[at]);
        if matches!(grid.get(pos).map(|cell| &cell.value), Some(Value::Number(_))) {
            found.nip_as_number = Some(pos);
        } else {
            found.foot.nip = (!text.is_empty()).then(|| Located::new(text, grid.place(pos)));
        }
        rest = &rest[..at];
    }
    // The pangkat stands over the NIP, or below it.
    let mut pangkat = below.filter(|line| is_pangkat(&line.text));
    if let Some((last, above)) = rest.split_last()
        && !above.is_empty()
        && is_pangkat(&last.text)
    {
        (pangkat, rest) = (Some(last), above);
    }
    found.foot.pangkat = pangkat.map(|line| Located::new(without_label(&line.text).to_owned(), grid.place(line.pos)));
    // The name stands last above; what is left over it is the jabatan.
    if let Some((name, above)) = rest.split_last()
        && (nip.is_some() || pangkat.is_some() || !above.is_empty())
    {
        found.foot.nama = Some(locate(name));
        rest = above;
    }
    if let Some(first) = rest.first() {
        let jabatan = rest.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        found.foot.jabatan = Some(Located::new(jabatan, grid.place(first.pos)));
    }
    found
}

/// The lines of a cell: one each where name, pangkat and NIP stand in it
/// together, else one for all.
fn lines_of(pos: Pos, text: &str) -> Vec<Line> {
    let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    let is_known = |line: &String| after_nip_word(line).is_some() || is_pangkat(line) || is_place_and_date(line);
    let apart = lines.iter().any(is_known);
    let lines = if apart { lines } else { vec![one_line(text)] };
    lines.into_iter().map(|text| Line { pos, text }).collect()
}

/// "Pembina Utama Muda", "Penata Tk. I (III/d)", "Pangkat: IV/c".
fn is_pangkat(text: &str) -> bool {
    let upper = without_label(text).to_uppercase();
    let words: Vec<&str> = upper.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let golongan = |word: &str| {
        let step = word.trim_end_matches(['A', 'B', 'C', 'D', 'E']);
        matches!(step, "I" | "II" | "III" | "IV") && word.len() <= step.len() + 1
    };
    let known = |word: &&str| {
        RANKS.contains(word)
            || RANK_STEPS.contains(word)
            || golongan(word)
            || matches!(*word, "A" | "B" | "C" | "D" | "E")
    };
    let named = words.first().is_some_and(|word| RANKS.contains(word) || (golongan(word) && words.concat().len() > 2));
    named && words.iter().all(known)
}

/// A pangkat's text behind the word for it.
fn without_label(text: &str) -> &str {
    let label = ["PANGKAT", "GOLONGAN"]
        .into_iter()
        .find(|label| text.get(..label.len()).is_some_and(|own| own.eq_ignore_ascii_case(label)));
    label.map_or(text, |label| text[label.len()..].trim_start_matches([':', '.', ' ']))
}

/// The NIP's own cell and text: behind the word, or in the next cell.
fn nip_cell(grid: &Grid, line: &Line) -> (Pos, String) {
    let own = after_nip_word(&line.text).unwrap_or_default().to_owned();
    if !own.is_empty() {
        return (line.pos, own);
    }
    let next = grid.row(line.pos.row).find(|(pos, cell)| pos.col > line.pos.col && cell.text().is_some());
    next.map_or((line.pos, own), |(pos, cell)| (pos, cell.text().unwrap_or_default()))
}

/// The last row of a list of people, who have their name and their NIP side by
/// side; in a foot one stands below the other. Such a row is no foot, even
/// where its NIP is typed with the word.
pub(super) fn last_person(grid: &Grid, nama: u32, nip: u32) -> Option<u32> {
    let is_person = |row: u32| {
        let text = |col| grid.text(Pos::new(row, col));
        let named =
            text(nama).is_some_and(|name| after_nip_word(&name).is_none() && name.contains(char::is_alphabetic));
        named && text(nip).is_some_and(|nip| has_nip(&nip))
    };
    (1..=grid.last_row()).rev().find(|row| is_person(*row))
}

/// The same of a list that has name and NIP in one cell and the jabatan beside
/// it; in a foot the jabatan stands above.
pub(super) fn last_holder(grid: &Grid, person: u32, jabatan: u32) -> Option<u32> {
    let text = |row, col| grid.text(Pos::new(row, col));
    let is_holder =
        |row: &u32| text(*row, jabatan).is_some() && text(*row, person).is_some_and(|person| has_nip(&person));
    (1..=grid.last_row()).rev().find(is_holder)
}

fn has_nip(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= NIP_DIGITS
}

/// What follows the word NIP, exactly as written; `None` for other lines.
pub(super) fn after_nip_word(text: &str) -> Option<&str> {
    let upper = text.to_ascii_uppercase();
    let word = NIP_WORDS.iter().find(|word| upper.starts_with(*word))?;
    let rest = &text[word.len()..];
    let rest = rest.trim_start_matches(['.', ':', ' ']);
    rest.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.' | b'-' | b'_')).then_some(rest)
}

/// "Bekasi, Januari 2026", "Bekasi,    3 Januari 2026", "Bekasi, … Januari 2026".
pub fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.rsplit_once(',') else { return false };
    let words: Vec<String> = date
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_'))
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let (month, year) = match words.as_slice() {
        [month, year] => (month, year),
        [day, month, year] if day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit()) => (month, year),
        _ => return false,
    };
    let year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    place.len() <= 60 && place.starts_with(char::is_alphabetic) && tanggal::bulan(month).is_some() && year
}

fn is_jabatan(text: &str) -> bool {
    let upper = text.to_uppercase();
    JABATAN_WORDS.iter().any(|word| upper.starts_with(word))
}

fn overlap(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

fn one_line(text: &str) -> String {
    crate::workbook::text::one_line(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::testing::grid;

    fn texts(found: &Found) -> [Option<&str>; 4] {
        let foot = &found.foot;
        [&foot.place_and_date, &foot.jabatan, &foot.nama, &foot.nip]
            .map(|part| part.as_ref().map(|located| located.value.as_str()))
    }

    #[test]
    fn a_jabatan_over_two_lines_is_one() {
        let grid = grid(&[
            ("A1", "1 Jumlah Laporan"),
            ("G3", "Bekasi, Januari 2026"),
            ("G5", "KEPALA DINAS CONTOH"),
            ("G6", "KOTA BEKASI"),
            ("G9", "PEGAWAI CONTOH 01, S.Sos."),
            ("G10", "NIP. 19900101 201501 1 001"),
        ]);
        let found = find(&grid, 1).unwrap();
        assert_eq!(found.first_row, 3);
        assert_eq!(
            texts(&found),
            [
                Some("Bekasi, Januari 2026"),
                Some("KEPALA DINAS CONTOH KOTA BEKASI"),
                Some("PEGAWAI CONTOH 01, S.Sos."),
                Some("19900101 201501 1 001"),
            ]
        );
        assert_eq!(found.foot.nip.unwrap().place.pos.to_string(), "G10");
    }

    #[test]
    fn without_a_date_the_jabatan_begins_it() {
        let grid =
            grid(&[("A1", "Jumlah"), ("A4", "Kepala Dinas Contoh"), ("A8", "Pegawai Contoh 01"), ("A9", "NIP: 123")]);
        let found = find(&grid, 1).unwrap();
        assert_eq!(found.first_row, 4);
        assert_eq!(texts(&found), [None, Some("Kepala Dinas Contoh"), Some("Pegawai Contoh 01"), Some("123")]);
    }

    #[test]
    fn a_nip_in_the_next_cell_is_looked_for_and_a_number_is_told_and_not_kept() {
        let mut grid = grid(&[
            ("A2", "Bekasi, 5 Januari 2026"),
            ("A3", "KEPALA DINAS"),
            ("A4", "Pegawai Contoh 01"),
            ("A5", "NIP."),
        ]);
        grid.insert(Pos::new(5, 2), crate::workbook::grid::Cell { value: Value::Number(1.99e17), raw: None });
        let found = find(&grid, 1).unwrap();
        assert_eq!(found.nip_as_number, Some(Pos::new(5, 2)));
        assert_eq!(texts(&found)[3], None);
    }

    #[test]
    fn a_pangkat_is_no_name_wherever_it_stands() {
        let head = [("A2", "Bekasi, 5 Januari 2026"), ("A3", "KEPALA DINAS CONTOH")];
        for (own, pangkat) in [
            (
                vec![("A7", "Pegawai Contoh 01, M.Si."), ("A8", "Pembina Utama Muda (IV/c)"), ("A9", "NIP. 123")],
                "Pembina Utama Muda (IV/c)",
            ),
            (
                vec![("A7", "Pegawai Contoh 01, M.Si."), ("A8", "NIP. 123"), ("A9", "Penata Tk. I / III.d")],
                "Penata Tk. I / III.d",
            ),
            (vec![("A7", "Pegawai Contoh 01, M.Si.\nPangkat: Pembina\nNIP. 123")], "Pembina"),
        ] {
            let cells: Vec<_> = head.into_iter().chain(own).collect();
            let found = find(&grid(&cells), 1).unwrap();
            let date = Some("Bekasi, 5 Januari 2026");
            assert_eq!(
                texts(&found),
                [date, Some("KEPALA DINAS CONTOH"), Some("Pegawai Contoh 01, M.Si."), Some("123")]
            );
            assert_eq!(found.foot.pangkat.unwrap().value, pangkat);
        }
        for text in ["Penata Layanan Operasional", "Pegawai Contoh 01", "I", "Pembina Pramuka"] {
            assert!(!is_pangkat(text), "{text}");
        }
    }

    #[test]
    fn dates_are_told_from_sentences() {
        for text in [
            "Bekasi, Januari 2026",
            "Bekasi,        Januari 2026",
            "Bekasi, .... Januari 2026",
            "Kota Contoh, 31 Desember 2025",
        ] {
            assert!(is_place_and_date(text), "{text}");
        }
        for text in [
            "Bekasi",
            "Jumlah laporan, Januari 2026 sampai Maret 2026",
            "Bekasi, 2026",
            "Rapat, minggu pertama Januari 2026",
        ] {
            assert!(!is_place_and_date(text), "{text}");
        }
    }
}
