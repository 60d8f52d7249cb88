//! What is wrong with a line that is no TOML, told from the line itself: the
//! slips of people who have never heard of TOML.

use std::ops::Range;

use super::error::ConfigError;
use super::source::Source;

/// A slip: what is wrong and what to do.
struct Slip {
    /// The first character of the line that gives it away, as a byte of the
    /// line; `None` where the line has another slip.
    find: fn(&Line) -> Option<usize>,
    message: &'static str,
    hint: &'static str,
}

/// A line, cut at its first `=`.
struct Line<'a> {
    text: &'a str,
    /// What stands before `=`; the whole line where there is none.
    key: &'a str,
    /// What stands behind it, and where that begins.
    value: Option<(usize, &'a str)>,
}

/// The slips in the order in which they are looked for.
const SLIPS: &[Slip] = &[
    Slip {
        find: |line| line.text.find(['“', '”', '„', '‘', '’']),
        message: "tanda kutip melengkung tidak dapat dipakai",
        hint: "Ganti dengan tanda kutip lurus \"…\"; ketik ulang di Notepad, bukan di Word.",
    },
    Slip {
        find: |line| {
            (line.value.is_none() && !line.is_header() && !line.is_list()).then(|| line.text.find(':')).flatten()
        },
        message: "di sini harus ada tanda sama dengan, bukan titik dua",
        hint: "Tulis kunci = nilai.",
    },
    Slip {
        find: |line| (line.is_header() && !line.text.contains(']')).then_some(line.text.trim_end().len()),
        message: "kurung siku penutup judul tabel belum ada",
        hint: "Tulis judul tabel seperti [kop].",
    },
    Slip {
        find: |line| (line.value.is_none() && line.is_list()).then(|| line.indent()),
        message: "daftar ini tidak dapat dibaca",
        hint: "Periksa koma di antara isinya, tanda kutip, dan kurung siku penutup ].",
    },
    Slip {
        find: |line| (line.value.is_none() && !line.is_header()).then(|| line.text.trim_end().len()),
        message: "tanda sama dengan belum ada",
        hint: "Tulis kunci = nilai; keterangan diawali dengan tanda #.",
    },
    Slip {
        find: |line| line.key.trim().is_empty().then_some(0),
        message: "nama kunci belum ada",
        hint: "Tulis kunci = nilai, misalnya tahun = 2026.",
    },
    Slip {
        find: |line| {
            let key = line.key.trim();
            let bare = key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
            (!bare && !key.starts_with(['"', '\'', '['])).then(|| line.indent())
        },
        message: "nama kunci ini memuat spasi atau tanda baca",
        hint: "Nama kunci ditulis tanpa spasi; nama jabatan di [struktur] ditulis di antara tanda kutip.",
    },
    Slip {
        find: |line| line.value.filter(|(_, value)| bare(value).is_empty()).map(|(at, _)| at),
        message: "nilainya belum ada",
        hint: "Isi di sebelah kanan tanda sama dengan, atau awali baris ini dengan tanda #.",
    },
    Slip {
        find: |line| {
            let (at, value) = line.value?;
            value.trim_start().starts_with('"').then(|| value.find('\\').map(|slash| at + slash)).flatten()
        },
        message: "garis miring terbalik tidak dapat dipakai di sini",
        hint: "Pakai garis miring biasa: \"templates/lambang.svg\".",
    },
    Slip {
        find: |line| {
            let (at, value) = line.value?;
            (bare(value).matches('"').count() % 2 == 1).then(|| at + value.trim_end().len())
        },
        message: "tanda kutip penutup belum ada",
        hint: "Tutup teks dengan tanda kutip: \"…\".",
    },
    Slip {
        find: |line| {
            let (at, value) = line.value?;
            (value.trim_start().starts_with('[') && !value.contains(']')).then(|| at + value.trim_end().len())
        },
        message: "daftar ini belum ditutup",
        hint: "Tutup daftar dengan kurung siku: [\"…\", \"…\"].",
    },
    Slip {
        find: |line| {
            let (at, value) = line.value?;
            value
                .trim_start()
                .starts_with(|c: char| c.is_alphabetic())
                .then(|| at + value.len() - value.trim_start().len())
        },
        message: "teks harus berada di antara tanda kutip",
        hint: "Tulis \"…\", misalnya tempat = \"Contoh\"; ya dan tidak ditulis true dan false.",
    },
    Slip {
        find: |line| {
            let (at, value) = line.value?;
            let skipped = value.len() - value.trim_start().len();
            value.trim_start().starts_with(|c: char| c.is_ascii_digit()).then_some(at + skipped)
        },
        message: "bilangan ini tidak dapat dibaca",
        hint: "Tulis angka saja, tanpa titik ribuan, spasi atau nol di depan; selain bilangan, pakai tanda kutip.",
    },
];

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        // A quoted key may hold a `=` of its own.
        let skip = match text.trim_start().chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let open = text.find(quote).unwrap_or_default() + 1;
                text[open..].find(quote).map_or(0, |close| open + close)
            }
            _ => 0,
        };
        let cut = text[skip..].find('=').map(|at| skip + at);
        match cut {
            Some(at) => Self { text, key: &text[..at], value: Some((at + 1, &text[at + 1..])) },
            None => Self { text, key: text, value: None },
        }
    }

    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    fn is_header(&self) -> bool {
        self.value.is_none() && self.text.trim_start().starts_with('[')
    }

    /// A line of a list that goes over several lines.
    fn is_list(&self) -> bool {
        let text = bare(self.text);
        text.starts_with(['"', '\'', ']']) || text.ends_with(',')
    }
}

