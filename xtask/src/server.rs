//! A small web server for the assembled site, as strict as a careful host: the right types, nothing outside its
//! directory, and a content security policy that the widgets must live with.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

/// What a page of this site may do: run its own scripts and wasm, and nothing from elsewhere.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

/// The head of a request is never longer on a page of ours.
const MOST_HEAD: u64 = 64 * 1024;

/// A directory that is being served on this machine, and to this machine only.
///
/// A thread a connection, and a connection an answer: the servers that share out threads kept a browser waiting that
/// opens more connections than it uses.
pub(crate) struct Site {
    root: Arc<Path>,
    listener: TcpListener,
    address: SocketAddr,
}

impl Site {
    /// Takes a port; 0 takes any that is free. Requests wait until [`Self::serve`] or [`Self::serve_aside`].
    pub(crate) fn open(root: PathBuf, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        Ok(Self { root: root.into(), listener, address })
    }

    /// The address as a browser wants it, without a slash at the end.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers requests until the process ends.
    pub(crate) fn serve(self) -> Result<()> {
        for connection in self.listener.incoming() {
            let (connection, root) = (connection?, Arc::clone(&self.root));
            // A browser that went away before the answer is none of our concern.
            std::thread::spawn(move || drop(converse(&root, &connection)));
        }
        Ok(())
    }

    /// Answers requests on a thread of its own while the caller goes on.
    pub(crate) fn serve_aside(self) {
        std::thread::spawn(move || self.serve());
    }
}

/// Reads one request and answers it.
fn converse(root: &Path, connection: &TcpStream) -> io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut head = BufReader::new(connection.take(MOST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split_ascii_whitespace();
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    answer(root, method, url).send(connection, method == "HEAD")
}

/// What goes back.
struct Response {
    status: &'static str,
    media_type: &'static str,
    location: Option<String>,
    content: Vec<u8>,
}

impl Response {
    fn plain(status: &'static str, text: &str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", location: None, content: text.into() }
    }

    fn send(&self, mut connection: &TcpStream, head_only: bool) -> io::Result<()> {
        let Self { status, media_type, location, content } = self;
        let mut out = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nConnection: close\r\n\
             Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n",
            content.len()
        );
        if let Some(location) = location {
            out.push_str(&format!("Location: {location}\r\n"));
        }
        if media_type.starts_with("text/html") {
            out.push_str(&format!("Content-Security-Policy: {POLICY}\r\n"));
        } else {
            // The scripts, the wasm and the texts are there for the pages of others.
            out.push_str("Access-Control-Allow-Origin: *\r\n");
        }
        out.push_str("\r\n");
        connection.write_all(out.as_bytes())?;
        if !head_only {
            connection.write_all(content)?;
        }
        connection.flush()
    }
}

/// What to answer to a path.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// A directory asked for without its slash; its relative links would point elsewhere.
    Elsewhere(String),
    Nothing,
}

fn answer(root: &Path, method: &str, url: &str) -> Response {
    if !matches!(method, "GET" | "HEAD") {
        return Response::plain("405 Method Not Allowed", "only GET and HEAD are answered here\n");
    }
    match find(root, url) {
        Found::File(file) => match fs::read(&file) {
            Ok(content) => Response { status: "200 OK", media_type: media_type(&file), location: None, content },
            Err(_) => Response::plain("500 Internal Server Error", "the file could not be read\n"),
        },
        Found::Elsewhere(place) => Response { location: Some(place), ..Response::plain("308 Permanent Redirect", "") },
        Found::Nothing => Response::plain("404 Not Found", "there is nothing here\n"),
    }
}

/// Finds the file for a URL. A path with a part that climbs, hides or names a drive has none; nor has one with a line
/// break, which would end a header.
fn find(root: &Path, url: &str) -> Found {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some(decoded) = percent_decode(path) else {
        return Found::Nothing;
    };
    let mut file = root.to_path_buf();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0', '\r', '\n']) {
            return Found::Nothing;
        }
        file.push(part);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            // One slash only: `//x/` would be another host.
            return Found::Elsewhere(format!("/{}/", path.trim_matches('/')));
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return Found::Nothing;
    }
    if file.is_file() { Found::File(file) } else { Found::Nothing }
}

fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "txt" | "ts" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(url: &str) -> Found {
        find(Path::new(env!("CARGO_MANIFEST_DIR")), url)
    }

    #[test]
    fn files_are_found_by_their_path() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/main.rs");
        assert_eq!(here("/src/main.rs?v=1"), Found::File(file.clone()));
        assert_eq!(here("/src/m%61in.rs"), Found::File(file));
        assert_eq!(here("/src"), Found::Elsewhere("/src/".to_owned()));
        assert_eq!(here("//src"), Found::Elsewhere("/src/".to_owned()));
        // There is no index.html in it.
        assert_eq!(here("/src/"), Found::Nothing);
        assert_eq!(here("/src/main.rs/"), Found::Nothing);
    }

    #[test]
    fn nothing_outside_is_served() {
        for url in [
            "/../Cargo.toml",
            "/src/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/src\\..\\..",
            "/.git/config",
            "/%00",
            "/%zz",
        ] {
            assert_eq!(here(url), Found::Nothing, "{url}");
        }
    }

    #[test]
    fn wasm_and_scripts_have_the_types_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("a")), "application/octet-stream");
    }
}
