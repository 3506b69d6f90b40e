//! The JavaScript API: read, call the domain, write. Each area has a folder, as in the domain.
//!
//! Plain objects in camelCase come in and go out. Anything that is wrong with them is thrown as a plain
//! `{code, message, field?}`, which the package turns into an `OlievlekError`.

#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

mod calendar;
mod diffusion;
mod input;
mod knoster;
mod options;
mod smarti;
mod survey;
mod team;

use wasm_bindgen::prelude::*;

/// What an exported function throws.
type Thrown<T> = Result<T, JsValue>;
