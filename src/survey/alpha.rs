//! Cronbach's alpha: how far statements that should measure one thing do.

use alloc::vec::Vec;

use libm::sqrt;

use super::covariance::Covariances;
use super::fisher::f_quantile;
use super::{Matrix, Statistic, SurveyError, Undefined};

/// Whose answers are used where some are missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Only people who answered every statement.
    #[default]
    Listwise,
    /// For each pair of statements the people who answered both.
    Pairwise,
}

impl Matrix {
    /// Cronbach's alpha: *k/(k − 1) (1 − Σ sᵢ²/s²)*, at most 1; below 0 where statements contradict each other.
    ///
    /// *sᵢ²* are the variances of the *k* statements and *s²* that of their sum. Lee Cronbach, Coefficient alpha and the
    /// internal structure of tests, Psychometrika 16, 1951. Undefined for fewer than two statements or people, and where the
    /// sum does not differ between people.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::survey::{Matrix, Missing, Scale, Undefined};
    ///
    /// let answers = [4, 5, 3, 3, 2, 3, 1, 1].map(|answer| Some(f64::from(answer)));
    /// let matrix = Matrix::new(Scale::AGREEMENT, 4, 2, &answers)?;
    /// assert!((matrix.alpha(Missing::Listwise).unwrap_or_default() - 0.96).abs() < 1e-12);
    /// let one = Matrix::new(Scale::AGREEMENT, 1, 2, &answers[..2])?;
    /// assert_eq!(one.alpha(Missing::Listwise), Err(Undefined::TooFewRespondents));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn alpha(&self, missing: Missing) -> Statistic {
        let covariances = self.covariances(missing)?;
        let of_statements = covariances.variances().sum();
        alpha_of(covariances.size(), of_statements, covariances.of_sum())
    }

    /// Alpha of statements that were standardised: *k r̄/(1 + (k − 1) r̄)* with the mean correlation *r̄*.
    ///
    /// Undefined where [`alpha`](Self::alpha) is, and where a statement does not differ between people.
    pub fn alpha_standardised(&self, missing: Missing) -> Statistic {
        let covariances = self.covariances(missing)?;
        let (size, k) = (covariances.size(), covariances.size() as f64);
        if size < 2 {
            return Err(Undefined::TooFewStatements);
        }
        let deviations: Vec<f64> = covariances.variances().map(sqrt).collect();
        if deviations.contains(&0.0) {
            return Err(Undefined::NoVariation);
        }
        let mut sum = 0.0;
        for (row, own) in covariances.rows().zip(&deviations) {
            sum += row.iter().zip(&deviations).map(|(value, other)| value / (own * other)).sum::<f64>();
        }
        let mean = (sum - k) / (k * (k - 1.0));
        let below = 1.0 + (k - 1.0) * mean;
        if below == 0.0 { Err(Undefined::NoVariation) } else { Ok(k * mean / below) }
    }

    /// Alpha without each statement in turn, listwise over all statements.
    pub fn alpha_if_deleted(&self) -> Vec<Statistic> {
        let of = |covariances: &Covariances| {
            let all: f64 = covariances.variances().sum();
            let total = covariances.of_sum();
            let each = covariances.rows().zip(covariances.variances());
            let without = each.map(|(row, own)| {
                let with_others: f64 = row.iter().sum();
                alpha_of(covariances.size() - 1, all - own, total - 2.0 * with_others + own)
            });
            without.collect()
        };
        self.covariances(Missing::Listwise).as_ref().map_or_else(|reason| self.each(*reason), of)
    }

    /// The correlation of each statement with the sum of the others, listwise, −1 to 1.
    ///
    /// Undefined for fewer than two people or statements, and where the statement or the others do not differ between people.
    pub fn item_rest_correlations(&self) -> Vec<Statistic> {
        let of = |covariances: &Covariances| {
            let total = covariances.of_sum();
            let each = covariances.rows().zip(covariances.variances());
            let with_rest = each.map(|(row, own)| {
                let with_all: f64 = row.iter().sum();
                let rest = total - 2.0 * with_all + own;
                match covariances.size() {
                    0 | 1 => Err(Undefined::TooFewStatements),
                    _ if own <= 0.0 || is_nothing(rest, total) => Err(Undefined::NoVariation),
                    _ => Ok((with_all - own) / sqrt(own * rest)),
                }
            });
            with_rest.collect()
        };
        self.covariances(Missing::Listwise).as_ref().map_or_else(|reason| self.each(*reason), of)
    }

    pub(crate) fn covariances(&self, missing: Missing) -> Result<Covariances, Undefined> {
        let found = match missing {
            Missing::Listwise => Covariances::listwise(self),
            Missing::Pairwise => Covariances::pairwise(self),
        };
        let is_nobody = || self.each_row().all(|row| row.contains(&None));
        found.ok_or_else(|| if is_nobody() { Undefined::NoAnswers } else { Undefined::TooFewRespondents })
    }

    fn each(&self, reason: Undefined) -> Vec<Statistic> {
        alloc::vec![Err(reason); self.columns()]
    }
}

/// By the sum of the variances of *k* statements and the variance of their sum.
pub(crate) fn alpha_of(statements: usize, of_statements: f64, of_sum: f64) -> Statistic {
    let k = statements as f64;
    match statements {
        0 | 1 => Err(Undefined::TooFewStatements),
        _ if is_nothing(of_sum, of_statements) => Err(Undefined::NoVariation),
        _ => Ok(k * (of_sum - of_statements) / ((k - 1.0) * of_sum)),
    }
}

/// Whether a variance is 0 but for rounding, beside others.
fn is_nothing(variance: f64, beside: f64) -> bool {
    variance <= 1e-13 * beside.abs()
}

/// The interval of alpha at a level such as 0.95, for normal answers: *1 − (1 − α) F* with quantiles of *F(n − 1, (n − 1)(k − 1))*.
///
/// Leonard Feldt, The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty, Psychometrika 30,
/// 1965. `n` people with complete answers to `statements` statements.
///
/// # Errors
///
/// `out-of-domain` for a level outside 0 to 1, fewer than two people or statements, or an alpha above 1.
///
/// # Examples
///
/// ```
/// use olievlek::survey::alpha_interval;
///
/// let (low, high) = alpha_interval(0.8, 50, 5, 0.95)?;
/// assert!((low - 0.696633).abs() < 1e-6 && (high - 0.875868).abs() < 1e-6);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn alpha_interval(alpha: f64, n: u64, statements: usize, level: f64) -> Result<(f64, f64), SurveyError> {
    if !(level > 0.0 && level < 1.0) {
        return Err(SurveyError::OutOfDomain("a level between 0 and 1"));
    }
    if n < 2 || statements < 2 || alpha > 1.0 || !alpha.is_finite() {
        return Err(SurveyError::OutOfDomain("an alpha of at most 1 from two people and two statements or more"));
    }
    let people = (n - 1) as f64;
    let others = people * (statements - 1) as f64;
    let tail = (1.0 - level) / 2.0;
    // The upper quantile by the lower one of the turned ratio, where a tail keeps its digits.
    let upper = 1.0 / f_quantile(tail, others, people);
    let lower = f_quantile(tail, people, others);
    Ok((1.0 - (1.0 - alpha) * upper, 1.0 - (1.0 - alpha) * lower))
}
