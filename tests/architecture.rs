//! The floors of the house, held by reading the sources as text.
//!
//! `ARCHITECTURE.md` draws them. Each test names its rule and the `file:line` that breaks it.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each folder of `src/` may use of the others. A path names a folder, or one item of it.
///
/// Folders that are not there yet have their rule here already, so that they are born under it.
const MAY_USE: &[(&str, &[&str])] = &[
    // The shared ground: texts, charts, answers. `content` publishes a pack per perspective, and only so knows its name.
    ("content", &["knoster::Perspective"]),
    ("chart", &[]),
    ("survey", &[]),
    ("words", &[]),
    // The topics.
    ("knoster", &["survey", "chart", "content"]),
    ("calendar", &["words", "content"]),
    ("smarti", &["words", "calendar", "content", "chart"]),
    ("diffusion", &["calendar", "chart", "content"]),
    ("practices", &["knoster::ChangeElement", "content"]),
    // JSON is read by the reader of plans, the only one there is.
    ("team", &["survey", "knoster", "chart", "content", "words", "smarti::json"]),
    ("plan", &["smarti", "calendar", "practices", "content"]),
    // The web stands on the domain, and neither half of it on the other.
    ("wasm", &["Error", DOMAIN]),
    ("widgets", &["Error", DOMAIN]),
];

/// Stands for every folder of the domain.
const DOMAIN: &str = "(the domain)";
/// The folders that are not the domain.
const WEB: [&str; 2] = ["wasm", "widgets"];
/// The crates of the web.
const WEB_CRATES: [&str; 5] = ["wasm_bindgen", "js_sys", "web_sys", "tsify", "serde_wasm_bindgen"];
/// What reaches for a clock, the machine or the network.
const OUTSIDE: [&str; 8] = ["time", "env", "fs", "net", "process", "thread", "io", "os"];
/// Longer files are read by nobody.
const MOST_LINES: usize = 450;

#[test]
fn a_folder_uses_only_what_its_floor_allows() {
    let mut faults = Vec::new();
    for source in rust_sources() {
        let Some(folder) = source.folder() else { continue };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == folder) else {
            faults.push(format!("{}:1: `src/{folder}` has no rule in MAY_USE", source.name));
            continue;
        };
        for path in source.paths() {
            let Some(used) = path.in_crate(&source) else { continue };
            let first = used.first().map_or("*", String::as_str);
            let is_allowed = first == folder
                || allowed.iter().any(|rule| match *rule {
                    DOMAIN => MAY_USE.iter().any(|(name, _)| *name == first && !WEB.contains(name)),
                    rule => rule.split("::").eq(used.iter().map(String::as_str).take(rule.split("::").count())),
                });
            if !is_allowed {
                let used = used.join("::");
                faults.push(format!("{}:{}: `src/{folder}` uses `crate::{used}`", source.name, path.line));
            }
        }
    }
    hold("a folder uses only what its floor allows (MAY_USE in tests/architecture.rs)", &faults);
}

#[test]
fn the_web_is_touched_at_the_boundary_only() {
    let mut faults = Vec::new();
    for source in rust_sources().iter().filter(|source| !source.is_boundary()) {
        for token in source.tokens.iter().filter(|token| WEB_CRATES.contains(&token.text.as_str())) {
            faults.push(format!("{}:{}: `{}`", source.name, token.line, token.text));
        }
    }
    let places = "src/wasm/, src/widgets/host.rs and src/widgets/**/element.rs";
    hold(&format!("{} stand only in {places}", WEB_CRATES.join(", ")), &faults);
}

