//! The program `perjakin`: parse, run, exit code. Everything else is in the
//! library, [`perjakin::pipeline`] first.

use std::process::ExitCode;

/// Typesetting allocates millions of small things; this allocator is about a
/// tenth faster at it than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    perjakin::cli::run()
}
