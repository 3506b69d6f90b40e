//! The words for times: the reference cases of `tests/fixtures`, and what holds for every text.

use jiff::ToSpan;
use olievlek::calendar::{
    Date, Period, SchoolYear, TimeKind, TimeWords, TrimesterConvention, Unit, describe, find_times, find_times_with,
    iso, resolve_time,
};
use olievlek::content::{Language, Texts};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::{config, date, pair};

fn times() -> Value {
    serde_json::from_str(include_str!("../fixtures/times.json")).unwrap()
}

/// As schools write them.
fn phrases() -> Value {
    serde_json::from_str(include_str!("../fixtures/phrases.json")).unwrap()
}

fn language(case: &Value) -> Language {
    case["lang"].as_str().unwrap().parse().unwrap()
}

/// What differs from the reference.
fn faults(fixtures: &Value) -> Vec<String> {
    let today = date(&fixtures["today"]);
    let mut faults = Vec::new();
    for case in fixtures["times"].as_array().unwrap() {
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
                if case.get("frequency").is_some() {
                    found["frequency"] = json!(time.frequency.map(|often| (often.times, often.every, often.unit.id())));
                }
                found
            })
            .collect();
        if found != [case.clone()] {
            faults.push(format!("expected {case}\n     found {}", json!(found)));
        }
    }
    faults
}

#[test]
fn words_for_a_time_give_the_days_of_the_reference() {
    for (fixtures, least) in [(times(), 270), (phrases(), 300)] {
        assert!(fixtures["times"].as_array().unwrap().len() >= least);
        let faults = faults(&fixtures);
        assert!(faults.is_empty(), "{}:\n  {}", faults.len(), faults.join("\n  "));
    }
}

#[test]
fn words_for_a_time_are_read_on_their_day() {
    for case in times()["elsewhen"].as_array().unwrap() {
        let read = resolve_time(case["text"].as_str().unwrap(), date(&case["today"]), language(case)).unwrap();
        assert_eq!(json!(read.due.map(iso)), case["due"], "{case}");
    }
}

#[test]
fn each_time_of_a_sentence_is_found() {
    let cases: [(Language, &str, &[&str]); 5] = [
        (
            Language::NlBe,
            "Tegen eind mei is de nota klaar; in juni, na het oudercontact, evalueren we 1x per jaar.",
            &["Tegen eind mei", "in juni", "na het oudercontact", "1x per jaar"],
        ),
        (Language::NlBe, "Klaar tegen eind mei, in juni volgt de rest.", &["tegen eind mei", "in juni"]),
        (
            Language::NlBe,
            "Sinds 2020 (decreet van 2018) gaat het van 12 naar 8, uiterlijk op 30/06/2025.",
            &["Sinds 2020", "decreet van 2018", "uiterlijk op 30/06/2025"],
        ),
        (
            Language::En,
            "By the end of May every team meets once a month, and before the Easter holidays we may stop.",
            &["By the end of May", "once a month", "before the Easter holidays"],
        ),
        (
            Language::En,
            "In March and May, within two days of each request.",
            &["In March and May", "within two days of"],
        ),
    ];
    for (language, text, expected) in cases {
        let times = find_times(text, Date::constant(2024, 10, 1), language).unwrap();
        let words: Vec<&str> = times.iter().map(|time| &text[time.span.clone()]).collect();
        assert_eq!(words, expected, "{text}");
    }
}

#[test]
fn a_recurrence_says_how_often() {
    let cases = [
        (Language::NlBe, "5x per jaar", (5, 1, Unit::Year)),
        (Language::NlBe, "om de twee weken", (1, 2, Unit::Week)),
        (Language::NlBe, "tweemaal per trimester", (2, 1, Unit::Trimester)),
        (Language::NlBe, "tweemaandelijks", (1, 2, Unit::Month)),
        (Language::NlBe, "op vrijdag", (1, 1, Unit::Week)),
        (Language::NlBe, "drie keer om de zes maanden", (3, 6, Unit::Month)),
        (Language::NlBe, "3 keer in de week", (3, 1, Unit::Week)),
        (Language::NlBe, "elke eerste maandag van de maand", (1, 1, Unit::Month)),
        (Language::En, "twice a term", (2, 1, Unit::Trimester)),
        (Language::En, "every second week", (1, 2, Unit::Week)),
        (Language::En, "annually", (1, 1, Unit::Year)),
    ];
    for (language, text, expected) in cases {
        let time = resolve_time(text, Date::constant(2024, 10, 1), language).unwrap();
        let found = time.frequency.map(|often| (often.times, often.every, often.unit));
        assert_eq!((time.kind, found, time.span), (TimeKind::Recurrence, Some(expected), 0..text.len()), "{text}");
    }
}

