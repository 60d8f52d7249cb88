//! How far a long run has come: one line on a terminal, with rate and time
//! left, or now and then a line of its own in a log; why documents are
//! written, where that was asked for.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use super::console;
use crate::publish::{Progress, Why};

/// The line is drawn again after this long at the earliest.
const REDRAW: Duration = Duration::from_millis(100);

/// A log gets a line after this long: none for a small office, a few for a
/// whole city.
const LOGGED: Duration = Duration::from_secs(10);

/// A progress line.
pub struct Bar {
    started: Instant,
    /// When something was last shown.
    shown: Cell<Instant>,
    on_terminal: bool,
    /// Whether a line stands on the terminal.
    drawn: Cell<bool>,
    explain: bool,
    /// Why sheets of a revision are printed, by path.
    reasons: BTreeMap<String, String>,
}

impl Bar {
    /// A line drawn over and over on a terminal, lines one below the other
    /// elsewhere. With `explain`, each document is named with the reason why
    /// it is written.
    pub fn new(explain: bool) -> Self {
        let now = Instant::now();
        let on_terminal = io::stderr().is_terminal() && !explain;
        Self {
            started: now,
            shown: Cell::new(now),
            on_terminal,
            drawn: Cell::new(false),
            explain,
            reasons: BTreeMap::new(),
        }
    }

    /// With what changed, for the sheets of a revision.
    pub fn knowing(self, reasons: BTreeMap<String, String>) -> Self {
        Self { reasons, ..self }
    }

    /// Takes the line off the screen.
    pub fn clear(&self) {
        if self.drawn.take() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

impl Progress for Bar {
    fn planned(&self, path: &str, why: Why) {
        if self.explain {
            let changed = self.reasons.get(path).map_or_else(String::new, |reason| format!(" — {reason}"));
            console::say(&format!("  {path}: {}{changed}", why.label()));
        }
    }

    fn advanced(&self, done: usize, total: usize) {
        if self.shown.get().elapsed() < if self.on_terminal { REDRAW } else { LOGGED } {
            return;
        }
        self.shown.set(Instant::now());
        let line = line(done, total, self.started.elapsed());
        if self.on_terminal {
            self.drawn.set(true);
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
            let _ = io::stderr().flush();
        } else {
            console::say(&format!("  {line}"));
        }
    }
}

/// "mencetak 120 dari 500 · 310 lembar/detik · sisa 2 detik".
fn line(done: usize, total: usize, elapsed: Duration) -> String {
    let mut text = format!("mencetak {done} dari {total}");
    let seconds = elapsed.as_secs_f64();
    if done > 0 && seconds > 0.0 {
        let rate = done as f64 / seconds;
        let left = (total.saturating_sub(done)) as f64 / rate;
        text.push_str(&format!(" · {rate:.0} berkas/detik · sisa {left:.0} detik"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_time_left() {
        assert_eq!(line(0, 500, Duration::ZERO), "mencetak 0 dari 500");
        let text = line(100, 500, Duration::from_secs(2));
        assert_eq!(text, "mencetak 100 dari 500 · 50 berkas/detik · sisa 8 detik");
    }
}
