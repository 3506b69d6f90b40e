//! The way in: text in and text out.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::{Game, answer};

/// The numbers of one adoption widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Numbers {
    game: Option<Game>,
}

#[wasm_bindgen]
impl Numbers {
    /// Nothing is played yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { game: None }
    }

    /// Answers a question; see [`answer`].
    pub fn ask(&mut self, what: &str, text: &str) -> String {
        answer(&mut self.game, what, text)
    }
}
