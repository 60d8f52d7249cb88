//! Ctrl-C and the system's request to end: the document in hand is finished
//! and the folder left consistent.

use std::sync::atomic::{AtomicBool, Ordering};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Listens from now on. Where the system refuses, the run goes on without:
/// whatever ends it, the next run repairs.
pub fn listen() {
    let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed));
}

/// Raised once the user or the system asked to stop.
pub fn flag() -> &'static AtomicBool {
    &INTERRUPTED
}
