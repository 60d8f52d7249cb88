//! Walking a configuration along the table of keys: every mistake, in the
//! order of the file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::config::Huruf;
use super::error::ConfigError;
use super::key::{Key, Kind};
use super::keys::{JENJANG, KEYS};
use super::near::{listed, near};
use super::pisah;
use super::segmen;
use super::source::Source;
use super::syntax;
use super::value::{self, Fault};
use crate::typeset;

/// All mistakes of a configuration; none for a sound one. A text that is no
/// TOML has one, the first.
pub(super) fn mistakes(text: &str) -> Vec<ConfigError> {
    let source = Source(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if let Some(first) = errors.iter().filter_map(|error| error.span()).min_by_key(|span| span.start) {
        return vec![syntax::explain(source, first)];
    }
    let huruf = table.get_ref().get("huruf").and_then(|huruf| huruf.get_ref().as_str());
    let family = huruf.and_then(Huruf::from_word).unwrap_or_default().family();
    let mut walk = Walk { text, family, faults: Vec::new(), unknown: Vec::new(), missing: Vec::new() };
    walk.table(table.get_ref(), KEYS, "", 0..0);
    let Walk { mut faults, unknown, missing, .. } = walk;
    // A key that was only misspelt or put elsewhere is told once.
    faults.extend(missing.into_iter().filter(|(key, _)| !unknown.contains(key)).map(|(_, fault)| fault));
    faults.sort_by_key(|(span, ..)| span.start);
    faults.into_iter().map(|(span, message, hint)| source.mistake(span, message, hint)).collect()
}

struct Walk<'a> {
    text: &'a str,
    /// The type family that everything is printed in.
    family: &'static str,
    faults: Vec<Fault>,
    /// The keys that unknown ones are probably meant to be.
    unknown: Vec<&'static str>,
    /// Required keys that are not there.
    missing: Vec<(&'static str, Fault)>,
}

impl Walk<'_> {
    /// Checks a table; `path` is its name, empty for the file itself, `at`
    /// where its name stands.
    fn table(&mut self, table: &DeTable, keys: &'static [Key], path: &str, at: std::ops::Range<usize>) {
        for (name, value) in table.iter() {
            match keys.iter().find(|key| key.name == name.get_ref().as_ref()) {
                Some(key) => self.value(key, name.span(), value, path),
                None => self.unknown(name.get_ref(), name.span(), value, keys, path),
            }
        }
        let absent = keys.iter().filter(|key| key.required && table.get(key.name).is_none());
        for key in absent {
            let fault = self.absent(key, path, at.clone());
            self.missing.push((key.name, fault));
        }
    }

    fn value(&mut self, key: &'static Key, at: std::ops::Range<usize>, value: &Spanned<DeValue>, path: &str) {
        if !key.is_table() {
            let faults = value::faults(key.kind, value);
            if faults.is_empty() && key.is_printed() {
                self.glyphs(value);
            }
            self.faults.extend(faults);
            return;
        }
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        let Some(table) = value.get_ref().as_table() else {
            self.faults.extend(value::wrong(
                value,
                &format!("Tulis sebagai tabel, dengan judul [{path}] di barisnya sendiri."),
            ));
            return;
        };
        match key.kind {
            Kind::PerJenjang(keys) => {
                for (name, value) in table.iter() {
                    match (JENJANG.contains(&name.get_ref().as_ref()), value.get_ref().as_table()) {
                        (false, _) => {
                            let near = near(name.get_ref(), JENJANG.iter().copied());
                            let hint = near.map_or_else(
                                || format!("Jenjang yang dikenal: {}.", listed(JENJANG)),
                                |near| format!("Mungkin maksudnya [{path}.{near}]?"),
                            );
                            self.faults.push((
                                name.span(),
                                format!("jenjang \"{}\" tidak dikenal", name.get_ref()),
                                hint,
                            ));
                        }
                        (true, Some(inner)) => {
                            self.table(inner, keys, &format!("{path}.{}", name.get_ref()), name.span())
                        }
                        (true, None) => self
                            .faults
                            .extend(value::wrong(value, &format!("Tulis sebagai tabel [{path}.{}].", name.get_ref()))),
                    }
                }
            }
            Kind::Superiors => self.superiors(table),
            Kind::Splits => {
                for (cell, value) in table.iter() {
                    let wrong = pisah::cell_fault(cell.get_ref()).map(|(what, hint)| (cell.span(), what, hint));
                    self.faults.extend(wrong);
                    self.faults.extend(value::text(value, &pisah::jabatan_fault));
                    self.glyphs(value);
                }
            }
            Kind::Segments => {
                for (lines, value) in table.iter() {
                    let wrong = segmen::rows_fault(lines.get_ref()).map(|(what, hint)| (lines.span(), what, hint));
                    self.faults.extend(wrong);
                    self.faults.extend(value::text(value, &segmen::columns_fault));
                }
            }
            Kind::Table(keys) => self.table(table, keys, &path, at),
            _ => {}
        }
    }

    /// Characters that the type family cannot print, the first of each text.
    fn glyphs(&mut self, value: &Spanned<DeValue>) {
        if let Some(items) = value.get_ref().as_array() {
            items.iter().for_each(|item| self.glyphs(item));
        }
        let Some(text) = value.get_ref().as_str() else { return };
        let Some(odd) = text.chars().find(|c| !c.is_control() && !typeset::covers(self.family, *c)) else { return };
        let written = self.text.get(value.span()).unwrap_or_default();
        // Written as an escape (`\u1F600`), it stands nowhere as itself.
        let at = written.find(odd).map_or(value.span(), |at| {
            let start = value.span().start + at;
            start..start + odd.len_utf8()
        });
        let message = format!("tanda U+{:04X} tidak dapat dicetak, karena tidak ada di huruf dokumen", odd as u32);
        let hint = "Hapus tanda itu, atau ganti dengan huruf, angka atau tanda baca biasa.";
        self.faults.push((at, message, hint.to_owned()));
    }

    fn superiors(&mut self, table: &DeTable) {
        for (name, value) in table.iter() {
            let usual = "Tulis \"bawahan\" = \"atasan\", masing-masing di antara tanda kutip.";
            match value.get_ref().as_str() {
                None if value.get_ref().is_table() => self.faults.push((
                    name.span(),
                    format!("\"{}\" memuat titik dan tidak diberi tanda kutip", name.get_ref()),
                    usual.to_owned(),
                )),
                None => self.faults.extend(value::wrong(value, usual)),
                Some(atasan) if atasan.trim().is_empty() => {
                    self.faults.push((value.span(), "atasan ini masih kosong".into(), usual.to_owned()));
                }
                Some(atasan) if atasan.trim().to_lowercase() == name.get_ref().trim().to_lowercase() => {
                    let hint = "Tulis jabatan atasannya di sebelah kanan tanda sama dengan, atau hapus baris ini.";
                    self.faults.push((value.span(), "jabatan ini menjadi atasannya sendiri".into(), hint.to_owned()));
                }
                Some(_) => {}
            }
        }
    }

    /// An unknown key: a misspelt one, one of another table, or none at all.
    fn unknown(
        &mut self,
        name: &str,
        at: std::ops::Range<usize>,
        value: &Spanned<DeValue>,
        keys: &'static [Key],
        path: &str,
    ) {
        let here = if path.is_empty() { String::new() } else { format!(" di [{path}]") };
        let elsewhere = home(name).filter(|home| home.0 != path);
        let near = near(name, keys.iter().map(|key| key.name));
        let hint = match (elsewhere, near) {
            (Some((home, key)), _) if !value.get_ref().is_table() || key.is_table() => {
                self.unknown.push(key.name);
                match home {
                    "" => format!(
                        "Kunci ini milik bagian teratas: pindahkan ke atas baris [{}].",
                        path.split('.').next().unwrap_or(path)
                    ),
                    home => format!("Kunci ini milik tabel [{home}]: pindahkan ke bawah baris [{home}]."),
                }
            }
            (_, Some(near)) => {
                self.unknown.extend(keys.iter().map(|key| key.name).find(|known| *known == near));
                format!("Mungkin maksudnya \"{near}\"?")
            }
            _ => format!(
                "Kunci yang dikenal di sini: {}.",
                keys.iter().map(|key| key.name).collect::<Vec<_>>().join(", ")
            ),
        };
        self.faults.push((at, format!("kunci \"{name}\" tidak dikenal{here}"), hint));
    }

    /// Where a missing key belongs, and the line to write.
    fn absent(&self, key: &Key, path: &str, at: std::ops::Range<usize>) -> Fault {
        let message = |what: &str| format!("{what} belum ada");
        if let Kind::Table(keys) = key.kind {
            let lines: Vec<String> =
                keys.iter().filter(|key| key.required).map(|key| format!("{} = {}", key.name, key.example)).collect();
            let hint = format!("Tambahkan di akhir berkas: [{}], lalu di bawahnya {}.", key.name, lines.join(", "));
            return (self.end(), message(&format!("tabel [{}]", key.name)), hint);
        }
        let line = format!("{} = {}", key.name, key.example);
        if path.is_empty() {
            let header = self.first_header();
            let place = if header.is_some() { "di atas baris ini" } else { "di akhir berkas" };
            let span = header.unwrap_or_else(|| self.end());
            return (span, message(&format!("kunci \"{}\"", key.name)), format!("Tambahkan {place}, misalnya: {line}"));
        }
        let hint = format!("Tambahkan di bawah baris ini, misalnya: {line}");
        (at, message(&format!("kunci \"{}\" di [{path}]", key.name)), hint)
    }

    /// The first line that begins a table.
    fn first_header(&self) -> Option<std::ops::Range<usize>> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let text = line.trim();
            if text.starts_with('[') && !text.starts_with("[\"") && !line.starts_with(char::is_whitespace) {
                return Some(start..start + line.trim_end().len());
            }
            start += line.len();
        }
        None
    }

    /// The end of the last line that says something.
    fn end(&self) -> std::ops::Range<usize> {
        let end = self.text.trim_end().len();
        end..end
    }
}

/// The table that a key belongs to, the file itself before the others.
fn home(name: &str) -> Option<(&'static str, &'static Key)> {
    let own = KEYS.iter().find(|key| key.name == name).map(|key| ("", key));
    own.or_else(|| {
        KEYS.iter().find_map(|table| match table.kind {
            Kind::Table(keys) => Some((table.name, keys.iter().find(|key| key.name == name)?)),
            _ => None,
        })
    })
}
