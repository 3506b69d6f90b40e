//! Goals and actions as JSON.

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::MOST_ENTRIES;
use super::json::Value;
use super::json::fields::{A_DATE, A_NUMBER, Fields, Written, date_of, date_value, number_of, number_value, within};
use super::{Action, Baseline, Goal, GoalBuilder, GoalStatus, Indicator, IndicatorKind, Means, Measurement, PlanError};

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
        Self::read(Fields::new(value, false)?)
    }

    pub(super) fn read(mut fields: Fields) -> Result<Self, PlanError> {
        let indicator = match fields.object("indicator")? {
            Some(inner) => Indicator::read(inner).map_err(|error| within(error, "indicator", None))?,
            None => Indicator::default(),
        };
        let means = match fields.object("means")? {
            Some(inner) => read_means(inner).map_err(|error| within(error, "means", None))?,
            None => Means::default(),
        };
        let goal = Self {
            id: fields.id("id")?,
            text: fields.text("text")?,
            actor: fields.text("actor")?,
            action: fields.text("action")?,
            target_group: fields.text("targetGroup")?,
            indicator,
            consulted: fields.values("consulted", text_of, "a text")?,
            means,
            start: fields.date("start")?,
            end: fields.date("end")?,
            reviews: fields.values("reviews", date_of, A_DATE)?,
            why: fields.text("why")?,
            status: fields.word("status", GoalStatus::from_id, "`open`, `done` or `dropped`")?.unwrap_or_default(),
            measurements: fields.objects("measurements", 5 * MOST_ENTRIES, read_measurement)?,
            actions: fields.objects("actions", MOST_ENTRIES, Action::read)?,
            extra: fields.rest(),
        };
        Ok(GoalBuilder::of(goal).build()?)
    }
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

    fn read(mut fields: Fields) -> Result<Self, PlanError> {
        let kind = fields.word("type", IndicatorKind::from_id, "`effect`, `output` or `activity`")?;
        let baseline = match fields.take("baseline") {
            None => Baseline::Absent,
            Some(Value::Text(text)) if text.is_empty() => Baseline::Absent,
            Some(Value::Text(text)) if text == TO_MEASURE => Baseline::ToMeasure,
            Some(value) => match number_of(&value) {
                Some(number) => Baseline::Known(number),
                None => fields
                    .refuse("baseline", value, "a number of at most 12 digits, or `to-measure`")
                    .map(|()| Baseline::Absent)?,
            },
        };
        let (target, unit) = (fields.number("target")?, fields.text("unit")?);
        let source = fields.text("source")?;
        Ok(Self { kind, baseline, target, unit, source, extra: fields.rest() })
    }
}

/// Stands where the baseline will be measured first.
const TO_MEASURE: &str = "to-measure";

fn text_of(value: &Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text.clone()) } else { None }
}

fn means_value(means: &Means) -> Value {
    let mut written = Written::beside(&means.extra);
    written.number("hours", means.hours);
    written.number("budget", means.budget);
    written.text("people", &means.people);
    written.text("dependencies", &means.dependencies);
    written.finish()
}

fn read_means(mut fields: Fields) -> Result<Means, PlanError> {
    Ok(Means {
        hours: fields.number("hours")?,
        budget: fields.number("budget")?,
        people: fields.text("people")?,
        dependencies: fields.text("dependencies")?,
        extra: fields.rest(),
    })
}

fn measurement_value(measurement: &Measurement) -> Value {
    let mut written = Written::beside(&measurement.extra);
    written.date("date", Some(measurement.date));
    written.number("value", Some(measurement.value));
    written.finish()
}

/// A measurement is a day and a number, whatever wrote it.
fn read_measurement(mut fields: Fields) -> Result<Measurement, PlanError> {
    let date = fields.date("date")?.ok_or_else(|| super::json::fields::fault("date", A_DATE))?;
    let value = fields.number("value")?.ok_or_else(|| super::json::fields::fault("value", A_NUMBER))?;
    Ok(Measurement { date, value, extra: fields.rest() })
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

    fn read(mut fields: Fields) -> Result<Self, PlanError> {
        let indicator = match fields.object("indicator")? {
            Some(inner) => Some(Indicator::read(inner).map_err(|error| within(error, "indicator", None))?),
            None => None,
        };
        Ok(Self {
            id: fields.id("id")?,
            text: fields.text("text")?,
            who: fields.text("who")?,
            start: fields.date("start")?,
            end: fields.date("end")?,
            indicator: indicator.filter(|indicator| *indicator != Indicator::default()),
            extra: fields.rest(),
        })
    }
}

/// The goals of a list, each a sentence or an object with one.
pub(super) fn read_old_goals(entries: Vec<Value>) -> Result<Vec<Goal>, PlanError> {
    let mut goals = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let goal = match entry {
            Value::Text(text) => Goal::builder(text).build().map_err(PlanError::Goal),
            other => Fields::new(other, false).and_then(read_old_goal),
        };
        goals.push(goal.map_err(|error| within(error, "goals", Some(index)))?);
    }
    Ok(goals)
}

/// A goal of schema 0, whose actor was `who` and whose end was `deadline`.
fn read_old_goal(mut fields: Fields) -> Result<Goal, PlanError> {
    let who = if fields.has("actor") { String::new() } else { fields.text("who")? };
    let deadline = if fields.has("end") { None } else { fields.date("deadline")? };
    let mut goal = Goal::read(fields)?.with();
    if !who.is_empty() {
        goal = goal.actor(who);
    }
    if deadline.is_some() {
        goal = goal.end(deadline);
    }
    Ok(goal.build()?)
}
