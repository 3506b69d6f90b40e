//! What comes in about the calendar.

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::calendar::{Date, Event, Period, TrimesterConvention};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, thrown_at, value, wrong_type};
use crate::wasm::options::{LanguageOptions, Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The days from `start` to `end`, both of them included, as `2025-06-30`. */
export interface Period {
    start: string;
    end: string;
}

/** Something on one day or on several. */
export interface CalendarEvent {
    /** The first day, as `2025-06-30`. */
    start: string;
    /** The last day, which belongs to it; left out, it is the first. */
    end?: string;
    summary: string;
    description?: string;
    /** By which a calendar knows it again. */
    uid?: string;
    /** A reminder so many days before, 0 to 365. */
    alarm?: number;
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

options! {
    /// When a calendar file was made.
    IcsOptions {
        /// The day, as `2025-06-30`.
        #[tsify(type = "string")]
        now: Date,
    }
}

impl FromJs for Event {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let known = ["start", "end", "summary", "description", "uid", "alarm"];
        let fields = Fields::of(given, place, "an event", &known)?;
        let (start, summary): (Date, String) = (fields.required("start")?, fields.required("summary")?);
        let period = Period::new(start, fields.optional("end")?.unwrap_or(start));
        let period = period.map_err(|fault| thrown_at(fault, place))?;
        let mut event = Self::new(start, summary).until(period.end());
        if let Some(description) = fields.optional::<String>("description")? {
            event = event.with_description(description);
        }
        if let Some(uid) = fields.optional::<String>("uid")? {
            event = event.with_uid(uid);
        }
        if let Some(Alarm(days)) = fields.optional("alarm")? {
            event = event.with_alarm(days);
        }
        Ok(event)
    }
}

/// A reminder so many days before.
struct Alarm(u16);

impl FromJs for Alarm {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let days = given.as_f64().filter(|days| (0.0..=365.0).contains(days) && days.fract() == 0.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 365")]
        let days = days.map(|days| Self(days as u16));
        days.ok_or_else(|| wrong_type("a whole number from 0 to 365", place, &given))
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
