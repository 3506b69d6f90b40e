//! The way in: words, questions, and files.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use crate::content::{Language, Texts};

/// What reads answers, with the words that it knows.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Responses {
    words: Vec<Texts>,
}

#[wasm_bindgen]
impl Responses {
    /// A reader that knows no words yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the words of a language, as `team-words.<language>` has them.
    pub fn learn(&mut self, language: &str, pack: &str) {
        self.words.push(texts(language, pack));
    }

    /// Reads a text; question and answer as in `src/widgets/answers.rs`, or `?` where words are needed first.
    pub fn ask(&self, question: &str, text: &str) -> String {
        super::answer(question, text, &self.words)
    }

    /// Makes a file in a language whose texts `team.<language>` are given; empty where there are too few people.
    pub fn file(&self, request: &str, language: &str, pack: &str) -> String {
        super::file(request, &texts(language, pack), &self.words).unwrap_or_default()
    }
}

fn texts(language: &str, pack: &str) -> Texts {
    Texts::parse(Language::from_tag(language).unwrap_or_default(), pack.into())
}