#[test]
fn readings_differ_and_the_first_is_due() {
    let today = Date::constant(2024, 10, 1);
    for (text, expected) in [
        ("in 2027", [("year", "2027-12-31"), ("school-year", "2027-06-30")]),
        ("tegen juni", [("end", "2025-06-30"), ("before", "2025-05-31")]),
        ("tegen 2027", [("start", "2026-12-31"), ("end", "2027-12-31")]),
        ("tegen volgend schooljaar", [("start", "2025-09-01"), ("end", "2026-06-30")]),
        ("eind schooljaar", [("lessons", "2025-06-30"), ("summer", "2025-08-31")]),
        ("einde schooljaar 2023-2024", [("lessons", "2024-06-28"), ("summer", "2024-08-31")]),
        ("tegen het tweede trimester", [("end", "2025-04-04"), ("before", "2024-12-20")]),
        ("dit jaar", [("year", "2024-12-31"), ("school-year", "2025-06-30")]),
    ] {
        let time = resolve_time(text, today, Language::NlBe).unwrap();
        let found: Vec<(&str, String)> =
            time.alternatives.iter().map(|reading| (reading.id, iso(reading.due))).collect();
        assert_eq!(found, expected.map(|(id, due)| (id, due.to_owned())), "{text}");
        assert!(time.due.is_none_or(|due| due == time.alternatives[0].due), "{text}");
        // Whoever asks has the texts for it.
        for language in Language::ALL {
            let texts = Texts::of(language).unwrap();
            let question = format!("calendar.question.{}", time.question.unwrap().id());
            assert!(texts.find(&question).is_some_and(|text| text.ends_with('?')), "{language}: {question}");
            for (id, _) in &found {
                let reading = format!("calendar.reading.{id}");
                assert!(texts.find(&reading).is_some_and(|text| text.contains("{date}")), "{language}: {reading}");
            }
        }
    }
}

#[test]
fn numbers_and_words_that_are_no_time_are_passed_over() {
    for fixtures in [times(), phrases()] {
        for case in fixtures["none"].as_array().unwrap() {
            let found = find_times(case["text"].as_str().unwrap(), date(&fixtures["today"]), language(case)).unwrap();
            assert!(found.is_empty(), "{case}: {found:?}");
        }
    }
}

#[test]
fn one_time_reads_the_same_alone_and_a_fault_is_an_error() {
    let (fixtures, phrases) = (times(), phrases());
    let today = date(&fixtures["today"]);
    let all = [&fixtures, &phrases].into_iter().flat_map(|fixtures| fixtures["times"].as_array().unwrap());
    for case in all.filter(|case| case["words"].is_null()) {
        let read = resolve_time(case["text"].as_str().unwrap(), today, language(case));
        match case["fault"].as_str() {
            Some(fault) => assert_eq!(read.map_err(|error| error.code()), Err(fault), "{case}"),
            None => assert_eq!(json!(read.unwrap().due.map(iso)), case["due"], "{case}"),
        }
    }
}

