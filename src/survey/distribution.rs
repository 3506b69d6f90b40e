use alloc::vec;
use alloc::vec::Vec;

use libm::sqrt;

use super::{Scale, Statistic, SurveyError, Undefined};

/// How many people chose each point of a scale.
///
/// Sums are whole numbers until the last division, so that a distribution put together from parts has the same statistics to
/// the last bit. It says as well how far people agree, and how they divide.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Distribution, Scale};
///
/// let answers = Distribution::new(Scale::AGREEMENT, vec![1, 2, 3, 2, 1])?;
/// assert_eq!((answers.n(), answers.mean(), answers.median()), (9, Ok(3.0), Ok(3.0)));
/// assert_eq!(answers.variance(), Ok(1.5));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    scale: Scale,
    counts: Vec<u64>,
}

/// What all moments come from: *n*, *Σx* and *Σx²*.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) n: i128,
    pub(crate) sum: i128,
    pub(crate) squares: i128,
}

impl Sums {
    /// *n Σx² − (Σx)²*: *n(n − 1)* times the variance.
    pub(crate) fn scaled_variance(self) -> i128 {
        self.n * self.squares - self.sum * self.sum
    }

    /// The variance with *n − 1*.
    pub(crate) fn variance(self) -> Statistic {
        match self.n {
            0 => Err(Undefined::NoAnswers),
            1 => Err(Undefined::TooFewRespondents),
            n => Ok(self.scaled_variance() as f64 / (n * (n - 1)) as f64),
        }
    }
}

impl Distribution {
    /// A distribution by its counts, from the lowest point of the scale to the highest.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when there is not one count for each point; `out-of-domain` when there are more than 2⁴⁸ answers.
    pub fn new(scale: Scale, counts: Vec<u64>) -> Result<Self, SurveyError> {
        if counts.len() != scale.points() {
            return Err(SurveyError::ShapeMismatch { expected: scale.points(), given: counts.len() });
        }
        // So that no sum of squares can overflow.
        let total = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        if total.is_none_or(|total| total > 1 << 48) {
            return Err(SurveyError::OutOfDomain("at most 2^48 answers"));
        }
        Ok(Self { scale, counts })
    }

    /// Without answers.
    pub(crate) fn empty(scale: Scale) -> Self {
        Self { scale, counts: vec![0; scale.points()] }
    }

    /// One that is known to fit.
    pub(crate) fn of_counts(scale: Scale, counts: Vec<u64>) -> Self {
        debug_assert_eq!(counts.len(), scale.points());
        Self { scale, counts }
    }

    /// One more answer, by its place on the scale.
    pub(crate) fn add(&mut self, place: usize) {
        if let Some(count) = self.counts.get_mut(place) {
            *count += 1;
        }
    }

    /// The scale.
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// How many chose each point, from the lowest.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// How many answered.
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Each point with its count.
    pub(crate) fn points(&self) -> impl Iterator<Item = (i32, u64)> + Clone {
        (self.scale.low()..).zip(self.counts.iter().copied())
    }

    pub(crate) fn sums(&self) -> Sums {
        self.points().fold(Sums::default(), |sums, (point, count)| {
            let (point, count) = (i128::from(point), i128::from(count));
            Sums { n: sums.n + count, sum: sums.sum + count * point, squares: sums.squares + count * point * point }
        })
    }

    /// The mean, *Σx/n*: a point of the scale or between. Undefined without answers.
    pub fn mean(&self) -> Statistic {
        let Sums { n, sum, .. } = self.sums();
        if n == 0 { Err(Undefined::NoAnswers) } else { Ok(sum as f64 / n as f64) }
    }

    /// The median: the middle answer, or the mean of the two in the middle. Undefined without answers.
    pub fn median(&self) -> Statistic {
        let n = self.n();
        let (lower, upper) = (n.div_ceil(2), n / 2 + 1);
        let nth = |rank: u64| {
            let mut seen = 0;
            self.points().find_map(|(point, count)| {
                seen += count;
                (seen >= rank).then_some(f64::from(point))
            })
        };
        match (nth(lower), nth(upper)) {
            (Some(low), Some(high)) if n > 0 => Ok((low + high) / 2.0),
            _ => Err(Undefined::NoAnswers),
        }
    }

    /// The variance with *n − 1*: *(n Σx² − (Σx)²) / (n(n − 1))*, 0 and up. Undefined for fewer than two answers.
    pub fn variance(&self) -> Statistic {
        self.sums().variance()
    }

    /// The standard deviation with *n − 1*, the root of the [`variance`](Self::variance).
    pub fn sd(&self) -> Statistic {
        self.variance().map(sqrt)
    }

    /// The average deviation from the mean: *AD_M = Σ|x − x̄|/n*, 0 up to half the width of the scale.
    ///
    /// Burke, Finkelstein & Dusig, On average deviation indices for estimating interrater agreement, 1999. Undefined for
    /// fewer than two answers: one person always agrees.
    pub fn ad_mean(&self) -> Statistic {
        let Sums { n, sum, .. } = self.sums();
        // In whole numbers: |n x − Σx| summed is n² times the deviation.
        let away: i128 =
            self.points().map(|(point, count)| i128::from(count) * (n * i128::from(point) - sum).abs()).sum();
        self.two_at_least().map(|()| away as f64 / (n * n) as f64)
    }

    /// The average deviation from the median, *AD_Md = Σ|x − median|/n*; see [`ad_mean`](Self::ad_mean).
    pub fn ad_median(&self) -> Statistic {
        self.two_at_least()?;
        let median = self.median()?;
        let away: f64 = self.points().map(|(point, count)| count as f64 * (f64::from(point) - median).abs()).sum();
        Ok(away / self.n() as f64)
    }

    pub(crate) fn two_at_least(&self) -> Result<(), Undefined> {
        match self.n() {
            0 => Err(Undefined::NoAnswers),
            1 => Err(Undefined::TooFewRespondents),
            _ => Ok(()),
        }
    }
}
