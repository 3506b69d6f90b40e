//! The `.d.ts` files of the package.
//!
//! The API's types come out of Rust; what wasm-bindgen adds for loading is cut off, because our entries load the wasm
//! themselves. The elements' types come out of their TypeScript.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use crate::artifacts::{API, ELEMENTS};
use crate::files;
use crate::process;
use crate::progress::Outcome;
use crate::project::Project;
use crate::wasm;

/// Where wasm-bindgen's own declarations for loading begin; nothing of ours follows.
const LOADING: [&str; 2] = ["export type InitInput", "export interface InitOutput"];

/// Writes every `.d.ts` of `pkg/dist`.
pub(crate) fn write(project: &Project) -> Result<Outcome> {
    let dist = project.dist();
    let generated = files::read_text(&wasm::directory(project, &API).join("olievlek.d.ts"))?;
    files::write(&dist.join("api.d.ts"), api_declarations(&generated)?)?;
    files::copy(&project.shells().join("public.d.ts"), &dist.join("index.d.ts"))?;
    let mut published = elements(project)?;
    published.extend(["api.d.ts", "index.d.ts"].map(PathBuf::from));
    files::remove_others(&dist, ".d.ts", &published.iter().map(|file| dist.join(file)).collect())?;
    Ok(Outcome::Done)
}

/// Sees to it that the published types show nothing that is not published: the types of an element's wasm stay inside.
pub(crate) fn stand_alone(project: &Project) -> Result<()> {
    for file in files::list(&project.dist())? {
        if !file.to_string_lossy().ends_with(".d.ts") {
            continue;
        }
        let text = files::read_text(&file)?;
        if let Some(specifier) = specifiers(&text).find(|specifier| specifier.starts_with('#')) {
            bail!(
                "`{}` shows types of the wasm (`{specifier}`), which nobody outside can see; \
                 give the member a type of its own, or mark it `@internal`",
                project.display(&file)
            );
        }
    }
    Ok(())
}

/// The declarations that Rust makes, without those for loading.
fn api_declarations(generated: &str) -> Result<String> {
    let end = LOADING.iter().filter_map(|mark| generated.find(mark)).min();
    let end =
        end.context("the types of wasm-bindgen hold no `InitInput`; xtask/src/types.rs must learn their new shape")?;
    let ours = generated.get(..end).unwrap_or_default();
    let lines = ours.lines().filter(|line| !line.starts_with("/* tslint:") && !line.starts_with("/* eslint-"));
    let text = lines.collect::<Vec<_>>().join("\n");
    Ok(format!("{}\n", text.trim()))
}

/// Lets the TypeScript compiler declare the shells, and takes over what the published entries reach; returns which files
/// those were.
fn elements(project: &Project) -> Result<BTreeSet<PathBuf>> {
    let all = project.work().join("types");
    files::remove_all(&all)?;
    let mut tsc = project.npm_tool("tsc");
    // Whether they are right is for `check` and the stage `types` to say; a page under construction may be looked at.
    tsc.args([
        "--noCheck",
        "--project",
        "tsconfig.json",
        "--noEmit",
        "false",
        "--declaration",
        "--emitDeclarationOnly",
        "--stripInternal",
    ]);
    tsc.arg("--rootDir").arg(project.shells()).arg("--outDir").arg(&all);
    process::quietly(&mut tsc)?;

    let entries = ["elements", "define"].into_iter().chain(ELEMENTS.iter().map(|element| element.name));
    let mut open: Vec<PathBuf> = entries.map(|entry| PathBuf::from(format!("{entry}.d.ts"))).collect();
    let mut taken = BTreeSet::new();
    while let Some(file) = open.pop() {
        if !taken.insert(file.clone()) {
            continue;
        }
        let text = with_api(&declarations(project, &all, &file)?, &file);
        for specifier in specifiers(&text) {
            if specifier.starts_with('.') {
                open.push(declaration_of(&file, specifier)?);
            }
        }
        files::write(&project.dist().join(&file), text)?;
    }
    Ok(taken)
}

/// Points to the published types of the API where the sources say `#api`.
fn with_api(text: &str, file: &Path) -> String {
    let depth = file.components().count() - 1;
    let climb = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    text.replace("\"#api\"", &format!("\"{climb}api.js\""))
}

/// The declarations of one file: those made by the compiler, or written by hand beside the sources.
fn declarations(project: &Project, made: &Path, file: &Path) -> Result<String> {
    // The API's types are reached as `./api.js` from wherever they are used, and were written already.
    if file == Path::new("api.d.ts") {
        return files::read_text(&project.dist().join(file));
    }
    if file == Path::new("index.d.ts") {
        return files::read_text(&project.shells().join("public.d.ts"));
    }
    let by_hand = project.shells().join(file);
    if by_hand.exists() { files::read_text(&by_hand) } else { files::read_text(&made.join(file)) }
}

/// The modules that a `.d.ts` names.
fn specifiers(text: &str) -> impl Iterator<Item = &str> {
    let starts = ["from \"", "import \"", "import(\""];
    starts.into_iter().flat_map(|start| text.split(start).skip(1).filter_map(|rest| rest.split('"').next()))
}

/// The file that declares `./x.js` as seen from `file`, relative to the directory of all.
fn declaration_of(file: &Path, specifier: &str) -> Result<PathBuf> {
    let stem = specifier.strip_suffix(".js");
    let stem = stem.with_context(|| {
        format!("`{}` imports `{specifier}`; Node finds types only by names that end in `.js`", file.display())
    })?;
    let mut path = PathBuf::new();
    for part in file.parent().unwrap_or(Path::new("")).join(format!("{stem}.d.ts")).components() {
        match part {
            Component::ParentDir => {
                ensure!(path.pop(), "`{}` imports `{specifier}` from outside www/src", file.display())
            }
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loading_is_cut_off() -> Result<()> {
        let generated = "/* tslint:disable */\n/* eslint-disable */\n/** One question. */\nexport interface Question {\n    id: string;\n}\n\n\
                         export function questions(): Question[];\n\nexport type InitInput = URL;\n\nexport interface InitOutput {}\n";
        let expected = "/** One question. */\nexport interface Question {\n    id: string;\n}\n\nexport function questions(): Question[];\n";
        assert_eq!(api_declarations(generated)?, expected);
        assert!(api_declarations("export function questions(): void;").is_err());
        Ok(())
    }

    #[test]
    fn the_api_is_reached_by_its_published_name() {
        let text = "import type { Profile } from \"#api\";";
        assert_eq!(with_api(text, Path::new("a.d.ts")), "import type { Profile } from \"./api.js\";");
        assert_eq!(with_api(text, Path::new("b/a.d.ts")), "import type { Profile } from \"../api.js\";");
    }

    #[test]
    fn imports_are_followed_as_node_does() -> Result<()> {
        let text = "import { A } from \"./internal/a.js\";\nexport * from \"../b.js\";\nimport \"lit\";";
        assert_eq!(specifiers(text).collect::<Vec<_>>(), ["./internal/a.js", "../b.js", "lit"]);
        assert_eq!(declaration_of(Path::new("elements.d.ts"), "./internal/a.js")?, Path::new("internal/a.d.ts"));
        assert_eq!(declaration_of(Path::new("internal/a.d.ts"), "../b.js")?, Path::new("b.d.ts"));
        assert!(declaration_of(Path::new("a.d.ts"), "../../c.js").is_err());
        assert!(declaration_of(Path::new("a.d.ts"), "./c").is_err());
        Ok(())
    }
}
