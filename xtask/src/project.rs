//! Where things are, and how the tools of this repository are started.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

/// The repository that is worked on.
#[derive(Debug)]
pub(crate) struct Project {
    /// The directory of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
}

impl Project {
    /// Finds the repository from the place of this tool, so the commands work from every directory.
    pub(crate) fn locate() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).parent().context("xtask stands in no directory")?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// The npm package, by hand except for `dist`.
    pub(crate) fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// What is published.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("pkg/dist")
    }

    /// The sources of the shells.
    pub(crate) fn shells(&self) -> PathBuf {
        self.root.join("www/src")
    }

    /// Where the site is put together.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// Where this tool keeps what it makes on the way.
    pub(crate) fn work(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    /// The packed npm package.
    pub(crate) fn tarball(&self) -> PathBuf {
        self.work().join("olievlek.tgz")
    }

    /// The cargo that runs this tool, or the one on the path.
    pub(crate) fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Node, from the path.
    pub(crate) fn node(&self) -> Command {
        self.command("node")
    }

    /// npm, from the path.
    pub(crate) fn npm(&self) -> Command {
        self.command(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    /// A tool that package-lock.json pins, such as `wasm-opt`.
    pub(crate) fn npm_tool(&self, name: &str) -> Command {
        let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        self.command(self.root.join("node_modules/.bin").join(file))
    }

    /// Any program, started in the root of the repository.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A path as a reader knows it: from the root of the repository on.
    pub(crate) fn display<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
