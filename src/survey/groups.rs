//! How far scores depend on the group that people are in.

use super::distribution::Sums;
use super::fisher::f_above;
use super::{Matrix, Statistic, SurveyError, TeamSummary, Undefined};
use alloc::vec;
use alloc::vec::Vec;

/// A one-way analysis of variance of people's mean scores by group, and the intraclass correlations that follow.
///
/// Scores are means over statements, of people who answered them all. *MSB* is the mean square between *G* groups, *MSW* that
/// within them, *N* all people. Groups without such people do not count.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Groups, Matrix, Scale};
///
/// let answers = [1, 2, 4, 5, 3, 3].map(|answer| Some(f64::from(answer)));
/// let matrix = Matrix::new(Scale::AGREEMENT, 6, 1, &answers)?;
/// let groups = Groups::of_matrix(&matrix, &[0, 0, 1, 1, 2, 2])?;
/// assert_eq!((groups.mean_square_between(), groups.mean_square_within()), (Ok(4.5), Ok(1.0 / 3.0)));
/// assert!((groups.icc1().unwrap_or_default() - 0.862).abs() < 1e-3);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// *n* and the mean of each group, and its sum of squares.
    groups: Vec<(f64, f64, f64)>,
}

impl Groups {
    /// Of the rows of a matrix, each in the group of this number, from 0.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when there is not one number for each row; `out-of-range` for a number that is not below the number of
    /// rows.
    pub fn of_matrix(matrix: &Matrix, groups: &[usize]) -> Result<Self, SurveyError> {
        let sums = matrix.sums_by_group(groups)?;
        Ok(Self::of_sums(&sums, matrix.columns()))
    }

    /// Of one element of several summaries, a group each.
    ///
    /// # Errors
    ///
    /// `out-of-domain` when layouts differ.
    pub fn of_summaries(summaries: &[TeamSummary], element: usize) -> Result<Self, SurveyError> {
        let Some(first) = summaries.first() else { return Ok(Self { groups: Vec::new() }) };
        if summaries.iter().any(|summary| summary.layout() != first.layout()) {
            return Err(SurveyError::OutOfDomain("summaries of the same layout"));
        }
        let sums: Vec<Sums> = summaries.iter().map(|summary| summary.totals(element).sums()).collect();
        Ok(Self::of_sums(&sums, first.layout().statements(element).len()))
    }

    fn of_sums(sums: &[Sums], statements: usize) -> Self {
        let k = statements as f64;
        let there = sums.iter().filter(|sums| sums.n > 0);
        let group = |sums: &Sums| {
            let n = sums.n as f64;
            (n, sums.sum as f64 / n / k, sums.scaled_variance() as f64 / n / (k * k))
        };
        Self { groups: there.map(group).collect() }
    }

    /// How many groups have people, *G*.
    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// How many people there are, *N*.
    pub fn n(&self) -> u64 {
        self.people() as u64
    }

    fn people(&self) -> f64 {
        self.groups.iter().map(|(n, ..)| n).sum()
    }

    fn between(&self) -> f64 {
        let people = self.people();
        let mean = self.groups.iter().map(|(n, mean, _)| n * mean).sum::<f64>() / people;
        self.groups.iter().map(|(n, own, _)| n * (own - mean) * (own - mean)).sum()
    }

    fn within(&self) -> f64 {
        self.groups.iter().map(|(_, _, squares)| squares).sum()
    }

    /// The mean square between groups, *Σ nᵢ(x̄ᵢ − x̄)²/(G − 1)*, 0 and up. Undefined for fewer than two groups.
    pub fn mean_square_between(&self) -> Statistic {
        match self.groups.len() {
            0 => Err(Undefined::NoAnswers),
            1 => Err(Undefined::TooFewGroups),
            groups => Ok(self.between() / (groups - 1) as f64),
        }
    }

    /// The mean square within groups, *ΣΣ (x − x̄ᵢ)²/(N − G)*, 0 and up. Undefined where no group has two people.
    pub fn mean_square_within(&self) -> Statistic {
        let free = self.people() - self.groups.len() as f64;
        match self.groups.len() {
            0 => Err(Undefined::NoAnswers),
            _ if free < 1.0 => Err(Undefined::TooFewGroups),
            _ => Ok(self.within() / free),
        }
    }

