use core::fmt;

/// Why there is no curve, no estimate or no simulation.
///
/// An outcome is named, never a number that looks like an answer: a market that the data do not determine is
/// [`NoFiniteOptimum`](Self::NoFiniteOptimum), not a market of a billion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiffusionError {
    /// No values at all.
    Empty,
    /// Fewer observed values than the curve needs: one more than it has parameters.
    TooFewPoints {
        /// How many are needed.
        needed: usize,
        /// How many were observed.
        given: usize,
    },
    /// A value that is no finite number, at this place (from 0).
    NonFinite(usize),
    /// A number of adopters below zero, at this place.
    NegativeValue(usize),
    /// A cumulative number that falls, at this place.
    NotMonotone(usize),
    /// Nobody adopted.
    NoAdoption,
    /// All levels are the same, so they say nothing about a curve.
    NoVariation,
    /// The sum of squares falls for ever as the market grows, or as all adopt at one moment: no curve fits best.
    NoFiniteOptimum,
    /// A value is missing where a method needs every one, at this place.
    MissingNotAllowed(usize),
    /// A parameter outside its domain.
    OutOfDomain(&'static str),
    /// A number outside the range of what it points to, as a person outside a network.
    OutOfRange(usize),
    /// Two inputs whose lengths do not fit together.
    ShapeMismatch {
        /// How many were expected.
        expected: usize,
        /// How many were given.
        given: usize,
    },
    /// Times that do not go up, at this place.
    TimeNotSorted(usize),
}

impl DiffusionError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooFewPoints { .. } => "too-few-points",
            Self::NonFinite(_) => "non-finite",
            Self::NegativeValue(_) => "negative-value",
            Self::NotMonotone(_) => "not-monotone",
            Self::NoAdoption => "no-adoption",
            Self::NoVariation => "no-variation",
            Self::NoFiniteOptimum => "no-finite-optimum",
            Self::MissingNotAllowed(_) => "missing-not-allowed",
            Self::OutOfDomain(_) => "out-of-domain",
            Self::OutOfRange(_) => "out-of-range",
            Self::ShapeMismatch { .. } => "shape-mismatch",
            Self::TimeNotSorted(_) => "time-not-sorted",
        }
    }
}

impl fmt::Display for DiffusionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("expected at least one value, got none"),
            Self::TooFewPoints { needed, given } => {
                write!(formatter, "expected at least {needed} observed values, got {given}")
            }
            Self::NonFinite(place) => write!(formatter, "expected a finite number at place {place}"),
            Self::NegativeValue(place) => write!(formatter, "expected zero or more adopters at place {place}"),
            Self::NotMonotone(place) => {
                write!(formatter, "expected a cumulative number that never falls, got a lower one at place {place}")
            }
            Self::NoAdoption => formatter.write_str("expected someone to adopt, got zero in every period"),
            Self::NoVariation => formatter.write_str("expected levels that differ, got the same one everywhere"),
            Self::NoFiniteOptimum => formatter.write_str(
                "expected a series that determines its curve, got one that is fitted ever better as a parameter runs away",
            ),
            Self::MissingNotAllowed(place) => {
                write!(formatter, "expected every value to be observed, got none at place {place}")
            }
            Self::OutOfDomain(what) => write!(formatter, "expected {what}"),
            Self::OutOfRange(given) => write!(formatter, "expected a place within what is there, got {given}"),
            Self::ShapeMismatch { expected, given } => {
                write!(formatter, "expected {expected} values to go with the others, got {given}")
            }
            Self::TimeNotSorted(place) => write!(formatter, "expected a later time at place {place}"),
        }
    }
}

impl core::error::Error for DiffusionError {}

/// A finite number above zero, or the error that says what was expected.
pub(crate) fn positive(value: f64, expected: &'static str) -> Result<f64, DiffusionError> {
    if value.is_finite() && value > 0.0 { Ok(value) } else { Err(DiffusionError::OutOfDomain(expected)) }
}
