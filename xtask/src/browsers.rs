//! The browsers that the tests drive: found where they are, installed where the system allows it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;
use crate::progress;
use crate::project::Project;

/// A browser of the browser tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Browser {
    Chromium,
    Firefox,
    /// `WebKitGTK`, the engine of Safari, by its own driver and the small browser that comes with it.
    Webkit,
}

impl Browser {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What must be on the machine for this browser to be driven.
    const fn needs(self) -> &'static [Need] {
        match self {
            Self::Chromium => &[CHROMIUM, FONTS],
            Self::Firefox => &[FIREFOX, FONTS],
            Self::Webkit => &[WEBKIT_DRIVER, WEBKIT, XVFB, FONTS],
        }
    }
}

/// Something the tests need: where it may stand, and the Debian packages that bring it.
#[derive(Clone, Copy, Debug)]
struct Need {
    name: &'static str,
    /// The environment variable that hands its place to the tests, if they ask; set beforehand, it names another place.
    variable: Option<&'static str>,
    /// Names of programs on the path, or absolute paths. A `*` stands for any part of one name.
    places: &'static [&'static str],
    /// Package names in order of preference: Debian's first, then Ubuntu's.
    packages: &'static [&'static str],
}

const CHROMIUM: Need = Need {
    name: "Chromium",
    variable: Some("OLIEVLEK_CHROMIUM"),
    places: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: &["chromium", "chromium-browser"],
};
const FIREFOX: Need = Need {
    name: "Firefox",
    variable: Some("OLIEVLEK_FIREFOX"),
    places: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: &["firefox-esr", "firefox"],
};
const WEBKIT_DRIVER: Need = Need {
    name: "WebKitWebDriver",
    variable: Some("OLIEVLEK_WEBKIT_DRIVER"),
    places: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
const WEBKIT: Need = Need {
    name: "WebKit's MiniBrowser",
    variable: Some("OLIEVLEK_WEBKIT"),
    places: &["/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser"],
    packages: &["webkit2gtk-driver"],
};
const XVFB: Need = Need { name: "Xvfb", variable: Some("OLIEVLEK_XVFB"), places: &["Xvfb"], packages: &["xvfb"] };
const FONTS: Need = Need {
    name: "a font",
    variable: None,
    places: &[
        "/usr/share/fonts/truetype/*",
        "/usr/share/fonts/opentype/*",
        "/System/Library/Fonts",
        "/usr/share/fonts/*",
    ],
    packages: &["fonts-dejavu-core"],
};

/// The environment of the browser tests: which browsers to drive, and where each thing they need stands.
pub(crate) type Environment = Vec<(&'static str, PathBuf)>;

/// Finds the browsers, installs the missing ones where that is possible, and says where each is.
pub(crate) fn ready(project: &Project) -> Result<Environment> {
    let browsers = wanted()?;
    let needs = needs_of(&browsers);
    let missing: Vec<Need> = needs.iter().copied().filter(|need| find(need).is_none()).collect();
    if !missing.is_empty() {
        install(project, &missing)?;
    }
    let mut environment: Environment = Vec::new();
    for need in &needs {
        let place = find(need).with_context(|| {
            format!("{} is still not where the tests look for it after its package was installed", need.name)
        })?;
        environment.extend(need.variable.map(|variable| (variable, place)));
    }
    environment.push(("OLIEVLEK_BROWSERS", names(&browsers).into()));
    println!("browsers: {}", names(&browsers));
    Ok(environment)
}

/// All browsers, or those of `OLIEVLEK_BROWSERS`.
fn wanted() -> Result<Vec<Browser>> {
    let Ok(list) = std::env::var("OLIEVLEK_BROWSERS") else {
        return Ok(Browser::ALL.to_vec());
    };
    let browsers = parse(&list)?;
    println!("OLIEVLEK_BROWSERS restricts the browsers to {}", names(&browsers));
    Ok(browsers)
}

fn parse(list: &str) -> Result<Vec<Browser>> {
    let mut browsers = Vec::new();
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match Browser::ALL.into_iter().find(|browser| browser.as_str() == name) {
            Some(browser) if browsers.contains(&browser) => {}
            Some(browser) => browsers.push(browser),
            None => bail!("OLIEVLEK_BROWSERS expects some of {}, got `{name}`", names(&Browser::ALL)),
        }
    }
    if browsers.is_empty() {
        bail!("OLIEVLEK_BROWSERS names no browser; unset it to test in {}", names(&Browser::ALL));
    }
    Ok(browsers)
}

fn names(browsers: &[Browser]) -> String {
    browsers.iter().map(|browser| browser.as_str()).collect::<Vec<_>>().join(",")
}

fn needs_of(browsers: &[Browser]) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for need in browsers.iter().flat_map(|browser| browser.needs()) {
        if !needs.iter().any(|known| known.name == need.name) {
            needs.push(*need);
        }
    }
    needs
}

