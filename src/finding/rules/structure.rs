//! Rules about structure.

use super::Rule;

/// The rules of this theme.
pub static RULES: &[&Rule] = &[];
