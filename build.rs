//! Flattens `src/content/<language>/*.json` into one text pack a language.
//!
//! A translator edits JSON and nothing else; the crate and the web build read the same `key<TAB>text` lines,
//! so that a widget needs no JSON parser to show a sentence. The words that the goal reader knows (`goal-words.txt`) go along
//! without their comments.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

/// The topics that only the elements show.
const ELEMENTS: [&str; 5] = ["adoption.", "goal-plan.", "goal-widget.", "self-check.", "team."];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/content");
    // The wasm of the JavaScript API shows no elements, so what only they say would be weight for nothing.
    let for_api = env::var_os("CARGO_FEATURE_JS").is_some() && env::var("CARGO_CFG_TARGET_OS")? == "unknown";
    for language in ["nl-BE", "en", "fr", "de"] {
        let folder = Path::new("src/content").join(language);
        let mut pack = BTreeMap::new();
        let mut files = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
        files.sort_by_key(fs::DirEntry::path);
        for file in files {
            let path = file.path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                // A lexicon: the explanation at its top is for who edits it.
                let words = fs::read_to_string(&path)?;
                let words = words.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
                let words: String = words.map(|line| format!("{line}\n")).collect();
                fs::write(out.join(format!("goal-words.{language}.txt")), words)?;
                continue;
            }
            let topic = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            let json = serde_json::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            flatten(&topic, &json, &mut pack).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        if for_api {
            pack.retain(|key, _| !ELEMENTS.iter().any(|topic| key.starts_with(topic)));
        }
        let lines: String = pack.iter().map(|(key, text)| format!("{key}\t{text}\n")).collect();
        fs::write(out.join(format!("{language}.txt")), lines)?;
    }
    Ok(())
}

fn flatten(key: &str, value: &serde_json::Value, pack: &mut BTreeMap<String, String>) -> Result<(), String> {
    match value {
        serde_json::Value::String(text) if text.contains(['\n', '\t']) => {
            Err(format!("`{key}` holds a tab or a line break, expected one line of text"))
        }
        serde_json::Value::String(text) => {
            pack.insert(key.to_owned(), text.clone());
            Ok(())
        }
        serde_json::Value::Object(entries) => {
            entries.iter().try_for_each(|(name, value)| flatten(&format!("{key}.{name}"), value, pack))
        }
        _ => Err(format!("`{key}` is neither a text nor an object of texts")),
    }
}
