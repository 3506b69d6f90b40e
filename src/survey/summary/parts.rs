use alloc::vec::Vec;

use super::{Layout, TeamSummary};
use crate::survey::SurveyError;

/// A summary as whole numbers, for a file or another machine.
impl TeamSummary {
    /// The summary as whole numbers: the number of people, then for each statement how often each of the eight kinds of answer
    /// was given and how often each of 1 to 5 among the complete cases, then for each element how many have each total.
    pub fn to_parts(&self) -> Vec<u64> {
        let statements =
            self.kinds.iter().zip(&self.complete).flat_map(|(kinds, complete)| kinds.iter().chain(complete));
        core::iter::once(&self.rows).chain(statements).chain(self.totals.iter().flatten()).copied().collect()
    }

    /// Reads [`to_parts`](Self::to_parts) back.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` for a number of parts that is not that of the layout; `out-of-domain` for numbers that contradict one
    /// another, as when not everyone is counted at each statement.
    pub fn from_parts(layout: &Layout, parts: &[u64]) -> Result<Self, SurveyError> {
        let mut summary = Self::empty(layout);
        let Self { rows, kinds, complete, totals, .. } = &mut summary;
        let statements = kinds.iter_mut().zip(complete).flat_map(|(kinds, complete)| kinds.iter_mut().chain(complete));
        let places: Vec<&mut u64> =
            core::iter::once(rows).chain(statements).chain(totals.iter_mut().flatten()).collect();
        if places.len() != parts.len() {
            return Err(SurveyError::ShapeMismatch { expected: places.len(), given: parts.len() });
        }
        places.into_iter().zip(parts).for_each(|(place, part)| *place = *part);
        if summary.is_consistent() {
            Ok(summary)
        } else {
            Err(SurveyError::OutOfDomain("parts that agree with each other"))
        }
    }

    /// Whether this could be counted from answers, as far as sums tell.
    fn is_consistent(&self) -> bool {
        // A sum that overflows is none.
        let sum = |counts: &[u64]| counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        let everyone = self.rows <= Self::MOST_ROWS
            && self.kinds.iter().all(|kinds| sum(kinds) == Some(self.rows))
            && self.totals.iter().all(|totals| sum(totals) == Some(self.rows));
        everyone
            && (0..self.layout.elements()).all(|element| {
                let totals = self.totals(element).sums();
                let mut points = 0;
                let each = self.layout.statements(element).iter().all(|column| {
                    let complete = self.complete_answers(*column).sums();
                    points +=
                        if self.layout.is_reversed(*column) { 6 * complete.n - complete.sum } else { complete.sum };
                    let within = |(all, complete): (&u64, &u64)| complete <= all;
                    complete.n == totals.n
                        && self
                            .answers(*column)
                            .counts()
                            .iter()
                            .zip(self.complete_answers(*column).counts())
                            .all(within)
                });
                // No complete case has fewer points than statements.
                let possible =
                    self.totals.get(element).is_some_and(|all| all.iter().skip(1).sum::<u64>() as i128 == totals.n);
                each && possible && points == totals.sum
            })
            && self.outside().all(|complete| *complete == [0; 5])
    }

    /// The complete cases of statements in no element: there are none.
    fn outside(&self) -> impl Iterator<Item = &[u64; 5]> {
        let is_outside = |column: &usize| !self.layout.each().iter().flatten().any(|other| other == column);
        self.complete.iter().enumerate().filter(move |(column, _)| is_outside(column)).map(|(_, complete)| complete)
    }
}
