use alloc::vec::Vec;

use super::DiffusionError;

/// What was seen of an adoption over time: new adopters in periods, or levels at moments.
///
/// A value that was not observed is `None`; the clock goes on without it. Times are in any unit, from launch at 0.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::Series;
///
/// // New adopters in four periods of one unit each; the third was not counted.
/// let series = Series::adoptions(&[Some(3.0), Some(8.0), None, Some(11.0)])?;
/// assert_eq!(series.observed(), 3);
/// assert_eq!(Series::adoptions(&[Some(-1.0)]).unwrap_err().code(), "negative-value");
/// // How many took part at four moments.
/// Series::levels(&[1.0, 2.0, 4.0, 6.5], &[Some(3.0), Some(9.0), None, Some(31.0)])?;
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// From when each value counts; negative infinity for a level.
    from: Vec<f64>,
    to: Vec<f64>,
    values: Vec<f64>,
    /// The places of values that were not observed, before those that were.
    missing: Vec<usize>,
    levels: bool,
}

impl Series {
    /// New adopters in periods of one unit, from launch: the value at place *i* was adopted in *(i, i + 1]*.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::Empty`], [`DiffusionError::NonFinite`] and [`DiffusionError::NegativeValue`].
    pub fn adoptions(values: &[Option<f64>]) -> Result<Self, DiffusionError> {
        let ends: Vec<f64> = (1..=values.len()).map(|end| end as f64).collect();
        Self::adoptions_until(&ends, values)
    }

    /// New adopters in periods that end at these times, the first of which starts as long before its end as the second
    /// lasts, and not before launch; in the others where the one before it ends.
    ///
    /// # Errors
    ///
    /// As [`adoptions`](Self::adoptions), and [`DiffusionError::ShapeMismatch`] and [`DiffusionError::TimeNotSorted`].
    pub fn adoptions_until(ends: &[f64], values: &[Option<f64>]) -> Result<Self, DiffusionError> {
        let start = match ends {
            &[first, second, ..] => first - (second - first),
            _ => 0.0,
        };
        // What rounding leaves of a launch is launch.
        let start = if ends.first().is_some_and(|first| *first > 0.0) { start.max(0.0) } else { start };
        let starts = core::iter::once(start).chain(ends.iter().copied());
        Self::read(starts.zip(ends.iter().copied()), ends.len(), values, false)
    }

    /// Levels at these times: how many had adopted by then.
    ///
    /// # Errors
    ///
    /// As [`adoptions_until`](Self::adoptions_until).
    pub fn levels(times: &[f64], values: &[Option<f64>]) -> Result<Self, DiffusionError> {
        Self::read(times.iter().map(|time| (f64::NEG_INFINITY, *time)), times.len(), values, true)
    }

    fn read(
        spans: impl Iterator<Item = (f64, f64)>,
        times: usize,
        values: &[Option<f64>],
        levels: bool,
    ) -> Result<Self, DiffusionError> {
        if values.is_empty() {
            return Err(DiffusionError::Empty);
        }
        if times != values.len() {
            return Err(DiffusionError::ShapeMismatch { expected: values.len(), given: times });
        }
        let mut series = Self { from: Vec::new(), to: Vec::new(), values: Vec::new(), missing: Vec::new(), levels };
        let mut before = f64::NEG_INFINITY;
        for (place, ((from, to), value)) in spans.zip(values).enumerate() {
            if !to.is_finite() {
                return Err(DiffusionError::NonFinite(place));
            }
            if to <= before {
                return Err(DiffusionError::TimeNotSorted(place));
            }
            before = to;
            match *value {
                None => series.missing.push(place),
                Some(value) if !value.is_finite() => return Err(DiffusionError::NonFinite(place)),
                Some(value) if value < 0.0 => return Err(DiffusionError::NegativeValue(place)),
                Some(value) => {
                    series.from.push(from);
                    series.to.push(to);
                    series.values.push(value);
                }
            }
        }
        Ok(series)
    }

    /// How many values were observed.
    pub const fn observed(&self) -> usize {
        self.values.len()
    }

    /// The values that were observed, in order.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The times at which they were: the end of each period, or the moment of each level.
    pub fn times(&self) -> &[f64] {
        &self.to
    }

    /// Whether they are levels, and not new adopters.
    pub const fn is_levels(&self) -> bool {
        self.levels
    }

    /// The starts of the periods; for levels negative infinity.
    pub(super) fn starts(&self) -> &[f64] {
        &self.from
    }

    /// The levels that the adoptions add up to, for an objective that compares levels.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::MissingNotAllowed`] where a value is missing, since what came after it is then not known.
    pub(super) fn summed(&self) -> Result<Self, DiffusionError> {
        if self.levels {
            return Ok(self.clone());
        }
        if let Some(place) = self.missing.first() {
            return Err(DiffusionError::MissingNotAllowed(*place));
        }
        let mut sum = 0.0;
        let add = |value: &f64| {
            sum += value;
            sum
        };
        let values = self.values.iter().map(add).collect();
        Ok(Self { from: alloc::vec![f64::NEG_INFINITY; self.to.len()], values, levels: true, ..self.clone() })
    }
}
