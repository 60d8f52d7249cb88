//! The guarded reader: workbooks are parsed in a child process, the program
//! starting itself, because some damage cannot be caught from within. A lying
//! size makes the allocator abort; a loop in an old container never ends.
//!
//! The parent opens the file and hands it over as the child's standard input;
//! the child never learns a path, so it can open no other file. It sets its
//! own limits before it reads the first byte, and answers on standard output
//! ([`super::wire`]). Whatever ends it early becomes one [`WorkbookError`].
//!
//! | limit | Linux | other Unix | elsewhere |
//! | --- | --- | --- | --- |
//! | memory ([`MEMORY`]) | yes | as far as the system obeys it | no |
//! | processor time ([`CPU_SECONDS`]) | yes | yes | no |
//! | writing files, core dumps | none | none | not restricted |
//! | wall time ([`WALL`]) | yes | yes | yes |
//!
//! Where a limit does not exist, the process boundary still holds: a crash
//! ends the child and leaves the program standing.

use std::ffi::OsString;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::grid::Grid;
use super::{WorkbookError, file_name, open, read_bytes, take_all, wire};

/// The hidden subcommand with which the program starts itself.
pub const COMMAND: &str = "baca-terjaga";
/// Address space of the reading process, in bytes.
pub const MEMORY: u64 = 1_400 << 20;
/// Processor time of the reading process, in seconds.
pub const CPU_SECONDS: u64 = 8;
/// Wall time until the reading process is ended.
pub const WALL: Duration = Duration::from_secs(9);

/// Reads workbooks in a child process.
#[derive(Debug, Clone)]
pub struct Guard {
    program: PathBuf,
    arguments: Vec<OsString>,
}

impl Guard {
    /// A guard that starts `program` (the running executable, as `cli` knows
    /// it) with [`COMMAND`]; the program must call [`serve`] then.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), arguments: vec![COMMAND.into()] }
    }

    /// Reads every sheet of a workbook, as [`super::read`] does.
    ///
    /// # Errors
    /// As [`super::read`]; and [`WorkbookError::Exhausted`] when the child ran
    /// into a limit, [`WorkbookError::Corrupt`] when it ended otherwise.
    pub fn read(&self, path: &Path) -> Result<Vec<Grid>, WorkbookError> {
        let file = file_name(path);
        let input = open(path, &file)?;
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .stdin(Stdio::from(input))
            .stdout(Stdio::piped())
            // A panic message may quote what it choked on.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| WorkbookError::from_io(&file, &error))?;
        let Some(output) = child.stdout.take() else {
            return Err(WorkbookError::corrupt(&file, "pembaca tidak menjawab"));
        };
        let (send, answer) = mpsc::channel();
        let name = file.clone();
        let listener = thread::spawn(move || {
            // Nobody may be listening any more after the time is up.
            let _ = send.send(wire::receive(BufReader::new(output), &name));
        });
        let answer = answer.recv_timeout(WALL);
        if answer.is_err() {
            // It may have ended by itself in this very moment.
            let _ = child.kill();
        }
        let status = child.wait();
        // The pipe is closed now, so the listener has nothing to wait for.
        let _ = listener.join();
        match (answer, status) {
            (Ok(Ok(result)), _) => result,
            (Err(RecvTimeoutError::Timeout), _) => Err(WorkbookError::Exhausted { file }),
            (_, Ok(status)) => Err(explain(file, status)),
            (_, Err(error)) => Err(WorkbookError::from_io(&file, &error)),
        }
    }
}

/// What a status says that came without an answer: a signal is the sign of a
/// limit or of memory that could not be had; a code that of a panic.
fn explain(file: String, status: ExitStatus) -> WorkbookError {
    match status.code() {
        Some(_) => {
            WorkbookError::Corrupt { file, detail: "ada isi yang tidak dikenal sehingga pembaca berhenti".into() }
        }
        None => WorkbookError::Exhausted { file },
    }
}

/// The child's side: limits this process, reads a workbook from `input` and
/// answers on `output`. Called by the program for [`COMMAND`], and by nothing
/// else, since the limits stay for good.
///
/// # Errors
/// When the answer cannot be written.
pub fn serve(input: impl Read, output: impl Write) -> io::Result<()> {
    limit();
    let mut output = BufWriter::new(output);
    let result = take_all(input, "").and_then(|bytes| read_bytes("", bytes));
    wire::send(&mut output, &result)?;
    output.flush()
}

/// Limits are hints where the system refuses them; the process boundary and
/// the wall time hold without.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, value| {
        let _ = setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) });
    };
    set(Resource::Core, 0);
    set(Resource::Fsize, 0);
    set(Resource::Cpu, CPU_SECONDS);
    set(Resource::As, MEMORY);
}

#[cfg(not(unix))]
fn limit() {}
