//! The school calendar and the words for its times: published lists, the reference cases of `tests/fixtures`, and what
//! holds for every year and every text. Runs natively and on wasm32.

#![cfg(feature = "lang-all")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

use icalendar::parser::{read_calendar, unfold};
use jiff::ToSpan;
use olievlek::calendar::{
    Date, DayOff, Event, Holiday, Period, SchoolYear, TimeKind, TimeWords, TrimesterConvention, Unit, describe, easter,
    find_times, find_times_with, iso, parse_iso, resolve_time, to_ics,
};
use olievlek::content::{Language, Texts};
use proptest::prelude::*;
use proptest::sample::select;
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

/// As schools write them.
fn phrases() -> Value {
    serde_json::from_str(include_str!("fixtures/phrases.json")).unwrap()
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

fn calendar(list: &str) -> Vec<Value> {
    let fixtures: Value = serde_json::from_str(include_str!("fixtures/calendar.json")).unwrap();
    fixtures[list].as_array().unwrap().clone()
}

fn school_year(case: &Value) -> SchoolYear {
    SchoolYear::new(i16::try_from(case["firstYear"].as_i64().unwrap()).unwrap()).unwrap()
}

fn day_off(year: &SchoolYear, wanted: DayOff) -> Date {
    year.days_off().into_iter().find(|(day, _)| *day == wanted).unwrap().1
}

#[test]
fn a_school_year_is_as_the_rules_have_it() {
    let cases = calendar("computed");
    assert_eq!(cases.len(), 9);
    for case in cases {
        let year = school_year(&case);
        let found = json!({
            "firstYear": year.first_year(),
            "lessons": pair(year.lessons()),
            "autumn": pair(year.holiday(Holiday::Autumn)),
            "christmas": pair(year.holiday(Holiday::Christmas)),
            "carnival": pair(year.holiday(Holiday::Carnival)),
            "easterSunday": iso(easter(year.first_year() + 1).unwrap()),
            "easter": pair(year.holiday(Holiday::Easter)),
            "ascension": iso(day_off(&year, DayOff::Ascension)),
            "whitMonday": iso(day_off(&year, DayOff::WhitMonday)),
        });
        assert_eq!(found, case);
    }
}

#[test]
fn a_school_year_is_as_schools_published_it() {
    let (mut same, mut other) = (0, Vec::new());
    for case in calendar("published") {
        let year = school_year(&case);
        assert_eq!(json!(iso(day_off(&year, DayOff::Ascension))), case["ascension"], "{case}");
        for (holiday, mut period) in year.holidays().into_iter().filter(|(holiday, _)| *holiday != Holiday::Summer) {
            if holiday == Holiday::Easter && case["withEasterMonday"] == true {
                period = Period::new(period.start(), day_off(&year, DayOff::EasterMonday)).unwrap();
            }
            if pair(period) == case[holiday.id()] {
                same += 1;
            } else {
                other.push((year.name(), holiday.id()));
                assert_eq!(case["contradicts"], holiday.id(), "{case}");
            }
        }
    }
    // One published period contradicts the rule that stands on the same page.
    assert_eq!((same, other), (47, vec![("2008-2009".to_owned(), "easter")]));
}

fn monday(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() == 0
}

#[test]
fn what_holds_for_every_school_year() {
    for first in SchoolYear::YEARS {
        let year = SchoolYear::new(first).unwrap();
        let (span, lessons) = (year.span(), year.lessons());
        assert_eq!(iso(span.start()), format!("{first}-09-01"));
        assert_eq!(iso(span.end()), format!("{}-08-31", first + 1));
        assert!(lessons.start().day() <= 3 && lessons.start().month() == 9, "{first}");
        assert!(lessons.end().day() >= 28 && lessons.end().month() == 6, "{first}");
        assert!(year.is_lesson_day(lessons.start()) && year.is_lesson_day(lessons.end()), "{first}");

        let holidays = year.holidays();
        for (holiday, period) in holidays {
            assert!(span.contains(period.start()) && span.contains(period.end()), "{first} {holiday:?}");
            let days = match holiday {
                Holiday::Autumn | Holiday::Carnival => 7,
                Holiday::Christmas | Holiday::Easter => 14,
                Holiday::Summer => 62,
            };
            assert_eq!(period.days(), days, "{first} {holiday:?}");
            assert!(holiday == Holiday::Summer || monday(period.start()), "{first} {holiday:?}");
            let (before, after) = (year.last_lesson_day_before(holiday), year.first_lesson_day_after(holiday));
            assert!(before < period.start() && period.end() < after, "{first} {holiday:?}");
            assert!(year.is_lesson_day(before), "{first} {holiday:?}");
            assert!(holiday == Holiday::Summer || year.is_lesson_day(after), "{first} {holiday:?}");
        }
        assert!(holidays.windows(2).all(|pair| pair[0].1.end() < pair[1].1.start()), "{first}");
        // The feasts that the holidays are there for.
        let inside = |holiday, day: Date| year.holiday(holiday).contains(day);
        assert!(inside(Holiday::Christmas, Date::constant(first, 12, 31)), "{first}");
        let sunday = easter(first + 1).unwrap();
        assert!(sunday.weekday().to_monday_zero_offset() == 6 && (3..=4).contains(&sunday.month()), "{first}");
        assert!(!year.lesson_days().any(|day| day == sunday.tomorrow().unwrap()), "{first}");
        let count = year.lesson_days().count();
        assert!((165..=190).contains(&count), "{first}: {count} lesson days");

        for convention in [TrimesterConvention::EasterInSecond, TrimesterConvention::EasterInThird] {
            let trimesters = year.trimesters(convention);
            assert_eq!((trimesters[0].start(), trimesters[2].end()), (lessons.start(), lessons.end()));
            assert!(trimesters.windows(2).all(|pair| pair[0].end() < pair[1].start()), "{first}");
            // Every lesson day is in exactly one.
            for day in year.lesson_days() {
                assert_eq!(trimesters.iter().filter(|trimester| trimester.contains(day)).count(), 1, "{day}");
            }
        }
    }
}

#[test]
fn every_day_belongs_to_exactly_one_school_year() {
    let years: Vec<SchoolYear> = SchoolYear::YEARS.map(|first| SchoolYear::new(first).unwrap()).collect();
    let mut day = Date::constant(2000, 9, 1);
    while day <= Date::constant(2101, 8, 31) {
        let own = SchoolYear::of(day).unwrap();
        assert!(own.span().contains(day), "{day}");
        let near = usize::try_from(own.first_year() - 2000).unwrap();
        let others = years[near.saturating_sub(1)..(near + 2).min(years.len())].iter();
        assert_eq!(others.filter(|year| year.span().contains(day)).count(), 1, "{day}");
        day = day.tomorrow().unwrap();
    }
    for (day, given) in [(Date::constant(2000, 8, 31), "1999"), (Date::constant(2101, 9, 1), "2101")] {
        let error = SchoolYear::of(day).unwrap_err();
        assert_eq!(error.code(), "school-year-out-of-range");
        assert!(error.to_string().contains(given), "{error}");
    }
}

#[test]
fn local_days_off_are_no_lesson_days() {
    let study = Period::day(Date::constant(2025, 4, 4));
    let bridge = Period::new(Date::constant(2025, 4, 22), Date::constant(2025, 4, 23)).unwrap();
    let plain = SchoolYear::new(2024).unwrap();
    let year = plain.clone().with_local_days_off([study, bridge]);
    assert_eq!(iso(plain.last_lesson_day_before(Holiday::Easter)), "2025-04-04");
    assert_eq!(iso(year.last_lesson_day_before(Holiday::Easter)), "2025-04-03");
    assert_eq!(iso(year.first_lesson_day_after(Holiday::Easter)), "2025-04-24");
    assert_eq!(plain.lesson_days().count() - year.lesson_days().count(), 3);
}

#[test]
fn moments_are_spread_over_lesson_days() {
    let year = SchoolYear::new(2024).unwrap();
    for moments in [0, 1, 2, 5, 40, 1000] {
        let spread = year.spread(moments);
        assert_eq!(spread.len(), moments.min(year.lesson_days().count()));
        assert!(spread.windows(2).all(|pair| pair[0] < pair[1]) && spread.iter().all(|day| year.is_lesson_day(*day)));
    }
    // Half of the lesson days on either side.
    let middle = year.spread(1)[0];
    let before = year.lesson_days().filter(|day| *day < middle).count();
    assert!(before.abs_diff(year.lesson_days().count() - before) <= 1);
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

fn config(cases: u32) -> ProptestConfig {
    // A failing case is printed; a file beside the sources would be no help on wasm32.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
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

    #[test]
    fn a_calendar_file_is_read_by_another_library(
        events in prop::collection::vec((0..40_000_i32, 0..40_i32, "\\PC{0,90}", "[\\PC\n\r\t]{0,200}", prop::option::of(0..2000_u16)), 0..6)
    ) {
        let now = Date::constant(2024, 10, 1);
        let given: Vec<Event> = events.iter().map(|(start, days, summary, description, alarm)| {
            let start = Date::constant(2000, 1, 1) + start.days();
            let event = Event::new(start, summary.as_str()).until(start + days.days()).with_description(description.as_str());
            alarm.map_or(event.clone(), |days| event.with_alarm(days))
        }).collect();
        let file = to_ics(&given, now);
        prop_assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75), "{}", &file);

        // A text with its line ends made one, as the file has them.
        let plain = |text: &str| text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        let unfolded = unfold(&file);
        let read = read_calendar(&unfolded).unwrap();
        prop_assert_eq!(read.components.len(), events.len());
        for (component, (start, days, summary, description, alarm)) in read.components.iter().zip(&events) {
            let value = |name: &str| component.find_prop(name).map(|property| property.val.as_ref().to_owned());
            let start = Date::constant(2000, 1, 1) + start.days();
            prop_assert_eq!(value("DTSTART"), Some(iso(start).replace('-', "")));
            prop_assert_eq!(value("DTEND"), Some(iso(start + (days + 1).days()).replace('-', "")));
            prop_assert_eq!(value("DTSTAMP"), Some("20241001T000000Z".to_owned()));
            prop_assert_eq!(value("SUMMARY"), Some(plain(summary)));
            prop_assert_eq!(value("DESCRIPTION").unwrap_or_default(), plain(description));
            let trigger = component.components.iter().find(|part| part.name == "VALARM")
                .and_then(|part| part.find_prop("TRIGGER")).map(|property| property.val.as_ref().to_owned());
            let days = trigger.map(|text| text.trim_start_matches("-P").trim_end_matches('D').parse().unwrap());
            prop_assert_eq!(days, *alarm);
        }
    }
}

