//! Where the text of a document stands: for signing services that are told a
//! place, and for tests that hold a layout to its geometry.

use typst::layout::{Frame, FrameItem, Point, Transform};

/// One page and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct PageText {
    /// Width and height in mm.
    pub size_mm: (f64, f64),
    /// The runs of text, in the order in which they are drawn.
    pub runs: Vec<Run>,
}

/// A run of text in one font and size on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Left end of the baseline in mm from the left edge.
    pub x_mm: f64,
    /// The baseline in mm from the upper edge.
    pub y_mm: f64,
    /// How wide the run is, in mm.
    pub width_mm: f64,
    /// Size of the type in pt.
    pub size_pt: f64,
    /// The characters.
    pub text: String,
}

/// Where a character stands in a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The page, counted from 1.
    pub page: usize,
    /// Left end of its run in mm from the left edge.
    pub x_mm: f64,
    /// The baseline in mm from the upper edge.
    pub y_mm: f64,
}

/// Every place of a character, page by page. A run that contains it more than
/// once counts as often.
pub fn spots(pages: &[PageText], c: char) -> Vec<Spot> {
    let runs = pages.iter().zip(1..).flat_map(|(page, number)| page.runs.iter().map(move |run| (number, run)));
    runs.flat_map(|(page, run)| {
        let spot = Spot { page, x_mm: run.x_mm, y_mm: run.y_mm };
        std::iter::repeat_n(spot, run.text.matches(c).count())
    })
    .collect()
}

impl PageText {
    /// Reads the text of a finished page.
    pub(super) fn new(frame: &Frame) -> Self {
        let mut runs = Vec::new();
        collect(frame, Transform::identity(), &mut runs);
        Self { size_mm: (frame.width().to_mm(), frame.height().to_mm()), runs }
    }
}

fn collect(frame: &Frame, transform: Transform, runs: &mut Vec<Run>) {
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner =
                    transform.pre_concat(Transform::translate(position.x, position.y)).pre_concat(group.transform);
                collect(&group.frame, inner, runs);
            }
            FrameItem::Text(text) => {
                let Point { x, y } = position.transform(transform);
                runs.push(Run {
                    x_mm: x.to_mm(),
                    y_mm: y.to_mm(),
                    width_mm: text.width().to_mm(),
                    size_pt: text.size.to_pt(),
                    text: text.text.to_string(),
                });
            }
            _ => {}
        }
    }
}
