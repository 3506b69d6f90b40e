//! The list of a goal widget, with what stands around it: the fields of a goal, its deadline, and examples. What someone does
//! with them, what they look like, and how the list is taken along.
//!
//! It is a wasm of its own, without a page and without a memory: a widget fetches it when there is a list, a panel that
//! someone opens, or a day to show on its school year, so that who writes a first sentence waits for none of it. What comes
//! from outside passes here, as a plan is read in one place only.

mod answer;
mod change;
mod draft;
mod element;
mod examples;
mod fields;
mod list;
mod message;
mod when;
mod year;
