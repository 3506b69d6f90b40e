//! `custom-elements.json`: what editors and documentation tools know about the elements, from their doc comments.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::artifacts::ELEMENTS;
use crate::files::{self, Stamp};
use crate::process;
use crate::progress::Outcome;
use crate::project::Project;

/// Lets the analyser read `www/src`, and sees to it that it found every element.
pub(crate) fn write(project: &Project) -> Result<Outcome> {
    let published = project.dist().join("custom-elements.json");
    let mut inputs = files::read(&project.root.join("xtask/manifest.mjs"))?;
    inputs.extend(files::read(&project.root.join("package-lock.json"))?);
    for file in files::list(&project.shells())? {
        inputs.extend(files::read(&file)?);
    }
    let stamp = Stamp::new(project, "custom-elements", &[&inputs]);
    if stamp.holds(&[&published]) {
        return Ok(Outcome::Unchanged);
    }
    let manifest = process::quietly(project.node().arg("xtask/manifest.mjs"))?;
    let known = tags(&manifest)?;
    for element in ELEMENTS {
        let tag = format!("olievlek-{}", element.name);
        ensure!(
            known.contains(&tag),
            "the analyser found no class for <{tag}>; its doc comment in www/src names it with `@tagname {tag}`"
        );
    }
    files::write(&published, manifest)?;
    stamp.set()?;
    Ok(Outcome::Done)
}

/// The tags that a manifest describes.
fn tags(manifest: &str) -> Result<Vec<String>> {
    let manifest: Value = serde_json::from_str(manifest).context("xtask/manifest.mjs wrote no JSON")?;
    let modules = manifest["modules"].as_array().context("the manifest has no modules")?;
    let declarations = modules.iter().filter_map(|module| module["declarations"].as_array()).flatten();
    Ok(declarations.filter_map(|declaration| declaration["tagName"].as_str().map(str::to_owned)).collect())
}
