//! What goes out about goals and plans.

use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use super::options::written;
use crate::calendar::iso;
use crate::content::Texts;
use crate::smarti as domain;
use crate::wasm::Thrown;
use domain::{CriterionLabels, Decimal, Standing};

/// What the fields of a goal carry.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct GoalAssessment {
    /// The six criteria.
    #[tsify(type = "Record<Criterion, CriterionAssessment>")]
    criteria: BTreeMap<&'static str, CriterionAssessment>,
}

/// What the fields of a goal carry of one criterion.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CriterionAssessment {
    /// Its name, in the language asked for.
    name: String,
    /// How far the fields carry it.
    #[tsify(type = "\"met\" | \"partly\" | \"missing\"")]
    verdict: &'static str,
    /// What was found, what weighs most first.
    reasons: Vec<Reason>,
    /// What only people can judge: questions to talk about.
    self_checks: Vec<String>,
}

/// Something that was found in the fields.
#[derive(Debug, Serialize, Tsify)]
pub struct Reason {
    /// Which, in kebab-case.
    id: &'static str,
    /// How much it weighs.
    #[tsify(type = "\"advice\" | \"lacks\" | \"contradicts\"")]
    weight: &'static str,
    /// The sentence, in the language asked for.
    text: String,
}

impl GoalAssessment {
    pub(super) fn new(assessment: &domain::GoalAssessment, texts: &Texts) -> Self {
        let reason = |reason: &domain::Reason| Reason {
            id: reason.id(),
            weight: reason.weight().id(),
            text: reason.text(texts).into(),
        };
        let criterion = |found: &domain::CriterionAssessment| {
            let criterion = found.criterion();
            let assessment = CriterionAssessment {
                name: criterion.name(texts, CriterionLabels::default()).into(),
                verdict: found.verdict().id(),
                reasons: found.reasons().iter().map(reason).collect(),
                self_checks: criterion.self_checks(texts).map(String::from).into(),
            };
            (criterion.id(), assessment)
        };
        Self { criteria: assessment.criteria().iter().map(criterion).collect() }
    }
}

/// How a goal stands against its target.
#[derive(Debug, Serialize, Tsify)]
pub struct GoalProgress {
    /// How it stands.
    #[tsify(type = "\"reached\" | \"on-track\" | \"behind\" | \"cannot-tell-yet\"")]
    standing: &'static str,
    /// Why it cannot be told, where it cannot.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    reason: Option<&'static str>,
    /// The sentence, in the language asked for.
    text: String,
    /// What the way starts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    baseline: Option<f64>,
    /// The last measurement that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    measured: Option<Measured>,
    /// Where the straight way is on that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    expected: Option<f64>,
}

/// A value on a day.
#[derive(Debug, Serialize, Tsify)]
pub struct Measured {
    /// The day.
    date: String,
    /// The value.
    value: f64,
}

impl GoalProgress {
    pub(super) fn new(progress: &domain::Progress, texts: &Texts) -> Self {
        let standing = progress.standing();
        Self {
            standing: standing.id(),
            reason: if let Standing::CannotTellYet(unclear) = standing { Some(unclear.id()) } else { None },
            text: standing.text(texts).into(),
            baseline: progress.baseline().map(Decimal::to_f64),
            measured: progress.measured().map(|(date, value)| Measured { date: iso(date), value: value.to_f64() }),
            expected: progress.expected().map(Decimal::to_f64),
        }
    }
}

/// A plan as it was read.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct CheckedPlan {
    /// The plan in the form of today, with an id for each part.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Plan")]
    plan: wasm_bindgen::JsValue,
    /// The numbers by id, such as `OD1.2`.
    #[tsify(type = "Record<number, string>")]
    numbers: BTreeMap<String, String>,
    /// What is worth a look.
    warnings: Vec<PlanWarning>,
}

/// Something about a plan that is worth a look.
#[derive(Debug, Serialize, Tsify)]
pub struct PlanWarning {
    /// Which, in kebab-case.
    id: &'static str,
    /// The id of the goal that it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    item: Option<u32>,
    /// The sentence, in the language asked for.
    text: String,
}

impl CheckedPlan {
    pub(super) fn new(plan: &domain::Plan, texts: &Texts) -> Thrown<Self> {
        let actions = |goal: &domain::Goal| goal.actions().iter().map(|action| action.id).collect::<Vec<_>>();
        let ids = plan.strategic_goals().iter().flat_map(|strategic| {
            let goals = strategic.goals().iter().flat_map(move |goal| [vec![goal.id()], actions(goal)].concat());
            std::iter::once(strategic.id()).chain(goals)
        });
        let warning = |warning: domain::PlanWarning| PlanWarning {
            id: warning.id(),
            item: warning.item(),
            text: warning.text(plan, texts),
        };
        Ok(Self {
            plan: written(&plan.to_value())?,
            numbers: ids.filter_map(|id| Some((id.to_string(), plan.number(id, texts)?))).collect(),
            warnings: plan.warnings().into_iter().map(warning).collect(),
        })
    }
}

/// A part of pasted text.
#[derive(Debug, Serialize, Tsify)]
pub struct PastedGoal {
    /// What it is.
    #[tsify(type = "\"strategic\" | \"operational\" | \"action\"")]
    level: &'static str,
    /// What was entered, without the bullet or number before it.
    text: String,
}

impl PastedGoal {
    pub(super) fn new(goal: &domain::PastedGoal) -> Self {
        Self { level: goal.level.id(), text: goal.text.clone() }
    }
}
