//! How much room a text needs. The layout asks for it to know without
//! measuring what surely fits: laying out twice is the dearest thing it could
//! do.

use serde::{Serialize, Serializer};

use crate::typeset::Ruler;

/// The measures, in em, for which lines are counted.
const MEASURES: std::ops::RangeInclusive<u32> = 10..=42;

/// How wide a text is, or several that stand one under the other, and how
/// many lines they take.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Extent {
    /// How many texts these are.
    banyak: u32,
    /// The width in em, each text set in one line.
    em: f64,
    /// The width of its longest word in em.
    kata: f64,
    /// The most lines it takes in a measure of 10 em, 11 em and so on to 42.
    #[serde(serialize_with = "as_digits")]
    baris: Vec<u32>,
}

/// Two digits a measure: a layout hashes its data at every step, and one text
/// is hashed sooner than many numbers. What takes more than 99 lines in one
/// place fits no page anyway.
fn as_digits<S: Serializer>(lines: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&lines.iter().map(|lines| format!("{:02}", lines.min(&99))).collect::<String>())
}

/// The extents of the statement's texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct StatementExtents {
    /// The sentences, which are as wide as the page.
    pub(super) alinea: Extent,
    /// The names and jabatan, which stand beside their labels.
    pub(super) pihak: Extent,
}

/// The extents of the lampiran's texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AttachmentExtents {
    /// The values at the head together.
    pub(super) kepala: Extent,
    /// For each kelompok its sasaran together and its indikator together.
    pub(super) kelompok: Vec<(Extent, Extent)>,
    /// Room for any satuan.
    pub(super) satuan: Extent,
    /// Room for any target of the year.
    pub(super) target: Extent,
    /// Room for any target of a quarter.
    pub(super) triwulan: Extent,
    /// The rows and headings of the money table together, and room for any of
    /// its remarks.
    pub(super) anggaran: (Extent, Extent),
}

impl Extent {
    /// Measures a text.
    pub(super) fn of(ruler: &Ruler, text: &str, bold: bool) -> Self {
        let words: Vec<f64> = text.split_whitespace().map(|word| ruler.em(word, bold)).collect();
        let blank = ruler.em(" ", bold);
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-'));
        Self {
            banyak: 1,
            em: rounded(ruler.em(text, bold)),
            kata: rounded(parts.map(|part| ruler.em(part, bold)).fold(0.0, f64::max)),
            baris: MEASURES.map(|measure| lines(&words, blank, f64::from(measure))).collect(),
        }
    }

    /// Two texts, one under the other.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.banyak += other.banyak;
        self.em = rounded(self.em + other.em);
        self.beside(other, |a, b| a + b)
    }

    /// Room for either of two texts.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.banyak = self.banyak.max(other.banyak);
        self.em = self.em.max(other.em);
        self.beside(other, u32::max)
    }

    fn beside(mut self, other: Self, lines: impl Fn(u32, u32) -> u32) -> Self {
        self.kata = self.kata.max(other.kata);
        self.baris.resize(MEASURES.count(), 0);
        self.baris.iter_mut().zip(other.baris).for_each(|(own, other)| *own = lines(*own, other));
        self
    }
}

/// The lines of words of these widths set one after the other, each line as
/// full as it can be. A word too wide for a line counts for as many lines as
/// its pieces could take.
fn lines(words: &[f64], blank: f64, measure: f64) -> u32 {
    let mut lines = 1;
    let mut used = 0.0;
    for word in words {
        let pieces = if *word > measure { (2.0 * word / measure).ceil() as u32 } else { 1 };
        if used > 0.0 && used + blank + word > measure {
            (lines, used) = (lines + 1, 0.0);
        }
        lines += pieces - 1;
        used += if used > 0.0 { blank + word } else { *word };
    }
    lines
}

/// Rounded up to a hundredth of an em, as short a number as serves.
pub(super) fn rounded(em: f64) -> f64 {
    (em * 100.0).ceil() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Engine, TemplateSet};

    const WORDS: &str = "Meningkatnya kualitas pelayanan contoh bagi masyarakat yang membutuhkan di wilayah kerja";

    #[test]
    fn an_extent_has_the_width_of_the_text_and_of_its_longest_word() {
        let ruler = Ruler::new("Liberation Sans");
        let extent = Extent::of(&ruler, "Bulanan/Triwulan mm", false);
        assert!((extent.em - ruler.em("Bulanan/Triwulan mm", false)).abs() < 0.011);
        let longest = ruler.em("Bulanan", false).max(ruler.em("Triwulan", false));
        assert!((extent.kata - longest).abs() < 0.011);
        assert_eq!(extent.baris[0], 1);
    }

    #[test]
    fn lines_are_counted_as_they_are_printed() {
        let ruler = Ruler::new("Liberation Sans");
        let extent = Extent::of(&ruler, WORDS, false);
        for measure in [10u32, 13, 17, 21, 28, 40] {
            let mut templates = TemplateSet::builtin();
            let page = format!(
                "#set page(width: 600pt, height: 600pt, margin: 0pt)\n#set text(font: \"Liberation Sans\", size: 10pt)\n\
                 #block(width: {measure}0pt, \"{WORDS}\")"
            );
            templates.insert("uji.typ", page);
            let pages = Engine::new(&templates).layout("uji.typ", b"{}".to_vec()).unwrap();
            let mut printed: Vec<i64> = pages[0].runs.iter().map(|run| (run.y_mm * 10.0) as i64).collect();
            printed.dedup();
            assert_eq!(extent.baris[measure as usize - 10] as usize, printed.len(), "{measure} em");
        }
    }

    #[test]
    fn texts_stand_one_under_the_other_or_share_a_place() {
        let ruler = Ruler::new("Liberation Sans");
        let of = |text| Extent::of(&ruler, text, false);
        let both = Extent::default().and(of(WORDS)).and(of("kata"));
        assert_eq!(both.baris[0], of(WORDS).baris[0] + 1);
        assert_eq!((both.banyak, both.kata), (2, of(WORDS).kata));
        assert_eq!(of("kata").or(of(WORDS)).baris, of(WORDS).baris);
    }

    #[test]
    fn a_word_wider_than_the_measure_counts_for_its_pieces() {
        assert_eq!(lines(&[25.0], 0.3, 10.0), 5);
        assert_eq!(lines(&[3.0, 25.0, 3.0], 0.3, 10.0), 7);
        assert_eq!(lines(&[], 0.3, 10.0), 1);
    }
}
