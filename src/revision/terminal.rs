//! A revision on the terminal: under each jabatan and pegawai what happened,
//! *semula* and *menjadi* below each other with the changed words marked, so
//! that the marks show without colour too; then who must sign.

use std::fmt::Write;

use super::change::{Change, Revision, Signer};
use super::kind::Kind;
use super::phrase;
use super::words::Kata;
use crate::report::Style;
use crate::workbook::text::harmless;

/// Values up to this many characters stand on one line, `85 → 90`.
const SHORT: usize = 24;

/// From this many on, new numbers within a jabatan share a line: one inserted
/// row renumbers all that follow.
const MANY_NUMBERS: usize = 3;

const BOLD: &str = "1";
const RED: &str = "31";
const GREEN: &str = "32";
const FAINT: &str = "2";

/// Where the texts of *semula* and *menjadi* begin.
const INDENT: usize = 13;

/// The whole revision as text, ending in a line break.
pub fn terminal(revision: &Revision, style: Style) -> String {
    let mut out = Writer { out: String::new(), style };
    out.heading(revision);
    if !revision.umum.is_empty() {
        out.group("Umum", "", &revision.umum);
    }
    for jabatan in &revision.jabatan {
        let note = [jabatan.unit.as_str(), phrase::keadaan(jabatan.keadaan)];
        out.group(&jabatan.nama, &joined(&note), &jabatan.changes);
    }
    for pegawai in &revision.pegawai {
        out.group(&pegawai.nama, &joined(&["pegawai", phrase::keadaan(pegawai.keadaan)]), &pegawai.changes);
    }
    if !revision.is_empty() {
        let list = &revision.must_sign;
        out.line(0, &phrase::signing(revision), BOLD);
        for (title, signers) in
            [("Tanda tangan ulang", &list.ulang), ("Lembar baru", &list.baru), ("Tidak dipakai lagi", &list.keluar)]
        {
            out.signers(title, signers);
        }
    }
    out.out
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

struct Writer {
    out: String,
    style: Style,
}

impl Writer {
    fn heading(&mut self, revision: &Revision) {
        let head = &revision.baru;
        if !head.instansi.is_empty() {
            self.line(0, &format!("{} {}", head.instansi, head.tahun), BOLD);
        }
        self.line(0, &phrase::summary(revision), BOLD);
        if !revision.is_empty() {
            self.line(0, "Kata yang hilang ditandai [-begini-], kata yang baru {+begini+}.", FAINT);
        }
        self.out.push('\n');
    }

    /// What changed of one thing.
    fn group(&mut self, name: &str, note: &str, changes: &[Change]) {
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        let _ = writeln!(self.out, "{}{}", self.paint(&harmless(name), BOLD), harmless(&note));
        for (index, change) in changes.iter().enumerate() {
            let alike: Vec<&Change> = changes.iter().filter(|other| other.kind == change.kind).collect();
            if !matches!(change.kind, Kind::NomorSasaran | Kind::NomorIndikator) || alike.len() < MANY_NUMBERS {
                self.change(change);
            } else if !changes[..index].iter().any(|other| other.kind == change.kind) {
                let numbers: Vec<String> = alike.iter().map(|change| arrow(change)).collect();
                self.words(2, 4, &plain(&format!("{}: {}", change.kind.label(), numbers.join(", "))));
            }
        }
        self.out.push('\n');
    }

    fn change(&mut self, change: &Change) {
        let cells = phrase::cells(change);
        let cells = if cells.is_empty() { String::new() } else { format!(" ({cells})") };
        let event = phrase::event(change);
        let pada = change.pada.as_ref().map_or_else(String::new, |pada| format!(" — {pada}"));
        if change.kind == Kind::Nip {
            self.words(2, 4, &plain(&format!("{event}{cells}")));
        } else if is_short(change) {
            self.words(2, 4, &plain(&format!("{}: {}{cells}{pada}", change.kind.label(), arrow(change))));
        } else {
            self.words(2, 4, &plain(&format!("{event}{cells}{pada}")));
            let both = change.semula.is_some() && change.menjadi.is_some();
            let runs = change.words();
            if change.semula.is_some() {
                self.side("semula", &runs, both, false);
            }
            if change.menjadi.is_some() {
                self.side("menjadi", &runs, both, true);
            }
        }
    }

    /// One side of a change, its own words marked where there is another side.
    fn side(&mut self, label: &str, runs: &[Kata], marked: bool, is_new: bool) {
        let mut words = Vec::new();
        for run in runs {
            match run {
                Kata::Tetap(text) => words.extend(plain(text)),
                Kata::Hapus(text) if !is_new => words.extend(changed(text, RED, marked.then_some(("[-", "-]")))),
                Kata::Tambah(text) if is_new => words.extend(changed(text, GREEN, marked.then_some(("{+", "+}")))),
                _ => {}
            }
        }
        let _ = write!(self.out, "    {label:<width$}", width = INDENT - 4);
        self.fill(INDENT, INDENT, &words);
    }

    fn signers(&mut self, title: &str, signers: &[Signer]) {
        if signers.is_empty() {
            return;
        }
        self.line(2, &format!("{title}: {}", signers.len()), BOLD);
        for signer in signers {
            let who = signer.nama.as_ref().map_or_else(String::new, |nama| format!("{nama}, "));
            let unit = format!("({})", signer.unit);
            self.words(4, 6, &plain(&format!("{who}{} {unit}: {}", signer.jabatan, signer.alasan.join(", "))));
        }
    }

    fn line(&mut self, indent: usize, text: &str, code: &str) {
        let _ = writeln!(self.out, "{:indent$}{}", "", self.paint(&harmless(text), code));
    }

    /// Words from `indent` on, later lines from `hanging` on.
    fn words(&mut self, indent: usize, hanging: usize, words: &[Word]) {
        let _ = write!(self.out, "{:indent$}", "");
        self.fill(indent, hanging, words);
    }

    /// Fills lines with words; the first line has `at` characters already.
    fn fill(&mut self, mut at: usize, hanging: usize, words: &[Word]) {
        for (index, word) in words.iter().enumerate() {
            let text = harmless(&word.text);
            let length = text.chars().count();
            if index > 0 && at + 1 + length > self.style.width {
                let _ = write!(self.out, "\n{:hanging$}", "");
                at = hanging;
            } else if index > 0 {
                self.out.push(' ');
                at += 1;
            }
            let painted = word.code.map_or_else(|| text.clone(), |code| self.paint(&text, code));
            self.out.push_str(&painted);
            at += length;
        }
        self.out.push('\n');
    }

    fn paint(&self, text: &str, code: &str) -> String {
        if self.style.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// A word and its colour.
struct Word {
    text: String,
    code: Option<&'static str>,
}

fn plain(text: &str) -> Vec<Word> {
    text.split_whitespace().map(|word| Word { text: word.to_owned(), code: None }).collect()
}

/// The words of a changed run, the marks on the first and the last of them.
fn changed(text: &str, code: &'static str, marks: Option<(&str, &str)>) -> Vec<Word> {
    let mut words: Vec<Word> =
        text.split_whitespace().map(|word| Word { text: word.to_owned(), code: Some(code) }).collect();
    if let Some((open, close)) = marks {
        if let Some(first) = words.first_mut() {
            first.text.insert_str(0, open);
        }
        if let Some(last) = words.last_mut() {
            last.text.push_str(close);
        }
    }
    words
}

/// Whether both sides fit on one line.
fn is_short(change: &Change) -> bool {
    let short = |text: &str| text.chars().count() <= SHORT;
    let sides = [&change.semula, &change.menjadi];
    change.pada.is_some() && sides.into_iter().flatten().all(|side| short(&side.teks))
        || change.semula.is_some()
            && change.menjadi.is_some()
            && sides.into_iter().flatten().all(|side| short(&side.teks))
}

/// `85 → 90`, with a word for a side that is empty.
fn arrow(change: &Change) -> String {
    let text =
        |side: &Option<super::change::Side>| side.as_ref().map_or("(kosong)".to_owned(), |side| side.teks.clone());
    format!("{} → {}", text(&change.semula), text(&change.menjadi))
}
