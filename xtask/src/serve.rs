//! `cargo xtask serve`: builds, and shows the site with all widgets on this machine.

use anyhow::{Context as _, Result, bail};

use crate::build;
use crate::project::Project;
use crate::server::Site;
use crate::site;

/// The port that is tried first, and how many after it.
const PORT: u16 = 8787;
const OTHER_PORTS: u16 = 20;

pub(crate) fn run(project: &Project, options: &[String]) -> Result<()> {
    let options = Options::parse(options)?;
    build::run(project)?;
    site::assemble(project)?;
    if options.build_only {
        println!("the site stands in {}", project.display(&project.site()));
        return Ok(());
    }
    let site = match options.port {
        Some(port) => Site::open(project.site(), port)
            .with_context(|| format!("port {port} is not free; leave --port away to take one that is"))?,
        None => first_free(project)?,
    };
    println!("\n  the site is at {}\n\npress Ctrl+C to stop", site.origin());
    site.serve()
}

fn first_free(project: &Project) -> Result<Site> {
    let mut ports = PORT..=PORT + OTHER_PORTS;
    ports
        .find_map(|port| Site::open(project.site(), port).ok())
        .with_context(|| format!("none of the ports {PORT} to {} is free; name one with --port", PORT + OTHER_PORTS))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    build_only: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            let (name, value) = argument.split_once('=').map_or((argument, None), |(name, value)| (name, Some(value)));
            match name {
                "--build-only" => options.build_only = true,
                "--port" => {
                    let port = value.or_else(|| rest.next()).context("--port expects a number, e.g. --port 8787")?;
                    options.port = Some(
                        port.parse().with_context(|| format!("--port expects a number up to 65535, got `{port}`"))?,
                    );
                }
                _ => bail!("`serve` takes --port N and --build-only, got `{argument}`"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options> {
        Options::parse(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn the_port_comes_in_both_spellings() -> Result<()> {
        assert_eq!(parse(&["--port", "9000"])?.port, Some(9000));
        assert_eq!(parse(&["--port=9000", "--build-only"])?, Options { port: Some(9000), build_only: true });
        assert!(parse(&["--port", "many"]).is_err());
        assert!(parse(&["--open"]).is_err());
        Ok(())
    }
}
