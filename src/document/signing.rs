//! Signing by hand or electronically. A signing service (BSrE) looks for one
//! character in the PDF's text and stamps there; so each signer has a
//! character of his own that occurs nowhere else in the document. A draft has
//! none: no service is to find a place to stamp there.

use serde::Serialize;

/// Characters that may serve, in the order in which they are tried. All are in
/// the shipped families and rare in official texts.
pub const ANCHORS: &[char] = &['#', '^', '~', '|', '¤', '¦', '§', '¶', '£', '¥'];

/// The anchors of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Anchors {
    /// Where Pihak Kedua signs, on the left.
    pub kiri: char,
    /// Where Pihak Pertama signs, on the right.
    pub kanan: char,
}

impl Anchors {
    /// The first two characters that do not occur in any of the texts; `None`
    /// where the texts use up all but one.
    pub(super) fn choose<'a>(wished: &[char], texts: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        let mut free = wished.iter().chain(ANCHORS).copied().filter(|c| !texts.clone().any(|text| text.contains(*c)));
        let kanan = free.next()?;
        let kiri = free.find(|c| *c != kanan)?;
        Some(Self { kiri, kanan })
    }

    /// Whether these are the characters that the office wished, as far as it
    /// wished any.
    pub(super) fn are(self, wished: &[char]) -> bool {
        wished.iter().zip([self.kanan, self.kiri]).all(|(wished, own)| *wished == own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_differ_and_occur_in_no_text() {
        let choose = |wished: &[char], text: &str| Anchors::choose(wished, [text].into_iter());
        assert_eq!(choose(&[], "teks"), Some(Anchors { kanan: '#', kiri: '^' }));
        assert_eq!(choose(&[], "C# dan ^"), Some(Anchors { kanan: '~', kiri: '|' }));
        assert_eq!(choose(&['$', '$'], "teks"), Some(Anchors { kanan: '$', kiri: '#' }));
        assert_eq!(choose(&[], "#^~|¤¦§¶£"), None);
    }

    #[test]
    fn anchors_other_than_wished_are_known_as_such() {
        let wished = ['$', '%'];
        for (text, are) in [("teks", true), ("10 %", false), ("$", false)] {
            assert_eq!(Anchors::choose(&wished, [text].into_iter()).unwrap().are(&wished), are, "{text}");
        }
        assert!(Anchors { kiri: '^', kanan: '#' }.are(&[]));
    }
}