/// Days that a description names, or others.
fn any_period() -> impl Strategy<Value = Period> {
    let day = (0..36_800_i32).prop_map(|days| Date::constant(2000, 9, 1) + days.days());
    let named = (2000..2100_i16, 0..12_usize).prop_map(|(first, part)| {
        let year = SchoolYear::new(first).unwrap();
        let month = Date::constant(first, i8::try_from(part).unwrap() + 1, 1);
        let quarter = Date::constant(first, i8::try_from(part / 3).unwrap() * 3 + 1, 1);
        vec![
            year.span(),
            year.lessons(),
            year.trimesters(TrimesterConvention::EasterInSecond)[part % 3],
            year.holidays()[part % 5].1,
            Period::new(month, month.last_of_month()).unwrap(),
            Period::new(quarter, (quarter + 2.months()).last_of_month()).unwrap(),
            Period::new(month, (month + 2.months()).last_of_month()).unwrap(),
            Period::new(month.first_of_year(), month.last_of_year()).unwrap(),
        ]
    });
    prop_oneof![
        day.clone().prop_map(Period::day),
        day.clone().prop_map(|day| {
            let monday = day - i32::from(day.weekday().to_monday_zero_offset()).days();
            Period::new(monday, monday + 6.days()).unwrap()
        }),
        (day, 1..900_i32).prop_map(|(day, days)| Period::new(day, day + days.days()).unwrap()),
        named.prop_flat_map(select),
    ]
}

/// Text with the words of a time in it, in any order, and with anything else.
fn any_text() -> impl Strategy<Value = String> {
    let fixtures = times();
    let mut words: Vec<String> = fixtures["times"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|case| case["text"].as_str().unwrap().split(' ').map(String::from).collect::<Vec<_>>())
        .collect();
    words.extend(
        ["'", "’25", "-", "–", "/", ".", ",", "(", "\u{301}", "\u{200b}", "🙂", "ß", "de", "van", "een"]
            .map(String::from),
    );
    let piece = prop_oneof![6 => select(words), 1 => any::<String>(), 1 => "[0-9]{1,9}"];
    (prop::collection::vec(piece, 0..24), select(vec![" ", " ", " ", "", "\n"]))
        .prop_map(|(pieces, gap)| pieces.join(gap))
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn what_is_described_is_read_back(period in any_period(), today in 0..36_000_i32) {
        let today = Date::constant(2000, 9, 1) + today.days();
        for language in [Language::NlBe, Language::En] {
            let words = describe(period, &Texts::of(language).unwrap());
            let read = resolve_time(&words, today, language).unwrap();
            prop_assert_eq!(read.period, Some(period), "{}", &words);
            prop_assert_eq!(read.span, 0..words.len(), "{}", &words);
            // In a sentence it is found whole.
            let text = format!("Tot dan, {words}; zo.");
            let found = find_times(&text, today, language).unwrap();
            prop_assert!(found.iter().any(|time| time.period == Some(period) && text[time.span.clone()] == *words), "{}", &text);
        }
    }

    #[test]
    fn any_text_is_read_without_a_slip(text in any_text(), today in 0..36_000_i32) {
        let today = Date::constant(2000, 9, 1) + today.days();
        for language in [Language::NlBe, Language::En] {
            let times = find_times(&text, today, language).unwrap();
            let mut end = 0;
            for time in &times {
                // In order, apart, and on whole characters.
                prop_assert!(time.span.start >= end && time.span.end > time.span.start, "{:?}", times);
                prop_assert!(text.get(time.span.clone()).is_some(), "{:?}", time);
                end = time.span.end;
                if time.fault.is_some() {
                    prop_assert!(time.due.is_none() && time.period.is_none(), "{:?}", time);
                }
                prop_assert_eq!(time.question.is_some(), time.alternatives.len() == 2, "{:?}", time);
            }
            if let Ok(time) = resolve_time(&text, today, language) {
                prop_assert!(time.fault.is_none());
            }
        }
    }

    #[test]
    fn words_from_elsewhere_do_no_harm(text in any_text(), cut in 0..6000_usize, more in "([a-z_]{1,9} [a-zA-Z][0-9]{0,6}\n){0,9}") {
        let own = TimeWords::of(Language::NlBe).unwrap().as_text();
        let half = own.get(cut.min(own.len())..).unwrap_or_default();
        for words in [half, &more, &text, &(more.clone() + half)] {
            for language in Language::ALL {
                let _ = find_times_with(&text, Date::constant(2024, 10, 1), TimeWords::parse(language, words));
            }
        }
    }
}
