//! `<olievlek-self-check>`: from an explanation, over the statements, to a profile.

mod detail;
mod element;
mod message;
mod options;
mod result;
mod state;
mod view;
