//! The way in: one function, text in and text out.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::answer::{Asked, answer};
use crate::calendar::TimeWords;
use crate::content::{Language, Texts, cut};

/// Between the texts and the words of a pack: a control character that stands in neither.
const GROUP: u8 = 0x1D;

/// Answers a [message](super::message) about a plan, given as JSON, with what is being written beside it.
///
/// `about` is the message, the language, today as `2025-10-01` and the text of a field, with tabs between; `pack` holds
/// the texts `goal-plan.<language>` and after them, in a language that is read, the words of times. The reply is in [sections](crate::widgets::reply): what to tell (how, in words, what to
/// focus, which field is wrong, how many goals stand in the list and how many the text seems to be), the plan, what is being
/// written where that changed, what was corrected of it where that alone did, and drawings of the deadline, the fields, the
/// examples and the list. For a file it is its name, a line break and
/// its content, for the times of a text they are as [`times`](super::times) tells them. A refusal begins with `!` and has a code, a field and what is wrong in words, with tabs between.
#[wasm_bindgen]
pub fn ask(about: &str, plan: &str, pack: &str) -> String {
    let asked = Asked::read(about, plan);
    let language = Language::from_tag(asked.language).unwrap_or_default();
    let (texts, words) = cut(pack, GROUP).unwrap_or((pack, ""));
    answer(&asked, &Texts::parse(language, texts.into()), TimeWords::parse(language, words))
}
