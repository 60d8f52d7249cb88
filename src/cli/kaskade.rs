//! `perjakin kaskade`: the model as JSON on stdout.

use super::args::KaskadeArgs;
use super::console;
use super::exit::Exit;
use super::open;
use crate::cascade;

/// Prints the model of one instansi.
pub fn run(args: &KaskadeArgs) -> Exit {
    let reading = open::one(&args.input, args.instansi.as_deref()).and_then(|one| open::read(&one));
    match reading {
        Ok(reading) => console::result(&cascade::to_json(&reading.cascade)),
        Err(exit) => exit,
    }
}
