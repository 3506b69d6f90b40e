//! A small web server for the assembled site, as strict as a careful host: the right types, nothing outside its
//! directory, and a content security policy that the widgets must live with.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// What a page of this site may do: run its own scripts and wasm, and nothing from elsewhere.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

const THREADS: usize = 4;

/// A directory that is being served on this machine, and to this machine only.
pub(crate) struct Site {
    root: PathBuf,
    server: Arc<Server>,
    address: SocketAddr,
}

impl Site {
    /// Takes a port; 0 takes any that is free. Requests wait until [`Self::serve`] or [`Self::serve_aside`].
    pub(crate) fn open(root: PathBuf, port: u16) -> Result<Self> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| anyhow!("{error}"))?;
        let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no address"))?;
        Ok(Self { root, server: Arc::new(server), address })
    }

    /// The address as a browser wants it, without a slash at the end.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers requests until the process ends.
    pub(crate) fn serve(self) -> Result<()> {
        for thread in self.start() {
            thread.join().map_err(|_| anyhow!("the server stopped"))?;
        }
        Ok(())
    }

    /// Answers requests on threads of their own while the caller goes on.
    pub(crate) fn serve_aside(self) {
        self.start();
    }

    fn start(&self) -> Vec<std::thread::JoinHandle<()>> {
        let work = || {
            let (server, root) = (Arc::clone(&self.server), self.root.clone());
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(&root, request);
                }
            })
        };
        (0..THREADS).map(|_| work()).collect()
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

fn answer(root: &Path, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        respond(request, plain(405, "only GET and HEAD are answered here\n"));
        return;
    }
    let response = match find(root, request.url()) {
        Found::File(file) => match fs::read(&file) {
            Ok(content) => with_headers(Response::from_data(content), media_type(&file)),
            Err(_) => plain(500, "the file could not be read\n"),
        },
        Found::Elsewhere(place) => {
            let mut response = plain(308, "");
            response.add_header(header("Location", &place));
            response
        }
        Found::Nothing => plain(404, "there is nothing here\n"),
    };
    respond(request, response);
}

fn respond(request: Request, response: Response<std::io::Cursor<Vec<u8>>>) {
    // A browser that went away before the answer is none of our concern.
    let _ = request.respond(response);
}

/// Finds the file for a URL. A path with a part that climbs, hides or names a drive has none.
fn find(root: &Path, url: &str) -> Found {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some(decoded) = percent_decode(path) else {
        return Found::Nothing;
    };
    let mut file = root.to_path_buf();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
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

fn plain(status: u16, text: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    with_headers(Response::from_data(text).with_status_code(StatusCode(status)), "text/plain; charset=utf-8")
}

fn with_headers(
    mut response: Response<std::io::Cursor<Vec<u8>>>,
    media_type: &str,
) -> Response<std::io::Cursor<Vec<u8>>> {
    response.add_header(header("Content-Type", media_type));
    response.add_header(header("Cache-Control", "no-cache"));
    response.add_header(header("X-Content-Type-Options", "nosniff"));
    if media_type.starts_with("text/html") {
        response.add_header(header("Content-Security-Policy", POLICY));
    } else {
        // The scripts, the wasm and the texts are there for the pages of others.
        response.add_header(header("Access-Control-Allow-Origin", "*"));
    }
    response
}

/// A header of our own making; both parts are plain ASCII or come from a URL, which is too.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("`{name}: {value}` is no header"))
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
