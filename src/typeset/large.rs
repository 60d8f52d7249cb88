//! Large documents, such as the chart of a whole city. While one is laid out,
//! Typst remembers the layout of every part beside the pages themselves,
//! which takes more memory than the pages do. So a large document is made
//! while no other one is, and what has not been needed for a moment is swept
//! away meanwhile. What is forgotten is laid out anew where it is needed
//! after all: the result is the same.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A document with at least this many bytes of data is a large one: a chart of
/// about two hundred boxes.
const LARGE: usize = 1 << 18;

/// The time between two sweeps.
const SWEEP: Duration = Duration::from_millis(100);

/// Whether a document with this data is a large one.
pub(super) fn is_large(data: &[u8]) -> bool {
    data.len() >= LARGE
}

/// Who may make a large document.
#[derive(Default)]
pub(super) struct Turns(Mutex<()>);

/// The turn of one large document. Nothing is remembered of it afterwards.
pub(super) struct Turn<'a> {
    _only: MutexGuard<'a, ()>,
    broom: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Turns {
    /// Waits until no other large document is in the making; a document of
    /// usual size need not wait.
    pub(super) fn wait(&self, data: &[u8]) -> Option<Turn<'_>> {
        if !is_large(data) {
            return None;
        }
        let only = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (done, waiting) = channel();
        let sweep = move || {
            while waiting.recv_timeout(SWEEP) == Err(RecvTimeoutError::Timeout) {
                typst::comemo::evict(1);
            }
        };
        // Without a thread to be had it takes more memory, no more.
        let broom = thread::Builder::new().spawn(sweep).ok();
        Some(Turn { _only: only, broom: broom.map(|thread| (done, thread)) })
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.broom.take() {
            drop(done);
            // It has nothing that could panic.
            let _ = thread.join();
        }
        typst::comemo::evict(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_document_waits_for_the_one_before_and_a_small_one_for_none() {
        let (turns, data) = (Turns::default(), vec![b' '; LARGE]);
        let first = turns.wait(&data);
        assert!(first.is_some());
        assert!(turns.wait(b"{}").is_none());
        thread::scope(|scope| {
            let (begun, seen) = channel();
            let (turns, data) = (&turns, &data);
            scope.spawn(move || {
                let _second = turns.wait(data);
                begun.send(())
            });
            assert_eq!(seen.recv_timeout(SWEEP), Err(RecvTimeoutError::Timeout));
            drop(first);
            assert_eq!(seen.recv_timeout(100 * SWEEP), Ok(()));
        });
    }
}
