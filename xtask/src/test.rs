//! `cargo xtask test`: every test there is, in stages from the quick to the slow.
//!
//! It stops at the first stage that fails, and closes with one line that counts the stages.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use crate::browsers;
use crate::build;
use crate::files;
use crate::pack;
use crate::process;
use crate::progress;
use crate::project::Project;
use crate::server::Site;
use crate::setup;
use crate::site;
use crate::types;

/// A group of tests that needs the same things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The Rust tests and the examples in the docs, on this machine.
    Native,
    /// The Rust tests again, compiled to wasm32.
    Wasm32,
    /// The generated types against the copy that reviewers see.
    Types,
    /// The packed package, installed by small consumers.
    Package,
    /// The elements in browsers.
    Browser,
}

impl Stage {
    const ALL: [Self; 5] = [Self::Native, Self::Wasm32, Self::Types, Self::Package, Self::Browser];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Wasm32 => "wasm32",
            Self::Types => "types",
            Self::Package => "package",
            Self::Browser => "browser",
        }
    }
}

pub(crate) fn run(project: &Project, options: &[String]) -> Result<()> {
    let Options { mut stages, bless } = Options::parse(options)?;
    let mut tests = Tests { project, bless, built: false, packed: false, browsers: Vec::new() };
    let mut passed = 0;
    let mut failure = tests.set_up(&stages).context("set-up").err();
    if failure.is_some() {
        stages.clear();
    }
    for stage in stages {
        println!("\n== {} ==", stage.as_str());
        let started = Instant::now();
        let result = tests.run(stage);
        progress::end_line();
        let time = progress::seconds(started.elapsed());
        match result {
            Ok(()) => {
                println!("== {}: passed, {time} ==", stage.as_str());
                passed += 1;
            }
            Err(error) => {
                println!("== {}: failed, {time} ==", stage.as_str());
                failure = Some(error.context(format!("stage `{}`", stage.as_str())));
                break;
            }
        }
    }
    // The report of a failure comes first: the line that counts is the last one, for people and for CI.
    if let Some(error) = &failure {
        println!("\n{error:#}");
    }
    println!("\n{passed} passed, {} failed", u8::from(failure.is_some()));
    if failure.is_some() { std::process::exit(1) } else { Ok(()) }
}

/// The stages, and what they have made so far for those after them.
struct Tests<'a> {
    project: &'a Project,
    bless: bool,
    built: bool,
    packed: bool,
    browsers: browsers::Environment,
}

