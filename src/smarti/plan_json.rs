//! Plans as JSON, of this schema and of older and newer ones.

use alloc::string::String;
use alloc::vec::Vec;

use super::fields::MOST_ENTRIES;
use super::goal_json::read_old_goal;
use super::json::Value;
use super::json::fields::{Fields, Written, fault, whole_value};
use super::plan::{ItemId, check_title};
use super::{AcceptableLabel, CriterionLabels, Goal, InspiringLabel, Numbering, Plan, PlanError, StrategicGoal};
use crate::calendar::Period;

impl Plan {
    /// The plan as JSON on one line.
    pub fn to_json(&self) -> String {
        self.to_value().to_json()
    }

    /// Reads a plan from JSON, of this schema, an older or a newer one.
    ///
    /// - Schema 1 is what [`to_json`](Self::to_json) writes.
    /// - Schema 0 had no strategic goals, and often no `schema`: `{"title", "goals": […]}` or the list alone, where a goal
    ///   is a sentence, or an object that calls its actor `who` and its end `deadline`. It becomes a plan without the
    ///   level of strategic goals, numbered plainly.
    /// - Of a newer schema what is understood is read, the rest is kept, and the plan warns
    ///   ([`PlanWarning::NewerSchema`](super::PlanWarning::NewerSchema)).
    ///
    /// Fields that this release does not know are kept at every level and written again. Ids that are missing or come twice
    /// are given anew.
    ///
    /// # Errors
    ///
    /// [`PlanError::Json`] for what is not JSON, [`PlanError::Field`] for JSON that is not a plan, [`PlanError::TooMany`]
    /// and [`PlanError::Goal`] for one that holds too much.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::Plan;
    ///
    /// let plan = Plan::from_json(r#"{"schema":1,"title":"Plan","strategicGoals":[],"logo":"a.png"}"#)?;
    /// assert!(plan.to_json().ends_with(r#""logo":"a.png"}"#));
    ///
    /// let old = Plan::from_json(r#"{"goals":["Elk team overlegt", {"text":"Er is een visie","who":"de directie"}]}"#)?;
    /// assert_eq!(old.goals().map(|goal| goal.actor()).collect::<Vec<_>>(), ["", "de directie"]);
    ///
    /// let error = Plan::from_json(r#"{"schema":1,"strategicGoals":[{"goals":[{"end":"juni"}]}]}"#).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "expected a date such as `2026-06-30` at `strategicGoals[0].goals[0].end`"
    /// );
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, PlanError> {
        Self::from_value(Value::parse(text)?)
    }

    /// The plan as a tree of JSON.
    pub fn to_value(&self) -> Value {
        let mut written = Written::beside(&self.extra);
        written.value("schema", whole_value(self.newer_schema.unwrap_or(Self::SCHEMA)));
        written.always("title", &self.title);
        if let Some(period) = self.period {
            let mut inner = Written::beside(&self.period_extra);
            inner.date("start", Some(period.start()));
            inner.date("end", Some(period.end()));
            written.value("period", inner.finish());
        }
        written.word("numbering", self.numbering.id(), self.numbering == Numbering::default());
        let (labels, known) = (self.labels, CriterionLabels::default());
        let mut inner = Written::beside(&self.labels_extra);
        inner.word("acceptable", labels.acceptable.id(), labels.acceptable == known.acceptable);
        inner.word("inspiring", labels.inspiring.id(), labels.inspiring == known.inspiring);
        if labels == known {
            written.unless_kept("labels", inner.finish());
        } else {
            written.value("labels", inner.finish());
        }
        let strategic: Vec<Value> = self.strategic_goals.iter().map(strategic_value).collect();
        if strategic.is_empty() {
            written.unless_kept("strategicGoals", Value::List(strategic));
        } else {
            written.value("strategicGoals", Value::List(strategic));
        }
        written.finish()
    }

    /// Reads a plan from a tree of JSON, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    ///
    /// As for [`from_json`](Self::from_json).
    pub fn from_value(value: Value) -> Result<Self, PlanError> {
        let value = match value {
            Value::List(_) => Value::Object(Vec::from([("goals".into(), value)])),
            other => other,
        };
        let mut fields = Fields::new(value, false);
        let nested = fields.has("strategicGoals") || !fields.has("goals");
        let schema = if fields.has("schema") { fields.id("schema") } else { u32::from(nested) };
        let plan = if schema == 0 { read_old(&mut fields) } else { read(&mut fields, schema) };
        let mut plan = fields.finish(plan)?;
        plan.give_ids();
        Ok(plan)
    }