#[test]
fn nothing_but_the_boundary_knows_a_clock_or_a_machine() {
    let mut faults = Vec::new();
    for source in rust_sources().iter().filter(|source| !source.is_boundary()) {
        for path in source.paths() {
            let outside = match path.segments.get(..2) {
                Some([first, second]) => first == "std" && OUTSIDE.contains(&second.as_str()),
                _ => false,
            };
            if outside {
                faults.push(format!("{}:{}: `{}`", source.name, path.line, path.segments.join("::")));
            }
        }
        for token in source.tokens.iter().filter(|token| matches!(token.text.as_str(), "Instant" | "SystemTime")) {
            faults.push(format!("{}:{}: `{}`", source.name, token.line, token.text));
        }
    }
    hold("the domain is told the time and reads no machine: no clock, environment, file or network", &faults);
}

#[test]
fn no_file_is_longer_than_a_sitting() {
    let mut faults = Vec::new();
    for folder in ["src", "xtask/src", "www/src"] {
        // A list of words is looked up, not read.
        for file in files(&root().join(folder)).iter().filter(|file| !file.ends_with("goal-words.txt")) {
            let Ok(text) = fs::read_to_string(file) else { continue };
            let lines = text.lines().count();
            if lines > MOST_LINES {
                faults.push(format!("{}:{lines}: {lines} lines", name(file)));
            }
        }
    }
    hold(&format!("a file in src/, xtask/src/ or www/src/ has at most {MOST_LINES} lines"), &faults);
}

/// What the domain is built on besides itself: `jiff` for dates, which stands on a core of its own, `libm` for functions
/// that give the same bits on every machine, `csv-core` (with `memchr`) for the tables that people export from elsewhere, and
/// `wide` (with `safe_arch` and `bytemuck`) for large surveys, natively.
/// None brings a clock, a time zone or the web with it as they are used here.
/// Another one is a decision, and its reason belongs here.
const DOMAIN_CRATES: [&str; 9] =
    ["bytemuck", "csv-core", "jiff", "jiff-core", "libm", "memchr", "olievlek", "safe_arch", "wide"];

