//! Findings on the terminal: what, where, the cell's text with a gutter, and
//! what to do. One closing line counts them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::cells;
use super::entry::{Entry, Tally, entries};
use super::wrap::wrap;
use crate::finding::{Finding, Severity, rules};
use crate::workbook::place::Place;
use crate::workbook::text::harmless;

/// More cells than this are counted, not listed; JSON has them all.
const LISTED: usize = 12;

/// More entries of one rule than this are listed by their cells only.
const WHOLE: usize = 10;

/// Lines shorter than this cannot be read.
const MIN_WIDTH: usize = 40;

/// How the terminal is to be written to.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether colours may be used.
    pub colour: bool,
    /// The width of a line in characters.
    pub width: usize,
}

/// All findings as entries, worst first, and the closing line.
pub fn terminal(findings: &[Finding], style: Style) -> String {
    let entries = entries(findings);
    let mut out = String::new();
    let mut of_rule: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    entries.iter().for_each(|entry| of_rule.entry(entry.finding.code).or_default().push(entry));
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &entries {
        let code = entry.finding.code;
        let before = written.entry(code).or_default();
        match *before {
            ..WHOLE => write_entry(&mut out, entry, style),
            WHOLE => write_rest(&mut out, &of_rule[code][WHOLE..], style),
            _ => continue,
        }
        *before += 1;
        out.push('\n');
    }
    out.push_str(&summary(&Tally::of(&entries)));
    out.push('\n');
    out
}

/// The findings counted in one line.
pub fn summary(tally: &Tally) -> String {
    if tally.total() == 0 {
        return "Tidak ada temuan.".to_owned();
    }
    let parts = [(tally.galat, Severity::Galat), (tally.periksa, Severity::Periksa), (tally.info, Severity::Info)];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {}", name.label()));
    let parts = parts.collect::<Vec<_>>().join(", ");
    format!("{parts}. Arti sebuah kode: perjakin jelaskan KODE")
}

fn write_entry(out: &mut String, entry: &Entry, style: Style) {
    let finding = entry.finding;
    let gutter = finding.place.as_ref().map_or(1, |place| place.pos.row.to_string().len());
    let width = style.width.max(MIN_WIDTH);
    let head = format!("{}[{}]", finding.severity.label(), finding.code);
    let tone = tone(finding.severity);
    let mut first = true;
    for line in wrap(&harmless(&format!("{head}: {}", finding.message)), width) {
        let text = match line.text.strip_prefix(&head) {
            Some(rest) if first => format!("{}{rest}", paint(&head, tone, style)),
            _ => format!("  {}", line.text),
        };
        let _ = writeln!(out, "{text}");
        first = false;
    }
    if let Some(at) = address(finding) {
        let _ = writeln!(out, "{:gutter$}{} {at}", "", paint("-->", FRAME, style));
    }
    let bar = format!("{:gutter$} {}", "", paint("|", FRAME, style));
    if let Some(quote) = &finding.quote {
        let _ = writeln!(out, "{bar}");
        write_quote(out, finding, quote, gutter, width, style);
    }
    if finding.place.is_some() {
        let _ = writeln!(out, "{bar}");
    }
    if !entry.others.is_empty() {
        note(out, gutter, width, style, "sel lain", &cells::list(finding.place.as_ref(), &entry.others, LISTED));
    }
    note(out, gutter, width, style, "saran", &finding.hint);
    if let Some(line) = &finding.paste {
        // Lines for another table begin with its name.
        let (table, lines) = match line.split_once('\n') {
            Some((table, lines)) if table.starts_with('[') => (table, lines),
            _ => ("[struktur]", line.as_str()),
        };
        note(out, gutter, width, style, "tempel", &format!("di perjakin.toml, bagian {table}:"));
        for line in lines.lines() {
            let _ = writeln!(out, "{:gutter$}     {}", "", harmless(line));
        }
    }
}

/// The entries of a rule that are too many to be shown whole.
fn write_rest(out: &mut String, rest: &[&Entry], style: Style) {
    let Some(Entry { finding, .. }) = rest.first() else { return };
    let head = format!("{}[{}]", finding.severity.label(), finding.code);
    let title = rules::by_code(finding.code).map_or("", |rule| rule.title);
    let _ = writeln!(out, "{}: {} temuan lagi: {title}", paint(&head, tone(finding.severity), style), rest.len());
    let found: Vec<&Place> = rest.iter().filter_map(|entry| entry.finding.place.as_ref()).collect();
    let width = style.width.max(MIN_WIDTH);
    if !found.is_empty() {
        note(out, 0, width, style, "sel", &cells::list(None, &found, LISTED));
    }
    note(out, 0, width, style, "lengkapnya", "laporan/periksa.xlsx setelah mencetak, atau periksa --format json");
}

/// Where to look: workbook and cell, or the line of the configuration.
fn address(finding: &Finding) -> Option<String> {
    let cell = finding.place.as_ref().map(|place| format!("{}, {place}", place.workbook()));
    let line = finding.line.map(|line| format!("perjakin.toml baris {line}"));
    let parts: Vec<String> = line.into_iter().chain(cell).collect();
    (!parts.is_empty()).then(|| harmless(&parts.join("; ")))
}

