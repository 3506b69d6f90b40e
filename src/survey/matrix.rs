use alloc::vec;
use alloc::vec::Vec;

use super::{Distribution, Scale, SurveyError};

/// Answers of people (rows) to statements (columns) on one scale; some may be missing.
///
/// Statistics of one statement use everyone who answered it. Those of several statements say what they use: *listwise* only the
/// people who answered every statement, *pairwise* for each pair of statements those who answered both.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Matrix, Scale};
///
/// let answers = [Some(4.0), Some(5.0), Some(3.0), None, Some(2.0), Some(3.0)];
/// let matrix = Matrix::new(Scale::AGREEMENT, 3, 2, &answers)?;
/// assert_eq!((matrix.rows(), matrix.complete_rows()), (3, 2));
/// assert_eq!(matrix.distribution(1).mean(), Ok(4.0));
/// let seven = Matrix::new(Scale::AGREEMENT, 1, 2, &[Some(7.0), None]);
/// assert_eq!(seven.map_err(|error| error.code()), Err("out-of-range"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    scale: Scale,
    columns: usize,
    /// Row by row, as places on the scale from 0.
    cells: Vec<Option<u32>>,
}

impl Matrix {
    /// A matrix by its cells, row by row; `None` is missing.
    ///
    /// # Errors
    ///
    /// `empty` without rows or columns, `shape-mismatch` when there is not one cell for each row and column, `non-finite` and
    /// `out-of-range` for a cell that is no whole number on the scale.
    pub fn new(scale: Scale, rows: usize, columns: usize, cells: &[Option<f64>]) -> Result<Self, SurveyError> {
        if rows.checked_mul(columns) != Some(cells.len()) {
            return Err(SurveyError::ShapeMismatch { expected: rows.saturating_mul(columns), given: cells.len() });
        }
        if cells.is_empty() {
            return Err(SurveyError::Empty);
        }
        let read = |(at, cell): (usize, &Option<f64>)| match cell {
            None => Ok(None),
            Some(value) if !value.is_finite() => Err(SurveyError::NonFinite(at)),
            Some(value) => {
                let place = scale.place(*value).ok_or(SurveyError::OutOfRange(at))?;
                // A scale has fewer points than a `u32`.
                Ok(Some(place as u32))
            }
        };
        let cells = cells.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        Ok(Self { scale, columns, cells })
    }

    /// The same matrix, if nothing is missing in it.
    ///
    /// # Errors
    ///
    /// `missing-not-allowed` with the first place where something is.
    pub fn without_missing(self) -> Result<Self, SurveyError> {
        match self.cells.iter().position(Option::is_none) {
            Some(place) => Err(SurveyError::MissingNotAllowed(place)),
            None => Ok(self),
        }
    }

    /// The scale.
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// How many people there are.
    pub fn rows(&self) -> usize {
        self.cells.len() / self.columns
    }

    /// How many statements there are.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// How many people answered every statement.
    pub fn complete_rows(&self) -> usize {
        self.complete().count()
    }

    /// The answers to a statement by everyone who gave one.
    pub fn distribution(&self, column: usize) -> Distribution {
        let mut answers = Distribution::empty(self.scale);
        self.each_row()
            .filter_map(|row| row.get(column).copied().flatten())
            .for_each(|place| answers.add(place as usize));
        answers
    }

    /// The answers to each statement by the people who answered every statement.
    pub fn complete_distributions(&self) -> Vec<Distribution> {
        let mut answers = vec![Distribution::empty(self.scale); self.columns];
        for row in self.complete() {
            answers.iter_mut().zip(row).for_each(|(answers, place)| answers.add(place as usize));
        }
        answers
    }

    /// The sum over all statements of each person who answered them all, in order.
    pub fn complete_sums(&self) -> Vec<f64> {
        let lowest = f64::from(self.scale.low()) * self.columns as f64;
        self.complete().map(|row| lowest + row.map(f64::from).sum::<f64>()).collect()
    }

    /// The rows of one group, where each row is in the group of this number; none where there are none.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when there is not one number for each row.
    pub fn group(&self, groups: &[usize], group: usize) -> Result<Option<Self>, SurveyError> {
        if groups.len() != self.rows() {
            return Err(SurveyError::ShapeMismatch { expected: self.rows(), given: groups.len() });
        }
        let rows = self.each_row().zip(groups).filter(|(_, other)| **other == group);
        let cells: Vec<Option<u32>> = rows.flat_map(|(row, _)| row.iter().copied()).collect();
        Ok((!cells.is_empty()).then_some(Self { scale: self.scale, columns: self.columns, cells }))
    }

    pub(crate) fn each_row(&self) -> core::slice::ChunksExact<'_, Option<u32>> {
        self.cells.chunks_exact(self.columns)
    }

    /// The rows in which nothing is missing.
    pub(crate) fn complete(&self) -> impl Iterator<Item = impl Iterator<Item = u32> + Clone + '_> + Clone + '_ {
        let complete = self.each_row().filter(|row| row.iter().all(Option::is_some));
        complete.map(|row| row.iter().copied().flatten())
    }
}
