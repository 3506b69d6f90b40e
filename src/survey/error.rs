use core::fmt;

/// Why survey answers could not be understood.
///
/// What cannot be computed from answers that were understood is no error but an [`Undefined`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SurveyError {
    /// No answers at all.
    Empty,
    /// Two inputs whose lengths do not fit together.
    ShapeMismatch {
        /// How many were expected.
        expected: usize,
        /// How many were given.
        given: usize,
    },
    /// A value that is no finite number, at this place (from 0, row by row).
    NonFinite(usize),
    /// A value that is no point of the scale, at this place (from 0, row by row).
    OutOfRange(usize),
    /// A missing answer where every one is asked for, at this place (from 0, row by row).
    MissingNotAllowed(usize),
    /// A scale, a layout or a level outside its domain.
    OutOfDomain(&'static str),
}

impl SurveyError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ShapeMismatch { .. } => "shape-mismatch",
            Self::NonFinite(_) => "non-finite",
            Self::OutOfRange(_) => "out-of-range",
            Self::MissingNotAllowed(_) => "missing-not-allowed",
            Self::OutOfDomain(_) => "out-of-domain",
        }
    }
}

impl fmt::Display for SurveyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("expected at least one answer, got none"),
            Self::ShapeMismatch { expected, given } => {
                write!(formatter, "expected {expected} values to go with the others, got {given}")
            }
            Self::NonFinite(place) => write!(formatter, "expected a finite number at place {place}"),
            Self::OutOfRange(place) => write!(formatter, "expected a point of the scale at place {place}"),
            Self::MissingNotAllowed(place) => write!(formatter, "expected an answer at place {place}, got none"),
            Self::OutOfDomain(what) => write!(formatter, "expected {what}"),
        }
    }
}

impl core::error::Error for SurveyError {}

/// Why a statistic has no value: a reason, never NaN.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Distribution, Scale, Undefined};
///
/// let one = Distribution::new(Scale::AGREEMENT, vec![0, 0, 0, 1, 0])?;
/// assert_eq!(one.mean(), Ok(4.0));
/// assert_eq!(one.sd(), Err(Undefined::TooFewRespondents));
/// assert_eq!(Undefined::TooFewRespondents.code(), "too-few-respondents");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Undefined {
    /// Nobody answered.
    NoAnswers,
    /// Fewer people than the formula divides by.
    TooFewRespondents,
    /// Fewer statements than the formula needs.
    TooFewStatements,
    /// Fewer groups than the formula needs, or none with more than one person.
    TooFewGroups,
    /// All answers are the same where the formula divides by how they differ.
    NoVariation,
    /// The mean is so close to an end of the scale that the largest possible variance says nothing (a_wg).
    MeanOutOfBounds,
    /// The covariances allow more than one solution, as with fewer people than statements.
    NotIdentified,
    /// No best solution was found: the likelihood grows without end.
    NoFiniteOptimum,
}

impl Undefined {
    /// The stable code of this reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAnswers => "no-answers",
            Self::TooFewRespondents => "too-few-respondents",
            Self::TooFewStatements => "too-few-statements",
            Self::TooFewGroups => "too-few-groups",
            Self::NoVariation => "no-variation",
            Self::MeanOutOfBounds => "mean-out-of-bounds",
            Self::NotIdentified => "not-identified",
            Self::NoFiniteOptimum => "no-finite-optimum",
        }
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoAnswers => "undefined, as nobody answered",
            Self::TooFewRespondents => "undefined, as too few people answered",
            Self::TooFewStatements => "undefined for so few statements",
            Self::TooFewGroups => "undefined for so few groups, or for groups of one",
            Self::NoVariation => "undefined, as all answers are the same",
            Self::MeanOutOfBounds => "undefined, as the mean is too close to an end of the scale",
            Self::NotIdentified => "undefined, as the answers allow more than one solution",
            Self::NoFiniteOptimum => "undefined, as no solution is the best",
        })
    }
}

impl core::error::Error for Undefined {}

/// A statistic, or the reason why it has no value.
pub type Statistic = Result<f64, Undefined>;