#[test]
fn what_a_calendar_file_escapes() {
    let event = Event::new(Date::constant(2025, 6, 30), "a;b,c\\d").with_description("e\r\nf\u{7}g\n");
    let file = to_ics(&[event.with_alarm(14)], Date::constant(2024, 10, 1));
    for line in ["SUMMARY:a\\;b\\,c\\\\d", "DESCRIPTION:e\\nfg\\n", "TRIGGER:-P14D", "DTSTAMP:20241001T000000Z"] {
        assert!(file.split("\r\n").any(|found| found == line), "{line} in {file}");
    }
    assert_eq!(to_ics(&[], Date::constant(2024, 10, 1)).lines().count(), 5);
}

#[test]
fn an_event_keeps_its_identifier() {
    let now = Date::constant(2024, 10, 1);
    let day = Date::constant(2025, 6, 30);
    let uid = |event: Event| {
        let file = to_ics(&[event], now);
        file.split("\r\n").find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    let plain = uid(Event::new(day, "Evaluatie"));
    assert_eq!(plain, uid(Event::new(day, "Evaluatie").with_description("anders").with_alarm(3)));
    assert_ne!(plain, uid(Event::new(day, "evaluatie")));
    assert_ne!(plain, uid(Event::new(day.tomorrow().unwrap(), "Evaluatie")));
    assert_ne!(plain, uid(Event::new(day, "Evaluatie").until(day.tomorrow().unwrap())));
    assert_eq!(uid(Event::new(day, "Evaluatie").with_uid("doel-1@school.be")), "UID:doel-1@school.be");
}
