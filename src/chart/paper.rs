//! The papers charts are printed on, and whether the type stays readable.

use std::fmt;

use super::geometry::PT_PER_MM;

/// The type size of a box in pt: the smallest on the chart, as `isi` in
/// `bagan-kotak.typ` has it.
pub(super) const BODY_PT: f64 = 8.0;

/// Smaller type than this is not printed, in pt.
pub const FLOOR_PT: f64 = 6.5;

/// The scale at which the type of a box is as small as it may be.
pub(super) const FLOOR: f64 = FLOOR_PT / BODY_PT;

/// Type is not blown up beyond this scale, however large the paper.
pub(super) const MOST: f64 = 1.5;

/// The same for the pages of a unit that goes on over several, which should
/// look alike.
pub(super) const MOST_UNIT: f64 = 1.0625;

/// The same for a unit that has its page to itself: a few boxes may be read
/// from farther away, but should not shout.
pub(super) const MOST_ALONE: f64 = 1.375;

/// A paper for charts, used in landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 297 × 210 mm.
    A4,
    /// 330 × 215 mm.
    F4,
    /// 420 × 297 mm.
    A3,
    /// 594 × 420 mm.
    A2,
    /// 841 × 594 mm.
    A1,
    /// 1189 × 841 mm.
    A0,
}

impl Paper {
    /// All papers, the smallest first.
    pub const ALL: [Self; 6] = [Self::A4, Self::F4, Self::A3, Self::A2, Self::A1, Self::A0];

    /// Width and height in mm, in landscape.
    pub const fn size_mm(self) -> (f64, f64) {
        match self {
            Self::A4 => (297.0, 210.0),
            Self::F4 => (330.0, 215.0),
            Self::A3 => (420.0, 297.0),
            Self::A2 => (594.0, 420.0),
            Self::A1 => (841.0, 594.0),
            Self::A0 => (1189.0, 841.0),
        }
    }

    /// Width and height in pt, in landscape.
    pub fn size_pt(self) -> (f64, f64) {
        let (w, h) = self.size_mm();
        (w * PT_PER_MM, h * PT_PER_MM)
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Whether the smallest type of a chart at this scale can be read.
pub(super) fn readable(scale: f64) -> bool {
    scale >= FLOOR - 1e-9
}

/// A chart that is not printed because its type would be too small.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The paper that was asked for.
    pub paper: Paper,
    /// How large the smallest type would be, in pt; `None` where the paper is too
    /// small for the title and what else stands around the chart.
    pub type_pt: Option<f64>,
    /// The smallest paper that holds the chart, if any does.
    pub instead: Option<Paper>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let size = |pt: f64| format!("{pt:.1}").replace('.', ",");
        match self.type_pt {
            None => write!(f, "Bagan tidak muat di {}: judul dan legendanya saja sudah terlalu besar. ", self.paper)?,
            Some(type_pt) => write!(
                f,
                "Bagan tidak terbaca di {}: hurufnya hanya {} pt, padahal paling kecil {} pt. ",
                self.paper,
                size(type_pt),
                size(FLOOR_PT)
            )?,
        }
        match self.instead {
            Some(paper) => write!(f, "Cetaklah di {paper}, atau pakai halaman per unit."),
            None => write!(f, "Tidak ada kertas yang cukup; pakai halaman per unit atau lembar sambung."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_which_paper_would_do() {
        let refusal = Refusal { paper: Paper::A3, type_pt: Some(4.94), instead: Some(Paper::A2) };
        assert_eq!(
            refusal.to_string(),
            "Bagan tidak terbaca di A3: hurufnya hanya 4,9 pt, padahal paling kecil 6,5 pt. \
             Cetaklah di A2, atau pakai halaman per unit."
        );
    }

    #[test]
    fn a_paper_too_small_for_the_title_is_not_said_to_have_type_of_no_size() {
        let refusal = Refusal { paper: Paper::A4, type_pt: None, instead: Some(Paper::A2) };
        assert_eq!(
            refusal.to_string(),
            "Bagan tidak muat di A4: judul dan legendanya saja sudah terlalu besar. \
             Cetaklah di A2, atau pakai halaman per unit."
        );
    }

    #[test]
    fn every_paper_is_wider_than_the_one_before() {
        assert!(Paper::ALL.windows(2).all(|pair| pair[0].size_mm().0 < pair[1].size_mm().0));
    }
}
