//! Findings made readable: on the terminal in the manner of a good compiler,
//! and as JSON for programs. Pure functions from findings to text; only `cli`
//! prints them. Also here: the rule behind a finding, explained.

mod entry;
mod explain;
mod json;
mod terminal;
mod wrap;

pub use self::entry::{Entry, Tally, entries};
pub use self::explain::explain;
pub use self::json::json;
pub use self::terminal::{Style, summary, terminal};
pub(crate) use self::wrap::harmless;
