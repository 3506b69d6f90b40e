//! What comes in about the calendar.

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::calendar::{Date, Period, TrimesterConvention};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, thrown_at, value};
use crate::wasm::options::{LanguageOptions, Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The days from `start` to `end`, both of them included, as `2025-06-30`. */
export interface Period {
    start: string;
    end: string;
}
"#;

options! {
    /// What a school adds to the legal rules.
    SchoolYearOptions {
        /// In which trimester the Easter holiday is; `easter-in-second` when left out.
        #[tsify(optional, type = "\"easter-in-second\" | \"easter-in-third\"")]
        trimesters: TrimesterConvention,
        /// Days off that the school or the centre chose itself.
        #[tsify(optional, type = "Period[]")]
        closed: Vec<Period>,
    }

    /// When the words were written, and in which language.
    TimeOptions {
        ..language: LanguageOptions,
        /// The day that the words are read on, as `2025-06-30`.
        #[tsify(type = "string")]
        today: Date,
    }
}

impl FromJs for Period {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let fields = Fields::of(given, place, "a period", &["start", "end"])?;
        let (start, end) = (fields.required("start")?, fields.required("end")?);
        Self::new(start, end).map_err(|fault| thrown_at(fault, place))
    }
}

impl FromJs for TrimesterConvention {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        match value::<String>(given, place)?.as_str() {
            "easter-in-second" => Ok(Self::EasterInSecond),
            "easter-in-third" => Ok(Self::EasterInThird),
            other => {
                let message = ["expected `easter-in-second` or `easter-in-third`, got `", other, "`"].concat();
                Err(error("unknown-trimesters", &message, Some(place)))
            }
        }
    }
}
