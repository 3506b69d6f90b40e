//! SMARTI goals and the plans they stand in.
//!
//! A [`Goal`] says who does what for whom, what it is measured by, who was heard, with what means, when and why.
//! [`assess_goal`] looks at what is filled in, letter by letter, and never passes what only people can judge. Goals stand in
//! a [`Plan`], which numbers them, warns, and goes in and out as JSON; [`progress`] sets what was measured beside the way
//! from the start to the target.

mod assess;
mod criterion;
mod decimal;
mod edit;
mod error;
mod export;
mod fields;
mod goal;
mod goal_json;
mod import;
pub mod json;
mod number;
mod open;
mod parts;
mod plan;
mod plan_json;
mod progress;
pub mod reading;
mod reason;
mod warning;

pub use assess::{AssessContext, CriterionAssessment, GoalAssessment, Verdict, assess_goal};
pub use criterion::{AcceptableLabel, Criterion, CriterionLabels, InspiringLabel};
pub use decimal::Decimal;
pub use edit::Removed;
pub use error::{GoalError, PlanError};
pub use goal::{Goal, GoalBuilder};
pub use import::{Level, PastedGoal, goals_from_text};
pub use number::Numbering;
pub use parts::{Action, Baseline, GoalStatus, Indicator, IndicatorKind, Means, Measurement};
pub use plan::{ItemId, Plan, StrategicGoal};
pub use progress::{Progress, Standing, Unclear, progress};
pub use reason::{Reason, Weight};
pub use warning::PlanWarning;
