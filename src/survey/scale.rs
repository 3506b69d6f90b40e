use super::SurveyError;

/// The points of an answer scale: the whole numbers from the lowest to the highest.
///
/// # Examples
///
/// ```
/// use olievlek::survey::Scale;
///
/// let scale = Scale::new(1, 7)?;
/// assert_eq!(scale.points(), 7);
/// assert_eq!(scale.uniform_variance(), 4.0);
/// assert_eq!(Scale::new(3, 3).map_err(|error| error.code()), Err("out-of-domain"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    low: i32,
    high: i32,
}

impl Scale {
    /// The five points of [`Agreement`](super::Agreement).
    pub const AGREEMENT: Self = Self { low: 1, high: 5 };
    /// A longer scale is a measurement, and needs other statistics than those of a survey.
    const MOST_POINTS: i64 = 100_000;

    /// A scale with these ends.
    ///
    /// # Errors
    ///
    /// `out-of-domain` when it has fewer than two points, or more than 100000.
    pub fn new(low: i32, high: i32) -> Result<Self, SurveyError> {
        let points = i64::from(high) - i64::from(low) + 1;
        if (2..=Self::MOST_POINTS).contains(&points) {
            Ok(Self { low, high })
        } else {
            Err(SurveyError::OutOfDomain("a scale of 2 to 100000 points, the lowest first"))
        }
    }

    /// The lowest point.
    pub const fn low(self) -> i32 {
        self.low
    }

    /// The highest point.
    pub const fn high(self) -> i32 {
        self.high
    }

    /// How many points it has: *A = high − low + 1*.
    pub const fn points(self) -> usize {
        // Checked when it was made.
        (self.high as i64 - self.low as i64 + 1) as usize
    }

    /// The variance of answers that are spread evenly over the points: *(A² − 1)/12*.
    pub fn uniform_variance(self) -> f64 {
        let points = self.points() as f64;
        (points * points - 1.0) / 12.0
    }

    /// Where a point stands, from 0.
    pub(crate) fn place(self, value: f64) -> Option<usize> {
        let steps = value - f64::from(self.low);
        let place = steps as usize;
        (steps >= 0.0 && value <= f64::from(self.high) && place as f64 == steps).then_some(place)
    }

    /// The scale of the sum of so many answers.
    pub(crate) fn of_sums(self, answers: usize) -> Self {
        let times = i32::try_from(answers).unwrap_or(i32::MAX);
        Self { low: self.low.saturating_mul(times), high: self.high.saturating_mul(times) }
    }
}
