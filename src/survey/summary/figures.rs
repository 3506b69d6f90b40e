use alloc::vec::Vec;

use super::TeamSummary;
use crate::survey::agreement::r_wg_j_of;
use crate::survey::alpha::alpha_of;
use crate::survey::distribution::Sums;
use crate::survey::{Answer, Distribution, Scale, Statistic, SurveyError, Undefined, alpha_interval};

/// What a summary says. A [`Distribution`] has the statistics of one statement or of the totals of an element; those of several
/// statements together are here.
impl TeamSummary {
    /// The answers on the scale that were given to a statement, by everyone who gave one.
    pub fn answers(&self, column: usize) -> Distribution {
        let counts = self.kinds.get(column).and_then(|kinds| kinds.get(1..6)).map(<[u64]>::to_vec);
        counts.map_or_else(
            || Distribution::empty(Scale::AGREEMENT),
            |counts| Distribution::of_counts(Scale::AGREEMENT, counts),
        )
    }

    /// The answers to a statement by those who answered every statement of its element on the scale.
    pub fn complete_answers(&self, column: usize) -> Distribution {
        let counts = self.complete.get(column).copied().unwrap_or_default();
        Distribution::of_counts(Scale::AGREEMENT, counts.to_vec())
    }

    /// The same of each statement of an element, for [`r_wg_j`](crate::survey::r_wg_j), [`ad_mean`](crate::survey::ad_mean),
    /// [`ad_median`](crate::survey::ad_median) and [`a_wg`](crate::survey::a_wg).
    pub fn complete_statements(&self, element: usize) -> Vec<Distribution> {
        self.layout.statements(element).iter().map(|column| self.complete_answers(*column)).collect()
    }

    /// How often an answer was given to the statements of an element, all together.
    pub fn count_in_element(&self, element: usize, answer: Answer) -> u64 {
        self.layout.statements(element).iter().map(|column| self.count(*column, answer)).sum()
    }

    /// The totals of an element, of those who answered all its statements on the scale: *k* to *5k* for *k* statements, with
    /// reverse-keyed answers as *6 − x*.
    pub fn totals(&self, element: usize) -> Distribution {
        let size = self.layout.statements(element).len();
        let counts = self.totals.get(element).and_then(|totals| totals.get(size..));
        match counts {
            Some(counts) if size > 0 => Distribution::of_counts(Scale::AGREEMENT.of_sums(size), counts.to_vec()),
            _ => Distribution::empty(Scale::AGREEMENT),
        }
    }

    /// Cronbach's alpha of an element, listwise, with reverse-keyed answers as *6 − x*: see
    /// [`Matrix::alpha`](crate::survey::Matrix::alpha) for the formula and where it is undefined.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::survey::{Layout, TeamSummary, Undefined, r_wg_j};
    ///
    /// let layout = Layout::new(2, &[vec![0, 1]], &[])?;
    /// let team = TeamSummary::of_rows(&layout, &[4, 5, 3, 3, 2, 3, 1, 1, 6, 2])?;
    /// assert!((team.alpha(0).unwrap_or_default() - 0.96).abs() < 1e-12);
    /// assert_eq!(r_wg_j(&team.complete_statements(0), 2.0), team.r_wg_j(0, 2.0));
    /// assert_eq!(TeamSummary::empty(&layout).alpha(0), Err(Undefined::NoAnswers));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn alpha(&self, element: usize) -> Statistic {
        self.sums(element).alpha()
    }

    /// The interval of [`alpha`](Self::alpha) at a level: see [`alpha_interval`].
    ///
    /// # Errors
    ///
    /// `out-of-domain` for a level outside 0 to 1; `Ok(Err(reason))` where alpha itself is undefined.
    pub fn alpha_interval(&self, element: usize, level: f64) -> Result<Result<(f64, f64), Undefined>, SurveyError> {
        let sums = self.sums(element);
        match sums.alpha() {
            Ok(alpha) => alpha_interval(alpha, sums.totals.n as u64, sums.statements, level).map(Ok),
            Err(reason) if level > 0.0 && level < 1.0 => Ok(Err(reason)),
            Err(_) => Err(SurveyError::OutOfDomain("a level between 0 and 1")),
        }
    }

    /// Within-group agreement on the statements of an element, listwise: see [`r_wg_j`](crate::survey::r_wg_j).
    pub fn r_wg_j(&self, element: usize, null: f64) -> Statistic {
        self.sums(element).r_wg_j(null)
    }

    fn sums(&self, element: usize) -> ElementSums {
        let mut sums = ElementSums { totals: self.totals(element).sums(), ..ElementSums::default() };
        for column in self.layout.statements(element) {
            sums.add(self.complete_answers(*column).sums());
        }
        sums
    }
}

/// What alpha and r_wg(j) come from: the complete cases of an element.
#[derive(Clone, Copy, Debug, Default)]
struct ElementSums {
    statements: usize,
    totals: Sums,
    /// *n(n − 1)* times the variances of the statements, added up.
    scaled_variances: i128,
}

impl ElementSums {
    fn add(&mut self, statement: Sums) {
        self.statements += 1;
        self.scaled_variances += statement.scaled_variance();
    }

    fn alpha(&self) -> Statistic {
        self.totals.variance()?;
        alpha_of(self.statements, self.scaled_variances as f64, self.totals.scaled_variance() as f64)
    }

    fn r_wg_j(&self, null: f64) -> Statistic {
        self.totals.variance()?;
        let n = self.totals.n as f64;
        let mean = self.scaled_variances as f64 / (n * (n - 1.0) * self.statements as f64);
        Ok(r_wg_j_of(mean, null, self.statements))
    }
}
