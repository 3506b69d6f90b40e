//! The school calendar and the words for its times: published lists, the reference cases of `tests/fixtures`, and what
//! holds for every year and every text. Runs natively and on wasm32.

#![cfg(feature = "lang-all")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

use olievlek::calendar::{Date, Period, find_times, iso, parse_iso, resolve_time};
use olievlek::content::Language;
use serde_json::{Value, json};

fn date(text: &Value) -> Date {
    parse_iso(text.as_str().unwrap()).unwrap()
}

fn pair(period: Period) -> Value {
    json!([iso(period.start()), iso(period.end())])
}

fn times() -> Value {
    serde_json::from_str(include_str!("fixtures/times.json")).unwrap()
}

fn language(case: &Value) -> Language {
    case["lang"].as_str().unwrap().parse().unwrap()
}

#[test]
fn words_for_a_time_give_the_days_of_the_reference() {
    let fixtures = times();
    let today = date(&fixtures["today"]);
    let cases = fixtures["times"].as_array().unwrap();
    assert!(cases.len() >= 150);
    let mut faults = Vec::new();
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let found: Vec<Value> = find_times(text, today, language(case))
            .unwrap()
            .into_iter()
            .map(|time| {
                let words = &text[time.span];
                let mut found = json!({
                    "lang": case["lang"], "text": text, "kind": time.kind.id(), "due": time.due.map(iso),
                    "period": time.period.map(pair), "question": time.question.map(|question| question.id()),
                    "fault": time.fault.map(|fault| fault.code()),
                });
                if words != text {
                    found["words"] = words.into();
                }
                found
            })
            .collect();
        if found != [case.clone()] {
            faults.push(format!("expected {case}\n     found {}", json!(found)));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n  {}", faults.len(), cases.len(), faults.join("\n  "));
}

#[test]
fn numbers_and_words_that_are_no_time_are_passed_over() {
    let fixtures = times();
    for case in fixtures["none"].as_array().unwrap() {
        let found = find_times(case["text"].as_str().unwrap(), date(&fixtures["today"]), language(case)).unwrap();
        assert!(found.is_empty(), "{case}: {found:?}");
    }
}

#[test]
fn one_time_reads_the_same_alone_and_a_fault_is_an_error() {
    let fixtures = times();
    let today = date(&fixtures["today"]);
    for case in fixtures["times"].as_array().unwrap().iter().filter(|case| case["words"].is_null()) {
        let read = resolve_time(case["text"].as_str().unwrap(), today, language(case));
        match case["fault"].as_str() {
            Some(fault) => assert_eq!(read.map_err(|error| error.code()), Err(fault), "{case}"),
            None => assert_eq!(json!(read.unwrap().due.map(iso)), case["due"], "{case}"),
        }
    }
}
