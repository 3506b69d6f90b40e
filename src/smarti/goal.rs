use core::fmt;
use core::str::FromStr;

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::{Extra, MOST_ENTRIES, MOST_LINE, MOST_TEXT, few, no_longer, not_negative};
use super::plan::ItemId;
use super::{Decimal, GoalError};
use crate::calendar::Date;

/// An operational goal: a sentence, and what is known of it field by field.
///
/// Every field may be empty, since a goal grows while a team talks. How far it has come is a judgement that
/// [`assess_goal`](super::assess_goal) makes; only what cannot be a goal at all is an error.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::{Baseline, Goal, Indicator, IndicatorKind};
///
/// let goal = Goal::builder("Elk schoolteam bespreekt consultaties op de teamvergadering.")
///     .actor("de schoolnabije CLB-medewerkers")
///     .action("bespreken elke consultatie op het teamoverleg")
///     .target_group("de leerkrachten")
///     .indicator(Indicator {
///         kind: Some(IndicatorKind::Output),
///         baseline: Baseline::Known(2.into()),
///         target: Some(8.into()),
///         unit: "teams".into(),
///         ..Indicator::default()
///     })
///     .consulted("de zorgcoördinatoren")
///     .build()?;
/// assert_eq!(goal.indicator().target, Some(8.into()));
///
/// // One goal from another.
/// let later = goal.with().why("Zo leren we van elkaar.").build()?;
/// assert_eq!((later.why(), later.actor()), ("Zo leren we van elkaar.", goal.actor()));
///
/// let error = Goal::builder("Meer uren").hours("-1".parse()?).build().map_err(|error| error.code());
/// assert_eq!(error, Err("goal-negative"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    pub(super) id: ItemId,
    pub(super) text: String,
    pub(super) actor: String,
    pub(super) action: String,
    pub(super) target_group: String,
    pub(super) indicator: Indicator,
    pub(super) consulted: Vec<String>,
    pub(super) means: Means,
    pub(super) start: Option<Date>,
    pub(super) end: Option<Date>,
    pub(super) reviews: Vec<Date>,
    pub(super) why: String,
    pub(super) status: GoalStatus,
    pub(super) measurements: Vec<Measurement>,
    pub(super) actions: Vec<Action>,
    pub(super) extra: Extra,
}

impl Goal {
    /// A goal with this sentence, to be filled in.
    pub fn builder(text: impl Into<String>) -> GoalBuilder {
        GoalBuilder { goal: Self { text: text.into(), ..Self::default() } }
    }

    /// A goal that begins as this one: the same id, and what is not set stays.
    pub fn with(&self) -> GoalBuilder {
        GoalBuilder { goal: self.clone() }
    }

    /// What the goal is called in its plan; zero while it stands in none.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The sentence as it was entered.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Who does it.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// What they do.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// For whom.
    pub fn target_group(&self) -> &str {
        &self.target_group
    }

    /// By what it is measured.
    pub fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// Who was heard.
    pub fn consulted(&self) -> &[String] {
        &self.consulted
    }

    /// With what it is done.
    pub fn means(&self) -> &Means {
        &self.means
    }

    /// The first day.
    pub fn start(&self) -> Option<Date> {
        self.start
    }

    /// The last day.
    pub fn end(&self) -> Option<Date> {
        self.end
    }

    /// The days on which it is looked at again, in the order they were given.
    pub fn reviews(&self) -> &[Date] {
        &self.reviews
    }

    /// Why we go for it.
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Whether it is still worked on.
    pub fn status(&self) -> GoalStatus {
        self.status
    }

    /// What was measured, by date.
    pub fn measurements(&self) -> &[Measurement] {
        &self.measurements
    }

    /// The actions that lead to it.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }
}

/// What a goal is made with; [`build`](Self::build) checks it.
#[derive(Clone, Debug)]
pub struct GoalBuilder {
    goal: Goal,
}

macro_rules! setters {
    ($($(#[$doc:meta])* $field:ident: $text:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $field(mut self, $field: impl Into<$text>) -> Self {
            self.goal.$field = $field.into();
            self
        }
    )*};
}

impl GoalBuilder {
    pub(super) fn of(goal: Goal) -> Self {
        Self { goal }
    }

    setters! {
        /// The sentence, at most 2000 characters.
        text: String;
        /// Who does it.
        actor: String;
        /// What they do.
        action: String;
        /// For whom.
        target_group: String;
        /// By what it is measured.
        indicator: Indicator;
        /// With what it is done.
        means: Means;
        /// Why we go for it.
        why: String;
        /// Whether it is still worked on.
        status: GoalStatus;
    }

