//! `cargo xtask check`: all that can be wrong without a test failing. Every check runs, and a table closes.

use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::build;
use crate::files;
use crate::pack;
use crate::process;
use crate::progress;
use crate::project::Project;
use crate::setup;
use crate::types;

/// How a check ended.
enum Verdict {
    Fine,
    Failed,
    Skipped(&'static str),
}

pub(crate) fn run(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let mut checks = Checks { results: Vec::new() };
    checks.quietly("format", project.cargo().args(["fmt", "--all", "--", "--check", "--files-with-diff"]));
    lints(project, &mut checks);
    docs(project, &mut checks);
    licences(project, &mut checks);
    checks.run("build", || build::run(project));
    checks.quietly("types of the shells", project.npm_tool("tsc").args(["--project", "tsconfig.json"]));
    checks.run("published types", || types::stand_alone(project));
    checks.run("one version", || one_version(project));
    checks.run("pack", || pack::run(project).map(|_| ()));
    checks.quietly("publint", project.npm_tool("publint").args(["run", "--strict"]).arg(project.tarball()));
    checks.run("attw", || attw(project));
    checks.finish()
}

/// The crate and the npm package carry the same version. This tool has that of the workspace.
fn one_version(project: &Project) -> Result<()> {
    let (package, workspace) = (manifest(project)?["version"].take(), env!("CARGO_PKG_VERSION"));
    ensure!(package == workspace, "Cargo.toml has the version {workspace}, and pkg/package.json {package}");
    Ok(())
}

/// Are the types wrong? Asked for the resolutions of ESM, as the package is ESM, and for the entries that have types.
fn attw(project: &Project) -> Result<()> {
    let manifest = manifest(project)?;
    let entries = manifest["exports"].as_object().context("pkg/package.json has no `exports`")?;
    let untyped = entries.keys().filter(|entry| entry.contains(".wasm") || entry.contains('*'));
    let mut attw = project.npm_tool("attw");
    attw.arg(project.tarball()).args(["--profile", "esm-only", "--no-definitely-typed"]);
    attw.args(["--no-color", "--no-emoji", "--format", "ascii"]);
    attw.arg("--exclude-entrypoints").args(untyped);
    process::quietly(&mut attw).map(|_| ())
}

fn manifest(project: &Project) -> Result<Value> {
    let text = files::read_text(&project.package().join("package.json"))?;
    serde_json::from_str(&text).context("pkg/package.json is no JSON")
}

/// Clippy on each set of features that someone may compile, natively and for the web.
fn lints(project: &Project, checks: &mut Checks) {
    let sets: [(&str, &[&str]); 7] = [
        ("defaults", &["--workspace"]),
        ("no features", &["--package", "olievlek", "--no-default-features"]),
        ("serde", &["--package", "olievlek", "--features", "serde,lang-all"]),
        ("js", &["--package", "olievlek", "--features", "js,lang-all"]),
        ("widgets", &["--package", "olievlek", "--features", "widgets"]),
        (
            "js, wasm32",
            &["--package", "olievlek", "--target", setup::WEB, "--no-default-features", "--features", "js,lang-all"],
        ),
        (
            "widgets, wasm32",
            &["--package", "olievlek", "--target", setup::WEB, "--no-default-features", "--features", "widgets"],
        ),
    ];
    for (name, options) in sets {
        let mut arguments = vec!["clippy"];
        arguments.extend(options);
        // The tests are native: their tools need not compile for the web.
        if !options.contains(&setup::WEB) {
            arguments.push("--all-targets");
        }
        arguments.extend(["--", "-D", "warnings"]);
        checks.cargo(project, &format!("clippy: {name}"), &arguments);
    }
}

fn docs(project: &Project, checks: &mut Checks) {
    for (name, options) in [("defaults", &[][..]), ("all features", &["--all-features"])] {
        let mut cargo = project.cargo();
        cargo.args(["doc", "--package", "olievlek", "--no-deps"]).args(options).env("RUSTDOCFLAGS", "-D warnings");
        checks.run(&format!("docs: {name}"), || process::cargo(&mut cargo).map(|_| ()));
    }
}

/// The licences and the known faults of every crate in Cargo.lock, when cargo-deny is there to look.
fn licences(project: &Project, checks: &mut Checks) {
    if !process::succeeds(project.cargo().args(["deny", "--version"])) {
        let advice = "cargo-deny is not installed: `cargo install cargo-deny --locked`";
        checks.skip("licences", advice);
        checks.skip("advisories", advice);
        return;
    }
    checks.cargo(project, "licences", &["deny", "--workspace", "check", "licenses", "bans", "sources"]);
    // The database of advisories comes over the network; whoever is on a train still wants the other answers.
    let advisories = process::quietly(project.cargo().args(["deny", "--workspace", "check", "advisories"]));
    match advisories {
        Err(error) if error.to_string().contains("failed to fetch advisory database") => {
            checks.skip("advisories", "the advisory database could not be fetched");
        }
        result => checks.run("advisories", || result.map(|_| ())),
    }
}

struct Checks {
    results: Vec<(String, Verdict, String)>,
}

impl Checks {
    /// Runs a check and goes on, whatever comes of it.
    fn run(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        let started = progress::begin(&format!("check: {name}"));
        let result = work();
        let time = progress::seconds(started.elapsed());
        let verdict = match result {
            Ok(()) => {
                progress::end(&time);
                Verdict::Fine
            }
            Err(error) => {
                progress::end(&format!("failed, {time}"));
                eprintln!("{error:#}");
                Verdict::Failed
            }
        };
        self.results.push((name.to_owned(), verdict, time));
    }

    fn cargo(&mut self, project: &Project, name: &str, arguments: &[&str]) {
        let mut cargo = project.cargo();
        cargo.args(arguments);
        self.run(name, || process::cargo(&mut cargo).map(|stdout| print!("{stdout}")));
    }

    fn quietly(&mut self, name: &str, command: &mut Command) {
        self.run(name, || process::quietly(command).map(|_| ()));
    }

    fn skip(&mut self, name: &str, reason: &'static str) {
        println!("check: {name} … skipped; {reason}");
        self.results.push((name.to_owned(), Verdict::Skipped(reason), String::new()));
    }

    fn finish(self) -> Result<()> {
        let width = self.results.iter().map(|(name, ..)| name.len()).max().unwrap_or(0);
        println!();
        let mut failed = Vec::new();
        for (name, verdict, time) in &self.results {
            match verdict {
                Verdict::Fine => println!("{name:<width$}  ok       {time}"),
                Verdict::Skipped(reason) => println!("{name:<width$}  skipped  {reason}"),
                Verdict::Failed => {
                    println!("{name:<width$}  FAILED   {time}");
                    failed.push(name.as_str());
                }
            }
        }
        if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join("; ")) }
    }
}
