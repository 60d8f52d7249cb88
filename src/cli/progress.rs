//! How far a long run has come: one line on a terminal, with rate and time
//! left; why documents are written, where that was asked for.

use std::cell::Cell;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use super::console;
use crate::publish::{Progress, Why};

/// The line is drawn again after this long at the earliest.
const REDRAW: Duration = Duration::from_millis(100);

/// A progress line.
pub struct Bar {
    started: Instant,
    drawn: Cell<Option<Instant>>,
    on_terminal: bool,
    explain: bool,
}

impl Bar {
    /// A line that shows itself only on a terminal. With `explain`, each
    /// document is named with the reason why it is written.
    pub fn new(explain: bool) -> Self {
        let on_terminal = io::stderr().is_terminal() && !explain;
        Self { started: Instant::now(), drawn: Cell::new(None), on_terminal, explain }
    }

    /// Takes the line off the screen.
    pub fn clear(&self) {
        if self.drawn.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    fn due(&self) -> bool {
        self.on_terminal && self.drawn.get().is_none_or(|drawn| drawn.elapsed() >= REDRAW)
    }
}

impl Progress for Bar {
    fn planned(&self, path: &str, why: Why) {
        if self.explain {
            console::say(&format!("  {path}: {}", why.label()));
        }
    }

    fn advanced(&self, done: usize, total: usize) {
        if !self.due() {
            return;
        }
        self.drawn.set(Some(Instant::now()));
        let _ = write!(io::stderr(), "\r\x1b[K{}", line(done, total, self.started.elapsed()));
        let _ = io::stderr().flush();
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
