//! The one build tool of this repository: `cargo xtask <command>`.
//!
//! Each command is a file of its own. A command first sets up what it needs ([`setup`]), then works in steps that say
//! what they do and how long it took ([`progress`]). Everything generated goes to `pkg/dist` (what is published),
//! `target/site` (what is served) and `target/xtask` (what lies in between).

mod artifacts;
mod bench;
mod browsers;
mod build;
mod check;
mod files;
mod goals;
mod manifest;
mod pack;
mod process;
mod progress;
mod project;
mod serve;
mod server;
mod setup;
mod site;
mod size;
mod test;
mod texts;
mod types;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::project::Project;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--build-only]   build, and serve the site with all widgets on this machine
  test [stage …] [--bless]          every test, or the stages named: native, wasm32, types, package, browser
  build                             the npm package, into pkg/dist
  size                              what a page downloads, against size-budget.json
  check                             format, lints, docs, licences, types, the packed package
  bench                             the benchmarks
  goals [file …] [--scores-only]    how well the goal reader agrees with labelled sentences
  help                              this text

test --bless        takes the generated types over as the reference in tests/api
OLIEVLEK_BROWSERS   restricts the browser stage, e.g. OLIEVLEK_BROWSERS=chromium,firefox (of chromium, firefox, webkit)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::end_line();
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, options)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    if options.iter().any(|option| option == "--help" || option == "-h") {
        print!("{HELP}");
        return Ok(());
    }
    let project = Project::locate()?;
    match command.as_str() {
        "serve" => serve::run(&project, options),
        "test" => test::run(&project, options),
        "build" => no_options(command, options).and_then(|()| build::run(&project)),
        "size" => no_options(command, options).and_then(|()| size::run(&project)),
        "check" => no_options(command, options).and_then(|()| check::run(&project)),
        "bench" => bench::run(&project, options),
        "goals" => goals::run(&project, options),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
}

fn no_options(command: &str, options: &[String]) -> Result<()> {
    match options.first() {
        None => Ok(()),
        Some(option) => bail!("`{command}` takes no options, got `{option}`"),
    }
}
