//! The page over HTTP, on the loopback address only.
//!
//! One thread takes the requests. A page that asks for the next view is kept
//! waiting until there is one (long polling); everything else is answered at
//! once, each on a thread of its own, so that a browser that stops reading
//! holds up nobody else.

use std::io::{self, Cursor};
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tiny_http::{Header, Request, Response};

use super::page;
use super::route::{Asked, Refusal, Route, route};
use super::stage::Stage;

/// How long a new view may lie before those who wait for it are told.
const TICK: Duration = Duration::from_millis(40);

/// How long a page waits before it is told that nothing is new. Browsers and
/// systems cut connections that are silent much longer.
const PATIENCE: Duration = Duration::from_secs(25);

/// Pages that may wait at the same time.
const WAITING: usize = 32;

/// What the page may load: its own style, script and pages, nothing else, and
/// no other page may frame it.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                           connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a sheet's page may do when it is opened alone: show itself, with the
/// images that lie inside it.
const SVG_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

type Answer = Response<Cursor<Vec<u8>>>;

/// The server of one preview.
pub struct Server {
    http: tiny_http::Server,
    stage: Arc<Stage>,
    port: u16,
}

/// A page that waits for the next view.
struct Waiting {
    request: Request,
    known: String,
    since: Instant,
}

impl Server {
    /// Takes a port of the loopback address, 0 for a free one.
    ///
    /// # Errors
    /// When the port is not to be had.
    pub fn bind(port: u16, stage: Arc<Stage>) -> io::Result<Self> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| error.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error))?;
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self { http, stage, port })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers until the stage is closed.
    pub fn serve(self) {
        let mut waiting = Vec::new();
        while !self.stage.is_closed() {
            match self.http.recv_timeout(TICK) {
                Ok(Some(request)) => self.take(request, &mut waiting),
                Ok(None) => {}
                Err(_) => thread::sleep(TICK),
            }
            self.tell(&mut waiting);
        }
    }

    /// Answers a request, or puts it among those that wait.
    fn take(&self, request: Request, waiting: &mut Vec<Waiting>) {
        match self.route(&request) {
            Ok(Route::Next(known)) => waiting.push(Waiting { request, known, since: Instant::now() }),
            Ok(route) => reply(request, self.answer(&route)),
            Err(refusal) => reply(request, refuse(refusal)),
        }
    }

    /// Tells those who wait of the view, if it is new to them or they have
    /// waited long enough; the first ones too where too many wait.
    fn tell(&self, waiting: &mut Vec<Waiting>) {
        let token = self.stage.view().token();
        let crowd = waiting.len().saturating_sub(WAITING);
        for (index, one) in std::mem::take(waiting).into_iter().enumerate() {
            if index < crowd || one.known != token || one.since.elapsed() >= PATIENCE {
                reply(one.request, respond(200, "text/plain; charset=utf-8", PAGE_POLICY, &token));
            } else {
                waiting.push(one);
            }
        }
    }

    fn route(&self, request: &Request) -> Result<Route, Refusal> {
        let header = |name: &'static str| {
            let mut found = request.headers().iter().filter(|header| header.field.equiv(name));
            // A header that stands twice says nothing for certain.
            found.next().filter(|_| found.next().is_none()).map(|header| header.value.as_str())
        };
        let (method, host, site) = (request.method().as_str(), header("Host"), header("Sec-Fetch-Site"));
        route(Asked { method, url: request.url(), host, site }, self.port)
    }

    fn answer(&self, route: &Route) -> Answer {
        let view = self.stage.view();
        let html = |text: &str| respond(200, "text/html; charset=utf-8", PAGE_POLICY, text);
        match route {
            Route::Page => html(&page::page(&view)),
            Route::Body => html(&page::body(&view)),
            Route::Next(_) => respond(200, "text/plain; charset=utf-8", PAGE_POLICY, &view.token()),
            Route::Choose(key) => {
                self.stage.wish(key);
                let answer = respond(303, "text/plain; charset=utf-8", PAGE_POLICY, "");
                header("Location", "/").into_iter().fold(answer, Response::with_header)
            }
            Route::Sheet(token, number) => {
                let good = view.good.as_ref().filter(|_| view.rendering_token().as_deref() == Some(token));
                let svg = good.and_then(|good| good.pages.get(number.checked_sub(1)?));
                svg.map_or_else(|| refuse(Refusal::Unknown), |svg| respond(200, "image/svg+xml", SVG_POLICY, svg))
            }
            Route::Style => respond(200, "text/css; charset=utf-8", PAGE_POLICY, page::STYLE),
            Route::Script => respond(200, "text/javascript; charset=utf-8", PAGE_POLICY, page::SCRIPT),
        }
    }
}

/// Sends an answer on a thread of its own. Where none can be had, the request
/// is dropped, which the browser hears as a failure.
fn reply(request: Request, answer: Answer) {
    let _ = thread::Builder::new().spawn(move || request.respond(answer));
}

