//! What comes in about goals and plans.

use std::string::String;
use std::vec::Vec;

use js_sys::JSON;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::calendar::{Date, Period};
use crate::smarti::json::Value;
use crate::smarti::{Goal, Plan, PlanError};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, plain, wrong_type};
use crate::wasm::options::{LanguageOptions, Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** One of the six criteria of a SMARTI goal. */
export type Criterion = "specific" | "measurable" | "acceptable" | "realistic" | "timeBound" | "inspiring";

/** What a goal is measured by. */
export interface Indicator {
    /** An effect on people, an output, or an activity. */
    type?: "effect" | "output" | "activity";
    /** Where it starts; `"to-measure"` when a first measurement is still to come. */
    baseline?: number | "to-measure";
    /** What it should become. */
    target?: number;
    /** What is counted, such as "%". */
    unit?: string;
    /** Where the figure comes from. */
    source?: string;
}

/** A step on the way to a goal. */
export interface Action {
    id?: number;
    text: string;
    who?: string;
    start?: string;
    end?: string;
    indicator?: Indicator;
}

/** An operational goal. Only `text` has to be there; fields that are not known are kept. Dates are as `2025-06-30`. */
export interface Goal {
    /** Its number within its plan, for as long as it stands there; given where it is left out. */
    id?: number;
    /** The goal in one sentence. */
    text: string;
    actor?: string;
    action?: string;
    targetGroup?: string;
    indicator?: Indicator;
    /** Who was heard. */
    consulted?: string[];
    means?: { hours?: number; budget?: number; people?: string; dependencies?: string };
    start?: string;
    end?: string;
    /** When the goal is looked at on the way. */
    reviews?: string[];
    why?: string;
    status?: "open" | "done" | "dropped";
    measurements?: { date: string; value: number }[];
    actions?: Action[];
}

/** A plan: strategic goals, and under each its operational goals. */
export interface Plan {
    /** The version of this form: 1. */
    schema?: number;
    title?: string;
    period?: Period;
    /** `SD`: SD1, OD1.1; `plain`: 1, 1.1. */
    numbering?: "SD" | "plain";
    /** What A and I are called. */
    labels?: { acceptable?: string; inspiring?: string };
    strategicGoals?: { id?: number; title: string; goals?: Goal[] }[];
}
"#;

options! {
    /// When a goal is read, and in which language.
    ReadOptions {
        ..language: LanguageOptions,
        /// The day on which it is read, as `2025-06-30`: a month without a year is the next one.
        #[tsify(type = "string")]
        today: Date,
        /// Words of your own besides ours, in sections as `olievlek/texts/goal-words.nl-BE.txt` has them.
        #[tsify(optional)]
        words: String,
    }

    /// When a goal is looked at, in which language, and within which period.
    AssessOptions {
        ..language: LanguageOptions,
        /// The day on which it is looked at, as `2025-06-30`.
        #[tsify(type = "string")]
        today: Date,
        /// The period of the plan that the goal belongs to.
        #[tsify(optional, type = "Period")]
        period: Period,
    }
}

impl FromJs for Goal {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let value = tree(plain(given, place, "a goal")?, place)?;
        Self::from_value(value).map_err(|fault| plan_error(&fault, place))
    }
}

/// A plan is an object, or in its oldest form a list of goals.
impl FromJs for Plan {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        Self::from_value(tree(given, place)?).map_err(|fault| plan_error(&fault, place))
    }
}

/// Any value of JavaScript as it would be written, read by the domain: so fields that we do not know are kept.
fn tree(given: JsValue, place: &str) -> Thrown<Value> {
    let text = JSON::stringify(&given).ok().and_then(|text| text.as_string());
    let text = text.ok_or_else(|| wrong_type("something that can be written as JSON", place, &given))?;
    Value::parse(&text).map_err(|fault| plan_error(&PlanError::Json(fault), place))
}

/// The field at fault is the one within the plan or the goal, where it is known.
pub(super) fn plan_error(fault: &PlanError, place: &str) -> JsValue {
    let field = match fault {
        PlanError::Field { path, .. } => path.as_str(),
        PlanError::Goal(fault) => fault.field().unwrap_or(place),
        _ => place,
    };
    error(fault.code(), &std::string::ToString::to_string(fault), Some(field))
}

/// Writes a tree as what JavaScript reads out of it.
pub(super) fn written(value: &Value) -> Thrown<JsValue> {
    let json: String = value.to_json();
    JSON::parse(&json)
}