impl Tests<'_> {
    /// Sets up for all stages at once: whoever has to install something by hand hears it now, not after ten minutes.
    fn set_up(&mut self, stages: &[Stage]) -> Result<()> {
        for stage in stages {
            match stage {
                Stage::Native => {}
                Stage::Wasm32 => {
                    setup::rust_target(self.project, setup::WASI)?;
                    setup::node(self.project, setup::NODE)?;
                }
                Stage::Types | Stage::Package => setup::for_tests(self.project)?,
                Stage::Browser => {
                    setup::for_tests(self.project)?;
                    self.browsers = browsers::ready(self.project)?;
                }
            }
        }
        Ok(())
    }

    fn run(&mut self, stage: Stage) -> Result<()> {
        match stage {
            Stage::Native => self.native(),
            Stage::Wasm32 => self.wasm32(),
            Stage::Types => self.types(),
            Stage::Package => self.package(),
            Stage::Browser => self.browser(),
        }
    }

    fn native(&self) -> Result<()> {
        process::run(self.project.cargo().args([
            "test",
            "--no-fail-fast",
            "--workspace",
            "--features",
            "serde,lang-all,widgets",
        ]))?;
        println!("without any feature: does it all compile?");
        process::run(self.project.cargo().args(["test", "--package", "olievlek", "--no-default-features", "--no-run"]))
    }

    fn wasm32(&self) -> Result<()> {
        let runner = self.project.root.join("xtask/wasi-runner.mjs");
        // A JSON list of strings is a TOML list as well, and a list keeps a path with spaces in one piece.
        let runner = serde_json::json!(["node", "--no-warnings", runner.to_string_lossy()]);
        let mut cargo = self.project.cargo();
        cargo.args([
            "test",
            "--no-fail-fast",
            "--package",
            "olievlek",
            "--target",
            setup::WASI,
            "--features",
            "serde,lang-all,widgets",
            "--lib",
            "--tests",
        ]);
        process::run(cargo.arg("--config").arg(format!("target.{}.runner={runner}", setup::WASI)))
    }

    fn types(&mut self) -> Result<()> {
        self.build()?;
        self.golden_types()?;
        println!("the types of the shells: do they hold together?");
        process::run(self.project.npm_tool("tsc").args(["--project", "tsconfig.json"]))?;
        types::stand_alone(self.project)
    }

    /// Compares the types that Rust makes with the copy that reviewers see, or takes them over.
    fn golden_types(&self) -> Result<()> {
        let generated = files::read_text(&self.project.dist().join("api.d.ts"))?;
        let golden = self.project.root.join("tests/api/olievlek.d.ts");
        let name = self.project.display(&golden);
        if self.bless {
            files::write(&golden, &generated)?;
            println!("{name} now holds the generated types");
            return Ok(());
        }
        let advice = "look at the change, and take it over with `cargo xtask test types --bless`";
        let known = files::read_text(&golden)
            .with_context(|| format!("there is no reference to compare the types with; {advice}"))?;
        let Some((line, known, generated)) = first_difference(&known, &generated) else {
            println!("the types of the API are those of {name}");
            return Ok(());
        };
        bail!(
            "the types of the API changed; from line {line} on, {name} has\n  {known}\n\
             and pkg/dist/api.d.ts has\n  {generated}\n{advice}"
        )
    }

    fn package(&mut self) -> Result<()> {
        self.pack()?;
        self.node_tests("tests/package", Vec::new())
    }

    fn browser(&mut self) -> Result<()> {
        self.pack()?;
        site::assemble(self.project)?;
        let site = Site::open(self.project.site(), 0)?;
        let mut environment = self.browsers.clone();
        environment.push(("OLIEVLEK_ORIGIN", site.origin().into()));
        site.serve_aside();
        self.node_tests("tests/browser", environment)
    }

    /// Builds once, whatever stages ask for it.
    fn build(&mut self) -> Result<()> {
        if !self.built {
            build::run(self.project)?;
            self.built = true;
        }
        Ok(())
    }

    fn pack(&mut self) -> Result<()> {
        self.build()?;
        if !self.packed {
            pack::run(self.project)?;
            self.packed = true;
        }
        Ok(())
    }

    /// Runs every `*.test.mjs` of a directory, one file after the other: two browsers at once would only make each
    /// other slow. The files are named one by one, as later versions of Node take no directory.
    fn node_tests(&self, directory: &str, environment: browsers::Environment) -> Result<()> {
        let tests = test_files(&self.project.root.join(directory))?;
        ensure!(!tests.is_empty(), "{directory} holds no `*.test.mjs`");
        let mut node = self.project.node();
        node.args(["--test", "--test-concurrency=1", "--test-timeout=900000", "--test-reporter=spec"]).args(tests);
        node.env("OLIEVLEK_TARBALL", self.project.tarball())
            .env("OLIEVLEK_SITE", self.project.site())
            .envs(environment);
        without_cargo(&mut node);
        process::run(&mut node)
    }
}

/// The tests directly in a directory; what lies deeper are fixtures.
fn test_files(directory: &Path) -> Result<Vec<PathBuf>> {
    let files = files::list(directory)?;
    let is_test = |file: &PathBuf| file.parent() == Some(directory) && file.to_string_lossy().ends_with(".test.mjs");
    Ok(files.into_iter().filter(is_test).collect())
}

/// Takes away what cargo set for this tool, so that a test that calls cargo does so as from a shell.
fn without_cargo(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
}

/// The first line in which two texts differ, counted from one.
fn first_difference<'a>(known: &'a str, generated: &'a str) -> Option<(usize, &'a str, &'a str)> {
    let (mut known, mut generated) = (known.lines(), generated.lines());
    (1..)
        .map_while(|line| match (known.next(), generated.next()) {
            (None, None) => None,
            (known, generated) => {
                Some((line, known.unwrap_or("(nothing more)"), generated.unwrap_or("(nothing more)")))
            }
        })
        .find(|(_, known, generated)| known != generated)
}

#[derive(Debug)]
struct Options {
    stages: Vec<Stage>,
    bless: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { stages: Vec::new(), bless: false };
        for argument in arguments {
            match Stage::ALL.into_iter().find(|stage| stage.as_str() == argument) {
                Some(stage) => options.stages.push(stage),
                None if argument == "--bless" => options.bless = true,
                None => {
                    let names = Stage::ALL.map(Stage::as_str).join(", ");
                    bail!("`test` takes stages ({names}) and --bless, got `{argument}`");
                }
            }
        }
        if options.stages.is_empty() {
            options.stages = Stage::ALL.to_vec();
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_run_by_name_or_all() -> Result<()> {
        assert_eq!(Options::parse(&[])?.stages, Stage::ALL);
        let options = Options::parse(&["types".to_owned(), "--bless".to_owned()])?;
        assert_eq!((options.stages, options.bless), (vec![Stage::Types], true));
        assert!(Options::parse(&["nativ".to_owned()]).is_err());
        Ok(())
    }

    #[test]
    fn a_difference_is_shown_by_its_line() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some((2, "b", "c")));
        assert_eq!(first_difference("a\n", "a\nc\n"), Some((2, "(nothing more)", "c")));
    }
}
