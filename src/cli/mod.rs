//! The command line: the only room that prints. One file a command.

mod args;
mod awasi;
mod banding;
mod cetak;
mod console;
mod edisi;
mod exit;
mod guard;
mod interrupt;
mod jelaskan;
mod kaskade;
mod mulai;
mod normalkan;
mod open;
mod periksa;
mod progress;
mod relative;
mod summary;
mod terbit;
mod tetapkan;
mod usage;
mod verifikasi;

use std::process::ExitCode;

use clap::Parser as _;

use self::args::{Cli, Command};
use self::exit::Exit;
use crate::workbook::child;

/// Runs the program with the process's own arguments.
pub fn run() -> ExitCode {
    // Not a command for people, so it is not in the help.
    if std::env::args_os().nth(1).is_some_and(|word| word == child::COMMAND) {
        return open::serve().into();
    }
    guard::guarded(|| match Cli::try_parse() {
        Ok(cli) => dispatch(cli),
        Err(error) if error.use_stderr() => {
            console::say(&usage::explain(&error));
            Exit::Usage
        }
        Err(help) => console::result(&help.to_string()),
    })
    .into()
}

fn dispatch(cli: Cli) -> Exit {
    interrupt::listen();
    match cli.command.unwrap_or(Command::Cetak(cli.cetak)) {
        Command::Periksa(args) => periksa::run(&args),
        Command::Kaskade(args) => kaskade::run(&args),
        Command::Jelaskan { kode } => jelaskan::run(kode.as_deref()),
        Command::Cetak(args) => cetak::run(&args),
        Command::Bagan(args) => cetak::charts(&args),
        Command::Tetapkan(args) => tetapkan::run(&args),
        Command::Normalkan(args) => normalkan::run(&args),
        Command::Mulai(args) => mulai::run(&args),
        Command::Banding(args) => banding::run(&args),
        Command::Verifikasi(args) => verifikasi::run(&args),
        Command::Awasi(args) => awasi::run(&args),
    }
}