    /// The mean size of a group, *N/G*.
    pub fn mean_size(&self) -> Statistic {
        if self.groups.is_empty() { Err(Undefined::NoAnswers) } else { Ok(self.people() / self.groups.len() as f64) }
    }

    /// The size that counts where groups are not equally large: *n₀ = (N − Σnᵢ²/N)/(G − 1)*, at most the mean size.
    pub fn n0(&self) -> Statistic {
        let people = self.people();
        let squares: f64 = self.groups.iter().map(|(n, ..)| n * n).sum();
        match self.groups.len() {
            0 => Err(Undefined::NoAnswers),
            1 => Err(Undefined::TooFewGroups),
            groups => Ok((people - squares / people) / (groups - 1) as f64),
        }
    }

    /// ICC(1): the share of the variance of one person's score that is between groups, with [`n0`](Self::n0).
    ///
    /// *(MSB − MSW)/(MSB + (n₀ − 1) MSW)*, *−1/(n₀ − 1)* to 1; below 0 where people differ more within groups than between
    /// them. John Bartko, On various intraclass correlation reliability coefficients, Psychological Bulletin 83, 1976; for
    /// unequal groups Shrout & Fleiss 1979 and Donner 1986. Undefined where *MSB* or *MSW* is, and where all scores are the
    /// same.
    pub fn icc1(&self) -> Statistic {
        self.icc1_with(self.n0()?)
    }

    /// ICC(1) with the [mean size](Self::mean_size) of a group instead of *n₀*, as the R package multilevel has it.
    pub fn icc1_mean_size(&self) -> Statistic {
        self.icc1_with(self.mean_size()?)
    }

    fn icc1_with(&self, size: f64) -> Statistic {
        let (between, within) = (self.mean_square_between()?, self.mean_square_within()?);
        let all = between + (size - 1.0) * within;
        if all == 0.0 { Err(Undefined::NoVariation) } else { Ok((between - within) / all) }
    }

    /// ICC(2): the reliability of group means, *(MSB − MSW)/MSB*, at most 1.
    ///
    /// Bartko 1976. Undefined where [`icc1`](Self::icc1) is, and where all groups have the same mean.
    pub fn icc2(&self) -> Statistic {
        let (between, within) = (self.mean_square_between()?, self.mean_square_within()?);
        if between == 0.0 { Err(Undefined::NoVariation) } else { Ok((between - within) / between) }
    }

    /// *F = MSB/MSW*, 0 and up. Undefined where no one differs from the own group.
    pub fn f(&self) -> Statistic {
        let (between, within) = (self.mean_square_between()?, self.mean_square_within()?);
        if within == 0.0 { Err(Undefined::NoVariation) } else { Ok(between / within) }
    }

    /// The probability of such an [`f`](Self::f) or a larger one where groups do not differ: by *F(G − 1, N − G)*.
    pub fn p_value(&self) -> Statistic {
        let groups = self.groups.len() as f64;
        self.f().map(|f| f_above(f, groups - 1.0, self.people() - groups))
    }

    /// The share of all variation that is between groups, *η² = SSB/(SSB + SSW)*, 0 to 1. Undefined where all scores are the
    /// same.
    pub fn eta_squared(&self) -> Statistic {
        self.mean_square_between()?;
        let (between, within) = (self.between(), self.within());
        let all = between + within;
        if all == 0.0 { Err(Undefined::NoVariation) } else { Ok(between / all) }
    }
}

impl Matrix {
    fn sums_by_group(&self, groups: &[usize]) -> Result<Vec<Sums>, SurveyError> {
        if groups.len() != self.rows() {
            return Err(SurveyError::ShapeMismatch { expected: self.rows(), given: groups.len() });
        }
        if let Some(place) = groups.iter().position(|group| *group >= self.rows()) {
            return Err(SurveyError::OutOfRange(place));
        }
        let mut sums = vec![Sums::default(); self.rows()];
        let lowest = i128::from(self.scale().low());
        for (row, group) in self.each_row().zip(groups) {
            let total = row.iter().try_fold(0, |sum, cell| cell.map(|place| sum + lowest + i128::from(place)));
            if let (Some(total), Some(sums)) = (total, sums.get_mut(*group)) {
                (sums.n, sums.sum, sums.squares) = (sums.n + 1, sums.sum + total, sums.squares + total * total);
            }
        }
        Ok(sums)
    }
}
