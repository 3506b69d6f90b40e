use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Groups, Matrix, Missing};

/// What statistics of a survey say about themselves, so that whoever shows one can show how far it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SurveyWarning {
    /// A uniqueness is not above 0 (a Heywood case), so omega is no reliability.
    ImproperSolution,
    /// Everyone gave the same answer to this statement, from 0.
    ConstantItem(usize),
    /// Nobody answered this statement, from 0.
    ItemWithoutAnswers(usize),
    /// Alpha is below 0: statements contradict each other, as when one is worded the other way around.
    NegativeAlpha,
    /// ICC(1) is below 0: people differ more within groups than groups do.
    NegativeIcc,
    /// Answers to a statement vary more than by chance, so its agreement is taken for 0.
    VarianceAboveUniform,
}

impl SurveyWarning {
    /// Its id, as `negative_alpha` or `constant_item:2`.
    pub fn id(self) -> String {
        match self {
            Self::ImproperSolution => "improper_solution".into(),
            Self::ConstantItem(item) => format!("constant_item:{item}"),
            Self::ItemWithoutAnswers(item) => format!("item_without_answers:{item}"),
            Self::NegativeAlpha => "negative_alpha".into(),
            Self::NegativeIcc => "negative_icc".into(),
            Self::VarianceAboveUniform => "variance_above_uniform".into(),
        }
    }
}

impl Matrix {
    /// What the statistics of this matrix, and of its groups, say about themselves.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::survey::{Matrix, Scale, SurveyWarning};
    ///
    /// let answers = [1, 4, 5, 4, 1, 4].map(|answer| Some(f64::from(answer)));
    /// let matrix = Matrix::new(Scale::AGREEMENT, 3, 2, &answers)?;
    /// assert_eq!(matrix.warnings(None), [SurveyWarning::ConstantItem(1), SurveyWarning::VarianceAboveUniform]);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn warnings(&self, groups: Option<&Groups>) -> Vec<SurveyWarning> {
        let mut warnings = Vec::new();
        let uniform = self.scale().uniform_variance();
        let mut is_above = false;
        for column in 0..self.columns() {
            let answers = self.distribution(column);
            match answers.variance() {
                _ if answers.n() == 0 => warnings.push(SurveyWarning::ItemWithoutAnswers(column)),
                Ok(0.0) => warnings.push(SurveyWarning::ConstantItem(column)),
                Ok(variance) => is_above |= variance > uniform,
                Err(_) => {}
            }
        }
        let is_negative = |value: super::Statistic| value.is_ok_and(|value| value < 0.0);
        let others = [
            (is_above, SurveyWarning::VarianceAboveUniform),
            (is_negative(self.alpha(Missing::Listwise)), SurveyWarning::NegativeAlpha),
            (self.omega().is_ok_and(|omega| omega.is_improper), SurveyWarning::ImproperSolution),
            (groups.is_some_and(|groups| is_negative(groups.icc1())), SurveyWarning::NegativeIcc),
        ];
        warnings.extend(others.into_iter().filter_map(|(holds, warning)| holds.then_some(warning)));
        warnings
    }
}
