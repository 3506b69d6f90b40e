//! Goals and actions as JSON.

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::MOST_ENTRIES;
use super::json::Value;
use super::json::fields::{A_DATE, A_NUMBER, Fields, Written, date_of, date_value, fault, number_of, number_value};
use super::{Action, Baseline, Goal, GoalStatus, Indicator, IndicatorKind, Means, Measurement, PlanError};

impl Goal {
    /// The goal as JSON, in the form it has within a plan. Fields that are empty are left out.
    pub fn to_value(&self) -> Value {
        let mut written = Written::beside(&self.extra);
        written.id(self.id);
        written.always("text", &self.text);
        written.text("actor", &self.actor);
        written.text("action", &self.action);
        written.text("targetGroup", &self.target_group);
        written.object("indicator", self.indicator.to_value());
        written.list("consulted", self.consulted.iter().map(|group| group.as_str().into()).collect());
        written.object("means", means_value(&self.means));
        written.date("start", self.start);
        written.date("end", self.end);
        written.list("reviews", self.reviews.iter().map(|date| date_value(*date)).collect());
        written.text("why", &self.why);
        if self.status != GoalStatus::Open {
            written.text("status", self.status.id());
        }
        written.list("measurements", self.measurements.iter().map(measurement_value).collect());
        written.list("actions", self.actions.iter().map(Action::to_value).collect());
        written.finish()
    }

    /// Reads a goal as [`to_value`](Self::to_value) writes it; what is not known is kept.
    ///
    /// # Errors
    ///
    /// [`PlanError::Field`] where a field is something else than a goal has, and [`PlanError::Goal`] where the whole cannot
    /// be a goal.
    pub fn from_value(value: Value) -> Result<Self, PlanError> {
        let mut fields = Fields::new(value, false);
        let goal = Self::read(&mut fields);
        fields.finish(goal)
    }

    pub(super) fn read(fields: &mut Fields) -> Self {
        let mut goal = Self {
            id: fields.id("id"),
            text: fields.text("text"),
            actor: fields.text("actor"),
            action: fields.text("action"),
            target_group: fields.text("targetGroup"),
            indicator: fields.object("indicator", Indicator::read).unwrap_or_default(),
            consulted: texts_of(fields.values("consulted", |value| matches!(value, Value::Text(_)), "a text")),
            means: fields.object("means", read_means).unwrap_or_default(),
            start: fields.date("start"),
            end: fields.date("end"),
            reviews: Vec::new(),
            why: fields.text("why"),
            status: fields.word("status", GoalStatus::from_id, "`open`, `done` or `dropped`").unwrap_or_default(),
            measurements: fields.objects("measurements", 5 * MOST_ENTRIES, read_measurement),
            actions: fields.objects("actions", MOST_ENTRIES, Action::read),
            extra: Vec::new(),
        };
        let reviews = fields.values("reviews", |value| date_of(value).is_some(), A_DATE);
        goal.reviews = reviews.iter().filter_map(date_of).collect();
        goal.extra = fields.rest();
        fields.check(goal.check());
        goal.order_measurements();
        goal
    }
}

fn texts_of(values: Vec<Value>) -> Vec<String> {
    values.into_iter().filter_map(|value| if let Value::Text(text) = value { Some(text) } else { None }).collect()
}

impl Indicator {
    fn to_value(&self) -> Value {
        let mut written = Written::beside(&self.extra);
        if let Some(kind) = self.kind {
            written.text("type", kind.id());
        }
        match self.baseline {
            Baseline::Absent => {}
            Baseline::ToMeasure => written.text("baseline", TO_MEASURE),
            Baseline::Known(value) => written.value("baseline", number_value(value)),
        }
        written.number("target", self.target);
        written.text("unit", &self.unit);
        written.text("source", &self.source);
        written.finish()
    }

    fn read(fields: &mut Fields) -> Self {
        let mut baseline = Baseline::Absent;
        if let Some(value) = fields.take("baseline") {
            match number_of(&value) {
                Some(number) => baseline = Baseline::Known(number),
                None if matches!(&value, Value::Text(text) if text == TO_MEASURE) => baseline = Baseline::ToMeasure,
                None => fields.refuse("baseline", value, "a number such as `58.5`, or `to-measure`"),
            }
        }
        let mut indicator = Self {
            kind: fields.word("type", IndicatorKind::from_id, "`effect`, `output` or `activity`"),
            baseline,
            target: fields.number("target"),
            unit: fields.text("unit"),
            source: fields.text("source"),
            extra: Vec::new(),
        };
        indicator.extra = fields.rest();
        indicator
    }
}

/// Stands where the baseline will be measured first.
pub(super) const TO_MEASURE: &str = "to-measure";

fn means_value(means: &Means) -> Value {
    let mut written = Written::beside(&means.extra);
    written.number("hours", means.hours);
    written.number("budget", means.budget);
    written.text("people", &means.people);
    written.text("dependencies", &means.dependencies);
    written.finish()
}

fn read_means(fields: &mut Fields) -> Means {
    let mut means = Means {
        hours: fields.number("hours"),
        budget: fields.number("budget"),
        people: fields.text("people"),
        dependencies: fields.text("dependencies"),
        extra: Vec::new(),
    };
    means.extra = fields.rest();
    means
}

fn measurement_value(measurement: &Measurement) -> Value {
    let mut written = Written::beside(&measurement.extra);
    written.date("date", Some(measurement.date));
    written.number("value", Some(measurement.value));
    written.finish()
}

/// A measurement is a day and a number, whatever wrote it.
fn read_measurement(fields: &mut Fields) -> Measurement {
    let (date, value) = (fields.date("date"), fields.number("value"));
    if date.is_none() || value.is_none() {
        fields.fail(if date.is_none() { fault("date", A_DATE) } else { fault("value", A_NUMBER) });
    }
    Measurement { date: date.unwrap_or_default(), value: value.unwrap_or_default(), extra: fields.rest() }
}

impl Action {
    pub(super) fn to_value(&self) -> Value {
        let mut written = Written::beside(&self.extra);
        written.id(self.id);
        written.always("text", &self.text);
        written.text("who", &self.who);
        written.date("start", self.start);
        written.date("end", self.end);
        if let Some(indicator) = &self.indicator {
            written.object("indicator", indicator.to_value());
        }
        written.finish()
    }

    fn read(fields: &mut Fields) -> Self {
        let indicator = fields.object("indicator", Indicator::read);
        let mut action = Self {
            id: fields.id("id"),
            text: fields.text("text"),
            who: fields.text("who"),
            start: fields.date("start"),
            end: fields.date("end"),
            indicator: indicator.filter(|indicator| *indicator != Indicator::default()),
            extra: Vec::new(),
        };
        action.extra = fields.rest();
        action
    }
}

/// A goal of schema 0: a sentence, or an object whose actor was `who` and whose end was `deadline`.
pub(super) fn read_old_goal(fields: &mut Fields) -> Goal {
    let who = if fields.has("actor") { String::new() } else { fields.text("who") };
    let deadline = if fields.has("end") { None } else { fields.date("deadline") };
    let mut goal = Goal::read(fields);
    if !who.is_empty() {
        goal.actor = who;
        fields.check(goal.check());
    }
    goal.end = goal.end.or(deadline);
    goal
}
