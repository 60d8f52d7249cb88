//! The text of a `perjakin.toml`: from bytes, and by line and column.

use std::borrow::Cow;
use std::ops::Range;

use super::error::{ConfigError, Quote};

/// The configuration as text, without the mark that some editors put in front.
///
/// # Errors
/// When the file is no text in UTF-8, with what it probably is.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ConfigError> {
    let mistake = |message: &str, hint: &str| ConfigError {
        at: None,
        message: message.to_owned(),
        hint: hint.to_owned(),
        quote: None,
    };
    let resave = "Buka dengan Notepad, pilih Simpan Sebagai, lalu Pengodean UTF-8.";
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return text(rest),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(mistake("berkas ini tersimpan sebagai UTF-16", resave)),
        [b'P', b'K', 3, 4, ..] => {
            return Err(mistake(
                "berkas ini buku kerja atau dokumen Office, bukan konfigurasi",
                "Konfigurasi adalah teks biasa; buat ulang dengan Notepad.",
            ));
        }
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let at = Source(&before).line_column(before.len());
            Err(ConfigError { at: Some(at), ..mistake("ada huruf yang bukan UTF-8", resave) })
        }
    }
}

/// A text that mistakes point into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a>(pub(super) &'a str);

impl<'a> Source<'a> {
    /// The 1-based line and column of a byte.
    pub(super) fn line_column(self, offset: usize) -> (usize, usize) {
        let before = self.0.get(..offset).unwrap_or(self.0);
        let start = before.rfind('\n').map_or(0, |index| index + 1);
        (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
    }

    /// A 1-based line without its end; empty beyond the last.
    pub(super) fn line(self, number: usize) -> &'a str {
        self.0.lines().nth(number.saturating_sub(1)).unwrap_or_default()
    }

    /// The byte at which a 1-based line begins.
    pub(super) fn start_of(self, number: usize) -> usize {
        self.0.split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum()
    }

    /// A mistake at a range of bytes, with its line quoted.
    pub(super) fn mistake(
        self,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> ConfigError {
        let (line, column) = self.line_column(span.start);
        let text = self.line(line);
        let length = self.0.get(span).map_or(1, |marked| marked.lines().next().unwrap_or_default().chars().count());
        let quote = Quote::new(text, column, length);
        ConfigError { at: Some((line, column)), message: message.into(), hint: hint.into(), quote: Some(quote) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_editors_are_taken_off_and_other_encodings_told() {
        assert_eq!(text(b"\xef\xbb\xbftahun = 2026").unwrap(), "tahun = 2026");
        for (bytes, message) in [
            (&b"\xff\xfet\0"[..], "berkas ini tersimpan sebagai UTF-16"),
            (b"PK\x03\x04....", "berkas ini buku kerja atau dokumen Office, bukan konfigurasi"),
            (b"a = 1\nb = \"caf\xe9\"", "baris 2, kolom 9: ada huruf yang bukan UTF-8"),
        ] {
            assert_eq!(text(bytes).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source("a\nbé = 1\n");
        assert_eq!(source.line_column(2), (2, 1));
        assert_eq!(source.line_column(6), (2, 4));
        assert_eq!((source.line(2), source.line(9), source.start_of(2)), ("bé = 1", "", 2));
    }
}
