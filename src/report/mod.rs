//! Findings made readable: on the terminal in the manner of a good compiler,
//! as JSON for programs, as a workbook to work through. Pure functions from
//! findings to text or bytes; only `cli` prints them, only `publish` writes
//! them. Also here: the rule behind a finding, and the page of all rules.

mod cells;
mod entry;
mod explain;
mod json;
mod page;
mod terminal;
mod units;
mod wrap;
mod xlsx;

pub use self::entry::{Entry, Tally, entries};
pub use self::explain::explain;
pub use self::json::json;
pub use self::page::rules_page;
pub use self::terminal::{Style, summary, terminal};
pub use self::units::Units;
pub use self::xlsx::xlsx;
