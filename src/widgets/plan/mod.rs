//! What a goal widget asks about a whole plan: to read one, to look at it, to take it along.
//!
//! It is a wasm of its own, without a page: a widget fetches it when there is a plan to ask about, so that someone who
//! writes a first sentence waits for none of it. What comes from outside passes here, as a plan is read in one place only.

mod answer;
mod element;
