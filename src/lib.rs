#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(any(test, feature = "js"))]
#[macro_use]
extern crate std;

pub mod calendar;
pub mod chart;
pub mod content;
pub mod diffusion;
mod error;
pub mod knoster;
#[cfg(feature = "serde")]
mod serde;
pub mod smarti;
pub mod survey;
pub mod team;
#[cfg(feature = "js")]
mod wasm;
#[cfg(any(
    feature = "widget-adoption",
    feature = "widget-adoption-numbers",
    feature = "widget-goal",
    feature = "widget-goal-plan",
    feature = "widget-self-check",
    feature = "widget-team",
    feature = "widget-team-responses"
))]
mod widgets;
pub mod words;

pub use error::Error;
