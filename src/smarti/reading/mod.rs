//! Reads a goal as it was written: which words carry which criterion, and what would help.
//!
//! The rules are those of a label guide: for each criterion, which words carry it? No words, no evidence. What is negated
//! or merely what the goal is about does not count, what is conditional or hoped for is weak at most, and background (a
//! decree's year, the name of a class, a phase number) is none.

mod error;
mod evidence;
mod hint;
mod offsets;
mod quantity;

pub use error::ReadingError;
pub use evidence::{CriterionReading, Cue, CueKind, Evidence};
pub use hint::Hint;
pub use offsets::utf16_offsets;
pub use quantity::{Amount, Quantity, QuantityRole};
