//! Reading, writing and comparing files, with messages that name the file.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::project::Project;

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("`{}` could not be read", path.display()))
}

pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("`{}` could not be read", path.display()))
}

/// Writes a file, with the directories it stands in. A file that already says so is left alone, so that its time of
/// change tells the truth.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == content.as_ref()) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("`{}` could not be made", parent.display()))?;
    }
    fs::write(path, content).with_context(|| format!("`{}` could not be written", path.display()))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    write(to, read(from)?)
}

/// Every file under a directory, sorted, so that what depends on the list repeats. A directory that is not there has
/// no files.
pub(crate) fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![directory.to_path_buf()];
    while let Some(directory) = open.pop() {
        if !directory.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&directory).with_context(|| format!("`{}` could not be read", directory.display()))? {
            let entry = entry?;
            if entry.file_type()?.is_dir() { open.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files.sort();
    Ok(files)
}

/// Copies every file under a directory to the same place under another.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for file in list(from)? {
        copy(&file, &to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}

/// Removes the files under a directory that end so and are not among those to keep: what an earlier build left behind.
pub(crate) fn remove_others(directory: &Path, end: &str, keep: &BTreeSet<PathBuf>) -> Result<()> {
    for file in list(directory)? {
        if file.to_string_lossy().ends_with(end) && !keep.contains(&file) {
            fs::remove_file(&file).with_context(|| format!("`{}` could not be removed", file.display()))?;
        }
    }
    Ok(())
}

/// Removes a directory with all that is in it; one that is not there is fine.
pub(crate) fn remove_all(directory: &Path) -> Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("`{}` could not be removed", directory.display()))
        }
        _ => Ok(()),
    }
}

/// A fingerprint of the inputs of a step. It only ever decides whether the step may be skipped, so a fast hash will do.
pub(crate) fn fingerprint(inputs: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    inputs.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Remembers under `target/xtask/stamps` from which inputs a step made its outputs.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    pub(crate) fn new(project: &Project, step: &str, inputs: &[&[u8]]) -> Self {
        Self { file: project.work().join("stamps").join(step), fingerprint: fingerprint(inputs) }
    }

    /// Whether the outputs were made from these inputs and are all still there.
    pub(crate) fn holds(&self, outputs: &[&Path]) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|old| old == self.fingerprint)
            && outputs.iter().all(|output| output.exists())
    }

    pub(crate) fn set(&self) -> Result<()> {
        write(&self.file, &self.fingerprint)
    }
}
