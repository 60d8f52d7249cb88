//! The live preview: the real program, its page asked for over the loopback
//! address, a template broken and mended.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::project::Project;

/// A running `perjakin awasi`.
struct Watching {
    child: Child,
    stdout: BufReader<ChildStdout>,
    address: String,
}

impl Watching {
    fn start(project: &Project, args: &[&str]) -> Self {
        let mut child = project
            .command(&[&["awasi"], args].concat())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(project.path("stderr.txt")).unwrap())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().strip_suffix('/').unwrap().to_owned();
        Self { child, stdout, address }
    }

    /// What a browser gets, without the head; empty where the answer is no.
    fn get(&self, url: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {url} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        if head.starts_with("HTTP/1.1 200 ") { body.to_owned() } else { String::new() }
    }

    /// The page once it shows what is wanted, waited for as its script does.
    fn until(&self, wanted: &str) -> String {
        loop {
            let page = self.get("/");
            if page.contains(wanted) {
                return page;
            }
            let known = quoted(&page, "data-versi=\"");
            assert_ne!(self.get(&format!("/keadaan?setelah={known}")), known, "no {wanted} in {page}");
        }
    }

    /// The first of the sheet's pages.
    fn sheet(&self, page: &str) -> String {
        self.get(quoted(page, "<img src=\""))
    }

    /// Ctrl-C, and the exit code that follows.
    fn interrupt(mut self) -> i32 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let code = self.child.wait().unwrap().code().expect("no signal ends the program");
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "", "the address is all there is on stdout");
        code
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // Only where a test failed before its end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What stands in double quotes after a text.
fn quoted<'a>(page: &'a str, before: &str) -> &'a str {
    page.split_once(before).unwrap().1.split('"').next().unwrap()
}

#[test]
#[cfg(unix)]
fn a_template_is_broken_and_mended_before_the_eyes_of_the_office() {
    let kop = "#let kop(k, lebar) = [KOP]\n";
    let project = Project::sample().write("templates/kop.typ", kop).write("templates/pkk.typ", "x");
    let watching = Watching::start(&project, &["--hanya", "perencana"]);
    let page = watching.until("2 halaman");
    assert!(page.contains("Perencana Ahli Muda"), "{page}");
    assert_eq!(page.matches("<option ").count(), 22);
    let sheet = watching.sheet(&page);
    assert!(sheet.starts_with("<svg") && sheet.contains("viewBox"), "{sheet}");

    let project = project.write("templates/kop.typ", format!("{kop}\n  #tidak-ada\n"));
    let broken = watching.until("templates/kop.typ:3:4");
    assert!(broken.contains("3 |   #tidak-ada\n  |    ^"), "{broken}");
    assert!(broken.contains("Perencana Ahli Muda"), "{broken}");
    assert_eq!(watching.sheet(&broken), sheet, "the last good rendering stays");

    let project = project.write("templates/kop.typ", "#let kop(k, lebar) = [KOP YANG LAIN]\n");
    let mended = watching.until("<div class=\"lembar\">");
    assert!(!mended.contains("kop.typ"), "{mended}");
    assert_ne!(watching.sheet(&mended), sheet);

    let project = project.write("templates/redaksi/judul.txt", "JUDUL {{ tahunn }}");
    watching.until("templates/redaksi/judul.txt:1:10");
    let project = project.write("templates/redaksi/judul.txt", "JUDUL {{ tahun }}");
    watching.until("<div class=\"lembar\">");
    let project = project.edit("input/dinsos-bekasi-2026/perjakin.toml", |text| text.replace("= 2026", "= 2031"));
    watching.until("Dinas Sosial Kota Bekasi 2031");

    assert_eq!(watching.interrupt(), 130);
    let said = fs::read_to_string(project.path("stderr.txt")).unwrap();
    assert!(said.contains("galat: templates/kop.typ:3:4: nama \"tidak-ada\" tidak dikenal"), "{said}");
    assert!(said.contains("    3 |   #tidak-ada\n      |    ^"), "{said}");
    assert!(said.contains("templates/pkk.typ tidak dipakai"), "{said}");
    assert!(!project.path("output").exists(), "nothing is written");
}

#[test]
fn a_pattern_that_matches_nothing_and_a_taken_port_are_wrong_use() {
    let project = Project::sample();
    let run = project.run(&["awasi", "--hanya", "tidak ada yang bernama begini"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = project.run(&["watch", "--port", &port]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("--port"), "{}", run.stderr);
}
