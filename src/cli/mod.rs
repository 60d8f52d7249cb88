//! The command line: the only room that prints. One file a command.

mod args;
mod exit;
mod usage;

use std::process::ExitCode;

use clap::Parser as _;

use self::args::Cli;
use self::exit::Exit;

/// Runs the program with the process's own arguments.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            eprintln!("{}", usage::explain(&error));
            return Exit::Usage.into();
        }
        Err(help) => {
            print!("{help}");
            return Exit::Done.into();
        }
    };
    let _ = cli;
    Exit::Done.into()
}
