//! The school calendar, the words for its times and calendar files: published lists, the reference cases of `tests/fixtures`,
//! and what holds for every year and every text. Runs natively and on wasm32.

#![cfg(feature = "lang-all")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

#[path = "calendar/times.rs"]
mod times;

use icalendar::parser::{read_calendar, unfold};
use jiff::ToSpan;
use olievlek::calendar::{
    Date, DayOff, Event, Holiday, Period, SchoolYear, TrimesterConvention, easter, iso, parse_iso, to_ics,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn date(text: &Value) -> Date {
    parse_iso(text.as_str().unwrap()).unwrap()
}

fn pair(period: Period) -> Value {
    json!([iso(period.start()), iso(period.end())])
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

fn config(cases: u32) -> ProptestConfig {
    // A failing case is printed; a file beside the sources would be no help on wasm32.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(1500))]

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
