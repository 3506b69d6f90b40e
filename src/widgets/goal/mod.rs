//! `<olievlek-goal>`: from a sentence, letter by letter, to a goal for the list.
//!
//! The list is drawn and changed by a wasm of its own, `src/widgets/plan`, which is fetched when there is one.

mod draft;
mod element;
mod examples;
mod fields;
mod history;
mod letters;
mod marks;
mod message;
mod options;
mod reading;
mod replied;
mod state;
mod view;
mod when;
