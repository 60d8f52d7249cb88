//! What is wrong with a single value, by the kind that its key asks for.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use super::key::Kind;
use super::keys::YEARS;
use super::near::{listed, near};
use super::tanggal;

/// A mistake in a value: where, what, what to do.
pub(super) type Fault = (Range<usize>, String, String);

/// The mistakes of a value that is no table.
pub(super) fn faults(kind: Kind, value: &Spanned<DeValue>) -> Vec<Fault> {
    match kind {
        Kind::Texts => each(value, "Tulis [\"…\", \"…\"].", |item| text(item, &line)),
        Kind::Choices(words) => {
            let twins = |items: &DeArray| {
                twin(items).map(|at| (at, "kata ini sudah disebut".into(), "Hapus salah satunya.".into()))
            };
            let faults = each(value, &format!("Tulis [{}].", listed(&words[..1])), |item| {
                text(item, &|word| choice(words, word))
            });
            if faults.is_empty() { value.get_ref().as_array().and_then(twins).into_iter().collect() } else { faults }
        }
        Kind::Anchors => anchors(value),
        Kind::Text { empty } => text(value, &|text| if empty { line(text) } else { filled(text) }),
        Kind::Date => date(value),
        Kind::Edition => text(value, &edition),
        Kind::File => text(value, &file),
        Kind::Choice(words) => text(value, &|word| choice(words, word)),
        Kind::Year => year(value),
        Kind::Flag if value.get_ref().is_bool() => Vec::new(),
        Kind::Flag => wrong(value, "Tulis true (ya) atau false (tidak), tanpa tanda kutip."),
        Kind::Millimetres(most) => number(value, most),
        Kind::Count(most) => count(value, most),
        // Tables are walked by `check`.
        Kind::Table(_) | Kind::PerJenjang(_) | Kind::Superiors | Kind::Splits | Kind::Segments => Vec::new(),
    }
}

/// A value of another type than asked for.
pub(super) fn wrong(value: &Spanned<DeValue>, hint: &str) -> Vec<Fault> {
    let found = match value.get_ref() {
        DeValue::String(_) => "teks",
        DeValue::Integer(_) | DeValue::Float(_) => "bilangan",
        DeValue::Boolean(_) => "true/false",
        DeValue::Datetime(_) => "tanggal tanpa tanda kutip",
        DeValue::Array(_) => "daftar",
        DeValue::Table(_) => "tabel",
    };
    vec![(value.span(), format!("nilai ini salah jenisnya: {found}"), hint.to_owned())]
}

/// What a check of a text says: what is wrong, and what to do.
pub(super) type Verdict = Option<(String, String)>;

pub(super) fn text(value: &Spanned<DeValue>, check: &dyn Fn(&str) -> Verdict) -> Vec<Fault> {
    match value.get_ref() {
        DeValue::String(text) => check(text).map(|(what, hint)| (value.span(), what, hint)).into_iter().collect(),
        _ => wrong(value, "Tulis teks di antara tanda kutip: \"…\"."),
    }
}

fn each(value: &Spanned<DeValue>, usual: &str, check: impl Fn(&Spanned<DeValue>) -> Vec<Fault>) -> Vec<Fault> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().flat_map(check).collect(),
        _ => wrong(value, &format!("Di sini diperlukan daftar. {usual}")),
    }
}

fn line(text: &str) -> Verdict {
    let odd = text.chars().any(char::is_control);
    odd.then(|| ("teks ini memuat ganti baris atau tab".into(), "Tulis dalam satu baris.".into()))
}

fn filled(text: &str) -> Verdict {
    if text.trim().is_empty() {
        return Some(("nilai ini masih kosong".into(), "Isi di antara tanda kutip.".into()));
    }
    line(text)
}

fn choice(words: &[&str], written: &str) -> Verdict {
    if words.contains(&written) {
        return None;
    }
    let hint = match near(written, words.iter().copied()) {
        Some(word) => format!("Mungkin maksudnya \"{word}\"? Pilihannya: {}.", listed(words)),
        None => format!("Pilihannya: {}.", listed(words)),
    };
    Some((format!("nilai \"{written}\" tidak dikenal"), hint))
}

