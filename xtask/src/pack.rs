//! The package as npm would publish it: one tarball, for the tests that install it and the tools that judge it.

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::files;
use crate::process;
use crate::progress::Outcome;
use crate::project::Project;

/// Packs `pkg/` into `target/xtask/olievlek.tgz`.
pub(crate) fn run(project: &Project) -> Result<Outcome> {
    let place = project.work().join("pack");
    files::remove_all(&place)?;
    std::fs::create_dir_all(&place)?;
    let mut npm = project.npm();
    npm.args(["pack", "./pkg", "--json", "--ignore-scripts", "--pack-destination"]).arg(&place);
    let answer = process::quietly(&mut npm)?;
    let answer: Value = serde_json::from_str(&answer).context("`npm pack --json` wrote no JSON")?;
    // A list in the npm of Node 20; an object by package name in later ones.
    let packed = answer.get(0).or_else(|| answer.get("olievlek"));
    let name = packed.and_then(|packed| packed["filename"].as_str()).context("`npm pack --json` names no file")?;
    let tarball = project.tarball();
    std::fs::rename(place.join(name), &tarball)
        .with_context(|| format!("`{name}` could not be moved to `{}`", project.display(&tarball)))?;
    Ok(Outcome::Done)
}
