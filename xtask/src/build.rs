//! `cargo xtask build`: everything in `pkg/dist`, from the wasm to the types.
//!
//! `dist` is flat: every script sits directly in it, so `new URL("./olievlek.wasm", import.meta.url)` is right in each.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::artifacts::{self, ELEMENTS};
use crate::files;
use crate::manifest;
use crate::process;
use crate::progress::{self, Outcome, Progress};
use crate::project::Project;
use crate::setup;
use crate::texts;
use crate::types;
use crate::wasm;

/// Builds the package.
pub(crate) fn run(project: &Project) -> Result<()> {
    let _alone = alone(project)?;
    let started = Instant::now();
    setup::for_build(project)?;
    let mut steps = Progress::of(2 * artifacts::all().count() + 5);
    for artifact in artifacts::all() {
        steps.step(&format!("compiling {} to wasm", artifact.title), || wasm::compile(project, artifact))?;
        steps.step(&format!("optimising {}", artifact.title), || wasm::optimise(project, artifact))?;
    }
    let published = artifacts::all().map(|artifact| wasm::published(project, artifact)).collect();
    files::remove_others(&project.dist(), ".wasm", &published)?;
    steps.step("bundling the shells", || shells(project))?;
    steps.step("writing the types", || types::write(project))?;
    steps.step("writing the texts", || texts::write(project))?;
    steps.step("describing the elements for tools", || manifest::write(project))?;
    steps.step("adding the readme and the licences", || companions(project))?;
    println!("the package stands in pkg/, built in {}", progress::seconds(started.elapsed()));
    Ok(())
}

/// Waits until no other build writes to the same places; the lock goes when the file is closed.
fn alone(project: &Project) -> Result<File> {
    let path = project.work().join("lock");
    files::write(&path, "")?;
    let lock = File::open(&path).with_context(|| format!("`{}` could not be opened", path.display()))?;
    if lock.try_lock().is_err() {
        let started = progress::begin("waiting for another `cargo xtask` to finish its build");
        lock.lock().with_context(|| format!("`{}` could not be locked", path.display()))?;
        progress::end(&progress::seconds(started.elapsed()));
    }
    Ok(lock)
}

/// Bundles every published script out of `www/src`.
fn shells(project: &Project) -> Result<Outcome> {
    let (dist, entries) = (project.dist(), entries());
    let named = |entry: &Value| entry["entry"].as_str().map(|name| dist.join(format!("{name}.js")));
    files::remove_others(&dist, ".js", &entries.iter().filter_map(named).collect())?;
    let mut node = project.node();
    node.arg("xtask/bundle.mjs").arg(Value::from(entries).to_string());
    process::quietly(&mut node)?;
    Ok(Outcome::Done)
}

/// What is bundled, and how. The API's entries stay readable, as bundlers minify them with the rest of an application;
/// the elements' entries are what pages load as they are.
fn entries() -> Vec<Value> {
    let later = ["./print.js", "./goal-plan.js"];
    let mut entries = vec![
        json!({ "entry": "index", "minify": false, "platform": "browser", "external": [] }),
        json!({ "entry": "node", "minify": false, "platform": "node", "external": [] }),
        json!({ "entry": "elements", "minify": true, "platform": "browser", "external": later }),
        // Registers the very classes that `elements.js` exports.
        json!({ "entry": "define", "minify": true, "platform": "browser", "external": ["./elements.js"] }),
        // What elements fetch once someone asks for it.
        json!({ "entry": "print", "minify": true, "platform": "browser", "external": [] }),
        json!({ "entry": "goal-plan", "minify": true, "platform": "browser", "external": [] }),
    ];
    // The one file that a webmaster links to: everything but the wasm, the texts, and what is fetched later.
    let snippets = ELEMENTS
        .iter()
        .map(|element| json!({ "entry": element.name, "minify": true, "platform": "browser", "external": later }));
    entries.extend(snippets);
    entries
}

/// Copies the readme and the licences into the package, where npm looks for them. What git follows there is by hand and
/// stays as it is; only names that `.gitignore` lists are written over.
fn companions(project: &Project) -> Result<Outcome> {
    let ignored = files::read_text(&project.root.join(".gitignore")).unwrap_or_default();
    for name in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let (from, to) = (project.root.join(name), project.package().join(name));
        let generated = ignored.lines().any(|line| matches_ignore(line, name));
        if from.is_file() && (generated || !to.exists()) {
            files::copy(&from, &to)?;
        }
    }
    Ok(Outcome::Done)
}

/// Whether a line of `.gitignore` is about this file of the package.
fn matches_ignore(line: &str, name: &str) -> bool {
    let Some(pattern) = Path::new(line.trim()).strip_prefix("/pkg").ok().and_then(Path::to_str) else {
        return false;
    };
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignored_companions_are_known() {
        assert!(matches_ignore("/pkg/README.md", "README.md"));
        assert!(matches_ignore("/pkg/LICENSE-*", "LICENSE-MIT"));
        assert!(!matches_ignore("/pkg/*.tgz", "README.md"));
        assert!(!matches_ignore("/target", "README.md"));
    }
}