    /// One more group that was heard.
    #[must_use]
    pub fn consulted(mut self, group: impl Into<String>) -> Self {
        self.goal.consulted.push(group.into());
        self
    }

    /// The groups that were heard, in place of those that stood there.
    #[must_use]
    pub fn consulted_groups(mut self, groups: Vec<String>) -> Self {
        self.goal.consulted = groups;
        self
    }

    /// The hours there are for it, not below zero.
    #[must_use]
    pub fn hours(mut self, hours: Decimal) -> Self {
        self.goal.means.hours = Some(hours);
        self
    }

    /// The first day, or none.
    #[must_use]
    pub fn start(mut self, start: impl Into<Option<Date>>) -> Self {
        self.goal.start = start.into();
        self
    }

    /// The last day, or none.
    #[must_use]
    pub fn end(mut self, end: impl Into<Option<Date>>) -> Self {
        self.goal.end = end.into();
        self
    }

    /// The days on which it is looked at again, in place of those that stood there.
    #[must_use]
    pub fn reviews(mut self, reviews: Vec<Date>) -> Self {
        self.goal.reviews = reviews;
        self
    }

    /// What was measured on a day, in place of what was measured on that day before.
    #[must_use]
    pub fn measured(mut self, date: Date, value: Decimal) -> Self {
        let measurements = &mut self.goal.measurements;
        measurements.retain(|known| known.date != date);
        measurements.push(Measurement { date, value, extra: Extra::new() });
        self
    }

    /// All that was measured, in place of what stood there.
    #[must_use]
    pub fn measurements(mut self, measurements: Vec<Measurement>) -> Self {
        self.goal.measurements = measurements;
        self
    }

    /// The actions that lead to it, in place of those that stood there.
    #[must_use]
    pub fn actions(mut self, actions: Vec<Action>) -> Self {
        self.goal.actions = actions;
        self
    }

    /// The goal.
    ///
    /// # Errors
    ///
    /// [`GoalError::TooLong`] for a sentence of more than 2000 characters or another field of more than 500,
    /// [`GoalError::TooMany`] for a list of more than 200 entries, and [`GoalError::Negative`] for hours or a budget below
    /// zero.
    pub fn build(self) -> Result<Goal, GoalError> {
        let mut goal = self.goal;
        let texts = [
            ("text", &goal.text, MOST_TEXT),
            ("actor", &goal.actor, MOST_LINE),
            ("action", &goal.action, MOST_LINE),
            ("targetGroup", &goal.target_group, MOST_LINE),
            ("why", &goal.why, MOST_TEXT),
            ("people", &goal.means.people, MOST_LINE),
            ("dependencies", &goal.means.dependencies, MOST_LINE),
        ];
        for (field, text, most) in texts {
            no_longer(field, text, most)?;
        }
        goal.indicator.check()?;
        for group in &goal.consulted {
            no_longer("consulted", group, MOST_LINE)?;
        }
        not_negative("hours", goal.means.hours)?;
        not_negative("budget", goal.means.budget)?;
        few("consulted", goal.consulted.len())?;
        few("reviews", goal.reviews.len())?;
        few("actions", goal.actions.len())?;
        if goal.measurements.len() > MOST_ENTRIES * 5 {
            return Err(GoalError::TooMany { field: "measurements", most: MOST_ENTRIES * 5 });
        }
        for action in &goal.actions {
            action.check()?;
        }
        // Insertion, as it is short: the list comes in order nearly always. Days that are alike keep their order.
        for end in 1..goal.measurements.len() {
            let mut at = end;
            while at > 0 && date_at(&goal.measurements, at - 1) > date_at(&goal.measurements, at) {
                goal.measurements.swap(at - 1, at);
                at -= 1;
            }
        }
        Ok(goal)
    }
}

fn date_at(measurements: &[Measurement], index: usize) -> Option<Date> {
    measurements.get(index).map(|measurement| measurement.date)
}

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
    pub(super) fn check(&self) -> Result<(), GoalError> {
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
                Self::ALL.iter().copied().find(|known| known.id() == id)
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
    pub(super) id: ItemId,
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

    /// What the action is called in its plan; zero while it stands in none.
    pub fn id(&self) -> ItemId {
        self.id
    }

    pub(super) fn check(&self) -> Result<(), GoalError> {
        no_longer("text", &self.text, MOST_TEXT)?;
        no_longer("who", &self.who, MOST_LINE)?;
        self.indicator.as_ref().map_or(Ok(()), Indicator::check)
    }
}
