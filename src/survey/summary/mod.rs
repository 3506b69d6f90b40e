//! A team as counts: what can be added up, over people, files, threads and machines.

mod figures;
mod kernel;
mod layout;
mod parts;
mod teams;
#[cfg(not(target_arch = "wasm32"))]
mod tiles;

use alloc::vec;
use alloc::vec::Vec;

use super::{Answer, SurveyError};
use kernel::Counts;
pub use layout::Layout;
pub use teams::{ElementFigures, Teams};

/// The answers of many people as counts, from which every statistic of the survey follows.
///
/// It is exact: whole numbers only. So [`merge`](Self::merge) is associative and commutative with an [`empty`](Self::empty)
/// one, and any split of the same answers gives the same summary to the last bit: a file larger than memory can be read in
/// pieces, threads can share the work, and a distributed engine can use it as an aggregate by its
/// [`parts`](Self::to_parts).
///
/// Of each statement it knows how often each of the eight kinds of [`Answer`] was given: "weet ik niet" and "niet van
/// toepassing" are missing, each with a count of its own. Of each element it knows the totals of those who have answered all
/// its statements on the scale (*complete cases*), and their answers to each statement. Statistics of one statement use
/// everyone who answered it; those that look at several statements at once use the complete cases of the element.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Answer, Layout, TeamSummary};
///
/// let layout = Layout::new(2, &[vec![0, 1]], &[])?;
/// let mut team = TeamSummary::empty(&layout);
/// // A row for each person, by the bits of the answers: 6 is "weet ik niet".
/// team.add_rows(&[4, 5, 2, 3, 6, 4])?;
/// let mut other = TeamSummary::empty(&layout);
/// other.add(&[Answer::from_value(3)?, Answer::from_value(3)?])?;
/// team.merge(&other)?;
/// assert_eq!(team.rows(), 4);
/// assert_eq!(team.count(0, Answer::Unknown), 1);
/// assert_eq!(team.totals(0).n(), 3);
/// assert_eq!(team.answers(0).mean(), Ok(3.0));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamSummary {
    layout: Layout,
    rows: u64,
    /// Of each column how often each kind of answer was given, by its bits.
    kinds: Vec<[u64; 8]>,
    /// Of each column how often each answer of 1 to 5 was given by those with a complete element.
    complete: Vec<[u64; 5]>,
    /// Of each element how many people have each total, from 0 to *5k*; at 0 are those whose element is not complete.
    totals: Vec<Vec<u64>>,
}

impl TeamSummary {
    /// The most people, so that no sum of squared totals can overflow: 2³⁶.
    pub const MOST_ROWS: u64 = 1 << 36;

    /// Of nobody.
    pub fn empty(layout: &Layout) -> Self {
        let columns = layout.columns();
        let totals = (0..layout.elements()).map(|element| vec![0; 5 * layout.statements(element).len() + 1]);
        Self {
            layout: layout.clone(),
            rows: 0,
            kinds: vec![[0; 8]; columns],
            complete: vec![[0; 5]; columns],
            totals: totals.collect(),
        }
    }

    /// The answers of everyone, row by row; over all cores with the feature `parallel`.
    ///
    /// # Errors
    ///
    /// Those of [`add_rows`](Self::add_rows).
    pub fn of_rows(layout: &Layout, rows: &[u8]) -> Result<Self, SurveyError> {
        let summary = Self::empty(layout);
        summary.check(rows)?;
        #[cfg(feature = "parallel")]
        let counted = {
            use rayon::prelude::*;
            // A piece is large enough to pay for its thread, and there are enough of them to share.
            let pieces = rows.par_chunks(layout.columns() * 16_384).map(|piece| Self::counted(layout, piece));
            let together = |mut sum: Self, part: Self| {
                sum.add_up(&part);
                Some(sum)
            };
            pieces.try_reduce(|| Self::empty(layout), together)
        };
        #[cfg(not(feature = "parallel"))]
        let counted = Self::counted(layout, rows);
        counted.ok_or_else(|| out_of_range(0, rows))
    }