    /// Gives an id to what has none, or one that was used before.
    fn give_ids(&mut self) {
        let mut last = 0;
        self.each_id(&mut |id| last = last.max(*id));
        let mut used: Vec<ItemId> = Vec::new();
        self.each_id(&mut |id| {
            if *id == 0 || used.contains(id) {
                last += 1;
                *id = last;
            }
            used.push(*id);
        });
        self.last_id = last;
    }

    fn each_id(&mut self, visit: &mut dyn FnMut(&mut ItemId)) {
        for strategic in &mut self.strategic_goals {
            visit(&mut strategic.id);
            for goal in &mut strategic.goals {
                visit(&mut goal.id);
                for action in &mut goal.actions {
                    visit(&mut action.id);
                }
            }
        }
    }
}

fn read(fields: &mut Fields, schema: u32) -> Plan {
    let newer_schema = (schema > Plan::SCHEMA).then_some(schema);
    fields.set_lenient(newer_schema.is_some());
    let period = fields.object("period", read_period);
    let (labels, labels_extra) = fields.object("labels", read_labels).unwrap_or_default();
    let mut plan = Plan {
        title: read_title(fields),
        numbering: fields.word("numbering", Numbering::from_id, "`SD` or `plain`").unwrap_or_default(),
        labels,
        labels_extra,
        strategic_goals: fields.objects("strategicGoals", MOST_ENTRIES, read_strategic),
        newer_schema,
        ..Plan::default()
    };
    if let Some((days, extra)) = period {
        (plan.period, plan.period_extra) = (days, extra);
    }
    plan.extra = fields.rest();
    plan
}

fn read_old(fields: &mut Fields) -> Plan {
    // A sentence is a goal of which only this is known.
    let mut entries = fields.list("goals", MOST_ENTRIES);
    for entry in &mut entries {
        if let Value::Text(_) = entry {
            let sentence = core::mem::replace(entry, Value::Null);
            *entry = Value::Object(Vec::from([("text".into(), sentence)]));
        }
    }
    fields.put("goals", Value::List(entries));
    let goals = fields.objects("goals", MOST_ENTRIES, read_old_goal);
    let mut plan = Plan::new(read_title(fields));
    plan.numbering = Numbering::Plain;
    plan.strategic_goals.push(StrategicGoal { goals, ..StrategicGoal::default() });
    plan.extra = fields.rest();
    plan
}

fn read_title(fields: &mut Fields) -> String {
    let title = fields.text("title");
    fields.check(check_title(&title));
    title
}

type Rest = Vec<(String, Value)>;

fn read_period(fields: &mut Fields) -> (Option<Period>, Rest) {
    let days = fields.date("start").zip(fields.date("end"));
    let period = days.and_then(|(start, end)| Period::new(start, end).ok());
    if period.is_none() {
        fields.fail(fault("", "a start and an end, the start not after the end"));
    }
    (period, fields.rest())
}

fn read_labels(fields: &mut Fields) -> (CriterionLabels, Rest) {
    let acceptable = fields.word("acceptable", AcceptableLabel::from_id, "a label such as `aanvaardbaar`");
    let inspiring = fields.word("inspiring", InspiringLabel::from_id, "a label such as `inspirerend`");
    let labels =
        CriterionLabels { acceptable: acceptable.unwrap_or_default(), inspiring: inspiring.unwrap_or_default() };
    (labels, fields.rest())
}

fn strategic_value(strategic: &StrategicGoal) -> Value {
    let mut written = Written::beside(&strategic.extra);
    written.id(strategic.id);
    written.always("title", &strategic.title);
    let goals: Vec<Value> = strategic.goals.iter().map(Goal::to_value).collect();
    if goals.is_empty() {
        written.unless_kept("goals", Value::List(goals));
    } else {
        written.value("goals", Value::List(goals));
    }
    written.finish()
}

fn read_strategic(fields: &mut Fields) -> StrategicGoal {
    StrategicGoal {
        id: fields.id("id"),
        title: read_title(fields),
        goals: fields.objects("goals", MOST_ENTRIES, Goal::read),
        extra: fields.rest(),
    }
}
