//! The two streams: results to stdout, everything said to people to stderr.
//! Neither a closed nor a full stream may end the program in a panic.

use std::io::{self, IsTerminal as _, Write as _};

use std::time::{SystemTime, UNIX_EPOCH};

use super::exit::Exit;
use crate::system;
use crate::workbook::text::harmless;

/// Width of a page of text where the terminal does not tell.
const COLUMNS: usize = 100;

/// Says something to the person at the terminal. A closed stderr is no reason
/// to stop the work.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Says what went wrong and what to do. The text may name sheets and files as
/// the office does.
pub fn complain(what: &dyn std::fmt::Display, hint: &str) {
    let lines = |text: String| text.split('\n').map(harmless).collect::<Vec<_>>().join("\n");
    say(&lines(format!("galat: {what}")));
    if !hint.is_empty() {
        say(&lines(format!("  saran: {hint}")));
    }
}

/// Writes a result to stdout.
///
/// A reader that has seen enough and closed the pipe is content; any other
/// failure is an output that could not be written.
pub fn result(text: &str) -> Exit {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            complain(
                &format!("hasil tidak dapat ditulis: {}", system::told(&error)),
                "Periksa tujuan keluaran dan ruang di diska.",
            );
            Exit::Output
        }
    }
}

/// The time of day, for a second run to see how long the first has been at it.
#[expect(clippy::disallowed_methods, reason = "the clock belongs to cli")]
pub fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    format!("{:02}.{:02} UTC", seconds / 3600 % 24, seconds / 60 % 60)
}

/// Whether results may be coloured: only where a person looks at them.
pub fn colour_on_stdout() -> bool {
    io::stdout().is_terminal()
}

/// The width to wrap text at, in characters.
pub const fn columns() -> usize {
    COLUMNS
}