/// A value without blanks and a comment behind it.
fn bare(value: &str) -> &str {
    let comment = value.match_indices('#').find(|(at, _)| value[..*at].matches('"').count().is_multiple_of(2));
    value[..comment.map_or(value.len(), |(at, _)| at)].trim()
}

/// Explains why a text is no TOML; `span` is where the parser stumbled.
pub(super) fn explain(source: Source, span: Range<usize>) -> ConfigError {
    // It often stumbles over the line end, or only after it.
    let before = source.0.get(..span.start).unwrap_or(source.0);
    let stumbled = if source.0[before.len()..].trim().is_empty() { before.trim_end().len() } else { span.start };
    let (number, _) = source.line_column(stumbled);
    if let Some(twice) = duplicate(source, span.clone(), number) {
        return twice;
    }
    let number = unclosed_list(source, number).unwrap_or(number);
    let start = source.start_of(number);
    let line = Line::of(source.line(number));
    let slip = SLIPS.iter().find_map(|slip| Some(((slip.find)(&line)?, slip)));
    match slip {
        Some((at, slip)) => source.mistake(start + at..start + at + 1, slip.message, slip.hint),
        None => {
            let message = "tulisan ini tidak dapat dibaca sebagai TOML";
            source.mistake(span, message, "Periksa tanda kutip, tanda sama dengan dan kurung siku di baris ini.")
        }
    }
}

/// A key or table that stands in the file before: the parser marks exactly
/// its name, at the front of its line.
fn duplicate(source: Source, span: Range<usize>, number: usize) -> Option<ConfigError> {
    let name = source.0.get(span.clone()).filter(|name| !name.trim().is_empty())?;
    let line = source.line(number);
    let column = span.start.checked_sub(source.start_of(number))?;
    let before = line.get(..column)?;
    let after = line.get(column + name.len()..)?.trim_start();
    let quoted = name.starts_with(['"', '\'']);
    let is_name = quoted || name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if before.contains('=') || !is_name || !after.starts_with(['=', ']', '.']) {
        return None;
    }
    let header = before.contains('[');
    let same = |other: &str| {
        let other = other.trim_start();
        let other = if header { other.trim_start_matches('[') } else { other };
        other.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
    };
    let first = (1..number).find(|other| same(source.line(*other)) && source.line(*other).starts_with('[') == header);
    let place = first.map_or_else(String::new, |line| format!(", pertama di baris {line}"));
    let what = if header { format!("tabel [{name}]") } else { format!("kunci {name}") };
    Some(source.mistake(span, format!("{what} ditulis dua kali{place}"), "Hapus atau gabungkan salah satunya."))
}

