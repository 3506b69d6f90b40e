//! `<olievlek-self-check>`: from an explanation, over the statements, to a profile.

mod detail;
mod element;
mod options;
mod result;
mod state;
mod view;