/// The cell's text behind its row number, the part that is meant underlined.
fn write_quote(out: &mut String, finding: &Finding, quote: &str, gutter: usize, width: usize, style: Style) {
    let mut row = finding.place.as_ref().map_or(String::new(), |place| place.pos.row.to_string());
    let bar = paint("|", FRAME, style);
    for line in wrap(&harmless(quote), width.saturating_sub(gutter + 3)) {
        let _ = writeln!(out, "{} {bar} {}", paint(&format!("{row:>gutter$}"), FRAME, style), line.text);
        row.clear();
        let end = line.start + line.text.chars().count();
        if let Some((from, to)) = finding.mark
            && from < end
            && to > line.start
        {
            let (from, to) = (from.max(line.start) - line.start, to.min(end) - line.start);
            let carets = paint(&"^".repeat(to - from), tone(finding.severity), style);
            let _ = writeln!(out, "{:gutter$} {bar} {:from$}{carets}", "", "");
        }
    }
}

/// One `= label: text` line, wrapped under its text.
fn note(out: &mut String, gutter: usize, width: usize, style: Style, label: &str, text: &str) {
    let indent = gutter + 3;
    for (index, line) in wrap(&format!("{label}: {}", harmless(text)), width.saturating_sub(indent)).iter().enumerate()
    {
        let sign = if index == 0 { paint("=", FRAME, style) } else { " ".to_owned() };
        let _ = writeln!(out, "{:gutter$} {sign} {}{}", "", if index == 0 { "" } else { "  " }, line.text);
    }
}

/// ANSI codes of the frame around a finding.
const FRAME: &str = "1;34";

fn tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Galat => "1;31",
        Severity::Periksa => "1;33",
        Severity::Info => "1;36",
    }
}

fn paint(text: &str, code: &str, style: Style) -> String {
    if style.colour && !text.trim().is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::cell;
    use crate::finding::rules::{people, structure};

    const PLAIN: Style = Style { colour: false, width: 60 };

    #[test]
    fn a_finding_reads_like_a_good_compilers() {
        let finding = Finding::new(&structure::POSITION, cell("C23"), "\"Analis\" berdiri di bawah \"KEPALA BIDANG\"")
            .quote("Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli Muda")
            .mark(19..25)
            .hint("Tetapkan.")
            .others([cell("A12"), cell("C12")])
            .paste("\"Analis\" = \"SEKRETARIS\"");
        let expected = "\
periksa[STRUKTUR-10]: \"Analis\" berdiri di bawah \"KEPALA
  BIDANG\"
  --> contoh.xlsx, Matriks!C23
   |
23 | Jabatan Fungsional Analis Keuangan Pusat/Daerah Ahli
   |                    ^^^^^^
   | Muda
   |
   = sel lain: A12, C12
   = saran: Tetapkan.
   = tempel: di perjakin.toml, bagian [struktur]:
       \"Analis\" = \"SEKRETARIS\"

1 periksa. Arti sebuah kode: perjakin jelaskan KODE
";
        assert_eq!(terminal(&[finding], PLAIN), expected);
    }

    #[test]
    fn a_line_of_the_configuration_is_an_address() {
        let finding =
            Finding::general(&structure::UNKNOWN, "jabatan \"X\" tidak ada di matriks").line(14).hint("Salin.");
        let text = terminal(&[finding], PLAIN);
        assert!(text.contains(" --> perjakin.toml baris 14\n"), "{text}");
    }

    #[test]
    fn colour_comes_only_when_asked_for() {
        let findings = [Finding::new(&people::NIP_DIGITS, cell("A84"), "NIP berisi 17 angka, seharusnya 18")];
        assert!(!terminal(&findings, PLAIN).contains('\u{1b}'));
        assert!(terminal(&findings, Style { colour: true, ..PLAIN }).contains("\u{1b}[1;31mgalat[NIP-01]\u{1b}[0m:"));
    }

    #[test]
    fn of_a_rule_with_hundreds_of_entries_the_first_are_whole_and_the_rest_by_cell() {
        let finding = |row: u32| {
            Finding::new(&structure::DUTY, cell(&format!("A{row}")), format!("tugas {row}")).quote("Staf - Bendahara")
        };
        let many: Vec<Finding> = (1..=300).map(finding).chain([people_finding()]).collect();
        let text = terminal(&many, PLAIN);
        assert!(text.contains("tugas 10\n") && !text.contains("tugas 11\n"), "{text}");
        assert!(text.contains(": 290 temuan lagi: ") && text.contains("Matriks!A11, A12"), "{text}");
        assert!(text.ends_with("1 galat, 300 info. Arti sebuah kode: perjakin jelaskan KODE\n"), "{text}");
        assert!(text.lines().count() < 100);
    }

    fn people_finding() -> Finding {
        Finding::new(&people::NIP_DIGITS, cell("Z1"), "NIP berisi 17 angka, seharusnya 18")
    }

    #[test]
    fn many_cells_are_counted_and_nothing_is_said_of_nothing() {
        let others = (1..=20).map(|row| cell(&format!("B{row}")));
        let finding = Finding::new(&people::NIP_DIGITS, cell("A1"), "x").others(others);
        assert!(terminal(&[finding], PLAIN).contains("B12, dan 8 sel lagi"));
        assert_eq!(terminal(&[], PLAIN), "Tidak ada temuan.\n");
    }
}
