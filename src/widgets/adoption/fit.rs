//! What the numbers that were seen say: a curve through them with its band, or in words why there is none yet.

use alloc::vec::Vec;

use super::axis::Axis;
use super::seen::Seen;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Nothing was seen yet.
    Nothing,
    Fitted(Fitted),
}

pub(super) fn fit(_seen: &[Seen], _axis: &Axis, _group: u32, _people: u32) -> Outcome {
    Outcome::Nothing
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fitted {
    pub(super) expected: Vec<f64>,
    pub(super) low: Vec<f64>,
    pub(super) high: Vec<f64>,
}

impl Fitted {
    /// The expected number on a morning, and its band.
    pub(super) fn at(&self, place: usize) -> Option<(f64, f64, f64)> {
        Some((*self.expected.get(place)?, *self.low.get(place)?, *self.high.get(place)?))
    }
}
