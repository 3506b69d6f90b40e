//! The way in: one function, text in and text out.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::answer;
use crate::content::{Language, Texts};

/// Answers a question about a plan, given as JSON. `pack` holds the texts `goal-plan.<language>`.
///
/// | `what` | answer |
/// |---|---|
/// | `r`: read | the plan as this release writes it |
/// | `l`: look | how many goals the text that is being written seems to be, then what is worth a look in the plan, a line each |
/// | `p`: pasted | the plan with the goals of the text that is being written in it |
/// | `m`, `c` | the plan as Markdown, as CSV |
///
/// Where it cannot be read, the answer is a line that begins with `!` and has, with tabs between, a code, a field, and what
/// was expected there in the words of the reader.
#[wasm_bindgen]
pub fn ask(what: &str, json: &str, language: &str, pack: &str) -> String {
    let texts = Texts::parse(Language::from_tag(language).unwrap_or_default(), pack.into());
    answer::answer(what.as_bytes().first().copied().unwrap_or_default(), json, &texts)
}
