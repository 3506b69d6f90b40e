//! `cargo xtask size`: what a page downloads for each element, and for the API, against `size-budget.json`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use olievlek::content::Language;
use serde_json::Value;

use crate::artifacts::{API, ELEMENTS, PARTS};
use crate::build;
use crate::files;
use crate::project::Project;

/// One number for each way a file may travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(content: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::new(9));
        gzip.write_all(content)?;
        let mut brotli = Vec::new();
        let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &*content, &mut brotli, &parameters)?;
        Ok(Self { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// What is downloaded together.
struct Load {
    /// Its name in the budget.
    name: &'static str,
    files: Vec<(String, Sizes)>,
}

impl Load {
    fn measure(project: &Project, name: &'static str, files: &[PathBuf]) -> Result<Self> {
        let dist = project.dist();
        let measure = |file: &PathBuf| {
            let name = file.strip_prefix(&dist).unwrap_or(file).display().to_string();
            Ok((name, Sizes::of(&files::read(file)?)?))
        };
        Ok(Self { name, files: files.iter().map(measure).collect::<Result<_>>()? })
    }

    fn total(&self) -> Sizes {
        self.files.iter().fold(Sizes::default(), |sum, (_, sizes)| sum.plus(*sizes))
    }
}

pub(crate) fn run(project: &Project) -> Result<()> {
    build::run(project)?;
    let budget: Value = serde_json::from_str(&files::read_text(&project.root.join("size-budget.json"))?)
        .context("size-budget.json is no JSON")?;
    let dist = project.dist();
    let mut loads = Vec::new();
    for element in ELEMENTS {
        let script = dist.join(format!("{}.js", element.name));
        let wasm = dist.join(format!("{}.wasm", element.name));
        let mut files = vec![script, wasm];
        files.extend(largest_texts(&dist.join("texts"), element.name)?);
        loads.push(Load::measure(project, element.name, &files)?);
    }
    for part in PARTS {
        // The script of one part stands in that of its element.
        let script = Some(dist.join(format!("{}.js", part.name))).filter(|script| script.exists());
        let mut files: Vec<PathBuf> = script.into_iter().collect();
        files.push(dist.join(format!("{}.wasm", part.name)));
        files.extend(largest_texts(&dist.join("texts"), part.name).unwrap_or_default());
        loads.push(Load::measure(project, part.name, &files)?);
    }
    loads.push(Load::measure(project, "print", &[dist.join("print.js")])?);
    loads.push(Load::measure(project, "api", &[dist.join("index.js"), dist.join(format!("{}.wasm", API.name))])?);

    println!("\nWhat a page downloads, in bytes (and kB of 1000 bytes); gzip at level 9, brotli at quality 11\n");
    print!("{}", table(&loads));
    let over = over_budget(&loads, &budget)?;
    if over.is_empty() {
        println!("\nall within size-budget.json");
        return Ok(());
    }
    bail!("over size-budget.json:\n  {}", over.join("\n  "));
}

/// The texts of an element, and what goals or tables are read by, in the language that takes most: a page loads one, and
/// none should be worse off than we say.
fn largest_texts(texts: &Path, element: &str) -> Result<Vec<PathBuf>> {
    let files = files::list(texts)?;
    let largest = |start: String| -> Option<(usize, PathBuf)> {
        let named = |file: &&PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&start));
        let sized = |file: &PathBuf| Some((Sizes::of(&std::fs::read(file).ok()?).ok()?.brotli, file.clone()));
        files.iter().filter(named).filter_map(sized).max()
    };
    let of_language = |language: Language| -> Vec<(usize, PathBuf)> {
        let kinds = [element.to_owned(), format!("{element}-words")];
        kinds.into_iter().filter_map(|kind| largest(format!("{kind}.{language}."))).collect()
    };
    let all = Language::ALL.into_iter().map(of_language);
    let most = all.max_by_key(|texts| texts.iter().map(|(size, _)| size).sum::<usize>()).unwrap_or_default();
    ensure!(!most.is_empty(), "pkg/dist/texts holds nothing for `{element}`");
    Ok(most.into_iter().map(|(_, file)| file).collect())
}

/// The rows of all loads, each with its total.
fn table(loads: &[Load]) -> String {
    let mut rows: Vec<[String; 4]> = vec![["".into(), "raw".into(), "gzip".into(), "brotli".into()]];
    for load in loads {
        rows.push([load.name.into(), String::new(), String::new(), String::new()]);
        rows.extend(load.files.iter().map(|(file, sizes)| row(&format!("  {file}"), *sizes)));
        rows.push(row("  total", load.total()));
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2), width(3)];
    let line = |[name, raw, gzip, brotli]: &[String; 4]| {
        let [first, second, third, fourth] = widths;
        format!("{name:<first$}  {raw:>second$}  {gzip:>third$}  {brotli:>fourth$}").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn row(name: &str, sizes: Sizes) -> [String; 4] {
    [name.into(), bytes(sizes.raw), bytes(sizes.gzip), bytes(sizes.brotli)]
}

fn bytes(count: usize) -> String {
    format!("{count} ({:>5.1} kB)", count as f64 / 1000.0)
}

/// The totals that are above their limit, in words.
fn over_budget(loads: &[Load], budget: &Value) -> Result<Vec<String>> {
    let mut over = Vec::new();
    for load in loads {
        let limits = budget.get(load.name).and_then(Value::as_object);
        let limits = limits.with_context(|| format!("size-budget.json sets no limit for `{}`", load.name))?;
        let total = load.total();
        for (way, limit) in limits {
            let size = match way.as_str() {
                "raw" => total.raw,
                "gzip" => total.gzip,
                "brotli" => total.brotli,
                other => bail!("size-budget.json expects `raw`, `gzip` or `brotli`, got `{other}`"),
            };
            let limit =
                limit.as_u64().with_context(|| format!("size-budget.json expects a number of bytes, got `{limit}`"))?;
            if size as u64 > limit {
                over.push(format!("{}: {size} bytes {way}, {} above its {limit}", load.name, size as u64 - limit));
            }
        }
    }
    Ok(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load() -> Load {
        let part = Sizes { raw: 40_000, gzip: 12_000, brotli: 10_500 };
        Load { name: "self-check", files: vec![("a.js".into(), part), ("a.wasm".into(), part)] }
    }

    #[test]
    fn totals_are_held_against_their_limits() -> Result<()> {
        assert_eq!(load().total(), Sizes { raw: 80_000, gzip: 24_000, brotli: 21_000 });
        let within = serde_json::json!({ "self-check": { "brotli": 21_000 } });
        assert!(over_budget(&[load()], &within)?.is_empty());
        let without = serde_json::json!({ "self-check": { "brotli": 20_999, "raw": 80_000 } });
        assert_eq!(over_budget(&[load()], &without)?, ["self-check: 21000 bytes brotli, 1 above its 20999"]);
        assert!(over_budget(&[load()], &serde_json::json!({})).is_err());
        Ok(())
    }

    #[test]
    fn the_columns_stand_below_each_other() {
        let table = table(&[load()]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.last().copied(), Some("  total     80000 ( 80.0 kB)  24000 ( 24.0 kB)  21000 ( 21.0 kB)"));
        assert!(lines.iter().all(|line| !line.ends_with(' ')));
    }

    #[test]
    fn repetition_compresses() -> Result<()> {
        let sizes = Sizes::of(&[b'a'; 10_000])?;
        assert!(sizes.raw == 10_000 && sizes.gzip < 100 && sizes.brotli < 50);
        Ok(())
    }
}
