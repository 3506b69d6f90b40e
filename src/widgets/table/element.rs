//! The way in: words first, then questions.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use super::answer;
use crate::content::{Language, Texts};

/// What reads tables, with the words that it knows.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Tables {
    words: Vec<Texts>,
}

#[wasm_bindgen]
impl Tables {
    /// A reader that knows no words yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the words of a language, as `team-words.<language>` has them.
    pub fn learn(&mut self, language: &str, pack: &str) {
        self.words.push(Texts::parse(Language::from_tag(language).unwrap_or_default(), pack.into()));
    }

    /// Reads a text; question and answer as in `src/widgets/answers.rs`.
    pub fn ask(&self, question: &str, text: &str) -> String {
        answer(question, text, &self.words)
    }
}
