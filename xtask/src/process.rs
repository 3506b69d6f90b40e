//! Running other programs: what they print is shown or kept, and a failure names the command.

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::progress;

/// Runs a program whose output the reader wants to follow.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    progress::end_line();
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program whose output matters only when it fails; returns what it wrote to its standard output.
pub(crate) fn quietly(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` ended with {}\n{}\n{}", line(command), output.status, stdout.trim_end(), stderr.trim_end());
    }
    Ok(stdout)
}

/// Runs cargo and shows what it compiles and warns about, but not its closing line; returns its standard output.
pub(crate) fn cargo(command: &mut Command) -> Result<String> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let stderr = child.stderr.take().context("cargo has no standard error")?;
    let follow = std::thread::spawn(move || {
        for text in BufReader::new(stderr).lines().map_while(std::result::Result::ok) {
            if !text.trim_start().starts_with("Finished") {
                progress::end_line();
                eprintln!("{text}");
            }
        }
    });
    let mut stdout = String::new();
    child.stdout.take().context("cargo has no standard output")?.read_to_string(&mut stdout)?;
    let status = child.wait()?;
    follow.join().map_err(|_| anyhow!("the output of cargo could not be read"))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(stdout)
}

/// Whether a program starts and says all is well; its output is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A command as someone would type it, the program without its directory and long arguments cut short.
pub(crate) fn line(command: &Command) -> String {
    const LONGEST: usize = 80;
    let program = std::path::Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let mut line = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        line.push(' ');
        line.extend(argument.chars().take(LONGEST));
        if argument.chars().nth(LONGEST).is_some() {
            line.push('…');
        }
    }
    line
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        anyhow!("`{program}` was not found")
    } else {
        anyhow!("`{program}` could not be started: {error}")
    }
}
