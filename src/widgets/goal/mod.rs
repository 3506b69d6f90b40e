//! `<olievlek-goal>`: from a sentence, letter by letter, to a list of goals under a strategic goal.

mod detail;
mod draft;
mod element;
mod examples;
mod fields;
mod history;
mod letters;
mod list;
mod marks;
mod message;
mod options;
mod reading;
mod state;
mod tree;
mod view;
mod year;
