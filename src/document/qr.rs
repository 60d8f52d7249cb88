//! The QR code in the footer, as dark strips that the layout draws.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

use super::wording::WordingError;

/// The file whose text the code says.
pub const FILE: &str = "kode-qr.txt";

/// Longest text in bytes; a longer one makes squares too small for a telephone
/// to see at the size of a footer.
const LONGEST: usize = 100;

/// A QR code (ISO/IEC 18004).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Qr {
    /// Squares along a side, without the quiet zone around.
    sisi: i32,
    /// Dark strips: column and row of the left end, from 0, and length.
    pita: Vec<(i32, i32, i32)>,
}

impl Qr {
    /// The code of a text.
    ///
    /// # Errors
    /// When the text is longer than a small code can hold.
    pub fn new(text: &str) -> Result<Self, WordingError> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok().filter(|_| text.len() <= LONGEST);
        let code = code.ok_or_else(|| WordingError {
            template: format!("redaksi/{FILE}"),
            at: None,
            message: format!("isinya lebih dari {LONGEST} huruf, terlalu panjang untuk kode QR di kaki halaman"),
        })?;
        let sisi = code.size();
        let mut pita: Vec<(i32, i32, i32)> = Vec::new();
        for (y, x) in (0..sisi).flat_map(|y| (0..sisi).map(move |x| (y, x))).filter(|(y, x)| code.get_module(*x, *y)) {
            match pita.last_mut().filter(|(left, row, length)| *row == y && left + length == x) {
                Some((_, _, length)) => *length += 1,
                None => pita.push((x, y, 1)),
            }
        }
        Ok(Self { sisi, pita })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_cover_the_dark_squares_and_nothing_else() {
        let qr = Qr::new("2026-1").unwrap();
        assert_eq!(qr.sisi, 21);
        // The upper edge of the finder pattern in the upper left corner.
        assert_eq!(qr.pita[0], (0, 0, 7));
        let code = QrCode::encode_text("2026-1", QrCodeEcc::Medium).unwrap();
        let dark = |x, y| qr.pita.iter().any(|(left, row, length)| *row == y && (*left..left + length).contains(&x));
        for (x, y) in (0..21).flat_map(|y| (0..21).map(move |x| (x, y))) {
            assert_eq!(dark(x, y), code.get_module(x, y), "{x} {y}");
        }
    }

    #[test]
    fn a_text_too_long_for_a_footer_is_refused() {
        assert!(Qr::new(&"x".repeat(100)).is_ok());
        let error = Qr::new(&"x".repeat(101)).unwrap_err();
        assert_eq!(error.template, "redaksi/kode-qr.txt");
    }
}
