//! `cargo xtask bench`: the benchmarks of the crate.

use anyhow::Result;

use crate::files;
use crate::process;
use crate::project::Project;

pub(crate) fn run(project: &Project, options: &[String]) -> Result<()> {
    let benches = files::list(&project.root.join("benches"))?;
    if !benches.iter().any(|file| file.extension().is_some_and(|extension| extension == "rs")) {
        println!("there are no benchmarks yet: benches/ holds no Rust file");
        return Ok(());
    }
    let mut cargo = project.cargo();
    cargo.args(["bench", "--package", "olievlek", "--features", "serde,lang-all", "--benches"]);
    if !options.is_empty() {
        cargo.arg("--").args(options);
    }
    process::run(&mut cargo)
}