fn refuse(refusal: Refusal) -> Answer {
    respond(refusal.status(), "text/plain; charset=utf-8", PAGE_POLICY, "tidak ada di sini")
}

fn respond(status: u16, kind: &str, policy: &str, text: &str) -> Answer {
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", policy),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        // The browser must not keep what it was shown, on disk least of all.
        ("Cache-Control", "no-store"),
    ];
    // The length is known, so there is no need to send it in chunks.
    let answer = Response::from_data(text).with_status_code(status).with_chunked_threshold(usize::MAX);
    headers.into_iter().filter_map(|(name, value)| header(name, value)).fold(answer, Response::with_header)
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::super::view::{Rendering, View};
    use super::*;

    struct Running {
        stage: Arc<Stage>,
        port: u16,
    }

    impl Drop for Running {
        fn drop(&mut self) {
            self.stage.close();
        }
    }

    fn view(version: u64) -> View {
        let pages = vec!["<svg>satu</svg>".into()];
        let good = Rendering { version, jabatan: "Sekretaris".into(), draft: false, pages };
        View { version, title: "Dinas Contoh 2026".into(), good: Some(Arc::new(good)), ..View::default() }
    }

    fn start() -> Running {
        let stage = Arc::new(Stage::new(1, view(1)));
        let server = Server::bind(0, Arc::clone(&stage)).unwrap();
        let port = server.port();
        thread::spawn(move || server.serve());
        Running { stage, port }
    }

    impl Running {
        fn ask(&self, method: &str, url: &str, host: &str) -> String {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
            let request = format!("{method} {url} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        }

        fn get(&self, url: &str) -> String {
            self.ask("GET", url, &format!("127.0.0.1:{}", self.port))
        }
    }

    #[test]
    fn the_page_and_its_parts_are_served_with_a_policy_and_kept_by_nobody() {
        let server = start();
        for (url, kind, content) in [
            ("/", "text/html", "<img src=\"/halaman/1-1/1.svg\""),
            ("/isi", "text/html", "data-versi=\"1-1\""),
            ("/halaman/1-1/1.svg", "image/svg+xml", "<svg>satu</svg>"),
            ("/awasi.css", "text/css", "body {"),
            ("/awasi.js", "text/javascript", "/keadaan?setelah="),
        ] {
            let answer = server.get(url);
            assert!(answer.starts_with("HTTP/1.1 200 "), "{url}: {answer}");
            assert!(answer.contains(&format!("Content-Type: {kind}")) && answer.contains(content), "{url}: {answer}");
            assert!(answer.contains("Content-Security-Policy: default-src 'none'; "), "{url}: {answer}");
            assert!(answer.contains("Cache-Control: no-store"), "{url}: {answer}");
        }
    }

    #[test]
    fn others_get_nothing() {
        let server = start();
        let own = format!("127.0.0.1:{}", server.port);
        for (method, url, host, status) in [
            ("GET", "/", "contoh.test", 403),
            ("GET", "/halaman/1-1/1.svg", "contoh.test:80", 403),
            ("POST", "/", own.as_str(), 405),
            ("GET", "/../Cargo.toml", own.as_str(), 404),
            ("GET", "/halaman/1-0/1.svg", own.as_str(), 404),
            ("GET", "/halaman/1-1/0.svg", own.as_str(), 404),
            ("GET", "/halaman/1-1/2.svg", own.as_str(), 404),
        ] {
            let answer = server.ask(method, url, host);
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{method} {url} {host}: {answer}");
            assert!(!answer.contains("<svg") && !answer.contains("Dinas Contoh"), "{answer}");
        }
    }

    #[test]
    fn a_page_waits_for_the_next_view_while_others_are_served() {
        let server = start();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| server.get("/keadaan?setelah=1-1"));
            thread::sleep(3 * TICK);
            assert!(server.get("/isi").contains("data-versi=\"1-1\""));
            assert!(!waiting.is_finished());
            server.stage.show(view(2));
            assert!(waiting.join().unwrap().ends_with("\r\n\r\n1-2"));
        });
        assert!(server.get("/keadaan?setelah=lama").ends_with("\r\n\r\n1-2"), "what is old is told at once");
    }

    #[test]
    fn a_choice_is_handed_on_and_leads_back_to_the_page() {
        let server = start();
        let answer = server.get("/pilih?lembar=k7f2qa00");
        assert!(answer.starts_with("HTTP/1.1 303 ") && answer.contains("Location: /\r\n"), "{answer}");
        assert_eq!(server.stage.wait(Duration::ZERO), Some(Some("k7f2qa00".into())));
    }

    #[test]
    fn a_port_that_is_taken_is_an_error() {
        let server = start();
        assert!(Server::bind(server.port, Arc::clone(&server.stage)).is_err());
    }
}
