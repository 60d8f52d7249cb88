//! `perjakin kaskade`: the model as JSON on stdout.

use super::args::KaskadeArgs;
use super::console;
use super::exit::Exit;
use super::open;
use crate::cascade;

/// Prints the model of one instansi.
pub fn run(args: &KaskadeArgs) -> Exit {
    let all = match open::instansi(&args.input) {
        Ok(all) => all,
        Err(exit) => return exit,
    };
    let names: Vec<String> = all.iter().map(|one| one.name.clone()).collect();
    let mut chosen = all.into_iter().filter(|one| args.instansi.as_ref().is_none_or(|name| *name == one.name));
    match (chosen.next(), chosen.next()) {
        (Some(one), None) => match open::read(&one) {
            Ok(reading) => console::result(&cascade::to_json(&reading.cascade)),
            Err(exit) => exit,
        },
        (found, _) => {
            let what =
                if found.is_some() { "ada lebih dari satu instansi" } else { "tidak ada instansi dengan nama itu" };
            console::complain(&what, &format!("Pilih dengan --instansi NAMA: {}.", names.join(", ")));
            Exit::Usage
        }
    }
}
