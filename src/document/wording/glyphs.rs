//! Characters in the office's wording that the document's type cannot print.

use super::error::source;
use super::{FOLDER, Wording, WordingError};
use crate::typeset;

/// The only wording that is never printed.
const FILE_NAME: &str = "redaksi/nama-berkas.txt";

impl Wording<'_> {
    /// Looks for characters without a shape in a type family.
    ///
    /// # Errors
    /// The first one, at its place. Comments are not printed.
    pub fn check_glyphs(&self, family: &str) -> Result<(), WordingError> {
        let names = self.templates.iter().map(|(name, _)| name);
        let printed = names.filter(|name| name.starts_with(FOLDER) && name.ends_with(".txt") && *name != FILE_NAME);
        for name in printed.filter(|name| !self.templates.is_builtin(name)) {
            let text = source(self.templates, name).unwrap_or_default();
            let Some((at, c)) = odd(text, family) else { continue };
            let before = &text[..at];
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let message = format!(
                "tanda U+{:04X} tidak dapat dicetak, karena tidak ada di huruf dokumen; hapus atau ganti",
                c as u32
            );
            let at = Some((before.matches('\n').count() + 1, column));
            return Err(WordingError { template: name.to_owned(), at, message });
        }
        Ok(())
    }
}

/// The first character outside comments that has no shape, with its byte.
fn odd(text: &str, family: &str) -> Option<(usize, char)> {
    let mut start = 0;
    for (index, part) in text.split("{#").enumerate() {
        let skipped = if index == 0 { 0 } else { part.find("#}").unwrap_or(part.len()) };
        let shown = part[skipped..].char_indices();
        let found = shown.into_iter().find(|(_, c)| !c.is_control() && !typeset::covers(family, *c));
        if let Some((at, c)) = found {
            return Some((start + skipped + at, c));
        }
        start += part.len() + "{#".len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::set;
    use super::*;

    fn check(file: &str, text: &str) -> Result<(), WordingError> {
        Wording::new(&set(file, text)).unwrap().check_glyphs("Liberation Sans")
    }

    #[test]
    fn a_character_without_a_shape_is_told_where_it_stands() {
        let error = check("judul.txt", "PERJANJIAN\nKITA {# \u{1f600} #} \u{1f600} {{ tahun }}").unwrap_err();
        assert_eq!((error.template.as_str(), error.at), ("redaksi/judul.txt", Some((2, 14))));
        assert!(error.message.starts_with("tanda U+1F600 tidak dapat dicetak"), "{error}");
    }

    #[test]
    fn comments_line_ends_and_file_names_are_not_printed() {
        check("judul.txt", "\u{feff}PERJANJIAN {# \u{1f600} #}\r\n\t{{ tahun }} – “x”").unwrap();
        check("nama-berkas.txt", "\u{1f600} {{ jabatan }}").unwrap();
    }
}
