//! What comes in about surveys.
#![expect(non_snake_case, reason = "an option has the name that JavaScript knows it by")]

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::survey::Null;
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, shown, value, wrong_type};
use crate::wasm::options::{Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What answers would look like by chance, which agreement is compared with. */
export type NullDistribution =
    | "uniform"
    | "slight-skew"
    | "moderate-skew"
    | "heavy-skew"
    | "triangular"
    | "maximum-dissensus";

/** Why a statistic has no value. */
export type UndefinedReason =
    | "no-answers"
    | "too-few-respondents"
    | "too-few-statements"
    | "too-few-groups"
    | "no-variation"
    | "mean-out-of-bounds"
    | "not-identified"
    | "no-finite-optimum";
"#;

options! {
    /// Answers of people (rows) to statements (columns), and how they are looked at.
    ReliabilityOptions {
        /// The answers, row by row; `null` for one that is missing.
        #[tsify(type = "(number | null)[]")]
        matrix: Vec<Option<f64>>,
        /// How many people.
        #[tsify(type = "number")]
        rows: u32,
        /// How many statements.
        #[tsify(type = "number")]
        columns: u32,
        /// The lowest point of the scale; 1 when left out.
        #[tsify(optional, type = "number")]
        scaleMin: Point,
        /// The highest point of the scale; 5 when left out.
        #[tsify(optional, type = "number")]
        scaleMax: Point,
        /// The group of each row.
        #[tsify(optional, type = "(string | number)[]")]
        groups: Vec<Label>,
        /// What agreement is compared with; `uniform` when left out.
        #[tsify(optional, type = "NullDistribution")]
        nullDistribution: Chance,
        /// The level of the interval of alpha; 0.95 when left out.
        #[tsify(optional)]
        level: f64,
    }
}

/// An end of the scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point(pub(super) i32);

impl FromJs for Point {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let whole = given.as_f64().filter(|number| number.abs() <= 1e9 && number.fract() == 0.0);
        #[expect(clippy::cast_possible_truncation, reason = "a whole number in range")]
        let whole = whole.map(|number| Self(number as i32));
        whole.ok_or_else(|| wrong_type("a whole number", place, &given))
    }
}

/// The name of a group.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label(pub(super) String);

impl FromJs for Label {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        if given.as_string().is_some() || given.as_f64().is_some() {
            Ok(Self(shown(&given)))
        } else {
            Err(wrong_type("the name of a group", place, &given))
        }
    }
}

/// A null distribution by its id.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance(pub(super) Null);

impl FromJs for Chance {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let id: String = value(given, place)?;
        Null::from_id(&id).map(Self).ok_or_else(|| {
            let known: Vec<&str> = Null::ALL.iter().map(|null| null.id()).collect();
            let message = ["expected a null distribution of `", &known.join("`, `"), "`, got `", &id, "`"].concat();
            error("out-of-domain", &message, Some(place))
        })
    }
}
