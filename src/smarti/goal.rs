use alloc::string::String;
use alloc::vec::Vec;

use super::fields::{Extra, MOST_ENTRIES, MOST_LINE, MOST_TEXT, no_longer};
use super::plan::ItemId;
use super::{Action, Decimal, GoalError, GoalStatus, Indicator, Means, Measurement};
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

    /// Puts the measurements in order of their days; those of one day keep theirs.
    #[inline(never)]
    pub(super) fn order_measurements(&mut self) {
        // Insertion, as it is short: the list comes in order nearly always.
        for end in 1..self.measurements.len() {
            let mut at = end;
            while at > 0 && date_at(&self.measurements, at - 1) > date_at(&self.measurements, at) {
                self.measurements.swap(at - 1, at);
                at -= 1;
            }
        }
    }

    /// Whether this can be a goal.
    #[inline(never)]
    pub(super) fn check(&self) -> Result<(), GoalError> {
        let (indicator, means) = (&self.indicator, &self.means);
        for (field, text, most) in [
            ("text", &self.text, MOST_TEXT),
            ("actor", &self.actor, MOST_LINE),
            ("action", &self.action, MOST_LINE),
            ("targetGroup", &self.target_group, MOST_LINE),
            ("why", &self.why, MOST_TEXT),
            ("unit", &indicator.unit, MOST_LINE),
            ("source", &indicator.source, MOST_LINE),
            ("people", &means.people, MOST_LINE),
            ("dependencies", &means.dependencies, MOST_LINE),
        ] {
            no_longer(field, text, most)?;
        }
        for group in &self.consulted {
            no_longer("consulted", group, MOST_LINE)?;
        }
        for (field, number) in [("hours", means.hours), ("budget", means.budget)] {
            if number.is_some_and(Decimal::is_negative) {
                return Err(GoalError::Negative { field });
            }
        }
        for (field, entries, most) in [
            ("consulted", self.consulted.len(), MOST_ENTRIES),
            ("reviews", self.reviews.len(), MOST_ENTRIES),
            ("actions", self.actions.len(), MOST_ENTRIES),
            ("measurements", self.measurements.len(), 5 * MOST_ENTRIES),
        ] {
            if entries > most {
                return Err(GoalError::TooMany { field, most });
            }
        }
        self.actions.iter().try_for_each(Action::check)
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
        goal.check()?;
        goal.order_measurements();
        Ok(goal)
    }
}

#[inline(never)]
fn date_at(measurements: &[Measurement], index: usize) -> Option<Date> {
    measurements.get(index).map(|measurement| measurement.date)
}
