use super::TeamSummary;
use crate::survey::{Distribution, Scale};

/// What a summary says.
impl TeamSummary {
    /// The answers on the scale that were given to a statement, by everyone who gave one.
    pub fn answers(&self, column: usize) -> Distribution {
        let counts = self.kinds.get(column).and_then(|kinds| kinds.get(1..6)).map(<[u64]>::to_vec);
        counts.map_or_else(
            || Distribution::empty(Scale::AGREEMENT),
            |counts| Distribution::of_counts(Scale::AGREEMENT, counts),
        )
    }

    /// The answers to a statement by those who answered every statement of its element on the scale.
    pub fn complete_answers(&self, column: usize) -> Distribution {
        let counts = self.complete.get(column).copied().unwrap_or_default();
        Distribution::of_counts(Scale::AGREEMENT, counts.to_vec())
    }

    /// The totals of an element, of those who answered all its statements on the scale: *k* to *5k* for *k* statements, with
    /// reverse-keyed answers as *6 − x*.
    pub fn totals(&self, element: usize) -> Distribution {
        let size = self.layout.statements(element).len();
        let counts = self.totals.get(element).and_then(|totals| totals.get(size..));
        match counts {
            Some(counts) if size > 0 => Distribution::of_counts(Scale::AGREEMENT.of_sums(size), counts.to_vec()),
            _ => Distribution::empty(Scale::AGREEMENT),
        }
    }
}
