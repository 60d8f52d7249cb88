//! What a request asks for. A short list of known addresses; none of them is
//! ever turned into a path on disk.
//!
//! The page shows personal data, so it answers only to itself: the request
//! must name the loopback address as its host (a page elsewhere whose name was
//! bent to 127.0.0.1 names its own), and must not come from another site.

/// What there is to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The whole page.
    Page,
    /// The part of the page that changes.
    Body,
    /// The token of the view, once it is no longer this one.
    Next(String),
    /// Another sheet, by its key.
    Choose(String),
    /// One page of the rendering with this token; the number counts from 1.
    Sheet(String, usize),
    /// The look.
    Style,
    /// The script.
    Script,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not for this address, or from another site.
    Foreign,
    /// Not a GET.
    Method,
    /// There is nothing at that address.
    Unknown,
}

impl Refusal {
    /// The status of the answer (RFC 9110).
    pub const fn status(self) -> u16 {
        match self {
            Self::Foreign => 403,
            Self::Method => 405,
            Self::Unknown => 404,
        }
    }
}

/// The parts of a request that matter.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// "GET".
    pub method: &'a str,
    /// Path and query.
    pub url: &'a str,
    /// The header `Host`.
    pub host: Option<&'a str>,
    /// The header `Sec-Fetch-Site`, which browsers set themselves.
    pub site: Option<&'a str>,
}

/// Finds out what is asked for on `port`.
///
/// # Errors
/// When it is not to be answered.
pub fn route(asked: Asked, port: u16) -> Result<Route, Refusal> {
    // Browsers leave the usual port out.
    let own = |host: &str| {
        let name = host.strip_suffix(&format!(":{port}")).or((port == 80).then_some(host));
        matches!(name, Some("127.0.0.1" | "localhost"))
    };
    let foreign = |site: &str| !matches!(site, "same-origin" | "none");
    if !asked.host.is_some_and(own) || asked.site.is_some_and(foreign) {
        return Err(Refusal::Foreign);
    }
    if asked.method != "GET" {
        return Err(Refusal::Method);
    }
    known(asked.url).ok_or(Refusal::Unknown)
}

fn known(url: &str) -> Option<Route> {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
    };
    match path {
        "/" => Some(Route::Page),
        "/isi" => Some(Route::Body),
        "/keadaan" => Some(Route::Next(value("setelah").unwrap_or_default())),
        "/pilih" => value("lembar").map(Route::Choose),
        "/awasi.css" => Some(Route::Style),
        "/awasi.js" => Some(Route::Script),
        _ => {
            let (token, page) = path.strip_prefix("/halaman/")?.strip_suffix(".svg")?.split_once('/')?;
            Some(Route::Sheet(token.to_owned(), page.parse().ok()?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(url: &str) -> Asked<'_> {
        Asked { method: "GET", url, host: Some("127.0.0.1:8080"), site: None }
    }

    #[test]
    fn the_known_addresses_are_told_apart() {
        for (url, expected) in [
            ("/", Ok(Route::Page)),
            ("/?x=1", Ok(Route::Page)),
            ("/isi", Ok(Route::Body)),
            ("/keadaan?setelah=1-2", Ok(Route::Next("1-2".into()))),
            ("/keadaan", Ok(Route::Next(String::new()))),
            ("/pilih?a=b&lembar=k7f2", Ok(Route::Choose("k7f2".into()))),
            ("/halaman/1-2/3.svg", Ok(Route::Sheet("1-2".into(), 3))),
            ("/awasi.css", Ok(Route::Style)),
            ("/awasi.js", Ok(Route::Script)),
            ("/pilih", Err(Refusal::Unknown)),
            ("/halaman/1-2/x.svg", Err(Refusal::Unknown)),
            ("/halaman/../../etc/passwd", Err(Refusal::Unknown)),
            ("/etc/passwd", Err(Refusal::Unknown)),
            ("http://127.0.0.1:8080/", Err(Refusal::Unknown)),
        ] {
            assert_eq!(route(asked(url), 8080), expected, "{url}");
        }
    }

    #[test]
    fn only_the_page_itself_is_answered() {
        for (host, site, answered) in [
            (Some("127.0.0.1:8080"), None, true),
            (Some("localhost:8080"), Some("same-origin"), true),
            (Some("127.0.0.1:8080"), Some("none"), true),
            (Some("127.0.0.1:8080"), Some("cross-site"), false),
            (Some("127.0.0.1:8080"), Some("same-site"), false),
            (Some("127.0.0.1:8081"), None, false),
            (Some("127.0.0.1"), None, false),
            (Some("contoh.test:8080"), None, false),
            (Some("127.0.0.1:8080.contoh.test"), None, false),
            (None, None, false),
        ] {
            let result = route(Asked { host, site, ..asked("/") }, 8080);
            assert_eq!(result.is_ok(), answered, "{host:?} {site:?}");
        }
    }

    #[test]
    fn the_usual_port_need_not_be_named() {
        for host in ["localhost", "localhost:80"] {
            assert!(route(Asked { host: Some(host), ..asked("/") }, 80).is_ok(), "{host}");
        }
    }

    #[test]
    fn nothing_but_get_is_done() {
        for method in ["POST", "HEAD", "PUT", "DELETE", "OPTIONS", "get"] {
            assert_eq!(route(Asked { method, ..asked("/") }, 8080), Err(Refusal::Method), "{method}");
        }
    }
}
