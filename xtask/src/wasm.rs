//! From the crate to a small wasm file with its JavaScript glue: cargo, wasm-bindgen, wasm-opt.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::artifacts::Artifact;
use crate::files::{self, Stamp};
use crate::process;
use crate::progress::Outcome;
use crate::project::Project;
use crate::setup;

/// What wasm-opt may use: the features that this rustc turns on for the target, and no others.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Compiles one artifact and keeps the result under `target/xtask/<directory>/<name>.raw.wasm`.
///
/// To cargo all artifacts are the same library, and share the name of the output: it would compile each anew whenever
/// it made another in between. So the sources are compared here, and each output is copied away at once.
pub(crate) fn compile(project: &Project, artifact: &Artifact) -> Result<Outcome> {
    let raw = raw(project, artifact);
    let flags = rustflags(project, artifact)?;
    let settings = format!("{artifact:?} {flags:?}");
    let stamp = Stamp::new(project, &format!("{}.raw", artifact.name), &[&sources(project)?, settings.as_bytes()]);
    if stamp.holds(&[&raw]) {
        return Ok(Outcome::Unchanged);
    }

    let mut cargo = project.cargo();
    cargo.args(["rustc", "--package", "olievlek", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--target", setup::WEB, "--profile", "wasm"]);
    cargo.args(["--no-default-features", "--features", artifact.features]);
    cargo.arg("--message-format=json-render-diagnostics");
    if let Some(level) = artifact.opt_level {
        cargo.args(["--config", &format!("profile.wasm.opt-level={level}")]);
    }
    cargo.env_remove("RUSTFLAGS");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    let messages = process::cargo(&mut cargo)?;
    let compiled = compiled_file(&messages).context("cargo names no wasm file among what it made")?;
    files::copy(&compiled, &raw)?;
    stamp.set()?;
    Ok(Outcome::Done)
}

/// All that a wasm file is made of.
fn sources(project: &Project) -> Result<Vec<u8>> {
    let mut files = files::list(&project.root.join("src"))?;
    let others = ["Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain.toml", ".cargo/config.toml"];
    files.extend(others.iter().map(|file| project.root.join(file)).filter(|file| file.exists()));
    let mut sources = Vec::new();
    for file in files {
        sources.extend(project.display(&file).to_string().into_bytes());
        sources.extend(files::read(&file)?);
    }
    Ok(sources)
}

/// Cuts the compiled file to what the page needs: the glue and the types go beside it, the optimised wasm to `pkg/dist`.
pub(crate) fn optimise(project: &Project, artifact: &Artifact) -> Result<Outcome> {
    let directory = directory(project, artifact);
    let raw = files::read(&raw(project, artifact))?;
    let bound = directory.join(format!("{}_bg.wasm", artifact.name));
    let published = published(project, artifact);
    let glue = directory.join(format!("{}.js", artifact.name));
    let tools = [files::read(&project.root.join("Cargo.lock"))?, files::read(&project.root.join("package-lock.json"))?]
        .concat();
    let settings = format!("{:?} {FEATURES:?}", artifact.wasm_opt);
    let stamp = Stamp::new(project, artifact.name, &[&raw, &tools, settings.as_bytes()]);
    if stamp.holds(&[&published, &glue]) {
        return Ok(Outcome::Unchanged);
    }

    Bindgen::new()
        .input_bytes(artifact.name, raw)
        .out_name(artifact.name)
        .web(true)?
        // The shells say where the wasm is; a second `new URL(…)` would make bundlers emit it twice.
        .omit_default_module_path(true)
        .typescript(true)
        // Every browser that runs our wasm has `encodeInto`; the way around it would be in every element.
        .encode_into(EncodeInto::Always)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&directory)
        .context("wasm-bindgen could not make the JavaScript glue")?;

    std::fs::create_dir_all(project.dist())?;
    let mut wasm_opt = project.npm_tool("wasm-opt");
    wasm_opt.args(artifact.wasm_opt).args(FEATURES);
    wasm_opt.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    wasm_opt.arg(&bound).arg("-o").arg(&published);
    process::quietly(&mut wasm_opt)?;
    no_paths_of_this_machine(project, &published)?;
    stamp.set()?;
    Ok(Outcome::Done)
}

/// Where the glue of an artifact stands.
pub(crate) fn directory(project: &Project, artifact: &Artifact) -> PathBuf {
    project.work().join(artifact.directory)
}

/// Where the wasm that pages load stands.
pub(crate) fn published(project: &Project, artifact: &Artifact) -> PathBuf {
    project.dist().join(format!("{}.wasm", artifact.name))
}

fn raw(project: &Project, artifact: &Artifact) -> PathBuf {
    directory(project, artifact).join(format!("{}.raw.wasm", artifact.name))
}

/// The flags of the artifact, and those that keep the directories of this machine out of the messages of panics: the
/// same sources give the same bytes wherever they are built.
fn rustflags(project: &Project, artifact: &Artifact) -> Result<Vec<String>> {
    let mut flags: Vec<String> = artifact.rustflags.iter().map(ToString::to_string).collect();
    flags.push(format!("--remap-path-prefix={}=.", project.root.display()));
    let sources = cargo_home()?.join("registry/src");
    flags.push(format!("--remap-path-prefix={}=crates", sources.display()));
    let registries = std::fs::read_dir(&sources).into_iter().flatten().flatten();
    let mut registries: Vec<PathBuf> = registries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    registries.sort();
    flags.extend(registries.iter().map(|registry| format!("--remap-path-prefix={}=crates", registry.display())));
    Ok(flags)
}

fn cargo_home() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("CARGO_HOME is not set and there is no home directory")
}

/// The wasm file that cargo says it made for the library, in its stream of JSON messages.
fn compiled_file(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let made =
        messages.filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == "olievlek");
    let files: Vec<PathBuf> = made
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .collect();
    files.into_iter().rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"))
}

/// What is published says nothing about the machine that built it. A directory right under the root, such as `/src` in a
/// container, is passed over: its name is too short to tell from a part of another path.
fn no_paths_of_this_machine(project: &Project, file: &Path) -> Result<()> {
    let content = files::read(file)?;
    let directories = [project.root.clone(), cargo_home()?];
    for directory in directories.iter().filter(|directory| directory.components().count() > 2) {
        let text = directory.display().to_string();
        let found = content.windows(text.len()).any(|window| window == text.as_bytes());
        ensure!(
            !found,
            "`{}` contains the path `{text}` of this machine; see `rustflags` in xtask/src/wasm.rs",
            project.display(file)
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_the_one_of_our_library() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"libm"},"filenames":["/t/liblibm.rlib"]}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"olievlek"},"filenames":["/t/olievlek.wasm"]}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(compiled_file(messages), Some(PathBuf::from("/t/olievlek.wasm")));
        assert_eq!(compiled_file(""), None);
    }
}
