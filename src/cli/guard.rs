//! The last line of defence: a mistake in the program itself must not show
//! the office a stack trace, and never a cell's text.

use std::panic;

use super::console;
use super::exit::Exit;

/// Runs a command; a panic becomes a plain message that names only the place
/// in the program, for the payload may hold personal data.
pub fn guarded(command: impl FnOnce() -> Exit + panic::UnwindSafe) -> Exit {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        console::complain(
            &format!("ada kesalahan di dalam program ini{place}"),
            "Berkas yang sudah ada tetap utuh. Laporkan kepada pembuat program dengan menyebut tempat di atas.",
        );
    }));
    panic::catch_unwind(command).unwrap_or(Exit::Partly)
}
