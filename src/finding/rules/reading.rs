//! Rules about reading.

use super::Rule;

/// The rules of this theme.
pub static RULES: &[&Rule] = &[];
