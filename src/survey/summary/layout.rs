use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::survey::SurveyError;

/// Which statements of a survey form which element, and which are worded the other way around.
///
/// Statements are columns, counted from 0. Each is in one element at most; one that is in none is counted all the same. A
/// reverse-keyed statement counts as *6 − x* in the total of its element, and as it was answered everywhere else.
///
/// # Examples
///
/// ```
/// use olievlek::survey::Layout;
///
/// // Two elements of two statements; the last statement reveals a gap.
/// let layout = Layout::new(4, &[vec![0, 1], vec![2, 3]], &[3])?;
/// assert_eq!((layout.columns(), layout.elements()), (4, 2));
/// assert!(layout.is_reversed(3));
/// assert_eq!(Layout::new(4, &[vec![0, 1], vec![1]], &[]).map_err(|error| error.code()), Err("out-of-domain"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    columns: usize,
    elements: Vec<Vec<usize>>,
    reversed: Vec<bool>,
}

impl Layout {
    /// The most statements: an answer of 5 to each makes a total that a table of totals has room for.
    pub const MOST_COLUMNS: usize = 1000;

    /// A layout of so many columns.
    ///
    /// # Errors
    ///
    /// `out-of-domain` when there are no columns or more than 1000, an element has no statement, or a statement is in two
    /// elements; `out-of-range` for a column that is not there.
    pub fn new(columns: usize, elements: &[Vec<usize>], reversed: &[usize]) -> Result<Self, SurveyError> {
        if !(1..=Self::MOST_COLUMNS).contains(&columns) {
            return Err(SurveyError::OutOfDomain("1 to 1000 statements"));
        }
        let mut taken = vec![false; columns];
        for column in elements.iter().flatten() {
            let taken = taken.get_mut(*column).ok_or(SurveyError::OutOfRange(*column))?;
            if core::mem::replace(taken, true) {
                return Err(SurveyError::OutOfDomain("each statement in one element at most"));
            }
        }
        if elements.iter().any(Vec::is_empty) {
            return Err(SurveyError::OutOfDomain("at least one statement in each element"));
        }
        let mut flags = vec![false; columns];
        for column in reversed {
            *flags.get_mut(*column).ok_or(SurveyError::OutOfRange(*column))? = true;
        }
        Ok(Self(Arc::new(Inner { columns, elements: elements.to_vec(), reversed: flags })))
    }

    /// How many statements there are.
    pub fn columns(&self) -> usize {
        self.0.columns
    }

    /// How many elements there are.
    pub fn elements(&self) -> usize {
        self.0.elements.len()
    }

    /// The columns of an element; none for one that is not there.
    pub fn statements(&self, element: usize) -> &[usize] {
        self.0.elements.get(element).map_or(&[], Vec::as_slice)
    }

    /// Whether a statement is worded the other way around.
    pub fn is_reversed(&self, column: usize) -> bool {
        self.0.reversed.get(column).copied().unwrap_or_default()
    }

    /// The columns of each element.
    pub(super) fn each(&self) -> &[Vec<usize>] {
        &self.0.elements
    }
}
