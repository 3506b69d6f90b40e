//! Goals: what makes one SMARTI, and how one is read.

mod criterion;
pub mod reading;

pub use criterion::Criterion;
