//! What a goal is made of: its indicator, its means, its measurements and its actions.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use super::fields::{Extra, MOST_LINE, MOST_TEXT, no_longer, place_of};
use super::plan::ItemId;
use super::{Decimal, GoalError};
use crate::calendar::Date;

/// What a goal is measured by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    /// What kind of thing is measured.
    pub kind: Option<IndicatorKind>,
    /// How it stands at the start.
    pub baseline: Baseline,
    /// Where it should stand at the end.
    pub target: Option<Decimal>,
    /// What is counted, such as `teams` or `% of the files`.
    pub unit: String,
    /// Where the figures come from.
    pub source: String,
    /// Fields of the JSON that this release does not know, kept as they came.
    pub extra: Extra,
}

impl Indicator {
    fn check(&self) -> Result<(), GoalError> {
        no_longer("unit", &self.unit, MOST_LINE)?;
        no_longer("source", &self.source, MOST_LINE)
    }
}

macro_rules! ids {
    ($name:ident, $error:ident: $($variant:ident = $id:literal),*) => {
        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable identifier.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The one with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                const IDS: &[&str] = &[$($id),*];
                Self::ALL.get(place_of(IDS, id)?).copied()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.id())
            }
        }

        impl FromStr for $name {
            type Err = GoalError;

            fn from_str(id: &str) -> Result<Self, GoalError> {
                Self::from_id(id).ok_or_else(|| GoalError::$error(id.into()))
            }
        }
    };
}

/// What kind of thing an indicator measures, the most telling first.
///
/// ```
/// use olievlek::smarti::IndicatorKind;
///
/// assert_eq!("output".parse(), Ok(IndicatorKind::Output));
/// assert_eq!("impact".parse::<IndicatorKind>().map_err(|error| error.code()), Err("unknown-indicator"));
/// ```
///
/// Where an effect cannot be measured, measure what was delivered; where that cannot be, what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndicatorKind {
    /// What changes for those it is meant for.
    Effect,
    /// What is delivered.
    Output,
    /// What is done.
    Activity,
}

ids!(IndicatorKind, UnknownIndicator: Effect = "effect", Output = "output", Activity = "activity");

/// How an indicator stands at the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Baseline {
    /// Nothing is said.
    #[default]
    Absent,
    /// It is not known yet, and will be measured first.
    ToMeasure,
    /// It is known.
    Known(Decimal),
}

/// With what a goal is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Means {
    /// Hours of work, not below zero.
    pub hours: Option<Decimal>,
    /// Euros, not below zero.
    pub budget: Option<Decimal>,
    /// Who works on it.
    pub people: String,
    /// What it waits for.
    pub dependencies: String,
    /// Fields of the JSON that this release does not know, kept as they came.
    pub extra: Extra,
}

/// Whether a goal is still worked on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GoalStatus {
    /// It is.
    #[default]
    Open,
    /// It was reached, or is closed.
    Done,
    /// It was let go.
    Dropped,
}

ids!(GoalStatus, UnknownStatus: Open = "open", Done = "done", Dropped = "dropped");

/// What an indicator stood at on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The day.
    pub date: Date,
    /// What was measured.
    pub value: Decimal,
    /// Fields of the JSON that this release does not know, kept as they came.
    pub extra: Extra,
}

/// A step towards a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What the action is called in its plan, which gives it; zero while it stands in none.
    pub id: ItemId,
    /// What is done, at most 2000 characters.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
    /// By what it is measured, where it has an indicator of its own.
    pub indicator: Option<Indicator>,
    /// Fields of the JSON that this release does not know, kept as they came.
    pub extra: Extra,
}

impl Action {
    /// An action of which only this is known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn check(&self) -> Result<(), GoalError> {
        no_longer("text", &self.text, MOST_TEXT)?;
        no_longer("who", &self.who, MOST_LINE)?;
        self.indicator.as_ref().map_or(Ok(()), Indicator::check)
    }
}
