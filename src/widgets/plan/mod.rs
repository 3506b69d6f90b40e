//! The list of a goal widget: what someone does with it, what it looks like, and how it is taken along.
//!
//! It is a wasm of its own, without a page and without a memory: a widget fetches it when there is a list, or a day to show
//! on its school year, so that someone who writes a first sentence waits for none of it. What comes from outside passes
//! here, as a plan is read in one place only.

mod answer;
mod change;
mod element;
mod list;
mod message;
mod year;
