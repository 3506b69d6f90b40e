//! The list of a goal widget, with what stands around it: the fields of a goal, its deadline, and examples. What someone does
//! with them, what they look like, and how the list is taken along.
//!
//! It is a wasm of its own, without a page and without a memory: a widget fetches it once someone writes, or when there is a
//! list or a panel that someone opens, so that who opens a page waits for none of it. It has the calendar, so it reads the
//! times of a sentence and shows the deadline on its school year. What comes from outside passes here, as a plan is read in
//! one place only.

mod answer;
mod change;
mod draft;
mod element;
mod examples;
mod fields;
mod list;
mod message;
mod times;
mod when;
mod year;

// The tests of the goal widget ask it.
#[cfg(test)]
pub(super) use answer::tests::told;
