//! What a layout is made from: sizes of boxes, white space, and the choices
//! that can be made about it. Lengths are in pt.

/// Width and height of a box, in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in pt.
    pub w: f64,
    /// Height in pt.
    pub h: f64,
}

/// The white space, in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gaps {
    /// Between two bands.
    pub level: f64,
    /// Between neighbours in a band and between columns of a stack.
    pub sibling: f64,
    /// Between boxes of a stack.
    pub stack: f64,
    /// How far a level of a stack is set in.
    pub indent: f64,
    /// How far below its upper edge an elbow line enters a box.
    pub entry: f64,
}

impl Gaps {
    /// The chart's own, all multiples of one baseline unit of 6 pt but the
    /// entry, which is the middle of a head's first line.
    pub const CHART: Self = Self { level: 30.0, sibling: 18.0, stack: 9.0, indent: 15.0, entry: 11.0 };
}

/// What can be chosen about a layout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// The number of levels in bands, at least 1; all deeper ones hang.
    pub bands: usize,
    /// The height in pt beyond which a stack starts a new column.
    pub stack: f64,
    /// Whether a stack may also break within a child's branch.
    pub split: bool,
}
