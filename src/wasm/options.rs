//! What the calls of every area share: how options are read, and the types that JavaScript knows by name.

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{Fields, FromJs, thrown_at};
use crate::content::Language;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A language that the texts are written in. */
export type Language = "nl-BE" | "en" | "fr" | "de";

/** What can go wrong, as the `code` of an `OlievlekError`. */
export type ErrorCode =
    | "not-initialized"
    | "load-failed"
    | "internal"
    | "invalid-type"
    | "unknown-option"
    | "unknown-language"
    | "unknown-perspective"
    | "unknown-variant"
    | "unknown-element"
    | "unknown-chart"
    | "unknown-statement"
    | "answer-out-of-range"
    | "invalid-statement"
    | "statement-count"
    | "statements-unreadable"
    | "invalid-profile"
    | "code-empty"
    | "code-character"
    | "code-length"
    | "code-check"
    | "code-version"
    | "code-edition"
    | "code-own-statements"
    | "school-year-out-of-range"
    | "period-reversed"
    | "date-not-iso"
    | "unknown-trimesters"
    | "time-impossible-date"
    | "time-years-not-consecutive"
    | "time-no-such-part"
    | "time-not-found"
    | "time-language"
    | "reading-language"
    | "plan-json"
    | "plan-field"
    | "plan-too-many"
    | "goal-too-long"
    | "goal-negative"
    | "responses-empty"
    | "responses-not-text"
    | "responses-not-found"
    | "responses-too-many-columns"
    | "responses-row-too-long"
    | "responses-too-many-rows"
    | "responses-too-long"
    | "responses-json"
    | "responses-mapping"
    | "unknown-model"
    | "empty"
    | "too-few-points"
    | "non-finite"
    | "negative-value"
    | "not-monotone"
    | "no-adoption"
    | "no-variation"
    | "no-finite-optimum"
    | "missing-not-allowed"
    | "out-of-domain"
    | "out-of-range"
    | "shape-mismatch"
    | "time-not-sorted";
"#;

/// The options of a call.
pub(super) trait Options: Tsify {
    /// The names of all options.
    fn names() -> Vec<&'static str>;
    fn read(fields: &Fields) -> Thrown<Self>
    where
        Self: Sized;
}

/// Options are structs of parts that they share with others, and fields of their own; each may be absent.
macro_rules! options {
    ($(
        $(#[$doc:meta])*
        $name:ident { $(..$part:ident: $Part:ty,)* $($(#[$about:meta])* $field:ident: $type:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Tsify)]
        pub struct $name {
            $(#[serde(flatten)] pub(super) $part: $Part,)*
            $($(#[$about])* pub(super) $field: Option<$type>,)*
        }

        impl Options for $name {
            fn names() -> Vec<&'static str> {
                [vec![$(stringify!($field)),*], $(<$Part>::names()),*].concat()
            }

            fn read(fields: &Fields) -> Thrown<Self> {
                Ok(Self {
                    $($part: <$Part>::read(fields)?,)*
                    $($field: fields.optional(stringify!($field))?,)*
                })
            }
        }
    )*};
}

pub(super) use options;

options! {
    /// In which language.
    LanguageOptions {
        /// The language of the texts; `nl-BE` when left out.
        #[tsify(optional)]
        lang: Language,
    }
}

macro_rules! from_text {
    ($($type:ty),*) => {$(
        impl FromJs for $type {
            fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
                $crate::wasm::input::value::<String>(given, place)?.parse().map_err(|fault| thrown_at(fault, place))
            }
        }
    )*};
}

pub(super) use from_text;

from_text!(Language);
