//! What a team answered, put side by side: read from what a coordinator pastes, and shown so that nobody is recognised.

mod element;
mod files;
mod input;
mod message;
mod options;
mod picture;
mod present;
mod problems;
mod sheet;
mod state;
mod view;