/// Where a need stands on this machine, if it does.
fn find(need: &Need) -> Option<PathBuf> {
    if let Some(place) = need.variable.and_then(std::env::var_os) {
        return Some(place.into());
    }
    need.places.iter().find_map(|place| if place.starts_with('/') { matching(place) } else { on_path(place) })
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|directory| directory.join(program)).find(|file| file.is_file())
}

/// The last of the existing paths that fit a pattern, which is the highest version where the name carries one.
fn matching(pattern: &str) -> Option<PathBuf> {
    let mut found = vec![PathBuf::from("/")];
    for part in pattern.split('/').filter(|part| !part.is_empty()) {
        let Some((start, end)) = part.split_once('*') else {
            found = found.into_iter().map(|path| path.join(part)).filter(|path| path.exists()).collect();
            continue;
        };
        let entries = found.iter().filter_map(|path| std::fs::read_dir(path).ok()).flatten().flatten();
        found = entries
            .map(|entry| entry.path())
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
            })
            .collect();
        found.sort();
    }
    found.pop()
}

/// Installs the missing packages on a Debian or Ubuntu where this user may; elsewhere says what to install.
fn install(project: &Project, missing: &[Need]) -> Result<()> {
    let names = missing.iter().map(|need| need.name).collect::<Vec<_>>().join(", ");
    if on_path("apt-get").is_none() {
        bail!(
            "the browser tests need {names}; install them, or restrict the browsers with OLIEVLEK_BROWSERS, \
             e.g. `OLIEVLEK_BROWSERS=chromium cargo xtask test`"
        );
    }
    let root = process::quietly(project.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && !process::succeeds(project.command("sudo").args(["-n", "true"])) {
        let packages = distinct(missing.iter().filter_map(|need| need.packages.first().copied()));
        bail!(
            "the browser tests need {names}; install them with\n\n  \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {}\n\n\
             or restrict the browsers with OLIEVLEK_BROWSERS, e.g. `OLIEVLEK_BROWSERS=chromium cargo xtask test`",
            packages.join(" ")
        );
    }
    println!("set-up: the browser tests need {names}; installing with apt-get");
    let started = progress::begin("set-up: apt-get update");
    if let Err(error) = process::quietly(apt(project, root).arg("update")) {
        // The lists of an earlier update may do; when they do not, the installation below fails and says so.
        eprintln!("warning: {error:#}");
    }
    progress::end(&progress::seconds(started.elapsed()));

    let available = |package: &&str| process::succeeds(project.command("apt-cache").args(["show", package]));
    let packages =
        distinct(missing.iter().filter_map(|need| {
            need.packages.iter().copied().find(available).or_else(|| need.packages.first().copied())
        }));
    let mut command = apt(project, root);
    command.args(["install", "-y", "--no-install-recommends"]).args(&packages);
    println!("set-up: {}", process::line(&command));
    process::run(&mut command).with_context(|| format!("{names} could not be installed"))
}

fn apt(project: &Project, root: bool) -> Command {
    // Another installation may be under way: wait for it rather than fail.
    const WAIT: [&str; 3] = ["-q", "-o", "DPkg::Lock::Timeout=600"];
    let mut command = if root {
        let mut command = project.command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    } else {
        let mut command = project.command("sudo");
        command.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    command.args(WAIT);
    command
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut list: Vec<&str> = Vec::new();
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_list_of_browsers_is_checked() {
        assert_eq!(parse("webkit, chromium,webkit").ok(), Some(vec![Browser::Webkit, Browser::Chromium]));
        let error = parse("chrome").map_err(|error| error.to_string());
        assert_eq!(error, Err("OLIEVLEK_BROWSERS expects some of chromium,firefox,webkit, got `chrome`".to_owned()));
        assert!(parse(" ,").is_err());
    }

    #[test]
    fn a_pattern_finds_what_exists() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let pattern = format!("{}/s*c/brow*.rs", manifest.display());
        assert_eq!(matching(&pattern), Some(manifest.join("src/browsers.rs")));
        assert_eq!(matching("/no/such/*/place"), None);
    }
}