/// The line before this one where a list was opened and never closed.
fn unclosed_list(source: Source, number: usize) -> Option<usize> {
    let is_key = |line: usize| Line::of(source.line(line)).value.is_some();
    let opener = (1..number).rev().find(|line| is_key(*line))?;
    let opens = Line::of(source.line(opener)).value.is_some_and(|(_, value)| value.trim_start().starts_with('['));
    let closed = (opener..number).any(|line| bare(source.line(line)).ends_with(']'));
    (opens && !closed && (is_key(number) || source.line(number).trim_start().starts_with('['))).then_some(opener)
}

#[cfg(test)]
mod tests {
    use crate::project::check::mistakes;

    #[test]
    fn slips_are_told_where_they_are_and_in_plain_words() {
        for (text, at, message) in [
            ("tempat = “Contoh”", (1, 10), "tanda kutip melengkung"),
            ("tempat: \"Contoh\"", (1, 7), "di sini harus ada tanda sama dengan"),
            ("[kop\nbaris = []", (1, 5), "kurung siku penutup"),
            ("Konfigurasi dinas kami", (1, 23), "tanda sama dengan belum ada"),
            ("tahun 2026", (1, 11), "tanda sama dengan belum ada"),
            ("= 2026", (1, 1), "nama kunci belum ada"),
            ("nama dinas = \"X\"", (1, 1), "nama kunci ini memuat spasi"),
            ("[struktur]\nKepala Bidang A/B = \"X\"", (2, 1), "nama kunci ini memuat spasi"),
            ("tahun = # nanti", (1, 8), "nilainya belum ada"),
            ("tahun =\ntempat = \"X\"", (1, 8), "nilainya belum ada"),
            ("a = \"C:\\data\"", (1, 8), "garis miring terbalik"),
            ("tempat = \"Contoh\ntahun = 2026", (1, 17), "tanda kutip penutup belum ada"),
            ("tempat = \"Contoh # kota", (1, 24), "tanda kutip penutup belum ada"),
            ("[kop]\nbaris = [\"A\", \"B\"\nalamat = []", (2, 18), "daftar ini belum ditutup"),
            ("[kop]\nbaris = [\n\"A\"\n\"B\"\n]", (4, 1), "daftar ini tidak dapat dibaca"),
            ("tanggal = Januari 2026", (1, 11), "teks harus berada di antara"),
            ("tahun = 02026", (1, 9), "bilangan ini tidak dapat dibaca"),
            ("tahun = 2026\n\ntahun = 2027", (3, 1), "kunci tahun ditulis dua kali, pertama di baris 1"),
            ("[kop]\n[pimpinan]\n[kop]", (3, 2), "tabel [kop] ditulis dua kali, pertama di baris 1"),
            ("[struktur]\n\"A\" = \"B\"\n\"A\" = \"C\"", (3, 1), "kunci \"A\" ditulis dua kali, pertama di baris 2"),
            ("a = \"x\" b", (1, 9), "tulisan ini tidak dapat dibaca"),
        ] {
            let found = mistakes(text);
            let [error] = &found[..] else { panic!("{text}: {found:?}") };
            assert!(error.message.starts_with(message), "{text}: {error}");
            assert_eq!(error.at, Some(at), "{text}: {error}");
            assert!(!error.hint.is_empty() && error.to_string().contains('^'), "{text}");
        }
    }
}
