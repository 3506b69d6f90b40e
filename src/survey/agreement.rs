//! Whether people in one group rate the same thing alike.

use alloc::vec::Vec;

use super::{Distribution, Scale, Statistic, Undefined};

/// What answers would look like if people answered without regard to the statement: the null distribution of r_wg.
///
/// For five points the variances are those of LeBreton & Senter, Answers to 20 questions about interrater reliability and
/// interrater agreement, Organizational Research Methods 11, 2008, Table 2.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Null, Scale};
///
/// assert_eq!(Null::Uniform.variance(Scale::AGREEMENT), Some(2.0));
/// assert_eq!(Null::MaximumDissensus.variance(Scale::AGREEMENT), Some(4.0));
/// assert_eq!(Null::SlightSkew.variance(Scale::new(1, 9)?), None);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Null {
    /// Every point equally often: *(A² − 1)/12*.
    #[default]
    Uniform,
    /// Slightly to one end, as with some leniency: 1.34 for five points.
    SlightSkew,
    /// Moderately to one end: 0.90 for five points.
    ModerateSkew,
    /// Heavily to one end: 0.44 for five points.
    HeavySkew,
    /// Towards the middle, in a straight line: *(A² + 2A − 3)/24* for an odd number of points, *(A² + 2A − 2)/24* for an even one.
    Triangular,
    /// Half at each end: *((high − low)/2)²*, the largest variance there can be. r_wg then never falls below 0.
    MaximumDissensus,
}

impl Null {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Uniform,
        Self::SlightSkew,
        Self::ModerateSkew,
        Self::HeavySkew,
        Self::Triangular,
        Self::MaximumDissensus,
    ];

    /// The identifier used in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Uniform => "uniform",
            Self::SlightSkew => "slight-skew",
            Self::ModerateSkew => "moderate-skew",
            Self::HeavySkew => "heavy-skew",
            Self::Triangular => "triangular",
            Self::MaximumDissensus => "maximum-dissensus",
        }
    }

    /// The null distribution of an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|null| null.id() == id)
    }

    /// Its variance on a scale; the skewed ones were published for five points only.
    pub fn variance(self, scale: Scale) -> Option<f64> {
        let points = scale.points() as f64;
        let five = |variance| (scale.points() == 5).then_some(variance);
        match self {
            Self::Uniform => Some(scale.uniform_variance()),
            Self::SlightSkew => five(1.34),
            Self::ModerateSkew => five(0.90),
            Self::HeavySkew => five(0.44),
            Self::Triangular => {
                let less = if scale.points().is_multiple_of(2) { 2.0 } else { 3.0 };
                Some((points * points + 2.0 * points - less) / 24.0)
            }
            Self::MaximumDissensus => Some((points - 1.0) * (points - 1.0) / 4.0),
        }
    }
}

impl Distribution {
    /// Within-group agreement on one statement: *r_wg = 1 − min(s², v)/v*, 0 to 1.
    ///
    /// *v* is the variance of the null distribution, for example [`Null::variance`]. A variance above it is taken for it, so
    /// that less agreement than by chance is 0. James, Demaree & Wolf, Estimating within-group interrater reliability with
    /// and without response bias, Journal of Applied Psychology 69, 1984. Undefined for fewer than two answers.
    pub fn r_wg(&self, null: f64) -> Statistic {
        self.variance().map(|variance| 1.0 - variance.min(null) / null)
    }

    /// Agreement that does not depend on the mean: *a_wg = 1 − 2 s² / (((H + L) x̄ − x̄² − H L) n/(n − 1))*, −1 to 1.
    ///
    /// Brown & Hauenstein, Interrater agreement reconsidered, Organizational Research Methods 8, 2005. Undefined for fewer
    /// than two answers, and where the mean is outside *(L(n − 1) + H)/n* to *(H(n − 1) + L)/n*.
    pub fn a_wg(&self) -> Statistic {
        self.two_at_least()?;
        let sums = self.sums();
        let (low, high) = (i128::from(self.scale().low()), i128::from(self.scale().high()));
        let n = sums.n;
        // In whole numbers, since a mean right at the bound counts.
        if sums.sum < low * (n - 1) + high || sums.sum > high * (n - 1) + low {
            return Err(Undefined::MeanOutOfBounds);
        }
        // n² times the numerator and the denominator, both over n − 1.
        let largest = (high + low) * n * sums.sum - sums.sum * sums.sum - high * low * n * n;
        Ok(1.0 - 2.0 * sums.scaled_variance() as f64 / largest as f64)
    }
}

/// Within-group agreement on several statements: *r_wg(j) = J u/(J u + 1 − u)*, 0 to 1, with *u = 1 − min(s̄², v)/v*.
///
/// *J* is the number of statements, *s̄²* the mean of their variances and *v* the variance of the null distribution. James,
/// Demaree & Wolf 1984, see [`Distribution::r_wg`]. Undefined without statements, and for fewer than two answers to one.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Distribution, Scale, r_wg_j};
///
/// let one = Distribution::new(Scale::AGREEMENT, vec![0, 0, 1, 1, 0])?;
/// let other = Distribution::new(Scale::AGREEMENT, vec![0, 0, 0, 2, 0])?;
/// assert_eq!(r_wg_j(&[one, other], 2.0), Ok(1.75 / 1.875));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn r_wg_j(statements: &[Distribution], null: f64) -> Statistic {
    let variance = mean(statements, Distribution::variance)?;
    Ok(r_wg_j_of(variance, null, statements.len()))
}

/// By the mean variance. Both variances may be any number of times themselves, so that a caller need not divide.
pub(crate) fn r_wg_j_of(variance: f64, null: f64, statements: usize) -> f64 {
    let variance = variance.min(null);
    let times = statements as f64 * (null - variance);
    times / (times + variance)
}

/// The mean of [`Distribution::ad_mean`] over statements, in points of the scale.
pub fn ad_mean(statements: &[Distribution]) -> Statistic {
    mean(statements, Distribution::ad_mean)
}

/// The mean of [`Distribution::ad_median`] over statements, in points of the scale.
pub fn ad_median(statements: &[Distribution]) -> Statistic {
    mean(statements, Distribution::ad_median)
}

/// The mean of [`Distribution::a_wg`] over the statements that have one, as the R package multilevel takes it.
pub fn a_wg(statements: &[Distribution]) -> Statistic {
    let all: Vec<Statistic> = statements.iter().map(Distribution::a_wg).collect();
    let known: Vec<f64> = all.iter().copied().flatten().collect();
    match all.first() {
        _ if !known.is_empty() => Ok(known.iter().sum::<f64>() / known.len() as f64),
        Some(undefined) => *undefined,
        None => Err(Undefined::TooFewStatements),
    }
}

fn mean(statements: &[Distribution], of: impl Fn(&Distribution) -> Statistic) -> Statistic {
    if statements.is_empty() {
        return Err(Undefined::TooFewStatements);
    }
    let sum = statements.iter().try_fold(0.0, |sum, statement| of(statement).map(|value| sum + value))?;
    Ok(sum / statements.len() as f64)
}