/// The other tests read the sources; this one asks cargo, and there is none inside wasm.
#[test]
#[cfg(not(target_family = "wasm"))]
fn the_domain_depends_on_dates_and_mathematics_and_nothing_else() {
    let cargo = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--package", "olievlek", "--edges", "normal", "--no-default-features", "--prefix", "none"])
        .args(["--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(cargo.status.success(), "cargo tree: {}", String::from_utf8_lossy(&cargo.stderr));
    let crates = String::from_utf8_lossy(&cargo.stdout).into_owned();
    let mut crates: Vec<&str> =
        crates.lines().filter_map(|line| line.split(' ').next()).filter(|name| !name.is_empty()).collect();
    crates.sort_unstable();
    crates.dedup();
    assert_eq!(crates, DOMAIN_CRATES, "Cargo.toml:1: without features the crate depends on these and nothing else");
}

#[test]
fn the_reader_of_sources_sees_what_it_must() {
    let text = r##"
        use crate::{Error, knoster::{ChangeElement, Status as S}, chart::*};
        // use crate::comment;  /* use crate::comment; */
        /* outer /* crate::nested */ crate::comment */
        const A: &str = "crate::string // \" crate::string";
        const B: &str = r#"crate::raw " crate::raw"#;
        fn f<'a>(c: char) -> bool { c == '"' || c == '\'' || crate::survey::x::<u8>() }
        use std::{env, fs as files};
        mod tests { use super::*; fn g() { super::super::wasm::h() } }
    "##;
    let source = Source::new("src/plan/moment.rs".into(), text);
    let paths = source.paths();
    let used: Vec<String> = paths.iter().filter_map(|path| Some(path.in_crate(&source)?.join("::"))).collect();
    let expected = [
        "Error",
        "knoster::ChangeElement",
        "knoster::Status",
        "chart::*",
        "survey::x",
        "plan::moment::*",
        "plan::wasm::h",
    ];
    assert_eq!(used, expected);
    let std: Vec<String> =
        paths.iter().filter(|path| path.segments[0] == "std").map(|path| path.segments.join("::")).collect();
    assert_eq!(std, ["std::env", "std::fs"]);
}

#[track_caller]
fn hold(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}; broken by\n  {}", faults.join("\n  "));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The path from the root, with forward slashes.
fn name(file: &Path) -> String {
    let parts = file.strip_prefix(root()).unwrap_or(file).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// Every file under a folder, in a fixed order; none where the folder is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut entries: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    entries.into_iter().flat_map(|entry| if entry.is_dir() { files(&entry) } else { vec![entry] }).collect()
}

fn rust_sources() -> Vec<Source> {
    let files = files(&root().join("src")).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let sources: Vec<Source> =
        files.map(|file| Source::new(name(&file), &fs::read_to_string(&file).expect("a source is UTF-8"))).collect();
    assert!(sources.iter().any(|source| source.name == "src/lib.rs"), "the sources stand in src/");
    sources
}

/// A source file as tokens, without comments and without what stands in quotes.
struct Source {
    name: String,
    tokens: Vec<Token>,
}

struct Token {
    text: String,
    line: usize,
}

/// A path such as `crate::knoster::Status`, with the modules written out that it stands in.
struct Used {
    segments: Vec<String>,
    line: usize,
    /// The inline modules around it, such as `tests`.
    within: Vec<String>,
}

impl Source {
    fn new(name: String, text: &str) -> Self {
        Self { name, tokens: tokens(text) }
    }

    /// The modules that this file is: `["knoster", "code"]` for `src/knoster/code.rs`.
    fn modules(&self) -> Vec<String> {
        let path = self.name.trim_start_matches("src/").trim_end_matches(".rs");
        let mut modules: Vec<String> = path.split('/').map(String::from).collect();
        if modules.last().is_some_and(|last| last == "mod" || (modules.len() == 1 && last == "lib")) {
            modules.pop();
        }
        modules
    }

    /// The folder of `src/` that it belongs to; the files directly in `src/` join the folders and have no rule.
    fn folder(&self) -> Option<String> {
        let path = self.name.trim_start_matches("src/");
        path.split_once('/').map(|(folder, _)| folder.to_owned())
    }

    /// Whether the web may be touched here.
    fn is_boundary(&self) -> bool {
        let name = self.name.as_str();
        let own_element = name.starts_with("src/widgets/") && name.ends_with("/element.rs");
        name.starts_with("src/wasm/") || own_element || name == "src/widgets/host.rs"
    }

    /// Every path of two segments or more, with groups written out.
    fn paths(&self) -> Vec<Used> {
        let mut paths = Vec::new();
        // For each open brace the inline module that it opened, if it did.
        let mut braces: Vec<Option<String>> = Vec::new();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            match token.text.as_str() {
                "{" => {
                    let before = |back: usize| at.checked_sub(back).map(|place| self.tokens[place].text.as_str());
                    braces.push((before(2) == Some("mod")).then(|| before(1).unwrap_or_default().to_owned()));
                }
                "}" => _ = braces.pop(),
                _ if is_name(&token.text) && self.is(at + 1, "::") => {
                    let within: Vec<String> = braces.iter().flatten().cloned().collect();
                    at = self.read_path(at, &[], &within, &mut paths);
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        paths
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == text)
    }

    /// Reads the path that starts here, in a group its branches, and returns the place after it.
    fn read_path(&self, mut at: usize, before: &[String], within: &[String], paths: &mut Vec<Used>) -> usize {
        let mut segments = before.to_vec();
        let line = self.tokens[at].line;
        loop {
            if self.is(at, "{") {
                at += 1;
                while at < self.tokens.len() && !self.is(at, "}") {
                    let next = if self.is(at, ",") { at } else { self.read_path(at, &segments, within, paths) };
                    at = next.max(at + 1);
                }
                return at + 1;
            }
            let Some(token) = self.tokens.get(at).filter(|token| is_name(&token.text) || token.text == "*") else {
                break;
            };
            if token.text != "self" || segments.is_empty() {
                segments.push(token.text.clone());
            }
            at += 1;
            if !self.is(at, "::") {
                break;
            }
            at += 1;
        }
        if self.is(at, "as") {
            at += 2;
        }
        paths.push(Used { segments, line, within: within.to_vec() });
        at
    }
}

impl Used {
    /// The path from the root of the crate; none for a path that does not start there.
    fn in_crate(&self, source: &Source) -> Option<Vec<String>> {
        let mut base = match self.segments.first()?.as_str() {
            "crate" => return Some(self.segments[1..].to_vec()),
            "super" | "self" => source.modules(),
            _ => return None,
        };
        base.extend(self.within.iter().cloned());
        let mut rest = self.segments.as_slice();
        while let [first, after @ ..] = rest {
            match first.as_str() {
                "super" => _ = base.pop(),
                "self" => {}
                _ => break,
            }
            rest = after;
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Splits Rust into names, `::` and single characters; comments, literals and lifetimes are left out.
fn tokens(text: &str) -> Vec<Token> {
    let text: Vec<char> = text.chars().collect();
    let at = |place: usize| text.get(place).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let (mut place, mut line) = (0, 1);
    while place < text.len() {
        let start = place;
        match (at(place), at(place + 1)) {
            ('/', '/') => {
                while place < text.len() && at(place) != '\n' {
                    place += 1;
                }
            }
            ('/', '*') => {
                let mut depth = 0;
                loop {
                    match (at(place), at(place + 1)) {
                        ('/', '*') => (depth, place) = (depth + 1, place + 2),
                        ('*', '/') => (depth, place) = (depth - 1, place + 2),
                        _ => place += 1,
                    }
                    if depth == 0 || place >= text.len() {
                        break;
                    }
                }
            }
            ('r', '"' | '#') if raw_string(&text, place).is_some() => {
                place = raw_string(&text, place).unwrap_or(place + 1)
            }
            ('"', _) => place = end_of_string(&text, place + 1),
            ('\'', '\\') => {
                place += 3;
                while place < text.len() && at(place) != '\'' {
                    place += 1;
                }
                place += 1;
            }
            ('\'', _) if at(place + 2) == '\'' => place += 3,
            ('\'', _) => {
                place += 1;
                while at(place).is_alphanumeric() || at(place) == '_' {
                    place += 1;
                }
            }
            (':', ':') => {
                tokens.push(Token { text: "::".into(), line });
                place += 2;
            }
            (first, _) if first.is_alphanumeric() || first == '_' => {
                while at(place).is_alphanumeric() || at(place) == '_' {
                    place += 1;
                }
                tokens.push(Token { text: text[start..place].iter().collect(), line });
            }
            (character, _) => {
                if !character.is_whitespace() {
                    tokens.push(Token { text: character.into(), line });
                }
                place += 1;
            }
        }
        place = place.min(text.len());
        line += text[start..place].iter().filter(|character| **character == '\n').count();
    }
    tokens
}

fn end_of_string(text: &[char], mut place: usize) -> usize {
    while place < text.len() {
        match text[place] {
            '\\' => place += 2,
            '"' => return place + 1,
            _ => place += 1,
        }
    }
    place
}

/// The place after the raw string that starts here; none for a raw identifier.
fn raw_string(text: &[char], place: usize) -> Option<usize> {
    let hashes = text[place + 1..].iter().take_while(|character| **character == '#').count();
    let mut place = place + 1 + hashes;
    if text.get(place) != Some(&'"') {
        return None;
    }
    place += 1;
    while place < text.len() {
        if text[place] == '"' && text[place + 1..].iter().take_while(|character| **character == '#').count() >= hashes {
            return Some(place + 1 + hashes);
        }
        place += 1;
    }
    Some(place)
}

/// Each folder has one rule: a second one would be passed over.
#[test]
fn no_folder_has_two_rules() {
    let mut rules = BTreeMap::new();
    for (folder, allowed) in MAY_USE {
        assert!(rules.insert(folder, allowed).is_none(), "tests/architecture.rs: two rules for `{folder}`");
    }
}
