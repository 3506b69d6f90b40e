//! The school calendar.

mod options;
pub(super) mod results;

use std::string::String;
use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{read, texts, thrown, thrown_at, value, write, wrong_type};
use crate::calendar as domain;
use options::{IcsOptions, SchoolYearOptions, TimeOptions};
use results::{ResolvedTime, SchoolYear};

/// The school year that starts in a year, 2000 to 2100: lessons, holidays, other days off and trimesters.
///
/// The days are computed by the legal rules for Flanders; the minister may deviate, so say that they are computed and
/// where the official list is. Trimesters are a convention, and local days off are yours to give.
///
/// @example
/// ```js
/// const { name, lessons, holidays } = schoolYear(2025);
/// console.log(name, lessons.start, lessons.end); // 2025-2026 2025-09-01 2026-06-30
/// console.log(holidays[1].id, holidays[1].start, holidays[1].end); // christmas 2025-12-22 2026-01-04
/// ```
/// @throws OlievlekError `school-year-out-of-range`, `period-reversed`, `date-not-iso`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = schoolYear)]
pub fn school_year(
    #[wasm_bindgen(unchecked_param_type = "number", js_name = firstYear)] first_year: JsValue,
    options: Option<Ts<SchoolYearOptions>>,
) -> Thrown<Ts<SchoolYear>> {
    let given: f64 = value(first_year, "firstYear")?;
    let options: SchoolYearOptions = read(options)?;
    // What is no whole number of a year is out of range, whatever it is.
    #[expect(clippy::cast_possible_truncation, reason = "a cast of a float ends at the ends of the range")]
    let year = if given.fract() == 0.0 { given as i32 } else { i32::MIN };
    let first = i16::try_from(year).map_err(|_| domain::CalendarError::SchoolYearOutOfRange(given as i32));
    let year = first.and_then(domain::SchoolYear::new).map_err(|fault| thrown_at(fault, "firstYear"))?;
    let year = year.with_local_days_off(options.closed.unwrap_or_default());
    write(&SchoolYear::new(&year, options.trimesters.unwrap_or_default()))
}

/// What a few words say about time, on the school calendar: `"3de trimester 24-25"`, `"tegen eind mei"`.
///
/// `due` is the last day that the words allow. Words that can be read in more than one way come with every reading and a
/// question to ask. Dutch and English are read.
///
/// @example
/// ```js
/// const time = resolveTime("tegen juni", { today: "2024-10-01", lang: "nl-BE" });
/// console.log(time.due, time.question?.id); // 2025-06-30 before-or-during
/// console.log(time.alternatives.map(({ due }) => due).join(" ")); // 2025-06-30 2025-05-31
/// ```
/// @throws OlievlekError `time-impossible-date`, `time-years-not-consecutive`, `time-no-such-part`, `time-not-found`,
/// `time-language`, `date-not-iso`, `unknown-language`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = resolveTime)]
pub fn resolve_time(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    options: Ts<TimeOptions>,
) -> Thrown<Ts<ResolvedTime>> {
    let text: String = value(text, "text")?;
    let options: TimeOptions = read(Some(options))?;
    let today = required_day(options.today, "today")?;
    let texts = texts(options.language)?;
    let phrase = domain::resolve_time(&text, today, texts.language()).map_err(thrown)?;
    write(&ResolvedTime::new(&text, &phrase, &texts))
}

/// Days as a calendar file (RFC 5545), of the media type `text/calendar`.
///
/// An event takes whole days and does not block them. With a `uid` of your own a calendar knows it again when the file is
/// read anew; else one is made from the days and the summary.
///
/// @example
/// ```js
/// const file = toIcs([{ start: "2025-06-30", summary: "Eindevaluatie", alarm: 7 }], { now: "2024-10-01" });
/// console.log(file.split("\r\n").filter((line) => /^(DTSTART|SUMMARY)/.test(line)).join(" ")); // DTSTART;VALUE=DATE:20250630 SUMMARY:Eindevaluatie
/// ```
/// @throws OlievlekError `date-not-iso`, `period-reversed`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = toIcs)]
pub fn to_ics(
    #[wasm_bindgen(unchecked_param_type = "CalendarEvent[]")] events: JsValue,
    options: Ts<IcsOptions>,
) -> Thrown<String> {
    let events: Vec<domain::Event> = value(events, "events")?;
    let options: IcsOptions = read(Some(options))?;
    Ok(domain::to_ics(&events, required_day(options.now, "now")?))
}

/// A day that a call cannot do without: the domain knows no clock.
pub(super) fn required_day(given: Option<domain::Date>, name: &str) -> Thrown<domain::Date> {
    given.ok_or_else(|| wrong_type("a date such as `2025-06-30`", name, &JsValue::UNDEFINED))
}