    /// One more person, with an answer for each column.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when there are more answers than columns, or fewer.
    pub fn add(&mut self, answers: &[Answer]) -> Result<(), SurveyError> {
        if answers.len() != self.layout.columns() {
            return Err(SurveyError::ShapeMismatch { expected: self.layout.columns(), given: answers.len() });
        }
        self.room_for(1)?;
        let row: Vec<u8> = answers.iter().map(|answer| answer.to_bits()).collect();
        let Self { layout, rows, kinds, complete, totals } = self;
        *rows += 1;
        // By itself: one person needs none of what makes many fast, and whoever adds people one by one does without it.
        kernel::add_each(layout, &row, &mut Counts { kinds, complete, totals });
        Ok(())
    }

    /// More people, row by row, each answer by its [`bits`](Answer::to_bits).
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when the last row is not whole, `out-of-range` for a byte above 7; then nothing is added.
    pub fn add_rows(&mut self, rows: &[u8]) -> Result<(), SurveyError> {
        self.check(rows)?;
        let part = Self::counted(&self.layout, rows).ok_or_else(|| out_of_range(0, rows))?;
        self.add_up(&part);
        Ok(())
    }

    /// Adds the people of another summary of the same layout.
    ///
    /// # Errors
    ///
    /// `out-of-domain` when the layouts differ, or when there would be more than [`MOST_ROWS`](Self::MOST_ROWS) people; then
    /// nothing is added.
    pub fn merge(&mut self, other: &Self) -> Result<(), SurveyError> {
        if self.layout != other.layout {
            return Err(SurveyError::OutOfDomain("summaries of the same layout"));
        }
        self.room_for(other.rows)?;
        self.add_up(other);
        Ok(())
    }

    /// The layout.
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// How many people there are, whatever they answered.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// How often an answer was given to a statement.
    pub fn count(&self, column: usize, answer: Answer) -> u64 {
        let kinds = self.kinds.get(column);
        kinds.and_then(|kinds| kinds.get(usize::from(answer.to_bits()))).copied().unwrap_or_default()
    }

    /// Whether so many rows can be added.
    fn check(&self, rows: &[u8]) -> Result<(), SurveyError> {
        let columns = self.layout.columns();
        if !rows.len().is_multiple_of(columns) {
            let expected = rows.len().next_multiple_of(columns);
            return Err(SurveyError::ShapeMismatch { expected, given: rows.len() });
        }
        self.room_for((rows.len() / columns) as u64)
    }

    fn room_for(&self, more: u64) -> Result<(), SurveyError> {
        if more <= Self::MOST_ROWS - self.rows { Ok(()) } else { Err(SurveyError::OutOfDomain("at most 2^36 people")) }
    }

    /// Of rows whose number was checked; none where a byte is above 7.
    fn counted(layout: &Layout, rows: &[u8]) -> Option<Self> {
        let mut counted = Self::empty(layout);
        counted.rows = (rows.len() / layout.columns()) as u64;
        let Self { kinds, complete, totals, .. } = &mut counted;
        kernel::add(layout, rows, &mut Counts { kinds, complete, totals }).then_some(counted)
    }

    fn add_up(&mut self, other: &Self) {
        self.rows += other.rows;
        let own = self.kinds.iter_mut().flatten().chain(self.complete.iter_mut().flatten());
        let others = other.kinds.iter().flatten().chain(other.complete.iter().flatten());
        let totals = self.totals.iter_mut().flatten().zip(other.totals.iter().flatten());
        own.zip(others).chain(totals).for_each(|(own, other)| *own += other);
    }
}

/// The error of the first byte that is no answer, after so many.
#[cold]
fn out_of_range(before: usize, rows: &[u8]) -> SurveyError {
    SurveyError::OutOfRange(before + rows.iter().position(|byte| *byte > 7).unwrap_or_default())
}
