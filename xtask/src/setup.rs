//! Makes a fresh machine ready: the wasm targets of Rust, Node, and the npm packages of the lock file.
//!
//! Everything here looks first and installs only what is missing, so a second run costs a few milliseconds.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::files;
use crate::process;
use crate::progress;
use crate::project::Project;

/// The target of everything that runs in a page or in Node.
pub(crate) const WEB: &str = "wasm32-unknown-unknown";
/// The target on which the Rust tests run once more, on wasm32.
pub(crate) const WASI: &str = "wasm32-wasip1";

/// The oldest Node that the npm package and its tools work on.
pub(crate) const NODE: (u32, u32) = (20, 0);
/// The oldest Node that Vite, one of the consumers in the package tests, works on.
const NODE_FOR_TESTS: (u32, u32) = (20, 19);

/// What building needs.
pub(crate) fn for_build(project: &Project) -> Result<()> {
    rust_target(project, WEB)?;
    node(project, NODE)?;
    npm_packages(project)
}

/// What the tests in Node and the browsers need on top of Rust.
pub(crate) fn for_tests(project: &Project) -> Result<()> {
    rust_target(project, WEB)?;
    node(project, NODE_FOR_TESTS)?;
    npm_packages(project)
}

/// Adds a target to the pinned toolchain. Whether its libraries are there is asked of rustc, which also holds for a
/// Rust that was not installed by rustup.
pub(crate) fn rust_target(project: &Project, target: &str) -> Result<()> {
    let mut rustc = project.command("rustc");
    let libraries = process::quietly(rustc.args(["--print", "target-libdir", "--target", target]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    let started = progress::begin(&format!("set-up: adding the Rust target {target}"));
    let mut rustup = project.command("rustup");
    process::quietly(rustup.args(["target", "add", target])).with_context(|| {
        format!(
            "the Rust target {target} is missing; add it with `rustup target add {target}` (rustup: https://rustup.rs)"
        )
    })?;
    progress::end(&progress::seconds(started.elapsed()));
    Ok(())
}

/// Checks that Node is there and recent enough.
pub(crate) fn node(project: &Project, oldest: (u32, u32)) -> Result<()> {
    let wanted = format!("Node {}.{} or newer is needed: https://nodejs.org", oldest.0, oldest.1);
    let version = process::quietly(project.node().arg("--version")).with_context(|| wanted.clone())?;
    match node_version(&version) {
        Some(found) if found >= oldest => Ok(()),
        _ => bail!("{wanted}; found {}", version.trim()),
    }
}

/// Reads the major and minor number of `v20.19.2`.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Installs the npm packages exactly as package-lock.json has them, when the lock file differs from the last time.
///
/// The stamp stands inside `node_modules`, so it goes when that directory goes. Install scripts stay off: no tool of
/// ours needs one, and a package has no business running code here.
fn npm_packages(project: &Project) -> Result<()> {
    let lock = project.root.join("package-lock.json");
    let fingerprint = files::fingerprint(&[&files::read(&project.root.join("package.json"))?, &files::read(&lock)?]);
    let stamp = project.root.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == fingerprint) {
        return Ok(());
    }
    let started = progress::begin("set-up: installing the npm packages of package-lock.json");
    process::quietly(project.npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .context("the npm packages could not be installed; with npm's registry in reach, `npm ci` in the root of the repository shows why")?;
    files::write(&stamp, &fingerprint)?;
    progress::end(&progress::seconds(started.elapsed()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_as_numbers() {
        assert_eq!(node_version("v20.19.2\n"), Some((20, 19)));
        assert!(node_version("v20.9.0") < Some(NODE_FOR_TESTS));
        assert_eq!(node_version("Welcome"), None);
    }
}
