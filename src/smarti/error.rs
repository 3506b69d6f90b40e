use core::fmt;

use alloc::string::String;

use super::json::JsonError;

/// Why something cannot be a goal, or a word of one could not be understood.
///
/// An end before the start is none of these: that is a judgement, which [`assess_goal`](super::assess_goal) gives.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GoalError {
    /// A field has more characters than fit.
    TooLong {
        /// The field, spelled as in JSON.
        field: &'static str,
        /// How many characters fit.
        most: usize,
    },
    /// A list has more entries than fit.
    TooMany {
        /// The field, spelled as in JSON.
        field: &'static str,
        /// How many entries fit.
        most: usize,
    },
    /// Hours or a budget below zero.
    Negative {
        /// The field, spelled as in JSON.
        field: &'static str,
    },
    /// This is no number, or one that is too large.
    Number(String),
    /// No criterion has this id.
    UnknownCriterion(String),
    /// No label of this letter has this id.
    UnknownLabel(String),
    /// No type of indicator has this id.
    UnknownIndicator(String),
    /// No status has this id.
    UnknownStatus(String),
    /// No numbering has this id.
    UnknownNumbering(String),
}

impl GoalError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "goal-too-long",
            Self::TooMany { .. } => "goal-too-many",
            Self::Negative { .. } => "goal-negative",
            Self::Number(_) => "goal-number",
            Self::UnknownCriterion(_) => "unknown-criterion",
            Self::UnknownLabel(_) => "unknown-label",
            Self::UnknownIndicator(_) => "unknown-indicator",
            Self::UnknownStatus(_) => "unknown-status",
            Self::UnknownNumbering(_) => "unknown-numbering",
        }
    }

    /// The field at fault, where it is one, spelled as in JSON.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::TooLong { field, .. } | Self::TooMany { field, .. } | Self::Negative { field } => Some(field),
            _ => None,
        }
    }
}

impl fmt::Display for GoalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { field, most } => write!(formatter, "expected at most {most} characters in `{field}`"),
            Self::TooMany { field, most } => write!(formatter, "expected at most {most} entries in `{field}`"),
            Self::Negative { field } => write!(formatter, "expected nothing below zero in `{field}`"),
            Self::Number(given) => {
                write!(formatter, "expected a number of at most 12 digits such as `58,5`, got `{given}`")
            }
            Self::UnknownCriterion(given) => write!(
                formatter,
                "expected a criterion of `specific`, `measurable`, `acceptable`, `realistic`, `timeBound` or `inspiring`, got `{given}`"
            ),
            Self::UnknownLabel(given) => {
                write!(
                    formatter,
                    "expected a label of this letter such as `aanvaardbaar` or `inspirerend`, got `{given}`"
                )
            }
            Self::UnknownIndicator(given) => {
                write!(formatter, "expected the indicator type `effect`, `output` or `activity`, got `{given}`")
            }
            Self::UnknownStatus(given) => {
                write!(formatter, "expected the status `open`, `done` or `dropped`, got `{given}`")
            }
            Self::UnknownNumbering(given) => {
                write!(formatter, "expected the numbering `SD` or `plain`, got `{given}`")
            }
        }
    }
}

impl core::error::Error for GoalError {}

/// Why a plan could not be read or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// The text is not JSON.
    Json(JsonError),
    /// The JSON has something else than a plan has at this place.
    Field {
        /// Where, such as `strategicGoals[0].goals[2].start`.
        path: String,
        /// What is expected there.
        expected: &'static str,
    },
    /// Nothing in the plan has this id.
    UnknownId(u32),
    /// What has this id cannot stand there: a goal stands under a strategic goal, an action under a goal.
    Place(u32),
    /// The plan would hold more than it can.
    TooMany {
        /// How many entries fit at this place.
        most: usize,
    },
    /// A goal in it cannot be one.
    Goal(GoalError),
}

impl PlanError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "plan-json",
            Self::Field { .. } => "plan-field",
            Self::UnknownId(_) => "plan-unknown-id",
            Self::Place(_) => "plan-place",
            Self::TooMany { .. } => "plan-too-many",
            Self::Goal(error) => error.code(),
        }
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(formatter),
            Self::Field { path, expected } => write!(formatter, "expected {expected} at `{path}`"),
            Self::UnknownId(id) => write!(formatter, "expected the id of something in this plan, got `{id}`"),
            Self::Place(id) => write!(formatter, "expected a place of its own kind for `{id}`, got another"),
            Self::TooMany { most } => write!(formatter, "expected at most {most} entries at one place of a plan"),
            Self::Goal(error) => error.fmt(formatter),
        }
    }
}

impl core::error::Error for PlanError {}

impl From<GoalError> for PlanError {
    fn from(error: GoalError) -> Self {
        Self::Goal(error)
    }
}

impl From<JsonError> for PlanError {
    fn from(error: JsonError) -> Self {
        Self::Json(error)
    }
}
