//! `<olievlek-goal>`: from a sentence, letter by letter, to a goal for the list.
//!
//! The deadline, the fields, the examples and the list are drawn and changed by a wasm of its own, `src/widgets/plan`, which is
//! fetched when there is one of them to show.

mod draft;
mod element;
mod history;
mod letters;
mod marks;
mod message;
mod options;
mod reading;
mod replied;
mod state;
mod times;
mod view;