fn edition(written: &str) -> Verdict {
    let mut words = written.split_whitespace();
    let known = match (words.next(), words.next(), words.next()) {
        (Some("Murni"), None, None) => true,
        (Some("Perubahan"), number, None) => {
            number.is_none_or(|number| number.chars().all(|c| matches!(c, 'I' | 'V' | 'X') || c.is_ascii_digit()))
        }
        _ => false,
    };
    let hint = "Tulis \"Murni\", \"Perubahan\", atau \"Perubahan II\".";
    (!known).then(|| (format!("edisi \"{written}\" tidak dikenal"), hint.into()))
}

fn file(written: &str) -> Verdict {
    let inside = !written.starts_with('/')
        && !written.contains(['\\', ':'])
        && written.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    if !inside {
        let hint = "Taruh berkasnya di folder templates dan tulis namanya saja, misalnya \"lambang.svg\".";
        return Some(("berkas ini tidak berada di dalam folder instansi".into(), hint.into()));
    }
    let ending = written.rsplit('.').next().unwrap_or_default().to_lowercase();
    let image = matches!(ending.as_str(), "svg" | "png");
    (!image).then(|| ("lambang harus berkas SVG atau PNG".into(), "Simpan gambarnya sebagai SVG atau PNG.".into()))
}

fn date(value: &Spanned<DeValue>) -> Vec<Fault> {
    if let DeValue::Datetime(written) = value.get_ref()
        && let Some(date) = written.date
        && let Some(date) = tanggal::spelt(date.year.into(), date.month.into(), date.day.into())
    {
        return wrong(value, &format!("Tulis \"{date}\" di antara tanda kutip."));
    }
    text(value, &tanggal::fault)
}

fn year(value: &Spanned<DeValue>) -> Vec<Fault> {
    let DeValue::Integer(written) = value.get_ref() else {
        return wrong(value, "Tulis tahun sebagai bilangan tanpa tanda kutip, misalnya 2026.");
    };
    let year = (written.radix() == 10).then(|| written.as_str().parse::<i64>().ok()).flatten();
    if year.is_some_and(|year| YEARS.contains(&year)) {
        return Vec::new();
    }
    let hint = format!("Tulis tahun {} sampai {}.", YEARS.start(), YEARS.end());
    vec![(value.span(), format!("tahun {} tidak masuk akal", written.as_str()), hint)]
}

fn number(value: &Spanned<DeValue>, most: f64) -> Vec<Fault> {
    let written = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return wrong(value, "Tulis bilangan tanpa tanda kutip; pecahan dengan titik, misalnya 12.5."),
    };
    let good = written.parse::<f64>().is_ok_and(|number| (0.0..=most).contains(&number));
    if good {
        return Vec::new();
    }
    vec![(value.span(), "ukuran ini tidak masuk akal".into(), format!("Tulis 0 sampai {most} milimeter."))]
}

fn count(value: &Spanned<DeValue>, most: i64) -> Vec<Fault> {
    let hint = format!("Tulis bilangan bulat 1 sampai {most} tanpa tanda kutip.");
    let DeValue::Integer(written) = value.get_ref() else { return wrong(value, &hint) };
    let number = (written.radix() == 10).then(|| written.as_str().parse::<i64>().ok()).flatten();
    match number {
        Some(number) if (1..=most).contains(&number) => Vec::new(),
        _ => vec![(value.span(), format!("bilangan {} tidak dapat dipakai di sini", written.as_str()), hint)],
    }
}

/// Two different marks that a signing service can look for.
fn anchors(value: &Spanned<DeValue>) -> Vec<Fault> {
    let usual = "Tulis dua tanda, misalnya [\"#\", \"^\"].";
    let faults = each(value, usual, |item| {
        text(item, &|mark| {
            let single =
                mark.chars().count() == 1 && !mark.contains(|c: char| c.is_alphanumeric() || c.is_whitespace());
            (!single).then(|| ("jangkar adalah satu tanda, bukan huruf atau angka".into(), usual.into()))
        })
    });
    let Some(items) = value.get_ref().as_array().filter(|_| faults.is_empty()) else { return faults };
    match (items.len(), twin(items)) {
        (2, None) => Vec::new(),
        (2, Some(at)) => vec![(at, "kedua jangkar harus berbeda".into(), usual.into())],
        _ => vec![(value.span(), "jangkar harus tepat dua".into(), usual.into())],
    }
}

/// The first text of a list that stands in it before.
fn twin(items: &DeArray) -> Option<Range<usize>> {
    let texts: Vec<Option<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
    let twin = (1..texts.len()).find(|index| texts[..*index].contains(&texts[*index]))?;
    items.get(twin).map(Spanned::span)
}
